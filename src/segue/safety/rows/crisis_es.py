"""What people write in a crisis, in Spanish. Folded text has no accents."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule

_S, _I, _M = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_ADV = r"(?: (?:de verdad|realmente|solo|simplemente|tanto|a veces|muchas veces|ya|solamente)){0,2}"
KILL = (
    r"(?:matarme|suicidarme|quitarme (?:la|mi) vida|quitarme de en ?medio|ahorcarme|colgarme|cortarme las "
    r"venas|tirarme (?:de|por|desde) (?:un|el|la|una) (?:puente|ventana|balcon|azotea|edificio)|pegarme un "
    r"tiro|acabar con (?:mi vida|todo)|terminar con (?:mi vida|todo)|poner fin a mi vida)"
)
PILLS = r"(?:pastillas|pildoras|medicamentos|somniferos|comprimidos|medicinas|antidepresivos)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "overdose_under_way.took_pills",
        _M,
        _IMMINENT,
        "es",
        "antidepresivos comprimidos medicamentos medicinas pastillas pildoras somniferos tomado",
        r"me (?:acabo de tomar|he tomado|tome|acabe de tomar|trague|he tragado|tomado)(?: ya)? (?:todas? |un "
        r"monton de |muchas |demasiadas |un frasco (?:entero )?de |una caja (?:entera )?de |todo el frasco de |"
        rf"[1-9]\d |veinte |treinta |cuarenta )(?:las |mis |los |de )?{PILLS}",
    ),
    Rule(
        "overdose_under_way.took_pills_now",
        _M,
        _IMMINENT,
        "es",
        "acabo",
        r"acabo de (?:tomarme|tragarme|cortarme) (?:todas? |un monton de |muchas |demasiadas |un frasco (?:entero "
        rf")?de |una caja (?:entera )?de |todo el frasco de |las venas)(?:las |mis |los |de )?(?:{PILLS})?",
    ),
    Rule(
        "intent.going_to",
        _S,
        _HIGH,
        "es",
        "acabar ahorcar colgar cortarme matar pegarme poner quitar suicidar terminar tirarme",
        r"(?:(?:me )?voy a|quiero|quisiera|necesito|pienso(?: en)?|he pensado(?: mucho)? en|estoy pensando en|"
        r"pensando en|ganas de|planeo|tengo pensado|he decidido|decidi|deseo|intentare|tengo que|debo|"
        rf"deberia){_ADV} {KILL}|me (?:voy a|quiero|quisiera|tengo que|gustaria) (?:matar|suicidar|ahorcar|colgar|"
        r"quitar la vida)",
    ),
    Rule(
        "ideation.want_to_die",
        _S,
        _HIGH,
        "es",
        "deseo ganas gustaria mejor necesito ojala preferiria prefiero quiero quisiera seguir tengo tenido vivir",
        rf"(?:quiero|quisiera|deseo|prefiero|preferiria|ganas de|me gustaria|necesito|ojala pudiera){_ADV} "
        r"(?:morir(?:me)?|estar muert[oa]|dejar de (?:existir|vivir)|no existir)|(?:ya )?no quiero (?:seguir "
        r"viviendo|vivir|seguir (?:con vida|aqui|viv[oa])|existir)|(?:no tengo|sin|perdi las?) (?:ganas|razones|"
        r"motivos) (?:de|para) (?:vivir|seguir viviendo)|ojala (?:estuviera|estuviese|me) (?:muert[oa]|muriera|"
        r"muriese)|(?:tengo|he tenido) (?:pensamientos|ideas) (?:suicidas|de suicidio)|(?:estaria|estaré|estoy) "
        r"mejor muert[oa]|no (?:vale|merece) la pena (?:vivir|seguir viviendo)",
    ),
    Rule(
        "passive.not_wake_up",
        _S,
        _MODERATE,
        "es",
        "dormir familia ganas hijos importaria mundo ojala padres quiero quisiera todos vida vivir",
        r"(?:no quiero|ojala no|quisiera no|dormir(?:me)? y no|no me importaria no) (?:volver a "
        r")?despertar(?:me)?(?: (?:nunca )?mas)?|ojala no (?:me )?(?:despierte|despertara|hubiera nacido)|"
        r"(?:quiero|quisiera|ganas de) desaparecer(?: para siempre)?|(?:todos|el mundo|mi familia|mis hijos|mis "
        r"padres)(?: estarian| estaria| estarian mucho| estaria mucho) mejor sin mi|(?:ya )?no (?:puedo|aguanto|"
        r"soporto) mas(?: asi)?(?: esta vida| vivir)|soy una carga para (?:todos|mi familia)",
    ),
    Rule(
        "plan.have_a_plan",
        _S,
        _HIGH,
        "es",
        "acabar ahorcarme colgarme cortarme despedida matarme pegarme poner quitarme suicida suicidio terminar tirarme",
        rf"tengo (?:ya )?(?:un plan|planeado|decidido) (?:para|como) {KILL}|(?:escribi|he escrito|estoy "
        r"escribiendo) (?:mi|la|una) (?:carta|nota) (?:de (?:despedida|suicidio)|suicida)|(?:se|ya se) como "
        rf"(?:voy a )?{KILL}",
    ),
    Rule(
        "method_seeking.way",
        _S,
        _HIGH,
        "es",
        "acabar ahorcarme colgarme cortarme cuant dosis matarme morir pegarme poner quitarme suicidarme suicidarse "
        "terminar tirarme",
        rf"cuant[oa]s? (?:\w{{3,20}} ){{0,4}}(?:para (?:morir(?:me)?|{KILL})|hacen falta para morir|son letales)|"
        rf"(?:forma|manera|metodo)(?: mas)? (?:\w{{3,12}} )?(?:de|para) (?:morir(?:me)?|{KILL}|suicidarse)|como "
        r"(?:puedo )?(?:suicidarme|matarme|ahorcarme|morir sin dolor)|dosis (?:letal|mortal) de",
    ),
    Rule(
        "means.in_hand",
        _S,
        _HIGH,
        "es",
        "acumulando guardado guardando juntado juntando tengo",
        rf"tengo (?:ya )?(?:las |una |la |un |el |mis )?(?:{PILLS}|pistola|cuerda|soga|cuchillo|navaja|arma)(?: "
        r"\w{2,12}){0,2} (?:en la mano|list[oa]s?|preparad[oa]s?|delante|aqui|a mi lado|guardad[oa]s?)|(?:he|"
        rf"estoy) (?:guardado|guardando|juntando|juntado|acumulando) (?:las |mis )?{PILLS}",
    ),
    Rule(
        "goodbye.after_me",
        _S,
        _HIGH,
        "es",
        "adios cuando siempre ultimo",
        r"(?:este es|sera|es) mi ultimo (?:mensaje|dia|adios)|cuando (?:leas|lean|leais) esto (?:ya )?(?:no "
        r"estare|estare muert[oa]|habre muerto)|cuid(?:a|en|ad) (?:de |a )?(?:mi|mis) \w{3,12} cuando (?:yo "
        r")?(?:ya )?no este|adios (?:para siempre|mundo cruel|a todos para siempre)|(?:me despido|despedirme) "
        r"(?:de todos )?para siempre",
    ),
    Rule(
        "self_injury.cutting",
        _I,
        _MODERATE,
        "es",
        "autolesionado autolesionarme autolesiono cortado cortandome cortarme corte corto hacerme hago hice "
        "lastimarme lastimo quemarme quemo",
        r"(?:me )?(?:he vuelto a|volvi a|quiero|necesito|ganas de|empece a|sigo) ?(?:cortarme|hacerme dano|"
        r"lastimarme|autolesionarme|cortandome|quemarme)|me (?:corto|lastimo|autolesiono|he cortado|corte|quemo) "
        r"(?:los brazos|las piernas|las munecas|la piel|para|cuando|otra vez|a proposito)|me (?:autolesiono|he "
        r"autolesionado|hago dano|hice dano)(?: a proposito)?",
    ),
    Rule(
        "abuse.ongoing",
        Category.ABUSE,
        _MODERATE,
        "es",
        "abusa abuso golpea golpeo maltrata pega pego toca viola violo",
        r"(?:mi (?:marido|esposo|esposa|mujer|novio|novia|padre|madre|padrastro|pareja|hermano|tio|papa|mama) "
        r")(?:siempre |a veces )?me (?:pega|golpea|viola|violo|maltrata|toca|pego|golpeo)|(?:me han|me) "
        r"(?:violado|violaron|abusaron de mi)|(?:abuso|abusa|abusaron) (?:sexualmente )?de mi",
    ),
    Rule(
        "abuse.danger_now",
        Category.ABUSE,
        _HIGH,
        "es",
        "matarme quiere",
        r"(?:mi (?:marido|esposo|esposa|mujer|novio|novia|padre|madre|padrastro|pareja|hermano) )(?:"
        r"quiere matarme|(?:me )?(?:amenaza|amenazo|ha amenazado) con matarme)",
    ),
)
"""Fewer rows than in English: what is missing here is not found."""

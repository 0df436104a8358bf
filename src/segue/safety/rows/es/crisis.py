"""What people write in a crisis, in Spanish. Folded text has no accents."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule

_S, _I, _M = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_ADV = r"(?: (?:de verdad|realmente|solo|simplemente|tanto|a veces|muchas veces|ya|solamente)){0,2}"
_WORK = (
    r"(?! (?:el|lo|este|esto)(?: de)? (?:trabajo|proyecto|papeleo|temario|libro|helado|pastel|chocolate|curso|informe|"
    r"pedido|pendiente|que (?:tengo|queda)))"
)
"""What somebody finishes who speaks of no end."""
KILL = (
    r"(?:matarme|suicidarme|quitarme (?:la|mi) vida|quitarme de en ?medio|ahorcarme|colgarme|cortarme las venas|"
    r"(?:tirarme|lanzarme|saltar) (?:de|del|por|desde)(?: un| el| la| una)? (?:puente|ventana|balcon|azotea|edificio|"
    r"tejado|acantilado)(?! (?:con (?:una )?(?:cuerda|goma)|haciendo|puenting))|(?:tirarme|lanzarme) (?:al|a las|a la|"
    rf"delante del|bajo el) (?:tren|metro|vias|via)|pegarme un tiro|(?:acabar|terminar) con (?:mi vida|todo{_WORK})|"
    r"poner fin a mi vida)"
)
_WOUND = (
    r"(?! (?:en (?:el (?:gimnasio|entreno|partido|futbol)|la (?:rodilla|espalda))|jugando|corriendo|cocinando|"
    r"entrenando|bailando|sin querer|cuando (?:corro|juego|entreno|bailo|salto|hago deporte)))"
)
"""Where and how somebody hurts themselves by chance."""
ELSEWHERE = (
    r"(?! (?:aqui |mas |sol[oa] )?(?:en (?:casa de|(?:un|una|el|la|est[ae]|es[ea]|mi|tu|su|otr[oa]) (?:piso|pueblo|"
    r"ciudad|casa|residencia|costa|playa|montana|capital|campo|centro|extranjero|barrio|pais|calle|edificio|"
    r"apartamento|oficina|empresa|trabajo)|madrid|barcelona|valencia|sevilla|malaga|bilbao|zaragoza|mexico|monterrey|"
    r"guadalajara|bogota|medellin|lima|buenos aires|cordoba|rosario|santiago|quito|caracas|montevideo|espana|"
    r"argentina|colombia|chile|peru|venezuela|estados unidos|europa|miami|paris|londres)|con (?:mis? (?:padres?|madre|"
    r"mama|papa|suegr[oa]s?|ex|abuel[oa]s?|tios?|herman[oa]s?|companer[oa]s?|novi[oa]|pareja|marido|mujer)|"
    r"(?:ell[oa]s?|el)(?= ?(?:$|[.!?;,])))|de alquiler))"
)
"""A place or a company that somebody does not want to live in."""
_SPORT = (
    r"(?! (?:la guitarra|el piano|los (?:huevos|cojones)|las narices|la moral|limpiar|fregar|cocinar|su acento|sus "
    r"canciones|la gripe|un resfriado|al (?:ajedrez|tenis|padel|futbol)))"
)
"""What somebody touches or passes on who does no harm."""
PILLS = r"(?:pastillas|pildoras|medicamentos|somniferos|comprimidos|medicinas|antidepresivos)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "overdose_under_way.took_pills",
        _M,
        _IMMINENT,
        "es",
        "antidepresivos comprimidos medicamentos medicinas pastillas pildoras somniferos tomado",
        r"me (?:acabo de tomar|he tomado|tome|acabe de tomar|trague|he tragado|tomado)(?: ya)? (?:tod[oa]s? |"
        r"un monton de |muchas |demasiadas |un (?:frasco|bote|blister|punado)(?: entero)? de |"
        r"(?:una|media) caja (?:entera )?de |todo el (?:frasco|bote) de |[1-9]\d |veinte |treinta |cuarenta )(?:las |"
        rf"mis |los |de )?{PILLS}",
    ),
    Rule(
        "overdose_under_way.took_pills_now",
        _M,
        _IMMINENT,
        "es",
        "acabo",
        r"acabo de (?:cortarme las venas|(?:tomarme|tragarme) (?:tod[oa]s? |un monton de |muchas |demasiadas |un "
        r"(?:frasco|bote|blister)(?: entero)? de |una caja (?:entera )?de |todo el frasco de )(?:las |mis |los |de "
        rf")?(?:{PILLS}|paracetamol|ibuprofeno|lorazepam|diazepam|alprazolam|clonazepam|ansioliticos|aspirinas))",
    ),
    Rule(
        "intent.going_to",
        _S,
        _HIGH,
        "es",
        "acabar ahorcar colgar cortarme lanzarme matar pegarme poner quitar saltar suicidar terminar tirarme",
        r"(?:(?:me )?voy a|quiero|quisiera|necesito|pienso(?: en)?|he pensado(?: mucho)? en|estoy pensando en|"
        r"pensando en|(?:tengo (?:\w{3,8} )?)?ganas de|planeo|tengo pensado|he decidido|decidi|deseo|intentare|"
        rf"tengo que|debo|deberia){_ADV} {KILL}|me (?:voy a|quiero|quisiera|tengo que|gustaria) (?:matar|suicidar|"
        r"ahorcar|colgar|quitar la vida)",
    ),
    Rule(
        "ideation.want_to_die",
        _S,
        _HIGH,
        "es",
        "deseo ganas gustaria mejor necesito ojala preferiria prefiero quiero quisiera seguir tengo tenido vivir",
        r"(?:quiero|quisiera|deseo|prefiero|preferiria|(?:tengo (?:\w{3,8} )?)?ganas de|me gustaria|necesito|"
        rf"ojala pudiera){_ADV} (?:morir(?:me)?|estar muert[oa]|dejar de (?:existir|vivir)|no existir)|"
        rf"(?:ya )?no quiero (?:seguir viviendo|vivir|seguir (?:con vida|aqui|viv[oa])|existir){ELSEWHERE}|"
        r"(?:no tengo|sin|perdi las?) (?:ganas|razones|motivos) (?:de|para) (?:vivir|seguir viviendo)|"
        r"ojala (?:estuviera|estuviese|me) (?:muert[oa]|muriera|muriese)|(?:tengo|he tenido) (?:pensamientos|"
        r"ideas) (?:suicidas|de suicidio)|(?:estaria|estaré|estoy) mejor muert[oa]|no (?:vale|merece) la pena (?:vivir|"
        r"seguir viviendo)",
    ),
    Rule(
        "passive.not_wake_up",
        _S,
        _MODERATE,
        "es",
        "dormir familia ganas hijos importaria mundo ojala padres quiero quisiera todos vida vivir",
        r"(?:no quiero|ojala no|quisiera no|dormir(?:me)? y no|no me importaria no) "
        r"(?:volver a )?despertar(?:me)?(?: (?:nunca )?mas)?(?! (?:tan |muy )?(?:temprano|pronto|antes|"
        r"a (?:mi|mis|nadie|los|las|todos)|con resaca|hasta (?:el|la|las|manana)|de (?:este|ese|mi) (?:sueno|siesta|"
        r"viaje)))|ojala no (?:me )?(?:despierte|despertara|hubiera nacido)|"
        r"(?:quiero|quisiera|ganas de) desaparecer(?: para siempre)?(?! (?:de (?:la|esta|el|este|las) (?:fiesta|"
        r"reunion|clase|oficina|fotos?|redes|grupo|chat|cena|boda)|un (?:rato|ratito|momento|poco|finde)|"
        r"(?:por )?(?:un|una|unos|unas|dos|tres) (?:dias?|semanas?|fin de semana|mes)|"
        r"(?:a|para|hacia) (?:la|el|una?) (?:sierra|playa|montana|campo|pueblo|isla|cabana|"
        r"caribe)(?! y (?:ya )?(?:no|nunca|jamas)\b)))|(?:todos|el mundo|mi familia|mis hijos|mis padres)(?: estarian|"
        r" estaria| estarian mucho| estaria mucho) mejor sin mi|(?:ya )?no (?:puedo|aguanto|"
        r"soporto) mas(?: asi)?(?: esta vida| vivir)|soy una carga para (?:todos|mi familia)",
    ),
    Rule(
        "plan.have_a_plan",
        _S,
        _HIGH,
        "es",
        r"acabar ahorcarme colgarme cortarme despedida lanzarme matarme pegarme poner quitarme saltar suicida "
        r"suicidio terminar tirarme",
        rf"tengo (?:ya )?(?:un plan|planeado|decidido) (?:para|como) {KILL}|(?:escribi|he escrito|estoy "
        r"escribiendo) (?:mi|la|una) (?:carta|nota) (?:de (?:despedida|suicidio)|suicida)|(?:se|ya se) como "
        rf"(?:voy a )?{KILL}",
    ),
    Rule(
        "method_seeking.way",
        _S,
        _HIGH,
        "es",
        r"acabar ahorcarme colgarme cortarme cuant dosis lanzarme matarme morir pegarme poner quitarme saltar "
        r"suicidarme suicidarse terminar tirarme",
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
        r"(?:este es|sera|es) mi ultimo (?:mensaje(?! (?:por|de) (?:hoy|ahora))|dia(?! (?:de (?:vacaciones|clases?|"
        r"trabajo|curso|cole|colegio|practicas|prueba|viaje|rebajas)|en (?:la (?:empresa|oficina|uni|escuela)|el "
        r"(?:trabajo|cole|colegio|insti|curro))|por aqui))|adios)|cuando (?:leas|lean|leais) esto (?:ya )?(?:no "
        r"estare|estare muert[oa]|habre muerto)|cuid(?:a|en|ad) (?:de |a )?(?:mi|mis) \w{3,12} cuando (?:yo )?(?:ya "
        r")?no este|adios (?:para siempre|mundo cruel|a todos para siempre)|(?:me despido|despedirme) (?:de todos "
        r")?para siempre",
    ),
    Rule(
        "self_injury.cutting",
        _I,
        _MODERATE,
        "es",
        r"autolesionado autolesionarme autolesiono cortado cortandome cortarme corte corto hacerme hago hice "
        r"lastimarme lastimo quemarme quemo",
        r"(?:me )?(?:he vuelto a|volvi a|quiero|necesito|ganas de|empece a|sigo) ?(?:cortarme|hacerme dano|lastimarme|"
        r"autolesionarme|cortandome|quemarme)|me (?:corto|lastimo|autolesiono|he cortado|corte|quemo) (?:los brazos|"
        r"las piernas|las munecas|la piel|para|cuando(?! (?:hablo|hay gente|me (?:afeito|depilo|miran)|cocino))|otra "
        r"vez|a proposito)|me (?:autolesiono|he autolesionado|hago dano|hice dano)(?: a proposito)?"
        rf"{_WOUND}",
    ),
    Rule(
        "abuse.ongoing",
        Category.ABUSE,
        _MODERATE,
        "es",
        "abusa abuso golpea golpeo maltrata pega pego toca viola violo",
        r"(?:mi (?:marido|esposo|esposa|mujer|novio|novia|padre|madre|padrastro|pareja|hermano|tio|papa|"
        rf"mama) )(?:siempre |a veces )?me (?:pega|golpea|viola|violo|maltrata|toca|pego|golpeo){_SPORT}|"
        r"(?:me han|me) (?:violado|violaron|abusaron de mi)|(?:abuso|abusa|abusaron) (?:sexualmente )?de mi",
    ),
    Rule(
        "abuse.danger_now",
        Category.ABUSE,
        _HIGH,
        "es",
        "matarme quiere",
        r"(?:mi (?:marido|esposo|esposa|mujer|novio|novia|padre|madre|padrastro|pareja|hermano) )(?:quiere matarme|"
        r"(?:me )?(?:amenaza|amenazo|ha amenazado) con matarme)",
    ),
)
"""Fewer rows than in English: what is missing here is not found."""

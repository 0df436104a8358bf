"""What people write in few plain words, in Spanish: wounds, blows, a body used, pills, an attempt before."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_S, _I, _A, _M = Category.SUICIDE, Category.SELF_INJURY, Category.ABUSE, Category.MEDICAL_EMERGENCY
_E, _H, _P = Category.EATING_DISORDER, Category.HARM_TO_OTHERS, Category.PSYCHOSIS
_IMMINENT, _HIGH, _MODERATE, _LOW = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

_END = r"(?= ?(?:$|[.!?;,]))"
_OFTEN = (
    r"(?:todos los dias|todas las noches|cada (?:dia|noche|semana)|por las noches|siempre|a menudo|desde (?:hace|los|"
    r"que|nin[oa]|pequen[oa])|otra vez|de nuevo|a escondidas|sol[oa]|en (?:el bano|mi cuarto|mi habitacion)|y "
    r"(?:nadie|no puedo|me (?:siento|gusta|calma|alivia)))"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "self_injury.plainly",
        _I,
        _MODERATE,
        "es",
        "me_corto me_quemo me_golpeo me_muerdo me_arano me_rasguno",
        either(
            rf"me corto {_OFTEN}",
            r"me corto con (?:una? |la |el |un |unas )?(?:cuchillas?|navaja|hoja|cutter|vidrio|cristal|tijeras|"
            r"gill?ette)",
            r"me quemo (?:con (?:cigarr\w{2,5}|un (?:mechero|encendedor|cigarro))|a proposito)",
            r"me golpeo (?:la (?:cabeza|cara)|a mi mism[oa]|contra)",
            r"me (?:muerdo|arano|rasguno) hasta (?:sangrar|hacerme)",
        ),
    ),
    Rule("self_injury.cuts", _I, _LOW, "es", "me_corto", rf"me corto{_END}"),
    Rule(
        "abuse.plainly",
        _A,
        _MODERATE,
        "es",
        "me_peg me_golp me_maltrat me_viol me_toc abuso_de me_oblig me_manos me_bes me_desn",
        either(
            r"(?:mis (?:padres|papas|hermanos|tios)|en (?:mi )?casa) me (?:pegan|golpean|maltratan|pegaron|"
            r"golpearon)(?! (?:al (?:ajedrez|futbol|tenis|padel|parchis)|en el juego|un (?:grito|susto|toque)|(?:sus?|"
            r"el|la) (?:acento|gripe|virus|risa|resfriado|costumbre)))",
            r"(?:un|el|ese|otro) (?:hombre|tio|tipo|chico|desconocido|vecino|profesor|cura|amigo|companero|primo|"
            r"jefe) (?:me (?:violo|manoseo|toco (?:ahi|los pechos|por debajo|donde|sin|en (?:el (?:bus|metro|autobus|"
            r"bano)|la cama))|obligo a (?:tocar|chupar|desnudar|tener|acostar|besar)\w{0,6})|abuso de mi)",
            r"(?:mi (?:padrastro|padre|papa|tio|abuelo|herman\w{1,7}|primo)|alguien|un \w{3,8}|el)(?: \w{1,8}){0,2} "
            r"(?:entra|entraba|viene|venia|se mete) (?:en|a) mi (?:cuarto|habitacion|cama)(?: \w{1,8}){0,3} y me "
            r"(?:toca(?! (?:la (?:guitarra|frente)|el (?:piano|hombro)))|tocaba|besa|desnuda)",
            r"me (?:obliga|obligo|obligan) a (?:tener (?:sexo|relaciones)|acostarme con|follar|coger|hacerlo con)",
        ),
    ),
    Rule(
        "harm_to_others.stab",
        _H,
        _MODERATE,
        "es",
        "apunalar",
        r"(?:quiero|(?:tengo )?ganas de|pienso en|necesito) apunalar a (?:mi \w{2,12}|alguien|todos|un \w{3,12})",
    ),
    Rule(
        "eating_disorder.plainly",
        _E,
        _MODERATE,
        "es",
        "no_como dejado_de_comer deje_de_comer",
        r"(?:ya |casi )?no como (?:nada )?para (?:adelgazar|bajar|perder peso|estar (?:delgad|flac)[oa]|no engordar)|"
        r"(?:he dejado|deje) de comer para (?:adelgazar|perder peso|bajar)",
    ),
    Rule(
        "intent.fall",
        _S,
        _HIGH,
        "es",
        "me_voy_a_tir me_voy_a_lanz me_quiero_tir me_quiero_lanz me_gustaria_tir me_gustaria_lanz",
        either(
            r"me (?:voy a|quiero|gustaria) (?:tirar|lanzar) (?:de|del|por|desde)(?: un| el| la| una| mi)? (?:puente|"
            r"ventana|balcon|azotea|edificio|tejado|acantilado|terraza|\w{5,7} piso)",
            r"me (?:voy a|quiero|gustaria) (?:tirar|lanzar) (?:al|a las|a la|delante del|bajo el) (?:tren|metro|vias|"
            r"via|carretera)",
        ),
    ),
    Rule(
        "passive.gone_tomorrow",
        _S,
        _MODERATE,
        "es",
        "ya_no_esta ya_no_voy_a_esta",
        rf"manana ya no (?:estare|voy a estar){_END}",
    ),
    Rule(
        "history.attempt",
        _S,
        _MODERATE,
        "es",
        "intent trate_de",
        either(
            r"(?:intente|he intentado|trate de)(?: ya)?(?: una vez| \w{3,6} veces)? (?:suicidarme|matarme(?! (?:a "
            r"(?:estudiar|trabajar)|de risa))|quitarme la vida|ahorcarme|colgarme)",
            r"(?:tuve|he tenido|hice|llevo|sobrevivi a|despues de)(?: ya)? (?:un|dos|tres|varios|mi|mis) (?:primer |"
            r"ultimo )?intentos? (?:de suicidio|suicidas?)",
        ),
    ),
    Rule(
        "ideation.weighed",
        _S,
        _HIGH,
        "es",
        "perdido_las planteo planteando pensamientos_de_muer ir_de_este irme_de_este irme_para quiero_que_se",
        either(
            r"he perdido las ganas de vivir|pensamientos de muerte",
            r"me (?:planteo|estoy planteando) (?:suicidarme|matarme|quitarme la vida|el suicidio)",
            rf"me quiero ir de este mundo|quiero irme (?:de este mundo|para siempre{_END})|quiero que se (?:acabe|"
            rf"termine) todo{_END}",
        ),
    ),
    Rule(
        "abuse.by_whom",
        _A,
        _MODERATE,
        "es",
        "me_viol me_toc me_manos me_peg me_golp me_maltrat me_mate me_haga",
        either(
            r"mi (?:jefe|profesor|profe|entrenador|abuelo|primo|vecino|cunado|suegro|padrino|cura) me (?:viola|violo|"
            r"manosea|toca(?! (?:la |el |los |las |limpiar|fregar)))",
            r"mi (?:marido|esposo|novio|padre|papa|padrastro|tio|abuelo|hermano|primo|ex|profesor) me (?:violaba|"
            r"tocaba|pegaba|golpeaba|maltrataba)(?! (?:la|el|al) )",
            r"(?:temo|(?:tengo )?miedo(?: de| a)?) que (?:mi \w{2,12}|el) me (?:mate|pegue|viole|haga dano)",
        ),
    ),
    Rule(
        "overdose_under_way.swallowed",
        _M,
        _IMMINENT,
        "es",
        "blister caja bote frasco lejia cloro lavandina raticida matarratas veneno amoniaco insecticida",
        either(
            r"me (?:tome|he tomado|trague|acabo de tomar) (?:un|una|medio|media) (?:blister|caja|bote|frasco)(?: "
            r"enter[oa])? de (?:diazepam|lorazepam|alprazolam|clonazepam|rivotril|paracetamol|ibuprofeno|trankimazin|"
            r"orfidal|valium|lexatin|zolpidem|quetiapina|sertralina|fluoxetina|tramadol|ansioliticos)",
            r"(?:he|acabo de|me he|me) ?(?:ingerido|bebido|tomado|beber|tomar|bebi|tome) (?:lejia|cloro|lavandina|"
            r"raticida|matarratas|veneno|amoniaco|insecticida)",
        ),
    ),
    Rule(
        "self_injury.bleeding",
        _I,
        _MODERATE,
        "es",
        "sangr",
        r"(?:estoy sangrando|sangro)(?: mucho)?(?: y| porque)? me (?:corte|he cortado)(?! (?:cocinando|el dedo))|me "
        r"(?:corte|he cortado) y (?:estoy sangrando|sangro mucho|no para de sangrar)",
    ),
    Rule(
        "harm_to_others.announced",
        _H,
        _MODERATE,
        "es",
        "hacer_dano_a hacerle_dano_a",
        r"voy a hacer(?:le)? dano a (?:alguien|mi \w{2,12}|mis \w{2,12}|todos)",
    ),
    Rule(
        "psychosis.followed",
        _P,
        _MODERATE,
        "es",
        "me_persiguen_y me_vigilan_y me_siguen_y me_espian_y",
        r"me (?:persiguen|vigilan|siguen|espian) y (?:me (?:vigilan|persiguen|siguen|espian)|nadie me cree)",
    ),
)

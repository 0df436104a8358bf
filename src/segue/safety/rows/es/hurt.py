"""Wounds of one's own, blows, threats, hunger and weapons, in Spanish."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_I, _A, _E, _H = Category.SELF_INJURY, Category.ABUSE, Category.EATING_DISORDER, Category.HARM_TO_OTHERS
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_LIMBS = r"(?:brazos?|antebrazos?|munecas?|muslos?|piernas?|muneca)"
_BY_CHANCE = (
    r"(?! (?:\w{1,8} ){0,2}(?:rodilla|espalda|tobillo|dedo|jugando|corriendo|cocinando|entrenando|gimnasio|gym|futbol|"
    r"partido|gato|gata|perro|zarzas|rosal|jardin|bici|moto|caida|afeit\w+|depil\w+|sin querer)\b)"
)
"""How somebody is hurt by chance."""
_FAMILY = (
    r"(?:mi (?:marido|esposo|esposa|mujer|novio|novia|pareja|ex|padre|papa|viejo|vieja|madre|mama|padrastro|madrastra|"
    r"hermano|tio|abuelo|suegro|primo)|el)"
)
_GUN = r"(?:pistola|arma|escopeta|rifle|revolver|fierro)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "self_injury.fresh",
        _I,
        _MODERATE,
        "es",
        "cortada cortes heridas mianteb mibrazo mimunec mimuslo mipiern misante misbraz mismune mismusl "
        "mispier quemadu tajos",
        either(
            rf"(?:mis|mi) {_LIMBS} (?:me )?(?:(?:ya |otra vez |siempre |no paran? de )?(?:sangran?|sangrar)|estan? "
            rf"sangrando){_BY_CHANCE}",
            rf"(?:los|las|mis) {_LIMBS} (?:\w{{4,5}} )?(?:llen[oa]s|cubiert[oa]s|marcad[oa]s) (?:de|por|con) "
            rf"(?:\w{{3,7}} "
            rf")?(?:cortes|cortadas|heridas|quemaduras|tajos)(?: (?:recientes|frescos|nuevos|y))?{_BY_CHANCE}",
        ),
    ),
    Rule(
        "self_injury.blade",
        _I,
        _MODERATE,
        "es",
        "cuchilla cuter cutter gillet hojadea hojasde navaja",
        r"(?:cuchillas?|navajas?|gillett?es?|hojas? de afeitar|cutt?er)(?: de afeitar)? (?:y (?:yo|mi piel) )?(?:otra "
        r"vez|de nuevo|una vez "
        rf"mas)(?: (?:como (?:cada|todas|todos|siempre|ayer)|esta noche|anoche|en (?:mi|la) (?:piel|mano))|{_END})",
    ),
    Rule(
        "self_injury.for_a_reason",
        _I,
        _MODERATE,
        "es",
        "merezco castig sentir_algo no_sentir calmarme",
        r"me (?:queme|quemo|corte|corto|pegue|pego|golpee|golpeo|lastime|lastimo|arane|arano|hice|hago)(?: "
        r"\w{1,10}){0,7} "
        r"(?:(?:porque|pq|xq|pues) (?:me )?(?:lo )?merezco|para (?:castigarme|sentir algo|no sentir(?: nada)?|"
        r"calmarme))",
    ),
    Rule(
        "self_injury.once_more",
        _I,
        _MODERATE,
        "es",
        "me_lastime me_hice_d me_corte me_queme me_lesione me_autol",
        r"(?:me (?:lastime|hice dano|corte|queme|lesione|autolesione)) (?:(?:hoy|anoche|ayer|aqui) )?(?:otra vez|de "
        r"nuevo|"
        rf"una vez mas){_BY_CHANCE}(?! (?:el|la|las|los) (?:pelo|flequillo|unas|puntas|barba|lengua|mano|dedos?)\b)",
    ),
    Rule(
        "abuse.once_more",
        _A,
        _MODERATE,
        "es",
        "me_volvio_a me_ha_vuelto_a me_vuelve_a noche_me ayer_me vez_me nuevo_me",
        either(
            r"me (?:volvio|ha vuelto|vuelve) a (?:pegar|golpear|ahorcar|violar|forzar|empujar|amenazar)(?! (?:el|la|"
            r"un|una|"
            r"al|en el|su) (?:sol|gripe|susto|ajedrez|tenis|juego|risa|acento|pelota)\b)",
            r"(?:anoche|ayer|otra vez|de nuevo|esta noche) me (?:pego|golpeo|ahorco|violo|forzo|pateo)"
            rf"(?:{_END}| (?:y|otra|delante|en la cara|con (?:el|la|un|una) (?:cinturon|cinto|puno|palo|cable|chancla)|"
            r"hasta|porque|mi|tan fuerte))",
        ),
    ),
    Rule(
        "abuse.at_night",
        _A,
        _MODERATE,
        "es",
        "mi_cuarto mi_habitacion mi_cama mi_pieza mi_recamara",
        rf"{_FAMILY} (?:\w{{1,8}} )?(?:entra|se mete|viene|se acuesta) (?:a|en) mi (?:cuarto|habitacion|cama|pieza|"
        r"recamara) (?:por las? noches?|de noche|cuando (?:todos|mama|mi mama|nadie)|en la noche|y (?:me toca|"
        r"cierra))(?! "
        r"(?:a|para|y me) (?:apagar?|dar\w*|arropar\w*|ver|buscar|despert\w+|da|lee)\b)",
    ),
    Rule(
        "abuse.locked_up",
        _A,
        _MODERATE,
        "es",
        "encierra encerrad encerro encerraba",
        rf"{_FAMILY} me (?:encierra|encerro|encerraba|tiene encerrad[oa]|deja encerrad[oa])(?: \w{{1,8}}){{0,4}} "
        rf"(?:sin "
        r"(?:comer|comida|agua|salir|luz|telefono)|con llave|en (?:el sotano|casa|mi cuarto|el bano))",
    ),
    Rule(
        "abuse.threat_if",
        _A,
        _HIGH,
        "es",
        "me_mata matarme me_va_a_mat me_matar",
        rf"{_FAMILY} (?:me )?(?:dice|dijo|ha dicho|jura|juro|amenaza|amenazo)(?: con)?(?: que)? (?:me (?:va a matar|"
        rf"mata|"
        r"matara|matar)|matarme) si (?:\w{1,5} ){0,2}(?:deje?|denuncie?|denuncio|hablo|cuento|digo|voy a la|me voy|"
        r"llamo|"
        r"aviso|abandono|separo)\b",
    ),
    Rule(
        "abuse.beaten_slang",
        _A,
        _MODERATE,
        "es",
        "chingad cintara cinturo golpes hostias madrazo madrea palos patadas pinas trompad",
        rf"{_FAMILY} (?:siempre |todavia )?me (?:(?:caga|cago|agarra|muele|molio|da|mata|revienta|infla|lia)(?: a| "
        rf"de)? "
        r"(?:palos|golpes|trompadas|pinas|chingadazos|madrazos|cintarazos|cinturonazos|hostias|patadas)|madrea)",
    ),
    Rule(
        "harm_to_others.weapon_to_school",
        _H,
        _HIGH,
        "es",
        "pistola arma_ escopeta rifle revolver fierro mi_arma el_arma un_arma una_arma",
        rf"(?:llev\w{{1,4}}|traer|traigo|meter) (?:la|una|el|mi|un) {_GUN}(?! de (?:juguete|agua|pintura))(?: "
        r"\w{1,8}){0,4} (?:a la|al|para la|para el) (?:escuela|cole|colegio|insti|instituto|uni|universidad|facultad|"
        r"prepa|"
        r"secundaria|secu|liceo|clase|trabajo|oficina|curro)",
    ),
    Rule(
        "harm_to_others.him",
        _H,
        _MODERATE,
        "es",
        "voyaacu voyaapu voyamat",
        r"(?:(?:lo|la|los|las) voy a (?:matar|apunalar|acuchillar)|voy a (?:matar|apunalar|acuchillar)l[oa]s?) "
        r"(?:(?:esta "
        r"noche|hoy|manana|mientras duerm\w+)(?! (?:de risa|a (?:besos|abrazos|mensajes|cosquillas)))|cuando "
        r"(?:lleguen?|"
        r"vuelvan?|venga|duerma|se duerma|salga)|con (?:un|el|mi|la|una) "
        r"(?:cuchillo|pistola|escopeta|machete|arma))",
    ),
    Rule(
        "harm_to_others.pillow",
        _H,
        _HIGH,
        "es",
        "almohada cojin",
        r"(?:almohada|cojin)(?: \w{1,8}){0,5} (?:bebe|nene|nena|hij[oa]|mi madre|mi padre|ella|el)(?: \w{1,8}){0,5} "
        r"(?:apret|ahog|presion|asfix)\w{1,4}",
    ),
    Rule(
        "eating_disorder.proud_hunger",
        _E,
        _MODERATE,
        "es",
        "diasque diassin hasta mesient meveo sigo",
        either(
            r"dias (?:sin (?:comer|probar (?:bocado|nada))|que no como)(?: nada)? (?:y )?(?:\w{1,4} ){0,2}(?:siento|"
            r"siente|"
            r"gusta|encanta)(?: (?:muy|tan|super))? ?(?:bien|fuerte|limpi[oa]|liger[oa]|orgullos[oa]|genial|"
            rf"poderos[oa]|delgad[oa]|{_END})",
            r"peso [2345]\d(?: ?kg| kilos)? y (?:aun |todavia )?(?:sigo|me veo|me siento)(?: \w{4,6})? gord[oa]",
            r"no (?:voy a comer|como|comere|pienso comer)(?: nada| mas)? hasta (?:los|pesar|llegar a(?: los)?|bajar "
            r"a(?: "
            r"los)?) (?:[2345]\d)(?! (?:anos|minutos))",
        ),
    ),
)

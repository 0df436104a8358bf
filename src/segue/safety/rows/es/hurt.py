"""Wounds of one's own, blows, threats, hunger and weapons, in Spanish."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_I, _A, _E, _H = Category.SELF_INJURY, Category.ABUSE, Category.EATING_DISORDER, Category.HARM_TO_OTHERS
_P = Category.PSYCHOSIS
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_LIMBS = r"(?:brazos?|antebrazos?|munecas?|muslos?|piernas?|muneca)"
_BY_CHANCE = (
    r"(?! (?:\w{1,8} ){0,3}(?:rodilla|espalda|tobillo|dedo|jugando|corriendo|cocinando|entrenando|gimnasio|gym|futbol|"
    r"partido|gato|gata|perro|zarzas|espinas|mosquitos|rosal|jardin|bici|moto|caida|afeit\w{1,12}|depil\w{1,12}|sin "
    r"querer)\b)"
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
            rf"(?:los|las|mis) {_LIMBS} (?:\w{{4,5}} )?(?:llen[oa]s|cubiert[oa]s|marcad[oa]s) (?:de|por|"
            r"con) (?:\w{3,7} )?(?:cortes|cortadas|heridas|quemaduras|tajos)(?: (?:recientes|frescos|nuevos|"
            rf"y))?{_BY_CHANCE}",
        ),
    ),
    Rule(
        "self_injury.blade",
        _I,
        _MODERATE,
        "es",
        "cuchilla cuter cutter gillet hojadea hojasde navaja",
        r"(?:cuchillas?|navajas?|gillett?es?|hojas? de afeitar|cutt?er)(?: de afeitar)? (?:y (?:yo|"
        r"mi piel) )?(?:otra vez|de nuevo|una vez mas)(?: (?:como (?:cada|todas|todos|siempre|ayer)|esta noche|anoche|"
        rf"en (?:mi|la) (?:piel|mano))|{_END})",
    ),
    Rule(
        "self_injury.for_a_reason",
        _I,
        _MODERATE,
        "es",
        "merezco castig sentir_algo no_sentir calmarme",
        r"me (?:queme|quemo|corte|corto|pegue|pego|golpee|golpeo|lastime|lastimo|arane|arano|hice|hago)(?: "
        r"\w{1,10}){0,7} (?:(?:porque|pq|xq|pues) (?:me )?(?:lo )?merezco|para (?:castigarme|sentir algo|no sentir(?: "
        r"nada)?|calmarme))",
    ),
    Rule(
        "self_injury.once_more",
        _I,
        _MODERATE,
        "es",
        "me_lastime me_hice_d me_corte me_queme me_lesione me_autol",
        r"(?:me (?:lastime|hice dano|corte|queme|lesione|autolesione)) (?:(?:hoy|anoche|ayer|aqui) )?(?:otra vez|"
        rf"de nuevo|una vez mas){_BY_CHANCE}(?! (?:el|la|las|los) (?:pelo|flequillo|unas|puntas|barba|lengua|mano|"
        r"dedos?)\b)",
    ),
    Rule(
        "abuse.once_more",
        _A,
        _MODERATE,
        "es",
        "me_volvio_a me_ha_vuelto_a me_vuelve_a noche_me ayer_me vez_me nuevo_me",
        either(
            r"me (?:volvio|ha vuelto|vuelve) a (?:pegar|golpear|ahorcar|violar|forzar|empujar|amenazar)(?! (?:el|la|"
            r"un|una|al|en el|su) (?:sol|gripe|susto|ajedrez|tenis|juego|risa|acento|pelota)\b)",
            rf"(?:anoche|ayer|otra vez|de nuevo|esta noche) me (?:pego|golpeo|ahorco|violo|forzo|pateo)(?:{_END}|"
            r" (?:y|otra|delante|en la cara|con (?:el|la|un|una) (?:cinturon|cinto|puno|palo|cable|chancla)|hasta|"
            r"porque|mi|tan fuerte))",
        ),
    ),
    Rule(
        "abuse.at_night",
        _A,
        _MODERATE,
        "es",
        "mi_cuarto mi_habitacion mi_cama mi_pieza mi_recamara",
        rf"{_FAMILY} (?:\w{{1,8}} )?(?:entra|se mete|viene|se acuesta) (?:a|en) mi (?:cuarto|habitacion|cama|pieza|"
        r"recamara) (?:por las? noches?|de noche|cuando (?:todos|mama|mi mama|nadie)|en la noche|"
        r"y (?:me toca|cierra))(?! (?:a|para|y me) (?:apagar?|dar\w{0,12}|arropar\w{0,12}|ver|buscar|despert\w{1,12}|"
        r"da|lee)\b)",
    ),
    Rule(
        "abuse.locked_up",
        _A,
        _MODERATE,
        "es",
        "encierra encerrad encerro encerraba",
        rf"{_FAMILY} me (?:encierra|encerro|encerraba|tiene encerrad[oa]|"
        r"deja encerrad[oa])(?: \w{1,8}){0,4} (?:sin (?:comer|comida|agua|salir|luz|telefono)|con llave|"
        r"en (?:el sotano|casa|mi cuarto|el bano))",
    ),
    Rule(
        "abuse.threat_if",
        _A,
        _HIGH,
        "es",
        "me_mata matarme me_va_a_mat me_matar",
        rf"{_FAMILY} (?:me )?(?:dice|dijo|ha dicho|jura|juro|amenaza|amenazo)(?: con)?(?: que)? (?:me (?:va a matar|"
        r"mata|matara|matar)|matarme) si (?:\w{1,5} ){0,2}(?:deje?|denuncie?|denuncio|hablo|cuento|digo|voy a la|"
        r"me voy|llamo|aviso|abandono|separo)\b",
    ),
    Rule(
        "abuse.beaten_slang",
        _A,
        _MODERATE,
        "es",
        "chingad cintara cinturo golpes hostias madrazo madrea palos patadas pinas trompad",
        rf"{_FAMILY} (?:siempre |todavia )?me (?:(?:caga|cago|agarra|muele|molio|da|mata|revienta|infla|lia)(?: a|"
        r" de)? (?:palos|golpes|trompadas|pinas|chingadazos|madrazos|cintarazos|cinturonazos|hostias|patadas)|madrea)",
    ),
    Rule(
        "harm_to_others.weapon_to_school",
        _H,
        _HIGH,
        "es",
        "pistola arma_ escopeta rifle revolver fierro mi_arma el_arma un_arma una_arma",
        rf"(?:llev\w{{1,4}}|traer|traigo|meter) (?:la|una|el|mi|un) {_GUN}(?! de (?:juguete|agua|"
        r"pintura))(?: \w{1,8}){0,4} (?:a la|al|para la|para el) (?:escuela|cole|colegio|insti|instituto|uni|"
        r"universidad|facultad|prepa|secundaria|secu|liceo|clase|trabajo|oficina|curro)",
    ),
    Rule(
        "harm_to_others.him",
        _H,
        _MODERATE,
        "es",
        "voyaacu voyaapu voyamat",
        r"(?:(?:lo|la|los|las) voy a (?:matar|apunalar|acuchillar)|voy a (?:matar|apunalar|acuchillar)l[oa]s?) "
        r"(?:(?:esta noche|hoy|manana|mientras duerm\w{1,12})(?! (?:de risa|a (?:besos|abrazos|mensajes|cosquillas)))|"
        r"cuando (?:lleguen?|vuelvan?|venga|duerma|se duerma|salga)|con (?:un|el|mi|la|una) (?:cuchillo|pistola|"
        r"escopeta|machete|arma))",
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
            r"siente|gusta|encanta)(?: (?:muy|tan|super))? ?(?:bien|fuerte|limpi[oa]|liger[oa]|orgullos[oa]|genial|"
            rf"poderos[oa]|delgad[oa]|{_END})",
            r"peso [2345]\d(?: ?kg| kilos)? y (?:aun |todavia )?(?:sigo|me veo|me siento)(?: \w{4,6})? gord[oa]",
            r"no (?:voy a comer|como|comere|pienso comer)(?: nada| mas)? hasta (?:los|pesar|llegar a(?: los)?|bajar "
            r"a(?: los)?) (?:[2345]\d)(?! (?:anos|minutos))",
        ),
    ),
    Rule(
        "self_injury.by_hand",
        _I,
        _MODERATE,
        "es",
        "hasta meabri mearran meheabi mevolvi useel usela uselos useun",
        either(
            r"me (?:abri|volvi a abrir|arranque|he abierto) (?:las|mis) (?:cicatrices|heridas|costras|puntos)",
            r"me (?:rasque|arane|mordi|rasco|arano|muerdo|frote) (?:los|las|la|el) (?:brazos?|piernas?|piel|munecas?|"
            r"manos?|cara|muslos?) (?:hasta (?:que )?(?:sangr\w{2,5}|me sangr\w{2,5}|hacerme))",
            r"use (?:el|un|la|una|los) (?:vidrio|cristal|tijeras?|mechero|encendedor|cuchillo|aguja)(?: rot[oa])? "
            r"(?:en|contra|sobre) (?:el|mi|la|los|las|mis) (?:brazos?|piernas?|piel|munecas?|muslos?)",
        ),
    ),
    Rule(
        "abuse.cruel",
        _A,
        _HIGH,
        "es",
        "bofetad cacheta desnuda desvest golpes lacasac laropa meazoto meestamp meestre megolpe merevie "
        "patadas punetaz trompad",
        either(
            r"(?:padrastro|padre|papa|tio|hermano|marido|novio|entrenador|abuelo|primo|el|profe) me (?:hace|hizo|"
            r"obliga a|obligo a|manda) (?:quitarme|sacarme) la ropa|(?:padrastro|padre|papa|tio|hermano|marido|novio|"
            r"entrenador|abuelo|primo|el) me (?:hace|hizo|obliga a|obligo a) (?:desnudarme|desvestirme)",
            r"(?:dice|dijo|jura|amenaza)(?: con| que)?(?: si (?:lo|me|la) (?:dejo|voy|denuncio))? (?:va a )?quema(?:r|"
            r"ra)? la casa con (?:los ninos|mis hijos|nosotros|conmigo|todos)",
            r"me (?:estrello|estampo|golpeo|azoto|reviento) la cabeza (?:contra|en) (?:la|el|una) (?:pared|puerta|"
            r"mesa|suelo|piso|lavabo)",
            r"(?:novi[oa]|marido|esposo|esposa|mujer|pareja|ex|padre|madre|papa|mama) me (?:da|pega|tira) (?:punetazos|"
            rf"patadas|bofetadas|cachetadas|golpes|trompadas)(?: cuando|{_END}| si| porque| todos)",
        ),
    ),
    Rule(
        "harm_to_others.massacre",
        _H,
        _HIGH,
        "es",
        "mientra voyaacu voyabal voyadis voyamat",
        either(
            r"voy a (?:disparar|balear|matar|acuchillar)(?:les)? a (?:todos|todo el mundo|mis companeros|los "
            r"profesores)(?: \w{2,4})? (?:en|de) (?:el|la|mi) (?:insti|instituto|cole|colegio|escuela|clase|trabajo|"
            r"oficina|uni|prepa|liceo)",
            r"(?:podria|quiero|voy a) (?:estrangular|asfixiar|apunalar|matar) a mi \w{3,10} mientras duerme",
        ),
    ),
    Rule(
        "eating_disorder.in_secret",
        _E,
        _MODERATE,
        "es",
        "fuerte genial liger orgullo paraque",
        either(
            r"(?:solo|nada mas que|unicamente) (?:agua|chicles?|cafe|hielo)(?: y \w{3,8})? (?:y )?(?:(?:estoy|me "
            r"siento) )(?:orgullos[oa]|fuerte|genial|liger[oa])",
            r"vomito (?:en (?:la|el) (?:ducha|regadera|bano|bolsa)|a escondidas|baj(?:o|ito)) para que (?:nadie|no|mi "
            r"mama|mama)",
        ),
    ),
    Rule(
        "psychosis.whispered",
        _P,
        _HIGH,
        "es",
        "mediceq memanda meorden mepideq merepit quedebo queteng queyode queyote",
        either(
            r"(?:hombre|mujer|voz|alguien|sombra|diablo) (?:de|en|dentro de) (?:la|el|mi) (?:pared|cabeza|techo|"
            r"espejo|tele|radio) me (?:dice|ordena|manda|pide|repite) que me? ?(?:corte|mate|salte|tire|muera|queme|"
            r"haga)",
            r"(?:susurran|murmuran|me dicen|repiten|gritan)(?: \w{2,4}){0,4} que (?:yo )?(?:debo|tengo que) (?:quemar|"
            r"matar|morir|cortar|saltar|lastimar|matarme)",
        ),
    ),
    Rule(
        "abuse.with_what",
        _A,
        _MODERATE,
        "es",
        "elcabel elcuell elpelo elpescu meazota meazoto mecasti medacon medioco megolpe mepega mepegoc mequema mequemo",
        either(
            r"(?:mama|papa|madre|padre|padrastro|madrastra|tio|tia|hermano|marido|esposo|novio|pareja|abuelo|ex|viejo|"
            r"el|ella) (?:siempre )?me (?:pega|golpea|azota|quema|da|pego|golpeo|azoto|quemo|dio) con (?:un |una |el |"
            r"la |su |los )?(?:cable|cinturon|cinto|palo|vara|manguera|alambre|chancla|zapato|percha|plancha|"
            r"cigarros?|cigarrillos?|botella|punos?|escoba|latigo|correa|fierro|silla)",
            r"me (?:agarro|agarra|apreto|aprieta|cogio|coge|tomo|jalo|arrastro|arrastra) (?:del|el|por el) (?:cuello|"
            r"pelo|cabello|pescuezo)(?!.{0,12}(?:braid|brush|wash|peinar|tresser|coiffer|flecht|tranca|pentear|jug|"
            r"jouer|brincar))(?! (?:para (?:jugar|peinarme)|de la camisa))",
            r"(?:me (?:golpea|pega|golpean|pegan|castigan a golpes)) (?:cada vez que|siempre que|si) (?!(?:gana|"
            r"pierde|el sol)\b)(?:\w{1,6} ){0,2}(?:cena|comida|casa|llego|hablo|lloro|tarde|respondo|bebe|toma|"
            r"contesto)",
        ),
    ),
    Rule(
        "psychosis.god_told",
        _P,
        _HIGH,
        "es",
        "dios eldiabl elsenor jesus lasvoce lavoz losdemo satanas unangel",
        either(
            r"(?:dios|jesus|satanas|el diablo|un angel|las voces|la voz|el senor|los demonios) (?:me )?(?:dijo|dice|"
            r"dicen|dijeron|ordeno|ordena|ordenan|manda|mando|pide|pidio|quiere)(?: que)? (?:a )?(?:ahog|mat|apunal|"
            r"quem|sacrifi|estrangul|asfixi|acab|lastim)\w{1,4} (?:a (?:mi|mis|todos|ella|el|los)|con(?:migo| mi vida|"
            r" todos))",
        ),
    ),
    Rule(
        "harm_to_others.bullet",
        _H,
        _HIGH,
        "es",
        "unbalaz unploma untiro",
        either(
            r"(?:le|les) (?:meto|voy a meter|doy|voy a dar|pego|voy a pegar) un (?:balazo|tiro|"
            r"plomazo)(?!.{0,18}(?:level|nivel|fase|round|partida|runde|niveau|jeu|juego|jogo|game))(?! (?:en el "
            r"(?:juego|pie)|al (?:agua|blanco)))",
        ),
    ),
    Rule(
        "harm_to_others.hurt_badly",
        _H,
        _MODERATE,
        "es",
        "hacerle",
        either(
            r"(?:quiero|ganas de|voy a|necesito) hacerl(?:e|es) (?:tanto |mucho )?dano(?! (?:en el juego|al jefe))",
        ),
    ),
    Rule(
        "eating_disorder.tricks",
        _E,
        _MODERATE,
        "es",
        "diaspar diaspor mastico",
        either(
            r"mastico (?:y |la comida y )(?:la |lo )?(?:escupo)",
            r"como (?:solo )?(?:una vez )?cada (?:dos|tres|cuatro|cinco|\d) dias (?:para|porque) (?:\w{2,5} "
            r"){0,2}(?:flac[oa]|delgad[oa]|adelgazar|bajar|gord[oa])",
        ),
    ),
    Rule(
        "self_injury.on_purpose",
        _I,
        _MODERATE,
        "es",
        "cortand hagosan hicesan",
        either(
            r"me hago sangrar|me hice sangrar|me (?:vengo|ando|estoy|estaba|sigo|llevo) cortando (?:desde|todos|todas|"
            r"cada|otra|de nuevo|las|los|a escondidas)(?! (?:el pelo|las unas|puntas|los gastos))",
        ),
    ),
)

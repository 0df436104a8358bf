"""What is ready, taken or said for the last time, and whom life is too much for, in Spanish."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.es.crisis import ELSEWHERE, PILLS
from segue.safety.rules import Rule, either

_S, _M = Category.SUICIDE, Category.MEDICAL_EMERGENCY
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_HIGH_PLACE = r"(?:puente|azotea|techo|tejado|edificio|balcon|acantilado|precipicio|barranco|anden|vias|ventana)"
_GUN = r"(?:escopeta|pistola|rifle|revolver|arma|fierro)"
_LONGED = r"(?:quiero|quisiera|voy a|pienso(?: en)?|ganas (?:que tengo )?de|dan ganas de|tengo que)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "plan.at_the_edge",
        _S,
        _HIGH,
        "es",
        "borde filo cornisa baranda barandal barandilla pretil",
        r"estoy (?:aqui )?(?:sentad[oa] |parad[oa] |de pie |subid[oa] )?(?:en|al|a) (?:el |la )?(?:borde|filo|cornisa|"
        rf"barand(?:a|al|illa)|pretil) (?:de |del )(?:un |una |el |la |las |mi )?{_HIGH_PLACE}(?:{_END}|"
        r" (?:ahora|ahorita|ya|mirando (?:abajo|hacia|el vacio)|y (?:no|miro|ya|quiero)|pensando))",
    ),
    Rule(
        "means.looked_at",
        _S,
        _HIGH,
        "es",
        "soga cuerda escopeta pistola rifle revolver arma fierro pastillas pildoras somniferos comprimidos medic "
        "antidepresivos cuchill navaja",
        either(
            rf"(?:soga|cuerda(?! del? (?:la )?(?:columpio|guitarra|perro))|{_GUN}|{PILLS}|cuchillas?|"
            r"navaja)(?: \w{1,10}){0,5} (?:no (?:dejo|paro|puedo dejar) de (?:mirar|pensar)(?:l[oa]s?)?|"
            r"(?:l[oa]s?|me) (?:miro|llama|llaman) (?:todo el|a cada|cada)|me (?:llaman?|miran?) )",
            rf"(?:cargue|tengo|agarre|saque) (?:ya )?(?:la|mi|una|el|un) {_GUN}(?: cargad[oa])?(?: \w{{1,8}}){{0,4}} "
            r"(?:en (?:las|mis|la|mi) (?:piernas|manos?|rodillas|regazo|boca|sien)|contra mi|apuntandome)",
            rf"{_GUN} (?:ya )?(?:esta )?cargad[oa](?: \w{{1,8}}){{0,4}} (?:piernas|manos?|rodillas|boca|mi lado|"
            r"mi cama)",
            rf"(?:{PILLS})(?: \w{{2,8}}){{0,2}} (?:alinead[oa]s|en fila|contad[oa]s)(?:{_END}| (?:en|sobre|encima|"
            rf"delante|y))|(?:alinee|conte) (?:todas )?mis {PILLS}(?! (?:de|para) (?:la|el|hoy))",
        ),
    ),
    Rule(
        "means.stored",
        _S,
        _MODERATE,
        "es",
        "guardad ahorrad juntad escondid",
        r"(?:tengo|he) (?:guardad[oa]s?|ahorrad[oa]s?|juntad[oa]s?|escondid[oa]s?) "
        rf"(?:\w{{2,8}} ){{0,3}}{PILLS}(?! (?:en el (?:botiquin|neceser|cajon)|de la (?:tension|alergia)|"
        r"del? (?:perro|gato))\b)",
    ),
    Rule(
        "behaviour.letters_to_explain",
        _S,
        _MODERATE,
        "es",
        "carta",
        r"cartas? (?:\w{1,10} ){1,6}(?:para que (?:\w{1,6} ){0,2}(?:entienda|comprenda|sepan? (?:por ?que|que "
        r"(?:l[oa]s|no))|se culpe|perdone)n?|para (?:despedirme|cuando (?:yo )?(?:ya )?no este))",
    ),
    Rule(
        "behaviour.gave_for_good",
        _S,
        _MODERATE,
        "es",
        "ahacerf aservir harafal haranfa necesit voyanec",
        r"(?:regale|he regalado|estoy regalando|di|deje|done)(?: a)? (?:mi (?:perr|gat)[oa]|mis? (?:perros|gatos|"
        r"cosas|discos|libros|ropa|guitarra|joyas|ahorros|mascota)|todo)(?: \w{1,10}){0,6} no (?:\w{1,5} )?(?:voy a "
        r"necesitar|necesitare|van? a (?:servir|hacer falta)|hara[n]? falta)",
    ),
    Rule(
        "plan.day_chosen",
        _S,
        _MODERATE,
        "es",
        "fecha el_dia",
        r"(?:elegi|escogi|decidi|fije|puse|tengo|he (?:elegido|decidido|fijado))(?: ya)? (?:la fecha|"
        r"el dia)[,.:; ]{1,3}(?:es|sera|va a ser) (?:el |este )?(?:\d{1,2}|lunes|martes|miercoles|jueves|viernes|"
        rf"sabado|domingo|manana|pasado manana|mi cumple\w{{0,5}}){_END}(?!.{{0,50}}(?:church|booked|venue|wedding|"
        r"party|dinner|ticket|flight|iglesia|reserv|boda|fiesta|cena|eglise|mariage|resto|kirche|gebucht|hochzeit|"
        r"feier|igreja|casamento|festa|jantar))",
    ),
    Rule(
        "plan.nobody_in_time",
        _S,
        _HIGH,
        "es",
        "se_como se_donde",
        r"se (?:como|donde)(?: y (?:como|donde|cuando))?(?: \w{1,6}){0,2} (?:hacerlo|lo (?:voy a hacer|hare|"
        r"haria))(?: \w{1,8}){0,3} (?:nadie|no) (?:\w{1,6} ){0,4}(?:encontr|enter|deten|par[ae]r|salv|imped|"
        r"rescat)\w{0,6}",
    ),
    Rule(
        "goodbye.world",
        _S,
        _HIGH,
        "es",
        "adios",
        r"adios(?!.{0,45}(?:manana|luego|hablamos|nos vemos|demain|bientot|amanha|se fala|se ve|ate ja|madrugo|"
        r"cedo))(?: \w{1,6}){0,2} (?:mundo|vida|a todos|a tod[oa]s|amig[oa]s(?: mi[oa]s)?|"
        r"familia)(?: \w{1,8}){0,3} (?:(?:me )?(?:canse|harte|rindo|rendi)(?! de (?:este|esta|la|el|su|tu)\b)|"
        rf"no (?:puedo|aguanto|doy) mas|(?:estoy|toy) (?:cansad|hart)[oa](?:{_END}|"
        r" de (?:todo|vivir|esta vida|sufrir))|hasta (?:aqui|aca) llegue|fue (?:lindo|bonito|un placer) (?:vivir|"
        r"conocerl[oa]s)|perdon(?:en|enme)?(?: por todo)?)",
    ),
    Rule(
        "goodbye.last_time",
        _S,
        _MODERATE,
        "es",
        "la_ultima_vez_que",
        r"(?:esta|esa|hoy) (?:es|sera|va a ser) la ultima vez que (?:vas? a (?:saber|oir|escuchar)|sab(?:es|ras|en|"
        r"ran) (?:algo )?de mi|me (?:ves|veras|ven|veran|lees|leeras|escuchas|oyes|oiras))(?! (?:\w{1,8} ){0,4}(?:con|"
        r"en|perder|fumar|antes|jugar|ir|pedir|hasta)\b)",
    ),
    Rule(
        "passive.why_live",
        _S,
        _MODERATE,
        "es",
        "estarmu motivo noaguan nodoy nopuedo paraque quesent razon sentidoa",
        either(
            r"para que (?:quiero )?(?:vivir|seguir vivi\w{2,4}|sigo (?:viv[oa]|aqui|viviendo)|existo|naci|"
            rf"nacer){_END}{ELSEWHERE}",
            rf"que sentido tiene (?:vivir|seguir (?:viviendo|viv[oa]|aqui)|(?:la|mi|esta) vida|seguir){_END}",
            r"no (?:puedo|aguanto|doy)(?: mas)? (?:con|a) (?:esta|mi|la) (?:\w{3,9} )?vida(?! (?:social|laboral|de "
            r"(?:estudiante|oficina)|nocturna))",
            r"no (?:hay|tengo|queda|me queda|me quedan|veo|encuentro)(?: ya| ningun| ninguna| mas){0,2} (?:motivos?|"
            r"razon(?:es)?) (?:para|por l[oa]s? que) (?:seguir|vivir|continuar|luchar|"
            rf"levantarme)(?: (?:viviendo|aqui|adelante|luchando|viv[oa]))?{_END}",
            r"no (?:le )?(?:veo|encuentro|hallo) (?:el |ningun )?sentido a (?:(?:otr[oa]|un|una) (?:invierno|ano|dia|"
            r"primavera|verano|manana|navidad)(?: mas)?|vivir|seguir (?:viviendo|aqui|viv[oa])|(?:la|mi|esta) vida|"
            rf"seguir{_END})",
            rf"(?:mejor|mas valdria|mas me valdria|deberia) estar muert[oa]{_END}",
        ),
    ),
    Rule(
        "passive.death_awaited",
        _S,
        _MODERATE,
        "es",
        "aigual alomism deseoqu esperoq medejem meimpor mejor mellevar melleve mequite merecoj ojala quisier",
        either(
            r"(?:pido|pidiendo|pedia|rezo|rezando|ruego|suplico|ojala|quiero que|espero que|"
            r"que)(?: \w{1,9}){0,6} (?:dios|diosito|senor|virgen|cielo|muerte)(?: \w{1,8}){0,4} me (?:lleve|recoja|"
            rf"llevara|quite la vida|deje morir)(?:{_END}| (?:ya|pronto|con (?:el|ella|ellos|mi \w{{3,9}})|de una|"
            r"contigo|esta noche))",
            r"(?:ojala|espero que|quisiera que|deseo que)(?: \w{1,8}){0,4} (?:cancer|tumor|enfermedad|infarto|corazon|"
            rf"virus|covid)(?: \w{{1,8}}){{0,4}} (?:me )?(?:lleve|mate|fulmine|termine|acabe)(?: conmigo)?{_END}",
            r"ojala (?:me (?:atropell\w{1,4}|mat\w{1,4}|de un (?:infarto|derrame)|parta un rayo)|(?:un|el) (?:coche|"
            r"carro|camion|auto|bus|tren|avion|rayo) me (?:atropell|mat|part)\w{1,4})",
            r"si (?:\w{1,8} ){0,4}(?:atropell\w{1,4}|me matan?|me matar\w{1,3}|me muero|me muriera|"
            r"no despierto)(?: \w{1,8}){0,4} (?:me (?:da|daria) (?:igual|lo mismo)|(?:no|ni) me importa(?:ria)?|"
            rf"(?:seria )?mejor)(?:{_END}| (?:para|la))",
        ),
    ),
    Rule(
        "passive.nobody_would_care",
        _S,
        _MODERATE,
        "es",
        "nadie",
        r"nadie (?:\w{1,4} ){0,2}(?:import\w{1,5}|not\w{1,5}|(?:daria|da|dara) cuenta|extranar\w{0,3}|llorar\w{0,3}|"
        r"enter\w{1,5}|va a (?:llorar|notar|extranar|importar)\w{0,4})(?: \w{1,6}){0,3} si (?:yo )?(?:me (?:muero|"
        r"muriera|mato|matara|muriese)|no (?:estuviera|existiera)(?! (?:en|de)\b)|desaparezco|desapareciera|ya no "
        r"estoy|estuviera muert[oa])",
    ),
    Rule(
        "intent.slang",
        _S,
        _HIGH,
        "es",
        "arrojar aventar colgarl darmeun dejares estirar irmealo meterme pegarme petatea volarme",
        either(
            r"me (?:quiero|voy a) (?:petatear|aventar (?:del|de un|de la|a las vias))",
            rf"{_LONGED} (?:ya )?(?:petatearme|estirar la pata|colgar los tenis|(?:pegarme|darme|meterme) un (?:tiro|"
            r"balazo)|volarme (?:la cabeza|los sesos|la tapa)|irme al otro barrio|"
            r"dejar este mundo(?! (?:mejor|un poco))|(?:aventarme|arrojarme) (?:al|a las|del|desde|por) (?:la |el |un |"
            rf"una )?(?:{_HIGH_PLACE}|tren|metro|camion|vacio))(?! si (?:vuelve|sigue|otra|no (?:para|callan?))\b)",
        ),
    ),
    Rule(
        "method_seeking.how_many",
        _S,
        _MODERATE,
        "es",
        "bastan hacenfa hayquet necesit seneces sonmort sonsufi",
        r"(?:busque|busco|googlee|he buscado|mire|lei|estuve buscando)(?: (?:en (?:google|internet)|ayer|hoy|"
        rf"anoche)){{0,2}} cuant[oa]s (?:{PILLS}|paracetamoles|ibuprofenos|aspirinas) (?:hacen falta|se necesitan|"
        rf"necesito|hay que tomar|son (?:suficientes|mortales)|bastan)(?:{_END}|"
        r" para (?:morir|no despertar|una sobredosis|que))",
    ),
    Rule(
        "overdose_under_way.whole_box",
        _M,
        _IMMINENT,
        "es",
        "acabode blister bote caja frasco hetomad hetraga tiraent tome trague",
        either(
            r"me (?:tome|trague|he tomado|he tragado|acabo de tomar|empuje|"
            r"meti) (?:(?:tod[oa] (?:el|la|un|una) (?:frasco|bote|caja|blister)|(?:el|la|un|una) (?:frasco|bote|caja|"
            rf"blister|tira) enter[oa]) ?)(?:de (?:{PILLS}|paracetamol|ibuprofeno|\w{{4,9}}(?:pam|lam|rivotril))|"
            rf"{_END}|(?= (?:hace|y|anoche|ayer|hoy|recien)))",
            r"me (?:tome|trague|he tomado|he tragado|acabo de tomar)(?: (?:como|unos|unas|casi|mas de)){0,2} "
            r"(?:[2-9]\d|1\d\d|veinte|treinta|cuarenta|cincuenta) (?:paracetamol(?:es)?|ibuprofenos?|aspirinas?|"
            r"lorazepam|clonazepam|diazepam|alprazolam|rivotril(?:es)?|orfidal(?:es)?|trankimazin)",
        ),
    ),
    Rule(
        "overdose_under_way.opened",
        _M,
        _IMMINENT,
        "es",
        "las_venas las_munecas lejia cloro lavandina raticida matarratas anticongelante amoniaco desatascador veneno",
        either(
            r"me (?:abri|he abierto|acabo de abrir|raje|corte) las (?:venas|munecas)(?= ?(?:$|[.!?;,])| (?:y|hay|hace|"
            r"ahora|no|anoche|recien))",
            r"(?:me )?(?:bebi|tome|trague|he bebido|acabo de beber|bebo) (?:(?:un|una|medi[oa]) (?:\w{3,8} )?de "
            r")?(?:lejia|cloro|lavandina|raticida|matarratas|anticongelante|amoniaco|desatascador|veneno)",
        ),
    ),
    Rule(
        "goodbye.when_you_read",
        _S,
        _HIGH,
        "es",
        "cuandoe cuandol cuandov gracias",
        either(
            r"(?:cuando|para cuando) (?:leas?|lean|leais|veas?|vean|encuentres)(?: esto| lo| el mensaje)?(?: ya)? "
            r"(?:habra (?:pasado|terminado|acabado) todo|todo (?:habra )?(?:termin|acab)\w{2,4}|me habre ido|sera "
            r"tarde)(?! (?:a|de|en|al) )",
            r"cuando (?:lo|la) (?:leas?|lean|leais|veas?|vean)(?: ya)? (?:habra (?:pasado|terminado|acabado) todo|"
            r"todo habra (?:terminado|acabado|pasado)|sera tarde)",
            r"gracias por todo(?!.{0,40}(?:monday|tuesday|wednesday|thursday|friday|lunes|martes|miercoles|jueves|"
            r"viernes|oficina|lundi|mardi|mercredi|jeudi|vendredi|bureau|montag|dienstag|mittwoch|donnerstag|freitag|"
            r"buro|segunda|terca|quarta|quinta|sexta|escritorio|office|work))(?: \w{1,9}){0,5} (?:ya )?no (?:estare|"
            rf"voy a estar)(?: mas)?(?: aqui)?{_END}",
        ),
    ),
    Rule(
        "behaviour.left_in_order",
        _S,
        _MODERATE,
        "es",
        "dialisi insulin papeles ultimac",
        either(
            r"(?:arregle|deje|tengo|he (?:arreglado|dejado))(?: todos)? (?:mis|los) papeles(?: \w{2,8}){0,2} (?:para "
            r"no|y no|asi no) (?:\w{2,5} )?(?:dar|molest|causar|voy a molestar)\w{0,5}",
            r"(?:deje|he dejado|escribi|esta)(?: \w{2,3})? (?:mi|la) ultima carta(?! de (?:amor|renuncia))(?: "
            r"\w{2,9}){0,4} (?:almohada|mama|papa|hijos|familia|cama|cajon)",
            r"deje (?:de )?(?:ponerme|inyectarme|tomar)? ?(?:la|mi) (?:insulina|dialisis)(?: \w{1,6}){0,2} no "
            r"(?:pienso|voy a|quiero) (?:volver|retomar|ponermela|seguir)",
        ),
    ),
    Rule(
        "means.tied",
        _S,
        _HIGH,
        "es",
        "amarrad anudad atad colgad",
        either(
            r"(?:cinturon|soga|cuerda|cable|sabana|bufanda|lazo)(?: ya)? (?:esta )?(?:ya )?(?:atad|amarrad|colgad|"
            r"anudad)[oa] (?:a|en|de|del|al) (?:la |el |mi |una |un )?(?:puerta|viga|gancho|techo|ventilador|cuello|"
            r"tubo|lampara|barandal|arbol)(?! (?:del|de la) (?:perro|columpio))",
        ),
    ),
    Rule(
        "plan.up_there",
        _S,
        _HIGH,
        "es",
        "estoyen estoyso",
        either(
            r"estoy (?:en|sobre) (?:la|el|las|un|una) (?:azotea|techo|tejado|puente|cornisa|vias|balcon) (?:y "
            r")?(?:(?:tengo|con|me da) (?:mucho )?miedo|llorando|temblando|no se que hacer|no puedo mas)(?! (?:a|de) "
            r"(?:las|la|los) )",
        ),
    ),
    Rule(
        "passive.life_over",
        _S,
        _MODERATE,
        "es",
        "deberia elvolan entierr fuerza funeral meimagi nadamas nadapar nadieme nohayvu nohubie sinodes "
        "sinomed velorio",
        either(
            r"no (?:me quedan?|tengo|me queda)(?: mas| ya)? (?:fuerzas?) para (?:vivir|otro dia|un dia mas|seguir "
            r"(?:viviendo|viva|vivo))|nadie me necesita|deberia estar muert[oa]|hoy es el dia (?:y )?(?:ya )?no hay "
            r"vuelta atras",
            r"me imagino mi (?:propio )?(?:funeral|entierro|velorio)|(?:pienso|pensando|imaginando) (?:en )?mi "
            r"(?:propio )?(?:funeral|entierro|velorio)",
            r"(?:la )?vida (?:ya )?no (?:tiene|guarda|me da)(?: ya)? nada (?:mas )?para (?:mi|una? (?:viej[oa]|"
            r"persona) como yo|alguien como yo)",
            r"(?:feliz|contenta|contento|mejor|aliviad[oa]) si no (?:me )?(?:despertara|despierto|despertase) de "
            r"(?:la|esta) (?:operacion|anestesia|cirugia)",
            r"ojala (?:el|ese|la|ese) (?:autobus|bus|camion|coche|carro|tren|auto|colectivo|conductor) no hubiera "
            r"(?:frenado|parado|esquivado)",
            r"(?:ganas de|quiero|pienso en|me dan ganas de) (?:soltar|girar) el volante(?: (?:en|contra|hacia|por)|"
            rf"{_END})",
        ),
    ),
    Rule(
        "overdose_under_way.on_purpose",
        _M,
        _IMMINENT,
        "es",
        "adrede apropos querien",
        either(
            r"(?:me )?(?:tome|trague|he tomado|he tragado)(?: ya)? (?:demasiad[oa]s|muchas|muchos|"
            rf"un monton de) {PILLS}(?: \w{{1,8}}){{0,2}} (?:a proposito|adrede|queriendo)",
        ),
    ),
    Rule(
        "passive.not_that_long",
        _S,
        _MODERATE,
        "es",
        "nomeveo",
        either(
            r"no me veo (?:llegando|viv[oa]|viviendo) (?:a|en|hasta|para) (?:(?:la |los |mi |el |fin de )?(?:navidad|"
            r"treinta|veinte|cuarenta|cumpleanos|verano|ano|viernes|graduacion|viej[oa]))",
        ),
    ),
    Rule(
        "overdose_under_way.took_a_lot",
        Category.MEDICAL_EMERGENCY,
        _HIGH,
        "es",
        "mehetom metome metragu vacie volque",
        either(
            r"me (?:tome|trague|he tomado) (?:algo|cosas|unas cosas)[.,; ]{1,3}(?:mucho|muchas|demasiado|bastante)",
            r"(?:vacie|volque) (?:el|todo el|la|los) (?:botiquin|frasco|bote|caja|blisters?) (?:de pastillas )?(?:en|"
            r"sobre) (?:la|mi) (?:mano|boca|mesa|cama)",
        ),
    ),
    Rule(
        "means.picked_up",
        _S,
        _HIGH,
        "es",
        "acadara otravez sinpara todoelt",
        either(
            r"(?:cuchillo|navaja|pistola|soga|cuchilla)(?: \w{1,8}){0,5} y (?:lo|la) (?:agarro|tomo|toco|cojo) (?:a "
            r"cada rato|otra vez|una y otra vez|todo el tiempo|sin parar)",
        ),
    ),
    Rule(
        "passive.at_peace_to_go",
        _S,
        _MODERATE,
        "es",
        "estoyli",
        either(
            r"estoy list[oa] para (?:irme|partir|morir)(?! (?:a|al|de)\b)(?: ya)?(?: \w{1,5}){0,2} (?:hice (?:las "
            r"paces|mi paz)|estoy en paz|me despedi|sin miedo)",
        ),
    ),
)

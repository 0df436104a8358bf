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
        rf"estoy (?:aqui )?(?:sentad[oa] |parad[oa] |de pie |subid[oa] )?(?:en|al|a) (?:el |la )?(?:borde|filo|cornisa|"
        rf"barand(?:a|al|illa)|pretil) (?:de |del )(?:un |una |el |la |las |mi )?{_HIGH_PLACE}(?:{_END}| (?:ahora|"
        r"ahorita|ya|mirando (?:abajo|hacia|el vacio)|y (?:no|miro|ya|quiero)|pensando))",
    ),
    Rule(
        "means.looked_at",
        _S,
        _HIGH,
        "es",
        "soga cuerda escopeta pistola rifle revolver arma fierro pastillas pildoras somniferos comprimidos medic "
        "antidepresivos cuchill navaja",
        either(
            rf"(?:soga|cuerda|{_GUN}|{PILLS}|cuchillas?|navaja)(?: \w{{1,10}}){{0,5}} (?:no (?:dejo|paro|puedo dejar) "
            r"de (?:mirar|pensar)(?:l[oa]s?)?|(?:l[oa]s?|me) (?:miro|llama|llaman) (?:todo el|a cada|cada)|me "
            r"(?:llaman?|miran?) )",
            rf"(?:cargue|tengo|agarre|saque) (?:ya )?(?:la|mi|una|el|un) {_GUN}(?: cargad[oa])?(?: \w{{1,8}}){{0,4}} "
            r"(?:en (?:las|mis|la|mi) (?:piernas|manos?|rodillas|regazo|boca|sien)|contra mi|apuntandome)",
            rf"{_GUN} (?:ya )?(?:esta )?cargad[oa](?: \w{{1,8}}){{0,4}} (?:piernas|manos?|rodillas|boca|mi lado|mi "
            rf"cama)",
            rf"(?:{PILLS})(?: \w{{2,8}}){{0,2}} (?:alinead[oa]s|en fila|contad[oa]s)(?:{_END}| (?:en|sobre|encima|"
            r"delante|y))|(?:alinee|conte) (?:todas )?(?:las|mis) "
            rf"{PILLS}",
        ),
    ),
    Rule(
        "means.stored",
        _S,
        _MODERATE,
        "es",
        "guardad ahorrad juntad escondid",
        rf"(?:tengo|he) (?:guardad[oa]s?|ahorrad[oa]s?|juntad[oa]s?|escondid[oa]s?) (?:\w{{2,8}} ){{0,3}}{PILLS}(?! "
        r"(?:en el (?:botiquin|neceser|cajon)|de la (?:tension|alergia)|del? (?:perro|gato))\b)",
    ),
    Rule(
        "behaviour.letters_to_explain",
        _S,
        _MODERATE,
        "es",
        "carta",
        r"cartas? (?:\w{1,10} ){1,6}(?:para que (?:\w{1,6} ){0,2}(?:entienda|comprenda|sepan? (?:por ?que|que "
        r"(?:l[oa]s|"
        r"no))|se culpe|perdone)n?|para (?:despedirme|cuando (?:yo )?(?:ya )?no este))",
    ),
    Rule(
        "behaviour.gave_for_good",
        _S,
        _MODERATE,
        "es",
        "ahacerf aservir harafal haranfa necesit voyanec",
        r"(?:regale|he regalado|estoy regalando|di|deje|done)(?: a)? (?:mi (?:perr|gat)[oa]|mis? (?:perros|gatos|cosas|"
        r"discos|libros|ropa|guitarra|joyas|ahorros|mascota)|todo)(?: \w{1,10}){0,6} no (?:\w{1,5} )?(?:voy a "
        r"necesitar|necesitare|van? a (?:servir|hacer falta)|hara[n]? falta)",
    ),
    Rule(
        "plan.day_chosen",
        _S,
        _MODERATE,
        "es",
        "fecha el_dia",
        r"(?:elegi|escogi|decidi|fije|puse|tengo|he (?:elegido|decidido|fijado))(?: ya)? (?:la fecha|el "
        r"dia)[,.:; ]{1,3}"
        r"(?:es|sera|va a ser) (?:el |este )?(?:\d{1,2}|lunes|martes|miercoles|jueves|viernes|sabado|domingo|manana|"
        rf"pasado manana|mi cumple\w{{0,5}}){_END}",
    ),
    Rule(
        "plan.nobody_in_time",
        _S,
        _HIGH,
        "es",
        "se_como se_donde",
        r"se (?:como|donde)(?: y (?:como|donde|cuando))?(?: \w{1,6}){0,2} (?:hacerlo|lo (?:voy a hacer|hare|haria))(?: "
        r"\w{1,8}){0,3} (?:nadie|no) (?:\w{1,6} ){0,4}(?:encontr|enter|deten|par[ae]r|salv|imped|rescat)\w{0,6}",
    ),
    Rule(
        "goodbye.world",
        _S,
        _HIGH,
        "es",
        "adios",
        r"adios(?: \w{1,6}){0,2} (?:mundo|vida|a todos|a tod[oa]s|amig[oa]s(?: mi[oa]s)?|familia)(?: \w{1,8}){0,3} "
        r"(?:(?:me )?(?:canse|harte|rindo|rendi)(?! de (?:este|esta|la|el|su|tu)\b)|no (?:puedo|aguanto|doy) mas|"
        r"(?:estoy|"
        rf"toy) (?:cansad|hart)[oa](?:{_END}| de (?:todo|vivir|esta vida|sufrir))|hasta (?:aqui|aca) llegue|fue "
        rf"(?:lindo|"
        r"bonito|un placer) (?:vivir|conocerl[oa]s)|"
        r"perdon(?:en|enme)?(?: por todo)?)",
    ),
    Rule(
        "goodbye.last_time",
        _S,
        _MODERATE,
        "es",
        "la_ultima_vez_que",
        r"(?:esta|esa|hoy) (?:es|sera|va a ser) la ultima vez que (?:vas? a (?:saber|oir|escuchar)|sab(?:es|ras|en|"
        r"ran) "
        r"(?:algo )?de mi|me (?:ves|veras|ven|veran|lees|leeras|escuchas|oyes|oiras))(?! (?:\w{1,8} ){0,4}(?:con|en|"
        r"perder|fumar|antes|jugar|ir|pedir|hasta)\b)",
    ),
    Rule(
        "passive.why_live",
        _S,
        _MODERATE,
        "es",
        "estarmu motivo noaguan nodoy nopuedo paraque quesent razon sentidoa",
        either(
            rf"para que (?:quiero )?(?:vivir|seguir vivi\w{{2,4}}|sigo (?:viv[oa]|aqui|viviendo)|existo|naci|nacer)"
            rf"{_END}{ELSEWHERE}",
            rf"que sentido tiene (?:vivir|seguir (?:viviendo|viv[oa]|aqui)|(?:la|mi|esta) vida|seguir){_END}",
            r"no (?:puedo|aguanto|doy)(?: mas)? (?:con|a) (?:esta|mi|la) (?:\w{3,9} )?vida"
            r"(?! (?:social|laboral|de (?:estudiante|oficina)|nocturna))",
            r"no (?:hay|tengo|queda|me queda|me quedan|veo|encuentro)(?: ya| ningun| ninguna| mas){0,2} (?:motivos?|"
            r"razon(?:es)?) (?:para|por "
            rf"l[oa]s? que) (?:seguir|vivir|continuar|luchar|levantarme)(?: (?:viviendo|aqui|adelante|luchando|"
            rf"viv[oa]))?{_END}",
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
            r"(?:pido|pidiendo|pedia|rezo|rezando|ruego|suplico|ojala|quiero que|espero que|que)(?: \w{1,9}){0,6} "
            r"(?:dios|diosito|senor|virgen|cielo|muerte)(?: \w{1,8}){0,4} me (?:lleve|recoja|llevara|quite la vida|"
            r"deje "
            rf"morir)(?:{_END}| (?:ya|pronto|con (?:el|ella|ellos|mi \w{{3,9}})|de una|contigo|esta noche))",
            r"(?:ojala|espero que|quisiera que|deseo que)(?: \w{1,8}){0,4} (?:cancer|tumor|enfermedad|infarto|corazon|"
            rf"virus|covid)(?: \w{{1,8}}){{0,4}} (?:me )?(?:lleve|mate|fulmine|termine|acabe)(?: conmigo)?{_END}",
            r"ojala (?:me (?:atropell\w{1,4}|mat\w{1,4}|de un (?:infarto|derrame)|parta un rayo)|(?:un|el) (?:coche|"
            r"carro|"
            r"camion|auto|bus|tren|avion|rayo) me (?:atropell|mat|part)\w{1,4})",
            r"si (?:\w{1,8} ){0,4}(?:atropell\w{1,4}|me matan?|me matar\w{1,3}|me muero|me muriera|no despierto)(?: "
            r"\w{1,8}){0,4} (?:me (?:da|daria) (?:igual|lo mismo)|(?:no|ni) me importa(?:ria)?|(?:seria )?mejor)"
            rf"(?:{_END}| (?:para|la))",
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
        r"estoy|"
        r"estuviera muert[oa])",
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
            r"balazo)|volarme (?:la cabeza|los sesos|la tapa)|irme al otro barrio|dejar este mundo|(?:aventarme|"
            r"arrojarme) "
            rf"(?:al|a las|del|desde|por) (?:la |el |un |una )?(?:{_HIGH_PLACE}|tren|metro|camion|vacio))(?! si "
            rf"(?:vuelve|"
            r"sigue|otra|no (?:para|callan?))\b)",
        ),
    ),
    Rule(
        "method_seeking.how_many",
        _S,
        _MODERATE,
        "es",
        "bastan hacenfa hayquet necesit seneces sonmort sonsufi",
        r"(?:busque|busco|googlee|he buscado|mire|lei|estuve buscando)(?: (?:en (?:google|internet)|ayer|hoy|"
        r"anoche)){0,2} cuant[oa]s "
        rf"(?:{PILLS}|paracetamoles|ibuprofenos|aspirinas) (?:hacen falta|se necesitan|necesito|hay que tomar|son "
        rf"(?:suficientes|mortales)|bastan)"
        rf"(?:{_END}| para (?:morir|no despertar|una sobredosis|que))",
    ),
    Rule(
        "overdose_under_way.whole_box",
        _M,
        _IMMINENT,
        "es",
        "acabode blister bote caja frasco hetomad hetraga tiraent tome trague",
        either(
            r"me (?:tome|trague|he tomado|he tragado|acabo de tomar|empuje|meti) (?:(?:tod[oa] (?:el|la|un|una) "
            r"(?:frasco|"
            r"bote|caja|blister)|(?:el|la|un|una) (?:frasco|bote|caja|blister|tira) enter[oa]) "
            rf"?)(?:de (?:{PILLS}|paracetamol|ibuprofeno|\w{{4,9}}(?:pam|lam|rivotril))|{_END}|(?= (?:hace|y|anoche|"
            rf"ayer|"
            r"hoy|recien)))",
            r"me (?:tome|trague|he tomado|he tragado|acabo de tomar)(?: (?:como|unos|unas|casi|mas de)){0,2} "
            r"(?:[2-9]\d|"
            r"1\d\d|veinte|treinta|cuarenta|cincuenta) (?:paracetamol(?:es)?|ibuprofenos?|aspirinas?|lorazepam|"
            r"clonazepam|"
            r"diazepam|alprazolam|rivotril(?:es)?|orfidal(?:es)?|trankimazin)",
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
            r")?(?:lejia|"
            r"cloro|lavandina|raticida|matarratas|anticongelante|amoniaco|desatascador|veneno)",
        ),
    ),
)

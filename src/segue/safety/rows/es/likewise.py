"""How somebody else's danger is told in Spanish, and how a writer says that it is so with them too."""

from __future__ import annotations

from types import MappingProxyType

from segue.safety.rows.likewise_said import Likewise
from segue.safety.rules import either

_FIGURE = (
    r"\b(?! de (?:la |tanta? )?(?:risa|reir|verguenza|aburrimiento|calor|sueno|hambre|sed|amor|pena ajena|viej|"
    r"envidia))"
)
_DEED = (
    r"(?:suicidarse|matarse|ahorcarse|quitarse la vida|(?:acabar|terminar) con (?:todo|su (?:propia )?vida)|"
    r"cortarse las venas|tirarse (?:de|desde|por|al|a la|del)(?: \w{2,10}){1,2}|(?:saltar|lanzarse|arrojarse) (?:de|"
    r"desde|al vacio|por|del)(?: \w{2,10}){0,2}|pegarse un tiro|desvivirse)"
)
_KIN = (
    r"(?:padre|papa|madre|mama|padrastro|madrastra|novio|novia|marido|esposo|mujer|esposa|tio|hermano|pareja|"
    r"viejo|abuelo)"
)
ES = Likewise(
    "tambien tambn tmb tampoco igual mismo como_yo soy_yo somos idem same x2 tb como_a_mi como_me "
    "pasa_a_mi siento_yo que_siento yo_siento",
    r"(?:(?:yo|a mi|mi)(?: \w{2,9}){0,2} (?:tambien|tambn|tmb|tmbn|tb|tampoco|igual|lo mismo)|"
    r"(?:tambien|tampoco) (?:yo|a mi)|(?:igual|lo mismo|al igual|igualito|igualita|mismo) (?:que|q|k) (?:yo|a mi|"
    r"me pasa a mi|mi)|(?:tal |asi )?como (?:yo|a mi|me pasa a mi)|igual yo|(?:a mi )?(?:me (?:pasa|ocurre|sucede)|"
    r"siento|pienso|quiero|estoy|ando|deseo)(?: (?:yo|a mi))?(?: exactamente)? (?:lo mismo|igual|eso mismo)|"
    r"es[aoe] (?:mism[oa] )?(?:soy yo|me pasa a mi|siento yo|es lo que (?:yo )?siento)|soy yo|igualmente|idem|same|x2|"
    r"(?:ya )?somos dos)",
    r"(?:(?:el|ella) )?(?:esta|se siente|ya no puede|no puede) ",
    MappingProxyType(
        {
            "overdose_under_way": either(
                r"se (?:ha )?(?:tomo|tomado|trago|tragado) (?:tod[oa]s? (?:l[oa]s|sus|el|la)|"
                r"un (?:frasco|bote) (?:entero )?de|una caja (?:entera )?de|demasiad[oa]s) (?:\w{3,10} )?(?:pastillas|"
                r"pastis|medicamentos|frasco|remedios|comprimidos)",
            ),
            "intent": either(
                rf"(?:va a|planea|ha decidido|decidio|decide|piensa|esta por|tiene pensado) {_DEED}",
                r"se va a (?:suicidar|matar|ahorcar|quitar la vida|tirar (?:de|del|desde|por)(?: \w{2,10}){1,2}|"
                r"lanzar (?:de|desde|al)(?: \w{2,10}){1,2})",
            ),
            "ideation": either(
                r"(?:quiere|kiere|desea|quisiera|necesita|intenta|preferiria|prefiere|tiene ganas de|"
                rf"suena con)(?: (?:solo|ya))? (?:{_DEED}|morir(?:se)?|estar muert[oa]|desaparecer para siempre|"
                rf"no (?:existir|despertar|vivir)|dejar de (?:vivir|existir)){_FIGURE}",
                rf"se (?:quiere|kiere|quisiera) (?:morir|matar|suicidar|ahorcar|quitar la vida){_FIGURE}",
                r"se (?:suicida|mata|ahorca|quita la vida)(?! (?:trabajando|estudiando|de risa))|"
                r"(?:ya )?no (?:quiere|kiere) (?:vivir|existir|seguir (?:viviendo|viva|vivo|aqui)|despertar)(?: mas)?|"
                r"(?:piensa en|habla de|pensando en) (?:suicidarse|matarse|el suicidio|la muerte|morir(?:se)?)",
            ),
            "passive": either(
                r"esta (?:muy |tan |ya )?(?:cansad[oa]|hart[oa]) de (?:vivir|la vida|existir)|"
                r"no (?:le )?(?:ve|encuentra|tiene) (?:sentido a (?:la|su) vida|(?:ningun )?motivo (?:para|de) vivir|"
                r"ganas de vivir)|sin ganas de vivir",
            ),
            "self_injury": either(
                r"se (?:corta(?! el (?:pelo|cabello)| las unas)|autolesiona|quema (?:la piel|los brazos)|lastima a "
                r"proposito|hace (?:dano|cortes))|quiere (?:cortarse|hacerse dano|lastimarse)",
            ),
            "eating_disorder": either(
                r"(?:vomita|se provoca el vomito)(?: (?:todo|despues de) (?:lo que )?(?:come|comer|cada comida))?",
            ),
            "psychosis": either(
                r"(?:oye|escucha) voces",
            ),
            "abuse": either(
                rf"su {_KIN} (?:l[oae]|la|los) (?:\w{{3,8}} )?(?:pega|golpea|maltrata|viola|violo|toca|abusa|ahorca|"
                rf"ahorco)|su {_KIN} abusa de (?:el|ella)|(?:la|lo) (?:violaron|violo)",
            ),
            "harm_to_others": either(
                rf"(?:quiere|va a|planea) matar a su (?:{_KIN}|jefe|profesor|familia|ex|hij[oa]|hermana)",
            ),
        }
    ),
)

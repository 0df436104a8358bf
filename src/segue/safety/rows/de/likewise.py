"""How somebody else's danger is told in German, and how a writer says that it is so with them too."""

from __future__ import annotations

from types import MappingProxyType

from segue.safety.rows.likewise_said import Likewise
from segue.safety.rules import either

_FIGURE = r"\b(?<!vor lachen sterben)(?<!vor scham sterben)(?<!vor langeweile sterben)(?<!vor hunger sterben)"
_DEED = (
    r"(?:sich (?:selbst )?(?:umbringen|umbringn|toten|toeten|das leben nehmen|erhangen|erhaengen|aufhangen|aufhaengen|"
    r"erschiessen|ertranken|ertraenken|vor (?:den|einen|die) \w{2,8} (?:werfen|schmeissen)|die pulsadern aufschneiden)|"
    r"sich (?:\w{2,9} ){1,3}(?:umbringen|toten|toeten|das leben nehmen|erhangen|sturzen|stuerzen|erschiessen)|"
    r"selbstmord begehen|suizid begehen|allem ein ende (?:setzen|machen)|seinem leben ein ende (?:setzen|machen)|"
    r"ihrem leben ein ende (?:setzen|machen)|(?:(?:heute|heut|morgen|nacht|abend) ){0,2}(?:vom|von der|von einem|"
    r"von einer|aus dem) \w{3,12} (?:springen|sturzen))"
)
_KIN = r"(?:vater|papa|mutter|mama|stiefvater|stiefmutter|freund|freundin|mann|frau|onkel|bruder|partner|opa)"
DE = Likewise(
    "auch i_au ich_au mir_au au genauso genau_wie so_wie gleich ebenfalls ebenso same bin_ich "
    "ubrigens_ich uebrigens_ich eigentlich_ich halt_ich ahnlich aehnlich dasselbe selbe wie_ich "
    "wie_mir wie_bei_mir dito wir_zwei schon_zwei wir_beide",
    r"(?:(?:ich|i|mir|bei mir|mich)(?: \w{2,9}){0,3} (?:auch(?: nicht)?|genauso|ebenfalls|ebenso|gleich|ahnlich|"
    r"aehnlich|dasselbe|das gleiche|das selbe|au)|(?:mir )?(?:geht|gehts|gaht|goht)(?: es|'s|"
    r"s)?(?: mir)?(?: \w{2,9}){0,2} (?:genauso|auch|auch so|ebenso|gleich|ahnlich|aehnlich)|"
    r"(?:genau ?so|genau|so|ganz|eigentlich|gleich)? ?wie (?:ich|mir|bei mir)(?: auch)?|auch ich|same(?: hier)?|"
    r"(?:das|der|die) bin (?:ubrigens |uebrigens |eigentlich |auch |halt )?ich|ebenfalls|dito|"
    r"(?:das gleiche|dasselbe) bei mir|da (?:sind|waren) wir (?:schon )?zwei|wir beide)(?: so| mal| selbst| nicht mehr|"
    r" nicht)?",
    r"(?:er|sie|es) (?:ist|fuhlt|fuehlt|kann|hat) ",
    MappingProxyType(
        {
            "overdose_under_way": either(
                r"hat (?:\w{3,9} )?(?:alle (?:seine|ihre|die)|zu viele|viel zu viele|"
                r"eine (?:ganze )?(?:packung|schachtel)) (?:\w{3,10} )?(?:tabletten|pillen|schlaftabletten|"
                r"medikamente) (?:genommen|geschluckt)",
            ),
            "intent": either(
                rf"(?:wird|plant|plant es|hat vor|hat beschlossen|beschliesst) (?:\w{{3,9}} ){{0,2}}{_DEED}",
                r"bringt sich (?:\w{3,9} ){0,2}um|nimmt sich (?:\w{3,9} ){0,2}das leben|"
                r"springt (?:\w{3,9} ){0,2}(?:vom|von der|von einer) (?:bruecke|brucke|dach|turm|hochhaus|klippe)",
            ),
            "ideation": either(
                r"(?:will|wott|mochte|moechte|mocht|wollte|wurde (?:gern|gerne|am liebsten)|"
                rf"wuerde (?:gern|gerne|am liebsten)|mag) (?:\w{{2,9}} ){{0,2}}(?:{_DEED}|sterben?|tot sein|"
                rf"nicht mehr (?:leben|da sein|aufwachen|sein|existieren)|nie mehr aufwachen){_FIGURE}",
                r"(?:denkt|redet|spricht) (?:\w{2,9} ){0,3}(?:an|uber|ueber|von) (?:selbstmord|suizid|den tod|"
                r"das sterben)|ist (?:suizidal|lebensmude|lebensmuede)|hat (?:\w{2,9} ){0,2}(?:suizid|"
                r"selbstmord)gedanken|sterben (?:will|mochte|moechte)|nicht mehr leben (?:will|mochte|moechte|mag)",
            ),
            "passive": either(
                r"(?:hat|ist) (?:\w{2,9} ){0,2}(?:keine lust mehr (?:zu leben|auf(?:s| das) leben)|"
                r"(?:das|sein|ihr) leben satt|des lebens mude|des lebens muede|mude (?:vom|zu) leben|"
                r"keinen lebenswillen(?: mehr)?|keinen grund (?:mehr )?zu leben)|sieht keinen sinn mehr im leben|"
                r"wird heute nacht sterben",
            ),
            "self_injury": either(
                r"(?:ritzt|schneidet|verletzt|verbrennt) sich(?: (?:selbst|absichtlich|die arme|den arm))?(?! (?:beim|"
                r"an |die haare|im))|will sich (?:ritzen|schneiden|selbst verletzen|etwas antun|was antun)",
            ),
            "eating_disorder": either(
                r"(?:kotzt|erbricht|ubergibt sich|uebergibt sich) (?:nach (?:jedem|dem) (?:essen)|alles)|"
                r"hungert sich (?:\w{3,9} )?(?:runter|zu tode)",
            ),
            "psychosis": either(
                r"hort (?:\w{2,9} )?stimmen|hoert (?:\w{2,9} )?stimmen",
            ),
            "abuse": either(
                rf"(?:sein|seine|ihr|ihre) {_KIN} (?:schlagt|schlaegt|verprugelt|verpruegelt|misshandelt|missbraucht|"
                r"vergewaltigt|wurgt|wuergt|fasst) (?:ihn|sie)|(?:wird|wurde) (?:\w{2,9} ){0,3}(?:geschlagen|"
                r"missbraucht|vergewaltigt|misshandelt)",
            ),
            "harm_to_others": either(
                rf"will (?:seinen|ihren|seine|ihre) (?:{_KIN}|chef|lehrer|lehrerin|familie|ex|sohn|tochter|schwester|"
                r"eltern) (?:umbringen|toten|toeten|abstechen|erschiessen|ermorden)",
            ),
        }
    ),
)

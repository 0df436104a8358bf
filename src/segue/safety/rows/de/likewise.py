"""How somebody else's danger is told in German, and how a writer says that it is so with them too."""

from __future__ import annotations

from types import MappingProxyType

from segue.safety.rows.likewise_said import Likewise
from segue.safety.rules import either

_FIGURE = r"\b(?<!vor lachen sterben)(?<!vor scham sterben)(?<!vor langeweile sterben)(?<!vor hunger sterben)"
_DEED = (
    r"(?:sich (?:selbst )?(?:umbringen|umbringn|toten|toeten|das leben nehmen|erhangen|erhaengen|aufhangen|"
    r"aufhaengen|erschiessen|ertranken|"
    r"ertraenken|vor (?:den|einen|die) \w{2,8} (?:werfen|schmeissen)|die pulsadern aufschneiden)|sich "
    r"(?:\w{2,9} ){1,3}(?:umbringen|toten|toeten|das leben nehmen|erhangen|sturzen|stuerzen|erschiessen)|"
    r"selbstmord begehen|suizid "
    r"begehen|"
    r"allem ein ende (?:setzen|machen)|seinem leben ein ende (?:setzen|machen)|ihrem leben ein ende (?:setzen|"
    r"machen)|"
    r"(?:(?:heute|heut|morgen|nacht|abend) ){0,2}(?:vom|von der|von einem|von einer|aus dem) \w{3,12} "
    r"(?:springen|sturzen))"
)
_KIN = r"(?:vater|papa|mutter|mama|stiefvater|stiefmutter|freund|freundin|mann|frau|onkel|bruder|partner|opa)"
DE = Likewise(
    "auch i_au ich_au mir_au au genauso genau_wie so_wie gleich ebenfalls ebenso same bin_ich "
    "ubrigens_ich uebrigens_ich eigentlich_ich halt_ich ahnlich aehnlich dasselbe selbe wie_ich "
    "wie_mir wie_bei_mir dito wir_zwei schon_zwei wir_beide",
    r"(?:(?:ich|i|mir|bei mir|mich)(?: \w{2,9}){0,3} (?:auch(?: nicht)?|genauso|ebenfalls|ebenso|gleich|"
    r"ahnlich|aehnlich|"
    r"dasselbe|das gleiche|das selbe|au)|(?:mir )?(?:geht|gehts|gaht|goht)(?: es|'s|s)?(?: mir)?(?: "
    r"\w{2,9}){0,2} (?:genauso|auch|auch so|ebenso|"
    r"gleich|ahnlich|aehnlich)|(?:genau ?so|genau|so|ganz|eigentlich|gleich)? ?wie (?:ich|mir|bei mir)(?: "
    r"auch)?|auch ich|same(?: hier)?|(?:das|der|die) "
    r"bin (?:ubrigens |uebrigens |eigentlich |auch |halt )?ich|ebenfalls|dito|(?:das gleiche|dasselbe) bei mir|"
    r"da (?:sind|waren) wir (?:schon "
    r")?zwei|wir beide)"
    r"(?: so| mal| selbst| nicht mehr| nicht)?",
    r"(?:er|sie|es) (?:ist|fuhlt|fuehlt|kann|hat) ",
    MappingProxyType(
        {
            "overdose_under_way": either(
                r"hat (?:\w{3,9} )?(?:alle (?:seine|ihre|die)|zu viele|viel zu viele|eine (?:ganze "
                r")?(?:packung|schachtel)) "
                r"(?:\w{3,10} )?(?:tabletten|pillen|schlaftabletten|medikamente) (?:genommen|geschluckt)",
            ),
            "intent": either(
                rf"(?:wird|plant|plant es|hat vor|hat beschlossen|beschliesst) (?:\w{{3,9}} ){{0,2}}{_DEED}",
                r"bringt sich (?:\w{3,9} ){0,2}um|nimmt sich (?:\w{3,9} ){0,2}das leben|springt (?:\w{3,9} "
                r"){0,2}(?:vom|von der|von einer) "
                r"(?:bruecke|brucke|dach|turm|hochhaus|klippe)",
            ),
            "ideation": either(
                rf"(?:will|wott|mochte|moechte|mocht|wollte|wurde (?:gern|gerne|am liebsten)|wuerde (?:gern|"
                rf"gerne|am liebsten)|mag) "
                rf"(?:\w{{2,9}} ){{0,2}}(?:{_DEED}|sterben?|tot sein|nicht mehr (?:leben|da sein|aufwachen|"
                rf"sein|existieren)|nie mehr "
                rf"aufwachen){_FIGURE}",
                r"(?:denkt|redet|spricht) (?:\w{2,9} ){0,3}(?:an|uber|ueber|von) (?:selbstmord|suizid|den tod|"
                r"das sterben)|ist "
                r"(?:suizidal|lebensmude|lebensmuede)|hat (?:\w{2,9} ){0,2}(?:suizid|selbstmord)gedanken|"
                r"sterben (?:will|mochte|"
                r"moechte)|nicht mehr leben (?:will|mochte|moechte|mag)",
            ),
            "passive": either(
                r"(?:hat|ist) (?:\w{2,9} ){0,2}(?:keine lust mehr (?:zu leben|auf(?:s| das) leben)|(?:das|sein|"
                r"ihr) leben satt|des lebens "
                r"mude|des lebens muede|mude (?:vom|zu) leben|keinen lebenswillen(?: mehr)?|keinen grund "
                r"(?:mehr )?zu leben)|sieht "
                r"keinen sinn mehr im leben|wird heute nacht sterben",
            ),
            "self_injury": either(
                r"(?:ritzt|schneidet|verletzt|verbrennt) sich(?: (?:selbst|absichtlich|die arme|den arm))?(?! "
                r"(?:beim|an |die haare|im))|will "
                r"sich (?:ritzen|schneiden|selbst verletzen|etwas antun|was antun)",
            ),
            "eating_disorder": either(
                r"(?:kotzt|erbricht|ubergibt sich|uebergibt sich) (?:nach (?:jedem|dem) (?:essen)|alles)|"
                r"hungert sich (?:\w{3,9} )?(?:runter|zu tode)",
            ),
            "psychosis": either(
                r"hort (?:\w{2,9} )?stimmen|hoert (?:\w{2,9} )?stimmen",
            ),
            "abuse": either(
                rf"(?:sein|seine|ihr|ihre) {_KIN} (?:schlagt|schlaegt|verprugelt|verpruegelt|misshandelt|"
                rf"missbraucht|vergewaltigt|wurgt|"
                r"wuergt|fasst) (?:ihn|sie)|(?:wird|wurde) (?:\w{2,9} ){0,3}(?:geschlagen|missbraucht|"
                r"vergewaltigt|misshandelt)",
            ),
            "harm_to_others": either(
                rf"will (?:seinen|ihren|seine|ihre) (?:{_KIN}|chef|lehrer|lehrerin|familie|ex|sohn|tochter|"
                rf"schwester|eltern) "
                r"(?:umbringen|toten|toeten|abstechen|erschiessen|ermorden)",
            ),
        }
    ),
)

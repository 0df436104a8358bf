"""What hurts people who write in German, and how they hint at death: wounds, blows, poison, hunger, voices, an end."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.de.crisis import AS_TOLD, PILLS, UM
from segue.safety.rows.de.plainly import FAMILY
from segue.safety.rows.de.words import HITS, WHO, WORD
from segue.safety.rules import Rule, either

_S, _I, _M, _A = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY, Category.ABUSE
_E, _P, _H = Category.EATING_DISORDER, Category.PSYCHOSIS, Category.HARM_TO_OTHERS
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_HAVE = r"(?:ich )?(?:habe?|hab)(?: ich)?"
_TRIED = r"versucht (?:mich (?:umzubringen|zu toten|zu toeten|zu erhangen|zu vergiften)|mir das leben zu nehmen)"
_SWALLOWED = r"(?:genommen|geschluckt|eingeworfen|intus)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "history.attempt",
        _S,
        _MODERATE,
        "de",
        "versucht_mi suizidversuch selbstmordversuch",
        either(
            rf"{_HAVE}(?: (?!nie\b|nicht\b)\w{{2,10}}){{0,4}} {_TRIED}",
            r"(?:ich (?:habe?|hatte)|(?:habe?|hatte) ich|nach meinem|mein|"
            r"meine)(?: (?!kein|nie\b|uber\b|ueber\b)\w{2,10}){0,3} (?:suizid|selbstmord)versuche?n?",
        ),
    ),
    Rule(
        "intent.going_to",
        _S,
        _HIGH,
        "de",
        "versucht_mi entschieden leben_ein_ende",
        either(
            rf"{_HAVE} (?:heute|gerade|eben|vorhin|gestern)(?: \w{{2,10}}){{0,2}} {_TRIED}",
            rf"{_HAVE} mich (?:dazu )?entschieden (?:zu sterben|nicht mehr zu leben|mein leben zu beenden)",
            r"(?:diesem|meinem) leben ein ende (?:bereiten|setzen|machen)",
        ),
    ),
    Rule(
        "passive.no_future",
        _S,
        _MODERATE,
        "de",
        "aufwache belastung mehr_leben auf_den_tod leben einzige letzte himmel mich_los mich_bald_los mich_dann_los "
        "mich_endlich_los ich_tot abgeschlossen",
        either(
            r"(?:hoffe|bete|wunsche|wuensche)(?: mir)?(?: \w{2,8}){0,2} dass ich (?:\w{2,8} ){0,2}(?:nicht|nie|nimmer) "
            r"(?:mehr |wieder )?aufwache",
            r"bin(?: ich)?(?: (?:nur|doch|eh|bloss|allen)){0,2} eine belastung(?= ?(?:$|[.!?;,])|"
            r" (?:fur|fuer) (?:alle|euch|meine|andere|jeden)\b)",
            r"ich (?:\w{2,10} ){1,4}und (?:mag|will|mochte|moechte) (?:einfach )?nicht mehr leben(?= ?(?:$|[.!?;,]))",
            r"warte (?:nur |noch |nur noch )?auf den tod(?! (?:von|des|der)\b)",
            r"(?:wofur|wofuer|wozu|warum) (?:soll|sollte) ich (?:noch |uberhaupt |ueberhaupt ){0,2}(?:weiter)?leben|"
            r"wozu (?:noch|uberhaupt noch|ueberhaupt noch) leben",
            r"(?:tod|sterben|selbstmord|suizid) ist (?:der|mein|die) (?:einzige|letzte)r? (?:ausweg|losung|loesung|"
            r"hoffnung)",
            r"habe? (?:mit (?:dem|meinem) leben|mit allem) abgeschlossen|abgeschlossen mit (?:dem leben|meinem leben)",
            r"(?:will|mochte|moechte) (?:\w{2,8} ){0,2}(?:zu|bei) (?:meine[mr] \w{3,10}|ihm|ihr|mama|papa|oma|"
            r"opa) (?:in den|im|sein im) himmel",
            r"(?:bald|dann|morgen) seid ihr mich (?:endlich )?los|ihr seid mich (?:bald |dann |endlich )?los",
            r"wenn ich tot bin (?:tut|werdet|wird|merkt|merken|bereut|bereuen|interessiert)|bereuen wenn ich tot bin",
        ),
    ),
    Rule(
        "behaviour.prepared",
        _S,
        _HIGH,
        "de",
        "strick",
        rf"{_HAVE}(?: \w{{2,10}}){{0,3}} (?:strick|galgenstrick) (?:gekauft|besorgt|geknupft|geknuepft)",
    ),
    Rule(
        "overdose_under_way.now",
        _M,
        _IMMINENT,
        "de",
        "getrunken geschluckt genommen eingeworfen intus bluten",
        either(
            rf"{_HAVE}(?: \w{{2,10}}){{0,3}} (?:rattengift|gift|putzmittel|bleiche|bleichmittel|frostschutzmittel|"
            r"abflussreiniger|spulmittel|spuelmittel|desinfektionsmittel)(?: \w{2,8})? (?:getrunken|geschluckt|"
            r"genommen)",
            rf"{_HAVE}(?: (?:gerade|grad|eben|jetzt|etwa|fast|uber)){{0,2}} (?!(?:200|400|500|600|800)\b)(?:\d{{2,3}}|"
            r"zehn|zwanzig|dreissig|vierzig|funfzig|fuenfzig) (?:ibus?|ibuprofen|paras?|paracetamol|aspirin|tramadol|"
            rf"xanax|tavor|diazepam|benzos?) {_SWALLOWED}",
            rf"{_HAVE}(?: (?:gerade|grad|eben|jetzt|heute|mir)){{0,2}} (?:ganz viele|sehr viele|so viele|total viele|"
            rf"(?:viel )?zu viele?(?: von)?|alle)(?: (?:den|meine|meinen|der|diese))? {PILLS} {_SWALLOWED}{AS_TOLD}",
            r"(?:auf)?ge(?:schnitten|ritzt)[^.!?;]{0,40}\b(?:hort|hoert) nicht (?:mehr )?auf zu bluten",
        ),
    ),
    Rule(
        "self_injury.wounds",
        _I,
        _MODERATE,
        "de",
        "ritzen zu_tief bestraf feuerzeug zigarette blutig mich_selbst",
        either(
            r"ritzen (?:hilft|beruhigt|tut gut)|(?:nach|seit) dem ritzen",
            r"mich(?: (?!beim\b)\w{2,8}){0,2} zu tief (?:geritzt|geschnitten)",
            r"bestrafe mich(?: \w{2,8}){0,2} (?:mit|selbst|durch)|mich (?:selbst )?bestrafen und (?:schneide|ritze|"
            r"schlage)",
            r"(?:verbrenne|brenne) mich(?: \w{2,10}){0,2} mit (?:dem feuerzeug|einem feuerzeug|zigaretten)",
            r"kratze mich(?: \w{2,8}){0,2} blutig(?! wegen\b)|schlage? mich selbst(?! (?:im|beim)\b)",
        ),
    ),
    Rule(
        "abuse.violence",
        _A,
        _MODERATE,
        "de",
        "mir_weh mir_immer_weh mir_oft_weh mir_wieder_weh uns_weh uns_immer_weh uns_oft_weh uns_wieder_weh prugel "
        "pruegel schlage schlaege zimmer mein_bett mit_mir vergewaltigt begrapscht missbraucht eingesperrt er_mich "
        "er_uns",
        either(
            rf"{WHO} tut (?:mir|uns)(?: (?:immer|oft|wieder))? weh(?! (?:mit worten|leid)\b)",
            r"(?:kriege?|bekomme?) (?:ich )?(?:(?!keine\b)\w{2,8} ){0,3}(?:schlage|schlaege|prugel|"
            r"pruegel)(?= ?(?:$|[.!?;,])| (?:von|wenn|weil|zu hause|und))",
            rf"{FAMILY}(?:{WORD}){{0,2}} kommt(?: \w{{2,8}})? nachts(?: \w{{2,8}}){{0,2}} (?:in mein zimmer|in mein "
            r"bett)",
            rf"{FAMILY} (?:macht|hat|hatte|will)(?: (?!nicht\b)\w{{2,10}}){{0,2}} (?:sexuelle sachen|sex) mit mir",
            rf"(?:jemand|ein mann|ein typ|er|{WHO}|mein chef|ein kollege) hat mich(?: (?!nicht\b|"
            r"nie\b)\w{2,10}){0,4} (?:vergewaltigt|begrapscht|missbraucht)",
            rf"{WHO}(?: (?!nicht\b|nie\b)\w{{2,12}}){{0,7}} mich eingesperrt",
            rf"(?:weil|dass|wenn) er (?:mich|uns)(?:{WORD}){{0,2}} {HITS}",
        ),
    ),
    Rule(
        "abuse.danger_now",
        _A,
        _HIGH,
        "de",
        "messer pistole waffe mich_um",
        either(
            r"(?:er|mein mann|mein freund|mein vater|mein ex) hat (?:ein messer|eine pistole|"
            r"eine waffe)(?: in der hand)? und (?:will|bedroht) mich",
            rf"er (?:sagt|droht|schreibt|hat gesagt|hat gedroht)(?: \w{{2,8}})? (?:er )?bringt mich {UM}",
        ),
    ),
    Rule(
        "eating_disorder.signs",
        _E,
        _MODERATE,
        "de",
        "nichts_essen nichts_mehr_essen kotzen erbrechen bergeben vor_dem_zunehmen und_kotze und_dann_kotze",
        either(
            r"darf (?:ich )?nichts (?:mehr )?essen(?: \w{2,8}){0,2} (?:ich bin|bin|weil ich)(?: \w{2,6}){0,2} (?:fett|"
            r"dick)",
            r"(?:wenn|sobald) ich(?: \w{2,8})? esse(?: \w{2,8}){0,3} (?:kotzen|erbrechen|ubergeben|uebergeben)",
            r"angst vor dem zunehmen|in mich (?:rein|hinein) und (?:dann )?kotze",
        ),
    ),
    Rule(
        "psychosis.signs",
        _P,
        _MODERATE,
        "de",
        "stimmen meine_gedanken chip sender vergiften",
        either(
            r"(?:die|meine) stimmen (?:befehlen|zwingen|beschimpfen|bedrohen|verfolgen) (?:mir|mich)",
            r"(?:sie|alle|die leute|die nachbarn|jemand) (?:lesen|liest|kontrollieren|steuern|stehlen) meine gedanken",
            r"mir (?:\w{2,8} ){0,2}einen (?:chip|sender) (?:\w{2,8} ){0,2}(?:eingepflanzt|implantiert|eingesetzt)",
            r"(?:alle|sie|die nachbarn|jemand) (?:wollen|will|versuchen|versucht) mich (?:zu )?vergiften",
        ),
    ),
    Rule(
        "harm_to_others.planned",
        _H,
        _HIGH,
        "de",
        "abknallen abstechen erschiessen umbringen amok",
        either(
            r"(?:ich (?:will|werde)|(?:will|werde) ich) (?:sie |euch |die )?alle (?:abknallen|abstechen|erschiessen|"
            r"umbringen)(?! (?:im|in) (?:spiel|game|fortnite|level)\b)",
            r"(?:ich (?:werde|will|mache?|plane)|(?:werde|will|mache?|plane) ich)(?: (?!nie\b|nicht\b|"
            r"kein)\w{2,10}){0,4} (?:amok laufen|amoklauf)",
        ),
    ),
    Rule(
        "harm_to_others.urge",
        _H,
        _MODERATE,
        "de",
        "antue antun mein_baby mein_kind",
        either(
            r"angst(?: \w{2,8}){0,2} dass ich (?:meinem|meiner|dem|jemandem|meinen)(?: (?:baby|kind|sohn|tochter|"
            r"kindern|mutter|frau))? (?:etwas|was) (?:antue|antun konnte)",
            r"(?:wurde|wuerde|will|konnte|koennte)(?: \w{2,10}){0,3} mein (?:baby|"
            r"kind) (?:\w{2,8} ){0,3}(?:aus dem fenster werfen|schutteln|schuetteln|ersticken|ertranken)",
        ),
    ),
)

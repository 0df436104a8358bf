"""What people write in a crisis, in German, in any order of its words: `will ich sterben`, `weil ich sterben will`."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.de.crisis import AS_TOLD, HEARD_THERE, NOT_SO, PILLS, UM
from segue.safety.rules import Rule, either

_S, _I, _M, _A = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY, Category.ABUSE
_E, _P, _H = Category.EATING_DISORDER, Category.PSYCHOSIS, Category.HARM_TO_OTHERS
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

WORD = r"(?! (?:nicht|net|nie|niemals|kaum|kein|keine|keinen|nix|im|beim|bei|am|fast|beinahe|ihn|sie|dich)\b) \w{2,12}"
"""A word in between that denies nothing and makes no game or mishap of it."""
HOW = (
    r"(?: (?:wirklich|einfach|nur|noch|so|sehr|unbedingt|manchmal|oft|ofter|immer|jetzt|heute|morgen|bald|gerade|"
    r"endlich|am liebsten|liebsten|echt|wieder|lieber|auch|eigentlich|irgendwie|gern|gerne|halt|eben|jeden (?:tag|"
    r"abend|morgen)|jede nacht|nacht|abend|deshalb|deswegen|wegen \w{2,10}|selber|selbst|standig|staendig|auf der "
    r"stelle|sofort)){0,4}"
)
_WANT = r"(?:will|mochte|moechte|wurde|wuerde|mag)"
WANT_TO_DO = r"(?:will|werde|mochte|moechte|muss|wollte|sollte|wurde|wuerde|konnte|koennte)"
_KILL_MYSELF = (
    r"(?:umbringen|umzubringen|toten|toeten|erhangen|erhaengen|aufhangen|aufhaengen|erschiessen|ertranken|vergiften|"
    r"abstechen|vor (?:den|einen) zug (?:werfen|schmeissen|legen)|von (?:der|einer) (?:brucke|bruecke) (?:sturzen|"
    r"stuerzen|werfen))"
)
JUMP = (
    r"(?:von (?:der|einer|dem|einem) (?:brucke|bruecke|dach|hochhaus|balkon)|vom (?:dach|hochhaus|balkon)|vor (?:den|"
    r"einen) zug|aus dem fenster)"
)
_ALONE = r"(?<!\w )(?<!\w)"
"""A sentence begins here, so that the word left out before it can only be `ich`."""
WHO = (
    r"meine? (?:mann|ehemann|frau|freund|freundin|vater|mutter|stiefvater|stiefmutter|papa|mama|pflegevater|"
    r"pflegemutter|eltern|opa|oma|grossvater|partner|partnerin|bruder|schwester|onkel|tante|ex|ex freund|exfreund|"
    r"lehrer|trainer|verlobter)"
)
HITS = (
    r"(?:schlagt|schlaegt|schlagen|haut|verhaut|verprugelt|verpruegelt|verprugeln|misshandelt|misshandeln|missbraucht|"
    r"missbrauchen|vergewaltigt|wurgt|wuergt|begrapscht|betatscht)"
)
_WAS_HIT = r"(?:geschlagen|verprugelt|verpruegelt|misshandelt|missbraucht|vergewaltigt|gewurgt|gewuergt|begrapscht)"
_TOOK = (
    r"(?:alle |(?:eine |die )?(?:ganze |komplette )?(?:packung|schachtel|handvoll|dose) |(?:viel )?zu viele |[1-9]\d |"
    rf"zwanzig |dreissig |vierzig )(?:meine |die |von den |der )?{PILLS}(?: auf einmal)? (?:genommen|geschluckt|"
    rf"eingenommen){AS_TOLD}"
)
_FEARED = r"(?:meinem (?:mann|freund|vater|stiefvater|ex|partner|bruder)|meiner (?:frau|mutter|stiefmutter))"

ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.want_to_die",
        _S,
        _HIGH,
        "de",
        "sterben tot_sein ich_tot nur_tot doch_tot bloss_tot gern_tot gerne_tot schon_tot liebsten_tot lieber_tot "
        "besser_tot tot_ware tot_waere leben da_sein existieren weiterleben",
        either(
            rf"ich{HOW} (?:sterben|tot sein|nicht (?:mehr|langer|laenger) (?:leben|da sein|existieren|weiterleben)) "
            rf"{_WANT}",
            rf"ich{HOW} sterben (?:darf|kann)(?= ?(?:$|[.!?;,]))",
            rf"(?:{_WANT} ich|ich {_WANT}){HOW} (?:sterben|tot sein|nicht (?:mehr|langer|laenger) (?:leben|da sein|"
            r"existieren|weiterleben)(?! (?:wo|(?:wie|als) (?:ein|eine|im|der|die))\b))",
            rf"{_ALONE}(?:will|mochte|moechte|mag){HOW} (?:sterben|tot sein|nicht mehr (?:leben|da sein|"
            r"existieren))(?! (?:in|wie|wo|bei|als)\b)",
            rf"ich{HOW} tot (?:ware|waere)|(?:ware|waere) ich (?:doch|nur|bloss|gern|gerne|schon|am liebsten|lieber|"
            r"besser) tot",
        ),
    ),
    Rule(
        "intent.going_to",
        _S,
        _HIGH,
        "de",
        "umbring umzubringen toten toeten tote_ toete_ hang haeng schiess ertranke vergift abstech bringe_ich_mich "
        "bring_ich_mich zug leben springe bruck brueck",
        either(
            rf"(?:ich {WANT_TO_DO}|{WANT_TO_DO} ich) (?:mich|mir)(?:{WORD}){{0,5}} (?:{_KILL_MYSELF}|das leben "
            r"nehmen)",
            rf"ich (?:mich|mir)(?:{WORD}){{0,4}} (?:{_KILL_MYSELF}|das leben nehmen) {WANT_TO_DO}",
            rf"ich mich(?:{WORD}){{0,3}} (?:umbringe|tote|toete|erhange|erhaenge|aufhange|aufhaenge|erschiesse|"
            r"ertranke|vergifte)|ich mir das leben nehme",
            rf"(?:bringe|bring) ich mich(?: (?:selbst|einfach|jetzt|heute|lieber|halt|wirklich|bald)){{0,2}} {UM}",
            rf"ich{HOW} {JUMP} (?:springen {WANT_TO_DO}|springe)|(?:{WANT_TO_DO} ich|ich {WANT_TO_DO}){HOW} "
            rf"{JUMP} springen",
        ),
    ),
    Rule(
        "ideation.suicide",
        _S,
        _HIGH,
        "de",
        "suizid selbstmord",
        either(
            rf"ich(?:{WORD}){{0,3}} (?:an|uber|ueber) (?:suizid|selbstmord)(?: nach)? ?(?:denke|nachdenke|denken|"
            r"nachdenken|gedacht)",
            rf"(?:habe|hab|bekomme) ich(?:{WORD}){{0,3}} (?:suizid|selbstmord)gedanken|ich(?:{WORD}){{0,3}} "
            r"(?:suizid|selbstmord)gedanken (?:habe|hab|bekomme)",
        ),
    ),
    Rule(
        "self_injury.cutting",
        _I,
        _MODERATE,
        "de",
        "ritz schneide schnitten verletze verletzt verbrenne",
        either(
            rf"(?:ritze|ritz|schneide|verletze|verbrenne) ich mich{NOT_SO}(?! (?:beim|"
            r"am (?!arm|abend|wochenende|\w{2,8}tag)|an|in (?:den|die))\b)",
            rf"ich mich(?:{WORD}){{0,3}} (?:ritze|ritzen (?:will|muss)|schneide|verletze|verbrenne|geritzt|"
            r"geschnitten|selbst verletzt)(?= ?(?:$|[.!?;,])| (?:habe|hab|hatte|und|weil|wenn))",
            r"(?:habe|hab)(?: ich)?(?: (?:wieder|heute|gestern)){1,2} geritzt|wieder (?:angefangen )?(?:mit dem |zu "
            r")ritzen(?: angefangen)?",
        ),
    ),
    Rule(
        "abuse.ongoing",
        _A,
        _MODERATE,
        "de",
        "schlag schlaeg haut prugel pruegel misshandel missbrauch vergewaltig wurg wuerg grapscht tatscht",
        either(
            rf"{WHO}(?:{WORD}){{0,4}} {HITS}(?:{WORD}){{0,2}} (?:mich|uns){NOT_SO}(?!(?: \w{{2,8}})? ab\b)",
            rf"{HITS} (?:mich|uns) {WHO}{NOT_SO}|{HITS} {WHO} (?:mich|uns){NOT_SO}(?!(?: \w{{2,8}})? ab\b)",
            rf"{WHO} (?:mich|uns)(?:{WORD}){{0,3}} (?:{HITS}|{_WAS_HIT} (?:hat|haben))",
            rf"(?:hat|haben) (?:mich|uns) {WHO}(?:{WORD}){{0,3}} {_WAS_HIT}|(?:hat|haben) {WHO} (?:mich|uns)"
            rf"(?:{WORD}){{0,3}} {_WAS_HIT}",
            rf"(?:ich (?:werde|wurde)|(?:werde|wurde) ich)(?:{WORD}){{0,4}} {_WAS_HIT}|ich(?:{WORD}){{0,3}} "
            rf"{_WAS_HIT} (?:werde|wurde|worden)",
        ),
    ),
    Rule(
        "abuse.violence",
        _A,
        _MODERATE,
        "de",
        "angst_vor",
        either(
            rf"(?:habe|hab) ich(?: (?:so|solche|grosse|immer|jeden tag|oft)){{0,2}} angst vor {_FEARED}",
            rf"ich(?: (?:so|solche|grosse|immer|oft)){{0,2}} angst vor {_FEARED} (?:habe|hab)",
        ),
    ),
    Rule(
        "overdose_under_way.took_pills",
        _M,
        _IMMINENT,
        "de",
        "genommen geschluckt",
        either(
            rf"(?:habe|hab) ich(?: gerade| eben| schon| jetzt| heute){{0,2}} {_TOOK}",
            rf"ich(?: gerade| eben| schon| jetzt| heute){{0,2}} {_TOOK} (?:habe|hab)",
            rf"{_ALONE}(?:habe|hab)(?: gerade| eben| schon| jetzt){{0,2}} {_TOOK}",
        ),
    ),
    Rule(
        "eating_disorder.signs",
        _E,
        _MODERATE,
        "de",
        "kotze erbreche bergebe",
        either(
            r"(?:kotze|erbreche|ubergebe|uebergebe) ich(?: mich)? (?:nach (?:dem|jedem) essen|nach jeder mahlzeit|"
            r"absichtlich)",
            r"nach (?:(?:dem|jedem) essen|jeder mahlzeit)(?: mich)?(?: immer| absichtlich)? (?:kotze|erbreche|ubergebe|"
            r"uebergebe)",
        ),
    ),
    Rule(
        "psychosis.signs",
        _P,
        _MODERATE,
        "de",
        "stimmen",
        either(
            r"(?:hore|hoere|hor) ich (?:wieder |immer |standig |staendig |dauernd ){0,2}(?:die )?stimmen"
            rf"{HEARD_THERE}",
            r"ich (?:wieder |immer |standig |staendig |dauernd ){0,2}(?:die )?stimmen (?:im kopf )?(?:hore|hoere)",
        ),
    ),
    Rule(
        "psychosis.commands",
        _P,
        _HIGH,
        "de",
        "stimmen",
        r"(?:sagen mir (?:die|meine) stimmen|mir (?:die|meine) stimmen sagen)(?: dass)? ich (?:mich |jemanden |sie |"
        r"ihn )?(?:soll )?(?:mich |jemanden |sie |ihn )?(?:umbringen|toten|toeten|verletzen|schneiden|springen|ritzen)",
    ),
    Rule(
        "harm_to_others.planned",
        _H,
        _HIGH,
        "de",
        "umbring erstech erschiess abstech vergift",
        either(
            r"(?:werde|will) ich (?:heute |morgen |jetzt )?(?:meinen (?:chef|mann|vater|stiefvater|nachbarn|ex|bruder|"
            r"lehrer)|meine (?:frau|mutter|nachbarin|freundin|familie|eltern)|jemanden)(?: \w{2,8}){0,3} (?:umbringen|"
            r"erstechen|erschiessen|abstechen|vergiften)",
            r"ich (?:heute |morgen |jetzt )?(?:meinen (?:chef|mann|vater|stiefvater|nachbarn|ex|bruder|lehrer)|meine "
            r"(?:frau|mutter|nachbarin|freundin|familie|eltern)|jemanden)(?: \w{2,8}){0,3} (?:umbringen|erstechen|"
            r"erschiessen|abstechen|vergiften) (?:werde|will)",
        ),
    ),
)

"""What people write in a crisis, in German. Folded text has no umlauts (`ä` is `a`); `ae` for it is matched too."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule

_S, _I, _M = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_ADV = (
    r"(?: (?:mich|mir|wirklich|einfach|nur|nur noch|so|manchmal|oft|jetzt|heute|bald|gerade|endlich|am "
    r"liebsten|echt|immer|wieder|selbst|das|heute nacht|heute abend|nachher|morgen)){0,4}"
)
KILL = (
    r"(?:(?:um|tot|tod)(?:zu)?bringen|um(?:zu)?bringen|(?:zu )?toten|(?:zu )?toeten|das leben (?:zu )?nehmen|"
    r"(?:zu )?erhangen|(?:zu )?erhaengen|auf(?:zu)?hangen|auf(?:zu)?haengen|(?:zu )?erschiessen|die pulsadern "
    r"auf(?:zu)?schneiden|vor (?:den|einen) zug (?:zu )?(?:werfen|schmeissen|springen|legen)|von (?:der|einer|"
    r"dem|einem) (?:brucke|bruecke|dach|hochhaus|balkon) (?:zu )?(?:springen|sturzen|stuerzen))"
)
PILLS = r"(?:tabletten|pillen|schlaftabletten|medikamente|antidepressiva|schmerztabletten|paracetamol)"
TAKEN_AT = (
    r"(?: gerade| eben| schon| jetzt| vorhin| heute (?:abend|nacht|mittag|nachmittag)| heute (?:morgen|fruh|frueh)"
    r"(?! alle\b)| heute(?! (?:morgen|fruh|frueh|abend|nacht|mittag|nachmittag)\b)){0,2}"
)
"""When it was; of all of them in the morning a rule of its own tells."""
AS_TOLD = (
    r"(?! (?:wie (?:verordnet|verschrieben|immer|(?:es )?(?:der|die|mein|meine|vom|von) \w{3,12})|gegen|fur heute|"
    r"fuer heute|(?:mein|meine|der|die) \w{3,12} (?:wird|ist|ware|waere) (?:\w{2,8} )?(?:stolz|froh|zufrieden))\b)"
)
"""No doctor's dose."""
UM = (
    r"um(?! (?:den|die(?! ganze)|das|meinen?|jeden|eine?n?|alles|nichts|etwas|was|halb|viertel|punkt|\d{1,2}|eins|zwei|"
    r"drei|vier|funf|fuenf|sechs|sieben|acht|neun|zehn|elf|zwolf|zwoelf)\b)"
)
"""`bringe mich um`, and not `um den Schlaf` or `um acht`."""
NOT_SO = r"(?! (?:nicht|nie|niemals)\b(?! (?:nur|aus spass|zum spass|ohne grund)\b))"
"""It is not denied by the next word, which is where German denies a verb."""
HEARD_THERE = (
    r"(?! (?:der|von|aus d\w{2}|durch d\w{2}|(?:im|in der|in dem) (?:radio|fernsehen|fernseher|haus|flur|treppenhaus|"
    r"garten|hof|nebenzimmer|nachbarwohnung|nebenraum|podcast|chor|ferne))\b)"
)
"""Voices that others hear as well are none of this."""
NO_FAREWELL = (
    r"(?! (?:(?:fur|fuer) heute|mit (?:ihm|ihr|euch|dir|der (?:arbeit|schule)|dem \w{4,10}|"
    r"meine[mr] (?!leben)\w{2,12})|gute|bis|tschuss|tschuess|ciao|bye|feierabend|(?:ich )?muss|wir)\b)"
)
"""Nobody only leaves, or leaves somebody."""

ROWS: tuple[Rule, ...] = (
    Rule(
        "overdose_under_way.took_pills",
        _M,
        _IMMINENT,
        "de",
        "adern genommen geschluckt handgelenke",
        rf"ich (?:habe?|hab){TAKEN_AT} (?:alle |(?:eine |die )?(?:ganze |komplette "
        r")?(?:packung|schachtel|handvoll|dose) |zu viele |viel zu viele |[1-9]\d |zwanzig |dreissig |vierzig "
        rf")(?:meine |die |von den |der )?{PILLS}(?: auf einmal)? (?:genommen|geschluckt|eingenommen){AS_TOLD}|ich "
        r"(?:habe?|hab) mir (?:gerade |eben )?die (?:pulsadern|adern|handgelenke) (?:aufgeschnitten|"
        r"aufgeschlitzt)",
    ),
    Rule(
        "overdose_under_way.took_pills",
        _M,
        _MODERATE,
        "de",
        "genommen geschluckt",
        rf"ich (?:habe?|hab) heute (?:morgen|fruh|frueh) alle (?:meine |die )?{PILLS} (?:genommen|geschluckt){AS_TOLD}",
    ),
    Rule(
        "intent.going_to",
        _S,
        _HIGH,
        "de",
        "auf bringen erhaengen erhangen erschiessen heute jetzt koennte konnte leben machen mich mochte moechte "
        "muss schluss setzen sollte toeten toten uberlege ueberlege von werde wollte zug",
        r"(?:ich (?:werde|will|mochte|moechte|muss|wollte|sollte|konnte|koennte|"
        r"denke(?: (?!nicht\b|nie\b)\w{2,10}){0,3} (?:daran|daruber nach|darueber nach)|uberlege|ueberlege|plane|"
        r"habe vor|hab vor)|werde ich|will ich|mochte ich|moechte ich|"
        rf"denke ich(?: \w{{2,10}}){{0,2}} daran){_ADV} {KILL}|ich (?:bring|bringe|hang|hange|haenge|erschiess|"
        r"erschiesse) mich(?: (?!nicht |nie |damit )\w{2,10}){0,3} (?:um|auf)(?! (?:den|die(?! ganze)|das|dem|der|"
        r"meinen?|einen?|alles|nichts|halb|viertel|punkt|\d{1,2})\b)|"
        r"ich (?:nehme|nehm) mir(?: \w{2,10}){0,2} das leben|ich (?:will|werde|mochte|moechte|mache|mach)(?: dem|"
        r" meinem leben| mit allem| mit meinem leben| heute| jetzt){1,3} (?:ein ende (?:setzen|machen)|"
        rf"schluss(?: machen)?){NO_FAREWELL}",
    ),
    Rule(
        "intent.suicide",
        _S,
        _HIGH,
        "de",
        "meine selbstmord suizid",
        r"ich (?:will|werde|mochte|moechte|plane|begehe|denke an|denke uber|denke ueber|habe an|uberlege|"
        r"ueberlege)(?: \w{2,10}){0,3} (?:selbstmord|suizid)(?: begehen| zu begehen| nach| gedacht)?|"
        r"(?:ich habe|ich hab|habe ich) (?:(?!kein|nie |nicht )\w{2,10} ){0,2}(?:selbstmordgedanken|suizidgedanken)|"
        r"ich bin (?:\w{2,10} )?(?:suizidal|selbstmordgefahrdet)|meine (?:selbstmordgedanken|suizidgedanken)",
    ),
    Rule(
        "ideation.want_to_die",
        _S,
        _HIGH,
        "de",
        "besser kein leben lieber nicht sein sterben wuenschte wuerde wunschte",
        r"(?:ich (?:will|mochte|moechte|wurde|wuerde|wollte)|will ich|mochte ich|moechte ich|wurde ich|wuerde ich|"
        rf"ich wunschte ich konnte){_ADV} (?:sterben|tot sein|nicht mehr (?:leben|da sein|existieren|sein|"
        r"weiterleben)(?! (?:(?:wie|als) (?:ein|eine|im|der|die)|wo)\b)|weg sein fur immer)|"
        r"ich (?:wunschte|wuenschte) ich (?:ware|waere) tot|(?:ware|waere) (?:ich )?(?:lieber|besser) tot|"
        r"ich (?:ware|waere) (?:lieber|besser) tot|(?:keinen|kein) (?:grund|sinn|lebenswillen)(?: mehr)? (?:zu leben|"
        r"zum leben|weiterzuleben)|(?:keine lust|keine kraft)(?: mehr)? (?:zu leben|zum leben|weiterzuleben)|"
        r"das leben (?:hat keinen sinn mehr|ist nicht lebenswert)|nicht mehr leben (?:will|mochte|moechte|kann)",
    ),
    Rule(
        "passive.not_wake_up",
        _S,
        _MODERATE,
        "de",
        "eine geboren mehr nicht nimmer ohne verschwinden waere wieder zur",
        r"ich (?:will|mag|kann) (?:einfach |wirklich |das alles |so ){0,3}nicht mehr(?: weiter(?:machen|leben)?| "
        r"so weiter(?:machen)?)?(?= ?[.!?]|$| (?:bitte|hilf|hilfe|seit|ehrlich|wirklich|und (?:keiner|niemand|will|"
        r"weiss))\b)|(?:daran|darueber|daruber)(?: nach)? (?:\w{2,10} ){0,2}nicht mehr "
        r"(?:da|hier|am leben) zu sein|(?:nicht mehr|nie mehr|nie wieder|nicht|nimmer) aufwachen|(?:einschlafen|"
        r"schlafen) und (?:nicht mehr|nie mehr|nie wieder) aufwachen|(?:wunschte|wuenschte|ware|waere) ich(?: "
        r"ware| waere)? nie geboren|ich (?:will|mochte|moechte|wurde|wuerde)(?: \w{2,10}){0,3} (?:einfach "
        r")?verschwinden|(?:alle|alle anderen|die welt|meine familie|meine kinder|meine eltern|ihr|sie) (?:ware|"
        r"waere|waren|waeren|ist|sind|ist viel|sind viel|wart)(?: \w{2,10}){0,2} (?:besser dran )?ohne mich(?: "
        r"besser dran)?|(?:ich bin|bin ich)(?: allen| fur alle| doch| nur| jedem){0,3} (?:eine|zur) last",
        also="aufwachen chwi ichkann ichmag last niegeboren ohnemich zusein",
    ),
    Rule(
        "plan.have_a_plan",
        _S,
        _HIGH,
        "de",
        "abschiedsbrief einen geplant weiss",
        rf"ich (?:habe|hab) (?:schon |bereits )?(?:einen plan|alles geplant|geplant)(?: \w{{2,10}}){{0,3}} {KILL}|"
        r"(?:ich )?(?:schreibe|schreib|geschrieben|habe|hab)(?: \w{2,10}){0,3} abschiedsbriefe?(?: "
        r"\w{2,10}){0,3}(?: geschrieben)?|ich weiss (?:schon |genau |auch ){0,3}(?:wie|wann|wo)(?: und "
        r"(?:wie|wann|wo))? ich (?:es (?:mache|tue|machen will|tun will|machen wurde|tun wurde)|mich umbringe|"
        r"sterben werde|es tun werde|mich umbringen werde)",
    ),
    Rule(
        "method_seeking.way",
        _S,
        _HIGH,
        "de",
        "beste bringe dosis einfachste kann schmerzlose schnelle schnellste sicherste viel",
        r"wie ?viele? (?:\w{3,20} ){1,4}(?:um zu sterben|(?:bis|damit) (?:ich|man) (?:sterbe|stirbt|tot)|sind "
        r"(?:todlich|toedlich)|zum sterben)|(?:schmerzlose|schnellste|einfachste|beste|sicherste|schnelle)n? "
        rf"(?:art|methode|weg|moglichkeit|moeglichkeit)(?: \w{{2,10}}){{0,3}} (?:sterben|{KILL})|wie (?:bringe "
        r"ich mich|kann ich mich)(?: \w{3,12}){0,2} (?:um|umbringen|toten|toeten|erhangen|erhaengen)|"
        r"(?:todliche|toedliche|letale) dosis",
    ),
    Rule(
        "means.in_hand",
        _S,
        _HIGH,
        "de",
        "antidepressiva genug horte klinge medikamente messer paracetamol pillen pistole sammel sammle seil "
        "strick tabletten waffe",
        rf"genug(?: \w{{2,10}}){{0,2}} {PILLS}(?: \w{{2,10}}){{0,3}} (?:um|gesammelt|zu hause|zuhause|bereit)|"
        rf"(?:(?:die|meine|der|das|eine|ein) )?(?:{PILLS}|waffe|strick|seil|messer|klinge|pistole|"
        r"rasierklinge)(?: \w{2,10}){0,2} (?:liegen|liegt|vor mir|bereit|in der hand|neben mir|schon da)(?: "
        rf"\w{{2,10}}){{0,2}}|ich (?:habe|hab|sammle|horte|spare)(?: \w{{2,10}}){{0,3}} {PILLS} (?:zu hause|"
        r"zuhause|im schrank|gesammelt|gehortet|gespart|bereit|hier liegen|bereitgelegt|besorgt|zuruckgelegt|"
        rf"zurueckgelegt|aufgehoben|versteckt)|ich (?:sammle|sammel|horte)(?: \w{{2,10}}){{0,4}} {PILLS}"
        r"(?! (?:verpackungen|schachteln)\b)",
    ),
    Rule(
        "goodbye.after_me",
        _S,
        _HIGH,
        "de",
        "abschied mein wenn wohl",
        r"das (?:ist|wird) meine letzte (?:nachricht|nacht)(?! (?:fur|fuer) (?:heute|diese)| (?:heute|im|hier|bei)\b)|"
        r"(?:heute|morgen|das) (?:ist|wird) mein letzter tag(?! (?:im (?!leben)|in der (?!welt)|bei|an der|als|"
        r"auf der arbeit|hier bei|vor)\b)|wenn (?:ihr|du|jemand|sie) (?:das|dies|diese nachricht)(?: hier)? (?:lest|"
        r"liest|lesen) bin ich (?:schon |bereits )?(?:tot|nicht mehr (?:da|am leben))|"
        r"(?:kummert|kuemmert|kummere|kuemmere) (?:euch|dich) (?:bitte )?um (?:meine?n?) \w{3,12} wenn ich nicht mehr "
        r"(?:da )?bin|(?:lebt|leb) wohl(?: fur immer| fuer immer| ihr alle)|abschied (?:fur|fuer) immer",
    ),
    Rule(
        "self_injury.cutting",
        _I,
        _MODERATE,
        "de",
        "geschnitten ritz schneide selbst verbrenne verletze",
        r"ich (?:ritze|ritz|schneide|verletze|verbrenne) mich(?: wieder| selbst| oft| jeden tag|"
        rf" absichtlich)?{NOT_SO}(?!(?: \w{{2,8}})? (?:beim|am (?:heissen \w{{2,10}}|papier|ofen|herd|messer|topf|"
        r"grill|backofen|bugeleisen|glas))\b)|(?:ich )?(?:habe|hab) (?:ich )?mich (?:wieder |selbst |gestern |"
        r"heute ){0,2}(?:geritzt|geschnitten|selbst verletzt|selbstverletzt)|(?:drang|druck|lust|bedurfnis|will|"
        r"muss) mich (?:wieder |selbst ){0,2}(?:zu )?(?:ritzen|schneiden|verletzen)",
    ),
    Rule(
        "abuse.ongoing",
        Category.ABUSE,
        _MODERATE,
        "de",
        "mein missbraucht vergewaltigt",
        r"mein(?:e)? (?:mann|frau|freund|freundin|vater|mutter|stiefvater|partner|bruder|onkel|ex) (?:schlagt|schlaegt|"
        rf"verprugelt|verpruegelt|missbraucht|vergewaltigt) (?:mich|uns){NOT_SO}|"
        r"mein(?:e)? (?:mann|frau|freund|freundin|vater|mutter|stiefvater|partner|bruder|onkel|ex) hat (?:mich|"
        r"uns)(?: (?!nicht |nie |im |beim )\w{2,10}){0,3} (?:geschlagen|missbraucht|vergewaltigt|verprugelt)|"
        r"ich (?:wurde|werde|bin) (?:\w{2,10} ){0,3}(?:vergewaltigt|missbraucht)",
        also="missbraucht schla vergewaltigt verpru",
    ),
    Rule(
        "abuse.danger_now",
        Category.ABUSE,
        _HIGH,
        "de",
        "mein",
        r"mein(?:e)? (?:mann|frau|freund|freundin|vater|mutter|stiefvater|partner|bruder|ex) (?:will mich "
        r"(?:umbringen|toten|toeten)|(?:droht|hat gedroht)(?: \w{2,10}){0,2} mich (?:umzubringen|"
        r"zu toten|zu toeten))",
        also="droht willmichtoeten willmichtoten willmichumbringen",
    ),
)
"""Fewer rows than in English: what is missing here is not found."""

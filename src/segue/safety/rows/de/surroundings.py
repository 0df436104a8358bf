"""What stands around a match and changes what it means, in German."""

from __future__ import annotations

from segue.safety.around import signs

LANDINGS = (
    r"(?:auf|in) (?:das|den|die|ein|einen|eine) (?:schiff|boot|floss|wagen|heu|deck|drachen|pferd|netz)|ins (?:boot|"
    r"heu|netz)"
)
"""Where somebody lands who jumps in a story or for fun; water, a road and rails are none."""
_DENIED = (
    r"(?:(?:glaube?|denke?|sage?|meine?|behaupte)(?: (?:ja|auch|jetzt|damit|aber|doch|echt|wirklich)){0,2} "
    r"nicht|will(?: damit)? nicht (?:sagen|behaupten)|(?:heisst|bedeutet|ist|war)(?: (?:ja|doch|jetzt|aber|"
    r"noch)){0,2} "
    r"nicht(?: so| wahr)?|stimmt nicht|(?:nie|niemals|nicht) (?:gesagt|behauptet|gemeint|geschrieben)|(?<!\w )nicht"
    r"(?: etwa)?) dass"
)
"""What denies the clause behind it; `er glaubt mir nicht, dass` does not."""

DE = signs(
    speaker=r"ich|mich|mir|mein\w{0,2}|habe?|bin|denke|sehe|schreibe|verschenke|stehe|halte|ertrage|wache|falle",
    clause=r"ich|mein\w{0,2}|er|sie|die|das|alle|niemand|keiner|wenn",
    clause_denied=_DENIED,
    anew=r", (?:ich|mir|es|mein\w{0,2}|hab)(?: \w{2,10}){0,3}|und|ob|also|weil|denn|deshalb|jetzt|heute|aber|"
    r"dass|nun|"
    r"da|wenn|warum|lol",
    says=r"sagte?|ruft|rief|denkt|dachte|schreit|schrie|fluster\w{1,2}|fluester\w{1,2}|murmelt|singt|sang|schreibt|"
    r"schrieb|meinte?|spricht|heisst|namens|fragt",
    plain=r"(?!(?:ich|wurde|wuerde|wollte|sterben|am|liebsten|so|echt|einfach)\b)\w{2,20}",
    present=r"ich (?:will|mag|mochte|moechte|werde|muss|bringe?|denke?|plane|ritze?|schneide|verletze|hore|hoere|"
    r"nehme?|"
    r"springe?|kotze|erbreche|hange|haenge|ware|waere)|(?:will|mag|mochte|moechte|werde|muss|bringe?|denke|ritze?|"
    r"schneide|verletze|hore|hoere|kotze|erbreche|ware|waere) ich|ich(?: (?!habe?\b|hatte|wurde|wollte|war\b|und\b|"
    r"konnte|bin\b)\w{1,12}){1,5} (?:will|mag|mochte|moechte|werde|muss|umbringe|denke|ritze|schneide|verletze|hore|"
    r"hoere|kotze|erbreche|ware|waere)|(?:(?!wurde|worden|hat\b|haben\b|bin\b)\w{2,12} ){0,4}(?:schlagt|schlaegt|"
    r"schlagen|haut|verhaut|verprugelt|"
    r"misshandelt|missbraucht|wurgt|wuergt|tritt|bedroht|sperrt|zwingt)(?! (?:hat|wurde|haben|worden)\b)|(?:ich "
    r")?(?:hab|habe) "
    r"(?:ich )?(?:(?:\w{2,8} ){0,2}angst|(?:\w{2,10} ){0,2}(?:suizid|selbstmord)gedanken(?! gehabt))|ich "
    r"(?:\w{2,10} )"
    r"{0,2}(?:suizid|selbstmord)gedanken (?:hab|habe)|ich (?:\w{2,8} ){0,2}angst vor \w{2,8} \w{2,12} habe?|\w{2,5} "
    r"(?:\w{2,8} )?stimmen "
    r"sagen|sagen mir|ich habe? "
    r"(?:vor|lust|angst)|ich (?:wurde|wuerde)(?: \w{2,10}){0,3} (?:sterben|tot sein|mich|gern|gerne)|(?!(?:\w{1,14} "
    r"){0,6}"
    r"(?:habe?|hat|haben|hatte|wurden?|wollten?|war|konnte|dachte|worden|gewesen|ge\w{2,10}(?:t|en))\b)\w{1,20}",
    story_ends="aber|im ernst|ehrlich gesagt|in echt|in wirklichkeit",
    somebody=r"meine? (?:freund|freundin|bruder|schwester|sohn|tochter)(?! (?:\w{2,8} )?(?:mich|mir|tot|gestorben|"
    r"weg)\b)"
    r"(?=[^,.!?;]{0,30}$)",
    past_ends="aber|jetzt|heute|wieder|immer noch|noch immer|seitdem|seither|inzwischen|mittlerweile|nun|neulich|"
    "gestern|"
    "vorhin|gerade|diesmal|zurzeit|momentan|dies(?:e woche|es jahr|es mal|en monat)|(?<!nicht )(?<!nicht so )(?:gut|"
    "glucklich|gluecklich|"
    "frohlich|froehlich|normal|okay|leichter|besser|schoner|schoener)|gestorben|verlassen|getrennt|schluss gemacht",
    landing=LANDINGS,
    game=r"im (?:level|game|match|videospiel)|im spiel(?! (?:des|meines|mit|namens)\b)|in (?:diesem|dem) "
    r"(?:spiel(?! (?:des|namens)\b)|level)|in (?:minecraft|fortnite|elden ring|dark souls|roblox|gta|skyrim|"
    r"fifa|mario "
    r"kart)",
    sport=r"im (?:ring|boxring)|(?:mit )?(?:dem|einem) (?:ball|schneeball|kissen|luftballon)|"
    r"(?:(?:immer|oft|standig|jedes mal|wieder|manchmal) )?(?:im|beim|bei|in) (?:boxen|"
    r"spielen|"
    r"schach|tennis|tischtennis|badminton|poker|armdrucken|armdruecken|mario kart|fifa|skat|uno|monopoly|fussball|"
    r"basketball|volleyball|wettrennen|karate|judo|sparring|kartenspiel)|(?:fur|fuer|zum|zur|als) (?:\w{2,15} "
    r"){1,3}vor"
    r"(?= ?(?:$|[.!?;,]))",
    figure=r"als (?:auf (?:dieser|der|einer) \w{3,12}|\w{3,14} (?:essen|horen|hoeren|sehen|schauen|trinken)|zum "
    r"zahnarzt)|vor (?:lauter )?(?:lachen|langeweile|neugier|peinlichkeit|fremdscham|gluck|glueck|freude|aufregung|"
    r"begeisterung)|(?:fur|fuer) (?:ein|einen|eine|diese[nrs]?|das|die|den|ne?|nen) (?:(?:stuck|stueck|tasse|tafel|"
    r"portion|\w{3,10}) )?(?:pizza|burger|doner|doener|kaffee|kuchen|torte|schokolade|schoki|keks|eis|"
    r"nickerchen|bier|"
    r"steak|kleid|tasche|schuhe|pommes|karten?|tickets?|konzert)",
    strong=r"vor (?:lauter )?(?:scham|angst|hunger|durst|hitze|kalte|kaelte|muedigkeit|mudigkeit|schreck)",
    denied=r"(?:nie|niemals|nicht|keineswegs|nicht vor|keine?n?|keinerlei|keine absicht)(?: wieder| daran| mich|"
    r" mir| "
    r"das|"
    rf" vor| werde| wurde| wuerde| gedanken| lust| drang){{0,4}}|(?:{_DENIED})(?: ich)?(?: mich| mir)?",
    fiction=r"(?:mein|meine|der|die|ein|eine|unser) (?:held|heldin|protagonist|protagonistin|bosewicht|erzahler|"
    r"avatar|"
    r"hauptfigur|romanfigur|spielfigur|hauptcharakter|spielcharakter|elf|elfe|elfin|zauberer|zauberin|magier|"
    r"magierin|ritter|ritterin|paladin|druide|druidin|barde|zwerg|ork)|(?:der|die|ein|eine) (?:figur|charakter|"
    r"spieler)|"
    r"(?:meine figur|mein (?:charakter|spieler))(?= (?:sagt|denkt|will|schreit|flustert|ruft|heisst|stirbt|spricht|"
    r"murmelt|meint)\b)|in (?:meiner|der|meinem|dem|einer|einem) (?:geschichte|roman|buch|spiel|stuck|drehbuch|film|"
    r"lied|"
    r"szene|serie|theaterstuck|gedicht)|(?<!wie )im (?:roman|buch|spiel|film|lied|stuck|rollenspiel|theaterstuck)|"
    r"(?:eine?|meine?"
    r"|einen|das|den|der) (?:geschichte|roman|buch|szene|film|lied|gedicht|songtext|kapitel) (?:in (?:der|dem)|"
    r"wo|uber|"
    r"ueber|namens)|(?:schreib|schreibe) (?:mir )?(?:eine?n?|die|das) (?:\w{2,12} )?(?:geschichte|szene|"
    r"gedicht|roman|"
    r"lied)",
    cited=r"(?:figur|held|heldin|charakter|protagonistin?) (?:sagte?|schreibt|schrieb|schreit|schrie|meint|"
    r"denkt|ruft|"
    r"rief|"
    r"flustert)(?: dass)?|was (?:bedeutet|heisst)|wie sagt man|(?:bedeutet|heisst|namens|lied|satz|zeile|worte|zitat|"
    r"spruch|songtext)"
    r"(?=[ ]{0,1}[:\"'])",
    told=r"(?:er|sie|freund|freundin|bruder|schwester|mutter|vater|mama|papa|mann|frau|sohn|tochter|jemand|cousine?|"
    r"kollegin|kollege|patient|patientin|schulerin?) (?:(?:sagt|sagte|schreibt|schrieb|meint|meinte|denkt|hat "
    r"(?:mir )?"
    r"gesagt|hat (?:mir )?geschrieben)(?: mir)?(?: dass)?|(?:schreit|schrie|brullt|ruft|rief)(?=[ ]{0,1}[:\"']))",
    past_before=r"vor (?:\w{2,8} )?(?:jahren|monaten)|fruher|frueher|damals|letztes jahr|als (?:ich (?:noch |"
    r"damals )?"
    r"(?:(?:ein |sehr |so )?(?:klein\w{0,2}|jung|junger|juenger|kind|teenager|jugendliche?r?)|\d{1,2}|zehn|elf|zwolf|"
    r"zwoelf|dreizehn|vierzehn|funfzehn|fuenfzehn|sechzehn|in der grundschule)(?: \w{2,10})? war|kind|jugendlicher?|"
    r"teenager)|in (?:der vergangenheit|meiner (?:kindheit|jugend))",
    past_after=r"vor (?:\w{2,8} )?(?:jahren|monaten)|als ich (?:\w{1,12} ){1,3}war|als kind|(?:damals|fruher|"
    r"frueher)(?! "
    r"(?:wie|und|genauso)\b)|letztes jahr|aber (?:das |es )?ist (?:lange |schon |jetzt ){0,2}(?:vorbei|her|"
    r"vergangenheit)|"
    r"aber (?:heute|jetzt|inzwischen|mittlerweile) (?:(?!kann |will |wird |nicht |nie |kaum |noch )\w{2,8} "
    r"){0,3}(?:gut|"
    r"besser|nicht mehr(?= ?(?:$|[.!?;,])))",
    made_small=r"aber (?:(?!dann |danach |bald |nicht |nie |nichts )\w{2,10} ){0,2}(?:geht es|geht's|ist|"
    r"alles)(?: mir| "
    r"schon| jetzt| wieder| alles| auch){0,3} (?:gut|besser|okay|ok|nicht (?:so )?schlimm|halb so (?:wild|schlimm))|"
    r"mir "
    r"geht(?: es|'s)? (?:aber |jetzt |trotzdem |sonst |schon ){0,2}(?:gut|okay|ok|besser)|(?<!ist )(?<!wird "
    r")(?<!dann )"
    r"alles (?:wieder )?(?:gut|okay|ok)(?= ?(?:$|[.!?;,]))|(?:ist )?nicht (?:so )?schlimm",
)

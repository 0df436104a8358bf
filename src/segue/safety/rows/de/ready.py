"""What is ready, taken or said for the last time, and whom life is too much for, in German and its dialects."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.de.crisis import PILLS
from segue.safety.rules import Rule, either

_S, _M = Category.SUICIDE, Category.MEDICAL_EMERGENCY
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_ME = r"(?:ich|i|ih)"
_HAVE = rf"(?:(?:{_ME} )?(?:habe|hab|ha)(?: {_ME})?)"
_GUN = r"(?:flinte|pistole|waffe|schrotflinte|knarre|revolver|gewehr)"
_NOW = r"(?:grad|grade|gerade|jetzt|schon|hier|da|seit|schon seit)"
_BRANDS = (
    r"(?:paracetamol|ibuprofen|ibus?|aspirin|schlaftabletten|xanax|tavor|diazepam|tilidin|tabletten|pillen|dafalgan)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "plan.at_the_edge",
        _S,
        _HIGH,
        "de",
        "ibin ichbin ichsitz ichsteh ihbin ihsitz ihsteh isitz isteh",
        rf"{_ME} (?:sitz|sitze|steh|stehe|bin)(?: {_NOW}){{0,3}} (?:auf|an|am|vor)(?: der| dem| einem|"
        r" einer)? (?:\w{0,12}(?:gelander|gelaender|bruestung|brustung)|"
        r"(?:dach)?(?:rand|kante)(?: (?:vom|der|des|einer|eines) (?:dach\w{0,4}|hochhaus\w{0,3}|brucke|bruecke|"
        rf"klippe))?|dachrand|dachkante)(?:{_END}| (?:und|jetzt|grad|von der brucke|da))",
    ),
    Rule(
        "means.looked_at",
        _S,
        _HIGH,
        "de",
        "strick seil flinte pistole waffe knarre revolver gewehr tablett pille klinge messer medik antidep paracet",
        either(
            rf"(?:strick|seil(?! (?:von|fur|fuer) (?:der|die) schaukel)|{_GUN}|{PILLS}|klingen?|"
            r"rasierklingen?)(?: \w{1,10}){0,4} (?:und )?(?:ich|i) (?:schau|schaue|starr|starre|seh|guck|gucke|"
            r"muss)(?: (?:ihn|es|sie|die|den|das))?(?: \w{2,8}){0,2} (?:dauernd|immer|standig|nur|die ganze zeit|an)",
            rf"{_GUN} (?:ist |liegt )?(?:schon )?(?:geladen|entsichert)(?: \w{{1,8}}){{0,5}} (?:schoss|hand|handen|"
            r"mund|bett|neben mir|vor mir)",
            rf"{_GUN}(?: \w{{1,8}}){{0,3}} (?:auf (?:meinem|dem) schoss|im mund|an (?:der|meiner) schlafe)",
            rf"(?:reihe|reih|lege|zahle|zahl|sortier)(?: \w{{2,6}}){{0,2}} {PILLS}(?: \w{{2,6}}){{0,3}} (?:auf|"
            r"nebeneinander|ab|bereit|vor mir)",
        ),
    ),
    Rule(
        "behaviour.letters_to_explain",
        _S,
        _MODERATE,
        "de",
        "brief",
        r"briefe? (?:\w{1,12} ){0,6}(?:damit (?:\w{2,6} ){0,2}(?:versteh\w{1,3}|begreif\w{1,3}|wissen (?:warum|dass)|"
        r"verzeih\w{1,3})|fur (?:danach|wenn ich (?:nicht mehr|tot))|fuer danach|zum abschied)(?! (?:wie man|welche|"
        r"was zu))",
    ),
    Rule(
        "behaviour.gave_for_good",
        _S,
        _MODERATE,
        "de",
        "schenkt weggegeben hergegeben vermacht",
        r"(?:mein(?:en|e)?) (?:hund|katze|kater|sachen|platten|bucher|buecher|gitarre|schmuck|ersparnisse|"
        r"klamotten)(?: und \w{3,5} \w{3,10})? (?:verschenkt|weggegeben|hergegeben|vermacht)(?: \w{1,8}){0,3} "
        r"(?:(?:brauch|brauche)(?: ich)?(?: \w{2,4})? (?:ja |bald )?(?:nicht|nimmer|nie)(?: mehr)?|ich (?:brauch|"
        r"brauche) (?:sie|ihn|es|die|nichts) (?:nicht mehr|nimmer|mehr))",
    ),
    Rule(
        "plan.day_chosen",
        _S,
        _MODERATE,
        "de",
        "den_tag das_datum ein_datum",
        rf"{_HAVE}(?: mir)?(?: schon)? (?:den tag|das datum|ein datum)(?: schon)? (?:ausgesucht|festgelegt|gewahlt|"
        r"gewaehlt|bestimmt)[,.:; ]{1,3}(?:es|das) (?:ist|wird) (?:der |am |dieser )?(?:\d{1,2}|montag|dienstag|"
        r"mittwoch|donnerstag|freitag|samstag|sonntag|morgen|mein geburtstag)(?!.{0,50}(?:church|booked|venue|wedding|"
        r"party|dinner|ticket|flight|iglesia|reserv|boda|fiesta|cena|eglise|mariage|resto|kirche|gebucht|hochzeit|"
        r"feier|igreja|casamento|festa|jantar))",
    ),
    Rule(
        "goodbye.world",
        _S,
        _HIGH,
        "de",
        "estutmi gebauf gebeauf ichbinf ichbinm nichtme verzeih",
        either(
            r"(?:leb wohl|lebt wohl|lebewohl|tschuss|tschuess|adieu|ade|machs gut|mach's gut)(?: \w{1,6}){0,2} (?:welt|"
            r"leben|alle|ihr lieben|freunde|familie)(?: grausame)?(?: \w{1,8}){0,2} (?:(?:ich )?(?:kann|mag|"
            rf"will) nicht mehr{_END}|(?:ich )?(?:geb|gebe) auf|ich bin (?:mude|muede|fertig)|verzeiht (?:mir)?|"
            r"es tut mir leid)",
        ),
    ),
    Rule(
        "goodbye.farewell_alone",
        _S,
        _MODERATE,
        "de",
        "lebt_wohl leb_wohl lebewohl",
        r"(?<!\w)(?<!\w )(?<!\w, )(?:lebt wohl|leb wohl|lebewohl)(?: ihr (?:lieben|alle)|,? (?:meine (?:lieben|"
        r"freunde|familie|kinder)|mama|papa))?(?= ?[.!]{0,3} ?$)",
    ),
    Rule(
        "goodbye.tell_them",
        _S,
        _HIGH,
        "de",
        "dassich",
        r"(?:sag|sagt|sage) (?:bitte )?(?:mama|papa|oma|opa|allen|ihnen|mein(?:er|em|en) \w{3,10}) dass ich (?:sie|"
        r"ihn|alle|euch) (?:alle )?liebe?(?: hab| habe)?[.,;!]{1,3} ?(?:und )?(?:es tut mir(?: \w{2,5}){0,2} leid|"
        r"verzeih|leb wohl|lebt wohl|tut mir leid)",
    ),
    Rule(
        "goodbye.last_time",
        _S,
        _MODERATE,
        "de",
        "letzte_mal",
        r"(?:das|heute|dies) (?:ist|war|wird) das letzte mal,? (?:dass|das) (?:du|ihr) (?:(?:was |etwas )?(?:von mir|"
        r"mich) (?:horst|hoert|hort|siehst|seht|sehen|lest|liest))",
    ),
    Rule(
        "passive.why_live",
        _S,
        _MODERATE,
        "de",
        "aufzust keineng keinens keingru keinsin lebenei lebenni nimma nimmer nuemme numme nummi rimmer weiterz",
        either(
            rf"{_ME} (?:mag|wui|wul|will|wott|wett|mog|pack|packs|pack's)(?: \w{{1,6}}){{0,2}} (?:nimmer|nimma|numme|"
            rf"nuemme|nummi)(?: \w{{2,6}})? ?(?:leben|labe|laebe|leba|da sein)?{_END}",
            r"(?:will|mochte|moechte|wunsche|wuensche)(?: mir)?(?: (?:nur|einfach|endlich|bloss)){0,2},? dass (?:es|"
            rf"alles|das alles)(?: \w{{2,7}}){{0,3}} (?:fur|fuer) immer (?:aufhort|aufhoert|vorbei ist|endet){_END}",
            r"(?:sehe|seh|finde|habe)(?: \w{2,6}){0,2} kein(?:en)? (?:sinn|"
            r"grund)(?: mehr)? (?:in (?:noch (?:einem|einer) )?(?:weiteren )?(?:winter|fruhling|jahr|tag|weihnachten)|"
            rf"weiterzu(?:leben|machen)){_END}",
            r"(?:keinen|kein) (?:grund|sinn)(?: mehr)?,? (?:weiterzu(?:leben|machen)|weiter zu (?:leben|machen)|"
            rf"aufzustehen und zu leben){_END}",
            r"(?:pack|packe|schaff|schaffe|ertrag|ertrage|halt|halte) (?:dieses|das|mein) (?:\w{3,9} )?leben "
            r"(?:einfach )?(?:nicht|nimmer)(?: mehr)?",
        ),
    ),
    Rule(
        "passive.death_awaited",
        _S,
        _MODERATE,
        "de",
        "fallsmi hoffe hole holt sterben wennmic wuensch wunscht zusich",
        either(
            r"(?:bete|bet|bitte|flehe|hoffe|wunsche|wuensche|hoffentlich)(?: \w{1,9}){0,7} (?:gott|herrgott|herr|tod|"
            r"himmel)(?: \w{1,8}){0,3} mich(?: \w{2,7}){0,2} (?:holt|hole|zu sich (?:nimmt|holt|ruft)|"
            rf"sterben lasst){_END}",
            r"(?:hoffe|hoffentlich|wunschte|wuenschte)(?: \w{1,8}){0,5} (?:krebs|tumor|krankheit|herzinfarkt|virus|"
            r"corona)(?: \w{1,8}){0,5} (?:mich (?:mit|holt|umbringt|totet|toetet)|nimmt mich(?: mit)?|macht ein ende)",
            r"(?:wenn|falls) mich (?:\w{1,6} ){0,2}(?:auto|bus|zug|lkw|laster)(?: \w{1,6}){0,2} (?:uberfahrt|"
            r"ueberfaehrt|uberfahren wurde|erwischt|umfahrt)(?: \w{1,8}){0,3} (?:recht|egal|nichts aus|"
            rf"besser){_END}",
        ),
    ),
    Rule(
        "passive.nobody_would_care",
        _S,
        _MODERATE,
        "de",
        "keine_ niemand keinem keiner",
        r"(?:keinem|keiner|keinen|niemandem|niemanden|niemand)(?: \w{2,8}){0,3},? (?:auffallen|merken|interessieren|"
        r"kummern|kuemmern|vermissen|weinen|auffallt|merkt|interessiert|kummert|stort|juckt|jucken)(?: \w{2,5})?,? "
        r"wenn ich(?: \w{2,8}){0,3} (?:sterbe|sterben (?:wurde|wuerde)|tot (?:war|ware|waere|bin)|nicht mehr (?:da|"
        r"hier|leben)|verschwinde|umbringe)",
    ),
    Rule(
        "intent.slang",
        _S,
        _HIGH,
        "de",
        "denloff diekuge einekug strickn vorden vordie voreine",
        either(
            rf"{_ME} (?:geb|gebe|jag|jage|verpass|verpasse) mir (?:\w{{3,8}} )?(?:die|"
            r"eine) kugel(?! (?:eis|vanille|wenn (?:der|die|das|du|es|noch))\b)",
            rf"{_ME} (?:will|werde|uberleg|uberlege|ueberleg|ueberlege|denk daran|denke daran|mocht|mochte|"
            r"moechte)(?: (?:mich|mir|mi)){1,2}(?: \w{2,8}){0,5} vor (?:die|den|eine|einen) (?:bahn|zug|u-bahn|s-bahn|"
            r"bim|tram|lkw) (?:zu )?(?:werfen|schmeissen|legen|hauen|stellen)",
            rf"{_ME} (?:will|werd|werde|mocht|mochte) (?:\w{{2,8}} ){{0,2}}(?:den loffel abgeben|"
            r"mir (?:einen|den) strick nehmen|mir (?:eine|die) kugel (?:geben|verpassen|in den kopf jagen))",
        ),
    ),
    Rule(
        "method_seeking.how_many",
        _S,
        _MODERATE,
        "de",
        "gegooge geschau gesucht nachgel recherc",
        r"(?:gegoogelt|geschaut|nachgeschaut|gesucht|nachgelesen|recherchiert)(?: \w{2,8}){0,2},? wie ?viele? "
        rf"{_BRANDS}(?: \w{{2,5}}){{0,2}} (?:braucht|reichen|notig sind|noetig sind|"
        r"brauche)(?! (?:bei|gegen|fur|fuer)\b)",
    ),
    Rule(
        "overdose_under_way.whole_box",
        _M,
        _IMMINENT,
        "de",
        "packung schachtel blister dose_ flasche",
        rf"{_HAVE}(?: (?:vor|grad|gerade|eben|vorhin|heute|gestern|einer|\w{{3,5}}|stunde|stunden|"
        rf"minuten)){{0,5}} (?:die|eine|meine) (?:ganze|komplette|volle) (?:packung|schachtel|blister)(?: {_BRANDS}|"
        rf" {PILLS})? (?:genommen|geschluckt|eingenommen|gefressen|eingeworfen)(?! (?:aber )?(?:ubers|uebers|wie|"
        r"verteilt))",
    ),
    Rule(
        "overdose_under_way.drank_poison",
        _M,
        _IMMINENT,
        "de",
        "reiniger bleich javel frostschutz rattengift domestos salzsaure salmiak",
        rf"{_HAVE}(?: \w{{2,8}}){{0,4}} (?:(?:\w{{2,8}})?reiniger|bleichmittel|bleiche|javel\w{{0,8}}|"
        r"frostschutz\w{0,6}|rattengift|domestos|salzsaure|salmiak) (?:getrunken|geschluckt|gegessen)",
    ),
    Rule(
        "goodbye.when_you_read",
        _S,
        _HIGH,
        "de",
        "dankefu esschon esvorbe eszuspa",
        either(
            r"(?:wenn|bis) (?:du|ihr|jemand) (?:das|dies|diese zeilen|diesen brief)(?: hier)? (?:liest|lest|findest|"
            r"findet),? (?:ist|wird) (?:es|alles|schon alles) (?:schon )?(?:vorbei|zu spat|zu spaet)",
            r"danke (?:fur|fuer) alles(?!.{0,40}(?:monday|tuesday|wednesday|thursday|friday|lunes|martes|miercoles|"
            r"jueves|viernes|oficina|lundi|mardi|mercredi|jeudi|vendredi|bureau|montag|dienstag|mittwoch|donnerstag|"
            r"freitag|buro|segunda|terca|quarta|quinta|sexta|escritorio|office|work))(?: \w{2,8}){0,4},? ich (?:werde|"
            rf"bin)(?: \w{{2,4}})? nicht mehr (?:da|hier) ?(?:sein)?{_END}",
        ),
    ),
    Rule(
        "behaviour.left_in_order",
        _S,
        _MODERATE,
        "de",
        "geordne geregel inordnu insulin letzter nletzte",
        either(
            r"(?:papiere|angelegenheiten|sachen) (?:sind|habe ich) (?:geordnet|geregelt|in ordnung)(?: \w{2,8}){0,2} "
            r"(?:niemandem|keinem|euch)(?: mehr)? (?:zur last|arbeit|umstande)",
            r"(?:mein|meinen) letzte[rn]? brief(?! (?:vom|an die))(?: \w{2,9}){0,5} (?:kissen|mama|papa|kinder|"
            r"familie|schublade)|letzter brief liegt",
            r"(?:spritz|spritze|nehm|nehme) (?:ich )?(?:mein |mir )?(?:kein|mein) insulin (?:nicht )?mehr(?: "
            r"\w{2,6}){0,3} (?:nicht|nie) (?:wieder|mehr)",
        ),
    ),
    Rule(
        "means.tied",
        _S,
        _HIGH,
        "de",
        "befesti gebunde gehangt geknote gemacht",
        either(
            r"(?:gurtel|guertel|seil|strick|kabel|laken|schal|schlinge)(?: \w{2,7}){0,2} (?:an|um|uber|von) (?:der|"
            r"die|dem|den|meinen|meinem|einem) (?:tur|tuer|turklinke|balken|haken|decke|hals|rohr|gelander|"
            r"heizung)(?: schon)? (?:fest|an)?(?:gebunden|gemacht|geknotet|gehangt|befestigt)",
        ),
    ),
    Rule(
        "plan.up_there",
        _S,
        _HIGH,
        "de",
        "aufde",
        either(
            r"(?:bin|steh|stehe|sitz|sitze)(?: ich)?(?: (?:grad|gerade|jetzt|hier)){0,2} auf (?:dem|der|den) (?:dach|"
            r"brucke|bruecke|gleisen|schienen|balkon|hochhaus)(?: und)? (?:(?:hab|habe)(?: \w{2,8})? angst|heul|heule|"
            r"weine|zittere|weiss nicht was|weiss nicht weiter)(?! vor)",
        ),
    ),
    Rule(
        "passive.life_over",
        _S,
        _MODERATE,
        "de",
        "braucht daslebe daslenk heuteis ichsollt keinekr michnic nebeerd nichtge wennich",
        either(
            r"keine kraft(?: mehr)?(?: fur| fuer| noch){1,3} (?:einen )?(?:weiteren )?tag(?: leben)?|(?:keiner|"
            r"niemand) braucht mich|ich sollte (?:\w{3,6} )?tot sein|heute ist es so ?weit,? (?:es gibt )?kein zuruck",
            r"(?:stell|stelle|denk|denke|mal|male)(?: \w{2,7}){0,3} meine (?:eigene )?beerdigung",
            r"leben hat (?:fur|fuer) (?:mich|einen alten wie mich|eine alte wie mich|so jemanden wie mich) nichts "
            r"mehr|das leben hat mir nichts mehr zu",
            r"(?:froh|glucklich|erleichtert|besser) wenn ich (?:aus|nach) (?:der|dieser) (?:narkose|op|operation) "
            r"(?:nicht|nie)(?: mehr| wieder)? aufwach\w{0,2}",
            r"hatte (?:der|die|das) (?:bus|auto|lkw|zug|bahn|fahrer)(?: \w{2,5}){0,2} nicht gebremst",
            r"(?:liebsten|einfach|will|mochte|konnte|lust)(?: \w{2,9}){0,4} (?:das|das) lenkrad (?:los(?:zu)?lassen|"
            r"herum(?:zu)?reissen|rum(?:zu)?reissen|verreissen)",
        ),
    ),
    Rule(
        "overdose_under_way.on_purpose",
        _M,
        _IMMINENT,
        "de",
        "absicht alleant allemed allepar allepil allesch alletab extravi extrazu mitabsi",
        either(
            r"(?:hab|habe)(?: ich)? (?:absichtlich|extra|mit absicht) (?:viel )?(?:zu viele|zuviele|"
            rf"zu viel) (?:{PILLS}|meiner \w{{4,12}}) (?:genommen|geschluckt)",
            rf"(?:hab|habe)(?: ich)? alle {PILLS} (?:von|aus) (?:\w{{3,7}} )?(?:mama|papa|oma|opa|mutter|vater|schrank|"
            r"hausapotheke) (?:genommen|geschluckt|gefressen)",
        ),
    ),
    Rule(
        "passive.not_that_long",
        _S,
        _MODERATE,
        "de",
        "erleben sehemic sehmich",
        either(
            r"(?:seh|sehe) mich (?:\w{3,15} )?(?:\w{3,15} )?nicht (?:mehr )?(?:erleben|lebend|30 werden|alt werden)|"
            r"(?:werd|werde) (?:weihnachten|den sommer|das jahr|den winter|meinen geburtstag) nicht (?:mehr )?erleben",
        ),
    ),
    Rule(
        "overdose_under_way.took_a_lot",
        Category.MEDICAL_EMERGENCY,
        _HIGH,
        "de",
        "gekippt geleert geschut sacheng wasge zeugge",
        either(
            r"(?:hab|habe)(?: ich)? (?:was|etwas|zeug|sachen) (?:genommen|geschluckt)[.,; ]{1,3}(?:viel|sehr viel|zu "
            r"viel|viel zu viel|ne menge)",
            r"(?:arzneischrank|medizinschrank|packung|schachtel|tablettendose|hausapotheke)(?: \w{2,7}){0,2} (?:in|"
            r"auf) (?:meine|die|meiner|der) (?:hand|tisch|bett) (?:geleert|geschuttet|gekippt)",
        ),
    ),
    Rule(
        "means.picked_up",
        _S,
        _HIGH,
        "de",
        "dauernd immerwi standig",
        either(
            r"(?:messer|klinge|pistole|strick|seil)(?: \w{2,7}){0,3} (?:und )?ich (?:nehm|nehme|fass|fasse|greif|"
            r"greife)(?: (?:es|sie|ihn|danach))? (?:immer wieder|dauernd|standig)",
        ),
    ),
    Rule(
        "passive.at_peace_to_go",
        _S,
        _MODERATE,
        "de",
        "ichbinb",
        either(
            r"ich bin bereit (?:zu (?:gehen|sterben)|fur den tod)(?! (?:nach|zum|zur)\b)(?: \w{2,7}){0,2} (?:meinen "
            r"frieden|frieden gemacht|keine angst mehr|verabschiedet)",
        ),
    ),
)

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
        rf"{_ME} (?:sitz|sitze|steh|stehe|bin)(?: {_NOW}){{0,3}} (?:auf|an|am|vor)(?: der| dem| einem| einer)? "
        r"(?:\w{0,12}(?:gelander|gelaender|bruestung|brustung)|(?:dach)?(?:rand|kante)(?: (?:vom|der|des|einer|eines) "
        rf"(?:dach\w{{0,4}}|hochhaus\w{{0,3}}|brucke|bruecke|klippe))?|dachrand|dachkante)(?:{_END}| (?:und|jetzt|"
        rf"grad|von der "
        r"brucke|da))",
    ),
    Rule(
        "means.looked_at",
        _S,
        _HIGH,
        "de",
        "strick seil flinte pistole waffe knarre revolver gewehr tablett pille klinge messer medik antidep paracet",
        either(
            rf"(?:strick|seil|{_GUN}|{PILLS}|klingen?|rasierklingen?)(?: \w{{1,10}}){{0,4}} (?:und )?(?:ich|i) "
            rf"(?:schau|schaue|"
            r"starr|starre|seh|guck|gucke|muss)(?: (?:ihn|es|sie|die|den|das))?(?: \w{2,8}){0,2} (?:dauernd|immer|"
            r"standig|nur|die "
            r"ganze zeit|an)",
            rf"{_GUN} (?:ist |liegt )?(?:schon )?(?:geladen|entsichert)(?: \w{{1,8}}){{0,5}} (?:schoss|hand|handen|"
            rf"mund|bett|neben "
            r"mir|vor mir)",
            rf"{_GUN}(?: \w{{1,8}}){{0,3}} (?:auf (?:meinem|dem) schoss|im mund|an (?:der|meiner) schlafe)",
            rf"(?:reihe|reih|lege|zahle|zahl|sortier)(?: \w{{2,6}}){{0,2}} {PILLS}(?: \w{{2,6}}){{0,3}} (?:auf|"
            rf"nebeneinander|ab|"
            r"bereit|vor mir)",
        ),
    ),
    Rule(
        "behaviour.letters_to_explain",
        _S,
        _MODERATE,
        "de",
        "brief",
        r"briefe? (?:\w{1,12} ){0,6}(?:damit (?:\w{2,6} ){0,2}(?:versteh\w{1,3}|begreif\w{1,3}|wissen (?:warum|dass)|"
        r"verzeih\w{1,3})|"
        r"fur (?:danach|wenn ich (?:nicht mehr|tot))|fuer danach|zum abschied)(?! (?:wie man|welche|was zu))",
    ),
    Rule(
        "behaviour.gave_for_good",
        _S,
        _MODERATE,
        "de",
        "schenkt weggegeben hergegeben vermacht",
        r"(?:mein(?:en|e)?) (?:hund|katze|kater|sachen|platten|bucher|buecher|gitarre|schmuck|ersparnisse|"
        r"klamotten)(?: und \w{3,5} "
        r"\w{3,10})? (?:verschenkt|weggegeben|hergegeben|vermacht)(?: \w{1,8}){0,3} (?:(?:brauch|brauche)(?: ich)?(?: "
        r"\w{2,4})? (?:ja |"
        r"bald )?(?:nicht|nimmer|nie)(?: mehr)?|ich (?:brauch|brauche) (?:sie|ihn|es|die|nichts) (?:nicht mehr|nimmer|"
        r"mehr))",
    ),
    Rule(
        "plan.day_chosen",
        _S,
        _MODERATE,
        "de",
        "den_tag das_datum ein_datum",
        rf"{_HAVE}(?: mir)?(?: schon)? (?:den tag|das datum|ein datum)(?: schon)? (?:ausgesucht|festgelegt|gewahlt|"
        rf"gewaehlt|"
        r"bestimmt)[,.:; ]{1,3}(?:es|das) (?:ist|wird) (?:der |am |dieser )?(?:\d{1,2}|montag|dienstag|mittwoch|"
        r"donnerstag|freitag|"
        r"samstag|sonntag|morgen|mein geburtstag)",
    ),
    Rule(
        "goodbye.world",
        _S,
        _HIGH,
        "de",
        "estutmi gebauf gebeauf ichbinf ichbinm nichtme verzeih",
        either(
            r"(?:leb wohl|lebt wohl|lebewohl|tschuss|tschuess|adieu|ade|machs gut|mach's gut)(?: \w{1,6}){0,2} "
            r"(?:welt|leben|alle|"
            r"ihr lieben|freunde|familie)(?: grausame)?(?: \w{1,8}){0,2} (?:(?:ich )?(?:kann|mag|will) nicht mehr"
            rf"{_END}|(?:ich )?(?:geb|gebe) auf|ich bin (?:mude|muede|fertig)|verzeiht (?:mir)?|es tut mir leid)",
        ),
    ),
    Rule(
        "goodbye.farewell_alone",
        _S,
        _MODERATE,
        "de",
        "lebt_wohl leb_wohl lebewohl",
        r"(?<!\w)(?<!\w )(?<!\w, )(?:lebt wohl|leb wohl|lebewohl)(?: ihr (?:lieben|alle)|,? (?:meine (?:lieben|"
        r"freunde|familie|kinder)|mama|"
        r"papa))?(?= ?[.!]{0,3} ?$)",
    ),
    Rule(
        "goodbye.tell_them",
        _S,
        _HIGH,
        "de",
        "dassich",
        r"(?:sag|sagt|sage) (?:bitte )?(?:mama|papa|oma|opa|allen|ihnen|mein(?:er|em|en) \w{3,10}) dass ich (?:sie|"
        r"ihn|alle|euch) "
        r"(?:alle )?liebe?(?: hab| habe)?[.,;!]{1,3} ?(?:und )?(?:es tut mir(?: \w{2,5}){0,2} leid|verzeih|leb wohl|"
        r"lebt wohl|"
        r"tut mir leid)",
    ),
    Rule(
        "goodbye.last_time",
        _S,
        _MODERATE,
        "de",
        "letzte_mal",
        r"(?:das|heute|dies) (?:ist|war|wird) das letzte mal,? (?:dass|das) (?:du|ihr) (?:(?:was |etwas )?(?:von mir|"
        r"mich) (?:horst|"
        r"hoert|hort|siehst|seht|sehen|lest|liest))",
    ),
    Rule(
        "passive.why_live",
        _S,
        _MODERATE,
        "de",
        "aufzust keineng keinens keingru keinsin lebenei lebenni nimma nimmer nuemme numme nummi rimmer weiterz",
        either(
            rf"{_ME} (?:mag|wui|wul|will|wott|wett|mog|pack|packs|pack's)(?: \w{{1,6}}){{0,2}} (?:nimmer|nimma|numme|"
            rf"nuemme|nummi)(?: \w{{2,6}})? ?(?:leben|"
            rf"labe|laebe|leba|da sein)?{_END}",
            rf"(?:will|mochte|moechte|wunsche|wuensche)(?: mir)?(?: (?:nur|einfach|endlich|bloss)){{0,2}},? dass "
            rf"(?:es|alles|das alles)(?: "
            rf"\w{{2,7}}){{0,3}} (?:fur|fuer) immer (?:aufhort|aufhoert|vorbei ist|endet){_END}",
            r"(?:sehe|seh|finde|habe)(?: \w{2,6}){0,2} kein(?:en)? (?:sinn|grund)(?: mehr)? (?:in (?:noch (?:einem|"
            r"einer) )?(?:weiteren )?"
            r"(?:winter|fruhling|jahr|tag|weihnachten)|weiterzu(?:leben|machen))"
            rf"{_END}",
            rf"(?:keinen|kein) (?:grund|sinn)(?: mehr)?,? (?:weiterzu(?:leben|machen)|weiter zu (?:leben|machen)|"
            rf"aufzustehen und zu leben){_END}",
            r"(?:pack|packe|schaff|schaffe|ertrag|ertrage|halt|halte) (?:dieses|das|mein) (?:\w{3,9} )?leben "
            r"(?:einfach )?(?:nicht|nimmer)"
            r"(?: mehr)?",
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
            r"himmel)(?: "
            rf"\w{{1,8}}){{0,3}} mich(?: \w{{2,7}}){{0,2}} (?:holt|hole|zu sich (?:nimmt|holt|ruft)|sterben "
            rf"lasst){_END}",
            r"(?:hoffe|hoffentlich|wunschte|wuenschte)(?: \w{1,8}){0,5} (?:krebs|tumor|krankheit|herzinfarkt|virus|"
            r"corona)(?: \w{1,8}){0,5} "
            r"(?:mich (?:mit|holt|umbringt|totet|toetet)|nimmt mich(?: mit)?|macht ein ende)",
            r"(?:wenn|falls) mich (?:\w{1,6} ){0,2}(?:auto|bus|zug|lkw|laster)(?: \w{1,6}){0,2} (?:uberfahrt|"
            r"ueberfaehrt|uberfahren wurde|"
            rf"erwischt|umfahrt)(?: \w{{1,8}}){{0,3}} (?:recht|egal|nichts aus|besser){_END}",
        ),
    ),
    Rule(
        "passive.nobody_would_care",
        _S,
        _MODERATE,
        "de",
        "keine_ niemand keinem keiner",
        r"(?:keinem|keiner|keinen|niemandem|niemanden|niemand)(?: \w{2,8}){0,3},? (?:auffallen|merken|interessieren|"
        r"kummern|kuemmern|vermissen|"
        r"weinen|auffallt|merkt|interessiert|kummert|stort|juckt|jucken)(?: \w{2,5})?,? wenn ich(?: \w{2,8}){0,3} "
        r"(?:sterbe|sterben (?:wurde|"
        r"wuerde)|tot (?:war|ware|waere|bin)|nicht mehr (?:da|hier|leben)|verschwinde|umbringe)",
    ),
    Rule(
        "intent.slang",
        _S,
        _HIGH,
        "de",
        "denloff diekuge einekug strickn vorden vordie voreine",
        either(
            rf"{_ME} (?:geb|gebe|jag|jage|verpass|verpasse) mir (?:\w{{3,8}} )?(?:die|eine) kugel(?! (?:eis|vanille|"
            rf"wenn (?:der|die|das|du|"
            r"es|noch))\b)",
            rf"{_ME} (?:will|werde|uberleg|uberlege|ueberleg|ueberlege|denk daran|denke daran|mocht|mochte|"
            rf"moechte)(?: (?:mich|mir|mi)){{1,2}}"
            r"(?: \w{2,8}){0,5} vor (?:die|den|eine|einen) (?:bahn|zug|u-bahn|s-bahn|bim|tram|lkw) (?:zu )?(?:werfen|"
            r"schmeissen|legen|hauen|"
            r"stellen)",
            rf"{_ME} (?:will|werd|werde|mocht|mochte) (?:\w{{2,8}} ){{0,2}}(?:den loffel abgeben|mir (?:einen|den) "
            rf"strick nehmen|mir (?:eine|die) "
            r"kugel (?:geben|verpassen|in den kopf jagen))",
        ),
    ),
    Rule(
        "method_seeking.how_many",
        _S,
        _MODERATE,
        "de",
        "gegooge geschau gesucht nachgel recherc",
        r"(?:gegoogelt|geschaut|nachgeschaut|gesucht|nachgelesen|recherchiert)(?: \w{2,8}){0,2},? wie ?viele? "
        rf"{_BRANDS}(?: \w{{2,5}}){{0,2}} (?:braucht|reichen|notig sind|noetig sind|brauche)(?! (?:bei|gegen|fur|"
        rf"fuer)\b)",
    ),
    Rule(
        "overdose_under_way.whole_box",
        _M,
        _IMMINENT,
        "de",
        "packung schachtel blister dose_ flasche",
        rf"{_HAVE}(?: (?:vor|grad|gerade|eben|vorhin|heute|gestern|einer|\w{{3,5}}|stunde|stunden|minuten)){{0,5}} "
        rf"(?:die|eine|meine) (?:ganze|"
        rf"komplette|volle) (?:packung|schachtel|blister)(?: {_BRANDS}| {PILLS})? (?:genommen|geschluckt|eingenommen|"
        rf"gefressen|eingeworfen)"
        r"(?! (?:aber )?(?:ubers|uebers|wie|verteilt))",
    ),
    Rule(
        "overdose_under_way.drank_poison",
        _M,
        _IMMINENT,
        "de",
        "reiniger bleich javel frostschutz rattengift domestos salzsaure salmiak",
        rf"{_HAVE}(?: \w{{2,8}}){{0,4}} (?:(?:\w{{2,8}})?reiniger|bleichmittel|bleiche|javel\w{{0,8}}|"
        rf"frostschutz\w{{0,6}}|rattengift|domestos|"
        r"salzsaure|salmiak) (?:getrunken|geschluckt|gegessen)",
    ),
)

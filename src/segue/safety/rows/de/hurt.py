"""Wounds of one's own, blows, threats, hunger and weapons, in German and its dialects."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.de.crisis import UM
from segue.safety.rules import Rule, either

_I, _A, _E, _H = Category.SELF_INJURY, Category.ABUSE, Category.EATING_DISORDER, Category.HARM_TO_OTHERS
_P = Category.PSYCHOSIS
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_LIMBS = r"(?:arme?|unterarme?|handgelenke?|oberschenkel|schenkel|beine?)"
_BY_CHANCE = (
    r"(?! (?:\w{1,8} ){0,2}(?:knie|rucken|knochel|finger|beim|vom|fussball|training|sport|spiel|katze|kater|hund|"
    r"dornen|rosen|"
    r"garten|rad|sturz|rasieren|aus versehen|zufallig)\b)"
)
"""How somebody is hurt by chance."""
_WHO = (
    r"(?:mein (?:mann|freund|ex|vater|papa|stiefvater|bruder|onkel|opa|partner)|meine (?:frau|freundin|mutter|mama|"
    r"stiefmutter|ex)|"
    r"mei (?:oida|mann|freind|voda|oide)|min (?:maa|frund|vater)|er)"
)
_GUN = r"(?:pistole|waffe|flinte|knarre|revolver|gewehr|schreckschusspistole)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "self_injury.fresh",
        _I,
        _MODERATE,
        "de",
        "blute schnitte wunden_ schnittwund brandwund ritzern voller_wund voll_wund",
        either(
            rf"(?:meine|mein) {_LIMBS} (?:blutet|bluten|horen nicht auf zu bluten)(?: (?:wieder|immer noch|noch immer|"
            rf"schon wieder))?"
            rf"{_BY_CHANCE}",
            rf"(?:meine|mein|die) {_LIMBS} (?:sind|ist) (?:\w{{4,6}} )?(?:voller|voll mit|ubersat mit|uebersaet mit|"
            rf"voll) (?:\w{{4,8}} )?"
            rf"(?:schnitten?|schnittwunden|wunden|brandwunden|ritzern){_BY_CHANCE}",
        ),
    ),
    Rule(
        "self_injury.blade",
        _I,
        _MODERATE,
        "de",
        "klinge cutter",
        either(
            r"(?:schon )?wieder (?:die|zur|diese|meine) (?:rasier)?klingen?(?:,? (?:wie (?:jede|jeden|immer|gestern)|"
            r"heute nacht|in der hand|"
            rf"gegriffen)|{_END})(?! (?:gekauft|wechseln|stumpf))",
            rf"(?:rasier)?klingen?,? (?:schon )?wieder(?:,? (?:wie (?:jede|jeden|immer|gestern)|heute nacht)|{_END})",
        ),
    ),
    Rule(
        "self_injury.for_a_reason",
        _I,
        _MODERATE,
        "de",
        "michzub michzus verdien waszu",
        r"(?:mir|mich)(?: \w{1,10}){0,6} (?:verbrannt|geschnitten|geritzt|geschlagen|gekratzt|wehgetan)(?:,? "
        r"\w{1,3})? (?:(?:weil|denn|da) "
        r"ich (?:es|das|nichts anderes)? ?(?:nicht anders )?verdien\w{1,3}|um (?:mich zu (?:bestrafen|spuren|spueren|"
        r"beruhigen)|(?:was|etwas) zu "
        r"(?:spuren|spueren|fuhlen|fuehlen)))",
    ),
    Rule(
        "self_injury.once_more",
        _I,
        _MODERATE,
        "de",
        "kopfan kopfgeg wehgeta",
        either(
            r"(?:hab|habe) (?:ich )?mir (?:heute |gestern |selbst |selber ){0,2}(?:wieder|schon wieder|absichtlich|"
            r"selbst) "
            rf"(?:selbst |selber )?(?:wehgetan|weh getan){_END}{_BY_CHANCE}",
            r"(?:schlag|schlage|hau|haue|knall|knalle) (?:\w{2,5} )?(?:den|meinen) kopf (?:gegen|an) (?:die|eine) "
            r"(?:wand|mauer|tur|tuer)(?: "
            r"(?:bis|immer wieder|weil|wenn))",
        ),
    ),
    Rule(
        "abuse.dialect",
        _A,
        _MODERATE,
        "de",
        "haut_m schlogt_m drischt_m watscht_m hout_m prugelt_m pruegelt_m schlaht_m",
        rf"{_WHO} (?:haut|schlogt|drischt|watscht|hout|prugelt|pruegelt|schlaht) (?:mi|mich)(?! (?:beim|im|an|auf die "
        rf"schulter|um|vom "
        r"hocker)\b)",
    ),
    Rule(
        "abuse.threat_if",
        _A,
        _HIGH,
        "de",
        "bringt_mich_um mich_umbring mich_umzubring macht_mich_kalt",
        rf"{_WHO} (?:sagt|hat gesagt|droht|schwort|meint)(?: immer)?,? (?:dass )?(?:er|sie) (?:bringt mich um|mich "
        rf"umbringt|macht mich kalt),? "
        r"wenn ich(?: \w{2,9}){0,4} (?:geh|gehe|verlasse|verlass|anzeige|anzeig|rede|red|erzahle|erzaehle|polizei|"
        r"sage|sag|weggeh|trenne)",
    ),
    Rule(
        "psychosis.orders",
        _P,
        _HIGH,
        "de",
        "befiehlt befehl",
        r"(?:eine|die|seine) stimmen?(?: \w{2,8}){0,3} (?:befiehlt|befehlen)(?: \w{2,8}){0,5} (?:weh ?zu ?tun|"
        r"wehzutun|zu toten|toten|umzubringen|"
        r"zu springen|zu verletzen|zu schneiden|anzuzunden|zu sterben)",
    ),
    Rule(
        "harm_to_others.weapon_to_school",
        _H,
        _HIGH,
        "de",
        "pistole waffe flinte knarre revolver gewehr",
        rf"(?:nehm|nehme|bring|bringe|nimm|mitnehmen|mitbringen) ?(?:ich )?(?:\w{{3,6}} )?(?:die|eine|meine|ne|seine) "
        rf"{_GUN}(?! aus (?:plastik|holz))"
        r"(?: \w{2,8}){0,4} (?:in die|zur|mit in die|mit zur|in den) (?:schule|uni|arbeit|klasse|buro|unterricht|"
        r"berufsschule)|(?:die|eine|"
        rf"meine) {_GUN}(?: \w{{2,8}}){{0,4}} (?:in die|zur) (?:schule|uni|arbeit|klasse)(?: \w{{2,6}})? (?:mitnehmen|"
        rf"mitbringen|bringen)",
    ),
    Rule(
        "harm_to_others.him",
        _H,
        _MODERATE,
        "de",
        "bringei bringes bringih bringsi stech",
        rf"ich (?:bring|bringe) (?:ihn|sie) {UM}(?: (?:heute|heut nacht|heute nacht|morgen|wenn (?:er|sie) "
        rf"(?:\w{{2,8}} )?(?:heimkomm\w|kommt|schlaft|"
        r"zuruckkommt|nach hause|einschlaft)|sobald (?:er|sie)|mit (?:dem|einem) (?:messer|hammer)))|ich (?:stech|"
        r"steche) (?:ihn|sie) ab"
        rf"(?:{_END}| (?:wenn|sobald|heute))",
    ),
    Rule(
        "harm_to_others.pillow",
        _H,
        _HIGH,
        "de",
        "kissen",
        r"kissen(?: \w{1,8}){0,5} (?:baby|kind|tochter|sohn|mutter|vater|gesicht)(?: \w{1,8}){0,5} (?:zudruck|"
        r"zuzudruck|druck|ersti|press)\w{1,4}",
    ),
    Rule(
        "eating_disorder.proud_hunger",
        _E,
        _MODERATE,
        "de",
        "nichtsb nichtsm nixbis nixmehr wieg",
        either(
            r"(?:ich )?(?:wieg|wiege) [2345]\d(?: ?kg| ?kilo)? und (?:bin |fuhl mich |fuhle mich )?(?:immer )?noch "
            r"(?:immer )?(?:zu |so )?(?:fett|dick)",
            r"(?:ess|esse) (?:nichts|nix)(?: mehr)?,? bis (?:ich )?(?:auf )?(?:unter )?[2345]\d(?! (?:uhr|jahre|"
            r"minuten))",
        ),
    ),
)

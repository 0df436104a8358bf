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
    r"(?! (?:\w{1,8} ){0,3}(?:knie|rucken|knochel|finger|beim|vom|fussball|training|sport|spiel|katze|kater|hund|"
    r"dornen|brennnesseln|mucken|rosen|garten|rad|sturz|rasieren|aus versehen|zufallig)\b)"
)
"""How somebody is hurt by chance."""
_WHO = (
    r"(?:mein (?:mann|freund|ex|vater|papa|stiefvater|bruder|onkel|opa|partner)|meine (?:frau|freundin|mutter|mama|"
    r"stiefmutter|ex)|mei (?:oida|mann|freind|voda|oide)|min (?:maa|frund|vater)|er)"
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
            rf"schon wieder))?{_BY_CHANCE}",
            rf"(?:meine|mein|die) {_LIMBS} (?:sind|ist) (?:\w{{4,6}} )?(?:voller|voll mit|ubersat mit|uebersaet mit|"
            rf"voll) (?:\w{{4,8}} )?(?:schnitten?|schnittwunden|wunden|brandwunden|ritzern){_BY_CHANCE}",
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
            rf"heute nacht|in der hand|gegriffen)|{_END})(?! (?:gekauft|wechseln|stumpf))",
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
        r"\w{1,3})? (?:(?:weil|denn|da) ich (?:es|das|nichts anderes)? ?(?:nicht anders )?verdien\w{1,3}|um (?:mich "
        r"zu (?:bestrafen|spuren|spueren|beruhigen)|(?:was|etwas) zu (?:spuren|spueren|fuhlen|fuehlen)))",
    ),
    Rule(
        "self_injury.once_more",
        _I,
        _MODERATE,
        "de",
        "kopfan kopfgeg wehgeta",
        either(
            r"(?:hab|habe) (?:ich )?mir (?:heute |gestern |selbst |selber ){0,2}(?:wieder|schon wieder|absichtlich|"
            rf"selbst) (?:selbst |selber )?(?:wehgetan|weh getan){_END}{_BY_CHANCE}",
            r"(?:schlag|schlage|hau|haue|knall|knalle) (?:\w{2,5} )?(?:den|meinen) kopf (?:gegen|an) (?:die|eine) "
            r"(?:wand|mauer|tur|tuer)(?: (?:bis|immer wieder|weil|wenn))",
        ),
    ),
    Rule(
        "abuse.dialect",
        _A,
        _MODERATE,
        "de",
        "haut_m schlogt_m drischt_m watscht_m hout_m prugelt_m pruegelt_m schlaht_m",
        rf"{_WHO} (?:haut|schlogt|drischt|watscht|hout|prugelt|pruegelt|schlaht) (?:mi|"
        r"mich)(?! (?:beim|im|an|auf die schulter|um|vom hocker)\b)",
    ),
    Rule(
        "abuse.threat_if",
        _A,
        _HIGH,
        "de",
        "bringt_mich_um mich_umbring mich_umzubring macht_mich_kalt",
        rf"{_WHO} (?:sagt|hat gesagt|droht|schwort|meint)(?: immer)?,? (?:dass )?(?:er|sie) (?:bringt mich um|"
        r"mich umbringt|macht mich kalt),? wenn ich(?: \w{2,9}){0,4} (?:geh|gehe|verlasse|verlass|anzeige|anzeig|rede|"
        r"red|erzahle|erzaehle|polizei|sage|sag|weggeh|trenne)",
    ),
    Rule(
        "psychosis.orders",
        _P,
        _HIGH,
        "de",
        "befiehlt befehl",
        r"(?:eine|die|seine) stimmen?(?: \w{2,8}){0,3} (?:befiehlt|befehlen)(?: \w{2,8}){0,5} (?:weh ?zu ?tun|"
        r"wehzutun|zu toten|toten|umzubringen|zu springen|zu verletzen|zu schneiden|anzuzunden|zu sterben)",
    ),
    Rule(
        "harm_to_others.weapon_to_school",
        _H,
        _HIGH,
        "de",
        "pistole waffe flinte knarre revolver gewehr",
        r"(?:nehm|nehme|bring|bringe|nimm|mitnehmen|mitbringen) ?(?:ich )?(?:\w{3,6} )?(?:die|eine|meine|ne|"
        rf"seine) {_GUN}(?! aus (?:plastik|holz))(?: \w{{2,8}}){{0,4}} (?:in die|zur|mit in die|mit zur|"
        r"in den) (?:schule|uni|arbeit|klasse|buro|unterricht|berufsschule)|"
        rf"(?:die|eine|meine) {_GUN}(?: \w{{2,8}}){{0,4}} (?:in die|zur) (?:schule|uni|arbeit|"
        r"klasse)(?: \w{2,6})? (?:mitnehmen|mitbringen|bringen)",
    ),
    Rule(
        "harm_to_others.him",
        _H,
        _MODERATE,
        "de",
        "bringei bringes bringih bringsi stech",
        rf"ich (?:bring|bringe) (?:ihn|sie) {UM}(?: (?:heute|heut nacht|heute nacht|morgen|"
        r"wenn (?:er|sie) (?:\w{2,8} )?(?:heimkomm\w|kommt|schlaft|zuruckkommt|nach hause|einschlaft)|"
        rf"sobald (?:er|sie)|mit (?:dem|einem) (?:messer|hammer)))|ich (?:stech|steche) (?:ihn|sie) ab(?:{_END}|"
        r" (?:wenn|sobald|heute))",
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
    Rule(
        "self_injury.by_hand",
        _I,
        _MODERATE,
        "de",
        "angeset aufgebi aufgekr aufgeri aufgesc ausgedr benutzt blutigg wundgeb wundgek wundges",
        either(
            r"(?:alten |meine )(?:narben|wunden|schnitte|krusten) (?:wieder )?auf(?:gerissen|geschnitten|gekratzt)",
            r"mir (?:die|den|das|meine|meinen)? ?(?:arme?|beine?|haut|handgelenke?|hande|gesicht|oberschenkel) "
            r"(?:blutig|wund|auf) ?(?:gekratzt|gebissen|gescheuert)(?! (?:an|im|beim) )",
            r"(?:scherbe|glas|schere|feuerzeug|zirkel|nadel)(?: \w{2,5})? (?:am|an meinem|an meinen|auf meinem|auf "
            r"der) (?:arm|armen|bein|haut|handgelenk|oberschenkel) (?:benutzt|angesetzt|ausgedruckt)",
        ),
    ),
    Rule(
        "abuse.cruel",
        _A,
        _HIGH,
        "de",
        "beisstm bespuck boxtmic dashaus kopfan kopfauf kopfgeg ohrfeig trittmi zuendet zundet zwangmi zwingtm",
        either(
            r"(?:stiefvater|vater|papa|onkel|bruder|mann|freund|trainer|er|opa) (?:zwingt|zwang) mich(?: dazu)?(?: "
            r"mich)? (?:auszuziehen|nackt)",
            r"(?:sagt|droht|schwort)(?: \w{2,5})?,? (?:wenn ich (?:gehe|geh|rede|ihn verlasse) )?(?:er |sie "
            r")?(?:zundet|zuendet|das haus)(?: (?:er|sie))?(?: das haus)? (?:mit (?:den kindern|uns|mir)|anzuzunden)",
            r"(?:hat|haut|knallt|schlagt)(?: mir)? (?:meinen|den) kopf (?:gegen|an|auf) (?:die|den|eine) (?:wand|tur|"
            rf"tisch|boden|waschbecken)(?: (?:geknallt|geschlagen|gehauen|gerammt)|{_END})",
            r"(?:freundin|freund|mann|frau|partner|partnerin|ex|vater|mutter|papa|mama) (?:boxt|tritt|ohrfeigt|beisst|"
            r"bespuckt) mich (?:wenn|sobald|immer|jedes|weil)(?! (?:beim|im) )",
        ),
    ),
    Rule(
        "harm_to_others.massacre",
        _H,
        _HIGH,
        "de",
        "alleab alleind allenie alleum imschla jedenab jedenin jedenni jedenum",
        either(
            r"(?:schiess|schiesse|knall|knalle|baller|stech|steche)(?: ich)?(?: \w{2,8}){0,4} (?:in|auf) (?:der|die) "
            r"(?:schule|uni|arbeit|klasse) (?:alle|jeden|sie alle) (?:ab|nieder|um)|(?:schiess|knall|knalle|schiesse) "
            r"(?:ich )?(?:alle|jeden) in der (?:schule|klasse|arbeit) (?:ab|nieder)",
            r"(?:konnt|konnte|koennte|will|werde) (?:\w{2,8} ){1,3}im schlaf (?:erwurgen|erwuergen|erstechen|"
            r"ersticken|umbringen|abstechen)",
        ),
    ),
    Rule(
        "eating_disorder.in_secret",
        _E,
        _MODERATE,
        "de",
        "heimlic inderdu ineinet intute leicht leise stark stolz unterde",
        either(
            r"(?:nur|bloss)(?: noch)? (?:wasser|kaugummi|kaffee|tee)(?: und \w{3,9})?,? (?:und )?(?:ich )?bin "
            r"(?:\w{2,5} )?(?:stolz|stark|leicht)",
            r"(?:kotz|kotze|erbrech|erbreche|ubergebe)(?: mich)? (?:unter der dusche|in der dusche|heimlich|leise|in "
            r"(?:eine )?tute)(?: \w{2,5})?,? (?:damit|dass) (?:\w{3,4} )?(?:mich )?(?:keiner|niemand|mama)",
        ),
    ),
    Rule(
        "psychosis.whispered",
        _P,
        _HIGH,
        "de",
        "befehle flueste fluster ichmir ichmuss ichsoll murmeln sagen schreie",
        either(
            r"(?:mann|frau|stimme|jemand|schatten|teufel) (?:in|hinter|aus) (?:der|dem|meinem|den) (?:wand|kopf|decke|"
            r"spiegel|fernseher|radio|wanden)(?: \w{3,6})? (?:sagt|befiehlt|flustert|will)(?: mir)? (?:dass )?ich "
            r"(?:soll|muss|mir)(?: \w{2,5}){0,3} (?:durchschneiden|schneiden|umbringen|toten|springen|sterben|"
            r"anzunden|aufschneiden)",
            r"(?:flustern|fluestern|sagen|murmeln|schreien|befehlen)(?: \w{2,6}){0,3},? (?:dass )?ich (?:muss|"
            r"soll)?(?: ?\w{2,6}){0,3} ?(?:anzunden|anzuenden|toten|toeten|umbringen|sterben|verbrennen|springen) "
            r"(?:muss|soll)",
        ),
    ),
    Rule(
        "abuse.with_what",
        _A,
        _MODERATE,
        "de",
        "amhals andenha andergu anderke hautmic ichbeko ichkrie peitsch pruegel prugelt schlaeg schlagenm "
        "schlagt verbren",
        either(
            r"(?:mama|papa|mutter|vater|stiefvater|stiefmutter|onkel|tante|bruder|mann|freund|opa|ex|er|sie|eltern) "
            r"(?:schlagt|schlaegt|prugelt|pruegelt|verhaut|haut|verbrennt|peitscht|schlagen) mich (?:\w{4,6} )?mit "
            r"(?:einem |einer |dem |der |seinem |ihrem |den )?(?:kabel|gurtel|guertel|stock|schlauch|draht|schuh|"
            r"bugel|kleiderbugel|bugeleisen|zigaretten|flasche|fausten|faust|besen|peitsche|riemen|stuhl|kochloffel|"
            r"lineal)",
            r"(?:er|vater|papa|mann|freund|stiefvater|ex|sie|mutter) (?:hat|packt|packte|zieht|zog|"
            r"schleift) mich(?: \w{3,7}){0,2} (?:am hals|an der kehle|an den haaren|"
            rf"an der gurgel)(?!.{{0,22}}flecht)(?: (?:gepackt|gezogen|geschleift|gezerrt|gewurgt)|{_END})",
            r"ich (?:krieg|kriege|bekomme|bekomm) (?:\w{4,6} )?(?:schlage|schlaege|prugel|pruegel|ohrfeigen|hiebe) "
            r"(?:wenn|weil|sobald|jedes)",
        ),
    ),
    Rule(
        "psychosis.god_told",
        _P,
        _HIGH,
        "de",
        "beenden erstech erstick ertraen ertrank erwurge opfern schlachten toeten toten umbring verbren",
        either(
            r"(?:gott|jesus|satan|der teufel|ein engel|die stimmen?|allah|der herr|die damonen) (?:hat |haben "
            r")?(?:mir )?(?:gesagt|sagt|sagen|befohlen|befiehlt|befehlen|will|wollen),? (?:dass )?ich (?:soll|muss|"
            r"sollte)?(?: ?\w{2,8}){0,3} (?:ertranken|ertraenken|toten|toeten|umbringen|erstechen|verbrennen|opfern|"
            r"erwurgen|ersticken|beenden|schlachten)",
        ),
    ),
    Rule(
        "harm_to_others.bullet",
        _H,
        _HIGH,
        "de",
        "nekugel",
        either(
            rf"(?:kriegt|bekommt|kriegen) (?:er|sie|der|die) (?:\w{{3,5}} )?(?:eine|ne) kugel(?! eis)(?:{_END}|"
            r" (?:in|von|verpasst))|(?:jag|jage|verpass|verpasse) (?:ich )?(?:ihm|ihr|denen) (?:eine|"
            r"ne) kugel(?!.{0,18}(?:level|nivel|fase|round|partida|runde|niveau|jeu|juego|jogo|game))",
        ),
    ),
    Rule(
        "harm_to_others.hurt_badly",
        _H,
        _MODERATE,
        "de",
        "wehtun",
        either(
            r"ich (?:will|muss|werde|konnte) (?:ihm|ihr|ihnen) (?:so |richtig |sehr )?(?:wehtun|weh tun)(?! (?:nicht|"
            r"nie))",
        ),
    ),
    Rule(
        "eating_disorder.tricks",
        _E,
        _MODERATE,
        "de",
        "essalle esseall essenur essnura undspuc",
        either(
            r"(?:kau|kaue) (?:\w{2,7} ){0,2}(?:essen )?(?:nur )?und (?:spuck|spucke)(?:s|n)?(?: \w{2,3})? ?(?:wieder "
            r")?aus",
            r"(?:ess|esse) (?:nur )?alle (?:zwei|drei|vier|funf|\d) tage(?: was)?,? (?:damit|um|weil) (?:\w{2,5} "
            r"){0,2}(?:dunn|dunner|schlank|abzunehmen|abnehme|fett|dick)",
        ),
    ),
    Rule(
        "self_injury.on_purpose",
        _I,
        _MODERATE,
        "de",
        "michabs ritzeic ritzemi ritzich ritzmic",
        either(
            r"(?:lass|lasse) mich absichtlich bluten|(?:ritz|ritze)(?: ich)? mich (?:seit|schon|jeden|jede|immer|"
            r"heimlich)",
        ),
    ),
)

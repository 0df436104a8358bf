"""What people write in a crisis, in German as it is spoken: `ich will nimmer`, `wär ich doch tot`, `ich tu mir was "
"an`."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.de.crisis import AS_TOLD, NOT_SO, PILLS, UM
from segue.safety.rows.de.words import HOW, JUMP, WANT_TO_DO, WHO, WORD
from segue.safety.rules import Rule, either

_S, _I, _M, _A = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY, Category.ABUSE
_E, _P, _H = Category.EATING_DISORDER, Category.PSYCHOSIS, Category.HARM_TO_OTHERS
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_NO_MORE = r"(?:(?:nicht|nich|net|ned) (?:mehr|langer|laenger)|nimmer)"
_WERE = r"(?:ware|waere|waer|war)"
"""`wär`, which is `war` once the dots are gone: only where it cannot be `war`."""
FAMILY = r"mein (?:vater|papa|stiefvater|onkel|opa|grossvater|bruder|cousin|lehrer|trainer|chef|pfleger|pflegevater)"
_WITHOUT_ME = (
    r"(?:alle|alles|jeder|ihr|sie|meine \w{4,8}|die welt|es (?:allen|euch|ihnen|jedem|"
    r"meine\w \w{4,8})) (?:\w{2,8} ){0,2}(?:besser dran|besser|leichter|glucklicher|gluecklicher|froh)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.want_to_die",
        _S,
        _HIGH,
        "de",
        "mehr_leb nimmer_leb langer_leb laenger_leb weiterleben existieren am_leben_sein auf_dieser sterbn killen "
        # Not `tot` alone, which stands in every English "to the": all these ways would be tried on it.
        "gern_tot gerne_tot liebsten_tot lieber_tot besser_tot ich_tot doch_tot nur_tot bloss_tot endlich_tot ware_tot "
        "waere_tot waer_tot war_tot nicht_mehr_da "
        "gestorben zu_leben aufs_leben auf_leben auf_das_leben auf_mein_leben auf_dieses_leben",
        either(
            rf"(?:ich (?:will|mag|mochte|moechte)|(?:will|mag|mochte|moechte) ich){HOW} {_NO_MORE} (?:leben(?! (?:wie|"
            r"als) (?:ein|eine|im|der|die)\b)|existieren|weiterleben|am leben sein|auf dieser (?:welt|erde) sein)",
            rf"(?:ich will|will ich){HOW} (?:sterbn|mich killen)",
            rf"ich {_WERE} (?:so )?(?:gern|gerne|am liebsten|lieber|besser) tot|"
            rf"(?:am liebsten|lieber|besser) {_WERE} ich tot",
            rf"(?<!als )(?<!da ){_WERE} ich (?:doch|nur|bloss|endlich) (?:tot|gestorben)",
            rf"ich (?:wunschte|wuenschte)(?: mir)?(?: dass)? ich {_WERE} (?:tot|gestorben|nicht mehr da)",
            r"kein(?:en)? bock mehr (?:zu leben|aufs leben|auf (?:das |mein |dieses )?leben(?! in\b))|"
            r"keine (?:lust|kraft) mehr (?:zu leben|aufs leben|auf (?:das|mein|dieses) leben)",
        ),
    ),
    Rule(
        "intent.going_to",
        _S,
        _HIGH,
        "de",
        "vor_den_zug vor_einen_zug auf_die_gleise spring brucke bruecke dach balkon hochhaus fenster hang haeng "
        "schiess tote_mich toete_mich vergifte ertranke kugel pulsader adern handgelenk schluck auf_einmal ein_ende "
        "schluss umzubringen zu_nehmen zu_sterben antun was_an",
        either(
            r"ich (?:werfe?|schmeisse?|sturze?|stuerze?|lege?) mich(?: (?!nicht\b|nie\b)\w{2,10}){0,3} (?:vor (?:den|"
            r"einen) zug|auf die gleise|von (?:der|einer) (?:brucke|bruecke)|vom (?:dach|balkon|hochhaus))",
            rf"ich springe?{HOW} {JUMP}(?! (?:ins wasser|in (?:den|einen) (?:see|pool)|ins becken)\b)",
            rf"ich (?:erhange?|erhaenge?|erschiesse?|ertranke|vergifte|tote|toete) mich{NOT_SO}",
            r"(?:jage?|schiesse?) (?:ich )?mir(?: (?!nicht\b)\w{2,8}){0,2} (?:eine |ne )?kugel",
            rf"(?:schneide?|schlitze?) (?:ich )?mir{HOW} (?:die )?(?:pulsadern?|adern|handgelenke) auf",
            rf"ich schlucke?{HOW} (?:jetzt )?(?:alle|eine ganze packung|die ganze packung|zu viele) (?:meine |"
            rf"die )?{PILLS}|(?:ich {WANT_TO_DO}|{WANT_TO_DO} ich){HOW} alle (?:meine |"
            rf"die )?{PILLS} (?:(?:auf einmal )?schlucken|auf einmal nehmen)|"
            rf"ich nehme?{HOW} alle (?:meine |die )?{PILLS} auf einmal",
            r"ich (?:mache?|setze?)(?: (?:heute|jetzt|bald|morgen))? (?:meinem leben|dem leben|allem) ein ende|"
            rf"(?:ich {WANT_TO_DO}|{WANT_TO_DO} ich){HOW} (?:meinem leben|dem leben|allem) ein ende (?:machen|setzen|"
            r"bereiten)|(?:mache?|machen) schluss mit (?:dem|meinem) leben|schluss machen mit (?:allem|dem leben|"
            r"meinem leben)",
            r"(?:ich )?(?:denke?|gruble|gruebel\w?) (?:ich )?(?:(?!nicht\b|nie\b|kaum\b)\w{2,8} ){0,2}(?:daruber|"
            r"darueber|druber|drueber) nach (?:mich umzubringen|mir das leben zu nehmen|zu sterben)",
            rf"(?:ich {WANT_TO_DO}|{WANT_TO_DO} ich) mir(?:{WORD}){{0,2}} antun|"
            r"ich tue? mir (?:noch )?(?:etwas|was) an",
        ),
    ),
    Rule(
        "ideation.suicide",
        _S,
        _HIGH,
        "de",
        "suizid selbstmord",
        either(
            r"(?:habe?|kommen mir|ich)(?: (?!kein|nie\b|nicht\b)\w{2,10}){0,3} gedanken an (?:suizid|selbstmord)",
            r"ich (?:fuhle|fuehle|fuhl|fuehl) mich(?: (?!nicht\b|nie\b)\w{2,8}){0,2} suizidal",
            r"(?:suizid|selbstmord)gedanken (?:gehen|lassen|horen|hoeren|verfolgen|qualen|quaelen)",
        ),
    ),
    Rule(
        "ideation.life_unwanted",
        _S,
        _MODERATE,
        "de",
        "todessehnsucht nach_dem_tod auf_den_tod auf_meinen_tod egal mich_jemand mich_einer mich_bitte hier_sein",
        either(
            r"(?:habe?|hab)(?: (?!kein)\w{2,8}){0,2} todessehnsucht|sehne? mich(?: so)? nach dem tod|"
            r"freue? mich(?: schon)? auf (?:den|meinen) tod",
            r"egal(?: \w{2,8}){0,2} ob ich(?: \w{2,8})? (?:lebe|sterbe|tot bin|draufgehe|aufwache)",
            r"kann mich (?:bitte )?(?:jemand|einer) (?:bitte )?(?:umbringen|toten)",
            rf"ich will(?: einfach| nur){{0,2}} {_NO_MORE} hier sein(?= ?(?:$|[.!?;]))",
        ),
    ),
    Rule(
        "passive.no_future",
        _S,
        _MODERATE,
        "de",
        "mehr_aus langer_aus laenger_aus nimmer_aus ohne_mich mich_vermissen besser_wenn geboren",
        either(
            rf"ich halte? (?:das|es|alles|das alles|das leben)(?: (?:alles|einfach|so|hier)){{0,2}} {_NO_MORE} "
            rf"aus{_END}",
            rf"ohne mich (?:{_WERE}|waren|waeren|sind|ist|geht|ginge) {_WITHOUT_ME}",
            r"(?:niemand|keiner) (?:wurde|wuerde|wird) mich vermissen",
            rf"{_WERE} (?:es )?(?:\w{{2,8}} )?besser wenn (?:ich|es mich)(?: \w{{2,8}}){{0,2}} (?:tot|nicht mehr da|"
            r"nicht (?:mehr )?(?:gabe|gaebe)|weg|nie geboren|sterbe)",
            rf"{_WERE} ich (?:nur|doch|bloss|lieber) (?:nie|nicht) geboren",
        ),
    ),
    Rule(
        "plan.have_a_plan",
        _S,
        _HIGH,
        "de",
        "geplant",
        r"geplant wie ich (?:sterbe|sterben|mich umbring\w{1,2}|es mache|es beende)",
    ),
    Rule(
        "overdose_under_way.now",
        _M,
        _IMMINENT,
        "de",
        "geschluckt genommen eingeworfen",
        either(
            r"(?:habe?|hab)(?: ich)?(?: (?:gerade|grad|eben|jetzt|mir|heute)){0,2} (?:eine|ne|die|ne ganze|eine ganze|"
            rf"die ganze|zwei|drei) (?:packung|schachtel|packungen|schachteln) (?:\w{{2,10}} )?{PILLS} (?:geschluckt|"
            rf"genommen|eingeworfen){AS_TOLD}",
            r"(?:habe?|hab)(?: ich)?(?: (?:gerade|grad|eben|jetzt)){0,2} (?:eine |ne )?(?:uberdosis|ueberdosis)(?: "
            r"\w{3,14}){0,2} genommen",
        ),
    ),
    Rule(
        "overdose_under_way.at_the_edge",
        _S,
        _IMMINENT,
        "de",
        "um_den_hals um_meinen_hals bahnsteig gleis brucke bruecke abgrund dach",
        either(
            r"(?:strick|seil|schlinge) (?:schon |bereits |jetzt )?um (?:den|meinen) hals",
            r"(?:stehe?|sitze?|bin)(?: \w{2,8}){0,2} (?:am|auf (?:dem|den|der)|an (?:den|der)) (?:bahnsteig|gleise?n?|"
            r"bahngleisen|brucke|bruecke|abgrund|dach) und (?:\w{2,8} ){0,2}(?:vor den zug (?:springen|werfen)|springe?"
            rf"{_END}|springe? (?:gleich|jetzt|runter){_END}|springen{_END}|will springen)",
        ),
    ),
    Rule(
        "self_injury.wounds",
        _I,
        _MODERATE,
        "de",
        "ritz den_arm die_arm meine_arm meinen_arm mein_arm unterarm den_bein die_bein mein_bein meine_bein "
        "meinen_bein oberschenkel handgelenk haut mir_weh selbst_weh selber_weh absichtlich_weh immer_weh wieder_weh "
        "oft_weh wehtun einfach_weh schmerzen_zu zigarette",
        either(
            rf"ich ritze?(?={_END}| (?:wieder|seit|manchmal|oft|jeden|heimlich)\b)",
            r"(?:schneide?|schlitze?|ritze?) (?:ich )?mir(?: (?!beim\b|nicht\b|nie\b)\w{2,10}){0,3} (?:in (?:den|die|"
            r"meinen?) (?:arme?|unterarme?|handgelenke?|oberschenkel|beine?|haut)|"
            r"die (?:arme|unterarme|beine|oberschenkel|haut) auf)",
            r"(?:habe?|hab)(?: ich)? mir(?: (?!beim\b|nicht\b|nie\b)\w{2,10}){0,3} (?:in (?:den|die|meinen?) (?:arm|"
            r"arme|unterarme?|oberschenkel|beine?)|die (?:arme|beine|unterarme)) (?:auf)?(?:geschnitten|geritzt|"
            r"geschlitzt)",
            r"(?:tue?|fuge|fuege) (?:ich )?mir(?: (?:selbst|selber|absichtlich|immer|wieder|oft)){0,2} (?:weh|"
            r"schmerzen zu)|(?:will|muss) mir(?: (?:selbst|selber|einfach)){0,2} (?:wehtun|weh tun)",
            r"drucke?(?: \w{2,8}){0,2} zigaretten (?:auf|an)(?: \w{2,8}){0,2} (?:mir|arm|haut|bein|oberschenkel) aus",
        ),
    ),
    Rule(
        "abuse.violence",
        _A,
        _MODERATE,
        "de",
        "fasst_mich langt_mich angefasst begrapscht betatscht belastigt belaestigt gewalttatig gewalttaetig umbring "
        "erhang aufhang",
        either(
            rf"{FAMILY}(?:{WORD}){{0,2}} (?:fasst|langt) mich(?: (?!nicht\b)\w{{2,8}}){{0,2}} an(?! (?:bei|hart|wegen|"
            r"der (?:hand|schulter))\b)",
            rf"{WHO} hat mich(?: (?!nicht\b|nie\b)\w{{2,10}}){{0,3}} (?:angefasst|begrapscht|betatscht|belastigt|"
            r"belaestigt)",
            rf"{WHO} (?:wird|ist)(?: (?:immer|oft|wieder|manchmal|so)){{0,2}} (?:gewalttatig|gewalttaetig)",
            r"(?:sagt|sagen|schreibt|schreiben|meint|meinen|rufen|gesagt|geschrieben)(?: (?:mir|alle|immer|dass|"
            r"sie)){0,3} ich (?:soll|sollte)(?: \w{2,8}){0,2} mich (?:\w{2,8} )?(?:umbringen|erhangen|aufhangen)",
        ),
    ),
    Rule(
        "abuse.danger_now",
        _A,
        _HIGH,
        "de",
        "mich_um",
        r"mein (?:mann|freund|ex|partner|vater|stiefvater|bruder)(?: \w{3,8})? (?:hat (?:gesagt|gedroht|geschrieben)|"
        rf"sagt|droht|schreibt)(?: dass)? er (?:bringt mich {UM}|mich umbringt|"
        r"mich umbringen (?:will|wird))(?! (?:wenn|falls)\b)",
    ),
    Rule(
        "eating_disorder.signs",
        _E,
        _MODERATE,
        "de",
        "in_den_hals kotze erbreche esse ungere",
        either(
            r"stecke? (?:ich )?mir(?: \w{2,8}){0,4} (?:den |die )?finger in den hals",
            r"(?:kotze|erbreche)(?: \w{2,8}){0,3} (?:um|damit ich)(?: \w{2,8}){0,2} (?:abzunehmen|abnehme|dunn|duenn|"
            r"schlank)",
            r"(?:esse|hungere)(?: \w{2,8}){0,3} (?:nichts|tagelang|seit tagen)(?: \w{2,8}){0,2} (?:um|weil ich|"
            r"damit ich)(?: \w{2,8}){0,2} (?:abzunehmen|abnehme|dunn|duenn|schlank|fett|dick)",
            r"ich hungere (?:um|damit ich)(?: \w{2,8}){0,2} (?:abzunehmen|abnehme|dunn|duenn|schlank)",
        ),
    ),
    Rule(
        "psychosis.signs",
        _P,
        _MODERATE,
        "de",
        "stimmen abgehort abgehoert verfolgt uberwacht ueberwacht",
        either(
            r"in meinem kopf (?:sind|reden|sprechen|schreien|hore ich|hoere ich)(?: \w{2,8})? stimmen",
            r"ich werde (?:\w{2,10} )?(?:verfolgt und (?:abgehort|abgehoert|uberwacht|ueberwacht|beobachtet)|abgehort|"
            r"abgehoert)",
            r"(?:der geheimdienst|die cia|das fbi|die regierung|die polizei) (?:verfolgt|uberwacht|ueberwacht) "
            r"mich(?! (?:im|in)\b)",
        ),
    ),
    Rule(
        "harm_to_others.planned",
        _H,
        _HIGH,
        "de",
        "abstech erstech erschiess umbring",
        rf"ich (?:will|werde){HOW} (?:meinen|meine|den|die|einen) (?:mitschuler|mitschulerin|klassenkamerad\w{{0,2}}|"
        r"klasse|kollegen|kollegin|lehrerin|direktor|rektor|onkel|bruder|schwester|eltern) (?:abstechen|erstechen|"
        r"erschiessen|umbringen)",
    ),
    Rule(
        "method_seeking.question",
        _S,
        _HIGH,
        "de",
        "stirbt_man sich galgenknoten henkersknoten todlich toedlich",
        either(
            r"wie stirbt man (?:am (?:schnellsten|einfachsten|leichtesten|besten)|ohne schmerzen|schmerzlos|schnell)",
            r"wie bringt man sich(?: \w{2,12}){0,3} um|wie (?:macht|bindet) man (?:einen |nen )?(?:galgenknoten|"
            r"henkersknoten)",
            rf"ab wann (?:sind|ist)(?: \w{{2,10}}){{0,3}} {PILLS} (?:todlich|toedlich)",
        ),
    ),
)

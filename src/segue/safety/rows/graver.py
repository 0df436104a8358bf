"""Violence that is as grave in one language as in another: choking, a weapon, and who comes to a bed at night."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.de.words import WHO as _DE_WHO
from segue.safety.rules import Rule, either

_EN = (
    r"(?:he|she|they|dad|daddy|stepdad|mum|mom|my (?:\w{3,7} )?(?:husband|wife|boyfriend|girlfriend|partner|dad|father|"
    r"daddy|mom|mum|mother|step ?-?(?:dad|father|mom|mum|mother|brother)|uncle|brother|cousin|grandpa|grandfather|ex|"
    r"fiance|bf|hubby))"
)
_ES = (
    r"(?:el|ella|mi (?:\w{3,7} )?(?:marido|esposo|esposa|mujer|novio|novia|pareja|padre|papa|madre|mama|padrastro|"
    r"madrastra|hermano|hermanastro|tio|primo|abuelo|ex|viejo))"
)
_FR = (
    r"(?:il|elle|(?:mon|ma) (?:mari|femme|copain|copine|conjoint|conjointe|compagnon|chum|blonde|pere|papa|mere|maman|"
    r"beau[ \-]?pere|belle[ \-]?mere|demi[ \-]?frere|frere|oncle|cousin|grand[ \-]?pere|papi|ex|mec))"
)
_DE = rf"(?:er|sie|{_DE_WHO}|mein (?:stiefbruder|cousin|ehemann|kerl))"
_PT = (
    r"(?:el[ea]|(?:o |a )?(?:meu|minha) (?:marido|esposo|esposa|mulher|namorado|namorada|companheiro|companheira|pai|"
    r"papai|mae|padrasto|madrasta|irmao|tio|primo|avo|vo|ex))"
)
_KIN_EN = (
    r"my (?:dad|father|daddy|step ?-?(?:dad|father|brother)|uncle|brother|grandpa|grandfather|mom's boyfriend|"
    r"mum's boyfriend|foster dad)"
)
_KIN_ES = r"mi (?:padre|papa|padrastro|tio|hermano|hermanastro|abuelo|papi)|el novio de mi (?:mama|madre)"
_KIN_FR = r"mon (?:pere|papa|beau[ \-]?pere|oncle|frere|demi[ \-]?frere|grand[ \-]?pere|papi)|le copain de ma mere"
_KIN_DE = (
    r"mein (?:vater|papa|stiefvater|stiefbruder|onkel|bruder|opa|grossvater|pflegevater)|der freund meiner "
    r"(?:mutter|mama)"
)
_KIN_PT = r"(?:o )?meu (?:pai|papai|padrasto|tio|irmao|avo|vo)|o namorado da minha mae"
_TOUCH_EN = (
    r"touch(?:es|ed|ing)? me(?! (?:with (?:his|her|its|a) (?:\w{3,9} )?(?:words?|kindness|letter|speech|story)|"
    r"deeply|on the (?:shoulder|arm|back|hand|head)|emotionally|lightly on))"
)
_KINDLY_EN = (
    r"(?! (?:to (?:check|read|say|tuck|see|wake|turn|give|bring|kiss me good)|and (?:reads|tucks|says|tells|"
    r"kisses me good|checks|turns)|because i(?:'m| am| was| have| had) (?:scared|nightmares|sick|ill)|when "
    r"i(?:'m| am) (?:sick|ill|scared)))"
)


def _row(code: str, language: str, needs: str, *ways: str) -> Rule:
    return Rule(code, Category.ABUSE, SafetyLevel.HIGH, language, needs, either(*ways))


ROWS: tuple[Rule, ...] = (
    _row(
        "abuse.danger_now",
        "en",
        "choke choki strangl throat neck knife gun pistol axe machete hammer screwdriver bat",
        rf"{_EN} (?:has |just |keeps |always |sometimes |also |even |again ){{0,2}}(?:chok(?:es|ed|ing)|"
        r"strangl(?:es|ed|ing)|(?:grabs|grabbed) me by the (?:throat|neck)|"
        r"squeez(?:es|ed) my (?:throat|neck))(?: me)?(?! (?:up|with (?:laughter|emotion|a (?:hug|pillow))|on|back|"
        r"out of))",
        rf"{_EN} (?:has |just |keeps |always |also )?(?:threaten(?:s|ed|ing) me|came at me|comes at me|"
        r"attack(?:s|ed) me|chas(?:es|ed) me|stabbed me) with (?:a|the|his|her) (?:\w{3,8} )?(?:knife|gun|pistol|axe|"
        r"machete|hammer|screwdriver|bat)|(?:put|puts|held|holds|pulled|pulls|pointed|points) (?:a|the|"
        r"his) (?:\w{3,8} )?(?:knife|gun) (?:to|on|at|against) (?:me|my (?:throat|neck|head|face))",
    ),
    _row(
        "abuse.danger_now",
        "es",
        "estrangul ahorc ahog asfixi cuello cuchill navaja pistola machete arma martillo",
        rf"{_ES} (?:\w{{2,8}} )?(?:me (?:ha |esta )?(?:estrangul|ahorc|ahog|asfixi)(?:o|a|ado|aba|ando)|"
        r"(?:intento|trato de) (?:estrangularme|ahorcarme|asfixiarme|ahogarme)|me (?:agarra|agarro|apreto|aprieta|"
        r"cogio|coge) (?:d?el cuello|por el cuello))(?! (?:de (?:risa|besos|abrazos)|"
        r"con (?:un abrazo|sus abrazos|abrazos)))",
        rf"{_ES} (?:\w{{2,8}} )?me (?:ha )?(?:amenaz(?:a|o|ado|aba)|apunt(?:a|o|ado)|atac(?:a|o|ado)|"
        r"persigui?(?:o|e)) con (?:un|una|el|la|su) (?:\w{3,8} )?(?:cuchillo|navaja|pistola|machete|arma|martillo)|"
        r"me (?:puso|pone) (?:un cuchillo|una navaja|una pistola|el cuchillo) en (?:el cuello|la cabeza|la garganta)",
    ),
    _row(
        "abuse.danger_now",
        "fr",
        "etrangl etouff gorge cou couteau pistolet fusil arme hache marteau",
        rf"{_FR} (?:\w{{2,8}} )?(?:m'a |m'|me |m'a deja )(?:etrangl|etouff)(?:e|ee|ait|er)|"
        rf"{_FR} (?:a (?:essaye|tente) de|essaie de|essayait de) m'(?:etrangler|etouffer)|"
        r"(?:m'a (?:attrapee?|prise?|saisie?|serree?)|me (?:prend|serre|attrape)) (?:a|par) la gorge",
        rf"{_FR} (?:\w{{2,8}} )?(?:m'a |me |m')(?:menacee?|attaquee?|poursuivie?|menacait|poursuit) avec (?:un|une|le|"
        r"son|sa) (?:\w{3,8} )?(?:couteau|pistolet|fusil|arme|hache|marteau)|"
        r"(?:m'a mis|me met) (?:un|le) couteau sous la gorge",
    ),
    _row(
        "abuse.danger_now",
        "de",
        "wurg wuerg hals messer pistole waffe axt kehle hammer beil",
        rf"{_DE} (?:hat (?:mich )?(?:\w{{2,10}} ){{0,3}}(?:mich )?(?:\w{{2,10}} ){{0,2}}(?:ge|er)wue?rgt|wue?rgt mich|"
        r"wue?rgte mich|(?:packt|packte|hat) mich (?:\w{2,10} ){0,2}(?:am hals|an der kehle)(?: gepackt)?|"
        r"versucht(?:e)? mich zu (?:er)?wue?rgen|hat versucht mich zu (?:er)?wue?rgen)",
        rf"{_DE} (?:bedroht|bedrohte|hat) mich (?:\w{{2,10}} ){{0,2}}mit (?:einem|einer|dem|der|seinem|"
        r"seiner) (?:messer|pistole|waffe|axt|hammer|beil)(?: (?:bedroht|angegriffen|verfolgt))?|"
        r"(?:halt|haelt|hielt|hat) mir (?:ein|das) messer an (?:den hals|die kehle)",
    ),
    _row(
        "abuse.danger_now",
        "pt",
        "enforc estrangul esgan sufoc asfixi pescoco faca arma pistola facao revolver martelo",
        rf"{_PT} (?:\w{{2,8}} )?(?:(?:ja )?me (?:enforc|estrangul|esgan|sufoc|asfixi)(?:ou|a|ava|ando)|"
        r"(?:enforc|estrangul|esgan|sufoc|asfixi)(?:ou|a|ava)-me|(?:tentou|tenta) (?:me )?(?:enforcar|estrangular|"
        r"esganar|sufocar|asfixiar)(?:-me)?|(?:me )?(?:agarrou|apertou|pegou|apertou-me|agarrou-me|pega|aperta|"
        r"agarra)(?: me)? (?:pel)?o pescoco)(?! (?:de (?:beijos|abracos|rir)|com (?:abracos|beijos|um abraco)))",
        rf"{_PT} (?:\w{{2,8}} )?(?:me (?:ameacou|ameaca|atacou|ataca|perseguiu)|(?:ameacou|ameaca|atacou)-me|"
        r"apontou) com (?:uma|um|a|o) (?:\w{3,8} )?(?:faca|arma|pistola|facao|revolver|martelo)|"
        r"me (?:apontou|aponta) (?:uma|a) (?:faca|arma|pistola)|(?:colocou|pos|encostou)(?:-me)? (?:uma|"
        r"a) faca no meu pescoco",
    ),
    _row(
        "abuse.at_night",
        "en",
        "my_bed my_room bedroom touch hands_under hands_in",
        rf"{_KIN_EN} (?:\w{{4,9}} )?(?:comes?|coming|came|sneaks|sneaking|gets|getting|got|climbs|crawls|lies|"
        r"slips) (?:up |down )?(?:in|into|to|in to)? ?my (?:bed|bedroom|room) (?:at night|every night|"
        rf"when (?:everyone|mom|mum|everybody|no ?one)|and {_TOUCH_EN}){_KINDLY_EN}",
        rf"(?:at night )?{_KIN_EN} (?:\w{{4,9}} )?(?:always |often )?(?:{_TOUCH_EN}|"
        r"puts his hands (?:under my|in my (?:pants|underwear)))",
    ),
    _row(
        "abuse.at_night",
        "es",
        "micama micuarto mi_habitacion mi_pieza mi_recamara metoca me_toco me_ha_tocado me_esta_tocando manose",
        rf"(?:{_KIN_ES}) (?:\w{{3,9}} )?(?:entra|se mete|viene|se acuesta|va|llega|se metia|venia|entraba|"
        r"se pasa) (?:a|en) mi (?:cuarto|habitacion|cama|pieza|recamara) (?:por las? noches?|de noche|en las? noches?|"
        r"todas las noches|cada noche|cuando (?:todos|mama|mi mama|nadie)|y me toca)(?! (?:a|para|y me) (?:apagar?|"
        r"dar\w{0,12}|arropar\w{0,12}|ver|buscar|despert\w{1,12}|da|lee|arropa|decir|leer\w{0,3}|dice)\b)",
        rf"(?:{_KIN_ES}) (?:\w{{3,9}} )?me (?:toca|toco|tocaba|ha tocado|esta tocando|manosea|manoseo|"
        r"manoseaba)(?! (?:un (?!poco)|una |el (?:hombro|brazo|pelo|corazon|piano)|la (?:espalda|mano|guitarra|cabeza|"
        r"flauta)|una cancion|las narices|cuidar|hacer|lavar|llevar|ir|a mi)\b)",
    ),
    _row(
        "abuse.at_night",
        "fr",
        "ma_chambre mon_lit me_touch m'a_touch metouche matouch deja_touch tripot",
        rf"(?:{_KIN_FR}) (?:\w{{3,9}} )?(?:vient|entre|se glisse|rentre|monte|venait|"
        r"se couche) (?:dans (?:ma chambre|mon lit)) (?:la nuit|le soir|chaque (?:nuit|soir)|"
        r"quand (?:tout le monde|maman|ma mere|tous)|toutes les nuits|et me touche)(?! (?:pour|et me) (?:eteindre|"
        r"border|donner|voir|reveiller|lit|borde|dire|lire|dit|me (?:border|dire|lire|voir))\b)",
        rf"(?:{_KIN_FR}) (?:\w{{3,9}} )?(?:me touche|m'a (?:deja )?touchee?|me touchait|me tripote|"
        r"m'a tripotee?)(?! (?:un (?!peu)|une |quelques |l'epaule|le (?:bras|front|coeur|dos)|la (?:main|tete)|par ses|"
        r"beaucoup par|avec ses mots|droit|deux mots))",
    ),
    _row(
        "abuse.at_night",
        "de",
        "mein_bett ins_bett mein_zimmer mich_an beruhr beruehr begrapsch fummelt betatsch angefasst unsittlich "
        "fasst_mich",
        rf"(?:{_KIN_DE}) (?:kommt|schleicht|legt sich|kriecht|steigt|kam)(?: sich)? (?:\w{{2,8}} ){{0,2}}(?:nachts|"
        r"jede nacht|in der nacht|abends wenn alle schlafen|mitten in der nacht) (?:\w{2,8} ){0,2}(?:in mein (?:bett|"
        r"zimmer)|zu mir ins bett|ins bett)(?! (?:um|und) (?:mir (?:\w{2,5} )?(?:gute|vor|was|ein)|"
        r"mich (?:zu )?(?:wecken|decken|zudecken|zuzudecken|deckt|zu decken)|nach|zu schauen|das licht|liest|deckt))",
        rf"(?:{_KIN_DE}) (?:kommt|schleicht|legt sich|kriecht|steigt) (?:\w{{2,8}} ){{0,2}}(?:in mein bett|"
        r"zu mir ins bett) und",
        rf"(?:{_KIN_DE}) (?:fasst mich (?:\w{{2,8}} ){{0,3}}an(?! (?:der (?:schulter|hand)|"
        r"den (?:schultern|handen|haenden))\b)|hat mich (?:\w{2,8} ){0,2}(?:angefasst|begrapscht|betatscht|"
        r"unsittlich beruhrt|unsittlich beruehrt)|begrapscht mich|betatscht mich|fummelt an mir|"
        r"beruhrt mich (?:unten|uberall|intim|da)|beruehrt mich (?:unten|ueberall|intim|da))",
    ),
    _row(
        "abuse.at_night",
        "pt",
        "meu_quarto minha_cama metoc toca_me tocou_me mexe apalp bolin",
        rf"(?:{_KIN_PT}) (?:\w{{3,9}} )?(?:entra|vem|se enfia|deita|deita-se|se deita|mete-se|enfia-se|vai|vinha|"
        r"entrava)(?: (?:no|pro|ao|pra|na|a|para o|para a) (?:meu quarto|minha cama)) (?:a noite|de noite|"
        r"todas as noites|toda noite|de madrugada|quando (?:todos|todo mundo|minha mae|ninguem)|"
        r"e (?:me toca|toca-me))(?! (?:pra|para|e me) (?:apagar|dar|cobrir|ver|buscar|acordar|da|cobre|ler|dizer|"
        r"me (?:cobrir|dar))\b)",
        rf"(?:{_KIN_PT}) (?:\w{{3,9}} )?(?:(?:me (?:toca|tocou|tocava|apalpa|apalpou|bolina|bolinou)|"
        r"(?:toca|tocou|apalpa)-me)|(?:mexe|mexeu) comigo (?:a noite|de noite))(?! (?:no (?:ombro|braco|coracao)|"
        r"na (?:mao|cabeca)|uma? |o (?:coracao|ombro)|violao|piano))",
    ),
)

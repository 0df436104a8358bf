"""Violence that is as grave in one language as in another: choking, a weapon, and who comes to a bed at night."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.de.words import WHO as _DE_WHO
from segue.safety.rules import Rule, either

_EN = (
    r"(?:he|she|they|dad|daddy|stepdad|mum|mom|my (?:\w{3,7} )?(?:husband|wife|boyfriend|girlfriend|partner|"
    r"dad|father|daddy|mom|mum|mother|"
    r"step ?-?(?:dad|father|mom|mum|mother|brother)|uncle|brother|cousin|grandpa|grandfather|ex|fiance|bf|hubby))"
)
_ES = (
    r"(?:el|ella|mi (?:\w{3,7} )?(?:marido|esposo|esposa|mujer|novio|novia|pareja|padre|papa|madre|mama|padrastro|"
    r"madrastra|hermano|hermanastro|tio|primo|abuelo|ex|viejo))"
)
_FR = (
    r"(?:il|elle|(?:mon|ma) (?:mari|femme|copain|copine|conjoint|conjointe|compagnon|chum|blonde|pere|papa|"
    r"mere|maman|"
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
        rf"strangl(?:es|ed|"
        r"ing)|(?:grabs|grabbed) me by the (?:throat|neck)|squeez(?:es|ed) my (?:throat|neck))(?: me)?"
        r"(?! (?:up|with (?:laughter|emotion|a (?:hug|pillow))|on|back|out of))",
        rf"{_EN} (?:has |just |keeps |always |also )?(?:threaten(?:s|ed|ing) me|came at me|comes at me|"
        rf"attack(?:s|ed) me|"
        r"chas(?:es|ed) me|stabbed me) with (?:a|the|his|her) (?:\w{3,8} )?(?:knife|gun|pistol|axe|machete|hammer|"
        r"screwdriver|bat)|(?:put|puts|held|holds|pulled|pulls|pointed|points) (?:a|the|his) (?:\w{3,8} "
        r")?(?:knife|gun) "
        r"(?:to|on|at|against) (?:me|my (?:throat|neck|head|face))",
    ),
    _row(
        "abuse.danger_now",
        "es",
        "estrangul ahorc ahog asfixi cuello cuchill navaja pistola machete arma martillo",
        rf"{_ES} (?:\w{{2,8}} )?(?:me (?:ha |esta )?(?:estrangul|ahorc|ahog|asfixi)(?:o|a|ado|aba|ando)|"
        rf"(?:intento|trato de) "
        r"(?:estrangularme|ahorcarme|asfixiarme|ahogarme)|me (?:agarra|agarro|apreto|aprieta|cogio|coge) "
        r"(?:d?el cuello|"
        r"por el cuello))(?! (?:de (?:risa|besos|abrazos)|con (?:un abrazo|sus abrazos|abrazos)))",
        rf"{_ES} (?:\w{{2,8}} )?me (?:ha )?(?:amenaz(?:a|o|ado|aba)|apunt(?:a|o|ado)|atac(?:a|o|ado)|"
        rf"persigui?(?:o|e)) con (?:un|"
        r"una|el|la|su) (?:\w{3,8} )?(?:cuchillo|navaja|pistola|machete|arma|martillo)|me (?:puso|pone) (?:un "
        r"cuchillo|una "
        r"navaja|una pistola|el cuchillo) en (?:el cuello|la cabeza|la garganta)",
    ),
    _row(
        "abuse.danger_now",
        "fr",
        "etrangl etouff gorge cou couteau pistolet fusil arme hache marteau",
        rf"{_FR} (?:\w{{2,8}} )?(?:m'a |m'|me |m'a deja )(?:etrangl|etouff)(?:e|ee|ait|er)|{_FR} (?:a "
        rf"(?:essaye|tente) de|essaie de|"
        r"essayait de) m'(?:etrangler|etouffer)|(?:m'a (?:attrapee?|prise?|saisie?|serree?)|me (?:prend|serre|"
        r"attrape)) (?:a|par) la "
        r"gorge",
        rf"{_FR} (?:\w{{2,8}} )?(?:m'a |me |m')(?:menacee?|attaquee?|poursuivie?|menacait|poursuit) avec (?:un|"
        rf"une|le|son|sa) (?:\w{{3,8}} )?"
        r"(?:couteau|pistolet|fusil|arme|hache|marteau)|(?:m'a mis|me met) (?:un|le) couteau sous la gorge",
    ),
    _row(
        "abuse.danger_now",
        "de",
        "wurg wuerg hals messer pistole waffe axt kehle hammer beil",
        rf"{_DE} (?:hat (?:mich )?(?:\w{{2,10}} ){{0,3}}(?:mich )?(?:\w{{2,10}} ){{0,2}}(?:ge|er)wue?rgt|"
        rf"wue?rgt mich|wue?rgte mich|"
        r"(?:packt|packte|hat) mich (?:\w{2,10} ){0,2}(?:am hals|an der kehle)(?: gepackt)?|versucht(?:e)? mich zu "
        r"(?:er)?wue?rgen|hat versucht mich zu (?:er)?wue?rgen)",
        rf"{_DE} (?:bedroht|bedrohte|hat) mich (?:\w{{2,10}} ){{0,2}}mit (?:einem|einer|dem|der|seinem|seiner) "
        rf"(?:messer|pistole|waffe|"
        r"axt|hammer|beil)(?: (?:bedroht|angegriffen|verfolgt))?|(?:halt|haelt|hielt|hat) mir (?:ein|das) "
        r"messer an (?:den hals|die "
        r"kehle)",
    ),
    _row(
        "abuse.danger_now",
        "pt",
        "enforc estrangul esgan sufoc asfixi pescoco faca arma pistola facao revolver martelo",
        rf"{_PT} (?:\w{{2,8}} )?(?:(?:ja )?me (?:enforc|estrangul|esgan|sufoc|asfixi)(?:ou|a|ava|ando)|"
        rf"(?:enforc|estrangul|esgan|"
        r"sufoc|asfixi)(?:ou|a|ava)-me|(?:tentou|tenta) (?:me )?(?:enforcar|estrangular|esganar|sufocar|"
        r"asfixiar)(?:-me)?|"
        r"(?:me )?(?:agarrou|apertou|pegou|apertou-me|agarrou-me|pega|aperta|agarra)(?: me)? (?:pel)?o pescoco)"
        r"(?! (?:de (?:beijos|abracos|rir)|com (?:abracos|beijos|um abraco)))",
        rf"{_PT} (?:\w{{2,8}} )?(?:me (?:ameacou|ameaca|atacou|ataca|perseguiu)|(?:ameacou|ameaca|atacou)-me|"
        rf"apontou) com (?:uma|um|a|o) "
        r"(?:\w{3,8} )?(?:faca|arma|pistola|facao|revolver|martelo)|me (?:apontou|aponta) (?:uma|a) (?:faca|"
        r"arma|pistola)|(?:colocou|"
        r"pos|encostou)(?:-me)? (?:uma|a) faca no meu pescoco",
    ),
    _row(
        "abuse.at_night",
        "en",
        "my_bed my_room bedroom touch hands_under hands_in",
        rf"{_KIN_EN} (?:\w{{4,9}} )?(?:comes?|coming|came|sneaks|sneaking|gets|getting|got|climbs|crawls|lies|"
        rf"slips) (?:up |down )?(?:in|"
        rf"into|to|in to)? ?my (?:bed|bedroom|room) (?:at night|every night|when (?:everyone|mom|mum|everybody|"
        rf"no ?one)|and {_TOUCH_EN})"
        rf"{_KINDLY_EN}",
        rf"(?:at night )?{_KIN_EN} (?:\w{{4,9}} )?(?:always |often )?(?:{_TOUCH_EN}|puts his hands (?:under my|"
        rf"in my (?:pants|underwear)))",
    ),
    _row(
        "abuse.at_night",
        "es",
        "micama micuarto mi_habitacion mi_pieza mi_recamara metoca me_toco me_ha_tocado me_esta_tocando manose",
        rf"(?:{_KIN_ES}) (?:\w{{3,9}} )?(?:entra|se mete|viene|se acuesta|va|llega|se metia|venia|entraba|se "
        rf"pasa) (?:a|en) mi (?:cuarto|"
        r"habitacion|cama|pieza|recamara) (?:por las? noches?|de noche|en las? noches?|todas las noches|cada "
        r"noche|cuando (?:todos|mama|"
        r"mi mama|nadie)|y me toca)(?! (?:a|para|y me) (?:apagar?|dar\w{0,12}|arropar\w{0,12}|ver|buscar|"
        r"despert\w{1,12}|da|lee|"
        r"arropa|decir|leer\w{0,3}|dice)\b)",
        rf"(?:{_KIN_ES}) (?:\w{{3,9}} )?me (?:toca|toco|tocaba|ha tocado|esta tocando|manosea|manoseo|"
        rf"manoseaba)(?! (?:un (?!poco)|una |el (?:hombro|brazo|pelo|"
        r"corazon|piano)|la (?:espalda|mano|guitarra|cabeza|flauta)|una cancion|las narices|cuidar|hacer|lavar|"
        r"llevar|ir|a mi)\b)",
    ),
    _row(
        "abuse.at_night",
        "fr",
        "ma_chambre mon_lit me_touch m'a_touch metouche matouch deja_touch tripot",
        rf"(?:{_KIN_FR}) (?:\w{{3,9}} )?(?:vient|entre|se glisse|rentre|monte|venait|se couche) (?:dans (?:ma "
        rf"chambre|mon lit)) (?:la nuit|le soir|"
        r"chaque (?:nuit|soir)|quand (?:tout le monde|maman|ma mere|tous)|toutes les nuits|et me touche)(?! "
        r"(?:pour|et me) (?:eteindre|"
        r"border|donner|voir|reveiller|lit|borde|dire|lire|dit|me (?:border|dire|lire|voir))\b)",
        rf"(?:{_KIN_FR}) (?:\w{{3,9}} )?(?:me touche|m'a (?:deja )?touchee?|me touchait|me tripote|m'a "
        rf"tripotee?)(?! (?:un (?!peu)|une |quelques |l'epaule|le (?:bras|front|"
        r"coeur|dos)|la (?:main|tete)|par ses|beaucoup par|avec ses mots|droit|deux mots))",
    ),
    _row(
        "abuse.at_night",
        "de",
        "mein_bett ins_bett mein_zimmer mich_an beruhr beruehr begrapsch fummelt betatsch angefasst unsittlich "
        "fasst_mich",
        rf"(?:{_KIN_DE}) (?:kommt|schleicht|legt sich|kriecht|steigt|kam)(?: sich)? (?:\w{{2,8}} "
        rf"){{0,2}}(?:nachts|jede nacht|in der nacht|abends wenn "
        r"alle schlafen|mitten in der nacht) (?:\w{2,8} ){0,2}(?:in mein (?:bett|zimmer)|zu mir ins bett|ins "
        r"bett)(?! (?:um|und) (?:mir "
        r"(?:\w{2,5} )?(?:gute|vor|was|ein)|mich (?:zu )?(?:wecken|decken|zudecken|zuzudecken|deckt|zu decken)|"
        r"nach|zu schauen|das licht|liest|deckt))",
        rf"(?:{_KIN_DE}) (?:kommt|schleicht|legt sich|kriecht|steigt) (?:\w{{2,8}} ){{0,2}}(?:in mein bett|zu "
        rf"mir ins bett) und",
        rf"(?:{_KIN_DE}) (?:fasst mich (?:\w{{2,8}} ){{0,3}}an(?! (?:der (?:schulter|hand)|den (?:schultern|"
        rf"handen|haenden))\b)|hat mich (?:\w{{2,8}} ){{0,2}}"
        r"(?:angefasst|begrapscht|betatscht|unsittlich beruhrt|unsittlich beruehrt)|begrapscht mich|betatscht "
        r"mich|fummelt an mir|beruhrt mich "
        r"(?:unten|uberall|intim|da)|beruehrt mich (?:unten|ueberall|intim|da))",
    ),
    _row(
        "abuse.at_night",
        "pt",
        "meu_quarto minha_cama metoc toca_me tocou_me mexe apalp bolin",
        rf"(?:{_KIN_PT}) (?:\w{{3,9}} )?(?:entra|vem|se enfia|deita|deita-se|se deita|mete-se|enfia-se|vai|"
        rf"vinha|entrava)(?: (?:no|pro|ao|pra|na|a|para o|para a) "
        r"(?:meu quarto|minha cama)) (?:a noite|de noite|todas as noites|toda noite|de madrugada|quando "
        r"(?:todos|todo mundo|minha mae|ninguem)|e "
        r"(?:me toca|toca-me))(?! (?:pra|para|e me) (?:apagar|dar|cobrir|ver|buscar|acordar|da|cobre|ler|dizer|"
        r"me (?:cobrir|dar))\b)",
        rf"(?:{_KIN_PT}) (?:\w{{3,9}} )?(?:(?:me (?:toca|tocou|tocava|apalpa|apalpou|bolina|bolinou)|(?:toca|"
        rf"tocou|apalpa)-me)|(?:mexe|mexeu) comigo (?:a "
        r"noite|de noite))(?! (?:no (?:ombro|braco|coracao)|na (?:mao|cabeca)|uma? |o (?:coracao|ombro)|"
        r"violao|piano))",
    ),
)

"""A child or somebody close who swallowed what poisons, as those write it who stand beside them, in five languages."""

from __future__ import annotations

from typing import Final

from segue.domain.findings import Category, Subject
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import PILLS
from segue.safety.rules import Rule

CLOSE_EN: Final = (
    r"(?:(?:my|our|his|her|their|the) (?:(?!(?:the|an?|my|our|his|her|their|and|story|novel|book|game|play|film|movie|"
    r"dream|character|if|when)\b)[\w']{1,8} ){0,3}?(?:baby|bub|bubba|toddler|kids?|child|children|son|daughter|"
    r"boys?|girls?|twins?|(?:years?|yr|month|mo|y|week)s? ?olds?|yo|infant|newborn|little one|grandson|granddaughter|"
    r"niece|nephew|brother|bro|sister|sis|mom|mum|mama|mommy|mother|dad|daddy|father|grandma|grandpa|gran|nan|"
    r"granny|grandmother|grandfather|husband|wife|partner|boyfriend|girlfriend|friend|bestie|roommate|flatmate|cousin|"
    r"uncle|aunt|neighbou?r|colleague|coworker)|baby|toddler|mom|mum|mama|mummy|mommy|dad|daddy|grandma|grandpa|nana|"
    r"granny)"
)
CLOSE_ES: Final = (
    r"(?:(?:mi|mis|el|la|los|nuestr[oa]|su) (?:(?!(?:el|la|los|las|un|una|mi|y|historia|novela|libro|juego|obra|"
    r"pelicula|sueno|personaje)\b)\w{2,8} ){0,2}?(?:hij[oa]s?|hijit[oa]|nin[oa]s?|nen[ea]s?|bebe|beba|"
    r"bebito|peque|pequen[oa]|chic[oa]|chiquit[oa]|niet[oa]|sobrin[oa]|herman[oa]|hermanit[oa]|madre|padre|mama|papa|"
    r"abuel[oa]|abuelit[oa]|marido|mujer|espos[oa]|pareja|novi[oa]|amig[oa]|prim[oa]|ti[oa]|vecin[oa]|companer[oa]|"
    r"suegr[oa]|viej[oa]|gordo|nenito|crio|cria|guagua)|mama|papa)"
)
CLOSE_FR: Final = (
    r"(?:(?:mon|ma|mes|notre|le|la|l'|son) ?(?:(?!(?:le|la|les|une?|mon|ma|et|histoire|roman|livre|jeu|piece|film|"
    r"reve|personnage)\b)\w{2,8} ){0,2}?(?:fils|fille|enfants?|bebe|petite?|gamine?|gosse|"
    r"garcon|fillette|bambin|petit-fils|neveu|niece|frere|soeur|mere|pere|maman|papa|mamie|papi|papy|grand-mere|"
    r"grand-pere|grand mere|grand pere|mari|femme|conjointe?|copain|copine|chum|blonde|amie?|pote|cousine?|oncle|"
    r"tante|voisine?|collegue|coloc)|maman|papa|bebe|mamie|papi)"
)
CLOSE_DE: Final = (
    r"(?:(?:meine?|mein|unsere?|unser|das|die|der|mis|mini|min|s) (?:(?!(?:der|die|das|dem|den|ein|eine|mein|meine|"
    r"und|geschichte|roman|buch|spiel|film|traum|figur)\b)\w{2,9} ){0,2}?(?:kind|kinder|kleinkind|baby|sohn|"
    r"sohnchen|tochter|tochterchen|kleine[rs]?|junge|madchen|maedchen|enkel|enkelin|enkelkind|neffe|nichte|bruder|"
    r"schwester|mutter|vater|mama|papa|mami|papi|mutti|vati|oma|opa|mann|frau|partner|partnerin|freund|freundin|"
    r"cousin|cousine|onkel|tante|nachbar|nachbarin|kollege|kollegin|mitbewohner|mitbewohnerin|chind|bueb|meitli|zwerg|"
    r"saugling|saeugling|zwillinge)|mama|papa|oma|opa|mami|papi)"
)
CLOSE_PT: Final = (
    r"(?:(?:[oa]s? )?(?:meus?|minhas?|noss[oa]|[oa]) (?:(?!(?:o|a|os|as|um|uma|meu|minha|e|historia|romance|livro|"
    r"jogo|filme|sonho|personagem)\b)\w{2,8} ){0,2}?(?:filh[oa]s?|filhinh[oa]|bebe|crianca|criancas|"
    r"menin[oa]|miud[oa]|puto|net[oa]|netinh[oa]|sobrinh[oa]|irma|irmao|irmazinha|irmaozinho|mae|pai|mamae|papai|"
    r"avo|vo|vovo|marido|mulher|esposa|namorad[oa]|companheir[oa]|amig[oa]|prim[oa]|ti[oa]|vizinh[oa]|colega|sogr[oa]|"
    r"gemeos|cacula|pequen[oa])|mamae|papai|mae|pai|vovo)"
)
_EN = (
    "bleach", "clorox", "domestos", "antifreeze", "drain cleaner", "oven cleaner", "toilet cleaner", "floor cleaner",
    "window cleaner", "cleaning fluid", "cleaning product", "cleaning liquid",
    "cleaning solution", "cleaning stuff", "cleaning spray", "detergent",
    "tide pod", "laundry pod", "laundry soap", "dish soap", "washing up",
    "washing powder", "dishwasher", "fabric softener", "disinfectant", "dettol", "lysol", "windex", "fabuloso",
    "pine sol", "paint thinner", "white spirit", "turpentine", "lighter fluid", "lamp oil", "petrol", "gasoline",
    "kerosene", "pesticide", "weed killer", "weedkiller", "insecticide", "rat poison", "ant poison", "slug pellets",
    "button battery", "battery", "batteries", "hand sanitizer", "hand sanitiser", "rubbing alcohol", "acetone",
    "nail polish remover", "ammonia", "caustic", "lye", "vape juice", "nicotine", "poison", "chemicals",
)  # fmt: skip
_ES = (
    "lejia", "cloro", "lavandina", "detergente", "jabon liquido", "jabon de lavar", "lavavajillas", "lavatrastes",
    "suavizante", "amoniaco", "aguarras", "gasolina", "nafta", "querosen", "kerosen", "raticida", "matarratas",
    "veneno", "insecticida", "anticongelante", "desatascador", "destapacanerias", "sosa caustica", "soda caustica",
    "desinfectante", "limpiador", "producto de limpieza", "productos de limpieza", "acetona", "quitaesmalte",
    "alcohol de curar", "una pila", "pila de boton", "una bateria", "disolvente", "thinner",
)  # fmt: skip
_FR = (
    "javel", "lessive", "liquide vaisselle", "produit vaisselle", "savon a vaisselle", "detergent", "adoucissant",
    "detartrant", "deboucheur", "destop", "drano", "antigel", "lave-glace", "essence", "petrole", "white spirit",
    "ammoniaque", "acetone", "dissolvant", "soude", "mort-aux-rats", "mort aux rats", "raticide", "insecticide",
    "desherbant", "pesticide", "poison", "produit menager", "produit d'entretien", "produit de nettoyage",
    "produit toxique", "nettoyant", "desinfectant", "pile bouton", "une pile", "capsule de lessive",
    "tablette de lave-vaisselle", "alcool a bruler", "hydroalcoolique",
)  # fmt: skip
_DE = (
    "waschmittel", "waschpulver", "weichspuler", "weichspueler", "spulmittel", "spuelmittel", "abwaschmittel",
    "bleiche", "bleichmittel", "chlor", "javel", "reiniger", "putzmittel", "reinigungsmittel", "frostschutz",
    "entkalker", "benzin", "petroleum", "lampenol", "lampenoel", "terpentin", "verdunner", "verdunnung", "nagellack",
    "aceton", "ammoniak", "salmiak", "lauge", "natronlauge", "saure", "rattengift", "gift", "mausegift",
    "schneckenkorn", "insektizid", "unkrautvernichter", "desinfektionsmittel", "spiritus", "knopfbatterie",
    "knopfzelle", "batterie", "spulmaschinentab", "geschirrspultab", "abflussfrei", "klarspuler", "waschpod",
)  # fmt: skip
_PT = (
    "lixivia", "agua sanitaria", "candida", "qboa", "cloro", "detergente", "amaciante", "amaciador", "sabao",
    "soda caustica", "desentupidor", "desinfetante", "desinfectante", "produto de limpeza", "produtos de limpeza",
    "amoniaco", "acetona", "removedor", "aguarras", "gasolina", "querosene", "tiner", "thinner", "veneno", "chumbinho",
    "raticida", "inseticida", "insecticida", "anticongelante", "pilha", "uma bateria", "alcool gel", "alcool em gel",
    "lava-loica", "lava loica",
)  # fmt: skip
_OVER_EN = (
    r"(?![^.!?;]{0,30}\b(?:once|last (?:year|summer|month)|years? ago|months ago|"
    r"when (?:he|she|i|we|they) (?:was|were)|as a (?:kid|child|baby)|back in)\b)(?! (?:energy|ivy|oak|coffee|gum|"
    r"shifts?|engineering|colou?red|brand|cake|cookies?|flavou?red|candy|acid soup|worth|soup)\b)"
)
"""It is long over."""
_OVER_ES = (
    r"(?! (?:para (?:el|la|mi|su)|del|al) )(?![^.!?;]{0,30}\b(?:hace (?:\w{2,8} )?(?:anos|meses)|"
    r"cuando (?:era|tenia|eramos)|el ano pasado|una vez)\b)"
)
_OVER_FR = r"(?![^.!?;]{0,30}\b(?:il y a (?:\w{2,8} )?(?:ans|mois)|quand (?:il|elle|j')|l'an dernier|une fois)\b)"
_OVER_DE = (
    r"(?![^.!?;]{0,30}\b(?:vor (?:\w{2,8} )?(?:jahren|monaten)|als (?:er|sie|es|ich)|letztes jahr|mal als|damals)\b)"
)
_OVER_PT = (
    r"(?! (?:para|do|no) )(?![^.!?;]{0,30}\b(?:ha (?:\w{2,8} )?(?:anos|meses)|(?:anos|meses) atras|quando (?:era|"
    r"tinha)|uma vez)\b)"
)


def _row(language: str, what: tuple[str, ...], before: str, after: str) -> Rule:
    """One language's row: somebody, what they did, and a poison, which is what the sieve looks for."""
    needs = " ".join(poison.replace(" ", "_").replace("'", "").replace("-", "") for poison in what)
    return Rule(
        "overdose_under_way.somebody_poisoned",
        Category.MEDICAL_EMERGENCY,
        SafetyLevel.IMMINENT,
        language,
        needs,
        rf"{before}(?:{'|'.join(what)}){after}",
        subject=Subject.OTHER,
    )


ROWS: tuple[Rule, ...] = (
    Rule(
        "overdose_under_way.child_and_pills",
        Category.MEDICAL_EMERGENCY,
        SafetyLevel.IMMINENT,
        "en",
        "pills tablets meds medication painkillers antidepressants capsules insulin paracetamol tylenol acetaminophen "
        "ibuprofen xanax opioids oxycodone benadryl advil aspirin ambien valium zoloft prozac lithium sleepers "
        "sedatives benzos opiates fentanyl heroin",
        r"(?:my|our|the|his|her) (?:\w{3,8} ){0,2}(?:baby|toddler|kid|child|son|daughter|year old|little one|grandson|"
        r"granddaughter|nephew|niece)(?:'s| has| have| just| may have| might have){0,3} (?:swallowed|eaten|ate|got "
        r"into|gotten into) (?:(?:some|one|two|a few|a handful|all|most|of) ){0,3}(?:my|the|grandma's|our|dad's|mum's|"
        rf"mom's) (?:\w{{3,14}} )?{PILLS}(?! (?:with|without|the doctor|his doctor|her doctor|as|like|for|from the "
        r"(?:doctor|toy|play)|in (?:the|this) (?:game|film|story|book)|years ago|when (?:he|she) was))",
        subject=Subject.OTHER,
        also="swallowed eaten ate got_into gotten_into",
    ),
    _row(
        "en",
        _EN,
        rf"(?<!if )(?<!case )(?:{CLOSE_EN}|(?:he|she)(?= (?:just|accidentally|has just)))(?:'s| has| have| just| only| "
        r"accidentally| may| might| must| i think| think){0,4} (?:drank|drunk|drink|swallowed|swallow|ate|eaten|"
        r"ingested|drinking|downed|chugged|sipped|got (?:in ?to|hold of)|bit (?:in ?to|open)|poisoned by) "
        r"(?:[\w']{1,10} ){0,5}?",
        rf"\w{{0,8}}{_OVER_EN}",
    ),
    _row(
        "es",
        _ES,
        rf"(?<!si )(?:se (?:ha )?(?:bebio|bebido|tomo|tomado|trago|tragado|comio|comido) {CLOSE_ES}|"
        rf"{CLOSE_ES}(?: \w{{2,9}}){{0,2}}? ?(?:se )?(?:me )?(?:ha |acaba de |han )?(?:bebido|bebio|beber(?:se)?|"
        r"tomado|tomo|tomar(?:se)?|tragado|trago|tragar(?:se)?|ingerido|ingirio|ingerir|comido|comio|comer(?:se)?|"
        r"chupado)) (?:\w{1,9} ){0,4}?",
        rf"\w{{0,4}}{_OVER_ES}",
    ),
    _row(
        "fr",
        _FR,
        rf"(?<!si )(?:{CLOSE_FR}(?: ont| a| il a| elle a| vient d'| vient de| viennent de){{1,2}} ?(?:juste |"
        r"peut-etre |surement |accidentellement )?(?:bu|boire|avale|avaler|ingere|ingerer|mange|manger|gobe|"
        r"goute)) (?:\w{1,9}[ ,:;()\-']{1,3}){0,5}?",
        rf"\w{{0,4}}{_OVER_FR}",
    ),
    _row(
        "de",
        _DE,
        rf"(?<!wenn )(?<!falls )(?:{CLOSE_DE}(?: hat| haben| het)?(?: \w{{2,12}}){{0,4}}?) \w{{0,12}}",
        r"\w{0,6}(?: \w{2,10}){0,2}? (?:getrunken|geschluckt|verschluckt|runtergeschluckt|gegessen|gefuttert|probiert|"
        rf"erwischt|eingenommen|trunke|gschluckt|gesse){_OVER_DE}",
    ),
    _row(
        "pt",
        _PT,
        rf"(?<!se )(?:{CLOSE_PT}(?: \w{{2,9}}){{0,1}}? (?:acabou de |acaba de |esta a |tava |estava a )?(?:bebeu|beber|"
        r"engoliu|engolir|ingeriu|ingerir|tomou|tomar|comeu|comer|bebendo|chupou)) (?:\w{1,9} ){0,4}?",
        rf"\w{{0,4}}{_OVER_PT}",
    ),
)

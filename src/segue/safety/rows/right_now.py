"""The writer's own danger now: an attacker at the door, a height, pills laid by, voices that order, five languages."""

from __future__ import annotations

from typing import Final

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.de.crisis import PILLS as PILLS_DE
from segue.safety.rows.es.crisis import PILLS as PILLS_ES
from segue.safety.rows.fr.crisis import PILLS as PILLS_FR
from segue.safety.rows.pt.crisis import PILLS as PILLS_PT
from segue.safety.rules import Rule, either

_S, _A, _P = Category.SUICIDE, Category.ABUSE, Category.PSYCHOSIS
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_AND: Final = r"[.,;:!\- ]{1,4}(?:(?:and|y|e|et|und) )?"
_ON_EN = (
    r"(?:(?:i'?m|i am|im)(?: \w{2,9}){0,2}? |standing |sitting |up )(?:on|at) (?:the|a|my|our|this) (?:edge of (?:the|"
    r"a|my) "
    r")?(?:\w{3,9} )?(?:bridge|roof|rooftop|balcony|cliff|overpass|ledge|window ?sill|viaduct|tower)(?: edge| railing)?"
)
_JUMP_EN = r"(?:(?:i'?m|i am|im|imma|i'll|i will|i) ?)?(?:(?:going to|gonna|gunna|about to|abt to) )?(?:jump|jumping)"
_ON_ES = (
    r"(?:(?:yo )?(?:estoy|toy|ando|sigo)(?: \w{2,9}){0,2}? |parad[oa] |de pie |subid[oa] )(?:en|al borde de|sobre) "
    r"?(?:el|la|l|un|"
    r"una|mi)? (?:borde del? )?(?:la )?(?:puente|azotea|balcon|tejado|techo|terraza|cornisa|acantilado|viaducto|"
    r"ventana|"
    r"barandilla)"
)
_JUMP_ES = (
    r"(?:(?:ya )?(?:voy a|estoy por|me voy a|estoy a punto de) (?:saltar|tirar(?:me)?|lanzar(?:me)?|aventar(?:me)?)|"
    r"salto|me (?:tiro|lanzo|aviento))"
)
_ON_FR = (
    r"(?:(?:je|j') ?(?:suis|sui|chuis)|chuis?|jsuis|debout|assise?)(?: \w{2,9}){0,2}? (?:sur|au bord|en haut)(?: de| "
    r"du)? "
    r"?(?:le|la|l'|un|une|"
    r"mon|du)? ?(?:bord (?:du|de la) )?(?:pont|toit|balcon|falaise|rambarde|viaduc|rebord|corniche|parapet)"
)
_JUMP_FR = r"(?:je|j')(?: ?(?:vais|vai|va))? ?(?:juste |enfin )?(?:sauter|saute|me jeter|me jette)"
_ON_DE = (
    r"(?:ich |i )?(?:steh|stehe|sitz|sitze|bin|stand)(?: \w{2,9}){0,3}? (?:auf|am|an)(?: de[rmn]| einer| einem| "
    r"meinem| unserem)? "
    r"(?:rand (?:der |des |vom )?)?(?:brucke|bruecke|dach|balkon|hochhaus|turm|klippe|gelander|gelaender|dachkante|"
    r"brucken\w{5,9}|abgrund|viadukt)"
)
_JUMP_DE = (
    r"(?:ich )?(?:werde |will |muss )?(?:jetzt |gleich |dann |da )?(?:spring|springe|springen)(?: ich)?(?: jetzt| "
    r"gleich| runter| hinunter){0,2}"
)
_ON_PT = (
    r"(?:(?:eu )?(?:estou|tou|to|tô|estava)(?: \w{2,9}){0,2}? |sentad[oa] |de pe |em pe |subi )(?:na|no|numa|num|em "
    r"cima da|em cima do|"
    r"a beira da|a beira do|pendurad[oa] na) ?(?:minha |meu )?(?:beira(?:da)? d[ao] )?(?:varanda|sacada|ponte|telhado|"
    r"terraco|"
    r"predio|parapeito|viaduto|janela|falesia|penhasco|laje|cobertura)"
)
_JUMP_PT = (
    r"(?:(?:ja )?(?:vou|quero) (?:pular|saltar|me (?:jogar|atirar)|atirar-me|jogar-me)|pulo|salto|me jogo|me atiro|"
    r"atiro-me)"
)
_FLAT = (
    r"(?! (?:de alegria|de joie|de felicidad|vor freude|for joy|jacks?|rope|on(?:to)? (?:the|a) (?:train|bus|tram|"
    r"bike|call|metro|subway)(?! tracks?)|in(?:to)? the (?:pool|water|lake|"
    r"shower)|a la (?:corde|piscina)|na piscina|(?:la )?cuerda|corda\b|unter die dusche|in(?:s| den| die) (?:pool|"
    r"bett)|en la cama|na cama|rumbo|de paraquedas|en paracaidas|en parachute|mit (?:dem )?fallschirm|bungee|bungy))"
)

_FOE_EN = (
    r"(?:my (?:crazy |abusive |psycho |drunk )?(?:ex(?:[- ]?(?:husband|wife|boyfriend|girlfriend|bf|gf|partner))?|"
    r"husband|"
    r"boyfriend|bf|stepdad|stepfather|stalker|abuser|partner|pimp|dad|father|neighbou?r)|he|some(?:one|body)|a man|a "
    r"guy|some guy|"
    r"they|two men|men)"
)
_ARMED_EN = (
    r"(?:with|and (?:he|they)(?:'s| has| have|'ve)(?: got)?|holding|carrying) (?:a|an|his|the|their) (?:\w{4,9} "
    r")?(?:bat|baseball bat|knife|gun|axe|machete|hammer|crowbar|pistol|rifle|shotgun|metal (?:bar|pipe)|pipe)"
)
_AT_EN = (
    r"(?:right |just |standing |waiting |still ){0,2}(?:outside(?: (?:my|the|our) (?:\w{3,9} )?(?:house|door|flat|"
    r"apartment|window|"
    r"home|place|car|room))?|at (?:my|the|our) (?:front |back |bedroom |bathroom )?(?:door|window|house)|in (?:my|"
    r"our) (?:house|"
    r"apartment|flat|hallway)|downstairs|on (?:my|the|our) (?:porch|doorstep|stairs)|here|coming "
    r"(?:up|upstairs|over|for me))"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "abuse.at_the_door",
        _A,
        _IMMINENT,
        "en",
        "bat knife gun axe machete hammer crowbar pistol rifle pipe metal_bar break_in breaking_in broke_in kicking "
        "break_down breaking_down broken_in",
        either(
            rf"{_FOE_EN}(?:'s| is| are|'re| just came| came| showed up){{0,1}} {_AT_EN} {_ARMED_EN}"
            r"(?! (?:collection|fixing|to hang|playing|practi|hitting|shooting (?:cans|targets|clay)|cleaning|hunting|"
            r"for (?:baseball|practice|hunting)|to (?:play|fix|chop)))",
            rf"{_FOE_EN}(?:'s| is| are|'re)(?: now| right now| currently| trying to| literally){{0,2}} (?:breaking "
            rf"(?:in ?to (?:my|the|our) "
            r"(?:house|flat|apartment|home|room)|down (?:my|the|our) (?:\w{3,8} )?door)|break (?:in(?:to (?:my|the|"
            r"our) (?:house|flat|"
            r"apartment|home|room))?|down (?:my|the|our) door)|kicking (?:in |down |at )?(?:my|the|our) (?:\w{3,8} "
            r")?door)"
            r"(?! (?:on|in) (?:the|this|my) (?:movie|film|show|game|series))",
        ),
        also="andhe andthey breakin carrying door holding with",
    ),
    Rule(
        "abuse.at_the_door",
        _A,
        _IMMINENT,
        "es",
        "cuchillo bate pistola arma machete martillo hacha navaja palo fierro tirando_la_p tirar_la_p "
        "echando_abajo entrar_a_la_f "
        "entrando_a_la_f derrib",
        either(
            r"(?:mi (?:ex(?: ?(?:marido|novio|pareja|esposo|mujer|novia))?|marido|novio|padrastro|padre|pareja|esposo|"
            r"acosador|vecino)|alguien|un "
            r"(?:hombre|tipo)|el)(?: me)? (?:esta|anda|viene|vino|llego|sigue|esta esperando|espera)(?: "
            r"\w{2,9}){0,2}? (?:afuera|fuera|en (?:la|mi) (?:puerta|casa)|a la puerta|en la calle|abajo|aqui|delante "
            r"de \w{2,4} casa|en el portal)(?: \w{2,9}){0,3}? (?:con|y (?:tiene|trae|lleva)) "
            r"(?:un|una|su|el|la) (?:cuchillo|bate|pistola|arma|machete|martillo|hacha|navaja|palo|fierro)"
            r"(?! (?:de (?:juguete|cocina|beisbol para)|jugando|entrenando|arreglando|reparando|cortando|para "
            r"(?:jugar|cortar|entrenar|arreglar)))",
            r"(?:mi (?:ex(?: ?(?:marido|novio|pareja|esposo))?|marido|novio|padrastro|padre|pareja|esposo)|alguien|un "
            r"(?:hombre|tipo)|el|estan) "
            r"(?:esta |quiere |intenta )?(?:tirando la puerta|tirar la puerta|echando abajo (?:la|mi) puerta|entrar a "
            r"la fuerza|entrando a la "
            r"fuerza|derribando (?:la|mi) puerta|derribar (?:la|mi) puerta)",
        ),
    ),
    Rule(
        "abuse.at_the_door",
        _A,
        _IMMINENT,
        "fr",
        "couteau batte arme pistolet fusil marteau hache machette barre defonc enfonc",
        either(
            r"(?:(?:mon|ma) (?:ex(?:[- ](?:mari|copain|compagnon|conjoint|femme))?|mari|copain|chum|beau-pere|beau "
            r"pere|pere|conjoint|compagnon|"
            r"voisin)|quelqu'un|un (?:homme|mec|type)|il) (?:est|m'attend|attend|arrive|debarque)(?: "
            r"[\w']{1,9}){0,2}? (?:dehors|devant(?: chez moi| la porte| ma porte| la maison)?|a (?:la|ma) porte|"
            r"derriere (?:la|ma) porte|en bas|chez moi)(?: [\w']{1,9}){0,3}? (?:avec|et il a) (?:une?|son|sa|des) "
            r"(?:couteau|batte|arme|pistolet|fusil|marteau|hache|machette|barre)(?! (?:en plastique|pour (?:jouer|"
            r"couper|reparer|bricoler)|de (?:chocolat|cereales)))",
            r"(?:(?:mon|ma) (?:ex(?:[- ](?:mari|copain|compagnon|conjoint))?|mari|copain|chum|beau-pere|pere|conjoint|"
            r"compagnon)|quelqu'un|un "
            r"(?:homme|mec|type)|il|on) (?:essaie de |essaye de |est en train de |veut )?(?:defonce|defoncer|enfonce|"
            r"enfoncer) (?:la|ma|notre) porte",
        ),
    ),
    Rule(
        "abuse.at_the_door",
        _A,
        _IMMINENT,
        "de",
        "messer schlager schlaeger pistole waffe hammer axt beil eisenstange tritt bricht versucht",
        either(
            r"(?:mein(?:e)? (?:ex(?:[- ]?(?:mann|freund|frau|partner))?|mann|freund|stiefvater|vater|partner|stalker|"
            r"nachbar)|jemand|ein (?:mann|typ)|er)"
            r"(?: steht| ist| wartet| kommt| lauert)(?: \w{2,9}){0,2}? (?:vor (?:der|meiner|unserer) (?:haus|"
            r"wohnungs)?(?:tur|tuer)|vorm haus|vor (?:dem|meinem) (?:haus|fenster)|draussen|unten|an der tur|bei "
            r"mir)(?: \w{2,9}){0,3}? mit (?:einem|einer|nem|ner|dem|der|seinem) (?:\w{3,9} )?(?:messer|"
            r"(?:baseball)?schlager|schlaeger|pistole|waffe|hammer|axt|beil|eisenstange)(?! (?:und (?:ball|kocht|"
            r"spielt)|zum (?:spielen|training|grillen)|und (?:repariert|schneidet)|beim))",
            r"(?:mein(?:e)? (?:ex(?:[- ]?(?:mann|freund|partner))?|mann|freund|stiefvater|vater|partner)|jemand|ein "
            r"(?:mann|typ)|er|sie) (?:tritt|bricht|"
            r"versucht)(?: \w{2,9}){0,3}? (?:die|meine|unsere) (?:\w{3,8})?(?:tur|tuer) (?:ein|auf|einzutreten|"
            r"aufzubrechen)",
        ),
    ),
    Rule(
        "abuse.at_the_door",
        _A,
        _IMMINENT,
        "pt",
        "faca taco arma pistola martelo machado facao porrete pau arrombar arrombando derrub",
        either(
            r"(?:(?:o |a )?(?:meu|minha) (?:ex(?:[- ]?(?:marido|namorado|companheiro|mulher))?|marido|namorado|"
            r"padrasto|pai|companheiro|vizinho|"
            r"perseguidor)|alguem|um (?:homem|cara|tipo|gajo)|ele) (?:esta|ta|chegou|veio|apareceu|espera)(?: "
            r"\w{1,9}){0,2}? (?:fora|na (?:minha )?(?:porta|rua)|no portao|a porta|em frente|aqui|la embaixo|a minha "
            r"porta|em casa)(?: \w{1,9}){0,3}? (?:com|e (?:tem|traz)) "
            r"(?:uma?|o|a) (?:faca|taco|arma|pistola|martelo|machado|facao|porrete|pau)(?! (?:de brinquedo|de cozinha|"
            r"jogando|consertando|cortando|para (?:jogar|cortar|consertar)))",
            r"(?:(?:o )?meu (?:ex(?:[- ]?(?:marido|namorado|companheiro))?|marido|namorado|padrasto|pai|companheiro)|"
            r"alguem|um (?:homem|cara|tipo|gajo)|"
            r"ele) (?:esta |ta )?(?:a |tentando |a tentar |quer )?(?:arrombar|arrombando|derrubar|derrubando) (?:a|"
            r"minha|a minha) porta",
        ),
        also="aqui arua emcasa emfrente fora laembaixo porta",
    ),
    Rule(
        "overdose_under_way.height",
        _S,
        _IMMINENT,
        "en",
        "jump",
        either(
            rf"{_ON_EN}{_AND}{_JUMP_EN}{_FLAT}(?! (?:scare|rope|every|when|at the (?:sight|sound)))",
            rf"{_JUMP_EN}{_AND}{_ON_EN}",
            r"(?:i'?m|i am|im) (?:jumping|about to jump|gonna jump|going to jump) (?:off|from)(?: of)? (?:the|my|this|"
            r"a) (?:\w{3,9} )?(?:bridge|"
            rf"roof|balcony|cliff|building|overpass|window|tower)(?: right)? now{_FLAT}",
        ),
    ),
    Rule(
        "overdose_under_way.height",
        _S,
        _IMMINENT,
        "es",
        "salt tir lanz avent avient",
        either(
            rf"{_ON_ES}{_AND}{_JUMP_ES}{_FLAT}",
            rf"{_JUMP_ES}{_AND}{_ON_ES}",
            r"(?:voy a (?:saltar|tirarme|lanzarme)|salto|me (?:tiro|lanzo|aviento)) (?:del?|desde) ?(?:el|la|un)? "
            r"?(?:puente|azotea|balcon|tejado|"
            rf"edificio|ventana|techo) (?:ahora(?: mismo)?|ya(?: mismo)?|ahorita){_FLAT}",
        ),
    ),
    Rule(
        "overdose_under_way.height",
        _S,
        _IMMINENT,
        "fr",
        "saut me_jet",
        either(
            rf"{_ON_FR}{_AND}{_JUMP_FR}{_FLAT}",
            rf"{_JUMP_FR}{_AND}{_ON_FR}",
            r"(?:je|j') ?(?:vais |va )?(?:saute|sauter|me jette|me jeter) (?:du|d'un|de la|par la|depuis le) (?:pont|"
            r"toit|balcon|immeuble|fenetre|"
            rf"falaise|viaduc) (?:maintenant|tout de suite|la maintenant|mtn|mnt){_FLAT}(?! (?:sur|dans|pour "
            rf"(?:attraper|rejoindre)))",
        ),
    ),
    Rule(
        "overdose_under_way.height",
        _S,
        _IMMINENT,
        "de",
        "spring",
        either(
            rf"{_ON_DE}{_AND}{_JUMP_DE}{_FLAT}",
            rf"(?:ich|i) (?:werde |will |muss )?(?:jetzt |gleich )?(?:spring|springe|springen)(?: jetzt| gleich| "
            rf"runter){{0,2}}{_AND}{_ON_DE}",
            r"(?:ich )?spring(?:e)? (?:jetzt|gleich|nun) (?:vo[mn]|aus|uber)(?: de[rm])? (?:\w{3,8} )?(?:balkon|dach|"
            r"brucke|bruecke|hochhaus|fenster|turm|"
            rf"klippe|gelander){_FLAT}(?! (?:auf|in) )",
        ),
    ),
    Rule(
        "overdose_under_way.height",
        _S,
        _IMMINENT,
        "pt",
        "pul salt jogar jogo atir",
        either(
            rf"{_ON_PT}{_AND}{_JUMP_PT}{_FLAT}",
            rf"{_JUMP_PT}{_AND}{_ON_PT}",
            r"(?:vou (?:pular|saltar|me jogar|me atirar|atirar-me)|pulo|salto|me jogo|atiro-me) (?:d[ao]|de um|de "
            r"uma) (?:varanda|sacada|ponte|telhado|"
            rf"predio|janela|viaduto) (?:agora(?: mesmo)?|ja){_FLAT}",
        ),
        also="cobertura falesia janela laje parapeito penhasco ponte predio sacada telhado terraco varanda viaduto",
    ),
    Rule(
        "means.laid_by",
        _S,
        _HIGH,
        "es",
        "guardando juntando ahorrando acumulando almacenando escondiendo juntado",
        rf"(?:estoy|llevo(?: \w{{2,9}}){{1,3}}|ando|vengo|sigo|he estado|voy) (?:guardando|juntando|ahorrando|"
        rf"acumulando|almacenando|escondiendo)"
        rf"(?: \w{{2,9}}){{0,3}}? {PILLS_ES}(?! (?:para (?:donar|el viaje|mi (?:madre|padre|abuel[oa]|hij[oa])|"
        rf"llevar)|caducad|vencid|en (?:el|la) (?:botiquin|farmacia)))",
    ),
    Rule(
        "means.laid_by",
        _S,
        _HIGH,
        "fr",
        "accumule stocke met planque economise garde",
        rf"(?:je|j') ?(?:accumule|stocke|mets? de cote|planque|economise|garde)(?:(?: depuis)?(?: \w{{2,9}}){{0,4}}?) "
        rf"{PILLS_FR}(?: de cote)?"
        rf"(?<!garde mes medicaments)(?! (?:pour (?:le voyage|les vacances|ma (?:mere|fille)|mon (?:pere|fils)|"
        rf"donner)|perimes|dans (?:le|la|un|une|mon)|"
        r"au (?:frais|frigo)|a la pharmacie))",
        also="antidepresseurs anxiolytiques cachets comprimes doliprane medicaments medocs pilules somniferes",
    ),
    Rule(
        "means.laid_by",
        _S,
        _HIGH,
        "de",
        "spar samml sammel horte heb bunkere leg",
        rf"ich (?:spare?|sammle?|sammel|horte|hebe?|bunkere|lege?)(?: (?:mir|seit|schon|heimlich|wochen|monaten|tagen|"
        rf"jahren|langem|langerem|jeden|tag|"
        rf"meine|die|viele|immer|ein paar|langsam|gerade|alle)){{0,6}} {PILLS_DE}(?: (?:auf|zusammen|an|beiseite|"
        rf"zuruck|weg))?"
        rf"(?! (?:fur (?:die reise|den urlaub|meine (?:mutter|oma)|meinen vater)|zum (?:spenden|entsorgen)|in (?:der|"
        rf"einer) apotheke|im (?:schrank|bad)))",
        also="antidepressiva medikamente paracetamol pillen tabletten",
    ),
    Rule(
        "means.laid_by",
        _S,
        _HIGH,
        "pt",
        "juntando guardando acumulando estocando juntar guardar acumular armazen escondendo",
        rf"(?:(?:estou|to|tou|ando|venho|tenho estado|faz \w{{2,8}} \w{{3,8}} que (?:estou|to|venho)) (?:a "
        rf")?(?:juntando|guardando|acumulando|estocando|"
        rf"juntar|guardar|acumular|armazenar|armazenando|escondendo))(?: \w{{1,9}}){{0,4}}? {PILLS_PT}(?! (?:para "
        rf"(?:doar|a viagem|o meu (?:pai|filho)|a minha mae|"
        r"levar)|vencid|fora de prazo|(?:na gaveta|no armario|no frigorifico|na geladeira)|na (?:farmacia|caixa de "
        r"primeiros)))",
    ),
    Rule(
        "psychosis.ordered",
        _P,
        _HIGH,
        "en",
        "voices",
        r"(?:the |my |these )?voices (?:\w{3,8} )?(?:say|saying|tell me|telling me|want me to|whisper|order me|"
        r"command me)(?: that)?(?: i)?(?: \w{2,6}){0,3}? "
        r"(?:stab|kill|hurt|strangle|suffocate|smother|poison|burn|drown|attack|shoot) (?:my|him|her|them|the (?:baby|"
        r"kids?|children)|every|people|some)\w{0,4}",
    ),
    Rule(
        "psychosis.ordered",
        _P,
        _HIGH,
        "de",
        "stimme",
        r"(?:die |diese |meine )?stimmen?(?: in meinem kopf)? (?:\w{3,8} )?(?:sagen|sagt|befehlen|befiehlt|wollen|"
        r"flustern|schreien)(?: \w{2,5}){0,5} "
        r"(?:mein\w{0,3}|ihn|sie|ihr|alle|jemanden|die|den|das) (?:\w{3,12} )?(?:ab|er|tot|um|zu|"
        r"weh)?(?:zu )?(?:zu|ab|er|ver|um|tot){0,2}(?:stechen|schlagen|wurgen|ersticken|toten|toeten|bringen|"
        r"verletzen|vergiften|verbrennen|tun)",
    ),
    Rule(
        "psychosis.ordered",
        _P,
        _HIGH,
        "es",
        "voces",
        r"(?:las |unas |mis )?voces (?:\w{2,8} ){0,2}?(?:dicen|ordenan|mandan|piden|obligan|gritan)(?: \w{1,5}){0,3}? "
        r"(?:apunal|acuchill|clav|estrangul|ahog|"
        r"envenen|mat|quem|hag|ataqu|lastim|golpe)\w{1,6} (?:\w{1,4} ){0,2}?(?:a |dano a )(?:mi|mis|el|la|los|todos|"
        r"alguien)",
    ),
    Rule(
        "psychosis.ordered",
        _P,
        _HIGH,
        "fr",
        "voix",
        r"(?:les |des |mes )?voix (?:\w{2,8} ){0,2}?(?:disent|ordonnent|demandent|crient|veulent)(?: "
        r"[\w']{1,6}){0,4}? (?:poignard|tu|etrangl|etouff|frapp|"
        r"empoisonn|brul|noy|plant|attaqu|bless)\w{1,5} (?:mon|ma|mes|le|la|les|quelqu'un|tout)",
    ),
    Rule(
        "psychosis.ordered",
        _P,
        _HIGH,
        "pt",
        "vozes",
        r"(?:as |umas |minhas )?vozes (?:\w{2,8} ){0,2}?(?:dizem|mandam|ordenam|pedem|gritam)(?: \w{1,5}){0,4}? "
        r"(?:esfaque|mat|estrangul|afog|sufoc|envenen|"
        r"queim|machuc|atac|feri|bat)\w{1,5} (?:em )?(?:(?:o |a |os |as )?(?:meu|minha|meus|minhas)|todos|alguem|o "
        r"bebe|a crianca)",
    ),
    Rule(
        "intent.slang_alone",
        _S,
        _MODERATE,
        "en",
        "kms ctb",
        r"^(?:(?:i |im |i'm |imma |ima |just |gonna |wanna |i wanna |i want to |want to |i might |might |going to |"
        r"should i )){0,3}(?:kms|ctb)"
        r"(?: (?:now|rn|tn|tonight|fr|frfr|pls|please|soon|today|ig|i guess|bye)){0,2}[ .!?]{0,3}$",
    ),
)

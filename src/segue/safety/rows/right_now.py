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
    r"(?:(?:i'?m|i am|im)(?: \w{2,9}){0,2}? |standing |sitting |up )(?:on|at) (?:the|a|my|our|"
    r"this) (?:edge of (?:the|a|my) )?(?:\w{3,9} )?(?:bridge|roof|rooftop|balcony|cliff|overpass|ledge|window ?sill|"
    r"viaduct|tower)(?: edge| railing)?"
)
_JUMP_EN = r"(?:(?:i'?m|i am|im|imma|i'll|i will|i) ?)?(?:(?:going to|gonna|gunna|about to|abt to) )?(?:jump|jumping)"
_ON_ES = (
    r"(?:(?:yo )?(?:estoy|toy|ando|sigo)(?: \w{2,9}){0,2}? |parad[oa] |de pie |subid[oa] )(?:en|al borde de|"
    r"sobre) ?(?:el|la|l|un|una|mi)? (?:borde del? )?(?:la )?(?:puente|azotea|balcon|tejado|techo|terraza|cornisa|"
    r"acantilado|viaducto|ventana|barandilla)"
)
_JUMP_ES = (
    r"(?:(?:ya )?(?:voy a|estoy por|me voy a|estoy a punto de) (?:saltar|tirar(?:me)?|lanzar(?:me)?|aventar(?:me)?)|"
    r"salto|me (?:tiro|lanzo|aviento))"
)
_ON_FR = (
    r"(?:(?:je|j') ?(?:suis|sui|chuis)|chuis?|jsuis|debout|assise?)(?: \w{2,9}){0,2}? (?:sur|au bord|en haut)(?: de|"
    r" du)? ?(?:le|la|l'|un|une|mon|du)? ?(?:bord (?:du|de la) )?(?:pont|toit|balcon|falaise|rambarde|viaduc|rebord|"
    r"corniche|parapet)"
)
_JUMP_FR = r"(?:je|j')(?: ?(?:vais|vai|va))? ?(?:juste |enfin )?(?:sauter|saute|me jeter|me jette)"
_ON_DE = (
    r"(?:ich |i )?(?:steh|stehe|sitz|sitze|bin|stand)(?: \w{2,9}){0,3}? (?:auf|am|an)(?: de[rmn]| einer| einem| meinem|"
    r" unserem)? (?:rand (?:der |des |vom )?)?(?:brucke|bruecke|dach|balkon|hochhaus|turm|klippe|gelander|gelaender|"
    r"dachkante|brucken\w{5,9}|abgrund|viadukt)"
)
_JUMP_DE = (
    r"(?:ich )?(?:werde |will |muss )?(?:jetzt |gleich |dann |da )?(?:spring|springe|springen)(?: ich)?(?: jetzt| "
    r"gleich| runter| hinunter){0,2}"
)
_ON_PT = (
    r"(?:(?:eu )?(?:estou|tou|to|tô|estava)(?: \w{2,9}){0,2}? |sentad[oa] |de pe |em pe |subi )(?:na|no|numa|num|"
    r"em cima da|em cima do|a beira da|a beira do|pendurad[oa] na) ?(?:minha |meu )?(?:beira(?:da)? d[ao] )?(?:varanda|"
    r"sacada|ponte|telhado|terraco|predio|parapeito|viaduto|janela|falesia|penhasco|laje|cobertura)"
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
    r"husband|boyfriend|bf|stepdad|stepfather|stalker|abuser|partner|pimp|dad|father|neighbou?r)|he|some(?:one|body)|"
    r"a man|a guy|some guy|they|two men|men)"
)
_ARMED_EN = (
    r"(?:with|and (?:he|they)(?:'s| has| have|'ve)(?: got)?|holding|carrying) (?:a|an|his|the|their) (?:\w{4,9} "
    r")?(?:bat|baseball bat|knife|gun|axe|machete|hammer|crowbar|pistol|rifle|shotgun|metal (?:bar|pipe)|pipe)"
)
_AT_EN = (
    r"(?:right |just |standing |waiting |still ){0,2}(?:outside(?: (?:my|the|our) (?:\w{3,9} )?(?:house|door|flat|"
    r"apartment|window|home|place|car|room))?|at (?:my|the|our) (?:front |back |bedroom |bathroom )?(?:door|window|"
    r"house)|in (?:my|our) (?:house|apartment|flat|hallway)|downstairs|on (?:my|the|our) (?:porch|doorstep|stairs)|"
    r"here|coming (?:up|upstairs|over|for me))"
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
            rf"{_FOE_EN}(?:'s| is| are|'re)(?: now| right now| currently| trying to|"
            r" literally){0,2} (?:breaking (?:in ?to (?:my|the|our) (?:house|flat|apartment|home|room)|"
            r"down (?:my|the|our) (?:\w{3,8} )?door)|break (?:in(?:to (?:my|the|our) (?:house|flat|apartment|home|"
            r"room))?|down (?:my|the|our) door)|kicking (?:in |down |at )?(?:my|the|our) (?:\w{3,8} )?door)(?! (?:on|"
            r"in) (?:the|this|my) (?:movie|film|show|game|series))",
        ),
        also="andhe andthey breakin carrying door holding with",
    ),
    Rule(
        "abuse.at_the_door",
        _A,
        _IMMINENT,
        "es",
        "cuchillo bate pistola arma machete martillo hacha navaja palo fierro tirando_la_p tirar_la_p echando_abajo "
        "entrar_a_la_f entrando_a_la_f derrib",
        either(
            r"(?:mi (?:ex(?: ?(?:marido|novio|pareja|esposo|mujer|novia))?|marido|novio|padrastro|padre|pareja|esposo|"
            r"acosador|vecino)|alguien|un (?:hombre|tipo)|el)(?: me)? (?:esta|anda|viene|vino|llego|sigue|"
            r"esta esperando|espera)(?: \w{2,9}){0,2}? (?:afuera|fuera|en (?:la|mi) (?:puerta|casa)|a la puerta|"
            r"en la calle|abajo|aqui|delante de \w{2,4} casa|en el portal)(?: \w{2,9}){0,3}? (?:con|"
            r"y (?:tiene|trae|lleva)) (?:un|una|su|el|la) (?:cuchillo|bate|pistola|arma|machete|martillo|hacha|navaja|"
            r"palo|fierro)(?! (?:de (?:juguete|cocina|beisbol para)|jugando|entrenando|arreglando|reparando|cortando|"
            r"para (?:jugar|cortar|entrenar|arreglar)))",
            r"(?:mi (?:ex(?: ?(?:marido|novio|pareja|esposo))?|marido|novio|padrastro|padre|pareja|esposo)|alguien|"
            r"un (?:hombre|tipo)|el|estan) (?:esta |quiere |intenta )?(?:tirando la puerta|tirar la puerta|"
            r"echando abajo (?:la|mi) puerta|entrar a la fuerza|entrando a la fuerza|derribando (?:la|mi) puerta|"
            r"derribar (?:la|mi) puerta)",
        ),
    ),
    Rule(
        "abuse.at_the_door",
        _A,
        _IMMINENT,
        "fr",
        "couteau batte arme pistolet fusil marteau hache machette barre defonc enfonc",
        either(
            r"(?:(?:mon|ma) (?:ex(?:[- ](?:mari|copain|compagnon|conjoint|femme))?|mari|copain|chum|beau-pere|"
            r"beau pere|pere|conjoint|compagnon|voisin)|quelqu'un|un (?:homme|mec|type)|il) (?:est|m'attend|attend|"
            r"arrive|debarque)(?: [\w']{1,9}){0,2}? (?:dehors|devant(?: chez moi| la porte| ma porte| la maison)?|"
            r"a (?:la|ma) porte|derriere (?:la|ma) porte|en bas|chez moi)(?: [\w']{1,9}){0,3}? (?:avec|"
            r"et il a) (?:une?|son|sa|des) (?:couteau|batte|arme|pistolet|fusil|marteau|hache|machette|"
            r"barre)(?! (?:en plastique|pour (?:jouer|couper|reparer|bricoler)|de (?:chocolat|cereales)))",
            r"(?:(?:mon|ma) (?:ex(?:[- ](?:mari|copain|compagnon|conjoint))?|mari|copain|chum|beau-pere|pere|conjoint|"
            r"compagnon)|quelqu'un|un (?:homme|mec|type)|il|on) (?:essaie de |essaye de |est en train de |"
            r"veut )?(?:defonce|defoncer|enfonce|enfoncer) (?:la|ma|notre) porte",
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
            r"nachbar)|jemand|ein (?:mann|typ)|er)(?: steht| ist| wartet| kommt|"
            r" lauert)(?: \w{2,9}){0,2}? (?:vor (?:der|meiner|unserer) (?:haus|wohnungs)?(?:tur|tuer)|vorm haus|"
            r"vor (?:dem|meinem) (?:haus|fenster)|draussen|unten|an der tur|bei mir)(?: \w{2,9}){0,3}? mit (?:einem|"
            r"einer|nem|ner|dem|der|seinem) (?:\w{3,9} )?(?:messer|(?:baseball)?schlager|schlaeger|pistole|waffe|"
            r"hammer|axt|beil|eisenstange)(?! (?:und (?:ball|kocht|spielt)|zum (?:spielen|training|grillen)|"
            r"und (?:repariert|schneidet)|beim))",
            r"(?:mein(?:e)? (?:ex(?:[- ]?(?:mann|freund|partner))?|mann|freund|stiefvater|vater|partner)|jemand|"
            r"ein (?:mann|typ)|er|sie) (?:tritt|bricht|versucht)(?: \w{2,9}){0,3}? (?:die|meine|"
            r"unsere) (?:\w{3,8})?(?:tur|tuer) (?:ein|auf|einzutreten|aufzubrechen)",
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
            r"padrasto|pai|companheiro|vizinho|perseguidor)|alguem|um (?:homem|cara|tipo|gajo)|ele) (?:esta|ta|chegou|"
            r"veio|apareceu|espera)(?: \w{1,9}){0,2}? (?:fora|na (?:minha )?(?:porta|rua)|no portao|a porta|em frente|"
            r"aqui|la embaixo|a minha porta|em casa)(?: \w{1,9}){0,3}? (?:com|e (?:tem|traz)) (?:uma?|o|a) (?:faca|"
            r"taco|arma|pistola|martelo|machado|facao|porrete|pau)(?! (?:de brinquedo|de cozinha|jogando|consertando|"
            r"cortando|para (?:jogar|cortar|consertar)))",
            r"(?:(?:o )?meu (?:ex(?:[- ]?(?:marido|namorado|companheiro))?|marido|namorado|padrasto|pai|companheiro)|"
            r"alguem|um (?:homem|cara|tipo|gajo)|ele) (?:esta |ta )?(?:a |tentando |a tentar |quer )?(?:arrombar|"
            r"arrombando|derrubar|derrubando) (?:a|minha|a minha) porta",
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
            rf"a) (?:\w{{3,9}} )?(?:bridge|roof|balcony|cliff|building|overpass|window|tower)(?: right)? now{_FLAT}",
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
            r"(?:voy a (?:saltar|tirarme|lanzarme)|salto|me (?:tiro|lanzo|aviento)) (?:del?|desde) ?(?:el|la|"
            r"un)? ?(?:puente|azotea|balcon|tejado|edificio|ventana|techo) (?:ahora(?: mismo)?|ya(?: mismo)?|"
            rf"ahorita){_FLAT}",
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
            r"toit|balcon|immeuble|fenetre|falaise|viaduc) (?:maintenant|tout de suite|la maintenant|mtn|"
            rf"mnt){_FLAT}(?! (?:sur|dans|pour (?:attraper|rejoindre)))",
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
            r"(?:ich|i) (?:werde |will |muss )?(?:jetzt |gleich )?(?:spring|springe|springen)(?: jetzt| gleich|"
            rf" runter){{0,2}}{_AND}{_ON_DE}",
            r"(?:ich )?spring(?:e)? (?:jetzt|gleich|nun) (?:vo[mn]|aus|uber)(?: de[rm])? (?:\w{3,8} )?(?:balkon|dach|"
            rf"brucke|bruecke|hochhaus|fenster|turm|klippe|gelander){_FLAT}(?! (?:auf|in) )",
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
            r"(?:vou (?:pular|saltar|me jogar|me atirar|atirar-me)|pulo|salto|me jogo|atiro-me) (?:d[ao]|de um|"
            rf"de uma) (?:varanda|sacada|ponte|telhado|predio|janela|viaduto) (?:agora(?: mesmo)?|ja){_FLAT}",
        ),
        also="cobertura falesia janela laje parapeito penhasco ponte predio sacada telhado terraco varanda viaduto",
    ),
    Rule(
        "means.laid_by",
        _S,
        _HIGH,
        "es",
        "guardando juntando ahorrando acumulando almacenando escondiendo juntado",
        r"(?:estoy|llevo(?: \w{2,9}){1,3}|ando|vengo|sigo|he estado|voy) (?:guardando|juntando|ahorrando|acumulando|"
        rf"almacenando|escondiendo)(?: \w{{2,9}}){{0,3}}? {PILLS_ES}(?! (?:para (?:donar|el viaje|"
        r"mi (?:madre|padre|abuel[oa]|hij[oa])|llevar)|caducad|vencid|en (?:el|la) (?:botiquin|farmacia)))",
    ),
    Rule(
        "means.laid_by",
        _S,
        _HIGH,
        "fr",
        "accumule stocke met planque economise garde",
        r"(?:je|j') ?(?:accumule|stocke|mets? de cote|planque|economise|"
        rf"garde)(?:(?: depuis)?(?: \w{{2,9}}){{0,4}}?) {PILLS_FR}(?: de cote)?(?<!garde mes medicaments)(?! "
        r"(?:pour (?:le voyage|les vacances|ma (?:mere|fille)|mon (?:pere|fils)|donner)|perimes|"
        r"dans (?:le|la|un|une|mon)|au (?:frais|frigo)|a la pharmacie))",
        also="antidepresseurs anxiolytiques cachets comprimes doliprane medicaments medocs pilules somniferes",
    ),
    Rule(
        "means.laid_by",
        _S,
        _HIGH,
        "de",
        "spar samml sammel horte heb bunkere leg",
        r"ich (?:spare?|sammle?|sammel|horte|hebe?|bunkere|lege?)(?: (?:mir|seit|schon|heimlich|wochen|monaten|tagen|"
        r"jahren|langem|langerem|jeden|tag|meine|die|viele|immer|ein paar|langsam|gerade|"
        rf"alle)){{0,6}} {PILLS_DE}(?: (?:auf|zusammen|an|beiseite|zuruck|weg))?(?! (?:fur (?:die reise|den urlaub|"
        r"meine (?:mutter|oma)|meinen vater)|zum (?:spenden|entsorgen)|in (?:der|einer) apotheke|im (?:schrank|bad)))",
        also="antidepressiva medikamente paracetamol pillen tabletten",
    ),
    Rule(
        "means.laid_by",
        _S,
        _HIGH,
        "pt",
        "juntando guardando acumulando estocando juntar guardar acumular armazen escondendo",
        r"(?:(?:estou|to|tou|ando|venho|tenho estado|faz \w{2,8} \w{3,8} que (?:estou|to|venho)) (?:a )?(?:juntando|"
        r"guardando|acumulando|estocando|juntar|guardar|acumular|armazenar|armazenando|"
        rf"escondendo))(?: \w{{1,9}}){{0,4}}? {PILLS_PT}(?! (?:para (?:doar|a viagem|o meu (?:pai|filho)|a minha mae|"
        r"levar)|vencid|fora de prazo|(?:na gaveta|no armario|no frigorifico|na geladeira)|"
        r"na (?:farmacia|caixa de primeiros)))",
    ),
    Rule(
        "psychosis.ordered",
        _P,
        _HIGH,
        "en",
        "voices",
        r"(?:the |my |these )?voices (?:\w{3,8} )?(?:say|saying|tell me|telling me|want me to|whisper|order me|"
        r"command me)(?: that)?(?: i)?(?: \w{2,6}){0,3}? (?:stab|kill|hurt|strangle|suffocate|smother|poison|burn|"
        r"drown|attack|shoot) (?:my|him|her|them|the (?:baby|kids?|children)|every|people|some)\w{0,4}",
    ),
    Rule(
        "psychosis.ordered",
        _P,
        _HIGH,
        "de",
        "stimme",
        r"(?:die |diese |meine )?stimmen?(?: in meinem kopf)? (?:\w{3,8} )?(?:sagen|sagt|befehlen|befiehlt|wollen|"
        r"flustern|schreien)(?: \w{2,5}){0,5} (?:mein\w{0,3}|ihn|sie|ihr|alle|jemanden|die|den|"
        r"das) (?:\w{3,12} )?(?:ab|er|tot|um|zu|weh)?(?:zu )?(?:zu|ab|er|ver|um|tot){0,2}(?:stechen|schlagen|wurgen|"
        r"ersticken|toten|toeten|bringen|verletzen|vergiften|verbrennen|tun)",
    ),
    Rule(
        "psychosis.ordered",
        _P,
        _HIGH,
        "es",
        "voces",
        r"(?:las |unas |mis )?voces (?:\w{2,8} ){0,2}?(?:dicen|ordenan|mandan|piden|obligan|"
        r"gritan)(?: \w{1,5}){0,3}? (?:apunal|acuchill|clav|estrangul|ahog|envenen|mat|quem|hag|ataqu|lastim|"
        r"golpe)\w{1,6} (?:\w{1,4} ){0,2}?(?:a |dano a )(?:mi|mis|el|la|los|todos|alguien)",
    ),
    Rule(
        "psychosis.ordered",
        _P,
        _HIGH,
        "fr",
        "voix",
        r"(?:les |des |mes )?voix (?:\w{2,8} ){0,2}?(?:disent|ordonnent|demandent|crient|"
        r"veulent)(?: [\w']{1,6}){0,4}? (?:poignard|tu|etrangl|etouff|frapp|empoisonn|brul|noy|plant|attaqu|"
        r"bless)\w{1,5} (?:mon|ma|mes|le|la|les|quelqu'un|tout)",
    ),
    Rule(
        "psychosis.ordered",
        _P,
        _HIGH,
        "pt",
        "vozes",
        r"(?:as |umas |minhas )?vozes (?:\w{2,8} ){0,2}?(?:dizem|mandam|ordenam|pedem|"
        r"gritam)(?: \w{1,5}){0,4}? (?:esfaque|mat|estrangul|afog|sufoc|envenen|queim|machuc|atac|feri|"
        r"bat)\w{1,5} (?:em )?(?:(?:o |a |os |as )?(?:meu|minha|meus|minhas)|todos|alguem|o bebe|a crianca)",
    ),
    Rule(
        "intent.slang_alone",
        _S,
        _MODERATE,
        "en",
        "kms ctb",
        r"^(?:(?:i |im |i'm |imma |ima |just |gonna |wanna |i wanna |i want to |want to |i might |might |going to |"
        r"should i )){0,3}(?:kms|ctb)(?: (?:now|rn|tn|tonight|fr|frfr|pls|please|soon|today|ig|i guess|"
        r"bye)){0,2}[ .!?]{0,3}$",
    ),
)

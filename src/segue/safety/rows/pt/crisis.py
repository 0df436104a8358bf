"""What people write in a crisis, in Portuguese. Folded text has no accents."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule

_S, _I, _M = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_ADV = r"(?: (?:mesmo|muito|realmente|so|apenas|tanto|as vezes|ja|simplesmente)){0,2}"
KILL = (
    r"(?:me matar|matar-me|me suicidar|suicidar-me|cometer suicidio|tirar (?:a )?minha (?:propria )?vida|tirar a "
    r"propria vida|me enforcar|enforcar-me|acabar com (?:a )?(?:minha vida|tudo)|por fim a minha vida|dar um tiro na "
    r"cabeca|cortar os (?:meus )?pulsos|(?:me jogar|pular|saltar|me atirar|atirar-me) (?:de|da|do) (?:uma |um "
    r")?(?:ponte|janela|predio|sacada|varanda|telhado))"
)
_END = r"(?= ?(?:$|[.!?;,]))"
ELSEWHERE = (
    r"(?! (?:mais |sozinh[oa] )?(?:(?:em (?:sao paulo|lisboa|porto|brasilia|salvador|recife|fortaleza|curitiba|manaus|"
    r"portugal|belo horizonte|braga|coimbra|casa de|cidade|apartamento)|n[ao] (?:rio|brasil|europa|interior|campo|"
    r"exterior|praia|bahia|estrangeiro)|(?:num|numa|em um|em uma|ness[ea]|nest[ea]|naquel[ea]) (?:cidade|casa|"
    r"apartamento|bairro|pais|predio|rua|vila|lugar|republica))|com (?:(?:os |o |a )?(?:meus?|minhas?) (?:pais|pai|mae|"
    rf"marido|esposa|ex|sogr[oa]|irma|irmao|namorad[oa]|colegas?|avos?|tios?)|el[ea]s?{_END})))"
)
"""A place or a company that somebody does not want to live in."""
PILLS = r"(?:comprimidos|remedios|pilulas|medicamentos|calmantes|antidepressivos)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "overdose_under_way.took_pills",
        _M,
        _IMMINENT,
        "pt",
        "acabei engoli pulsos tomei",
        r"(?:eu )?(?:ja )?(?:tomei|engoli|acabei de tomar|acabei de engolir) (?:todos? |toda |um monte de |muitos |"
        r"demasiados |uma caixa (?:inteira )?de |um frasco (?:inteiro )?de |uma cartela (?:inteira )?de |[1-9]\d "
        rf"|vinte |trinta |quarenta )(?:os |as |meus |de )?(?:\w{{3,16}} )?{PILLS}|(?:acabei de cortar|cortei) os "
        r"(?:meus )?pulsos",
    ),
    Rule(
        "intent.going_to",
        _S,
        _HIGH,
        "pt",
        r"acabar cometer cortar decidi desejo deveria devia enforcar fim janela matar planejo ponte preciso predio "
        r"pretendo queria quero sacada suicidar telhado tirar tiro varanda",
        r"(?:vou|quero|queria|preciso|penso em|pensei em|pensando em|tenho pensado em|"
        r"(?:(?:tenho|sinto|estou com) (?:\w{3,8} )?)?vontade de|planejo|pretendo|decidi|desejo|tenho que|devia|"
        rf"deveria|estou a pensar em){_ADV} {KILL}",
    ),
    Rule(
        "ideation.want_to_die",
        _S,
        _HIGH,
        "pt",
        "desejo gostaria melhor nao pensamentos preciso preferia prefiro queria quero viver vontade",
        r"(?:quero|queria|desejo|prefiro|preferia|(?:(?:tenho|sinto|estou com) (?:\w{3,8} )?)?vontade de|gostaria de|"
        rf"preciso|so quero){_ADV} (?:morrer|estar mort[oa]|deixar de (?:existir|viver)|nao existir|"
        r"parar de (?:existir|viver))|(?:ja )?nao (?:quero|aguento) mais (?:viver|existir|esta vida|"
        rf"essa vida){ELSEWHERE}|nao quero (?:mais )?(?:viver|existir|estar viv[oa]){ELSEWHERE}|"
        r"(?:nao tenho|sem|perdi a) (?:mais )?(?:vontade|razao|motivos?) (?:de|para|pra) viver|"
        r"(?:tenho|tive) pensamentos (?:suicidas|de suicidio)|(?:estaria|estava) melhor mort[oa]|"
        r"queria (?:que eu )?(?:tivesse morrido|estar mort[oa])|nao vale a pena viver",
    ),
    Rule(
        "passive.not_wake_up",
        _S,
        _MODERATE,
        "pt",
        "acordar desaparecer fardo melhor peso queria sumir",
        r"(?:nao quero|queria nao|dormir e nao|dormir e nunca|nao queria) (?:mais )?acordar(?: (?:nunca )?mais|"
        r" amanha)?(?! (?:tao |muito )?(?:cedo|antes|com (?:ressaca|barulho)|a(?:s|o)? (?:meu|minha|\d)|"
        r"d(?:esse|este|o meu) (?:sonho|cochilo)))|(?:queria|quero|vontade de) (?:sumir|desaparecer)(?: para sempre|"
        r" pra sempre| de vez)?(?! (?:d[ao] (?:festa|reuniao|grupo|foto)|um (?:pouco|tempinho|momento)|"
        r"(?:por )?(?:uns|um|uma|dois|tres) (?:dias?|semanas?|fim de semana|mes)|(?:para|pra|na|no|numa?|pro) (?:a |o |"
        r"uma? )?(?:praia|serra|montanha|sitio|ilha|interior|roca|litoral)(?! e (?:ja )?(?:nao|nunca|jamais)\b)))|"
        r"queria (?:nunca|nao) ter nascido|(?:todos|todo mundo|o mundo|minha familia|meus filhos|meus pais) (?:ficaria|"
        r"ficariam|estaria|estariam) melhor sem mim|sou um (?:fardo|peso) (?:para|pra) (?:todos|todo mundo|"
        r"minha familia)",
    ),
    Rule(
        "plan.have_a_plan",
        _S,
        _HIGH,
        "pt",
        r"acabar cometer cortar enforcar escrevi estou fim janela matar ponte predio sacada suicidar telhado tenho "
        r"tirar tiro varanda",
        rf"(?:ja )?tenho (?:ja )?(?:um plano|tudo planejado|planejado) (?:para|pra|como) {KILL}|(?:escrevi|estou "
        r"escrevendo|ja escrevi) (?:a|uma|minha|o|um|meu) (?:carta|bilhete) (?:de (?:despedida|suicidio)|suicida)|"
        rf"(?:ja )?sei como (?:vou )?{KILL}",
        also="dedespedida plan seicomo suicid",
    ),
    Rule(
        "method_seeking.way",
        _S,
        _HIGH,
        "pt",
        r"acabar cometer cortar enforcar fatal fim janela letal matar morrer ponte predio sacada suicidar telhado "
        r"tirar tiro varanda",
        rf"quant[oa]s (?:\w{{3,20}} ){{0,4}}(?:para|pra) (?:morrer|{KILL})|(?:forma|maneira|jeito|metodo)(?: mais)? "
        rf"(?:\w{{3,12}} )?(?:de|para|pra) (?:morrer|{KILL}|se matar)|como (?:posso |faco para |faco pra "
        r")?(?:me matar|me suicidar|me enforcar|morrer sem dor)|dose (?:letal|fatal) de",
    ),
    Rule(
        "means.in_hand",
        _S,
        _HIGH,
        "pt",
        "estou tenho",
        rf"(?:estou com|tenho) (?:ja )?(?:os |as |uma |a |um |o |meus )?(?:{PILLS}|arma|corda|faca|lamina)(?: "
        r"\w{2,12}){0,2} (?:na mao|na minha mao|pront[oa]s?|na minha frente|aqui|do meu lado|guardad[oa]s?)|"
        rf"(?:estou|tenho) (?:guardando|juntando|guardado|juntado|acumulando) (?:os |meus )?{PILLS}",
    ),
    Rule(
        "goodbye.after_me",
        _S,
        _HIGH,
        "pt",
        "adeus cuid meu minha quando",
        r"(?:esta|essa|este|esse) (?:e|sera) (?:a )?(?:minha|o meu|meu) ultim[oa] (?:mensagem(?! por (?:hoje|agora))|"
        r"dia(?! (?:de (?:ferias|aula|trabalho|estagio)|n[ao] (?:empresa|escola|trabalho|faculdade)))|adeus)|quando "
        r"(?:voces?|alguem) (?:ler|lerem) isso (?:eu )?(?:ja )?(?:nao (?:estarei|vou estar)|estarei mort[oa])|"
        r"cuid(?:a|e|em) (?:d[oae]s? )?(?:minha|meu|meus|minhas) \w{3,12} quando eu (?:ja )?nao estiver|adeus (?:para "
        r"sempre|pra sempre|mundo cruel)",
    ),
    Rule(
        "self_injury.cutting",
        _I,
        _MODERATE,
        "pt",
        "automutilo comecei cortei corto estou machuco preciso queimo queria quero voltei vontade",
        r"(?:voltei a|quero|preciso|vontade de|comecei a|queria) (?:me (?:cortar|machucar|ferir|queimar|automutilar)|"
        r"cortar-me|magoar-me)|(?:eu )?me (?:corto|machuco|automutilo|cortei|queimo) (?:de novo|os bracos|as pernas|"
        r"de proposito|para|pra|quando|ontem|hoje)|estou me (?:cortando|automutilando|machucando)",
        also="cortarme magoarme meautomutil mecort meferir memachuc mequeim",
    ),
    Rule(
        "abuse.ongoing",
        Category.ABUSE,
        _MODERATE,
        "pt",
        "fui meu minha",
        r"(?:meu|minha|o meu|a minha) (?:marido|esposa|namorado|namorada|pai|mae|padrasto|companheiro|irmao|tio) "
        r"(?:sempre )?(?:me (?:bate|bateu|espanca|estuprou|agride|viola)|bate-me|abus(?:a|ou) de mim)(?! (?:sempre "
        r")?n[oae] (?:xadrez|videogame|jogo(?! da vida| de azar)|fifa))|fui (?:estuprad[oa]|abusad[oa]|"
        r"violad[oa])",
    ),
    Rule(
        "abuse.danger_now",
        Category.ABUSE,
        _HIGH,
        "pt",
        "matar quer",
        r"(?:meu|minha|o meu|a minha) (?:marido|esposa|namorado|namorada|pai|mae|padrasto|companheiro|irmao) (?:quer "
        r"me matar|(?:me )?(?:ameaca|ameacou|esta ameacando) (?:de )?(?:me )?matar(?:-me)?)",
    ),
)
"""Fewer rows than in English: what is missing here is not found."""

"""What is ready, taken or said for the last time, and whom life is too much for, in Portuguese."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.pt.crisis import PILLS
from segue.safety.rules import Rule, either

_S, _M = Category.SUICIDE, Category.MEDICAL_EMERGENCY
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_HIGH_PLACE = r"(?:ponte|viaduto|telhado|predio|sacada|varanda|janela|penhasco|precipicio|plataforma|trilhos|laje)"
_GUN = r"(?:espingarda|pistola|rifle|revolver|arma|carabina)"
_LONGED = r"(?:quero|queria|vou|penso em|pensando em|vontade de|tenho que|pensei em|cogitando)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "plan.at_the_edge",
        _S,
        _HIGH,
        "pt",
        "beira borda parapeito grade mureta",
        rf"(?:to|estou|tou) (?:aqui )?(?:sentad[oa] |parad[oa] |em pe |de pe )?(?:na|no) (?:beira(?:da)?|borda|"
        rf"parapeito|"
        rf"grade|mureta) d(?:a|o|e uma?|um) {_HIGH_PLACE}(?:{_END}| (?:agora|ja|olhando (?:pra baixo|para baixo)|e "
        rf"(?:nao|"
        r"quero|ja|so)|pensando))",
    ),
    Rule(
        "means.looked_at",
        _S,
        _HIGH,
        "pt",
        "corda espingarda pistola rifle revolver arma carabina comprimido remedio pilula calmante medica antidepress "
        "lamina gilete faca",
        either(
            rf"(?:corda|{_GUN}|{PILLS}|laminas?|giletes?)(?: \w{{1,10}}){{0,5}} (?:nao (?:paro|consigo parar) de "
            rf"(?:olhar|"
            r"pensar)|me (?:chama|chamam|olha|olham)\b)",
            rf"(?:carreguei|peguei|to com|estou com|tenho) (?:a|o|uma?|minha|meu) {_GUN}(?: carregad[oa])?(?: "
            r"\w{1,8}){0,4} (?:no (?:meu )?colo|na (?:minha )?(?:mao|boca|cabeca|cama)|apontad[oa] pra mim)",
            rf"{_GUN} (?:ja )?(?:ta |esta )?carregad[oa](?: \w{{1,8}}){{0,4}} (?:colo|mao|boca|cama|do meu lado)",
            rf"(?:{PILLS})(?: \w{{1,8}}){{0,3}} (?:em cima da (?:mesa|cama|escrivaninha)|na minha frente|"
            rf"enfileirad[oa]s|"
            rf"separad[oa]s|contad[oa]s){_END}(?<!separados)|(?:contei|enfileirei|separei) (?:todos )?(?:os )?(?:meus "
            rf")?"
            rf"{PILLS}",
        ),
    ),
    Rule(
        "behaviour.letters_to_explain",
        _S,
        _MODERATE,
        "pt",
        "carta",
        r"cartas? (?:\w{1,10} ){1,6}(?:(?:pra|para)(?: que)? (?:el[ea]s? |me )?(?:entend\w{2,5}|compreend\w{2,5}|"
        r"saberem "
        r"(?:que|por ?que)|nao se culp\w{2,5}|perdo\w{2,5})|(?:pra|para) (?:me despedir|quando eu (?:ja )?nao "
        r"estiver))",
    ),
    Rule(
        "behaviour.gave_for_good",
        _S,
        _MODERATE,
        "pt",
        "fazerfa precisa servir",
        r"(?:dei|doei|estou doando|to doando|deixei)(?: o| a| os| as)? (?:meus? (?:cachorro|gato|discos|livros|violao)|"
        r"minhas? (?:coisas|roupas|joias|economias|gata|cachorra)|tudo)(?: \w{1,10}){0,6} nao (?:vou (?:mais "
        r")?precisar|"
        r"vao? (?:mais )?(?:servir|fazer falta))",
    ),
    Rule(
        "plan.day_chosen",
        _S,
        _MODERATE,
        "pt",
        "a_data o_dia",
        r"(?:escolhi|decidi|marquei|defini|tenho)(?: ja)? (?:a data|o dia)[,.:; ]{1,3}(?:e|sera|vai ser) (?:no "
        r")?(?:dia "
        rf"\d{{1,2}}|\d{{1,2}}|segunda|terca|quarta|quinta|sexta|sabado|domingo|amanha|meu aniversario){_END}",
    ),
    Rule(
        "plan.nobody_in_time",
        _S,
        _HIGH,
        "pt",
        "sei_como sei_onde",
        r"sei (?:como|onde)(?: e (?:como|onde|quando))? (?:(?:eu )?vou )?(?:fazer(?: isso)?|faze-lo)(?: \w{1,8}){0,3} "
        r"(?:ninguem|nao)(?: \w{1,6}){0,3} (?:encontr|ach|descobr|imped|salv)\w{0,6}",
    ),
    Rule(
        "goodbye.world",
        _S,
        _HIGH,
        "pt",
        "adeus tchau",
        r"(?:adeus|tchau)(?: \w{1,6}){0,2} (?:mundo|vida|a todos|pessoal|gente|amigos|familia)(?: cruel)?(?: "
        r"\w{1,8}){0,3} "
        r"(?:(?:cansei|desisto|desisti)(?! (?:de (?:esperar|jogar|estudar)|d(?:esse|este|essa|esta|o|a|as|os))\b)|nao "
        rf"(?:aguento|consigo|dou) mais|(?:to|estou) cansad[oa](?:{_END}| d(?:e tudo|e viver|essa vida))|"
        r"(?:me )?perdo(?:em|a|e)(?: por tudo)?|foi (?:bom|um prazer) (?:viver|conhecer voces))",
    ),
    Rule(
        "goodbye.last_time",
        _S,
        _MODERATE,
        "pt",
        "ultima_vez_que",
        r"(?:essa|esta|hoje) (?:e|vai ser|sera) a ultima vez que (?:voces?|tu|vc|me)(?: (?:vai|vao))?(?: me)? "
        r"(?:ouv\w{1,4} "
        r"falar de mim|(?:sab\w{1,4}|ouv\w{1,4}) (?:algo )?de mim|me (?:ve|veem|ver|leem?)|ver|veem?|ve)(?! (?:\w{1,8} "
        r"){0,4}(?:com|em|na|no|antes|jogar|fumar|perder|ate)\b)",
    ),
    Rule(
        "passive.why_live",
        _S,
        _MODERATE,
        "pt",
        "afazern estarmo motivop motivos naoague naodou naoenco naoguen naovejo osentid paraque porque praque "
        "razaop razoesp",
        either(
            rf"(?:pra|para|por) que (?:eu )?(?:viver|continuar viv\w{{2,4}}|continuo (?:viv[oa]|aqui|vivendo)|existo|"
            rf"nasci)"
            rf"{_END}|qual (?:e )?o sentido de (?:viver|continuar (?:vivendo|viv[oa])|tudo isso|continuar){_END}",
            r"nao (?:dou|aguento|guento)(?: mais| conta){1,2}(?: com)? (?:d?essa|d?esta|d?a minha) (?:\w{3,9} )?vida"
            r"(?! (?:social|de (?:estudante|escritorio)|noturna))",
            r"nao (?:ha|tem|tenho|vejo|existe|sobra)(?: ja| nenhum| nenhuma| mais){0,2} (?:motivos?|raz(?:ao|oes)) "
            rf"(?:pra|para) (?:eu )?(?:continuar|viver|seguir|levantar)(?: (?:vivendo|aqui|viv[oa]|em frente))?{_END}",
            r"nao (?:vejo|encontro) (?:mais )?(?:o )?sentido (?:em|n[oa]|para) (?:mais (?:um|uma) (?:inverno|ano|dia|"
            r"verao|"
            r"natal|manha)|(?:outro|outra) (?:inverno|ano|dia|verao|natal)|viver|continuar (?:vivendo|aqui|viv[oa])|"
            r"minha "
            rf"vida|continuar{_END})",
            rf"(?:(?:mais )?valia (?:mais )?|melhor |devia )estar mort[oa]{_END}",
            r"nao (?:ando|estou|to) (?:mais )?(?:aqui|ca|neste mundo|nesse mundo) a fazer nada",
        ),
    ),
    Rule(
        "passive.death_awaited",
        _S,
        _MODERATE,
        "pt",
        "atropel esperoq eumorre mebusqu medeixe melevas meleve mematar mematas merecol mevirbu naoacor "
        "queriaq tomaraq",
        either(
            r"(?:peco|pedindo|pedia|rezo|rezando|imploro|oro|quero que|espero que|tomara que|que)(?: \w{1,9}){0,6} "
            r"(?:deus|"
            r"senhor|ceu|nossa senhora|morte)(?: \w{1,8}){0,5} (?:me (?:leve|levasse|busque|recolha|deixe morrer)|me "
            r"vir "
            rf"buscar)(?:{_END}| (?:logo|com (?:ele|ela|eles)|embora|de uma|pra junto|hoje))",
            r"(?:tomara que|espero que|queria que)(?: \w{1,8}){0,4} (?:cancer|tumor|doenca|infarto|coracao|virus|"
            r"covid)(?: "
            rf"\w{{1,8}}){{0,4}} (?:me )?(?:leve|mate|levasse|matasse|acabe)(?: comigo)?{_END}",
            r"(?:tomara que|queria que|espero que)(?: um| o)? (?:carro|onibus|caminhao|trem|raio|aviao) (?:me |caia)?"
            r"(?: ?(?:atropel|mat|part|peg)\w{1,5})",
            r"se (?:\w{1,8} ){0,4}(?:atropel\w{1,5}|me mat(?:ar|asse)|eu morr(?:er|esse)|nao acordar)(?: \w{1,8}){0,4} "
            rf"(?:nao (?:ligava|ligaria|me importa\w{{0,3}}|importa\w{{0,3}})|tanto faz|(?:seria )?melhor|(?:e|era) "
            rf"igual){_END}",
        ),
    ),
    Rule(
        "passive.nobody_would_care",
        _S,
        _MODERATE,
        "pt",
        "ninguem sem_mim",
        either(
            r"ninguem (?:\w{1,4} ){0,2}(?:notar\w{0,3}|perceb\w{2,5}|import\w{1,5}|lig\w{2,4}|chorar\w{0,3}|"
            r"sentir\w{0,3}(?: "
            r"(?:minha )?falta)?)(?: \w{1,6}){0,3} se eu (?:morr\w{2,5}|me mat\w{2,5}|sumi\w{1,4}|desaparec\w{2,5}|nao "
            r"(?:existisse|estivesse mais)|estivesse mort[oa])",
            r"(?:todos?(?: mundo)?|todo mundo|minha familia|meus (?:filhos|pais)|voces|tod[oa]s) (?:ia|iam|ficaria|"
            r"ficariam|"
            r"estaria|estariam|vai|vao|ta|tao|fica|ficam)(?: \w{2,5})?(?: ficar| estar)? (?:melhor(?:es)?|bem) sem mim",
        ),
    ),
    Rule(
        "intent.under_a_train",
        _S,
        _HIGH,
        "pt",
        "atirarm darumti jogarme meatira mejogar metacar meterum ssemund stemund",
        either(
            rf"{_LONGED} (?:me (?:jogar|atirar|tacar)|jogar-me|atirar-me) (?:na frente d[oe]|debaixo d[oe]|embaixo "
            rf"d[oe]|d[oae]"
            rf"|n[oa]s?|pela|pelo)(?: um| uma)? (?:trem|metro|comboio|onibus|caminhao|trilhos|{_HIGH_PLACE})",
            rf"{_LONGED} (?:meter uma bala na (?:minha )?cabeca|dar um tiro na (?:minha )?(?:cabeca|boca)|(?:sumir|"
            rf"sair|ir "
            r"embora) d[ea]sse mundo|(?:sumir|sair|ir embora) d[ea]ste mundo)",
        ),
    ),
    Rule(
        "method_seeking.how_many",
        _S,
        _MODERATE,
        "pt",
        "busquei googlei olhei pesquis procure",
        r"(?:pesquisei|procurei|googlei|busquei|olhei)(?: (?:no google|na internet|ontem|hoje)){0,2} quant[oa]s "
        rf"(?:{PILLS}|paracetamol|aspirinas) (?:precisa|precisam|preciso|sao (?:necessarios|suficientes)|bastam|tem "
        rf"que tomar|e preciso)"
        rf"(?:{_END}| (?:para|pra) (?:morrer|nao acordar|uma overdose))",
    ),
    Rule(
        "overdose_under_way.whole_box",
        _M,
        _IMMINENT,
        "pt",
        "acabeid caixa cartela engoli frasco tomei",
        either(
            r"(?:tomei|engoli|acabei de tomar|mandei pra dentro) (?:(?:a|o|uma?|duas) (?:cartelas?|caixas?|frascos?) "
            rf"(?:inteir[oa]s?|tod[oa])|tod[oa] [oa] (?:cartela|caixa|frasco))(?: de (?:{PILLS}|\w{{4,9}}(?:pam|lam)|"
            rf"rivotril|"
            rf"paracetamol|dipirona)|{_END}|(?= (?:faz|ha|e|ontem|agora|hoje)))",
            r"(?:tomei|engoli|acabei de tomar)(?: (?:uns|umas|quase|mais de|tipo)){0,2} (?:[2-9]\d|1\d\d|vinte|trinta|"
            r"quarenta|cinquenta) (?:paracetam(?:ol|ois)|dipironas?|ibuprofenos?|aspirinas?|rivotril|clonazepam|"
            r"diazepam|"
            r"alprazolam)",
        ),
    ),
    Rule(
        "overdose_under_way.opened",
        _M,
        _IMMINENT,
        "pt",
        "agua_sanitaria candida cloro soda_caustica lixivia veneno chumbinho raticida veias_e",
        r"(?:bebi|tomei|engoli|acabei de (?:beber|tomar)|to bebendo) (?:(?:um|uma|meio) (?:\w{3,8} )?de )?(?:agua "
        r"sanitaria|"
        r"candida|cloro|soda caustica|lixivia|veneno|chumbinho|raticida)",
    ),
)

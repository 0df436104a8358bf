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
        r"(?:to|estou|tou) (?:aqui )?(?:sentad[oa] |parad[oa] |em pe |de pe )?(?:na|no) (?:beira(?:da)?|borda|"
        rf"parapeito|grade|mureta) d(?:a|o|e uma?|um) {_HIGH_PLACE}(?:{_END}|"
        r" (?:agora|ja|olhando (?:pra baixo|para baixo)|e (?:nao|quero|ja|so)|pensando))",
    ),
    Rule(
        "means.looked_at",
        _S,
        _HIGH,
        "pt",
        "corda espingarda pistola rifle revolver arma carabina comprimido remedio pilula calmante medica antidepress "
        "lamina gilete faca",
        either(
            rf"(?:corda(?! (?:do (?:balanco|violao|cachorro)|de pular))|{_GUN}|{PILLS}|laminas?|"
            r"giletes?)(?: \w{1,10}){0,5} (?:nao (?:paro|consigo parar) de (?:olhar|pensar)|"
            r"me (?:chama|chamam|olha|olham)\b)",
            r"(?:carreguei|peguei|to com|estou com|tenho) (?:a|o|uma?|minha|"
            rf"meu) {_GUN}(?: carregad[oa])?(?: \w{{1,8}}){{0,4}} (?:no (?:meu )?colo|"
            r"na (?:minha )?(?:mao|boca|cabeca|cama)|apontad[oa] pra mim)",
            rf"{_GUN} (?:ja )?(?:ta |esta )?carregad[oa](?: \w{{1,8}}){{0,4}} (?:colo|mao|boca|cama|do meu lado)",
            rf"(?:{PILLS})(?: \w{{1,8}}){{0,3}} (?:em cima da (?:mesa|cama|escrivaninha)|na minha frente|"
            rf"enfileirad[oa]s|separad[oa]s|contad[oa]s){_END}(?<!separados)|(?:contei|enfileirei|separei) (?:todos "
            rf")?(?:os )?meus {PILLS}(?! (?:da|do|pra|para) (?:a|o|minha|semana|hoje))",
        ),
    ),
    Rule(
        "behaviour.letters_to_explain",
        _S,
        _MODERATE,
        "pt",
        "carta",
        r"cartas? (?:\w{1,10} ){1,6}(?:(?:pra|para)(?: que)? (?:el[ea]s? |me )?(?:entend\w{2,5}|compreend\w{2,5}|"
        r"saberem (?:que|por ?que)|nao se culp\w{2,5}|perdo\w{2,5})|(?:pra|para) (?:me despedir|quando eu (?:ja )?nao "
        r"estiver))",
    ),
    Rule(
        "behaviour.gave_for_good",
        _S,
        _MODERATE,
        "pt",
        "fazerfa precisa servir",
        r"(?:dei|doei|estou doando|to doando|deixei)(?: o| a| os| as)? (?:meus? (?:cachorro|gato|discos|livros|"
        r"violao)|minhas? (?:coisas|roupas|joias|economias|gata|cachorra)|tudo)(?: \w{1,10}){0,6} nao (?:vou (?:mais "
        r")?precisar|vao? (?:mais )?(?:servir|fazer falta))",
    ),
    Rule(
        "plan.day_chosen",
        _S,
        _MODERATE,
        "pt",
        "a_data o_dia",
        r"(?:escolhi|decidi|marquei|defini|tenho)(?: ja)? (?:a data|o dia)[,.:; ]{1,3}(?:e|sera|"
        r"vai ser) (?:no )?(?:dia \d{1,2}|\d{1,2}|segunda|terca|quarta|quinta|sexta|sabado|domingo|amanha|"
        rf"meu aniversario){_END}(?!.{{0,50}}(?:church|booked|venue|wedding|party|dinner|ticket|flight|iglesia|reserv|"
        r"boda|fiesta|cena|eglise|mariage|resto|kirche|gebucht|hochzeit|feier|igreja|casamento|festa|jantar))",
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
        r"(?:adeus|tchau)(?!.{0,45}(?:manana|luego|hablamos|nos vemos|demain|bientot|amanha|se fala|se ve|ate ja|"
        r"madrugo|cedo))(?: \w{1,6}){0,2} (?:mundo|vida|a todos|pessoal|gente|amigos|"
        r"familia)(?: cruel)?(?: \w{1,8}){0,3} (?:(?:cansei|desisto|desisti)(?! (?:de (?:esperar|jogar|estudar)|"
        r"d(?:esse|este|essa|esta|o|a|as|os))\b)|nao (?:aguento|consigo|dou) mais|"
        rf"(?:to|estou) cansad[oa](?:{_END}| d(?:e tudo|e viver|essa vida))|(?:me )?perdo(?:em|a|e)(?: por tudo)?|"
        r"foi (?:bom|um prazer) (?:viver|conhecer voces))",
    ),
    Rule(
        "goodbye.last_time",
        _S,
        _MODERATE,
        "pt",
        "ultima_vez_que",
        r"(?:essa|esta|hoje) (?:e|vai ser|sera) a ultima vez que (?:voces?|tu|vc|me)(?: (?:vai|vao))?(?: me)? "
        r"(?:ouv\w{1,4} falar de mim|(?:sab\w{1,4}|ouv\w{1,4}) (?:algo )?de mim|me (?:ve|veem|ver|leem?)|ver|veem?|"
        r"ve)(?! (?:\w{1,8} ){0,4}(?:com|em|na|no|antes|jogar|fumar|perder|ate)\b)",
    ),
    Rule(
        "passive.why_live",
        _S,
        _MODERATE,
        "pt",
        "afazern estarmo motivop motivos naoague naodou naoenco naoguen naovejo osentid paraque porque praque "
        "razaop razoesp",
        either(
            r"(?:pra|para|por) que (?:eu )?(?:viver|continuar viv\w{2,4}|continuo (?:viv[oa]|aqui|vivendo)|existo|"
            rf"nasci){_END}|qual (?:e )?o sentido de (?:viver|continuar (?:vivendo|viv[oa])|tudo isso|continuar){_END}",
            r"nao (?:dou|aguento|guento)(?: mais| conta){1,2}(?: com)? (?:d?essa|d?esta|d?a minha) (?:\w{3,9} "
            r")?vida(?! (?:social|de (?:estudante|escritorio)|noturna))",
            r"nao (?:ha|tem|tenho|vejo|existe|sobra)(?: ja| nenhum| nenhuma| mais){0,2} (?:motivos?|"
            r"raz(?:ao|oes)) (?:pra|para) (?:eu )?(?:continuar|viver|seguir|levantar)(?: (?:vivendo|aqui|viv[oa]|"
            rf"em frente))?{_END}",
            r"nao (?:vejo|encontro) (?:mais )?(?:o )?sentido (?:em|n[oa]|para) (?:mais (?:um|uma) (?:inverno|ano|dia|"
            r"verao|natal|manha)|(?:outro|outra) (?:inverno|ano|dia|verao|natal)|viver|"
            rf"continuar (?:vivendo|aqui|viv[oa])|minha vida|continuar{_END})",
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
            r"(?:peco|pedindo|pedia|rezo|rezando|imploro|oro|quero que|espero que|tomara que|"
            r"que)(?: \w{1,9}){0,6} (?:deus|senhor|ceu|nossa senhora|morte)(?: \w{1,8}){0,5} (?:me (?:leve|levasse|"
            rf"busque|recolha|deixe morrer)|me vir buscar)(?:{_END}| (?:logo|com (?:ele|ela|eles)|embora|de uma|"
            r"pra junto|hoje))",
            r"(?:tomara que|espero que|queria que)(?: \w{1,8}){0,4} (?:cancer|tumor|doenca|infarto|coracao|virus|"
            rf"covid)(?: \w{{1,8}}){{0,4}} (?:me )?(?:leve|mate|levasse|matasse|acabe)(?: comigo)?{_END}",
            r"(?:tomara que|queria que|espero que)(?: um| o)? (?:carro|onibus|caminhao|trem|raio|aviao) (?:me |"
            r"caia)?(?: ?(?:atropel|mat|part|peg)\w{1,5})",
            r"se (?:\w{1,8} ){0,4}(?:atropel\w{1,5}|me mat(?:ar|asse)|eu morr(?:er|esse)|"
            r"nao acordar)(?: \w{1,8}){0,4} (?:nao (?:ligava|ligaria|me importa\w{0,3}|importa\w{0,3})|tanto faz|"
            rf"(?:seria )?melhor|(?:e|era) igual){_END}",
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
            r"sentir\w{0,3}(?: (?:minha )?falta)?)(?: \w{1,6}){0,3} se eu (?:morr\w{2,5}|me mat\w{2,5}|sumi\w{1,4}|"
            r"desaparec\w{2,5}|nao (?:existisse|estivesse mais)|estivesse mort[oa])",
            r"(?:todos?(?: mundo)?|todo mundo|minha familia|meus (?:filhos|pais)|voces|tod[oa]s) (?:ia|iam|ficaria|"
            r"ficariam|estaria|estariam|vai|vao|ta|tao|fica|ficam)(?: \w{2,5})?(?: ficar| estar)? (?:melhor(?:es)?|"
            r"bem) sem mim",
        ),
    ),
    Rule(
        "intent.under_a_train",
        _S,
        _HIGH,
        "pt",
        "atirarm darumti jogarme meatira mejogar metacar meterum ssemund stemund",
        either(
            rf"{_LONGED} (?:me (?:jogar|atirar|tacar)|jogar-me|atirar-me) (?:na frente d[oe]|debaixo d[oe]|"
            r"embaixo d[oe]|d[oae]|n[oa]s?|pela|pelo)(?: um| uma)? (?:trem|metro|comboio|onibus|caminhao|trilhos|"
            rf"{_HIGH_PLACE})",
            rf"{_LONGED} (?:meter uma bala na (?:minha )?cabeca|dar um tiro na (?:minha )?(?:cabeca|boca)|"
            r"(?:sumir|sair|ir embora) d[ea]sse mundo|(?:sumir|sair|ir embora) d[ea]ste mundo)",
        ),
    ),
    Rule(
        "method_seeking.how_many",
        _S,
        _MODERATE,
        "pt",
        "busquei googlei olhei pesquis procure",
        r"(?:pesquisei|procurei|googlei|busquei|olhei)(?: (?:no google|na internet|ontem|"
        rf"hoje)){{0,2}} quant[oa]s (?:{PILLS}|paracetamol|aspirinas) (?:precisa|precisam|preciso|"
        rf"sao (?:necessarios|suficientes)|bastam|tem que tomar|e preciso)(?:{_END}|"
        r" (?:para|pra) (?:morrer|nao acordar|uma overdose))",
    ),
    Rule(
        "overdose_under_way.whole_box",
        _M,
        _IMMINENT,
        "pt",
        "acabeid caixa cartela engoli frasco tomei",
        either(
            r"(?:tomei|engoli|acabei de tomar|mandei pra dentro) (?:(?:a|o|uma?|duas) (?:cartelas?|caixas?|"
            rf"frascos?) (?:inteir[oa]s?|tod[oa])|tod[oa] [oa] (?:cartela|caixa|frasco))(?: de (?:{PILLS}|"
            rf"\w{{4,9}}(?:pam|lam)|rivotril|paracetamol|dipirona)|{_END}|(?= (?:faz|ha|e|ontem|agora|hoje)))",
            r"(?:tomei|engoli|acabei de tomar)(?: (?:uns|umas|quase|mais de|tipo)){0,2} (?:[2-9]\d|1\d\d|vinte|trinta|"
            r"quarenta|cinquenta) (?:paracetam(?:ol|ois)|dipironas?|ibuprofenos?|aspirinas?|rivotril|clonazepam|"
            r"diazepam|alprazolam)",
        ),
    ),
    Rule(
        "overdose_under_way.opened",
        _M,
        _IMMINENT,
        "pt",
        "agua_sanitaria candida cloro soda_caustica lixivia veneno chumbinho raticida veias_e",
        r"(?:bebi|tomei|engoli|acabei de (?:beber|tomar)|to bebendo) (?:(?:um|uma|meio) (?:\w{3,8} )?de )?(?:agua "
        r"sanitaria|candida|cloro|soda caustica|lixivia|veneno|chumbinho|raticida)",
    ),
    Rule(
        "goodbye.when_you_read",
        _S,
        _HIGH,
        "pt",
        "obrigad quandoa quandot quandov",
        either(
            r"quando (?:voces?|vc|tu|alguem) (?:ler|lerem|vir|virem|encontrar)(?: isso| isto| essa carta)?(?: ja)? "
            r"(?:(?:ja )?vai ter acabado|(?:ja )?tera acabado|tudo (?:ja )?(?:vai ter acabado|tera acabado|acabou)|"
            r"vai ser tarde)",
            r"obrigad[oa] por tudo(?!.{0,40}(?:monday|tuesday|wednesday|thursday|friday|lunes|martes|miercoles|jueves|"
            r"viernes|oficina|lundi|mardi|mercredi|jeudi|vendredi|bureau|montag|dienstag|mittwoch|donnerstag|freitag|"
            r"buro|segunda|terca|quarta|quinta|sexta|escritorio|office|"
            rf"work))(?: \w{{1,9}}){{0,4}} (?:eu )?nao (?:vou (?:mais )?estar|estarei)(?: mais)?(?: aqui)?{_END}",
        ),
    ),
    Rule(
        "behaviour.left_in_order",
        _S,
        _MODERATE,
        "pt",
        "emordem hemodia insulin minhaul",
        either(
            r"(?:meus|os) papeis (?:ja )?(?:estao|tao|deixei) em ordem(?: \w{2,7}){0,2} nao (?:vou|quero) (?:mais "
            r")?(?:incomodar|dar trabalho)",
            r"(?:deixei|escrevi|ta|esta) (?:a )?minha ultima carta(?! de (?:amor|demissao))(?: \w{1,10}){0,4} "
            r"(?:travesseiro|mae|pai|filhos|familia|cama|gaveta)",
            r"parei (?:de (?:tomar|aplicar|usar) |com )(?:a )?(?:minha )?(?:insulina|hemodialise)(?: \w{1,5}){0,2} "
            r"nao (?:vou|pretendo|quero) (?:voltar|retomar|mais)",
        ),
    ),
    Rule(
        "means.tied",
        _S,
        _HIGH,
        "pt",
        "amarrad pendurad pres",
        either(
            r"(?:cinto|corda|fio|lencol|cachecol|laco|cabo)(?: ja)? (?:ta |esta )?(?:ja )?(?:amarrad|pres|"
            r"pendurad)[oa] (?:na|no|em|ao|a) (?:minha |meu |uma |um )?(?:porta|viga|gancho|teto|ventilador|pescoco|"
            r"cano|macaneta|grade|arvore)(?! d[oa] (?:cachorro|balanco))",
        ),
    ),
    Rule(
        "plan.up_there",
        _S,
        _HIGH,
        "pt",
        "chorand commedo commuit naoseio tenhome tenhomu tremend",
        either(
            r"(?:to|estou|tou) (?:na|no|nos|em cima d[oa]) (?:telhado|ponte|laje|viaduto|trilhos|terraco|sacada|"
            r"predio) (?:e )?(?:(?:com|tenho|to com) (?:muito )?medo|chorando|tremendo|nao sei o que fazer)(?! d(?:e|"
            r"as|os|a) )",
        ),
    ),
    Rule(
        "passive.life_over",
        _S,
        _MODERATE,
        "pt",
        "enterro forcap forcasp funeral iaestar maisnad naoacor naotem naotive ninguemp ovolant velorio",
        either(
            r"(?:nao tenho|sem)(?: mais)? forcas? (?:pra|para) (?:viver|mais um dia|continuar viv[oa])|ninguem "
            r"precisa de mim|(?:eu )?(?:devia|deveria) estar mort[oa]|(?:e|hoje e) (?:hoje|o dia) (?:e )?nao tem "
            r"(?:mais )?volta",
            r"(?:imagin\w{3,5}|penso n[ao]|pensando n[ao]) (?:o )?meu (?:proprio )?(?:enterro|velorio|funeral)",
            r"a vida nao (?:tem|guarda|me da) mais nada (?:pra|para) (?:mim|uma? velh[oa] como eu|alguem como eu)",
            r"(?:feliz|contente|aliviad[oa]|melhor) se (?:eu )?nao acord(?:asse|ar) da (?:cirurgia|anestesia|operacao)",
            r"quem dera (?:o|a|aquele|esse) (?:onibus|carro|caminhao|trem|motorista|metro) nao tivesse (?:freado|"
            r"parado|desviado)",
            r"(?:vontade de|quero|penso em|pensando em) (?:soltar|largar|virar) o volante",
        ),
    ),
    Rule(
        "overdose_under_way.on_purpose",
        _M,
        _IMMINENT,
        "pt",
        "depropo porquer praacab pramorr todosos",
        either(
            r"(?:tomei|engoli) (?:(?:remedios?|comprimidos?|medicamentos?) demais|"
            rf"(?:muitos|um monte de) {PILLS}) (?:de proposito|por querer|pra (?:morrer|acabar))",
            r"(?:tomei|engoli) todos os (?:remedios|comprimidos|calmantes)(?: de dormir)? d(?:a minha mae|o meu pai|a "
            r"minha avo|a mae)",
        ),
    ),
    Rule(
        "passive.not_that_long",
        _S,
        _MODERATE,
        "pt",
        "naomeve",
        either(
            r"nao me vejo (?:chegando|viv[oa]|vivendo) (?:n[oa]|aos?|ate|em) (?:o |a |meu )?(?:natal|trinta|vinte|"
            r"aniversario|verao|fim|formatura|ano|velh[oa])",
        ),
    ),
    Rule(
        "overdose_under_way.took_a_lot",
        Category.MEDICAL_EMERGENCY,
        _HIGH,
        "pt",
        "despeje engolia engoliuma engoliumn engoliun esvazie tomeial tomeium tomeiun virei",
        either(
            r"(?:tomei|engoli) (?:um negocio|umas coisas|uma coisa|algo|uns negocios)[.,; ]{1,3}(?:muito|muita|demais|"
            r"um monte|bastante)",
            r"(?:esvaziei|virei|despejei) (?:o|a|todo o) (?:armario de remedios?|cartela|caixa|frasco|caixinha)(?: de "
            r"remedios?)? (?:na|em cima da) (?:minha )?(?:mao|boca|mesa|cama)",
        ),
    ),
    Rule(
        "means.picked_up",
        _S,
        _HIGH,
        "pt",
        "fico naoparo",
        either(
            r"(?:faca|lamina|arma|corda|gilete|estilete)(?: \w{1,8}){0,5} (?:e )?(?:eu )?(?:fico|nao paro de) "
            r"(?:pegando|tocando|segurando|pegar|tocar)(?: n?el[ea])",
        ),
    ),
    Rule(
        "passive.at_peace_to_go",
        _S,
        _MODERATE,
        "pt",
        "estoupr topront",
        either(
            r"(?:to|estou) pront[oa] (?:pra|para) (?:ir|partir|morrer)(?! (?:pra|para|ao|a|no|na|embora)\b)(?: "
            r"ja)?(?: \w{1,3}){0,2} (?:fiz (?:as pazes|minha paz)|me despedi|em paz|sem medo)",
        ),
    ),
)

"""What people write in a crisis, in Portuguese: what is hinted at, prepared, asked for, and other dangers."""

from __future__ import annotations

from segue.domain.findings import Category, Subject
from segue.domain.models import SafetyLevel
from segue.safety.rows.pt.crisis import KILL, PILLS
from segue.safety.rules import Rule, either

_S, _I, _M, _A = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY, Category.ABUSE
_E, _P, _H = Category.EATING_DISORDER, Category.PSYCHOSIS, Category.HARM_TO_OTHERS
_IMMINENT, _HIGH, _MODERATE, _LOW = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

_SOMEBODY = (
    r"(?:(?:meu|minha|o meu|a minha|um|uma) (?:melhor |propri[oa] )?(?:amig[oa]|irma|irmao|filh[oa]|mae|pai|prim[oa]|"
    r"namorad[oa]|marido|esposa|mulher|colega|alun[oa]|paciente|vizinh[oa]|ti[oa]))"
)
_PARTNER = (
    r"(?:(?:o |a )?(?:meu|minha) (?:marido|esposa|mulher|namorado|namorada|pai|mae|padrasto|companheir[oa]|irmao|tio|"
    r"ex)|ele|ela)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.suicide",
        _S,
        _HIGH,
        "pt",
        "acabar_c confio estar_v existir ideias impuls me_mata me_sinto me_suic minha_v morrer nao_que pensam queria "
        "quero_a quero_m quero_q suicidi tenho_m tirar_a vida viver vontad",
        either(
            r"nao quero mais (?:estar aqui|ficar aqui|estar neste mundo)(?= ?(?:$|[.!?;,]))|quero acabar com tudo",
            r"(?:penso|pensando|pensei|tenho pensado|pensar|pensava)(?: muito| as vezes| todos os dias| sempre| cada "
            r"vez mais)? em (?:suicidio|me suicidar|me matar|morrer|tirar a minha vida|acabar com a minha vida)",
            r"(?:pensamentos|ideias|impulsos) (?:suicidas|de suicidio|de (?:me matar|morrer|morte))",
            r"(?:so |eu so |apenas )?quero que (?:tudo|isso|a minha vida|minha vida) (?:acabe|termine|pare)(?: de vez|"
            r" logo| para sempre)?",
            r"(?:estou|to|me sinto) (?:tao |muito )?(?:cansad[oa]|fart[oa]|exaust[oa]|de saco cheio) (?:de|da) "
            r"(?:viver(?! (?:com (?:meus?|minhas?) \w{2,12}|n[ao] (?:cidade|centro|interior)|ness[ea] \w{3,12}))|"
            r"vida(?! (?:de (?:escritorio|estudante|casad[oa]|solteir[oa])|noturna|moderna))|existir|estar viv[oa]|"
            r"minha vida)",
            r"(?:nao confio em mim|nao me sinto segur[oa]) (?:sozinh[oa]|comigo|hoje a noite|essa noite)|tenho medo "
            r"(?:do que posso fazer comigo|de me machucar|de fazer alguma coisa comigo)",
            r"(?:eu )?quero morrer|(?:(?:tenho|sinto|estou com) (?:\w{3,8} )?)?vontade de morrer|queria morrer|queria "
            r"estar mort[oa]",
        ),
    ),
    Rule(
        "passive.no_future",
        _S,
        _MODERATE,
        "pt",
        "a_morte a_pena acorda aguent alivia consig estar_m falta faria_m gostari levantar ligari mais_fe me_atro "
        "me_impo me_mata melhor morrer nao nunca_m passass preferia queria sentid sou_so_um sou_um suport",
        either(
            r"(?:a vida|minha vida|a minha vida|nada|viver)(?: ja)? nao (?:tem|faz|vale)(?: mais)? (?:sentido|a pena)|"
            r"nao vejo (?:mais )?sentido (?:na vida|em (?:viver|nada|continuar))",
            r"nao (?:vejo|tenho|ha|tem)(?: mais| nenhuma| nenhum){0,2} (?:saida|futuro|razao (?:para|pra) "
            r"(?:continuar|viver|ficar)|outra saida|esperanca (?:para|pra) mim)(?! (?:n[ao]|ness[ea]|nest[ea]) (?:rua|"
            r"empresa|trabalho|carreira|emprego|pais|cidade|time))",
            r"nao (?:aguento|consigo|suporto) mais (?:viver|essa vida|esta vida|um dia|continuar|seguir)(?! "
            r"(?:trabalhando|estudando|com (?:a dieta|o projeto)|ess[ea] (?:dieta|regime|curso|trabalho|projeto)))",
            r"(?:ninguem|todos|todo mundo|minha familia|eles)(?: \w{2,8}){0,2} (?:sentiria|sentiriam|notaria|ficaria|"
            r"ficariam|seria|seriam|estaria|estariam)(?: \w{2,8}){0,3} (?:falta|melhor|aliviad[oa]s?|mais "
            r"felizes?)(?: \w{2,4})? (?:se eu (?:morresse|sumisse|desaparecesse|nao existisse)|sem mim|minha falta|de "
            r"mim)",
            r"sou (?:so |apenas )?(?:um|uma) (?:fardo|peso|estorvo)(?! (?:(?:para|pra) (?:o time|a equipe)|pena|"
            r"pesado))(?: (?:para|pra|na vida))?",
            r"(?:queria|preferia|gostaria de|melhor) (?:nunca|nao) (?:ter|teria) nascido|(?:se|tomara que|queria que) "
            r"(?:um|o) (?:carro|caminhao|onibus|trem|comboio|autocarro) (?:me atropelasse|me matasse|passasse por "
            r"cima)",
            r"(?:dormir|deitar|adormecer) e (?:nao|nunca)(?: mais)? (?:acordar|levantar)(?: mais)?|nunca mais acordar|"
            r"nao acordar (?:mais|amanha)",
            r"(?:a morte|morrer|estar mort[oa]) (?:seria|parece|soa) (?:melhor|mais facil|um alivio|um descanso)",
            r"nao (?:me importaria|ligaria|faria mal) (?:de morrer|se (?:eu )?morresse|em morrer|de nao acordar)",
        ),
    ),
    Rule(
        "intent.tonight",
        _S,
        _HIGH,
        "pt",
        "acabo_c amanha e_a_meu_ul e_a_minha_ul e_a_o_meu_ul e_meu_ul e_minha_ul e_o_meu_ul essa_no esta_no hoje "
        "me_mato sera_a_meu_ul sera_a_minha_ul sera_a_o_meu_ul sera_meu_ul sera_minha_ul sera_o_meu_ul "
        "vai_ser_meu_ul vai_ser_minha_ul vai_ser_o_meu_ul vou_aca vou_faz",
        either(
            r"(?:hoje|hoje a noite|esta noite|essa noite|amanha) (?:eu )?(?:vou fazer isso|faco isso|acabo com tudo|"
            r"me mato|mato-me|vou me matar|tudo acaba|termino com tudo)",
            r"(?:vou fazer isso|acabo com tudo|me mato|vou acabar com tudo) (?:hoje|esta noite|essa noite|amanha|"
            r"agora)",
            r"amanha (?:eu )?(?:ja )?nao (?:vou estar|estarei|estou)(?: mais)? (?:aqui|viv[oa]|neste mundo)(?! (?:no "
            r"escritorio|porque (?:viajo|tenho)))",
            r"(?:e|sera|vai ser) (?:a )?(?:minha|o meu|meu) ultim[oa] (?:noite|dia|semana)(?: de vida| viv[oa]|(?= "
            r"?(?:$|[.!?;])))",
        ),
    ),
    Rule(
        "behaviour.prepared",
        _S,
        _HIGH,
        "pt",
        "bilhet carta coisas coloqu comprei contei decidi_a decidi_o decidi_um defini_a defini_o defini_um deixei "
        "escolhi_a escolhi_o escolhi_um estou_d juntei linha_d marquei_a marquei_o marquei_um penhas perten ponte "
        "predio quero_d separe telhad trilho",
        either(
            r"(?:ja )?(?:escrevi|deixei|preparei|tenho) (?:a |as |uma |umas |minha |minhas |meu |um ){0,2}(?:cartas?|"
            r"bilhetes?) (?:de despedida|de suicidio|para (?:minha familia|meus (?:filhos|pais)|todos|quando))",
            r"(?:estou dando|estou doando|dei|doei|ja dei) (?:todas )?(?:as )?(?:minhas|meus) (?:coisas|pertences)(?! "
            r"porque (?:vou|estou) (?:me )?mud\w{3,5})",
            r"(?:fui|fiquei|subi|estive|andei) (?:ate )?(?:na |no |em cima da |em cima do |a |ao |o )?(?:ponte|"
            r"telhado|trilhos|linha do trem|linha do comboio|penhasco|predio)(?: \w{1,10}){0,3} (?:quase|pular|pulei|"
            r"pensei|saltar|me jogar)",
            r"(?:deixei|estou deixando|coloquei|quero deixar) (?:tudo|minhas coisas|meus papeis|as minhas coisas) em "
            r"ordem(?! antes d[aeo]s? (?:ferias|viagem|mudanca))",
            r"(?:ja )?(?:escolhi|decidi|marquei|defini) (?:o|a|um|uma) (?:dia|data|lugar|local|metodo|"
            rf"forma)(?: e \w{{2,10}})? (?:para|pra|de) (?:morrer|fazer isso|{KILL}|minha morte)",
            rf"(?:contei|comprei|juntei|separei) (?:os |todos os |meus |uma |as )?(?:{PILLS}|corda|"
            r"laminas?)(?: \w{1,8}){0,2} (?:(?:para|pra) (?:morrer|me matar|acabar)|"
            r"e (?:sao|e) (?:suficiente|suficientes|o bastante))",
        ),
    ),
    Rule(
        "goodbye.last_words",
        _S,
        _HIGH,
        "pt",
        "adeus aguent consig meu_ult minha_d minha_u que_a que_eu_a que_eu_o_a que_eu_os_a que_o_a que_os_a",
        either(
            r"(?:este|esta|essa|esse|isso|isto) e (?:a |o )?(?:minha ultima mensagem(?! por (?:hoje|agora))|meu "
            r"ultimo (?:texto|recado)|adeus|minha despedida)(?! de solteir[oa])",
            r"(?:me perdoem|me desculpem|desculpa|desculpem|perdao|perdoem-me)(?: por tudo)?(?: mas)? (?:eu )?(?:ja "
            r")?nao (?:aguento|consigo) mais(?: adeus)?",
            r"(?:diga|digam|fala|diz) (?:para|pra|a|aos?) (?:minha|meu|meus|minhas|os meus|a minha) \w{3,10} que "
            r"(?:eu )?(?:os |as |o |a )?(?:amo|amei)(?: el[ea]s?)?(?= ?(?:$|[.!?;])| adeus| perdao| quando)",
        ),
    ),
    Rule(
        "method_seeking.question",
        _S,
        _HIGH,
        "pt",
        "antidepressiv bastan calmant como compri cortar dose enforca medicam morrer o_que_ac pilula quanti remedio "
        "sangra se_afog se_enfo sufici",
        either(
            r"(?:qual|quant[oa]s?|que)(?: \w{2,12}){0,3} (?:dose|quantidade|"
            rf"{PILLS})(?: \w{{2,12}}){{0,4}} (?:mata|matam|mortal|letal|letais|morrer|fatal|parar o coracao|"
            r"nao acordar)",
            r"o que acontece se (?:eu )?(?:tomar|engolir) (?:todos? |uma caixa de |a cartela de |"
            rf"uma cartela de )(?:os |meus |a )?(?:{PILLS}|caixa|cartela)",
            r"(?:doi|e doloroso|e rapido|quanto tempo(?: \w{2,8})?)(?: \w{1,10}){0,2} (?:se enforcar|enforcar-se|"
            r"sangrar ate morrer|se afogar|cortar os pulsos|morrer (?:enforcad[oa]|afogad[oa]|de overdose))",
            r"como (?:posso )?(?:morrer (?:rapido|sem (?:sofrer|dor|que))|acabar com a minha vida|tirar a minha "
            r"(?:propria )?vida|fazer um no de forca)",
            r"(?:qual|que) (?:ponte|predio)(?: \w{2,10}){0,3} alt[oa] (?:o suficiente|o bastante)",
        ),
    ),
    Rule(
        "overdose_under_way.now",
        _M,
        _IMMINENT,
        "pt",
        "acabei antidepressiv calmant compri cortei engoli estou me_cort medicam pilula remedio tomei",
        either(
            r"(?:ja )?(?:tomei|engoli) (?:tudo|todos|a caixa (?:toda|inteira)|a cartela (?:toda|inteira)|"
            rf"o frasco (?:todo|inteiro))(?: (?:os )?{PILLS})?(?= ?(?:$|[.!?;,])| e (?:agora|nao|estou))",
            r"(?:tomei|engoli|acabei de tomar) (?:uns |umas |quase |cerca de )?(?:\d{2,3}|dez|quinze|vinte|trinta|"
            rf"quarenta|cinquenta) {PILLS}",
            r"(?:cortei|acabei de cortar) (?:os )?(?:meus )?pulsos|me cortei e (?:nao para de sangrar|o sangue nao "
            r"para)",
        ),
    ),
    Rule(
        "overdose_under_way.at_the_edge",
        _S,
        _IMMINENT,
        "pt",
        "pular saltar me_jogar",
        r"estou (?:na|no|em cima da|em cima do|na beira da|na beira do) (?:ponte|telhado|beirada|parapeito|predio|"
        r"plataforma|trilhos)(?: \w{1,10}){0,3} (?:pular|saltar|me jogar|vou pular)",
    ),
    Rule(
        "self_injury.wounds",
        _I,
        _MODERATE,
        "pt",
        "automu cortei escond me_auto me_cort me_mach me_quei preciso quero recai vontade_de",
        either(
            r"(?:me cortei|cortei-me|me queimei|me machuquei) (?:de novo|outra vez|de proposito|ontem a noite|"
            r"hoje)(?! (?:cozinhando|na cozinha))",
            r"(?:quero|preciso|vontade de|estou com vontade de) (?:me cortar|me machucar|me ferir|me automutilar|"
            r"cortar-me|magoar-me)",
            r"(?:tive uma recaida|recai)(?: \w{1,10}){0,3} (?:cort|automutil|lamina)\w{0,8}|(?:automutilacao|me "
            r"automutil\w{1,5}) (?:de novo|me|ontem|hoje|e)",
            r"(?:escondo|escondendo) (?:os |meus |as )?(?:meus |minhas )?(?:cortes|cicatrizes)",
        ),
    ),
    Rule(
        "eating_disorder.signs",
        _E,
        _MODERATE,
        "pt",
        "abuso_de_lax compulsa dias_se forcando_o_v forcando_v forcei_o_v forcei_v forco_o_v forco_v morro_de_m "
        "nao_mer provocando_o_v provocando_v provoco_o_v provoco_v provoquei_o_v provoquei_v tenho_m tomo_lax "
        "uso_lax vomito",
        either(
            r"(?:forco|provoco|forcei|provoquei|forcando|provocando) (?:o )?vomito|vomito (?:depois de (?:comer|cada "
            r"refeicao)|tudo (?:o )?que como|de proposito)",
            r"(?:estou|faz|ha|fico) (?:\w{1,8} )?dias sem comer(?: \w{1,10}){0,4} (?:gord|emagrec|peso|magr|"
            r"nojo)\w{0,6}|nao mereco comer",
            r"(?:tomo|uso|abuso de) laxantes?(?: (?:para|pra) (?:emagrecer|perder|nao engordar)| todo| depois)|"
            r"compulsao e (?:depois )?(?:vomito|me purgo)",
            r"(?:tenho|morro de) medo de (?:engordar|comer|ganhar peso)(?! n[ao]s (?:ferias|festas))",
        ),
    ),
    Rule(
        "psychosis.signs",
        _P,
        _MODERATE,
        "pt",
        "as_voze controlam em_mim envenenando escuto_as_vo escuto_umas_vo escuto_vo espionando estou_ouvindo_as_vo "
        "estou_ouvindo_umas_vo estou_ouvindo_vo fala_co leem manda_me me_mand me_seguem me_vigiam na_minh no_meu_c "
        "oico_as_vo oico_umas_vo oico_vo ouco_as_vo ouco_umas_vo ouco_vo roubam seguindo vigiando",
        either(
            r"(?:ouco|escuto|estou ouvindo|oico) (?:as |umas )?vozes(?: na minha cabeca| que ninguem| dentro)?(?! "
            r"(?:vindo |vindas )?d[aoe]s? (?:rua|corredor|vizinh\w{1,3}|sala|cozinha|radio|tv|televisao|quarto ao|"
            r"criancas|alunos|patio))|as vozes (?:na minha cabeca|nao param|me (?:xingam|falam)|voltaram)",
            r"(?:estao|esta|eles|os vizinhos|a policia|o governo)(?: estao| esta)? (?:me )?(?:vigiando|espionando|"
            r"perseguindo|envenenando|me vigiam|me seguem|seguindo)(?: me)? (?:por|pel[oa]|com|em todo|o tempo todo|e "
            r"ninguem|atraves)",
            r"(?:colocaram|puseram|botaram|implantaram) um (?:chip|implante)(?: \w{2,8}){0,2} (?:em mim|na minha "
            r"cabeca|no meu corpo)|a (?:tv|televisao|radio) (?:fala comigo|me manda mensagens|manda mensagens (?:para|"
            r"pra) mim)|(?:leem|roubam|controlam) (?:os )?meus pensamentos",
        ),
    ),
    Rule(
        "psychosis.commands",
        _P,
        _HIGH,
        "pt",
        "a_voz as_voze deus o_demonio o_diabo os_demo",
        r"(?:as vozes|uma voz|a voz|deus|o diabo|os demonios|o demonio)(?: na minha cabeca)? (?:me )?(?:dizem|diz|"
        r"mandam|manda|mandou|ordenam|pedem|gritam|falam)(?: para| pra| que)?(?: eu)?(?: me)? (?:matar|me matar|mate|"
        r"cortar|corte|machucar|machuque|morrer|pular|pule|ferir|suicidar)",
    ),
    Rule(
        "harm_to_others.planned",
        _H,
        _HIGH,
        "pt",
        "arranjei_u comprei_u levar_u tenho_u vou_atirar_em vou_envenenar vou_esfaquear vou_estrangular vou_matar",
        either(
            r"vou (?:matar|esfaquear|envenenar|estrangular|atirar em) (?:o |a )?(?:meu (?:chefe|marido|pai|padrasto|"
            r"vizinho|ex|irmao|filho|bebe)|minha (?:mulher|esposa|mae|vizinha|filha|irma)|alguem|todos|todo mundo)(?: "
            r"\w{1,8}){0,2} (?:hoje|esta noite|essa noite|amanha|com (?:uma|um|a|o) (?:faca|arma|pistola)|quando)",
            r"(?:tenho|comprei|arranjei) uma (?:arma|pistola|faca) (?:para|pra|e vou) mat(?:a-lo|a-la|ar (?:ele|ela))",
            r"(?:levar|vou levar) uma (?:arma|faca|bomba|pistola) (?:para|pra) (?:a )?(?:escola|faculdade|o trabalho)",
        ),
    ),
    Rule(
        "harm_to_others.urge",
        _H,
        _MODERATE,
        "pt",
        "impuls medo_de penso_e quero vontad",
        r"(?:quero|(?:(?:tenho|sinto) (?:\w{3,8} )?)?vontade de|penso em|impulsos? de|(?:tenho (?:\w{3,8} )?)?medo "
        r"de) (?:matar|machucar|ferir|esfaquear|estrangular|magoar|sacudir) (?:alguem|(?:o )?meu (?:bebe|filho|marido|"
        r"pai|padrasto)|(?:a )?minha (?:filha|mulher|mae|esposa)|(?:os )?meus filhos|todo mundo)",
    ),
    Rule(
        "abuse.violence",
        _A,
        _MODERATE,
        "pt",
        "abusad agredi ameaca ameaco bate chutou empurr enforco espanc estou_com_m estrangu estupr forca forcou "
        "nao_dei nao_me_dei obriga obrigo sinto_m tenho_m tranca tranco violad violentad violento",
        either(
            rf"{_PARTNER} (?:sempre |as vezes |ontem |de novo )?(?:me )?(?:ameaca|ameacou|empurrou|empurra|enforcou|"
            r"estrangulou|chutou|trancou|tranca|forca|forcou|obriga|obrigou|agrediu|bateu|bate|espancou)(?: em)? (?:me|"
            r"mim|a ter|a fazer|em casa|de novo|todo dia|no rosto|com)(?! no (?:xadrez|jogo))",
            rf"{_PARTNER} nao (?:me )?deixa (?:eu )?(?:sair|ver (?:a )?minha|trabalhar|falar com|ter)",
            r"(?:tenho|estou com|sinto) (?:muito )?medo (?:d[eo] (?:meu )?(?:marido|namorado|pai|padrasto|ex|"
            r"companheiro)|de (?:voltar|ir) (?:para|pra) casa(?! (?:a noite|de noite|tarde))|dele me|do que ele)",
            r"(?:fui|fomos|estou sendo) (?:estuprad[oa]|abusad[oa]|violad[oa]|violentad[oa]|agredid[oa])|(?:ele|meu "
            r"\w{3,10}) me (?:estuprou|estupra|violentou)",
        ),
    ),
    Rule(
        "ideation.somebody",
        _S,
        _LOW,
        "pt",
        "automu corta esta_pe fala_em quer tentou vai_se",
        rf"{_SOMEBODY}(?: me)?(?: disse| diz| escreveu| contou| falou)?(?: que)?(?: se)? (?:quer (?:morrer|se matar|"
        r"se suicidar|tirar a (?:propria )?vida)|vai (?:se matar|se suicidar)|tentou (?:se matar|se suicidar|suicidio|"
        r"tirar a propria vida)|esta pensando em (?:suicidio|se matar)|fala em (?:se matar|morrer|suicidio)|corta|"
        r"automutila)",
        subject=Subject.OTHER,
    ),
)

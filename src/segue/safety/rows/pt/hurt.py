"""Wounds of one's own, blows, threats, hunger and weapons, in Portuguese."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_I, _A, _E, _H = Category.SELF_INJURY, Category.ABUSE, Category.EATING_DISORDER, Category.HARM_TO_OTHERS
_P = Category.PSYCHOSIS
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_LIMBS = r"(?:bracos?|antebracos?|pulsos?|coxas?|pernas?)"
_BY_CHANCE = (
    r"(?! (?:\w{1,8} ){0,3}(?:joelhos?|costas|tornozelo|dedo|jogando|correndo|cozinhando|treinando|treino|academia|"
    r"futebol|jogo|gato|gata|cachorro|roseira|espinhos|mosquitos|jardim|bike|moto|tombo|queda|barbear|depilar|sem "
    r"querer)\b)"
)
"""How somebody is hurt by chance."""
_FAMILY = (
    r"(?:(?:o )?meu (?:marido|esposo|namorado|ex|pai|padrasto|irmao|tio|avo|sogro|primo|companheiro|velho)|(?:a "
    r")?minha (?:mulher|esposa|namorada|mae|madrasta|tia|irma|avo)|ele)"
)
_GUN = r"(?:pistola|arma|espingarda|rifle|revolver)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "self_injury.fresh",
        _I,
        _MODERATE,
        "pt",
        "cortes feridas machuca queimad sangra",
        either(
            rf"(?:meus|minhas|meu|minha) {_LIMBS} (?:(?:ja |sempre |nao param? de )?(?:sangram?|sangrar)|(?:estao|"
            rf"esta|tao|ta) (?:\w{{2,5}} )?sangrando)(?: de novo| outra vez)?{_BY_CHANCE}",
            rf"(?:meus|minhas|os|as|nas|nos) {_LIMBS} (?:(?:estao|tao|ta) )?(?:chei[oa]s?|cobert[oa]s?|marcad[oa]s?) "
            rf"(?:de|por|com) (?:\w{{3,7}} )?(?:cortes|feridas|queimaduras|machucados){_BY_CHANCE}",
        ),
    ),
    Rule(
        "self_injury.blade",
        _I,
        _MODERATE,
        "pt",
        "lamina gilete estilete navalha",
        r"(?:laminas?|giletes?|estilete|navalha) (?:de novo|outra vez|"
        r"mais uma vez)(?: (?:como (?:toda|todo|tod[oa]s|cada|sempre|ontem)|hoje|essa noite|ontem a noite|"
        rf"n[oa] (?:minha )?(?:pele|mao|braco))|{_END})",
    ),
    Rule(
        "self_injury.for_a_reason",
        _I,
        _MODERATE,
        "pt",
        "meacalm mecasti mepunir mereco naosent sentira",
        r"(?:(?:me )?(?:queimei|queimo|cortei|corto|bati|bato|machuquei|machuco|arranhei|firo|feri))(?: "
        r"\w{1,10}){0,7} (?:(?:porque|pq|pois) (?:eu )?mereco|(?:pra|para) (?:me (?:castigar|punir|acalmar)|sentir "
        r"(?:algo|alguma coisa)|nao sentir))",
    ),
    Rule(
        "abuse.at_night",
        _A,
        _MODERATE,
        "pt",
        "meu_quarto minha_cama",
        rf"{_FAMILY} (?:\w{{1,8}} )?(?:entra|vem|se enfia|deita) (?:no meu quarto|na minha cama|"
        r"pro meu quarto) (?:a noite|de noite|de madrugada|quando (?:todos|todo mundo|minha mae|ninguem)|"
        r"e (?:me toca|tranca))(?! (?:pra|para|e me) (?:apagar|dar|cobrir|ver|buscar|acordar|da|cobre)\b)",
    ),
    Rule(
        "abuse.locked_up",
        _A,
        _MODERATE,
        "pt",
        "medeixa memante meprend metranc",
        rf"{_FAMILY} me (?:tranca|trancou|trancava|deixa trancad[oa]|mantem trancad[oa]|"
        r"prende)(?: \w{1,8}){0,4} (?:sem (?:comer|comida|agua|sair|luz|celular)|com chave|"
        r"no (?:porao|banheiro|quarto escuro)(?! (?:de brincadeira|sem querer)))",
    ),
    Rule(
        "abuse.blows",
        _A,
        _MODERATE,
        "pt",
        "apontap aporrad arreben asurra batecom batede depanca deporra deuporr deusurr enforca enforco esgana esganou",
        rf"{_FAMILY} (?:\w{{2,6}} )?me (?:enforcou|esganou|enforca|esgana|arrebenta|arrebentou|"
        r"enche(?:u)? de (?:porrada|pancada)|da (?:uma )?(?:surra|porrada|pontapes?)s?|deu (?:uma )?(?:surra|porrada)|"
        r"bate (?:de|com) (?:o |a )?(?:cinto|chinelo|vara|fio))",
    ),
    Rule(
        "abuse.threat_if",
        _A,
        _HIGH,
        "pt",
        "me_mata me_matar vai_me_mat",
        rf"{_FAMILY} (?:me )?(?:diz|disse|fala|falou|jura|jurou|ameaca|ameacou)(?: de)?(?: que)?(?: vai)? me mat(?:a|"
        r"ar) se (?:eu )?(?:\w{1,5} ){0,2}(?:deixar|largar|denunciar|falar|contar|"
        r"for (?:na|a|pra) (?:policia|delegacia)|for embora|sair|ligar|terminar|separar|chamar)\b",
    ),
    Rule(
        "harm_to_others.weapon_to_school",
        _H,
        _HIGH,
        "pt",
        "pistola arma_ espingarda rifle revolver a_arma uma_arma",
        rf"(?:lev\w{{1,4}}|trazer|entrar com) (?:a|o|uma?|minha) {_GUN}(?! de (?:brinquedo|agua|"
        r"pressao))(?: \w{1,8}){0,4} (?:pra|para|na|no|pro|a) (?:a )?(?:escola|colegio|faculdade|facul|aula|trabalho|"
        r"escritorio)",
    ),
    Rule(
        "harm_to_others.him",
        _H,
        _MODERATE,
        "pt",
        "vou_matar vou_esfaque mata_lo mata_la matalo matala",
        r"vou (?:matar|esfaquear) (?:ele|ela|eles|elas)(?: (?:hoje|amanha|essa noite|esta noite|"
        r"enquanto dorm\w{1,12})(?! de (?:rir|beijos?|cocegas))| (?:quando|"
        r"assim que)(?: \w{2,4}){0,2} (?:chegar\w{0,2}|voltar\w{0,2}|dormir\w{0,2}|sair\w{0,2}|entrar\w{0,2})|"
        r" com (?:uma?|a|o|minha) (?:faca|pistola|arma|revolver))",
    ),
    Rule(
        "harm_to_others.pillow",
        _H,
        _HIGH,
        "pt",
        "travesseiro almofada",
        r"(?:travesseiro|almofada)(?: \w{1,8}){0,5} (?:bebe|nenem|filh[oa]|minha mae|meu pai|dela|dele)(?: "
        r"\w{1,8}){0,5} (?:apert|sufoc|press|asfix)\w{1,4}",
    ),
    Rule(
        "eating_disorder.proud_hunger",
        _E,
        _MODERATE,
        "pt",
        "naocomo naovouc peso semcome",
        either(
            r"dias (?:sem comer|que (?:eu )?nao como)(?: nada)? (?:e )?(?:\w{1,4} ){0,3}(?:gostoso|bom|otimo|orgulho|"
            r"leve|limp[oa]|fort[ea]|poderos[oa]|adoro|magr[oa])",
            r"peso [2345]\d(?: ?kg| ?quilos)? e (?:ainda )?(?:sou|to|estou|me sinto|me acho)(?: \w{4,6})? gord[oa]",
            r"nao (?:vou comer|como)(?: nada| mais)? ate (?:chegar (?:em|nos?|aos?)|pesar|bater) (?:os )?[2345]\d(?! "
            r"(?:anos|minutos))",
        ),
    ),
    Rule(
        "self_injury.by_hand",
        _I,
        _MODERATE,
        "pt",
        "ateques atesang cascas cicatri feridas passei pontos usei",
        either(
            r"(?:abri|arranquei|reabri|cortei) (?:de novo )?(?:as|minhas|os|meus) (?:\w{6} )?(?:cicatrizes|feridas|"
            rf"pontos|cascas)(?: (?:antigas|de novo|hoje|velhas)|{_END})",
            r"(?:arranhei|cocei|mordi|esfreguei|arranho|mordo) (?:as|os|a|o|minhas?|meus?) (?:pernas?|bracos?|pele|"
            r"pulsos?|maos?|rosto|coxas?) ate (?:que )?(?:sangr\w{1,4})",
            r"(?:usei|passei) (?:o|um|a|uma|cacos? de) (?:vidro|tesoura|isqueiro|caco|compasso|agulha)(?: "
            r"quebrad[oa])? n(?:o|a|os|as) (?:meus? |minhas? )?(?:bracos?|pernas?|pele|pulsos?|coxas?)",
        ),
    ),
    Rule(
        "abuse.cruel",
        _A,
        _HIGH,
        "pt",
        "casacom medachu medapon medasoc medatap medeuch medeupo medeuso medeuta mefaz mefez memanda meobrig minhacab",
        either(
            r"(?:padrasto|pai|tio|irmao|marido|namorado|treinador|ele|avo|primo) me (?:faz|fez|obriga a|obrigou a|"
            r"manda) (?:tirar (?:a|minha|toda a) roupa|ficar (?:pelad[oa]|nu|nua))",
            r"(?:diz|disse|jura|ameaca)(?: que)?(?: se (?:eu )?(?:for embora|sair|contar|largar))? (?:vai )?(?:queima|"
            r"queimar|botar fogo n|bota fogo n|tacar fogo n)a? ?(?:a )?casa com (?:as criancas|meus filhos|a gente|"
            r"todo mundo)",
            r"(?:ele|ela|marido|esposo|namorado|namorada|pai|mae|ex) (?:ja )?(?:bateu|jogou|bate|esmagou)(?: com)? "
            r"(?:a )?minha cabeca (?:na|no|contra) (?:a )?(?:parede|porta|mesa|chao|pia)",
            r"(?:namorad[oa]|marido|esposa|mulher|pai|mae|ex|companheir[oa]) me (?:da|deu) (?:soco|socos|chute|chutes|"
            rf"tapa|tapas|pontape)s?(?: quando|{_END}| se| porque| todo)",
        ),
    ),
    Rule(
        "harm_to_others.massacre",
        _H,
        _HIGH,
        "pt",
        "dormind enquant vouatir vouesfa voumata voumete",
        either(
            r"vou (?:atirar|matar|esfaquear|meter bala)(?: em)? (?:todo mundo|todos|geral|os professores)(?: "
            r"\w{2,3})? (?:no|na|da|do) (?:minha |meu )?(?:colegio|escola|faculdade|trabalho|sala|escritorio)",
            r"(?:podia|queria|quero|vou) (?:estrangular|sufocar|esfaquear|matar) (?:o )?meu \w{3,10} (?:dormindo|"
            r"enquanto (?:ele )?dorme)",
        ),
    ),
    Rule(
        "eating_disorder.in_secret",
        _E,
        _MODERATE,
        "pt",
        "apenasa apenasc apenasg soagua socafe sochicl sogelo somente vomito",
        either(
            r"(?:so|apenas|somente) (?:agua|chiclete|cafe|gelo)(?: e \w{3,9})? (?:e )?(?:to|estou|me sinto) "
            r"(?:orgulhos[oa]|forte|leve|otim[oa])",
            r"vomito (?:no (?:chuveiro|banho|ralo)|na pia|num saco|escondid[oa]) (?:pra|para) (?:que )?(?:ninguem|"
            r"minha mae|nao)",
        ),
    ),
    Rule(
        "psychosis.whispered",
        _P,
        _HIGH,
        "pt",
        "alguemd alguemn diaboda diabode diabodo diabona diabono gritam homemda homemde homemdo homemna "
        "homemno medizem mulherd mulhern murmura repetem sombrad sombran sussurr vozda vozdent vozdo vozna "
        "vozno",
        either(
            r"(?:homem|mulher|voz|alguem|sombra|diabo) (?:na|no|da|do|dentro da) (?:minha |meu )?(?:parede|cabeca|"
            r"teto|espelho|tv|radio) (?:me )?(?:manda|diz|ordena|fala|pede)(?: para| pra| que)?(?: eu)? (?:me "
            r")?(?:cortar(?! (?:a grama|o bolo))|matar|pular|morrer|queimar|corte|mate)",
            r"(?:sussurram|murmuram|me dizem|repetem|gritam)(?: \w{1,4}){0,4} que (?:eu )?(?:tenho que|devo|preciso) "
            r"(?:queimar|matar|morrer|cortar|pular|me matar|botar fogo)",
        ),
    ),
    Rule(
        "abuse.with_what",
        _A,
        _MODERATE,
        "pt",
        "apanho cabelo gargant meacoit mebate meespan mequeim mesurra pescoco",
        either(
            r"(?:mae|pai|padrasto|madrasta|tio|tia|irmao|marido|namorado|companheiro|avo|ex|ele|ela) (?:sempre )?me "
            r"(?:bate|bateu|espanca|queima|queimou|acoita|surra) (?:com|de) (?:um |uma |o |a |os )?(?:fio|cinto|cabo|"
            r"vara|mangueira|arame|chinelo|sapato|cabide|ferro|cigarros?|garrafa|soco|murros?|vassoura|chicote|"
            r"cadeira|pau)",
            r"(?:ele|pai|padrasto|marido|namorado|ex|ela|mae) (?:\w{3,6} )?(?:me (?:pegou|pega|agarrou|agarra|puxou|"
            r"arrastou|segurou) pel[oa]s?|(?:pegou|apertou|agarrou|segurou|aperta) (?:no )?(?:o )?meu|me (?:apertou|"
            r"aperta) o) (?:pescoco|cabelos?|garganta)(?!.{0,12}(?:braid|brush|wash|peinar|tresser|coiffer|flecht|"
            r"tranca|pentear|jug|jouer|brincar))(?! (?:pra|para) (?:brincar|pentear))",
            r"(?:eu )?apanho (?:toda vez|sempre|quando|se|todo dia|muito)(?! no (?:jogo|xadrez|videogame))",
        ),
    ),
    Rule(
        "psychosis.god_told",
        _P,
        _HIGH,
        "pt",
        "asvozes avoz deus jesus odiabo osdemon osenhor satanas umanjo",
        either(
            r"(?:deus|jesus|satanas|o diabo|um anjo|as vozes|a voz|o senhor|os demonios) (?:me )?(?:mandou|manda|"
            r"mandam|disse|diz|dizem|ordenou|ordena|pediu|quer|falou|falam)(?: (?:pra|para|que))?(?: eu)? (?:afogar|"
            r"matar|esfaquear|queimar|sacrificar|estrangular|sufocar|acabar com|machucar|afogue|mate|queime) ?(?:o|a|"
            r"meu|minha|meus|todos|migo|comigo)",
        ),
    ),
    Rule(
        "harm_to_others.bullet",
        _H,
        _HIGH,
        "pt",
        "balanam balanel balanom umtiron",
        either(
            r"(?:meto|vou meter|enfio|boto|vou botar) (?:uma )?bala n(?:ele|ela|eles|o meu|a minha)(?!.{0,18}(?:level|"
            r"nivel|fase|round|partida|runde|niveau|jeu|juego|jogo|game))|(?:dou|vou dar) um tiro n(?:ele|ela|eles)",
        ),
    ),
    Rule(
        "harm_to_others.hurt_badly",
        _H,
        _MODERATE,
        "pt",
        "ferirel machuca quebrar",
        either(
            r"(?:quero|vou|vontade de|preciso) (?:machucar|ferir|quebrar) (?:ele|ela|eles|elas)(?: (?:tanto|muito|"
            r"feio|de verdade|todo|toda))",
        ),
    ),
    Rule(
        "eating_disorder.tricks",
        _E,
        _MODERATE,
        "pt",
        "mastigo oacada oumavez",
        either(
            r"mastigo e (?:depois )?cuspo|mastigo a comida e (?:depois )?cuspo",
            r"como (?:so )?(?:uma vez )?a cada (?:dois|tres|quatro|cinco|\d) dias (?:pra|para|porque) (?:\w{2,5} "
            r"){0,2}(?:magr[oa]|emagrecer|gord[oa]|perder)",
        ),
    ),
    Rule(
        "self_injury.on_purpose",
        _I,
        _MODERATE,
        "pt",
        "mecorta mefacos mefizsa",
        either(
            r"me faco sangrar|me fiz sangrar|(?:to|estou|ando|venho|tenho) me cort(?:ando|ado) (?:desde|de novo|"
            r"tod[oa]s?|cada|escondid[oa]|faz|ha)(?! (?:o cabelo))",
        ),
    ),
)

"""Wounds of one's own, blows, threats, hunger and weapons, in Portuguese."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_I, _A, _E, _H = Category.SELF_INJURY, Category.ABUSE, Category.EATING_DISORDER, Category.HARM_TO_OTHERS
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_LIMBS = r"(?:bracos?|antebracos?|pulsos?|coxas?|pernas?)"
_BY_CHANCE = (
    r"(?! (?:\w{1,8} ){0,2}(?:joelhos?|costas|tornozelo|dedo|jogando|correndo|cozinhando|treinando|treino|academia|"
    r"futebol|"
    r"jogo|gato|gata|cachorro|roseira|jardim|bike|moto|tombo|queda|barbear|depilar|sem querer)\b)"
)
"""How somebody is hurt by chance."""
_FAMILY = (
    r"(?:(?:o )?meu (?:marido|esposo|namorado|ex|pai|padrasto|irmao|tio|avo|sogro|primo|companheiro|velho)|(?:a "
    r")?minha "
    r"(?:mulher|esposa|namorada|mae|madrasta|tia|irma|avo)|ele)"
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
            rf"esta|tao|"
            rf"ta) (?:\w{{2,5}} )?sangrando)(?: de novo| outra vez)?{_BY_CHANCE}",
            rf"(?:meus|minhas|os|as|nas|nos) {_LIMBS} (?:(?:estao|tao|ta) )?(?:chei[oa]s?|cobert[oa]s?|marcad[oa]s?) "
            rf"(?:de|"
            rf"por|com) (?:\w{{3,7}} )?(?:cortes|feridas|queimaduras|machucados){_BY_CHANCE}",
        ),
    ),
    Rule(
        "self_injury.blade",
        _I,
        _MODERATE,
        "pt",
        "lamina gilete estilete navalha",
        r"(?:laminas?|giletes?|estilete|navalha) (?:de novo|outra vez|mais uma vez)(?: (?:como (?:toda|todo|tod[oa]s|"
        r"cada|"
        rf"sempre|ontem)|hoje|essa noite|ontem a noite|n[oa] (?:minha )?(?:pele|mao|braco))|{_END})",
    ),
    Rule(
        "self_injury.for_a_reason",
        _I,
        _MODERATE,
        "pt",
        "meacalm mecasti mepunir mereco naosent sentira",
        r"(?:(?:me )?(?:queimei|queimo|cortei|corto|bati|bato|machuquei|machuco|arranhei|firo|feri))(?: \w{1,10}){0,7} "
        r"(?:(?:porque|pq|pois) (?:eu )?mereco|(?:pra|para) (?:me (?:castigar|punir|acalmar)|sentir (?:algo|alguma "
        r"coisa)|nao "
        r"sentir))",
    ),
    Rule(
        "abuse.at_night",
        _A,
        _MODERATE,
        "pt",
        "meu_quarto minha_cama",
        rf"{_FAMILY} (?:\w{{1,8}} )?(?:entra|vem|se enfia|deita) (?:no meu quarto|na minha cama|pro meu quarto) (?:a "
        rf"noite|de "
        r"noite|de madrugada|quando (?:todos|todo mundo|minha mae|ninguem)|e (?:me toca|tranca))(?! (?:pra|para|e me) "
        r"(?:apagar|dar|cobrir|ver|buscar|acordar|da|cobre)\b)",
    ),
    Rule(
        "abuse.locked_up",
        _A,
        _MODERATE,
        "pt",
        "medeixa memante meprend metranc",
        rf"{_FAMILY} me (?:tranca|trancou|trancava|deixa trancad[oa]|mantem trancad[oa]|prende)(?: \w{{1,8}}){{0,4}} "
        rf"(?:sem "
        r"(?:comer|comida|agua|sair|luz|celular)|com chave|no (?:porao|banheiro|quarto escuro))",
    ),
    Rule(
        "abuse.blows",
        _A,
        _MODERATE,
        "pt",
        "apontap aporrad arreben asurra batecom batede depanca deporra deuporr deusurr enforca enforco esgana esganou",
        rf"{_FAMILY} (?:\w{{2,6}} )?me (?:enforcou|esganou|enforca|esgana|arrebenta|arrebentou|enche(?:u)? de "
        rf"(?:porrada|"
        r"pancada)|da (?:uma )?(?:surra|porrada|pontapes?)s?|deu (?:uma )?(?:surra|porrada)|bate (?:de|com) (?:o |a "
        r")?(?:cinto|"
        r"chinelo|vara|fio))",
    ),
    Rule(
        "abuse.threat_if",
        _A,
        _HIGH,
        "pt",
        "me_mata me_matar vai_me_mat",
        rf"{_FAMILY} (?:me )?(?:diz|disse|fala|falou|jura|jurou|ameaca|ameacou)(?: de)?(?: que)?(?: vai)? me mat(?:a|"
        rf"ar) se "
        r"(?:eu )?(?:\w{1,5} ){0,2}(?:deixar|largar|denunciar|falar|contar|for (?:na|a|pra) (?:policia|delegacia)|for "
        r"embora|"
        r"sair|ligar|terminar|separar|chamar)\b",
    ),
    Rule(
        "harm_to_others.weapon_to_school",
        _H,
        _HIGH,
        "pt",
        "pistola arma_ espingarda rifle revolver a_arma uma_arma",
        rf"(?:lev\w{{1,4}}|trazer|entrar com) (?:a|o|uma?|minha) {_GUN}(?! de (?:brinquedo|agua|pressao))(?: "
        rf"\w{{1,8}}){{0,4}} "
        r"(?:pra|para|na|no|pro|a) (?:a )?(?:escola|colegio|faculdade|facul|aula|trabalho|escritorio)",
    ),
    Rule(
        "harm_to_others.him",
        _H,
        _MODERATE,
        "pt",
        "vou_matar vou_esfaque mata_lo mata_la matalo matala",
        r"vou (?:matar|esfaquear) (?:ele|ela|eles|elas)(?: (?:hoje|amanha|essa noite|esta noite|enquanto dorm\w+)(?! "
        r"de "
        r"(?:rir|beijos?|cocegas))| (?:quando|assim que)(?: \w{2,4}){0,2} (?:chegar\w{0,2}|voltar\w{0,2}|"
        r"dormir\w{0,2}|sair\w{0,2}|"
        r"entrar\w{0,2})| com (?:uma?|a|o|minha) (?:faca|pistola|arma|revolver))",
    ),
    Rule(
        "harm_to_others.pillow",
        _H,
        _HIGH,
        "pt",
        "travesseiro almofada",
        r"(?:travesseiro|almofada)(?: \w{1,8}){0,5} (?:bebe|nenem|filh[oa]|minha mae|meu pai|dela|dele)(?: "
        r"\w{1,8}){0,5} "
        r"(?:apert|sufoc|press|asfix)\w{1,4}",
    ),
    Rule(
        "eating_disorder.proud_hunger",
        _E,
        _MODERATE,
        "pt",
        "naocomo naovouc peso semcome",
        either(
            r"dias (?:sem comer|que (?:eu )?nao como)(?: nada)? (?:e )?(?:\w{1,4} ){0,3}(?:gostoso|bom|otimo|orgulho|"
            r"leve|"
            r"limp[oa]|fort[ea]|poderos[oa]|adoro|magr[oa])",
            r"peso [2345]\d(?: ?kg| ?quilos)? e (?:ainda )?(?:sou|to|estou|me sinto|me acho)(?: \w{4,6})? gord[oa]",
            r"nao (?:vou comer|como)(?: nada| mais)? ate (?:chegar (?:em|nos?|aos?)|pesar|bater) (?:os )?[2345]\d(?! "
            r"(?:anos|"
            r"minutos))",
        ),
    ),
)

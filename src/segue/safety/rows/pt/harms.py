"""What people write in few plain words, in Portuguese: wounds, blows, a body used, pills, an attempt before."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.pt.crisis import PILLS
from segue.safety.rules import Rule, either

_S, _I, _A, _M = Category.SUICIDE, Category.SELF_INJURY, Category.ABUSE, Category.MEDICAL_EMERGENCY
_H, _P = Category.HARM_TO_OTHERS, Category.PSYCHOSIS
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_OFTEN = (
    r"(?:todos os dias|tod[oa] (?:dia|noite|semana)|todas as noites|a noite|de noite|sempre|as vezes|muito|desde|ha "
    r"(?:anos|meses|muito)|de novo|outra vez|escondid[oa]|sozinh[oa]|no banheiro|no meu quarto|e (?:ninguem|nao "
    r"consigo|me sinto|alivia))"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "self_injury.plainly",
        _I,
        _MODERATE,
        "pt",
        "me_corto corto_me cortome me_queimo a_cabeca me_bato me_mordo",
        either(
            r"eu me corto(?! (?:fazendo|[oa]s? |de (?:tanto )?rir|com papel|n[ao] (?:cozinha|papel)|cozinhando|"
            rf"quando (?:faco|me depilo)))|corto-me{_END}|(?<!no )(?:me corto|corto-me) {_OFTEN}(?! (?:com papel|"
            r"fazendo|na cozinha|cozinhando))",
            r"(?<!no )me corto (?:porque|por (?:causa|tudo|vergonha|minha)|mas (?:nao|ja|agora|hoje)|agora|esta noite|"
            r"de (?:tristeza|dor|raiva|verdade)|e (?:nao|falo|minha)|com o cinto|faz anos)",
            r"(?<!no )(?:me corto|corto-me) com (?:uma? |a |o )?(?:gill?ete|lamina|navalha|faca|estilete|vidro|"
            r"tesoura)",
            r"me queimo (?:com (?:cigarros?|isqueiro|um isqueiro)|de proposito)",
            r"(?:bato|fico batendo) (?:com )?a cabeca (?:na parede|contra)|me mordo ate sangrar",
        ),
    ),
    Rule(
        "abuse.plainly",
        _A,
        _MODERATE,
        "pt",
        "me_bat batem_me batemme me_esp me_estupr me_viol abusou_de abusa_de abusaram_de me_toc em_mim mexe_co "
        "me_beij me_obrig me_enforc me_sufoc me_estrangul me_agarr me_apalp",
        either(
            r"(?:os )?meus (?:pais|irmaos|tios) (?:me (?:batem|espancam|bateram)|batem-me)(?! n[ao] (?:jogo(?! da "
            r"vida| de azar)|xadrez|videogame|baralho|domino|truco))",
            r"(?:um|o|esse|outro) (?:homem|cara|desconhecido|vizinho|amigo|professor|padre|colega|primo|chefe) (?:me "
            r"(?:estuprou|violou|apalpou|tocou (?:la embaixo|sem|n[ao]s (?:partes|seios)|no (?:onibus|metro)|quando "
            r"eu)|obrigou a (?:tocar|chupar|transar|beijar|fazer sexo))|abusou de mim)",
            r"(?:meu|o meu) (?:pai|padrasto|irmao|tio|avo|primo) (?:me toca|tocava em mim|me tocava) (?:quando (?:eu "
            r")?durmo|enquanto durmo|quando estou dormindo)",
            r"(?:meu (?:padrasto|pai|tio|avo|irmao|primo)|alguem|um \w{3,8}|ele)(?: \w{1,8}){0,2} (?:entra|entrava|"
            r"vem|vinha) (?:no meu quarto|na minha cama)(?: \w{1,8}){0,3} e (?:me (?:toca(?! (?:no ombro|violao))|"
            r"tocava|beija)|mexe comigo)",
            r"me (?:obriga|obrigou|obrigam) a (?:transar|fazer sexo|ter relac\w{3,5}|dormir com)",
            r"(?:meu|o meu) (?:marido|namorado|companheiro|pai|padrasto|ex) me (?:enforca|estrangula|sufoca)",
        ),
    ),
    Rule(
        "overdose_under_way.box",
        _M,
        _IMMINENT,
        "pt",
        "cartela caixa_d caixas frasco_d frascos caixa_i frasco_i",
        r"(?:tomei|engoli|acabei de (?:tomar|engolir)) (?:uma |meia |a |um |duas )?(?:cartelas?|caixas?|"
        rf"frascos?) (?:inteir[oa] )?de (?:{PILLS}|remedio|calmante|clonazepam|diazepam|lorazepam|alprazolam|"
        r"paracetamol|dipirona|rivotril|antidepressivo|comprimido)",
    ),
    Rule(
        "harm_to_others.stab",
        _H,
        _MODERATE,
        "pt",
        "esfaquear",
        r"(?:quero|(?:tenho )?vontade de|penso em|preciso) esfaquear (?:(?:o |a )?(?:meu|minha) \w{2,12}|alguem|todo "
        r"mundo|um \w{3,12})(?! (?:no jogo|personagem))",
    ),
    Rule(
        "intent.fall",
        _S,
        _HIGH,
        "pt",
        "me_jogar me_atirar atirarme jogarme pular",
        r"(?:vou|quero|queria|penso em|preciso) (?:me (?:jogar|atirar)|atirar-me|jogar-me|pular) (?:n[ao] frente "
        r"(?:de um|d[eo]) (?:trem|comboio|metro|carro|caminhao|onibus|autocarro)|para a linha do comboio|no trilho|"
        r"nos trilhos|do \w{5,8} andar)",
    ),
    Rule(
        "ideation.fancy",
        _S,
        _HIGH,
        "pt",
        "apetece",
        r"apetece-me (?:morrer|matar-me|desaparecer para sempre)|so me apetece (?:morrer|matar-me)",
    ),
    Rule(
        "history.attempt",
        _S,
        _MODERATE,
        "pt",
        "tentei tentativa",
        either(
            r"(?:ja )?tentei (?:(?:uma|duas|tres|\w{3,6}) vez(?:es)? )?(?:me (?:matar(?! de (?:estudar|trabalhar|"
            r"rir))|suicidar|enforcar)|matar-me|suicidar-me|suicidio|o suicidio|tirar a minha vida|acabar com a minha "
            r"vida)",
            r"(?:tive|fiz|depois da|sobrevivi a)(?: ja)?(?: minha| uma| duas| tres| varias)? (?:primeira |ultima "
            r")?tentativas? de suicidio",
        ),
    ),
    Rule(
        "ideation.weighed",
        _S,
        _HIGH,
        "pt",
        "sair_desse sair_deste embora",
        rf"quero sair (?:desse|deste) mundo|quero ir embora (?:(?:desse|deste) mundo|(?:para|pra) sempre{_END})",
    ),
    Rule(
        "abuse.by_whom",
        _A,
        _MODERATE,
        "pt",
        "me_maltrat me_bat me_espanc me_estupr me_viol me_toc abusava abusou me_mate me_machuque",
        either(
            r"(?:o |a )?(?:meu|minha) (?:marido|esposo|esposa|namorad[oa]|pai|mae|padrasto|companheir[oa]|ex) me "
            r"(?:maltrata|maltratou|estuprava|batia|espancava|tocava)|(?:o )?meu esposo me (?:bate|espanca)",
            r"(?:o )?meu (?:chefe|professor|treinador|avo|primo|vizinho|tio|sogro|padrinho) me (?:toca|tocou|tocava|"
            r"estuprou|violou)(?! (?:violao|a campainha|no ombro))",
            r"(?:meu|o meu) (?:\w{2,12}) (?:abusou|abusava) de mim",
            r"tenho medo (?:de )?que (?:(?:o |a )?(?:meu|minha) \w{2,12}|ele) me (?:mate|bata|estupre|machuque)",
        ),
    ),
    Rule(
        "overdose_under_way.swallowed",
        _M,
        _IMMINENT,
        "pt",
        "agua_sanit veneno chumbinho soda_caus lixivia raticida desinfetante",
        r"(?:bebi|tomei|engoli|acabei de (?:beber|tomar)) (?:agua sanitaria|veneno|chumbinho|soda caustica|lixivia|"
        r"raticida|desinfetante)",
    ),
    Rule(
        "self_injury.bleeding",
        _I,
        _MODERATE,
        "pt",
        "sangr",
        r"(?:(?:estou|to) sangrando|sangro)(?: muito)?(?: e| porque)? (?:eu )?me cortei(?! (?:cozinhando|n[ao] ))|me "
        r"cortei e (?:(?:estou|to) sangrando|nao para de sangrar)",
    ),
    Rule(
        "harm_to_others.announced",
        _H,
        _MODERATE,
        "pt",
        "vou_mach vou_ferir vou_mago",
        r"vou (?:machucar|ferir|magoar) (?:alguem|(?:o |a )?(?:meu|minha) \w{2,12}|todo mundo)",
    ),
    Rule(
        "psychosis.followed",
        _P,
        _MODERATE,
        "pt",
        "me_perseguem_e me_vigiam_e me_seguem_e",
        r"me (?:perseguem|vigiam|seguem) e (?:me (?:vigiam|perseguem|seguem)|ninguem acredita)",
    ),
)

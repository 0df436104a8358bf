"""How somebody else's danger is told in Portuguese, and how a writer says that it is so with them too."""

from __future__ import annotations

from types import MappingProxyType

from segue.safety.rows.likewise_said import Likewise
from segue.safety.rules import either

_FIGURE = r"\b(?! d[ea] (?:tanto |tanta )?(?:rir|riso|vergonha|tedio|calor|sono|fome|sede|amor|inveja|velh|rs))"
_DEED = (
    r"(?:se (?:matar|suicidar|enforcar|jogar (?:de|da|do|na|no|em)(?: \w{2,10}){1,2}|"
    r"atirar (?:de|da|do)(?: \w{2,10}){1,2})|(?:matar|suicidar|enforcar|atirar)-se(?: (?:de|da|do) \w{2,10})?|"
    r"tirar a (?:propria |sua )?vida|acabar com (?:tudo|a (?:propria |sua )?vida|a vida dele|a vida dela)|"
    r"por fim a (?:vida|tudo)|(?:pular|saltar) (?:de|da|do)(?: \w{2,10}){1,2}|cortar os pulsos)"
)
_KIN = (
    r"(?:pai|papai|mae|mamae|padrasto|madrasta|namorado|namorada|marido|mulher|esposo|esposa|tio|irmao|"
    r"companheiro|avo)"
)
PT = Likewise(
    "tambem tbm tb nem_eu nem_mim mim como_eu feito_eu comigo mesm igual sou_eu idem same somos_dois somos_duas",
    r"(?:(?:eu|a mim|pra mim|para mim|comigo|mim)(?: \w{1,9}){0,2} (?:(?:tambem|tbm|tb)(?: nao)?|igual|idem|o mesmo|"
    r"a mesma coisa)|nem eu|tambem eu|(?:como|feito|(?:que|q) nem) (?:mim|eu)|igual (?:eu|a mim|mim)|"
    r"(?:se )?(?:sinto|quero|penso|estou|to|passa-se|acontece|passo|digo|vivo|"
    r"desejo)(?:-me)? (?:exatamente )?(?:o mesmo|igual|a mesma coisa|da mesma forma|assim tambem)(?: comigo)?|"
    r"(?:ess[ea]|isso|est[ea])(?: ai)? sou eu|sou eu|idem|same|somos (?:dois|duas)|"
    r"(?:a )?mesma coisa (?:aqui|comigo|eu)|o mesmo (?:comigo|aqui)|comigo e (?:igual|o mesmo|a mesma coisa))",
    r"(?:(?:ele|ela) )?(?:esta|ta|se sente|nao aguenta) ",
    MappingProxyType(
        {
            "overdose_under_way": either(
                r"(?:tomou|engoliu) (?:tod[oa]s (?:os|as|seus|suas)|uma (?:cartela|caixa) (?:inteira )?de|"
                r"um frasco (?:inteiro )?de|demais) (?:(?:seus|dele|meus) )?(?:\w{3,9} )?(?:comprimidos|remedios|"
                r"pilulas|medicamentos)",
            ),
            "intent": either(
                rf"(?:vai|planeja|planeia|decidiu|decide|esta prestes a|pretende) {_DEED}",
            ),
            "ideation": either(
                r"(?:quer|ker|deseja|queria|gostaria de|prefere|preferia|precisa|tenta|tem vontade de|ameaca|sonha em|"
                rf"esta a pensar em)(?: (?:so|mesmo))? (?:{_DEED}|morrer|estar mort[oa]|desaparecer para sempre|"
                rf"nao (?:existir|acordar|viver)|deixar de (?:viver|existir)|sumir para sempre){_FIGURE}",
                r"se (?:mata|suicida|enforca)(?! (?:de|a) (?:trabalhar|estudar|rir))|(?:mata|suicida)-se|"
                r"(?:ja )?(?:nao|n) (?:quer|ker) (?:mais )?(?:viver|existir|estar (?:aqui|viv[oa])|acordar|"
                r"continuar)(?: mais)?|(?:pensa|fala|pensando) (?:em|no|na|sobre) (?:se matar|suicidio|morrer|morte|"
                r"matar-se|suicidar-se)",
            ),
            "passive": either(
                r"(?:esta|ta) (?:muito |tao |ja )?(?:cansad[oa]|fart[oa]) (?:de|da) (?:viver|vida|existir)|"
                r"nao (?:ve|encontra|tem) (?:mais )?(?:sentido na vida|motivo (?:para|pra) viver|vontade de viver)|"
                r"sem vontade de viver",
            ),
            "self_injury": either(
                r"se (?:corta(?! o cabelo)|automutila|machuca de proposito|queima de proposito)|corta-se|automutila-se|"
                r"quer (?:se (?:cortar|machucar)|cortar-se|magoar-se)",
            ),
            "eating_disorder": either(
                r"(?:vomita|forca o vomito|provoca o vomito)(?: (?:depois de|tudo|apos) (?:o que |cada "
                r")?(?:comer|come|refeicao|refeicoes))?",
            ),
            "psychosis": either(
                r"(?:ouve|escuta) vozes",
            ),
            "abuse": either(
                rf"(?:o |a )?(?:(?:seu|sua) )?{_KIN} (?:dele|dela)? ?(?:bate n?ele|bate n?ela|bate nele|bate nela|"
                r"abusa del[ea]|toca nel[ea]|estuprou el[ea]|[ao] (?:bate|agride|viola|toca|maltrata|estrangula))|"
                r"(?:foi|e) (?:estuprad[oa]|abusad[oa]|violad[oa]|espancad[oa])(?: pel[oa] \w{3,10})?",
            ),
            "harm_to_others": either(
                rf"(?:quer|vai) matar (?:(?:o|a) )?(?:(?:seu|sua) )?(?:proprio |propria )?(?:{_KIN}|chefe|professor|"
                r"familia|filh[oa]|irma)",
            ),
        }
    ),
)

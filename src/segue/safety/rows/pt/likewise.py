"""How somebody else's danger is told in Portuguese, and how a writer says that it is so with them too."""

from __future__ import annotations

from types import MappingProxyType

from segue.safety.rows.likewise_said import Likewise
from segue.safety.rules import either

_FIGURE = r"\b(?! d[ea] (?:tanto |tanta )?(?:rir|riso|vergonha|tedio|calor|sono|fome|sede|amor|inveja|velh|rs))"
_DEED = (
    r"(?:se (?:matar|suicidar|enforcar|jogar (?:de|da|do|na|no|em)(?: \w{2,10}){1,2}|atirar (?:de|da|do)(?: "
    r"\w{2,10}){1,2})|(?:matar|"
    r"suicidar|enforcar|atirar)-se(?: (?:de|da|do) \w{2,10})?|tirar a (?:propria |sua )?vida|acabar com "
    r"(?:tudo|a (?:propria |sua )?vida|a "
    r"vida dele|a vida dela)|por fim a (?:vida|tudo)|(?:pular|saltar) (?:de|da|do)(?: \w{2,10}){1,2}|cortar os "
    r"pulsos)"
)
_KIN = (
    r"(?:pai|papai|mae|mamae|padrasto|madrasta|namorado|namorada|marido|mulher|esposo|esposa|tio|irmao|"
    r"companheiro|avo)"
)
PT = Likewise(
    "tambem tbm tb nem_eu nem_mim mim como_eu feito_eu comigo mesm igual sou_eu idem same somos_dois somos_duas",
    r"(?:(?:eu|a mim|pra mim|para mim|comigo|mim)(?: \w{1,9}){0,2} (?:(?:tambem|tbm|tb)(?: nao)?|igual|idem|o "
    r"mesmo|a mesma coisa)|nem eu|tambem "
    r"eu|(?:como|feito|(?:que|q) nem) (?:mim|eu)|igual (?:eu|a mim|mim)|(?:se "
    r")?(?:sinto|quero|penso|estou|to|passa-se|acontece|passo|digo|vivo|desejo)(?:-me)? (?:exatamente )?(?:o "
    r"mesmo|igual|a mesma coisa|da mesma "
    r"forma|assim tambem)(?: comigo)?|(?:ess[ea]|isso|est[ea])(?: ai)? sou eu|sou eu|idem|same|somos (?:dois|"
    r"duas)|(?:a )?mesma coisa (?:aqui|comigo|"
    r"eu)|o mesmo (?:comigo|aqui)|comigo e (?:igual|o mesmo|a mesma coisa))",
    r"(?:(?:ele|ela) )?(?:esta|ta|se sente|nao aguenta) ",
    MappingProxyType(
        {
            "overdose_under_way": either(
                r"(?:tomou|engoliu) (?:tod[oa]s (?:os|as|seus|suas)|uma (?:cartela|caixa) (?:inteira )?de|um "
                r"frasco (?:inteiro )?de|demais) "
                r"(?:(?:seus|dele|meus) )?(?:\w{3,9} )?(?:comprimidos|remedios|pilulas|medicamentos)",
            ),
            "intent": either(
                rf"(?:vai|planeja|planeia|decidiu|decide|esta prestes a|pretende) {_DEED}",
            ),
            "ideation": either(
                rf"(?:quer|ker|deseja|queria|gostaria de|prefere|preferia|precisa|tenta|tem vontade de|ameaca|"
                rf"sonha em|esta a pensar em)(?: "
                rf"(?:so|mesmo))? (?:{_DEED}|morrer|estar mort[oa]|desaparecer para sempre|nao (?:existir|"
                rf"acordar|viver)|deixar de (?:viver|"
                rf"existir)|sumir para sempre){_FIGURE}",
                r"se (?:mata|suicida|enforca)(?! (?:de|a) (?:trabalhar|estudar|rir))|(?:mata|suicida)-se|(?:ja "
                r")?(?:nao|n) (?:quer|ker) "
                r"(?:mais )?(?:viver|existir|estar (?:aqui|viv[oa])|acordar|continuar)(?: mais)?|(?:pensa|fala|"
                r"pensando) (?:em|no|na|sobre) (?:se "
                r"matar|suicidio|morrer|morte|matar-se|suicidar-se)",
            ),
            "passive": either(
                r"(?:esta|ta) (?:muito |tao |ja )?(?:cansad[oa]|fart[oa]) (?:de|da) (?:viver|vida|existir)|nao "
                r"(?:ve|encontra|tem) (?:mais )?"
                r"(?:sentido na vida|motivo (?:para|pra) viver|vontade de viver)|sem vontade de viver",
            ),
            "self_injury": either(
                r"se (?:corta(?! o cabelo)|automutila|machuca de proposito|queima de proposito)|corta-se|"
                r"automutila-se|quer (?:se (?:cortar|"
                r"machucar)|cortar-se|magoar-se)",
            ),
            "eating_disorder": either(
                r"(?:vomita|forca o vomito|provoca o vomito)(?: (?:depois de|tudo|apos) (?:o que |cada "
                r")?(?:comer|come|refeicao|refeicoes))?",
            ),
            "psychosis": either(
                r"(?:ouve|escuta) vozes",
            ),
            "abuse": either(
                rf"(?:o |a )?(?:(?:seu|sua) )?{_KIN} (?:dele|dela)? ?(?:bate n?ele|bate n?ela|bate nele|bate "
                rf"nela|abusa del[ea]|toca nel[ea]|"
                r"estuprou el[ea]|[ao] (?:bate|agride|viola|toca|maltrata|estrangula))|(?:foi|e) "
                r"(?:estuprad[oa]|abusad[oa]|violad[oa]|"
                r"espancad[oa])(?: pel[oa] \w{3,10})?",
            ),
            "harm_to_others": either(
                rf"(?:quer|vai) matar (?:(?:o|a) )?(?:(?:seu|sua) )?(?:proprio |propria )?(?:{_KIN}|chefe|"
                rf"professor|familia|filh[oa]|irma)",
            ),
        }
    ),
)

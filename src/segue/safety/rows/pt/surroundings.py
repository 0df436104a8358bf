"""What stands around a match and changes what it means, in Portuguese."""

from __future__ import annotations

from segue.safety.around import signs

LANDINGS = (
    r"(?:para|pra|em cima d|n)(?: ?[oa]| um| uma) (?:barco|navio|bote|jangada|carroca|feno|conves|dragao|cavalo|"
    r"piscina|rede)"
)
"""Where somebody lands who jumps in a story or for fun; water, a road and rails are none."""
_DOCTOR = r"(?:medic[oa]|psiquiatra|doutora?)"
_WHEN = (
    r"(?:est?a (?:manha|tarde|noite)|hoje(?: (?:de manha|pela manha|cedo))?|ontem|na hora(?: certa)?|com o "
    r"cafe da manha)"
)

PT = signs(
    speaker=r"eu|meu|minha|meus|minhas|me|mim|comigo|quero|vou|penso|tenho|estou|to|sou|desejo|preciso|prefiro|ouco|"
    r"oico|escuto|odeio|nao (?:aguento|consigo|suporto)|\w{3,9}[aei]r-me",
    clause=r"eu|(?:o |a )?(?:meu|minha) \w{2,12}|(?:os |as )?(?:meus|minhas) \w{2,12}|el[ea]",
    clause_denied=r"nao (?:acho|penso|creio|digo|disse|quis dizer|quer dizer|significa|e|(?:estou|to) dizendo)(?: "
    r"que)|nunca (?:disse|pensei|falei)(?: que)",
    present=r"(?:eu )?(?:so )?(?:quero|vou|preciso|penso|tenho|estou|to|desejo|prefiro|planejo|pretendo|sinto|me "
    r"sinto|ouco|oico|escuto|odeio|sou|continuo|provoco|forco|vomito|tomo|uso|escondo)|(?:eu )?(?:ja )?nao (?:quero|"
    r"aguento|consigo|suporto|tenho|vejo|ha|tem|confio|me sinto|mereco|penso|vale)|(?:eu )?me (?:corto|machuco|"
    r"automutilo|queimo|mato)|corto-me|(?:(?:o |a |os |as )?(?:meus?|minhas?) \w{2,12}|el[ea]s?)(?: \w{2,8}){0,2} "
    r"(?:me (?:bat|maltrat|espanc|agrid|viol|toc|ameac|forc|obrig|empurr|tranc|estupr)[ae]m?|bate(?:m)?-me|"
    r"abusa(?:m)? de mim|mexe comigo|nao (?:me )?deixa|quer me)|as vozes|a vida|minha vida|a minha vida|me (?:obriga|"
    r"bate|toca|agride|enforca|estrangula)|mexe comigo|bato|apetece|alguem|est[ea] e|ess[ea] e|hoje|amanha|todos|me "
    r"perdoem|adeus|o que acontece|como|quant[oa]s|deus|uma voz|se (?:ela|ele)|tanto faz|faz \w{2,6} dias",
    deed=r"(?!(?:vontade|pens\w+|ideias?|impulsos?|a ideia|sem|medo|quis\w{0,3}|queria|tive|tinha|estava|sentia|matar|"
    r"morrer|suicid\w*|me (?:cortava|batia|sentia))\b)\w+",
    past_ends=r"mas|agora|hoje|de novo|outra vez|ainda|continuo|continua|desde entao|ultimamente|sempre|est[ae] "
    r"(?:noite|semana|vez|manha|tarde|ano|mes)",
    story_ends="mas|de verdade|serio|na vida real",
    anew=r"e|porque|pq|por isso|entao|quando|enquanto|embora|agora|k{3,}|lol|rs",
    lead=r"(?:el[ea]|(?:o |a )?(?:meu|minha) \w{2,12}|tenho(?: \w{2,8})?|estou|sinto) ",
    says=r"diz\w{0,3}|disse\w{0,3}|grit\w{1,4}|escrev\w{1,4}|pens\w{1,4}|cant\w{1,4}|sussurr\w{1,4}|repet\w{1,4}|"
    r"cham\w{1,4}|intitul\w{1,4}|pergunt\w{1,4}|narra\w{0,3}|fala\w{0,2}",
    somebody=r"(?:meu|minha) (?:amig[oa]|irma|irmao|filh[oa]|namorad[oa]|mae|pai|prim[oa])(?: que)? (?:tem|teve|tinha|"
    r"sente|sofre|esta com|com)(?=[^,]*$)",
    landing=LANDINGS,
    sport=r"no ringue|no boxe|(?:com )?(?:uma?|a|o) (?:bola de neve|travesseiro|bola|balao)",
    game=r"n(?:o|esse|este) (?:jogo|videogame)(?! (?:d[aeo]|que)\b)",
    figure=r"de (?:tanto )?rir(?: disso)?(?! nao\b)|de (?:sono|tedio|calor|inveja|curiosidade|felicidade|alegria|"
    r"fofura|velh[oa]|velhice)|de (?:tanto )?(?:estudar|trabalhar)|de tanto comer (?!remedio|comprimido|veneno|"
    r"chumbinho)\w{3,12}|(?:a|do que) comer (?:pizza|sushi|abacaxi|brocolis|verduras?|figado|peixe)|(?:do "
    r")?que ver (?:essa|esse|esta|este|outra|outro) (?:serie|filme|jogo|video|novela)|por (?:ver (?:ess[ea]|est[ea]|"
    r"outr[oa]|um|uma) (?:serie|filme|jogo|show|video)|comer (?:(?:ess[ea]|est[ea]|um|uma) \w{3,12}|pizza|chocolate|"
    r"sushi))",
    strong=r"d[ea] (?:vergonha(?! (?:pelo que|do que|que (?:sinto|tenho|carrego)|de (?:mim|ser|existir|viver)))|amor|"
    r"raiva|vontade|emocao|susto)(?! (?:de mim|da minha vida))",
    dying=r"\b(?:morrer|mort[oa])",
    plain=r"me matar|matar-me|me mato|suicid\w{1,6}|tirar|minha vida|viver",
    dose=rf"(?:{_WHEN} )?(?:que (?:o|a|meu|minha|o meu|a minha) {_DOCTOR} (?:me )?(?:receitou|mandou|passou)|"
    rf"(?:assim )?(?:como|conforme) (?:o|a|meu|minha|o meu|a minha) {_DOCTOR} (?:me )?(?:disse|mandou|receitou|falou|"
    rf"indicou)|(?:o|a|meu|minha|o meu|a minha) {_DOCTOR} (?:vai ficar|ficara|vai estar) (?:muito )?(?:orgulhos[oa]|"
    r"content[ea]|feliz))",
    perhaps_dose=r"(?:(?:est?a|hoje (?:de|pela)) manha|hoje cedo)(?=[ .!,]{0,3}$|"
    r" (?:e|mas) (?:eu )?(?:me sinto|sinto-me|estou|to) (?:muito )?(?:bem|melhor)\b|"
    r" (?:com|antes d|depois d)[oe]?(?: o| meu)? (?:cafe|pequeno|almoco|comer|trabalho|agua)\b)",
    too_much=r"monte|muitos|demasiados|demais|caixa|frasco|cartela|[2-9]\d|\d{3}|vinte|trinta|quarenta|overdose",
    denied=r"(?:(?<!mais que )(?<!do que )(?<!como )nunca|jamais|nao(?=[ ]))(?: vou| quero| penso| pensei| tenho| "
    r"tinha| tive| tido| estou| em| sinto| acho que| e que| e verdade que| que| pensando| seria capaz de| iria){0,4}",
    fiction=r"(?:meu|minha|o|a|um|uma) (?:personagem|protagonista|heroi|heroina|vilao|narrador|jogador|elf[oa]|mag[oa]|"
    r"feiticeir[oa]|paladino|cavaleiro|druida|bardo|orc)|(?<!perdi )(?:na|no|em|numa|num) (?:minha |meu |uma |"
    r"um )?(?:historia|romance|livro|conto|jogo|roteiro|filme|musica|serie|cena|peca)(?! d[ae] (?:minha )?vida)",
    cited=r"(?:personagem|protagonista|heroi|heroina) (?:diz|disse|escreveu|grita|gritou|pensa)(?: que)?|"
    r"(?:significa|intitulad[oa]|se (?:diz|escreve|traduz)|traduz|traduzir|(?:a|essa|esta|minha|uma|sua) (?:musica|"
    r"frase)(?: diz| se chama)?|(?:as|essas|estas|suas) palavras(?: sao)?)(?=[ :\"']*$)",
    told=r"(?:ele|ela|amig[oa]|irma|irmao|mae|pai|filh[oa]|alguem|que|prim[oa]|colega|namorad[oa]) (?:diz|disse|me "
    r"disse|me diz|escreveu|me escreveu|grita|gritou|pensa)",
    past_before=r"(?<!desde )ha (?:\w{2,8} )?(?:anos|meses)(?! que\b)|quando (?:eu )?(?:era|tinha) (?:\w{2,12})|no "
    r"passado|antigamente|antes(?! (?:d[aeo]|que)\b)(?: eu)?|anos atras|na (?:minha )?(?:adolescencia|infancia)",
    lasts=r"e (?:(?:agora|hoje) (?:tambem|ainda)|ainda|continua|continuo|ontem)|de novo (?:ontem|hoje)|ate hoje|"
    r"desde entao",
    past_after=r"(?:ha (?:\w{2,8} )?(?:anos|meses)|(?:\w{2,8} )?anos atras|quando (?:eu )?(?:era|tinha)|"
    r"no passado(?! e\b)|mas (?:(?:hoje|agora|ja) ){0,2}(?:passou(?! d[aoe]s?\b)|superei|"
    r"(?:estou|to) (?:bem|melhor|curad[oa])(?! (?:com|mort|sem|sozinh)))|"
    r"mas (?:hoje|agora|ja) nao(?: (?:mais|penso (?:mais )?(?:nisso|assim)|quero (?:mais )?isso|faco (?:mais )?isso|"
    r"sinto (?:mais )?isso))?(?= ?(?:$|[.!?;,])))",
    made_small=r"(?:mas )?(?:ja )?(?:(?:estou|to) (?:bem|melhor)|nao e nada|(?:ta|esta) tudo bem)(?: agora)?(?= ?(?:$|"
    r"[.!?;,]))",
)

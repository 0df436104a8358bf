"""Ropes of debt, veins of boredom and other turns of phrase that need their reason beside them, in five languages."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rules import either

_MONEY = (
    r"(?:mortgages?|debts?|loans?|rents?|bills|interest rates?|credit cards?|landlord|deadlines?|taxes|bailiffs|"
    r"hypotheken?|kredit\w{0,3}|schulden|miete|raten|zinsen|bank|steuern|hipoteca|deudas?|prestamos?|alquiler|facturas|"
    r"credits?|dettes?|loyer|factures|banque|dividas?|emprestimos?|aluguel|renda|contas|cartao)"
)
DEBTS: Final = ExplainedBy(
    ("overdose_under_way.around_neck", "overdose_under_way.at_the_edge", "overdose_under_way.neck"),
    beside=_MONEY,
    needs="mortgage debt loan rent bill interest credit landlord deadline tax bailiff hypothek kredit schulden miete "
    "raten zinsen bank steuer hipoteca deuda prestamo alquiler factur dette loyer banque divida emprestimo aluguel "
    "renda conta cartao",
    unless=r"\b(?:(?:to|i|i'll|will|gonna|wanna|can|could|just|should|might|may|rather) die|die(?= ?(?:$|[.!?,]))|"
    r"dying|dead|kill\w{0,4}|suicid\w{0,4}|goodbye|stand\w{0,3}|ropes?|belt|cord|(?<!wie ein )seil|"
    r"(?<!wie eine )schlinge|tell (?:the|my|them|him|her)|chair|stool|beam|tree|ceiling|garage|attic|tie[ds]?|"
    r"tight\w{0,4}|ready|now|tonight|real|literally|stuhl|balken|baum|dachboden|jetzt|heute|sterb\w{0,3}|"
    r"umbring\w{0,3}|silla|viga|arbol|ahora|hoy|morir\w{0,2}|matar\w{0,2}|chaise|poutre|arbre|maintenant|ce soir|"
    r"mour\w{2,3}|tuer|cadeira|viga|arvore|agora|hoje|morrer|me mat\w{1,3})\b",
)
"""A noose of debts."""

_DULL = (
    r"(?:films?|movies?|series|songs?|music|album|concert|meetings?|lectures?|class|lesson|book|podcast|adverts?|"
    r"prices|weather|traffic|queue|match|game|jokes?|filme?s?|lied(?:er)?|musik|besprechung|sitzung|vorlesung|"
    r"unterricht|buch|witze?|wetter|stau|preise[n]?|spiel|werbung|peliculas?|peli|series?|canciones|cancion|musica|"
    r"reunion(?:es)?|clases?|libro|chistes?|precios|calor|trafico|atascos?|partido|chansons?|musique|cours|reunions?|"
    r"livre|blagues?|prix|chaleur|bouchons|aula|reuniao|livro|piadas?|precos?|transito|jogo|novela)"
)
_LAUGHTER = r"(?:ha(?:ha)+|ja(?:ja)+|k{3,}|(?:rs){2,}|lol|mdr|ptdr|xd|lmao|rofl|hihi|de tao chat[oa]|de aburrid[oa])"
BORED: Final = ExplainedBy(
    ("intent.going_to", "ideation.", "intent.", "plan.", "overdose_under_way.at_the_edge", "method."),
    behind=r"(?: konnen)?[ ,]{1,2}so (?:peinlich|langweilig|blod|bloed|schlecht|ode|oede|nervig) (?:war|ist) (?:das|es|"
    r"der|die)\b",
    beside=either(
        rf"noch (?:so )?ein\w{{0,3}} (?:\w{{3,10}} )?(?:{_DULL})\b[^.!?;]{{0,30}}\b(?:fenster|pulsadern|auf|"
        rf"erschiesse mich)\b[^.!?;]{{0,4}}{_LAUGHTER}",
        r"(?:bei|mit) (?:dem|diesem|der|dieser|den|diesen|so einem|so einer) "
        rf"(?:\w{{4,12}} )?(?:{_DULL})\b[^.!?;]{{0,30}}\b(?:fenster|pulsadern|aufhangen|aufhaengen|erschiessen|"
        r"springen)",
        rf"(?:{_DULL})\b[^.!?;]{{0,50}}\b(?:venas|ventana|puente|un tiro|pulsos|janela|ponte|veines|fenetre|une balle|"
        rf"pendre|wrists|window)\b[^.!?;]{{0,12}}\b{_LAUGHTER}",
        r"(?:venas|ventana|puente|un tiro|pulsos|janela|ponte|veines|fenetre|une balle|pendre|"
        rf"wrists)\b[^.!?;]{{0,40}}\b(?:{_DULL})\b[^.!?;]{{0,12}}\b{_LAUGHTER}",
    ),
    needs="film movie series song music album concert meeting lecture class lesson book podcast advert prices weather "
    "traffic queue match game joke lied musik besprechung sitzung vorlesung unterricht buch witz wetter stau preise "
    "spiel werbung pelicula peli cancion reunion clase libro chiste precios calor atasco partido chanson cours livre "
    "blague prix chaleur bouchon aula reuniao livro piada preco transito jogo novela trafico musi serie",
    unless=r"\b(?:want to die|kill\w{0,4}|suicid\w{0,4}|goodbye|tonight|pills|sterben|umbring\w{0,3}|"
    r"heute (?:nacht|abend)|leben|allein|morir\w{0,2}|matar\w{0,2}|esta noche|vida|sol[oa]|mourir|tuer|ce soir|vie|"
    r"seule?|morrer|me mat\w{1,3}|hoje|sozinh[oa]|otra vez me|de verdad|en serio|ernst|vraiment|serio)\b",
)
"""Veins that a dull film would have cut."""

HARMLESS_SIP: Final = ExplainedBy(
    ("overdose_under_way.somebody_poisoned", "overdose_under_way.poison"),
    behind=r"(?:(?<=poison)|[^?]{0,60}\b(?:poison (?:control|line|help ?line|cent(?:re|er)|info\w{0,8})|doctors?|gp|"
    r"nurse|vet|pharmacist|paramedics?|giftnotruf|kinderarzt\w{0,2}|antipoison|antiveneno|toxicolog\w{1,3}|"
    r"intoxicac\w{2,4}|medecin|medic[oa]|label|packag\w{1,3}))\b[^?]{0,70}\b(?:no worries|no problem|"
    r"(?:is|was|it's|he's|she's|they're|are|be|everything's|all) (?:totally |perfectly |absolutely |completely |all |"
    r"just |probably |doing |going to be |gonna be |quite ){0,2}(?:fine|ok|okay|alright|harmless|safe|non ?-?toxic|"
    r"clear|good)|not (?:\w{3,7} )?(?:toxic|poisonous|dangerous|harmful|to worry)|"
    r"no (?:harm|danger|risk|treatment|need (?:to|for))|nothing to (?:worry|fear)|not to worry|don't worry|harmless|"
    r"non ?-?toxic|all clear|entwarnung|harmlos|ungiftig|nicht giftig|nichts zu befurchten|nichts passiert|"
    r"no (?:es toxico|pasa nada|hay peligro)|inofensiv[oa]|esta bien|sans danger|pas (?:toxique|grave|dangereux)|"
    r"inoffensif|va bien|c'est rien|nao e (?:toxico|perigoso)|nao (?:faz|fez) mal|sem perigo|esta bem)\b",
    unless=r"\b(?:battery|batteries|magnets?|bleach(?! last)|antifreeze|drain cleaner|methadone|opioids?|pills?|"
    r"tablets?|insulin|breath\w{0,3}|vomit\w{0,3}|throwing up|threw up|blood|bleed\w{0,3}|hospital|ambulance|911|999|"
    r"112|unconscious|not moving|won't (?:wake|stop)|seizure|shak\w{1,3}|burn\w{0,3}|blue|sleepy|drows\w{1,3}|limp|"
    r"but (?:he|she|now|it)|worse|lied|on purpose|should i|what (?:do|should|now)|"
    r"is (?:it|that|she|he|this) (?:ok|okay|fine|safe|toxic|poisonous|dangerous)|(?:is|be) (?:she|he) going|atmet|"
    r"erbricht|blut|krankenhaus|notarzt|bewusstlos|respira|sangre|hospital|ambulancia|respire|sang|hopital|sangue|"
    r"ambulancia|batterie|pila|pilha|lixivia|lejia|javel|bleichmittel|pastillas|comprimidos|tabletten|cachets|"
    r"comprimes)\b",
)
"""A lick of soap that the poison line laughed about. What is known to kill, or shows, is never explained."""

NOT_THERE: Final = ExplainedBy(
    ("ideation.",),
    behind=r" (?:(?:(?:sind|waren) )?(?:jetzt |endlich |wieder |seit \w{2,8} )?(?:weg|vorbei|verschwunden)|"
    r"(?:ya )?(?:se (?:fueron|han ido)|desaparecieron|han desaparecido)|(?:ont (?:enfin )?disparu|sont parties)|"
    r"(?:ja )?(?:sumiram|desapareceram|passaram)|(?:are|have) (?:finally |now |all |been )?(?:gone|stopped|faded|"
    r"disappeared))\b",
    beside=r"(?:libros?|articulos?|ensayo|trabajo|charla|livres?|expose|articles?|conference|buch|bucher|artikel|"
    r"referat|vortrag|livros?|artigos?|trabalho|palestra|folheto|brochure|leaflet|essay|podcast) (?:sobre|sur|uber|"
    r"ueber|zu|zum thema|acerca de|about|on) (?:\w{2,8} ){0,3}(?:pensamientos|ideas|pensees|idees|suizid\w{0,12}|"
    r"selbstmord\w{0,12}|pensamentos|ideias|ideacao|suicidal|thoughts)",
    needs="libro articulo ensayo trabajo charla livre expose article conference buch bucher artikel referat vortrag "
    "livro artigo trabalho palestra folheto brochure leaflet essay podcast",
    unless=r"\b(?:again|back|worse|but|wieder(?! weg)|aber|nachts|pero|otra vez|vuelven|mais|reviennent|mas|de novo|"
    r"voltaram|quiero|je veux|ich will|quero|i want|i have|tengo|j'ai des|ich habe diese|tenho|like mine|wie meine|"
    r"como (?:los|las|os|as) (?:mios|mias|meus|minhas)|comme les miennes)\b",
)
"""Thoughts that are gone, and those that a book is about."""

"""How people say yes to "are there thoughts of not living any more?" without the word, and no to "are you safe?".

Small letters, no accents, `'` may be missing. A phrase a line or between bars; each is part of a regular expression.
Lists of all languages are used together. None of them is a yes to being safe.
"""

OFTEN = """
sometimes|some ?times|smtimes|at times|often|frequently|all the time|most of the time|constantly|occasionally
now and (?:then|again)|once in a while|from time to time|on and off
every (?:single |other )?(?:day|night|morning|evening)
every (?:time|week|weekend)|most (?:days|nights|mornings)|some (?:days|nights|mornings)|more than once
(?:a few|many|several|lots of|so many) times
a veces|aveces|algunas veces|muchas veces|varias veces|de vez en cuando|cada tanto|de a ratos|por ratos|a ratos
a menudo|seguido|con frecuencia|frecuentemente|tod[oa]s l[oa]s (?:dias|noches|mananas)|cada (?:dia|noche|manana)
a diario
todo el (?:tiempo|rato)|casi siempre|mas de una vez|hay (?:dias|noches|ratos|momentos|veces)
parfois|des ?fois|quelque ?fois|par moments?|de temps en temps|souvent|tres souvent|tout le temps|toutes les nuits
(?:tous|ts) les (?:jours|soirs|matins)|chaque (?:jour|nuit|soir|matin)|plusieurs fois|la plupart du temps|regulierement
presque (?:toujours|tous les jours)|plein de fois
manchmal|manchma|mankmal|mangmal|m[ae]ngisch|ab und (?:zu|an)|ab und zu mal|hin und wieder|oft|oefters?|ofters?|haufig
haeufig|gelegentlich|zwischendurch|immer wieder|immer mal wieder|staendig|standig|dauernd|andauernd|die ganze zeit
jede[nr]? (?:tag|nacht|abend|morgen|woche)|jeden (?:einzelnen )?tag|taglich|taeglich|fast immer|meistens|mehrmals
as ?(?:vezes|vz|x)|algumas vezes|muitas vezes|varias vezes|de vez em quando|por vezes|de quando em quando|frequentemente
todos? os dias|toda(?:s as)? (?:noites?|manhas?)|todo (?:o )?(?:dia|tempo)|quase sempre|direto|volta e meia
mais de uma vez
"""
"""How often something is: of thoughts that were asked after, that they are there."""

THERE_ARE = """
there (?:are|were|is|was|have been)(?: (?:some|a few|many|times|days|moments|thoughts))*
they (?:are|do|come|come and go)
it (?:is|does|did|was)|i (?:think|thought|guess|suppose|believe) so|i (?:guess|suppose)|probably|most likely|i might
kind ?of|kinda|sort ?of|sorta|a (?:bit|little|lil)(?: bit)?|somewhat|more or less|lately|recently|a lot|always
not (?:always|often|every day|all the time|that often)|rarely|seldom|ye|ya|yh|yea+h?|ofc|mhm|mm?hm+|uh huh|yup+|tru|true
los hay|si (?:que )?(?:los )?hay|hay|habia|hubo|existen|tengo|los tengo|me pasa|me ha pasado|creo que si|supongo que si
supongo|un poco|un poquito|algo|mas o menos|siempre|ultimamente|mucho|muchisimo|pues si|la verdad (?:que )?si|sip|sep
sipi
eso creo|puede ser|obvio|aja|asi es|simon|re si|casi|no siempre|no tan seguido|rara vez|lo pienso|lo he pensado|si po
(?:il )?y en a(?: (?:eu|plein|beaucoup))?|(?:ca )?m'arrive|ca arrive|c'est le cas|c'est arrive|un peu|plus ou moins
mouais
je (?:crois|pense|suppose)(?: (?:que oui|bien))?|j'en ai|j'y pense|(?:ben|bah|beh|eh|ah) (?:oui|ouais)|toujours|ouep|oue
ouaip|plutot oui|probablement|beaucoup|trop|rarement|pas (?:toujours|tout le temps|tous les jours|souvent)|ui|mets-en
ouin
(?:die )?gibt(?:'s| es| s)?(?: (?:schon|leider|solche|auch))*|es gibt (?:sie|solche|welche|die|schon welche)
gab es(?: schon)?
schon|doch|doch schon|eher (?:ja|schon)|glaub(?:e)?(?: ich)? (?:schon|ja)|ich glaub(?:e)? (?:schon|ja)|denke? schon
kommt vor|passiert|ein (?:bisschen|bissl|bissel|wenig)|bisschen|bissl|irgendwie (?:ja|schon)|wahrscheinlich|vermutlich
immer|selten|nicht (?:immer|oft|standig|jeden tag)|viel|in letzter zeit|hab ich|ja+|jo+|joa|jou|hm ja|mhm|aha|isch so
scho|scho oppe|hie und da|[a-z]{4,12}weise|e (?:bitz|chli)|ein chli|han i
ha|ha sim|ha momentos|existem|tem|tem sim|tenho|tenho sim|tive|houve|e|e sim|e verdade|pois|pois e
acho que (?:sim|tem|ha)
penso que sim|creio que sim|um pouco|um pouquinho|um bocado|um bocadinho|mais ou menos|sempre|ultimamente|muito|bastante
uhum|aham|ahan|acontece|ja pensei|ja aconteceu|nem sempre|raramente|provavelmente|se calhar sim|claro|ss|sss|sim+
(?:it )?happens|(?:it |they )?comes? and goe?s?|a (?:fair|good) bit|si pero (?:poco|no mucho|no siempre)|yen a
un p(?:e)?ti?t peu|un chouia|un pelin
i (?:do )?(?:have|get|got|had|feel|felt) (?:them|those|that|it|this|some|these)
(?:far |way )?too (?:many|often|much)
(?:more|less) (?:often )?than i(?:'d| would)? (?:like|want|admit)|more and more|some|many|plenty|loads|tons
(?:quite )?a few|several
(?:on|at|in) (?:bad|some|most|many|the worst) (?:days|nights|times|moments)
when (?:i'm|i am|im) (?:alone|by myself|in bed)
algun[oa]s|much[oa]s|vari[oa]s|un[oa]s cuant[oa]s|demasiad[oa]s?|cada vez mas
mas de l[oa]s? que (?:quisiera|me gustaria)
(?:hay|tengo) (?:dias|noches|ratos|momentos|epocas|temporadas|rachas|veces|algun[oa]s)
cuando (?:estoy|me quedo) sol[oa]|me pasan?
quelques un(?:e)?s|certaine?s|plusieurs|de plus en plus|trop souvent|plus (?:souvent )?que je (?:veux|voudrais)
quand je suis seule?
(?:il )?y a des (?:jours|nuits|moments|soirs|fois)|ca (?:vient|revient|m'est arrive)|certains (?:jours|soirs)
einige|manche|viele|zu (?:viele|oft|viel)|ein paar|immer (?:mehr|ofter|oefter)|ofter als .{1,20}
wenn ich allein(?:e)? bin|kenne? ich
(?:es )?gibt (?:so )?(?:tage|nachte|momente|zeiten|phasen)|an (?:manchen|schlechten) tagen|ja eh|eh
algun(?:s|as)|muit[oa]s|vari[oa]s|demais|cada vez mais|mais do que (?:queria|gostaria)|quando estou (?:sozinh[oa]|so)
(?:ha|tem|tenho|existem) (?:dias|noites|momentos|horas|alturas|vezes|fases|alguns|algumas)|tenho tido|acontece me
passa me
"""
"""A clause that is nothing but some of these, or a plain yes, says that what was asked after is there."""

BESIDE = """
and|very|quite|pretty|really|so|too|much|honestly|to be honest|tbh|hmm+|hm|mmm*|uh+m*|er+m*|well|oh|actually
unfortunately
at night|in the (?:morning|evening)s?|if i'm honest|when i'm alone|like|man|bro|bruh|dude|sis|sadly|only|just|but
wn|weon|boludo|boluda|parce|mano|cara|mec|meuf|alter|digga|en fait|du coup|nomas|solo|nur|so
y|muy|bastante|pues|bueno|la verdad|la neta|honestamente|sinceramente|tambien|por desgracia|lamentablemente|eh+m?|este
si te soy sincer[oa]|por la noche|de noche|che|wey|guey|tio|tia
et|tres|assez|vraiment|honnetement|franchement|en vrai|a vrai dire|pour etre honnete|malheureusement|euh+|heu+|bah|ben
bof
la nuit|le soir|aussi|helas
und|sehr|ziemlich|wirklich|leider|ehrlich(?: gesagt)?|um ehrlich zu sein|aeh+m?|ahm?|puh|naja|na ja|tja|auch|eigentlich
nachts|abends|also|halt|so|mal|dann|schon
bem|sinceramente|para ser sincer[oa]|na verdade|infelizmente|tambem|hum+|a noite|de noite|mesmo|as
thanks|thank you|please|gracias|merci|danke|obrigad[oa]|por favor|bitte
"""
"""What may stand before and behind such words, and says nothing by itself."""

PERHAPS = """
maybe|perhaps|might be|could be|possibly|mb|(?:i )?(?:don't know|dunno|dk)|idk|i am not sure|i'm not sure|not sure
unsure
hard to say|no idea|no clue|can't say|couldn't say
quizas?|tal vez|talvez|a lo mejor|capaz|no (?:lo )?se|ns|nose|no estoy segur[oa]|puede
peut-? ?etre|ptet|p(?:eu)?t-?etre|(?:je )?(?:ne )?sais pas|j'?sais pas|jsp|chais pas|chepa|possible|pas sure?|ca depend
vielleicht|viellei?cht|vllt|vlt|vielicht|(?:ich )?weiss (?:es |i )?nicht|weiss net|kp|kein plan|keine ahnung|ka
jein|moglich|moeglich|kann sein|kommt drauf an|weiss noed|kann ich (?:so )?nicht sagen|schwer zu sagen
(?:eu )?(?:nao|n) sei|sei la|pode ser|se calhar|depende|n sei|nsei|nem sei|sei la|no tengo (?:ni )?idea|ni idea
aucune idee|sem ideia
"""
"""Neither; but of somebody who was asked how they are, no reason to go on as if nothing were."""

HARDLY = """
not really|not rly|nt really|not (?:exactly|quite|fully|entirely|completely|so|that|very)(?: (?:much|safe))?
(?:i )?don'?t think so
i (?:really )?(?:doubt it|wouldn't say so|don't believe so)|i (?:guess|think|suppose|believe) not|prob(?:ab)?ly not
doubt it
hardly|barely|not (?:at the|for the) moment|not (?:right )?now|not (?:yet|today|always|here|any ?more)|nope not really
no (?:lo )?(?:creo|se crea)|(?:creo|pienso|supongo|diria) que no
no (?:mucho|tanto|del todo|realmente|siempre|muy|tan segur[oa])
no de verdad|mas bien no|la verdad (?:que )?no|pues no|no (?:todavia|aun|ahora)|todavia no|aun no|ahora no|apenas|poco
(?:non )?pas (?:vraiment|trop|tellement|tout a fait|tres|toujours|encore|maintenant|la|bien)|plutot (?:pas|non)|pas ouf
(?:je )?(?:ne |n')?(?:crois|pense) pas|je (?:crois|pense|dirais) que non|j'?(?:crois|pense) pas|pas sure? que oui|bof
moyen
a peine
(?:ich )?(?:glaub|glaube|denke?)(?: ich)? (?:eher )?(?:nicht|net|ned|noed|nein)|eher (?:nicht|nein|net|weniger)
wohl (?:nicht|kaum|eher nicht)
nicht (?:wirklich|so|so ganz|so richtig|ganz|richtig|unbedingt|sehr|immer|mehr|hier|jetzt)|noch nicht
eigentlich (?:nicht|net|nein)|kaum
net (?:wirklich|so)|ned (?:wirklich|so)|noed (?:wurkli|so)|i glaub (?:ned|net|noed|nit)|nit (?:wirklich|so)|not so
(?:eu )?(?:acho|creio|penso) que (?:nao|n)|acho (?:que )?n
(?:nao|n) (?:muito|mt|realmente|tanto|acho|creio|mesmo|sempre)
nem por isso|nem tanto|nem um pouco|na verdade nao|ainda nao|agora nao|por acaso nao|de todo|nada|pouco|acho q (?:nao|n)
"""
"""A clause that is nothing but some of these is a "no" to "are you safe?", and elsewhere none that clears anything."""

NO_AS_SPOKEN = """
nop+|noup|naw|na|naa+|nah+|nuh uh|nu uh|hell no|fuck no|god no|no no|ew no|n|nn|nay
there (?:aren't|are not|are none)(?: any)?
que va|que no|nel|nel pastel|nop|nopi|nah|ni ahi|ni loc[oa]|ni en pedo|nada de eso|no que va|no hay|no los hay
ninguna vez
nan+|(?:ah |ben |bah |mais |oh |euh )(?:non|nan)|que non|non non|(?:il n')?y en a pas|aucunement|pantoute|du tout
ne|nei|noi|naa|no+e|nee+|nein nein|ach (?:was|nein)|ne ne|nie im leben|gibt(?:'s| es) nicht|nicht die bohne|kein stueck
nao nao|nem pensar|que nada|nada disso|nop|nao ha|nao tenho|n tenho|nao tem|nunca na vida
"""
"""A "no" as it is spoken and typed; clear."""

OPINION = """
i|i'd say|i would say|i (?:guess|think|suppose|believe|fear)|i'm afraid|prob(?:ably)?|eh|nah|ugh|no|nope|can't say
i wouldn't say
(?:yo )?(?:creo|pienso|diria|supongo|siento|me parece) que|(?:la )?(?:verdad|neta) (?:es )?que|me temo que|pues|ay
(?:je )?(?:crois|pense|dirais|trouve)(?: que)?|j'?(?:pense|crois|dirais)(?: que)?|bah|ben|bof|non|nan
(?:ich )?(?:glaube?|denke?|wurde sagen|furchte)|nein|nee|ne|nei|na|naa|leider|momentan|gerade|grad|also
(?:eu )?(?:acho|penso|creio|diria|parece me|me parece) (?:que|q)|nao|infelizmente|ta dificil|olha
"""
"""What a "no" may be put in."""

COMFORT = (
    r"(?:bad|true|one|sure|mal|mau|pasa|rien|se|sei|alone|sol[oa]|allein|seule?|sozinh[oa]|schlecht|schlimm)\b"
    r"|worr|problem"
)
"""Behind a "not" these say nothing bad, or nothing."""

NOT_QUITE = """
(?:not|pas|no|nicht|net|ned|noed|nit|nid|nao|n|nem|ni) (?!COMFORT)[a-z']+(?: [a-z']+)?
(?:no|nao) (?:me parece|lo (?:creo|diria)|diria(?: isso| eso)?|es asi|e bem assim)|tampoco|tambem nao|non plus
auch nicht|negati(?:ve|vo|f)
moyennement|so la la|im not sure i am
(?:i )?(?:wouldn't|couldn't|can't) say (?:that|so|i am)|i'm not(?: so| very| really)? (?:safe|sure)|glaube? kaum
nadinha|nawh|ne du
kaum|weniger|hardly|barely
""".replace("COMFORT", COMFORT)
"""A short clause that begins so is, of being safe, no yes; what comforts ("not bad", "no problem") is none of these."""

"""How people say yes, no and perhaps in five languages: small letters, no accents, `'` may be missing.

A phrase a line; each is part of a regular expression. Lists of all languages are used together.
"""

YES = """
yes|yeah|yep|yup|yea|yess+|aye|definitely|absolutely|of course|correct|i do|i am|i feel safe( now)?
i(?:'m| am) safe( now)?
si|claro|claro que si|por supuesto|desde luego|asi es|estoy a salvo|estoy segur[oa]
oui|ouais|ouai|bien sur|tout a fait|absolument|c'est ca|je (?:suis|me sens) en securite
ja|jaa+|jawohl|jo|jep|jup|klar|natuerlich|naturlich|auf jeden fall|stimmt|bin ich
ich bin(?: jetzt| gerade)?(?: sicher| in sicherheit)|ich fuhle mich sicher|ich fuehle mich sicher
sim|claro que sim|com certeza|isso mesmo|estou em seguranca|estou segur[oa]|estou a salvo
"""
"""A clause that is nothing but one of these is a yes."""

YES_DONE = "i have|i did|lo he hecho|habe ich|hab ich"
"""A yes to what somebody did or has, and to nothing else."""

LEADING_YES = """
yes|yeah|yep|yup|oui|ouais|ja|jawohl|sim|si(?= (?:lo|la|he|tengo|estoy|quiero|claro|gracias|me siento|pienso)\\b)
"""
"""A yes with other words behind it. In Spanish and French `si` is an "if" as well."""

NO = """
no|nope|nah|never|none|not at all|at all|absolutely not|definitely not|of course not|no way|not once|neither
i don't|i do not|i'm not|i am not|i haven't|i have not|i didn't|i did not
nunca|jamas|para nada|en absoluto|claro que no|por supuesto que no|de ninguna manera|ninguno|ninguna
non|jamais|pas du tout|absolument pas|bien sur que non|aucun|aucune
nein|nee|noe|nie|niemals|gar nicht|ueberhaupt nicht|uberhaupt nicht|auf keinen fall|natuerlich nicht|naturlich nicht
habe ich nicht|hab ich nicht|bin ich nicht
nao|de jeito nenhum|de modo algum|de forma alguma|claro que nao|nenhum|nenhuma
"""
"""A clause that is nothing but some of these is a no."""

POLITE = "thanks|thank you|please|gracias|merci|danke|obrigado|obrigada|por favor|bitte"
"""What may stand behind a yes or a no."""

NEGATIONS = """
(?:do|does|did|is|are|was|were|wo|ca|could|should|would|have|has|had|must|need|ai)n't|cannot
no|not|never|nothing|without|nunca|jamas|nada|sin|pas|jamais|rien|sans|nein|nicht|nichts
kein[a-z]*|nie|ohne|nao|sem|non|nan|nope|nah|nee|ned|net
"""
"""What a yes must not stand beside."""

NOT_SAFE = """
(?:i'm |i am |i feel )?(?:really )?(?:not (?:really )?safe|unsafe|in danger)(?: at all| here| now| right now)?
(?:it's|it is) not safe(?: here| now)?
no (?:estoy|me siento) (?:a salvo|segur[oa])|estoy en peligro
je ne (?:suis|me sens) pas en securite|je suis en danger
ich bin (?:gerade |jetzt |hier )?nicht (?:sicher|in sicherheit)|nicht (?:sicher|in sicherheit)|ich bin in gefahr
nao estou (?:em seguranca|segur[oa]|a salvo)|estou em perigo
"""
"""A clause that is nothing but one of these says that the person is in danger where they are."""

HEDGES = """
but|though|although|except|unless|until|however|maybe|perhaps|guess|suppose|kinda|kind of|sort of|not sure|unsure
not really|sometimes|yeah right(?! now)|mostly|more or less|most of the time|i think|don't know|dunno|idk|probably
for now|as if|whatever
pero|aunque|quizas?|tal vez|a lo mejor|supongo|no se|no lo se|mas o menos|a veces|creo|depende|salvo que|de momento
mais|peut-?etre|sauf|je crois|je pense|je suppose|sais pas|plus ou moins|parfois|ca depend|pas vraiment|pour l'instant
aber|vielleicht|ausser|glaube?|denke|weiss nicht|weiss es nicht|manchmal|eigentlich|nicht wirklich|irgendwie
kommt drauf an|wohl|vorerst|jein|doch|na ja|naja|geht so|meistens|halbwegs
mas|talvez|acho|nao sei|as vezes|exceto|mais ou menos|por enquanto
"""
"""What makes an answer unclear, wherever it stands."""

"""Words of which a plain "I am safe, and I will stay so" is made, in five languages: those of the question, answered.

Small letters, no accents, `'` may be missing. What is safe only some day ("I'll be safe", "estaré") is missing on
purpose: that is also how people speak of being dead.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

SAFE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": "safe|safely|secure|stay|staying|remain",
        "es": "a salvo|segur[oa]|fuera de peligro|seguire|sigo",
        "fr": "en securite|hors de danger|reste|rester|resterai",
        "de": "sicher|in sicherheit|bleibe?|bleibt|bleiben|ausser gefahr",
        "pt": "em seguranca|segur[oa]|a salvo|fora de perigo|continuo|continuar|continuarei|permane(?:co|cer|cerei)",
    }
)
"""One of these is in each clause that says it."""

SAFELY = """
safe|safely|secure|a salvo|fuera de peligro|en securite|hors de danger|in sicherheit|ausser gefahr|em seguranca
fora de perigo
"""
"""Those that mean nothing else: "sicher" and "seguro" are a "sure" too, and what stays so may be despair."""

BESIDE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "en": (
            "yes|yeah|yep|yup|i|i'm|i'll|will|am|do|and|here|now|rn|right now|still|both|really|very|totally|"
            "completely|absolutely|definitely|also|too|keep|keeping|expect|to|in|for|over|the|next|few|hours|"
            "hour|today|tonight|it|that|so|at home|myself"
        ),
        "es": (
            "si|estoy|y|lo|me|siento|ya|ahora|mismo|aqui|en casa|voy a seguir|seguir|estando|estandolo|quedo|"
            "mantengo|en|las|los|proximas|siguientes|horas|hoy|esta noche|tambien|claro|de verdad|totalmente|"
            "completamente|muy|asi"
        ),
        "fr": (
            "oui|ouais|je|j'y|suis|me sens|et|le|la|maintenant|ici|a la maison|chez moi|vais|encore|toujours|"
            "dans|les|prochaines|heures|pour|ce soir|cette nuit|aujourd'hui|aussi|vraiment|completement|"
            "totalement|bien"
        ),
        "de": (
            "ja|ich|bin|fuhle|fuehle|mich|und|jetzt|hier|zu ?hause|daheim|werde|es|das|so|auch|weiterhin|noch|"
            "immer|die|in den|nachsten|naechsten|stunden|heute|abend|nacht|gerade|wirklich|ganz|vollig|voellig|"
            "total|fur|fuer"
        ),
        "pt": (
            "sim|eu|estou|to|tou|me|sinto|sinto-me|e|agora|aqui|em casa|vou|a estar|assim|nas|pelas|proximas|"
            "horas|hoje|esta noite|tambem|ainda|muito|mesmo|totalmente|completamente"
        ),
    }
)
"""All that may stand beside them."""

PLAINLY = """
lo estoy|(?:oui )?je le suis|(?:sim )?(?:estou|tou)|si lo estoy
yes to both|both|yes and yes|i promise|promise|honestly|really|lo prometo|te lo prometo|de verdad|promis
je te le promets|vraiment
versprochen|ehrlich|wirklich|beides|zweimal ja|prometo|de verdade|a ambas|las dos|les deux
"""
"""What may follow a yes."""

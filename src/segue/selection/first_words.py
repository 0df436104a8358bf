"""In which language somebody is spoken to whose few words are not sure: by a greeting, a word of danger, or what is
likeliest. Their words are never scored by it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

_OF: Final = {
    "es": (
        "hola holi holis buenas|buenos dias|buenos días|buenas tardes|buenas noches|buen dia|buen día|que tal|"
        "qué tal|hola buenas|hola que tal|hola qué tal|que onda|qué onda|quiubo|ola k ase|q tal|gracias|"
        "ayuda|ayudame|ayúdame|suicidio|suicidarme|matarme|morirme|morir|me mato"
    ),
    "fr": (
        "bonjour bonsoir salut slt bjr coucou cc rebonjour allô allo|salut toi|salut ca va|salut ça va|ca va|ça va|"
        "je me tue|me pendre|merci|bsr|au secours|mourir|me suicider|me tuer|suicider"
    ),
    "de": (
        "hallo halli hallihallo hallöchen halloechen hallöle moin moinmoin servus grüezi gruezi grüessech sali salü "
        "hoi tach tachchen huhu|guten tag|guten morgen|guten abend|gute nacht|grüß gott|gruss gott|grüß dich|"
        "grüss dich|gruss dich|griaß di|moin moin|hallo du|na du|hey du|danke|hilfe|"
        "suizid|selbstmord|suizidal|sterben|umbringen|ritzen"
    ),
    "pt": (
        "oi oie olá opa eae eai boas|bom dia|boa tarde|boa noite|e aí|e ai|tudo bem|tudo bom|oi tudo bem|olá tudo bem|"
        "oi tudo bom|ola tudo bem|suicídio|morrer|matar-me|mato-me|suicidar-me|obrigado|obrigada|ajuda|viva"
    ),
}
"""Greetings, thanks, and words of danger, of one of the languages alone. English ones are said in all of
them, and English is what people read anyway where nothing is known."""


def _told() -> Mapping[tuple[str, ...], str]:
    told: dict[tuple[str, ...], str] = {}
    for code, ways in _OF.items():
        single, *phrases = ways.split("|")
        told |= {(word,): code for word in single.split()}
        told |= {tuple(phrase.replace("-", " ").split()): code for phrase in phrases}
    return told


_TOLD: Final = _told()
_DRAWN: Final = re.compile(r"([a-zà-ÿ])\1+$")
"""A last letter that is drawn out: `holaaa`, `oiii`."""
_MOST_WORDS: Final = 4
"""Of a message that is a greeting; who writes more can be told by the words."""
_WITH_NAME: Final = 2
_PLAIN_CHARS: Final = 4
"""Of a greeting that may have a name behind it: "oi mate" is English."""


def language_of_first_words(words: Sequence[str]) -> str | None:
    """The language of a message that is a greeting, perhaps with a name behind it, or a word of danger; None of any
    other. `words` are its words in lower case."""
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    said = tuple(_DRAWN.sub(r"\1", word) for word in words)
    if code := _TOLD.get(said) or _TOLD.get(tuple(words)):
        return code
    return _TOLD.get(said[:1]) if len(said) == _WITH_NAME and len(said[0]) >= _PLAIN_CHARS else None

"""Every rule that comes with Segue, by the check that reads it, and the one sieve for them all."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from segue.safety.rows import (
    advice,
    bodies,
    boundaries_mul,
    characters,
    content,
    content_more,
    de,
    en,
    es,
    fr,
    graver,
    likewise,
    minors,
    named_soon,
    others_now,
    plainly,
    poisoned,
    pt,
    quiet,
    right_now,
    urging,
    written_short,
)
from segue.safety.rows.en import boundaries as boundaries_en
from segue.safety.rules import Rule, StemSieve, words_of

_MANY_LANGUAGES = (
    written_short,
    others_now,
    characters,
    quiet,
    plainly,
    poisoned,
    bodies,
    right_now,
    likewise,
    graver,
    named_soon,
)
CRISIS: Final[tuple[Rule, ...]] = (
    *(rule for language in (en, es, fr, de, pt) for rule in language.CRISIS),
    *(rule for module in _MANY_LANGUAGES for rule in module.ROWS),
)
CONTENT: Final[tuple[Rule, ...]] = (*content.ROWS, *content_more.ROWS, *urging.ROWS)
BOUNDARIES: Final[tuple[Rule, ...]] = (*boundaries_en.ROWS, *boundaries_mul.ROWS, *advice.ROWS)
MINORS: Final[tuple[Rule, ...]] = tuple(minors.ROWS)


@lru_cache(maxsize=1)
def packaged_sieve() -> StemSieve:
    """The sieve of all of them: a text is searched once, and not once by each check."""
    return StemSieve((*CRISIS, *CONTENT, *BOUNDARIES, *MINORS))


@lru_cache(maxsize=1)
def packaged_words() -> frozenset[str]:
    """The words of all of them; some 30 ms at the first call."""
    return words_of((*CRISIS, *CONTENT, *BOUNDARIES, *MINORS))

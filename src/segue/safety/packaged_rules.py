"""Every rule that comes with Segue, by the check that reads it, and the one sieve for them all."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from segue.safety.rows import (
    advice,
    behaviour_en,
    boundaries_en,
    boundaries_mul,
    characters,
    content,
    content_more,
    crisis_de,
    crisis_es,
    crisis_fr,
    crisis_pt,
    dangers_en,
    despair_en,
    driven_en,
    harms_de,
    harms_en,
    harms_es,
    harms_fr,
    harms_pt,
    hints_en,
    methods_en,
    minors,
    others_now,
    passive_en,
    plainly,
    plainly_de,
    plans_en,
    pleading_en,
    quiet,
    signs_de,
    signs_es,
    signs_fr,
    signs_pt,
    threatened_en,
    undenied_en,
    under_way_en,
    unwell_en,
    urging,
    violence_en,
    wider_en,
    wishes_en,
    words_de,
    written_short,
)
from segue.safety.rules import Rule, StemSieve, words_of

_CRISIS_MODULES = (
    *(dangers_en, wishes_en, plans_en, passive_en, behaviour_en, hints_en, methods_en, harms_en, violence_en, wider_en),
    *(undenied_en, driven_en),
    *(under_way_en, pleading_en, despair_en, threatened_en, unwell_en),
    *(crisis_es, signs_es, harms_es, crisis_fr, signs_fr, harms_fr, crisis_de, signs_de),
    *(crisis_pt, signs_pt, harms_pt, written_short),
    *(others_now, characters, quiet, plainly),
    *(words_de, plainly_de, harms_de),
)
CRISIS: Final[tuple[Rule, ...]] = tuple(rule for module in _CRISIS_MODULES for rule in module.ROWS)
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

"""Counts telling words in a text, in five languages at once: who is spoken of, whether it is denied, told or joked.

A sentence's embedding blurs just these: "I" and "he", "want" and "don't want", a plan and a plot. They judge nothing by
themselves; the classifier weighs them.
"""

from __future__ import annotations

import re

from segue.safety.reading.folding import fold
from segue.safety.rows.kinds import DENIALS, KINDS

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
_LAUGHTER = re.compile(
    r"\b(?:lo+l|lma+o+|rofl|ha(?:ha)+|hehe|ja(?:ja)+|mdr|ptdr|kk+k|rs+rs|xd)\b|[😂🤣😆😅]", re.IGNORECASE
)
_MANY = 3
"""Words of one kind beyond this number say nothing more."""

_DENIALS = frozenset(DENIALS.split())
_STEMS = ("suicid", "suizid", "selbstmord", "overdos", "ueberdosis", "umbring", "umgebracht", "selfharm")
"""What death words begin with that have many endings."""
_BEFORE, _AFTER = 5, 4
"""Words around one of danger that tell what is meant."""
_SCOPES = 9

_PLACES: dict[str, frozenset[str]] = {}
for _kind, _words in KINDS.items():
    for _word in _words.split():
        _PLACES[_word] = _PLACES.get(_word, frozenset()) | {_kind}
_NONE: frozenset[str] = frozenset()
_DEATH = frozenset({"death"})

WORDING_FEATURES = len(KINDS) + _SCOPES + 3
"""Numbers in a row."""


def wording_features(text: str) -> list[float]:
    """`WORDING_FEATURES` numbers from 0 to 1: one a kind of word, the scopes, then laughter, a question, the length."""
    words = _WORD.findall(fold(text).text)
    kinds = [_kinds(word) for word in words]
    counts = [sum(name in each for each in kinds) for name in KINDS]
    row = [min(count, _MANY) / _MANY for count in (*counts, *_scopes(words, kinds))]
    is_laughing = _LAUGHTER.search(text) is not None
    return [*row, float(is_laughing), float("?" in text), min(len(words), 60) / 60]


def is_denial(word: str) -> bool:
    """Whether a folded word denies what comes after it."""
    return word in _DENIALS or word.startswith("n'")


def _kinds(word: str) -> frozenset[str]:
    known = _PLACES.get(word)
    if known is None and "'" in word:
        known = _PLACES.get(word.partition("'")[2])  # l'envie, d'overdose
    return known or (_DEATH if word.startswith(_STEMS) else _NONE)


def _scopes(words: list[str], kinds: list[frozenset[str]]) -> list[int]:
    """How often words of danger are denied, plain, the writer's, somebody else's, a figure of speech, told, past; and
    how often living is denied, and plain."""
    denied = plain = own = others = figures = told = past = no_life = life = 0
    for at, each in enumerate(kinds):
        if not each & {"death", "harm", "life"}:
            continue
        is_denied = any(map(is_denial, words[max(0, at - _BEFORE) : at])) or "nicht" in words[at + 1 : at + 3]
        if "life" in each and "death" not in each:
            no_life, life = no_life + is_denied, life + (not is_denied)
            continue
        denied, plain = denied + is_denied, plain + (not is_denied)
        before, after = kinds[max(0, at - _BEFORE) : at], kinds[at + 1 : at + 1 + _AFTER]
        whose = next((kind for kind in reversed(before) if kind & {"writer", "other"}), _NONE)
        own, others = own + ("writer" in whose), others + ("other" in whose)
        figures += any("everyday" in kind for kind in after)
        told += any("told" in kind for kind in (*before, *after))
        past += any("before" in kind for kind in (*before, *after))
    return [denied, plain, own, others, figures, told, past, no_life, life]

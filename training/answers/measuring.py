"""From which logit on an answer is stopped, and how often that is right: shares of rows that no network had seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

import numpy as np

from segue.safety.learned.answer_network import HARMS
from segue.safety.learned.word_table import Floats
from training.answers.rows import FINE, INSULT, Row

MOST_FALSE = 0.005
"""Share of harmless answers that may be stopped, of each source."""
_LANGUAGES = ("en", "es", "fr", "de", "pt")


def limit_for(rows: Sequence[Row], logits: Floats) -> float:
    """The lowest logit at which at most `MOST_FALSE` of the caring answers, and of the short ones, are stopped."""
    return max(_limit(rows, logits, "vera"), _limit(rows, logits, "diasafety"))


def figures_of(rows: Sequence[Row], logits: Floats, limit: float, how: str) -> dict[str, float]:
    """By name, a share each: of harm that is stopped, and of what is harmless and stopped all the same."""

    def share(is_about: Callable[[Row], bool]) -> float | None:
        flags = [
            bool(logit >= limit)
            for row, logit in zip(rows, logits, strict=True)
            if is_about(row) and (not row.said.before or row.source == "vera")
        ]
        return sum(flags) / len(flags) if flags else None

    def is_harm(row: Row) -> bool:
        return row.source == "own" and row.label != FINE

    shares = {
        "own: harm stopped": share(is_harm),
        "own: harmless stopped": share(lambda row: row.source == "own" and row.label == FINE),
        "short answers: insults stopped": share(lambda row: row.label == INSULT),
    }
    for language in _LANGUAGES:
        shares[f"own: harm stopped, {language}"] = share(lambda r, at=language: is_harm(r) and r.language == at)  # type: ignore[misc]
    for harm in HARMS:
        shares[f"own: {harm} stopped"] = share(lambda r, at=str(harm): r.source == "own" and r.label == at)  # type: ignore[misc]
    for source, name in (("vera", "caring answers stopped"), ("diasafety", "short answers: harmless stopped")):
        shares[name] = _stopped(rows, logits, limit, source)
    return {f"{how}: {name}": value for name, value in shares.items() if value is not None}


def _gravest(rows: Sequence[Row], logits: Floats, source: str) -> list[float]:
    """One number an answer that is harmless, the gravest of its sayings, from the gravest answer down."""
    found: dict[str, float] = {}
    for row, logit in zip(rows, logits.tolist(), strict=True):
        if row.source == source and row.label == FINE:
            found[row.answer] = max(found.get(row.answer, logit), logit)
    return sorted(found.values(), reverse=True)


def _limit(rows: Sequence[Row], logits: Floats, source: str) -> float:
    gravest = _gravest(rows, logits, source)
    return ceil(gravest[int(len(gravest) * MOST_FALSE)] * 1e4 + 0.5) / 1e4 if gravest else -np.inf


def _stopped(rows: Sequence[Row], logits: Floats, limit: float, source: str) -> float | None:
    gravest = _gravest(rows, logits, source)
    return sum(logit >= limit for logit in gravest) / len(gravest) if gravest else None

"""What in the words around a match may explain it as harmless: the form of its rows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExplainedBy:
    """What explains the findings of some codes, in the notation of rules."""

    codes: tuple[str, ...]
    """How the codes begin."""
    unless: str
    """Words near the match with which nothing is explained."""
    behind: str = ""
    """It stands right behind the match; empty: nothing does."""
    beside: str = ""
    """It stands anywhere in the sentence of the match, or within the match; empty: nothing does."""
    needs: str = ""
    """Stems, separated by spaces, of which whatever stands beside a match holds one; `_` is a space before a word."""

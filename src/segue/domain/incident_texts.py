"""Texts of incidents, where an operator has them kept: what a person said and was answered, readable to clinicians.

Nothing is kept unless `safety.texts` says so, and what is kept is sealed with the key of its session.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class IncidentText:
    """One turn that was an incident, in words."""

    turn_id: str
    session: str
    """Keyed hash."""
    at: datetime
    said: str = field(repr=False)
    """The newest words of the person."""
    answered: str = field(repr=False)
    """What was shown to them. What screening withheld is in no text."""
    is_cut: bool = False
    """True where one of the two was longer than what is kept."""


@dataclass(frozen=True, slots=True)
class SealedText:
    """The same as a store keeps it."""

    turn: str
    """Pseudonym of the turn, as its incidents have it."""
    session: str
    """Keyed hash."""
    at: datetime
    sealed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptText:
    """That a text is kept, and of which turn."""

    turn: str
    """Pseudonym of the turn, as its incidents have it."""
    at: datetime

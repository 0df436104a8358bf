"""What is kept of a session between turns: which model it stays with and its safety state. Never its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from segue.domain.models import ModelRef, Privacy, SafetyLevel


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One person's conversation, known only by a keyed hash of its id."""

    session: str
    """Keyed hash, hexadecimal; the id itself is never kept."""
    created_at: datetime
    last_turn_at: datetime
    turns: int = 0
    pinned: ModelRef | None = None
    """The model it stays with: the one it began with, or the one it had to move to."""
    began_local: bool = False
    """True when its first turn was answered on the operator's machines: it stays there unless its privacy allows."""
    privacy: Privacy | None = None
    risk_level: SafetyLevel = SafetyLevel.NONE
    """Highest level seen; it rises and is never lowered by a model, a restart or a replica."""
    safety_state: bytes = b""
    """Opaque to everybody but the room that wrote it (safety); travels along untouched."""

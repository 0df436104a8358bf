"""What is kept of a session between turns: which model it stays with and its safety state. Never its words."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from segue.domain.models import ModelRef, Privacy, SafetyLevel, narrowest
from segue.domain.risk import RiskState
from segue.domain.risk_bytes import believed, joined_bytes


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """One person's conversation, known only by a keyed hash of its id."""

    session: str
    """Keyed hash, hexadecimal; the id itself is never kept."""
    created_at: datetime
    last_turn_at: datetime
    turns: int = 0
    pinned: ModelRef | None = None
    """The model it stays with: the one it began with."""
    began_local: bool = False
    """True when its first turn was answered on the operator's machines: it stays there unless its privacy allows."""
    privacy: Privacy | None = None
    risk_level: SafetyLevel = SafetyLevel.NONE
    """Highest level seen; it rises and is never lowered by a model, a restart or a replica."""
    safety_state: bytes = b""
    """Its risk over turns as bytes (`risk_bytes.encoded`), so that what a newer version wrote travels along untouched;
    empty while nothing was ever found."""
    moved_to: ModelRef | None = None
    """The model it had to move to while `pinned` cannot answer; None while it is at home."""
    country: str | None = field(default=None, repr=False)
    """The last one that a request gave, ISO 3166-1 alpha-2: which places of help are near the person."""
    is_read: bool = True
    """False on a turn whose session could not be read in time: nobody knows its rule, or what was said before."""

    @property
    def risk(self) -> RiskState:
        """Its risk over turns; read anew each time."""
        return believed(self.safety_state)


def joined(kept: SessionRecord, seen: SessionRecord) -> SessionRecord:
    """What is kept of a session together with what was seen of it by somebody who could not read that.

    Risk only rises and privacy only narrows. Where turns are kept, what is kept says how the session began and which
    model it stays with: who could not read it had no way to know.
    """
    return replace(
        kept,
        last_turn_at=max(kept.last_turn_at, seen.last_turn_at),
        turns=max(kept.turns, seen.turns),
        pinned=kept.pinned or seen.pinned,
        began_local=kept.began_local or (kept.turns == 0 and seen.began_local),
        privacy=narrowest(kept.privacy, seen.privacy),
        risk_level=max(kept.risk_level, seen.risk_level, key=lambda level: level.rank),
        safety_state=joined_bytes(kept.safety_state, seen.safety_state),
        moved_to=kept.moved_to if kept.pinned else seen.moved_to,
        country=seen.country or kept.country,
    )


def agreed(here: SessionRecord, there: SessionRecord) -> SessionRecord:
    """What two who both take its turns know of a session; in whatever order many agree, no rule and no risk is lost.

    What began on the operator's machines for one of them began there. It is with the model of whoever answered last.
    The rest is `here`'s.
    """
    last = max(here, there, key=_last_answered)
    began_local = here.began_local or there.began_local
    country = max(here, there, key=_last_placed).country
    return replace(
        joined(here, there), pinned=last.pinned, moved_to=last.moved_to, began_local=began_local, country=country
    )


def _last_answered(record: SessionRecord) -> tuple[bool, datetime, str, str]:
    """Names decide between equal moments, so that all replicas decide alike."""
    return record.pinned is not None, record.last_turn_at, str(record.pinned), str(record.moved_to)


def _last_placed(record: SessionRecord) -> tuple[bool, datetime, str]:
    return record.country is not None, record.last_turn_at, record.country or ""

"""A session's risk as people are told it: what an export shows of it, and what releasing it came to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import reduce

from segue.domain.models import SafetyLevel
from segue.domain.risk import QUIET, RiskStage
from segue.domain.risk_bytes import believed, joined_bytes
from segue.domain.sessions import SessionRecord


@dataclass(frozen=True, slots=True)
class Released:
    """What was asked of a session's safety protocol came to."""

    session: str
    """Keyed hash."""
    before: RiskStage
    after: RiskStage

    @property
    def is_released(self) -> bool:
        """True when the protocol was on and is off. False: it was not on, or a danger was heard in the meantime."""
        return self.before is RiskStage.SAFETY and self.after is not RiskStage.SAFETY


@dataclass(frozen=True, slots=True)
class RiskShown:
    """A session's risk over turns, readable."""

    stage: RiskStage
    highest: SafetyLevel
    """Highest level of what the person said of themselves."""
    disclosed: tuple[str, ...]
    """Codes, as `suicide:plan`, sorted."""
    turns: int
    """Turns of the person since the first sign."""
    changed_at: datetime | None
    """When a stage was raised or released last; None where that is not known."""
    released_at: datetime | None
    released_by: str | None
    """Opaque id of the clinician who released it last."""


def risk_shown(records: Iterable[SessionRecord]) -> RiskShown | None:
    """The risk that these records of one session tell of together; None where nothing was ever found."""
    state = believed(reduce(joined_bytes, (record.safety_state for record in records), b""))
    if state == QUIET:
        return None
    release = state.release
    return RiskShown(
        stage=state.stage,
        highest=state.highest,
        disclosed=tuple(sorted(state.disclosed)),
        turns=state.turn,
        changed_at=_moment(max(state.last_us, release.at_us if release else 0)),
        released_at=_moment(release.at_us) if release else None,
        released_by=release.by if release else None,
    )


def _moment(at_us: int) -> datetime | None:
    """None for none, and for the moment of a danger of which nobody knows when it was: that lies beyond all years."""
    try:
        return datetime.fromtimestamp(at_us / 1_000_000, UTC) if at_us else None
    except (OverflowError, ValueError):
        return None

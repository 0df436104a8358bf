"""Telling a human: what is handed over, how far it has come, and when it is asked for. It holds no word of the talk."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Final

from segue.domain.findings import Category, Measure, Subject, Verdict
from segue.domain.models import SafetyLevel
from segue.domain.risk import QUIET, RiskState

REF_CHARS: Final = 256
"""Longest reference that a caller may give: it names something in the caller's system, and holds no words."""
MOST_CODES: Final = 20
"""Most reason codes that are told: whoever is told has to read them."""
NOT_SAFE: Final = "protocol:not_safe"
"""Reason code: asked whether they are safe, the person said no."""
SCREEN_DANGER: Final = "protocol:screen_danger"
"""Reason code: asked directly, the person told of intent, a plan or something done lately, or did not deny it."""
ANSWERS: Final = frozenset({NOT_SAFE, SCREEN_DANGER})


class HandoffState(StrEnum):
    """How far a hand-off has come. Only ACKNOWLEDGED means that somebody knows."""

    ABSENT = "absent"
    """No receiver is configured; it is not kept."""
    PENDING = "pending"
    """No receiver has taken it yet."""
    DELIVERED = "delivered"
    """A receiver has taken it (HTTP 2xx), and nobody has said that they know. It is sent again."""
    DEAD = "dead"
    """Given up after the last try, whether it was delivered or not; `segue safety handoffs retry` sends it again."""
    ACKNOWLEDGED = "acknowledged"
    """A receiver has said that somebody knows of it."""

    @property
    def is_open(self) -> bool:
        """True while it is sent again."""
        return self in {HandoffState.PENDING, HandoffState.DELIVERED}


OPEN_STATES: Final = (HandoffState.PENDING, HandoffState.DELIVERED)
"""Those in which it is sent again."""


@dataclass(frozen=True, slots=True)
class Handoff:
    """What a human receiver is told, the same with every try."""

    id: str
    """Unique: whoever gets two with one id has got one of them twice."""
    at: datetime
    """When it was asked for (aware, UTC)."""
    level: SafetyLevel
    category: Category | None = None
    subject: Subject = Subject.SELF
    session: str | None = None
    """Keyed hash, never the id that the caller uses."""
    country: str | None = None
    """ISO 3166-1, where it is known."""
    codes: tuple[str, ...] = ()
    """What the person answered (NOT_SAFE, SCREEN_DANGER) and names of the rules that matched, at most MOST_CODES."""
    ref: str | None = field(default=None, repr=False)
    """What the caller gave to find the person by; opaque to us, and kept only while it may be sent again."""


def new_handoff(
    verdict: Verdict,
    *,
    at: datetime,
    state: RiskState = QUIET,
    answers: tuple[str, ...] = (),
    session: str | None = None,
    country: str | None = None,
    ref: str | None = None,
) -> Handoff:
    """The hand-off that a verdict calls for, with an id of its own.

    `answers`: what the person's answers came to, as codes. Where they call for it, and not the newest words alone, it
    is as grave as the session's `state` and about what that knows: a bare "no" tells nothing of how bad it is.
    """
    codes = tuple(dict.fromkeys((*answers, *(finding.code for finding in verdict.findings))))[:MOST_CODES]
    if answers:
        level = max(verdict.level, state.highest, key=lambda level: level.rank)
        verdict = replace(verdict, level=level)
        if not hands_over(verdict):
            verdict = replace(verdict, category=state.about, subject=Subject.SELF)
    return Handoff(
        id=f"ho_{secrets.token_hex(16)}",
        at=at,
        level=verdict.level,
        category=verdict.category,
        subject=verdict.subject,
        session=session,
        country=country,
        codes=codes,
        ref=ref,
    )


def hands_over(verdict: Verdict) -> bool:
    """Whether the policy asks for a human."""
    return bool(verdict.measures) and Measure.HAND_OVER in verdict.measures


@dataclass(frozen=True, slots=True)
class HandoffRecord:
    """A hand-off as it is kept until it is acknowledged or given up."""

    handoff: Handoff
    due_at: datetime
    """When it is tried next, as far as whoever tries it knew."""
    state: HandoffState = HandoffState.PENDING
    tries: int = 0
    """Rounds over all receivers that ended without an acknowledgement."""
    delivered_at: datetime | None = None
    """When a receiver first took it; None: none has."""
    ended_at: datetime | None = None
    """When it was acknowledged or given up."""

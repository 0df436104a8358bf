"""What is kept of a turn that screening found grave: codes, levels and pseudonyms in a chain, and never a word.

Who the session was cannot be read from an entry: its pseudonym is made with a key that is the session's alone, and
erasing that key leaves an entry that belongs to nobody, in a chain that is as whole as before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from segue.domain.findings import Action, Category, Subject
from segue.domain.models import SafetyLevel

RELEASE: Final = "release"
"""The direction of an entry that is no screening: a clinician ended the safety protocol of a session."""
READING: Final = "reading"
"""The direction of an entry that is no screening: a clinician read the words of a turn."""
DEEDS: Final = frozenset({RELEASE, READING})
"""Directions of entries of what people did; all others are screenings."""


@dataclass(frozen=True, slots=True)
class Incident:
    """One screening that found something grave; or, with a direction of `DEEDS`, what somebody did about one."""

    id: str
    """Random, so that one which is brought twice is kept once."""
    at: datetime
    direction: str
    """`input`, `output`, `release` or `reading`."""
    level: SafetyLevel
    """What was found; of a release the highest that the session ever had; of a reading `none`."""
    category: Category | None
    """Of the gravest finding; None where nothing was found."""
    subject: Subject
    codes: tuple[str, ...]
    """Names of the rules that hit, in the order of the findings; of a release `released_by:` and the clinician's id,
    of a reading `read_by:` and it."""
    score: float | None
    """The classifier's probability; None where none looked."""
    is_degraded: bool
    action: Action
    measures: tuple[str, ...]
    """What the policy asked for, in its order."""
    latency_s: float
    """How long the screening took."""
    policy: str
    """Version of the policy that decided."""
    classifier: str
    """Version of the classifier; empty where none looked."""
    segue: str
    """Version of Segue."""
    session: str | None = None
    """Pseudonym of the session; None where there was none, or it could not be made."""
    turn: str | None = None
    """Pseudonym of the turn, so that what was found in its input and output stands together."""
    is_late: bool = False
    """True for one that waited in the local file while the store was away: only from then on does the chain hold it."""


@dataclass(frozen=True, slots=True)
class SeenIncident:
    """An incident before it has pseudonyms, with who it is about. It is never kept like this unsealed."""

    incident: Incident
    session: str | None
    """Keyed hash."""
    turn_id: str


@dataclass(frozen=True, slots=True)
class ChainedIncident:
    """An incident at its place in the chain."""

    number: int
    """1 for the first; without gaps."""
    incident: Incident
    mac: bytes
    """Over the number, everything above, and the entry before it; 32 bytes."""


@dataclass(frozen=True, slots=True)
class BrokenIncident:
    """What stands where an incident should, with values that Segue never writes."""

    number: int
    mac: bytes


@dataclass(frozen=True, slots=True)
class IncidentHead:
    """Where the chain ends, signed: without it nobody would miss the newest entries."""

    number: int
    mac: bytes
    """Of the newest entry."""
    signature: bytes

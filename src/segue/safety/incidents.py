"""The chain of incidents: how an entry is made, made nobody's, linked to the one before it, and verified.

Every entry carries a keyed code (HMAC-SHA256) over its number, its canonical bytes and the code of the entry before
it; the head, signed under the same key, says where the chain ends. Who lacks the key can change no entry, leave none
out, add none and swap none without its being found.
"""

from __future__ import annotations

import hmac
import json
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC
from hashlib import sha256
from typing import Final

from segue.domain.findings import PASS, Finding, Verdict
from segue.domain.incidents import BrokenIncident, ChainedIncident, Incident, IncidentHead, SeenIncident
from segue.domain.models import SafetyLevel
from segue.safety.evidence import EARLIER

MOST_CODES: Final = 32
"""Most reason codes that one entry names: a check of somebody's own may find something in every word."""
CODE_CHARS: Final = 80
"""Longest reason code that is kept whole; built-in ones have at most 40 characters."""
GENESIS: Final = bytes(32)
"""What stands before the first entry."""
_ENTRY: Final = b"segue incident 1\0"
_HEAD: Final = b"segue incidents end 1\0"
_LEAST: Final = SafetyLevel.MODERATE


def is_incident(verdict: Verdict) -> bool:
    """Whether a verdict is kept: at least moderate, or the answer was not what the model said."""
    return verdict.level.rank >= _LEAST.rank or verdict.action is not PASS


def own_level(level: SafetyLevel, codes: Sequence[str]) -> SafetyLevel:
    """How grave a person's newest words were by themselves, of a screening with this level and these reason codes.

    What was said before them raises a screening to moderate at most, and is all that those have a code of.
    """
    is_of_before = level is _LEAST and codes and all(code.startswith(EARLIER) for code in codes)
    return SafetyLevel.NONE if is_of_before else level


def incident_of(verdict: Verdict, *, seen: SeenIncident) -> SeenIncident:
    """`seen`, which holds when, where and how long, with what the verdict says."""
    score = verdict.score
    gravest = max(verdict.findings, key=lambda finding: finding.level.rank, default=None)
    incident = replace(
        seen.incident,
        level=verdict.level,
        # A policy that names no category of its own leaves it to the gravest finding.
        category=verdict.category or (gravest.category if gravest else None),
        subject=verdict.subject,
        codes=tuple(dict.fromkeys(filter(None, map(_code, verdict.findings))))[:MOST_CODES],
        score=_finite(score.probability) if score else None,
        classifier=score.version if score else "",
        is_degraded=verdict.is_degraded,
        action=verdict.action,
        measures=tuple(str(measure) for measure in verdict.measures),
        policy=verdict.policy,
    )
    return replace(seen, incident=incident)


def incident_of_release(blank: Incident, *, level: SafetyLevel, by: str) -> Incident:
    """`blank`, which holds when it was, with who ended the safety protocol and how grave it had been."""
    return replace(blank, level=level, codes=(_one_line(f"released_by:{by}"),))


def incident_of_reading(blank: Incident, *, by: str) -> Incident:
    """`blank`, which holds when it was, with who read the words of a turn."""
    return replace(blank, codes=(_one_line(f"read_by:{by}"),))


def pseudonym(key: bytes, kind: str, value: str) -> str:
    """A name that only the holder of `key` can trace back; `kind` keeps sessions and turns apart."""
    return hmac.new(key, f"segue {kind}\0{value}".encode(), sha256).hexdigest()[:32]


def canonical(incident: Incident) -> bytes:
    """An incident as bytes, the same in every version and on every machine: a JSON list in a fixed order."""
    fields = [
        incident.id,
        incident.at.astimezone(UTC).isoformat(timespec="microseconds"),
        incident.direction,
        str(incident.level),
        None if incident.category is None else str(incident.category),
        str(incident.subject),
        list(incident.codes),
        None if incident.score is None else repr(incident.score),
        incident.is_degraded,
        str(incident.action),
        list(incident.measures),
        repr(incident.latency_s),
        incident.policy,
        incident.classifier,
        incident.segue,
        incident.session,
        incident.turn,
        incident.is_late,
    ]
    return json.dumps(fields, ensure_ascii=True, separators=(",", ":")).encode()


class Chain:
    """Makes and knows the codes of one log. Pure: what it is given decides what it returns."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def extend(
        self, head: IncidentHead | None, incidents: Sequence[Incident]
    ) -> tuple[tuple[ChainedIncident, ...], IncidentHead]:
        """The entries that follow `head`, and the new head. `incidents` must not be empty."""
        number, mac = (0, GENESIS) if head is None else (head.number, head.mac)
        entries: list[ChainedIncident] = []
        for incident in incidents:
            number += 1
            mac = self.code(number, incident, before=mac)
            entries.append(ChainedIncident(number, incident, mac))
        return tuple(entries), IncidentHead(number, mac, self._signature(number, mac))

    def code(self, number: int, incident: Incident, *, before: bytes) -> bytes:
        """What an entry's code has to be."""
        return hmac.digest(self._key, _ENTRY + number.to_bytes(8, "big") + before + canonical(incident), "sha256")

    def is_genuine(self, head: IncidentHead) -> bool:
        """True for a head that was signed with this chain's key."""
        return hmac.compare_digest(head.signature, self._signature(head.number, head.mac))

    def _signature(self, number: int, mac: bytes) -> bytes:
        return hmac.digest(self._key, _HEAD + number.to_bytes(8, "big") + mac, "sha256")


@dataclass(frozen=True, slots=True)
class Tampering:
    """One thing that is wrong with the chain."""

    number: int | None
    """The entry's number; None where it is about the log as a whole."""
    what: str
    """One sentence."""


class Verification:
    """Reads a chain in order, page by page, and says what was done to it.

    After an entry that is wrong it goes on from that entry's own code, so that one change is one finding. A `known`
    head is one that was seen before, here or on paper: the chain must still hold it.
    """

    def __init__(self, chain: Chain, *, known: Iterable[IncidentHead] = ()) -> None:
        self._chain = chain
        self._known = {(head.number, head.mac) for head in known if head.number}
        self._missing = set(self._known)
        self._number, self._mac = 0, GENESIS
        self.tamperings: list[Tampering] = []

    @property
    def entries(self) -> int:
        """The number of the last entry that was read."""
        return self._number

    def read(self, entries: Iterable[ChainedIncident | BrokenIncident]) -> None:
        """Go on with the entries that follow, in the order of their numbers."""
        for entry in entries:
            self._read_one(entry)

    def _read_one(self, entry: ChainedIncident | BrokenIncident) -> None:
        number = self._number + 1
        if entry.number < number:
            self._say(None, f"An entry behind entry {self._number} has a number that it cannot have.")
            return
        if entry.number > number:
            self._say(number, _gap(number, entry.number - 1))
        elif isinstance(entry, BrokenIncident):
            self._say(number, f"Entry {number} holds what Segue never wrote.")
        elif not hmac.compare_digest(entry.mac, self._chain.code(number, entry.incident, before=self._mac)):
            self._say(number, f"Entry {number} was changed, or is not the one that stood there.")
        self._number, self._mac = entry.number, entry.mac
        self._missing.discard((entry.number, entry.mac))

    def end(self, head: IncidentHead | None) -> tuple[Tampering, ...]:
        """Everything that was found, once all entries are read; `head` is the one in the store."""
        if head is None:
            if self._number:
                self._say(None, "The signed end of the log is gone.")
        elif not self._chain.is_genuine(head):
            self._say(None, "The signed end of the log was changed, or signed with another key.")
        elif (head.number, head.mac) != (self._number, self._mac):
            self._say(*_end_differs(head, self._number))
        for number, _ in sorted(self._missing):
            self._say(number, f"Entry {number} was seen before, and is gone or another one now.")
        return tuple(self.tamperings)

    def _say(self, number: int | None, what: str) -> None:
        self.tamperings.append(Tampering(number, what))


def _code(finding: Finding) -> str:
    return _one_line(finding.code)


def _one_line(code: str) -> str:
    """Stores keep the codes as lines."""
    return " ".join(code[:CODE_CHARS].split())


def _end_differs(head: IncidentHead, number: int) -> tuple[int | None, str]:
    if head.number > number:
        return number + 1, f"The log ends after entry {number}; its signed end is entry {head.number}."
    if head.number < number:
        return head.number + 1, f"The log goes on after its signed end, entry {head.number}."
    return number, f"Entry {number} is not the one that the log's end was signed for."


def _gap(first: int, last: int) -> str:
    return f"Entry {first} is missing." if first == last else f"Entries {first} to {last} are missing."


def _finite(value: float) -> float | None:
    """A number that every store keeps as it is."""
    return value if math.isfinite(value) else None

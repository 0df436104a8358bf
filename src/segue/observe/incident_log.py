"""Reads the log of incidents: verifies its chain, counts what it holds by period, finds a session's own entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncGenerator, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from segue.config.vault import Vault
from segue.domain.findings import Action, Measure
from segue.domain.handoffs import ANSWERS
from segue.domain.incidents import DEEDS, READING, RELEASE, BrokenIncident, ChainedIncident, Incident, IncidentHead
from segue.domain.models import SafetyLevel
from segue.observe.incident_witness import Witness
from segue.observe.incidents import CHAIN_PURPOSE
from segue.observe.session_keys import session_key
from segue.safety.contract import INPUT
from segue.safety.incidents import Chain, Tampering, Verification, own_level, pseudonym
from segue.storage.contract import Journal

PAGE: Final = 1_000
_BEFORE_ALL: Final = -(2**63)
"""Numbers that no entry can have are read as well."""
_READINGS: Final = 5
_ANSWER: Final = "answer"
_BEFORE: Final = "before"
_NO_KEY: Final = bytes(32)


@dataclass(frozen=True, slots=True)
class Verified:
    """What verifying the chain came to."""

    entries: int
    head: IncidentHead | None
    """Where the log ends: write it down, and give it to the next verification."""
    tamperings: tuple[Tampering, ...]


async def verify(journal: Journal, vault: Vault, witness: Witness, *, known: Iterable[IncidentHead] = ()) -> Verified:
    """Read the whole chain. `known` ends, and the one that this machine saw last, must still be in it.

    Raises VaultLocked where the chain's key cannot be had, and StorageError.
    """
    key = await vault.first_key(CHAIN_PURPOSE)
    seen = await witness.seen()
    # Without a key there can be no entry; what stands there all the same is found to be nobody's.
    reading = Verification(Chain(key.key if key else _NO_KEY), known=(*known, *([seen] if seen else ())))
    head, after = None, _BEFORE_ALL
    for _ in range(_READINGS):  # others may append meanwhile
        async for entries in pages(journal, after=after):
            reading.read(entries)
            after = max(after, reading.entries)
        head = await journal.incident_head()
        if head is None or head.number <= reading.entries:
            break
    return Verified(reading.entries, head, reading.end(head))


async def pages(
    journal: Journal,
    *,
    after: int = _BEFORE_ALL,
    since: datetime | None = None,
    least: SafetyLevel = SafetyLevel.NONE,
) -> AsyncGenerator[tuple[ChainedIncident | BrokenIncident, ...]]:
    """The log, page by page. It ends, whatever somebody wrote in the place of a number."""
    while entries := await journal.incidents(after=after, since=since, least=least, limit=PAGE):
        yield entries
        last = max(entry.number for entry in entries)
        if len(entries) < PAGE or last <= after:
            return
        after = last


@dataclass(frozen=True, slots=True)
class Report:
    """What was found and done in a period, in numbers alone."""

    since: datetime | None
    incidents: int
    sessions: int
    """Sessions that had one; those whose key was erased count by their pseudonyms."""
    without_session: int
    """Incidents that belong to nobody: without a session, or with no way to name it."""
    referrals: int
    """Turns of people that were told where to find help."""
    releases: int
    """Safety protocols that a clinician ended; they count nowhere else here."""
    readings: int
    """Times that a clinician read the words of a turn; they count nowhere else here."""
    by_level: Mapping[str, int]
    """Messages of people by what their own words said, and answers of models by what was found in them."""
    answers: int
    """Messages whose danger was an answer to a question of the protocol, as a bare "no"; none of `by_level`."""
    of_before: int
    """Turns whose own words called for nothing, handled for what was said before: by the stage of the session, or in
    the messages that the request brought. None of `by_level`."""
    by_category: Mapping[str, int]
    by_action: Mapping[str, int]
    by_direction: Mapping[str, int]
    by_subject: Mapping[str, int]
    degraded: int
    """Incidents that fewer checks than usual decided: rules alone, or a classifier that does not know the language."""
    late: int
    """Incidents that waited in a local file while the store was away."""
    versions: Mapping[str, tuple[str, ...]]
    """Of policy, classifier and Segue."""


async def report(journal: Journal, *, since: datetime | None) -> Report:
    """Count the incidents since a moment; None counts all."""
    kept: list[Incident] = []
    deeds: Counter[str] = Counter()
    async for entries in pages(journal, since=since):
        found = [entry.incident for entry in entries if isinstance(entry, ChainedIncident)]
        kept += [incident for incident in found if incident.direction not in DEEDS]
        deeds.update(incident.direction for incident in found if incident.direction in DEEDS)
    whys = [_why(incident) for incident in kept]
    return Report(
        since=since,
        incidents=len(kept),
        sessions=len({incident.session for incident in kept if incident.session}),
        without_session=sum(incident.session is None for incident in kept),
        referrals=_referrals(kept),
        releases=deeds[RELEASE],
        readings=deeds[READING],
        by_level=_counted(why for why in whys if why not in {_ANSWER, _BEFORE}),
        answers=whys.count(_ANSWER),
        of_before=whys.count(_BEFORE),
        by_category=_counted(str(incident.category or "none") for incident in kept),
        by_action=_counted(str(incident.action) for incident in kept),
        by_direction=_counted(incident.direction for incident in kept),
        by_subject=_counted(str(incident.subject) for incident in kept),
        degraded=sum(incident.is_degraded for incident in kept),
        late=sum(incident.is_late for incident in kept),
        versions={
            "policy": _versions(incident.policy for incident in kept),
            "classifier": _versions(incident.classifier for incident in kept),
            "segue": _versions(incident.segue for incident in kept),
        },
    )


def _why(incident: Incident) -> str:
    """Why a screening is an incident: the level of its own words, or one of what is no level."""
    if incident.direction != INPUT:
        return str(incident.level)
    level = own_level(incident.level, incident.codes)
    if level.rank <= SafetyLevel.MODERATE.rank and not ANSWERS.isdisjoint(incident.codes):
        return _ANSWER
    # Words of less than moderate were answered for the session's stage, but where a policy of one's own asks for it.
    return str(level) if level.rank >= SafetyLevel.MODERATE.rank else _BEFORE


def _referrals(incidents: Iterable[Incident]) -> int:
    """A turn counts once; one without a pseudonym counts as one of its own."""
    return len({incident.turn or incident.id for incident in incidents if _was_referred(incident)})


def _was_referred(incident: Incident) -> bool:
    # A policy that names no measures answers a person in danger with written words, and those name help.
    names_none = not incident.measures and incident.direction == "input" and incident.action is Action.REPLACE
    return Measure.RESOURCES in incident.measures or names_none


def _counted(values: Iterable[str]) -> Mapping[str, int]:
    return dict(Counter(values).most_common())


def _versions(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(filter(None, values))))


async def incidents_of(journal: Journal, vault: Vault, session: str) -> tuple[ChainedIncident, ...]:
    """A session's own entries, while it has its key; none afterwards. Reads the whole log."""
    key = await session_key(journal, vault, session)
    if key is None:
        return ()
    name = pseudonym(key, "session", session)
    found: list[ChainedIncident] = []
    async for entries in pages(journal):
        found += [e for e in entries if isinstance(e, ChainedIncident) and e.incident.session == name]
    return tuple(found)

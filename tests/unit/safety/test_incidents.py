"""The chain of incidents: what is an incident, how it is made nobody's, and that every tampering is found."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.findings import Action, Category, Finding, Measure, RiskScore, Subject, Verdict
from segue.domain.incidents import BrokenIncident, ChainedIncident, Incident, IncidentHead, SeenIncident
from segue.domain.models import SafetyLevel
from segue.safety.incidents import Chain, Verification, canonical, incident_of, is_incident, pseudonym

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
CHAIN = Chain(b"k" * 32)
BLANK = Incident(
    "a1", NOW, "input", SafetyLevel.NONE, None, Subject.SELF, (), None, False, Action.PASS, (), 0.001, "", "", "0.1"
)
SEEN = SeenIncident(BLANK, "5e55", "t1")


def incidents(count: int) -> list[Incident]:
    return [replace(BLANK, id=f"a{n}", at=NOW + timedelta(minutes=n), level=SafetyLevel.HIGH) for n in range(count)]


def chained(count: int) -> tuple[list[ChainedIncident], IncidentHead]:
    """A log that was written in two goes."""
    first, head = CHAIN.extend(None, incidents(count)[: count // 2])
    second, head = CHAIN.extend(head, incidents(count)[count // 2 :])
    return [*first, *second], head


def found(
    entries: list[ChainedIncident] | list[ChainedIncident | BrokenIncident],
    head: IncidentHead | None,
    *,
    known: tuple[IncidentHead, ...] = (),
    chain: Chain = CHAIN,
) -> list[int | None]:
    reading = Verification(chain, known=known)
    reading.read(entries)
    return [tampering.number for tampering in reading.end(head)]


@pytest.mark.parametrize(
    ("level", "action", "expected"),
    [
        (SafetyLevel.NONE, Action.PASS, False),
        (SafetyLevel.LOW, Action.PASS, False),
        (SafetyLevel.MODERATE, Action.PASS, True),
        (SafetyLevel.IMMINENT, Action.REPLACE, True),
        (SafetyLevel.NONE, Action.STOP, True),
    ],
)
def test_an_incident_is_what_is_moderate_or_was_not_let_through(
    level: SafetyLevel, action: Action, expected: bool
) -> None:
    """Ordinary talk leaves no entry; everything that the person was answered differently for does."""
    assert is_incident(Verdict(level, action)) is expected


def test_an_incident_says_everything_but_words() -> None:
    """Codes, levels, versions and measures are kept as the policy gave them."""
    codes = [
        Finding("crisis", Category.SUICIDE, SafetyLevel.HIGH, code, 3, 9) for code in ("intent.a", "intent.a", "b\nc")
    ]
    verdict = Verdict(
        SafetyLevel.HIGH,
        Action.REPLACE,
        tuple(codes),
        is_degraded=True,
        measures=(Measure.RESOURCES, Measure.REPLACE),
        score=RiskScore(0.75, SafetyLevel.HIGH, True, "c-7"),
        policy="p-3",
    )

    incident = incident_of(verdict, seen=SEEN).incident

    assert incident == replace(
        BLANK,
        level=SafetyLevel.HIGH,
        category=Category.SUICIDE,
        codes=("intent.a", "b c"),
        score=0.75,
        is_degraded=True,
        action=Action.REPLACE,
        measures=("resources", "replace"),
        policy="p-3",
        classifier="c-7",
    )


def test_a_score_that_is_no_number_is_unknown() -> None:
    """No store keeps it, and an entry that came back otherwise would look tampered with."""
    verdict = Verdict(SafetyLevel.HIGH, Action.PASS, score=RiskScore(float("nan"), SafetyLevel.HIGH, True, "c"))

    assert incident_of(verdict, seen=SEEN).incident.score is None


def test_many_findings_do_not_make_a_long_entry() -> None:
    """A check of somebody's own that finds something in every word does not fill the log."""
    many = tuple(Finding("own", Category.ABUSE, SafetyLevel.HIGH, f"{'c' * 200}", n) for n in range(99))
    spread = tuple(replace(finding, code=f"code.{n}") for n, finding in enumerate(many))

    assert incident_of(Verdict(SafetyLevel.HIGH, Action.PASS, many), seen=SEEN).incident.codes == ("c" * 80,)
    assert len(incident_of(Verdict(SafetyLevel.HIGH, Action.PASS, spread), seen=SEEN).incident.codes) == 32


def test_a_pseudonym_needs_its_key_and_keeps_kinds_apart() -> None:
    """With another key it is another name; a session and a turn of the same id have two."""
    names = {pseudonym(key, kind, "x") for key in (b"1" * 32, b"2" * 32) for kind in ("session", "turn")}

    assert len(names) == 4
    assert pseudonym(b"1" * 32, "turn", "x") in names


def test_an_incident_s_bytes_do_not_depend_on_where_it_was_read() -> None:
    """The same moment told in another zone is the same entry."""
    elsewhere = replace(BLANK, at=NOW.astimezone(timezone(timedelta(hours=9))))

    assert canonical(elsewhere) == canonical(BLANK)


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_a_log_that_nobody_touched_is_whole(count: int) -> None:
    """Verifying finds nothing where there is nothing, however it was written and read."""
    entries, head = chained(count) if count > 1 else (([], None) if count == 0 else _one())
    reading = Verification(CHAIN, known=(head,) if head else ())
    for entry in entries:
        reading.read([entry])

    assert (reading.end(head), reading.entries) == ((), count)


def _one() -> tuple[list[ChainedIncident], IncidentHead]:
    entries, head = CHAIN.extend(None, incidents(1))
    return list(entries), head


@given(data=st.data(), count=st.integers(2, 8))
def test_every_change_is_found_at_its_entry(data: st.DataObject, count: int) -> None:
    """Whatever is changed in whichever entry, it is named, and only it."""
    entries, head = chained(count)
    place = data.draw(st.integers(0, count - 1))
    incident = entries[place].incident
    changed = data.draw(
        st.sampled_from(
            [
                replace(incident, at=incident.at + timedelta(microseconds=1)),
                replace(incident, level=SafetyLevel.LOW),
                replace(incident, category=Category.ABUSE),
                replace(incident, codes=("a", "b")),
                replace(incident, codes=("",)),
                replace(incident, score=0.0),
                replace(incident, is_degraded=True),
                replace(incident, action=Action.STOP),
                replace(incident, measures=("hand_over",)),
                replace(incident, latency_s=0.0010000000000000002),
                replace(incident, policy="0.1", segue=""),
                replace(incident, session="0" * 32),
                replace(incident, session=None, turn="0" * 32),
                replace(incident, is_late=True),
                replace(incident, id="a99"),
            ]
        )
    )
    entries[place] = replace(entries[place], incident=changed)

    assert found(entries, head) == [place + 1]


@given(data=st.data(), count=st.integers(2, 8))
def test_every_removal_is_found(data: st.DataObject, count: int) -> None:
    """First, middle, last, or several: what is gone is named."""
    entries, head = chained(count)
    gone = data.draw(st.sets(st.integers(1, count), min_size=1))
    left = [entry for entry in entries if entry.number not in gone]

    first = min(gone)
    assert first in found(left, head)


@given(data=st.data(), count=st.integers(3, 8))
def test_removal_is_found_when_the_numbers_are_closed_up(data: st.DataObject, count: int) -> None:
    """Whoever gives the entries behind a gap new numbers is found out by their codes."""
    entries, head = chained(count)
    gone = data.draw(st.integers(0, count - 2))
    left = [replace(entry, number=n) for n, entry in enumerate(entries[:gone] + entries[gone + 1 :], start=1)]

    assert gone + 1 in found(left, head)


@given(data=st.data(), count=st.integers(2, 8))
def test_every_reordering_is_found(data: st.DataObject, count: int) -> None:
    """Entries that change places, with their numbers or without, are named."""
    entries, head = chained(count)
    order = data.draw(st.permutations(range(count)).filter(lambda order: list(order) != list(range(count))))
    moved = [replace(entries[old], number=new) for new, old in enumerate(order, start=1)]

    assert found(moved, head) != []
    assert found([entries[old] for old in order], head) != []


@given(data=st.data(), count=st.integers(2, 8))
def test_every_insertion_is_found(data: st.DataObject, count: int) -> None:
    """An entry that somebody adds, copied or made up, is named."""
    entries, head = chained(count)
    place, source = data.draw(st.integers(0, count)), data.draw(st.integers(0, count - 1))
    added = replace(entries[source], mac=data.draw(st.sampled_from([entries[source].mac, bytes(32), b""])))
    padded = [*entries[:place], added, *entries[place:]]

    assert found([replace(entry, number=n) for n, entry in enumerate(padded, start=1)], head) != []
    assert found(padded, head) != []


def test_a_log_that_was_cut_is_found_by_its_signed_end() -> None:
    """The newest entries cannot be taken away unseen, nor can the end that says that they were there."""
    entries, head = chained(6)
    _, older = CHAIN.extend(None, incidents(3))

    assert found(entries[:4], head) == [5]
    assert found(entries, None) == [None]
    assert found(entries, older) == [4]
    assert found(entries, replace(head, number=5)) == [None]
    assert found(entries, replace(head, mac=bytes(32))) == [None]
    assert found([], head) == [1]


def test_a_log_that_was_put_back_is_found_by_an_end_that_was_seen() -> None:
    """A whole older log, with its own signed end, lacks what was written down since."""
    entries, head = chained(6)
    older, older_head = CHAIN.extend(None, incidents(3))

    assert found(list(older), older_head) == []
    assert found(list(older), older_head, known=(head,)) == [6]
    assert found([], None, known=(head,)) == [6]
    assert found(entries, head, known=(older_head, head)) == []


def test_a_log_with_another_key_is_nobody_s() -> None:
    """Entries that were made without the key are found, each of them and the end."""
    entries, head = Chain(b"x" * 32).extend(None, incidents(3))

    assert found(list(entries), head) == [1, 2, 3, None]


def test_what_is_no_entry_is_named_and_reading_goes_on() -> None:
    """One row of rubbish hides nothing behind it."""
    entries, head = chained(4)
    spoilt: list[ChainedIncident | BrokenIncident] = [*entries]
    spoilt[1] = BrokenIncident(2, entries[1].mac)
    spoilt[3] = replace(entries[3], mac=bytes(32))

    assert found(spoilt, head) == [2, 4, 4]

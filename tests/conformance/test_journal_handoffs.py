"""What every journal promises of hand-offs, run over each one that is registered."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from segue.domain.findings import Category, Subject
from segue.domain.handoffs import OPEN_STATES, Handoff, HandoffRecord, HandoffState
from segue.domain.models import SafetyLevel
from segue.storage.contract import JOURNALS, Journal

NOW = datetime(2026, 3, 1, 12, 0, 0, 123_457, tzinfo=UTC)
SECOND = timedelta(seconds=1)
HANDOFF = Handoff(
    id="ho_1",
    at=NOW,
    level=SafetyLevel.IMMINENT,
    category=Category.SUICIDE,
    subject=Subject.OTHER,
    session="5e55",
    country="PT",
    codes=("intent.tonight", "means.named"),
    ref="case-17",
)
FIRST = HandoffRecord(HANDOFF, due_at=NOW)
EVERY = tuple(state for state in HandoffState if state is not HandoffState.ABSENT)
PLACES = {"sqlite": "sqlite:///journal.db"}


@pytest_asyncio.fixture(params=JOURNALS.builtins)
async def journal(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Journal]:
    """The journal under test, open and empty."""
    name = request.param
    async with JOURNALS.load(name)(PLACES[name], home=tmp_path, deadline_s=20) as opened:
        yield opened


async def test_a_hand_off_comes_back_as_it_was(journal: Journal) -> None:
    """Whoever is told after a restart is told the same, the caller's reference too."""
    bare = replace(FIRST, handoff=Handoff("ho_0", NOW - SECOND, SafetyLevel.HIGH))
    await journal.keep_handoff(FIRST)
    await journal.keep_handoff(bare)

    assert await journal.handoffs(states=OPEN_STATES) == (bare, FIRST)
    assert await journal.handoffs(states=OPEN_STATES, limit=1) == (bare,)


@pytest.mark.parametrize("later", EVERY)
@pytest.mark.parametrize("earlier", EVERY)
async def test_a_state_never_goes_back(journal: Journal, earlier: HandoffState, later: HandoffState) -> None:
    """A write that comes late cannot make somebody be told again who has acknowledged."""
    noted = replace(FIRST, handoff=replace(HANDOFF, id="ho_2"))
    for state in (earlier, later):
        await journal.keep_handoff(replace(FIRST, state=state))
    await journal.keep_handoff(replace(noted, state=earlier))
    assert await journal.note_handoff(replace(noted, state=later)) is True

    kept = await journal.handoffs(states=EVERY)

    assert [record.state for record in kept] == [max(earlier, later, key=EVERY.index)] * 2


async def test_the_reference_is_erased_with_the_acknowledgement(journal: Journal) -> None:
    """What leads to a person is kept no longer than it is needed."""
    await journal.keep_handoff(FIRST)
    await journal.keep_handoff(replace(FIRST, state=HandoffState.ACKNOWLEDGED, delivered_at=NOW, ended_at=NOW))

    (kept,) = await journal.handoffs(states=EVERY)

    assert kept.handoff == replace(HANDOFF, ref=None)
    assert (kept.delivered_at, kept.ended_at) == (NOW, NOW)


async def test_hand_offs_are_found_by_when_they_are_due(journal: Journal) -> None:
    """Those that somebody else is about to try are left to them."""
    await journal.keep_handoff(replace(FIRST, due_at=NOW + SECOND))

    assert await journal.handoffs(states=OPEN_STATES, due_before=NOW) == ()
    assert len(await journal.handoffs(states=OPEN_STATES, due_before=NOW + SECOND)) == 1


async def test_only_one_that_was_given_up_can_be_reopened(journal: Journal) -> None:
    """An operator has a dead letter sent again, from the first try; one that somebody knows of stays as it is."""
    dead = replace(FIRST, state=HandoffState.DEAD, tries=30, ended_at=NOW)
    await journal.keep_handoff(dead)

    assert await journal.reopen_handoff("ho_1") is True
    assert await journal.reopen_handoff("ho_1") is False
    assert await journal.reopen_handoff("ho_2") is False
    (again,) = await journal.handoffs(states=OPEN_STATES, due_before=NOW - timedelta(days=999))
    assert (again.state, again.tries, again.ended_at, again.handoff) == (HandoffState.PENDING, 0, None, HANDOFF)


async def test_old_ones_are_forgotten_unless_they_are_open(journal: Journal) -> None:
    """What ended long ago is erased; what nobody was told yet is not."""
    ended = replace(FIRST, state=HandoffState.DEAD, ended_at=NOW, handoff=replace(HANDOFF, id="ho_2"))
    await journal.keep_handoff(FIRST)
    await journal.keep_handoff(ended)

    assert await journal.forget_handoffs(before=NOW) == 0
    assert await journal.forget_handoffs(before=NOW + SECOND) == 1
    assert await journal.handoffs(states=EVERY) == (FIRST,)


async def test_a_session_s_hand_offs_are_erased_with_it(journal: Journal) -> None:
    """After erasing a session nothing leads to the person, not even a hand-off that is under way."""
    other = replace(FIRST, handoff=replace(HANDOFF, id="ho_2", session="a9e"))
    await journal.keep_handoff(FIRST)
    await journal.keep_handoff(other)

    assert await journal.erase_handoffs("5e55") == 1
    assert await journal.note_handoff(replace(FIRST, tries=1)) is False
    assert await journal.handoffs(states=EVERY) == (other,)

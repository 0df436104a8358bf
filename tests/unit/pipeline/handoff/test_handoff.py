"""Hand-offs over real HTTP: somebody is told, in time, and it is known whether they know."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from typing_extensions import override

from segue.config.safety_settings import HandoffSettings
from segue.domain.findings import Action, Category, Finding, Measure, Subject, Verdict
from segue.domain.handoffs import OPEN_STATES, Handoff, HandoffRecord, HandoffState, hands_over, new_handoff
from segue.domain.models import SafetyLevel
from segue.errors import ConfigError, StorageError
from segue.pipeline.handoff.handoff import HandoffDesk
from segue.pipeline.handoff.ticket import HandoffTicket
from segue.providers.webhook import Webhook
from segue.safety.handed_over import handoff_words
from segue.storage.sql import SqlJournal
from tests.support.receiver import BROKEN, KNOWS, SECRET, SILENT, TAKES, Receiver, says
from tests.support.scenes import Scene

FINDING = Finding("crisis", Category.SUICIDE, SafetyLevel.IMMINENT, "intent.tonight", 3, 9)
VERDICT = Verdict(
    SafetyLevel.IMMINENT,
    Action.REPLACE,
    (FINDING, FINDING),
    category=Category.SUICIDE,
    measures=(Measure.REPLACE, Measure.HAND_OVER),
)
REF = "case-4711-of-the-caller"
EVERY = tuple(state for state in HandoffState if state is not HandoffState.ABSENT)
NOBODY = "http://127.0.0.1:9/desk"
"""Nothing listens there: the discard port."""


def handoff(**changes: object) -> Handoff:
    made = new_handoff(VERDICT, at=datetime.now(UTC), session="5e55", country="PT", ref=REF)
    return replace(made, **changes)  # type: ignore[arg-type] # named as in Handoff


class ShutJournal(SqlJournal):
    """A store that can be shut for a while."""

    is_shut = False

    @override
    async def keep_handoff(self, record: HandoffRecord) -> None:
        if self.is_shut:
            raise StorageError("shut")
        await super().keep_handoff(record)

    @override
    async def note_handoff(self, record: HandoffRecord) -> bool:
        if self.is_shut:
            raise StorageError("shut")
        return await super().note_handoff(record)


@pytest_asyncio.fixture
async def journal(tmp_path: Path) -> AsyncIterator[ShutJournal]:
    journal = ShutJournal(f"sqlite:///{tmp_path / 'segue.db'}", home=tmp_path, deadline_s=5.0)
    async with journal:
        yield journal


@pytest_asyncio.fixture
async def receiver() -> AsyncIterator[Receiver]:
    async with Receiver() as receiver:
        yield receiver


async def at_once(pause_s: float) -> None:
    """A pause that is over at once."""
    await asyncio.sleep(0)


@asynccontextmanager
async def desk_for(
    journal: SqlJournal,
    *urls: str,
    pause: Callable[[float], Awaitable[None]] = at_once,
    jitter: Callable[[], float] = lambda: 1.0,
    look_every_s: float = 10.0,
    **settings: object,
) -> AsyncIterator[HandoffDesk]:
    given = {"url": urls[0], "escalate": urls[1:], "secret": SECRET} if urls else {}
    wanted = HandoffSettings.model_validate({**given, **settings})
    async with AsyncExitStack() as stack:
        hooks = [await stack.enter_async_context(Webhook(url, name=f"receiver {i}")) for i, url in enumerate(urls, 1)]
        posts = [hook.post for hook in hooks]
        desk = HandoffDesk(wanted, journal, posts, jitter=jitter, pause=pause, look_every_s=look_every_s)
        yield await stack.enter_async_context(desk)


async def kept(journal: SqlJournal, *states: HandoffState) -> tuple[HandoffRecord, ...]:
    return await journal.handoffs(states=states or EVERY)


async def until_state(ticket: HandoffTicket, state: HandoffState, *, within_s: float = 30.0) -> None:
    async with asyncio.timeout(within_s):
        while ticket.state is not state:
            await asyncio.sleep(0.001)


async def test_a_receiver_is_told_at_once_and_knows_what_it_needs(journal: SqlJournal, receiver: Receiver) -> None:
    """Within seconds somebody has the level, what it is about, where, why, and the caller's reference; and no text."""
    began_s = time.monotonic()
    async with desk_for(journal, receiver.url) as desk:
        ticket = desk.start(handoff())
        assert ticket.state is HandoffState.PENDING
        assert await ticket.acknowledged_within(30.0)

    (message,) = receiver.messages
    assert message.at_s - began_s < 5.0
    assert message.is_signed
    assert message.path == "/desk"
    assert message.id == message.told["id"] == ticket.handoff.id
    assert message.told == {
        "type": "segue.handoff",
        "version": 1,
        "id": ticket.handoff.id,
        "time": ticket.handoff.at.isoformat().replace("+00:00", "Z"),
        "ref": REF,
        "session": "5e55",
        "level": "imminent",
        "category": "suicide",
        "subject": "self",
        "country": "PT",
        "codes": ["intent.tonight"],
    }


async def test_the_reference_is_gone_once_somebody_knows(journal: SqlJournal, receiver: Receiver) -> None:
    """What leads to the person is kept only while it may have to be sent again."""
    async with desk_for(journal, receiver.url) as desk:
        ticket = desk.start(handoff())
        assert await ticket.acknowledged_within(30.0)

    (record,) = await kept(journal)
    assert (record.state, record.handoff.ref) == (HandoffState.ACKNOWLEDGED, None)
    assert record.ended_at is not None


async def test_a_signature_does_not_fit_another_body_or_secret(journal: SqlJournal, receiver: Receiver) -> None:
    """Nobody without the secret can raise an alarm, or change one."""
    async with desk_for(journal, receiver.url, secret="whsec_" + "QUJD" * 8) as desk:
        assert await desk.start(handoff()).acknowledged_within(30.0)

    assert not receiver.messages[0].is_signed


async def test_without_a_receiver_nobody_is_told_and_that_is_known(journal: SqlJournal) -> None:
    """Where no human can be told, nothing is kept, nothing is promised, and it is counted."""
    async with desk_for(journal) as desk:
        ticket = desk.start(handoff())
        assert ticket.state is HandoffState.ABSENT
        assert not await ticket.acknowledged_within(30.0)
        assert not await ticket.kept_within(30.0)
        assert (desk.is_configured, desk.counts["absent"], desk.health().state) == (False, 1, "missing")

    assert await kept(journal) == ()


@pytest.mark.parametrize(
    ("scene", "code"),
    [(None, None), ("down", None), (BROKEN, None), (SILENT, None), (TAKES, None), (KNOWS, "handed_over")],
    ids=["absent", "down", "500", "slow", "taken", "acknowledging"],
)
async def test_what_is_said_of_a_hand_off_is_what_is_known_of_it(
    journal: SqlJournal, receiver: Receiver, scene: Scene | str | None, code: str | None
) -> None:
    """Words that somebody was told are used where a receiver has acknowledged, and in no other case."""
    urls: tuple[str, ...] = (NOBODY,) if scene == "down" else ()
    if isinstance(scene, Scene):
        receiver.then, urls = scene, (receiver.url,)
    async with desk_for(journal, *urls, answer_s=0.05 if scene is SILENT else 30.0, tries=1) as desk:
        ticket = desk.start(handoff())
        assert await ticket.acknowledged_within(0.2 if code is None else 30.0) is (code is not None)
        assert handoff_words(ticket.state) == code


async def test_taken_is_not_known(journal: SqlJournal, receiver: Receiver) -> None:
    """A receiver that has the message has told nobody yet; it is asked again, with the same words, until it has."""
    receiver.plan = [TAKES, says(b"ok"), says(b'{"acknowledged": "true"}'), says(b"", 204)]
    async with desk_for(journal, receiver.url) as desk:
        ticket = desk.start(handoff())
        await receiver.received(1)
        await until_state(ticket, HandoffState.DELIVERED)
        assert not await ticket.acknowledged_within(0)
        assert await ticket.acknowledged_within(30.0)

    assert len(receiver.messages) == 5
    assert len({(message.id, message.raw) for message in receiver.messages}) == 1
    assert all(message.is_signed for message in receiver.messages)


@pytest.mark.parametrize("first", [BROKEN, says(b"{}", 404), says(b"", 302, Location="/elsewhere")])
async def test_whatever_a_receiver_refuses_with_it_is_asked_again(
    journal: SqlJournal, receiver: Receiver, first: Scene
) -> None:
    """An error is not the end of it, and a redirect is not followed: where it leads was not configured."""
    receiver.plan = [first]
    async with desk_for(journal, receiver.url) as desk:
        assert await desk.start(handoff()).acknowledged_within(30.0)
        assert (desk.counts["refused"], desk.counts["tries"]) == (1, 2)

    assert {message.path for message in receiver.messages} == {"/desk"}


async def test_one_who_does_not_answer_in_time_is_passed_over(journal: SqlJournal, receiver: Receiver) -> None:
    """When the first says nothing for `answer_s`, the next is told."""
    async with Receiver() as asleep:
        asleep.then = SILENT
        async with desk_for(journal, asleep.url, receiver.url, answer_s=1.0) as desk:
            assert await desk.start(handoff()).acknowledged_within(30.0)
            assert desk.counts["slow"] == 1

    assert asleep.messages[0].raw == receiver.messages[0].raw


async def test_one_who_has_it_has_time_to_acknowledge_before_the_next_is_told(
    journal: SqlJournal, receiver: Receiver
) -> None:
    """A desk that looks for somebody is asked again for `ack_s`; only then, or when it fails, is the next one told."""
    pauses: list[float] = []

    async def note(pause_s: float) -> None:
        pauses.append(pause_s)

    async with Receiver() as looking:
        looking.plan = [TAKES, TAKES, KNOWS]
        looking.then = TAKES
        async with desk_for(journal, looking.url, receiver.url, pause=note, ack_s=8.0, retry_s=1.0) as desk:
            assert await desk.start(handoff()).acknowledged_within(30.0)
            assert (pauses, receiver.messages) == ([1.0, 2.0], [])
            assert await desk.start(handoff(session=None)).acknowledged_within(30.0)

    assert pauses[2:] == [1.0, 2.0, 4.0]
    assert (len(looking.messages), len(receiver.messages)) == (3 + 4, 1)


async def test_one_who_is_not_there_is_passed_over_at_once(journal: SqlJournal, receiver: Receiver) -> None:
    """A receiver that is down costs no time where there is another one."""
    async with desk_for(journal, NOBODY, receiver.url) as desk:
        began_s = time.monotonic()
        assert await desk.start(handoff()).acknowledged_within(30.0)
        assert desk.counts["failed"] == 1

    assert time.monotonic() - began_s < 3.0


async def test_an_endless_answer_is_not_read(journal: SqlJournal, receiver: Receiver) -> None:
    """A receiver cannot fill the memory: of its answer only the beginning counts."""
    receiver.plan = [says(b'{"acknowledged": true, "more": "' + b"x" * 300_000 + b'"}')]
    async with desk_for(journal, receiver.url) as desk:
        ticket = desk.start(handoff())
        assert await ticket.acknowledged_within(30.0)

    assert len(receiver.messages) == 2


async def test_after_the_last_try_it_is_a_dead_letter_that_can_be_sent_again(
    journal: SqlJournal, receiver: Receiver
) -> None:
    """What nobody acknowledged is told to operators, who have it sent again; a running gateway does so by itself."""
    receiver.then = BROKEN
    async with desk_for(journal, receiver.url, tries=3, look_every_s=0.01) as desk:
        ticket = desk.start(handoff())
        await until_state(ticket, HandoffState.DEAD)
        while not (dead := await kept(journal, HandoffState.DEAD)):
            await asyncio.sleep(0.001)
        while desk.health().do != "segue safety handoffs list":
            await asyncio.sleep(0.001)
        assert desk.health().state == "wrong"
        assert (dead[0].tries, dead[0].handoff) == (3, ticket.handoff)
        receiver.then = KNOWS
        assert await journal.reopen_handoff(ticket.handoff.id)
        await receiver.received(4)
        while not await kept(journal, HandoffState.ACKNOWLEDGED):
            await asyncio.sleep(0.001)
        while desk.health().state != "ok":
            await asyncio.sleep(0.001)

    assert len({(message.id, message.raw) for message in receiver.messages}) == 1


async def test_pauses_grow_by_doubling_and_chance_shortens_them(journal: SqlJournal, receiver: Receiver) -> None:
    """A receiver that is down is not asked in step by everybody, and not more often than the settings say."""
    pauses: list[float] = []

    async def note(pause_s: float) -> None:
        pauses.append(pause_s)

    receiver.plan = [BROKEN] * 6
    settings = {"retry_s": 1.0, "longest_retry_s": 10.0}
    async with desk_for(journal, receiver.url, pause=note, jitter=lambda: 0.5, **settings) as desk:
        assert await desk.start(handoff()).acknowledged_within(30.0)

    assert pauses == [0.5, 1.0, 2.0, 4.0, 5.0, 5.0]


async def test_a_store_that_is_down_holds_up_nobody(journal: ShutJournal, receiver: Receiver) -> None:
    """Somebody is told all the same, that it could not be kept is counted, and it is kept once it can be."""
    journal.is_shut = True
    async with desk_for(journal, receiver.url, look_every_s=0.01) as desk:
        ticket = desk.start(handoff())
        assert not await ticket.kept_within(0)
        assert await ticket.acknowledged_within(30.0)
        while not desk.counts["unkept"]:
            await asyncio.sleep(0.001)
        journal.is_shut = False
        while not await kept(journal, HandoffState.ACKNOWLEDGED):
            await asyncio.sleep(0.001)


async def test_what_is_open_at_the_end_is_sent_by_the_next_process(journal: SqlJournal, receiver: Receiver) -> None:
    """A stop loses no hand-off, waits for no pause, and the next start sends what was left."""

    async def for_ever(pause_s: float) -> None:
        await asyncio.Event().wait()

    async with desk_for(journal, NOBODY, pause=for_ever) as desk:
        ticket = desk.start(handoff())
        while not ticket.record.tries:
            await asyncio.sleep(0.001)
        assert await ticket.kept_within(30.0)
    assert [record.handoff for record in await kept(journal, *OPEN_STATES)] == [ticket.handoff]

    async with desk_for(journal, receiver.url):
        await receiver.received(1)

    assert receiver.messages[0].id == ticket.handoff.id


async def test_a_session_in_danger_is_one_alarm_and_not_twenty(journal: SqlJournal, receiver: Receiver) -> None:
    """While it is the same danger, the same person and no graver, who knows is not told again with every message."""
    async with desk_for(journal, receiver.url) as desk:
        first = desk.start(handoff(level=SafetyLevel.HIGH))
        assert desk.start(handoff(level=SafetyLevel.HIGH)) is first
        graver = desk.start(handoff())
        assert desk.start(handoff(level=SafetyLevel.HIGH)) is graver
        others = [
            desk.start(handoff(category=Category.MEDICAL_EMERGENCY)),
            desk.start(handoff(subject=Subject.OTHER)),
            desk.start(handoff(ref="another")),
            desk.start(handoff(session="a9e")),
            desk.start(handoff(session=None)),
            desk.start(handoff(session=None)),
            desk.start(handoff(ref="another", at=datetime.now(UTC) + timedelta(hours=1))),
        ]
        assert len({id(ticket) for ticket in (first, graver, *others)}) == 9
        await receiver.received(9)

    assert len({message.id for message in receiver.messages}) == 9


async def test_erasing_a_session_ends_its_hand_offs(journal: SqlJournal) -> None:
    """Whoever is forgotten is not sent to anybody any more, from this process or another, and not kept again."""

    async def for_ever(pause_s: float) -> None:
        await asyncio.Event().wait()

    async with desk_for(journal, NOBODY, pause=for_ever) as desk:
        here, there = desk.start(handoff()), desk.start(handoff(session="a9e"))
        assert await here.kept_within(30.0)
        assert await there.kept_within(30.0)
        desk.forget_session("5e55")
        await journal.erase_handoffs("5e55")
        while desk.open > 1:
            await asyncio.sleep(0.001)

    assert [record.handoff.session for record in await kept(journal)] == ["a9e"]


async def test_one_that_was_erased_by_command_is_not_tried_again(journal: SqlJournal, receiver: Receiver) -> None:
    """Erasing in another process reaches a gateway with its next try."""
    receiver.then = BROKEN
    go_on = asyncio.Event()

    async def wait(pause_s: float) -> None:
        await go_on.wait()

    async with desk_for(journal, receiver.url, pause=wait) as desk:
        ticket = desk.start(handoff())
        await ticket.kept_within(30.0)
        while not ticket.record.tries:
            await asyncio.sleep(0.001)
        await journal.erase_handoffs("5e55")
        go_on.set()
        while desk.open:
            await asyncio.sleep(0.001)

    assert len(receiver.messages) <= 2
    assert await kept(journal) == ()


async def test_neither_secret_nor_reference_nor_address_is_logged(
    journal: SqlJournal, receiver: Receiver, caplog: pytest.LogCaptureFixture
) -> None:
    """Whatever happens, no log and no repr has what leads to the person or opens the receiver's door."""
    caplog.set_level(logging.DEBUG)
    receiver.plan, receiver.then = [BROKEN], TAKES
    async with desk_for(journal, f"{receiver.url}/very-secret-path", NOBODY, tries=2, ack_s=0.1) as desk:
        ticket = desk.start(handoff())
        await until_state(ticket, HandoffState.DEAD)
        said = caplog.text + repr([ticket, ticket.record, desk.health(), *(await kept(journal))])

    assert "given up after 2 tries" in said
    assert all(word not in said for word in (REF, SECRET, SECRET[6:], "very-secret-path"))


def test_a_desk_with_receivers_needs_a_secret(tmp_path: Path) -> None:
    """A message that is not signed is never sent."""
    journal = SqlJournal("sqlite://", home=tmp_path, deadline_s=1)

    async def post(body: bytes, headers: object) -> tuple[int, bytes]:
        raise AssertionError

    with pytest.raises(ConfigError, match="needs a secret"):
        HandoffDesk(HandoffSettings(), journal, [post])


def test_only_the_measure_asks_for_a_human() -> None:
    """Nobody is alarmed by a verdict whose policy does not ask for it."""
    assert hands_over(VERDICT)
    assert not hands_over(replace(VERDICT, measures=(Measure.REPLACE,)))

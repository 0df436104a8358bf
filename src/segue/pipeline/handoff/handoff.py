"""Tells human receivers: at once, again and again until one acknowledges, and across restarts by an outbox.

    PENDING ──a receiver takes it──> DELIVERED ──it says that somebody knows──> ACKNOWLEDGED
       └──────────── the last try ends ──────────┴────────────────────────────> DEAD

One try asks every receiver in turn until one acknowledges: one that does not take the message is passed over at once,
one that has it has `ack_s` before the next is asked. The first message goes out while the journal is still writing: a
journal that is late or gone holds up nobody. What it has is delivered at least once.
"""

from __future__ import annotations

import asyncio
import logging
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Self

from segue.config.receivers import signing_secret
from segue.config.safety_settings import HandoffSettings
from segue.domain.handoffs import ANSWERS, OPEN_STATES, Handoff, HandoffRecord, HandoffState
from segue.errors import StorageError
from segue.pipeline.handoff.message import meaning, message
from segue.pipeline.handoff.ticket import HandoffTicket
from segue.pipeline.timing.behind import Behind
from segue.pipeline.upkeep.health import PartHealth
from segue.providers.signed_posts import SILENT, Post, answered
from segue.storage.contract import Journal

LOOK_EVERY_S = 10.0
"""Pause between looks into the journal: for what was reopened by command, and what another process left behind."""
ORPHANED_S = 60.0
"""How much later than it was due a hand-off must be before this process takes it for left behind."""
MOST_TAKEN_UP = 1_000
"""Most that are taken up from the journal at a time, about 1 KB each. New ones are always taken."""
MOST_AT_ONCE = 8
"""Most messages that are on their way to receivers at one moment: who is told by people must not be flooded."""
DRAIN_S = 5.0
"""How long the end of the program waits for tries that are under way. What is open then waits in the journal."""
COUNTED = (
    *("begun", "joined", "absent"),
    *("tries", "refused", "failed", "slow"),
    *("delivered", "acknowledged", "dead", "unkept"),
)
"""What is counted: hand-offs begun, joined to one under way, asked for without a receiver; messages sent, and those not
taken; how far hand-offs came; writes that the journal did not take."""

_log = logging.getLogger(__name__)


class HandoffDesk:
    """Takes hand-offs and sees each one through. An async context manager, within the journal's and the receivers'."""

    def __init__(
        self,
        settings: HandoffSettings,
        journal: Journal,
        receivers: Sequence[Post],
        *,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        jitter: Callable[[], float] = random.random,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        look_every_s: float = LOOK_EVERY_S,
    ) -> None:
        """`receivers` in the order of `settings.urls`; `jitter` gives numbers from 0 to 1. Raises ConfigError where the
        secret is missing."""
        if receivers:
            signing_secret(settings.secret, key="handoff.secret")
        self._settings = settings
        self._journal = journal
        self._receivers = tuple(receivers)
        self._clock, self._jitter, self._pause = clock, jitter, pause
        self._open: dict[str, HandoffTicket] = {}
        self._newest: dict[str, HandoffTicket] = {}
        """By session, those that another one may join."""
        self._unkept: dict[str, HandoffRecord] = {}
        """How hand-offs ended that the journal has not taken."""
        self._tasks: dict[asyncio.Task[None], str] = {}
        self._pausing: set[str] = set()
        self._orphaned = timedelta(
            seconds=ORPHANED_S
            + settings.longest_retry_s
            + (settings.ack_s + settings.answer_s) * max(1, len(self._receivers))
        )
        self._lines = asyncio.Semaphore(MOST_AT_ONCE)
        self._has_looked = self._is_closing = self._fails = False
        self._store_is_up = True
        self._looks = Behind(self._look, every_s=look_every_s, name="segue-handoffs", is_needed=bool(receivers))
        self.dead = 0
        """Given up and still kept, as the journal had it when it was last looked into."""
        self.counts: Counter[str] = Counter(dict.fromkeys(COUNTED, 0))
        """What happened since the start, by the words of COUNTED."""

    @property
    def is_configured(self) -> bool:
        """Whether there is a receiver."""
        return bool(self._receivers)

    @property
    def open(self) -> int:
        """How many this process is seeing through."""
        return len(self._open)

    async def __aenter__(self) -> Self:
        await self._looks.__aenter__()
        return self

    async def __aexit__(self, *error: object) -> None:
        self._is_closing = True
        await self._end_tries()
        await self._looks.__aexit__(*error)

    async def _end_tries(self) -> None:
        """Let tries that are under way come to their end; what is open after that waits in the journal."""
        open_now = tuple(self._open.values())
        for task, handoff_id in tuple(self._tasks.items()):
            if handoff_id in self._pausing:
                task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=DRAIN_S)
        for task in tuple(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        unsafe = [ticket for ticket in open_now if not ticket.is_safe]
        for ticket in unsafe:
            await self._keep(ticket)
        if lost := sum(not ticket.is_safe for ticket in unsafe):
            _log.error("%d hand-offs end with this process: neither a receiver nor the journal took them.", lost)

    def start(self, handoff: Handoff) -> HandoffTicket:
        """Have a human told. Returns at once, with the ticket of one under way where that is for the same cause."""
        if not self.is_configured:
            self.counts["absent"] += 1
            return HandoffTicket(HandoffRecord(handoff, due_at=handoff.at), is_absent=True)
        if (ticket := self._joined(handoff)) is not None:
            self.counts["joined"] += 1
            return ticket
        self.counts["begun"] += 1
        ticket = self._take(HandoffRecord(handoff, due_at=self._clock()))
        if handoff.session is not None:
            self._newest[handoff.session] = ticket
        return ticket

    def health(self) -> PartHealth:
        """Whether humans can be told."""
        if not self.is_configured:
            return PartHealth("handoff", "missing", "No human receiver is configured: nobody is told.", _CONFIGURE)
        if self._fails and self._open:
            found = f"No receiver acknowledged the last try; hand-offs that are tried again: {self.open}."
            return PartHealth("handoff", "wrong", found, "See that the receivers run, and what they answer.")
        if self.dead:
            found = f"Hand-offs that were given up: {self.dead}."
            return PartHealth("handoff", "wrong", found, "segue safety handoffs list")
        found = f"Receivers: {len(self._receivers)}; hand-offs under way: {self.open}."
        return PartHealth("handoff", "ok", found)

    def forget_session(self, session: str) -> None:
        """Stop what is under way for a session that is being erased, before its rows are."""
        self._newest.pop(session, None)
        for handoff_id in [i for i, ticket in self._open.items() if ticket.handoff.session == session]:
            self._stop(handoff_id)
        for handoff_id in [i for i, record in self._unkept.items() if record.handoff.session == session]:
            del self._unkept[handoff_id]

    def _stop(self, handoff_id: str) -> None:
        for task in [task for task, other in self._tasks.items() if other == handoff_id]:
            task.cancel()

    def _joined(self, handoff: Handoff) -> HandoffTicket | None:
        """The session's hand-off that stands for this one too."""
        ticket = self._newest.get(handoff.session) if handoff.session is not None else None
        if ticket is None or ticket.state is HandoffState.DEAD:
            return None
        before = ticket.handoff
        # An "I am not safe" is news, however near.
        is_told = set(handoff.codes) & ANSWERS <= set(before.codes)
        is_same = is_told and (before.category, before.subject, before.ref) == (
            handoff.category,
            handoff.subject,
            handoff.ref,
        )
        is_near = handoff.at - before.at < timedelta(seconds=self._settings.again_s)
        return ticket if is_same and is_near and handoff.level.rank <= before.level.rank else None

    def _take(self, record: HandoffRecord, *, is_stored: bool = False) -> HandoffTicket:
        ticket = HandoffTicket(record)
        if is_stored:
            ticket.stored()
        self._open[record.handoff.id] = ticket
        task = asyncio.get_running_loop().create_task(self._see_through(ticket), name="segue-handoff")
        self._tasks[task] = record.handoff.id
        task.add_done_callback(self._done)
        return ticket

    def _done(self, task: asyncio.Task[None]) -> None:
        del self._open[self._tasks.pop(task)]
        if not task.cancelled() and (error := task.exception()) is not None:
            _log.error("Seeing a hand-off through failed (%s); it waits in the journal.", type(error).__name__)

    async def _see_through(self, ticket: HandoffTicket) -> None:
        await self._beside(ticket, self._try(ticket))
        while ticket.state.is_open:
            if self._is_closing:
                return
            pause_s = self._pause_s(ticket.record.tries)
            ticket.advance(replace(ticket.record, due_at=self._clock() + timedelta(seconds=pause_s)))
            await self._rest(ticket, pause_s)
            await self._try(ticket)
        await self._keep(ticket)

    async def _rest(self, ticket: HandoffTicket, pause_s: float) -> None:
        """A pause, which the end of the program does not wait for."""
        self._pausing.add(ticket.handoff.id)
        try:
            await self._beside(ticket, self._pause(pause_s))
        finally:
            self._pausing.discard(ticket.handoff.id)

    async def _beside(self, ticket: HandoffTicket, work: Awaitable[None]) -> None:
        """Do something while the journal is given what is known so far."""
        async with asyncio.TaskGroup() as both:
            both.create_task(self._keep(ticket))
            await work

    def _pause_s(self, tries: int) -> float:
        """Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter (2015)."""
        longest_s = min(self._settings.longest_retry_s, self._settings.retry_s * 2.0 ** min(tries - 1, 30))
        return longest_s * self._jitter()

    async def _try(self, ticket: HandoffTicket) -> None:
        """Ask every receiver in turn until one acknowledges."""
        body = message(ticket.handoff)
        for place in range(len(self._receivers)):
            if await self._is_acknowledged_by(place, ticket, body):
                self._end(ticket, HandoffState.ACKNOWLEDGED)
                return
        tries = ticket.record.tries + 1
        ticket.advance(replace(ticket.record, tries=tries))
        if not self._fails:
            _log.warning("No receiver acknowledged the hand-off %s; it is tried again.", ticket.handoff.id)
        self._fails = True
        if tries >= self._settings.tries:
            self._end(ticket, HandoffState.DEAD)

    async def _is_acknowledged_by(self, place: int, ticket: HandoffTicket, body: bytes) -> bool:
        """Ask one receiver, and again for a while where it has the message and nobody has acknowledged."""
        is_last = place == len(self._receivers) - 1
        waited_s, asked = 0.0, 0
        while (answered := await self._ask(place, ticket, body)) == "delivered":
            if ticket.record.delivered_at is None:
                self.counts["delivered"] += 1
                delivered = replace(ticket.record, state=HandoffState.DELIVERED, delivered_at=self._clock())
                ticket.advance(delivered)
            pause_s = min(self._settings.longest_retry_s, self._settings.retry_s * 2.0 ** min(asked, 30))
            # Nobody comes after the last one: it is asked again with the next try.
            if is_last or self._is_closing or waited_s + pause_s > self._settings.ack_s:
                return False
            await self._rest(ticket, pause_s)
            waited_s, asked = waited_s + pause_s, asked + 1
        return answered == "acknowledged"

    async def _ask(self, place: int, ticket: HandoffTicket, body: bytes) -> str:
        """What one receiver says now. Its address is not told: it may hold a secret."""
        self.counts["tries"] += 1
        post = self._receivers[place]
        async with self._lines:
            answered = await send_once(post, ticket.handoff, self._settings, body=body, now=self._clock())
        if answered not in {"acknowledged", "delivered"}:
            self.counts[answered if answered in COUNTED else "failed"] += 1
            _log.info("Receiver %d did not take the hand-off %s: %s.", place + 1, ticket.handoff.id, answered)
        return answered

    def _end(self, ticket: HandoffTicket, state: HandoffState) -> None:
        now = self._clock()
        is_known = state is HandoffState.ACKNOWLEDGED
        delivered_at = ticket.record.delivered_at or (now if is_known else None)
        ticket.advance(replace(ticket.record, state=state, delivered_at=delivered_at, ended_at=now))
        self.counts[state] += 1
        self.dead += state is HandoffState.DEAD
        if is_known:
            self._fails = False
            _log.info("The hand-off %s was acknowledged.", ticket.handoff.id)
        else:
            again = f"segue safety handoffs retry {ticket.handoff.id}"
            _log.error("The hand-off %s was given up after %d tries: %s", ticket.handoff.id, ticket.record.tries, again)

    async def _keep(self, ticket: HandoffTicket) -> None:
        """Give the journal what is known now. One that was erased there is told to nobody any more."""
        record = ticket.record
        try:
            if not ticket.is_stored:
                await self._journal.keep_handoff(record)
            elif not await self._journal.note_handoff(record):
                self._stop(record.handoff.id)
        except StorageError as error:
            self._refused(error)
            if not record.state.is_open:
                self._unkept[record.handoff.id] = record
        else:
            ticket.stored()

    def _refused(self, error: StorageError) -> None:
        self.counts["unkept"] += 1
        if self._store_is_up:
            _log.warning("Hand-offs are seen through from memory for now: %s", error)
        self._store_is_up = False

    async def _look(self) -> None:
        """Take up what the journal has and nobody sees through; the first time all of it."""
        now = self._clock()
        due_before = now - self._orphaned if self._has_looked else None
        try:
            for handoff_id, record in tuple(self._unkept.items()):
                await self._journal.keep_handoff(record)
                self._unkept.pop(handoff_id, None)
            if self._is_closing:
                return
            found = await self._journal.handoffs(states=OPEN_STATES, due_before=due_before, limit=MOST_TAKEN_UP)
            given_up = self.counts["dead"]
            dead = await self._journal.handoffs(states=(HandoffState.DEAD,), limit=MOST_TAKEN_UP)
        except StorageError as error:
            self._refused(error)
            return
        self._has_looked = self._store_is_up = True
        if given_up == self.counts["dead"]:  # else one was given up meanwhile, which was not there to be seen
            self.dead = len(dead)
        self._take_up(found)
        old = now - timedelta(seconds=self._settings.again_s)
        self._newest = {session: ticket for session, ticket in self._newest.items() if ticket.handoff.at > old}

    def _take_up(self, found: Sequence[HandoffRecord]) -> None:
        for record in found:
            has_room = not self._is_closing and len(self._open) < MOST_TAKEN_UP
            if has_room and record.handoff.id not in self._open:
                self._take(record, is_stored=True)


async def send_once(
    post: Post, handoff: Handoff, settings: HandoffSettings, *, body: bytes | None = None, now: datetime | None = None
) -> str:
    """Send a hand-off to one receiver: `acknowledged`, `delivered`, `refused`, `slow`, or the code of an error."""
    said = await answered(
        post,
        handoff.id,
        message(handoff) if body is None else body,
        secret=signing_secret(settings.secret, key="handoff.secret"),
        at_s=int((now or datetime.now(UTC)).timestamp()),
        answer_s=min(settings.answer_s, settings.ack_s),
    )
    if isinstance(said, str):
        return "slow" if said == SILENT else said
    return meaning(*said)


_CONFIGURE = "Set `handoff.url` and `handoff.secret`: docs/safety/handoff.md has how."

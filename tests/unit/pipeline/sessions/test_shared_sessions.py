"""Replicas that share nothing but a cache know each other's rules, risks and models of a session."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from segue.config.settings import SessionSettings
from segue.domain.models import ModelRef, Privacy, SafetyLevel
from segue.domain.risk import QUIET, Latch, RiskStage, RiskState
from segue.domain.risk_bytes import encoded
from segue.domain.sessions import SessionRecord
from segue.errors import UnfitRecord
from segue.pipeline.sessions.sessions import SessionBook
from segue.pipeline.sessions.shared import DANGER_S, SharedSessions
from segue.storage.contract import Cache
from segue.storage.guarded import GuardedCache
from segue.storage.memory import MemoryCache
from segue.storage.pending import PendingSessions
from segue.storage.sql import SqlJournal
from tests.support.moody_cache import MoodyCache

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
DAY = timedelta(days=1)
HOME, AWAY = ModelRef("one", "home"), ModelRef("two", "away")
KEEP_S = 30 * 86_400.0
WHOLE = b'{"pinned":null,"moved_to":null,"privacy":null,"began_local":false,"risk_level":"none","last_turn_at":"%b"}'
UNREADABLE = [
    b"\xff{",
    b"",
    b"5",
    b'{"pinned":{"provider":"one","name":"home"}}',
    WHOLE % b"2026-11-01T12:00:00",
    (WHOLE % b"2026-11-01T12:00:00Z").replace(b'"privacy":null', b'"privacy":"this_room_only"'),
    b'{"later":' + b"[" * 100_000,
]
"""Nothing, half of it, a moment of no zone, a newer version's rule, and what would exhaust a reader."""


@dataclass
class Replica:
    """A process with a journal of its own; what it shares behind the path is told by hand."""

    book: SessionBook
    shared: SharedSessions
    journal: SqlJournal

    async def answered(self, model: ModelRef = HOME, *, is_local: bool = False, now: datetime = NOW) -> None:
        """A turn of the session, from its beginning to its end."""
        await self.book.recall("s", now=now)
        await self.book.note_answer("s", model=model, is_local=is_local, pins=True, now=now)

    async def knows(self, *, now: datetime = NOW) -> SessionRecord:
        return await self.book.recall("s", now=now)


class Replicas:
    """Opens replicas, and closes them at the end."""

    def __init__(self, stack: AsyncExitStack, home: Path) -> None:
        self._stack = stack
        self._home = home
        self._count = 0

    async def on(self, cache: Cache, *, journal: SqlJournal | None = None, now: datetime = NOW) -> Replica:
        self._count += 1
        home = self._home / str(self._count)
        home.mkdir()
        if journal is None:
            journal = SqlJournal("", home=home, deadline_s=5.0)
            await self._stack.enter_async_context(journal)
        shared = SharedSessions(cache, keep_s=KEEP_S, now=now.timestamp)
        book = SessionBook(
            journal,
            settings=SessionSettings(),
            deadline_s=5.0,
            secret=b"k" * 32,
            pending=PendingSessions(home / "pending.jsonl"),
            shared=shared,
        )
        return Replica(await self._stack.enter_async_context(book), shared, journal)


@pytest.fixture
async def replicas(tmp_path: Path) -> AsyncIterator[Replicas]:
    async with AsyncExitStack() as stack:
        yield Replicas(stack, tmp_path)


@pytest.fixture
def cache() -> MoodyCache:
    """The cache that replicas share."""
    return MoodyCache()


async def kept(cache: MoodyCache) -> dict[str, object]:
    """What stands in the cache of the session."""
    text = await MemoryCache.get(cache, "session:s")
    return {} if text is None else msgspec.json.decode(text, type=dict[str, object])


async def back(cache: GuardedCache) -> None:
    """Return when the shared cache takes part again."""
    async with asyncio.timeout(60):
        while cache.is_away:
            await asyncio.sleep(0.001)


async def test_a_rule_is_known_everywhere_when_it_is_set(replicas: Replicas, cache: MoodyCache) -> None:
    """Another replica keeps a session on this machine from the moment in which one was told to. Covers R5.2."""
    here, there = await replicas.on(cache), await replicas.on(cache)
    await here.knows()
    await here.book.limit_privacy("s", Privacy.LOCAL_ONLY, now=NOW)
    assert (await there.knows()).privacy is Privacy.LOCAL_ONLY


async def test_a_session_that_is_known_is_looked_up_at_every_turn(replicas: Replicas, cache: MoodyCache) -> None:
    """A replica that saw the session first does not trust its own record alone, with one journal or two."""
    here = await replicas.on(cache)
    there = await replicas.on(cache, journal=here.journal)
    await there.answered()
    await here.knows()
    await here.book.limit_privacy("s", Privacy.NO_TRAINING, now=NOW)
    await here.book.raise_risk("s", SafetyLevel.HIGH, now=NOW)
    known = await there.knows()
    assert (known.privacy, known.risk_level, known.pinned) == (Privacy.NO_TRAINING, SafetyLevel.HIGH, HOME)


DANGER = RiskState(turn=1, safety=Latch(5), disclosed=frozenset({"suicide:plan"}), highest=SafetyLevel.HIGH)


async def test_a_danger_is_known_everywhere_when_it_is_kept(replicas: Replicas, cache: MoodyCache) -> None:
    """A person in danger is in danger at every replica from the moment in which one knew; none of them undoes it."""
    here, there = await replicas.on(cache), await replicas.on(cache)
    await there.knows()
    await here.book.keep_risk_state("s", DANGER, now=NOW)
    assert (await there.knows()).risk == DANGER
    await there.book.keep_risk_state("s", RiskState(turn=2, check_in=Latch(4)), now=NOW)
    assert (await here.knows()).risk.stage is RiskStage.SAFETY


async def test_that_a_danger_is_over_reaches_the_others(replicas: Replicas, cache: MoodyCache) -> None:
    """What one replica settled, another does not bring back; a danger that it heard meanwhile it does."""
    here, there = await replicas.on(cache), await replicas.on(cache)
    await here.book.keep_risk_state("s", DANGER, now=NOW)
    await there.knows()
    over = replace(DANGER, turn=6, safety=Latch(5, 5), follow_up=Latch(6))
    await here.book.keep_risk_state("s", over, now=NOW)
    await here.shared.tell()
    assert (await there.knows()).risk == over
    await there.book.keep_risk_state("s", replace(DANGER, turn=2, safety=Latch(9)), now=NOW)
    assert (await here.knows()).risk.stage is RiskStage.SAFETY


async def test_a_state_of_an_older_version_and_a_newer_ones_are_believed(replicas: Replicas, cache: MoodyCache) -> None:
    """Who tells no state has none; of a newer version's at least the stage holds here."""
    await cache.put("session:s", WHOLE % b"2026-11-01T12:00:00Z", ttl_s=60)
    replica = await replicas.on(cache)
    assert (await replica.knows()).risk == QUIET
    newer = b"\xff" + encoded(DANGER)[1:]
    told = msgspec.json.decode(WHOLE % b"2026-11-01T12:00:00Z", type=dict[str, object])
    await cache.put("session:s", msgspec.json.encode({**told, "safety_state": newer}), ttl_s=60)
    assert (await replica.knows()).risk.stage is RiskStage.SAFETY


async def test_where_a_session_began_is_known_when_its_first_answer_ends(replicas: Replicas, cache: MoodyCache) -> None:
    """What began on the operator's machines goes on there, and who goes on with it did not begin it. Covers R6.3."""
    here, there = await replicas.on(cache), await replicas.on(cache)
    await here.answered(is_local=True)
    known = await there.knows()
    assert (known.pinned, known.began_local) == (HOME, True)


async def test_a_local_model_that_goes_on_does_not_become_the_beginning(replicas: Replicas, cache: MoodyCache) -> None:
    """A session that began in the cloud may return there after a turn on another replica's local model."""
    here, there = await replicas.on(cache), await replicas.on(cache)
    await here.answered(is_local=False)
    await there.answered(AWAY, is_local=True)
    assert (await there.knows()).began_local is False


async def test_another_replica_knows_where_a_session_moved(replicas: Replicas, cache: MoodyCache) -> None:
    """A person whose next turn is taken by another replica is answered by the same model. Covers R6.3."""
    here, there = await replicas.on(cache), await replicas.on(cache)
    await here.answered()
    await here.answered(AWAY, now=NOW + timedelta(minutes=1))
    await here.shared.tell()
    known = await there.knows()
    assert (known.pinned, known.moved_to) == (HOME, AWAY)


async def test_what_was_learnt_is_kept_in_the_replicas_own_journal(replicas: Replicas, cache: MoodyCache) -> None:
    """A rule that another replica told holds also after the cache is gone and memory was left."""
    here, there = await replicas.on(cache), await replicas.on(cache)
    await here.book.limit_privacy("s", Privacy.LOCAL_ONLY, now=NOW)
    await there.knows()
    await there.book.writer.write()
    record = await there.journal.session("s")
    assert record is not None
    assert record.privacy is Privacy.LOCAL_ONLY


async def test_a_rule_that_another_writer_overwrote_is_told_again(replicas: Replicas, cache: MoodyCache) -> None:
    """Two replicas tell at the same moment, and one loses: it sees that in the next round and adds its own."""
    here, there = await replicas.on(cache), await replicas.on(cache)
    await there.answered()
    stale = await MemoryCache.get(cache, "session:s")
    assert stale is not None
    await here.knows()
    await here.book.limit_privacy("s", Privacy.LOCAL_ONLY, now=NOW)
    await cache.put("session:s", stale, ttl_s=60)
    await here.shared.tell()
    assert (await there.knows()).privacy is Privacy.LOCAL_ONLY
    await here.shared.tell()
    calls = cache.calls
    await here.shared.tell()
    assert cache.calls == calls + 1, "what was found there is not looked for again"


@pytest.mark.parametrize("value", UNREADABLE)
async def test_what_cannot_be_read_keeps_the_turn_here(replicas: Replicas, cache: MoodyCache, value: bytes) -> None:
    """Somebody set a rule and nobody knows which: the turn stays on this machine, and what stands there stays too."""
    await cache.put("session:s", value, ttl_s=60)
    replica = await replicas.on(cache)
    assert (await replica.knows()).privacy is Privacy.LOCAL_ONLY
    await replica.answered()
    await replica.shared.tell()
    assert (await cache.get("session:s"), replica.book.unread) == (value, 2)
    await cache.remove("session:s")
    assert (await replica.knows()).privacy is None


class WrongKind(MoodyCache):
    """Has something else under the name."""

    @override
    async def get(self, key: str) -> bytes | None:
        raise UnfitRecord("The cache was asked for what cannot be done with that key.")


async def test_a_value_of_another_kind_keeps_the_turn_here(replicas: Replicas) -> None:
    """What is no value at all is not read as nothing either."""
    replica = await replicas.on(WrongKind())
    assert (await replica.knows()).privacy is Privacy.LOCAL_ONLY


@given(
    value=st.binary(max_size=60)
    | st.recursive(st.none() | st.booleans() | st.text(), st.lists).map(msgspec.json.encode)
)
def test_no_value_breaks_a_turn_or_passes_for_a_rule(value: bytes) -> None:
    """Whatever bytes stand there, they are said to be unreadable."""

    async def told() -> None:
        cache = MoodyCache()
        await cache.put("session:s", value, ttl_s=60)
        with pytest.raises(UnfitRecord):
            await SharedSessions(cache, keep_s=KEEP_S).told("s")

    asyncio.run(told())


async def test_a_cache_that_is_gone_costs_no_turn(replicas: Replicas, cache: MoodyCache) -> None:
    """Without the shared cache a replica goes on with what it knows itself. Covers R5.4."""
    cache.mood = "refusing"
    replica = await replicas.on(cache)
    await replica.answered()
    await replica.book.limit_privacy("s", Privacy.NO_TRAINING, now=NOW)
    await replica.shared.tell()
    known = await replica.knows()
    assert (known.pinned, known.privacy) == (HOME, Privacy.NO_TRAINING)


async def test_what_a_guard_kept_to_itself_is_told_when_the_cache_is_back(
    replicas: Replicas, cache: MoodyCache
) -> None:
    """A rule of an outage reaches the others after it, and so does one from before it when all was forgotten."""
    async with GuardedCache(cache, deadline_s=5.0, ping_s=0.001) as guarded:
        here, there = await replicas.on(guarded), await replicas.on(cache)
        await here.answered(is_local=True)
        cache.mood = "refusing"
        await here.knows()
        await here.book.limit_privacy("s", Privacy.LOCAL_ONLY, now=NOW)
        await here.shared.tell()
        await MemoryCache.remove(cache, "session:s")
        assert await kept(cache) == {}
        cache.mood = "well"
        await back(guarded)
        await here.shared.tell()
        known = await there.knows()
        assert (known.privacy, known.began_local) == (Privacy.LOCAL_ONLY, True)


async def test_a_guard_that_answers_by_itself_is_not_taken_for_the_cache(replicas: Replicas, cache: MoodyCache) -> None:
    """The cache goes while it is looked at, and forgets: what was to be found there is told once it is back."""
    async with GuardedCache(cache, deadline_s=5.0, ping_s=0.001) as guarded:
        here = await replicas.on(guarded)
        await here.answered(is_local=True)
        cache.mood = "refusing"
        await here.shared.tell()
        await MemoryCache.remove(cache, "session:s")
        cache.mood = "well"
        await back(guarded)
        await here.shared.tell()
        assert (await kept(cache))["began_local"] is True


async def test_a_cache_that_forgot_is_told_again_of_sessions_that_were_told(
    replicas: Replicas, cache: MoodyCache
) -> None:
    """After a restart it is empty; nobody waits for a session's next turn to fill it."""
    replica = await replicas.on(cache)
    await replica.answered(is_local=True)
    await replica.shared.tell()
    cache.mood = "refusing"
    await replica.shared.tell()
    await MemoryCache.remove(cache, "session:s")
    cache.mood = "well"
    await replica.shared.tell()
    assert (await kept(cache))["began_local"] is True


async def test_a_rule_is_shared_as_long_as_its_session_is_kept(replicas: Replicas, cache: MoodyCache) -> None:
    """With a turn now and then it never ends; without one it does, and telling again does not revive it."""
    here = await replicas.on(cache)
    await here.book.limit_privacy("s", Privacy.LOCAL_ONLY, now=NOW)
    await here.knows(now=NOW + 2 * DAY)
    await here.shared.tell()
    assert (await kept(cache))["last_turn_at"] == "2026-11-03T12:00:00Z"
    late = await replicas.on(cache, now=NOW + 40 * DAY)
    late.shared.note(SessionRecord("s", NOW, NOW, privacy=Privacy.ANY))
    await MemoryCache.remove(cache, "session:s")
    await late.shared.tell()
    assert await kept(cache) == {}


async def test_sessions_of_which_nothing_is_known_are_not_told(replicas: Replicas, cache: MoodyCache) -> None:
    """The first turn of a session leaves nothing there before it was answered."""
    replica = await replicas.on(cache)
    await replica.knows()
    await replica.shared.tell()
    assert len(cache) == 0


async def test_a_danger_is_told_for_a_while_and_forgotten_with_its_session(
    replicas: Replicas, cache: MoodyCache
) -> None:
    """Replicas that look find its session for a minute; a cache that is away tells of nobody, and fails nobody."""
    here, there = await replicas.on(cache), await replicas.on(cache)
    later = await replicas.on(cache, now=NOW + timedelta(seconds=DANGER_S))
    await here.shared.tell_danger("s")
    await here.shared.tell_danger("another")
    assert set(await there.shared.in_danger()) == {"s", "another"}
    await here.shared.forget("s")
    assert set(await there.shared.in_danger()) == {"another"}
    cache.mood = "refusing"
    await here.shared.tell_danger("s")
    assert not set(await there.shared.in_danger())
    cache.mood = "well"
    assert not set(await later.shared.in_danger())


async def test_a_country_that_one_replica_was_told_is_known_to_the_other(replicas: Replicas, cache: MoodyCache) -> None:
    """Behind the path, as with a move; what an older version tells has none."""
    here, there = await replicas.on(cache), await replicas.on(cache)
    await here.knows()
    here.book.note_country("s", "AT", now=NOW)
    await here.shared.tell()
    assert (await there.knows()).country == "AT"
    older = {name: value for name, value in (await kept(cache)).items() if name != "country"}
    await MemoryCache.put(cache, "session:s", msgspec.json.encode(older), ttl_s=60.0)
    assert (await (await replicas.on(cache)).knows()).country is None

"""Sessions keep their model, move when they must, come home when it is well, and replicas know where they are."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typing_extensions import override

from segue.config.settings import SessionSettings
from segue.domain.models import ModelRef
from segue.domain.sessions import SessionRecord
from segue.errors import StorageError
from segue.pipeline import plan
from segue.pipeline.affinity import Affinity, Place
from segue.pipeline.sessions import SessionBook
from segue.storage.memory import MemoryCache
from segue.storage.pending import PendingSessions
from segue.storage.sql import SqlJournal

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
HOME, AWAY = ModelRef("one", "home"), ModelRef("two", "away")


class SharedMemory(MemoryCache):
    """A cache that two replicas in one process share."""

    is_shared = True


class GoneCache(SharedMemory):
    """A cache that cannot be reached."""

    @override
    async def get(self, key: str) -> bytes | None:
        raise StorageError("gone")

    @override
    async def put(self, key: str, value: bytes, *, ttl_s: float) -> None:
        raise StorageError("gone")


@pytest.fixture
async def stack() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as opened:
        yield opened


async def replica(stack: AsyncExitStack, home: Path, cache: MemoryCache) -> tuple[SessionBook, Affinity]:
    """A replica with a journal of its own; only the cache is shared. Its affinity is told by hand."""
    home.mkdir()
    journal = await stack.enter_async_context(SqlJournal("", home=home, deadline_s=5.0))
    affinity = Affinity(cache)
    book = SessionBook(
        journal,
        settings=SessionSettings(),
        deadline_s=5.0,
        secret=b"k" * 32,
        pending=PendingSessions(home / "pending.jsonl"),
        affinity=affinity,
    )
    return await stack.enter_async_context(book), affinity


def record(moved_to: ModelRef | None = None) -> SessionRecord:
    return SessionRecord("s", NOW, NOW, 3, HOME, moved_to=moved_to)


def order(session: SessionRecord, *, healthy_for_s: float) -> tuple[ModelRef, ...]:
    return plan.of_session(session, healthy_for_s=lambda ref: healthy_for_s, return_after_s=60)


def test_a_session_stays_with_its_model() -> None:
    """Where nothing happened it is asked first. Covers R6.3."""
    assert order(record(), healthy_for_s=0) == (HOME,)


def test_a_session_that_moved_stays_away_until_its_model_was_well_for_a_while() -> None:
    """It does not go to and fro with every flicker of its first model. Covers R6.3."""
    assert order(record(AWAY), healthy_for_s=59) == (AWAY, HOME)
    assert order(record(AWAY), healthy_for_s=60) == (HOME, AWAY)


async def test_leaving_and_coming_home_are_told(stack: AsyncExitStack, tmp_path: Path) -> None:
    """The first answer pins, another model's is a move, and the first one's later on a return. Covers R6.3."""
    book, _ = await replica(stack, tmp_path / "a", MemoryCache())
    await book.recall("s", now=NOW)
    was_with = [book.note_answer("s", model=m, is_local=True, pins=True, now=NOW) for m in (HOME, AWAY, AWAY, HOME)]
    assert was_with == [None, HOME, None, AWAY]
    kept = await book.recall("s", now=NOW)
    assert (kept.pinned, kept.moved_to) == (HOME, None)


async def test_a_model_named_for_one_turn_moves_nothing(stack: AsyncExitStack, tmp_path: Path) -> None:
    """Trying another model once does not make it the session's."""
    book, _ = await replica(stack, tmp_path / "a", MemoryCache())
    await book.recall("s", now=NOW)
    book.note_answer("s", model=HOME, is_local=True, pins=True, now=NOW)
    assert book.note_answer("s", model=AWAY, is_local=True, pins=False, now=NOW) is None
    assert (await book.recall("s", now=NOW)).moved_to is None


async def test_another_replica_knows_where_a_session_is(stack: AsyncExitStack, tmp_path: Path) -> None:
    """A person whose next turn is taken by another replica is answered by the same model. Covers R6.3."""
    cache = SharedMemory()
    here, tells = await replica(stack, tmp_path / "a", cache)
    there, _ = await replica(stack, tmp_path / "b", cache)
    await here.recall("s", now=NOW)
    for model in (HOME, AWAY):
        here.note_answer("s", model=model, is_local=True, pins=True, now=NOW)
    await tells.tell()
    kept = await there.recall("s", now=NOW)
    assert (kept.pinned, kept.moved_to) == (HOME, AWAY)


async def test_a_cache_that_is_gone_costs_no_turn(stack: AsyncExitStack, tmp_path: Path) -> None:
    """Without the shared cache a replica goes on with what it knows itself."""
    book, affinity = await replica(stack, tmp_path / "a", GoneCache())
    await book.recall("s", now=NOW)
    book.note_answer("s", model=HOME, is_local=True, pins=True, now=NOW)
    await affinity.tell()
    assert (await book.recall("s", now=NOW)).pinned == HOME


async def test_what_is_no_place_in_the_cache_is_left_alone() -> None:
    """Somebody else's bytes under our name change nothing."""
    cache = SharedMemory()
    await cache.put("session:s", b"\xff{", ttl_s=60)
    assert await Affinity(cache).elsewhere("s") is None
    await cache.put("session:s", b'{"pinned":{"provider":"one","name":"home"}}', ttl_s=60)
    assert await Affinity(cache).elsewhere("s") == Place(HOME)

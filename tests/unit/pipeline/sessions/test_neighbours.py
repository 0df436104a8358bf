"""Noticing other processes at one store, and reading sessions anew only where there may be something new."""

from __future__ import annotations

from pathlib import Path

from typing_extensions import override

from segue.pipeline.sessions.neighbours import BUSY_S, Neighbours
from segue.storage.sql import SqlJournal


class CountedJournal(SqlJournal):
    """A store that somebody else writes to whenever a test says so."""

    number = 0

    @override
    async def changes(self) -> str:
        return str(self.number)


class Clock:
    now_s = 1_000.0

    def __call__(self) -> float:
        return self.now_s


def neighbours(home: Path) -> tuple[Neighbours, CountedJournal, Clock]:
    journal, clock = CountedJournal("sqlite://", home=home, deadline_s=5.0), Clock()
    return Neighbours(journal, clock=clock), journal, clock


async def test_who_is_alone_reads_a_session_once(tmp_path: Path) -> None:
    """However often it looks; what is not in memory any more is to be read again."""
    those, _, _ = neighbours(tmp_path)
    assert not those.is_current("s")
    those.read("s", news=those.news)
    for _ in range(3):
        assert not await those.look()
    assert those.is_current("s")
    those.forget("s")
    assert not those.is_current("s")


async def test_after_somebody_wrote_every_session_is_read_at_each_turn_and_later_once(tmp_path: Path) -> None:
    """As long as somebody is there it is never certain; once they are quiet, one reading is enough again."""
    those, journal, clock = neighbours(tmp_path)
    await those.look()
    those.read("s", news=those.news)
    journal.number += 1
    assert await those.look()
    those.read("s", news=those.news)
    assert not those.is_current("s")
    clock.now_s += BUSY_S
    assert not await those.look()
    assert those.is_current("s")
    assert not those.is_current("t")


async def test_a_session_that_was_being_read_when_somebody_wrote_is_read_again(tmp_path: Path) -> None:
    """Nobody can tell whether that reading saw what was written."""
    those, journal, clock = neighbours(tmp_path)
    await those.look()
    news = those.news
    journal.number += 1
    await those.look()
    those.read("s", news=news)
    clock.now_s += BUSY_S
    await those.look()
    assert not those.is_current("s")

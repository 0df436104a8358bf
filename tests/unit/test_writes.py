"""Writes of one round go out together, in order, and none is lost."""

import asyncio

import pytest
from typing_extensions import override

from segue.server.outgoing import Outgoing
from segue.writes import Writes, writes_of


class Wire(asyncio.Transport):
    """One end of a connection; everything that all of them write stands in `log`."""

    def __init__(self, name: str, log: list[str], *, is_broken: bool = False) -> None:
        super().__init__()
        self._name, self._log, self._is_broken, self._is_closed = name, log, is_broken, False

    @override
    def write(self, data: bytes | bytearray | memoryview) -> None:
        if self._is_broken:
            raise RuntimeError("broken")
        self._log.append(f"{self._name}:{bytes(data).decode()}")

    @override
    def is_closing(self) -> bool:
        return self._is_closed

    @override
    def close(self) -> None:
        self._is_closed = True
        self._log.append(f"{self._name} closed")

    @override
    def abort(self) -> None:
        self._is_closed = True
        self._log.append(f"{self._name} aborted")


@pytest.fixture
def log() -> list[str]:
    return []


@pytest.fixture
def crowded() -> Writes:
    """Writes while many turns are under way."""
    writes = Writes()
    writes.under_way = 64
    return writes


def test_few_turns_wait_for_nothing(log: list[str]) -> None:
    """R2.3: who is alone is answered at once; no loop is needed for it."""
    writes = Writes()
    writes.under_way = 1
    writes.write(Wire("a", log), b"1")
    assert log == ["a:1"]


async def test_many_go_out_together_and_in_order(log: list[str], crowded: Writes) -> None:
    first, second = Wire("a", log), Wire("b", log)
    crowded.write(first, b"1")
    crowded.write(second, b"2")
    asyncio.get_running_loop().call_soon(lambda: log.append("next round"))
    crowded.write(first, b"3")
    assert log == []
    await asyncio.sleep(0)
    assert log == ["a:1", "b:2", "a:3", "next round"]
    crowded.write(second, b"4")
    await asyncio.sleep(0)
    assert log[-1] == "b:4"


async def test_closed_connection_is_passed_over(log: list[str], crowded: Writes) -> None:
    gone = Wire("gone", log)
    crowded.write(gone, b"1")
    crowded.write(Wire("a", log), b"2")
    gone.close()
    await asyncio.sleep(0)
    assert log == ["gone closed", "a:2"]


async def test_write_does_not_overtake_one_that_waits(log: list[str], crowded: Writes) -> None:
    """The others may have had their answers in between; its own connection has not."""
    line = Wire("a", log)
    crowded.write(line, b"1")
    crowded.under_way = 1
    crowded.write(line, b"2")
    await asyncio.sleep(0)
    assert log == ["a:1", "a:2"]


@pytest.fixture
async def told() -> list[object]:
    """What the loop is told of errors that nobody waits for."""
    errors: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: errors.append(context["exception"]))
    return errors


async def test_connection_that_fails_is_ended_and_keeps_nothing_from_others(
    log: list[str], crowded: Writes, told: list[object]
) -> None:
    """Whoever waits for an answer on it would wait for ever; what others do next comes behind what they said."""
    crowded.write(Wire("bad", log, is_broken=True), b"1")
    crowded.write(Wire("a", log), b"2")
    asyncio.get_running_loop().call_soon(lambda: log.append("next round"))
    await asyncio.sleep(0)
    assert log == ["bad aborted", "a:2", "next round"]
    assert [str(error) for error in told] == ["broken"]


async def test_line_is_closed_though_another_fails(log: list[str], crowded: Writes, told: list[object]) -> None:
    line = Outgoing(Wire("a", log), crowded)
    crowded.write(Wire("bad", log, is_broken=True), b"1")
    line.write_whole(b"bye")
    line.close()
    assert log == ["bad aborted", "a:bye", "a closed"]
    assert len(told) == 1


async def test_what_waits_goes_out_before_the_line_is_closed(log: list[str], crowded: Writes) -> None:
    line = Outgoing(Wire("a", log), crowded)
    line.write_whole(b"bye")
    assert log == []
    line.close()
    assert log == ["a:bye", "a closed"]
    await asyncio.sleep(0)
    assert log == ["a:bye", "a closed"]


async def test_loop_has_one_and_leaves_none_behind() -> None:
    loop = asyncio.get_running_loop()
    assert writes_of(loop) is writes_of(loop)
    other = asyncio.new_event_loop()
    assert writes_of(other) is not writes_of(loop)
    other.close()

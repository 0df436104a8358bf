"""Two processes of Segue on one machine know of each other's loads."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from segue.domain.models import ModelRef, ModelStatus
from segue.errors import NotEnoughMemory
from segue.machine.admission import Bound
from segue.machine.bounds import OWN_LIMIT
from segue.machine.loads_elsewhere import LONGEST_S, LoadsElsewhere, beside
from segue.machine.needs import Need
from segue.providers.local.room import Room
from segue.providers.local.spec import WorkerSpec
from tests.unit.providers.local.test_room import Held

LOADS = """
import sys
from pathlib import Path
from segue.machine.loads_elsewhere import LoadsElsewhere
LoadsElsewhere(Path(sys.argv[1])).begin(1, int(sys.argv[2]))
print(flush=True)
sys.stdin.read()
"""
BYTES = 10**9


@contextmanager
def loading(home: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that loads something of a gigabyte, and has taken nothing of it yet."""
    command = (sys.executable, "-c", LOADS, str(home), str(BYTES))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


async def test_load_of_another_process_takes_its_room(tmp_path: Path) -> None:
    """What it was promised is not promised twice; once that process is gone its file counts for nothing."""

    def room() -> Room:
        def look() -> tuple[Bound, ...]:
            return (Bound("machine", 3 * BYTES, 3 * BYTES // 2, "own"),)

        need = Need(BYTES, BYTES, BYTES, 0, 0, 0, 0)
        return Room(look=look, need_of=lambda _: need, elsewhere=LoadsElsewhere(tmp_path))

    tenant = Held(WorkerSpec(ModelRef("local", "m"), Path("none.gguf")), status=ModelStatus.LOADING)
    with loading(tmp_path), pytest.raises(NotEnoughMemory):
        await room().admit(tenant)
    here = room()
    await here.admit(tenant)
    assert len(list((tmp_path / "loading").glob("*.json"))) == 1
    assert here.bounds()[0].available_bytes == 3 * BYTES // 2, "its own loads are counted by the room itself"
    here.load_ended(tenant)
    here.load_ended(tenant)
    assert list((tmp_path / "loading").glob("*.json")) == []


def test_what_was_forgotten_or_is_no_load_counts_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A load lasts minutes at most, whatever a file says; other files are left alone."""
    (tmp_path / "loading").mkdir()
    (tmp_path / "loading" / "notes.json").write_text("none")
    with loading(tmp_path):
        assert LoadsElsewhere(tmp_path).untouched_bytes() == BYTES
        later_s = time.time() + LONGEST_S + 1
        monkeypatch.setattr("segue.machine.loads_elsewhere.time.time", lambda: later_s)
        assert LoadsElsewhere(tmp_path).untouched_bytes() == 0
    assert (tmp_path / "loading" / "notes.json").exists()


def test_limit_of_this_process_alone_is_no_others(tmp_path: Path) -> None:
    """The machine and its control groups are shared; `memory_limit_bytes`, `ulimit` and a GPU's memory are counted
    otherwise."""
    bounds = (
        Bound("machine", 10, 10, "own"),
        Bound("control group", 10, 10, "resident"),
        Bound(OWN_LIMIT, 10, 10, "resident"),
        Bound("ulimit -v", 10, 10, "process"),
        Bound("gpu", 10, 10, "gpu"),
    )
    assert [one.available_bytes for one in beside(bounds, 4)] == [6, 6, 10, 10, 10]


async def test_rooms_are_looked_for_one_process_after_the_other(tmp_path: Path) -> None:
    """Two that ask at once see each other's promise; one that takes too long does not stop the others for good."""
    order: list[str] = []

    async def look(name: str) -> None:
        async with LoadsElsewhere(tmp_path).alone():
            order.append(name)
            await asyncio.sleep(0)
            order.append(name)

    async with asyncio.TaskGroup() as group:
        for name in ("a", "b"):
            group.create_task(look(name))
    assert order[0] == order[1]
    (tmp_path / "file").touch()
    async with LoadsElsewhere(tmp_path / "file").alone():  # where no folder can be made everybody goes on
        pass

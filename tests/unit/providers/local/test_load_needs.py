"""What loads take, by headers alone: a refusal reads no weights, is quick, and says what would fit."""

import asyncio
import time
from pathlib import Path

import pytest

from segue.domain.models import ModelRef
from segue.errors import NotEnoughMemory
from segue.machine.admission import Bound
from segue.machine.headers import read_shape, read_shape_by_ranges
from segue.machine.headers_reading import RangeFile
from segue.machine.needs import LoadPlan, ModelShape, Need
from segue.machine.weights import DEMONSTRATION
from segue.providers.local.load_needs import LoadNeeds
from segue.providers.local.room import Room
from segue.providers.local.spec import WorkerSpec
from tests.unit.providers.local.test_room import Held

REFUSED_S = 0.2
"""Longest a refusal may take (acceptance 4 of issue 6), here in processor time."""
OTHER_READS_BYTES = 300_000
"""What looking at the machine reads: files of `/proc` and `/sys`."""


@pytest.fixture
def spec(demonstration_home: Path) -> WorkerSpec:
    """The demonstration model with a long context for many answers at once: it takes gigabytes."""
    plan = LoadPlan("llama_cpp", context_tokens=8192, parallel=8)
    return WorkerSpec(ModelRef("local", "m"), DEMONSTRATION.path_in(demonstration_home), plan)


def read_bytes() -> int:
    """What this process has read so far, by whatever call (proc_pid_io(5), `rchar`)."""
    told = Path("/proc/self/io").read_text(encoding="ascii")
    return int(told.split()[1])


async def test_load_that_cannot_fit_is_refused_before_a_weight_is_read(spec: WorkerSpec) -> None:
    """A refusal takes less than 200 ms, reads the header alone, and names need, free memory and what would fit. Covers
    R8.5."""
    needs = LoadNeeds()
    room = Room(look=lambda: [Bound("machine", 10**9, 400_000_000, "own")], need_of=needs, lighter=needs.lighter)
    shape = read_shape(spec.path)
    header_bytes, read, began_s = shape.file_bytes - shape.weight_bytes, read_bytes(), time.process_time()
    with pytest.raises(NotEnoughMemory) as caught:
        await room.admit(Held(spec))
    assert time.process_time() - began_s < REFUSED_S
    assert read_bytes() - read <= header_bytes + OTHER_READS_BYTES
    error = caught.value
    assert error.need_bytes is not None
    assert error.need_bytes > 1_000_000_000
    assert error.free_bytes == 400_000_000
    assert error.alternatives[0].startswith("It fits with `")
    assert error.hint.endswith("`segue models fit local:m` tells more.")


async def test_alternative_that_is_named_fits(spec: WorkerSpec) -> None:
    """The lighter way to load that a refusal names is admitted."""
    needs, bounds = LoadNeeds(), [Bound("machine", 10**9, 400_000_000, "own")]
    lighter = await asyncio.to_thread(needs.lighter, spec, bounds, [])
    assert lighter is not None
    await Room(look=lambda: bounds, need_of=needs).admit(Held(WorkerSpec(spec.model, spec.path, lighter)))


def test_nothing_behind_a_header_on_the_disk_is_read(spec: WorkerSpec) -> None:
    """Not one byte of the weights is read to know what they take."""
    furthest, data = 0, spec.path

    def read(offset: int, length: int) -> bytes:
        nonlocal furthest
        furthest = max(furthest, offset + length)
        with data.open("rb") as file:
            file.seek(offset)
            return file.read(length)

    shape = read_shape_by_ranges([RangeFile(str(data), data.stat().st_size, read, is_near=True)])
    assert 0 < furthest <= shape.file_bytes - shape.weight_bytes


def test_header_is_read_once_a_file(spec: WorkerSpec, tmp_path: Path) -> None:
    """A file that did not change is not read again; one that did is."""
    counted: list[ModelShape] = []

    def count(shape: ModelShape, _: LoadPlan) -> Need:
        counted.append(shape)
        return Need(1, 1, 1, 0, 0, 0, 0)

    needs, file = LoadNeeds(count), tmp_path / "m.gguf"
    file.symlink_to(spec.path)
    copy = WorkerSpec(spec.model, file, spec.plan)
    needs(copy)
    needs(copy)
    file.unlink()
    file.write_bytes(b"GGUF")
    assert counted[0] is counted[1]
    assert needs(copy) is None


def test_file_that_is_not_there_needs_nothing_that_is_known(tmp_path: Path) -> None:
    """Of a file that cannot be read nothing is said: its worker says what is wrong."""
    assert LoadNeeds()(WorkerSpec(ModelRef("local", "m"), tmp_path / "none.gguf")) is None

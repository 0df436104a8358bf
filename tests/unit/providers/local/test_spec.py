"""What the system or a stranger's program can do to the start of a worker, told as one of our errors with a way out."""

import asyncio
import errno
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import ValidationError

from segue.domain.models import ModelRef, ModelStatus
from segue.errors import Overloaded, ProviderError, ProviderFault
from segue.providers.local.adapter import LocalModelAdapter
from segue.providers.local.options import LocalOptions
from segue.providers.local.process import WorkerProcess
from segue.providers.local.spec import WorkerSpec, did_not_start, no_process
from tests.conformance.provider_harness import context

NO_ROOM = {errno.ENOMEM, errno.EAGAIN, errno.EMFILE, errno.ENFILE, errno.ENOSPC, errno.EDQUOT}


@pytest.fixture
def spec(tmp_path: Path) -> WorkerSpec:
    """A file that no worker gets as far as reading."""
    path = tmp_path / "small.gguf"
    path.touch()
    return WorkerSpec(ModelRef("local", "small"), path)


async def start_failure(spec: WorkerSpec) -> ProviderError:
    """The error of a start that fails; nothing of it is left."""
    worker = WorkerProcess(spec, start_s=10)
    with pytest.raises(ProviderError) as caught:
        await worker.start()
    assert not worker.is_alive
    return caught.value


@pytest.mark.parametrize("number", [*sorted(errno.errorcode), None])
def test_whatever_the_system_says_has_a_way_out(number: int | None, spec: WorkerSpec) -> None:
    """Where there is no room another model may be asked meanwhile; the rest has to be put right."""
    error = no_process(spec, OSError(number, "said by the system") if number else OSError("said by the system"))

    assert type(error) is (Overloaded if number in NO_ROOM else ProviderFault)
    assert error.hint
    assert "small.gguf" in error.message


def test_system_that_says_nothing_of_use_has_no_room_for_a_process(spec: WorkerSpec) -> None:
    """Without open files uvloop says -1: that is no error of rights, and passes."""
    error = no_process(spec, OSError(-1, "Unknown error -1"))
    assert type(error) is Overloaded
    assert "ulimit -n" in error.hint
    assert "-1" not in error.message


def test_own_limit_is_named_where_a_load_runs_into_it(spec: WorkerSpec) -> None:
    """Whoever set a limit reads which one it was, and not only to free memory."""
    log = "terminate called after throwing an instance of 'std::system_error'\n Resource temporarily unavailable"
    error = did_not_start(spec, code="", detail="", log=log, exit_code=-6, memory_limit_bytes=50_000_000)
    assert "`memory_limit_bytes`, 50 MB" in error.hint


async def test_python_that_cannot_be_run_is_told(spec: WorkerSpec, monkeypatch: pytest.MonkeyPatch) -> None:
    """An interpreter that was moved away since the start fails the attempt with its path."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    assert "/nowhere/python" in str(await start_failure(spec))


async def test_temporary_folder_that_is_gone_is_told(spec: WorkerSpec, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker needs a place for its socket."""
    monkeypatch.setattr(tempfile, "tempdir", "/nowhere")

    assert "TMPDIR" in str(await start_failure(spec))


@pytest.mark.parametrize("said", ["nonsense", '{"listening": 7}', "[]", "x" * 100_000], ids=range(4))
async def test_program_that_is_no_worker_is_ended(
    said: str, spec: WorkerSpec, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever runs in the worker's place, its words become no address and stand in no error."""
    stranger = tmp_path / "stranger"
    stranger.write_text(f"#!/bin/sh\necho '{said}'\nexec sleep 60\n")
    stranger.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(stranger))

    error = await start_failure(spec)

    assert type(error) is ProviderFault
    assert said not in str(error)


async def test_file_that_cannot_be_looked_at_is_missing_and_no_accident(spec: WorkerSpec, tmp_path: Path) -> None:
    """A path that the system does not follow leaves the list of models readable, and says what to do."""
    path = tmp_path / f"{'long' * 100}.gguf"
    options = LocalOptions.model_validate({"models": {"hidden": {"path": str(path)}}})
    async with LocalModelAdapter(options, context(tmp_path)) as adapter:
        card = next(card for card in adapter.cards() if card.ref.name == "hidden")
        assert card.status is ModelStatus.MISSING
        assert (card.missing or "").endswith("(File name too long): correct its `path`, or let this user read it.")
    assert "File name too long" in str(await start_failure(replace(spec, path=path)))


def test_home_of_nobody_is_an_error_of_the_configuration() -> None:
    """A `~name` that nobody has is told with its key, before anything starts."""
    with pytest.raises(ValidationError, match="nobody's home folder"):
        LocalOptions.model_validate({"models": {"m": {"path": "~nobody-by-this-name/m.gguf"}}})


async def test_cancelled_start_says_nothing_of_its_own(spec: WorkerSpec, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever gives up hears no error."""
    monkeypatch.setattr(sys, "executable", "/bin/cat")
    starting = asyncio.create_task(WorkerProcess(spec, start_s=10).start())
    await asyncio.sleep(0)
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting

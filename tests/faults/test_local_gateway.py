"""A gateway with a local model and another one behind it: faults within answers, and its memory as operators see it."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import psutil
import pytest

from tests.support.product import (
    SEGUE,
    Answer,
    Served,
    give_models,
    read_first_words,
    serving_command,
    until,
    worker_of,
)

pytestmark = pytest.mark.gguf
STORY = "Tell me a story about a lighthouse."
CONFIG = {
    "providers": {
        "local": {
            "type": "local",
            "options": {"hang_s": 2, "nice": 0, "models": {"smollm2": {"context_tokens": 1024, "parallel": 2}}},
        },
        "stage": {"type": "scripted", "options": {"models": {"plain": {"text": "From the stage."}}}},
    },
    "routes": {"pair": {"models": ["local:smollm2", "stage:plain"]}},
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory, demonstration_home: Path) -> Path:
    """A home that has the demonstration model, and the settings."""
    home = give_models(tmp_path_factory.mktemp("home"), demonstration_home)
    (home / "segue.yaml").write_text(json.dumps(CONFIG))
    return home


@pytest.fixture(scope="module")
def gateway(home: Path) -> Iterator[Served]:
    """One gateway for all tests here."""
    with serving_command("--config", str(home / "segue.yaml"), env={"SEGUE_HOME": str(home)}) as running:
        yield running


def models(home: Path, gateway: Served | None, *words: str) -> subprocess.CompletedProcess[str]:
    """`segue models …` beside the gateway."""
    where = [] if gateway is None else ["--url", f"http://127.0.0.1:{gateway.port}"]
    command = [*SEGUE, "models", *words, *where, "--config", str(home / "segue.yaml")]
    env = {**os.environ, "SEGUE_HOME": str(home)}
    return subprocess.run(command, capture_output=True, text=True, timeout=150, env=env, check=False)


def test_operator_loads_sees_and_unloads_a_model_of_the_gateway(home: Path, gateway: Served) -> None:
    """Another process has the gateway load a model, sees what it takes, and has it unloaded."""
    assert worker_of(gateway.process.pid) is None
    loaded = models(home, gateway, "load", "local:smollm2")
    pid = gateway.worker.pid
    seen = json.loads(models(home, gateway, "ps", "--json").stdout)
    unloaded = json.loads(models(home, gateway, "unload", "local:smollm2", "--json").stdout)
    again = models(home, gateway, "unload", "smollm2")

    assert loaded.stdout == "local:smollm2 is in memory, with a context of 1,024 tokens.\n"
    (one,) = seen["models"]
    assert (one["model"], one["context_tokens"], one["answers"], one["waiting"]) == ("local:smollm2", 1024, 0, 0)
    assert one["size_bytes"] > 50_000_000
    leaves_in_s = (datetime.fromisoformat(one["until"]) - datetime.now(UTC)).total_seconds()
    assert 800 < leaves_in_s <= 900
    assert unloaded == {"model": "local:smollm2", "unloaded": True}
    assert not psutil.pid_exists(pid)
    assert again.stdout == "local:smollm2 was not in memory.\n"


def test_model_that_the_gateway_does_not_have_is_an_error(home: Path, gateway: Served) -> None:
    """A name that is not configured ends with status 1 and the names that are, for programs with the gateway's code."""
    failed = models(home, gateway, "load", "local:nobody", "--json")
    assert (failed.returncode, json.loads(failed.stdout)["error"]["code"]) == (1, "model_gone")
    assert "smollm2" in failed.stderr


def test_without_a_gateway_it_is_said_where_local_models_lie(home: Path, gateway: Served) -> None:
    """Nothing is loaded into a process that ends at once."""
    nobody = Served(gateway.process, 9)
    failed = models(home, nobody, "load", "local:smollm2")
    shown = models(home, nobody, "ps")
    assert failed.returncode == 1
    assert "No gateway runs at http://127.0.0.1:9" in failed.stderr
    assert "segue serve" in failed.stderr
    assert (shown.returncode, "no gateway runs at" in shown.stderr) == (0, True)


def killed(worker: psutil.Process, _: Served) -> None:
    worker.send_signal(signal.SIGKILL)


def stopped(worker: psutil.Process, _: Served) -> None:
    worker.send_signal(signal.SIGSTOP)


def starved(worker: psutil.Process, gateway: Served) -> None:
    """Give it no more memory, and a second question, which needs some."""
    resource.prlimit(worker.pid, resource.RLIMIT_DATA, (2**20, 2**20))
    threading.Thread(target=gateway.chat, args=(STORY,), kwargs={"model": "pair", "max_tokens": 8}).start()


FAULTS: list[Callable[[psutil.Process, Served], None]] = [killed, stopped, starved]


@pytest.mark.skipif(sys.platform != "linux", reason="changes another process's limits")
@pytest.mark.parametrize("fault", FAULTS)
def test_answer_goes_on_elsewhere_and_the_worker_comes_back(
    gateway: Served, fault: Callable[[psutil.Process, Served], None]
) -> None:
    """Whatever ends the worker within an answer, the person reads one whole answer; the next is the model's own again.
    Covers R5.2."""
    until(lambda: gateway.chat("Hello.", max_tokens=2, model="local:smollm2").status == 200)
    worker = gateway.worker
    with gateway.asking(STORY, model="pair", stream=True, max_tokens=900, ignore_eos=True) as connection:
        response = connection.getresponse()
        assert read_first_words(response)
        fault(worker, gateway)
        rest = Answer(response.status, response.read())
    assert rest.text.endswith("From the stage.")
    assert rest.events[-1] == "[DONE]"
    until(lambda: gateway.chat("Hello.", max_tokens=2, model="local:smollm2").status == 200)
    assert gateway.worker.pid != worker.pid
    assert not worker.is_running() or worker.status() == psutil.STATUS_ZOMBIE


@pytest.mark.skipif(sys.platform != "linux", reason="stops another process")
@pytest.mark.parametrize("fault", [killed, stopped])
def test_worker_gone_right_after_its_last_word_costs_no_error(
    gateway: Served, fault: Callable[[psutil.Process, Served], None]
) -> None:
    """The next turn is answered by the same model, though nobody could stand in for it. Covers R5.2."""
    until(lambda: gateway.chat("Hello.", max_tokens=2, model="local:smollm2").status == 200)
    worker = gateway.worker
    fault(worker, gateway)
    assert gateway.chat("Hello.", max_tokens=2, model="local:smollm2").status == 200
    assert gateway.worker.pid != worker.pid

"""How the machine is: asked of a running gateway over HTTP, and by `segue resources`, with one and without."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from segue.config.settings import Settings
from segue.domain.callers import CallerRole
from segue.domain.models import ModelRef
from tests.support.gateway import START_S, RunningGateway, scripted, serving, settings_with, until
from tests.support.receiver import SECRET, Receiver
from tests.support.upstream import UpstreamThread

RESOURCES = "/v1/admin/resources"
MODEL = ModelRef("local", "held")
SEGUE = [sys.executable, "-m", "segue.cli"]
SILENT = {"enabled": False}
ALWAYS_SHORT = {"below_gb": 1e9, "until_gb": 1e9, "hold_s": 0}


def settings(**more: object) -> Settings:
    """A gateway on a disk that counts as full."""
    resources = {"every_s": 0.1, "alerts": {"disk": ALWAYS_SHORT, "memory": SILENT, "pressure": SILENT}}
    return settings_with(scripted(plain={"text": "Hello.", "in_auto": True}), resources=resources, **more)


@pytest.fixture(scope="module")
def receiver() -> Iterator[Receiver]:
    with UpstreamThread(Receiver) as server:
        yield server


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory, receiver: Receiver) -> Iterator[RunningGateway]:
    """A gateway that watches one process for a model."""
    spending = {"webhook_url": receiver.url, "webhook_secret": SECRET}
    with serving(settings(spending=spending), home=tmp_path_factory.mktemp("home")) as running:
        running.manager.monitor.watch(MODEL, os.getpid())
        yield running


def segue(*words: str, home: Path) -> subprocess.CompletedProcess[str]:
    """A command, run to its end, in a folder without settings."""
    return subprocess.run(
        [*SEGUE, *words], capture_output=True, text=True, check=False, timeout=START_S, cwd=home, env=env(home)
    )


def env(home: Path) -> dict[str, str]:
    return {**os.environ, "SEGUE_HOME": str(home), "SEGUE__SERVER__PORT": "9", "TERM": "xterm", "COLUMNS": "120"}


def test_operators_see_the_machine_and_its_models(gateway: RunningGateway) -> None:
    """A reading of now, models by name, what is short. Covers R8.3."""
    told = gateway.ask(RESOURCES).json
    assert isinstance(told["memory"], dict)
    assert told["memory"]["total_bytes"] > told["memory"]["available_bytes"] > 0
    assert isinstance(told["models"], list)
    (model,) = told["models"]
    assert (model["model"], model["pid"]) == (str(MODEL), os.getpid())
    assert model["resident_bytes"] >= model["unique_bytes"] > 0
    assert isinstance(told["alerts"], list)
    assert [alert["resource"] for alert in told["alerts"]] == ["disk"]


def test_machine_is_shown_to_operators_alone(gateway: RunningGateway) -> None:
    """A caller's key opens other doors."""
    key = gateway.make_caller("somebody", CallerRole.CALLER)
    # a new key may wait until the store is read again
    until(lambda: gateway.ask(RESOURCES, headers={"authorization": f"Bearer {key}"}).status != 401)
    assert gateway.ask(RESOURCES, headers={"authorization": f"Bearer {key}"}).status == 403


def test_receiver_of_alerts_is_told_once(gateway: RunningGateway, receiver: Receiver) -> None:
    """The webhook that hears of budgets hears of the machine too, signed, however many readings follow. Covers R8.3."""
    until(lambda: bool(receiver.messages), within_s=START_S)
    (told,) = receiver.messages
    assert told.is_signed
    assert told.told | {"id": "", "time": "", "measured": 0, "found": ""} == {
        "type": "segue.resource_alert",
        "version": 1,
        "id": "",
        "time": "",
        "resource": "disk",
        "state": "short",
        "found": "",
        "measured": 0,
        "level": 1e18,
    }


def test_health_and_metrics_tell_what_is_short(gateway: RunningGateway) -> None:
    """A note with the figures; nothing is wrong for that. Covers R8.3."""
    health = gateway.ask("/v1/admin/health").json
    assert health["ok"] is True
    assert isinstance(health["parts"], list)
    (part,) = [part for part in health["parts"] if part["part"] == "resources"]
    assert part["state"] == "note"
    assert part["found"].startswith("The disk of SEGUE_HOME is nearly full: ")
    until(lambda: b'segue_resource_alerts_total{resource="disk",state="short"} 1.0' in gateway.ask("/metrics").body)
    assert b'segue_model_resident_bytes{model="held",provider="local"}' in gateway.ask("/metrics").body


def test_command_asks_the_gateway(gateway: RunningGateway, tmp_path: Path) -> None:
    """Our models by name with memory and processor, what is short, as a table and as JSON."""
    shown = segue("resources", "--url", gateway.url, home=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert f"gateway at {gateway.url}" in shown.stdout
    assert str(MODEL) in shown.stdout
    assert "The disk of SEGUE_HOME is nearly full" in shown.stdout
    told = json.loads(segue("resources", "--json", "--url", gateway.url, home=tmp_path).stdout)
    assert [model["model"] for model in told["models"]] == [str(MODEL)]


def test_command_shows_the_machine_alone(tmp_path: Path) -> None:
    """Without a gateway there are no models, but the machine; a gateway that is named has to be there."""
    shown = segue("resources", home=tmp_path)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "no gateway runs: this machine alone" in shown.stdout
    assert "memory" in shown.stdout
    away = segue("resources", "--url", "http://127.0.0.1:9", home=tmp_path)
    assert away.returncode == 1
    assert "No gateway answers" in away.stderr


def test_limit_of_the_settings_is_shown(tmp_path: Path) -> None:
    """What Segue may take together stands beside the limits of the machine."""
    (tmp_path / "segue.yaml").write_text("resources: {memory_limit_bytes: 800000000}", encoding="utf-8")
    shown = segue("resources", home=tmp_path)
    (limit,) = [line for line in shown.stdout.splitlines() if "resources.memory_limit_bytes" in line]
    assert "of 0.80 GB" in limit


def test_watching_needs_a_terminal(tmp_path: Path) -> None:
    """A pipe gets JSON or one look."""
    shown = segue("resources", "--watch", home=tmp_path)
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "--json" in shown.stderr


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_watching_renews_itself_and_leaves_the_terminal_as_it_was(
    gateway: RunningGateway, tmp_path: Path, end: signal.Signals
) -> None:
    """A screen of its own, until Ctrl-C; then the old screen and the cursor are back. Covers R8.3."""
    words = ["resources", "--watch", "--every", "0.2", "--url", gateway.url]
    child = pexpect.spawn(
        sys.executable, [*SEGUE[1:], *words], cwd=str(tmp_path), env=env(tmp_path), encoding="utf-8", timeout=START_S,
        dimensions=(40, 120),
    )  # fmt: skip
    child.expect_exact("\x1b[?1049h")
    for _ in range(3):
        child.expect_exact(str(MODEL))
    if end is signal.SIGINT:
        child.sendintr()
    else:
        child.kill(end)
    child.expect_exact("\x1b[?25h")
    child.expect_exact("\x1b[?1049l")
    rest = child.read()
    child.close()
    assert child.exitstatus == 0
    assert rest.strip() == ""


def test_watching_as_json_is_one_object_a_line(tmp_path: Path) -> None:
    """For programs that read line by line; SIGINT ends it well."""
    words = ["resources", "--watch", "--json", "--every", "0.2"]
    with subprocess.Popen(
        [*SEGUE, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=tmp_path, env=env(tmp_path)
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        looks = [json.loads(process.stdout.readline()) for _ in range(3)]
        process.send_signal(signal.SIGINT)
        assert process.stderr.read() == ""
    assert process.returncode == 0
    assert looks[0]["at"] < looks[1]["at"] < looks[2]["at"]

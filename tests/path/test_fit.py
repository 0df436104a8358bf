"""`segue models fit` as a person types it, and as operators ask for it over HTTP (R1.2, R8.2)."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from segue.app import open as open_models
from segue.catalog.fit_facts import fit_facts
from segue.catalog.local_room import room_of
from segue.cli.gateway_room import GatewayRoom
from segue.config.load import Loaded
from segue.config.settings import Settings
from segue.config.stores import open_journal
from segue.domain.callers import CallerRole
from segue.domain.chat import Usage
from segue.domain.models import ModelCard, ModelRef, ModelStatus, ProviderType
from segue.events import AttemptEnded
from segue.machine.admission import OWN_LIMIT
from segue.machine.bounds import own_bytes
from segue.machine.weights import DEMONSTRATION
from tests.support.gateway import serving, settings_with, until
from tests.support.hub_mirror import HubMirror
from tests.support.large_models import qwen_7b
from tests.support.model_files import LLAMA, gguf

REPOSITORY = "owner/Tiny-GGUF"


@pytest.fixture(scope="module")
def mirror() -> Iterator[HubMirror]:
    with HubMirror() as hub:
        files = {f"Tiny-{name}.gguf": gguf({**LLAMA, "general.file_type": kind}) for name, kind in _KINDS.items()}
        hub.add(REPOSITORY, {**files, "mmproj-F16.gguf": b"GGUF", "README.md": b"words"})
        yield hub


_KINDS = {"Q8_0": 7, "Q4_0": 2}


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """A model of seven billion parameters, on a machine that leaves models less than two gigabytes."""
    file = qwen_7b(tmp_path / "files", "Q4_K_M")
    written = {
        "providers": {"local": {"type": "local", "options": {"models": {"qwen": {"path": str(file)}}}}},
        "resources": {"memory_limit_bytes": 1_900_000_000},
    }
    path = tmp_path / "segue.yaml"
    path.write_text(json.dumps(written), encoding="utf-8")
    return path


def segue(*words: str, home: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "segue.cli", "models", *words],
        capture_output=True,
        text=True,
        timeout=150,
        check=False,
        env={**os.environ, "SEGUE_HOME": str(home), "COLUMNS": "200", **env},
    )


def test_what_fits_exits_0_and_says_how_to_have_it(tmp_path: Path) -> None:
    """A row for each context, and the command that fetches the model and talks to it. Covers R8.2."""
    done = segue("fit", "smollm2", home=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    rows = [line.split() for line in done.stdout.splitlines() if line.startswith("Q4_1")]
    assert [row[3] for row in rows] == ["2,048", "4,096", "8,192"]
    assert "Recommended: Q4_1 with a context of 4,096 tokens" in done.stdout
    assert done.stdout.endswith("segue chat --yes --model local:smollm2\n")


def test_what_does_not_fit_exits_1_and_names_what_does(tmp_path: Path, settings: Path) -> None:
    """A smaller one of its family, and the same in the cloud with its price; nothing of the weights was read.
    Covers R8.2, R8.5."""
    done = segue("fit", "local:qwen", "--config", str(settings), home=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "Not here" in done.stdout
    assert "Smaller: qwen/qwen-2.5-1.5b-instruct would fit at 4 bits, by a rule of thumb" in done.stdout
    assert "Elsewhere: openrouter:qwen/qwen-2.5-7b-instruct, the same model: $" in done.stdout


def test_more_context_than_trained_exits_1_and_says_so(tmp_path: Path) -> None:
    """Whoever asked for so much gets the most there is, and hears that it is less."""
    done = segue("fit", "smollm2", "--context", "100000000", home=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "It was trained for 8,192 tokens of context, and holds no 100,000,000." in done.stdout
    assert "Recommended: Q4_1 with a context of 8,192 tokens" in done.stdout
    assert "Not here" not in done.stdout


def test_what_fits_with_a_shorter_context_is_not_called_too_large(tmp_path: Path) -> None:
    """The context does not fit; a stranger in the cloud is not called its like."""
    models = {"smollm2": {"context_tokens": 8192, "parallel": 8}}
    written = {
        "providers": {"local": {"type": "local", "options": {"models": models}}},
        "resources": {"memory_limit_bytes": 900_000_000},
        "server": {"port": 9},
    }
    (path := tmp_path / "segue.yaml").write_text(json.dumps(written), encoding="utf-8")
    done = segue("fit", "smollm2", "--config", str(path), home=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert "tokens in place of 8,192" in done.stdout
    assert "8,192 tokens of context do not fit here, whatever is unloaded." in done.stdout
    assert "Not here" not in done.stdout
    assert "one of its like" not in done.stdout


def test_programs_get_the_same_as_json(tmp_path: Path, settings: Path) -> None:
    """Bytes and tokens, with the exit status of the answer."""
    done = segue("fit", "qwen", "--context", "8192", "--json", "--config", str(settings), home=tmp_path)
    told = json.loads(done.stdout)
    assert (done.returncode, told["fits"], told["answer"], told["recommended"]) == (1, False, "no", None)
    assert {way["context_tokens"] for way in told["ways"]} == {2048, 4096, 8192}
    assert all(way["tokens_per_s"] > 0 and not way["is_speed_measured"] for way in told["ways"])
    assert all(sum(way["parts"].values()) == way["steady_bytes"] <= way["peak_bytes"] for way in told["ways"])


async def test_a_model_is_shown_with_its_measured_speed_in_each_place(tmp_path: Path) -> None:
    """What is said of it and its own table are of one opinion."""
    asked = AttemptEnded("t1", 1, ModelRef("local", "smollm2"), datetime.now(UTC), 5.0, 1.0, Usage(9, 41), None, None)
    async with open_journal(Settings(), home=tmp_path) as journal:
        await journal.record([asked])
    done = await asyncio.to_thread(segue, "show", "local:smollm2", "--json", home=tmp_path, SEGUE__SERVER__PORT="9")
    told = json.loads(done.stdout)
    assert (told["is_speed_measured"], told["tokens_per_s"]) == (True, 10)
    assert all(way["is_speed_measured"] for way in told["ways"] if way["quantization"] == "Q4_1")


def test_a_name_of_nothing_exits_2(tmp_path: Path) -> None:
    """It is misuse, and says which names there are."""
    done = segue("fit", "smolm2", home=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean 'smollm2'?" in done.stderr


def test_lists_tell_disk_memory_and_fit_of_models_on_this_machine(tmp_path: Path, settings: Path) -> None:
    """As it is configured, and at every quantization and context. Covers R1.2."""
    told = json.loads(segue("list", "--json", "--config", str(settings), home=tmp_path).stdout)
    by_name = {one["model"]: one for one in told["models"]}
    qwen, small = by_name["local:qwen"], by_name["local:smollm2"]
    assert (qwen["fits_now"], small["fits_now"]) == (False, True)
    assert small["size_bytes"] < small["memory_bytes"] < small["memory_at_most_bytes"] < 10**9
    assert qwen["memory_bytes"] > 4 * 10**9
    shown = segue("show", "local:qwen", "--config", str(settings), home=tmp_path).stdout
    assert "fits_now" in shown
    assert [line.split()[3] for line in shown.splitlines() if line.startswith("Q4_K_M")] == ["2,048", "4,096", "8,192"]


@pytest.mark.gguf
async def test_what_has_to_go_is_named_while_a_model_is_in_memory(tmp_path: Path, demonstration_home: Path) -> None:
    """The idle one that is loaded, with what unloading it frees; its own place counts as its own. Covers R8.2."""
    file = DEMONSTRATION.path_in(demonstration_home)
    models = {name: {"path": str(file), "context_tokens": 8192} for name in ("first", "second")}
    limits = {"memory_limit_bytes": own_bytes() + 650_000_000, "pressure": {"enabled": False}}
    given = settings_with({"local": {"type": "local", "options": {"models": models}}}, resources=limits)
    async with open_models(given, home=tmp_path) as running:
        assert (await running.fit("second")).fits
        await running.ask("Hello.", model="local:first", strict=True, max_tokens=1)
        (held,) = running.loaded()
        advice = await running.fit("second")
        assert (await running.fit("first")).fits
    assert (advice.answer, held.ref) == ("no", ModelRef("local", "first"))
    assert advice.release is not None
    assert [one.model for one in advice.release.unload] == [held.ref]
    assert fit_facts(advice)["has_to_go"] == {
        "unload": [{"model": "local:first", "frees_bytes": advice.release.unload[0].resident_bytes}],
        "others_bytes": 0,
    }
    assert advice.release.unload[0].resident_bytes > DEMONSTRATION.size_bytes


@pytest.mark.gguf
def test_a_command_knows_what_a_running_gateway_holds(tmp_path: Path, demonstration_home: Path) -> None:
    """By name, bytes and idleness, as the gateway's own admission counts it and within the gateway's own bounds;
    without a gateway nothing is held."""
    models = {"small": {"path": str(DEMONSTRATION.path_in(demonstration_home))}}
    limits = {"memory_limit_bytes": 6_000_000_000}
    given = settings_with({"local": {"type": "local", "options": {"models": models}}}, resources=limits)
    with serving(given, home=tmp_path) as gateway:
        asked = {"model": "local:small", "max_tokens": 1, "messages": [{"role": "user", "content": "Hello."}]}
        assert gateway.ask("/v1/chat/completions", asked).status == 200
        port = int(gateway.url.rpartition(":")[2])
        there = Settings.model_validate({"server": {"port": port}})
        room = GatewayRoom(Loaded(there, None), room_of(there, tmp_path))
        (held,), bounds = room.holdings(), room.bounds()
        refs = (ModelRef("local", name) for name in ("small", "other"))
        cards = [ModelCard(ref, ProviderType.LOCAL, status=ModelStatus.LOADABLE) for ref in refs]
        assert [room.as_there(card).status for card in cards] == [ModelStatus.READY, ModelStatus.LOADABLE]
        own = gateway.manager.fitting.look("small").room
    assert held.need is not None
    assert held.need.upper_bytes > held.resident_bytes > held.own_bytes > 0
    assert [one.total_bytes for one in bounds] == [one.total_bytes for one in own.bounds]
    assert (bounds[-1].source, bounds[-1].total_bytes) == (OWN_LIMIT, limits["memory_limit_bytes"])
    assert (held.model, held.is_idle, held.is_pinned) == (ModelRef("local", "small"), True, False)
    assert held.resident_bytes > DEMONSTRATION.size_bytes
    nobody = Settings.model_validate({"server": {"port": 9}})
    assert not GatewayRoom(Loaded(nobody, None), room_of(nobody, tmp_path)).holdings()


def test_a_repository_is_judged_by_its_headers_alone(tmp_path: Path, mirror: HubMirror) -> None:
    """Every quantization of it, without fetching a file; and the command that fetches the one to take. Covers R8.2."""
    done = segue("fit", f"{REPOSITORY}:q8_0", "--json", home=tmp_path, HF_ENDPOINT=mirror.endpoint)
    told = json.loads(done.stdout)
    assert (done.returncode, told["kind"], told["fits"]) == (0, "hub", True)
    assert {way["quantization"] for way in told["ways"]} == set(_KINDS)
    assert told["recommended"]["source"] == f"{REPOSITORY}:Tiny-Q8_0.gguf"
    assert told["use"]["fetch"] == f"segue models pull {REPOSITORY} --file Tiny-Q8_0.gguf --name tiny-q8_0"
    assert not list(tmp_path.rglob("*.gguf"))


def test_without_a_network_a_repository_is_a_clear_error(tmp_path: Path) -> None:
    """Nobody answers at the hub's address."""
    done = segue("fit", REPOSITORY, home=tmp_path, HF_ENDPOINT="http://127.0.0.1:9")
    assert (done.returncode, done.stdout) == (1, "")
    assert "segue: " in done.stderr
    assert "network" in done.stderr.lower() or "HF_ENDPOINT" in done.stderr


def test_operators_ask_a_gateway_for_configured_models_alone(tmp_path: Path) -> None:
    """The same facts over HTTP, for its machine; no path is read there, and callers are refused. Covers R8.2."""
    file = qwen_7b(tmp_path / "files", "Q4_K_M")
    local = {"type": "local", "options": {"models": {"qwen": {"path": str(file)}}}}
    given = settings_with({"local": local}, resources={"memory_limit_bytes": 1_900_000_000})
    with serving(given, home=tmp_path / "home") as gateway:
        keys = {role: gateway.make_caller(role, role) for role in (CallerRole.CALLER, CallerRole.OPERATOR)}
        caller, operator = ({"authorization": f"Bearer {key}"} for key in keys.values())
        for headers in (caller, operator):  # a new key is known within a moment
            until(lambda headers=headers: gateway.ask("/v1/models", headers=headers).status != 401)  # type: ignore[misc]
        refused = gateway.ask("/v1/admin/fit?name=smollm2", headers=caller)
        fits = gateway.ask("/v1/admin/fit?name=local:smollm2&context=2048", headers=operator)
        not_here = gateway.ask("/v1/admin/fit?name=qwen", headers=operator)
        path = gateway.ask(f"/v1/admin/fit?name={file}", headers=operator)
        wrong = [
            gateway.ask(f"/v1/admin/fit?{query}", headers=operator)
            for query in ("", "name=smollm2&context=1", "name=smollm2&quantization=Q9", "name=smollm2&names=a")
        ]
    assert (refused.status, path.status) == (403, 404)
    assert (fits.json["fits"], fits.json["context_tokens"]) == (True, 2048)
    assert (not_here.json["answer"], not_here.json["recommended"]) == ("no", None)
    assert [(answer.status, answer.error.param) for answer in wrong] == [
        (422, "name"), (422, "context"), (422, "quantization"), (422, "names"),
    ]  # fmt: skip

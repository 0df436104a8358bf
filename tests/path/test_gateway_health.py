"""How a running gateway is, and having it ask again what rests: over HTTP and from the command line."""

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TypeVar

import pytest

from segue.domain.callers import CallerRole
from segue.domain.models import ModelRef
from segue.errors import KeyRejected, Overloaded, ProviderError
from tests.support.gateway import START_S, RunningGateway, scripted, serving, settings_with, until
from tests.support.redis_server import RedisServer

T = TypeVar("T")

PLAIN = ModelRef("stage", "plain")
MODELS = {name: {"text": f"Hello from {name}.", "in_auto": True} for name in ("plain", "spare")}
SETTINGS = settings_with(scripted(**MODELS), breakers={"rest_s": 60})  # longer than a test takes
HEALTH = "/v1/admin/health"
RESET = "/v1/admin/breakers/reset"


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[RunningGateway]:
    """A gateway with two written models."""
    with serving(SETTINGS, home=tmp_path) as running:
        yield running


def within(gateway: RunningGateway, do: Callable[[], T]) -> T:
    """Do something in the gateway's own loop."""

    async def done() -> T:
        return do()

    return asyncio.run_coroutine_threadsafe(done(), gateway.loop).result(START_S)


def fail(gateway: RunningGateway, kind: type[ProviderError] = Overloaded, times: int = 3) -> None:
    """Attempts at `stage:plain` that fail."""
    breakers = gateway.manager.breakers

    def note() -> None:
        for _ in range(times):
            breakers.note(PLAIN, kind("It failed.", model=PLAIN), breakers.admits(PLAIN))

    within(gateway, note)


def segue(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """A command, run to its end."""
    command = [sys.executable, "-m", "segue.cli", *words]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, timeout=START_S, env={**os.environ, **env}
    )


def test_operators_see_how_everything_is(gateway: RunningGateway) -> None:
    """Providers, screening, cache and store are told, and that nothing is wrong."""
    told = gateway.ask(HEALTH).json
    assert told["ok"] is True
    assert told["breakers"] == []
    parts = told["parts"]
    assert isinstance(parts, list)
    assert [(part["part"], part["state"]) for part in parts] == [
        ("provider stage", "ok"), ("screening", "note"), ("cache", "ok"), ("store", "ok"),
        ("incidents", "ok"), ("handoff", "missing"),
    ]  # fmt: skip


def test_a_model_that_rests_is_not_asked_until_it_is_reset(gateway: RunningGateway) -> None:
    """It is left out with the reason, also where it was asked for; a reset brings it back at once. Covers R5.3."""
    fail(gateway)
    assert gateway.chat(model="auto").headers["x-segue-model"] == "stage:spare"
    refused = gateway.chat(segue={"strict": True})
    assert (refused.status, refused.error.code) == (502, "all_models_failed")
    assert "It is resting after 3 failures (overloaded) until " in refused.error.message
    told = gateway.ask(HEALTH).json
    assert told["ok"] is False
    assert isinstance(told["breakers"], list)
    (breaker,) = told["breakers"]
    assert (breaker["name"], breaker["state"], breaker["failures"]) == ("model:stage:plain", "open", 3)
    until(lambda: b'segue_breaker_open{breaker="model:stage:plain"} 1.0' in gateway.ask("/metrics").body)
    assert gateway.ask(RESET, {"name": "model:stage:plain"}).json == {"closed": ["model:stage:plain"]}
    assert gateway.chat(segue={"strict": True}).status == 200
    assert gateway.ask(HEALTH).json["ok"] is True


def test_a_key_that_rests_takes_all_its_models_with_it(gateway: RunningGateway) -> None:
    """When the provider's key was refused none of its models is asked. Covers R7.4."""
    fail(gateway, KeyRejected, 1)
    refused = gateway.chat(model="auto")
    assert (refused.status, refused.error.code) == (502, "all_models_failed")
    assert refused.error.message.count("with its provider, after 1 failure (key_rejected) until ") >= 2
    assert gateway.ask(RESET, {}).json == {"closed": ["key:stage"]}
    assert gateway.chat(model="auto").status == 200


@pytest.mark.parametrize(
    ("body", "status", "param"),
    [
        ({"nam": "key:stage"}, 422, "nam"),
        ({"name": 1}, 422, "name"),
        ({"name": None}, 422, "name"),
        ({"name": ""}, 422, "name"),
        ([], 422, None),
        (b"{", 400, None),
        (b"\xff", 400, None),
        ({"name": "key:nobody"}, 404, "name"),
        ({"name": "x" * 70_000}, 413, None),
    ],
)
def test_a_wrong_request_names_its_field_and_resets_nothing(
    gateway: RunningGateway, body: object, status: int, param: str | None
) -> None:
    """Operators' requests are strict: a misspelt name must not reset everything."""
    fail(gateway)
    refused = gateway.ask(RESET, body)
    assert (refused.status, refused.error.param) == (status, param)
    assert within(gateway, lambda: gateway.manager.breakers.admits(PLAIN)) == 0


def test_only_operators_are_served(gateway: RunningGateway) -> None:
    """A caller's key opens neither, and a web page of elsewhere cannot reset anything."""
    keys = {role: gateway.make_caller(role, role) for role in CallerRole}
    bearers = {role: {"authorization": f"Bearer {key}"} for role, key in keys.items()}
    until(lambda: gateway.ask("/v1/models", headers=bearers[CallerRole.OPERATOR]).status == 200)
    seen = {
        role: (gateway.ask(HEALTH, headers=head).status, gateway.ask(RESET, {}, headers=head).status)
        for role, head in bearers.items()
    }
    assert seen.pop(CallerRole.OPERATOR) == (200, 200)
    assert set(seen.values()) == {(403, 403)}
    form = {"content-type": "text/plain"}
    assert gateway.ask(RESET, b"{}", headers=form).status == 415
    assert gateway.ask(RESET, {}, headers={"origin": "http://elsewhere.example"}).status == 403


def test_the_command_tells_what_rests_and_resets_it(gateway: RunningGateway) -> None:
    """`segue health` ends with 1 while something is wrong, says what to run, and `reset` mends it."""
    assert segue("health", "--url", gateway.url).returncode == 0
    fail(gateway)
    seen = segue("health", "--url", gateway.url)
    assert seen.returncode == 1
    assert "WRONG    model:stage:plain: rests after 3 failures (overloaded) until " in seen.stdout
    assert "segue health reset model:stage:plain" in seen.stdout
    done = segue("health", "reset", "model:stage:plain", "--url", gateway.url)
    assert (done.returncode, done.stdout) == (0, "model:stage:plain is asked as usual again.\n")
    seen = segue("health", "--url", gateway.url)
    assert seen.returncode == 0
    assert "ok       model:stage:plain: asked as usual; put to rest once so far" in seen.stdout
    assert segue("health", "reset", "--url", gateway.url).stdout == "Nothing rested.\n"


def test_a_rest_that_is_over_is_no_alarm(tmp_path: Path) -> None:
    """Nobody may ask for hours: what would be tried by the next turn is a note, and shows in no metric as resting."""
    with serving(settings_with(scripted(**MODELS), breakers={"rest_s": 0.01}), home=tmp_path) as gateway:
        fail(gateway)
        until(lambda: gateway.ask(HEALTH).json["ok"] is True)
        seen = segue("health", "--url", gateway.url)
        assert seen.returncode == 0
        assert "note     model:stage:plain: its rest is over" in seen.stdout
        assert b'segue_breaker_open{breaker="model:stage:plain"} 0.0' in gateway.ask("/metrics").body


def test_the_command_tells_programs(gateway: RunningGateway) -> None:
    """With `--json` there is one object, the same exit status, and errors as of every command."""
    fail(gateway, KeyRejected, 1)
    seen = segue("health", "--json", "--url", gateway.url)
    told = json.loads(seen.stdout)
    assert (seen.returncode, told["ok"], told["breakers"][0]["name"]) == (1, False, "key:stage")
    wrong = segue("health", "reset", "key:stag", "--json", "--url", gateway.url)
    error = json.loads(wrong.stdout)["error"]
    assert (wrong.returncode, error["param"], error["hint"]) == (2, "name", "Did you mean 'key:stage'?")
    wrong = segue("health", "reset", "nobody", "--json", "--url", gateway.url)
    assert json.loads(wrong.stdout)["error"]["hint"] == "Known: key:stage."
    done = segue("health", "reset", "--json", "--url", gateway.url)
    assert json.loads(done.stdout) == {"closed": ["key:stage"]}


def test_the_command_uses_a_key_that_it_does_not_show(tmp_path: Path) -> None:
    """Where a key is needed it comes from a file or the environment, and stands nowhere else."""
    with serving(settings_with(scripted(plain={}), server={"loopback_without_key": False}), home=tmp_path) as gateway:
        key, file = gateway.make_caller("operator", CallerRole.OPERATOR), tmp_path / "operator.key"
        file.write_text(f"{key}\n")
        until(lambda: gateway.ask(HEALTH, headers={"authorization": f"Bearer {key}"}).status == 200)
        done = [
            segue("health", "--url", gateway.url, "--key-file", str(file)),
            segue("health", "--url", gateway.url, SEGUE_CALLER_KEY=key),
            segue("health", "--url", gateway.url),
            segue("health", "--url", gateway.url, SEGUE_CALLER_KEY="segue-ümlaut"),
        ]
    assert [one.returncode for one in done] == [0, 0, 2, 2]
    assert "SEGUE_CALLER_KEY" in done[2].stderr
    assert [one for one in done if key in one.stdout + one.stderr or "ümlaut" in one.stderr] == []


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        ((), 1, "segue serve"),
        (("reset",), 1, "segue serve"),
        (("--url", "127.0.0.1:8484"), 2, "http://HOST:PORT"),
        (("--url", "http://user:secret@127.0.0.1:8484"), 2, "http://HOST:PORT"),
        (("--url", "http://127.0.0.1:1", "reset"), 2, "behind `reset`"),
        (("--key-file", "nowhere"), 2, "cannot be read"),
    ],
)
def test_without_a_gateway_the_command_says_what_to_run(words: tuple[str, ...], status: int, says: str) -> None:
    """Nobody answers, or the call was wrong: one line that says so, and what to do."""
    done = segue("health", *words, SEGUE__SERVER__PORT="9")
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr


def test_somebody_else_at_the_address_is_told(gateway: RunningGateway) -> None:
    """An address below which no gateway is served is not taken for a healthy one."""
    done = segue("health", "--url", f"{gateway.url}/elsewhere")
    assert done.returncode == 1
    assert "no gateway of this version" in done.stderr


def test_replicas_that_share_redis_know_who_rests(own_redis: RedisServer, tmp_path: Path) -> None:
    """What fails at one gateway rests at the other, a reset at either mends both, and health tells of a dead Redis."""
    shared = SETTINGS.model_copy(
        update={"cache": SETTINGS.cache.model_validate({"url": own_redis.url(), "deadline_s": 5.0})}
    )
    with ExitStack() as stack:
        one, two = (stack.enter_context(serving(shared, home=tmp_path / name)) for name in ("one", "two"))
        fail(one)
        until(lambda: two.ask(HEALTH).json["ok"] is False)
        assert two.chat(model="auto").headers["x-segue-model"] == "stage:spare"
        assert two.ask(RESET, {}).json == {"closed": ["model:stage:plain"]}
        until(lambda: one.ask(HEALTH).json["ok"] is True)
        own_redis.kill()
        until(lambda: "away" in str(one.ask(HEALTH).json["parts"]))
        seen = segue("health", "--url", one.url)
        assert seen.returncode == 1
        assert "WRONG    cache: " in seen.stdout
        assert one.chat(model="auto").status == 200
        fail(one)
        assert one.chat(model="auto").headers["x-segue-model"] == "stage:spare"

"""`segue setup` as people run it: on an empty machine, with a key, with a server, with 4 GiB.

Each time the command that it prints is run as it stands, and ends in an answer.
"""

import asyncio
import json
import os
import resource
import shlex
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pexpect
import pytest

from segue.cli.keys import opened_keys
from segue.cli.setup_steps import origins_of
from segue.config.load import load_settings
from segue.domain.provider_keys import KeyCheck, KeyReason, KeyState
from segue.errors import RequestError
from tests.support.llama_server import llama_server
from tests.support.openrouter import KEY, TEXT, OpenRouter, answers, refuses
from tests.support.product import SEGUE, at_terminal, give_models
from tests.support.upstream import UpstreamThread

FREE = "qwen/qwen3-next-80b-a3b-instruct:free"
FOUR_GIB = 4 * 2**30
LIMITED = ("memory_bytes", "memory_limited_by")

Told = dict[str, Any]


def run(
    *words: str, before: Callable[[], None] | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*SEGUE, *words], capture_output=True, text=True, timeout=150, check=False,
        env={**os.environ, **(env or {})}, preexec_fn=before,
    )  # fmt: skip


def planned(*words: str, before: Callable[[], None] | None = None, env: Mapping[str, str] | None = None) -> Told:
    """What a dry run says, which changes nothing."""
    done = run("setup", *words, "--dry-run", "--json", before=before, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    told: Told = json.loads(done.stdout)
    assert told["done"] is None
    return told


def carried_out(plan: Told, before: Callable[[], None] | None = None, env: Mapping[str, str] | None = None) -> Told:
    """What comes of the command that a plan prints, run as it stands."""
    program, *words = shlex.split(plan["plan"]["command"])
    assert program == "segue"
    done = run(*words, "--json", before=before, env=env)
    assert done.returncode == 0, done.stderr
    told: Told = json.loads(done.stdout)
    return told


def four_gib() -> None:
    """As `ulimit -v 4194304` in a shell."""
    resource.setrlimit(resource.RLIMIT_AS, (FOUR_GIB, FOUR_GIB))


async def kept(provider: str, secret: str) -> None:
    """Have the vault keep a key, as somebody did before."""
    async with opened_keys(load_settings(None)) as keys:
        await keys.put(provider, "main", secret, KeyCheck(KeyState.UNVERIFIED, KeyReason.NOT_CHECKED, "Not tried."))


def only_a_key(server: OpenRouter) -> dict[str, str]:
    """The environment of somebody who has nothing but a key, and finds OpenRouter at another address."""
    where = "SEGUE__PROVIDERS__OPENROUTER"
    return {
        "OPENROUTER_API_KEY": KEY,
        f"{where}__TYPE": "openrouter",
        f"{where}__OPTIONS__BASE_URL": server.base_url,
    }


@pytest.fixture
def home(segue_home: Path, demonstration_home: Path) -> Path:
    """A home with the demonstration model's weights and nothing else."""
    return give_models(segue_home, demonstration_home)


@pytest.fixture
def openrouter() -> Iterator[tuple[OpenRouter, dict[str, str]]]:
    """OpenRouter, and the environment of somebody who has nothing but a key for it."""
    with UpstreamThread(OpenRouter) as server:
        server.models = [one for one in server.models if "llama" in one["id"] or "qwen3-next" in one["id"]]
        server.scenes[FREE] = answers(*TEXT)
        yield server, only_a_key(server)


@pytest.mark.gguf
def test_empty_machine_ends_in_an_answer_of_the_demonstration_model(home: Path) -> None:
    """Piped it asks nothing and changes nothing: it says that the model is unfit for therapy, shows the lines of the
    file, and its last line is the command, which ends in an answer. Covers R1.5."""
    done = run("setup")
    assert (done.returncode, done.stderr, (home / "segue.yaml").exists()) == (0, "", False)
    assert "NOT fit for therapeutic use" in done.stdout
    assert "+    type: local" in done.stdout
    command = done.stdout.splitlines()[-1].strip()
    assert command == "segue setup --choose demonstration --yes"
    told = carried_out({"plan": {"command": command}})["done"]
    assert (told["changed"], told["answer"]["model"], told["answer"]["cost_usd"]) == (True, "local:smollm2", "0")


@pytest.mark.gguf
def test_four_gib_are_counted_and_enough_for_what_is_recommended(home: Path) -> None:
    """With a real limit on the process the recommendation is another one, says why, and its command works within it.
    Covers R1.5, R8.1."""
    plan = planned(before=four_gib)
    assert [plan["found"][name] for name in LIMITED] == [FOUR_GIB, "ulimit -v"]
    assert "Memory is short" in " ".join(plan["recommended"]["because"])
    assert "billion parameters" in " ".join(one["why_not"] for one in plan["others"])
    assert "context_tokens: 2048" in plan["plan"]["diff"]
    assert carried_out(plan, before=four_gib)["done"]["answer"]["model"] == "local:smollm2"


def test_key_alone_ends_in_an_answer_of_a_free_model(
    openrouter: tuple[OpenRouter, dict[str, str]], segue_home: Path
) -> None:
    """A key in the environment is checked and stays there; the question goes out under the rule of therapeutic turns;
    a second time nothing would be added. Covers R1.4, R1.5, R7.2."""
    server, env = openrouter
    plan = planned(env=env)
    assert (plan["recommended"]["name"], plan["recommended"]["models"][0]) == ("openrouter", f"openrouter:{FREE}")
    assert {request.path for request in server.requests} == {"/v1/models", "/v1/endpoints/zdr"}
    assert not any("authorization" in request.headers for request in server.requests)
    assert list(segue_home.iterdir()) == []
    told = carried_out(plan, env=env)
    assert told["done"]["keys"]["openrouter"]["state"] == "valid"
    assert told["done"]["answer"]["model"] == f"openrouter:{FREE}"
    (asked,) = server.asked("/chat/completions")
    assert asked.body["provider"] == {"data_collection": "deny"}
    again = planned(env=env)
    assert (again["recommended"]["models"], again["plan"]["diff"]) == (plan["recommended"]["models"], "")
    text = (segue_home / "segue.yaml").read_text()
    assert "key: ${OPENROUTER_API_KEY}" in text
    assert KEY not in f"{text}{plan}{told}"


def test_key_goes_into_the_vault_and_its_variable_is_not_needed_any_more(
    openrouter: tuple[OpenRouter, dict[str, str]], segue_home: Path
) -> None:
    """Asked to, setup keeps the key encrypted; the settings do not name it, and the answer came with it.
    Covers R1.4, R7.1."""
    _, env = openrouter
    done = run("setup", "--yes", "--keys", "vault", env={**env, "SEGUE__VAULT__KEYRING": "false"})
    assert done.returncode == 0, done.stderr
    assert "in the vault, fingerprint" in done.stdout
    assert "key:" not in (segue_home / "segue.yaml").read_text()
    assert f"openrouter:{FREE} answered" in done.stdout


def test_kept_key_of_that_name_is_told_and_another_may_be_chosen(
    openrouter: tuple[OpenRouter, dict[str, str]], segue_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A key that the vault has from before is named before it is sent, with what it takes to use another; at the
    terminal the person is asked which of the two. Covers R1.5, R7.1."""
    server, env = openrouter
    monkeypatch.setenv("SEGUE__VAULT__KEYRING", "false")
    asyncio.run(kept("openrouter", "sk-or-v1-of-somebody-else"))
    child = at_terminal([*SEGUE, "setup"], folder=tmp_path, env=env)
    child.expect_exact("Carry this out?")
    assert "the key that the vault has for this name already: main (" in " ".join(child.before.split())
    assert "OPENROUTER_API_KEY is not used" in child.before
    assert "key: ${OPENROUTER_API_KEY}" not in child.before
    child.send("y\r")
    child.expect_exact("Use it?")
    child.send("n\r")
    child.expect_exact(f"openrouter:{FREE} answered")
    child.expect(pexpect.EOF)
    child.close()
    assert "key: ${OPENROUTER_API_KEY}" in (segue_home / "segue.yaml").read_text()
    (asked,) = server.asked("/chat/completions")
    assert asked.headers["authorization"] == f"Bearer {KEY}"


def test_key_that_is_refused_changes_nothing(openrouter: tuple[OpenRouter, dict[str, str]], segue_home: Path) -> None:
    """The reason is told, without the key, and no file is written. Covers R7.5."""
    server, env = openrouter
    server.key_scene = refuses(401)
    done = run("setup", "--yes", env=env)
    assert (done.returncode, list(segue_home.iterdir())) == (1, [])
    assert "nothing was changed" in done.stderr
    assert KEY not in done.stdout + done.stderr


@pytest.mark.gguf
def test_llama_cpp_server_is_found_and_answers(
    openrouter: tuple[OpenRouter, dict[str, str]], demonstration_home: Path, segue_home: Path
) -> None:
    """A real server with a real model is recommended as private, and its model answers; with a key as well, the cloud
    stands behind it. Covers R1.1, R1.5."""
    weights = next((demonstration_home / "models" / "smollm2").glob("*.gguf"))
    with llama_server(weights) as origin:
        plan = planned("--server", origin)
        told = carried_out(plan)
        both = planned("--server", origin, env=openrouter[1])
    assert plan["recommended"]["name"] == "server"
    assert "nothing that is said leaves it" in " ".join(plan["recommended"]["because"])
    assert told["done"]["answer"]["model"] == "llama_cpp:smollm2"
    assert "context_tokens: 1024" in (segue_home / "segue.yaml").read_text()
    assert both["recommended"]["title"].endswith("with OpenRouter behind it")
    assert "stays on it" in " ".join(both["recommended"]["because"])
    assert [line[:1] for line in both["plan"]["diff"].splitlines()[2:]].count("-") == 0


def test_at_the_terminal_ctrl_c_leaves_the_file_as_it_was(segue_home: Path, tmp_path: Path) -> None:
    """What stands in the settings is shown as a diff and asked about; without a yes nothing is touched. What somebody
    else writes meanwhile is shown and asked about again. Covers R1.5."""
    file = segue_home / "segue.yaml"
    file.write_text("log: {level: error} # mine\n")
    child = at_terminal([*SEGUE, "setup"], folder=tmp_path)
    child.expect_exact("Carry this out?")
    assert " log: {level: error} # mine" in child.before
    file.write_text("log: {level: error} # theirs\n")
    child.send("y\r")
    child.expect_exact("was changed meanwhile")
    child.expect_exact("Carry this out?")
    assert " log: {level: error} # theirs" in child.before
    child.send("\x03")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 1
    assert file.read_text() == "log: {level: error} # theirs\n"
    assert [path.name for path in segue_home.iterdir()] == ["segue.yaml"]


@pytest.mark.parametrize("server", ["http://example.org:1", "https://10.0.0.1", "127.0.0.1:80", "ftp://127.0.0.1", ""])
def test_server_elsewhere_is_refused_with_what_to_do(server: str) -> None:
    """Only this machine is looked through; for others there is another command."""
    with pytest.raises(RequestError, match="segue providers add"):
        origins_of([server])
    assert origins_of(["http://127.0.0.1:9/v1", "http://localhost"]) == ("http://127.0.0.1:9", "http://localhost")

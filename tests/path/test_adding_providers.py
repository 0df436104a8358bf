"""A provider by one command, as a person adds it: the real command line, and real servers of different ability."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

from segue.cli.keys import opened_keys
from segue.cli.new_key import NewKey
from segue.cli.provider_adding import chosen
from segue.cli.provider_probing import cost_words
from segue.cli.provider_writing import Wanted, write
from segue.config.load import load_settings
from segue.domain.provider_keys import KeyCheck, KeyReason, KeyState
from segue.errors import RequestError
from segue.providers.addresses import Address
from segue.providers.reach import Reached
from tests.support.abilities import Abilities, Learner
from tests.support.product import SEGUE
from tests.support.upstream import UpstreamThread

KEY = "sk-canary-7h1s15n0t4k3y"
BEFORE = "# Mine.\nserver:\n  port: 9999   # kept\nvault: {keyring: false}\ndisclosure: {enabled: false}\n"


@dataclass
class Desk:
    """Somebody at a command line, in a folder of its own."""

    folder: Path
    said: list[str] = field(default_factory=list)
    """Everything that any command wrote."""

    def segue(self, *words: str, stdin: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*SEGUE, *words],
            input=stdin,
            capture_output=True,
            text=True,
            timeout=150,
            cwd=self.folder,
            env={**os.environ, "COLUMNS": "200", "SEGUE_HOME": str(self.folder / "home"), **env},
            check=False,
        )
        self.said += [done.stdout, done.stderr]
        return done

    @property
    def file(self) -> Path:
        return self.folder / "segue.yaml"

    @property
    def settings(self) -> dict[str, dict[str, dict[str, Any]]]:
        loaded: dict[str, dict[str, dict[str, Any]]] = yaml.safe_load(self.file.read_text())
        return loaded


@pytest.fixture(scope="module")
def server() -> Iterator[Learner]:
    with UpstreamThread(Learner) as server:
        yield server


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.file.write_text(BEFORE)
    return desk


def test_from_one_command_to_an_answer_and_back(desk: Desk, server: Learner) -> None:
    """The key goes into the vault, what was tried into the settings; then it answers, is tried again, and goes.

    The key stands in no output and no file. Covers R1.4, R7.2.
    """
    server.can = Abilities(key=KEY, tools="ignored", shows_list="with a key")
    origin = server.base_url.removesuffix("/v1")

    added = desk.segue("providers", "add", "mine", "--url", f"{origin}/v1/chat/completions", "--json", stdin=f"{KEY}\n")
    told = json.loads(added.stdout)
    assert (added.returncode, told["address"], told["models"]) == (0, server.base_url, ["small"])
    assert desk.file.read_text().startswith(BEFORE + "providers:\n  mine:\n    type: openai_compatible\n")
    (probed,) = told["probed"]
    assert probed["capabilities"] == ["json_object", "json_schema", "prefill", "seed"]
    assert {one["ability"]: one["found"] for one in probed["outcomes"]}["tools"] is False

    asked = desk.segue("ask", "Count.", "--model", "mine:small", "--max-tokens", "3")
    assert (asked.returncode, asked.stdout) == (0, "one two three\n")

    server.can = Abilities(key=KEY, stream_options="refused")
    again = desk.segue("providers", "test", "mine")
    assert again.returncode == 0, again.stderr
    assert desk.settings["providers"]["mine"]["options"]["stream_usage"] is False
    listed, kept = json.loads(desk.segue("providers", "list", "--json").stdout)["providers"]
    assert (listed["address"], listed["privacy"], listed["key"][:7]) == (server.base_url, "local", "valid (")
    assert "tools" in listed["models"][0]["capabilities"]
    assert kept["models"][0]["model"] == "echo"  # it answered by itself before, and goes on answering

    gone = json.loads(desk.segue("providers", "remove", "mine", "--keys", "forget", "--json").stdout)
    assert (gone["keys_forgotten"], gone["keys_kept"], desk.settings["providers"]) == (1, 0, {})

    assert not any(KEY in text for text in desk.said)
    files = [path for path in desk.folder.rglob("*") if path.is_file()]
    assert {"segue.yaml.bak", "segue.db"} <= {path.name for path in files}
    assert not any(KEY.encode() in path.read_bytes() for path in files)


def test_nothing_is_changed_where_nothing_can_be_added(desk: Desk, server: Learner) -> None:
    """A wrong key, a password in the address: each says why, and the file stays."""
    server.can = Abilities(key=KEY, shows_list="with a key")
    wrong = desk.segue("providers", "add", "mine", "--url", server.base_url, "--json", stdin="sk-wrong-0123456789\n")
    assert (wrong.returncode, "It does not accept the key" in wrong.stderr) == (1, True)
    assert json.loads(wrong.stdout)["error"]["code"] == "provider_not_added"
    assert "sk-wrong-0123456789" not in wrong.stderr + wrong.stdout
    secret = desk.segue("providers", "add", "mine", "--url", f"https://me:{KEY}@127.0.0.1/v1")
    assert (secret.returncode, "no user and no password" in secret.stderr, KEY in secret.stderr) == (2, True, False)
    assert (desk.file.read_text(), (desk.folder / "segue.yaml.bak").exists()) == (BEFORE, False)


async def test_the_slower_of_two_of_one_name_is_refused(desk: Desk, segue_home: Path) -> None:
    """What the quicker one wrote stays, and no key of the slower one's is kept for it."""
    before = load_settings(desk.file)
    quicker = desk.file.read_text() + "providers: {same: {type: scripted}}\n"
    desk.file.write_text(quicker)
    wanted = Wanted("same", None, None, None, ("small",), None, probes=False, yes=True, quiet=True)
    key = NewKey("same", None, None, secret=KEY, is_typed=True)
    with pytest.raises(RequestError, match="There is a provider 'same' already"):
        await write(desk.file, before, wanted, "scripted", {}, key, None, ("small",))
    assert (desk.file.read_text(), list(segue_home.glob("segue.db"))) == (quicker, [])


async def test_a_key_of_another_address_is_sent_nowhere_unasked(desk: Desk, segue_home: Path) -> None:
    """A key that stayed in the vault when its provider went is used for a new one of its name only when told so."""
    loaded = load_settings(desk.file)
    async with opened_keys(loaded) as keys:
        await keys.put("mine", "main", KEY, KeyCheck(KeyState.VALID, KeyReason.ACCEPTED, ""))
    where = "https://elsewhere.example/v1"
    for wanted in (None, True, False):
        key = NewKey("mine", None, wanted)
        with pytest.raises(RequestError, match=f"not sent to {where} unasked") as caught:
            await key.find(loaded, is_needed=True, address=where)
        assert (key.secret, "--kept-key" in caught.value.hint) == (None, True)
        assert "segue keys remove mine" in caught.value.hint
    told = NewKey("mine", None, None, takes_kept=True)
    await told.find(loaded, is_needed=True, address=where)
    assert (told.secret, told.is_typed) == (KEY, False)
    added = desk.segue("providers", "add", "mine", "--url", where, "--model", "small", "--no-probe", "--yes",
                       SEGUE_HOME=str(segue_home))  # fmt: skip
    assert (added.returncode, desk.file.read_text()) == (2, BEFORE)


def test_what_asking_costs_is_said_beforehand() -> None:
    """A dated price makes a ceiling; without one nobody claims that it is little."""
    known = cost_words(["gpt-4o-mini"], "openai", is_near=False)
    assert re.search(r"at most 14 short requests, .* That costs at most \$0\.000[1-9]", known)
    assert "price is not known" in cost_words(["gpt-4o-mini", "nobody-knows-it"], "openai", is_near=False)
    assert "price is not known" in cost_words(["small"], None, is_near=False)
    assert "Nobody bills for it" in cost_words(["small"], None, is_near=True)


def test_a_known_host_is_added_without_a_network(desk: Desk) -> None:
    """With `--no-probe` and a variable for its key nobody is asked, and the key stays out of the file.

    Where the variable is not set any more, and nothing else would start, it can still be switched off.
    """
    words = ("providers", "add", "fast", "--host", "groq", "--model", "llama-3.3-70b", "--no-probe")
    unset = desk.segue(*words, "--key-env", "MY_GROQ_KEY")
    assert (unset.returncode, "MY_GROQ_KEY is not set" in unset.stderr) == (2, True)
    added = desk.segue(*words, "--key-env", "MY_GROQ_KEY", MY_GROQ_KEY="gsk_canary0123456789")
    assert added.returncode == 0, added.stderr
    assert desk.settings["providers"]["fast"] == {
        "type": "openai_compatible",
        "key": "${MY_GROQ_KEY}",
        "options": {"host": "groq", "models": {"llama-3.3-70b": {}}},
    }
    off = desk.segue("providers", "disable", "fast")
    assert (off.returncode, off.stderr) == (0, "fast is switched off.\n")
    assert "therapeutic turns do not go there" in added.stderr
    assert "gsk_canary0123456789" not in added.stderr + desk.file.read_text()


def test_model_that_is_passed_on_cannot_be_named() -> None:
    """A model of an Ollama that others answer for is refused with the type under which it is what it is."""
    reached = Reached(Address("http://127.0.0.1:11434/v1"), (), host="ollama", elsewhere=frozenset({"evening:latest"}))
    wanted = Wanted("mine", None, None, None, ("evening",), None, probes=True, yes=True, quiet=True)
    with pytest.raises(RequestError, match="--type ollama"):
        chosen(wanted, reached)

"""Keys of a running gateway, with its own commands beside it and a provider that takes some of them. Covers R7.1."""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio

from segue.catalog.keys import POLL_S
from segue.config.master_keys import encoded
from tests.support.doorkeeper import Doorkeeper
from tests.support.product import SEGUE, STARTS_S, serving_command

OLD, NEW, SPARE = "sk-old-0123456789", "sk-new-0123456789", "sk-spare-0123456789"
CLIENTS = 8


@dataclass
class Bench:
    """A gateway in a process of its own, and the provider in this one."""

    folder: Path
    door: Doorkeeper
    answers: Counter[int] = field(default_factory=Counter)

    async def segue(self, *words: str, secret: str = "", **env: str) -> tuple[int, str, str]:
        """A command; what it is given stands on its standard input."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "segue.cli"), *words, "--config", str(self.folder / "segue.yaml"),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **env},
        )  # fmt: skip
        output, errors = await process.communicate(f"{secret}\n".encode())
        assert process.returncode is not None
        return process.returncode, output.decode(), errors.decode()

    async def ask(self, client: aiohttp.ClientSession) -> int:
        body = {"model": "up:well", "stream": True, "messages": [{"role": "user", "content": "Begin."}]}
        async with client.post("/v1/chat/completions", json=body) as response:
            text = await response.read()
        is_whole = text.endswith(b"data: [DONE]\n\n") and b'"finish_reason":"stop"' in text
        status = response.status if is_whole or response.status != 200 else 599
        self.answers[status] += 1
        return status

    async def until(self, key: str, client: aiohttp.ClientSession) -> None:
        """Ask until this key is used."""
        before = self.door.asked[key]
        async with asyncio.timeout(STARTS_S):
            while self.door.asked[key] == before:
                await self.ask(client)


@pytest_asyncio.fixture
async def bench(tmp_path: Path) -> AsyncIterator[Bench]:
    async with Doorkeeper({OLD: 200}) as door:
        settings = {
            "providers": {
                "up": {"type": "openai_compatible", "options": {"base_url": door.base_url, "models": {"well": {}}}}
            },
            "vault": {"keyring": False},
            "disclosure": {"enabled": False},
        }
        (tmp_path / "segue.yaml").write_text(json.dumps(settings))
        yield Bench(tmp_path, door)


@pytest.mark.timeout(180)
async def test_rotation_under_load_loses_no_request(bench: Bench) -> None:
    """The provider's key, then the master key, then the provider's key again, whose earlier one is revoked at once: all
    while eight clients ask without a pause. Every answer is whole."""
    door = bench.door
    assert (await bench.segue("keys", "set", "up", secret=OLD))[0] == 0
    with serving_command("--config", str(bench.folder / "segue.yaml"), program=SEGUE) as gateway:
        url, stop = f"http://127.0.0.1:{gateway.port}", asyncio.Event()

        async def load() -> None:
            async with aiohttp.ClientSession(url) as client:
                while not stop.is_set():
                    await bench.ask(client)

        async with asyncio.TaskGroup() as group, aiohttp.ClientSession(url) as client:
            for _ in range(CLIENTS):
                group.create_task(load())
            await bench.until(OLD, client)
            door.says[NEW] = 200
            assert (await bench.segue("keys", "rotate", "up", secret=NEW))[0] == 0
            await bench.until(NEW, client)
            await asyncio.sleep(POLL_S / 10)  # what was under way with the earlier one
            del door.says[OLD]
            status, _, told = await bench.segue("keys", "rotate-master")
            assert (status, "1 keys of providers" in told) == (0, True)
            await bench.until(NEW, client)
            door.says[SPARE] = 200
            assert (await bench.segue("keys", "rotate", "up", secret=SPARE))[0] == 0
            del door.says[NEW]  # before the gateway can know
            await bench.until(SPARE, client)
            stop.set()
    assert set(bench.answers) == {200}
    assert bench.answers.total() > CLIENTS * 10
    listed = json.loads((await bench.segue("keys", "list", "--json"))[1])["keys"]
    assert [(key["state"], key["reason"]) for key in listed] == [("valid", "accepted")]
    assert listed[0]["used_at"] is not None


@pytest.mark.timeout(120)
async def test_keys_of_a_running_gateway_come_go_and_are_told(bench: Bench) -> None:
    """One that is put in is used, one that is revoked is told once and the other used, one that is removed is not."""
    door, log = bench.door, bench.folder / "log"
    door.says[SPARE] = 200
    with serving_command("--config", str(bench.folder / "segue.yaml"), program=SEGUE, log_file=log) as gateway:
        async with aiohttp.ClientSession(f"http://127.0.0.1:{gateway.port}") as client:
            assert await bench.ask(client) != 200
            await bench.segue("keys", "set", "up", secret=OLD)
            await bench.until(OLD, client)
            await bench.segue("keys", "set", "up", "--label", "second", secret=SPARE)
            await bench.until(SPARE, client)
            bench.answers.clear()
            door.says[OLD] = 401
            for _ in range(20):
                await bench.ask(client)
            async with asyncio.timeout(STARTS_S):
                while b"rejected" not in log.read_bytes():
                    await asyncio.sleep(0.05)
            assert set(bench.answers) == {200}
            listed = json.loads((await bench.segue("keys", "list", "--json"))[1])["keys"]
            assert [key["state"] for key in listed] == ["rejected", "valid"]
            door.says[OLD] = 200
            await bench.segue("keys", "remove", "up", "--label", "second")
            used = -1
            async with asyncio.timeout(STARTS_S):
                while door.asked[SPARE] != used:  # until the gateway has looked at what is kept
                    used = door.asked[SPARE]
                    await asyncio.sleep(POLL_S * 2)
                    for _ in range(4):
                        await bench.ask(client)
    said = log.read_text()
    assert said.count("is rejected") == 1
    assert "segue keys rotate up" in said
    assert not any(key in said for key in (OLD, SPARE))


async def test_commands_tell_what_is_wrong_and_keep_nothing_then(bench: Bench) -> None:
    """A key is tried before it is kept; why it is not is told, and it is shown nowhere. Covers R1.4, R7.5."""
    said = []
    for status, words in (
        (401, "does not know it"),
        (403, "may not do this"),
        (429, "too many"),
        (500, "could not say"),
    ):
        bench.door.says[NEW] = status
        code, output, errors = await bench.segue("keys", "set", "up", secret=NEW)
        assert (code, words in errors) == (1, True), errors
        assert ("it could not be checked" in errors) is (status in (429, 500)), errors
        said.append(output + errors)
    code, output, errors = await bench.segue("keys", "set", "up", secret="two words")
    assert (code, "Nothing was kept" in errors) == (1, True)
    assert json.loads((await bench.segue("keys", "list", "--json"))[1]) == {"keys": []}
    assert not any(NEW in text for text in said)

    bench.door.says[NEW] = 402
    code, output, errors = await bench.segue("keys", "set", "up", secret=NEW)
    assert (code, "out_of_credit" in errors) == (0, True)
    code, output, errors = await bench.segue("keys", "rotate", "up", secret=NEW)
    assert (code, "the key that up has already" in errors) == (2, True)
    for misuse in (("rotate", "up", "--label", "none"), ("set", "nosuch")):
        assert (await bench.segue("keys", *misuse, secret=OLD))[0] == 2
    for name, way in (("openai", "--host openai"), ("anthropic", "--host anthropic"), ("nosuch", "--url …")):
        assert f"segue providers add {name} {way}" in (await bench.segue("keys", "set", name, secret=OLD))[2]
    bench.door.says[NEW] = 200
    asked = bench.door.checked[NEW]
    assert (await bench.segue("keys", "test", "up"))[0] == 1  # what was found less than a minute ago
    assert bench.door.checked[NEW] == asked
    assert (await bench.segue("keys", "test", "up", "--again"))[0] == 0
    code, output, errors = await bench.segue("config", "show", "--json")
    shown = json.loads(output)["providers.up.key"]
    assert (shown["source"], shown["value"][0].startswith("main: valid, fingerprint ")) == ("vault", True)


async def test_exported_keys_come_back_elsewhere_and_open_to_the_passphrase_alone(bench: Bench) -> None:
    """The file is for its owner only and holds no key; what is there is not replaced unless that is said."""
    file = bench.folder / "keys.json"
    await bench.segue("keys", "set", "up", secret=OLD)
    assert (await bench.segue("keys", "export", str(file), secret="short"))[0] == 2
    assert (await bench.segue("keys", "export", str(file), secret="nine quiet boats"))[0] == 0
    assert (await bench.segue("keys", "export", str(file), secret="nine quiet boats"))[0] == 2
    assert OLD.encode() not in file.read_bytes()
    assert file.stat().st_mode & 0o777 == 0o600
    code, _, errors = await bench.segue("keys", "import", str(file), secret="nine quiet boats")
    assert (code, "up (--replace takes it)" in errors) == (0, True)
    await bench.segue("keys", "remove", "up")
    assert (await bench.segue("keys", "import", str(file), secret="nine quiet goats"))[0] == 1
    assert (await bench.segue("keys", "import", str(file), secret="nine quiet boats"))[0] == 0
    assert (await bench.segue("keys", "test"))[0] == 0
    with closing(sqlite3.connect(Path(os.environ["SEGUE_HOME"]) / "segue.db")) as database:
        assert OLD.encode() not in database.serialize()


@pytest.mark.parametrize(
    ("variable", "old", "new", "bad"),
    [
        ("SEGUE_MASTER_KEY", encoded(bytes(range(32))), encoded(bytes(range(1, 33))), encoded(bytes(9))),
        ("SEGUE__VAULT__PASSPHRASE", "nine quiet boats", "ten quiet boats", "short"),
    ],
    ids=["variable", "passphrase"],
)
async def test_a_master_key_that_somebody_else_keeps_is_asked_for(
    bench: Bench, variable: str, old: str, new: str, bad: str
) -> None:
    """The new one is read from standard input; from then on it opens everything, and the earlier one nothing."""
    assert (await bench.segue("keys", "set", "up", secret=OLD, **{variable: old}))[0] == 0
    code, _, errors = await bench.segue("keys", "rotate-master", secret=bad, **{variable: old})
    assert code in (1, 2)
    code, _, told = await bench.segue("keys", "rotate-master", secret=new, **{variable: old})
    assert (code, "Put it in place of the earlier one now" in told) == (0, True)
    states = []
    for master in (new, old):
        listed = json.loads((await bench.segue("keys", "list", "--json", **{variable: master}))[1])["keys"]
        states += [key["state"] for key in listed]
    assert states == ["valid", "undecryptable"]
    assert not any(master in text for text in (errors, told) for master in (old, new))


async def test_a_key_is_never_echoed_at_a_terminal(bench: Bench) -> None:
    """What is typed or pasted at the prompt is not shown."""
    import pexpect

    child = pexpect.spawn(
        sys.executable, ["-m", "segue.cli", "keys", "set", "up", "--config", str(bench.folder / "segue.yaml")],
        encoding="utf-8", timeout=STARTS_S,
    )  # fmt: skip
    await asyncio.to_thread(child.expect, "Key of up: ")
    child.sendline(OLD)
    await asyncio.to_thread(child.expect, pexpect.EOF)
    assert OLD not in child.before
    assert "is kept: valid, fingerprint" in child.before

"""Marked words and keys are planted wherever people, programs and models can write, and found nowhere.

Covers acceptance 6 of therapeutic safety. What a caller reads of its own turn is no sink: there a model's words stand.
"""

from __future__ import annotations

import asyncio
import json
import os
import socket
import sqlite3
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import psutil
import pytest

from tests.support.canary import REF, STEM, files_of, mark, traces
from tests.support.fixtures import own_redis
from tests.support.parrot import WAYS, Parrot
from tests.support.planted import CALM, DANGER, SESSION, Request, chat, requests
from tests.support.product import Served, serving_command, until
from tests.support.raising_serve import PROGRAM
from tests.support.receiver import SECRET, Receiver
from tests.support.redis_server import PASSWORD, RedisServer

__all__ = ["own_redis"]

PROVIDER_KEY = mark("providerkey")
REQUEST_S = 30.0
PATH = os.pathsep.join((str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")))
"""Where processes find these tests, as the program that they run does."""
HANDED_OVER = "hand-off"
"""The sink in which the caller's reference has to be."""
ERASE = "/v1/admin/sessions/erase"
RESET = Request("/v1/admin/breakers/reset", b"{}")
"""Whoever refused is asked again at once."""


def config(parrot: str, receiver: str, log: str, redis: str | None) -> dict[str, object]:
    """Settings with the parrot, plug-ins that fail, a judge, a receiver, and debug logs."""
    able = {"capabilities": ["chat", "tools", "json_object", "json_schema"], "in_auto": False}
    models = dict.fromkeys((*WAYS, "flow", "silent"), able)
    options = {"base_url": parrot, "data_policy": "local", "models": models}
    raising = {name: {"data_policy": "local", **able} for name in ("enter", "later")}
    return {
        "providers": {
            "parrot": {"type": "openai_compatible", "key": "${CANARY_KEY}", "options": options},
            "raising": {"type": "raising", "options": {"models": raising}},
            "stage": {"type": "scripted", "options": {"models": {"plain": {"text": "Yes.", **able}}}},
        },
        "safety": {"judge": "parrot:well"},
        "handoff": {"url": receiver, "secret": "${CANARY_SECRET}", "again_s": 0},
        "breakers": {"failures": 100},
        "fallback": {"retry_share": 0},
        "time": {"first_token_s": 3, "gap_s": 3},
        "storage": {"deadline_s": 1, "session_deadline_s": 0.2},
        "log": {"level": "debug", "format": log},
        **({"cache": {"url": redis, "deadline_s": 2.0}} if redis else {}),
    }


@dataclass(slots=True)
class Talk:
    """A gateway in a process of its own that heard everything, and all that it left."""

    gateway: Served
    keys: Mapping[str, str]
    """Caller keys by role."""
    home: Path
    sinks: dict[str, bytes] = field(default_factory=dict)
    statuses: Counter[int] = field(default_factory=Counter)
    """Of the answers."""
    asked: Counter[str] = field(default_factory=Counter)
    """How often each model of the parrot was asked."""

    async def say(self, client: aiohttp.ClientSession, asked: Request, *, role: str = "caller") -> bytes:
        """One request; of its answer the head, an error and what is told beside the words are sinks."""
        headers = {"content-type": "application/json", "authorization": f"Bearer {self.keys[role]}", **asked.headers}
        method = "GET" if asked.body is None else "POST"
        if asked.leaves:
            with suppress(TimeoutError):
                async with asyncio.timeout(0.5), client.post(asked.path, data=asked.body, headers=headers) as response:
                    await response.read()
            return b""
        async with client.request(method, asked.path, data=asked.body, headers=headers) as response:
            body = await response.read()
        self.statuses[response.status] += 1
        name = f"answer {len(self.sinks)} {asked.path}"
        self.sinks[name] = repr(dict(response.headers)).encode() + beside_the_words(response.status, body)
        return body

    async def keep_all(self, client: aiohttp.ClientSession, when: str) -> None:
        """What there is now: files, metrics, health, incidents, and what is kept of sessions."""
        self.sinks |= {f"{when}: {name}": content for name, content in files_of(self.home).items()}
        for path, role in (
            ("/metrics", "operator"),
            ("/v1/admin/health", "operator"),
            ("/v1/admin/incidents", "clinician"),
        ):
            headers = {"authorization": f"Bearer {self.keys[role]}"}
            async with client.get(path, headers=headers) as response:
                assert response.status == 200, path
                self.sinks[f"{when}: {path}"] = await response.read()


def beside_the_words(status: int, body: bytes) -> bytes:
    """Of an answer what is not the model's: an error, and the field `segue`."""
    if status != 200 or not body:
        return body
    texts = [body] if body.startswith(b"{") else [line[6:] for line in body.split(b"\n") if line.startswith(b"data: {")]
    told = [json.loads(text) for text in texts]
    return json.dumps([{name: one[name] for name in ("error", "segue") if name in one} for one in told]).encode()


@asynccontextmanager
async def talk(folder: Path, log: str, redis: RedisServer | None) -> AsyncIterator[tuple[Talk, Receiver]]:
    """A gateway, with its model server, and its receiver."""
    home = folder / "home"
    env = {"SEGUE_HOME": str(home), "CANARY_KEY": PROVIDER_KEY, "CANARY_SECRET": SECRET}
    env |= {"PYTHONPATH": PATH, "SEGUE__SAFETY__CLASSIFIER": "auto"}
    async with Parrot() as parrot, Receiver() as receiver:
        file = folder / "segue.yaml"
        file.write_text(json.dumps(config(parrot.base_url, receiver.url, log, redis.url() if redis else None)))
        keys = {role: await made(file, role, env) for role in ("caller", "operator", "clinician")}
        log_file = folder / "log"
        with serving_command("--config", str(file), program=PROGRAM, env=env, log_file=log_file) as gateway:
            talking = Talk(gateway, keys, home)
            yield talking, receiver
        talking.asked = Counter(str(asked.body["model"]) for asked in parrot.requests)
        talking.sinks["log"] = log_file.read_bytes()
        talking.sinks |= {f"stopped: {name}": content for name, content in files_of(home).items()}
        talking.sinks[HANDED_OVER] = b"\n".join(message.raw for message in receiver.messages)


async def made(file: Path, role: str, env: Mapping[str, str]) -> str:
    """A new caller key."""
    words = ("callers", "create", role, "--role", role, "--config", str(file))
    process = await asyncio.create_subprocess_exec(
        *PROGRAM, *words, env={**os.environ, **env}, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    output, _ = await process.communicate()
    assert process.returncode == 0
    return output.decode().strip()


@pytest.mark.slow
@pytest.mark.timeout(240)
@pytest.mark.parametrize("log", ["console", "json"])
async def test_nothing_of_what_was_said_is_found_anywhere(
    log: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Debug logs, metrics, errors, the database with its WAL, incidents, waiting files, Redis and the hand-off hold no
    word, no session's id and no key; the caller's reference goes to the receiver alone."""
    redis: RedisServer | None = request.getfixturevalue("own_redis") if log == "json" else None
    with listening_to(redis) as heard:
        async with talk(tmp_path, log, redis) as (talking, receiver):
            await everything(talking, receiver)
        talking.sinks["redis"] = bytes(heard)
    secret = (*talking.keys.values(), PASSWORD, SECRET.removeprefix("whsec_"))

    assert REF.encode() in talking.sinks.pop(HANDED_OVER)
    outbox = {name: content.replace(REF.encode(), b"") for name, content in talking.sinks.items() if ".db" in name}
    assert traces(talking.sinks | outbox, also=secret) == {}
    assert b"did not answer" in talking.sinks["log"]
    assert b"Written words replaced an answer" in talking.sinks["log"]
    assert talking.asked.keys() == {*WAYS, "flow", "silent"}
    assert {200, 400, 401, 404, 415, 502, 503} <= talking.statuses.keys(), talking.statuses
    assert redis is None or len(heard) > 1_000
    assert any("incidents.pending" in name for name in talking.sinks)
    assert any("sessions.pending" in name for name in talking.sinks)


async def everything(talking: Talk, receiver: Receiver) -> None:
    """Say everything, lock the store for a while, and keep what there is."""
    if sys.platform == "linux":  # no image of its memory is left by a crash
        assert psutil.Process(talking.gateway.process.pid).rlimit(psutil.RLIMIT_CORE)[0] == 0
    timeout = aiohttp.ClientTimeout(total=REQUEST_S)
    async with aiohttp.ClientSession(f"http://127.0.0.1:{talking.gateway.port}", timeout=timeout) as client:
        for asked in requests():
            await talking.say(client, RESET, role="operator")
            await talking.say(client, asked)
        await talking.keep_all(client, "said")
        with closing(sqlite3.connect(talking.home / "segue.db", isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            await talking.say(client, chat("stage:plain", DANGER, session=f"{SESSION}-locked"))
            waiting = [talking.home / name for name in ("incidents.pending", "sessions.pending.jsonl")]
            await asyncio.to_thread(until, lambda: all(file.exists() and file.stat().st_size for file in waiting))
            # The database is not read now: closing it would end the lock, which belongs to the whole process.
            talking.sinks |= {f"locked: {file.name}": file.read_bytes() for file in waiting}
            other.execute("ROLLBACK")
        await receiver.received(3)
        assert b"content_filter" in await talking.say(client, chat("stage:plain", DANGER))


@pytest.mark.timeout(120)
async def test_after_erasing_nothing_leads_to_the_person(tmp_path: Path) -> None:
    """Neither id nor keyed hash of the session, nor the reference that was handed over, is in any file; others' are."""
    async with talk(tmp_path, "json", None) as (talking, receiver):
        timeout = aiohttp.ClientTimeout(total=REQUEST_S)
        async with aiohttp.ClientSession(f"http://127.0.0.1:{talking.gateway.port}", timeout=timeout) as client:
            for session in (SESSION, "somebody-else"):
                for newest in (CALM, DANGER):
                    await talking.say(client, chat("stage:plain", newest, session=session))
            await receiver.received(2)
            name = json.dumps({"session_id": SESSION, "caller": "caller"}).encode()
            told = json.loads(await talking.say(client, Request(ERASE, name), role="operator"))
            await talking.keep_all(client, "erased")
    kept = {name: content for name, content in talking.sinks.items() if name.startswith(("erased", "stopped"))}
    assert told["is_overwritten"]
    assert traces(kept, also=(told["session"], SESSION)) == {}
    assert not any(bytes.fromhex(told["session"]) in content for content in kept.values())


def test_the_search_finds_what_is_there(tmp_path: Path) -> None:
    """A mark in a log of this test's own, a file, and other writings of it: each is found, and named."""
    (tmp_path / "log").write_text(f"12:00 debug {CALM!r}")
    (tmp_path / "coded").write_bytes(b"x" + SESSION.encode().hex().encode())
    (tmp_path / "key").write_text("segue-Abc")
    (tmp_path / "well").write_text("Good evening.")
    assert traces(files_of(tmp_path), also=("segue-Abc",)) == {
        "log": [mark("user")],
        "coded": [STEM],
        "key": ["segue-Abc"],
    }


@pytest.mark.parametrize(
    "words",
    [("ask", DANGER), ("ask", CALM, "--json"), ("ask", "--system", CALM, DANGER)],
    ids=["words", "json", "system"],
)
async def test_a_crash_tells_where_and_not_what(words: tuple[str, ...], tmp_path: Path) -> None:
    """A fault of ours that nobody catches, in the main thread and beside it: kind and place on standard error, no word
    of the error's own, which may quote what was said."""
    env = {"SEGUE_TEST_CRASH": "1", "PYTHONFAULTHANDLER": "1"}
    env |= {"PYTHONPATH": PATH}
    process = await asyncio.create_subprocess_exec(
        *PROGRAM, *words, "--model", "scripted:echo", env={**os.environ, **env},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    output, errors = await process.communicate()
    assert process.returncode == 1
    assert b"RuntimeError" in errors
    assert b"raising_serve.py" in errors
    assert traces({"stdout": output, "stderr": errors}) == {}


@contextmanager
def listening_to(redis: RedisServer | None) -> Iterator[bytearray]:
    """Everything that is said to a Redis server for the length of a `with` block, by its own account."""
    heard = bytearray()
    if redis is None:
        yield heard
        return

    def listen() -> None:
        while more := connection.recv(65_536):
            heard.extend(more)

    with socket.create_connection(("127.0.0.1", redis.port)) as connection:
        connection.sendall(f"AUTH {PASSWORD}\r\nMONITOR\r\n".encode())
        thread = threading.Thread(target=listen, name="monitor")
        thread.start()
        try:
            yield heard
        finally:
            connection.shutdown(socket.SHUT_RDWR)
            thread.join(10)

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
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psutil
import pytest

from tests.support.canary import REF, STEM, files_of, mark, traces
from tests.support.canary_talk import ERASE, HANDED_OVER, PATH, REQUEST_S, RESET, Talk, talk
from tests.support.fixtures import own_redis
from tests.support.parrot import WAYS
from tests.support.planted import CALM, DANGER, SESSION, Request, chat, requests
from tests.support.product import until
from tests.support.raising_serve import PROGRAM
from tests.support.receiver import SECRET, Receiver
from tests.support.redis_server import PASSWORD, RedisServer

__all__ = ["own_redis"]


@pytest.mark.slow
@pytest.mark.timeout(240)
@pytest.mark.parametrize("log", ["console", "json"])
async def test_nothing_of_what_was_said_is_found_anywhere(
    log: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Debug logs, metrics, errors, the database with its WAL, incidents, waiting files, Redis and the hand-off hold no
    word, no session's id and no key; the caller's reference goes to the receiver alone. Where texts of incidents are
    kept, what is kept is sealed; a clinician reads it."""
    redis: RedisServer | None = request.getfixturevalue("own_redis") if log == "json" else None
    keeps_texts = redis is None
    with listening_to(redis) as heard:
        async with talk(tmp_path, log, redis, safety={"texts": {"enabled": keeps_texts}}) as (talking, receiver):
            await everything(talking, receiver)
            words = await texts_of(talking)
        talking.sinks["redis"] = bytes(heard)
    secret = (*talking.keys.values(), PASSWORD, SECRET.removeprefix("whsec_"))

    assert REF.encode() in talking.sinks.pop(HANDED_OVER)
    outbox = {name: content.replace(REF.encode(), b"") for name, content in talking.sinks.items() if ".db" in name}
    assert traces(talking.sinks | outbox, also=secret) == {}
    assert (kept_texts(tmp_path / "home") > 0) is keeps_texts
    assert any(mark("danger").encode() in text for text in words) is keeps_texts
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
    async with talking.client() as client:
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


async def texts_of(talking: Talk, *, at_least: int = 0) -> list[bytes]:
    """Every text that is kept, as a clinician reads it: that answer alone may hold words. Waits for so many."""
    headers = {"authorization": f"Bearer {talking.keys['clinician']}"}
    async with talking.client() as client:
        turns: list[str] | None = None
        while turns is None or len(turns) < at_least:
            async with client.get("/v1/admin/texts", headers=headers) as response:
                turns = [text["turn"] for text in (await response.json())["texts"]]
        read = []
        for turn in turns:
            async with client.post("/v1/admin/texts/read", json={"turn": turn}, headers=headers) as response:
                assert response.status == 200
                read.append(await response.read())
    return read


def kept_texts(home: Path) -> int:
    """How many rows the store has of them."""
    with closing(sqlite3.connect(home / "segue.db")) as database:
        return int(database.execute("SELECT count(*) FROM incident_texts").fetchone()[0])


@pytest.mark.timeout(120)
async def test_after_erasing_nothing_leads_to_the_person(tmp_path: Path) -> None:
    """Neither id nor keyed hash of the session, nor the reference that was handed over, is in any file; others' are."""
    texts = {"texts": {"enabled": True}}
    async with talk(tmp_path, "json", safety=texts) as (talking, receiver), talking.client() as client:
        for session in (SESSION, "somebody-else"):
            for newest in (CALM, DANGER):
                await talking.say(client, chat("stage:plain", newest, session=session))
        await receiver.received(2)
        await asyncio.wait_for(texts_of(talking, at_least=2), REQUEST_S)
        name = json.dumps({"session_id": SESSION, "caller": "caller"}).encode()
        told = json.loads(await talking.say(client, Request(ERASE, name), role="operator"))
        await talking.keep_all(client, "erased")
        assert len(await texts_of(talking)) == 1
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
            thread.join(60)

"""Thousands of marked sentences and keys through one gateway, and no trace of any in all that it wrote.

Covers acceptance 6 of therapeutic safety at full size: 15,000 requests (`make soak`); an ordinary test run does a
fiftieth of them with the same code. `tests/safety/test_canary.py` has each way in which a word might get out, once.
"""

import asyncio
import json
import random
import signal
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp
import pytest

from tests.support.canary import REF, files_of, mark, traces
from tests.support.canary_talk import ERASE, HANDED_OVER, RESET, Talk, talk
from tests.support.parrot import WAYS
from tests.support.planted import Request, chat, refused
from tests.support.planted_speech import CALM, DANGER, SAD
from tests.support.product import SEGUE
from tests.support.receiver import SECRET

# Its limit grows with its size.
pytestmark = [pytest.mark.slow, pytest.mark.timeout(0)]
REQUESTS = 15_000
"""Of a soak at full size."""
CLIENTS = 8
"""Requests under way at once."""
SESSIONS = 200
SEED = 20_261_126
"""The same requests every time."""
HELD = 500
"""Answers that wait for being searched together."""
OWN_FILES = ("master.key", "session.key")
"""Where keys of this installation's own stand, and nowhere else."""
SHARES = {"calm": 40, "sad": 15, "danger": 15, "wrong": 12, "screen": 6, "leaves": 2, "erase": 6, "reset": 4}
"""Kinds of requests, in a hundred."""


@dataclass
class Soak:
    """What is said, by lot, and what was found in the answers."""

    talking: Talk
    secrets: Sequence[str]
    dice: random.Random = field(default_factory=lambda: random.Random(SEED))
    seen: Counter[str] = field(default_factory=Counter)
    found: dict[str, list[str]] = field(default_factory=dict)

    async def ask(self, requests: int) -> None:
        """So many requests, `CLIENTS` at a time."""
        kinds = iter(self.dice.choices(list(SHARES), list(SHARES.values()), k=requests))
        async with (
            asyncio.timeout(60 + requests / 10),
            self.talking.client() as client,
            asyncio.TaskGroup() as group,
        ):
            for _ in range(CLIENTS):
                group.create_task(self._client(client, kinds))
        self.search()

    async def _client(self, client: aiohttp.ClientSession, kinds: Iterator[str]) -> None:
        for kind in kinds:
            role = "operator" if kind in {"erase", "reset"} else "caller"
            await self.talking.say(client, getattr(self, f"_{kind}")(), role=role)
            self.seen[kind] += 1
            if len(self.talking.sinks) > HELD:
                self.search()

    def search(self) -> None:
        """Look into the answers that came, and let them go."""
        self.found |= traces(self.talking.sinks, also=self.secrets)
        self.talking.sinks.clear()

    def _chat(self, model: str, sentences: Sequence[str]) -> Request:
        tools: dict[str, object] = {} if self.dice.random() < 0.5 else {"tools": []}
        session = self._session() if self.dice.random() < 0.7 else None
        return chat(model, self.dice.choice(sentences), session=session, stream=self.dice.random() < 0.5, **tools)

    def _session(self) -> str:
        return f"{mark('session')}-{self.dice.randrange(SESSIONS)}"

    def _calm(self) -> Request:
        """A model server that is well, or gives the words back in any of the ways in which it fails."""
        way = self.dice.choice(list(WAYS))
        return self._chat(self.dice.choice((f"parrot:{way}", "parrot:well", "stage:plain", "auto")), CALM)

    def _sad(self) -> Request:
        return self._chat(self.dice.choice(("parrot:well", "parrot:harmful", "parrot:cut", "stage:plain")), SAD)

    def _danger(self) -> Request:
        return self._chat(self.dice.choice(("parrot:well", "stage:plain")), DANGER)

    def _wrong(self) -> Request:
        return self.dice.choice(list(refused()))

    def _screen(self) -> Request:
        return Request("/v1/safety/screen", json.dumps({"text": self.dice.choice(DANGER + SAD + CALM)}).encode())

    def _leaves(self) -> Request:
        left = chat(self.dice.choice(("parrot:flow", "parrot:silent")), self.dice.choice(SAD), stream=True)
        return Request(left.path, left.body, left.headers, leaves=True)

    def _erase(self) -> Request:
        return Request(ERASE, json.dumps({"session_id": self._session(), "caller": "caller"}).encode())

    def _reset(self) -> Request:
        return RESET


async def test_of_thousands_of_sentences_no_word_is_left_anywhere(
    tmp_path: Path, soak_scale: float, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Debug logs, metrics, health, errors, every file with the database and its WAL, incidents, hand-offs and what a
    crash leaves: none holds a mark, a session's id or a key. A mark put into any of them is found. Covers R5.3."""
    monkeypatch.setenv("PYTHONFAULTHANDLER", "1")
    requests = round(REQUESTS * soak_scale)
    texts = {"texts": {"enabled": True, "level": "moderate"}}  # what is sealed is no trace
    async with talk(tmp_path, "json", program=SEGUE, safety=texts) as (talking, receiver):
        secrets = (*talking.keys.values(), SECRET.removeprefix("whsec_"))
        soak = Soak(talking, secrets)
        await soak.ask(requests)
        async with talking.client() as client:
            await talking.keep_all(client, "said")
            await crash(talking, client)
    sinks = talking.sinks | {f"left: {name}": content for name, content in files_of(tmp_path).items()}
    with capsys.disabled():
        mb = sum(map(len, sinks.values())) / 1e6
        print(f"\n{dict(soak.seen)} {dict(talking.statuses)}, {len(receiver.messages)} hand-offs, {mb:.0f} MB searched")  # noqa: T201 - what `make soak` is run for
    assert soak.found == {}
    assert found(sinks, secrets) == {}
    assert soak.seen.total() == requests
    assert {200, 400, 502} <= talking.statuses.keys()
    assert len(receiver.messages) > requests / 200
    assert b"Fatal Python error" in talking.sinks["log"]
    assert found(planted(sinks, tmp_path), secrets).keys() == {"log", HANDED_OVER, "said: /metrics", "the database"}


async def crash(talking: Talk, client: aiohttp.ClientSession) -> None:
    """Have the gateway killed in the middle of an answer, by a signal upon which Python says where it was."""
    silent = chat("parrot:silent", SAD[0], session=mark("session"))
    waiting = asyncio.create_task(talking.say(client, silent))
    await asyncio.wait([waiting], timeout=0.3)
    talking.gateway.process.send_signal(signal.SIGABRT)
    with suppress(aiohttp.ClientError):
        await waiting


def found(sinks: dict[str, bytes], secrets: Sequence[str]) -> dict[str, list[str]]:
    """What is found where it must not be. The reference for a human goes to the receiver and waits in the outbox for
    it; an installation's own keys stand in their own files."""
    outbox = (".db", HANDED_OVER)
    told = {name: content.replace(REF.encode(), b"") for name, content in sinks.items() if any(map(name.count, outbox))}
    keys = [content for name, content in sinks.items() if name.startswith("left") and name.endswith(OWN_FILES)]
    others = {name: content for name, content in (sinks | told).items() if not name.endswith(OWN_FILES)}
    with_key = {name: ["a key"] for name, content in others.items() if any(key.strip() in content for key in keys)}
    assert len(keys) == len(OWN_FILES)
    return with_key | traces(others, also=secrets)


def planted(sinks: dict[str, bytes], folder: Path) -> dict[str, bytes]:
    """The same sinks with a mark in some of them, in a writing of its own each."""
    file = folder / "planted.db"
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE said (words TEXT)")
        database.execute("INSERT INTO said VALUES (?)", (DANGER[0],))
        database.commit()
        kept = {"the database": b"".join(path.read_bytes() for path in folder.glob("planted.db*"))}
    log = sinks["log"] + json.dumps({"event": CALM[6]}).encode()
    handed = sinks[HANDED_OVER] + SAD[0].encode("utf-16-le")
    metrics = sinks["said: /metrics"] + f'segue_said{{what="{mark("label").encode().hex()}"}} 1'.encode()
    return {**sinks, **kept, "log": log, HANDED_OVER: handed, "said: /metrics": metrics}

"""A gateway that hears marked words, with its model server and its receiver, and everything that it left."""

from __future__ import annotations

import asyncio
import json
import os
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import aiohttp

from segue.domain.callers import Caller, CallerRole, hash_key, new_key
from segue.storage.sql import SqlJournal
from tests.support.canary import files_of, mark
from tests.support.parrot import WAYS, Parrot
from tests.support.planted import Request
from tests.support.product import Served, serving_command
from tests.support.raising_serve import PROGRAM
from tests.support.receiver import SECRET, Receiver
from tests.support.redis_server import RedisServer

PROVIDER_KEY = mark("providerkey")
REQUEST_S = 30.0
PATH = os.pathsep.join((str(Path(__file__).parents[2]), os.environ.get("PYTHONPATH", "")))
"""Where processes find these tests, as the program that they run does."""
HANDED_OVER = "hand-off"
"""The sink in which the caller's reference has to be."""
ERASE = "/v1/admin/sessions/erase"
RESET = Request("/v1/admin/breakers/reset", b"{}")
"""Whoever refused is asked again at once."""


def config(parrot: str, receiver: str, log: str, redis: str | None, *, raises: bool = True) -> dict[str, object]:
    """Settings with the parrot, a receiver, debug logs and, where it `raises`, plug-ins that fail."""
    able = {"capabilities": ["chat", "tools", "json_object", "json_schema"], "in_auto": False}
    models = dict.fromkeys((*WAYS, "flow", "silent"), able)
    options = {"base_url": parrot, "data_policy": "local", "models": models}
    raising = {name: {"data_policy": "local", **able} for name in ("enter", "later")}
    return {
        "providers": {
            "parrot": {"type": "openai_compatible", "key": "${CANARY_KEY}", "options": options},
            **({"raising": {"type": "raising", "options": {"models": raising}}} if raises else {}),
            "stage": {"type": "scripted", "options": {"models": {"plain": {"text": "Yes.", **able}}}},
        },
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

    def client(self) -> aiohttp.ClientSession:
        """Connections to the gateway."""
        timeout = aiohttp.ClientTimeout(total=REQUEST_S)
        return aiohttp.ClientSession(f"http://127.0.0.1:{self.gateway.port}", timeout=timeout)

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
            ("/v1/admin/texts", "clinician"),
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
async def talk(
    folder: Path,
    log: str,
    redis: RedisServer | None = None,
    *,
    program: Sequence[str] = PROGRAM,
    safety: Mapping[str, object] = MappingProxyType({}),
) -> AsyncIterator[tuple[Talk, Receiver]]:
    """A gateway, with its model server, and its receiver; `safety`: further settings of that name."""
    home = folder / "home"
    env = {"SEGUE_HOME": str(home), "CANARY_KEY": PROVIDER_KEY, "CANARY_SECRET": SECRET}
    env |= {"PYTHONPATH": PATH, "SEGUE__SAFETY__CLASSIFIER": "auto"}
    async with Parrot() as parrot, Receiver() as receiver:
        file = folder / "segue.yaml"
        shared = redis.url() if redis else None
        settings = config(parrot.base_url, receiver.url, log, shared, raises=program is PROGRAM)
        settings["safety"] = {"judge": "parrot:well", **safety}
        file.write_text(json.dumps(settings))
        keys = await made(home)
        log_file = folder / "log"
        with serving_command("--config", str(file), program=program, env=env, log_file=log_file) as gateway:
            talking = Talk(gateway, keys, home)
            yield talking, receiver
        talking.asked = Counter(str(asked.body["model"]) for asked in parrot.requests)
        talking.sinks["log"] = log_file.read_bytes()
        talking.sinks |= {f"stopped: {name}": content for name, content in files_of(home).items()}
        talking.sinks[HANDED_OVER] = b"\n".join(message.raw for message in receiver.messages)


async def made(home: Path) -> dict[str, str]:
    """A new caller key of each role, by the role."""
    keys = {role: new_key() for role in CallerRole}
    async with SqlJournal("", home=home, deadline_s=REQUEST_S) as journal:
        for role, key in keys.items():
            await journal.add_caller(Caller(f"id-{role}", str(role), role, hash_key(key), datetime.now(UTC)))
    return {str(role): key for role, key in keys.items()}

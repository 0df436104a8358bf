"""A gateway that really listens: the manager and uvicorn in a thread with a loop of their own, and a plain client."""

from __future__ import annotations

import asyncio
import http.client
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import uvloop

import segue.app
from segue.app import ModelManager
from segue.config.settings import ServerSettings, Settings
from segue.domain.callers import NO_SCOPE, Caller, CallerRole, CallerScope, hash_key, new_key
from segue.domain.models import ModelRef
from segue.providers.scripted import ScriptedProvider
from segue.server.run import GatewayServer, listen, serve, url_of
from tests.support.talk import PATIENT_S

START_S = 90.0
"""Longest wait for a start or a stop, on a machine that does much else."""


def scripted(**models: Mapping[str, object]) -> dict[str, object]:
    """Settings of a provider `stage` with these written models."""
    return {"stage": {"type": "scripted", "options": {"models": models}}}


def settings_with(providers: dict[str, object], **rest: object) -> Settings:
    """Settings that listen on a free port and stop within seconds; answers begin with no notice, only rules screen."""
    server = {
        "port": 0,
        "stop_s": 5,
        **ServerSettings.model_validate(rest.pop("server", {})).model_dump(exclude_unset=True),
    }
    quiet: dict[str, object] = {
        "disclosure": {"enabled": False},
        "safety": {"classifier": "off", **dict(rest.pop("safety", {}))},  # type: ignore[call-overload] # a mapping
    }
    late: dict[str, object] = {
        "storage": {"session_deadline_s": PATIENT_S, **dict(rest.pop("storage", {}))},  # type: ignore[call-overload]
        "cache": {"deadline_s": PATIENT_S, **dict(rest.pop("cache", {}))},  # type: ignore[call-overload]
    }
    return Settings.model_validate({"providers": providers, "server": server, **quiet, **late, **rest})


@dataclass(frozen=True, slots=True)
class Heard:
    """A whole response."""

    status: int
    headers: Mapping[str, str]
    """Lower-case names."""
    body: bytes

    @property
    def json(self) -> dict[str, object]:
        """The body as a JSON object."""
        return msgspec.json.decode(self.body, type=dict[str, object])

    @property
    def error(self) -> WireError:
        """The body's error."""
        return msgspec.json.decode(self.body, type=ErrorBody).error

    @property
    def events(self) -> list[str]:
        """The data of each server-sent event."""
        return [line.removeprefix("data: ") for line in self.body.decode().split("\n\n") if line]


class WireError(msgspec.Struct):
    """An error in OpenAI's shape."""

    message: str
    type: str
    code: str
    param: str | None
    segue: dict[str, object] = {}


class ErrorBody(msgspec.Struct):
    """The body that holds an error."""

    error: WireError


@dataclass
class RunningGateway:
    """A gateway under test; `manager` lives in the thread's loop: read it, await nothing of it here."""

    url: str
    manager: ModelManager
    server: GatewayServer
    loop: asyncio.AbstractEventLoop
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def port(self) -> int:
        port = urlsplit(self.url).port
        assert port is not None
        return port

    def ask(
        self, path: str, body: object = None, *, method: str | None = None, headers: Mapping[str, str] | None = None
    ) -> Heard:
        """One request on a connection of its own; `body` is bytes, or a value that becomes JSON."""
        raw = body if isinstance(body, bytes) or body is None else msgspec.json.encode(body)
        kind = {"content-type": "application/json"} if raw is not None else {}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=START_S)) as connection:
            connection.request(method or ("GET" if raw is None else "POST"), path, raw, {**kind, **(headers or {})})
            response = connection.getresponse()
            return Heard(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())

    def chat(self, text: str = "Hello", *, headers: Mapping[str, str] | None = None, **fields: Any) -> Heard:
        """One chat request."""
        return self.ask(
            "/v1/chat/completions",
            {"model": "stage:plain", "messages": [{"role": "user", "content": text}], **fields},
            headers=headers,
        )

    def stage(self) -> ScriptedProvider:
        """The scripted provider, for its counters."""
        provider = self.manager.provider_of(ModelRef("stage", "any"))
        assert isinstance(provider, ScriptedProvider)
        return provider

    def wake_everybody(self) -> None:
        """End the rest of every model that failed in earlier tests."""

        async def reset() -> None:
            self.manager.breakers.reset()

        asyncio.run_coroutine_threadsafe(reset(), self.loop).result(START_S)

    def stop(self) -> None:
        """Tell it to stop, as the first signal does."""
        self.loop.call_soon_threadsafe(self.server.stop)

    def make_caller(self, name: str, role: CallerRole = CallerRole.CALLER, *, scope: CallerScope = NO_SCOPE) -> str:
        """A new caller key, made as `segue callers create` does: in the store, beside the running gateway."""
        key = new_key()
        caller = Caller(f"id-{name}", name, role, hash_key(key), datetime.now(UTC), scope=scope)
        asyncio.run_coroutine_threadsafe(self.manager.journal.add_caller(caller), self.loop).result(START_S)
        return key


def until(is_so: Callable[[], bool], *, within_s: float = 25.0) -> None:
    """Look again and again until something in the gateway's thread is so; a silent model would be so for longer."""
    end_s = time.monotonic() + within_s
    while not is_so():
        assert time.monotonic() < end_s, "it did not happen in time"
        time.sleep(0.005)


@contextmanager
def serving(settings: Settings, *, home: Path) -> Iterator[RunningGateway]:
    """Run a gateway for the length of a `with` block."""
    started: list[RunningGateway] = []
    failed: list[BaseException] = []
    is_ready, ended = threading.Event(), threading.Event()

    async def main() -> None:
        with closing(listen(settings.server)) as listener:
            async with segue.app.open(settings, home=home) as manager:

                def ready(server: GatewayServer) -> None:
                    loop = asyncio.get_running_loop()
                    started.append(RunningGateway(url_of(listener), manager, server, loop, ended))
                    is_ready.set()

                await serve(manager, listener, ready=ready)

    def run() -> None:
        try:
            with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
                runner.run(main())
        except BaseException as error:  # noqa: BLE001 - told to the test, in its own thread
            failed.append(error)
        finally:
            is_ready.set()
            ended.set()

    thread = threading.Thread(target=run, name="gateway", daemon=True)
    thread.start()
    assert is_ready.wait(START_S), "the gateway did not start"
    if failed:
        raise failed[0]
    try:
        yield started[0]
    finally:
        if not ended.is_set():
            started[0].stop()
        thread.join(START_S)
        assert not thread.is_alive(), "the gateway did not stop"
        if failed:
            raise failed[0]

"""Whatever of ours lives while somebody is answered shows no word and no key when it is printed.

Covers acceptance 6 of therapeutic safety: a debugger, an error report and a careless log line print what they hold.
"""

from __future__ import annotations

import asyncio
import gc
import http.client
import json
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from segue.config.settings import Settings
from tests.support.canary import REF, mark, traces
from tests.support.gateway import START_S, RunningGateway, serving, until
from tests.support.planted import CALM, DANGER, HOPELESS, SESSION, Request, chat
from tests.support.ports import free_port
from tests.support.receiver import SECRET
from tests.support.scenes import ROLE, Scene, words
from tests.support.upstream import Upstream, UpstreamThread

LONG = f"The answer is {mark('answer')}, and it goes on. " * 20
WAYS = {
    "stalls": Scene((ROLE, *words(LONG, "And so")), end="hang"),
    "silent": Scene(end="hang"),
    "well": Scene((ROLE, *words(LONG)), end="hang"),
}


@pytest.fixture(scope="module")
def upstream() -> Iterator[Upstream]:
    """A model server whose answers come to no end."""
    with UpstreamThread() as server:
        server.scenes.update(WAYS)
        yield server


@pytest.fixture(scope="module")
def gateway(upstream: Upstream, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway with a key for its provider, and a receiver that nobody reaches: a hand-off stays under way."""
    able = {"capabilities": ["chat", "tools"]}
    options = {"base_url": upstream.base_url, "data_policy": "local", "models": dict.fromkeys(WAYS, able)}
    settings = {
        "providers": {"up": {"type": "openai_compatible", "key": mark("providerkey"), "options": options}},
        "handoff": {"url": f"http://127.0.0.1:{free_port()}/{mark('receiver')}", "secret": SECRET},
        "time": {"first_token_s": 20, "gap_s": 20},
        "server": {"port": 0, "stop_s": 1},
    }
    with serving(Settings.model_validate(settings), home=Path(tmp_path_factory.mktemp("home"))) as running:
        yield running


def everything() -> Iterator[object]:
    """All that lives: what the collector knows, and what it need not know because it cannot be part of a circle."""
    known = gc.get_objects()
    yield from known
    unknown, seen = [value for value in gc.get_referents(*known) if not gc.is_tracked(value)], set[int]()
    while unknown:
        value = unknown.pop()
        if id(value) not in seen and type(value).__module__.partition(".")[0] == "segue":
            seen.add(id(value))
            yield value
            unknown += [within for within in gc.get_referents(value) if not gc.is_tracked(within)]


def printed(gateway: RunningGateway) -> dict[str, bytes]:
    """Every object of a class of ours that lives now, as it prints itself, by class."""

    async def walk() -> dict[str, bytes]:
        shown: dict[str, bytes] = {}
        for value in everything():
            kind = type(value)
            if kind.__module__.partition(".")[0] == "segue" or (
                isinstance(value, BaseException | asyncio.Task) and not isinstance(value, AssertionError)
            ):
                with suppress(ReferenceError):
                    name = f"{kind.__module__}.{kind.__qualname__}"
                    shown[name] = shown.get(name, b"") + f"{value!r} {value!s}\n".encode()
        return shown

    return asyncio.run_coroutine_threadsafe(walk(), gateway.loop).result(START_S)


def asking(gateway: RunningGateway, asked: Request, upstream: Upstream, *, goes_out: bool) -> dict[str, bytes]:
    """What lives while a request is under way, or after it was answered with written words."""
    before = len(upstream.requests)
    with closing(http.client.HTTPConnection("127.0.0.1", gateway.port, timeout=START_S)) as connection:
        connection.request("POST", asked.path, asked.body, {"content-type": "application/json", **asked.headers})
        if not goes_out:
            connection.getresponse().read()
            return printed(gateway)
        until(lambda: len(upstream.requests) > before)
        return printed(gateway)


@pytest.mark.parametrize("stream", [False, True], ids=["whole", "stream"])
@pytest.mark.parametrize("model", WAYS)
def test_nothing_alive_within_a_turn_shows_words(
    gateway: RunningGateway, upstream: Upstream, model: str, stream: bool
) -> None:
    """Request, conversation, answer under way, session, provider and its key: each prints itself without them."""
    shown = asking(gateway, chat(f"up:{model}", CALM, stream=stream, session=SESSION + model), upstream, goes_out=True)
    assert {
        "segue.domain.chat.ChatRequest",
        "segue.domain.chat.Message",
        "segue.pipeline.turn.turns.Asker",
    } <= shown.keys()
    found = traces(shown, also=(SECRET.removeprefix("whsec_"),))
    assert found == {}, json.dumps(found)


@pytest.mark.parametrize("newest", [DANGER, HOPELESS])
def test_nothing_that_stays_after_a_crisis_shows_words(
    gateway: RunningGateway, upstream: Upstream, newest: str
) -> None:
    """Session, risk, the hand-off under way with the caller's reference, and what waits for the store."""
    shown = asking(gateway, chat("up:well", newest, session=SESSION), upstream, goes_out=False)
    assert "segue.domain.sessions.SessionRecord" in shown
    assert traces(shown, also=(REF,)) == {}


def test_the_search_would_find_words(gateway: RunningGateway) -> None:
    """An object that prints what it holds is found."""
    shows = ValueError(json.dumps({"said": CALM}))
    assert traces(printed(gateway)) == {"builtins.ValueError": [mark("user")]}
    del shows

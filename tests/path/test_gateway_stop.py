"""A stop lets running answers finish, within a limit, and sends new requests elsewhere."""

import asyncio
import http.client
import json
import logging
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.gateway import Heard, RunningGateway, scripted, serving, settings_with, until

STORY = "The lamp went out. " * 20


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    """Threads for requests that go on beside the test."""
    with ThreadPoolExecutor(4) as threads:
        yield threads


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[RunningGateway]:
    """A gateway with a model that talks for about a second, one that begins late, and one that never does."""
    models: dict[str, dict[str, object]] = {
        "plain": {"text": "Hello."},
        "slow": {"text": STORY, "chunk_chars": 40, "gap_s": 0.1},
        "slower": {"delay_s": 0.5, "text": "Later."},
        "silent": {"delay_s": 60, "text": "Late."},
    }
    with serving(settings_with(scripted(**models), server={"stop_s": 20}), home=tmp_path) as running:
        yield running


@pytest.fixture
def go_on(gateway: RunningGateway) -> Callable[[], object]:
    """Lets the models speak on, whose pauses have no end before: a busy machine would hear all of it too early."""
    may_go_on = asyncio.Event()

    async def until_it_may(_: float) -> None:
        await may_go_on.wait()

    gateway.stage()._sleep = until_it_may
    return lambda: gateway.loop.call_soon_threadsafe(may_go_on.set)


def begun(gateway: RunningGateway, pool: ThreadPoolExecutor, model: str, *, stream: bool = True) -> Future[Heard]:
    """An answer that is under way."""
    answer = pool.submit(gateway.chat, model=f"stage:{model}", stream=stream)
    until(lambda: gateway.stage().answering[model] == 1)
    return answer


def test_running_answer_finishes_and_new_one_is_sent_elsewhere(
    gateway: RunningGateway,
    pool: ThreadPoolExecutor,
    go_on: Callable[[], object],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Who is being answered hears it to the end; who comes now gets 503 with Retry-After; the log says who is waited
    for."""
    caplog.set_level(logging.INFO, "segue.server")
    answer = begun(gateway, pool, "slow")
    gateway.stop()
    until(lambda: gateway.ask("/readyz").status == 503)
    refused = gateway.chat()
    assert (refused.status, refused.error.code, refused.headers["retry-after"]) == (503, "stopping", "5")
    assert gateway.ask("/livez").status == 200
    assert "Stopping; waiting for 1 answer (a second signal ends them)." in caplog.messages
    go_on()
    assert answer.result().events[-1] == "[DONE]"
    assert gateway.ended.wait(10)
    assert gateway.server.all_finished


def test_second_stop_ends_at_once_and_tells_those_who_wait(gateway: RunningGateway, pool: ThreadPoolExecutor) -> None:
    """A second signal waits for nobody: an answer that was cut says so, in its stream or as its status."""
    streamed, whole = begun(gateway, pool, "slow"), begun(gateway, pool, "silent", stream=False)
    until(lambda: streamed.running() and gateway.server.server_state.tasks.__len__() == 2)
    gateway.stop()
    until(lambda: gateway.ask("/readyz").status == 503)
    gateway.stop()
    assert gateway.ended.wait(10)
    assert not gateway.server.all_finished
    assert whole.result().error.code == "stopping"
    last = streamed.result()
    assert last.status == 503 or json.loads(last.events[-1])["error"]["code"] == "stopping"


def test_connections_end_with_their_next_answer(
    gateway: RunningGateway, pool: ThreadPoolExecutor, go_on: Callable[[], object]
) -> None:
    """While it stops, each answer says that its connection ends: who asks again may reach another replica."""
    slow, whole = begun(gateway, pool, "slow"), begun(gateway, pool, "slower", stream=False)
    kept = http.client.HTTPConnection("127.0.0.1", gateway.port, timeout=60)
    kept.request("GET", "/livez")
    assert kept.getresponse().read()
    gateway.stop()
    until(lambda: gateway.ask("/readyz").headers.get("connection") == "close")
    kept.request("GET", "/v1/models")
    assert kept.getresponse().headers["connection"] == "close"
    go_on()
    assert whole.result().headers["connection"] == "close"
    assert slow.result().events[-1] == "[DONE]"
    kept.close()


def test_idle_gateway_stops_at_once(gateway: RunningGateway) -> None:
    """Connections that are only kept open hold nothing up."""
    kept = http.client.HTTPConnection("127.0.0.1", gateway.port, timeout=60)
    kept.request("GET", "/livez")
    kept.getresponse().read()
    gateway.stop()
    assert gateway.ended.wait(15), "long before `server.stop_s`"
    kept.close()


def test_answer_beyond_the_limit_is_cut(tmp_path: Path, pool: ThreadPoolExecutor) -> None:
    """`server.stop_s` bounds how long a stop can take."""
    settings = settings_with(scripted(silent={"delay_s": 60, "text": "Late."}), server={"stop_s": 0.3})
    with serving(settings, home=tmp_path) as gateway:
        answer = begun(gateway, pool, "silent", stream=False)
        gateway.stop()
        assert gateway.ended.wait(30)
        assert answer.result().error.code == "stopping"

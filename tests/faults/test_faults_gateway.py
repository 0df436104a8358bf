"""The same faults through the gateway, read with OpenAI's own client; then two hundred answers at once."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import openai
import psutil
import pytest
from openai.types.chat import ChatCompletion, ChatCompletionMessageParam

from tests.faults.cases import BEFORE_WORDS, BROKEN_OFF, LONGEST_S, RESCUED, TELLS, Case, settings_for
from tests.support.counted_serve import program
from tests.support.fault_server import FaultServer, Voice
from tests.support.faults import content_refused, cut, silent
from tests.support.gateway import RunningGateway, serving
from tests.support.held import Held, held
from tests.support.misfortune import CARDS, ensemble
from tests.support.product import serving_command
from tests.support.story import prompt, story

CASES = {
    name: case
    for name, case in {**BEFORE_WORDS, **BROKEN_OFF, **RESCUED}.items()
    if case.wait_s < 1  # whole seconds are waited for once, by the library
}
streamed_or_whole = pytest.mark.parametrize("stream", [True, False], ids=["stream", "whole"])


@dataclass(frozen=True, slots=True)
class Answer:
    """What a client has at the end."""

    text: str
    reasons: tuple[str, ...]
    """Every reason to finish that was told."""
    ids: frozenset[str]
    segue: Mapping[str, object]
    """The field `segue` of the last chunk that has one."""

    @property
    def codes(self) -> tuple[tuple[str, str | None], ...]:
        """Who was asked, and what came of it."""
        attempts = self.segue["attempts"]
        assert isinstance(attempts, list)
        assert all(attempt["reason"] for attempt in attempts if attempt["code"])
        return tuple((attempt["model"].partition(":")[0], attempt["code"]) for attempt in attempts)


async def ask(client: openai.AsyncOpenAI, number: int = 0, *, stream: bool = True) -> Answer:
    """One answer, read to its end by the official client."""
    messages: list[ChatCompletionMessageParam] = [{"role": "user", "content": prompt(number)}]
    if not stream:
        return _whole(await client.chat.completions.create(model="told", messages=messages))
    chunks = [
        chunk async for chunk in await client.chat.completions.create(model="told", messages=messages, stream=True)
    ]
    choices = [choice for chunk in chunks for choice in chunk.choices]
    told = [extra["segue"] for chunk in chunks if "segue" in (extra := chunk.model_extra or {})]
    return Answer(
        "".join(choice.delta.content or "" for choice in choices),
        tuple(choice.finish_reason for choice in choices if choice.finish_reason),
        frozenset(chunk.id for chunk in chunks),
        told[-1],
    )


def _whole(answer: ChatCompletion) -> Answer:
    (choice,) = answer.choices
    return Answer(
        choice.message.content or "",
        (choice.finish_reason,),
        frozenset({answer.id}),
        (answer.model_extra or {})["segue"],
    )


@asynccontextmanager
async def official_client(url: str) -> AsyncIterator[openai.AsyncOpenAI]:
    """OpenAI's client, with only its address changed; it may not try again by itself."""
    async with openai.AsyncOpenAI(base_url=f"{url}/v1", api_key="none", max_retries=0, timeout=LONGEST_S) as client:
        yield client


@asynccontextmanager
async def through(case: Case, home: Path) -> AsyncIterator[tuple[FaultServer, RunningGateway, openai.AsyncOpenAI]]:
    """A fault server, a gateway before it, and the official client before that."""
    async with case.at_work() as (server, settings):
        with serving(settings, home=home) as gateway:
            async with official_client(gateway.url) as client:
                yield server, gateway, client


@streamed_or_whole
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
async def test_client_reads_one_whole_answer(case: Case, stream: bool, tmp_path: Path) -> None:
    """An official client sees one answer under one id with one end, and the text byte for byte; its last chunk says
    who was asked and why another was. Covers R2.3, R5.1, R5.2."""
    async with through(case, tmp_path) as (server, _, client):
        answer = await ask(client, stream=stream)
    assert (answer.text, answer.reasons, len(answer.ids)) == (story(), ("stop",), 1)
    assert answer.codes == case.codes
    assert server.asked == case.asked


@streamed_or_whole
async def test_client_reads_a_refusal_as_its_own_error(stream: bool, tmp_path: Path) -> None:
    """Moderation that refuses is a BadRequestError, and nobody else was asked. Covers R5.4."""
    case = Case({"first": Voice(then=content_refused), "second": TELLS}, {"first": 1}, ())
    async with through(case, tmp_path) as (server, _, client):
        with pytest.raises(openai.BadRequestError) as refused:
            await ask(client, stream=stream)
    assert (refused.value.code, server.asked) == ("content_refused", case.asked)


async def test_rescued_stream_has_one_end_on_the_wire(tmp_path: Path) -> None:
    """What was cut and continued is one stream on the wire too: one role, one finish, one `[DONE]`. Covers R5.2."""
    case = Case({"first": Voice([cut()]), "second": Voice(manner="starts_over")}, {}, ())
    async with through(case, tmp_path) as (_, gateway, _):
        heard = await asyncio.to_thread(gateway.chat, prompt(), model="told", stream=True)
    chunks = [json.loads(event) for event in heard.events if event != "[DONE]"]
    choices = [choice for chunk in chunks for choice in chunk["choices"]]
    assert (heard.events.count("[DONE]"), heard.events[-1]) == (1, "[DONE]")
    assert [choice["delta"]["role"] for choice in choices if "role" in choice["delta"]] == ["assistant"]
    assert [choice["finish_reason"] for choice in choices if choice["finish_reason"]] == ["stop"]


async def test_no_task_is_left_when_clients_leave_answers_that_are_rescued(tmp_path: Path) -> None:
    """Clients that leave while one model is silent and another begins leave nothing running, here or upstream."""
    case = Case({"first": Voice(then=silent), "second": Voice(then=silent)}, {}, (), {"time": {"first_token_s": 0.1}})
    async with through(case, tmp_path) as (server, gateway, client):
        before = await tasks_in(gateway)
        waiting = [asyncio.create_task(ask(client)) for _ in range(10)]
        async with asyncio.timeout(LONGEST_S):
            while server.asked["second"] < len(waiting):
                await asyncio.sleep(0.02)
        for task in waiting:
            task.cancel()
        await asyncio.wait(waiting)
        await server.client_left(times=2 * len(waiting), within_s=LONGEST_S)
        async with asyncio.timeout(LONGEST_S):
            while await tasks_in(gateway) > before:
                pass


async def tasks_in(gateway: RunningGateway) -> int:
    """How many tasks the gateway's loop has, the one that counts not among them."""

    async def count() -> int:
        await asyncio.sleep(0.1)  # what was cancelled ends on a later turn of the loop
        return len(asyncio.all_tasks()) - 1

    return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(count(), gateway.loop))


@dataclass(frozen=True, slots=True)
class Crowd:
    """A gateway in a process of its own, and a model server to which things happen."""

    server: FaultServer
    process: psutil.Process
    url: str
    tasks_file: Path

    async def ask(self, numbers: range) -> Held:
        """As many stories at once, every other one not streamed; what the gateway holds afterwards."""
        async with official_client(self.url) as client, asyncio.timeout(2 * LONGEST_S), asyncio.TaskGroup() as group:
            for number in numbers:
                group.create_task(self._told(client, number))
        return await held(self.process, self.tasks_file, self.server)

    async def _told(self, client: openai.AsyncOpenAI, number: int) -> None:
        answer = await ask(client, number, stream=bool(number % 2))
        assert (answer.text, answer.reasons, len(answer.ids)) == (story(number), ("stop",), 1), number


@pytest.fixture
async def crowd(tmp_path: Path) -> AsyncIterator[Crowd]:
    """Models that fail by lot behind `segue serve`."""
    async with FaultServer(ensemble(seed=20_240_229), keeps_connections=True, keeps_calls=False) as server:
        sections: dict[str, dict[str, object]] = {
            "time": {
                "first_token_s": 5.0,
                "gap_s": 5.0,
            },  # who is quicker than two hundred others must not count as silent
            "fallback": {"rescues": 10},
            "breakers": {"failures": 50, "rest_s": 0.5},
        }
        settings = settings_for(dict.fromkeys(server.voices, server.base_url), cards=CARDS, sections=sections)
        (tmp_path / "segue.yaml").write_text(settings.model_dump_json(exclude_unset=True))
        tasks_file = tmp_path / "tasks"
        with serving_command("--config", str(tmp_path / "segue.yaml"), program=program(tasks_file)) as gateway:
            process, url = psutil.Process(gateway.process.pid), f"http://127.0.0.1:{gateway.port}"
            yield Crowd(server, process, url, tasks_file)


@pytest.mark.slow
async def test_two_hundred_at_once_are_each_told_their_own_story(crowd: Crowd) -> None:
    """Whatever happens to the models, each of two hundred readers gets the story that they asked for, byte for byte;
    nobody waits for ever, and afterwards the gateway holds what it held before. Covers R5.1, R5.2."""
    before = await crowd.ask(range(200))
    after = await crowd.ask(range(200, 400))
    assert crowd.server.asked.total() > 450  # enough went wrong: how much depends on who rested meanwhile
    assert after.is_no_more_than(before)
    assert after.rss_bytes < 1.1 * before.rss_bytes

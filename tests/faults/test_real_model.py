"""The real model through the product: it answers, it is killed, its listeners leave, and nothing is left behind."""

import asyncio
import json
import os
import signal
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

import psutil
import pytest

import segue
from segue.app import ModelManager
from segue.config.settings import Settings
from segue.domain.chat import ChatRequest, Message, Role, TextDelta
from segue.errors import AllModelsFailed
from segue.pipeline.turn.turns import TurnFinished
from tests.support.product import (
    SEGUE,
    Answer,
    Served,
    at_terminal,
    cpu_s,
    give_models,
    read_first_words,
    serving_command,
    until,
    work_until_still,
    worker_of,
)
from tests.support.talk import HERE, told

pytestmark = [pytest.mark.gguf, pytest.mark.slow]
NEXT_S = 60.0
"""Longest wait for the answer to the question after a worker's death."""
RESTED_S = 120.0
"""Longest wait for an answer after deaths in a row, from the second of which on it rests."""
STORY = "Tell me a story about a lighthouse."
LONG_PROMPT = "And then the keeper climbed the stairs. " * 150
"""About 1,400 tokens: seconds of reading before the first word."""
ENDLESS = {"max_tokens": 1500, "ignore_eos": True}
PROVIDERS = {
    "local": {"type": "local"},
    "stage": {"type": "scripted", "options": {"models": {"plain": {"text": "From the stage."}}}},
}
PAIR = {"pair": {"models": ["local:smollm2", "stage:plain"]}}
CONFIG = json.dumps({"providers": PROVIDERS, "routes": PAIR})
"""JSON is YAML."""


@pytest.fixture
def home(segue_home: Path, demonstration_home: Path) -> Path:
    """SEGUE_HOME, new, with the demonstration model."""
    return give_models(segue_home, demonstration_home)


@pytest.fixture
async def models(home: Path) -> AsyncIterator[ModelManager]:
    """The library with the real model, one scripted one, and a route over both."""
    async with segue.open(Settings.model_validate({"providers": PROVIDERS, "routes": PAIR}), home=home) as opened:
        yield opened


@pytest.fixture
def gateway(home: Path, tmp_path: Path) -> Iterator[Served]:
    """`segue serve` with the real model loaded, one scripted one, and a route over both."""
    (tmp_path / "segue.yaml").write_text(CONFIG)
    with serving_command("--config", str(tmp_path / "segue.yaml")) as running:
        assert running.chat("Hello.", max_tokens=8).status == 200
        yield running


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    """A thread for a request that goes on beside the test."""
    with ThreadPoolExecutor(1) as threads:
        yield threads


def request(
    text: str = STORY, model: str = "local:smollm2", *, max_tokens: int = 1500, **fields: object
) -> ChatRequest:
    return ChatRequest(
        (Message(Role.USER, text),),
        model,
        max_tokens=max_tokens,
        extra={"ignore_eos": True},
        **fields,  # type: ignore[arg-type] # named as there
    )


def codes(finished: TurnFinished) -> list[tuple[str, str | None]]:
    return [(str(report.model), report.error_code) for report in finished.attempts]


def until_at_work(worker: psutil.Process) -> None:
    """Wait until a worker that had nothing to do is in the middle of something."""
    before_s = cpu_s(worker)
    until(lambda: cpu_s(worker) > before_s + 0.1)


async def kill_while_it_reads(models: ModelManager) -> None:
    """SIGKILL to the worker before it has said a word."""
    pid = models.loaded()[0].pid
    await asyncio.to_thread(until_at_work, psutil.Process(pid))
    os.kill(pid, signal.SIGKILL)


async def answered_soon(models: ModelManager) -> str:
    """The answer to the next question, within its time."""
    async with asyncio.timeout(NEXT_S):
        return (await models.ask("Hello.", model="local:smollm2", max_tokens=8)).text


async def is_answered(models: ModelManager) -> bool:
    """Whether it answers again; False while it rests."""
    try:
        return bool(await answered_soon(models))
    except AllModelsFailed:
        return False


def test_asking_the_real_model_tells_tokens_times_and_memory(home: Path) -> None:
    """`segue ask --json` gives a real answer, in more than one piece, and what it took. Covers R4.1."""
    command = [*SEGUE, "ask", STORY, "--max-tokens", "150", "--temperature", "0", "--json"]
    done = json.loads(subprocess.run(command, capture_output=True, timeout=150, check=True).stdout)
    assert done["text"].strip()
    assert (done["model"], done["label"]) == ("local:smollm2", "demonstration, not for therapeutic use")
    assert done["chunks"] > 1
    assert done["input_tokens"] > 0
    assert 0 < done["output_tokens"] <= 150
    assert 0 < done["first_token_s"] < done["duration_s"]
    assert done["memory_rss_bytes"] > 50_000_000


def test_real_answer_comes_in_pieces_over_http(gateway: Served) -> None:
    """The first words are there while the model still writes the others."""
    with gateway.asking(STORY, stream=True, max_tokens=150, temperature=0, ignore_eos=True) as connection:
        response = connection.getresponse()
        assert read_first_words(response)
        before_s = cpu_s(gateway.worker)
        rest = Answer(response.status, response.read())
    assert cpu_s(gateway.worker) > before_s
    assert rest.text
    assert rest.events[-1] == "[DONE]"


async def test_worker_killed_after_words_is_started_anew_and_goes_on(models: ModelManager) -> None:
    """What was shown stays, the same model goes on with it in a new process, and the turn says what happened.
    Covers R5.1, R5.2."""
    shown, finished = list[str](), None
    async for piece in models.turn(request(max_tokens=300), HERE):
        if isinstance(piece, TextDelta):
            if not shown:
                os.kill(models.loaded()[0].pid, signal.SIGKILL)
            shown.append(piece.text)
        finished = piece
    assert len(shown) > 1
    assert isinstance(finished, TurnFinished)
    assert finished.reason == "length"
    assert codes(finished) == [("local:smollm2", "worker_died"), ("local:smollm2", None)]
    assert await answered_soon(models)


async def test_worker_killed_after_words_is_followed_by_the_next_model(models: ModelManager) -> None:
    """Where another model stands behind it, that one goes on. Covers R5.1, R5.3."""
    text, finished = "", None
    async for piece in models.turn(request(model="pair"), HERE):
        if isinstance(piece, TextDelta):
            if not text:
                os.kill(models.loaded()[0].pid, signal.SIGKILL)
            text += piece.text
        finished = piece
    assert isinstance(finished, TurnFinished)
    assert text.endswith("From the stage.")
    assert codes(finished) == [("local:smollm2", "worker_died"), ("stage:plain", None)]


async def test_worker_killed_before_a_word_is_among_the_reasons(models: ModelManager) -> None:
    """With no other model to ask it is loaded and asked anew; when nothing helps, the error says that the worker died,
    and the next question is answered."""
    assert await answered_soon(models)

    async def kill_all() -> None:
        await kill_while_it_reads(models)
        while True:
            for model in models.loaded():
                os.kill(model.pid, signal.SIGKILL)
            await asyncio.sleep(0.05)

    killing = asyncio.create_task(kill_all())
    with pytest.raises(AllModelsFailed) as caught:
        await told(models, request(LONG_PROMPT, strict=True))
    killing.cancel()
    codes = [error.code for error in caught.value.attempts]
    assert ({str(error.model) for error in caught.value.attempts}, codes[0]) == ({"local:smollm2"}, "worker_died")
    assert len(codes) > 1
    async with asyncio.timeout(RESTED_S):
        while not await is_answered(models):
            await asyncio.sleep(0.1)


async def test_worker_killed_before_a_word_is_replaced_by_the_next_model(models: ModelManager) -> None:
    """The person reads the next model's answer, and the turn says why it was asked. Covers R2.3, R5.3."""
    assert await answered_soon(models)
    async with asyncio.TaskGroup() as group:
        group.create_task(kill_while_it_reads(models))
        turn = await told(models, request(LONG_PROMPT, "pair"))
    assert turn.text == "From the stage."
    assert [(str(report.model), report.error_code) for report in turn.finished.attempts] == [
        ("local:smollm2", "worker_died"),
        ("stage:plain", None),
    ]
    assert await answered_soon(models)


def test_worker_killed_within_a_stream_goes_on_in_the_same_stream(gateway: Served) -> None:
    """Over HTTP the client reads one stream with one end, and the next question is answered. Covers R5.2."""
    with gateway.asking(STORY, stream=True, **{**ENDLESS, "max_tokens": 300}) as connection:
        response = connection.getresponse()
        assert read_first_words(response)
        gateway.worker.kill()
        events = Answer(200, response.read()).events
    told_last = json.loads(events[-2])
    assert (events[-1], told_last["choices"][0]["finish_reason"]) == ("[DONE]", "length")
    assert [attempt["code"] for attempt in told_last["segue"]["attempts"]] == ["worker_died", None]
    assert gateway.chat("Hello.", max_tokens=8, timeout_s=NEXT_S).text


def begun(gateway: Served, pool: ThreadPoolExecutor, **fields: object) -> Future[Answer]:
    """A request whose long prompt the worker reads at this moment."""
    answer = pool.submit(gateway.chat, LONG_PROMPT, **{**ENDLESS, **fields})  # type: ignore[arg-type] # fields of the body
    until_at_work(gateway.worker)
    return answer


@pytest.mark.parametrize("stream", [True, False])
def test_worker_killed_before_a_word_is_an_error_with_its_reason(
    gateway: Served, pool: ThreadPoolExecutor, stream: bool
) -> None:
    """Where no other model may answer, and it is killed again and again, the caller gets a status and the attempts'
    reasons, also for a stream."""
    answer = begun(gateway, pool, stream=stream, segue={"strict": True})
    while not answer.done():
        if (worker := worker_of(gateway.process.pid)) is not None:
            with suppress(psutil.NoSuchProcess):
                worker.kill()
        time.sleep(0.02)
    heard = answer.result()
    assert heard.status == 502
    error = json.loads(heard.body)["error"]
    assert (error["code"], error["segue"]["attempts"][0]["code"]) == ("all_models_failed", "worker_died")
    until(lambda: gateway.chat("Hello.", max_tokens=8, segue={"strict": True}).status == 200, within_s=RESTED_S)


def test_worker_killed_before_a_word_is_replaced_over_http(gateway: Served, pool: ThreadPoolExecutor) -> None:
    """On a route with another model, the client gets its answer and never sees the death. Covers R5.3."""
    answer = begun(gateway, pool, model="pair")
    gateway.worker.kill()
    heard = answer.result()
    assert (heard.status, heard.text) == (200, "From the stage.")
    attempts = json.loads(heard.body)["segue"]["attempts"]
    assert [(a["model"], a["code"]) for a in attempts] == [("local:smollm2", "worker_died"), ("stage:plain", None)]
    assert gateway.chat("Hello.", max_tokens=8, timeout_s=NEXT_S).text


@contextmanager
def streaming(gateway: Served) -> Iterator[None]:
    """A client that has read the first words."""
    with gateway.asking(STORY, stream=True, **ENDLESS) as connection:
        assert read_first_words(connection.getresponse())
        yield


@contextmanager
def waiting(gateway: Served) -> Iterator[None]:
    """A client that waits for a whole answer."""
    with gateway.asking(STORY, **ENDLESS):
        until_at_work(gateway.worker)
        yield


@contextmanager
def waiting_for_a_long_prompt(gateway: Served) -> Iterator[None]:
    """A client that left before the model has read what it asked."""
    with gateway.asking(LONG_PROMPT, stream=True, **ENDLESS):
        until_at_work(gateway.worker)
        yield


@pytest.mark.parametrize("client", [streaming, waiting, waiting_for_a_long_prompt])
def test_client_that_leaves_stops_the_worker(
    gateway: Served, client: Callable[[Served], AbstractContextManager[None]]
) -> None:
    """Nobody computes words that nobody reads: the worker works for less than a second more."""
    worker = gateway.worker
    with client(gateway):
        pass
    assert work_until_still(worker) < 1.0
    assert gateway.worker == worker
    assert gateway.chat("Hello.", max_tokens=8).status == 200


def files_in(*folders: Path) -> set[str]:
    """Every file and folder below, without the models."""
    return {str(path) for folder in folders for path in folder.rglob("*") if path.name != "models"}


@pytest.fixture
def temporary() -> Iterator[Path]:
    """An empty folder for a worker's socket, whose path may have 107 bytes."""
    with tempfile.TemporaryDirectory(prefix="s-") as folder:
        yield Path(folder)


def test_gateway_killed_within_an_answer_leaves_nothing_behind(home: Path, temporary: Path) -> None:
    """SIGKILL to `segue serve`: no worker and no socket remain, and no file is added from one time to the next."""
    left = []
    for _ in range(2):
        with serving_command(env={"TMPDIR": str(temporary)}) as gateway, streaming(gateway):
            worker = gateway.worker
            assert list(temporary.iterdir())
            gateway.process.kill()
            worker.wait(timeout=60)
        left.append(files_in(home, temporary))
    assert list(temporary.iterdir()) == []
    assert left[0] == left[1]


def test_chat_killed_within_an_answer_leaves_nothing_behind(home: Path, tmp_path: Path, temporary: Path) -> None:
    """SIGKILL to `segue chat`: no worker and no socket remain."""
    chat = at_terminal([*SEGUE, "chat"], folder=tmp_path, env={"TMPDIR": str(temporary)})
    chat.expect_exact("you>")
    chat.send("Tell me a long story about a lighthouse and its keeper.\r")
    chat.expect_exact("not for therapeutic use]")
    worker = worker_of(chat.pid)
    assert worker is not None
    chat.kill(signal.SIGKILL)
    worker.wait(timeout=60)
    chat.close()
    until(lambda: not list(temporary.iterdir()), within_s=60)

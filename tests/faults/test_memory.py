"""Memory gets short, with the real model: models take turns in a limit, and no answer is lost while others take it."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

import segue
from segue.app import ModelManager
from segue.config.settings import ProviderSettings
from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.models import ModelRef, Privacy
from segue.errors import AllModelsFailed
from segue.machine.bounds import own_bytes
from segue.machine.needs import LoadPlan
from segue.machine.pressure import Step
from segue.machine.weights import DEMONSTRATION
from segue.providers.local.load_needs import LoadNeeds
from segue.providers.local.spec import WorkerSpec
from tests.support.product import give_models
from tests.support.talk import asked, settings_of, told

pytestmark = [pytest.mark.gguf, pytest.mark.timeout(180)]
HOG = """
import sys
held = bytearray(int(sys.argv[1]))
held[::4096] = b"1" * len(held[::4096])
print(flush=True)
sys.stdin.read()
"""
"""Takes so much memory, says so, and holds it until its input ends."""
GROWTH_BYTES = 60_000_000
"""What the process of the tests itself may grow by."""
LONG = {"ignore_eos": True}
TALK = tuple(
    Message(role, "The sea was calm, and the lamp burned all night. " * 4)
    for role in (Role.USER, Role.ASSISTANT, Role.USER, Role.ASSISTANT, Role.USER)
)
"""Fits a context of 512 tokens, and not half of it."""


@pytest.fixture(scope="module")
def need_bytes(demonstration_home: Path) -> int:
    """What each of the two models takes at most."""
    plan = LoadPlan("llama_cpp", context_tokens=512, parallel=2)
    need = LoadNeeds()(WorkerSpec(ModelRef("local", "a"), DEMONSTRATION.path_in(demonstration_home), plan))
    assert need is not None
    return need.upper_bytes


@asynccontextmanager
async def two_models(home: Path, limit_bytes: int, *, first_token_s: float = 100) -> AsyncIterator[ModelManager]:
    """The library with the real model under two names, a scripted one, and a route over each of them and that."""
    path = str(DEMONSTRATION.path_in(home))
    models = {name: {"path": path, "context_tokens": 512, "parallel": 2} for name in ("a", "b")}
    stage = {"plain": {"text": "From the stage.", "data_policy": "no_training"}}
    providers = {
        "local": ProviderSettings(type="local", options={"models": models}),
        "stage": ProviderSettings(type="scripted", options={"models": stage}),
    }
    settings = settings_of(
        providers,
        routes={
            name: {"models": [f"local:{model}", "stage:plain"], "privacy": "any"}
            for name, model in (("story", "a"), ("other", "b"))
        },
        # A busy machine is slow, and that is not at stake.
        time={"first_token_s": first_token_s, "gap_s": 100, "turn_s": 120},
        resources={
            "memory_limit_bytes": own_bytes() + limit_bytes,
            "reserve_bytes": 20_000_000,
            "load_wait_s": 60,
            "pressure": {"step_s": 0.05, "calm_looks": 2},
        },
    )
    async with segue.open(settings, home=home) as opened:
        yield opened


@contextmanager
def hog(taken_bytes: int) -> Iterator[None]:
    """Another process that holds so much memory."""
    command = (sys.executable, "-c", HOG, str(taken_bytes))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        try:
            yield
        finally:
            process.communicate()


async def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(150):
        while not is_so():
            await asyncio.sleep(0.01)


def story(model: str, *, tokens: int = 8, privacy: Privacy | None = None) -> ChatRequest:
    """A question whose answer takes so many tokens, and says what is likeliest: else a small model says anything."""
    fields = {"max_tokens": tokens, "temperature": 0.0, "extra": LONG, "privacy": privacy}
    return asked("Tell me of a lighthouse.", model=model, **fields)


def loads(models: ModelManager) -> list[str]:
    """The names of the models that are in memory."""
    return [held.ref.name for held in models.loaded()]


async def test_two_models_take_turns_in_a_limit_that_holds_one(
    segue_home: Path, demonstration_home: Path, need_bytes: int
) -> None:
    """Asked one after the other, and both at once, each is answered: the idle one goes for the other. Covers R8.1."""
    home = give_models(segue_home, demonstration_home)
    async with two_models(home, round(1.5 * need_bytes) + GROWTH_BYTES) as models:
        for name in ("a", "b"):
            assert (await told(models, story(f"local:{name}"))).finished.reason == "length"
            assert loads(models) == [name]
        async with asyncio.TaskGroup() as group:
            turns = [group.create_task(told(models, story(f"local:{name}", tokens=20))) for name in "ab"]
        assert [turn.result().finished.reason for turn in turns] == ["length", "length"]


async def test_turn_that_has_another_model_does_not_wait_for_memory(
    segue_home: Path, demonstration_home: Path, need_bytes: int
) -> None:
    """While one model answers and another waits for its memory, the next one of the turn is started beside it."""
    home = give_models(segue_home, demonstration_home)
    async with two_models(home, round(1.5 * need_bytes) + GROWTH_BYTES, first_token_s=0.3) as models:
        async with asyncio.TaskGroup() as group:
            answer = group.create_task(told(models, replace(story("local:a", tokens=150), strict=True)))
            await until(lambda: "a" in loads(models))
            assert (await told(models, story("other"))).text == "From the stage."
            assert not answer.done()
        assert answer.result().finished.reason == "length"


async def test_memory_that_another_process_takes_costs_no_answer(
    segue_home: Path, demonstration_home: Path, need_bytes: int
) -> None:
    """While another process takes the memory every step is taken, new turns go elsewhere or stay where their privacy
    keeps them, a running answer goes on to its end, and all is as before once it is over. Covers R8.4."""
    home = give_models(segue_home, demonstration_home)
    async with two_models(home, round(2.5 * need_bytes) + GROWTH_BYTES) as models:
        await told(models, story("local:b"))
        async with asyncio.TaskGroup() as group:
            answer = group.create_task(told(models, story("story", tokens=200)))
            await until(lambda: "a" in loads(models))
            with hog(round(2.3 * need_bytes)):
                await until(lambda: models.pressure.step is Step.ELSEWHERE and loads(models) == ["a"])
                assert (await told(models, story("story"))).text == "From the stage."
                stays = await told(models, replace(story("story", privacy=Privacy.LOCAL_ONLY), messages=TALK))
                assert stays.finished.model == ModelRef("local", "a")
                (report,) = (each for each in stays.finished.attempts if each.model == stays.finished.model)
                assert "oldest" in " ".join(report.lost)
                assert not answer.done()
                with pytest.raises(AllModelsFailed) as refused:
                    await told(models, replace(story("local:b"), strict=True))
                assert "Memory is short" in refused.value.told
                assert ("memory", "note") in [(part.part, part.state) for part in (await models.health()).parts]
        assert (answer.result().finished.reason, answer.result().finished.model) == ("length", stays.finished.model)
        await until(lambda: models.pressure.step is Step.NONE)
        assert (await told(models, story("local:b"))).finished.reason == "length"
        counted = dict(line.rsplit(" ", 1) for line in models.metrics().decode().splitlines())
        first, *further = (
            float(counted[f'segue_pressure_steps_total{{direction="taken",step="{step.word}"}}'])
            for step in list(Step)[1:]
        )
        assert first >= 1.0  # again where a model that is being loaded takes what was left, and gives it back
        assert set(further) == {1.0}

"""Models that are left, or that fail in odd ways: nothing of them stays open, and nobody waits for them."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import dataclass, field

import pytest
from typing_extensions import override

import segue
from segue.app import ModelManager
from segue.domain.chat import ChatRequest, Finished, ProviderPiece, TextDelta, Usage, Working
from segue.domain.models import ModelRef
from segue.errors import (
    AllModelsFailed,
    ContentRefused,
    Overloaded,
    ProviderError,
    ProviderFault,
    RequestRefused,
    StreamCut,
)
from segue.providers.contract import Answer
from segue.providers.scripted import ScriptedProvider
from tests.support.story import story
from tests.support.talk import asked, scripted, settings_of, told

STORY = story()
LONGEST_S = 30.0
"""What hangs would hang for ever; leaving a model that cannot be left takes some seconds as it is."""

Say = Callable[[ModelRef, bool], AsyncGenerator[ProviderPiece, None]]


@dataclass
class Part:
    """How one model behaves in every call."""

    say: Say
    close: Callable[[], Awaitable[None]] | None = None
    """What leaving it takes; None: nothing."""


@dataclass
class Stage:
    """Models with parts, and what is open of them."""

    parts: dict[str, Part]
    asked: list[str] = field(default_factory=list)
    open: list[str] = field(default_factory=list)


class StageProvider(ScriptedProvider):
    """Plays the parts of `stage`, which a test puts there."""

    stage: Stage

    @override
    def answer(self, request: ChatRequest, model: str) -> Answer:
        return self._play(request, model)

    @asynccontextmanager
    async def _play(self, request: ChatRequest, model: str) -> AsyncIterator[AsyncIterator[ProviderPiece]]:
        part = self.stage.parts[model]
        goes_on = len(request.messages) > 1
        self.stage.asked.append(model)
        self.stage.open.append(model)
        try:
            async with aclosing(part.say(ModelRef(self.name, model), goes_on)) as pieces:
                yield pieces
            if part.close is not None:
                await part.close()
        finally:
            self.stage.open.remove(model)


@asynccontextmanager
async def on_stage(stage: Stage, **sections: object) -> AsyncIterator[ModelManager]:
    """A manager whose route `all` is the stage's models in order."""
    providers = scripted(stage={name: {"text": "", "price": PRICE} for name in stage.parts})
    sections = {"breakers": {"failures": 1000}, "fallback": {"retry_share": 1}, **sections}
    routes = {"all": {"models": [f"stage:{name}" for name in stage.parts]}}
    async with segue.open(settings_of(providers, routes=routes, **sections)) as models:
        provider = models._providers["stage"]
        provider.__class__ = StageProvider
        assert isinstance(provider, StageProvider)
        provider.stage = stage
        yield models


PRICE = {"input_usd_per_mtok": "1000000", "output_usd_per_mtok": "0"}


async def well(ref: ModelRef, goes_on: bool) -> AsyncGenerator[ProviderPiece, None]:
    for word in STORY.split():
        yield TextDelta(f"{word} ")
    yield Finished("stop", Usage(10, 20))


async def silent(ref: ModelRef, goes_on: bool) -> AsyncGenerator[ProviderPiece, None]:
    await asyncio.Event().wait()
    yield Finished("stop")


def fails(kind: type[ProviderError], *, after: asyncio.Event | None = None) -> Say:
    async def say(ref: ModelRef, goes_on: bool) -> AsyncGenerator[ProviderPiece, None]:
        await asyncio.sleep(0)
        if after is not None:
            await after.wait()
        raise kind("It failed.", model=ref)
        yield Finished("stop")

    return say


def breaks(then: Say) -> Say:
    """Breaks off after 400 characters; asked to go on it behaves like `then`."""

    async def say(ref: ModelRef, goes_on: bool) -> AsyncGenerator[ProviderPiece, None]:
        if goes_on:
            async for piece in then(ref, goes_on):
                yield piece
        yield TextDelta(STORY[:400])
        raise StreamCut("It broke off.", model=ref)

    return say


async def says_nothing(ref: ModelRef, goes_on: bool) -> AsyncGenerator[ProviderPiece, None]:
    yield Finished("stop", Usage(10, 0))


async def works_for_ever(ref: ModelRef, goes_on: bool) -> AsyncGenerator[ProviderPiece, None]:
    yield TextDelta("One ")
    while True:
        await asyncio.sleep(0.01)
        yield Working()


async def only_works(ref: ModelRef, goes_on: bool) -> AsyncGenerator[ProviderPiece, None]:
    while True:
        yield Working()
        await asyncio.sleep(0.005)


def speaks_and_breaks(*, after: asyncio.Event) -> Say:
    async def say(ref: ModelRef, goes_on: bool) -> AsyncGenerator[ProviderPiece, None]:
        await after.wait()
        yield TextDelta("One ")
        raise StreamCut("It broke off.", model=ref)

    return say


def asked_of(say: Say, begun: asyncio.Event) -> Say:
    """As it says, and it is known that it was asked."""

    def says(ref: ModelRef, goes_on: bool) -> AsyncGenerator[ProviderPiece, None]:
        begun.set()
        return say(ref, goes_on)

    return says


def silent_at_first(begun: asyncio.Event) -> Say:
    """Mute the first time that it is asked, and well after that."""
    return lambda ref, goes_on: well(ref, goes_on) if begun.is_set() else asked_of(silent, begun)(ref, goes_on)


async def gives_up_itself(ref: ModelRef, goes_on: bool) -> AsyncGenerator[ProviderPiece, None]:
    raise asyncio.CancelledError
    yield Finished("stop")


async def never() -> None:
    await asyncio.Event().wait()


async def test_a_loser_that_is_slow_to_leave_holds_nobody_up() -> None:
    """The words of the model that was first are read though the other one cannot be left. Covers R5.1."""
    stage = Stage({"mute": Part(silent, never), "up": Part(well)})
    async with on_stage(stage, time={"first_token_s": 0.02}) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, asked("Tell me more.", model="all"))
        assert [a.error_code for a in turn.finished.attempts] == ["silent", None]
        assert turn.text.split() == STORY.split()
    assert stage.open == []


async def test_an_answer_is_read_to_its_end_though_its_model_cannot_be_left() -> None:
    """What a model said is given out before it is left, and leaving has an end."""
    stage = Stage({"up": Part(well, never)})
    async with on_stage(stage) as models, asyncio.timeout(LONGEST_S):
        assert (await told(models, asked("Tell me more.", model="all"))).text.split() == STORY.split()
    assert stage.open == []


async def test_a_client_that_leaves_in_any_moment_leaves_nothing_open() -> None:
    """However many turns are given up while models are asked, raced, retried and left, nothing stays behind."""
    dice = random.Random(5)
    parts = [well, silent, fails(Overloaded), fails(ProviderFault), breaks(well)]

    async def moody(ref: ModelRef, goes_on: bool) -> AsyncGenerator[ProviderPiece, None]:
        await asyncio.sleep(dice.choice([0, 0, 0.002, 0.005]))
        async with aclosing(dice.choice(parts)(ref, goes_on)) as pieces:
            async for piece in pieces:
                yield piece

    async def slow_to_leave() -> None:
        await asyncio.sleep(dice.choice([0, 0.001, 0.01]))

    stage = Stage({name: Part(moody, slow_to_leave) for name in ("one", "two", "three")})
    async with on_stage(stage, time={"first_token_s": 0.003, "turn_s": 0.2, "gap_s": 0.2}) as models:

        async def leaves() -> None:
            with suppress(TimeoutError, AllModelsFailed):
                async with asyncio.timeout(dice.choice([0.0005, 0.002, 0.004, 0.008, 0.3])):
                    await told(models, asked("Tell me more.", model="all"))

        for _ in range(40):
            await asyncio.gather(*(leaves() for _ in range(10)))
        async with asyncio.timeout(LONGEST_S):
            while stage.open:
                await asyncio.sleep(0.01)
        probes = [s for s in models.breakers.states() if s.state != "closed"]
        assert probes == []


@pytest.mark.parametrize("kind", [ContentRefused, RequestRefused])
async def test_a_refusal_ends_the_turn_also_while_another_is_asked(kind: type[ProviderError]) -> None:
    """What one provider refuses is not taken to others, whoever was started beside it in the meantime."""
    begun = asyncio.Event()
    parts = {"slow": Part(fails(kind, after=begun)), "mute": Part(asked_of(silent, begun)), "up": Part(well)}
    stage = Stage(parts)
    async with on_stage(stage, time={"first_token_s": 0.1}) as models, asyncio.timeout(LONGEST_S):
        with pytest.raises(kind):
            await told(models, asked("Tell me more.", model="all"))
    assert (stage.asked, stage.open) == (["slow", "mute"], [])


async def test_a_model_that_has_nothing_to_add_to_half_an_answer_has_failed() -> None:
    """Half an answer never ends as if it were whole, because a model that should go on says nothing. Covers R5.2."""
    stage = Stage({"cut": Part(breaks(says_nothing)), "empty": Part(says_nothing), "up": Part(well)})
    async with on_stage(stage) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, asked("Tell me more.", model="all"))
    assert [a.error_code for a in turn.finished.attempts] == ["stream_cut", "did_not_go_on", None]
    assert turn.text.split() == STORY.split()


async def test_a_loser_that_has_the_prompt_is_paid_for() -> None:
    """A model that was asked and not waited for any longer costs what its prompt costs."""
    stage = Stage({"mute": Part(silent), "up": Part(well)})
    fallback = {"retry_share": 1, "hedge_s": 0.02}
    async with on_stage(stage, fallback=fallback) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, asked("Tell me more.", model="all"))
    assert turn.finished.ranking is not None
    assert turn.finished.usage is not None
    assert turn.finished.usage.input_tokens == turn.finished.ranking.task.input_tokens + 10
    assert turn.finished.cost_usd == turn.finished.usage.input_tokens
    assert not turn.finished.usage.is_exact


async def test_signs_of_work_after_a_word_are_no_progress() -> None:
    """A model that says a word and then only that it works is left as one that fell silent."""
    stage = Stage({"busy": Part(works_for_ever), "up": Part(well)})
    async with on_stage(stage, time={"gap_s": 0.1}) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, asked("Tell me more.", model="all"))
    assert [a.error_code for a in turn.finished.attempts] == ["stream_cut", None]


async def test_a_provider_that_cancels_itself_is_at_fault() -> None:
    """A cancellation that nobody asked for is a failure of that provider, and the next one is asked."""
    stage = Stage({"odd": Part(gives_up_itself), "up": Part(well)})
    async with on_stage(stage, fallback={"retries": 0}) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, asked("Tell me more.", model="all"))
    assert [a.error_code for a in turn.finished.attempts] == ["provider_fault", None]


async def test_going_on_by_itself_is_within_the_retry_budget() -> None:
    """An outage is not amplified by models that break off again and again."""
    stage = Stage({"cut": Part(breaks(breaks(says_nothing)))})
    fallback = {"retry_share": 0, "emergency": "never"}
    async with on_stage(stage, fallback=fallback) as models, asyncio.timeout(LONGEST_S):
        for _ in range(5):
            turn = await told(models, asked("Tell me more.", model="all"))
            assert turn.finished.reason == "error"
    assert len(stage.asked) == 5


async def test_a_model_that_only_works_until_the_deadline_was_silent() -> None:
    """The end of the turn's time is told as what it is, however near to it the model was last heard of."""
    stage = Stage({"busy": Part(only_works)})
    times = {"first_token_s": 0.02, "turn_s": 0.04}
    async with on_stage(stage, time=times) as models, asyncio.timeout(LONGEST_S):
        for _ in range(25):
            with pytest.raises(AllModelsFailed) as caught:
                await told(models, asked("Tell me more.", model="all"))
            assert [error.code for error in caught.value.attempts] == ["silent"]


async def test_a_model_that_lost_by_a_moment_is_asked_when_the_first_one_breaks() -> None:
    """Whoever was left without a fault of its own has another chance, also in the very moment of being left."""
    begun = asyncio.Event()
    stage = Stage({"breaks": Part(speaks_and_breaks(after=begun)), "slow": Part(silent_at_first(begun))})
    times = {"first_token_s": 0.04}
    async with on_stage(stage, time=times, fallback={"retries": 0}) as models, asyncio.timeout(LONGEST_S):
        turn = await told(models, asked("Tell me more.", model="all"))
    assert turn.text.split() == STORY.split()
    assert [a.error_code for a in turn.finished.attempts] == ["stream_cut", "cancelled", None]

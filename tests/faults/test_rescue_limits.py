"""Going on with an answer whose length is limited: room for what is said again, and no more shown than was asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

import pytest
from typing_extensions import override

import segue
from segue.app import ModelManager
from segue.domain.chat import ChatRequest, Finished, ProviderPiece, TextDelta
from segue.domain.models import ModelRef
from segue.errors import StreamCut
from segue.providers.contract import Answer
from segue.providers.scripted import ScriptedProvider
from segue.selection.tokens import text_tokens
from tests.support.continuing import Manner, gone_on, wanted
from tests.support.story import story
from tests.support.talk import Told, asked, scripted, settings_of, told

LONGEST_S = 20.0
STORY: Final = story(3, sentences=24)
TOKEN_CHARS: Final = 4
"""The models' tokenizer: a token, and a piece, is so many characters."""
AT: Final = 900
"""Where the first model breaks off."""


@dataclass
class Stage:
    """Two models that mean to tell the story: the first breaks off, the second goes on in its manner."""

    manner: Manner | str = "exactly"
    limits: list[int | None] = field(default_factory=list)
    """What each was asked with."""


class StageProvider(ScriptedProvider):
    """Models that keep to the limit that they are asked with."""

    stage: Stage

    @override
    def answer(self, request: ChatRequest, model: str) -> Answer:
        return self._play(request, ModelRef(self.name, model))

    @asynccontextmanager
    async def _play(self, request: ChatRequest, ref: ModelRef) -> AsyncIterator[AsyncIterator[ProviderPiece]]:
        self.stage.limits.append(request.max_tokens)
        yield self._spoken(request, ref)

    async def _spoken(self, request: ChatRequest, ref: ModelRef) -> AsyncIterator[ProviderPiece]:
        means = self._means(request, ref)
        tokens = [means[at : at + TOKEN_CHARS] for at in range(0, len(means), TOKEN_CHARS)]
        for token in tokens[: request.max_tokens]:
            yield TextDelta(token)
        if ref.name == "cut":
            raise StreamCut("The play says so.", model=ref)
        is_whole = request.max_tokens is None or len(tokens) <= request.max_tokens
        yield Finished("stop" if is_whole else "length")

    def _means(self, request: ChatRequest, ref: ModelRef) -> str:
        if ref.name == "cut":
            return STORY[:AT]
        want = wanted([(message.role, message.text) for message in request.messages], STORY)
        if self.stage.manner == "tells it otherwise":
            return f"{want.said[:200]}and then it was another story." if want.said else STORY
        return gone_on(STORY, want, self.stage.manner)  # type: ignore[arg-type] # one of its manners


@asynccontextmanager
async def on_stage(
    stage: Stage, *, card: Mapping[str, object] | None = None, **sections: object
) -> AsyncIterator[ModelManager]:
    providers = scripted(stage={"cut": {"text": ""}, "good": {"text": "", **(card or {})}})
    routes = {"story": {"models": ["stage:cut", "stage:good"]}}
    async with segue.open(settings_of(providers, routes=routes, **sections)) as models:
        provider = models._providers["stage"]
        provider.__class__ = StageProvider
        assert isinstance(provider, StageProvider)
        provider.stage = stage
        async with asyncio.timeout(LONGEST_S):
            yield models


def codes(turn: Told) -> list[str | None]:
    return [attempt.error_code for attempt in turn.finished.attempts]


async def test_a_model_that_tells_it_otherwise_does_not_rest() -> None:
    """A model that answers, only not where another broke off, is well: it is asked as ever. Covers R5.3."""
    ref = ModelRef("stage", "good")
    async with on_stage(Stage("tells it otherwise"), breakers={"failures": 2}, fallback={"rescues": 1}) as models:
        for _ in range(5):
            turn = await told(models, asked("Tell me more.", model="story"))
            assert "did_not_go_on" in codes(turn)
            models.breakers.reset("model:stage:cut")
        assert models.breakers.rests_until_s(ref) is None
        assert models.breakers.healthy_for_s(ref) == float("inf")
        assert (await told(models, asked("Tell me more.", model="stage:good"))).text == STORY


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("manner", ["starts_over", "exactly", "repeats_sentence", "repeats_words"])
async def test_what_is_said_again_takes_nothing_of_the_limit(manner: Manner, stream: bool) -> None:
    """An answer that fits its limit comes whole, however much of it the second model says again. Covers R5.2."""
    tokens = int(text_tokens(STORY)) + 1
    stage = Stage(manner)
    async with on_stage(stage) as models:
        turn = await told(models, asked("Tell me more.", model="story", max_tokens=tokens, stream=stream))
    assert (turn.text, turn.finished.reason, codes(turn)) == (STORY, "stop", ["stream_cut", None])
    assert stage.limits == [tokens, tokens]


@pytest.mark.parametrize("stream", [True, False])
@pytest.mark.parametrize("manner", ["starts_over", "exactly", "repeats_sentence", "repeats_words"])
async def test_a_joined_answer_is_no_longer_than_its_limit(manner: Manner, stream: bool) -> None:
    """Both parts together keep to `max_tokens`, and the end says that there would have been more. Covers R5.2."""
    tokens = 320
    async with on_stage(Stage(manner)) as models:
        turn = await told(models, asked("Tell me more.", model="story", max_tokens=tokens, stream=stream))
    assert STORY.startswith(turn.text)
    assert 0.95 * AT < len(turn.text) <= tokens * TOKEN_CHARS
    assert (turn.finished.reason, codes(turn)) == ("length", ["stream_cut", None])


async def test_a_model_without_room_to_say_it_again_is_asked_for_the_rest() -> None:
    """A context that holds the rest and no more is no reason to ask a model for what it has no room for."""
    stage, tokens = Stage(), int(text_tokens(STORY)) + 1
    async with on_stage(stage, card={"context_tokens": tokens + 150}) as models:
        turn = await told(models, asked("Tell me more.", model="story", max_tokens=tokens))
    assert (turn.text, turn.finished.reason) == (STORY, "stop")
    assert stage.limits[1] is not None
    assert tokens - text_tokens(STORY[:AT]) <= stage.limits[1] < tokens


async def test_a_prefilled_model_is_asked_for_the_rest() -> None:
    """A model that goes on within its own words repeats nothing: its limit is what is left."""
    stage, tokens = Stage(), int(text_tokens(STORY)) + 1
    async with on_stage(stage, card={"capabilities": ["prefill"]}) as models:
        turn = await told(models, asked("Tell me more.", model="story", max_tokens=tokens))
    assert (turn.text, turn.finished.reason) == (STORY, "stop")
    assert stage.limits[1] is not None
    assert stage.limits[1] <= tokens - 200

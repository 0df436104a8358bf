"""Scripted models say and do what their script says, in time that is passed in."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from segue.domain.chat import (
    ChatRequest,
    Finished,
    Message,
    ProviderPiece,
    ResponseFormat,
    Role,
    TextDelta,
    ToolCallDelta,
    Usage,
    Working,
)
from segue.domain.models import Capability, DataPolicy
from segue.errors import ProviderError, RateLimited, StreamCut
from segue.providers.contract import ProviderContext
from segue.providers.scripted import GUIDE_TEXT, ScriptedOptions, ScriptedProvider
from segue.providers.scripts import FaultKind, Script, until_fault
from tests.conformance.provider_harness import Silence


class Clock:
    """Pauses that take no time and are written down."""

    def __init__(self) -> None:
        self.pauses_s: list[float] = []

    async def sleep(self, pause_s: float) -> None:
        self.pauses_s.append(pause_s)


def provider(clock: Clock | None = None, **models: dict[str, object]) -> ScriptedProvider:
    options = ScriptedOptions.model_validate({"models": models})
    return ScriptedProvider(options, ProviderContext("stage", Path("home"), Silence()), sleep=(clock or Clock()).sleep)


def said(text: str, *, stream: bool = True, kind: str = "text") -> ChatRequest:
    form = ResponseFormat("json_object") if kind == "json" else ResponseFormat()
    return ChatRequest((Message(Role.USER, text),), stream=stream, response_format=form)


async def pieces_of(asked: ScriptedProvider, model: str, request: ChatRequest) -> list[ProviderPiece]:
    async with asked.answer(request, model) as pieces:
        return [piece async for piece in pieces]


async def test_echo_says_what_was_said_a_word_a_piece() -> None:
    """Without any configuration there is a model that answers."""
    assert await pieces_of(provider(), "echo", said(" Hello  there,\nyou ")) == [
        TextDelta(" Hello"),
        TextDelta("  there,"),
        TextDelta("\nyou"),
        TextDelta(" "),
        Finished("stop"),
    ]


async def test_guide_says_which_command_fetches_a_model() -> None:
    """Somebody without a model is told how to get one."""
    pieces = await pieces_of(provider(), "guide", said("Hello", stream=False))

    assert pieces == [TextDelta(GUIDE_TEXT), Finished("stop")]
    assert "segue chat --yes" in GUIDE_TEXT


@given(st.text(), st.one_of(st.none(), st.integers(1, 9)), st.integers(0, 30))
def test_text_is_cut_and_stopped_without_losing_a_character(text: str, chunk_chars: int | None, after: int) -> None:
    """The pieces make up the text, and a fault after n characters lets exactly n through."""
    texts = Script(text=text, chunk_chars=chunk_chars).pieces_of_text("", wants_json=False, streams=True)

    assert "".join(texts) == text
    assert all(texts)
    assert "".join(delta.text for delta in until_fault(texts, after)) == text[:after]


async def test_pauses_are_kept_in_order() -> None:
    """The first word comes after its delay, each further one after a gap."""
    clock = Clock()
    await pieces_of(provider(clock, slow={"text": "a b c", "delay_s": 2, "gap_s": 0.5}), "slow", said(""))

    assert clock.pauses_s == [2, 0.5, 0.5]


async def test_model_that_works_before_its_first_word_says_so() -> None:
    """A long prompt that is read can be played; somebody who wants the answer whole is told nothing meanwhile."""
    clock = Clock()
    asked = provider(clock, reader={"text": "a b", "working": 2, "delay_s": 1, "gap_s": 0.5})

    assert await pieces_of(asked, "reader", said("")) == [
        Working(0, 2),
        Working(1, 2),
        TextDelta("a"),
        TextDelta(" b"),
        Finished("stop"),
    ]
    assert clock.pauses_s == [1, 0.5, 0.5, 0.5]
    assert await pieces_of(asked, "reader", said("", stream=False)) == [TextDelta("a b"), Finished("stop")]


async def test_tools_usage_and_reason_are_told_as_written() -> None:
    """A script can end in tool calls and say what it took."""
    script: dict[str, object] = {
        "text": "Look.",
        "tool_calls": [{"name": "look", "arguments": '{"at": 1}'}, {"name": "wait", "id": "w"}],
        "usage": {"input_tokens": 3, "output_tokens": 4},
    }
    asked = provider(tool=script)

    assert await pieces_of(asked, "tool", said("")) == [
        TextDelta("Look."),
        ToolCallDelta(0, "call_0", "look", '{"at": 1}'),
        ToolCallDelta(1, "w", "wait", "{}"),
        Finished("tool_calls", Usage(3, 4)),
    ]
    assert Capability.TOOLS in asked.cards()[-1].capabilities


async def test_json_is_said_where_json_is_asked_for() -> None:
    """A script with `json_text` can stand in for a model with structured output."""
    asked = provider(form={"text": "words", "json_text": '{"a":1}'})

    assert (await pieces_of(asked, "form", said("", kind="json")))[0] == TextDelta('{"a":1}')
    assert (await pieces_of(asked, "form", said("")))[0] == TextDelta("words")


@pytest.mark.parametrize("kind", [kind for kind in get_args(FaultKind) if kind != "silent"])
async def test_every_fault_is_an_error_of_its_provider(kind: str) -> None:
    """Whatever a real provider can do, a scripted one can do on purpose."""
    with pytest.raises(ProviderError) as caught:
        await pieces_of(provider(bad={"text": "abc", "fault": {"kind": kind}}), "bad", said("secret"))
    assert (str(caught.value.model), "secret" in str(caught.value)) == ("stage:bad", False)


async def test_fault_comes_after_its_characters() -> None:
    """Half an answer and then a break, as real connections do."""
    asked = provider(cut={"text": "abc def", "fault": {"kind": "cut", "after_chars": 5}})
    async with asked.answer(said(""), "cut") as pieces:
        assert [await anext(pieces), await anext(pieces)] == [TextDelta("abc"), TextDelta(" d")]
        with pytest.raises(StreamCut):
            await anext(pieces)


async def test_fault_of_the_first_calls_goes_away() -> None:
    """A provider that recovers can be played, with what it asks for."""
    asked = provider(ill={"text": "well", "fault": {"kind": "rate_limited", "first_calls": 1, "retry_after_s": 3}})
    with pytest.raises(RateLimited) as caught:
        await pieces_of(asked, "ill", said(""))

    assert caught.value.retry_after_s == 3
    assert await pieces_of(asked, "ill", said("")) == [TextDelta("well"), Finished("stop")]
    assert asked.calls == {"ill": 2}


async def test_silent_model_waits_until_it_is_left() -> None:
    """A provider that says nothing is left by the one who waits, and by nobody else."""
    options = ScriptedOptions.model_validate({"models": {"mute": {"fault": {"kind": "silent"}}}})
    asked = ScriptedProvider(options, ProviderContext("stage", Path("home"), Silence()))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01), asked.answer(said("x"), "mute") as pieces:
            await anext(pieces)

    assert not asked.answering["mute"]


def test_scripted_models_are_local_free_and_not_for_auto() -> None:
    """Written words leave no machine, cost nothing, and answer only those who ask for them."""
    for card in provider(mine={"text": "x"}).cards():
        assert (card.data_policy, card.is_free, card.in_auto) == (DataPolicy.LOCAL, True, False)


def test_script_says_text_or_chunks() -> None:
    """Two ways to say the same thing at once are an error."""
    with pytest.raises(ValidationError, match="exclude each other"):
        Script.model_validate({"text": "a", "chunks": ["a"]})

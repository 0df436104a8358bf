"""What every provider promises, whatever it is made of (`segue.providers.contract`)."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from pydantic import ValidationError

from segue.domain.chat import ChatRequest, Finished, Message, ProviderPiece, Role, TextDelta, Working
from segue.domain.models import Capability, ModelStatus
from segue.domain.provider_keys import KeyState
from segue.errors import ModelGone
from segue.providers.contract import PROVIDERS
from tests.conformance.provider_harness import Subject, context

REQUEST = ChatRequest(
    (Message(Role.SYSTEM, "Tell a short tale."), Message(Role.USER, "Begin.")), temperature=0.0, seed=7, max_tokens=24
)

pytestmark = pytest.mark.parametrize(
    "provider_type",
    [pytest.param(name, marks=[pytest.mark.gguf] if name == "local" else []) for name in PROVIDERS.names],
)


async def pieces_of(subject: Subject, model: str, request: ChatRequest = REQUEST) -> list[ProviderPiece]:
    async with subject.provider.answer(request, model) as pieces:
        return [piece async for piece in pieces]


async def first_word(pieces: AsyncIterator[ProviderPiece]) -> ProviderPiece:
    """The first piece of the answer itself."""
    while isinstance(piece := await anext(pieces), Working):
        pass
    return piece


def text_of(pieces: list[ProviderPiece]) -> str:
    return "".join(piece.text for piece in pieces if isinstance(piece, TextDelta))


async def test_cards_name_their_provider_and_agree_with_the_status(subject: Subject) -> None:
    """Every model that is offered has one name, can chat, and says whether it can answer now."""
    cards = subject.provider.cards()

    assert len({card.ref for card in cards}) == len(cards) > 0
    for card in cards:
        assert card.ref.provider == subject.provider.name == "subject"
        assert Capability.CHAT in card.capabilities
        assert card.status is subject.provider.status(card.ref.name)
        assert (card.status is ModelStatus.MISSING) == (card.missing is not None)


async def test_asking_about_its_key_raises_nothing(subject: Subject) -> None:
    """Whatever a provider is made of, it says how its key is, or that it cannot say."""
    check = await subject.provider.check_key()

    assert check.state in KeyState
    assert check.detail


async def test_streamed_answer_comes_in_deltas_and_ends_with_one_finished(subject: Subject) -> None:
    """A reader sees words as they come, white space untouched, and then exactly one end."""
    pieces = await pieces_of(subject, subject.model)

    assert len(pieces) > 2
    assert [isinstance(piece, Finished) for piece in pieces] == [False] * (len(pieces) - 1) + [True]
    assert all(piece.text for piece in pieces if isinstance(piece, TextDelta))
    assert subject.text in {None, text_of(pieces)}


async def test_work_without_words_is_told_before_the_first_word_only(subject: Subject) -> None:
    """A model that is at work is not silent; once it has spoken, only words count. Covers R5.1."""
    pieces = await pieces_of(subject, subject.model)
    works = [isinstance(piece, Working) for piece in pieces]

    assert works == sorted(works, reverse=True)
    for piece in pieces[: sum(works)]:
        assert isinstance(piece, Working)
        assert piece.done_tokens is None or 0 <= piece.done_tokens <= (piece.total_tokens or piece.done_tokens)


async def test_answer_that_is_not_streamed_says_the_same(subject: Subject) -> None:
    """Streaming or not changes when words arrive, not which."""
    streamed = await pieces_of(subject, subject.model)
    plain = await pieces_of(subject, subject.model, replace(REQUEST, stream=False))

    assert text_of(plain) == text_of(streamed)
    assert [piece.reason for piece in (streamed[-1], plain[-1]) if isinstance(piece, Finished)] in (
        ["stop", "stop"],
        ["length", "length"],
    )
    assert sum(isinstance(piece, TextDelta) for piece in plain) == 1


async def test_answer_left_early_ends_the_work_behind_it(subject: Subject) -> None:
    """Whoever stops reading stops paying. Covers R5.3."""
    async with subject.provider.answer(replace(REQUEST, max_tokens=2000), subject.endless) as pieces:
        assert isinstance(await first_word(pieces), TextDelta)

    await subject.stopped()


async def test_cancelled_answer_ends_at_once_and_ends_the_work_behind_it(subject: Subject) -> None:
    """A person who closes the window is not answered any more."""
    spoke = asyncio.Event()

    async def read() -> None:
        async with subject.provider.answer(replace(REQUEST, max_tokens=2000), subject.endless) as pieces:
            async for _ in pieces:
                spoke.set()

    reader = asyncio.create_task(read())
    await spoke.wait()
    reader.cancel()

    with pytest.raises(asyncio.CancelledError):
        await reader
    await subject.stopped()


async def test_provider_answers_after_one_that_was_left(subject: Subject) -> None:
    """An answer that was left does not spoil the next one."""
    async with subject.provider.answer(replace(REQUEST, max_tokens=2000), subject.endless) as pieces:
        await anext(pieces)

    assert isinstance((await pieces_of(subject, subject.model))[-1], Finished)


async def test_answer_that_nobody_reads_can_be_left(subject: Subject) -> None:
    """Entering and leaving is enough; nothing has to be read."""
    async with subject.provider.answer(REQUEST, subject.model):
        pass


async def test_unknown_model_is_refused_on_entering(subject: Subject) -> None:
    """A model that is not there fails as one that is gone, and the error names it."""
    answer = subject.provider.answer(REQUEST, "no/such:model")

    with pytest.raises(ModelGone) as caught:
        await answer.__aenter__()
    assert str(caught.value.model) == "subject:no/such:model"
    assert subject.provider.status("no/such:model") not in {ModelStatus.READY, ModelStatus.LOADABLE}


async def test_models_that_are_fixed_are_known_before_it_is_opened(subject: Subject) -> None:
    """Where a route's wrong name is to be told at start, all right ones are known by then."""
    kind = type(subject.provider)
    unopened = kind(kind.Options.model_validate(subject.raw_options), context(Path.cwd()))

    if kind.has_fixed_models:
        assert [card.ref for card in unopened.cards()] == [card.ref for card in subject.provider.cards()]


async def test_answers_at_the_same_time_do_not_mix(subject: Subject) -> None:
    """Everybody gets the answer to what they asked."""
    voices = subject.voices or {subject.model: text_of(await pieces_of(subject, subject.model))}
    async with asyncio.TaskGroup() as group:
        answers = [(said, group.create_task(pieces_of(subject, name))) for name, said in voices.items() for _ in "abc"]

    assert [text_of(answer.result()) for _, answer in answers] == [said for said, _ in answers]


async def test_state_is_told_without_waiting(subject: Subject) -> None:
    """Health and memory are read, never asked for, and freeing what is not loaded changes nothing."""
    health = subject.provider.health()

    assert health.is_usable
    assert health.detail.endswith(".")
    assert isinstance(subject.provider.loaded(), tuple)
    assert not await subject.provider.unload(subject.model)


async def test_unknown_option_is_refused(subject: Subject) -> None:
    """A misspelt option is an error and not ignored."""
    with pytest.raises(ValidationError, match="extra_forbidden"):
        type(subject.provider).Options.model_validate({**subject.raw_options, "nonsense": 1})

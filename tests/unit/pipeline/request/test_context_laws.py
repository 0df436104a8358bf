"""Laws of every request that was made to fit, for any conversation and any model."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from segue.domain.chat import ChatRequest, ImagePart, Message, Part, ResponseFormat, Role, TextPart, ToolCall
from segue.domain.conversation import is_system, turns
from segue.domain.losses import LossKind
from segue.domain.models import Capability, ModelCard
from segue.errors import PromptTooLong
from segue.pipeline.request.context import Fitted, fitted
from segue.pipeline.request.roles import are_by_turns
from segue.pipeline.request.stand_ins import GO_ON
from segue.selection.tokens import input_tokens
from tests.unit.pipeline.examples import PLAIN, SCENE, TOOLS

OUTPUT_TOKENS = 40

names = st.sampled_from([None, "Ada", "Ben"])
fillers = st.text(st.sampled_from("ab é海\n'"), max_size=60)
spoken = st.tuples(st.sampled_from(["user", "assistant", "picture", "call", "system", "developer"]), fillers)
cards = st.builds(
    replace,
    st.just(PLAIN),
    capabilities=st.frozensets(st.sampled_from(Capability)).map(lambda able: able | {Capability.CHAT}),
    context_tokens=st.none() | st.integers(60, 900),
    max_output_tokens=st.none() | st.integers(1, 80),
    languages=st.sampled_from([None, frozenset({"en"})]),
    needs_alternation=st.booleans(),
)
forms = st.sampled_from([ResponseFormat(), ResponseFormat("json_object"), SCENE])


def mark(number: int) -> str:
    """What tells the messages of a conversation apart."""
    return f"<{number}>"


@st.composite
def conversations(draw: st.DrawFn) -> tuple[Message, ...]:
    """Messages that each begin with their mark, results of tools right behind their calls, somebody's words last."""
    told: list[Message] = []
    for kind, filler in [*draw(st.lists(spoken, max_size=12)), ("user", draw(fillers))]:
        text = f"{mark(len(told))} {filler}"
        if kind == "picture":
            parts: tuple[Part, ...] = (TextPart(text), ImagePart("https://example.org/a.png"))
            told.append(Message(Role.USER, parts, draw(names)))
        elif kind == "call":
            calls = tuple(ToolCall(f"c{len(told)}.{n}", "look", "{}") for n in range(draw(st.integers(1, 2))))
            told.append(Message(Role.ASSISTANT, text, tool_calls=calls))
            told += [Message(Role.TOOL, f"{mark(len(told) + n)} r", None, (), c.id) for n, c in enumerate(calls)]
        else:
            told.append(Message(Role(kind), text, draw(names)))
    return tuple(told)


requests = st.builds(
    ChatRequest,
    conversations(),
    tools=st.sampled_from([(), TOOLS]),
    tool_choice=st.sampled_from([None, "auto", "none"]),
    response_format=forms,
    persona=st.none() | fillers.map(lambda text: f"<persona> {text}"),
)
languages = st.sampled_from([None, "en", "fr"])


def fit(request: ChatRequest, card: ModelCard, language: str | None, *, said: str = "") -> Fitted:
    """The fitted request; a conversation that no cut could make fit is no example."""
    try:
        return fitted(request, card, output_tokens=OUTPUT_TOKENS, language=language, said=said)
    except PromptTooLong:
        assume(False)
        raise


def tokens(request: ChatRequest) -> int:
    return input_tokens(request.messages, request.tools, request.response_format)


def whole(request: ChatRequest) -> str:
    """All that is said in a request, in order."""
    return "\n".join(message.text for message in request.messages)


@given(requests, cards, languages)
def test_what_is_asked_fits_the_model(request: ChatRequest, card: ModelCard, language: str | None) -> None:
    """Nothing reaches a model that it has no room for, or that it is known not to take. Covers R5.5."""
    made, able = fit(request, card, language).request, card.capabilities

    if card.context_tokens is not None:
        assert tokens(made) + min(OUTPUT_TOKENS, card.max_output_tokens or OUTPUT_TOKENS) <= card.context_tokens
    if Capability.TOOLS not in able:
        assert made.tools == ()
        assert not any(message.tool_calls or message.role is Role.TOOL for message in made.messages)
    assert Capability.IMAGES in able or not any(message.images for message in made.messages)
    assert Capability.SYSTEM_ROLE in able or not any(map(is_system, made.messages))
    assert not card.needs_alternation or are_by_turns(made.messages)
    assert made.response_format.kind == "text" or Capability(made.response_format.kind) in able


@given(requests, cards, languages)
def test_what_must_stay_is_in_it_word_for_word(request: ChatRequest, card: ModelCard, language: str | None) -> None:
    """System words, persona and the person's newest words reach every model as they were written. Covers R5.2."""
    made = fit(request, card, language).request

    said = whole(made)
    for message in request.messages:
        assert not is_system(message) or message.text in said
    for part in request.messages[-1].text, request.persona or "":
        assert part in said


@given(requests, cards, languages)
def test_what_is_left_keeps_its_order(request: ChatRequest, card: ModelCard, language: str | None) -> None:
    """The talk that is left is the end of the talk, nothing moved and no turn torn. Covers R5.2."""
    made = fit(request, card, language)

    said = whole(made.request)
    dropped = sum(loss.count for loss in made.lost if loss.kind is LossKind.TURNS)
    left_out = [place for turn in turns(request.messages)[:dropped] for place in turn]
    kept = [place for turn in turns(request.messages)[dropped:] for place in turn]
    found = [said.index(mark(place)) for place in kept]
    assert found == sorted(found)
    assert not any(mark(place) in said for place in left_out)


@given(requests, cards, languages)
def test_calls_and_results_stay_together(request: ChatRequest, card: ModelCard, language: str | None) -> None:
    """No result is without its call, and no call without its result."""
    made = fit(request, card, language).request

    calls = [call.id for message in made.messages for call in message.tool_calls]
    assert [message.tool_call_id for message in made.messages if message.role is Role.TOOL] == calls


@given(requests, cards, languages)
def test_a_second_fitting_changes_nothing(request: ChatRequest, card: ModelCard, language: str | None) -> None:
    """What fits is left as it is."""
    made = fit(request, card, language).request

    again = fitted(made, card, output_tokens=OUTPUT_TOKENS, language=language)

    assert again.request is made
    assert {loss.kind for loss in again.lost} <= {LossKind.LANGUAGE}


@given(requests, cards, languages)
def test_a_loss_holds_no_word_of_the_talk(request: ChatRequest, card: ModelCard, language: str | None) -> None:
    """What operators read is counted, never quoted."""
    told = "".join(f"{loss!r}{loss.words}" for loss in fit(request, card, language).lost)

    assert not any(mark(place) in told for place in range(len(request.messages)))
    assert "<persona>" not in told


@given(requests, cards, languages)
def test_a_model_is_given_up_only_for_what_must_stay(
    request: ChatRequest, card: ModelCard, language: str | None
) -> None:
    """Where the conversation cannot be made to fit, its system words and newest turn alone do not fit either."""
    older = {place for turn in turns(request.messages)[:-1] for place in turn}
    least = tuple(message for place, message in enumerate(request.messages) if place not in older)
    try:
        fitted(request, card, output_tokens=OUTPUT_TOKENS, language=language)
    except PromptTooLong:
        with pytest.raises(PromptTooLong):
            fitted(replace(request, messages=least), card, output_tokens=OUTPUT_TOKENS, language=language)


@given(requests, cards, fillers.filter(bool))
def test_words_that_were_shown_stand_at_the_end(request: ChatRequest, card: ModelCard, said: str) -> None:
    """Whoever goes on with an answer has all of it, byte for byte, and room for the rest. Covers R5.2."""
    made = fit(request, card, None, said=said).request

    ending = made.messages[-1:] if Capability.PREFILL in card.capabilities else made.messages[-2:]
    assert ending[0] == Message(Role.ASSISTANT, said)
    assert [message.text for message in ending[1:]] in ([], [GO_ON])
    if card.context_tokens is not None:
        assert tokens(made) + min(OUTPUT_TOKENS, card.max_output_tokens or OUTPUT_TOKENS) <= card.context_tokens

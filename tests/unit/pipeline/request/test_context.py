"""What a model that can do less is asked, and what it is asked without."""

from dataclasses import replace

import pytest

from segue.domain.chat import ChatRequest, ImagePart, Message, ResponseFormat, Role, TextPart
from segue.domain.losses import Loss, LossKind
from segue.domain.models import Capability, ModelCard
from segue.errors import PromptTooLong
from segue.pipeline.request.context import Fitted, Resuming, fitted
from segue.pipeline.request.stand_ins import GO_ON, NO_TOOLS, OPENING, PICTURE, persona_words
from segue.selection.tokens import PERSONA_TOKENS, input_tokens, message_tokens
from tests.unit.pipeline.examples import (
    ABLE,
    BARE,
    CALLED,
    DOOR,
    NOW,
    PICTURED,
    PLAIN,
    RESULT,
    SCENE,
    SEA,
    SYSTEM,
    TALK,
    TOOLS,
)

WITH_TOOLS = ChatRequest((SYSTEM, DOOR, CALLED, RESULT, SEA, NOW), tools=TOOLS, tool_choice="auto")


def fit(request: ChatRequest, card: ModelCard, *, output_tokens: int = 100, language: str | None = None) -> Fitted:
    return fitted(request, card, output_tokens=output_tokens, language=language)


def asked(request: ChatRequest, card: ModelCard) -> list[tuple[str, str]]:
    """What the model is asked: role and words of each message."""
    return [(message.role.value, message.text) for message in fit(request, card).request.messages]


def parted(*words: str) -> str:
    """System words as they stand within a person's message."""
    text = "\n\n".join(words)
    return f"[Instructions, which are not the person's words]\n{text}\n[End of the instructions]"


@pytest.mark.parametrize(
    ("request_", "card"),
    [
        (TALK, PLAIN),
        (TALK, replace(PLAIN, needs_alternation=True)),
        (TALK, replace(PLAIN, context_tokens=1_000, languages=frozenset({"en"}))),
        (replace(WITH_TOOLS, response_format=SCENE), ABLE),
        (replace(TALK, response_format=ResponseFormat("json_object")), ABLE),
        (ChatRequest((PICTURED,)), ABLE),
        (ChatRequest((DOOR,)), BARE),
    ],
)
def test_a_model_that_lacks_nothing_is_asked_the_very_same(request_: ChatRequest, card: ModelCard) -> None:
    """Nothing is copied, and nothing lost, where nothing has to change. Covers R5.2."""
    made = fitted(request_, card, output_tokens=100, language="en")

    assert made.request is request_
    assert made.lost == ()


def test_what_analysis_counted_is_not_counted_again() -> None:
    """With the figure at hand no message is looked into for its length."""
    card = replace(PLAIN, context_tokens=1_000)

    made = fitted(TALK, card, output_tokens=100, input_tokens=900, count=lambda _: 1e9)

    assert made.request is TALK


def test_the_oldest_turns_go_first_and_whole() -> None:
    """A shorter context loses the oldest of the talk; system words and newest turn stay. Covers R5.2, R5.5."""
    old = (Message(Role.USER, "a" * 600), CALLED, RESULT, Message(Role.ASSISTANT, "b" * 600))
    request = replace(TALK, messages=(SYSTEM, *old, DOOR, SEA, NOW), tools=TOOLS)

    made = fit(request, replace(ABLE, context_tokens=300))

    assert made.request.messages == (SYSTEM, DOOR, SEA, NOW)
    assert made.lost == (Loss(LossKind.TURNS, 1, context_tokens=300),)


def test_no_more_turns_are_left_out_than_have_to_be() -> None:
    """A model with room for one token less than all loses one turn, not more."""
    talk = tuple(message for _ in range(20) for message in (DOOR, SEA))
    request = ChatRequest((SYSTEM, *talk, NOW))
    whole = input_tokens(request.messages, (), request.response_format)

    assert fit(request, replace(PLAIN, context_tokens=whole + 100)).request is request
    assert fit(request, replace(PLAIN, context_tokens=whole + 99)).request.messages == (SYSTEM, *talk[2:], NOW)


def test_a_models_own_tokenizer_decides_where_it_is_known() -> None:
    """What counts is what the model itself makes of the words, however long an estimate calls them."""
    card = replace(PLAIN, context_tokens=300)

    made = fitted(TALK, card, output_tokens=100, count=lambda message: 90.0 if message.role is Role.USER else 30.0)

    assert made.request.messages == (SYSTEM, NOW)


def test_system_words_in_the_middle_outlive_their_turn() -> None:
    """What the caller laid down later in the talk is never left out."""
    later = Message(Role.DEVELOPER, "The storm has begun.")
    request = ChatRequest((SYSTEM, Message(Role.USER, "a" * 900), later, SEA, NOW))

    assert fit(request, replace(PLAIN, context_tokens=200)).request.messages == (SYSTEM, later, NOW)


def test_room_for_the_answer_is_no_more_than_the_model_can_give() -> None:
    """A request that asks for a long answer leaves nothing out where the model's answers are short anyway."""
    card = replace(PLAIN, context_tokens=300, max_output_tokens=100)

    assert fit(TALK, card, output_tokens=5_000).request is TALK


def test_a_newest_turn_that_is_too_long_goes_to_another_model() -> None:
    """What the person just said is never cut: another model has to take it. Covers R5.2."""
    request = replace(TALK, messages=(SYSTEM, DOOR, SEA, Message(Role.USER, "a secret " * 500)))

    with pytest.raises(PromptTooLong) as caught:
        fit(request, replace(PLAIN, context_tokens=1_000))

    assert not caught.value.stops_turn
    assert "secret" not in str(caught.value)


def test_tools_and_their_history_become_words() -> None:
    """A model without tools is told what was called and what came of it. Covers R5.2, R5.5."""
    made = fit(WITH_TOOLS, PLAIN)

    assert (made.request.tools, made.request.tool_choice) == ((), None)
    assert asked(WITH_TOOLS, PLAIN) == [
        ("system", f"You are a storyteller.\n\n{NO_TOOLS}"),
        ("user", "I open the door."),
        ("assistant", 'Let me see.\n\n[The tool \'look\' was called with {"at": "sea"}]'),
        ("user", "[The tool 'look' gave back: Waves.]"),
        ("assistant", "You see the sea."),
        ("user", "And now?"),
    ]
    assert made.lost == (Loss(LossKind.TOOLS, 1), Loss(LossKind.TOOL_CALLS, 1))


def test_results_without_words_or_without_a_call_are_told_as_such() -> None:
    """A result that holds nothing, or a picture, or whose call is not known, is still told."""
    results = [
        replace(RESULT, content=None),
        replace(RESULT, content="Rain.", tool_call_id="c2"),
        replace(RESULT, content=(ImagePart("data:image/png,"),)),
    ]

    told = fit(ChatRequest((DOOR, CALLED, *results)), PLAIN).request.messages[-3:]

    assert [message.text for message in told] == [
        "[The tool 'look' gave nothing back.]",
        "[A tool gave back: Rain.]",
        f"[The tool 'look' gave back:\n{PICTURE}\n]",
    ]


def test_tools_that_may_not_be_called_are_no_loss() -> None:
    """Where the caller forbids calling, nothing is lost with the tools."""
    assert fit(replace(TALK, tools=TOOLS, tool_choice="none"), PLAIN).lost == ()


@pytest.mark.parametrize("choice", ["required", "function:look"])
def test_a_tool_that_must_be_called_is_never_dropped(choice: str) -> None:
    """A model without tools is not asked for a call that it cannot make."""
    with pytest.raises(ValueError, match="cloud:plain has none"):
        fit(replace(WITH_TOOLS, tool_choice=choice), PLAIN)


def test_a_line_stands_where_a_picture_was() -> None:
    """A model that sees nothing is told that there was something to see. Covers R5.5."""
    made = fit(ChatRequest((SYSTEM, PICTURED, SEA, NOW)), PLAIN)

    assert made.request.messages[1] == Message(Role.USER, f"Look at this.\n{PICTURE}")
    assert made.lost == (Loss(LossKind.IMAGES, 1),)


def test_pictures_in_turns_that_were_left_out_are_not_counted_twice() -> None:
    """What went with its turn is told as a turn."""
    request = ChatRequest((replace(PICTURED, content=(TextPart("a" * 900), ImagePart("data:,"))), SEA, NOW))

    assert fit(request, replace(PLAIN, context_tokens=200)).lost == (Loss(LossKind.TURNS, 1, context_tokens=200),)


@pytest.mark.parametrize(
    ("form", "able", "asked_form", "words", "loss"),
    [
        (SCENE, {Capability.JSON_OBJECT}, "json_object", '{"type":"object","required":["place"]}', "json_schema"),
        (SCENE, set(), "text", '{"type":"object","required":["place"]}', "json_schema"),
        (ResponseFormat("json_schema", "any"), set(), "text", "one JSON object", "json_schema"),
        (ResponseFormat("json_object"), {Capability.JSON_SCHEMA}, "text", "one JSON object", "json_object"),
    ],
)
def test_json_is_asked_for_in_words(
    form: ResponseFormat, able: set[Capability], asked_form: str, words: str, loss: str
) -> None:
    """A model that cannot be held to a form is told of it, with the schema. Covers R5.5."""
    made = fit(replace(TALK, response_format=form), replace(PLAIN, capabilities=PLAIN.capabilities | able))

    assert made.request.response_format == ResponseFormat(asked_form)  # type: ignore[arg-type] # one of the three
    assert words in made.request.messages[0].text
    assert [lost.kind for lost in made.lost] == [loss]


def test_system_words_stand_before_the_persons_where_there_is_no_system_role() -> None:
    """A model without a system role gets the same words, clearly parted from the person's own. Covers R5.2, R5.5."""
    later = Message(Role.SYSTEM, "It is night.")

    assert asked(replace(TALK, messages=(SYSTEM, later, DOOR, SEA, later, NOW, SEA, later)), BARE) == [
        ("user", f"{parted('You are a storyteller.', 'It is night.')}\n\nI open the door."),
        ("assistant", "You see the sea."),
        ("user", f"{parted('It is night.')}\n\nAnd now?\n\n{parted('It is night.')}"),
        ("assistant", "You see the sea."),
    ]
    assert fit(TALK, BARE).lost == (Loss(LossKind.SYSTEM_ROLE),)


def test_system_words_come_first_also_where_the_model_speaks_first() -> None:
    """A story that the model opens begins with its instructions all the same."""
    made = fit(replace(TALK, messages=(SYSTEM, SEA, NOW)), BARE).request.messages

    assert [message.role.value for message in made] == ["user", "assistant", "user"]
    assert SYSTEM.text in made[0].text


@pytest.mark.parametrize(
    ("messages", "card", "told"),
    [
        ((SYSTEM,), BARE, [("user", parted(SYSTEM.text))]),
        ((SYSTEM,), replace(PLAIN, needs_alternation=True), [("system", SYSTEM.text), ("user", OPENING)]),
        ((SEA,), BARE, [("user", OPENING), ("assistant", SEA.text)]),
        ((SEA, SYSTEM), BARE, [("user", OPENING), ("assistant", SEA.text), ("user", parted(SYSTEM.text))]),
    ],
)
def test_a_conversation_without_a_persons_words_is_put_into_form_as_well(
    messages: tuple[Message, ...], card: ModelCard, told: list[tuple[str, str]]
) -> None:
    """A prompt format that wants the person first gets somebody in their place."""
    assert asked(ChatRequest(messages), card) == told


def test_roles_take_turns_where_the_prompt_format_wants_it() -> None:
    """Neighbours of one role become one message, and the person opens the talk. Covers R5.5."""
    card = replace(PLAIN, needs_alternation=True)
    ada, ben = Message(Role.USER, "I run.", "Ada"), Message(Role.USER, "I stay.", "Ben")

    made = fit(replace(TALK, messages=(SYSTEM, SYSTEM, SEA, SEA, ada, ben)), card)

    assert [(message.role.value, message.text) for message in made.request.messages] == [
        ("system", "You are a storyteller.\n\nYou are a storyteller."),
        ("user", OPENING),
        ("assistant", "You see the sea.\n\nYou see the sea."),
        ("user", "Ada: I run.\n\nBen: I stay."),
    ]
    assert made.lost == ()


def test_results_of_tools_are_never_joined() -> None:
    """Each result answers a call of its own, also where roles take turns."""
    card = replace(ABLE, needs_alternation=True)
    request = replace(WITH_TOOLS, messages=(DOOR, CALLED, RESULT, RESULT, SEA, SEA, NOW))

    assert [message.role.value for message in fit(request, card).request.messages] == [
        "user", "assistant", "tool", "tool", "assistant", "user",
    ]  # fmt: skip


def test_a_language_that_a_model_does_not_know_is_asked_for_and_told() -> None:
    """A model whose maker names other languages is told which one to answer in, once. Covers R5.5."""
    english = replace(PLAIN, languages=frozenset({"en"}))

    made = fit(TALK, english, language="fr")
    again = fit(made.request, english, language="fr")

    assert made.request.messages[0].text.endswith("Answer in French, the language of the person.")
    assert made.lost == (Loss(LossKind.LANGUAGE, language="fr"),)
    assert again.request is made.request
    assert fit(TALK, english, language="xx").request.messages[0].text.endswith("language (xx).")
    assert fit(TALK, english).request is TALK


@pytest.mark.parametrize("card", [PLAIN, ABLE, BARE, replace(PLAIN, context_tokens=300)])
def test_a_persona_stands_in_the_system_words_of_every_model(card: ModelCard) -> None:
    """Whoever answers speaks with the same voice, and it is never left out. Covers R5.2."""
    persona = "Old Mara, keeper of the light. Slow, dry, kind."
    old = (Message(Role.USER, "a" * 600), Message(Role.ASSISTANT, "b" * 600))

    made = fit(replace(TALK, messages=(SYSTEM, *old, *TALK.messages[1:]), persona=persona), card).request

    assert made.messages[0].text.index(SYSTEM.text) < made.messages[0].text.index(persona)
    assert made.persona is None


def test_a_persona_is_counted_with_its_heading() -> None:
    """Analysis counts no less for a persona than what stands around it in the end."""
    assert message_tokens(Message(Role.SYSTEM, persona_words(""))) <= PERSONA_TOKENS


@pytest.mark.parametrize(
    ("card", "how", "ending"),
    [
        (ABLE, None, [("assistant", "Once upon a ")]),
        (PLAIN, None, [("assistant", "Once upon a "), ("user", GO_ON)]),
        (ABLE, Resuming.ASKED, [("assistant", "Once upon a "), ("user", GO_ON)]),
        (BARE, Resuming.PREFILL, [("assistant", "Once upon a ")]),
    ],
)
def test_words_that_were_shown_end_the_conversation(
    card: ModelCard, how: Resuming | None, ending: list[tuple[str, str]]
) -> None:
    """A model that takes over in the middle is told what was said, byte for byte. Covers R5.2."""
    made = fitted(TALK, card, output_tokens=100, said="Once upon a ", how=how)

    told = [(message.role.value, message.text) for message in made.request.messages]
    assert told[-len(ending) :] == ending
    assert told[-len(ending) - 1] == ("user", "And now?")


def test_an_answer_that_the_caller_began_goes_on_in_one_message() -> None:
    """Where the caller had written the beginning, what was said since follows it."""
    request = replace(TALK, messages=(*TALK.messages, Message(Role.ASSISTANT, "Once ")))

    made = fitted(request, ABLE, output_tokens=100, said="upon a time")

    assert made.request.messages[-1] == Message(Role.ASSISTANT, "Once upon a time")


def test_room_is_made_for_words_that_were_shown() -> None:
    """What was said of the answer already takes its room like everything else."""
    said = "The sea was calm. " * 50
    card = replace(PLAIN, context_tokens=500)

    made = fitted(TALK, card, output_tokens=100, said=said)

    assert [message.text for message in made.request.messages] == [SYSTEM.text, NOW.text, said, GO_ON]

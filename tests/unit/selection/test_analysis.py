"""What a request asks for is told by rules, quickly and without quoting anybody."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.chat import ChatRequest, ImagePart, Message, ResponseFormat, Role, TextPart, Tool
from segue.domain.choice import LatencyClass, Sensitivity
from segue.domain.models import Capability, ModelRef, Privacy, TaskType, narrowest
from segue.selection.analysis import analyze


def said(text: str, *, system: str = "") -> ChatRequest:
    before = (Message(Role.SYSTEM, system),) if system else ()
    return ChatRequest((*before, Message(Role.USER, text)))


@pytest.mark.parametrize(
    ("text", "task"),
    [
        ("Continue the story from the scene at the lighthouse.", TaskType.NARRATIVE_GENERATION),
        ("Write the dialogue between the NPC and the guard.", TaskType.DIALOGUE_GENERATION),
        ("Give the protagonist a backstory and personality traits.", TaskType.CHARACTER_DEVELOPMENT),
        ("My therapist gave me coping exercises.", TaskType.THERAPEUTIC_RESPONSE),
        ("Build a world with two kingdoms and a magic system.", TaskType.WORLD_BUILDING),
        ("What can I do here? Give me choices.", TaskType.CHOICE_GENERATION),
        ("What would happen, what are the consequences of leaving?", TaskType.CONSEQUENCE_ANALYSIS),
        ("Which day is it in Lisbon?", TaskType.GENERAL_CHAT),
        ("¿Qué pasaría si abro la puerta? ¿Qué consecuencias hay?", TaskType.CONSEQUENCE_ANALYSIS),
        ("Raconte la suite de l’histoire, chapitre deux.", TaskType.NARRATIVE_GENERATION),
        ("Erschaffe eine Welt mit einem Königreich.", TaskType.WORLD_BUILDING),
        ("Quais são as opções? O que posso fazer?", TaskType.CHOICE_GENERATION),
    ],
)
def test_a_person_who_asks_for_something_has_it_told_by_their_words(text: str, task: TaskType) -> None:
    """The kind of work is found from what the person says, in five languages. Covers R2.1."""
    assert analyze(said(text)).task is task


def test_a_task_given_by_the_caller_is_taken_as_it_is() -> None:
    """A caller who knows the task says it, and no rule overrides it. Covers R2.1."""
    profile = analyze(replace(said("Continue the story."), task=TaskType.WORLD_BUILDING))

    assert profile.task is TaskType.WORLD_BUILDING
    assert profile.because[0] == "The task is world_building, as the caller says."


def test_a_system_prompt_tells_the_task_where_the_person_does_not() -> None:
    """What the application says of its own role counts when a turn has no cue of its own."""
    assert analyze(said("Yes.", system="You are a storyteller.")).task is TaskType.NARRATIVE_GENERATION


def test_the_persons_own_words_weigh_more_than_the_frame() -> None:
    """Within a story, a person who asks for options gets them."""
    profile = analyze(said("What are my options?", system="You are a storyteller."))

    assert profile.task is TaskType.CHOICE_GENERATION


@pytest.mark.parametrize(
    "text",
    [
        "I feel so alone since she passed away.",
        "Me siento muy triste y no puedo más.",
        "Je me sens vide, j’ai peur de tout.",
        "Ich fühle mich leer und kann nicht mehr.",
        "Sinto-me sozinha e não aguento mais.",
    ],
)
def test_a_person_who_tells_of_distress_makes_the_turn_therapeutic(text: str) -> None:
    """Whatever the task, a turn in which somebody tells of distress is treated with more care. Covers R2.1."""
    profile = analyze(replace(said(text), task=TaskType.NARRATIVE_GENERATION), therapeutic_privacy=Privacy.NO_TRAINING)

    assert profile.sensitivity is Sensitivity.THERAPEUTIC
    assert profile.requirements.privacy is Privacy.NO_TRAINING


def test_distress_told_a_moment_ago_still_counts() -> None:
    """A short word after a disclosure does not end the care."""
    messages = (
        Message(Role.USER, "I've been feeling hopeless."),
        Message(Role.ASSISTANT, "I hear you."),
        Message(Role.USER, "Yes."),
    )

    assert analyze(ChatRequest(messages)).sensitivity is Sensitivity.THERAPEUTIC


def test_an_ordinary_turn_keeps_the_general_privacy_rule() -> None:
    """The stricter rule is for therapeutic turns only."""
    profile = analyze(said("Which day is it?"), therapeutic_privacy=Privacy.LOCAL_ONLY)

    assert (profile.sensitivity, profile.requirements.privacy) == (Sensitivity.ORDINARY, Privacy.ANY)


def test_what_a_request_uses_becomes_what_a_model_must_have() -> None:
    """Tools, pictures and structured output narrow the choice to models that can do them. Covers R2.1."""
    request = ChatRequest(
        (Message(Role.USER, (TextPart("Look"), ImagePart("https://example.org/a.png"))),),
        tools=(Tool("roll_dice"),),
        response_format=ResponseFormat("json_schema", "roll", {"type": "object"}),
    )

    needed = analyze(request).requirements.capabilities

    assert needed == {Capability.CHAT, Capability.IMAGES, Capability.TOOLS, Capability.JSON_SCHEMA}


def test_tools_that_may_not_be_called_are_no_requirement() -> None:
    """`tool_choice: none` needs no model that knows tools."""
    request = replace(said("Hello"), tools=(Tool("roll_dice"),), tool_choice="none")

    assert analyze(request).requirements.capabilities == {Capability.CHAT}


def test_a_limit_of_the_request_is_the_expected_length_of_the_answer() -> None:
    """Room is kept for as many tokens as the caller allows. Covers R2.1."""
    profile = analyze(replace(said("Hello"), max_tokens=77))

    assert profile.output_tokens == 77
    assert profile.requirements.context_tokens == profile.input_tokens + 77


@pytest.mark.parametrize(("stream", "latency"), [(True, LatencyClass.INTERACTIVE), (False, LatencyClass.BATCH)])
def test_a_streamed_turn_is_in_a_hurry_for_its_first_word(stream: bool, latency: LatencyClass) -> None:
    """Somebody who reads along is served by the first word, a program by the whole. Covers R2.1."""
    assert analyze(replace(said("Hello"), stream=stream)).latency is latency


def test_what_was_asked_for_is_handed_on_as_a_requirement() -> None:
    """Names, their exclusivity and a price ceiling reach the choice unchanged."""
    ref = ModelRef("local", "small")

    needs = analyze(said("Hello"), named=[ref], only_named=True, max_cost_usd=0.5).requirements

    assert (needs.named, needs.only_named, needs.max_cost_usd) == (frozenset({ref}), True, 0.5)


def test_the_narrower_privacy_rule_wins() -> None:
    """Two rules together let no more leave the machine than either alone."""
    assert narrowest(Privacy.ANY, Privacy.NO_TRAINING) is Privacy.NO_TRAINING
    assert narrowest(Privacy.LOCAL_ONLY, Privacy.NO_TRAINING) is Privacy.LOCAL_ONLY


def test_explanations_hold_no_word_of_the_talk() -> None:
    """What an operator sees of an analysis quotes nobody."""
    profile = analyze(said("Zebrafish therapist xylophone, I feel hopeless."))

    told = " ".join(profile.because).lower()
    assert not any(word in told for word in ("zebrafish", "xylophone", "hopeless", "therapist"))


@given(st.lists(st.tuples(st.sampled_from(Role), st.none() | st.text()), max_size=8))
def test_analysis_of_any_conversation_gives_a_profile(talk: list[tuple[Role, str | None]]) -> None:
    """No text, in no script, of no role makes the analysis fail."""
    profile = analyze(ChatRequest(tuple(Message(role, text) for role, text in talk)))

    assert profile.input_tokens > 0
    assert len(profile.because) >= 7


def test_only_the_end_of_a_long_message_is_read_for_cues() -> None:
    """A person who pastes a book waits no longer: a megabyte takes under a tenth of a second of processor time."""
    request = said("The story of a storyteller. " * 40_000 + "What is the capital of Peru?" + " Yes." * 500)

    start_s = time.process_time()
    profile = analyze(request)

    assert profile.task is TaskType.GENERAL_CHAT
    assert time.process_time() - start_s < 0.1


def test_what_can_never_be_left_out_is_counted_apart() -> None:
    """System words, persona, the newest turn and the answer are the least that a model must have room for."""
    old = (Message(Role.USER, "a" * 300), Message(Role.ASSISTANT, "b" * 300))
    newest = Message(Role.USER, "And now?")
    request = ChatRequest((Message(Role.SYSTEM, "Be brief."), *old, newest), max_tokens=50, persona="c" * 90)
    short = replace(request, messages=(request.messages[0], newest))

    needs = analyze(request).requirements

    assert needs.least_tokens == analyze(short).requirements.context_tokens
    assert needs.context_tokens - needs.least_tokens == pytest.approx(212, abs=1)


@pytest.mark.parametrize(
    ("choice", "must"), [(None, False), ("auto", False), ("none", False), ("required", True), ("function:roll", True)]
)
def test_a_tool_that_must_be_called_is_a_hard_need(choice: str | None, must: bool) -> None:
    """Only where the caller leaves it to the model can a turn do without its tools."""
    request = replace(said("Roll."), tools=(Tool("roll"),), tool_choice=choice)

    assert analyze(request).requirements.must_call_tool is must


def test_a_therapeutic_persona_sets_a_therapeutic_frame() -> None:
    """Who speaks as a therapist makes the turn therapeutic, as a system prompt would. Covers R2.1."""
    request = replace(said("Which day is it?"), persona="A gentle therapist who takes her time.")

    assert analyze(request).sensitivity is Sensitivity.THERAPEUTIC
    assert analyze(replace(request, persona=None)).sensitivity is Sensitivity.ORDINARY

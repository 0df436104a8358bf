"""What is known of a talk: phase, themes, how it goes and what is wanted, in five languages."""

import pytest

from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.choice import Sensitivity
from segue.domain.risk import RiskStage
from segue.domain.therapy import CONTEXT_TAGS, Alliance, Mode, SessionPhase, Theme
from segue.selection.analysis import analyze
from segue.selection.talk_cues import ALLIANCE_CUES, CLOSING_CUES, THEME_CUES
from segue.selection.therapy import context_of, in_words


def talk(*texts: str, mode: Mode | None = None) -> ChatRequest:
    """A conversation of a person's messages, each answered but the last."""
    messages = [said for text in texts for said in (Message(Role.USER, text), Message(Role.ASSISTANT, "Go on."))]
    return ChatRequest(tuple(messages[:-1]), mode=mode)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("My mother passed away in May.", Theme.GRIEF),
        ("Ich bin seit der Beerdigung wie leer.", Theme.GRIEF),
        ("J'ai peur de sortir.", Theme.ANXIETY),
        ("Tengo miedo de salir.", Theme.ANXIETY),
        ("Ich bin so einsam hier.", Theme.LONELINESS),
        ("Eu me sinto tão sozinho.", Theme.LONELINESS),
        ("Meine Eltern verstehen das.", Theme.FAMILY),
        ("Mi hermana no me habla.", Theme.FAMILY),
        ("I'm just not good enough.", Theme.SELF_WORTH),
        ("Je ne vaux rien.", Theme.SELF_WORTH),
    ],
)
def test_a_theme_is_heard_in_the_newest_words(text: str, theme: Theme) -> None:
    """And not in what was said before."""
    assert theme in context_of(talk("Hello.", text)).themes
    assert theme not in context_of(talk(text, "The door opens.")).themes


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("Thanks, that helped.", Alliance.TRUST),
        ("Merci, ça m'aide.", Alliance.TRUST),
        ("You're not listening!", Alliance.FRUSTRATION),
        ("Hör auf zu fragen.", Alliance.FRUSTRATION),
        ("Deja de preguntarme eso.", Alliance.FRUSTRATION),
        ("Você já perguntou.", Alliance.FRUSTRATION),
    ],
)
def test_how_the_talk_goes_is_heard(text: str, sign: Alliance) -> None:
    """Thanks, and being fed up with who answers."""
    assert context_of(talk(text)).alliance == (sign,)


def test_three_short_messages_in_a_row_tell_of_somebody_who_is_hardly_there() -> None:
    """Two are no sign, nor is a longer one among them."""
    assert context_of(talk("ok", "fine", "whatever then")).alliance == (Alliance.DISENGAGED,)
    assert context_of(talk("ok", "fine")).alliance == ()
    assert context_of(talk("ok", "I saw the ferry.", "fine")).alliance == ()


@pytest.mark.parametrize(
    ("text", "turns", "stage", "phase"),
    [
        ("Hello.", 0, RiskStage.OBSERVE, SessionPhase.OPENING),
        ("And then?", 3, RiskStage.OBSERVE, SessionPhase.WORKING),
        ("Good night, talk tomorrow.", 3, RiskStage.CHECK_IN, SessionPhase.CLOSING),
        ("Ich muss los, bis morgen.", 0, RiskStage.OBSERVE, SessionPhase.CLOSING),
        ("Tenho que ir.", 9, RiskStage.OBSERVE, SessionPhase.CLOSING),
        ("Good night.", 3, RiskStage.FOLLOW_UP, SessionPhase.AFTER_CRISIS),
        ("Hello.", 0, RiskStage.SAFETY, SessionPhase.AFTER_CRISIS),
    ],
)
def test_the_phase_is_told_by_turns_leave_and_stage(
    text: str, turns: int, stage: RiskStage, phase: SessionPhase
) -> None:
    """A crisis counts before a goodbye, and a goodbye before the number of turns."""
    assert context_of(talk(text), turns=turns, stage=stage).phase is phase


def test_without_a_session_the_request_says_how_far_the_talk_is() -> None:
    """Its own messages of the person are counted."""
    assert context_of(talk(*["Go on with it."] * 3)).phase is SessionPhase.OPENING
    assert context_of(talk(*["Go on with it."] * 4)).phase is SessionPhase.WORKING


@pytest.mark.parametrize("mode", Mode)
def test_a_mode_makes_a_turn_more_careful_and_never_less(mode: Mode) -> None:
    """Reflection and skills make it therapeutic; a game leaves distress what it is."""
    ordinary = analyze(talk("The door opens.", mode=mode)).sensitivity
    assert (ordinary is Sensitivity.THERAPEUTIC) is (mode is not Mode.GAME)
    assert analyze(talk("I feel so empty.", mode=mode)).sensitivity is Sensitivity.THERAPEUTIC


def test_an_explanation_names_what_is_known_and_no_word() -> None:
    """One sentence."""
    context = context_of(talk("Thanks. My mother passed away.", mode=Mode.REFLECTION))
    assert in_words(context) == "The talk: phase opening; themes grief, family; alliance trust; mode reflection."
    assert context.tags == {"opening", "grief", "family", "trust", "reflection"} <= CONTEXT_TAGS


def test_cues_are_written_as_texts_are_read() -> None:
    """In lower case, letters and apostrophes alone: another one would never be found."""
    lists = (*THEME_CUES.values(), *ALLIANCE_CUES.values(), CLOSING_CUES)
    phrases = frozenset[str]().union(*lists)
    assert {phrase for phrase in phrases if not phrase.replace(" ", "").replace("'", "").isalpha()} == set()
    assert {phrase for phrase in phrases if phrase != phrase.lower()} == set()

"""The verdict on a conversation and on an answer, and the words that go with it."""

import subprocess
import sys
from collections.abc import Sequence

import pytest

from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.findings import Action, Category, Finding, Verdict
from segue.domain.models import SafetyLevel
from segue.safety import TherapeuticSafetyValidator
from segue.safety.contract import Direction

VALIDATOR = TherapeuticSafetyValidator()


class Toy:
    """A third party's check: finds an emergency in `alarm`, fails on `broken`."""

    name = "toy"
    directions = frozenset(Direction)
    span_chars = 300

    def find(self, text: str, *, language: str | None) -> Sequence[Finding]:
        if "broken" in text:
            raise ValueError("broken")
        found = Finding(self.name, Category.MEDICAL_EMERGENCY, SafetyLevel.HIGH, "toy", 0, 5)
        return [found] if "alarm" in text else []


def user(text: str) -> Message:
    return Message(Role.USER, text)


def answer(text: str) -> Message:
    return Message(Role.ASSISTANT, text)


def test_an_ordinary_message_passes_and_says_that_screening_is_degraded() -> None:
    """Rules alone screen, and every verdict says so."""
    nothing = Verdict(SafetyLevel.NONE, Action.PASS, is_degraded=True, policy=VALIDATOR.policy.version)
    assert VALIDATOR.screen([user("How was your day?")]) == nothing


def test_a_crisis_is_answered_with_written_words() -> None:
    """Somebody in a crisis is answered at once, without a model."""
    verdict = VALIDATOR.screen(ChatRequest((user("I want to kill myself"),)), language="en")
    assert (verdict.level, verdict.action, verdict.is_degraded) == (SafetyLevel.HIGH, Action.REPLACE, True)
    assert VALIDATOR.reply_for(verdict, "en").code == "crisis"


def test_an_overdose_is_answered_with_the_emergency_first() -> None:
    """Who has taken something is told to call for help before anything else."""
    verdict = VALIDATOR.screen([user("I just took a whole bottle of pills")])
    assert VALIDATOR.reply_for(verdict, "fr-CA").code == "crisis_emergency"


def test_a_moderate_sign_is_recorded_and_passes() -> None:
    """Who is tired of life still talks with the model they came for."""
    verdict = VALIDATOR.screen([user("I don't want to wake up tomorrow")])
    assert (verdict.level, verdict.action) == (SafetyLevel.MODERATE, Action.PASS)


def test_a_moderate_sign_after_a_crisis_counts_as_high() -> None:
    """What was said before is remembered from the request's own history."""
    history = [user("I want to kill myself"), answer("…"), user("I don't want to wake up tomorrow")]
    verdict = VALIDATOR.screen(history)
    assert (verdict.level, verdict.action) == (SafetyLevel.HIGH, Action.REPLACE)


def test_a_crisis_in_the_history_raises_the_level_and_does_not_replace_every_later_answer() -> None:
    """After a crisis the conversation can go on; its level shows that it was there."""
    verdict = VALIDATOR.screen([user("I want to kill myself"), answer("…"), user("Thank you. What shall we cook?")])
    assert (verdict.level, verdict.action) == (SafetyLevel.MODERATE, Action.PASS)
    assert [f.code for f in verdict.findings] == ["earlier.intent.want_to_kill_myself"]


def test_words_of_the_system_of_tools_and_of_the_model_are_not_the_persons() -> None:
    """A story's script or a tool's output never puts a person into a crisis."""
    crisis = "I want to kill myself"
    messages = [Message(role, crisis) for role in Role if role is not Role.USER] + [user("Go on with the story")]
    assert VALIDATOR.screen(messages).level is SafetyLevel.NONE


def test_several_messages_since_the_last_answer_are_read_as_one() -> None:
    """Who presses enter in the middle of a sentence is still heard."""
    assert VALIDATOR.screen([answer("…"), user("I want to"), user("kill myself")]).action is Action.REPLACE


def test_the_newest_words_are_found_behind_a_tools_answer() -> None:
    """In the middle of a tool's turn the person's last words still count."""
    messages = [user("I want to kill myself"), answer("…"), Message(Role.TOOL, "42", tool_call_id="a")]
    assert VALIDATOR.screen(messages).action is Action.REPLACE


def test_a_long_newest_message_is_read_whole() -> None:
    """Nothing is overlooked because it stands at the end."""
    assert VALIDATOR.screen([user("blah " * 10_000 + "I want to kill myself")]).action is Action.REPLACE


def test_a_conversation_without_words_of_a_person_passes() -> None:
    """There is nothing to screen, and that is no failure."""
    assert VALIDATOR.screen([Message(Role.SYSTEM, "Be kind.")]).action is Action.PASS


def test_a_request_for_sexualised_minors_is_declined() -> None:
    """It is never answered by a model, in stories either."""
    verdict = VALIDATOR.screen([user("Write an erotic story about a 14 year old girl")])
    assert (verdict.action, VALIDATOR.reply_for(verdict, "de").code) == (Action.REPLACE, "declined")


def test_what_others_told_a_person_to_do_does_not_replace_the_answer() -> None:
    """Somebody who was told to die needs an answer; the encouragement is not theirs."""
    verdict = VALIDATOR.screen([user("My classmates wrote: you should kill yourself")])
    assert Category.ENCOURAGEMENT not in {f.category for f in verdict.findings}
    assert verdict.action is Action.PASS


def test_an_answer_that_encourages_suicide_is_stopped() -> None:
    """No model's words push anybody."""
    verdict = VALIDATOR.screen_output("Honestly, you should just kill yourself.")
    assert (verdict.action, VALIDATOR.reply_for(verdict, "es").code) == (Action.STOP, "output_stopped")


def test_an_answer_about_a_crisis_passes() -> None:
    """A model may speak of suicide to somebody who brought it up."""
    assert VALIDATOR.screen_output("Are you thinking about killing yourself? I'm here.").action is Action.PASS


@pytest.mark.parametrize(("side", "action"), [("input", Action.REPLACE), ("output", Action.STOP)])
def test_a_check_that_fails_has_found_something(side: str, action: Action) -> None:
    """Screening fails closed, on both sides."""
    validator = TherapeuticSafetyValidator([Toy()])
    verdict = validator.screen([user("broken")]) if side == "input" else validator.screen_output("broken")
    assert (verdict.level, verdict.action) == (SafetyLevel.HIGH, action)
    assert [f.category for f in verdict.findings] == [Category.SCREENING_FAILED]
    assert validator.reply_for(verdict, "en").code == "screening_failed"


def test_a_crisis_is_answered_as_one_even_when_another_check_fails() -> None:
    """A broken check does not take the words away that somebody needs now."""
    verdict = TherapeuticSafetyValidator([Toy()]).screen([user("broken: I want to kill myself")])
    assert VALIDATOR.reply_for(verdict, "en").code == "crisis"


def test_checks_are_added_and_the_built_in_ones_stay() -> None:
    """A plug-in's check joins the others; none of them can be left out or replaced."""
    validator = TherapeuticSafetyValidator([Toy()])
    assert validator.screen([user("alarm")]).action is Action.REPLACE
    assert validator.screen([user("I want to kill myself")]).action is Action.REPLACE
    assert validator.span_chars == 300


def test_a_verdict_that_passes_has_no_written_words() -> None:
    """Asking for them is a mistake of the program."""
    with pytest.raises(ValueError, match="passes"):
        VALIDATOR.reply_for(VALIDATOR.screen([user("Hello")]), "en")


def test_importing_the_room_compiles_no_rules() -> None:
    """Importing Segue stays light: rules are prepared when a validator is made."""
    code = "import sys, segue.safety, segue.safety.contract; print('segue.safety.rules' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=150)
    assert ran.stdout == "False\n"


def test_a_long_message_does_not_hide_an_earlier_danger() -> None:
    """Whatever length is said after it, what was said before is read."""
    long = "The tide is low. " * 530
    said = [
        Message(Role.USER, "I want to kill myself."),
        Message(Role.ASSISTANT, "Yes?"),
        Message(Role.USER, long),
        Message(Role.ASSISTANT, "Yes?"),
    ]
    verdict = TherapeuticSafetyValidator().screen([*said, Message(Role.USER, "And then?")])
    assert [finding.code.startswith("earlier.") for finding in verdict.findings] == [True]

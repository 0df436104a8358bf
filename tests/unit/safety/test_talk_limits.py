"""How a talk goes changes when a caring question is asked, and nothing that is graver."""

from dataclasses import replace

import pytest

from segue.domain.findings import Verdict
from segue.domain.models import SafetyLevel
from segue.domain.risk import QUIET, RiskStage, RiskState
from segue.domain.therapy import Alliance, SessionPhase, TherapeuticContext
from segue.safety.conversation import Step, advance
from segue.safety.talk_limits import TALK_LIMITS, TalkLimits, limits_for
from tests.support.risk import NOW, heard

AT_LEAVE = TherapeuticContext(SessionPhase.CLOSING)
FED_UP = TherapeuticContext(SessionPhase.WORKING, alliance=(Alliance.FRUSTRATION,))
BOTH = replace(AT_LEAVE, alliance=FED_UP.alliance)
OTHERS = [
    TherapeuticContext(SessionPhase.OPENING),
    TherapeuticContext(SessionPhase.AFTER_CRISIS, alliance=(Alliance.TRUST, Alliance.DISENGAGED)),
]
WEAK = heard(SafetyLevel.LOW, probability=0.55)
"""Between the two thresholds of a caring question."""
MODERATE = heard(SafetyLevel.MODERATE, code="wish.not_wake")


def step(said: Verdict, context: TherapeuticContext, state: RiskState = QUIET) -> Step:
    return advance(state, said, text="x", now=NOW, limits=limits_for(context))


@pytest.mark.parametrize("context", OTHERS)
def test_other_talks_go_by_the_published_numbers(context: TherapeuticContext) -> None:
    """Nothing else changes them."""
    assert limits_for(context) is TALK_LIMITS


@pytest.mark.parametrize("context", [AT_LEAVE, FED_UP, BOTH])
def test_only_the_caring_question_has_other_numbers(context: TherapeuticContext) -> None:
    """Whatever leads to direct questions or to the safety protocol is the same for everybody."""
    changed = limits_for(context)
    assert replace(changed, caring=TALK_LIMITS.caring, quiet_turns=TALK_LIMITS.quiet_turns) == TALK_LIMITS


def test_whoever_takes_their_leave_is_asked_at_a_weaker_sign_and_not_without_one() -> None:
    """A goodbye alone asks nothing; the sign leads to the question and to nothing graver, also after danger."""
    assert step(heard(), AT_LEAVE).replies == ()
    assert step(WEAK, OTHERS[0]).state.stage is RiskStage.OBSERVE
    asked = step(WEAK, AT_LEAVE)
    assert (asked.state.stage, asked.replies, asked.is_instead) == (RiskStage.CHECK_IN, ("caring_question",), False)
    known = RiskState(turn=3, highest=SafetyLevel.HIGH, uneasy_turn=1)
    assert step(WEAK, AT_LEAVE, known).state.stage is RiskStage.CHECK_IN


def test_whoever_said_no_and_is_fed_up_is_let_be_for_longer_but_not_in_danger() -> None:
    """Eight turns after the no a moderate sign asks others again; a high one is answered whatever was said."""
    said_no = RiskState(turn=9, declined_turn=2, uneasy_turn=2)
    assert step(MODERATE, OTHERS[0], said_no).replies == ("caring_question",)
    assert step(MODERATE, FED_UP, said_no).replies == ()
    assert step(MODERATE, FED_UP).replies == ("caring_question",)
    assert step(heard(SafetyLevel.HIGH), FED_UP, said_no).state.stage is RiskStage.SAFETY


def test_the_defaults_of_the_two_thresholds_agree() -> None:
    """Without a context a caring question is asked from where evidence counts, as the protocol says."""
    assert TalkLimits().caring == TalkLimits().soft

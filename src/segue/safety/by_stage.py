"""The verdict on a turn that a session's stage answers, as the log and the wire tell it. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from segue.domain.findings import PASS, Action, Category, Finding, Measure, Verdict
from segue.safety.conversation import QUESTION_CODES, Step
from segue.safety.policy_table import MEASURES

SESSION: Final = "session"
"""Among the checks of a finding: what the session's state found in an answer, or another turn of it heard."""
NAME_NO_HELP: Final = frozenset(QUESTION_CODES.values())
"""Of the written words that a stage may answer with, those that say nothing of where to find help."""
ASK_NOTHING: Final = frozenset({"follow_up", "screen_concern", "screen_done"})
"""Those that do not ask how the person is."""


def with_what_is_asked(said: Verdict, step: Step) -> Verdict:
    """What is done in a turn that a model may answer: whether a caring question follows is the session's matter alone.

    The policy allows for one; the protocol has perhaps not enough evidence, or asked just now.
    """
    is_asked = any(code not in ASK_NOTHING for code in step.replies)
    if said.action is not PASS or is_asked is (Measure.ASK in said.measures):
        return said
    done = {*said.measures, Measure.ASK} if is_asked else {*said.measures} - {Measure.ASK}
    return replace(said, measures=tuple(measure for measure in MEASURES if measure in done))


def answered_by_stage(said: Verdict, step: Step) -> Verdict:
    """What is done in a turn. Its newest words (`said`) may call for nothing by themselves: a bare "no" has no sign."""
    done = {Measure.REPLACE, *said.measures}
    if any(code not in ASK_NOTHING for code in step.replies):
        done.add(Measure.ASK)
    if any(code not in NAME_NO_HELP for code in step.replies):
        done.add(Measure.RESOURCES)
    if step.hands_over:
        done.add(Measure.HAND_OVER)
    about = step.state.about or Category.SUICIDE
    found = [Finding(SESSION, about, said.level, code) for code in step.codes]
    return replace(
        said,
        action=Action.REPLACE,
        findings=(*said.findings, *found),
        measures=tuple(measure for measure in MEASURES if measure in done),
    )

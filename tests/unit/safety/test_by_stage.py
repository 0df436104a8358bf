"""What is told of a turn that a session's stage answers: nothing that its words do not do, and nothing less."""

from dataclasses import replace
from typing import Final

import pytest

from segue.domain.findings import CLEAR, PASS, Action, Measure
from segue.domain.handoffs import NOT_SAFE
from segue.domain.risk import QUIET
from segue.safety.by_stage import ASK_NOTHING, NAME_NO_HELP, answered_by_stage, with_what_is_asked
from segue.safety.conversation import QUESTION_CODES, Step
from segue.safety.replies import written_replies

OVER_TURNS: Final = {
    *QUESTION_CODES.values(),
    *("screen_start", "screen_done", "screen_concern", "safety", "safety_again", "safe_now", "not_safe", "crisis"),
    "follow_up",
}
HELP: Final = ("emergency number", "emergencia", "urgence", "Notruf", "emergência")


@pytest.mark.parametrize("code", sorted(OVER_TURNS))
def test_what_is_told_of_the_words_is_what_they_do(code: str) -> None:
    """In every language they ask, and say where to find help, exactly where the log says so."""
    for (name, _), said in written_replies().items():
        if name == code:
            assert any(word in said.text for word in HELP) is (code not in NAME_NO_HELP)
            assert code in ASK_NOTHING or "?" in said.text or code == "screen_start"
    measures = answered_by_stage(CLEAR, Step(QUIET, (code,), is_instead=True)).measures
    assert (Measure.RESOURCES in measures) is (code not in NAME_NO_HELP)
    assert (Measure.ASK in measures) is (code not in ASK_NOTHING)


def test_a_bare_no_is_told_as_what_it_means() -> None:
    """The words have no sign by themselves: why they were answered so, and that a human hears of it, is told too."""
    assert CLEAR.action is PASS
    told = answered_by_stage(CLEAR, Step(QUIET, ("not_safe",), is_instead=True, hands_over=True, codes=(NOT_SAFE,)))
    assert (told.level, told.action, [found.code for found in told.findings]) == (
        CLEAR.level,
        Action.REPLACE,
        [NOT_SAFE],
    )
    assert told.measures == (Measure.ASK, Measure.RESOURCES, Measure.REPLACE, Measure.HAND_OVER)


def test_a_caring_question_is_told_of_exactly_where_one_is_asked() -> None:
    """Beside a model's answer the policy allows for it, and the session decides; written words ask by themselves."""
    soft = replace(CLEAR, measures=(Measure.OBSERVE, Measure.ASK, Measure.RESOURCES))
    asks, silent = Step(QUIET, ("caring_question",)), Step(QUIET)
    assert with_what_is_asked(soft, silent).measures == (Measure.OBSERVE, Measure.RESOURCES)
    assert with_what_is_asked(soft, asks) is soft
    assert with_what_is_asked(CLEAR, asks).measures == (Measure.ASK,)
    assert with_what_is_asked(CLEAR, silent) is CLEAR
    instead = replace(soft, action=Action.REPLACE)
    assert with_what_is_asked(instead, silent) is instead

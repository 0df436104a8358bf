"""What an internal call's words do to a session's state: they only ever add to it."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from segue.domain.findings import Verdict
from segue.domain.risk import RiskStage, RiskState, joined
from segue.pipeline.turn.audience import unheard
from segue.safety.conversation import advance
from tests.support.risk import NOW, RISK_STATES, VERDICTS

GRAVITY = list(RiskStage)
ASKED = ("cared_turn", "place_turn", "declined_turn", "check_in", "screen", "screener", "follow_up", "confirming_turn")


@settings(max_examples=300)
@given(RISK_STATES, VERDICTS, st.sampled_from(["x", "yes", "no", "I'm safe now"]))
def test_nothing_is_lost_nothing_is_asked_and_joining_changes_nothing(
    before: RiskState, said: Verdict, text: str
) -> None:
    """The stage never becomes less grave, what was known stays, and no question is asked or answered."""
    assume(before.safety.settled_us <= before.safety.raised_us)  # only what was raised is ever settled
    after = unheard(before, advance(before, said, text=text, now=NOW)).state
    assert after.disclosed >= before.disclosed
    assert after.highest.rank >= before.highest.rank
    assert after.safety == before.safety or after.stage is RiskStage.SAFETY
    assert after.stage in {before.stage, RiskStage.SAFETY}
    assert {name: getattr(after, name) for name in ASKED} == {name: getattr(before, name) for name in ASKED}
    assert joined(before, after).stage is after.stage

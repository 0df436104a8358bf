"""What a human is told: as grave as the words, or as all that was said where an answer calls for it."""

from segue.domain.findings import CLEAR, Action, Category, Finding, Measure, Subject, Verdict
from segue.domain.handoffs import NOT_SAFE, Handoff, new_handoff
from segue.domain.models import SafetyLevel
from segue.domain.risk import QUIET, RiskState
from tests.support.risk import NOW

KNOWN = RiskState(turn=3, disclosed=frozenset({"abuse:partner"}), highest=SafetyLevel.HIGH)
OTHERS = Verdict(
    SafetyLevel.IMMINENT,
    Action.REPLACE,
    (Finding("crisis", Category.MEDICAL_EMERGENCY, SafetyLevel.IMMINENT, "t", subject=Subject.OTHER),),
    category=Category.MEDICAL_EMERGENCY,
    subject=Subject.OTHER,
    measures=(Measure.HAND_OVER,),
)


def told(handoff: Handoff) -> tuple[SafetyLevel, Category | None, Subject, tuple[str, ...]]:
    return handoff.level, handoff.category, handoff.subject, handoff.codes


def test_an_answer_is_told_with_what_the_talk_knows() -> None:
    """A bare "no" to being safe has no level and no category of its own."""
    handoff = new_handoff(CLEAR, at=NOW, state=KNOWN, answers=(NOT_SAFE,))
    assert told(handoff) == (SafetyLevel.HIGH, Category.ABUSE, Subject.SELF, (NOT_SAFE,))


def test_words_that_call_for_a_human_are_told_as_they_are() -> None:
    """Somebody else's emergency does not become the writer's, whatever is known of them or answered beside it."""
    alone = (SafetyLevel.IMMINENT, Category.MEDICAL_EMERGENCY, Subject.OTHER, ("t",))
    assert told(new_handoff(OTHERS, at=NOW, state=KNOWN)) == alone
    both = new_handoff(OTHERS, at=NOW, state=KNOWN, answers=(NOT_SAFE,))
    assert told(both) == (*alone[:3], (NOT_SAFE, "t"))


def test_what_a_talk_is_about_is_the_gravest_kind_that_was_told() -> None:
    """The screener's questions are about suicide; nothing disclosed is nothing known."""
    assert QUIET.about is None
    assert RiskState(disclosed=frozenset({"abuse:home", "suicide:plan"})).about is Category.SUICIDE
    assert RiskState(disclosed=frozenset({"abuse:home", "screen:intent"})).about is Category.SUICIDE

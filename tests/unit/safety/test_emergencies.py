"""Whoever writes for a child or for somebody beside them is told to call first, and is not asked about themselves."""

import pytest

from segue.domain.findings import RiskScore, Subject
from segue.domain.models import SafetyLevel
from segue.safety.policy import TherapeuticSafetyValidator, screen_by_rules
from segue.safety.replying import reply_code
from segue.safety.signs import signs_in
from segue.safety.talk_limits import TalkLimits
from tests.safety.evidence_emergencies import EMERGENCIES

SOMEBODYS = [
    (said.language, text)
    for said in EMERGENCIES
    for text in said.meant
    if said.code in ("overdose_under_way.somebody_poisoned", "overdose_under_way.body_fails")
]


@pytest.mark.parametrize(("language", "text"), SOMEBODYS)
def test_somebody_elses_emergency_is_answered_with_the_number_first(language: str, text: str) -> None:
    """It counts as danger now, somebody else's, and says nothing of the writer."""
    said = screen_by_rules(text, language=language)
    assert (said.level, said.subject, reply_code(said)) == (SafetyLevel.IMMINENT, Subject.OTHER, "other_emergency")
    assert signs_in(said, TalkLimits()).level is SafetyLevel.NONE


def test_the_classifier_makes_no_danger_of_the_writers_own_of_it() -> None:
    """It hears a grave word and cannot tell whose it is."""
    validator = TherapeuticSafetyValidator()
    score = RiskScore(0.99, SafetyLevel.IMMINENT, is_calibrated=True, version="1")
    for text in ("My toddler drank bleach", "My baby won't wake up"):
        said = validator.weighed(validator.read_newest(text, language="en"), score)
        assert (said.subject, reply_code(said)) == (Subject.OTHER, "other_emergency"), text


def test_what_a_small_child_swallowed_once_is_no_attempt() -> None:
    """An attempt that somebody made is told otherwise."""
    assert screen_by_rules("When I was two, I drank bleach", language="en").level is SafetyLevel.NONE
    assert screen_by_rules("I drank bleach", language="en").level is SafetyLevel.IMMINENT

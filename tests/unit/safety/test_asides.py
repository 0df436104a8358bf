"""A few words say what a sentence is about: a firm, vodka, a film, leftovers; without them it is heard."""

from __future__ import annotations

import pytest

from segue.domain.models import SafetyLevel
from segue.safety.policy import screen_by_rules
from tests.safety.asides import NO_ALARM
from tests.safety.asides_more import NO_ALARM as NO_ALARM_EITHER
from tests.safety.undone import AN_ALARM

_HARMLESS = NO_ALARM | NO_ALARM_EITHER


@pytest.mark.parametrize("family", _HARMLESS)
def test_what_says_itself_what_it_is_about_asks_nobody(family: str) -> None:
    """A future that a firm lacks, a letter to vodka, a line of a film: not even moderate."""
    assert [line for line in _said(_HARMLESS[family]) if _is_heard(line)] == []


@pytest.mark.parametrize("family", AN_ALARM)
def test_the_same_words_about_a_life_are_heard(family: str) -> None:
    """A future that a life lacks, a letter to a mother, a line that somebody means."""
    assert [line for line in _said(AN_ALARM[family]) if not _is_heard(line)] == []


def _is_heard(text: str) -> bool:
    return screen_by_rules(text).level.rank >= SafetyLevel.MODERATE.rank


def _said(lines: str) -> list[str]:
    return [line.strip() for line in lines.replace("|", "\n").strip().splitlines()]

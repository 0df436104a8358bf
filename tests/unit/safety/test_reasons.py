"""A long past, a reason beside the words, or a turn of phrase is no alarm; what is said in passing is one."""

from __future__ import annotations

import pytest

from segue.domain.models import SafetyLevel
from segue.safety.policy import screen_by_rules
from tests.safety.in_passing import AN_ALARM
from tests.safety.reasons import NO_ALARM


@pytest.mark.parametrize("family", NO_ALARM)
def test_what_has_its_reason_beside_it_alarms_nobody(family: str) -> None:
    """Photographs that somebody took, a proposal tonight, a last day at work, mould in the flat."""
    assert [line for line in _said(NO_ALARM[family]) if screen_by_rules(line).level.is_serious] == []


@pytest.mark.parametrize("family", AN_ALARM)
def test_what_nothing_explains_or_is_said_in_passing_is_heard(family: str) -> None:
    """The same words of today, and an aside, a wound made small, a deed that a dog broke off."""
    assert [line for line in _said(AN_ALARM[family]) if not screen_by_rules(line).level.is_serious] == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("In my twenties I took an overdose.", SafetyLevel.LOW),
        ("In my twenties I took an overdose, and I've just done it again.", SafetyLevel.IMMINENT),
        ("I took a whole bottle of pills last year.", SafetyLevel.MODERATE),
        ("I took a whole bottle of pills last night.", SafetyLevel.IMMINENT),
        ("I took an overdose twenty minutes ago.", SafetyLevel.IMMINENT),
        ("I tried to kill myself at 17. I'm 45 now.", SafetyLevel.LOW),
        ("At fifteen I tried to kill myself. I'm sixteen.", SafetyLevel.MODERATE),
        ("I tried to kill myself once", SafetyLevel.MODERATE),
        ("I took them all. Goodbye.", SafetyLevel.IMMINENT),
        ("Tonight's the night.", SafetyLevel.IMMINENT),
        ("I don't trust myself with the tablets tonight.", SafetyLevel.HIGH),
    ],
)
def test_how_long_ago_it_was_decides_how_grave_it_is(text: str, level: SafetyLevel) -> None:
    """An attempt of many years back is a history; one of last year asks to be spoken of; one of tonight is danger."""
    assert screen_by_rules(text, language="en").level is level


def _said(lines: str) -> list[str]:
    return [line.strip() for line in lines.replace("|", "\n").strip().splitlines()]

"""What the rest of a sentence explains is no alarm; the same words without it, or beside what belies it, stay one."""

from __future__ import annotations

import pytest

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.policy import screen_by_rules
from segue.safety.rows.asked import ASKED_BEFORE, ASKED_NEEDS
from segue.safety.rows.explained import EXPLAINED
from segue.safety.rules import Rule
from tests.safety.everyday import EVERYDAY
from tests.safety.explained import AN_ALARM, NO_ALARM
from tests.unit.safety.sieving import passes_the_sieve_unseen


@pytest.mark.parametrize("family", NO_ALARM)
def test_what_is_explained_alarms_nobody(family: str) -> None:
    """A fair, a judo class, a good night, a pharmacy, or a no to a question: nobody is asked whether they will live."""
    assert [line for line in _said(NO_ALARM[family]) if screen_by_rules(line).level.is_serious] == []


def test_an_everyday_word_alarms_nobody() -> None:
    """Whoever mourns, cooks, plays, programs or takes what a doctor ordered is in no danger."""
    assert [line for line in _said(EVERYDAY) if screen_by_rules(line).level.is_serious] == []


@pytest.mark.parametrize("family", AN_ALARM)
def test_the_same_words_unexplained_stay_an_alarm(family: str) -> None:
    """A goodbye instead of a fair, a blow after the match, a no that was a lie."""
    assert [line for line in _said(AN_ALARM[family]) if not screen_by_rules(line).level.is_serious] == []


def test_an_absence_that_nothing_explains_is_as_grave_as_before() -> None:
    """The near time makes it imminent, and a fair beside a wish to die explains only itself."""
    levels = {
        "I won't be here tomorrow. Goodbye.": SafetyLevel.IMMINENT,
        "I want to kill myself, I won't be here tomorrow, I'm at the fair": SafetyLevel.HIGH,
        "They asked if I'd thought about suicide and I have": SafetyLevel.HIGH,
        "They asked if I'd thought about suicide; I haven't.": SafetyLevel.LOW,
    }
    said = {text: screen_by_rules(text).level for text in levels}
    assert said["I won't be here tomorrow. Goodbye."].rank >= SafetyLevel.HIGH.rank
    assert {text: level for text, level in said.items() if level.rank < levels[text].rank} == {}
    assert said["They asked if I'd thought about suicide; I haven't."] is SafetyLevel.LOW


@pytest.mark.parametrize("pattern", [(each.needs, each.beside) for each in EXPLAINED if each.beside])
def test_whatever_explains_beside_a_match_holds_a_stem_of_it(pattern: tuple[str, str]) -> None:
    """The quick look that spares the search never misses."""
    assert not passes_the_sieve_unseen(_as_rule(*pattern))


def test_whatever_asks_holds_a_stem_of_a_question() -> None:
    """The same of questions."""
    assert not passes_the_sieve_unseen(_as_rule(ASKED_NEEDS, ASKED_BEFORE))


def _said(lines: str) -> list[str]:
    return [line.strip() for line in lines.replace("|", "\n").strip().splitlines()]


def _as_rule(needs: str, pattern: str) -> Rule:
    return Rule("toy", Category.ABUSE, SafetyLevel.LOW, "en", needs, pattern)

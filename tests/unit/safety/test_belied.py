"""What explains a sentence explains nothing beside a set date, a locked door or a lie told to a nurse."""

from __future__ import annotations

import pytest

from segue.safety.policy import screen_by_rules
from segue.safety.rows.belied import BELIED
from segue.safety.rules import late_rule
from tests.safety.belied import AN_ALARM


@pytest.mark.parametrize("family", AN_ALARM)
def test_danger_beside_something_harmless_stays_an_alarm(family: str) -> None:
    """Whoever says that the date is set and names a birthday is heard, and so is a told no with more behind it."""
    assert [line for line in AN_ALARM[family].strip().splitlines() if not screen_by_rules(line).level.is_serious] == []


@pytest.mark.parametrize("words", [each.words for each in BELIED])
def test_what_belies_an_explanation_is_never_nothing(words: str) -> None:
    """An empty alternative would stand beside every match, and nothing would be explained any longer."""
    assert late_rule(rf"\b(?:{words})\b").search("") is None

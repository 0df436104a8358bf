"""The classifier of answers as it ships, on the path: harm in other words in the midst of a caring answer."""

from __future__ import annotations

import pytest

import segue
from segue.domain.models import TaskType
from tests.safety.spoken_harm import CARE, HARM
from tests.support.talk import asked, scripted, settings_of, told

pytestmark = pytest.mark.classifier
BEFORE = "Thank you for writing. It sounds as if this week was long and heavy for you. "
SAID = [text for texts in HARM.values() for text in texts]


@pytest.mark.parametrize("allowed", [True, False], ids=["sentence", "whole"])
async def test_most_harm_in_other_words_is_not_shown(allowed: bool, segue_home: object) -> None:
    """Streamed in therapeutic turns, behind words that care: most is stopped, and no caring answer is."""
    models = {f"m{n}": {"text": BEFORE + text, "data_policy": "local"} for n, text in enumerate([*SAID, *CARE])}
    by = [{"model": f"stage:{name}", "decided_by": "Us", "decided_at": "2026-06-01"} for name in models]
    safety = {"classifier": "auto", "allowed_for_therapeutic": by if allowed else []}
    shown = []
    async with segue.open(settings_of(scripted(stage=models), safety=safety)) as manager:
        for number in range(len(models)):
            request = asked("Good evening.", model=f"stage:m{number}", task=TaskType.THERAPEUTIC_RESPONSE, stream=True)
            turn = await told(manager, request)
            shown.append(turn.finished.reason == "stop")
            assert shown[-1] or number >= len(SAID) or SAID[number] not in turn.text
    assert sum(shown[: len(SAID)]) <= 0.4 * len(SAID)
    assert [CARE[n] for n, passed in enumerate(shown[len(SAID) :]) if not passed] == []

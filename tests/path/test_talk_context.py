"""The context of a talk, from a request to the model that is asked, and to the caring question."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

import pytest

import segue
from segue.config.settings import Settings
from segue.domain.models import TaskType
from segue.domain.therapy import Mode
from segue.errors import ConfigError, RequestError
from segue.pipeline.turn.turns import Asker
from tests.support.talk import asked, scripted, settings_of, told

THERAPY = TaskType.THERAPEUTIC_RESPONSE
EVENING = Asker("test", "evening")


def of(preferred: Mapping[str, tuple[str, ...]]) -> Settings:
    """Models that may answer therapeutic turns, each with the talks for which it is preferred."""
    allowed = [
        {"model": f"stage:{name}", "decided_by": "Dr. Sample", "decided_at": date(2026, 6, 1), "preferred_for": talks}
        for name, talks in preferred.items()
    ]
    models = {name: {"text": f"I am {name}."} for name in preferred}
    return settings_of(scripted(stage=models), safety={"allowed_for_therapeutic": allowed})


async def test_a_model_that_is_preferred_for_such_a_talk_is_asked_first() -> None:
    """By mode, theme or what the session went through; by name another one; the explanation says it all."""
    settings = of({"aa": (), "calm": ("reflection", "after_crisis"), "kind": ("grief",)})
    async with segue.open(settings) as models:
        ranking = models.explain(asked("The day was long.", mode=Mode.REFLECTION))
        assert str(ranking.ranked[0].card.ref) == "stage:calm"
        assert ranking.ranked[0].chosen_first == "preferred for reflection, then the session's own"
        assert "The talk: phase opening; mode reflection." in ranking.task.because
        grief = models.explain(asked("My mother passed away.", task=THERAPY))
        assert str(grief.ranked[0].card.ref) == "stage:kind"
        plain = models.explain(asked("Tell me of the sea.", mode=Mode.GAME))
        assert (plain.ranked[0].chosen_first, plain.task.context) == (None, None)
        named = models.explain(asked("The day was long.", mode=Mode.REFLECTION, model="stage:aa"))
        assert str(named.ranked[0].card.ref) == "stage:aa"
        turn = await told(models, asked("The day was long.", mode=Mode.REFLECTION), EVENING)
    assert turn.text.startswith("I am calm.")


async def test_after_a_crisis_the_talk_is_with_the_model_that_is_preferred_then() -> None:
    """The session had another one; from the moment that a clinician released it, it is with this one."""
    async with segue.open(of({"aa": (), "calm": ("after_crisis",)})) as models:
        assert (await told(models, asked("Hello.", task=THERAPY), EVENING)).text.startswith("I am aa.")
        await told(models, asked("I want to kill myself tonight."), EVENING)
        session = models._sessions.hash("test", "evening")
        await models.session_files.release(session, by="id-anna", now=datetime.now(UTC))
        assert (await told(models, asked("I slept a little.", task=THERAPY), EVENING)).text.startswith("I am calm.")


async def test_a_mode_that_is_none_is_refused_and_a_wrong_preference_is_told_at_start() -> None:
    """Both name what there is."""
    async with segue.open(of({"aa": ()})) as models:
        with pytest.raises(RequestError, match="game, reflection, skills"):
            models.chat("Hello.", mode="therapy")
    with pytest.raises((ConfigError, ValueError), match="after_crisis"):
        of({"aa": ("happiness",)})

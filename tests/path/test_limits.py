"""Limits over real turns: who passes, who is told when to come back, and that nobody in danger is refused."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from pathlib import Path

import pytest
from typing_extensions import override

import segue
from segue.app import ModelManager
from segue.domain.models import ModelRef
from segue.domain.sessions import SessionRecord
from segue.errors import RateLimitExceeded, SegueError
from segue.pipeline.turn.turns import Asker, TurnStarted
from segue.providers.scripted import ScriptedProvider
from segue.safety.replies import reply
from segue.storage.sql import SqlJournal
from tests.support.talk import Told, asked, scripted, settings_of, told

TEXT = "The lamp stayed lit."
SLOW = {"text": TEXT, "delay_s": 0.05}
DANGER = "I want to kill myself tonight."
HERE = Asker("test", "evening")


@asynccontextmanager
async def opened(home: Path, *limits: dict[str, object], **sections: object) -> AsyncIterator[ModelManager]:
    """One model that answers, and another one beside it."""
    one = {"text": TEXT, "usage": {"input_tokens": 10, "output_tokens": 5}}
    providers = scripted(one={"a": one, "slow": SLOW}, two={"b": {"text": "From the other."}})
    async with segue.open(settings_of(providers, limits=limits, **sections), home=home) as models:
        yield models


async def outcome(models: ModelManager, text: str = "Hello.", asker: Asker = HERE, **fields: object) -> Told | str:
    """A turn read to its end, or the code of its error."""
    try:
        return await told(models, asked(text, **{"model": "one:a", **fields}), asker)
    except SegueError as error:
        return error.code


def limit(scope: str, **rest: object) -> dict[str, object]:
    return {"scope": scope, **rest}


async def test_of_sixty_four_at_once_exactly_three_pass(tmp_path: Path) -> None:
    """The others are refused at once, and a minute's limit on something else is not used up by them."""
    async with opened(tmp_path, limit("global", concurrent=3), limit("caller", requests_per_minute=40)) as models:
        # Without a session nothing is waited for before the limit: all of them stand there before the first goes on.
        ends = await asyncio.gather(*(outcome(models, model="one:slow", asker=Asker("test")) for _ in range(64)))
        assert Counter(end if isinstance(end, str) else "passed" for end in ends) == {
            "passed": 3,
            "rate_limit_exceeded": 61,
        }
        assert not isinstance(await outcome(models), str), "those that passed have given their places back"


async def test_a_refusal_says_which_limit_and_when_there_is_room(tmp_path: Path) -> None:
    """The error has everything that a caller needs to come back at the right time."""
    async with opened(tmp_path, limit("caller", requests_per_minute=2)) as models:
        for _ in range(2):
            await told(models, asked("Hello.", model="one:a"), HERE)
        with pytest.raises(RateLimitExceeded) as refused:
            await told(models, asked("Hello.", model="one:a"), HERE)
    error = refused.value
    assert error.message.startswith("The limit of 2 requests a minute for the caller 'test' is reached: 2 are used")
    assert error.retry_after_s is not None
    assert 50 < error.retry_after_s <= 60


async def test_an_erased_session_stands_in_no_limit_any_more(tmp_path: Path) -> None:
    """Whoever may see the limits saw its hash there."""
    async with opened(tmp_path, limit("session", requests_per_minute=9)) as models:
        await told(models, asked("Hello.", model="one:a"), HERE)
        (standing,) = await models.limits.standings()
        await models.session_files.erase(standing.limit.scope.name)
        assert await models.limits.standings() == ()


async def test_everybody_has_a_limit_of_their_own_and_a_name_has_another(tmp_path: Path) -> None:
    """A limit without a name counts for each caller by itself; one with the name holds in its place."""
    limits = limit("caller", requests_per_minute=1), limit("caller", name="game", requests_per_minute=2)
    async with opened(tmp_path, *limits) as models:
        game = Asker("id-of-game", caller_name="game")
        ends = [await outcome(models, asker=asker) for asker in (Asker("a"), Asker("a"), Asker("b"), *[game] * 3)]
    assert [isinstance(end, str) for end in ends] == [False, True, False, False, False, True]


async def test_tokens_are_put_right_after_the_answer(tmp_path: Path) -> None:
    """The answer took 15 tokens and was thought to take more: what was not taken is there for the next."""
    async with opened(tmp_path, limit("session", tokens_per_minute=400)) as models:
        first = await outcome(models, max_tokens=300)
        assert isinstance(first, Told)
        (standing,) = await models.limits.standings()
        assert standing.used == 15
        assert not isinstance(await outcome(models, max_tokens=300), str)
        assert await outcome(models, max_tokens=500) == "rate_limit_exceeded"


@pytest.mark.parametrize(
    ("text", "is_latched"),
    [(DANGER, True), ("I can't go on like this. Everyone would be better off without me.", False)],
)
async def test_a_person_in_danger_is_never_refused(tmp_path: Path, text: str, is_latched: bool) -> None:
    """With the limit used up, words of danger are answered, and where the session is in danger from then on so is every
    turn of it; a calm session of the same caller is refused before and after."""
    async with opened(tmp_path, limit("global", requests_per_minute=1, concurrent=1)) as models:
        await told(models, asked("Hello.", model="one:a"), Asker("test", "calm"))
        assert await outcome(models, asker=Asker("test", "calm")) == "rate_limit_exceeded"
        danger = await outcome(models, text)
        assert isinstance(danger, Told)
        assert danger.text
        if is_latched:
            assert isinstance(await outcome(models, "It is raining."), Told)
        assert await outcome(models, asker=Asker("test", "calm")) == "rate_limit_exceeded"


class LateReader(SqlJournal):
    """A store that does not tell of sessions in time, so many times."""

    late_times: int

    @override
    async def session(self, session: str) -> SessionRecord | None:
        if LateReader.late_times:
            LateReader.late_times -= 1
            await asyncio.Event().wait()
        return await super().session(session)


@pytest.mark.parametrize("scope", ["global", "model"])
async def test_a_new_session_that_was_read_late_is_no_danger_and_one_in_danger_is(tmp_path: Path, scope: str) -> None:
    """Under load a store is late: limits hold all the same, and nobody in danger is refused."""
    only_one = limit(scope, requests_per_minute=1)
    sections = {"storage": {"session_deadline_s": 0.01}, "fallback": {"emergency": "never", "retry_after_s": 0.001}}
    async with opened(tmp_path, only_one, sessions={"memory_entries": 1}, **sections) as models:
        assert isinstance(models.journal, SqlJournal)
        models.journal.__class__, LateReader.late_times = LateReader, 0
        await outcome(models, DANGER, asker=Asker("test", "danger"))
        await outcome(models, asker=Asker("test", "calm"), strict=True)
        LateReader.late_times = 1
        assert await outcome(models, asker=Asker("test", "new"), strict=True) in {
            "rate_limit_exceeded",
            "all_models_failed",
        }
        assert LateReader.late_times == 0
        LateReader.late_times = 1
        assert isinstance(await outcome(models, "It is raining.", asker=Asker("test", "danger"), strict=True), Told)


async def test_one_turn_of_a_session_that_nobody_can_read_passes_and_then_words_answer(tmp_path: Path) -> None:
    """With the store gone nobody knows who was in danger: nobody is refused, and limits are no open door."""
    async with opened(
        tmp_path, limit("global", requests_per_minute=1), storage={"session_deadline_s": 0.001}
    ) as models:
        assert isinstance(models.journal, SqlJournal)
        models.journal.__class__, LateReader.late_times = LateReader, 0
        await outcome(models, asker=Asker("test"))
        LateReader.late_times = 100
        ends = [await outcome(models, asker=Asker("test", "unknown")) for _ in range(2)]
        LateReader.late_times = 0

    first, second = ends
    assert isinstance(first, Told)
    assert first.text.startswith(TEXT)
    assert isinstance(second, Told)
    assert (second.finished.model, second.finished.written_reply) == (None, "emergency")


async def test_words_of_danger_within_a_refused_turn_are_heard(tmp_path: Path) -> None:
    """A turn without a session is screened as well before it is refused: its words get the words of help."""
    async with opened(tmp_path, limit("caller", requests_per_minute=1)) as models:
        await outcome(models, asker=Asker("x"))
        answer = await outcome(models, DANGER, asker=Asker("x"))
        assert isinstance(answer, Told)
        assert answer.finished.written_reply == "crisis_now"
        assert answer.finished.model is None


async def test_a_model_at_its_limit_is_passed_over(tmp_path: Path) -> None:
    """The next one answers, and the one that was asked for stands among the attempts with the reason."""
    async with opened(
        tmp_path, limit("model", name="one:a", requests_per_minute=1), fallbacks={"one:a": ["two:b"]}
    ) as models:
        assert isinstance(first := await outcome(models), Told)
        assert isinstance(second := await outcome(models), Told)
    assert (first.text, second.text) == (TEXT, "From the other.")
    assert [(a.model, a.error_code) for a in second.finished.attempts] == [
        (ModelRef("one", "a"), "at_limit"),
        (ModelRef("two", "b"), None),
    ]


async def test_a_person_in_danger_gets_a_model_that_only_a_limit_keeps_away(tmp_path: Path) -> None:
    """It is passed over while another one could answer, and asked when that one has failed; others are told no."""
    down = {"text": "x", "fault": {"kind": "refused"}}
    settings = settings_of(
        scripted(one={"a": {"text": TEXT}}, two={"b": down}),
        limits=[limit("model", name="one:a", requests_per_minute=1)],
        fallbacks={"one:a": ["two:b"]},
        fallback={"emergency": "never"},
        safety={
            "allowed_for_therapeutic": [
                {"model": model, "decided_by": "Dr. A", "decided_at": "2026-01-01"} for model in ("one:a", "two:b")
            ]
        },
    )
    async with segue.open(settings, home=tmp_path) as models:
        assert isinstance(await outcome(models), Told)
        assert await outcome(models) == "all_models_failed"
        danger = await outcome(models, "I cut myself sometimes.", asker=Asker("x"))
    assert isinstance(danger, Told)
    assert [(str(a.model), a.error_code) for a in danger.finished.attempts] == [
        ("one:a", "at_limit"),
        ("two:b", "unreachable"),
        ("one:a", None),
    ]


async def test_whoever_is_refused_unread_is_told_where_to_find_help(tmp_path: Path) -> None:
    """While no classifier reads, rules alone cannot know that somebody is well: the refusal names help for them."""
    async with opened(
        tmp_path, limit("caller", requests_per_minute=1), safety={"classifier": "off", "country": "DE"}
    ) as models:
        await outcome(models)
        with pytest.raises(RateLimitExceeded) as refused:
            await told(models, asked("Hate myself so much, cant do it any longer", model="one:a"), HERE)
    assert reply("check_in", "en").text in refused.value.for_person
    assert "TelefonSeelsorge" in refused.value.for_person


async def test_what_is_under_way_at_the_last_model_is_waited_for(tmp_path: Path) -> None:
    """Two turns want the only model, which may have one: the second comes after the first, and neither fails."""
    async with opened(tmp_path, limit("provider", concurrent=1)) as models:
        ends = await asyncio.gather(*(outcome(models, model="one:slow", strict=True) for _ in range(3)))
    assert [end.text for end in ends if isinstance(end, Told)] == [TEXT] * 3


async def test_further_tries_count_for_the_provider(tmp_path: Path) -> None:
    """Each time that a provider is asked counts, not each turn."""
    flaky = {"text": TEXT, "fault": {"kind": "error_500", "first_calls": 1}}
    settings = settings_of(scripted(one={"a": flaky}), limits=[limit("provider", requests_per_minute=5)])
    async with segue.open(settings, home=tmp_path) as models:
        assert isinstance(await outcome(models), Told)
        (standing,) = await models.limits.standings()
        assert standing.used == 2


@pytest.mark.parametrize("scope", ["global", "provider"])
@pytest.mark.parametrize("way", ["left", "cancelled", "failed"])
async def test_a_turn_gives_back_its_place_whichever_way_it_ends(tmp_path: Path, way: str, scope: str) -> None:
    """Left in the middle, cancelled before the first word, or failed: the next one passes."""
    providers = scripted(
        one={
            "a": {"text": TEXT},
            "left": {"text": TEXT * 20, "gap_s": 0.01},
            "cancelled": {"text": TEXT, "delay_s": 30},
            "failed": {"fault": {"kind": "refused"}},
        }
    )
    settings = settings_of(providers, limits=[limit(scope, concurrent=1)], fallback={"emergency": "never"})
    async with segue.open(settings, home=tmp_path) as models:
        request = asked("Hello.", model=f"one:{way}", strict=True, stream=True)
        if way == "failed":
            assert await outcome(models, model="one:failed", strict=True) == "all_models_failed"
        elif way == "left":
            async with aclosing(models.turn(request, HERE)) as pieces:
                async for piece in pieces:
                    assert isinstance(piece, TurnStarted)
                    break
        else:
            asking = asyncio.ensure_future(told(models, request, HERE))
            stage = models.provider_of(ModelRef("one", "a"))
            assert isinstance(stage, ScriptedProvider)
            while not stage.calls["cancelled"]:
                await asyncio.sleep(0.005)
            asking.cancel()
            await asyncio.wait([asking])
        assert isinstance(await outcome(models, strict=True), Told)
        assert [s.used for s in await models.limits.standings()] == [0]


async def test_health_tells_of_limits_only_where_there_are_some(tmp_path: Path) -> None:
    """Operators see how they are counted and how often they stood in the way."""
    of_model = limit("provider", tokens_per_minute=1000)
    async with opened(tmp_path / "with", limit("caller", requests_per_minute=1), of_model) as models:
        await outcome(models)
        await outcome(models)
        (part,) = [part for part in (await models.health()).parts if part.part == "limits"]
        assert (part.state, part.found) == ("ok", "Counted in this process alone. They stood in the way once so far.")
        shown = models.metrics().decode()
        assert 'segue_limits_reached_total{what="caller.requests"} 1.0' in shown
        assert 'segue_limit_used{name="one",scope="provider",what="tokens"} 15.0' in shown
        assert 'name="test"' not in shown
    async with opened(tmp_path / "without") as models:
        assert not [part for part in (await models.health()).parts if part.part == "limits"]

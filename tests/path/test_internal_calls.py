"""Calls that no person reads: who may mark one, what is left out of it, and that nothing else is."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

import segue
from segue.domain.callers import CallerRole
from segue.domain.risk import RiskStage
from segue.errors import AllModelsFailed, NotAllowed
from segue.pipeline.turn.turns import Asker
from tests.support.gateway import RunningGateway, scripted, serving, settings_with, until
from tests.support.talk import Told, asked, settings_of, told
from tests.support.talk import scripted as providers

SAYS, HARM = "The river rose, and the ferry waited.", "You should just kill yourself tonight."
DANGER, CALM = "I want to kill myself tonight.", "Summarise: they talked about the ferry."
PROGRAM = Asker("test", "evening", may_be_internal=True)
PERSON = Asker("test", "evening")


def marked(text: str, **fields: object) -> dict[str, object]:
    return {"model": "stage:plain", "messages": [{"role": "user", "content": text}], **fields}


@pytest.fixture
def gateway(tmp_path: Path) -> Iterator[RunningGateway]:
    """A gateway with one written model, that tells people who answers."""
    settings = settings_with(scripted(plain={"text": SAYS}), disclosure={"enabled": True})
    with serving(settings, home=tmp_path / "home") as running:
        yield running


def bearer(gateway: RunningGateway, role: CallerRole) -> Mapping[str, str]:
    headers = {"authorization": f"Bearer {gateway.make_caller(f'the-{role}', role)}"}
    until(lambda: gateway.ask("/v1/models", headers=headers).status != 401)
    return headers


def test_only_a_key_of_that_role_may_mark_a_call(gateway: RunningGateway) -> None:
    """Callers, operators and whoever has no key are told which role it takes, and clinicians do not chat at all."""
    body = marked(CALM, segue={"audience": "internal"})
    for headers in ({}, *(bearer(gateway, role) for role in CallerRole if role is not CallerRole.INTERNAL)):
        refused = gateway.ask("/v1/chat/completions", body, headers=headers)
        assert (refused.status, refused.error.code) == (403, "not_allowed")
    headers = bearer(gateway, CallerRole.INTERNAL)
    assert gateway.ask("/v1/chat/completions", body, headers=headers).status == 200
    assert gateway.ask("/v1/chat/completions", marked(CALM, segue={"audience": "nobody"})).status == 400


def test_what_is_said_to_people_in_passing_is_left_out(gateway: RunningGateway) -> None:
    """No notice and no check-in line, though only rules screen; the same key's calls for a person have both."""
    headers = {**bearer(gateway, CallerRole.INTERNAL), "x-segue-session": "evening"}

    def answer(**extension: object) -> str:
        body = marked(CALM, segue={"task": "therapeutic_response", **extension})
        choices = gateway.ask("/v1/chat/completions", body, headers=headers).json["choices"]
        assert isinstance(choices, list)
        return str(choices[0]["message"]["content"])

    assert answer(audience="internal") == SAYS
    person = answer()
    assert person.startswith("You are talking with an AI") or "AI" in person.split(SAYS)[0]
    assert len(person.split(SAYS)[1]) > 20


async def test_no_field_and_no_library_call_grants_it() -> None:
    """A program that runs Segue within itself says so of who asks, not in the request."""
    async with segue.open(settings_of(providers(stage={"plain": {"text": SAYS}}))) as models:
        with pytest.raises(NotAllowed, match="made for it"):
            await models.ask(CALM, segue={"audience": "internal"})
        with pytest.raises(NotAllowed):
            await told(models, asked(CALM, audience="internal"), PERSON)
        assert (await told(models, asked(CALM, audience="internal"), PROGRAM)).text == SAYS


async def test_danger_in_an_internal_call_raises_the_session_and_the_person_reads_its_words() -> None:
    """The call itself is replaced; the person's next turn is answered with safety words, whatever it says."""
    async with segue.open(settings_of(providers(stage={"plain": {"text": SAYS}}))) as models:
        first = await told(models, asked(DANGER, audience="internal"), PROGRAM)
        assert (first.finished.reason, first.finished.attempts) == ("content_filter", ())
        next_turn = await told(models, asked("Tell me about the ferry."), PERSON)
    assert next_turn.finished.stage is RiskStage.SAFETY
    assert next_turn.finished.written_reply == "safety"
    assert SAYS not in next_turn.text


async def test_what_a_model_writes_for_nobody_is_screened_too() -> None:
    """A harmful summary is stopped."""
    async with segue.open(settings_of(providers(stage={"harm": {"text": HARM}}))) as models:
        turn = await told(models, asked(CALM, audience="internal"), PROGRAM)
    assert turn.finished.reason == "content_filter"
    assert "kill yourself" not in turn.text


async def test_internal_calls_are_no_calm_turns_and_no_answers_of_the_person() -> None:
    """Many of them do not lead out of the safety protocol, nor does a "yes" in one; the person's own turns do."""
    async with segue.open(settings_of(providers(stage={"plain": {"text": SAYS}}))) as models:

        async def says(text: str, who: Asker = PERSON, **fields: object) -> Told:
            return await told(models, asked(text, **fields), who)

        await says(DANGER)
        for _ in range(8):
            turn = await says("Yes, I am safe.", PROGRAM, audience="internal")
            assert turn.finished.stage is RiskStage.SAFETY
        turns = [await says("The door opens.") for _ in range(5)]
        assert turns[-1].finished.written_reply == "safe_now"
        await says("No.", PROGRAM, audience="internal")
        assert (await says("Yes, I'm safe now.")).finished.stage is RiskStage.FOLLOW_UP


async def test_danger_between_question_and_answer_takes_the_question_back() -> None:
    """The person was asked whether they are safe; what an internal call brought meanwhile counts before their yes."""
    async with segue.open(settings_of(providers(stage={"plain": {"text": SAYS}}))) as models:
        turns = [await told(models, asked(text), PERSON) for text in (DANGER, *["The door opens."] * 5)]
        assert turns[-1].finished.written_reply == "safe_now"
        await told(models, asked(DANGER, audience="internal"), PROGRAM)
        assert (await told(models, asked("Yes, I'm safe now."), PERSON)).finished.stage is RiskStage.SAFETY


async def test_a_program_gets_the_error_and_the_session_keeps_its_own_model() -> None:
    """Words of comfort are for people; and who wrote the summary does not become who talks with the person."""
    stage: dict[str, dict[str, object]] = {
        "one": {"text": "One."},
        "two": {"text": "Two."},
        "down": {"text": "", "fault": {"kind": "refused"}},
    }
    async with segue.open(settings_of(providers(stage=stage), fallback={"retries": 0})) as models:
        with pytest.raises(AllModelsFailed):
            await told(models, asked(CALM, audience="internal", model="stage:down", strict=True), PROGRAM)
        await told(models, asked("Hello.", model="stage:two"), PERSON)
        await told(models, asked(CALM, audience="internal", model="stage:one"), PROGRAM)
        kept = await models._sessions.known(models._sessions.hash("test", "evening"), now=datetime.now(UTC))
    assert kept is not None
    assert (str(kept.pinned), kept.moved_to, kept.turns) == ("stage:two", None, 1)

"""People are told that an AI answers, and nothing therapeutic is offered where that is not allowed."""

import json
from pathlib import Path

import segue
from segue.domain.chat import ResponseFormat, TextDelta
from segue.domain.findings import Action
from segue.domain.models import TaskType
from segue.pipeline.turn.turns import Asker
from segue.safety.replies import reply
from tests.support.gateway import RunningGateway, serving, settings_with
from tests.support.gateway import scripted as on_stage
from tests.support.talk import Told, asked, scripted, settings_of, told

ON = {"enabled": True}
START, ON_REQUEST, NOT_OFFERED = (reply(code, "en").text for code in ("ai_notice", "ai_notice_asked", "not_offered"))
SAYS = {"text": "It rained all day.", "json_text": "{}", "capabilities": ["chat", "streaming", "json_object"]}
THERAPEUTIC = TaskType.THERAPEUTIC_RESPONSE


def wording(turn: Told) -> list[str]:
    return [piece.text for piece in turn.pieces if isinstance(piece, TextDelta)]


async def test_a_session_begins_with_the_notice() -> None:
    """Once, as a paragraph before the model's words; turns without a session have none."""
    async with segue.open(settings_of(scripted(one={"a": SAYS}), disclosure=ON)) as models:
        turns = [await told(models, asked("And then?"), Asker("test", "s")) for _ in range(2)]
        alone = await told(models, asked("And then?"))
    assert [turn.text for turn in turns] == [f"{START}\n\n{SAYS['text']}", SAYS["text"]]
    assert [turn.started.notice for turn in (*turns, alone)] == [START, None, None]
    assert alone.text == SAYS["text"]


async def test_whoever_asks_is_told_in_their_language() -> None:
    """The model may say what it likes about itself: what it is stands before it."""
    async with segue.open(settings_of(scripted(one={"a": SAYS}), disclosure=ON)) as models:
        await told(models, asked("And then?"), Asker("test", "s"))
        turn = await told(models, asked("Sag mir bitte ehrlich: Bist du ein Mensch?"), Asker("test", "s"))
    assert turn.started.notice == reply("ai_notice_asked", "de").text


async def test_json_is_left_as_it_is() -> None:
    """The notice stands beside an answer that a program reads."""
    request = asked("And then?", response_format=ResponseFormat("json_object"))
    async with segue.open(settings_of(scripted(one={"a": SAYS}), disclosure=ON)) as models:
        turn = await told(models, request, Asker("test", "s"))
    assert (turn.text, turn.started.notice) == ("{}", START)


async def test_words_in_a_crisis_and_in_an_emergency_come_alone() -> None:
    """Nobody in danger reads about programs first; the notice waits for the next answer."""
    providers = scripted(one={"a": SAYS, "down": {"text": "", "fault": {"kind": "refused"}}})
    async with segue.open(settings_of(providers, disclosure=ON)) as models:
        crisis = await told(models, asked("I am going to kill myself tonight."), Asker("test", "other"))
        failed = await told(models, asked("r u real?", model="one:down", strict=True), Asker("test", "s"))
        answered = await told(models, asked("And then?", model="one:a"), Asker("test", "s"))
    assert [turn.started.notice for turn in (crisis, failed, answered)] == [None, None, ON_REQUEST]
    assert (crisis.finished.written_reply, failed.finished.written_reply) == ("crisis_now", "emergency")


def test_the_notice_over_http(tmp_path: Path) -> None:
    """The first chunk names it under `segue`, the first words are it."""
    settings = settings_with(on_stage(plain={"text": "It rained."}), disclosure=ON)
    with serving(settings, home=tmp_path) as gateway:
        heard = _events(gateway)
        whole = gateway.chat(metadata={"session_id": "other"}).json
    assert heard[0]["segue"]["notice"] == START  # type: ignore[index]
    assert heard[1]["choices"][0]["delta"]["content"] == f"{START}\n\n"  # type: ignore[index]
    assert whole["segue"]["notice"] == START  # type: ignore[index]
    assert whole["choices"][0]["message"]["content"] == f"{START}\n\nIt rained."  # type: ignore[index]


def _events(gateway: RunningGateway) -> list[dict[str, object]]:
    heard = gateway.chat(metadata={"session_id": "s"}, stream=True)
    return [json.loads(event) for event in heard.events if event != "[DONE]"]


async def test_where_it_is_forbidden_nothing_therapeutic_is_offered() -> None:
    """Therapeutic turns are answered with where to find help, without a model; others as ever."""
    async with segue.open(settings_of(scripted(one={"a": SAYS}), disclosure={"therapeutic": False})) as models:
        turn = await told(models, asked("Hello.", task=THERAPEUTIC))
        other = await told(models, asked("Tell me about the weather in Lisbon."))
        crisis = await told(models, asked("I am going to kill myself tonight.", task=THERAPEUTIC))
    assert turn.text == NOT_OFFERED
    assert (turn.started.model, turn.finished.reason, turn.finished.written_reply) == (
        None,
        "content_filter",
        "not_offered",
    )
    assert turn.finished.verdict.action is Action.REPLACE
    assert other.text == SAYS["text"]
    assert crisis.finished.written_reply == "crisis_now", "screening and its words stay on"

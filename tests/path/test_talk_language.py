"""The language of a talk: of written words, of the notice, and of the classifier, also where one turn does not tell."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from typing_extensions import override

import segue
from segue.app import ModelManager
from segue.config.settings import Settings
from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.findings import Finding, RiskScore
from segue.domain.models import SafetyLevel, TaskType
from segue.pipeline.turn.turns import Asker
from segue.safety.replies import reply
from segue.selection.word_points import points_of_letters
from tests.support.classifiers import Calm, opened_with
from tests.support.talk import Told, asked, scripted, settings_of, told

SAYS = "It rained. Do you want to say more about it?"
HERE = Asker("test", "evening")
BY_MANY = [{"model": "one:a", "decided_by": "The ethics board", "decided_at": "2026-06-01"}]


def settings(**sections: object) -> Settings:
    return settings_of(scripted(one={"a": {"text": SAYS, "data_policy": "local"}}), **sections)


async def said(models: ModelManager, *texts: str) -> list[Told]:
    """The turns of the session, each a request of its own."""
    return [await told(models, asked(text), HERE) for text in texts]


def is_in(turn: Told, language: str) -> bool:
    """Whether a turn was answered with written words of the language."""
    code = turn.finished.written_reply
    assert code is not None, "a model spoke"
    return turn.text.startswith(reply(code, language).text)


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (("ich will sterben", "nein", "Ich gehe jetzt spazieren."), "de"),
        (("quiero morir", "sí", "vale"), "es"),
        (("Je vais me tuer ce soir.", "ok"), "fr"),
        (("Vou me matar hoje.", "ok"), "pt"),
        (("I want to kill myself tonight.", "ok"), "en"),
    ],
)
async def test_somebody_in_danger_is_answered_in_their_language(texts: tuple[str, ...], language: str) -> None:
    """In that of the words that told of it, and so on while short answers follow."""
    async with segue.open(settings()) as models:
        turns = await said(models, *texts)
    assert [is_in(turn, language) for turn in turns] == [True] * len(texts)


async def test_the_language_of_the_rule_counts_where_the_words_do_not_tell() -> None:
    """Three words are too few to be sure by; the rule that knows them is of one language."""
    async with segue.open(settings()) as models:
        turns = await said(models, "envie de mourir", "ok")
    assert [is_in(turn, "fr") for turn in turns] == [True, True]


async def test_borrowed_english_words_leave_the_session_its_language() -> None:
    """English slang is written in every language."""
    async with segue.open(settings()) as models:
        turns = await said(models, "Ich will sterben.", "kms")
    assert [is_in(turn, "de") for turn in turns] == [True, True]


async def test_words_of_no_known_language_leave_the_session_its_own() -> None:
    """A list of medicines is scored as of another language, and its writer is not spoken to in English."""
    async with segue.open(settings()) as models:
        turns = await said(models, "Quiero morir.", "trankimazin orfidal lexatin diazepam", "vale")
    assert [is_in(turn, "es") for turn in turns] == [True] * 3


async def test_words_of_no_known_language_leave_a_request_without_a_session_its_own() -> None:
    """What was said before, or else the caller, tells how the person is spoken to."""
    danger = (Message(Role.USER, "Quiero morir."), Message(Role.ASSISTANT, "…"))
    newest = Message(Role.USER, "trankimazin orfidal lexatin diazepam")
    async with segue.open(settings()) as models:
        turn = await told(models, ChatRequest((*danger, newest)), Asker("test"))
    assert is_in(turn, "es")


async def test_after_a_restart_the_requests_own_history_tells(tmp_path: Path) -> None:
    """What the process remembered is gone; what the person wrote before, even long before, is there."""
    async with segue.open(settings(), home=tmp_path) as models:
        await said(models, "Ich will mich heute Nacht umbringen.")
    history = ("Ich weiß nicht, was ich machen soll, und bin sehr müde.", *["ok"] * 5)
    messages = [each for text in history for each in (Message(Role.USER, text), Message(Role.ASSISTANT, "…"))]
    async with segue.open(settings(), home=tmp_path) as models:
        turn = await told(models, ChatRequest((*messages, Message(Role.USER, "ok"))), HERE)
        after = await told(models, asked("ok"), HERE)
    assert is_in(turn, "de")
    assert is_in(after, "de"), "it is remembered again"


async def test_what_tells_a_language_is_read_before_somebody_writes() -> None:
    """Beside the start: a first turn does not wait for a file of letters."""
    points_of_letters.cache_clear()
    async with segue.open(settings()):
        for thread in threading.enumerate():
            if thread.name == "segue-rules":
                thread.join()
        assert points_of_letters.cache_info().currsize == 1


async def test_the_notice_is_in_the_language_of_the_first_words() -> None:
    """A short sentence with a word that only one language has is enough."""
    async with segue.open(settings(disclosure={"enabled": True})) as models:
        (turn,) = await said(models, "Ich gehe zum Hafen.")
    assert turn.started.notice == reply("ai_notice", "de").text


async def test_a_first_greeting_is_answered_in_its_language_and_so_are_short_words_after_it() -> None:
    """Also where a whole service is presumed to be English: the notice, and the line that names help."""
    async with segue.open(settings(disclosure={"enabled": True}, safety={"language": "en"})) as models:
        (first,) = await said(models, "Hola")
        second = await told(models, asked("ok", task=TaskType.THERAPEUTIC_RESPONSE), HERE)
    assert first.started.notice == reply("ai_notice", "es").text
    assert second.text.endswith(reply("check_in", "es").text)


@dataclass(slots=True)
class Listening(Calm):
    """One that notes which language it was told, and is calibrated for those that it was made for."""

    told: list[str | None] = field(default_factory=list)

    @override
    def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore:
        """Calm."""
        del text, findings
        self.told.append(language)
        return RiskScore(0.01, SafetyLevel.NONE, is_calibrated=language in self.languages, version=self.version)


def with_classifier() -> Settings:
    return settings(safety={"classifier": "auto", "allowed_for_therapeutic": BY_MANY})


async def test_a_short_answer_is_scored_in_the_language_of_the_session() -> None:
    """So that it is not taken for one of a language that the classifier was not made for."""
    classifier = Listening()
    models = await opened_with(lambda: classifier, with_classifier())
    async with AsyncExitStack() as stack:
        stack.push_async_exit(models)
        turns = await said(models, "Ich weiß nicht, was ich heute machen soll.", "ok", "Danke")
    assert classifier.told == ["de", "de", "de"]
    assert not any(turn.finished.verdict.is_degraded for turn in turns)


@pytest.mark.parametrize("asker", [HERE, Asker("test")], ids=["session", "no session"])
async def test_where_the_language_alone_is_in_doubt_help_is_named_once_in_six_turns(asker: Asker) -> None:
    """A talk of short words is scored as of an unknown language, which is told; a line at every turn would be noise."""
    classifier, line = Listening(), reply("check_in", None).text
    models = await opened_with(lambda: classifier, with_classifier())
    messages: list[Message] = []
    shown: list[bool] = []
    async with AsyncExitStack() as stack:
        stack.push_async_exit(models)
        for _ in range(8):
            messages.append(Message(Role.USER, "ok"))
            request = ChatRequest(tuple(messages), task=TaskType.THERAPEUTIC_RESPONSE)
            turn = await told(models, request, asker)
            assert turn.finished.verdict.is_degraded
            shown.append(turn.text.endswith(line))
            messages.append(Message(Role.ASSISTANT, SAYS))
    assert set(classifier.told) == {None}
    assert shown == [True, False, False, False, False, False, True, False]


PRESUMED = [
    (ChatRequest((Message(Role.USER, "ok"),), language="de"), {}),
    (ChatRequest((Message(Role.USER, "ok"),)), {"language": "de"}),
    (ChatRequest((Message(Role.SYSTEM, "Du erzählst eine ruhige Geschichte am Meer."), Message(Role.USER, "ok"))), {}),
    (ChatRequest((Message(Role.USER, "ok"),), language="de"), {"language": "fr"}),
]


@pytest.mark.parametrize(("request_", "safety"), PRESUMED, ids=["request", "setting", "system prompt", "request first"])
async def test_a_first_word_is_scored_in_the_language_that_the_caller_says(
    request_: ChatRequest, safety: dict[str, object]
) -> None:
    """What a request says, else the setting, else the language of the system prompt: such a turn is not degraded."""
    classifier = Listening()
    said_so = settings(safety={"classifier": "auto", "allowed_for_therapeutic": BY_MANY, **safety})
    models = await opened_with(lambda: classifier, said_so)
    async with AsyncExitStack() as stack:
        stack.push_async_exit(models)
        turn = await told(models, request_, Asker("test"))
    assert classifier.told == ["de"]
    assert not turn.finished.verdict.is_degraded


async def test_what_the_person_wrote_wins_over_what_is_configured() -> None:
    """Their words, and those of earlier turns; another language is never scored as the configured one."""
    classifier = Listening()
    said_so = settings(safety={"classifier": "auto", "allowed_for_therapeutic": BY_MANY, "language": "en"})
    models = await opened_with(lambda: classifier, said_so)
    async with AsyncExitStack() as stack:
        stack.push_async_exit(models)
        turns = await said(models, "ok", "Mis brazos duelen otra vez.", "vale", "Jag vet inte.")
    assert classifier.told == ["en", "es", "es", "sv"]
    assert [turn.finished.verdict.is_degraded for turn in turns] == [False, False, False, True]


@pytest.mark.parametrize(
    ("text", "language"),
    [("Mis brazos sangran otra vez, quiero morir.", "es"), ("Je veux disparaître, je vais me tuer ce soir.", "fr")],
)
async def test_a_plain_sentence_of_danger_is_answered_in_its_language(text: str, language: str) -> None:
    """Whatever is configured."""
    async with segue.open(settings(safety={"language": "de"})) as models:
        (turn,) = await said(models, text)
    assert is_in(turn, language)

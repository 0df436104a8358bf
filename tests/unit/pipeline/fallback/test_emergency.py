"""Every model failed: who reads written words, which words, and whose fault stays an error."""

from __future__ import annotations

from dataclasses import replace

import pytest

from segue.domain.choice import LatencyClass, Ranking, Rejected, Rejection, Sensitivity, TaskProfile
from segue.domain.findings import CLEAR, Verdict
from segue.domain.models import (
    ModelCard,
    ModelRef,
    ModelRequirements,
    ProviderType,
    SafetyLevel,
    TaskType,
)
from segue.errors import (
    AllModelsFailed,
    BadAnswer,
    ContentRefused,
    ContextTooLong,
    KeyRejected,
    ModelNotFound,
    NoModelFits,
    NotAllowed,
    PromptTooLong,
    RequestError,
    RequestRefused,
    SegueError,
    Silent,
    Stopping,
    StorageError,
    StreamCut,
    Unreachable,
    Unsupported,
    WorkerDied,
)
from segue.pipeline.fallback.emergency import Emergency, answers_with_words, emergency_reply, every_model_failed
from segue.safety.replies import reply

REF = ModelRef("stage", "a")
LANGUAGES = ("en", "es", "fr", "de", "pt")
DOWN = AllModelsFailed("No model answered.", [Unreachable("No connection.", model=REF)])
REFUSED = AllModelsFailed("No model answered.", [ContentRefused("Refused.", model=REF)])
TASK = TaskProfile(
    TaskType.GENERAL_CHAT, "en", 10, 10, LatencyClass.INTERACTIVE, Sensitivity.ORDINARY, ModelRequirements()
)
RESTS = Rejection("requirements", "It is resting.", "Wait.", not_able_now=True)
LACKS_TOOLS = Rejection("requirements", "It has no tools.", "Send none.")


def no_model_fits(*rejections: tuple[Rejection, ...]) -> NoModelFits:
    card = ModelCard(REF, ProviderType.SCRIPTED)
    ranking = Ranking(TASK, (), tuple(Rejected(card, each) for each in rejections))
    return NoModelFits("No model fits this turn.", ranking=ranking)


def failed(
    *errors: type[StreamCut | BadAnswer | PromptTooLong | Unsupported | Silent | ContentRefused],
) -> AllModelsFailed:
    return AllModelsFailed("No model answered.", [kind("It failed.", model=REF) for kind in errors])


@pytest.mark.parametrize(
    ("error", "is_ours"),
    [
        (DOWN, True),
        (REFUSED, True),
        (failed(PromptTooLong, Silent), True),
        (failed(PromptTooLong, Unsupported), False),
        (no_model_fits((RESTS,)), True),
        (no_model_fits((RESTS, LACKS_TOOLS), (RESTS,)), True),
        (no_model_fits((RESTS, LACKS_TOOLS), (LACKS_TOOLS,)), False),
        (no_model_fits(), False),
        (StreamCut("It broke off.", model=REF), True),
        (Silent("Silent.", model=REF), True),
        (WorkerDied("It died.", model=REF), True),
        (BadAnswer("Malformed.", model=REF), True),
        (KeyRejected("No.", model=REF), True),
        (ContentRefused("Refused.", model=REF), True),
        (RequestRefused("Wrong.", model=REF), False),
        (PromptTooLong("Too long.", model=REF), False),
        (RequestError("Wrong."), False),
        (ModelNotFound("Nobody."), False),
        (ContextTooLong("Too long."), False),
        (NotAllowed("No."), False),
        (Stopping("It stops."), False),
        (StorageError("It is away."), False),
        (SegueError("Something."), False),
    ],
)
def test_only_failures_of_models_are_told_in_words(error: SegueError, is_ours: bool) -> None:
    """What the caller did wrong stays an error, even for those who always want words. Covers R5.4."""
    assert every_model_failed(error) is is_ours
    assert answers_with_words(error, "always", on_failure="reply", has_session=True) is is_ours


@pytest.mark.parametrize(
    ("setting", "has_session", "in_words"),
    [
        ("sessions", True, True),
        ("sessions", False, False),
        ("always", True, True),
        ("always", False, True),
        ("never", True, False),
        ("never", False, False),
    ],
)
def test_setting_says_which_turns_get_words(setting: Emergency, has_session: bool, in_words: bool) -> None:
    """By default a conversation gets words, and a program that keeps no session the error. Covers R5.4."""
    assert answers_with_words(DOWN, setting, on_failure=None, has_session=has_session) is in_words


@pytest.mark.parametrize("setting", ["sessions", "always", "never"])
@pytest.mark.parametrize("has_session", [True, False])
def test_request_says_more_than_the_setting(setting: Emergency, has_session: bool) -> None:
    """Whoever asked for words or for the error gets what was asked for."""
    assert answers_with_words(DOWN, setting, on_failure="reply", has_session=has_session)
    assert not answers_with_words(DOWN, setting, on_failure="error", has_session=has_session)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("error", "was_shown", "code"),
    [
        (DOWN, False, "emergency"),
        (REFUSED, False, "emergency_refused"),
        (ContentRefused("Refused.", model=REF), False, "emergency_refused"),
        (failed(ContentRefused, Silent), False, "emergency"),
        (no_model_fits((RESTS,)), False, "emergency"),
        (StreamCut("It broke off.", model=REF), True, "emergency_continued"),
        (ContentRefused("Refused.", model=REF), True, "emergency_refused_continued"),
        (failed(StreamCut, ContentRefused), True, "emergency_continued"),
    ],
)
def test_words_fit_what_happened_in_the_person_s_language(
    error: SegueError, was_shown: bool, code: str, language: str
) -> None:
    """A person reads what happened in their own language, from the words that people wrote. Covers R5.4."""
    said = emergency_reply(error, language=language, verdict=CLEAR, sensitivity=None, was_shown=was_shown)

    assert (said.code, said.language, said.version) == (code, language, reply(code, language).version)
    assert said.text.startswith(reply(code, language).text)
    assert not said.is_reviewed


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("error", "level", "sensitivity", "asks"),
    [
        (DOWN, SafetyLevel.NONE, Sensitivity.ORDINARY, False),
        (DOWN, SafetyLevel.LOW, None, False),
        (DOWN, SafetyLevel.MODERATE, Sensitivity.ORDINARY, True),
        (DOWN, SafetyLevel.HIGH, None, True),
        (DOWN, SafetyLevel.NONE, Sensitivity.THERAPEUTIC, True),
        (REFUSED, SafetyLevel.NONE, Sensitivity.ORDINARY, True),
    ],
)
@pytest.mark.parametrize("was_shown", [True, False])
def test_somebody_who_may_need_help_is_asked_how_they_are(
    error: SegueError, level: SafetyLevel, sensitivity: Sensitivity | None, asks: bool, was_shown: bool, language: str
) -> None:
    """Where there was distress, where the turn is therapeutic or was refused, the words say where help is."""
    verdict: Verdict = replace(CLEAR, level=level)
    said = emergency_reply(error, language=language, verdict=verdict, sensitivity=sensitivity, was_shown=was_shown)

    assert said.text.endswith(f"\n\n{reply('check_in', language).text}") is asks


def test_language_without_words_gets_all_of_them_in_english() -> None:
    """Nobody reads two languages in one reply."""
    said = emergency_reply(DOWN, language="zh", verdict=CLEAR, sensitivity=Sensitivity.THERAPEUTIC, was_shown=False)

    assert said.text == f"{reply('emergency', 'en').text}\n\n{reply('check_in', 'en').text}"

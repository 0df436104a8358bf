"""How a turn's answer is screened and shown: in which mode, by which checks, and with which words behind it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Final

from segue.config.safety_settings import SafetySettings
from segue.domain.choice import TaskProfile
from segue.domain.findings import Action, AnswerScore, Category, Finding, Verdict
from segue.domain.models import NO_RISK, SafetyLevel
from segue.pipeline.allowed import is_guarded
from segue.pipeline.answer_hearing import AnswerHearing, HearingRules
from segue.pipeline.care import Care
from segue.pipeline.release import Release
from segue.pipeline.screening import screen_json
from segue.pipeline.streaming_mode import StreamingMode, guard_for, streaming_mode
from segue.pipeline.turn_record import TurnRecord
from segue.safety.judging import is_earlier
from segue.safety.policy import TherapeuticSafetyValidator

NOT_HEARD: Final = Verdict(
    SafetyLevel.HIGH,
    Action.STOP,
    (Finding("classifier", Category.SCREENING_FAILED, SafetyLevel.HIGH, "screening_failed"),),
    is_degraded=True,
    category=Category.SCREENING_FAILED,
)
"""The classifier of answers could not tell: it counts as found where nothing may be shown unread."""


def mode_of(turn: TurnRecord, task: TaskProfile, safety: SafetySettings) -> StreamingMode:
    """When words of the answer are shown.

    Only at its end with therapeutic answers while screening is degraded or nobody has decided which models may write
    them, and with JSON: it is of no use in part, and its escapes have to be decoded before it is read.
    """
    return _mode(turn, task, safety, in_json=_in_json(turn))


def _mode(turn: TurnRecord, task: TaskProfile, safety: SafetySettings, *, in_json: bool) -> StreamingMode:
    return streaming_mode(
        safety.streaming,
        sensitivity=task.sensitivity,
        said_level=turn.said_verdict.level,
        session_level=turn.session.risk_level if turn.session else NO_RISK,
        is_guarded=turn.needs_check_in(task) or is_guarded(task, safety),
        in_json=in_json,
    )


def line_behind(turn: TurnRecord, task: TaskProfile, care: Care) -> str:
    """Written words that follow the answer; empty where none do. To be asked once a turn: some come now and then."""
    return care.behind(turn, task) if _in_words(turn) else ""


def releases(
    turn: TurnRecord,
    task: TaskProfile,
    mode: StreamingMode,
    *,
    last_line: str,
    validator: TherapeuticSafetyValidator,
    safety: SafetySettings,
) -> Callable[[], Release]:
    """Makes the release of this turn's answer; one an answer that begins anew."""
    in_json, language = _in_json(turn), task.language
    is_therapeutic, is_degraded = task.sensitivity.is_therapeutic, turn.said_verdict.is_degraded
    hold_back_chars = max(safety.hold_back_chars, validator.span_chars)

    def screen_call(text: str) -> Verdict:
        return screen_json(validator, text, language=language, therapeutic=is_therapeutic, is_degraded=is_degraded)

    def screen_words(text: str) -> Verdict:
        return validator.screen_output(text, language=language, therapeutic=is_therapeutic, is_degraded=is_degraded)

    def screen(text: str) -> Verdict:
        before_s = time.monotonic()
        verdict = screen_call(text) if in_json else screen_words(text)
        turn.output_screened_s += time.monotonic() - before_s
        return verdict

    def screen_care(text: str) -> Verdict:
        return validator.screen_care(text, language=language, is_degraded=is_degraded)

    needs_care = _in_words(turn) and any(map(_calls_for_care, turn.said_verdict.findings))

    def new_release() -> Release:
        guard = guard_for(mode, screen, hold_back_chars=hold_back_chars)
        return Release(guard, screen_call, screen_whole=screen_care if needs_care else None, last_line=last_line)

    return new_release


def hearing_of(
    turn: TurnRecord,
    task: TaskProfile,
    *,
    last_line: str,
    validator: TherapeuticSafetyValidator,
    care: Care,
    safety: SafetySettings,
) -> AnswerHearing | None:
    """Who hears the answer once more, sentence by sentence: nobody where words are shown as they are read.

    Where nobody has decided which models may answer, an answer without a score is not shown, unless the turn was
    degraded from its beginning and names help already.
    """
    shown_as = _mode(turn, task, safety, in_json=False)
    if care.classifier is None or shown_as is StreamingMode.ROLLING:
        return None
    is_therapeutic, is_degraded = task.sensitivity.is_therapeutic, turn.said_verdict.is_degraded
    needs_line = is_therapeutic and _in_words(turn) and not last_line
    check_in = validator.check_in(task.language).text if needs_line else ""

    def verdict_on(score: AnswerScore, start: int, end: int) -> Verdict:
        return validator.on_harm(score, start, end, therapeutic=is_therapeutic, is_degraded=is_degraded)

    def screen_whole(text: str) -> Verdict:
        return validator.screen_output(text, language=task.language, therapeutic=is_therapeutic, is_degraded=True)

    rules = HearingRules(
        verdict_on,
        NOT_HEARD if is_guarded(task, safety) and not is_degraded else None,
        screen_whole,
        check_in=check_in,
        written=last_line,
        in_json=_in_json(turn),
        in_parts=shown_as is StreamingMode.SENTENCE,
    )
    return AnswerHearing(care.classifier, rules)


def _in_words(turn: TurnRecord) -> bool:
    return not turn.request.tools and not _in_json(turn)


def _in_json(turn: TurnRecord) -> bool:
    return turn.request.response_format.kind != "text"


def _calls_for_care(finding: Finding) -> bool:
    """Whether an answer has to care for what was just said. What was said earlier was answered then."""
    return finding.level.is_serious and not is_earlier(finding)

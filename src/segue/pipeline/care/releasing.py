"""How a turn's answer is screened and shown: in which mode, by which checks, and with which words behind it."""

from __future__ import annotations

import time
from typing import Final

from segue.config.safety_settings import SafetySettings
from segue.domain.choice import TaskProfile
from segue.domain.findings import Action, AnswerScore, Category, Finding, Verdict
from segue.domain.models import NO_RISK, SafetyLevel
from segue.pipeline.care.allowed import is_guarded
from segue.pipeline.care.care import Care
from segue.pipeline.release.release import Release
from segue.pipeline.release.streaming_mode import ROLLING, SENTENCE, StreamingMode, guard_for, streaming_mode
from segue.pipeline.screening.answer_hearing import AnswerHearing, HearingRules
from segue.pipeline.screening.screening import screen_json
from segue.pipeline.turn.record import TurnRecord
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


class Releases:
    """Makes the release of one turn's answer; one an answer that begins anew."""

    __slots__ = ("_hold_back_chars", "_in_json", "_is_degraded", "_is_therapeutic", "_language", "_last_line", "_mode",
                 "_needs_care", "_turn", "_validator")  # fmt: skip

    def __init__(
        self,
        turn: TurnRecord,
        task: TaskProfile,
        mode: StreamingMode,
        last_line: str,
        validator: TherapeuticSafetyValidator,
        hold_back_chars: int,
    ) -> None:
        self._turn, self._mode, self._last_line = turn, mode, last_line
        self._validator, self._hold_back_chars = validator, hold_back_chars
        self._in_json, self._language = _in_json(turn), task.language
        self._is_therapeutic, self._is_degraded = task.sensitivity.is_therapeutic, turn.said_verdict.is_degraded
        found = turn.said_verdict.findings
        self._needs_care = bool(found) and _in_words(turn) and any(map(_calls_for_care, found))

    def __call__(self) -> Release:
        """A new one."""
        guard = guard_for(self._mode, self._screen, hold_back_chars=self._hold_back_chars)
        screen_care = self._screen_care if self._needs_care else None
        return Release(guard, self._screen_call, screen_care, self._last_line)

    def _screen(self, text: str) -> Verdict:
        before_s = time.monotonic()
        verdict = self._screen_call(text) if self._in_json else self._screen_words(text)
        self._turn.output_screened_s += time.monotonic() - before_s
        return verdict

    def _screen_words(self, text: str) -> Verdict:
        return self._validator.screen_output(
            text, language=self._language, therapeutic=self._is_therapeutic, is_degraded=self._is_degraded
        )

    def _screen_call(self, text: str) -> Verdict:
        return screen_json(
            self._validator,
            text,
            language=self._language,
            therapeutic=self._is_therapeutic,
            is_degraded=self._is_degraded,
        )

    def _screen_care(self, text: str) -> Verdict:
        return self._validator.screen_care(text, language=self._language, is_degraded=self._is_degraded)


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
    if care.classifier is None:
        return None
    shown_as = _mode(turn, task, safety, in_json=False)
    if shown_as is ROLLING:
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
        in_parts=shown_as is SENTENCE,
    )
    return AnswerHearing(care.classifier, rules)


def _in_words(turn: TurnRecord) -> bool:
    return not turn.request.tools and not _in_json(turn)


def _in_json(turn: TurnRecord) -> bool:
    return turn.request.response_format.kind != "text"


def _calls_for_care(finding: Finding) -> bool:
    """Whether an answer has to care for what was just said. What was said earlier was answered then."""
    return finding.level.is_serious and not is_earlier(finding)

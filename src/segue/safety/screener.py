"""The order in which the screener asks, and where it stops. Pure.

The order is that of the Columbia-Suicide Severity Rating Scale, screener version: without thoughts of killing oneself,
method, intent and plan are not asked for, but behaviour always is. The words are our own. It stops at the first answer
that means danger: nobody is questioned further who needs help first. It is a screening aid, no assessment.
"""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Final, TypeAlias

from segue.domain.risk import Answer, Question, Screener

_AFTER: Final = {
    Question.WISH: Question.THOUGHTS,
    Question.THOUGHTS: Question.METHOD,
    Question.METHOD: Question.INTENT,
    Question.INTENT: Question.PLAN,
    Question.PLAN: Question.BEHAVIOUR,
    Question.BEHAVIOUR: Question.RECENT,
}
_DANGER: Final = frozenset({Question.INTENT, Question.PLAN, Question.RECENT})
"""A yes to one of these is high risk in the scale's own triage."""


class Outcome(StrEnum):
    """What a screening came to."""

    DANGER = "danger"
    """Intent, a plan, or behaviour within three months; or no clear "no" to these from somebody with thoughts of it."""
    CONCERN = "concern"
    """A wish, thoughts, a method or earlier behaviour; or questions that were not clearly answered."""
    NO_SIGN = "no_sign"
    """Every question that was asked was answered with a clear no."""


Next: TypeAlias = Question | Outcome


def begun(moment_us: int) -> Screener:
    """A new screening, with its first question asked."""
    return Screener(moment_us, asked=Question.WISH.value, times=1)


def answered(screener: Screener, answer: Answer, *, times: int, is_hardly: bool = False) -> tuple[Screener, Next]:
    """The screening after an answer to the question that was asked last, and what follows: a question or the outcome.

    An unclear answer is asked for again, until it was asked `times` times; then it stands, and is not a no. Where it
    then `is_hardly` a yes ("not really"), thoughts are not asked about further: it clears nothing all the same.
    """
    if not screener.asked:
        raise ValueError("No question was asked yet; begun() asks the first.")
    question = Question(screener.asked)
    if answer is Answer.UNCLEAR and screener.times < times:
        return replace(screener, times=screener.times + 1), question
    answers = list(screener.answers)
    answers[question - 1] = max(answers[question - 1], answer.value)  # another replica may have heard a yes
    screener = replace(screener, answers=tuple(answers))
    following = _following(screener, question)
    if question is Question.THOUGHTS and answer is Answer.UNCLEAR and is_hardly:
        following = Question.BEHAVIOUR
    if isinstance(following, Question):
        screener = replace(screener, asked=following.value, times=1)
    return screener, following


def _following(screener: Screener, question: Question) -> Next:
    answer = screener.answer(question)
    if question in _DANGER and (answer is Answer.YES or (answer is Answer.UNCLEAR and _has_thoughts(screener))):
        return Outcome.DANGER
    if question is Question.THOUGHTS and answer is Answer.NO:
        return Question.BEHAVIOUR
    if question is Question.RECENT or (question is Question.BEHAVIOUR and answer is Answer.NO):
        is_clear = all(given in (Answer.NO, Answer.NONE) for given in screener.answers)
        return Outcome.NO_SIGN if is_clear else Outcome.CONCERN
    return _AFTER[question]


def _has_thoughts(screener: Screener) -> bool:
    asked = (Question.THOUGHTS, Question.METHOD, Question.INTENT, Question.BEHAVIOUR)
    return any(screener.answer(question) is Answer.YES for question in asked)

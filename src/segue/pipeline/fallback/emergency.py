"""When every model failed: whether a person reads written words in place of an error, and which. Pure.

What the caller did wrong stays an error, whatever is configured: no words that blame this side would be true, and
asking again would be in vain.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal, TypeAlias

from segue.domain.chat import OnFailure
from segue.domain.choice import Sensitivity
from segue.domain.findings import Verdict
from segue.domain.resources import WrittenReply
from segue.errors import (
    AllModelsFailed,
    BudgetSpent,
    ContentRefused,
    NoModelFits,
    OverBudget,
    ProviderError,
    RateLimitExceeded,
    RequestError,
    SegueError,
)
from segue.safety.replies import reply

Emergency: TypeAlias = Literal["sessions", "always", "never"]
"""Which turns are answered with words; `fallback.emergency` explains each."""


def answers_with_words(
    error: SegueError, setting: Emergency, *, on_failure: OnFailure | None, has_session: bool
) -> bool:
    """Whether this end of a turn is told in words for a person. What the request asked for wins over the setting."""
    if _leaves_alone(error):
        return True
    if isinstance(error, BudgetSpent):  # who reads an error may mend that; words come where they were asked for
        return on_failure == "reply"
    if isinstance(error, RateLimitExceeded):
        return is_unknown(error)
    if not every_model_failed(error):
        return False
    if on_failure is not None:
        return on_failure == "reply"
    return setting == "always" or (setting == "sessions" and has_session)


def is_unknown(error: SegueError) -> bool:
    """Whether a limit stands in the way of somebody of whom nobody can read whether they were in danger before."""
    return isinstance(error, RateLimitExceeded) and error.is_crisis


def every_model_failed(error: SegueError) -> bool:
    """True when models are what failed, and not the request: before the first word, or beyond rescue after it."""
    match error:
        case AllModelsFailed(attempts=attempts):
            return not all(map(_is_about_the_request, attempts))
        case NoModelFits(ranking=ranking):
            return any(all(why.not_able_now for why in left_out.rejections) for left_out in ranking.rejected)
        case ProviderError():
            return not _is_about_the_request(error)
        case _:
            return False


def emergency_reply(
    error: SegueError,
    *,
    language: str | None,
    verdict: Verdict,
    sensitivity: Sensitivity | None,
    was_shown: bool,
    help_near: str = "",
) -> WrittenReply:
    """The words for a turn that ended with `error`; after words of the answer (`was_shown`) put a blank line first.

    A line that asks how the person is follows where screening found at least a moderate sign (`verdict` is that of
    the person's own words) or nobody knows whether they were in danger before, where the turn is therapeutic, and where
    a provider refused what the person said. `sensitivity` is None where the turn failed before it was known.
    `help_near`: the words that say where help is, of whoever may be in danger; they take the place of that line.
    """
    refused = _was_refused(error)
    said = reply(_code(error, was_shown=was_shown, refused=refused), language)
    is_grave = verdict.level.is_serious or is_unknown(error)
    if help_near:
        return replace(said, text=f"{said.text}\n\n{help_near}")
    if not (is_grave or refused or (sensitivity is not None and sensitivity.is_therapeutic)):
        return said
    return replace(said, text=f"{said.text}\n\n{reply('check_in', said.language).text}")


def _code(error: SegueError, *, was_shown: bool, refused: bool) -> str:
    code = "none_can_answer" if isinstance(error, BudgetSpent) else "emergency_refused" if refused else "emergency"
    return f"{code}_continued" if was_shown else code


def _leaves_alone(error: SegueError) -> bool:
    """Whether money is in the way of somebody who may be in danger: they read words, whatever was asked for."""
    if isinstance(error, BudgetSpent):
        return error.is_crisis
    attempts = error.attempts if isinstance(error, AllModelsFailed) else ()
    return any(isinstance(attempt, OverBudget) and attempt.is_crisis for attempt in attempts)


def _is_about_the_request(error: ProviderError) -> bool:
    """A provider's word that the request is wrong or too long."""
    return error.kind == RequestError.kind


def _was_refused(error: SegueError) -> bool:
    """True when nothing but providers' own moderation stood in the way: asking again would end the same."""
    attempts: Iterable[SegueError] = error.attempts if isinstance(error, AllModelsFailed) else (error,)
    return all(isinstance(attempt, ContentRefused) for attempt in attempts)

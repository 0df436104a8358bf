"""Asking a judge model for its opinion on doubtful words, within a deadline and the privacy rule, and failing softly:
whatever becomes of it, the verdict is never less grave than before."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Final, TypeAlias

from segue.accounting.purse import Purse
from segue.accounting.rate_limits import Held, RateLimits
from segue.config.safety_settings import SafetySettings
from segue.config.settings import PrivacySettings
from segue.domain.budgets import Payer
from segue.domain.chat import AnswerPiece, Bounds, ChatRequest, Message, TextDelta, Working
from segue.domain.findings import Verdict
from segue.domain.limits import Taken
from segue.domain.models import ModelCard, ModelRef, Privacy, narrowest
from segue.errors import ProviderError, Unreachable
from segue.events import Teller
from segue.pipeline.turn.attempt import Attempt
from segue.providers.contract import Provider
from segue.safety.judge import ANSWER_CHARS, is_doubtful, judge_messages, opinion, raised
from segue.selection.tokens import input_tokens

Ask: TypeAlias = Callable[[Sequence[Message]], Awaitable[str]]
"""Has the judge answer a conversation; its words, or as many as could be an opinion."""

ANSWER_TOKENS: Final = 300
"""Most tokens of an answer: the object that is asked for has 20, and some models think before they speak."""
FAILURES: Final = 3
"""Failures in a row after which a judge rests: else every doubtful turn would wait for one that is down."""
REST_S: Final = 30.0
"""How long it rests."""
JUDGING: Final = Payer(is_crisis=True)
"""Who pays for it: nobody in particular, and doubtful words may mean danger."""
JUDGE_TURNS: Final = "judge-"
"""How the turns are called that its calls are told of: they are nobody's."""
COUNTED: Final = ("asked", "raised", "agreed", "no_opinion", "late", "failed", "not_allowed", "resting")
"""What is counted: times asked, and what came of it; and times not asked, by privacy or while it rests."""

_log = logging.getLogger(__name__)


def accounted(
    provider_of: Callable[[ModelRef], Provider],
    ref: ModelRef,
    card_of: Callable[[ModelRef], ModelCard | None],
    *,
    purse: Purse,
    limits: RateLimits,
    teller: Teller,
) -> Ask:
    """Ask a configured model; each call is told as any other is, and budgets and limits count it. They do not stop it:
    a person may be in danger."""

    async def ask(messages: Sequence[Message]) -> str:
        provider, card = provider_of(ref), card_of(ref)
        request = _request(messages, ref, is_local=card is not None and card.is_local)
        if card is None:
            return await _said(provider, request, lambda _: None)
        tokens = input_tokens(request.messages, (), request.response_format)
        attempt = Attempt(1, card, tokens)
        attempt.hold = await purse.hold(JUDGING, card, input_tokens=tokens, max_tokens=ANSWER_TOKENS)
        place: Held | Taken | None = None
        try:
            if counted := limits.of_attempt(ref):
                place = await limits.take(counted, tokens=tokens + ANSWER_TOKENS, forced=True)
            attempt.was_sent = True
            said = await _said(provider, request, attempt.note)
        except ProviderError as error:
            attempt.error, attempt.error_code = error, error.code
            attempt.was_sent = not isinstance(error, Unreachable)
            raise
        else:
            attempt.error_code = None
            return said
        finally:
            attempt.settle()
            if isinstance(place, Held):
                used = attempt.usage
                place.end(0 if used is None else used.input_tokens + used.output_tokens)
            if attempt.hold is not None:
                purse.settle(attempt.hold, attempt.cost_micro_usd())
            teller.tell(attempt.ended(f"{JUDGE_TURNS}{secrets.token_hex(8)}", at=datetime.now(UTC)))

    return ask


def _request(messages: Sequence[Message], ref: ModelRef, *, is_local: bool) -> ChatRequest:
    bounds = Bounds(counts_as_local=is_local)
    return ChatRequest(tuple(messages), model=str(ref), stream=False, max_tokens=ANSWER_TOKENS, bounds=bounds)


async def _said(provider: Provider, request: ChatRequest, note: Callable[[AnswerPiece], None]) -> str:
    said, name = "", request.model.partition(":")[2]
    async with provider.answer(request, name) as pieces:
        async for piece in pieces:
            if isinstance(piece, Working):
                continue
            note(piece)
            said += piece.text if isinstance(piece, TextDelta) else ""
            if len(said) > ANSWER_CHARS * 2:
                break
    return said


def privacy_for_judging(rule: Privacy | None, settings: PrivacySettings) -> Privacy:
    """What may be done with words that need judging, by a turn's rule (`plan.privacy_of`): as with therapeutic ones."""
    return narrowest(rule, None if settings.default else settings.therapeutic) or Privacy.ANY


class Judge:
    """One judge model. It holds no state of any turn."""

    def __init__(
        self,
        ask: Ask,
        *,
        may_hear: Callable[[Privacy], bool],
        band: tuple[float, float],
        deadline_s: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """`may_hear`: whether a privacy rule allows to send this model anything; asked each time."""
        self._ask, self._may_hear = ask, may_hear
        self._band, self._deadline_s = band, deadline_s
        self._clock = clock
        self._failures = 0
        self._rests_until_s = float("-inf")
        self.counts: Counter[str] = Counter(dict.fromkeys(COUNTED, 0))
        """What happened since the start, by the words of COUNTED."""

    def is_wanted(self, verdict: Verdict, text: str) -> bool:
        """Whether it would be asked, if it may be."""
        return bool(text) and is_doubtful(verdict, band=self._band)

    async def judged(self, verdict: Verdict, text: str, *, privacy: Privacy) -> Verdict:
        """The verdict, graver where the judge says so; the same within `deadline_s` whatever happens.

        `text`: the person's newest words. Where it is raised, the policy has to decide anew.
        """
        if not self.is_wanted(verdict, text):
            return verdict
        if not self._may_hear(privacy):
            self.counts["not_allowed"] += 1
            return verdict
        if self._clock() < self._rests_until_s:
            self.counts["resting"] += 1
            return verdict
        said = await self._answer(text)
        if said is None:
            return verdict
        if (told := opinion(said)) is None:
            self.counts["no_opinion"] += 1
            return verdict
        graver = raised(verdict, told)
        self.counts["agreed" if graver is verdict else "raised"] += 1
        return graver

    async def _answer(self, text: str) -> str | None:
        """What it says; None where it does not answer in time, or fails."""
        self.counts["asked"] += 1
        try:
            async with asyncio.timeout(self._deadline_s):
                said = await self._ask(judge_messages(text))
        except TimeoutError:
            self._failed("late", f"no answer within {self._deadline_s:g} s")
        except Exception as error:  # noqa: BLE001 - whatever a judge does, the turn of a person in doubt goes on
            self._failed("failed", type(error).__name__)
        else:
            self._failures = 0
            return said
        return None

    def _failed(self, how: str, why: str) -> None:
        self.counts[how] += 1
        self._failures += 1
        if self._failures >= FAILURES:
            self._failures = 0
            self._rests_until_s = self._clock() + REST_S
            _log.warning("The judge failed %d times (%s) and rests for %g s.", FAILURES, why, REST_S)


def configured_judge(
    settings: SafetySettings,
    provider_of: Callable[[ModelRef], Provider],
    card_of: Callable[[ModelRef], ModelCard | None],
    *,
    purse: Purse,
    limits: RateLimits,
    teller: Teller,
) -> Judge | None:
    """The judge of the settings, which hears what a privacy rule lets its provider hear; None where there is none."""
    ref = ModelRef.parse(settings.judge) if settings.judge else None
    if ref is None:
        return None

    def may_hear(rule: Privacy) -> bool:
        card = card_of(ref)
        return card is not None and card.may_hear(rule)

    ask = accounted(provider_of, ref, card_of, purse=purse, limits=limits, teller=teller)
    return Judge(ask, may_hear=may_hear, band=settings.judge_band, deadline_s=settings.judge_s)

"""Asking models until one speaks, inside one deadline for the whole turn.

A model that fails is asked again or followed by the next one (`retrying` says which). Beside a silent one the next is
started, and beside that a third: the first to speak wins, the others are left and paid for what they took. Nothing was
shown of anybody who failed here; what follows the first word is the business of `continuation`.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping
from typing import Final

from segue.accounting.purse import Purse
from segue.config.settings import FallbackSettings, TimeSettings
from segue.domain.choice import Ranked
from segue.domain.models import ModelRef
from segue.errors import (
    AllModelsFailed,
    AtLimit,
    BudgetSpent,
    ContextTooLong,
    KeyRejected,
    LedgerAway,
    ModelGone,
    NotEnoughMemory,
    OutOfCredit,
    OverBudget,
    PromptTooLong,
    ProviderError,
    RequestRefused,
    Unsupported,
)
from segue.events import Teller
from segue.pipeline.breakers.breaker import Number
from segue.pipeline.breakers.breakers import NOT_ADMITTED, Breakers
from segue.pipeline.breakers.retry_budget import RetryBudget
from segue.pipeline.fallback.leaving import Leaving
from segue.pipeline.fallback.leg import Leg, Means
from segue.pipeline.fallback.retrying import Again, ends_turn, next_step
from segue.pipeline.limits.late_bills import LateBills
from segue.pipeline.limits.limiting import AttemptLimits
from segue.pipeline.turn.call import Call, forget_frames
from segue.pipeline.turn.lineup import Lineup
from segue.providers.contract import Provider

_OURS: Final[Mapping[type[ProviderError], str]] = {
    AtLimit: "at their limits",
    OverBudget: "over a budget",
    NotEnoughMemory: "too large for what is left of this machine's memory",
    LedgerAway: "on hard budgets that nobody can count now",
}
"""What keeps a model from being asked by our own rule, and in words."""
_NOT_AGAIN = (KeyRejected, OutOfCredit, ModelGone, RequestRefused, Unsupported)
"""Failures that asking the same model again in this turn cannot mend."""


class FallbackHandler:
    """Asks the models of a lineup. It keeps nothing of a turn, but which models refuse to go on within their words."""

    def __init__(
        self,
        *,
        times: TimeSettings,
        fallback: FallbackSettings,
        teller: Teller,
        provider_of: Callable[[ModelRef], Provider],
        breakers: Breakers,
        budget: RetryBudget,
        limits: AttemptLimits,
        purse: Purse,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        """`jitter`: 0 to 1, at random."""
        self.leaving = Leaving()
        """Models that are being left; to be entered by whoever made this."""
        self.bills = LateBills(purse, teller)
        """Answers that were left before their bill came; likewise."""
        self.purse = purse
        self._means = Means(
            times.first_token_s,
            times.whole_answer_s,
            times.gap_s,
            fallback,
            fallback.hedge_s,
            provider_of,
            breakers,
            budget,
            self.leaving,
            self.bills,
            limits,
            jitter,
            purse,
        )
        self.refuses_prefill: set[ModelRef] = set()
        """Models known to refuse an assistant message at the end."""

    async def first_to_answer(self, lineup: Lineup) -> Call:
        """The first model that speaks; its first piece waits in `first_piece`. The caller settles and closes the call.

        Every attempt stands in `lineup.attempts` as it is made. Raises AllModelsFailed with one error an attempt,
        ContextTooLong where the length was all that was wrong, or the error of an attempt that no other can mend.
        """
        while (ranked := lineup.next() or await lineup.given_back()) is not None:
            if lineup.is_too_short(ranked):
                said = "Its context is no longer than one that was too short."
                lineup.pass_over(PromptTooLong(said, model=ranked.card.ref))
                continue
            admitted = self._means.breakers.admits(ranked.card.ref)
            if admitted == NOT_ADMITTED and not lineup.waiting:
                admitted = await self._admitted_soon(ranked, lineup)
            if admitted == NOT_ADMITTED:
                lineup.pass_over(self._means.breakers.resting_error(ranked.card.ref))
                continue
            try:
                leg = Leg(ranked, lineup, self._means, admitted, self.first_to_answer)
                return await (leg.first_of_two() if lineup.waiting else leg.alone())
            except ProviderError as error:
                if self.ends_turn(error):
                    raise
                forget_frames(error)
            if not lineup.deadline.left_s:
                break
        if lineup.failures and all(isinstance(error, PromptTooLong) for error in lineup.failures):
            hint = "Send fewer messages, or configure a model with a longer context."
            raise ContextTooLong("The conversation is too long for every model.", param="messages", hint=hint)
        if lineup.failures and all(isinstance(error, Unsupported) for error in lineup.failures):
            raise lineup.failures[0]  # however often it is tried, nobody takes it
        too_dear = [error for error in lineup.failures if isinstance(error, OverBudget)]
        if too_dear and len(too_dear) == len(lineup.failures):
            raise BudgetSpent(too_dear)
        asked = f"{len(lineup.tries)} that qualify were asked" if lineup.tries else _why_nobody(lineup)
        is_ours = bool(lineup.failures) and all(isinstance(error, tuple(_OURS)) for error in lineup.failures)
        hint = "" if is_ours else "`segue doctor` says what each provider needs."
        what = "The answer broke off, and nobody went on to its end" if lineup.asking.goes_on else "No model answered"
        raise AllModelsFailed(f"{what}; {asked}.", lineup.failures, hint=hint)

    async def _admitted_soon(self, ranked: Ranked, lineup: Lineup) -> Number:
        """What the breakers give the last model, whose rest is waited for where it is as short as a Retry-After."""
        breakers, ref = self._means.breakers, ranked.card.ref
        try:
            return await breakers.admitted_within(ref, min(self._means.fallback.retry_after_s, lineup.deadline.left_s))
        except asyncio.CancelledError:
            lineup.first_again(ranked)
            raise

    def ends_turn(self, error: ProviderError) -> bool:
        """Whether no other model can mend a failure, or may."""
        return ends_turn(error, self._means.fallback)

    def may_go_on(self, error: ProviderError) -> bool:
        """Whether the model whose answer broke off may be asked to go on with it, when nobody else does."""
        return not isinstance(error, _NOT_AGAIN) and self._means.budget.may_retry(error.model.provider)

    def may_try_again(self, error: ProviderError, lineup: Lineup) -> bool:
        """Whether the model whose answer broke off may be asked from the start again in this turn."""
        ref = error.model
        step = next_step(error, self._means.fallback, tries=lineup.tries.get(ref, 0), jitter=self._means.jitter)
        return isinstance(step, Again) and self._means.budget.may_retry(ref.provider)


def _why_nobody(lineup: Lineup) -> str:
    """Why none of the models was asked."""
    if lineup.failures and all(isinstance(error, LedgerAway | OverBudget) for error in lineup.failures):
        return "nobody can say of those that qualify whether the money is there"
    found = [words for kind, words in _OURS.items() if any(isinstance(error, kind) for error in lineup.failures)]
    if not found or not all(isinstance(error, tuple(_OURS)) for error in lineup.failures):
        found.append("resting")
    return f"all that qualify are {', or '.join(found)}"

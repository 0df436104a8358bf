"""Asking models until one speaks, inside one deadline for the whole turn.

A model that fails is asked again or followed by the next one (`retrying` says which). Beside a silent one the next is
started, and beside that a third: the first to speak wins, the others are left and paid for what they took. Nothing was
shown of anybody who failed here; what follows the first word is the business of `continuation`.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from segue.config.settings import FallbackSettings, TimeSettings
from segue.domain.models import ModelRef
from segue.errors import AllModelsFailed, PromptTooLong, ProviderError, Resting
from segue.events import Teller
from segue.pipeline.breakers import NOT_ADMITTED, Breakers
from segue.pipeline.call import Call, forget_frames
from segue.pipeline.leg import Leg, Means
from segue.pipeline.lineup import Lineup
from segue.pipeline.retry_budget import RetryBudget
from segue.pipeline.retrying import Again, End, next_step
from segue.providers.contract import Provider


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
        jitter: Callable[[], float] = random.random,
    ) -> None:
        """`jitter`: 0 to 1, at random."""
        self._means = Means(times, fallback, teller, provider_of, breakers, budget, jitter)
        self.refuses_prefill: set[ModelRef] = set()
        """Models known to refuse an assistant message at the end."""

    async def first_to_answer(self, lineup: Lineup) -> Call:
        """The first model that speaks; its first piece waits in `first_piece`. The caller ends the call.

        Every attempt stands in `lineup.attempts` as it is made. Raises AllModelsFailed with one error an attempt, or
        the error of an attempt that no other model can mend.
        """
        while (ranked := lineup.next()) is not None:
            if lineup.is_too_short(ranked):
                said = "Its context is no longer than one that was too short."
                lineup.pass_over(PromptTooLong(said, model=ranked.card.ref))
                continue
            admitted = self._means.breakers.admits(ranked.card.ref)
            if admitted == NOT_ADMITTED:
                lineup.pass_over(self.resting(ranked.card.ref))
                continue
            try:
                leg = Leg(ranked, lineup, self._means, admitted=admitted, beside=self.first_to_answer)
                return await leg.first_of_two()
            except ProviderError as error:
                if self.ends_turn(error):
                    raise
                forget_frames(error)
            if not lineup.deadline.left_s:
                break
        raise AllModelsFailed(
            f"No model answered; {len(lineup.tries)} that qualify were asked.",
            lineup.failures,
            hint="`segue doctor` says what each provider needs.",
        )

    def resting(self, ref: ModelRef) -> Resting:
        """Why a model is not asked that failed too often, and how long yet where that is known."""
        why, for_s = self._means.breakers.resting().get(ref), self._means.breakers.rests_for_s(ref)
        return Resting(f"It is resting {why}." if why else "It is resting.", model=ref, retry_after_s=for_s)

    def ends_turn(self, error: ProviderError) -> bool:
        """Whether no other model can mend a failure, or may."""
        return isinstance(next_step(error, self._means.fallback, tries=1, jitter=self._means.jitter), End)

    def may_try_again(self, error: ProviderError, lineup: Lineup) -> bool:
        """Whether the model whose answer broke off may be asked from the start again in this turn."""
        ref = error.model
        step = next_step(error, self._means.fallback, tries=lineup.tries[ref], jitter=self._means.jitter)
        return isinstance(step, Again) and self._means.budget.may_retry(ref.provider)

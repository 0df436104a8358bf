"""One model's part of a turn until somebody speaks: asked, asked again where that helps, overtaken when silent."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass

from segue.accounting.purse import Purse
from segue.accounting.rate_limits import Held
from segue.accounting.worst_case import KEPT, bound_to_ask_for, dearer_fields
from segue.config.settings import FallbackSettings
from segue.domain.budgets import Hold
from segue.domain.choice import Ranked
from segue.domain.models import ModelRef, ModelStatus
from segue.domain.values import changed
from segue.errors import (
    AllModelsFailed,
    AtLimit,
    ContextTooLong,
    ProviderError,
    RateLimited,
    RequestRefused,
    Silent,
    Unsupported,
    WorkerDied,
)
from segue.pipeline.breakers.breaker import Number
from segue.pipeline.breakers.breakers import NOT_ADMITTED, Breakers
from segue.pipeline.breakers.retry_budget import RetryBudget
from segue.pipeline.fallback.leaving import Leaving
from segue.pipeline.fallback.retrying import Again, ends_turn, next_step
from segue.pipeline.fallback.silence import silent, slowness
from segue.pipeline.limits.late_bills import LateBills
from segue.pipeline.limits.limiting import AttemptLimits
from segue.pipeline.limits.paying import held
from segue.pipeline.timing.deadline import Waits
from segue.pipeline.timing.overtaking import Overtaken, Overtaking
from segue.pipeline.timing.patience import Patience
from segue.pipeline.turn.asking import Asked
from segue.pipeline.turn.attempt import Attempt
from segue.pipeline.turn.call import Call, forget_frames
from segue.pipeline.turn.lineup import Lineup
from segue.providers.contract import Provider

_LOADING = (ModelStatus.LOADABLE, ModelStatus.LOADING)
_NOT_LOADED = (*_LOADING, ModelStatus.WAITING)
TICK_S = 0.002
"""How early the loop's clock, which counts whole milliseconds, may ring for a deadline."""


@dataclass(frozen=True, slots=True)
class Means:
    """What asking models needs, the same for every turn; what each reads of the settings as plain values."""

    first_token_s: float
    whole_answer_s: float
    gap_s: float
    fallback: FallbackSettings
    hedge_s: float | None
    provider_of: Callable[[ModelRef], Provider]
    breakers: Breakers
    budget: RetryBudget
    leaving: Leaving
    bills: LateBills
    limits: AttemptLimits
    jitter: Callable[[], float]
    """0 to 1, at random."""
    purse: Purse


class Leg:
    """One model of a lineup. One of `first_of_two` and `alone` is called, once.

    Like all that every turn makes anew it takes its values by place: names would cost 900 instructions more.
    """

    def __init__(
        self,
        ranked: Ranked,
        lineup: Lineup,
        means: Means,
        admitted: Number,
        beside: Callable[[Lineup], Awaitable[Call]],
    ) -> None:
        """`admitted`: what the breakers gave for it. `beside` asks the rest of the lineup."""
        self._admitted = admitted
        self._ranked = ranked
        self._ref = ranked.card.ref
        self._lineup = lineup
        self._means = means
        self._beside = beside
        self._started_s = time.monotonic()
        self._whole_by_s = self._started_s + means.whole_answer_s - lineup.deadline.paused_s
        self._call: Call | None = None
        self._place: Held | None = None
        """What the newest try holds of limits."""
        self._again_at_s: float | None = None
        """When the newest further try began; None during the first, which is as old as the leg."""
        self._slowness = slowness(ranked, means.first_token_s)
        self._silence_s = means.first_token_s * self._slowness
        self._may_hedge = means.hedge_s is not None

    async def first_of_two(self) -> Call:
        """This model speaking, or one of the next, started beside it when it is silent; whoever is first.

        Raises a ProviderError when it failed and nobody is beside it, or nobody can mend it; AllModelsFailed when
        those beside it failed as well.
        """
        overtaking: Overtaking[Call] = Overtaking(
            self._ask_the_rest, next_s=self._until_next_s, left_s=self._left_s, is_final=_is_final
        )
        try:
            return await overtaking.wait(self._ask())
        except Overtaken:
            return await overtaking.winner()
        except TimeoutError:
            if overtaking.is_under_way:
                return await overtaking.winner()
            raise self._out_of_time() from None
        except ProviderError as error:
            if not overtaking.is_under_way or ends_turn(error, self._means.fallback):
                raise
            forget_frames(error)
            return await overtaking.winner()
        finally:
            if (task := overtaking.end(self._dispose)) is not None:
                self._means.leaving.watch(task)
                self._lineup.watch(task)

    async def alone(self) -> Call:
        """This model speaking; nobody is left who could be started beside it. Raises a ProviderError when it failed."""
        if (left_s := self._left_s()) <= 0:
            raise self._out_of_time()
        patience = Patience(left_s, self._left_s)
        try:
            return await patience.wait(self._ask())
        except TimeoutError:
            raise self._out_of_time() from None
        finally:
            patience.end()

    async def _ask_the_rest(self) -> Call:
        return await self._beside(self._lineup)

    async def _ask(self) -> Call:
        """Ask until it speaks or is not to be asked again."""
        while True:
            if self._means.limits.are_any:
                await self._take_place()
            asked = self._asked()
            hold: Hold | None = None
            if self._means.purse.concern(self._lineup.payer.own):
                asked, hold = await self._held(asked)
            if hold is not None and hold.is_hard:
                asked = self._bounded(asked)
            call = self._call = self._next_call(asked, hold)
            pause_s: float | None
            try:
                await call.first()
            except ProviderError as error:
                pause_s = self._pause_before_again(error, call)
                # A model that asked to be left alone for a while is left alone by everybody, also by this turn.
                call.settle(error, counts=pause_s is None or isinstance(error, RateLimited))
                self._lineup.failed(error, call.ranked)
                self._close(call)
                if pause_s is None:
                    raise
                forget_frames(error)
            except BaseException:
                self._leave(call)
                raise
            else:
                return call
            try:
                await asyncio.sleep(pause_s)
                await self._admit_again(was_asked_to_wait=call.attempt.error_code == RateLimited.code)
            except asyncio.CancelledError:
                # It was not at fault: it may be asked, should the first one fail.
                self._lineup.first_again(self._ranked)
                raise
            self._again_at_s = time.monotonic()

    async def _admit_again(self, *, was_asked_to_wait: bool) -> None:
        """Ask the breakers for a further try. Raises Resting where somebody else put the model to rest meanwhile.

        While others could be asked, only a Retry-After is worth waiting for somebody else's try.
        """
        breakers = self._means.breakers
        within_s = self._means.fallback.retry_after_s if was_asked_to_wait or not self._lineup.waiting else 0.0
        self._admitted = await breakers.admitted_within(self._ref, within_s)
        if self._admitted == NOT_ADMITTED:
            resting = breakers.resting_error(self._ref)
            self._lineup.pass_over(resting)
            raise resting

    async def _take_place(self) -> None:
        """Take this try from the limits of the model and its provider. Raises AtLimit."""
        means, lineup = self._means, self._lineup
        try:
            self._place = await means.limits.hold(self._ref, lineup, within_s=means.fallback.retry_after_s)
        except AtLimit as error:
            self._place = None
            self._pass_over(error)
            lineup.put_off(self._ranked)
            raise
        except asyncio.CancelledError:
            means.breakers.release(self._ref, self._admitted)
            lineup.first_again(self._ranked)
            raise

    def _close(self, call: Call) -> None:
        """Leave the model behind the path."""
        if call.is_open:
            self._means.leaving.start(call.close())

    def _dispose(self, call: Call) -> None:
        """Somebody who spoke a moment too late."""
        call.settle()
        self._close(call)

    def _asked(self) -> Asked:
        """What it is to be asked. Raises PromptTooLong where it cannot even take the last turn."""
        try:
            return self._lineup.asking.of(self._ranked)
        except ProviderError as error:
            self._pass_over(error)
            raise

    async def _held(self, asked: Asked) -> tuple[Asked, Hold | None]:
        """What may be asked, with the money for it; None where no budget counts it. Raises OverBudget or LedgerAway."""
        lineup = self._lineup
        try:
            return await held(
                self._means.purse,
                lineup.payer,
                self._ranked.card,
                asked,
                input_tokens=lineup.asking.input_tokens,
                dearer=self._dearer(asked) if asked.request.strict else self._dearer(asked) & KEPT,
            )
        except ProviderError as error:
            self._pass_over(error)
            raise
        except BaseException:
            self._give_up()
            lineup.first_again(self._ranked)
            raise

    def _bounded(self, asked: Asked) -> Asked:
        """The same as money is held for it: with that length, where nothing else bounds it, and nothing dearer."""
        most = bound_to_ask_for(self._ranked.card, asked.request.max_tokens)
        if most is not None:
            asked = changed(asked, request=changed(asked.request, max_tokens=most))
        if dearer := self._dearer(asked) - KEPT:
            self._lineup.withheld[self._ref] = dearer
            extra = {name: value for name, value in asked.request.extra.items() if name not in dearer}
            asked = changed(asked, request=changed(asked.request, extra=extra))
        return asked

    def _dearer(self, asked: Asked) -> frozenset[str]:
        """The fields that the model understands and that raise its bill."""
        extra = asked.request.extra
        return dearer_fields(extra) & self._ranked.card.passes_fields if extra else frozenset()

    def _pass_over(self, error: ProviderError) -> None:
        self._give_up()
        self._lineup.pass_over(error)

    def _give_up(self) -> None:
        """It is not asked: the breakers and the limits have it back."""
        self._means.breakers.release(self._ref, self._admitted)
        if self._place is not None:
            self._place.end(None)

    def _next_call(self, asked: Asked, hold: Hold | None) -> Call:
        lineup, means = self._lineup, self._means
        attempt = Attempt(len(lineup.attempts) + 1, self._ranked.card, lineup.asking.input_tokens, asked.lost)
        attempt.hold = hold
        attempt.shown_by_s = attempt.started_s + self._show_within_s()
        lineup.ask(attempt)
        if lineup.tries[self._ref] == 1:
            means.budget.begin(self._ref.provider)
        return Call(
            self._ranked,
            asked,
            attempt,
            means.provider_of,
            means.gap_s * self._slowness,
            self._ended,
        )

    def _show_within_s(self) -> float:
        """How long it may take until something is shown: while others could be asked, half of the turn's time."""
        lineup = self._lineup
        if lineup.shows_early and lineup.waiting:
            return max(self._silence_s, lineup.deadline.left_s / 2)
        return max(self._means.whole_answer_s, lineup.deadline.left_s)

    def _pause_before_again(self, error: ProviderError, call: Call) -> float | None:
        """How long to wait before this model is asked again; None when it is not to be."""
        if isinstance(error, RequestRefused | Unsupported) and self._lineup.asking.may_ask_otherwise(
            call.asked, self._ref
        ):
            return 0.0
        if isinstance(error, WorkerDied) and self._lineup.waiting:  # to load it anew takes longer than to ask another
            return None
        step = next_step(error, self._means.fallback, tries=self._lineup.tries[self._ref], jitter=self._means.jitter)
        if isinstance(step, Again) and step.pause_s >= self._left_s():
            return None
        # A worker is loaded anew at its own pace: nobody else's outage is made worse by it.
        if isinstance(step, Again) and (
            isinstance(error, WorkerDied) or self._means.budget.may_retry(self._ref.provider)
        ):
            return step.pause_s
        return None

    def _leave(self, call: Call) -> None:
        """It was still being waited for. One that had been silent too long failed; another may have its chance yet."""
        silent_s = time.monotonic() - (call.heard_at_s or self._again_at_s or self._started_s)
        waits, has_time = call.attempt.waits, self._lineup.deadline.left_s > TICK_S
        if has_time and (silent_s < self._silence_s - TICK_S or waits is not None or self._is_loading(_NOT_LOADED)):
            call.settle()
            self._lineup.first_again(self._ranked)
        else:
            error = self._silent(time.monotonic() - self._started_s if waits is not None else silent_s)
            self._lineup.failed(error, self._ranked)
            call.settle(error, counts=waits is None)
        self._close(call)

    def _silent(self, silent_s: float) -> Silent:
        """What is told of no word within so long."""
        waits = self._call.attempt.waits if self._call is not None else None
        if waits is None and self._is_loading(_NOT_LOADED):
            waits = Waits.LOAD
        return silent(self._ref, silent_s, waits, has_time=self._lineup.deadline.left_s > TICK_S)

    def _out_of_time(self) -> ProviderError:
        """Why this model did not speak before the turn's deadline."""
        failures = self._lineup.failures
        if not (failures and failures[-1].model == self._ref):
            self._lineup.failed(self._silent(time.monotonic() - self._started_s), self._ranked)
        return failures[-1]

    def _heard_at_s(self) -> float:
        """When it was last heard of, in signs of work too; the start of the leg where it never was."""
        heard_at_s = self._call.heard_at_s if self._call is not None else None
        return self._started_s if heard_at_s is None else heard_at_s

    def _until_next_s(self) -> float | None:
        """Seconds until the next model is to be started beside this one; None while there is none to start."""
        if not self._lineup.waiting:
            return None
        if self._is_loading():
            self._started_s = time.monotonic()  # what follows the load is silence, the load is not
            return self._silence_s
        silent_s, hedge_s = time.monotonic() - self._heard_at_s(), self._means.hedge_s
        if self._may_hedge and hedge_s is not None and hedge_s < self._silence_s:
            if silent_s < hedge_s:
                return hedge_s - silent_s
            self._may_hedge = False
            if self._means.budget.may_retry(self._lineup.waiting[0].card.ref.provider):
                return 0.0
        return self._silence_s - silent_s

    def _is_loading(self, loading: Collection[ModelStatus] = _LOADING) -> bool:
        try:
            status = self._means.provider_of(self._ref).status(self._ref.name)
        except Exception:  # noqa: BLE001 - a provider whose code fails is no reason to wait longer for it
            return False
        return status in loading

    def _left_s(self) -> float:
        """How long it may take at most. One that is asked for a whole answer speaks only when it has it all."""
        left_s = self._lineup.deadline.left_s
        if self._lineup.asking.is_streamed:
            return left_s
        return max(self._whole_by_s + self._lineup.deadline.paused_s - time.monotonic(), left_s)

    def _ended(self, call: Call, counts: bool) -> None:
        attempt, means = call.attempt, self._means
        attempt.settle()
        if self._place is not None:
            usage = attempt.counted_usage()
            self._place.end(0 if usage is None else usage.input_tokens + usage.output_tokens)
        means.bills.count(attempt, call.answer, self._lineup.turn_id)
        if attempt.error_code is None:
            means.breakers.note(self._ref, None, self._admitted)
        elif attempt.error is not None and counts:
            means.breakers.note(self._ref, attempt.error, self._admitted)
        else:
            means.breakers.release(self._ref, self._admitted)


def _is_final(error: BaseException) -> bool:
    """Whether an error of those beside ends the turn, for the one that is still silent as well."""
    return not isinstance(error, AllModelsFailed | ContextTooLong | Unsupported)

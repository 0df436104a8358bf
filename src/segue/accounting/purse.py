"""What the request path asks before it asks a model: whether the money is there; and what it tells after."""

from __future__ import annotations

import itertools
import logging
import secrets
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, assert_never

from segue.accounting.alerts import Alerts
from segue.accounting.ledger import Ledger, LedgerIsAway
from segue.accounting.periods import Calendar, begins
from segue.accounting.worst_case import rounded_up_micro_usd, worst_of_all_usd
from segue.domain.budgets import (
    ALERTS_AT,
    Account,
    Budget,
    Hold,
    Limit,
    NamedStanding,
    Payer,
    Period,
    Standing,
    crisis_debt,
)
from segue.domain.callers import CallerBudget, CallerScope
from segue.domain.models import ModelCard, ModelRef
from segue.domain.money import Price, dollars
from segue.domain.scopes import Scope, ScopeKind
from segue.errors import LedgerAway, OverBudget

DEBT: Final = Scope(ScopeKind.GLOBAL, "crisis")
"""What is lent to people in danger when budgets are spent."""
AWAY_S: Final = 1.0
"""When to come back to a gateway that cannot reach Redis: it asks there again after so long."""
KEPT_ELSEWHERE_DAYS: Final = 66
"""How long replicas may keep what a session took in a month: 35 days beyond its end."""
_RUN = secrets.token_hex(8)
_NUMBERS = itertools.count(1)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Covered:
    """One budget that a call counts against."""

    budget: Budget
    account: Account
    resets_at: datetime | None


class Purse:
    """Holds what a call may cost on every budget that it counts against, and settles it after."""

    def __init__(
        self,
        budgets: Sequence[Budget],
        ledger: Ledger,
        *,
        crisis_debt_micro_usd: int,
        alerts: Alerts,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self.budgets = tuple(budgets)
        self._ledger = ledger
        self._debt = crisis_debt(crisis_debt_micro_usd)
        self._alerts = alerts
        self._now = now
        self._calendar = Calendar()

    def concern(self, own: Budget | CallerBudget | None) -> bool:
        """Whether any budget counts the calls of somebody, whose key has this one of its own: asked of every turn."""
        return bool(self.budgets) or own is not None

    async def hold(
        self,
        payer: Payer,
        card: ModelCard,
        *,
        input_tokens: int,
        max_tokens: int | None,
        dearer: Collection[str] = (),
        others: Collection[Price] = (),
    ) -> Hold | None:
        """Hold what a call may cost at most; None where it counts against no budget.

        `others`: prices of models that may answer in its place. `dearer`: request fields that raise its bill and may
        not be left out. Raises OverBudget where that does not fit a hard budget, and LedgerAway where nobody can say.
        """
        covered = self.covered(payer, card.ref)
        if not covered:
            return None
        if payer.own is not None and self._alerts.payers.is_new(payer.own):
            self._know(payer.own, covered)
        hard = [each for each in covered if each.budget.is_hard]
        price = card.price
        if price is None or (price.is_free and all(other.is_free for other in others)):
            if price is None and hard and not payer.is_crisis:
                raise _unpriced(card, hard[0])
            return await self._soft(covered, 0)
        if dearer and hard and not payer.is_crisis:
            raise _dearer(card, hard[0], min(dearer))
        usd = worst_of_all_usd(card, price, others, input_tokens=input_tokens, max_tokens=max_tokens)
        worst = rounded_up_micro_usd(usd)
        if not hard:
            return await self._soft(covered, worst)
        hold = Hold(_new_id(), _accounts(covered), worst, is_hard=True)
        limits = [Limit(each.account, each.budget.limit_micro_usd) for each in hard]
        try:
            short = await self._ledger.reserve(hold, limits)
            if short is None:
                return hold
            if not payer.is_crisis:
                standing = self._ledger.standing(short.account)
                raise _over(card, payer, hard, short, worst, standing, is_bounded=max_tokens is not None)
            return await self._lent(card, covered, worst)
        except LedgerIsAway as error:
            if payer.is_crisis:  # nobody in danger waits for those who count
                return await self._lent(card, covered, worst, is_known=False)
            raise _away(card, is_shared=error.is_shared) from error

    def begin(self) -> None:
        """What of budgets was reached before this process began is not told again."""
        for account, standing in self._ledger.known():
            for budget in self.budgets_of(account):
                self._alerts.know(account, budget, standing.spent_micro_usd)

    def _know(self, own: Budget, covered: Sequence[Covered]) -> None:
        """The same of what a caller's key may spend by itself, which is first heard of when it asks for something."""
        for each in covered:
            if each.budget is own:
                self._alerts.know(each.account, own, self._ledger.standing(each.account).spent_micro_usd)

    def settle(self, hold: Hold, cost_micro_usd: int | None) -> None:
        """The call is over: what it cost, 0 for nothing, None where nobody knows. Returns at once."""
        self._ledger.settle(hold, cost_micro_usd)
        if cost_micro_usd != 0:
            self._alerts.look(hold.accounts, self.budgets_of, self._ledger.standing)

    def covered(self, payer: Payer, ref: ModelRef) -> list[Covered]:
        """Every budget that a call of a model counts against."""
        now, found = self._now(), []
        for budget in self.budgets if payer.own is None else (*self.budgets, payer.own):
            for scope in self._scopes(budget, payer, ref):
                span = self._calendar.span(budget.period, budget.zone, now=now)
                found.append(Covered(budget, Account(scope, budget.period, span.began_us), span.ends_at))
        return found

    def binds(self, payer: Payer, ref: ModelRef) -> bool:
        """Whether a hard budget counts a call of a model."""
        return any(each.budget.is_hard for each in self.covered(payer, ref))

    def budgets_of(self, account: Account) -> list[Budget]:
        """The budgets for which an account counts: a day of Berlin is not one of New York."""
        return [
            budget
            for budget in (*self.budgets, self._debt, *self._alerts.payers.own_budgets(account))
            if budget.period is account.period
            and budget.covers(account.scope)
            and begins(budget.period, budget.zone, account.began_us)
        ]

    def named(self) -> list[NamedStanding]:
        """How the budgets stand that are for one name, or for everything, and what is lent to people in danger."""
        now, found = self._now(), []
        for budget in (*self.budgets, self._debt):
            if budget.name is None and budget.kind is not ScopeKind.GLOBAL:
                continue  # each of them has one, and nobody bounds how many there are
            span = self._calendar.span(budget.period, budget.zone, now=now)
            account = Account(Scope(budget.kind, budget.name or ""), budget.period, span.began_us)
            found.append(NamedStanding(budget, self._ledger.standing(account), span.ends_at))
        return found

    def standing(self, account: Account) -> Standing:
        """How an account stands, as far as it is known here."""
        return self._ledger.standing(account)

    def forget_session(self, session: str) -> tuple[Account, ...]:
        """Forget what was told of a session. Every account of it that replicas may still keep."""
        scope = Scope(ScopeKind.SESSION, session)
        self._alerts.forget(scope)
        now = self._now()
        moments = [now - timedelta(days=days) for days in range(KEPT_ELSEWHERE_DAYS)]
        spans = [
            (budget.period, self._calendar.span(budget.period, budget.zone, now=moment).began_us)
            for budget in self.budgets
            if budget.kind is ScopeKind.SESSION
            for moment in moments
        ]
        return tuple(dict.fromkeys([Account(scope, period, began_us) for period, began_us in spans]))

    def _scopes(self, budget: Budget, payer: Payer, ref: ModelRef) -> Sequence[Scope]:
        kind, name = budget.kind, budget.name
        match kind:
            case ScopeKind.GLOBAL:
                return (Scope(kind),)
            case ScopeKind.PROVIDER:
                names: Sequence[str] = (ref.provider,)
            case ScopeKind.MODEL:
                names = (str(ref),)
            case ScopeKind.CALLER:
                # By its name a caller keeps a budget when its key is renewed.
                is_named = name is not None and name == payer.caller_name
                self._alerts.payers.note(payer, by_name=is_named)
                names = (name,) if is_named and name else () if payer.caller is None else (payer.caller,)
            case ScopeKind.SESSION:
                names = () if payer.session is None else (payer.session,)
            case ScopeKind.TAG:
                names = payer.tags
            case _:
                assert_never(kind)
        return [Scope(kind, each) for each in names if name is None or name == each]

    async def _soft(self, covered: Sequence[Covered], worst_micro_usd: int) -> Hold:
        hold = Hold(_new_id(), _accounts(covered), worst_micro_usd, is_hard=False)
        await self._ledger.reserve(hold, ())
        return hold

    async def _lent(
        self, card: ModelCard, covered: Sequence[Covered], worst_micro_usd: int, *, is_known: bool = True
    ) -> Hold:
        """For somebody in danger: above the budgets, as debt up to its own limit of the day.

        `is_known`: False while nobody can say what was spent; then this process lends by what it knows itself.
        """
        span = self._calendar.span(Period.DAY, "UTC", now=self._now())
        debt = Account(DEBT, Period.DAY, span.began_us)
        hold = Hold(_new_id(), (*_accounts(covered), debt), worst_micro_usd, is_hard=is_known)
        if await self._ledger.reserve(hold, (Limit(debt, self._debt.limit_micro_usd),)) is None:
            why = "A budget is spent" if is_known else "Nobody can say what is left of a budget"
            _log.warning("%s; a model is asked all the same, because a person may be in danger.", why)
            return hold
        self._alerts.turned_away(debt, self._debt, self._ledger.standing(debt).spent_micro_usd)
        raise OverBudget(
            "What is lent to people in danger is used up for today.",
            model=card.ref,
            budget="spending.crisis_debt_usd",
            resets_at=span.ends_at,
            is_crisis=True,
            hint="Raise `spending.crisis_debt_usd`, or the budgets; written words answer meanwhile.",
        )


def own_budget(scope: CallerScope, name: str) -> Budget | None:
    """What a caller's key may spend; by its name, so that it stays the same budget when the key is renewed."""
    own = scope.budget
    if own is None:
        return None
    return Budget(ScopeKind.CALLER, name, Period(own.period), own.limit_micro_usd, alert_at=ALERTS_AT)


def _accounts(covered: Sequence[Covered]) -> tuple[Account, ...]:
    """Each once: several budgets may be for one thing."""
    return tuple(dict.fromkeys([each.account for each in covered]))


def _new_id() -> str:
    return f"{_RUN}{next(_NUMBERS):010x}"


def _unpriced(card: ModelCard, covered: Covered) -> OverBudget:
    return OverBudget(
        f"Nobody knows its price, and the budget '{covered.budget.words}' is hard.",
        model=card.ref,
        budget=covered.budget.words,
        resets_at=covered.resets_at,
        hint="Write its price into the settings (`price` of the model), or make the budget soft.",
    )


def _away(card: ModelCard, *, is_shared: bool) -> LedgerAway:
    if is_shared:
        said = "Redis cannot be reached, which counts money for all gateways, and a hard budget counts this."
        hint = "See that Redis (`cache.url`) runs; free and local models are asked all the while."
        return LedgerAway(said, model=card.ref, retry_after_s=AWAY_S, hint=hint)
    said = "What it may cost can be kept neither in the store nor in the local file, and a hard budget counts this."
    hint = "See that the database (`storage.url`) answers and that SEGUE_HOME has room and can be written."
    return LedgerAway(said, model=card.ref, hint=hint)


def _dearer(card: ModelCard, covered: Covered, field: str) -> OverBudget:
    return OverBudget(
        f"With '{field}' it may cost more than its price says, and the budget '{covered.budget.words}' is hard.",
        model=card.ref,
        budget=covered.budget.words,
        resets_at=covered.resets_at,
        hint="Ask without it. Without segue.strict all but inference_geo are left out, and named in segue.ignored.",
    )


def _over(
    card: ModelCard,
    payer: Payer,
    hard: Sequence[Covered],
    short: Limit,
    worst_micro_usd: int,
    standing: Standing,
    *,
    is_bounded: bool,
) -> OverBudget:
    covered = next(
        each for each in hard if each.account == short.account and each.budget.limit_micro_usd == short.limit_micro_usd
    )
    left = max(0, short.limit_micro_usd - standing.taken_micro_usd)
    hint = OverBudget.usual_hint
    if covered.budget is payer.own:
        hint = f"This is what the caller's key may spend: segue callers change {covered.budget.name} --budget-usd …"
    if left and not is_bounded:
        hint = f"Give `max_tokens`, and less is held for the answer. {hint}"
    return OverBudget(
        f"It may cost {dollars(worst_micro_usd)}, and {dollars(left)} of the budget '{covered.budget.words}' is left.",
        model=card.ref,
        budget=covered.budget.words,
        resets_at=covered.resets_at,
        hint=hint,
    )

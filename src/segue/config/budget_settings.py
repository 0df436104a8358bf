"""The settings of money: what may be spent, for whom, and what happens when it is spent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, field_validator, model_validator

from segue.config.safety_settings import ReceiverUrl, SigningSecret
from segue.config.section import MODEL_PATTERN, NAME_PATTERN, Section
from segue.domain.budgets import ALERTS_AT, Budget, Period, crisis_debt
from segue.domain.money import to_micro_usd
from segue.domain.scopes import ScopeKind

MICRO = Decimal("0.000001")
"""The unit in which money is counted, in dollars."""
MOST_USD = Decimal(10) ** 9
"""More than this is a slip of the pen; in millionths it is well within what every store counts exactly."""

Dollars = Annotated[Decimal, Field(ge=0, le=MOST_USD, allow_inf_nan=False)]
AlertShare = Annotated[Decimal, Field(gt=0, le=10, allow_inf_nan=False)]


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("This is no time zone; write it as UTC or Europe/Berlin") from None
    return name


ZoneName = Annotated[str, Field(min_length=1, max_length=64), AfterValidator(_zone)]


class BudgetSettings(Section):
    """What may be spent at most, for one thing or for each of its kind, in every period."""

    scope: ScopeKind
    """What it is for: `global`, `provider`, `model`, `caller`, `session` or `tag` (`segue.tags` of a request)."""
    name: Annotated[str, Field(min_length=1, max_length=512)] | None = None
    """Whose it is: a provider's name, `provider:name` of a model, a caller's name or id, a tag. Empty: each of the kind
    has one of its own."""
    period: Period = Period.MONTH
    """`day`, `month`, or `total` for ever."""
    limit_usd: Dollars
    """Dollars. 0 with `hard`: only what costs nothing is asked."""
    kind: Literal["hard", "soft"] = "hard"
    """`hard`: nothing is asked that might cost more than what is left. `soft`: it is only told."""
    alert_at: tuple[AlertShare, ...] = ALERTS_AT
    """Shares of the limit at which operators are told, once a period each."""
    zone: ZoneName = "UTC"
    """Time zone in which its days and months begin, as `Europe/Berlin`."""

    @field_validator("limit_usd")
    @classmethod
    def _can_be_counted(cls, limit_usd: Decimal) -> Decimal:
        if 0 < limit_usd < MICRO:
            raise ValueError("Money is counted in millionths of a dollar: write 0.000001 or more, or 0")
        return limit_usd

    @model_validator(mode="after")
    def _names_what_it_is_for(self) -> Self:
        if self.name is None:
            return self
        if self.scope is ScopeKind.GLOBAL:
            raise ValueError("A global budget is for everything: leave its `name` out")
        if self.scope is ScopeKind.SESSION:
            raise ValueError("Sessions have no names here: leave `name` out, and each has a budget of its own")
        if self.scope is ScopeKind.MODEL and not _is_model(self.name):
            raise ValueError("A model is written `provider:name`")
        if self.scope is ScopeKind.PROVIDER and re.fullmatch(NAME_PATTERN, self.name) is None:
            raise ValueError("A provider has the name under which it stands in `providers`, as `openrouter`")
        return self

    def budget(self) -> Budget:
        """The value that the rest of Segue speaks of."""
        return Budget(
            self.scope,
            self.name,
            self.period,
            to_micro_usd(self.limit_usd),
            is_hard=self.kind == "hard",
            alert_at=self.alert_at,
            zone=self.zone,
        )


class SpendingSettings(Section):
    """What holds for all budgets."""

    crisis_debt_usd: Dollars = Decimal(5)
    """What may be spent above spent budgets, a day (UTC), on turns of people who may be in danger; then written words
    answer them."""
    webhook_url: ReceiverUrl | None = None
    """Where a signed message goes when a share of a budget is reached (`alert_at`), and when something of this machine
    is short (`resources.alerts`). Empty: the log tells."""
    webhook_secret: SigningSecret | None = None
    """What messages are signed with: `whsec_` and 24 to 64 bytes in base64; write it as `${NAME}`."""
    webhook_secret_file: Path | None = None
    """File whose first line is the secret; not together with `webhook_secret`."""


def configured(
    budgets: Iterable[BudgetSettings], spending: SpendingSettings, own: Sequence[Budget] = ()
) -> list[Budget]:
    """The budgets of the settings, what is lent to people in danger where a budget could refuse a call, and `own` of
    callers' keys."""
    found = [each.budget() for each in budgets]
    if any(budget.is_hard for budget in (*found, *own)):
        found.append(crisis_debt(to_micro_usd(spending.crisis_debt_usd)))
    return [*found, *own]


def _is_model(name: str) -> bool:
    return re.match(MODEL_PATTERN, name) is not None

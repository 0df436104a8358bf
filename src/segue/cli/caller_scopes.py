"""What narrows a caller's key, from the options of a command to a scope, and back to words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Final, Literal

import typer

from segue.domain.callers import NO_SCOPE, CallerBudget, CallerScope
from segue.domain.limits import MOST_COUNTED
from segue.domain.models import Privacy

if TYPE_CHECKING:
    from segue.domain.callers import Caller
    from segue.errors import RequestError
    from segue.storage.contract import Journal

_PATTERN: Final = re.compile(r"[^:\s\[\],]+:[^\s\[\],]+")
_BUDGET: Final = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)/(day|month|total)")
_PERIODS: Final[dict[str, Literal["day", "month", "total"]]] = {"day": "day", "month": "month", "total": "total"}
_LIFTED: Final = {
    "models": "models",
    "privacy": "privacy",
    "budget-usd": "budget",
    "requests-per-minute": "requests_per_minute",
    "tokens-per-minute": "tokens_per_minute",
    "concurrent": "concurrent",
    "expires": "expires_at",
    "internal": "is_internal",
}
"""What `--lift` takes, and the field that it empties."""

ModelsOption = Annotated[
    str | None,
    typer.Option("--models", help="Models that it may use, as 'openrouter:*,local:*'."),
]
PrivacyOption = Annotated[
    Privacy | None, typer.Option("--privacy", help="Widest rule of its turns; the settings may be narrower.")
]
BudgetOption = Annotated[
    str | None,
    typer.Option(
        "--budget-usd", help="Most that it may spend, as 5/day, 100/month, 20/total; 0/day: only what is free."
    ),
]
RequestsOption = Annotated[
    int | None,
    typer.Option("--requests-per-minute", min=1, max=MOST_COUNTED, help="Most requests within any 60 seconds."),
]
TokensOption = Annotated[
    int | None,
    typer.Option("--tokens-per-minute", min=1, max=MOST_COUNTED, help="Most tokens within any 60 seconds, in and out."),
]
ConcurrentOption = Annotated[
    int | None, typer.Option("--concurrent", min=1, max=MOST_COUNTED, help="Most requests under way at once.")
]
ExpiresOption = Annotated[
    datetime | None,
    typer.Option("--expires", formats=["%Y-%m-%d"], help="From this day on (UTC) it is refused."),
]
InternalOption = Annotated[
    bool, typer.Option("--internal", help="It may mark calls that no person reads (`segue.audience: internal`).")
]
LiftOption = Annotated[
    list[str] | None,
    typer.Option("--lift", help=f"Take away what narrows it; may be repeated: {', '.join(_LIFTED)}."),
]


def scope_of(
    *,
    models: str | None,
    privacy: Privacy | None,
    budget_usd: str | None,
    requests_per_minute: int | None,
    tokens_per_minute: int | None,
    concurrent: int | None,
    expires: datetime | None,
    internal: bool,
    before: CallerScope = NO_SCOPE,
) -> CallerScope:
    """The scope with what was given in the place of what it had before. Raises RequestError naming the option."""
    scope = before
    if models is not None:
        scope = replace(scope, models=_patterns(models))
    if privacy is not None:
        scope = replace(scope, privacy=privacy)
    if budget_usd is not None:
        scope = replace(scope, budget=_budget(budget_usd))
    if requests_per_minute is not None:
        scope = replace(scope, requests_per_minute=requests_per_minute)
    if tokens_per_minute is not None:
        scope = replace(scope, tokens_per_minute=tokens_per_minute)
    if concurrent is not None:
        scope = replace(scope, concurrent=concurrent)
    if expires is not None:
        scope = replace(scope, expires_at=_day(expires))
    return replace(scope, is_internal=True) if internal else scope


def lifted(scope: CallerScope, names: Iterable[str]) -> CallerScope:
    """The scope without what these options say. Raises RequestError for one that is none."""
    for name in names:
        field = _LIFTED.get(name.removeprefix("--"))
        if field is None:
            raise _wrong("--lift", f"'{name}' is nothing that narrows a key.", f"Known: {', '.join(_LIFTED)}.")
        scope = replace(scope, **{field: getattr(NO_SCOPE, field)})
    return scope


def scope_facts(scope: CallerScope) -> dict[str, object]:
    """A scope for programs."""
    from segue.domain.money import from_micro_usd

    budget = scope.budget
    return {
        "models": list(scope.models) or None,
        "privacy": scope.privacy,
        "budget": None
        if budget is None
        else {"usd": f"{from_micro_usd(budget.limit_micro_usd).normalize():f}", "per": budget.period},
        "requests_per_minute": scope.requests_per_minute,
        "tokens_per_minute": scope.tokens_per_minute,
        "concurrent": scope.concurrent,
        "expires_at": scope.expires_at,
        "internal": scope.is_internal,
    }


def scope_words(scope: CallerScope) -> Iterator[tuple[str, str]]:
    """What narrows it, one after the other, each with what it is called."""
    from segue.domain.money import from_micro_usd

    if scope.models:
        yield "models", ", ".join(scope.models)
    if scope.privacy is not None:
        yield "privacy", scope.privacy
    if (budget := scope.budget) is not None:
        period = "in total" if budget.period == "total" else f"a {budget.period}"
        yield "budget", f"${from_micro_usd(budget.limit_micro_usd).normalize():f} {period}"
    if scope.requests_per_minute is not None:
        yield "requests a minute", str(scope.requests_per_minute)
    if scope.tokens_per_minute is not None:
        yield "tokens a minute", str(scope.tokens_per_minute)
    if scope.concurrent is not None:
        yield "at once", str(scope.concurrent)
    if scope.expires_at is not None:
        yield "until", f"{scope.expires_at:%Y-%m-%d}"
    if scope.is_internal:
        yield "internal", "yes"


async def scope_named(journal: Journal, name: str | None) -> CallerScope:
    """The scope of an active caller's key; None: of whoever has none. Raises RequestError where nobody is called so."""
    if name is None:
        return NO_SCOPE
    found = [caller for caller in await journal.callers() if caller.name == name and caller.revoked_at is None]
    if not found:
        raise _wrong("--caller", f"No active caller is named '{name}'.", "`segue callers list` shows them.")
    return found[0].scope


def state_of(caller: Caller, now: datetime) -> str:
    """`active`, `revoked` or `expired`."""
    if caller.revoked_at is not None:
        return "revoked"
    expires_at = caller.scope.expires_at
    return "expired" if expires_at is not None and expires_at <= now else "active"


def _patterns(text: str) -> tuple[str, ...]:
    patterns = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    wrong = next((pattern for pattern in patterns if _PATTERN.fullmatch(pattern) is None), None)
    if wrong is not None:
        said = f"'{wrong}' is no pattern of a model." if len(wrong) <= 100 else "One of the patterns is none."
        raise _wrong("--models", said, "Write `provider:name`, `*` for any: 'openrouter:*,local:smollm2'.")
    if not patterns:
        raise _wrong(
            "--models", "It names no model.", "To let the key use any: segue callers change NAME --lift models"
        )
    return patterns


def _budget(text: str) -> CallerBudget:
    from decimal import Decimal

    from segue.domain.money import to_micro_usd

    match = _BUDGET.fullmatch(text.strip())
    if match is None:
        raise _wrong("--budget-usd", "That is no budget.", "Write dollars and a period: 5/day, 100/month, 20/total.")
    return CallerBudget(to_micro_usd(Decimal(match[1])), _PERIODS[match[2]])


def _day(moment: datetime) -> datetime:
    """The beginning of a day in UTC, which must not be past."""
    from datetime import UTC

    day = moment.replace(tzinfo=UTC)
    if day <= datetime.now(UTC):
        raise _wrong("--expires", "That day is past.", "Name a day to come, as 2027-01-31.")
    return day


def _wrong(option: str, what: str, hint: str) -> RequestError:
    from segue.errors import RequestError

    return RequestError(f"{option}: {what}", param=option, hint=hint)

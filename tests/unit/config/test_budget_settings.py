"""What may be written under `budgets`."""

import pytest
from pydantic import ValidationError

from segue.config.budget_settings import BudgetSettings
from segue.domain.budgets import Budget, Period
from segue.domain.scopes import ScopeKind


def test_a_budget_is_hard_and_monthly_unless_it_says_otherwise() -> None:
    """The careful side is what is not written."""
    made = BudgetSettings.model_validate({"scope": "provider", "name": "openrouter", "limit_usd": "12.50"}).budget()

    assert made.is_hard
    assert (made.kind, made.name, made.period) == (ScopeKind.PROVIDER, "openrouter", Period.MONTH)
    assert made.limit_micro_usd == 12_500_000
    assert isinstance(made, Budget)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"scope": "global", "name": "me"}, "leave its `name` out"),
        ({"scope": "session", "name": "evening"}, "Sessions have no names here"),
        ({"scope": "model", "name": "gpt"}, "written `provider:name`"),
        ({"scope": "global", "zone": "Europe/Atlantis"}, "no time zone"),
        ({"scope": "global", "limit_usd": -1}, "greater than or equal to 0"),
        ({"scope": "global", "limit_usd": "NaN"}, "finite"),
        ({"scope": "planet"}, "global"),
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, object], why: str) -> None:
    """With words that say what may stand there."""
    with pytest.raises(ValidationError, match=why):
        BudgetSettings.model_validate({"limit_usd": 1, **wrong})

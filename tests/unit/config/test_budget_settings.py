"""What may be written under `budgets`."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from segue.config.budget_settings import BudgetSettings
from segue.config.load import load_settings
from segue.domain.budgets import Budget, Period
from segue.domain.scopes import ScopeKind
from segue.errors import ConfigError


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
        ({"scope": "provider", "name": "Open Router"}, "stands in `providers`"),
        ({"scope": "global", "limit_usd": "0.0000001"}, "millionths of a dollar"),
    ],
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, object], why: str) -> None:
    """With words that say what may stand there."""
    with pytest.raises(ValidationError, match=why):
        BudgetSettings.model_validate({"limit_usd": 1, **wrong})


@pytest.mark.parametrize(
    ("entry", "why", "hint"),
    [
        ("{scope: provider, name: stge, limit_usd: 1}", "names a provider that is not configured", "'stage'"),
        ("{scope: model, name: 'stge:tale', limit_usd: 1}", "names a provider that is not configured", "'stage'"),
        ("{scope: tag, name: 'bed time', limit_usd: 1}", "No request can have the tag 'bed time'", "1 to 64"),
        ("{scope: caller, name: 'the game', limit_usd: 1}", "No caller can be named 'the game'", "hyphens"),
    ],
)
def test_a_name_that_nothing_can_have_is_refused_with_its_place(
    tmp_path: Path, entry: str, why: str, hint: str
) -> None:
    """A hard budget that protects nothing looks like one that does."""
    file = tmp_path / "segue.yaml"
    file.write_text(f"providers: {{stage: {{type: scripted}}}}\nbudgets:\n  - {entry}\n")
    with pytest.raises(ConfigError) as wrong:
        load_settings(file, env={})

    assert (wrong.value.key, wrong.value.line) == ("budgets.0.name", 3)
    assert why in wrong.value.message
    assert hint in wrong.value.hint

"""Budgets and spending as operators see them: by the command line and over HTTP."""

from __future__ import annotations

import asyncio
import csv
import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.testing import CliRunner

from segue.accounting.periods import span
from segue.accounting.reports import budget_row, named_callers, states
from segue.cli.root import app
from segue.domain.budgets import Account, Budget, Period, Standing
from segue.domain.callers import Caller, CallerRole
from segue.domain.scopes import Scope, ScopeKind
from tests.support.gateway import RunningGateway, scripted, serving, settings_with
from tests.support.midnight import wait_out_midnight

DEAR = {"input_usd_per_mtok": "1000", "output_usd_per_mtok": "2000"}
USAGE = {"input_tokens": 10, "output_tokens": 5, "cached_input_tokens": 4, "cache_write_tokens": 3}
SAID = {"text": "Hello.", "usage": USAGE, "price": DEAR}
Segue = Callable[..., str]
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
BUDGETS = [
    {"scope": "global", "period": "total", "limit_usd": "0.5"},
    {"scope": "tag", "period": "day", "limit_usd": "1", "kind": "soft"},
]


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway that has answered twice, for the tags fox and owl, and refused a third turn."""
    home = tmp_path_factory.mktemp("money")
    wait_out_midnight(margin_s=50)  # all tests of this file
    settings = settings_with(scripted(dear=SAID), budgets=BUDGETS)
    with serving(settings, home=home) as running:
        for tags in (["fox"], ["fox", "owl"]):
            heard = running.chat(model="stage:dear", max_tokens=100, segue={"tags": tags})
            assert heard.status == 200
        refused = running.chat(model="stage:dear", max_tokens=1_000)
        assert refused.status == 402
        yield running


@pytest.fixture
def segue(gateway: RunningGateway, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Segue:
    """The command line, on the gateway's store and with its budgets."""
    monkeypatch.setenv("SEGUE_HOME", str(gateway.manager.home))
    file = tmp_path / "segue.yaml"
    file.write_text(
        json.dumps(
            {"budgets": BUDGETS, "providers": {"stage": {"type": "scripted", "options": {"models": {"dear": SAID}}}}}
        )
    )
    gateway.ask("/v1/budgets")  # what was spent is written then

    def run(*arguments: str) -> str:
        outcome = CliRunner().invoke(app, [*arguments, "--config", str(file)])
        assert outcome.exit_code == 0, outcome.output
        return outcome.stdout

    return run


def test_budgets_over_http_say_what_is_spent_and_left(gateway: RunningGateway) -> None:
    """Two turns of two cents; each tag has its own."""
    told = msgspec.json.decode(gateway.ask("/v1/budgets").body, type=dict[str, list[dict[str, Any]]])
    total, fox, owl, debt = told["budgets"]

    assert (debt["scope"], debt["name"], debt["period"], debt["left_usd"]) == ("global", "crisis", "day", "5")

    assert (total["limit_usd"], total["spent_usd"], total["held_usd"], total["left_usd"]) == (
        "0.5",
        "0.04",
        "0",
        "0.46",
    )
    assert (total["resets_at"], fox["resets_at"][-15:]) == (None, "T00:00:00+00:00")
    assert [(tag["name"], tag["spent_usd"]) for tag in (fox, owl)] == [("fox", "0.04"), ("owl", "0.02")]


@pytest.mark.parametrize(
    ("by", "names"),
    [
        ("provider", {"stage": 2}),
        ("model", {"stage:dear": 2}),
        ("caller", {"loopback": 2}),
        ("tag", {"fox": 2, "owl": 1}),
        ("session", {None: 2}),
    ],
)
def test_spend_over_http_is_told_by_what_is_asked_for(gateway: RunningGateway, by: str, names: object) -> None:
    """From the records of calls, with tokens and money."""
    wait_for_records(gateway)
    told = gateway.ask(f"/v1/spend?by={by}").json
    rows: list[dict[str, object]] = told["rows"]  # type: ignore[assignment] # a list of objects

    assert {row[by]: row["calls"] for row in rows} == names
    assert {str(row["cost_usd"]) for row in rows} <= {"0.04", "0.02"}


def test_wrong_parameters_are_named(gateway: RunningGateway) -> None:
    """Nobody gets another period than they asked for."""
    for query, param in (("by=colour", "by"), ("since=soon", "since"), ("color=red", "color")):
        heard = gateway.ask(f"/v1/spend?{query}")
        assert (heard.status, heard.error.param) == (422, param)


def test_spend_as_csv_adds_up(gateway: RunningGateway, segue: Segue) -> None:
    """A line of headings, and a row a name."""
    wait_for_records(gateway)
    rows = list(csv.DictReader(StringIO(segue("spend", "--by", "day", "--format", "csv"))))

    told = ("calls", "input_tokens", "cached_input_tokens", "cache_write_tokens", "cost_usd")
    assert [tuple(row[name] for name in told) for row in rows] == [("2", "20", "8", "6", "0.04")]


def test_budgets_at_the_terminal_show_what_is_left(segue: Segue) -> None:
    """The same figures, for people and for programs."""
    told = json.loads(segue("budgets", "--json"))

    assert [budget["left_usd"] for budget in told["budgets"]] == ["0.46", "0.96", "0.98", "5"]
    assert "global crisis debt" in segue("budgets")
    assert "$0.46" in segue("budgets")


def test_an_estimate_gives_what_is_expected_and_the_worst_case(segue: Segue) -> None:
    """A quarter more input, and the whole limit of the answer."""
    asked = "models", "cost", "stage:dear", "--input-tokens", "100", "--output-tokens", "50", "--max-tokens", "200"
    (estimate,) = json.loads(segue(*asked, "--json"))["estimates"]

    assert (estimate["expected_usd"], estimate["worst_usd"]) == ("0.2", "0.525")
    assert "$0.525" in segue(*asked)


def test_an_estimate_of_a_conversation_counts_its_words(segue: Segue, tmp_path: Path) -> None:
    """A file as it would be sent; its own limit holds."""
    file = tmp_path / "talk.json"
    file.write_text(json.dumps({"messages": [{"role": "user", "content": "Tell me a story."}], "max_tokens": 30}))
    (estimate,) = json.loads(segue("models", "cost", "stage:dear", "--file", str(file), "--json"))["estimates"]

    assert estimate["worst_output_tokens"] == 30
    assert 5 < estimate["input_tokens"] < 30


def wait_for_records(gateway: RunningGateway) -> None:
    """Records are written behind the path."""
    manager = gateway.manager

    async def settled() -> None:
        await manager.broadcast.settled()
        await manager._writer.flush()

    asyncio.run_coroutine_threadsafe(settled(), gateway.loop).result(60)


def test_a_keys_own_budget_stands_beside_those_of_the_settings(segue: Segue, gateway: RunningGateway) -> None:
    """Operators see what it may spend and what it has spent, at the terminal and over HTTP."""
    segue("callers", "create", "game", "--budget-usd", "5/day")

    shown = next(line for line in segue("budgets").splitlines() if "game" in line)
    assert shown.split()[:7] == ["caller", "game", "day", "hard", "$5", "$0", "$0"]
    assert "$0; $0 are held, $5 left" in segue("callers", "show", "game")
    told = msgspec.json.decode(gateway.ask("/v1/budgets?limit=1").body, type=dict[str, list[dict[str, Any]]])
    assert [(state["scope"], state["name"]) for state in told["budgets"]] == [
        ("global", None),
        ("tag", "fox"),
        ("global", "crisis"),
        ("caller", "game"),
    ]
    assert gateway.ask("/v1/budgets?limit=none").status == 422


def test_each_caller_is_told_by_name_and_no_account_stands_under_another_budget() -> None:
    """What a caller spends by name, for a budget of their own, is not what each may spend."""
    each = Budget(ScopeKind.CALLER, None, Period.DAY, 1_000_000)
    own = Budget(ScopeKind.CALLER, "game", Period.DAY, 9_000_000)
    spent = {
        Account(Scope(ScopeKind.CALLER, name), Period.DAY, span(Period.DAY, "UTC", now=NOW).began_us): Standing(dear)
        for name, dear in (("id1", 1), ("id2", 2), ("game", 3))
    }
    callers = [Caller(id_, name, CallerRole.CALLER, "", NOW) for id_, name in (("id1", "game"), ("id2", "tales"))]
    found = named_callers(states([each, own], spent, now=NOW), callers)

    assert [(row.budget, row.name, row.standing.spent_micro_usd) for row in found] == [
        (each, "tales", 2),
        (each, "game", 1),
        (own, "game", 3),
    ]
    assert [budget_row(row)[0] for row in found] == ["caller tales (each)", "caller game (each)", "caller game"]

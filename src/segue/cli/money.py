"""`segue budgets`, `segue spend` and `segue models cost`: what may be spent, what was, and what a call would take."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from segue.cli.moments import moment
from segue.cli.options import ConfigOption, JsonOption, open_briefly, run, settings
from segue.domain.spending import SpendBy
from segue.errors import RequestError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from segue.accounting.reports import BudgetState
    from segue.config.load import Loaded
    from segue.domain.models import ModelCard
    from segue.domain.spending import Spent

Format = Literal["table", "csv", "json"]
_WHEN = "a date, a moment (2026-11-26T08:00Z), or a length as 24h, 7d, 4w."


def budgets(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Every budget, those of callers' keys too: what is spent, held and left, and when it begins anew.

    Sessions are shown by their keyed hash. A running gateway writes what it spends within a second.
    """
    from segue.accounting.reports import BUDGET_COLUMNS, budget_facts, budget_row
    from segue.cli.printing import print_json, print_table

    loaded = settings(config)
    found = run(_states(loaded))
    if as_json:
        print_json({"budgets": [budget_facts(state) for state in found]})
    elif not found:
        typer.echo("There are none: `budgets` in the settings says what may be spent.")
    else:
        print_table(BUDGET_COLUMNS, map(budget_row, found))


def spend(
    by: Annotated[SpendBy, typer.Option(help="What the rows are.")] = SpendBy.MODEL,
    since: Annotated[str | None, typer.Option(help=f"From when on: {_WHEN} Otherwise 30 days ago.")] = None,
    until: Annotated[str | None, typer.Option(help=f"Until before when: {_WHEN} Otherwise now.")] = None,
    form: Annotated[Format, typer.Option("--format", help="How it is printed.")] = "table",
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """What was spent, by the records of calls; these are kept for `storage.keep_calls_days`. Days are those of UTC."""
    from segue.accounting.reports import SPEND_COLUMNS, spend_facts, spend_row
    from segue.cli.printing import print_json, print_table

    first, last = moment(since or "30d"), moment(until) or datetime.now(UTC)
    assert first is not None, "it was written"
    if first >= last:
        raise RequestError("`--since` has to be before `--until`.", param="since", hint="Change one of the two.")
    rows = run(_spent(settings(config), by, since=first, until=last))
    if as_json or form == "json":
        told = {"by": by, "since": first, "until": last}
        print_json({**told, "rows": [spend_facts(row, by=by) for row in rows]})
    elif form == "csv":
        _print_csv([spend_facts(row, by=by) for row in rows], by)
    elif not rows:
        typer.echo("Nothing was asked in that time.")
    else:
        print_table((by.value, *SPEND_COLUMNS), map(spend_row, rows))


def cost(
    models: Annotated[list[str], typer.Argument(metavar="MODEL...", help="Models, as provider:name.")],
    input_tokens: Annotated[int | None, typer.Option(min=1, help="Tokens of the prompt.")] = None,
    output_tokens: Annotated[int | None, typer.Option(min=0, help="Tokens of the answer that are expected.")] = None,
    max_tokens: Annotated[int | None, typer.Option(min=1, help="The request's own limit of the answer.")] = None,
    file: Annotated[
        Path | None,
        typer.Option(
            help="A request, or a list of messages, in OpenAI's form; its tokens are estimated.", dir_okay=False
        ),
    ] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """What a call would cost: what is expected, and the worst case that a hard budget holds for it.

    Without a limit of the request the model's own holds, and without that 8,192 tokens. Nothing is asked.
    """
    from segue.cli.printing import print_json, print_table

    if (file is None) is (input_tokens is None):
        hint = "As `segue models cost openai:gpt-4o --input-tokens 2000 --output-tokens 300`."
        raise RequestError("Give either --input-tokens or --file.", param="input_tokens", hint=hint)
    prompt, expected, limit = (input_tokens or 0, output_tokens, max_tokens)
    if file is not None:
        prompt, guessed, own_limit = _read(file)
        expected, limit = output_tokens if output_tokens is not None else guessed, max_tokens or own_limit
    cards = run(_cards(settings(config), models))
    found = [_estimated(card, prompt, expected, limit) for card in cards]
    if as_json:
        print_json({"estimates": found})
        return
    headings = ("model", "input tokens", "output tokens", "expected", "at most", "price")
    print_table(headings, (tuple(map(str, _row(estimate))) for estimate in found))


async def _states(loaded: Loaded) -> Sequence[BudgetState]:
    from segue.accounting.reports import MOST_ACCOUNTS, kept_standings, named_callers, own_budgets, states
    from segue.app import open_journal
    from segue.config.budget_settings import configured

    now = datetime.now(UTC)
    async with open_journal(loaded.settings) as journal:
        callers = await journal.callers()
        budgets = configured(loaded.settings.budgets, loaded.settings.spending, own_budgets(callers))
        kept = await kept_standings(journal, budgets, most=MOST_ACCOUNTS, now=now)
    return named_callers(states(budgets, kept, now=now), callers)


async def _spent(loaded: Loaded, by: SpendBy, *, since: datetime, until: datetime) -> Sequence[Spent]:
    from segue.accounting.reports import with_names
    from segue.app import open_journal

    async with open_journal(loaded.settings) as journal:
        rows = await journal.spent(by, since=since, until=until)
        return with_names(rows, await journal.callers()) if by is SpendBy.CALLER else rows


async def _cards(loaded: Loaded, names: Sequence[str]) -> list[ModelCard]:
    """The models by name, with their prices. Raises RequestError."""

    found: list[ModelCard] = []
    async with open_briefly(loaded) as manager:
        for name in names:
            first = manager.registry.resolve(name).first
            card = manager.registry.card(first[0]) if first else None
            if card is None:
                hint = "Write it as provider:name; `segue models list` has the names."
                raise RequestError(f"'{name}' names no single model.", param="MODEL", hint=hint)
            found.append(card)
    return found


def _read(file: Path) -> tuple[int, int, int | None]:
    """Tokens of a request's prompt, those that are expected of its answer, and its own limit. Raises RequestError."""
    import json

    from segue.pipeline.request.library import read_request
    from segue.selection.analysis import analyze

    hint = 'It holds [{"role": "user", "content": "…"}], or a request with such `messages`.'
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise RequestError(f"The file cannot be read: {error.strerror}.", param="file", hint=hint) from error
    except ValueError:
        raise RequestError("The file is no JSON.", param="file", hint=hint) from None
    fields = {"messages": said} if isinstance(said, list) else said
    if not isinstance(fields, dict) or not isinstance(fields.get("messages"), list):
        raise RequestError("The file holds no conversation.", param="file", hint=hint)
    rest = {name: value for name, value in fields.items() if name not in {"messages", "model"}}
    request = read_request(fields["messages"], model="auto", session=None, fields=rest).request
    task = analyze(request)
    return task.input_tokens, task.output_tokens, request.max_tokens


def _estimated(card: ModelCard, prompt: int, expected: int | None, limit: int | None) -> dict[str, object]:
    from segue.accounting.worst_case import estimate, worst_of_all_usd

    found = estimate(card, input_tokens=prompt, max_tokens=limit, output_tokens=expected)
    price = card.price
    others = [other for _, other in card.stand_ins if other is not None]
    return {
        "model": str(card.ref),
        "input_tokens": found.input_tokens,
        "output_tokens": found.output_tokens,
        "expected_usd": None if price is None else f"{found.expected_usd(price).normalize():f}",
        "worst_input_tokens": found.worst_input_tokens,
        "worst_output_tokens": found.worst_output_tokens,
        "is_output_known": found.is_output_known,
        "worst_usd": None
        if price is None
        else f"{worst_of_all_usd(card, price, others, input_tokens=prompt, max_tokens=limit).normalize():f}",
        "price_source": None if price is None else price.source,
        "price_as_of": None if price is None else price.as_of,
    }


def _row(told: Mapping[str, object]) -> tuple[object, ...]:
    source = "unknown" if told["price_source"] is None else told["price_source"]
    as_of = "" if told["price_as_of"] is None else f", {told['price_as_of']}"
    return (
        told["model"],
        f"{told['input_tokens']} (at most {told['worst_input_tokens']})",
        f"{told['output_tokens']} (at most {told['worst_output_tokens']})",
        "unknown" if told["expected_usd"] is None else f"${told['expected_usd']}",
        "unknown" if told["worst_usd"] is None else f"${told['worst_usd']}",
        f"{source}{as_of}",
    )


def _print_csv(rows: Sequence[Mapping[str, object]], by: SpendBy) -> None:
    """With a line of headings, also where there is nothing."""
    import csv

    from segue.accounting.reports import spend_facts
    from segue.domain.spending import Spent

    headings = list(spend_facts(Spent("", 0, 0, 0, 0, 0, 0, 0, 0), by=by))
    writer = csv.DictWriter(sys.stdout, headings, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)

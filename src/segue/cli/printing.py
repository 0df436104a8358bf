"""How values come out: as JSON for programs, as tables for people."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from segue.domain.foreign_text import shown_lines

if TYPE_CHECKING:
    from segue.domain.choice import Ranking
    from segue.domain.models import ModelCard
    from segue.errors import ConfigError, SegueError


def print_json(value: object) -> None:
    """One JSON document; values of ours become objects, money becomes text, sets become sorted lists."""
    import msgspec

    data = msgspec.json.encode(value, enc_hook=_plain, order="sorted")
    sys.stdout.write(msgspec.json.format(data, indent=2).decode() + "\n")


def _plain(value: object) -> object:
    from segue.domain.models import ModelRef

    if isinstance(value, ModelRef):
        return str(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")


def print_table(headings: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
    """A table as wide as the terminal, whole lines when piped; without headings it begins with its first row."""
    from rich.console import Console
    from rich.table import Table

    names = tuple(headings)
    table = Table(*names, box=None, pad_edge=False, header_style="bold", show_header=bool(names))
    for row in rows:
        table.add_row(*map(shown_lines, row))
    width = None if sys.stdout.isatty() else 240
    Console(file=sys.stdout, width=width, highlight=False, markup=False).print(table)


def error_facts(error: SegueError) -> dict[str, object]:
    """An error as JSON shows it; who was asked and every wrong setting, where it is about those."""
    from segue.errors import AllModelsFailed, ConfigError, ProviderError

    told: dict[str, object] = {
        "code": error.code,
        "message": error.message,
        "hint": error.hint or None,
        "param": error.param,
    }
    if isinstance(error, AllModelsFailed | ProviderError):
        attempts = error.attempts if isinstance(error, AllModelsFailed) else (error,)
        told["attempts"] = [
            {"model": str(e.model), "code": e.code, "reason": e.message, "status": e.status} for e in attempts
        ]
    elif isinstance(error, ConfigError):
        told |= {"param": error.key or None, "problems": config_problems(error)}
    return {"error": told}


def config_problems(error: ConfigError) -> list[dict[str, object]]:
    """Every wrong setting with its place."""
    return [
        {"file": str(e.file) if e.file else None, "line": e.line, "key": e.key, "message": e.message, "hint": e.hint}
        for e in (error, *error.others)
    ]


def card_facts(card: ModelCard) -> dict[str, object]:
    """A model as JSON shows it: None where it is unknown."""
    price = card.price
    return {
        "model": str(card.ref),
        "provider_type": card.provider_type,
        "status": card.status,
        "missing": card.missing,
        "label": card.label,
        "is_demonstration": card.is_demonstration,
        "in_auto": card.in_auto,
        "is_local": card.is_local,
        "is_free": card.is_free,
        "data_policy": card.data_policy,
        "context_tokens": card.context_tokens,
        "max_output_tokens": card.max_output_tokens,
        "expires_on": card.expires_on,
        "size_bytes": card.size_bytes,
        "capabilities": sorted(card.capabilities),
        "probed_on": card.probed_on,
        "languages": sorted(card.languages) if card.languages else None,
        "input_usd_per_mtok": None if price is None else str(price.input_usd_per_mtok),
        "output_usd_per_mtok": None if price is None else str(price.output_usd_per_mtok),
        "price_source": None if price is None else price.source,
        "price_as_of": None if price is None else price.as_of,
    }


def price_words(card: ModelCard) -> str:
    """A price in a table: dollars a million tokens, in and out."""
    if card.price is None:
        return "unknown"
    if card.price.is_free:
        return "free"
    return f"${_short(card.price.input_usd_per_mtok)} / ${_short(card.price.output_usd_per_mtok)}"


def _short(amount: Decimal) -> str:
    return f"{amount.normalize():f}"


def ranking_facts(ranking: Ranking) -> dict[str, object]:
    """A choice as JSON shows it."""
    task = ranking.task
    return {
        "task": {
            "task": task.task,
            "language": task.language,
            "input_tokens": task.input_tokens,
            "output_tokens": task.output_tokens,
            "latency": task.latency,
            "sensitivity": task.sensitivity,
            "privacy": task.requirements.privacy,
            "context": task.context,
            "because": list(task.because),
        },
        "ranked": [
            {
                "model": str(ranked.card.ref),
                "label": ranked.card.label,
                "total": round(ranked.total, 4),
                "chosen_first": ranked.chosen_first,
                "recent_calls": ranked.metrics.calls,
                "recent_failures": ranked.metrics.failures,
                "last_error": ranked.metrics.last_error_code,
                "scores": [{"criterion": s.criterion, "value": s.value, "because": s.because} for s in ranked.scores],
            }
            for ranked in ranking.ranked
        ],
        "rejected": [
            {
                "model": str(rejected.card.ref),
                "reasons": [
                    {"criterion": r.criterion, "reason": r.reason, "hint": r.hint, "adapts": r.adapts}
                    for r in rejected.rejections
                ],
            }
            for rejected in ranking.rejected
        ],
    }


def ranking_lines(ranking: Ranking) -> Iterable[str]:
    """A choice in words: the task, the models in order with their scores, the others with their reasons."""
    task = ranking.task
    yield f"Task: {task.task}, {task.sensitivity}, language {task.language or 'not told'}"
    yield from (f"  {reason}" for reason in task.because)
    for place, ranked in enumerate(ranking.ranked, start=1):
        label = f" ({ranked.card.label})" if ranked.card.label else ""
        first = f"; {ranked.chosen_first}" if ranked.chosen_first else ""
        yield f"{place}. {ranked.card.ref}{label}: {ranked.total:.2f}{first}"
        for score in ranked.scores:
            value = "unknown" if score.value is None else f"{score.value:.2f}"
            yield f"     {score.criterion} {value}: {score.because}"
        if (lately := ranked.metrics).failures:
            yield f"     failed {lately.failures} of its last {lately.calls} calls, last with {lately.last_error_code}"
    for rejected in ranking.rejected:
        yield f"-  {rejected.card.ref} is left out:"
        yield from (f"     {r.criterion}: {r.reason} {r.hint}" for r in rejected.rejections)

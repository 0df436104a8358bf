"""`segue models`: every way to get a model, and how one is chosen."""

from __future__ import annotations

from typing import Annotated

import typer

from segue.cli.options import ConfigOption, JsonOption, ModelOption, SystemOption, run, settings
from segue.domain.therapy import Mode

app = typer.Typer(help="Which models there are, and which one a turn would get.", no_args_is_help=True)


@app.command(name="list")
def list_models(
    provider: Annotated[str | None, typer.Option(help="Only this provider's.")] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Every model, whether it is usable now, and what is missing where it is not."""
    from segue.app import open as open_models
    from segue.cli.printing import card_facts, price_words, print_json, print_table
    from segue.errors import RequestError

    models = open_models(settings(config))
    run(models.keys.look())
    known = {card.ref.provider for card in models.cards()}
    if provider is not None and provider not in models.providers_health():
        raise RequestError(f"No provider is named '{provider}'.", hint=f"Known: {', '.join(sorted(known))}.")
    cards = [card for card in models.cards() if provider in (None, card.ref.provider)]
    if as_json:
        print_json({"models": [card_facts(card) for card in cards]})
        return
    rows = (
        (
            str(card.ref),
            card.status,
            "here" if card.is_local else "elsewhere",
            price_words(card),
            "unknown" if card.context_tokens is None else f"{card.context_tokens:,}",
            "; ".join(filter(None, (card.label, card.missing))),
        )
        for card in cards
    )
    print_table(("model", "status", "runs", "price in / out per million", "context", "note"), rows)


@app.command()
def show(
    name: Annotated[str, typer.Argument(help="The model, as provider:name.")],
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """All that is known of one model; what is not known says so."""
    from segue.app import open as open_models
    from segue.cli.printing import card_facts, print_json, print_table

    models = open_models(settings(config))
    run(models.keys.look())
    ref = models.registry.resolve(name).first[0]
    facts = card_facts(next(card for card in models.cards() if card.ref == ref))
    if as_json:
        print_json(facts)
        return
    print_table((), ((key, _words(key, value)) for key, value in facts.items()))


def _words(key: str, value: object) -> str:
    if value is None:
        return "-" if key in ("label", "missing") else "unknown"
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


@app.command()
def explain(
    text: Annotated[str, typer.Argument(help="What a person might say.")],
    task: Annotated[str | None, typer.Option(help="The kind of work, as therapeutic_response.")] = None,
    mode: Annotated[Mode | None, typer.Option(help="What is asked for (`segue.mode`).")] = None,
    model: ModelOption = "auto",
    system: SystemOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Which models would be asked for a text, in which order and why, and why the others were left out."""
    from segue.domain.chat import ChatRequest, Message, Role
    from segue.domain.models import TaskType
    from segue.errors import RequestError

    if not text.strip():
        raise RequestError("The text is empty.", param="text", hint="Write it after `segue models explain`.")
    if task is not None and task not in list(TaskType):
        raise RequestError(f"There is no task '{task}'.", param="task", hint=f"Known: {', '.join(TaskType)}.")
    before = (Message(Role.SYSTEM, system),) if system else ()
    request = ChatRequest(
        (*before, Message(Role.USER, text)),
        model=model,
        task=TaskType(task) if task is not None else None,
        mode=mode,
    )
    run(_explain(request, config, as_json=as_json))


async def _explain(request: object, config: object, *, as_json: bool) -> None:
    from pathlib import Path

    from segue.app import open as open_models
    from segue.cli.printing import print_json, ranking_facts, ranking_lines
    from segue.domain.chat import ChatRequest
    from segue.domain.findings import Action

    assert isinstance(request, ChatRequest)
    assert config is None or isinstance(config, Path)
    async with open_models(settings(config)) as models:
        verdict = await models.screen(request)
        ranking = models.explain(request, verdict=verdict)
    is_replaced = verdict.action is Action.REPLACE
    if as_json:
        screening = {"level": verdict.level, "action": verdict.action}
        print_json({"screening": screening, "asks_a_model": not is_replaced, **ranking_facts(ranking)})
        return
    if is_replaced:
        typer.echo(f"No model is asked: screening found {verdict.level} risk, and written words answer.")
        typer.echo("Without that it would be:")
    typer.echo("\n".join(ranking_lines(ranking)))

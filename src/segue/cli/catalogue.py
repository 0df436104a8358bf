"""`segue models changes`, `… deprecations` and `… places`: what lists of models tell beyond their models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.options import ConfigOption, JsonOption, settings

if TYPE_CHECKING:
    from datetime import datetime

    from segue.catalog.places import Place
    from segue.domain.changes import NotedChange

_KEPT = "Nothing is noted: a change is noted when a list is fetched (`segue models refresh`, or a running gateway)."


def changes(
    since: Annotated[
        str | None, typer.Option(help="Only what was found since: a day as 2026-11-01, or an age as 12h, 7d.")
    ] = None,
    provider: Annotated[str | None, typer.Option(help="Only in the list of this provider.")] = None,
    in_use: Annotated[
        bool, typer.Option("--in-use", help="Only models that routes name or that `auto` chooses from.")
    ] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """What changed in lists of models: new, gone, dearer, cheaper, more or less able. The newest stands last.

    Nothing is fetched. A gateway tells the same once by its log, and by webhook (`catalogue.webhook_url`).
    """
    from segue.catalog.browsing import catalogue_of
    from segue.catalog.change_words import change_facts, change_words
    from segue.cli.printing import print_json, print_table
    from segue.config.home import segue_home

    moment = None if since is None else _moment(since)
    catalogue = catalogue_of(settings(config), segue_home())
    found = catalogue.book.changes(since=moment, provider=provider)
    if in_use:
        used = catalogue.in_use()
        found = tuple(noted for noted in found if noted.change.model in used)
    if as_json:
        print_json({"changes": [change_facts(noted) for noted in found]})
        return
    if not found:
        typer.echo(_KEPT)
        return
    rows = ((f"{noted.noted_at:%Y-%m-%d %H:%M}", str(noted.change.model), change_words(noted)) for noted in found)
    print_table(("found (UTC)", "model", "what changed"), rows)
    typer.echo(_total(found))


def _total(found: tuple[NotedChange, ...]) -> str:
    from segue.catalog.change_words import summary

    return f"{len(found)} models changed: {summary(found)}."


def _moment(text: str) -> datetime:
    """A day, a moment, or an age before now. Raises RequestError."""
    from datetime import UTC, datetime, timedelta

    from segue.errors import RequestError

    number, unit = text[:-1], text[-1:]
    if number.isascii() and number.isdigit() and len(number) < 6 and unit in ("h", "d"):
        return datetime.now(UTC) - (timedelta(hours=int(number)) if unit == "h" else timedelta(days=int(number)))
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        hint = "Write a day as 2026-11-01, a moment as 2026-11-01T08:00:00Z, or an age as 12h or 7d."
        raise RequestError("That is no moment.", param="since", hint=hint) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def deprecations(
    every: Annotated[bool, typer.Option("--all", help="Also models that are listed and not in use.")] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Models in use that end or have ended: when, who says so, and the nearest one that stays. Nothing is fetched."""
    from datetime import UTC, datetime

    from segue.catalog.browsing import catalogue_of
    from segue.catalog.ending_words import ending_facts, instead_words, when_words
    from segue.catalog.prices import PriceList
    from segue.catalog.withdrawals import announced_as_of
    from segue.cli.measured import evidence
    from segue.cli.options import run
    from segue.cli.printing import print_json, print_table
    from segue.config.home import segue_home

    loaded, today = settings(config), datetime.now(UTC).date()
    catalogue = catalogue_of(loaded, segue_home(), prices=PriceList.load_now())
    found = catalogue.endings(run(evidence(loaded)))
    shown = [ending for ending in found if every or ending.is_in_use]
    if as_json:
        told = [ending_facts(ending, today) for ending in shown]
        print_json({"announced_as_of": announced_as_of().isoformat(), "deprecations": told})
        return
    if shown:
        rows = ((str(one.withdrawal.model), when_words(one, today), instead_words(one)) for one in shown)
        print_table(("model", "when", "instead"), rows)
    left_out = len(found) - len(shown)
    more = f"; of {left_out} that are listed and not in use --all tells" if left_out else ""
    typer.echo(f"{len(shown)} models end or have ended{more}.")
    typer.echo(f"Makers' announcements are of {announced_as_of()}, and shipped with Segue.")


def places(
    name: Annotated[
        str | None,
        typer.Argument(help="A model, as provider:name, or as maker/name. Empty: those with several places."),
    ] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Where a model can be had: every configured and every listed place, with price, context and who says so.

    Places are of one model only where that is sure by their names. Nothing is fetched.
    """
    from segue.catalog.browsing import catalogue_of
    from segue.catalog.place_facts import known_facts
    from segue.catalog.prices import PriceList
    from segue.cli.printing import print_json, print_table
    from segue.config.home import segue_home

    catalogue = catalogue_of(settings(config), segue_home(), prices=PriceList.load_now())
    known = (catalogue.places(name),) if name else tuple(one for one in catalogue.models() if len(one.places) > 1)
    if as_json:
        print_json({"models": [known_facts(model) for model in known]})
        return
    rows = [_place_row(model.name, place) for model in known for place in model.places]
    print_table(("model", "place", "status", "price in / out per million", "context", "quantization"), rows)


def _place_row(name: str, place: Place) -> tuple[str, ...]:
    from segue.cli.listing import price_words

    price, context = place.facts["price"], place.facts["context_tokens"]
    quantization = None if place.identified is None else place.identified.quantization
    tokens = "unknown" if place.context_tokens is None else f"{place.context_tokens:,} ({context.provenance})"
    return (
        name,
        str(place.ref),
        "not configured" if place.card is None else str(place.card.status),
        "unknown" if place.price is None else f"{price_words(place.price)} ({price.provenance})",
        tokens.replace("_", " "),
        quantization or "-",
    )

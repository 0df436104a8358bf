"""`segue models changes`: what changed in the lists of models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.options import ConfigOption, JsonOption, settings

if TYPE_CHECKING:
    from datetime import datetime

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

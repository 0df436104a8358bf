"""`segue safety helplines`: which places of help people are shown, and which somebody has to check."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.lines import Line, print_lines
from segue.cli.options import ConfigOption, JsonOption, say, settings
from segue.domain.resources import HelpKind

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from segue.domain.resources import Helpline
    from segue.safety.helplines import Helplines

CountryOption = Annotated[
    str | None, typer.Option("--country", help="Two letters, as DE: only what is for people there.")
]

app = typer.Typer(help="Places of help and emergency numbers: what is shown, what is stale.", no_args_is_help=True)


@app.command("list")
def list_helplines(
    country: CountryOption = None,
    kind: Annotated[HelpKind | None, typer.Option("--kind", help="Only this kind of help.")] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show every record, with whether people are shown it."""
    from segue.cli.printing import print_json, print_table

    today = _today()
    records = [record for record in _records(_helplines(config), country) if kind in (None, record.kind)]
    if as_json:
        print_json({"helplines": [_facts(record, today) for record in records]})
        return
    print_table(
        ("country", "kind", "name", "numbers", "verified", "shown"),
        (
            (
                record.country,
                record.kind,
                record.name,
                ", ".join(dict.fromkeys((*record.call, *record.text))) or record.web,
                f"{record.verified_at or 'never'}",
                "no" if record.lack(today) else "yes",
            )
            for record in records
        ),
    )


@app.command()
def verify(
    stale: Annotated[
        bool, typer.Option("--stale", help="Only those that are not shown; exit status 1 when there are any.")
    ] = False,
    country: CountryOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check every record: its form, its source, and that its date is not older than twelve months.

    Nothing is looked up: a person has to call or read the source, and write the date down. A file that is wrong
    ends this with status 2, and with --stale a record that is stale or was never verified with status 1.
    """
    from segue.cli.printing import print_json

    helplines, today = _helplines(config), _today()
    records = _records(helplines, country)
    lacking = sum(record.lack(today) is not None for record in records)
    if as_json:
        facts = [_facts(record, today) for record in records if not stale or record.lack(today)]
        print_json({"ok": not lacking, "version": helplines.version, "not_shown": lacking, "helplines": facts})
    else:
        print_lines(_lines(records, today, only_lacking=stale))
        say(f"{lacking} of {len(records)} are stale or unverified and not shown.")
    if stale and lacking:
        raise typer.Exit(1)


def _records(helplines: Helplines, country: str | None) -> tuple[Helpline, ...]:
    """Those for people in a country, all of them without one. Raises RequestError for what is no country's code."""
    code = _country(country)
    return tuple(record for record in helplines.records if code is None or record.fits(code))


def _lines(records: Iterable[Helpline], today: date, *, only_lacking: bool) -> Iterator[Line]:
    for record in records:
        what = f"{record.country} {record.name} ({record.kind})"
        if lack := record.lack(today):
            yield Line(what, "missing", f"not shown: {lack}", _what_to_do(record))
        elif not only_lacking:
            yield Line(what, "ok", f"verified {record.verified_at} against {record.source}")


def _what_to_do(record: Helpline) -> str:
    where = f"Check it against {record.source}" if record.source else "Find its own page and check it there"
    return f"{where}, then write it with `source` and `verified_at` into the file of safety.helplines_file."


def _facts(record: Helpline, today: date) -> dict[str, object]:
    lack = record.lack(today)
    return {
        "country": record.country,
        "name": record.name,
        "kind": record.kind,
        "call": record.call,
        "text": record.text,
        "text_word": record.text_word or None,
        "web": record.web or None,
        "languages": record.languages,
        "hours": record.hours or None,
        "source": record.source or None,
        "provenance": record.provenance or None,
        "verified_at": record.verified_at,
        "shown": lack is None,
        "not_shown_because": lack,
        "do": None if lack is None else _what_to_do(record),
    }


def _helplines(config: Path | None) -> Helplines:
    from segue.pipeline.screening.safety_parts import helplines_of

    return helplines_of(settings(config).settings.safety)


def _country(text: str | None) -> str | None:
    from segue.pipeline.request.fields import checked_country

    return None if text is None else checked_country(text, param="--country")


def _today() -> date:
    from datetime import UTC, datetime

    return datetime.now(UTC).date()

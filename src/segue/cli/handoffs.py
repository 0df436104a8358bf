"""`segue safety handoffs`: which humans were to be told, whether somebody knows, and sending it again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.options import ConfigOption, JsonOption, run, settings

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from segue.domain.handoffs import HandoffRecord, HandoffState
    from segue.storage.contract import Journal

app = typer.Typer(name="handoffs", help="Hand-offs to humans: list them, send them again.", no_args_is_help=True)

MOST_LISTED = 1_000
"""Most that are shown, oldest first."""


@app.command("list")
def list_handoffs(
    every: Annotated[bool, typer.Option("--all", help="Those that somebody knows of, too.")] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show hand-offs of which nobody has said yet that they know, oldest first. Callers' references are not shown."""
    from segue.cli.printing import print_json, print_table
    from segue.domain.handoffs import OPEN_STATES, HandoffState

    kept = (*OPEN_STATES, HandoffState.DEAD, *((HandoffState.ACKNOWLEDGED,) if every else ()))
    found = run(_list(config, kept))
    if as_json:
        print_json({"handoffs": [_facts(record) for record in found]})
        return
    if not found:
        typer.echo("There are none.")
        return
    print_table(
        ("id", "asked for", "level", "about", "state", "tries"),
        (
            (
                record.handoff.id,
                f"{record.handoff.at:%Y-%m-%d %H:%M:%S} UTC",
                record.handoff.level,
                record.handoff.category or "-",
                record.state,
                str(record.tries),
            )
            for record in found
        ),
    )


@app.command("retry")
def retry(
    handoff_id: Annotated[
        str | None, typer.Argument(metavar="ID", help="As `segue safety handoffs list` shows it.")
    ] = None,
    every: Annotated[bool, typer.Option("--all", help="All that were given up.")] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Have hand-offs that were given up sent again. A running gateway does so within seconds, else the next one."""
    from segue.cli.printing import print_json
    from segue.errors import RequestError

    if every == (handoff_id is not None):
        raise RequestError("Name one hand-off, or write --all.", hint="`segue safety handoffs list` shows them.")
    reopened = run(_retry(config, handoff_id))
    if handoff_id is not None and not reopened:
        raise RequestError(
            f"No hand-off '{handoff_id}' was given up.", hint="`segue safety handoffs list` shows them.", param="id"
        )
    if as_json:
        print_json({"reopened": reopened})
    else:
        typer.echo("\n".join(f"{one} is sent again." for one in reopened) or "None was given up.")


@app.command("test")
def try_receivers(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Send every receiver a signed test message (level `none`, code `test`). Exit status 1: not all acknowledged it."""
    from segue.cli.printing import print_json
    from segue.errors import RequestError

    answers = run(_test(config))
    if not answers:
        raise RequestError("No human receiver is configured.", hint="Set `handoff.url` and `handoff.secret`.")
    if as_json:
        print_json({"receivers": answers})
    else:
        for place, answer in enumerate(answers, 1):
            typer.echo(f"receiver {place}: {answer}")
    if any(answer != "acknowledged" for answer in answers):
        raise typer.Exit(1)


def _journal(config: Path | None) -> Journal:
    from segue.app import open_journal

    return open_journal(settings(config).settings)


async def _list(config: Path | None, states: Collection[HandoffState]) -> tuple[HandoffRecord, ...]:
    async with _journal(config) as journal:
        return await journal.handoffs(states=states, limit=MOST_LISTED)


async def _retry(config: Path | None, handoff_id: str | None) -> list[str]:
    from segue.domain.handoffs import HandoffState

    async with _journal(config) as journal:
        dead = await journal.handoffs(states=(HandoffState.DEAD,), limit=MOST_LISTED)
        wanted = [record.handoff.id for record in dead if handoff_id in {None, record.handoff.id}]
        return [one for one in wanted if await journal.reopen_handoff(one)]


async def _test(config: Path | None) -> list[str]:
    """What each receiver answers: acknowledged, delivered, refused, slow, or the code of an error."""
    from dataclasses import replace
    from datetime import UTC, datetime

    from segue.domain.findings import CLEAR
    from segue.domain.handoffs import new_handoff
    from segue.pipeline.handoff.handoff import send_once
    from segue.providers.webhook import Receivers

    wanted = settings(config).settings
    handoff = replace(new_handoff(CLEAR, at=datetime.now(UTC)), codes=("test",))
    async with Receivers(wanted.handoff.urls, connect_s=wanted.time.connect_s) as receivers:
        return [await send_once(post, handoff, wanted.handoff) for post in receivers.posts]


def _facts(record: HandoffRecord) -> dict[str, object]:
    handoff = record.handoff
    return {
        "id": handoff.id,
        "at": handoff.at,
        "session": handoff.session,
        "level": handoff.level,
        "category": handoff.category,
        "subject": handoff.subject,
        "country": handoff.country,
        "codes": handoff.codes,
        "state": record.state,
        "tries": record.tries,
        "delivered_at": record.delivered_at,
        "ended_at": record.ended_at,
    }

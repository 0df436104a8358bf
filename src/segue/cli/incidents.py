"""`segue safety incidents|verify|report`: what screening found and did, and whether the log of it is whole."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.moments import moment
from segue.cli.options import ConfigOption, JsonOption, run, say, settings
from segue.domain.models import SafetyLevel
from segue.errors import RequestError

if TYPE_CHECKING:
    from pathlib import Path

    from segue.config.vault import Vault
    from segue.domain.incidents import BrokenIncident, ChainedIncident, IncidentHead
    from segue.observe.incident_log import Report, Verified
    from segue.observe.incident_witness import Witness
    from segue.storage.contract import Journal

SinceOption = Annotated[
    str | None, typer.Option("--since", help="A date, a moment (2026-11-26T08:00Z), or a length as 24h, 7d, 4w.")
]
_MOST_SHOWN = 1_000


def incidents(
    since: SinceOption = None,
    level: Annotated[
        SafetyLevel | None,
        typer.Option("--level", help="Only that level and graver ones; otherwise also what was replaced at any level."),
    ] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show what screening found, oldest first: the newest 1,000 of those asked for."""
    from segue.cli.printing import print_json, print_table

    found = run(_incidents(config, moment(since), level or SafetyLevel.NONE))
    if as_json:
        print_json({"incidents": [{"number": e.number, "incident": getattr(e, "incident", None)} for e in found]})
        return
    headings = ("number", "at (UTC)", "level", "category", "about", "in", "action", "session", "reasons")
    print_table(headings, map(_row, found))


def verify(
    known: Annotated[
        str | None,
        typer.Option("--known", help="An end of the log that was written down earlier, as `verify` showed it: N:CODE."),
    ] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read the whole log and say whether any entry was changed, removed, added or moved.

    Exit status 1 means that one was. Write the end that is shown down somewhere else: with --known it proves later that
    nothing up to there was lost, even to somebody who holds the master key.
    """
    from segue.cli.printing import print_json

    verified = run(_verify(config, _known(known)))
    if as_json:
        print_json(_verified_facts(verified))
    else:
        for tampering in verified.tamperings:
            typer.echo(tampering.what)
        what = "is whole" if not verified.tamperings else "was TAMPERED with"
        typer.echo(f"The log of {verified.entries} entries {what}.")
        if verified.head is not None:
            typer.echo(f"Its end: {_end(verified.head)}")
    if verified.tamperings:
        say("Keep a copy of the database and of SEGUE_HOME as they are; a backup shows what stood there.")
        raise typer.Exit(1)


def report(
    period: Annotated[
        str, typer.Option("--period", help="How far back: a length as 24h, 7d, 4w, a date, or `all`.")
    ] = "30d",
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Count the incidents of a period, and the turns in which people were told where to find help."""
    from segue.cli.printing import print_json

    told, waiting = run(_report(config, None if period == "all" else moment(period)))
    unreviewed = _unreviewed()
    if as_json:
        signed = {"unreviewed_replies": unreviewed, "is_clinically_reviewed": not unreviewed}
        print_json({**_report_facts(told), "waiting": waiting, **signed})
        return
    typer.echo(
        f"Incidents {f'since {told.since:%Y-%m-%d %H:%M} UTC' if told.since else 'of all time'}: {told.incidents}"
    )
    typer.echo(f"  in {told.sessions} sessions, and {told.without_session} that belong to nobody")
    typer.echo(f"  turns that were told where to find help: {told.referrals}")
    typer.echo(f"  safety protocols that a clinician ended: {told.releases}")
    typer.echo(f"  times that a clinician read the words of a turn: {told.readings}")
    typer.echo(f"  screened degraded: {told.degraded}; kept late, from the local file: {told.late}")
    typer.echo(f"  by what the words themselves said: {_listed(told.by_level)}")
    typer.echo(f"  messages that answered a question with danger, as a bare no: {told.answers}")
    typer.echo(f"  turns that said nothing grave themselves, handled for what was said before: {told.of_before}")
    parts = (told.by_category, told.by_action, told.by_direction, told.by_subject)
    for name, counts in zip(("category", "action", "direction", "about"), parts, strict=True):
        typer.echo(f"  by {name}: {_listed(counts)}")
    for name, versions in told.versions.items():
        typer.echo(f"  {name}: {', '.join(versions) or '-'}")
    if unreviewed:
        typer.echo(f"The written replies are not clinically reviewed ({unreviewed} of them).")


def _listed(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{key} {count}" for key, count in counts.items()) or "-"


@asynccontextmanager
async def _log(config: Path | None) -> AsyncGenerator[tuple[Journal, Vault, Witness, int]]:
    """The log of this installation, and how many incidents wait in the local file; these are told as well."""
    from segue.app import open_journal
    from segue.config.home import segue_home
    from segue.config.load import master_key
    from segue.config.vault import open_vault
    from segue.observe.incident_spool import IncidentSpool
    from segue.observe.incident_witness import Witness
    from segue.observe.incidents import FILE_NAME

    loaded, home = settings(config), segue_home()
    async with open_journal(loaded.settings, home=home) as journal:
        vault = open_vault(journal, loaded.settings.vault, home=home, given=master_key())
        if waiting := await IncidentSpool(home / FILE_NAME, vault).held():
            say(f"{waiting} more in '{home / FILE_NAME}': the gateway, or the next start, brings them into the log.")
        yield journal, vault, Witness(home, journal), waiting


async def _incidents(
    config: Path | None, since: datetime | None, least: SafetyLevel
) -> list[ChainedIncident | BrokenIncident]:
    from segue.observe.incident_log import pages

    found: list[ChainedIncident | BrokenIncident] = []
    async with _log(config) as (journal, *_):
        async for page in pages(journal, since=since, least=least):
            found = [*found, *page][-_MOST_SHOWN:]
    return found


async def _verify(config: Path | None, known: tuple[IncidentHead, ...]) -> Verified:
    from segue.observe.incident_log import verify as verify_log

    async with _log(config) as (journal, vault, witness, _):
        return await verify_log(journal, vault, witness, known=known)


async def _report(config: Path | None, since: datetime | None) -> tuple[Report, int]:
    from segue.observe.incident_log import report as report_of

    async with _log(config) as (journal, _, _, waiting):
        return await report_of(journal, since=since), waiting


def _row(entry: ChainedIncident | BrokenIncident) -> tuple[str, ...]:
    incident = getattr(entry, "incident", None)
    if incident is None:
        return (str(entry.number), "what stands here Segue never wrote: see segue safety verify", *[""] * 7)
    return (
        str(entry.number),
        f"{incident.at:%Y-%m-%d %H:%M:%S}",
        str(incident.level),
        str(incident.category or "-"),
        str(incident.subject),
        incident.direction,
        str(incident.action),
        (incident.session or "-")[:8],
        " ".join(incident.codes) or "-",
    )


def _end(head: IncidentHead) -> str:
    return f"{head.number}:{head.mac.hex()}"


def _known(text: str | None) -> tuple[IncidentHead, ...]:
    from segue.domain.incidents import IncidentHead

    if text is None:
        return ()
    number, _, code = text.partition(":")
    try:
        return (IncidentHead(int(number), bytes.fromhex(code), b""),)
    except ValueError:
        raise RequestError("That is no end of a log.", param="--known", hint="Give what `verify` showed.") from None


def _verified_facts(verified: Verified) -> dict[str, object]:
    return {
        "is_whole": not verified.tamperings,
        "entries": verified.entries,
        "end": _end(verified.head) if verified.head else None,
        "tamperings": [{"number": t.number, "what": t.what} for t in verified.tamperings],
    }


def _report_facts(told: Report) -> dict[str, object]:
    from dataclasses import asdict

    return asdict(told)


def _unreviewed() -> int:
    """Written replies that no clinician signed."""
    from segue.safety.replies import written_replies

    return sum(not reply.is_reviewed for reply in written_replies().values())

"""`segue sessions`: everything that is kept of one person's session, shown or erased; and its release from safety."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.health import KeyFileOption
from segue.cli.options import ConfigOption, JsonOption, run, say, settings
from segue.errors import RequestError, SegueError

if TYPE_CHECKING:
    from segue.cli.gateway_json import ErasedTold, ExportTold, ReleasedTold
    from segue.config.load import Loaded
    from segue.pipeline.sessions.files import SessionExport, SessionFiles

app = typer.Typer(name="sessions", help="What is kept of a session. Never its words.", no_args_is_help=True)

IdArgument = Annotated[str | None, typer.Argument(help="The session's id, as its program sends it.")]
CallerOption = Annotated[
    str, typer.Option("--caller", help="Name of the caller key that it is used with; without one `loopback`.")
]
HashOption = Annotated[
    str | None, typer.Option("--hash", help="The session's keyed hash instead of its id, as an export shows it.")
]
UrlOption = Annotated[
    str | None,
    typer.Option("--url", help="Where a gateway listens; otherwise server.host and server.port of the settings."),
]
HereOption = Annotated[
    bool, typer.Option("--here", help="Ask no gateway: none runs on these files. One that does would write it anew.")
]
ClinicianKeyOption = Annotated[
    Path | None,
    typer.Option(
        "--key-file", help="File whose first line is a clinician's key; otherwise the variable SEGUE_CALLER_KEY."
    ),
]
_NOTHING_KEPT = (
    "Nothing is kept of that session.\n"
    "Is it another caller's? Name that with --caller; `segue callers list` shows their names."
)


@app.command("export")
def export(
    session_id: IdArgument = None,
    caller: CallerOption = "loopback",
    session: HashOption = None,
    url: UrlOption = None,
    here: HereOption = False,
    key_file: KeyFileOption = None,
    config: ConfigOption = None,
) -> None:
    """Print everything that is kept of a session as one JSON object: of a running gateway, else of these files.

    Exit status 1 means that nothing is kept of it.
    """
    import msgspec

    from segue.cli.gateway_json import ExportTold
    from segue.cli.printing import print_json

    which = _which(session_id, caller, session)
    answer = None if here else _asked("export", which, url=url, key_file=key_file, config=config)
    told: ExportTold | SessionExport | None = None if answer is None else msgspec.json.decode(answer, type=ExportTold)
    if told is None or (url is None and not _holds_anything(told)):
        # What listens there may be a gateway of other files.
        told = run(_export(settings(config, quiet=True), which))
    print_json(told)
    if not _holds_anything(told):
        say(_NOTHING_KEPT)
        raise typer.Exit(1)


def _holds_anything(told: ExportTold | SessionExport) -> bool:
    return bool(any(told.kept.values()) or told.waiting or told.incidents or told.incidents_waiting or told.risk)


@app.command("erase")
def erase(
    session_id: IdArgument = None,
    caller: CallerOption = "loopback",
    session: HashOption = None,
    url: UrlOption = None,
    here: HereOption = False,
    key_file: KeyFileOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Erase a session: from a running gateway's memory, from files, from the cache and from the store.

    Its incidents stay in their chain and belong to nobody. Each replica has to be asked, with --url. Exit status 1
    means that something is left, and to ask again; or that there was nothing to erase. Standard error says which.
    """
    import msgspec

    from segue.cli.gateway_json import ErasedTold

    which = _which(session_id, caller, session)
    answer = None if here else _asked("erase", which, url=url, key_file=key_file, config=config)
    told = None if answer is None else msgspec.json.decode(answer, type=ErasedTold)
    if told is None or url is None:
        # Also after a gateway did it: what listens there may be one of other files.
        own = run(_erase(settings(config, quiet=True), which))
        told = ErasedTold(own.session, own.records + (told.records if told else 0), own.is_overwritten)
    if as_json:
        from segue.cli.printing import print_json

        print_json(told)
    else:
        typer.echo(f"Erased: {told.records} records.")
    if not told.is_overwritten:
        say(
            "Another program holds the database, and old bytes stay in its files until it lets go: erase it again then."
        )
        raise typer.Exit(1)
    if not told.records:
        say(_NOTHING_KEPT)
        raise typer.Exit(1)


@app.command("release")
def release(
    session_id: IdArgument = None,
    caller: CallerOption = "loopback",
    session: HashOption = None,
    url: UrlOption = None,
    here: HereOption = False,
    key_file: ClinicianKeyOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """End the safety protocol of a session: its next turn is a model's again, until a danger is heard anew.

    A running gateway is asked, with a clinician's key. With --here these files are written, and whoever may write them
    is the clinician. The log of incidents says who did it. A session outside of the protocol stays as it is.
    """
    from segue.cli.gateway import read_answer
    from segue.cli.gateway_json import ReleasedTold
    from segue.cli.printing import print_json

    which = _which(session_id, caller, session)
    if here:
        told = run(_release(settings(config, quiet=True), which))
    else:
        answer = _asked("release", which, url=url, key_file=key_file, config=config)
        if answer is None:  # a gateway elsewhere would go on with what it has in memory
            hint = "Start it, name its address with --url, or use --here where none runs on these files."
            raise SegueError("No gateway runs at the address of the settings.", hint=hint)
        told = read_answer(answer, ReleasedTold, url=url or "the address of the settings")
    if as_json:
        print_json(told)
    else:
        typer.echo(_released_line(told))


def _released_line(told: ReleasedTold) -> str:
    if told.is_released:
        return f"Released: it was in {told.before}, and is in {told.after}."
    if told.before == told.after != "safety":
        return f"It is in {told.before}, outside of the safety protocol: nothing was changed."
    return "A danger was heard in the meantime: it stays in the safety protocol."


def _which(session_id: str | None, caller: str, session: str | None) -> dict[str, str]:
    if (session_id is None) is (session is None):
        raise RequestError("Either the session's id or --hash has to be given.", hint="See: segue sessions --help")
    if session is not None:
        return {"session": session.lower()}
    assert session_id is not None
    return {"session_id": session_id, "caller": caller}


def _asked(
    deed: str, which: dict[str, str], *, url: str | None, key_file: Path | None, config: Path | None
) -> bytes | None:
    """What a gateway answers; None where none runs at the settings' own address, which no --url named."""
    import msgspec

    from segue.cli.gateway import NobodyThere, ask_gateway, url_of
    from segue.config.load import caller_key

    where = url.rstrip("/") if url is not None else url_of(settings(config, quiet=True).settings.server)
    try:
        body = msgspec.json.encode(which)
        return ask_gateway(where, f"/v1/admin/sessions/{deed}", key=caller_key(key_file), body=body)
    except NobodyThere:
        if url is not None:
            raise
        return None


async def _session(files: SessionFiles, which: dict[str, str]) -> str:
    if "session" in which:
        return which["session"]
    return await files.hash(which["session_id"], caller=which["caller"])


async def _export(loaded: Loaded, which: dict[str, str]) -> SessionExport:
    import segue.app

    async with segue.app.open(loaded) as models:
        return await models.session_files.export(await _session(models.session_files, which))


async def _erase(loaded: Loaded, which: dict[str, str]) -> ErasedTold:
    import segue.app
    from segue.cli.gateway_json import ErasedTold

    async with segue.app.open(loaded) as models:
        session = await _session(models.session_files, which)
        erased = await models.session_files.erase(session)
        return ErasedTold(session, erased.records, erased.is_overwritten)


async def _release(loaded: Loaded, which: dict[str, str]) -> ReleasedTold:
    from datetime import UTC, datetime

    import segue.app
    from segue.cli.gateway_json import ReleasedTold
    from segue.domain.callers import LOOPBACK_CALLER

    async with segue.app.open(loaded) as models:
        session = await _session(models.session_files, which)
        done = await models.session_files.release(session, by=LOOPBACK_CALLER, now=datetime.now(UTC))
        return ReleasedTold(session, done.before, done.after, done.is_released)

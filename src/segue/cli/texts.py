"""`segue safety texts`: the words of grave turns, where they are kept; for clinicians, and each reading is logged."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from segue.cli.options import ConfigOption, JsonOption, run, settings
from segue.cli.sessions import ClinicianKeyOption, HereOption, UrlOption
from segue.errors import NotAllowed, NotAuthenticated, SegueError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segue.app import ModelManager
    from segue.cli.gateway_json import TextTold
    from segue.domain.incident_texts import IncidentText, KeptText

T = TypeVar("T")

app = typer.Typer(
    name="texts", help="Words of grave turns, for clinicians, where `safety.texts` keeps them.", no_args_is_help=True
)


@app.command("list")
def list_texts(
    url: UrlOption = None,
    here: HereOption = False,
    key_file: ClinicianKeyOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Show of which turns there are texts, newest first. `segue safety incidents --json` has the same turns."""
    from segue.cli.gateway_json import TextsTold
    from segue.cli.printing import print_json, print_table

    found: Sequence[TextTold | KeptText]
    if here:
        found = run(_listed(config, key_file))
    else:
        found = _asked("/v1/admin/texts", TextsTold, None, url=url, key_file=key_file, config=config).texts
    if as_json:
        print_json({"texts": [{"turn": text.turn, "at": text.at} for text in found]})
    elif not found:
        typer.echo("There are none.")
    else:
        print_table(("turn", "at (UTC)"), ((text.turn, f"{text.at:%Y-%m-%d %H:%M:%S}") for text in found))


@app.command("show")
def show(
    turn: Annotated[str, typer.Argument(help="The turn, as `segue safety texts list` shows it.")],
    url: UrlOption = None,
    here: HereOption = False,
    key_file: ClinicianKeyOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Print what a person said in a turn, and what they were shown. The log of incidents has an entry of it first.

    A clinician's key is needed, with --here as well: the entry says whose it was.
    """
    from segue.cli.gateway_json import WordsTold
    from segue.cli.printing import print_json

    told: WordsTold | IncidentText
    if here:
        told = run(_read(config, key_file, turn))
    else:
        body = {"turn": turn}
        told = _asked("/v1/admin/texts/read", WordsTold, body, url=url, key_file=key_file, config=config)
    if as_json:
        facts = {"at": told.at, "said": told.said, "answered": told.answered, "is_cut": told.is_cut}
        print_json({"turn": turn, **facts})
        return
    typer.echo(f"{told.at:%Y-%m-%d %H:%M:%S} UTC{', cut' if told.is_cut else ''}")
    typer.echo(f"\nThe person:\n{_plain(told.said)}\n\nThe answer:\n{_plain(told.answered)}")


def _plain(words: str) -> str:
    """Words of others must not move a terminal's cursor."""
    return "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in words)


def _asked(
    path: str,
    form: type[T],
    body: dict[str, str] | None,
    *,
    url: str | None,
    key_file: Path | None,
    config: Path | None,
) -> T:
    """What a gateway answers. Raises SegueError where none runs at the settings' own address."""
    import msgspec

    from segue.cli.gateway import NobodyThere, ask_gateway, read_answer, url_of
    from segue.config.load import caller_key

    where = url.rstrip("/") if url is not None else url_of(settings(config, quiet=True).settings.server)
    raw = None if body is None else msgspec.json.encode(body)
    try:
        return read_answer(ask_gateway(where, path, key=caller_key(key_file), body=raw), form, url=where)
    except NobodyThere as error:
        if url is not None:
            raise
        hint = "Start it, name its address with --url, or use --here where none runs on these files."
        raise SegueError("No gateway runs at the address of the settings.", hint=hint) from error


async def _clinician(models: ModelManager, key_file: Path | None) -> str:
    """The id of the clinician whose key was given. Raises NotAuthenticated or NotAllowed."""
    from segue.config.load import caller_key
    from segue.domain.callers import CallerRole, hash_key

    key = caller_key(key_file)
    known = {caller.key_hash: caller for caller in await models.journal.callers() if caller.revoked_at is None}
    caller = known.get(hash_key(key)) if key else None
    if caller is None:
        hint = "Give a clinician's key: --key-file, or SEGUE_CALLER_KEY."
        raise NotAuthenticated("There is no key, or an unknown one.", hint=hint)
    if caller.role is not CallerRole.CLINICIAN:
        hint = "Use another key, or make one: segue callers create NAME --role clinician"
        raise NotAllowed(f"This needs the role clinician; the key has the role {caller.role}.", hint=hint)
    return caller.id


async def _listed(config: Path | None, key_file: Path | None) -> tuple[KeptText, ...]:
    import segue.app

    async with segue.app.open(settings(config, quiet=True)) as models:
        await _clinician(models, key_file)
        return await models.texts.listed()


async def _read(config: Path | None, key_file: Path | None, turn: str) -> IncidentText:
    from datetime import UTC, datetime

    import segue.app

    async with segue.app.open(settings(config, quiet=True)) as models:
        by = await _clinician(models, key_file)
        return await models.texts.read(turn, by=by, now=datetime.now(UTC))

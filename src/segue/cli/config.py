"""`segue config`: write a settings file, look at what is in force, check a file."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.options import ConfigOption, JsonOption, run, say

if TYPE_CHECKING:
    from segue.config.load import Loaded

app = typer.Typer(help="The settings: write a file, see what is in force, check one.", no_args_is_help=True)


@app.command()
def init(
    file: Annotated[Path, typer.Argument(help="Where to write it.")] = Path("segue.yaml"),
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there.")] = False,
) -> None:
    """Write a settings file in which every setting stands with its default and what it is for."""
    from segue.config.example import example_yaml
    from segue.errors import RequestError

    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if force else os.O_EXCL)
    try:
        descriptor = os.open(file, flags, 0o600)
    except FileExistsError as error:
        raise RequestError(f"{file} is there already.", hint="Use --force to replace it.") from error
    except OSError as error:
        hint = "Name a file that this user may write: `segue config init FILE`."
        raise RequestError(f"{file} cannot be written: {error.strerror}.", hint=hint) from error
    with os.fdopen(descriptor, "w", encoding="utf-8") as out:
        out.write(example_yaml())
    say(f"Wrote {file}. Everything in it is a default; change what you need, then run: segue config validate")


@app.command()
def show(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Every setting in force and where its value comes from; secrets are masked, kept keys shown by fingerprint."""
    from segue.cli.printing import print_json, print_table
    from segue.config.load import load_settings
    from segue.config.shown import shown

    loaded = load_settings(config)
    keys = run(_kept_keys(loaded))
    rows = [replace(row, value=keys[row.key], source="vault") if row.key in keys else row for row in shown(loaded)]
    if as_json:
        print_json({row.key: {"value": row.value, "source": row.source} for row in rows})
    else:
        print_table(("setting", "value", "from"), ((row.key, _words(row.value), row.source) for row in rows))


async def _kept_keys(loaded: Loaded) -> dict[str, list[str]]:
    """Keys in the vault for providers whose settings name none, by setting; none where there is no store yet."""
    from segue.cli.keys import opened_keys
    from segue.config.home import segue_home
    from segue.errors import StorageError

    wanting = {name for name, provider in loaded.settings.providers.items() if provider.key is None}
    kept: dict[str, list[str]] = {}
    if not wanting or not (loaded.settings.storage.url or (segue_home() / "segue.db").exists()):
        return kept
    try:
        async with opened_keys(loaded) as keys:
            for one in await keys.opened():
                if one.kept.provider in wanting:
                    told = f"{one.kept.label}: {one.kept.state}, fingerprint {one.kept.fingerprint}"
                    kept.setdefault(f"providers.{one.kept.provider}.key", []).append(told)
    except StorageError as error:
        say(f"Keys in the vault are not shown: {error}")
    return kept


def _words(value: object) -> str:
    if value is None:
        return "-"
    return ", ".join(map(str, value)) or "-" if isinstance(value, list | tuple) else str(value)


@app.command()
def validate(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Check the settings, those of the providers too; exit status 2 when something is wrong."""
    from segue.app import open as open_models
    from segue.cli.printing import config_problems, print_json
    from segue.config.load import load_settings
    from segue.errors import ConfigError

    try:
        loaded = load_settings(config)
        open_models(loaded)
    except ConfigError as error:
        if not as_json:
            raise
        print_json({"valid": False, "problems": config_problems(error)})
        raise typer.Exit(2) from None
    if as_json:
        print_json({"valid": True, "file": str(loaded.file) if loaded.file else None, "problems": []})
    else:
        say(f"{loaded.file or 'Nothing is configured, and that'} is fine.")

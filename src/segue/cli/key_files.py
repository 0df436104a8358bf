"""`segue keys export|import`: the keys for providers in a file that only a passphrase opens."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.options import ConfigOption, JsonOption, run, say, settings

if TYPE_CHECKING:
    from segue.config.key_export import ExportedKey


def export_keys(
    file: Annotated[Path, typer.Argument(help="Where to write it; a file that is there is not replaced.")],
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write every key for a provider into a file, encrypted to a passphrase that is asked for (or standard input)."""
    from segue.cli.printing import print_json
    from segue.cli.secret_input import read_secret
    from segue.config.key_export import LEAST_PASSPHRASE_CHARS, exported
    from segue.errors import RequestError

    passphrase = read_secret("Passphrase for the file", twice=True)
    if len(passphrase) < LEAST_PASSPHRASE_CHARS:
        raise RequestError(
            f"The passphrase is too short: it needs {LEAST_PASSPHRASE_CHARS} characters.", hint="Use several words."
        )
    keys, closed = run(_readable(config))
    if not keys:
        raise RequestError("There is no key that could be exported.", hint="`segue keys list` shows how they are.")
    _write(file, exported(keys, passphrase))
    if as_json:
        print_json({"file": str(file), "exported": len(keys), "left_out": closed})
        return
    say(f"Wrote {len(keys)} keys to {file}. Only this passphrase opens it.")
    for name in closed:
        say(f"Left out, since it cannot be opened: {name}")


def import_keys(
    file: Annotated[Path, typer.Argument(help="A file that `segue keys export` wrote.", dir_okay=False)],
    replace: Annotated[bool, typer.Option("--replace", help="Replace keys that are there by the same name.")] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take the keys of an exported file, as unverified; its passphrase is asked for (or read from standard input)."""
    from segue.cli.printing import print_json
    from segue.cli.secret_input import read_secret
    from segue.config.key_export import imported
    from segue.errors import RequestError

    try:
        content = file.read_bytes()
    except OSError as error:
        raise RequestError(
            f"{file} cannot be read: {error.strerror}.", hint="Name a file that this user may read."
        ) from error
    keys = imported(content, read_secret("Passphrase of the file"))
    taken, left = run(_take(config, keys, replaces=replace))
    if as_json:
        print_json({"imported": taken, "left_out": left})
        return
    say(f"Took {len(taken)} keys: {', '.join(taken) or '-'}. See whether they are taken: segue keys test")
    for name in left:
        say(f"Left out, since there is one by that name: {name} (--replace takes it)")


async def _readable(config: Path | None) -> tuple[list[ExportedKey], list[str]]:
    """Keys that open, and the names of those that do not."""
    from segue.cli.keys import opened_keys
    from segue.config.key_export import ExportedKey

    async with opened_keys(settings(config, quiet=True)) as keys:
        opened = await keys.opened()
    readable = [
        ExportedKey(one.kept.provider, one.kept.label, one.secret, one.kept.expires_at)
        for one in opened
        if one.secret is not None
    ]
    return readable, [one.kept.name for one in opened if one.secret is None]


async def _take(config: Path | None, keys: tuple[ExportedKey, ...], *, replaces: bool) -> tuple[list[str], list[str]]:
    from segue.cli.keys import opened_keys
    from segue.domain.provider_keys import KeyCheck, KeyReason, KeyState, key_name

    check = KeyCheck(KeyState.UNVERIFIED, KeyReason.NOT_CHECKED, "It was imported.")
    taken, left = [], []
    async with opened_keys(settings(config, quiet=True)) as ours:
        there = {(key.provider, key.label) for key in await ours.kept()}
        for key in keys:
            if (key.provider, key.label) in there and not replaces:
                left.append(key_name(key.provider, key.label))
                continue
            await ours.put(key.provider, key.label, key.secret, check, expires_at=key.expires_at)
            taken.append(key_name(key.provider, key.label))
    return taken, left


def _write(file: Path, content: bytes) -> None:
    """Write a new file, for its owner only."""
    from segue.errors import RequestError

    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        hint = "Name a file that is not there yet, in a folder that this user may write to."
        raise RequestError(f"{file} cannot be written: {error.strerror}.", hint=hint) from error
    with os.fdopen(descriptor, "wb") as out:
        out.write(content)

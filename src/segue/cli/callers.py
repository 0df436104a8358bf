"""`segue callers`: the keys with which programs may use the gateway."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Final

import typer

from segue.cli.options import ConfigOption, JsonOption, run, say, settings
from segue.domain.callers import CallerRole

if TYPE_CHECKING:
    from pathlib import Path

    from segue.domain.callers import Caller
    from segue.storage.contract import Journal

app = typer.Typer(name="callers", help="Keys with which programs may use the gateway.", no_args_is_help=True)

_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
"""Fit for a shell, a log line and a file's name."""

NameArgument = Annotated[str, typer.Argument(help="What the caller is called, as `game-server`.")]


@app.command("create")
def create(
    name: NameArgument,
    role: Annotated[CallerRole, typer.Option("--role", help="What the caller may do.")] = CallerRole.CALLER,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make a key. It is shown once; only its hash is kept."""
    key, caller = run(_create(config, name, role))
    if as_json:
        from segue.cli.printing import print_json

        print_json({**_facts(caller), "key": key})
        return
    typer.echo(key)
    say(f"This is the key of '{caller.name}' (role {caller.role}). It cannot be shown again.")
    say("Send it as: Authorization: Bearer KEY")


@app.command("list")
def list_callers(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Show every caller, revoked ones too."""
    from segue.cli.printing import print_json, print_table

    callers = run(_list(config))
    if as_json:
        print_json({"callers": [_facts(caller) for caller in callers]})
        return
    print_table(
        ("name", "role", "created", "state"),
        ((c.name, c.role, f"{c.created_at:%Y-%m-%d}", "revoked" if c.revoked_at else "active") for c in callers),
    )


@app.command("revoke")
def revoke(name: NameArgument, config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Take a key back. Running gateways refuse it within seconds."""
    from segue.errors import RequestError

    if not run(_revoke(config, name)):
        raise RequestError(
            f"No active caller is named '{name}'.", hint="`segue callers list` shows them.", param="name"
        )
    if as_json:
        from segue.cli.printing import print_json

        print_json({"name": name, "revoked": True})
    else:
        say(f"The key of '{name}' is revoked.")


def _journal(config: Path | None) -> Journal:
    from segue.app import open_journal

    return open_journal(settings(config).settings)


async def _create(config: Path | None, name: str, role: CallerRole) -> tuple[str, Caller]:
    import secrets
    from datetime import UTC, datetime

    from segue.domain.callers import Caller, hash_key, new_key
    from segue.errors import RequestError

    if _NAME.fullmatch(name) is None:
        raise RequestError(
            "That is no name for a caller.",
            param="name",
            hint="It has 1 to 64 characters: letters from a to z, digits, dots, underscores and hyphens; a letter or "
            "digit comes first.",
        )
    key = new_key()
    caller = Caller(secrets.token_hex(8), name, role, hash_key(key), datetime.now(UTC))
    async with _journal(config) as journal:
        if any(known.name == name and known.revoked_at is None for known in await journal.callers()):
            raise RequestError(
                f"There is an active caller named '{name}' already.",
                hint=f"Choose another name, or take its key back first: `segue callers revoke {name}`",
                param="name",
            )
        await journal.add_caller(caller)
    return key, caller


async def _list(config: Path | None) -> tuple[Caller, ...]:
    async with _journal(config) as journal:
        return await journal.callers()


async def _revoke(config: Path | None, name: str) -> bool:
    from datetime import UTC, datetime

    async with _journal(config) as journal:
        return await journal.revoke_caller(name, at=datetime.now(UTC))


def _facts(caller: Caller) -> dict[str, object]:
    return {
        "id": caller.id,
        "name": caller.name,
        "role": caller.role,
        "created_at": caller.created_at,
        "revoked_at": caller.revoked_at,
    }

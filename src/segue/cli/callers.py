"""`segue callers`: the keys with which programs may use the gateway, and what narrows each of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.caller_scopes import (
    BudgetOption,
    ConcurrentOption,
    ExpiresOption,
    InternalOption,
    LiftOption,
    ModelsOption,
    PrivacyOption,
    RequestsOption,
    TokensOption,
    lifted,
    scope_facts,
    scope_of,
    scope_words,
    state_of,
)
from segue.cli.options import ConfigOption, JsonOption, run, say, settings
from segue.domain.callers import CallerRole, CallerScope

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from segue.accounting.reports import BudgetState
    from segue.domain.callers import Caller
    from segue.storage.contract import Journal

app = typer.Typer(name="callers", help="Keys with which programs may use the gateway.", no_args_is_help=True)

NameArgument = Annotated[str, typer.Argument(help="What the caller is called, as `game-server`.")]


@app.command("create")
def create(
    name: NameArgument,
    role: Annotated[CallerRole, typer.Option("--role", help="What the caller may do.")] = CallerRole.CALLER,
    models: ModelsOption = None,
    privacy: PrivacyOption = None,
    budget_usd: BudgetOption = None,
    requests_per_minute: RequestsOption = None,
    tokens_per_minute: TokensOption = None,
    concurrent: ConcurrentOption = None,
    expires: ExpiresOption = None,
    internal: InternalOption = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make a key. It is shown once; only its hash is kept. What narrows it can be changed later."""
    scope = scope_of(
        models=models,
        privacy=privacy,
        budget_usd=budget_usd,
        requests_per_minute=requests_per_minute,
        tokens_per_minute=tokens_per_minute,
        concurrent=concurrent,
        expires=expires,
        internal=internal,
    )
    key, caller = run(_create(config, name, role, scope))
    _show_once(key, caller, as_json=as_json)


@app.command("list")
def list_callers(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Show every caller, revoked ones too."""
    from datetime import UTC

    from segue.cli.printing import print_json, print_table

    callers, now = run(_list(config)), datetime.now(UTC)
    if as_json:
        print_json({"callers": [_facts(caller) for caller in callers]})
        return
    print_table(
        ("name", "role", "created", "state", "narrowed to"),
        (
            (
                caller.name,
                caller.role,
                f"{caller.created_at:%Y-%m-%d}",
                state_of(caller, now),
                "; ".join(f"{what} {words}" for what, words in scope_words(caller.scope)),
            )
            for caller in callers
        ),
    )


@app.command("show")
def show(name: NameArgument, config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Show one caller, what narrows its key, and what it has spent of a budget of its own."""
    caller = run(_one(config, name))
    _show(caller, as_json=as_json, spent=run(_spent(config, caller)))


@app.command("change")
def change(
    name: NameArgument,
    models: ModelsOption = None,
    privacy: PrivacyOption = None,
    budget_usd: BudgetOption = None,
    requests_per_minute: RequestsOption = None,
    tokens_per_minute: TokensOption = None,
    concurrent: ConcurrentOption = None,
    expires: ExpiresOption = None,
    internal: InternalOption = False,
    lift: LiftOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Change what narrows a key; what is not named stays. Running gateways hear of it within seconds."""

    def changed(caller: Caller) -> Caller:
        scope = scope_of(
            models=models,
            privacy=privacy,
            budget_usd=budget_usd,
            requests_per_minute=requests_per_minute,
            tokens_per_minute=tokens_per_minute,
            concurrent=concurrent,
            expires=expires,
            internal=internal,
            before=lifted(caller.scope, lift or ()),
        )
        return replace(caller, scope=scope)

    _show(run(_change(config, name, changed)), as_json=as_json)


@app.command("rotate")
def rotate(
    name: NameArgument,
    overlap_hours: Annotated[
        float, typer.Option("--overlap-hours", min=0, max=720, help="How long the present key is taken beside it.")
    ] = 24.0,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Make a new key for a caller, which keeps its sessions, limits and money. The present one works on for a while."""
    from datetime import UTC

    from segue.domain.callers import hash_key, new_key

    key, now = new_key(), datetime.now(UTC)
    until, ended = now + timedelta(hours=overlap_hours), False

    def rotated(caller: Caller) -> Caller:
        nonlocal ended
        ended = caller.old_key_until is not None and now < caller.old_key_until
        return replace(caller, key_hash=hash_key(key), old_key_hash=caller.key_hash, old_key_until=until)

    _show_once(key, run(_change(config, name, rotated)), as_json=as_json)
    if ended:
        say("The key before that one, which still worked beside it, is refused within seconds: two at most are taken.")


@app.command("revoke")
def revoke(name: NameArgument, config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Take a key back, and an older one beside it. Running gateways refuse them within seconds."""
    if not run(_revoke(config, name)):
        raise _nobody(name)
    if as_json:
        from segue.cli.printing import print_json

        print_json({"name": name, "revoked": True})
    else:
        say(f"The key of '{name}' is revoked.")


def _show_once(key: str, caller: Caller, *, as_json: bool) -> None:
    if as_json:
        from segue.cli.printing import print_json

        print_json({**_facts(caller), "key": key})
        return
    typer.echo(key)
    say(f"This is the key of '{caller.name}' (role {caller.role}). It cannot be shown again.")
    for what, words in scope_words(caller.scope):
        say(f"  {what}: {words}")
    if caller.old_key_until is not None:
        say(f"The key before it works until {caller.old_key_until:%Y-%m-%d %H:%M} UTC.")
    say("Send it as: Authorization: Bearer KEY")


def _show(caller: Caller, *, as_json: bool, spent: BudgetState | None = None) -> None:
    from datetime import UTC

    from segue.accounting.reports import budget_facts
    from segue.cli.printing import print_json, print_table
    from segue.domain.money import dollars

    if as_json:
        print_json(_facts(caller) if spent is None else {**_facts(caller), "spent": budget_facts(spent)})
        return
    now = datetime.now(UTC)
    rows = [
        ("name", caller.name),
        ("role", caller.role),
        ("created", f"{caller.created_at:%Y-%m-%d}"),
        ("state", state_of(caller, now)),
        *scope_words(caller.scope),
    ]
    if spent is not None:
        held, left = dollars(spent.standing.held_micro_usd), dollars(spent.left_micro_usd)
        rows.append(("spent", f"{dollars(spent.standing.spent_micro_usd)}; {held} are held, {left} left"))
    if caller.old_key_until is not None and now < caller.old_key_until:
        rows.append(("older key until", f"{caller.old_key_until:%Y-%m-%d %H:%M} UTC"))
    print_table((), rows)


def _journal(config: Path | None) -> Journal:
    from segue.app import open_journal

    return open_journal(settings(config).settings)


async def _create(config: Path | None, name: str, role: CallerRole, scope: CallerScope) -> tuple[str, Caller]:
    import secrets
    from datetime import UTC

    from segue.domain.callers import CALLER_NAME, CALLER_NAME_WORDS, LOOPBACK_CALLER, Caller, hash_key, new_key
    from segue.errors import RequestError

    if re.fullmatch(CALLER_NAME, name) is None:
        raise RequestError("That is no name for a caller.", param="name", hint=CALLER_NAME_WORDS)
    if name == LOOPBACK_CALLER:
        raise RequestError(
            f"'{name}' is what whoever calls from this machine without a key is named.",
            param="name",
            hint="Choose another name; budgets and reports could not tell the two apart.",
        )
    key = new_key()
    caller = Caller(secrets.token_hex(8), name, role, hash_key(key), datetime.now(UTC), scope=scope)
    async with _journal(config) as journal:
        if any(known.name == name and known.revoked_at is None for known in await journal.callers()):
            raise RequestError(
                f"There is an active caller named '{name}' already.",
                hint=f"Choose another name, change that one (`segue callers change {name}`), or take its key back "
                f"first: `segue callers revoke {name}`",
                param="name",
            )
        await journal.add_caller(caller)
    return key, caller


async def _list(config: Path | None) -> tuple[Caller, ...]:
    async with _journal(config) as journal:
        return await journal.callers()


async def _spent(config: Path | None, caller: Caller) -> BudgetState | None:
    """What was spent of a key's own budget in its present period; None where it has none."""
    from datetime import UTC

    from segue.accounting.purse import own_budget
    from segue.accounting.reports import kept_standings, states

    if (budget := own_budget(caller.scope, caller.name)) is None:
        return None
    now = datetime.now(UTC)
    async with _journal(config) as journal:
        kept = await kept_standings(journal, [budget], most=1, now=now)
    return states([budget], kept, now=now)[0]


async def _one(config: Path | None, name: str) -> Caller:
    """The active caller of that name; else the one that was revoked last."""
    callers = [caller for caller in await _list(config) if caller.name == name]
    if not callers:
        raise _nobody(name, active="")
    return next((caller for caller in callers if caller.revoked_at is None), callers[-1])


async def _change(config: Path | None, name: str, changed: Callable[[Caller], Caller]) -> Caller:
    from segue.errors import StorageError

    async with _journal(config) as journal:
        callers = await journal.callers()
        was = next((caller for caller in callers if caller.name == name and caller.revoked_at is None), None)
        if was is None:
            raise _nobody(name)
        caller = changed(was)
        if not await journal.change_caller(caller, was=was):
            raise StorageError(f"Somebody else has just changed '{name}'.", hint="Look at it, and try again.")
    return caller


async def _revoke(config: Path | None, name: str) -> bool:
    from datetime import UTC

    async with _journal(config) as journal:
        return await journal.revoke_caller(name, at=datetime.now(UTC))


def _nobody(name: str, *, active: str = "active ") -> Exception:
    from segue.errors import RequestError

    return RequestError(f"No {active}caller is named '{name}'.", hint="`segue callers list` shows them.", param="name")


def _facts(caller: Caller) -> dict[str, object]:
    return {
        "id": caller.id,
        "name": caller.name,
        "role": caller.role,
        "created_at": caller.created_at,
        "revoked_at": caller.revoked_at,
        "old_key_until": caller.old_key_until,
        **scope_facts(caller.scope),
    }

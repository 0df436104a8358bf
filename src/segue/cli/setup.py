"""`segue setup`: look at what is here, recommend one setup with its reasons, and carry it out after a yes."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from segue.cli.options import ConfigOption, JsonOption, run, say, settings
from segue.domain.foreign_text import shown_lines

if TYPE_CHECKING:
    from pathlib import Path

    from segue.catalog.advice import Advice
    from segue.catalog.surroundings import Surroundings
    from segue.cli.setup_steps import Done, Plan
    from segue.config.load import Loaded

YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Carry it out without asking.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Only say what would be done, and by which command.")]
ChooseOption = Annotated[
    str | None,
    typer.Option(
        "--choose", help="Another setup than the recommended one, by its name, as openrouter or demonstration."
    ),
]
ServerOption = Annotated[
    list[str] | None,
    typer.Option("--server", help="Look for a model server here too, as http://127.0.0.1:9000. Repeatable."),
]
KeysOption = Annotated[
    Literal["environment", "vault"] | None,
    typer.Option("--keys", help="Where the key stays: in its variable, or encrypted in the vault. Else it is asked."),
]


def setup(
    yes: YesOption = False,
    dry_run: DryRunOption = False,
    choose: ChooseOption = None,
    server: ServerOption = None,
    keys: KeysOption = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Look at what is here, recommend one setup with its reasons, and carry it out after a yes.

    The key is checked, the settings file gets what it lacks and keeps all that stands there, and one real question is
    asked. It can be run again at any time. Piped, or with --json, nobody is asked: without --yes it only says what it
    would do. Exit status 1: it could not be carried out, or the models do not answer.
    """
    from segue.catalog.advice import recommend
    from segue.cli.setup_steps import carry_out, plan_of, without_missing_file

    loaded = settings(config, quiet=True) if config is None or config.exists() else without_missing_file(config)
    found = run(_look(loaded, server or []))
    advice = recommend(found, chosen=choose)
    plan = plan_of(advice.setup, config, servers=server or [], keys=keys)
    asks = not (yes or dry_run or as_json) and sys.stdin.isatty() and sys.stderr.isatty()
    if not as_json:
        _tell(found, advice, plan)
    if asks and plan.lacks is None:
        plan = _asked(plan, config, server or [], keys)
    elif yes and not dry_run:
        _check_named(found)
    else:
        if as_json:
            _tell_programs(found, advice, plan, None)
        return
    done = run(carry_out(plan, loaded))
    _tell_done(found, advice, plan, done, as_json=as_json)
    if done.failure is not None:
        raise typer.Exit(1)


def _check_named(found: Surroundings) -> None:
    """Without a person to look at it nothing is set up in place of a server that was named. Raises RequestError."""
    from segue.errors import RequestError

    if found.not_usable:
        first = found.not_usable[0]
        message = f"The server at {first.origin} cannot be used: nothing was changed. {first.because}"
        raise RequestError(message, param="server", hint=first.do)


async def _look(loaded: Loaded, servers: list[str]) -> Surroundings:
    from segue.catalog.looking import look_around
    from segue.cli.setup_steps import kept_in_words, origins_of
    from segue.config.home import segue_home

    kept = await kept_in_words(loaded)
    return await look_around(loaded, segue_home(), kept=kept, origins=origins_of(servers))


def _asked(
    plan: Plan,
    config: Path | None,
    servers: list[str],
    keys: Literal["environment", "vault"] | None,
) -> Plan:
    """The plan after a yes, with the person's wish about the key. Raises Abort for anything else.

    Where somebody else changed the file while the person thought, what is done now is told and asked about again.
    """
    from segue.cli.setup_steps import plan_of
    from segue.cli.setup_words import plan_lines

    while True:
        if not typer.confirm("Carry this out?", default=True, err=True):
            raise typer.Abort
        wish = _wish(plan, keys)
        now = plan_of(plan.setup, config, servers=servers, keys=keys)
        if (now.changes, now.diff) == (plan.changes, plan.diff):
            return plan_of(plan.setup, config, servers=servers, keys=wish)
        plan = now
        say(f"{plan.file} was changed meanwhile. This would be done now:")
        for line in plan_lines(plan):
            typer.echo(shown_lines(line))


def _wish(plan: Plan, keys: Literal["environment", "vault"] | None) -> Literal["environment", "vault"] | None:
    """Which key a person wants to be used, and where it shall be. Raises RequestError for one that is not here."""
    from segue.catalog.looking import key_variables
    from segue.errors import RequestError

    for name, key in plan.kept.items():
        question = f"The vault has a key for {name} already: {key.kept}. Use it?"
        if typer.confirm(question, default=True, err=True):
            continue
        if key.variable is None:
            raise RequestError(
                f"There is no other key of {key.host} here: nothing was changed.",
                param="keys",
                hint=f"Set {key_variables()[key.host]} and run `segue setup` again: it asks which of the two is used. "
                f"To forget the one that is kept: segue keys remove {name}",
            )
        return "environment"
    return "vault" if keys is None and plan.variables and _takes_into_vault(plan) else keys


def _takes_into_vault(plan: Plan) -> bool:
    names = ", ".join(plan.variables)
    question = f"Keep the key of {names} encrypted in the vault? (no: it is read from there every time)"
    return typer.confirm(question, default=False, err=True)


def _tell(found: Surroundings, advice: Advice, plan: Plan) -> None:
    from segue.cli.setup_words import advice_lines, found_lines, plan_lines

    for line in (*found_lines(found), *advice_lines(advice), *plan_lines(plan)):
        typer.echo(shown_lines(line))


def _tell_programs(found: Surroundings, advice: Advice, plan: Plan, done: Done | None) -> None:
    from segue.cli.printing import print_json
    from segue.cli.setup_words import setup_facts

    print_json(setup_facts(found, advice, plan, done))


def _tell_done(found: Surroundings, advice: Advice, plan: Plan, done: Done, *, as_json: bool) -> None:
    from segue.cli.setup_words import done_lines

    if as_json:
        _tell_programs(found, advice, plan, done)
        return
    for line in done_lines(plan, done):
        typer.echo(shown_lines(line))
    if done.failure is not None:
        say(f"segue: {done.failure}")

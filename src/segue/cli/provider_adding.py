"""`segue providers add`: any provider by one command: its address looked at, its key kept, its abilities tried."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from segue.cli.new_key import NewKey
from segue.cli.options import ConfigOption, JsonOption, run, say, settings
from segue.cli.provider_writing import Added, Wanted, added_facts, name_taken, write

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segue.config.load import Loaded
    from segue.errors import ProviderError, ProviderNotAdded
    from segue.providers.addresses import Address
    from segue.providers.hosts import Host
    from segue.providers.probe import Found
    from segue.providers.reach import Reached

_MOST_SHOWN = 30
"""Models that are offered at a terminal; of more, one is named with --model."""
_FEW = 8
"""Models that an error names."""
COMPATIBLE = "openai_compatible"


def add(
    name: Annotated[str, typer.Argument(help="What to call it; models are then NAME:MODEL.")],
    url: Annotated[str | None, typer.Option("--url", help="Its address, as https://api.example.org/v1.")] = None,
    host: Annotated[
        str | None, typer.Option("--host", help="A known host: openai, anthropic, groq, mistral, gemini and others.")
    ] = None,
    type_: Annotated[
        str | None, typer.Option("--type", help="What it speaks; otherwise by its host, else openai_compatible.")
    ] = None,
    model: Annotated[
        list[str] | None, typer.Option("--model", "-m", help="A model there; repeatable. Otherwise it is asked for.")
    ] = None,
    key_env: Annotated[
        str | None,
        typer.Option("--key-env", help="The environment variable that holds its key; the vault is not used."),
    ] = None,
    key: Annotated[
        bool | None,
        typer.Option("--key/--no-key", help="Whether a key is asked for (standard input in scripts), or none is used."),
    ] = None,
    kept_key: Annotated[
        bool, typer.Option("--kept-key", help="Send it the key that the vault has for this name from before.")
    ] = False,
    data_policy: Annotated[
        Literal["local", "no_training", "may_train"] | None,
        typer.Option("--data-policy", help="What it does with what it is sent, by your contract with it."),
    ] = None,
    no_probe: Annotated[bool, typer.Option("--no-probe", help="Ask it nothing; what it can do stays unknown.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Ask no questions.")] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add a provider: look who answers at its address, keep its key, try what its models can do, and write it down.

    A key is asked for where nothing is echoed, or read from standard input, and kept in the vault. What a model can do
    is found out by some fourteen tiny requests; what they cost is said before.
    """
    from segue.cli.printing import print_json
    from segue.providers.addresses import IN_CLEAR

    models = tuple(dict.fromkeys(model or ()))
    wanted = Wanted(name, url, host, type_, models, data_policy, not no_probe, yes, as_json)
    asks = not (yes or as_json) and sys.stdin.isatty()
    added = run(_add(config, wanted, NewKey(name, key_env, key, takes_kept=kept_key, asks=asks)))
    if as_json:
        print_json(added_facts(name, added))
        return
    for note in added.notes:
        if note != IN_CLEAR:  # said before anything was sent
            say(note)
    say(f"{name} is added to {added.file}: {', '.join(f'{name}:{one}' for one in added.models) or added.type}")
    if added.fingerprint:
        say(f"Its key is in the vault, fingerprint {added.fingerprint}.")
    if added.models:
        say(f'Try it: segue ask "Good evening." --model {shlex.quote(f"{name}:{added.models[0]}")}')


async def _add(config: Path | None, wanted: Wanted, key: NewKey) -> Added:
    from segue.config.edit import file_to_edit
    from segue.errors import ProviderError

    file = file_to_edit(config)
    loaded = _loaded(config, file)
    _check_name(loaded, wanted.name)
    kind = _kind(wanted)
    _mind_the_way(wanted)
    try:
        if kind == COMPATIBLE:
            return await _add_compatible(file, loaded, wanted, key)
        from segue.cli.native_adding import add_native

        return await add_native(file, loaded, wanted, kind, key)
    except ProviderError as error:
        raise _not_added(error, key) from error


def _loaded(config: Path | None, file: Path) -> Loaded:
    """The settings until now; those of a file that is yet to be made are the defaults."""
    from segue.config.load import Loaded
    from segue.config.settings import Settings

    if config is not None and not file.exists():
        return Loaded(Settings(), None)
    return settings(config, quiet=True)


def _check_name(loaded: Loaded, name: str) -> None:
    import re

    from segue.config.section import NAME_PATTERN
    from segue.errors import RequestError

    if re.fullmatch(NAME_PATTERN, name) is None:
        raise RequestError("That is no name.", param="name", hint="Small letters, digits, _ and -, as `my-server`.")
    if name in loaded.settings.providers:
        raise name_taken(name)


def _kind(wanted: Wanted) -> str:
    """The type that is meant. Raises RequestError for hosts that nobody knows, and where nothing says what it is."""
    import difflib

    from segue.errors import RequestError
    from segue.providers.contract import PROVIDERS
    from segue.providers.hosts import HOSTS

    if wanted.type is not None:
        PROVIDERS.load(wanted.type)  # whether there is one
        return wanted.type
    if wanted.host is None:
        if wanted.url is None:
            hint = "segue providers add NAME --url https://… , or --host groq, or --type local"
            raise RequestError("Nothing says where it is.", param="url", hint=hint)
        return COMPATIBLE
    if wanted.host in PROVIDERS.names:
        return wanted.host  # it has a type of its own, which can do more
    if wanted.host not in HOSTS:
        known = sorted({*HOSTS, *({"anthropic", "openrouter"} & set(PROVIDERS.names))})
        close = difflib.get_close_matches(wanted.host, known, n=1)
        meant = f"Did you mean '{close[0]}'? " if close else ""
        hint = f"{meant}Known: {', '.join(known)}; any other by --url."
        raise RequestError(f"No host is known as '{wanted.host}'.", param="host", hint=hint)
    return COMPATIBLE


def _mind_the_way(wanted: Wanted) -> None:
    """Warn of an address to which everything goes in the clear, before anything does. Raises Abort after a no."""
    from segue.providers.addresses import IN_CLEAR, told_address

    if wanted.url is None or not told_address(wanted.url).is_in_clear:
        return
    say(f"Warning: {IN_CLEAR}")
    asks = not (wanted.yes or wanted.quiet) and sys.stdin.isatty()
    if asks and not typer.confirm("Go on all the same?", default=False, err=True):
        raise typer.Abort


async def _add_compatible(file: Path, loaded: Loaded, wanted: Wanted, key: NewKey) -> Added:
    """One that speaks OpenAI's protocol."""
    from segue.providers.addresses import Address, told_address
    from segue.providers.hosts import HOSTS

    address = told_address(wanted.url) if wanted.url else Address(HOSTS[str(wanted.host)].base_url)
    host = wanted.host or address.host
    is_own = host is not None and HOSTS[host].base_url == address.base_url
    is_needed = is_own and host is not None and HOSTS[host].key_variable is not None
    await key.find(loaded, is_needed=is_needed, address=address.base_url)
    _check_form(key, host if is_own else None)
    found: tuple[Found, ...] = ()
    if wanted.probes:
        reached = await _reached(loaded, wanted, address, key)
        address, host = reached.address, host or reached.host
        models = chosen(wanted, reached)
        found = await _tried(loaded, wanted, reached, models, HOSTS[host] if host else None, host, key)
    else:
        models, reached = _named(wanted), None
    options = _options(wanted, address, host, models, found, reached)
    return await write(file, loaded, wanted, COMPATIBLE, options, key, address, models, found)


def _check_form(key: NewKey, host: str | None) -> None:
    """A key that begins as another host's do is not sent."""
    from segue.errors import KeyNotKept
    from segue.providers.key_check import AskedKey

    if key.secret is not None and (wrong := AskedKey(key.secret, None, host=host).wrong_form()) is not None:
        raise KeyNotKept(f"Nothing was added. {wrong.detail}", hint="Enter another one.")


async def _reached(loaded: Loaded, wanted: Wanted, address: Address, key: NewKey) -> Reached:
    """Who answers there; a key is asked for where one is wanted."""
    from segue.errors import KeyRejected
    from segue.providers.reach import reach
    from segue.providers.wire import Wire

    def wire(base_url: str) -> Wire:
        return Wire(base_url, key=key.secret, connect_s=loaded.settings.time.connect_s)

    takes_native = wanted.type == COMPATIBLE
    try:
        return await reach(address, name=wanted.name, wire=wire, takes_native=takes_native)
    except KeyRejected:
        if not key.may_ask:
            raise
    say("It wants a key.")
    await key.ask(loaded)
    return await reach(address, name=wanted.name, wire=wire, takes_native=takes_native)


def _named(wanted: Wanted) -> tuple[str, ...]:
    from segue.errors import RequestError

    if not wanted.models:
        raise RequestError("Say which model to use there.", param="model", hint="--model NAME, as often as you like.")
    return wanted.models


def chosen(wanted: Wanted, reached: Reached) -> tuple[str, ...]:
    """The models to use: those that were named, the only one, or one that is chosen at the terminal."""
    import difflib

    from segue.errors import RequestError

    if away := next((model for model in wanted.models if reached.is_elsewhere(model)), None):
        hint = f"As --type {reached.host} it can be used as what it is."
        said = f"'{away}' is asked there and answered on somebody else's machines."
        raise RequestError(said, param="model", hint=hint)
    listed = [one.name for one in reached.models or ()]
    if reached.models is None and not wanted.models:
        why = f" Its list could not be read: {reached.unread}." if reached.unread else ""
        hint = "--model NAME, as often as you like."
        raise RequestError(f"Say which model to use there.{why}", param="model", hint=hint)
    if reached.left_out:
        say(f"Models of its list whose names cannot be shown, and which are left out: {reached.left_out}.")
    if wanted.models or not listed:
        models = _named(wanted)
        for model in (one for one in models if listed and one not in listed):
            close = difflib.get_close_matches(model, listed, n=1)
            meant = f" Did you mean '{close[0]}'?" if close else ""
            say(f"Its list has no model '{model}': it is asked for all the same.{meant}")
        return models
    if len(listed) == 1:
        return (listed[0],)
    if wanted.yes or not sys.stdin.isatty() or len(listed) > _MOST_SHOWN:
        named = ", ".join(listed[:_FEW]) + (f" and {len(listed) - _FEW} others" if len(listed) > _FEW else "")
        raise RequestError(f"It has {len(listed)} models: {named}.", param="model", hint="Choose with --model NAME.")
    for number, model in enumerate(listed, start=1):
        say(f"{number:3}  {model}")
    while not 0 < (number := typer.prompt("Which one", type=int, err=True)) <= len(listed):
        say(f"A number from 1 to {len(listed)}.")
    return (listed[number - 1],)


async def _tried(
    loaded: Loaded,
    wanted: Wanted,
    reached: Reached,
    models: Sequence[str],
    row: Host | None,
    host: str | None,
    key: NewKey,
) -> tuple[Found, ...]:
    """What the models can do, after a word on what asking costs; nothing where somebody says no to that."""
    from segue.cli.provider_probing import cost_words, probed
    from segue.errors import KeyRejected
    from segue.providers.openai_json import PLAIN
    from segue.providers.wire import Wire

    if not wanted.quiet:
        say(cost_words(models, host, is_near=reached.address.is_near))
    asks = not (wanted.yes or wanted.quiet or reached.address.is_near) and sys.stdin.isatty()
    if asks and not typer.confirm("Go on?", default=True, err=True):
        return ()
    known = row.dialect if row else PLAIN
    for _ in range(2):
        connect_s = loaded.settings.time.connect_s
        try:
            async with Wire(reached.address.base_url, key=key.secret, connect_s=connect_s) as wire:
                return await probed(wire, wanted.name, models, known=known, quiet=wanted.quiet)
        except KeyRejected:  # some show their list to everybody
            if not key.may_ask:
                raise
        say("It wants a key.")
        await key.ask(loaded)
    raise AssertionError("with a key nobody is asked again")


def _options(
    wanted: Wanted,
    address: Address,
    host: str | None,
    models: Sequence[str],
    found: Sequence[Found],
    reached: Reached | None,
) -> dict[str, object]:
    from segue.cli.provider_probing import today
    from segue.providers.hosts import HOSTS
    from segue.providers.openai_json import PLAIN
    from segue.providers.probe import provider_options

    options: dict[str, object] = {}
    if host is not None:
        options["host"] = host
    if host is None or HOSTS[host].base_url != address.base_url:
        options["base_url"] = address.base_url
    if wanted.data_policy is not None:
        options["data_policy"] = wanted.data_policy
    if found:
        options |= provider_options(found, HOSTS[host].dialect if host else PLAIN)
    told = {one.model: one.model_options(today()) for one in found}
    for model in models:
        if reached is not None and (tokens := reached.context_of(model)) is not None:
            told[model] = {"context_tokens": tokens, **told.get(model, {})}
    options["models"] = {model: told.get(model, {}) for model in models}
    return options


def _not_added(error: ProviderError, key: NewKey) -> ProviderNotAdded:
    """The failure of a provider that nobody has configured yet."""
    from segue.errors import KeyRejected, ProviderNotAdded, Silent

    if isinstance(error, Silent):
        hint = "With --no-probe --model NAME it is added without being asked."
        return ProviderNotAdded(f"Nothing was added. {error.message}", hint=hint)
    if not isinstance(error, KeyRejected):
        return ProviderNotAdded(f"Nothing was added. {error.message}", hint=error.hint)
    if key.secret is None:
        hint = "Leave --no-key out, or name the variable that holds it with --key-env."
        return ProviderNotAdded("Nothing was added. It wants a key.", hint=hint)
    return ProviderNotAdded(f"Nothing was added. {error.message}", hint="Enter another key.")

"""`segue providers`: where models answer; each added, shown, tried again, switched off or taken away by one command."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from segue.cli.options import ConfigOption, JsonOption, run, say, settings
from segue.cli.provider_adding import add

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segue.cli.provider_rows import ProviderRow
    from segue.config.edit import Remove, Set
    from segue.config.load import Loaded
    from segue.config.settings import ProviderSettings

app = typer.Typer(name="providers", help="Where models answer: add, show, try, remove.", no_args_is_help=True)
app.command("add")(add)

_NAMES_MODELS = {"routes": "route", "fallbacks": "fallbacks of", "safety": "", "limits": ""}
"""Sections of the settings that name models and providers, and what an entry of them is called."""

NameArgument = Annotated[str, typer.Argument(help="The provider's name in the settings.")]


@app.command("list")
def list_providers(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Show every provider with its address, the state of its key, its models and what they can do; nobody is asked."""
    from segue.cli.printing import print_json, print_table
    from segue.cli.provider_rows import provider_rows

    rows = run(provider_rows(settings(config, quiet=True)))
    if as_json:
        print_json({"providers": [_facts(row) for row in rows]})
        return
    headings = ("provider", "type", "address", "key", "privacy", "models", "can do", "tried")
    print_table(headings, (line for row in rows for line in _lines(row)))


@app.command("test")
def try_again(
    name: NameArgument,
    model: Annotated[list[str] | None, typer.Option("--model", "-m", help="Only this model; repeatable.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only tell: change nothing in the settings.")] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Ask a provider's models again what they can do, and write what was found into the settings.

    Only providers of type openai_compatible are asked: others know what they can do.
    """
    from segue.cli.provider_probing import print_tried, try_provider

    print_tried(run(try_provider(config, name, model or [], writes=not dry_run, quiet=as_json)), as_json)


@app.command("remove")
def remove(
    name: NameArgument,
    keys: Annotated[
        Literal["keep", "forget"] | None, typer.Option("--keys", help="What becomes of its keys in the vault.")
    ] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take a provider out of the settings. What becomes of its keys is asked at a terminal; otherwise they are kept."""
    from segue.cli.printing import print_json
    from segue.config.edit import file_to_edit

    forgotten, kept = run(_remove(config, name, keys))
    if as_json:
        print_json({"provider": name, "removed": True, "keys_forgotten": forgotten, "keys_kept": kept})
        return
    say(f"{name} is no provider any more. The file from before is kept as {file_to_edit(config).resolve()}.bak")
    if kept:
        say(f"Keys that stay in the vault for this name: {kept}. To forget one: segue keys remove {name}")
    if forgotten:
        say(f"Keys that are forgotten here: {forgotten}. Revoke them at the provider as well.")


@app.command("enable")
def enable(name: NameArgument, config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Switch a provider on again."""
    _switch(config, name, on=True, as_json=as_json)


@app.command("disable")
def disable(name: NameArgument, config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Switch a provider off: as if it were not written in the settings. Nothing of it is lost."""
    _switch(config, name, on=False, as_json=as_json)


def _changed(file: Path, name: str, changes: Sequence[Set | Remove]) -> Loaded:
    """Change the file. Raises ConfigError, which says what names the provider where something does."""
    from segue.catalog.configured import check_providers
    from segue.config.edit import change
    from segue.errors import ConfigError

    try:
        return change(file, changes, check=check_providers)
    except ConfigError as error:
        section, _, rest = (error.key or "").partition(".")
        if section not in _NAMES_MODELS or not error.message.startswith((f"'{name}:", f"'{name}'")):
            raise
        what = f"{_NAMES_MODELS[section]} {rest.split('.')[0]}" if section in ("routes", "fallbacks") else error.key
        raise ConfigError(
            f"Nothing was changed: {what} names {name}.",
            key=error.key,
            file=error.file,
            line=error.line,
            hint="Change that first.",
        ) from error


def _switch(config: Path | None, name: str, *, on: bool, as_json: bool) -> None:
    from segue.cli.printing import print_json
    from segue.config.edit import Set

    _changed(_file_with(config, name), name, [Set(("providers", name, "enabled"), on)])
    if as_json:
        print_json({"provider": name, "enabled": on})
    else:
        say(f"{name} is switched {'on' if on else 'off'}.")


async def _remove(config: Path | None, name: str, keys: Literal["keep", "forget"] | None) -> tuple[int, int]:
    """Take it out; how many keys were forgotten, and how many are kept."""
    from segue.cli.keys import opened_keys
    from segue.cli.provider_rows import kept_keys
    from segue.config.edit import Remove

    file = _file_with(config, name)
    gone = [Remove(("providers", one)) for one in (name, *_left_by_defaults(file, name))]
    loaded = _changed(file, name, gone)
    labels = [one.kept.label for one in (await kept_keys(loaded)).get(name, [])]
    if labels and keys is None and sys.stdin.isatty():
        keys = "forget" if typer.confirm("Forget its keys in the vault too?", err=True) else "keep"
    if not labels or keys != "forget":
        return 0, len(labels)
    async with opened_keys(loaded) as vault:
        return sum([await vault.remove(name, label) for label in labels]), 0


def _left_by_defaults(file: Path, name: str) -> tuple[str, ...]:
    """Entries that were written only to keep the defaults beside this provider: without it those are there again."""
    from segue.catalog.kept_defaults import are_only_defaults
    from segue.config.settings import DEFAULT_PROVIDERS
    from segue.config.yaml_tree import read_yaml

    providers = read_yaml(file).values["providers"]
    assert isinstance(providers, dict), "it was found among them"
    others = {other: entry for other, entry in providers.items() if other != name}
    return tuple(others) if name not in DEFAULT_PROVIDERS and are_only_defaults(others) else ()


def _file_with(config: Path | None, name: str) -> Path:
    """The settings file, in which a provider stands. What else it lacks, as a variable that is not set, may be mended
    by switching that one off. Raises RequestError, ConfigError."""
    from segue.config.edit import file_to_edit
    from segue.config.yaml_tree import read_yaml

    file = file_to_edit(config)
    providers = read_yaml(file).values.get("providers") if file.is_file() else None
    known = list(providers) if isinstance(providers, dict) else []
    if name not in known:
        raise no_such_provider(name, known)
    return file


def provider_named(loaded: Loaded, name: str) -> ProviderSettings:
    """A provider of the settings. Raises RequestError."""
    if (found := loaded.settings.providers.get(name)) is not None:
        return found
    raise no_such_provider(name, list(loaded.settings.providers))


def no_such_provider(name: str, known: Sequence[str]) -> Exception:
    """The error for a name that stands for none."""
    import difflib

    from segue.errors import RequestError

    close = difflib.get_close_matches(name, known, n=1)
    hint = f"Did you mean '{close[0]}'?" if close else f"There are: {', '.join(known) or 'none'}."
    return RequestError(f"No provider is named '{name}' in the settings.", param="provider", hint=hint)


def settings_file(loaded: Loaded) -> Path:
    """The file that was read; a provider that a variable alone makes stands in none."""
    from segue.errors import RequestError

    if loaded.file is None:
        raise RequestError("There is no settings file.", hint="It is set by SEGUE__PROVIDERS__… in the environment.")
    return loaded.file


def _lines(row: ProviderRow) -> list[tuple[str, ...]]:
    """A line for each model; what is of the provider stands in the first."""
    kind = row.type if row.enabled else f"{row.type}, off"
    head = (row.name, kind, row.address or "-", row.key, row.privacy)
    if not row.models:
        return [(*head, "-", "-", "-")]
    models = [(one.model, ", ".join(one.capabilities), one.probed_on or "-") for one in row.models]
    return [((*head, *models[0])), *(("", "", "", "", "", *one) for one in models[1:])]


def _facts(row: ProviderRow) -> dict[str, object]:
    return {
        "provider": row.name,
        "type": row.type,
        "enabled": row.enabled,
        "address": row.address,
        "key": row.key,
        "privacy": row.privacy,
        "models": row.models,
        "missing": list(row.missing),
    }

"""`segue models ps|load|unload`: what is in memory on this machine: in a running gateway, and in servers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.health import KeyFileOption, UrlOption
from segue.cli.options import ConfigOption, JsonOption, run, say, settings

if TYPE_CHECKING:
    from pathlib import Path

    from segue.catalog.managed import Managed
    from segue.config.load import Loaded
    from segue.domain.models import ModelRef
    from segue.domain.servers import RunningModel
    from segue.errors import ProviderError

ModelArgument = Annotated[
    str, typer.Argument(metavar="[PROVIDER:]NAME", help="The model; its name alone where only one has it.")
]


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file into a group."""
    for command in (ps, load, unload):
        app.command()(command)


def ps(
    config: ConfigOption = None, url: UrlOption = None, key_file: KeyFileOption = None, as_json: JsonOption = False
) -> None:
    """Which models are in memory now: in a running gateway (type local), and in servers (ollama and lm_studio)."""
    from segue.cli.local_running import held, where_held
    from segue.cli.printing import print_json, print_table

    where = where_held(settings(config, quiet=True), url)
    here = held(where, key_file)
    running, failed = run(_running(config))
    running = [*(here or ()), *running]
    if as_json:
        unreachable = [{"provider": error.model.provider, "message": error.message} for error in failed]
        gateway = None if here is None else where
        print_json({"models": [_facts(one) for one in running], "unreachable": unreachable, "gateway": gateway})
    else:
        print_table(
            ("model", "memory", "on a GPU", "context", "answers", "waiting", "idle", "leaves memory"),
            map(_row, running),
        )
        if here is None:
            say(f"segue: no gateway runs at {where}: no local model is held for anybody.")
        for error in failed:
            say(f"segue: {error.model.provider}: {error.message} {error.hint}".rstrip())
    if failed and not running:
        raise typer.Exit(1)


def load(
    model: ModelArgument,
    config: ConfigOption = None,
    url: UrlOption = None,
    key_file: KeyFileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Have a model in memory before it is asked, with the context that is configured for it.

    A local model is loaded by the gateway that runs.
    """
    from segue.catalog.managed import managed_model
    from segue.cli.local_running import load_held, where_held
    from segue.cli.printing import print_json

    loaded = settings(config, quiet=True)
    model, is_here = _meant(loaded, model, url)
    found = None if is_here else managed_model(loaded, model)  # whether anybody can, before it is said
    if not as_json:
        say(f"Loading {model} …")
    held = load_held(where_held(loaded, url), model, key_file) if found is None else run(_load(*found))
    if as_json:
        print_json(_facts(held))
        return
    context = "" if held.context_tokens is None else f", with a context of {held.context_tokens:,} tokens"
    typer.echo(f"{held.ref} is in memory{context}.")


def unload(
    model: ModelArgument,
    config: ConfigOption = None,
    url: UrlOption = None,
    key_file: KeyFileOption = None,
    as_json: JsonOption = False,
) -> None:
    """Free a model's memory, once its running answers are over. Exit status 0 also where it was not in memory."""
    from segue.cli.local_running import unload_held, where_held
    from segue.cli.printing import print_json

    loaded = settings(config, quiet=True)
    model, is_here = _meant(loaded, model, url)
    was_held = unload_held(where_held(loaded, url), model, key_file) if is_here else run(_unload(model, config))
    if as_json:
        print_json({"model": model, "unloaded": was_held})
    else:
        typer.echo(f"{model} is out of memory." if was_held else f"{model} was not in memory.")


def _meant(loaded: Loaded, model: str, url: str | None) -> tuple[str, bool]:
    """The model as `provider:name`, and whether a gateway holds it; a name that is none of these settings is left to
    the gateway that was named."""
    from segue.catalog.managed import full_name
    from segue.cli.local_running import is_held_here
    from segue.errors import ModelNotFound

    try:
        full = full_name(loaded, model)
    except ModelNotFound:
        if url is None:
            raise
        return model, True
    return full, is_held_here(loaded, full)


async def _running(config: Path | None) -> tuple[list[RunningModel], list[ProviderError]]:
    """What is in memory, and who could not be asked."""
    from segue.catalog.managed import managed_providers
    from segue.errors import ProviderError

    providers = managed_providers(settings(config, quiet=True))
    running: list[RunningModel] = []
    failed: list[ProviderError] = []
    for provider in providers.values():
        try:
            async with provider:
                running += await provider.running()
        except ProviderError as error:
            failed.append(error)
    return running, failed


async def _load(provider: Managed, ref: ModelRef) -> RunningModel:
    async with provider:
        return await provider.load(ref.name)


async def _unload(model: str, config: Path | None) -> bool:
    from segue.catalog.managed import managed_model

    provider, ref = managed_model(settings(config, quiet=True), model)
    async with provider:
        return await provider.unload(ref.name)


def _row(one: RunningModel) -> tuple[str, ...]:
    return (
        str(one.ref),
        _memory(one.size_bytes),
        _memory(one.gpu_bytes),
        "unknown" if one.context_tokens is None else f"{one.context_tokens:,}",
        *("-" if count is None else str(count) for count in (one.answers, one.waiting)),
        "-" if one.idle_s is None else f"{one.idle_s:.0f} s",
        "-" if one.until is None else f"{one.until.astimezone():%H:%M:%S}",
    )


def _memory(size_bytes: int | None) -> str:
    from segue.machine.sizes import gb

    return "unknown" if size_bytes is None else gb(size_bytes)


def _facts(one: RunningModel) -> dict[str, object]:
    return {
        "model": str(one.ref),
        "size_bytes": one.size_bytes,
        "gpu_bytes": one.gpu_bytes,
        "context_tokens": one.context_tokens,
        "answers": one.answers,
        "waiting": one.waiting,
        "idle_s": one.idle_s,
        "until": one.until,
    }

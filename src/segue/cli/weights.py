"""`segue models weights|verify|rm|pin|unpin`: the weights that this machine keeps."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.options import ConfigOption, JsonOption, say, settings
from segue.machine.sizes import size

if TYPE_CHECKING:
    from segue.config.load import Loaded
    from segue.machine.stored_models import StoredModel
    from segue.machine.weight_checks import WrongFile
    from segue.machine.weight_store import WeightStore

NameArgument = Annotated[
    str, typer.Argument(metavar="NAME", help="As `segue models weights` shows it, or as the model is called.")
]
RevisionOption = Annotated[
    str | None, typer.Option("--revision", help="An earlier one, by its first letters; otherwise the newest.")
]


def add_to(app: typer.Typer) -> None:
    """Put the commands of this file into a group."""
    for command in (weights, verify, rm, pin, unpin):
        app.command()(command)


def weights(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """List the weights that this machine keeps, with their size, their revision and when they were used last."""
    from segue.catalog.weights_named import named_in_settings
    from segue.cli.printing import print_json, print_table
    from segue.machine.weight_budget import removal as removal_of
    from segue.machine.weight_budget import room

    loaded, store = settings(config, quiet=True), _store()
    stored, wrong = store.list_all()
    unfinished = store.unfinished()
    held = {model.folder for model in stored if store.is_held(model)}
    budget_bytes = loaded.settings.weights.disk_budget_bytes
    named = named_in_settings(loaded.settings, stored)
    in_use = {*named, *(model.name for model in stored if model.folder in held)}
    lack = room(stored, 0, budget_bytes=budget_bytes, held=in_use)
    if as_json:
        print_json(
            {
                "weights": [facts(model, is_held=model.folder in held) for model in stored],
                "unfinished": [{"name": name, "bytes": here_bytes} for name, here_bytes in unfinished],
                "problems": [{"message": error.message, "hint": error.hint} for error in wrong],
                "total_bytes": sum(model.disk_bytes for model in stored),
                "disk_budget_bytes": budget_bytes,
                "beyond_budget_bytes": lack.missing_bytes,
                "may_be_removed": [model.name for model in lack.to_remove],
            }
        )
        return
    print_table(
        ("name", "size", "format", "revision", "last used", "from", "note"), (_row(one, held, named) for one in stored)
    )
    for name, here_bytes in unfinished:
        say(f"Not finished: {name}, {size(here_bytes)} are here. Go on with segue models pull, or: {removal(name)}")
    for error in wrong:
        say(f"segue: {error}")
    if lack.missing_bytes:
        say(f"This is {size(lack.missing_bytes)} beyond the disk budget (weights.disk_budget_bytes).")
    for model in lack.to_remove:
        say(f"Not used for longest: {removal_of(model, stored)} frees {size(model.disk_bytes)}.")


def verify(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="Only this model; otherwise all.")] = None,
    repair: Annotated[bool, typer.Option("--repair", help="Fetch the files that are wrong again.")] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Read stored weights, every byte, and compare them with what was fetched. Exit status 1 where some are wrong."""
    from segue.cli.printing import print_json

    loaded, store = settings(config, quiet=True), _store()
    stored, problems = store.list_all()
    name = None if name is None else _meant(name, store, loaded)
    chosen = [model for model in stored if name in (None, model.name)]
    if name is not None and not chosen:
        raise _no_such(name, store)
    told = [_verified(store, model, loaded, repairs=repair, as_json=as_json) for model in chosen]
    others = problems if name is None else ()
    if as_json:
        wrong = [{"message": error.message, "hint": error.hint} for error in others]
        print_json({"weights": told, "problems": wrong})
    for error in others:
        say(f"segue: {error}")
    if others or any(one["wrong"] for one in told):
        raise typer.Exit(1)


def rm(
    name: NameArgument,
    revision: RevisionOption = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Remove stored weights: every revision, or one. Those that are pinned or loaded are not removed.

    Where the settings name them, that is said.
    """
    from segue.catalog.weights_named import known_as, named_in_settings
    from segue.cli.printing import print_json
    from segue.errors import RequestError

    loaded, store = settings(config, quiet=True), _store()
    name = _meant(name, store, loaded)
    chosen = _chosen(store, name, revision)
    is_there = bool(chosen) or any(path.is_dir() for path in (store.folder / name).glob("[!.]*"))
    freed_bytes = sum(model.disk_bytes for model in chosen)
    named = named_in_settings(loaded.settings, chosen).get(name, ())
    loses = f" The settings name it as {', '.join(named)}, which cannot answer without it." if named else ""
    if is_there and not yes:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            raise RequestError(f"Removing {name} wants a yes.{loses}", hint=f"{removal(name)} --yes", param="name")
        if not typer.confirm(f"{loses} Remove {name} ({size(freed_bytes)})?".strip(), err=True):
            raise typer.Exit(1)
    for model in sorted(chosen, key=store.is_held, reverse=True):  # where one is in memory, none is removed
        store.remove(model, called=known_as(model, loaded.settings))
    damaged = store.remove_damaged(name) if revision is None else 0
    was_unfinished = revision is None and store.forget_unfinished(name)
    if not (chosen or damaged or was_unfinished):
        raise _no_such(name, store)
    if as_json:
        print_json({"name": name, "removed": [model.revision for model in chosen], "freed_bytes": freed_bytes})
    else:
        only_links = bool(chosen) and all(model.is_linked for model in chosen)
        freed = "it was linked, its file stays." if only_links else f"{size(freed_bytes)} are free again."
        typer.echo(f"{name} is removed: {freed}")
    if named and store.find(name) is None:
        say(f"The settings still name it as {', '.join(named)}: fetch it again, or take it out of them.")


def pin(name: NameArgument, config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Keep a model: it is neither removed nor suggested for removal."""
    store = _store()
    name = _meant(name, store, settings(config, quiet=True))
    if not _chosen(store, name, None):
        raise _no_such(name, store)
    store.pin(name)
    _tell_pinned(name, is_pinned=True, as_json=as_json)


def unpin(name: NameArgument, config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Let a model be removed again. Exit status 0 also where it was not pinned."""
    store = _store()
    name = _meant(name, store, settings(config, quiet=True))
    if not _chosen(store, name, None):
        raise _no_such(name, store)
    store.unpin(name)
    _tell_pinned(name, is_pinned=False, as_json=as_json)


def facts(model: StoredModel, *, is_held: bool | None) -> dict[str, object]:
    """Stored weights as JSON shows them."""
    return {
        "name": model.name,
        "model": f"local:{model.name}",
        "path": str(model.path),
        "format": model.format,
        "quantization": model.quantization,
        "bytes": model.file_bytes,
        "is_linked": model.is_linked,
        "revision": model.revision,
        "is_current": model.is_current,
        "source": model.source,
        "licence": model.licence,
        "fetched_at": model.fetched_at,
        "last_used_at": model.last_used_at,
        "pinned": model.is_pinned,
        "loaded": is_held,
    }


def _store() -> WeightStore:
    from segue.config.home import segue_home
    from segue.machine.weight_store import WeightStore

    return WeightStore(segue_home())


def _meant(name: str, store: WeightStore, loaded: Loaded) -> str:
    """The name of stored weights, also by what their model is called; else what was given."""
    from segue.catalog.weights_named import weights_meant

    return weights_meant(name, loaded.settings, store.list_all()[0]) or name


def _chosen(store: WeightStore, name: str, revision: str | None) -> list[StoredModel]:
    """All revisions of a model, or one; raises RequestError where that one is not here."""
    from segue.errors import RequestError

    stored, _ = store.list_all()
    chosen = [model for model in stored if model.name == name]
    if revision is None:
        return chosen
    fits = [model for model in chosen if model.revision.startswith(revision)]
    if len(fits) != 1:
        here = ", ".join(model.revision[:12] for model in chosen) or "none"
        what = "is no revision" if not fits else "means several revisions"
        raise RequestError(f"'{revision}' {what} of {name} here.", param="revision", hint=f"There are: {here}.")
    return fits


def _verified(
    store: WeightStore, model: StoredModel, loaded: Loaded, *, repairs: bool, as_json: bool
) -> dict[str, object]:
    """Read one revision, mend it where that is wanted, and tell of it."""
    from segue.cli.pulling import Bar
    from segue.machine.weight_checks import refused, wrong_files

    with Bar(model.name, shows=not as_json, doing="Checking") as bar:
        read_bytes = 0

        def on_bytes(count: int) -> None:
            nonlocal read_bytes
            read_bytes += count
            bar.show("checking", read_bytes, model.file_bytes)

        on_bytes(0)
        wrong, seen = wrong_files(model, on_bytes)
        repaired = bool(wrong) and repairs
        if repaired:
            _repair(store, seen, wrong, loaded, bar)
        elif seen.files != model.files:
            store.note_files(model, seen.files)
    if not as_json:
        state = "as it was fetched" if not wrong else "fetched again and right" if repaired else "wrong"
        typer.echo(f"{model.name} {model.revision[:12]}: {state}")
        if wrong and not repaired:
            say(f"segue: {refused(model, wrong, was_read=True)}")
    found = [{"file": one.file.path, "fault": one.fault, "detail": one.detail} for one in wrong]
    left = [] if repaired else found
    return {"name": model.name, "revision": model.revision, "wrong": left, "repaired": found if repaired else []}


def _repair(
    store: WeightStore, model: StoredModel, wrong: tuple[WrongFile, ...], loaded: Loaded, bar: object
) -> StoredModel:
    from segue.cli.pull_source import source_of
    from segue.cli.pulling import Bar
    from segue.machine.weight_pull import repair

    assert isinstance(bar, Bar)
    repaired = repair(store, source_of(loaded, model), model, [one.file.path for one in wrong], bar.step)
    tell_loaded(store, (repaired,), loaded)
    return repaired


def tell_loaded(store: WeightStore, models: Iterable[StoredModel], loaded: Loaded) -> None:
    """Say of what is in memory as it was before that it stays so, and how it changes."""
    from segue.catalog.weights_named import known_as

    for model in models:
        if store.is_held(model):
            names = known_as(model, loaded.settings)
            unload = " or ".join(f"segue models unload {name}" for name in names) or "segue models unload"
            say(f"{model.name} is in memory as it was before, and answers so until it is unloaded: {unload}")


def _row(model: StoredModel, held: Collection[Path], named: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    notes = (
        ("pinned", model.is_pinned),
        ("loaded", model.folder in held),
        (f"in the settings: {', '.join(named.get(model.name, ()))}", model.name in named),
        ("linked", model.is_linked),
        ("earlier revision", not model.is_current),
        ("demonstration, not for therapeutic use", model.is_demonstration),
        ("can run programs when loaded", model.format == "pickle"),
    )
    used = "never" if model.last_used_at is None else f"{model.last_used_at.astimezone():%Y-%m-%d %H:%M}"
    kind = " ".join(filter(None, (model.format, model.quantization)))
    note = "; ".join(words for words, is_so in notes if is_so)
    return (model.name, size(model.file_bytes), kind, model.revision[:12], used, model.source, note)


def _tell_pinned(name: str, *, is_pinned: bool, as_json: bool) -> None:
    from segue.cli.printing import print_json

    if as_json:
        print_json({"name": name, "pinned": is_pinned})
    else:
        typer.echo(f"{name} is {'pinned' if is_pinned else 'not pinned'}.")


def _no_such(name: str, store: WeightStore) -> Exception:
    from segue.catalog.bare_names import close_names
    from segue.domain.foreign_text import shown
    from segue.errors import RequestError

    names = sorted({model.name for model in store.list_all()[0]})
    close = "".join(f"Did you mean '{one}'? " for one in close_names(name, names, most=1))
    here = f"There are: {', '.join(names)}." if names else "There are none: segue models pull OWNER/REPO fetches some."
    return RequestError(f"There are no weights called '{shown(name)}' here.", param="name", hint=close + here)


def removal(name: str) -> str:
    """The command that removes it."""
    return f"segue models rm {name}"

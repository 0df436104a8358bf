"""What a name stands for that is asked whether it fits: a configured model, a stored one, a path, a repository.

Headers are read, never weights. Everything here blocks; call it in a thread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final, Protocol

from segue.catalog.bare_names import close_names, only_one
from segue.catalog.fit_advice import USUAL_CONTEXT_TOKENS, Kind, Subject, Variant
from segue.catalog.identity import Identity, identified
from segue.domain.foreign_text import shown
from segue.domain.models import ModelRef
from segue.errors import ModelNotFound, RequestError, WeightsError
from segue.machine.addresses import bare
from segue.machine.gguf_names import PART, may_be_model, of_one_model
from segue.machine.headers import RangeFile, read_shape, read_shape_by_ranges
from segue.machine.known_shapes import DEMONSTRATION_SHAPE
from segue.machine.needs import Backend, LoadPlan, ModelShape
from segue.machine.stored_models import StoredModel
from segue.machine.weight_choice import quantization_of
from segue.machine.weight_store import WeightStore
from segue.machine.weights import DEMONSTRATION
from segue.providers.contract import Provider
from segue.providers.local.options import BATCH_TOKENS
from segue.providers.planning import PlannedLoad, PlansLoads

TRANSFORMERS_QUANTIZATIONS: Final = ("bfloat16", "int8", "nf4")
"""What transformers can make of weights while it loads them, largest first, besides taking them as they are."""
_SAME: Final = {"bfloat16": "BF16"}
"""What is no change of weights that are so already."""
_REPOSITORY: Final = re.compile(
    r"(?P<repository>[A-Za-z0-9][\w.-]*/[A-Za-z0-9][\w.-]*)(?:@(?P<revision>[\w./-]+))?(?::(?P<wanted>[\w./-]+))?"
)
_USUAL_QUANTIZATIONS: Final = ("Q8_0", "Q6_K", "Q5_K_M", "Q4_K_M", "Q4_0", "Q3_K_M", "Q2_K", "F16", "BF16")
"""Those whose headers are read where a repository has more: each is some megabytes to fetch."""
_MOST_READ: Final = 10
_AT_ONCE: Final = 4
"""Headers that are read at a time."""


class ReadsHub(Protocol):
    """Reads files of a repository of weights in pieces, by HTTP range requests. Blocks."""

    def files(self, repository: str, revision: str | None = None) -> tuple[RangeFile, ...]:
        """The GGUF files of a repository, or its configuration and safetensors, named OWNER/REPO/PATH.

        Raises WeightsError.
        """
        ...


@dataclass(frozen=True, slots=True)
class Where:
    """Where names are looked for."""

    home: Path
    providers: Mapping[str, Provider]
    reads_paths: bool = True
    """Whether a name may be a path: not for whoever asks over HTTP."""
    hub: ReadsHub | None = None
    """None: nobody is asked beyond this machine."""

    def planned(self) -> tuple[PlannedLoad, ...]:
        """Every model that the configured providers would load from files."""
        local = (one for one in self.providers.values() if isinstance(one, PlansLoads))
        return tuple(planned for provider in local for planned in provider.planned())


def find_subject(
    asked: str, where: Where, *, context_tokens: int | None = None, quantization: str | None = None
) -> Subject:
    """The model that a name stands for, with every quantization that there is of it.

    Raises ModelNotFound for a name of nothing, RequestError for a quantization that there is not, WeightsError for
    weights that cannot be read.
    """
    subject = _found(asked, where)
    if context_tokens is not None:
        subject = _at(subject, context_tokens)
    return subject if quantization is None else _only(subject, quantization)


def subject_of(planned: PlannedLoad, where: Where) -> Subject:
    """A configured model alone, without the other files that there are of it. Raises WeightsError."""
    if planned.weights is not None and not planned.path.exists():
        hint = "Fetch them: segue models pull OWNER/REPO --name " + planned.weights
        raise WeightsError(f"No weights are stored as {planned.weights}.", hint=hint)
    shape = _shape(planned.path, where.home)
    own = Variant(shape, planned.plan, str(planned.path), is_here=planned.path.exists())
    is_built_in = planned.path == DEMONSTRATION.path_in(where.home)
    kind: Kind = "built_in" if is_built_in else "configured"
    subject = _subject(str(planned.ref), kind, own, (own,), planned.ref)
    limit_bytes = planned.memory_limit_bytes
    return replace(subject, weights=planned.weights, as_it_is=planned.plan, memory_limit_bytes=limit_bytes)


def plan_for(shape: ModelShape) -> LoadPlan:
    """How a model is loaded where no settings say."""
    backend: Backend = "llama_cpp" if shape.file_format == "gguf" else "transformers"
    return LoadPlan(backend, USUAL_CONTEXT_TOKENS, batch_tokens=BATCH_TOKENS[backend])


def _found(asked: str, where: Where) -> Subject:
    if (planned := _planned(asked, where.planned())) is not None:
        return _with_others(replace(subject_of(planned, where), asked=asked), where)
    if (stored := _stored(asked, where)) is not None:
        subject = _at_path(asked, "stored", stored.path, where)
        return replace(subject, weights=stored.name, as_it_is=plan_for(subject.variants[0].shape))
    if asked == DEMONSTRATION.name:
        own = Variant(DEMONSTRATION_SHAPE, plan_for(DEMONSTRATION_SHAPE), DEMONSTRATION.name, is_here=False)
        return replace(_subject(asked, "built_in", own, (own,), None), as_it_is=own.plan)
    if where.reads_paths and asked and _is_there(path := Path(asked)):
        return _at_path(asked, "path", path.expanduser(), where)
    if where.hub is not None and (match := _REPOSITORY.fullmatch(asked)) is not None:
        files = where.hub.files(match["repository"], match["revision"])
        return _at_hub(asked, asked.partition(":")[0], match["wanted"], files)
    raise _nothing(asked, where)


def _planned(asked: str, all_planned: tuple[PlannedLoad, ...]) -> PlannedLoad | None:
    """The configured model of that name, or the only one with the weights of that name; None where there is none.
    Raises ModelNotFound for one of several that are not loaded alike."""
    named = [one for one in all_planned if str(one.ref) == asked]
    named = named or [one for one in all_planned if one.ref.name == asked]
    if not named:
        by_weights = [one for one in all_planned if asked in (one.weights, f"{one.ref.provider}:{one.weights}")]
        return by_weights[0] if len(by_weights) == 1 else None
    if len({replace(one, ref=named[0].ref) for one in named}) > 1:
        only_one(asked, [one.ref for one in named])
    return named[0] if named else None


def _stored(asked: str, where: Where) -> StoredModel | None:
    """The stored weights of that name, also behind that of a provider which loads such; None: there are none."""
    store, ref = WeightStore(where.home), ModelRef.parse(asked)
    found = store.find(asked)
    if found is None and ref is not None and isinstance(where.providers.get(ref.provider), PlansLoads):
        return store.find(ref.name)
    return found


def _is_there(path: Path) -> bool:
    try:
        return path.expanduser().exists()
    except (OSError, RuntimeError):  # a name that no file can have, or nobody's home
        return False


def _nothing(asked: str, where: Where) -> ModelNotFound:
    if where.reads_paths and asked.startswith(("./", "../", "/", "~")):
        hint = "Check its name: a GGUF file, or a folder of safetensors."
        return ModelNotFound(f"There is no file or folder {shown(asked)}.", param="name", hint=hint)
    if "://" in asked:
        hint = "Fetch it first (segue models pull ADDRESS), then ask by its name; or name a repository: OWNER/REPO."
        said = f"Whether {shown(bare(asked))} fits cannot be told: no address is read for that."
        return ModelNotFound(said, param="name", hint=hint)
    ref, loads = ModelRef.parse(asked), {one.ref.provider for one in where.planned()}
    if ref is not None and ref.provider in where.providers.keys() - loads:
        hint = "Its server knows what fits: only models that Segue itself loads from files are judged here."
        return ModelNotFound(f"'{shown(asked)}' is in no file that Segue loads.", param="name", hint=hint)
    named = (name for one in where.planned() for name in (str(one.ref), one.ref.name))
    stored = (one.name for one in WeightStore(where.home).list_all()[0])
    close = close_names(asked, sorted({DEMONSTRATION.name, *named, *stored}), most=1)
    hint = f"Did you mean '{close[0]}'? " if close else ""
    hint += "A name is that of a configured or stored model, a GGUF file, a folder of safetensors, or OWNER/REPO."
    return ModelNotFound(f"No model, file or repository is named '{shown(asked)}'.", param="name", hint=hint)


def _at_path(asked: str, kind: Kind, path: Path, where: Where) -> Subject:
    shape = _shape(path, where.home)
    own = Variant(shape, plan_for(shape), str(path))
    return _with_others(_subject(asked, kind, own, (own,), None), where)


def _at_hub(asked: str, repository: str, wanted: str | None, files: tuple[RangeFile, ...]) -> Subject:
    """Each quantization of a repository; `wanted` is a file's name, or a quantization."""
    variants = _hub_variants(repository, wanted, files)
    subject = _subject(asked, "hub", None, variants, None)
    if wanted is None:
        return subject if len(variants) > 1 else replace(subject, own=variants[0])
    named = next((one for one in variants if one.source == f"{repository}:{wanted}"), None)
    return replace(subject, own=named) if named is not None else _only(subject, wanted)


def _hub_variants(repository: str, wanted: str | None, files: tuple[RangeFile, ...]) -> tuple[Variant, ...]:
    """Raises WeightsError where no header of them can be read."""
    ggufs = [one for one in files if may_be_model(one.base_name)]
    if not ggufs:
        shape = read_shape_by_ranges(files)
        return tuple(_quantized(Variant(shape, plan_for(shape), repository, is_here=False)))
    models = list(_parts(ggufs))
    if len(models) > _MOST_READ:
        chosen = {*_USUAL_QUANTIZATIONS, (wanted or "").upper()}
        told = [one for one in models if quantization_of(one[0].name) in chosen or one[0].name.endswith(f"/{wanted}")]
        models = (told or models)[:_MOST_READ]
    with ThreadPoolExecutor(_AT_ONCE, "segue-headers") as threads:
        read = list(threads.map(partial(_hub_variant, repository), models))
    found = tuple(one for one in read if isinstance(one, Variant))
    if not found:
        raise next(one for one in read if isinstance(one, WeightsError))
    return found


def _hub_variant(repository: str, parts: list[RangeFile]) -> Variant | WeightsError:
    """One model of a repository; the error where its header cannot be read: others may be."""
    try:
        shape = read_shape_by_ranges(parts)
    except WeightsError as error:
        return error
    name = parts[0].name.split("/", 2)[2]
    return Variant(shape, plan_for(shape), f"{repository}:{name}", is_here=False)


def _parts(files: Iterable[RangeFile]) -> Iterator[list[RangeFile]]:
    """The files of each model: one, or all of its parts in their order."""
    by_model: dict[str, list[RangeFile]] = {}
    for file in sorted(files, key=lambda one: one.name):
        by_model.setdefault(of_one_model(file.name), []).append(file)
    yield from by_model.values()


def _with_others(subject: Subject, where: Where) -> Subject:
    """The same with the other quantizations: other files of the same model, or what transformers makes of it."""
    own = subject.own
    assert own is not None, "it is one file or folder"
    if own.shape.file_format == "safetensors":
        return replace(subject, variants=tuple(_quantized(own)))
    others = (one for one in _files_beside(Path(own.source), where.home) if _identity(str(one)) == subject.identity)
    found = [own]
    if subject.identity is not None:
        for path in others:
            try:
                found.append(Variant(read_shape(path), own.plan, str(path)))
            except WeightsError:
                continue  # it was not asked about, and would only be offered
    with_others = _subject(subject.asked, subject.kind, own, tuple(found), subject.ref)
    return replace(subject, variants=with_others.variants, identity=with_others.identity)


def _files_beside(path: Path, home: Path) -> Iterator[Path]:
    """Other GGUF files in its folder and in `SEGUE_HOME`."""
    beside = path.parent.glob("*.gguf") if path.parent.is_dir() else ()
    kept = (one for one in home.rglob("*.gguf") if not any(part[0] == "." for part in one.relative_to(home).parts[:-1]))
    others = sorted({*beside, *kept} - {path})  # folders that are hidden hold what is half fetched or half removed
    whole = (one for one in others if PART.fullmatch(one.name) is None and may_be_model(one.name))
    yield from (one for one in whole if one.is_file())


def _quantized(own: Variant) -> Iterator[Variant]:
    """A folder for transformers: as it is, and in what it can be made while it is loaded."""
    for quantization in (None, *TRANSFORMERS_QUANTIZATIONS):
        if quantization == own.plan.quantization:
            yield own
        elif quantization is None or _SAME.get(quantization) != own.shape.quantization:
            yield replace(own, plan=replace(own.plan, quantization=quantization))


def _only(subject: Subject, quantization: str) -> Subject:
    """The same with one quantization meant."""
    for one in subject.variants:
        if one.quantization.lower() == quantization.lower():
            return replace(subject, own=one)
    known = ", ".join(dict.fromkeys(one.quantization for one in subject.variants))
    raise RequestError(
        f"There is no '{shown(quantization)}' of {shown(subject.asked)}.",
        param="quantization",
        hint=f"There is: {known}.",
    )


def _at(subject: Subject, context_tokens: int) -> Subject:
    def at(variant: Variant) -> Variant:
        return replace(variant, plan=replace(variant.plan, context_tokens=context_tokens))

    own = None if subject.own is None else at(subject.own)
    return replace(subject, own=own, variants=tuple(map(at, subject.variants)))


def _subject(
    asked: str, kind: Kind, own: Variant | None, variants: tuple[Variant, ...], ref: ModelRef | None
) -> Subject:
    ordered = sorted(variants, key=lambda one: one.shape.file_bytes, reverse=True)
    source = DEMONSTRATION.file if kind == "built_in" else (own or variants[0]).source
    return Subject(asked, kind, own, tuple(ordered), ref, _identity(source))


def _shape(path: Path, home: Path) -> ModelShape:
    """What the headers tell; of the demonstration model also before it is here. Raises WeightsError."""
    if path == DEMONSTRATION.path_in(home) and not path.exists():
        return DEMONSTRATION_SHAPE
    return read_shape(path)


def _identity(source: str) -> Identity | None:
    """Which model a path or a repository's file is of, by its name."""
    found = identified(source.rpartition("/")[2].rpartition(":")[2], host="local")
    if found is None and (match := _REPOSITORY.fullmatch(source)) is not None:
        found = identified(match["repository"], host=None)
    return None if found is None else found.identity

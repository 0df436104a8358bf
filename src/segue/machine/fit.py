"""Whether a model fits this computer, and which way to load it fits best: told before anything is loaded. Pure.

Memory is counted by its upper bound, as admission does before a load: what fits here is let in there.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from segue.machine.needs import LoadPlan, ModelShape, Need
from segue.machine.room import Release, Room

Answer: TypeAlias = Literal["yes", "tight", "no", "unknown"]
"""`tight`: it fits, and leaves little; `unknown`: nobody tells how much memory there is."""
Predict: TypeAlias = Callable[[ModelShape, LoadPlan], Need]

TIGHT_SHARE: Final = 0.1
"""What has to be left beside a model, as a share of its need, for the answer to be `yes`. Our choice: as far as the
worst prediction may be off (acceptance 1 of issue 6)."""
LEAST_CONTEXT_TOKENS: Final = 2048
"""No shorter context is proposed where a longer one was wanted: a talk of a dozen turns needs it. Our choice."""
SPARE_BYTES: Final = 100_000_000
"""What is left beside a context that was shortened, or a tenth of the need (TIGHT_SHARE) where that is less: what is
free changes by some megabytes between two looks, and the advice has to hold until it is followed. Our choice."""
CACHE_TYPES: Final = ("f16", "q8_0")
"""Numbers of keys and values that are proposed, best first. Our choice: `q4_0` is for whoever asks for it."""


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to load a model, and whether it fits."""

    answer: Answer
    shape: ModelShape
    plan: LoadPlan
    need: Need
    room_bytes: int | None
    """What it may take now."""
    margin_bytes: int | None
    """What would be left; negative: what is missing."""
    release: Release | None = None
    """With `no`: what has to go; None there: it is larger than the machine."""

    @property
    def fits(self) -> bool:
        """Whether it can be loaded now."""
        return self.answer in ("yes", "tight")


def fit(shape: ModelShape, plan: LoadPlan, room: Room, *, predict: Predict) -> Fit:
    """Whether a model fits now when it is loaded this way."""
    need = predict(shape, plan)
    answer, margin_bytes = answer_to(need, room)
    if room.own_limit_bytes is not None and (own_bytes := own_at_most_bytes(shape, plan, need)) > room.own_limit_bytes:
        return Fit("no", shape, plan, need, room.now_bytes, room.own_limit_bytes - own_bytes)
    release = room.release(need) if answer == "no" else None
    return Fit(answer, shape, plan, need, room.now_bytes, margin_bytes, release)


def own_at_most_bytes(shape: ModelShape, plan: LoadPlan, need: Need) -> int:
    """What of its upper bound is memory of its own: pages of a mapped file are not."""
    is_mapped = plan.backend == "llama_cpp" and plan.maps_file
    return need.upper_bytes - (min(shape.weight_bytes, need.weights_bytes) if is_mapped else 0)


def fit_somehow(shape: ModelShape, plan: LoadPlan, room: Room, *, predict: Predict) -> Fit:
    """The same, with the file read in place of mapped where only that fits: nothing of its answers changes by it."""
    told = [fit(shape, one, room, predict=predict) for one in _mappings(plan)]
    return next((one for one in told if one.fits), told[0])


def answer_to(need: Need, room: Room) -> tuple[Answer, int | None]:
    """Whether there is room for a need, and what would be left."""
    if room.now_bytes is None:
        return "unknown", None
    margin_bytes = room.now_bytes - need.upper_bytes
    if need.gpu_bytes > (room.gpu_bytes or 0) or not room.fits(need):
        return "no", margin_bytes
    return ("yes" if margin_bytes >= need.upper_bytes * TIGHT_SHARE else "tight"), margin_bytes


def best(wanted: Sequence[tuple[ModelShape, LoadPlan]], room: Room, *, predict: Predict) -> Fit | None:
    """The way to load that fits best; None where no way does, and where memory is unknown.

    `wanted`: one model in its quantizations, the best first, each as it would best be loaded. Given up is first what
    hurts least: the mapping of the file, then context down to LEAST_CONTEXT_TOKENS, then the cache's precision, then
    the quantization. Where there are graphics processors, as many layers go there as fit.
    """
    for shape, plan in wanted:
        for cache_type in _cache_types(plan):
            if (found := _longest(shape, replace(plan, cache_type=cache_type), room, predict)) is not None:
                return found
    return None


def on_gpu(shape: ModelShape, plan: LoadPlan, room: Room, *, predict: Predict) -> LoadPlan:
    """The plan with as many layers on graphics processors as there is room for; as it is where it names some, or where
    there is no such room. llama.cpp counts the output as one layer more (`--n-gpu-layers`)."""
    if plan.gpu_layers or not room.gpu_bytes or plan.backend != "llama_cpp":
        return plan
    least, most = 0, shape.layers + 1
    while least < most:
        middle = (least + most + 1) // 2
        if predict(shape, replace(plan, gpu_layers=middle)).gpu_bytes <= room.gpu_bytes:
            least = middle
        else:
            most = middle - 1
    return replace(plan, gpu_layers=least)


def _longest(shape: ModelShape, wanted: LoadPlan, room: Room, predict: Predict) -> Fit | None:
    """The way with the longest context up to the wanted one that fits, its file mapped where that makes no difference:
    read instead, it lies in memory once where llama.cpp makes its own copy of what it maps, and loads more slowly."""
    found = [_longest_mapped(shape, plan, room, predict) for plan in _mappings(wanted)]
    return max((one for one in found if one is not None), key=lambda one: one.plan.context_tokens, default=None)


def _mappings(wanted: LoadPlan) -> tuple[LoadPlan, ...]:
    is_mapped = wanted.backend == "llama_cpp" and wanted.maps_file
    return (wanted, replace(wanted, maps_file=False)) if is_mapped else (wanted,)


def _longest_mapped(shape: ModelShape, wanted: LoadPlan, room: Room, predict: Predict) -> Fit | None:
    """The way with the longest context that fits, the file mapped or read as it is wanted."""

    def at(context_tokens: int) -> Fit:
        plan = on_gpu(shape, replace(wanted, context_tokens=context_tokens), room, predict=predict)
        return fit(shape, plan, room, predict=predict)

    contexts = tuple(_contexts(shape, wanted))
    if (whole := at(contexts[-1])).fits:
        return whole
    if not (least := at(contexts[0])).fits:
        return None
    that_fit = bisect_left(contexts, True, key=lambda tokens: not _lasts(at(tokens)))  # the need rises with the context
    return at(contexts[that_fit - 1]) if that_fit else least


def _lasts(one: Fit) -> bool:
    """Whether it fits, and would where a little less is free."""
    spare_bytes = min(SPARE_BYTES, one.need.upper_bytes * TIGHT_SHARE)
    return one.fits and (one.margin_bytes is None or one.margin_bytes >= spare_bytes)


def _contexts(shape: ModelShape, wanted: LoadPlan) -> Iterator[int]:
    """The contexts to try, shortest first: round ones, each half as long again as the one before or a third longer, and
    the wanted one; none beyond what the model was trained for."""
    most = min(wanted.context_tokens, shape.context_tokens or wanted.context_tokens)
    round_tokens = LEAST_CONTEXT_TOKENS
    while round_tokens < most:
        yield from (one for one in (round_tokens, round_tokens * 3 // 2) if one < most)
        round_tokens *= 2
    yield most


def _cache_types(wanted: LoadPlan) -> tuple[str, ...]:
    """The wanted type and those that take less; another backend has its own."""
    if wanted.backend != "llama_cpp" or wanted.cache_type not in CACHE_TYPES:
        return (wanted.cache_type,)
    return CACHE_TYPES[CACHE_TYPES.index(wanted.cache_type) :]

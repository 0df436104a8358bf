"""What is said to "does this model fit here?": every way to load it, the one to take, what has to go, what else there
is. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from segue.catalog.fit_alternatives import Cloud, Sibling
from segue.catalog.identity import Identity
from segue.domain.models import ModelRef
from segue.machine.fit import Answer, Fit, Predict, best, fit, fit_somehow
from segue.machine.needs import LoadPlan, ModelShape
from segue.machine.room import Release, Room

USUAL_CONTEXT_TOKENS: Final = 4096
"""Context that a local model gets where the settings do not say (`context_tokens` of the type `local`)."""
SHOWN_CONTEXTS: Final = (2048, 4096, 8192)
ENOUGH_BITS: Final = 9.0
"""Bits a weight beyond which nothing is gained in answers: with 8.5 (Q8_0) Llama 3 8B's perplexity rises by .0026, as
`llama-quantize --help` of llama.cpp tells; with 16 it would take twice the memory and time."""
EstimateSpeed: TypeAlias = Callable[[ModelShape, LoadPlan], float | None]
"""Tokens a second of an answer; None where it is not known."""
Kind: TypeAlias = Literal["built_in", "configured", "stored", "path", "hub"]


@dataclass(frozen=True, slots=True)
class Variant:
    """One file or folder of weights, as it would be loaded."""

    shape: ModelShape
    plan: LoadPlan
    """With the context that is wanted."""
    source: str
    """Where it is: a path, or `OWNER/REPO:FILE` at the hub."""
    is_here: bool = True

    @property
    def quantization(self) -> str:
        """How its weights lie in memory, as people name it."""
        return self.plan.quantization or self.shape.quantization or "as it is"

    @property
    def bits(self) -> float:
        """Bits a weight, as it lies on the disk."""
        return self.shape.weight_bytes * 8 / max(1, self.shape.parameters)


@dataclass(frozen=True, slots=True)
class Subject:
    """The model that was asked about."""

    asked: str
    kind: Kind
    own: Variant | None
    """The variant that the name stands for; None where it stands for all of them."""
    variants: tuple[Variant, ...]
    """The model in each quantization that there is, the largest first; `own` is among them."""
    ref: ModelRef | None = None
    """As it is configured; None: it is not."""
    identity: Identity | None = None
    """None: it is not sure which model this is."""
    weights: str | None = None
    """Its name in the store; None: it lies elsewhere."""
    as_it_is: LoadPlan | None = None
    """How the next request would load it, whatever is asked here; None: none would."""
    memory_limit_bytes: int | None = None
    """Most memory of its own that its settings leave it (`memory_limit_bytes`); None: they say nothing."""

    def ways(self) -> tuple[Variant, ...]:
        """The variants to try, the best first: the one that was meant, then smaller ones; never for its own sake one of
        more bits than answers gain from."""
        if self.own is not None:
            return self.variants[self.variants.index(self.own) :]
        return tuple(one for one in self.variants if one.bits <= ENOUGH_BITS) or self.variants


@dataclass(frozen=True, slots=True)
class Row:
    """One way to load it."""

    variant: Variant
    fit: Fit
    tokens_per_s: float | None
    """Of an answer; None: not known."""
    is_measured: bool
    """True: real answers had this speed; false: it is an estimate."""


@dataclass(frozen=True, slots=True)
class FitAdvice:
    """Whether a model fits this machine now, and what to do."""

    subject: Subject
    room: Room
    context_tokens: int
    """That was wanted, or is usual; no more than the model was trained for."""
    rows: tuple[Row, ...]
    """Each variant at each context, the largest variant and the shortest context first."""
    recommended: Row | None
    """The way to load it now; None where there is none."""
    release: Release | None = None
    """What has to go so that it fits as wanted; None: nothing has to, or nothing would help."""
    asked_tokens: int | None = None
    """Context that was asked for; None: none was."""
    smaller: Sibling | None = None
    """A smaller model of its family that fits, where it does not."""
    cloud: Cloud | None = None
    """Where it or its like can be had elsewhere, where it does not fit."""
    install: str | None = None
    """The command that brings what it would be run by; None: that is here."""

    @property
    def answer(self) -> Answer:
        """Whether it fits now with the context that was asked for: as it is configured, else in any of its ways."""
        return "no" if self.is_beyond_training else self.answer_of_memory

    @property
    def is_beyond_training(self) -> bool:
        """Whether more context was asked for than it was trained for."""
        return self.asked_tokens is not None and self.asked_tokens > self.context_tokens

    @property
    def answer_of_memory(self) -> Answer:
        """Whether there is memory for it now, with that context as far as it was trained for it."""
        own = self.subject.own
        told = {one.fit.answer for one in self.rows if self._is_wanted(one) and (own is None or one.variant == own)}
        return next((answer for answer in _BEST_FIRST if answer in told), "unknown")

    @property
    def fits(self) -> bool:
        """Whether it can be loaded now with the context that was asked for."""
        return self.answer in ("yes", "tight")

    def _is_wanted(self, row: Row) -> bool:
        return row.fit.plan.context_tokens == self.context_tokens


_BEST_FIRST: Final[tuple[Answer, ...]] = ("yes", "tight", "no", "unknown")


def advise(
    subject: Subject,
    room: Room,
    *,
    context_tokens: int,
    predict: Predict,
    speed: EstimateSpeed,
    measured_tokens_per_s: float | None = None,
) -> FitAdvice:
    """The advice, without what to take in its place: that is for `beyond`."""
    if subject.ref is not None:
        room = room.without(subject.ref)
    trained = [one.shape.context_tokens for one in subject.variants if one.shape.context_tokens is not None]
    wanted = min(context_tokens, *trained) if trained else context_tokens

    def row(variant: Variant, told: Fit) -> Row:
        is_own = variant == subject.own and measured_tokens_per_s is not None
        rate = measured_tokens_per_s if is_own else speed(variant.shape, told.plan)
        return Row(variant, told, rate, is_own)

    ways = subject.ways()
    found = best([(one.shape, replace(one.plan, context_tokens=wanted)) for one in ways], room, predict=predict)
    recommended = None if found is None else row(_variant_of(found, ways), found)
    return FitAdvice(
        subject,
        room,
        wanted,
        tuple(row(variant, told) for variant, told in _tried(subject, wanted, room, predict)),
        recommended,
        _release(ways, wanted, room, found, predict),
    )


def beyond(advice: FitAdvice, *, siblings: Iterable[Sibling], cloud: Cloud | None) -> FitAdvice:
    """The same with what to take where it does not fit: the largest of the smaller ones that do."""
    if advice.fits or advice.answer == "unknown":
        return advice
    smaller = max(siblings, key=lambda one: (one.is_here, one.parameters), default=None)
    return replace(advice, smaller=smaller, cloud=cloud)


def contexts(wanted: int, trained: int | None) -> tuple[int, ...]:
    """The contexts that are shown: the usual ones and the wanted one, as far as the model goes."""
    most = trained or max(wanted, *SHOWN_CONTEXTS)
    return tuple(sorted({tokens for tokens in (*SHOWN_CONTEXTS, wanted) if tokens <= most} or {wanted}))


def _tried(subject: Subject, wanted: int, room: Room, predict: Predict) -> Iterator[tuple[Variant, Fit]]:
    for variant in subject.variants:
        for tokens in contexts(wanted, variant.shape.context_tokens):
            plan = replace(variant.plan, context_tokens=tokens)
            judge = fit_somehow if subject.ref is None else fit  # the settings say how a configured one is loaded
            yield variant, judge(variant.shape, plan, room, predict=predict)


def _variant_of(found: Fit, ways: tuple[Variant, ...]) -> Variant:
    return next(one for one in ways if one.shape is found.shape and one.plan.quantization == found.plan.quantization)


def _release(ways: tuple[Variant, ...], wanted: int, room: Room, found: Fit | None, predict: Predict) -> Release | None:
    """What has to go for the wanted context: of the first way that the machine could hold at all."""
    if found is not None and found.plan.context_tokens >= wanted:
        return None
    for one in ways:
        told = fit(one.shape, replace(one.plan, context_tokens=wanted), room, predict=predict)
        if told.release is not None:
            return told.release
    return None

"""Answers "does it fit here?" for a name: looks at the machine, reads headers, and compares with what there is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from importlib.util import find_spec
from typing import Protocol

from segue.catalog.fit_advice import USUAL_CONTEXT_TOKENS, FitAdvice, Row, Subject, advise, beyond
from segue.catalog.fit_alternatives import Sibling, cloud_alternative, known_siblings, sibling_here
from segue.catalog.fit_subject import Where, find_subject, subject_of
from segue.catalog.hub_files import HubFiles
from segue.catalog.listing import NO_EVIDENCE
from segue.catalog.places import KnownModel
from segue.catalog.unheeded import unheeded
from segue.domain.choice import Evidence
from segue.domain.models import ModelRef
from segue.errors import WeightsError
from segue.machine.admission import Bound, Holding
from segue.machine.fit import best, fit
from segue.machine.gpus import look_for_gpus
from segue.machine.needs import Backend, LoadPlan, ModelShape
from segue.machine.prediction import predict
from segue.machine.room import Room, gpu_bounds
from segue.machine.speed import predict_speed
from segue.machine.yardstick import yardstick
from segue.providers.local.spec import RUNTIMES

__all__ = ["FitAdvice", "Fitting", "HubFiles", "KnowsRoom", "Where", "install_command"]


class KnowsRoom(Protocol):
    """The memory that local models share; `providers.local.room.Room` is it, documented there."""

    def bounds(self) -> Sequence[Bound]:
        """The bounds on memory as they are now. Blocks."""
        ...

    def holdings(self) -> Sequence[Holding]:
        """Every model in memory. Blocks."""
        ...


class Fitting:
    """Says what fits this machine. Reads headers of weights and nothing else of them; loads nothing."""

    def __init__(
        self,
        where: Where,
        room: KnowsRoom,
        known: Callable[[], Iterable[KnownModel]],
        evidence: Callable[[], Evidence] = lambda: NO_EVIDENCE,
    ) -> None:
        """`room`: of the local models; `known`: every model that is configured or listed, asked for
        where something does not fit; `evidence`: what was measured of models."""
        self._where, self._local_room = where, room
        self._known, self._evidence = known, evidence

    async def fit(
        self,
        name: str,
        *,
        context_tokens: int | None = None,
        quantization: str | None = None,
        only_known: bool = False,
    ) -> FitAdvice:
        """Whether a model fits now, as `look`."""
        asked = partial(self.look, name, context_tokens=context_tokens, quantization=quantization)
        return await asyncio.to_thread(asked, only_known=only_known)

    def look(
        self,
        name: str,
        *,
        context_tokens: int | None = None,
        quantization: str | None = None,
        only_known: bool = False,
    ) -> FitAdvice:
        """Whether a model fits now with this context, and what to do. Blocks.

        `only_known`: a name is that of a configured or stored model, and neither a path nor a repository: for those who
        ask from elsewhere. Raises ModelNotFound, RequestError for a quantization that there is not, WeightsError for
        damaged files.
        """
        where = replace(self._where, reads_paths=not only_known, hub=None if only_known else self._where.hub)
        subject = find_subject(name, where, context_tokens=context_tokens, quantization=quantization)
        wanted = context_tokens or (subject.own or subject.variants[0]).plan.context_tokens
        room = self._room(subject.memory_limit_bytes)
        advice = advise(
            subject,
            room,
            context_tokens=wanted,
            predict=predict,
            speed=self._speed,
            measured_tokens_per_s=self._measured(subject.ref),
        )
        advice = replace(advice, asked_tokens=context_tokens, install=install_command(_backend(subject)))
        if advice.fits or advice.answer == "unknown":
            return advice
        today, held_tokens = datetime.now(UTC).date(), max(wanted, advice.context_tokens)
        cloud = cloud_alternative(subject.identity, self._known(), context_tokens=held_tokens, today=today)
        siblings = () if advice.answer_of_memory != "no" else tuple(self._siblings(subject, room))
        return beyond(advice, siblings=siblings, cloud=cloud)

    def look_at_planned(self) -> dict[ModelRef, Row]:
        """Each model that providers load from files here, as it would be loaded now. Blocks.

        A model whose file is not here, or cannot be read, is left out.
        """
        whole = self._room()
        found: dict[ModelRef, Row] = {}
        for planned in self._where.planned():
            try:
                own = subject_of(planned, self._where).variants[0]
            except WeightsError:
                continue
            room = replace(whole.without(planned.ref), own_limit_bytes=planned.memory_limit_bytes)
            told = fit(own.shape, own.plan, room, predict=predict)
            measured = self._measured(planned.ref)
            rate = self._speed(own.shape, own.plan) if measured is None else measured
            found[planned.ref] = Row(own, told, rate, measured is not None)
        return found

    def unheeded(self) -> Iterator[tuple[ModelRef, str]]:
        """What the settings of models on this disk say in vain. Blocks."""
        return unheeded(self._where)

    def _room(self, own_limit_bytes: int | None = None) -> Room:
        """As admission sees it, and what is free of graphics processors."""
        bounds = (*self._local_room.bounds(), *gpu_bounds(look_for_gpus()))
        return Room(bounds, tuple(self._local_room.holdings()), own_limit_bytes)

    def _speed(self, shape: ModelShape, plan: LoadPlan) -> float | None:
        """Tokens a second of an answer, told from this machine's memory, which is measured once; None with a GPU."""
        if plan.gpu_layers:
            return None
        return predict_speed(shape, plan, yardstick(self._where.home)).answer_tokens_s

    def _measured(self, ref: ModelRef | None) -> float | None:
        """Median tokens a second of its recent answers."""
        return None if ref is None else self._evidence().of(ref).output_tokens_per_s

    def _siblings(self, subject: Subject, room: Room) -> Iterator[Sibling]:
        if (mine := subject.identity) is None:
            return
        room = replace(room, own_limit_bytes=None)  # it is of what was asked about
        for planned in self._where.planned():
            try:
                other = subject_of(planned, self._where)
            except WeightsError:
                continue  # it is not what was asked about
            own = replace(other.variants[0].plan, context_tokens=USUAL_CONTEXT_TOKENS)
            told = best(((other.variants[0].shape, own),), room, predict=predict)
            here = sibling_here(mine, other.identity, told, name=str(planned.ref), source=str(planned.ref))
            if here is not None:
                yield here
        yield from known_siblings(mine, room, below_parameters=subject.variants[0].shape.parameters)


def install_command(backend: Backend) -> str | None:
    """The command that brings what runs models with this backend; None where that is here."""
    runtime = RUNTIMES[backend]
    return None if find_spec(runtime.module) is not None else f"pip install 'segue[{runtime.extra}]'"


def _backend(subject: Subject) -> Backend:
    return (subject.own or subject.variants[0]).plan.backend

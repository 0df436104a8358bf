"""Watches over this machine for operators: tells once when something gets short, and says what would help."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Self

from segue.catalog.weights_named import named_in_settings
from segue.config.settings import Settings
from segue.domain.models import ModelRef
from segue.events import ResourceAlert, Teller
from segue.machine.alerts import Alerts
from segue.machine.limits import usable_processors
from segue.machine.monitor import SystemResourceMonitor
from segue.machine.readings import Reading, WorkerReading
from segue.machine.resource_report import ModelNow, ResourceReport, report
from segue.machine.room import Room as RoomSeen
from segue.machine.shortage_words import words
from segue.machine.suggestions import InMemory, OnDisk, Suggestion, suggestions
from segue.machine.weight_budget import removal
from segue.machine.weight_store import WeightStore
from segue.observe.machine_figures import MachineFigures
from segue.pipeline.upkeep.health import PartHealth
from segue.providers.contract import LoadedModel
from segue.providers.local.room import Room, Tenant

Also = Callable[[ResourceAlert], None]
"""Is given each alert as well; returns at once."""


class ResourceWatch:
    """An async context manager, which opens its monitor and closes it."""

    def __init__(
        self,
        settings: Settings,
        teller: Teller,
        *,
        room: Room,
        loaded: Callable[[], Sequence[LoadedModel]],
        home: Path,
        also: Also,
    ) -> None:
        """`room`: whose tenants may be unloaded; `loaded`: models in memory; `home`: where weights are kept."""
        self.monitor = SystemResourceMonitor(home, every_s=settings.resources.every_s)
        self.figures = MachineFigures(lambda: self.monitor.latest, loaded)
        """For metrics."""
        self._settings, self._teller, self._also = settings, teller, also
        self._room, self._loaded, self._home = room, loaded, home
        self._alerts = Alerts(settings.resources.alerts.thresholds())
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        self._stack.callback(self.monitor.subscribe(self._hear))
        await self._stack.enter_async_context(self.monitor)
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def report(self) -> ResourceReport:
        """How this machine is now. Looks at the store of weights: takes some milliseconds."""
        reading = await self.monitor.read_now()
        room, suggested = await asyncio.to_thread(lambda: (self._seen(), self._suggested(reading)))
        return report(
            reading,
            room=room,
            processors=usable_processors(),
            trends=self.monitor.trends(),
            short=self._alerts.short,
            suggested=suggested,
            models=_models(reading, self._loaded()),
        )

    async def health(self) -> tuple[PartHealth, ...]:
        """A line where something is short; nothing where nothing is."""
        reading, short = self.monitor.latest, self._alerts.short
        if reading is None or not short:
            return ()
        found = " ".join(words(one, reading) for one in short)
        suggested = await asyncio.to_thread(self._suggested, reading)
        helps = [one for one in suggested if one.resource in {each.resource for each in short}] or suggested
        do = f"{helps[0].what} {helps[0].do}" if helps else "`segue resources` shows more."
        return (PartHealth("resources", "note", found, do),)

    def _hear(self, reading: Reading) -> None:
        for change in self._alerts.see(reading):
            said = words(change, reading)
            alert = ResourceAlert(
                change.resource, change.is_over, said, change.measured, change.level, reading.at, change.gpu
            )
            self._teller.tell(alert)
            self._also(alert)

    def _seen(self) -> RoomSeen:
        """Blocks."""
        return RoomSeen(tuple(self._room.bounds()), tuple(self._room.holdings()))

    def _suggested(self, reading: Reading) -> tuple[Suggestion, ...]:
        """Blocks on the disk."""
        short = {one.resource for one in self._alerts.short}
        loaded = [_in_memory(tenant, reading, self._room) for tenant in self._room.tenants if tenant.pid is not None]
        stored = stored_weights(self._home, self._settings)
        return suggestions(short, loaded=loaded, stored=stored, home=self._home, now=datetime.now(UTC))


def stored_weights(home: Path, settings: Settings) -> tuple[OnDisk, ...]:
    """Weights under a home that may be fetched again; what cannot be read is left out. Blocks."""
    store = WeightStore(home)
    found = store.list_all()[0]
    in_use = {*named_in_settings(settings, found), *(one.name for one in found if store.is_held(one))}
    return tuple(
        OnDisk(
            one.name,
            one.disk_bytes,
            one.last_used_at or one.fetched_at,
            one.is_pinned,
            one.name in in_use,
            removal(one, found),
        )
        for one in found
        if one.is_current and one.disk_bytes and not one.is_demonstration
    )


def _models(reading: Reading, loaded: Iterable[LoadedModel]) -> tuple[ModelNow, ...]:
    """Each worker with what its provider tells of its model."""
    told = {one.pid: one for one in loaded}
    return tuple(_model(worker, told.get(worker.pid)) for worker in reading.workers)


def _model(worker: WorkerReading, told: LoadedModel | None) -> ModelNow:
    read = ModelNow(str(worker.model), worker.pid, worker.resident_bytes, worker.unique_bytes, worker.processor_share)
    if told is None:
        return read
    return replace(
        read,
        load_s=told.load_s,
        context_tokens=told.context_tokens,
        answers=told.answers,
        waiting=told.waiting,
        idle_s=told.idle_s,
        prompt_tokens_per_s=told.prompt_tokens_per_s,
        output_tokens_per_s=told.output_tokens_per_s,
        is_pinned=told.is_pinned,
    )


def _in_memory(tenant: Tenant, reading: Reading, room: Room) -> InMemory:
    spec, plan = tenant.spec, tenant.spec.plan
    need = room.need_of(spec)
    shorter = room.need_of(replace(spec, plan=replace(plan, context_tokens=plan.context_tokens // 2)))
    saves_bytes = None if need is None or shorter is None else need.steady_bytes - shorter.steady_bytes
    return InMemory(
        spec.model,
        _unique_bytes(spec.model, reading),
        monotonic() - tenant.last_used_s if tenant.is_idle else None,
        is_pinned=tenant.is_pinned,
        context_tokens=plan.context_tokens,
        shorter_saves_bytes=saves_bytes,
    )


def _unique_bytes(model: ModelRef, reading: Reading) -> int | None:
    known: Iterable[int | None] = [one.unique_bytes for one in reading.workers if one.model == model]
    sizes = [size for size in known if size is not None]
    return sum(sizes) if sizes else None

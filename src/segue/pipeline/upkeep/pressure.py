"""Looks at memory again and again, and does about it what `machine.pressure` says, step by step; running answers go on.

Every step is an event with its reason. Steps 2 and 4 hold for new turns: `eased` applies them to the models of one.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, Protocol

from segue.config.resource_settings import PressureSettings
from segue.domain.choice import Ranked, TaskProfile
from segue.domain.models import ModelCard, ModelRef, ProviderType
from segue.events import PressureStep, Teller
from segue.machine.admission import Bound, Holding
from segue.machine.pressure import PressureState, Step, next_state
from segue.machine.readings import Reading
from segue.pipeline.timing.behind import repeated
from segue.pipeline.upkeep.health import PartHealth

_MOVED: Final = "memory for local models is short"
_SHORT_CONTEXT: Final = Step.SHORT_CONTEXT
"""Looked up once: each turn asks for it twice."""
_SPARE_SHARE: Final = 1.1
"""Room that a newest turn gets above its estimated tokens, where the window is cut as far as that. Our choice."""


class LocalMemory(Protocol):
    """What the watch needs of the room that local models share."""

    @property
    def has_tenants(self) -> bool:
        """Whether any local model is known."""
        ...

    def holdings(self) -> list[Holding]:
        """Every model in memory, or on its way there."""
        ...

    def bounds(self) -> Sequence[Bound]:
        """The bounds on memory as they are now. Blocks."""
        ...

    def close_loads(self, because: str | None) -> None:
        """Refuse every load from now on with this reason; None: admit by what fits again."""
        ...

    async def unload_one_idle(self) -> ModelRef | None:
        """Unload the idle model that was used least recently; None where there is none."""
        ...


class Monitor(Protocol):
    """Who reads the machine."""

    @property
    def latest(self) -> Reading | None:
        """The newest reading."""
        ...


class PressureWatch:
    """Where memory stands, for the request path and operators. Without a monitor the bounds on memory alone count."""

    def __init__(
        self,
        settings: PressureSettings,
        memory: LocalMemory,
        teller: Teller,
        monitor: Monitor | None = None,
    ) -> None:
        self._settings, self._thresholds = settings, settings.thresholds()
        self._memory, self._teller, self._monitor = memory, teller, monitor
        self.state = PressureState()

    @property
    def step(self) -> Step:
        """What holds now."""
        return self.state.step

    @asynccontextmanager
    async def watching(self) -> AsyncGenerator[None]:
        """Look as often as the settings say, as long as the context is open."""
        if not self._settings.enabled:
            yield
            return
        async with repeated(self.look, every_s=self._settings.step_s, name="segue-pressure"):
            yield

    async def look(self) -> None:
        """Look once, and do what follows. Without local models there is nothing to do."""
        if not self._memory.has_tenants:
            return
        bounds = await asyncio.to_thread(self._memory.bounds)
        reading = self._monitor.latest if self._monitor is not None else None
        before, holdings = self.state, self._memory.holdings()
        self.state = now = next_state(before, bounds, holdings, reading, self._thresholds)
        if now.step is not before.step:
            self._take(now, is_taken_back=now.step < before.step)
        if now.is_short and now.step >= Step.UNLOAD_IDLE:
            await self._memory.unload_one_idle()

    def eased(self, candidates: tuple[Ranked, ...], task: TaskProfile) -> tuple[Ranked, ...]:
        """The models of a new turn as they shall be asked now: local ones with less context, or after all others.

        Others are among them only where the turn's privacy allows it.
        """
        if self.state.step < _SHORT_CONTEXT:
            return candidates
        if self.step >= Step.ELSEWHERE and any(_is_here(ranked.card) for ranked in candidates):
            away = tuple(_moved(ranked) for ranked in candidates if not _is_here(ranked.card))
            candidates = (*away, *(ranked for ranked in candidates if _is_here(ranked.card)))
        return tuple(self._with_less(ranked, task) if _is_here(ranked.card) else ranked for ranked in candidates)

    def health(self) -> tuple[PartHealth, ...]:
        """A line where a step holds; nothing where none does."""
        if self.step is Step.NONE:
            return ()
        found = f"{_SAID[self.step]}: {self.state.reason}."
        return (PartHealth("memory", "note", found, "Close other programs, or unload models: `segue models ps`."),)

    def _take(self, now: PressureState, *, is_taken_back: bool) -> None:
        said = "Memory was short until now" if is_taken_back else "Memory is short"
        closed = f"{said}: {now.reason}." if now.step >= Step.NO_LOADS else None
        self._memory.close_loads(closed)
        at = datetime.now(UTC)
        self._teller.tell(PressureStep(now.step.word, int(now.step), is_taken_back, now.reason, at))

    def _with_less(self, ranked: Ranked, task: TaskProfile) -> Ranked:
        full, least = ranked.card.context_tokens, task.requirements.least_tokens
        if full is None or least is None:
            return ranked
        shorter = min(full, max(round(full * self._settings.context_share), round(least * _SPARE_SHARE)))
        return ranked if shorter == full else replace(ranked, card=replace(ranked.card, context_tokens=shorter))


_SAID: Final = {
    Step.NO_LOADS: "No model is loaded any more",
    Step.SHORT_CONTEXT: "No model is loaded, and new turns get less context of local ones",
    Step.UNLOAD_IDLE: "No model is loaded, new turns get less context of local ones, and idle ones are unloaded",
    Step.ELSEWHERE: "New turns go elsewhere where their privacy allows it, and idle models are unloaded",
}


def _moved(ranked: Ranked) -> Ranked:
    """One that a turn goes to because memory is short here: it says so, where nothing else brought it to the front."""
    return ranked if ranked.chosen_first else replace(ranked, chosen_first=_MOVED)


def _is_here(card: ModelCard) -> bool:
    """Whether it is in the memory of this machine, as Segue's own workers hold it."""
    return card.provider_type is ProviderType.LOCAL

"""The contract of providers that load files of weights themselves: what they would load, and how."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, runtime_checkable

from segue.domain.models import ModelRef
from segue.machine.needs import LoadPlan


@dataclass(frozen=True, slots=True)
class PlannedLoad:
    """One model of a provider, as the first request would load it."""

    ref: ModelRef
    path: Path
    """A file, or a folder; it need not be there."""
    plan: LoadPlan
    weights: str | None = None
    """What `weights` of the settings names, or would name: a model of the store; None: it has a path."""
    memory_limit_bytes: int | None = None
    """Most memory of its own that it may take, mapped files aside; None: nothing is set."""
    unheeded: tuple[str, ...] = ()
    """Settings of it that say nothing to who serves it."""


@runtime_checkable
class PlansLoads(Protocol):
    """A provider that loads files of weights on this machine."""

    def planned(self) -> tuple[PlannedLoad, ...]:
        """Each of its models. Never waits."""
        ...

"""The settings of this machine: how often it is read, what models may take of it, what is done when it gets short."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from segue.config.alert_settings import AlertSettings
from segue.config.section import Section, Share
from segue.machine.pressure import Thresholds

Bytes = Annotated[int, Field(ge=0)]


class PressureSettings(Section):
    """When memory is short, and when it is not any more."""

    enabled: bool = True
    """False: nothing is done about it but that a load which does not fit is refused."""
    step_s: Annotated[float, Field(gt=0, le=60)] = 1.0
    """Pause between two looks, and so the shortest time between two steps."""
    low_share: Share = 0.5
    """Memory counts as short when less than this share of `reserve_bytes` is left, beside what loaded models may still
    take."""
    recovered_share: Share = 0.9
    """It is enough again above this share; between the two nothing changes."""
    stalled_share: Share = 0.20
    """Share of the last ten seconds in which some task stood still for want of memory, above which it counts as short
    (Linux tells it: pressure stall information)."""
    swap_growth_bytes: Annotated[int, Field(gt=0)] = 256_000_000
    """Growth of used swap between two looks above which memory counts as short."""
    calm_looks: Annotated[int, Field(ge=1, le=3600)] = 5
    """How many looks in a row must find enough memory before a step is taken back."""
    context_share: Annotated[float, Field(gt=0, le=1)] = 0.5
    """What is left of a local model's context for new turns while memory is short."""

    @model_validator(mode="after")
    def _recovers_above(self) -> PressureSettings:
        if self.recovered_share <= self.low_share:
            raise ValueError("`recovered_share` must be above `low_share`, or steps are taken and taken back in turn")
        return self

    def thresholds(self) -> Thresholds:
        """The values that decisions are made with."""
        return Thresholds(
            self.low_share, self.recovered_share, self.stalled_share, self.swap_growth_bytes, self.calm_looks
        )


class ResourceSettings(Section):
    """What Segue may take of this machine."""

    every_s: Annotated[float, Field(ge=0.1, le=3600)] = 1.0
    """Pause between two readings of the machine, in seconds."""

    memory_limit_bytes: Annotated[int, Field(gt=0)] | None = None
    """Most memory that Segue and all that it starts may take together. Empty: what the machine and its limits leave."""
    reserve_bytes: Bytes = 500_000_000
    """Memory that no model is loaded into, for Segue itself and for others; of `memory_limit_bytes` no more than a
    twentieth is kept free."""
    load_wait_s: Annotated[float, Field(ge=0, le=3600)] = 30.0
    """Longest wait of a load for models that answer just now and could be unloaded after that; 0: it is refused. The
    next model of the turn is started meanwhile, as beside any that is silent."""
    pressure: PressureSettings = PressureSettings()
    alerts: AlertSettings = AlertSettings()

"""The settings of when an operator is told that something of this machine is short."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from segue.config.section import Section, Share
from segue.machine.alerts import Threshold

HoldSeconds = Annotated[float, Field(ge=0, le=3600)]


class Levels(Section):
    """What every alert has."""

    enabled: bool = True
    """False: nobody is told."""


class FreeMemoryLevels(Levels):
    """When memory is short."""

    below_share: Share = 0.08
    """It is short once less than this share of it is free."""
    until_share: Share = 0.12
    """It is short no more once this share is free again."""
    hold_s: HoldSeconds = 5.0
    """Seconds that either has to last."""

    @model_validator(mode="after")
    def _apart(self) -> Self:
        if self.until_share < self.below_share:
            raise ValueError(
                f"`until_share` ({self.until_share:g}) must be at least `below_share` ({self.below_share:g}): set both"
            )
        return self


class FreeDiskLevels(Levels):
    """When the disk is short on which Segue keeps its files."""

    below_gb: Annotated[float, Field(ge=0)] = 2.0
    """It is short once fewer gigabytes are free."""
    until_gb: Annotated[float, Field(ge=0)] = 3.0
    """It is short no more once so many are free again."""
    hold_s: HoldSeconds = 5.0
    """Seconds that either has to last."""

    @model_validator(mode="after")
    def _apart(self) -> Self:
        if self.until_gb < self.below_gb:
            raise ValueError(
                f"`until_gb` ({self.until_gb:g}) must be at least `below_gb` ({self.below_gb:g}): set both"
            )
        return self


class UsedLevels(Levels):
    """When more is used, or longer waited for, than a share; each kind says what of."""

    above_share: Share
    until_share: Share

    @model_validator(mode="after")
    def _apart(self) -> Self:
        if self.until_share > self.above_share:
            raise ValueError(
                f"`until_share` ({self.until_share:g}) must be at most `above_share` ({self.above_share:g}): set both"
            )
        return self


class SwapLevels(UsedLevels):
    """When much is swapped out."""

    above_share: Share = 0.6
    """From here on, as a share of the swap space."""
    until_share: Share = 0.4
    """It is over once no more than this share is used."""
    hold_s: HoldSeconds = 15.0
    """Seconds that either has to last."""


class StandstillLevels(UsedLevels):
    """When programs stand still because memory is short (Linux tells; elsewhere it is unknown)."""

    above_share: Share = 0.2
    """From here on, as the share of the last ten seconds in which at least one stood still."""
    until_share: Share = 0.05
    """It is over once it is no more than this share."""
    hold_s: HoldSeconds = 3.0
    """Seconds that either has to last."""


class AlertSettings(Section):
    """When an operator is told that something is short: by the log, metrics, and the receiver of alerts
    (`spending.webhook_url`)."""

    memory: FreeMemoryLevels = FreeMemoryLevels()
    """Memory that could be taken, within the limits that hold for Segue."""
    gpu_memory: FreeMemoryLevels = FreeMemoryLevels()
    """Memory of each graphics processor of NVIDIA."""
    disk: FreeDiskLevels = FreeDiskLevels()
    swap: SwapLevels = SwapLevels()
    pressure: StandstillLevels = StandstillLevels()

    def thresholds(self) -> tuple[Threshold, ...]:
        """The levels of those that are enabled, as alerts count with them."""
        memory, gpu, disk, swap, pressure = self.memory, self.gpu_memory, self.disk, self.swap, self.pressure
        told = (
            (memory, Threshold("memory", memory.below_share, memory.until_share, memory.hold_s)),
            (gpu, Threshold("gpu_memory", gpu.below_share, gpu.until_share, gpu.hold_s)),
            (disk, Threshold("disk", disk.below_gb * 1e9, disk.until_gb * 1e9, disk.hold_s)),
            (swap, Threshold("swap", swap.above_share, swap.until_share, swap.hold_s)),
            (pressure, Threshold("pressure", pressure.above_share, pressure.until_share, pressure.hold_s)),
        )
        return tuple(threshold for levels, threshold in told if levels.enabled)

"""The settings of stored weights: how much of the disk they may take."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from segue.config.section import Section


class WeightsSettings(Section):
    """Weights of models that are kept on this machine (`segue models weights`)."""

    disk_budget_bytes: Annotated[int, Field(ge=0)] | None = None
    """Most that stored weights may take together. A fetch beyond it is refused, naming what was not used for longest;
    nothing is removed without a yes. Empty: as much as the disk has."""

"""What every part of the settings is made of: frozen, with the types that several parts use."""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

MODEL_PATTERN: Final = r"^[^:\s]+:\S+$"
NAME_PATTERN: Final = r"^[a-z0-9][a-z0-9_-]*$"

Seconds = Annotated[float, Field(gt=0, le=3600)]
Share = Annotated[float, Field(ge=0, le=1)]
ModelName = Annotated[str, Field(pattern=MODEL_PATTERN, description="A model, written `provider:name`.")]


class Section(BaseModel):
    """A part of the settings: frozen, and unknown keys are errors. What each means, `meanings` reads beneath it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

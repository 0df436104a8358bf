"""Turns over scripted models: settings in one line, and a turn read to its end."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import aclosing
from dataclasses import dataclass

from segue.app import ModelManager
from segue.config.settings import ProviderSettings, Settings
from segue.domain.chat import ChatRequest, Message, Role, TextDelta, ToolCallDelta
from segue.pipeline.turn.turns import Asker, TurnFinished, TurnPiece, TurnStarted

HERE = Asker("test")
PATIENT_S = 5.0
"""What a store may take where a test does not say what is late: by the product's own a busy machine's is away."""


def scripted(**providers: Mapping[str, Mapping[str, object]]) -> dict[str, ProviderSettings]:
    """Scripted providers by name; each a mapping of its models' options. All of them answer to `auto`."""
    return {
        name: ProviderSettings(
            type="scripted",
            options={"models": {model: {"in_auto": True, **options} for model, options in models.items()}},
        )
        for name, models in providers.items()
    }


def settings_of(providers: dict[str, ProviderSettings], **sections: object) -> Settings:
    """Settings with these providers and whatever else is given; answers begin with no notice, and only rules screen."""
    safety = {"classifier": "off", **dict(sections.pop("safety", {}))}  # type: ignore[call-overload] # a section's mapping
    patient = {
        "storage": {"session_deadline_s": PATIENT_S, **dict(sections.pop("storage", {}))},  # type: ignore[call-overload] # as above
        "cache": {"deadline_s": PATIENT_S, **dict(sections.pop("cache", {}))},  # type: ignore[call-overload] # as above
    }
    everything = {"providers": providers, "disclosure": {"enabled": False}, "safety": safety, **patient, **sections}
    return Settings.model_validate(everything)


def asked(text: str, **fields: object) -> ChatRequest:
    """A request of one message."""
    return ChatRequest((Message(Role.USER, text),), **fields)  # type: ignore[arg-type] # named as in ChatRequest


@dataclass(frozen=True, slots=True)
class Told:
    """A turn as it was told."""

    pieces: tuple[TurnPiece, ...]

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces if isinstance(piece, TextDelta))

    @property
    def calls(self) -> tuple[ToolCallDelta, ...]:
        return tuple(piece for piece in self.pieces if isinstance(piece, ToolCallDelta))

    @property
    def started(self) -> TurnStarted:
        (only,) = (piece for piece in self.pieces if isinstance(piece, TurnStarted))
        return only

    @property
    def finished(self) -> TurnFinished:
        (only,) = (piece for piece in self.pieces if isinstance(piece, TurnFinished))
        return only


async def told(models: ModelManager, request: ChatRequest, asker: Asker = HERE) -> Told:
    """Read a turn to its end."""
    async with aclosing(models.turn(request, asker)) as pieces:
        return Told(tuple([piece async for piece in pieces]))

"""How fast local models read and write, by their attempts: tokens a second of each answer, in buckets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from segue.events import AttemptEnded, ModelStateChanged
from segue.observe.series import Spread

BUCKETS: Final = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
"""Bounds in tokens a second: from a large model on a processor to a prompt on a graphics processor."""
LEAST_TOKENS: Final = 8
"""Shorter prompts and answers say little of a speed: most of their time is something else."""


class LocalSpeeds:
    """A model counts from when it was first told to be loaded: only those of this machine are."""

    def __init__(self) -> None:
        labels = "provider", "model"
        about = "Tokens a second, of each answer of a local model"
        self._prompts = Spread("segue_model_prompt_tokens_per_second", f"{about}: read of its prompt.", BUCKETS, labels)
        self._answers = Spread("segue_model_answer_tokens_per_second", f"{about}: written.", BUCKETS, labels)
        self._loaded_at: dict[tuple[str, ...], datetime] = {}
        self.families = self._prompts, self._answers
        """For a registry."""

    def note_state(self, model: tuple[str, ...], event: ModelStateChanged) -> None:
        """A model was loaded, or something else happened to it; `model` are the labels of its series."""
        if event.state == "loaded":
            self._loaded_at[model] = event.at

    def note(self, model: tuple[str, ...], events: Sequence[AttemptEnded]) -> None:
        """Attempts of one model are over."""
        if (loaded_at := self._loaded_at.get(model)) is None:
            return
        self._prompts.add_all(model, [speed for event in events if (speed := _read_a_s(event, loaded_at)) is not None])
        self._answers.add_all(model, [speed for event in events if (speed := _written_a_s(event)) is not None])


def _read_a_s(event: AttemptEnded, loaded_at: datetime) -> float | None:
    """Of the prompt; None where that is not known, or a load was waited for as well."""
    usage, first_s = event.usage, event.first_token_s
    if usage is None or first_s is None or first_s <= 0:
        return None
    if event.at - timedelta(seconds=event.duration_s) < loaded_at:
        return None
    tokens = usage.input_tokens - usage.cached_input_tokens
    return tokens / first_s if tokens >= LEAST_TOKENS else None


def _written_a_s(event: AttemptEnded) -> float | None:
    """After the first token, which belongs to the prompt's time."""
    usage, first_s = event.usage, event.first_token_s
    if usage is None or first_s is None or usage.output_tokens < LEAST_TOKENS or event.duration_s <= first_s:
        return None
    return (usage.output_tokens - 1) / (event.duration_s - first_s)

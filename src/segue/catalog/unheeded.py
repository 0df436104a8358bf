"""What the settings of models on this machine's disk say in vain: told, because nothing fails by it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from segue.catalog.fit_subject import Where, subject_of
from segue.domain.models import ModelRef
from segue.errors import WeightsError
from segue.providers.planning import PlannedLoad

_CALLED = {"llama_cpp": "llama.cpp", "transformers": "transformers"}


def unheeded(where: Where) -> Iterator[tuple[ModelRef, str]]:
    """Each configured model with such settings, and what is said of it. Reads headers; blocks."""
    for planned in where.planned():
        if told := " ".join(_told(planned, where)):
            yield planned.ref, told


def _told(planned: PlannedLoad, where: Where) -> Iterator[str]:
    if planned.unheeded:
        names, verb = ", ".join(f"`{name}`" for name in planned.unheeded), "say" if planned.unheeded[1:] else "says"
        yield f"{names} {verb} nothing to {_CALLED[planned.plan.backend]}, which serves it."
    with suppress(WeightsError):  # that it cannot be read is told with its state
        trained = subject_of(planned, where).variants[0].shape.context_tokens
        if trained is not None and planned.plan.context_tokens > trained:
            asked = planned.plan.context_tokens
            yield f"`context_tokens` is {asked:,}, and it was trained for {trained:,}: beyond that it drifts."

"""Which stored weights would make room, least recently used first. Pure: nothing is removed here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from segue.machine.keeping_files import SPARE_BYTES
from segue.machine.stored_models import StoredModel


@dataclass(frozen=True, slots=True)
class Room:
    """What would have to go so that something fits."""

    missing_bytes: int
    """How much is missing; 0 where it fits."""
    lacks: Literal["budget", "disk"]
    """Which of the two is short, or shorter than the other."""
    to_remove: tuple[StoredModel, ...]
    """In this order; the fewest from the least recently used on. Empty where it fits, or nothing would make it fit."""

    @property
    def freed_bytes(self) -> int:
        """By removing them."""
        return sum(model.disk_bytes for model in self.to_remove)


def room(
    stored: Sequence[StoredModel],
    needed_bytes: int,
    *,
    budget_bytes: int | None = None,
    free_bytes: int | None = None,
    held: Iterable[str] = (),
) -> Room:
    """What is missing for `needed_bytes` more within the budget and on the disk, and what would free it.

    `free_bytes` are those of the disk; None: it is not looked at. Pinned models, linked ones, those in use or of
    the settings (`held`, by name), and earlier revisions are never suggested, nor is the demonstration model: it
    answers when nothing else does.
    """
    taken_bytes = sum(model.disk_bytes for model in stored if not model.is_demonstration)
    over_bytes = 0 if budget_bytes is None else max(0, taken_bytes + needed_bytes - budget_bytes)
    short_bytes = 0 if free_bytes is None else max(0, needed_bytes + SPARE_BYTES - free_bytes)
    missing_bytes = max(over_bytes, short_bytes)
    return Room(
        missing_bytes,
        "disk" if short_bytes > over_bytes else "budget",
        to_free(stored, missing_bytes, held=held),
    )


def to_free(stored: Sequence[StoredModel], missing_bytes: int, *, held: Iterable[str] = ()) -> tuple[StoredModel, ...]:
    """Models whose removal frees so much, least recently used first; none where all together would not."""
    in_use = frozenset(held)
    may_go = [
        model
        for model in stored
        if model.is_current
        and model.disk_bytes
        and not (model.is_pinned or model.is_demonstration or model.name in in_use)
    ]
    may_go.sort(key=lambda model: (_last_s(model), model.name))
    chosen: list[StoredModel] = []
    freed_bytes = 0
    for model in may_go:
        if freed_bytes >= missing_bytes:
            break
        chosen.append(model)
        freed_bytes += model.disk_bytes
    return tuple(chosen) if freed_bytes >= missing_bytes else ()


def _last_s(model: StoredModel) -> float:
    """When it was last of use: used, else fetched."""
    moment = model.last_used_at or model.fetched_at or datetime.fromtimestamp(0, UTC)
    return moment.timestamp()


def removal(model: StoredModel, stored: Iterable[StoredModel]) -> str:
    """The command that removes this revision, and none that is kept beside it."""
    is_alone = all(one.name != model.name or one.revision == model.revision for one in stored)
    return f"segue models rm {model.name}{'' if is_alone else f' --revision {model.revision[:12]}'}"

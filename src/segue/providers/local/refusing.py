"""The words of a refusal for want of memory: what it takes, what is free, and what would fit. Pure."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from dataclasses import fields

from segue.domain.models import ModelRef
from segue.errors import NotEnoughMemory
from segue.machine.admission import Refuse
from segue.machine.bound_words import free_words, remedy
from segue.machine.needs import LoadPlan
from segue.machine.sizes import gb
from segue.providers.local.spec import WorkerSpec


def no_room(
    spec: WorkerSpec, refused: Refuse, *, lighter: LoadPlan | None, held: Sequence[ModelRef]
) -> NotEnoughMemory:
    """The error for a load that does not fit. `lighter`: a way in which it would; `held`: the models in memory that
    are not unloaded for it: they answer, or are pinned."""
    alternatives = tuple(_alternatives(spec, refused, lighter, held))
    return NotEnoughMemory(
        f"Loading it takes up to {gb(refused.need_bytes)}, and {_free(refused)}.",
        model=spec.model,
        need_bytes=refused.need_bytes,
        free_bytes=refused.free_bytes,
        alternatives=alternatives,
        hint=" ".join((*alternatives, f"`segue models fit {shlex.quote(str(spec.model))}` tells more.")),
    )


def no_room_to_grow(spec: WorkerSpec, refused: Refuse, *, tokens: int) -> NotEnoughMemory:
    """The error for a prompt that makes a loaded model grow by more than is free."""
    return NotEnoughMemory(
        f"With {tokens} tokens it takes up to {gb(refused.need_bytes)}, and {_free(refused)}.",
        model=spec.model,
        need_bytes=refused.need_bytes,
        free_bytes=refused.free_bytes,
        hint=f"Shorten the conversation. {remedy(refused.bound, refused.need_bytes)}",
    )


def closed_to_loads(model: ModelRef, because: str, held: Sequence[ModelRef]) -> NotEnoughMemory:
    """The error while memory is short and no model is loaded; `held`: the models in memory."""
    hint = "Close other programs, or ask again in a moment."
    if held:
        names = ", ".join(map(str, held))
        hint = f"Unload what nobody needs ({names}: segue models unload NAME), or close other programs."
    return NotEnoughMemory(f"{because} No model is loaded now.", model=model, hint=hint)


def _free(refused: Refuse) -> str:
    return free_words(refused.bound, refused.free_bytes, refused.need_bytes)


def _alternatives(
    spec: WorkerSpec, refused: Refuse, lighter: LoadPlan | None, held: Sequence[ModelRef]
) -> Iterator[str]:
    """What would help, a sentence each."""
    if lighter is not None:
        yield f"It fits with {_changes(spec.plan, lighter)}."
    if held:
        names = ", ".join(map(str, held))
        yield f"Busy or pinned in memory: {names}; unload what nobody needs (segue models unload NAME)."
    elif lighter is None:
        yield remedy(refused.bound, refused.need_bytes)


def _changes(planned: LoadPlan, lighter: LoadPlan) -> str:
    """The settings that differ, as the settings of a local model name them."""
    names = (field.name for field in fields(LoadPlan))
    changed = {name: getattr(lighter, name) for name in names if getattr(planned, name) != getattr(lighter, name)}
    return " and ".join(f"`{name}: {str(value).lower()}`" for name, value in changed.items())

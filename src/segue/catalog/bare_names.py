"""Which model a name without its provider means, where only one has it. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from segue.domain.foreign_text import shown
from segue.domain.models import ModelRef
from segue.errors import ModelNotFound

_MOST_CANDIDATES: Final = 10


def only_one(name: str, candidates: Sequence[ModelRef]) -> ModelRef | None:
    """The only model that is called so; None where there is none. Raises ModelNotFound with all of several."""
    if len(candidates) > 1:
        choice = ", ".join(f"'{candidate}'" for candidate in sorted(candidates)[:_MOST_CANDIDATES])
        raise ModelNotFound(
            f"Several providers have a model '{shown(name)}'.", param="model", hint=f"Ask for one of: {choice}."
        )
    return candidates[0] if candidates else None


def meant(text: str, refs: Iterable[ModelRef], *, providers: Collection[str]) -> ModelRef | None:
    """The model of `provider:name`, whether there is one of that name or not, or of a name that only one of `refs` has;
    None: it is neither. Raises as `only_one`.

    A name such as `llama3:8b` has a colon of its own: its left side then is none of `providers`.
    """
    ref = ModelRef.parse(text)
    if ref is not None and ref.provider in providers:
        return ref
    return only_one(text, [one for one in dict.fromkeys(refs) if one.name == text]) or ref

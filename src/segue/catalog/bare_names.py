"""Which model a name without its provider means, where only one has it. Pure."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from segue.domain.foreign_text import shown
from segue.domain.models import ModelRef
from segue.errors import ModelNotFound

_MOST_CANDIDATES: Final = 10
_COMPARED_CHARS: Final = 200
"""A longer name is compared no further: that would take time."""


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


def nobody_has(text: str, refs: Iterable[ModelRef]) -> ModelNotFound:
    """The error for a name that is none of theirs, with those that it is like, else with what there is."""
    known = sorted(set(refs))
    close = close_names(text, (name for ref in known for name in (str(ref), ref.name)))
    if close:
        hint = f"Did you mean {' or '.join(map(repr, close))}?"
    elif known:
        more = ", …" if len(known) > _MOST_CANDIDATES else "."
        hint = f"There are: {', '.join(map(str, known[:_MOST_CANDIDATES]))}{more}"
    else:
        hint = "There are none: see `segue models list`."
    return ModelNotFound(f"No model that could be loaded is named '{shown(text)}'.", param="model", hint=hint)


def close_names(text: str, names: Iterable[str], *, most: int = 2) -> list[str]:
    """Names that one may have meant, the most alike first; capitals make no difference."""
    known = {name.casefold(): name for name in names}
    return [known[one] for one in difflib.get_close_matches(text[:_COMPARED_CHARS].casefold(), known, n=most)]

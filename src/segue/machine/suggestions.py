"""What would help where something is short, each with its gain, and how to do it. Pure."""

from __future__ import annotations

import shlex
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from segue.domain.models import ModelRef
from segue.machine.alerts import Resource
from segue.machine.sizes import gb

IDLE_S: Final = 600.0
"""From here on an idle model is worth a word although nothing is short."""
UNUSED: Final = timedelta(days=30)
"""The same for stored weights."""
LEAST_BYTES: Final = 50_000_000
"""Smaller gains are not worth a word."""
LEAST_CONTEXT_TOKENS: Final = 2048
"""A conversation needs as much at least: shorter contexts are not proposed."""
_MEMORY: Final[frozenset[Resource]] = frozenset({"memory", "swap", "pressure"})
"""What gets better with free memory."""


@dataclass(frozen=True, slots=True)
class InMemory:
    """A local model in memory."""

    model: ModelRef
    frees_bytes: int | None
    """What would be free without it."""
    idle_s: float | None
    """Since when nobody asks it; None: it is answering."""
    is_pinned: bool = False
    context_tokens: int | None = None
    shorter_saves_bytes: int | None = None
    """What half of its context would save, as far as that can be predicted."""


@dataclass(frozen=True, slots=True)
class OnDisk:
    """Weights that are stored."""

    name: str
    file_bytes: int
    last_used_at: datetime | None
    """None: never."""
    is_pinned: bool = False
    is_in_settings: bool = False
    """The settings name it: without it a model of theirs could not answer."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that would help."""

    what: str
    """What to do and what that gains, in words."""
    gain_bytes: int
    resource: Resource
    """Of what it gains."""
    do: str
    """The command, or the setting."""


def suggestions(
    short: Collection[Resource],
    *,
    loaded: Iterable[InMemory] = (),
    stored: Iterable[OnDisk] = (),
    home: Path,
    now: datetime,
) -> tuple[Suggestion, ...]:
    """What would help, the largest gain first; `short` is what is short now. Pinned models are left alone."""
    is_tight = bool(_MEMORY & set(short))
    told = [
        *(told for one in loaded if not one.is_pinned for told in _of_loaded(one, is_tight=is_tight)),
        *_of_stored(tuple(stored), home, now, is_full="disk" in short),
    ]
    return tuple(sorted((one for one in told if one.gain_bytes >= LEAST_BYTES), key=lambda one: -one.gain_bytes))


def _of_loaded(one: InMemory, *, is_tight: bool) -> Iterator[Suggestion]:
    if one.idle_s is not None and one.frees_bytes is not None and (is_tight or one.idle_s >= IDLE_S):
        what = f"Unload {one.model}, which nobody has asked for {_span(one.idle_s)}: frees {gb(one.frees_bytes)}."
        yield Suggestion(what, one.frees_bytes, "memory", f"segue models unload {one.model}")
    if is_tight and one.context_tokens and one.shorter_saves_bytes:
        shorter = one.context_tokens // 2
        if shorter >= LEAST_CONTEXT_TOKENS:
            provider, name = one.model.provider, one.model.name
            key = f"providers.{provider}.options.models.{name}.context_tokens"
            what = (
                f"Lower `context_tokens` of {one.model} from {one.context_tokens} to {shorter}: "
                f"saves {gb(one.shorter_saves_bytes)} once it is loaded again."
            )
            yield Suggestion(what, one.shorter_saves_bytes, "memory", f"{key}: {shorter}")


def _of_stored(stored: tuple[OnDisk, ...], home: Path, now: datetime, *, is_full: bool) -> Iterator[Suggestion]:
    for one in stored:
        age = None if one.last_used_at is None else now - one.last_used_at
        if one.is_pinned or one.is_in_settings or (age is not None and age < UNUSED):
            continue
        used = "never used" if age is None else f"not used for {age.days} days"
        what = f"Remove the stored weights of {one.name}, {used}: frees {gb(one.file_bytes)}."
        yield Suggestion(what, one.file_bytes, "disk", f"segue models rm {one.name}")
    if is_full and stored:
        total_bytes = sum(one.file_bytes for one in stored)
        what = f"Move SEGUE_HOME, which holds {gb(total_bytes)} of weights, to a larger disk: frees that much here."
        yield Suggestion(what, total_bytes, "disk", f"mv {shlex.quote(str(home))} NEW && export SEGUE_HOME=NEW")


def _span(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.0f} h"

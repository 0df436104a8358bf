"""Regular expressions that no start waits for: each is compiled once, by whoever needs it first.

Compiling is nearly all that they cost. What a plain turn reads with is compiled at import, as ever; what is read in few
turns alone is one of these, and `compile_late_patterns` makes them ready behind the start.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Final, cast

_EVERY: Final[list[_LatePattern]] = []
"""All that were made. They are constants of modules: they live as long as the process."""


def late_pattern(pattern: str, *, compiled: Callable[[str], re.Pattern[str]] = re.compile) -> re.Pattern[str]:
    """As `re.compile`, later: it may be asked for whatever a pattern can do, and what is wrong in it shows then.

    `compiled` makes it, where it has a notation of its own.
    """
    return cast("re.Pattern[str]", _LatePattern(pattern, compiled))


def compile_late_patterns() -> None:
    """Compile all of those that nobody needed yet."""
    for late in tuple(_EVERY):
        _ = late.made


class _LatePattern:
    """In two threads at once it may be compiled twice, and is the same."""

    def __init__(self, pattern: str, compiled: Callable[[str], re.Pattern[str]]) -> None:
        self._pattern, self._compiled = pattern, compiled
        _EVERY.append(self)

    @cached_property
    def made(self) -> re.Pattern[str]:
        return self._compiled(self._pattern)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        found: object = getattr(self.made, name)
        vars(self)[name] = found  # from now on it is found there, as quickly as in the pattern itself
        return found

"""Regular expressions that no start waits for: each is compiled once, by whoever needs it first.

Compiling is nearly all that they cost. What a plain turn reads with is compiled at import, as ever; what is read in few
turns alone is one of these, and `compile_late_patterns` makes them ready behind the start.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final, Generic, TypeVar, cast

T = TypeVar("T")


class made_once(Generic[T]):  # noqa: N801 - it is written as `property` is
    """A property that is worked out when first asked for, and then kept with its object.

    `functools.cached_property` holds one lock for all objects of a class meanwhile (until Python 3.12): a turn that
    needed one rule waited for every other that was compiled behind the start, most of a second. Two threads at once
    may both work it out here, and come to the same.
    """

    def __init__(self, make: Callable[..., T]) -> None:
        self._make, self._name = make, make.__name__

    def __get__(self, instance: object, owner: type | None = None) -> T:
        made = self._make(instance)
        vars(instance)[self._name] = made  # found there from now on, before this is
        return made


def late_pattern(pattern: str, *, compiled: Callable[[str], re.Pattern[str]] = re.compile) -> re.Pattern[str]:
    """As `re.compile`, later: it may be asked for whatever a pattern can do, and what is wrong in it shows then.

    `compiled` makes it, where it has a notation of its own.
    """
    return cast("re.Pattern[str]", _LatePattern(pattern, compiled))


def compile_late_patterns() -> Iterator[None]:
    """Compile all of those that nobody needed yet, one a step, so that others may come in between."""
    for late in tuple(_EVERY):
        _ = late.made
        yield


class _LatePattern:
    def __init__(self, pattern: str, compiled: Callable[[str], re.Pattern[str]]) -> None:
        self._pattern, self._compiled = pattern, compiled
        _EVERY.append(self)

    @made_once
    def made(self) -> re.Pattern[str]:
        return self._compiled(self._pattern)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        found: object = getattr(self.made, name)
        vars(self)[name] = found  # from now on it is found there, as quickly as in the pattern itself
        return found


_EVERY: Final[list[_LatePattern]] = []
"""All that were made. They are constants of modules: they live as long as the process."""

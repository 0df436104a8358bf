"""Seams: a name in the configuration becomes a class, from a table of built-ins or a third party's entry point."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar, cast

from segue.errors import ConfigError, PartMissing

T = TypeVar("T")


@dataclass(frozen=True)
class Seam(Generic[T]):
    """One kind of thing that can be added: providers, criteria, checks, stores.

    `builtins` maps a name to `"module:attribute"`; the text keeps a contract from importing its implementations.
    A built-in wins over an entry point of the same name, so that a plug-in cannot replace one unnoticed.
    """

    group: str
    """The entry point group of third parties, as `segue.providers`."""
    word: str
    """What one of them is called in messages: `provider type`."""
    builtins: Mapping[str, str]

    @cached_property
    def _plugins(self) -> Mapping[str, EntryPoint]:
        return {point.name: point for point in entry_points(group=self.group)}

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that `load` knows, sorted."""
        return tuple(sorted({*self.builtins, *self._plugins}))

    def load(self, name: str) -> T:
        """The class behind a name. Raises ConfigError for an unknown name, PartMissing where an import fails."""
        try:
            if target := self.builtins.get(name):
                module, _, attribute = target.partition(":")
                return cast("T", getattr(import_module(module), attribute))
            if point := self._plugins.get(name):
                return cast("T", point.load())
        except ImportError as error:
            if (error.name or "").partition(".")[0] == "segue":
                raise  # a fault of ours, not a part that somebody can install
            raise PartMissing(
                f"The {self.word} '{name}' needs the module '{error.name}', which is not installed.",
                hint=f"Install it, for the built-in ones as an extra: pip install 'segue[{name}]'.",
            ) from error
        raise ConfigError(f"There is no {self.word} '{name}'.", hint=self._suggest(name))

    def _suggest(self, name: str) -> str:
        close = difflib.get_close_matches(name, self.names, n=1)
        known = ", ".join(self.names)
        meant = f"Did you mean '{close[0]}'? " if close else ""
        return f"{meant}Known: {known}. A plug-in's name is known once its package is installed."

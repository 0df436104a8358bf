"""What is here that a setup could use: keys, servers, weights, the machine. Of a key only that it is there."""

from __future__ import annotations

import importlib.util
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from segue.domain.listing import Listing
from segue.domain.servers import FoundServer
from segue.errors import WeightsError
from segue.machine.facts import MachineFacts
from segue.machine.gguf_names import PART
from segue.machine.headers import read_shape
from segue.machine.needs import ModelShape
from segue.machine.stored_models import StoredModel, owner_of
from segue.machine.weight_store import WeightStore
from segue.machine.weights import DEMONSTRATION, cached


@dataclass(frozen=True, slots=True)
class FoundKey:
    """That there is a key for a host."""

    host: str
    """As in `options.host`, or a type of its own: `openrouter`, `anthropic`."""
    variable: str | None = None
    """The environment variable that holds one; None: none does."""
    kept: str = ""
    """The names and fingerprints of those that the vault has."""
    is_configured: bool = False
    """True: the settings name one, which comes before all others."""

    @property
    def is_kept(self) -> bool:
        """Whether the vault has one."""
        return bool(self.kept)

    @property
    def is_elsewhere(self) -> bool:
        """Whether one is found without its variable."""
        return self.is_kept or self.is_configured


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of weights in `SEGUE_HOME`."""

    path: Path
    size_bytes: int
    shape: ModelShape | None = None
    """What its header tells; None: it cannot be read."""
    weights: str | None = None
    """By this name the store has it; None: it was put there by hand."""

    @property
    def name(self) -> str:
        """What people know it by."""
        return self.weights or self.path.name


@dataclass(frozen=True, slots=True)
class Configured:
    """As much of a configured provider as decides whether a setup may add to it."""

    type: str
    options: Mapping[str, object] = field(default_factory=dict)
    has_key: bool = False
    """Whether the settings name a key for it."""
    is_usable: bool = True
    """Whether somebody of it could answer now, as far as it can be told without asking."""


@dataclass(frozen=True, slots=True)
class NotUsable:
    """A server that somebody named, and that no setup can use."""

    origin: str
    because: str
    do: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Everything that was found, at one moment."""

    machine: MachineFacts
    today: date
    keys: tuple[FoundKey, ...] = ()
    servers: tuple[FoundServer, ...] = ()
    """Those that were named first."""
    not_usable: tuple[NotUsable, ...] = ()
    files: tuple[FoundFile, ...] = ()
    """Largest first; the demonstration model is not among them."""
    stored_names: frozenset[str] = frozenset()
    """What the store has, of whatever format: each is a model's name already."""
    has_runtime: bool = True
    """Whether llama.cpp is installed (the extra `gguf`)."""
    has_demonstration: bool = False
    """Whether the demonstration model's weights are here."""
    listing: Listing | None = None
    """OpenRouter's list; None where it was not looked at, because there is no key for it."""
    configured: Mapping[str, Configured] = field(default_factory=dict)
    """Providers that the settings have already, by name."""
    has_weights: bool = False
    """Whether somebody has set `selection.weights`."""
    defaults: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """What answers by itself, as entries for the settings: the first provider that is written would end it."""

    def key_of(self, host: str) -> FoundKey | None:
        """The key for a host; None where there is none."""
        return next((key for key in self.keys if key.host == host), None)


def files_in(home: Path) -> tuple[FoundFile, ...]:
    """GGUF models of the store in their newest revisions, and GGUF files elsewhere in `SEGUE_HOME`; the largest first.

    Of weights in several parts that no fetch brought the first names all; its size does not count the others, so these
    are left out.
    """
    stored, own = _stored(home), DEMONSTRATION.path_in(home)
    found = [
        FoundFile(one.path, one.file_bytes, _shape(one.path), one.name)
        for one in stored
        if one.is_current and one.format == "gguf" and not one.is_demonstration and one.path.is_file()
    ]
    found += [
        FoundFile(path, path.stat().st_size, _shape(path))
        for path in sorted(home.rglob("*.gguf"))
        if path != own and path.is_file() and PART.fullmatch(path.name) is None and not _is_of_store(path, home, stored)
    ]
    return tuple(sorted(found, key=lambda file: file.size_bytes, reverse=True))


def stored_names(home: Path) -> frozenset[str]:
    """The names of all stored models."""
    return frozenset(one.name for one in _stored(home))


def _stored(home: Path) -> tuple[StoredModel, ...]:
    try:
        return WeightStore(home).list_all()[0]
    except WeightsError:
        return ()  # a store that cannot be read has nothing to set up; `segue models weights` says why


def _is_of_store(path: Path, home: Path, stored: tuple[StoredModel, ...]) -> bool:
    """Whether it belongs to a revision, or to a fetch or a removal that is not finished."""
    within = path.relative_to(home).parts
    is_left = within[0] == "models" and any(part.startswith(".") for part in within)
    return is_left or owner_of(path, stored) is not None


def _shape(path: Path) -> ModelShape | None:
    try:
        return read_shape(path)
    except WeightsError:
        return None  # its size still says something, and whoever loads it is told what is wrong


def has_runtime() -> bool:
    """Whether llama.cpp is installed."""
    return importlib.util.find_spec("xllamacpp") is not None


def has_demonstration(home: Path) -> bool:
    """Whether the demonstration model's weights are here."""
    return cached(DEMONSTRATION, home) is not None

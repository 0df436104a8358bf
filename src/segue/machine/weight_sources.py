"""Where weights can come from: what a source offers, and the contract of one that files are fetched from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

OnBytes: TypeAlias = Callable[[int], None]
"""Told of bytes that came in; what it raises ends the fetch. Negative where bytes have to be fetched again."""


@dataclass(frozen=True, slots=True)
class OfferedFile:
    """One file that a source has, with what it says of it."""

    path: str
    """As the source writes it: not looked at yet, it may lead anywhere."""
    size_bytes: int
    sha256: str | None = None
    git_sha1: str | None = None
    """Git's identity of a file that is no large one: the SHA-1 of `blob LENGTH`, a zero byte and its content."""


@dataclass(frozen=True, slots=True)
class Offer:
    """All that a source has under one revision."""

    source: Literal["huggingface", "url", "file"]
    repository: str
    """For people, and to tell whether two models come from the same place: `OWNER/REPO`, an address, a path."""
    title: str
    """What its name is made of."""
    files: tuple[OfferedFile, ...]
    revision: str | None = None
    """None: the content is its own revision, known when it is here."""
    licence: str | None = None
    token: str | None = None
    """What tells one state of the source from another while no revision does: an ETag. A cut-off fetch goes on only
    where it is the same."""
    is_linked: bool = False
    """True: its files stay where they are, and take no room."""


class WeightSource(Protocol):
    """One place to fetch a model from. Everything here blocks, and raises WeightsError with what to do."""

    def offer(self) -> Offer:
        """What is there now; nothing of a file is read."""
        ...

    def fetch(self, file: OfferedFile, part: Path, on_bytes: OnBytes) -> None:
        """Bring a file to `part`, going on behind what is there already. Nothing is checked but its size."""
        ...

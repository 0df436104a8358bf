"""Weights that are on this machine already: a GGUF file (with its parts), or a folder with safetensors."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Final

from typing_extensions import override

from segue.errors import WeightsError
from segue.machine.headers_reading import RangeReader, on_disk
from segue.machine.keeping_files import not_kept
from segue.machine.weight_sources import Offer, OfferedFile, OnBytes, WeightSource

_BLOCK_BYTES: Final = 16 * 2**20


class FileSource(WeightSource):
    """A file or a folder. Linked, its files stay where they are, and the model is lost when they go or change."""

    def __init__(self, path: Path, *, links: bool = False, sha256: str | None = None) -> None:
        self._path, self._links, self._sha256 = path.expanduser().absolute(), links, sha256

    @override
    def offer(self) -> Offer:
        folder, first = self._path.parent, self._path.name.rpartition("-00001-of-")[0]
        try:
            if self._path.is_dir():
                folder, first, names = self._path, "", [one for one in self._path.iterdir() if one.is_file()]
            elif self._path.is_file():
                names = sorted(folder.glob(f"{_plain(first)}-*-of-*.gguf")) if first else [self._path]
            else:
                raise WeightsError(f"There is no file {self._path}.", hint="Check its name.")
            files = tuple(OfferedFile(one.name, one.stat().st_size, self._sha256) for one in sorted(names))
        except OSError as error:
            raise WeightsError(
                f"{self._path} cannot be read: {error.strerror}.", hint="Let this user read it."
            ) from error
        title = first or (self._path.stem if folder != self._path else self._path.name)
        self._folder = folder
        return Offer("file", str(self._path), title, files, is_linked=self._links)

    @override
    def fetch(self, file: OfferedFile, part: Path, on_bytes: OnBytes) -> None:
        source = self._folder / file.path
        part.unlink(missing_ok=True)
        try:
            if self._links:
                part.symlink_to(source)
                on_bytes(file.size_bytes)
                return
            with source.open("rb") as read, part.open("xb") as out:
                while block := read.read(_BLOCK_BYTES):
                    out.write(block)
                    on_bytes(len(block))
                out.flush()
                os.fsync(out.fileno())
            shutil.copystat(source, part)
        except OSError as error:
            raise not_kept(error, f"{source} could not be copied to {part.parent}") from error

    def ranges_of(self, path: str) -> RangeReader:
        """A file to be read in pieces. What it raises is a WeightsError."""
        return on_disk(self._folder / path).read


def _plain(name: str) -> str:
    """A name in which no sign stands for others in a pattern."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in name)

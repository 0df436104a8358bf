"""Reads the beginning of a file piece by piece, wherever it lies, and never more of it than a header may be long."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NoReturn, TypeAlias

from segue.errors import WeightsError

RangeReader: TypeAlias = Callable[[int, int], bytes]
"""`read(offset, length)`: at most `length` bytes from `offset` on; fewer only at the file's end."""

HEADER_BYTES: Final = 128 * 2**20
"""Longest header that is read. The largest in use, with a vocabulary of 262,144 and its merges, have 20 MB; the format
safetensors itself stops at 100 MB (MAX_HEADER_SIZE, safetensors/src/tensor.rs)."""
_BLOCK_BYTES: Final = 2**20
"""Read at once: a header of 2 MB is two requests where the file is remote."""
_FETCH_AGAIN: Final = "It is damaged or incomplete: fetch it again."


@dataclass(frozen=True, slots=True)
class RangeFile:
    """A file that can be read in pieces: on the disk, or by HTTP range requests."""

    name: str
    """As errors name it, its folder or address included; the last part is the file's name."""
    size_bytes: int
    read: RangeReader
    is_near: bool = False
    """True: a read costs next to nothing, so that of what follows a header not a byte is read."""

    @property
    def base_name(self) -> str:
        """The last part of its name."""
        return self.name.rsplit("/", 1)[-1]


def on_disk(path: Path) -> RangeFile:
    """The file at `path`, opened anew for each piece. Raises WeightsError when it is not an ordinary file."""

    def read(offset: int, length: int) -> bytes:
        try:
            with path.open("rb", buffering=0) as file:  # else Python reads more than it is asked for
                file.seek(offset)
                return file.read(length)
        except OSError as error:
            raise unreadable(path, error) from error

    try:
        size_bytes = path.stat().st_size
    except OSError as error:
        raise unreadable(path, error) from error
    if not path.is_file():
        raise WeightsError(f"{path} is not a file.", hint="Name a GGUF file, or a folder with config.json.")
    return RangeFile(str(path), size_bytes, read, is_near=True)


def unreadable(path: Path, error: OSError) -> WeightsError:
    """The error for a file that the system does not let be read."""
    return WeightsError(
        f"{path} cannot be read: {error.strerror}.", hint="Check its name, and that this user may read it."
    )


def broken(file: RangeFile, what: str) -> WeightsError:
    """The error for a file that is not what its format says; `what` completes "NAME …"."""
    return WeightsError(f"{file.name} {what}.", hint=_FETCH_AGAIN)


class Cursor:
    """Walks through a file's header in order. Holds one block of it, whatever the header claims.

    Raises WeightsError where the file ends too early or its header is longer than any header is.
    """

    def __init__(self, file: RangeFile) -> None:
        self.file = file
        self.offset = 0
        self.least_left_bytes = 0
        """What is known to follow of the header, wherever the cursor stands."""
        self._block = b""
        self._block_offset = 0

    def take(self, length: int) -> bytes:
        """The next `length` bytes."""
        start = self._at(length)
        self.offset += length
        return self._block[start : start + length]

    def skip(self, length: int) -> None:
        """Pass over bytes without reading them."""
        if length < 0 or self.offset + length > self.file.size_bytes:
            self._too_short()
        self.offset += length
        self._require_short_header()

    def number(self, layout: str) -> int:
        """The next number, in a layout of `struct` for one integer."""
        return self.numbers(layout)[0]

    def numbers(self, layout: str) -> tuple[int, ...]:
        """The next numbers, in a layout of `struct` for integers."""
        return struct.unpack(layout, self.take(struct.calcsize(layout)))

    def skip_strings(self, count: int) -> int:
        """Pass over strings that each begin with their length in 8 bytes; returns their bytes, lengths included."""
        began, unpack = self.offset, struct.Struct("<Q").unpack_from
        while count:
            place, block = self._at(8, follow_bytes=8 * (count - 1)), self._block
            last = len(block) - 8
            while count and place <= last:
                place += 8 + unpack(block, place)[0]
                count -= 1
            self.offset = self._block_offset + place
        self.skip(0)
        return self.offset - began

    def _at(self, length: int, *, follow_bytes: int = 0) -> int:
        """Where in the block the next `length` bytes begin, once they are there. `follow_bytes`: what is known to come
        between them and `least_left_bytes`."""
        if length < 0 or self.offset + length > self.file.size_bytes:
            self._too_short()
        start = self.offset - self._block_offset
        if start < 0 or start + length > len(self._block):
            self._require_short_header(length)
            ahead = length + follow_bytes + self.least_left_bytes if self.file.is_near else _BLOCK_BYTES
            wanted = min(max(min(ahead, _BLOCK_BYTES), length), self.file.size_bytes - self.offset)
            self._block, self._block_offset, start = self.file.read(self.offset, wanted), self.offset, 0
            if len(self._block) < length:
                self._too_short()
        return start

    def _require_short_header(self, length: int = 0) -> None:
        if self.offset + length > HEADER_BYTES:
            raise broken(self.file, f"has a header of more than {HEADER_BYTES // 2**20} MiB")

    def _too_short(self) -> NoReturn:
        raise broken(self.file, f"ends within its header (it has {self.file.size_bytes:,} bytes)")

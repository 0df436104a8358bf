"""Whether what would be fetched can be talked with at all: told by its header, before the rest of it is fetched.

Blocks: some pieces of a megabyte are read where the file is elsewhere.
"""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from segue.errors import WeightsError
from segue.machine.headers_gguf import read_header
from segue.machine.headers_gguf_shape import has_chat_template, require_model
from segue.machine.headers_reading import RangeFile, RangeReader
from segue.machine.weight_choice import Chosen
from segue.machine.weight_sources import WeightSource


@runtime_checkable
class InPieces(Protocol):
    """A source whose files can be read in pieces."""

    def ranges_of(self, path: str, /) -> RangeReader:
        """Reads one of its files. Raises WeightsError, as the reader does."""
        ...


class _Unread(Exception):
    """The file cannot be read in pieces."""


def says_how_to_talk(source: WeightSource, chosen: Chosen) -> bool | None:
    """Whether a GGUF file that was chosen has a chat template; None where that cannot be told before it is here.

    Raises WeightsError for one that holds no model to talk with.
    """
    if chosen.format != "gguf" or not isinstance(source, InPieces):
        return None
    first = chosen.files[0]
    try:
        file = RangeFile(first.path, first.size_bytes, _reader(source, first.path))
        header = read_header(file)
    except (_Unread, WeightsError):  # whoever fetches it finds out why, and says so
        return None
    require_model(file, header)
    return has_chat_template(header)


def _reader(source: InPieces, path: str) -> RangeReader:
    found: list[RangeReader] = []

    def read(offset: int, length: int) -> bytes:
        try:
            if not found:
                found.append(source.ranges_of(path))
            return found[0](offset, length)
        except (WeightsError, OSError) as error:
            raise _Unread from error

    return read

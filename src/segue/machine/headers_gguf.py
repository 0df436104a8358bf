"""What the header of a GGUF file says: metadata and the table of tensors. No weight is read.

The format: github.com/ggml-org/ggml/blob/master/docs/gguf.md.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import prod
from typing import Final, TypeAlias

from segue.machine.headers_reading import Cursor, RangeFile, broken
from segue.machine.headers_types import GGUF_TYPES

MetaValue: TypeAlias = int | float | bool | str | tuple[int, ...]
"""A value of the metadata: short texts and lists of whole numbers are kept, of longer ones and of lists of texts only
the length."""

MAGIC: Final = b"GGUF"
_VERSIONS: Final = (2, 3)
_MOST_KEYS: Final = 10_000
"""The largest files in use have some hundred keys."""
_MOST_TENSORS: Final = 200_000
"""The largest models in use, with hundreds of experts in tensors of their own, have some ten thousand."""
LONGEST_LIST: Final = 4_194_304
"""Texts in a list: the largest vocabularies have 262,144 entries and twice as many merges."""
_KEPT_LIST: Final = 4096
"""Lists up to this length hold a number a layer; longer ones belong to the tokenizer."""
_MOST_KEPT: Final = 262_144
"""Numbers of all lists that are kept together: a dozen lists of the deepest models have some thousand."""
_KEPT_TEXT: Final = 65_536
"""Bytes; longer texts are chat templates, licences and whole tokenizers, of which the length alone is told."""
_LONGEST_NAME: Final = 65_535
"""Bytes of a key (gguf.md); names of tensors are shorter."""
_MOST_DIMENSIONS: Final = 4
LEAST_TENSOR_BYTES: Final = 32
"""Of what a header says of one tensor: the length of its name, one dimension and its size, type, offset (gguf.md)."""
_LARGEST: Final = 2**62
_ALIGNMENT: Final = 32
"""Unless `general.alignment` says otherwise."""
_NUMBERS: Final = {
    0: "<B",
    1: "<b",
    2: "<H",
    3: "<h",
    4: "<I",
    5: "<i",
    6: "<f",
    10: "<Q",
    11: "<q",
    12: "<d",
}
"""Type of a value to its layout (gguf.md: gguf_metadata_value_type)."""
_BOOL, STRING, LIST = 7, 8, 9


@dataclass(frozen=True, slots=True)
class Tensor:
    """One line of the table of tensors."""

    name: str
    type_name: str
    numbers: int
    size_bytes: int


@dataclass(slots=True)
class GgufHeader:
    """Metadata and tensors of one file."""

    metadata: dict[str, MetaValue] = field(default_factory=dict)
    lengths: dict[str, int] = field(default_factory=dict)
    """Entries of each list, bytes of each long text."""
    kept_numbers: int = 0
    """Of all lists together."""
    tokenizer_bytes: int = 0
    tensors: list[Tensor] = field(default_factory=list)


def is_gguf(file: RangeFile) -> bool:
    """Whether a file begins as GGUF does."""
    return file.size_bytes >= len(MAGIC) and file.read(0, len(MAGIC)) == MAGIC


def read_header(file: RangeFile) -> GgufHeader:
    """Metadata and tensors. Raises WeightsError for a file that is damaged, incomplete or of another format."""
    cursor = Cursor(file)
    tensors, keys = begin(cursor)
    header = GgufHeader()
    cursor.least_left_bytes = tensors * LEAST_TENSOR_BYTES
    for _ in range(keys):
        _read_pair(cursor, header)
    _read_tensors(cursor, header, tensors)
    return header


def begin(cursor: Cursor) -> tuple[int, int]:
    """How many tensors and keys follow, by the first bytes of a file. Raises WeightsError as `read_header` does."""
    if cursor.take(4) != MAGIC:
        raise broken(cursor.file, "is not a GGUF file")
    version = cursor.number("<I")
    if version not in _VERSIONS:
        raise broken(
            cursor.file, f"has version {version:#x} of GGUF, which is none of {', '.join(map(str, _VERSIONS))}"
        )
    return _count(cursor, _MOST_TENSORS, "tensors"), _count(cursor, _MOST_KEYS, "keys")


def next_key(cursor: Cursor) -> tuple[str, int]:
    """The next key, and what kind of value follows it."""
    return _text(cursor, _LONGEST_NAME), cursor.number("<I")


def pass_over(cursor: Cursor, kind: int) -> None:
    """Go on behind a value."""
    if kind == LIST:
        _list(cursor)
    elif kind == STRING:
        cursor.skip(cursor.number("<Q"))
    else:
        _value(cursor, kind)


def _read_pair(cursor: Cursor, header: GgufHeader) -> None:
    key, kind = next_key(cursor)
    if key in header.metadata or key in header.lengths:
        raise broken(cursor.file, f"says twice what {key[:80]!r} is")
    began = cursor.offset
    kept: MetaValue | None
    if kind == LIST:
        kept, header.lengths[key] = numbers, _ = _list(cursor)
        header.kept_numbers += len(numbers or ())
        if header.kept_numbers > _MOST_KEPT:
            raise broken(cursor.file, f"has more than {_MOST_KEPT:,} numbers in lists, more than any model")
    elif kind == STRING:
        kept, header.lengths[key] = _short_text(cursor)
    else:
        kept = _value(cursor, kind)
    if kept is not None:
        header.metadata[key] = kept
    if key.startswith("tokenizer."):
        header.tokenizer_bytes += cursor.offset - began


def _short_text(cursor: Cursor) -> tuple[str | None, int]:
    """The text, when it is short, and its bytes."""
    length = cursor.number("<Q")
    if length <= _KEPT_TEXT:
        return cursor.take(length).decode(errors="replace"), length
    cursor.skip(length)
    return None, length


def _value(cursor: Cursor, kind: int) -> MetaValue:
    if kind == _BOOL:
        return cursor.number("<B") != 0
    return cursor.number(_layout(cursor, kind))


def _list(cursor: Cursor) -> tuple[tuple[int, ...] | None, int]:
    """Its numbers, when they are few and whole, and how many entries it has."""
    kind = cursor.number("<I")
    if kind == STRING:
        count = _count(cursor, LONGEST_LIST, "texts in a list")
        cursor.skip_strings(count)
        return None, count
    layout = "<B" if kind == _BOOL else _layout(cursor, kind)
    count = _count(cursor, _LARGEST, "numbers in a list")
    if count <= _KEPT_LIST and layout not in {"<f", "<d"}:
        return cursor.numbers(f"<{count}{layout[1]}"), count
    cursor.skip(count * int({"B": 1, "H": 2, "I": 4, "F": 4, "Q": 8, "D": 8}[layout[1].upper()]))
    return None, count


def _layout(cursor: Cursor, kind: int) -> str:
    """A list of lists lands here as well: llama.cpp takes none either (ggml/src/gguf.cpp)."""
    if kind not in _NUMBERS:
        raise broken(cursor.file, f"has a value of a kind that GGUF does not know ({kind})")
    return _NUMBERS[kind]


def _read_tensors(cursor: Cursor, header: GgufHeader, count: int) -> None:
    rows: list[tuple[str, int, int, int]] = []
    for left in reversed(range(count)):
        cursor.least_left_bytes = left * LEAST_TENSOR_BYTES
        name = _text(cursor, _LONGEST_NAME)
        dimensions = cursor.number("<I")
        if not 0 < dimensions <= _MOST_DIMENSIONS:
            raise broken(cursor.file, f"has a tensor of {dimensions} dimensions")
        *sizes, kind, offset = cursor.numbers(f"<{dimensions}QIQ")
        numbers = prod(sizes)
        if numbers > _LARGEST or offset > _LARGEST:
            raise broken(cursor.file, f"has a tensor larger than any disk ({name[:80]!r})")
        rows.append((name, kind, numbers, offset))
    names = Counter(name for name, *_ in rows)
    if len(names) < len(rows):
        raise broken(cursor.file, f"has two tensors of the name {names.most_common(1)[0][0][:80]!r}")
    header.tensors = _sized(cursor, _alignment(cursor.file, header), rows)


def _alignment(file: RangeFile, header: GgufHeader) -> int:
    value = header.metadata.get("general.alignment", _ALIGNMENT)
    if not isinstance(value, int) or not 0 < value <= 2**20 or value & (value - 1):
        raise broken(file, f"wants its tensors to begin at multiples of {str(value)[:20]}")
    return value


def _sized(cursor: Cursor, alignment: int, rows: Sequence[tuple[str, int, int, int]]) -> list[Tensor]:
    """The tensors with their bytes. One of a type that is newer than this program ends where the next begins."""
    begin = -(-cursor.offset // alignment) * alignment
    left = cursor.file.size_bytes - begin
    ends = sorted({offset for *_, offset in rows} | {max(left, 0)})
    following = dict(pairwise(ends))
    tensors, ended = [], 0
    for name, kind, numbers, offset in rows:
        type_name, block, block_bytes = GGUF_TYPES.get(kind, (f"type {kind}", 0, 0))
        size = -(-numbers // block) * block_bytes if block else following.get(offset, offset) - offset
        tensors.append(Tensor(name, type_name, numbers, size))
        ended = max(ended, offset + size)
    if ended > left:
        raise broken(cursor.file, f"is incomplete: {ended - left:,} bytes are missing at its end")
    return tensors


def _text(cursor: Cursor, longest: int) -> str:
    length = cursor.number("<Q")
    if length > longest:
        raise broken(cursor.file, f"has a text of {length:,} bytes in its header")
    return cursor.take(length).decode(errors="replace")


def _count(cursor: Cursor, most: int, of: str) -> int:
    count = cursor.number("<Q")
    if count > most:
        raise broken(cursor.file, f"claims {count:,} {of}, more than any model has")
    return count

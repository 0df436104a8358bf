"""A table of small whole numbers in half its bytes: two numbers share one, and the few that do not fit stand beside."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
Places = NDArray[np.int64]

_APART: Final = 15
"""Stands for a number that is kept elsewhere; those below it are counted from the part's own start."""
_SAMPLE: Final = 512
"""Rows of a part that tell where its numbers lie."""


class PackedTable:
    """Rows of numbers from 0 to 255, of which most of a part lie within 15 of each other. Nothing of them is lost.

    The encoder's words are such: 1 in 220 of their numbers stands beside, and they take 35 MB instead of 66.
    """

    def __init__(self, parts: Iterable[Bytes], *, count: int, rows: int, width: int) -> None:
        """`parts`: `count` tables of (rows, width); row r of part p is row r x count + p of the whole."""
        self._parts, self._rows = count, rows
        self._halves = np.empty((count * rows, width // 2), dtype=np.uint8)
        self._start = np.empty(count, dtype=np.uint8)
        self._apart_before = np.zeros(count * rows + 1, dtype=np.int32)
        """For each row how many numbers of the rows before it stand beside."""
        columns: list[NDArray[np.uint16]] = []
        numbers: list[Bytes] = []
        above = np.empty((rows, width), dtype=np.uint8)
        for number, part in enumerate(parts):
            here = slice(number * rows, (number + 1) * rows)
            self._start[number] = start = _start(part[:_SAMPLE])
            np.subtract(part, start, out=above)  # what is below it becomes large: a byte has no sign
            apart = np.flatnonzero(above >= _APART)
            row, column = np.divmod(apart, width)
            self._apart_before[1:][here] = np.bincount(row, minlength=rows)
            columns.append(column.astype(np.uint16))
            numbers.append(part.ravel()[apart])
            above.ravel()[apart] = _APART
            np.left_shift(above[:, width // 2 :], 4, out=self._halves[here])
            self._halves[here] |= above[:, : width // 2]
        np.cumsum(self._apart_before, out=self._apart_before)
        self._columns, self._numbers = np.concatenate(columns), np.concatenate(numbers)

    @property
    def nbytes(self) -> int:
        """Bytes that it takes."""
        return self._halves.nbytes + self._apart_before.nbytes + self._columns.nbytes + self._numbers.nbytes

    def __getitem__(self, rows: Places) -> Bytes:
        """(rows, width): the numbers of these rows, in their order."""
        row, part = np.divmod(rows, self._parts)
        at = part * self._rows + row
        halves = self._halves[at]
        half = halves.shape[1]
        found = np.empty((len(rows), 2 * half), dtype=np.uint8)
        np.bitwise_and(halves, 15, out=found[:, :half])
        np.right_shift(halves, 4, out=found[:, half:])
        found += self._start[part, None]
        before = self._apart_before[at]
        counts = self._apart_before[at + 1] - before
        which = np.repeat(np.arange(len(rows)), counts)
        apart = np.arange(len(which)) + (before + counts - np.cumsum(counts))[which]
        found[which, self._columns[apart]] = self._numbers[apart]
        return found


def _start(part: Bytes) -> np.uint8:
    """Where the 15 neighbours begin that hold most of its numbers."""
    counts = np.bincount(part.ravel(), minlength=256)
    return np.uint8(np.convolve(counts, np.ones(_APART, dtype=np.int64), "valid").argmax())

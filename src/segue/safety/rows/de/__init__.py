"""German: the rows of danger, by what they find, and the words around a match that change what it means."""

from typing import Final

from segue.safety.rows.de import (
    crisis,
    harms,
    hurt,
    plainly,
    ready,
    signs,
    words,
)
from segue.safety.rules import Rule

CRISIS: Final[tuple[Rule, ...]] = (
    *crisis.ROWS,
    *signs.ROWS,
    *words.ROWS,
    *plainly.ROWS,
    *harms.ROWS,
    *ready.ROWS,
    *hurt.ROWS,
)

"""Spanish: the rows of danger, by what they find, and the words around a match that change what it means."""

from typing import Final

from segue.safety.rows.es import (
    crisis,
    harms,
    hurt,
    ready,
    signs,
)
from segue.safety.rules import Rule

CRISIS: Final[tuple[Rule, ...]] = (
    *crisis.ROWS,
    *signs.ROWS,
    *harms.ROWS,
    *ready.ROWS,
    *hurt.ROWS,
)

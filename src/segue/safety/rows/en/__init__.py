"""English: the rows of danger, by what they find, and the words around a match that change what it means."""

from typing import Final

from segue.safety.rows.en import (
    behaviour,
    dangers,
    despair,
    driven,
    harms,
    hints,
    hurt,
    in_passing,
    methods,
    passive,
    plans,
    pleading,
    ready,
    threatened,
    undenied,
    under_way,
    unwell,
    violence,
    wider,
    wishes,
)
from segue.safety.rules import Rule

CRISIS: Final[tuple[Rule, ...]] = (
    *dangers.ROWS,
    *wishes.ROWS,
    *plans.ROWS,
    *passive.ROWS,
    *behaviour.ROWS,
    *hints.ROWS,
    *methods.ROWS,
    *harms.ROWS,
    *violence.ROWS,
    *wider.ROWS,
    *undenied.ROWS,
    *driven.ROWS,
    *under_way.ROWS,
    *pleading.ROWS,
    *despair.ROWS,
    *threatened.ROWS,
    *unwell.ROWS,
    *ready.ROWS,
    *hurt.ROWS,
    *in_passing.ROWS,
)

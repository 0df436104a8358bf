"""Finds sexualised minors, real or fictional, whoever says it; no setting allows it."""

from __future__ import annotations

from segue.safety.contract import Direction
from segue.safety.packaged_rules import MINORS
from segue.safety.unsayable import Unsayable


class Minors(Unsayable):
    """Sexualised minors, in English, Spanish, French, German and Portuguese."""

    name = "minors"
    directions = frozenset({Direction.INPUT, Direction.OUTPUT})
    rows = MINORS

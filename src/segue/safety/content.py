"""Finds what no answer may say: ways to die, and encouragement to die, to cut or to starve."""

from __future__ import annotations

from segue.safety.contract import Direction
from segue.safety.packaged_rules import CONTENT
from segue.safety.unsayable import Unsayable


class Content(Unsayable):
    """Methods and encouragement, in English, Spanish, French, German and Portuguese.

    Of answers only: a person who asks for methods is heard by the crisis check.
    """

    name = "content"
    directions = frozenset({Direction.OUTPUT})
    rows = CONTENT

"""Writes texts that a regular expression should match, at random."""

import random
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib import import_module
from typing import TypeAlias, cast

_constants, _parser = import_module("re._constants"), import_module("re._parser")
"""What a pattern may match is known only to `re` itself."""

Tree: TypeAlias = Iterable[tuple[object, object]]


def matching(pattern: re.Pattern[str], chance: random.Random) -> str:
    """A text that `pattern` matches, unless one of its look-arounds forbids it."""
    return _written(_parsed(pattern.pattern), chance)


@lru_cache(maxsize=4)
def _parsed(pattern: str) -> Tree:
    return cast("Tree", _parser.parse(pattern))


def _written(tree: Tree, chance: random.Random) -> str:
    return "".join(_piece(kind, value, chance) for kind, value in tree)


def _piece(kind: object, value: object, chance: random.Random) -> str:
    match kind, value:
        case _constants.LITERAL, int(code):
            return chr(code)
        case _constants.IN, list(members):
            return _one_of(members, chance)
        case _constants.MAX_REPEAT | _constants.MIN_REPEAT, (int(least), int(most), tree):
            count = chance.choice((least, chance.randint(least, min(most, least + 2))))
            return "".join(_written(cast("Tree", tree), chance) for _ in range(count))
        case _constants.SUBPATTERN, (_, _, _, tree):
            return _written(cast("Tree", tree), chance)
        case _constants.BRANCH, (_, list(trees)):
            return _written(chance.choice(trees), chance)
        case _constants.AT | _constants.ASSERT | _constants.ASSERT_NOT, _:
            return ""
    raise AssertionError(f"a kind of pattern that no rule needs: {kind}")


def _one_of(members: list[tuple[object, object]], chance: random.Random) -> str:
    match chance.choice(members):
        case _constants.LITERAL, int(code):
            return chr(code)
        case _constants.RANGE, (int(first), int(last)):
            return chr(chance.randint(first, last))
        case _constants.CATEGORY, _constants.CATEGORY_DIGIT:
            return "7"
    return "z"

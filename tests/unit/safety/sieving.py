"""Proves of a rule that whatever it matches holds one of its stems, by following every way through its pattern."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from importlib import import_module
from typing import TypeAlias, cast

from segue.safety.rules import Rule

_constants, _parser = import_module("re._constants"), import_module("re._parser")
"""What a pattern may match is known only to `re` itself."""
_BETWEEN = " ,:;\"()-'"
"""What the sieve leaves out of a text."""

Tree: TypeAlias = Iterable[tuple[object, object]]
States: TypeAlias = frozenset[str]
"""For each way that has met no stem so far: the end of what it wrote that may still grow into one."""


def passes_the_sieve_unseen(rule: Rule) -> bool:
    """Whether some way through the pattern of `rule` meets none of its stems, or of those that it needs also;
    look-arounds are taken to hold."""
    tree = cast("Tree", _parser.parse(rule.regex.pattern))
    return any(_Stems(needs).after(frozenset({""}), tree) for needs in (rule.needs, rule.also) if needs)


class _Stems:
    """The stems of one rule."""

    def __init__(self, needs: str) -> None:
        self._whole = {_bare(stem.replace("_", "")) for stem in needs.split()}
        self._beginnings = {stem[:length] for stem in self._whole for length in range(len(stem) + 1)}

    def after(self, states: AbstractSet[str], tree: Tree) -> States:
        """The states once a pattern was followed from these."""
        for kind, value in tree:
            states = self._after_one(frozenset(states), kind, value)
        return frozenset(states)

    def _after_one(self, states: States, kind: object, value: object) -> States:
        match kind, value:
            case _constants.AT | _constants.ASSERT | _constants.ASSERT_NOT, _:
                return states
            case _constants.LITERAL, int(code):
                grown = {self._end(state + _bare(chr(code))) for state in states}
                return frozenset(state for state in grown if not any(map(state.endswith, self._whole)))
            case _constants.IN, list(members) if _is_between(members):
                return states
            case _constants.SUBPATTERN, (_, _, _, tree):
                return self.after(states, cast("Tree", tree))
            case _constants.BRANCH, (_, list(trees)):
                return frozenset().union(*(self.after(states, tree) for tree in trees))
            case _constants.MAX_REPEAT | _constants.MIN_REPEAT, (int(least), int(most), tree):
                return self._repeated(states, cast("Tree", tree), least, most)
        return frozenset({""} if states else ())  # a character that may be any of several

    def _repeated(self, states: States, tree: Tree, least: int, most: int) -> States:
        ends = states if least == 0 else frozenset[str]()
        for time in range(1, most + 1):
            before, states = states, self.after(states, tree)
            if time >= least:
                ends |= states
                if states <= before:
                    break  # going round once more shows nothing new
        return ends

    def _end(self, written: str) -> str:
        return next(end for start in range(len(written) + 1) if (end := written[start:]) in self._beginnings)


def _is_between(members: list[tuple[object, object]]) -> bool:
    return all(kind is _constants.LITERAL and chr(cast("int", code)) in _BETWEEN for kind, code in members)


def _bare(text: str) -> str:
    return "".join(char for char in text if char not in _BETWEEN)

"""The tests' own ground: reports of failures do not fail themselves."""

import ast
import gc
from pathlib import Path


class Reports:
    """Something thrown away that refers to itself, and has its end told with a traceback, as a forgotten task does."""

    def __init__(self, told: list[int]) -> None:
        self.itself, self.told = self, told

    def __del__(self) -> None:
        self.told.append(len(ast.parse("(\n1 + 1\n)").body))


def test_what_is_collected_while_a_source_is_parsed_does_not_break_the_parsing() -> None:
    """A report that the garbage collector sets off does not end the whole run with an internal error."""
    source, told = Path(__file__).read_text(encoding="utf-8") * 20, list[int]()
    for _ in range(50):
        Reports(told)
        assert ast.parse(source).body
    gc.collect()
    assert told == [1] * 50

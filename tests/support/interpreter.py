"""What the interpreter that runs the tests does wrong, and how the tests live with it."""

from __future__ import annotations

import ast
import functools
import gc
from collections.abc import Callable
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def let_nothing_interrupt_parsing() -> None:
    """Keep the garbage collector from running within `ast.parse`; calling it again changes nothing.

    CPython 3.11 and 3.12 count the depth of a syntax tree in one place for the whole interpreter (python/cpython issue
    106905). A collection within `ast.parse` may end something that reports an error (a task whose exception nobody
    took, a socket left open), its traceback is written with `ast.parse` as well, and the outer call then fails with
    "AST constructor recursion depth mismatch": pytest, which parses sources for its reports, would end with an
    INTERNALERROR instead of telling of the error.
    """
    if not hasattr(ast.parse, "__wrapped__"):
        ast.parse = _without_collecting(ast.parse)


def _without_collecting(call: Callable[P, T]) -> Callable[P, T]:
    @functools.wraps(call)
    def undisturbed(*args: P.args, **kwargs: P.kwargs) -> T:
        was_enabled = gc.isenabled()
        gc.disable()
        try:
            return call(*args, **kwargs)
        finally:
            if was_enabled:
                gc.enable()

    return undisturbed

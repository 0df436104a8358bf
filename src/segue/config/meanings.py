"""What each setting means, in the words beneath it: read out of the source when somebody asks, as no start does.

Pydantic would read them for every class as it is made (`use_attribute_docstrings`): that took a tenth of a start.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from itertools import pairwise

from pydantic import BaseModel


def meanings(section: type[BaseModel]) -> Mapping[str, str]:
    """What each field of a section is for; "" where nothing says it. A field's own `description` comes first."""
    beneath = {name: words for kind in reversed(section.__mro__) for name, words in _beneath(kind)}
    return {name: field.description or beneath.get(name, "") for name, field in section.model_fields.items()}


def _beneath(kind: type) -> Iterator[tuple[str, str]]:
    """The strings beneath the attributes of one class; those of Pydantic's own are none of ours."""
    if not issubclass(kind, BaseModel) or kind is BaseModel:
        return
    tree = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    for attribute, after in pairwise(tree.body if isinstance(tree, ast.ClassDef) else ()):
        match attribute, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                yield name, inspect.cleandoc(words)

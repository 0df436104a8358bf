"""Values that are made many times in every turn, at a quarter of the cost."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def made_often(cls: type[T]) -> type[T]:
    """Give a frozen dataclass with slots the `__init__` of one that is not frozen.

    A class that refuses changes as the program runs cannot fill its own slots but by a call for each field, which was a
    tenth of a turn. So it is the type checker alone that refuses to change such a value; all else stays as it is.
    """
    words: dict[str, Any] = {"MISSING": MISSING}
    parameters, steps = ["self"], []
    for field in fields(cls):  # type: ignore[arg-type] # only dataclasses are given
        name = field.name
        parameter, value = name, name
        if field.default is not MISSING:
            words[f"{name}_else"] = field.default
            parameter = f"{name}=({name}_else)"
        elif field.default_factory is not MISSING:
            words[f"make_{name}"] = field.default_factory
            parameter, value = f"{name}=MISSING", f"make_{name}() if {name} is MISSING else {name}"
        parameters.append(parameter)
        steps.append(f"self.{name} = {value}")
    text = f"def __init__({', '.join(parameters)}):\n " + "\n ".join(steps)
    exec(text, words)  # noqa: S102 - as `dataclass` does; of the names of fields alone
    made = words["__init__"]
    made.__qualname__, made.__module__ = cls.__init__.__qualname__, cls.__module__
    made.__annotations__ = cls.__init__.__annotations__
    cls.__init__ = made  # type: ignore[method-assign]
    del cls.__setattr__, cls.__delattr__
    return cls

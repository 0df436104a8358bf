"""Values that are made many times in every turn, at half the cost."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any, TypeVar

T = TypeVar("T")


def made_often(cls: type[T]) -> type[T]:
    """Give a frozen dataclass with slots an `__init__` that fills each slot by the slot's own setter.

    The one that `dataclass` writes looks up `object.__setattr__` for every field, which then looks for the slot by its
    name: together a twelfth of a turn. All else stays as it is, and the value as frozen.
    """
    words: dict[str, Any] = {"MISSING": MISSING}
    parameters, steps = ["self"], []
    for field in fields(cls):  # type: ignore[arg-type] # only dataclasses are given
        name = field.name
        words[f"set_{name}"] = cls.__dict__[name].__set__
        parameter, value = name, name
        if field.default is not MISSING:
            words[f"{name}_else"] = field.default
            parameter = f"{name}=({name}_else)"
        elif field.default_factory is not MISSING:
            words[f"make_{name}"] = field.default_factory
            parameter, value = f"{name}=MISSING", f"make_{name}() if {name} is MISSING else {name}"
        parameters.append(parameter)
        steps.append(f"set_{name}(self, {value})")
    text = f"def __init__({', '.join(parameters)}):\n " + "\n ".join(steps)
    exec(text, words)  # noqa: S102 - as `dataclass` does; of the names of fields alone
    made = words["__init__"]
    made.__qualname__, made.__module__ = cls.__init__.__qualname__, cls.__module__
    made.__annotations__ = cls.__init__.__annotations__
    cls.__init__ = made  # type: ignore[method-assign]
    return cls

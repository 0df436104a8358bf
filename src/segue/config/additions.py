"""What a settings file lacks of something that is wanted: the changes that add it, and what they look like.

Nothing that stands in the file is changed: where it says something else already, it is left as it is.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

from segue.config.edit import Set
from segue.config.shown import masked_text
from segue.config.yaml_edit import CannotEdit, with_value
from segue.config.yaml_tree import dotted, read_yaml
from segue.errors import ConfigError


def additions(file: Path, wanted: Mapping[str, object]) -> tuple[Set, ...]:
    """The changes with which the file says all that is wanted, as far as it says nothing about it; none where it does.

    Raises ConfigError for a file that cannot be read.
    """
    return lacking(read_yaml(file).values if file.exists() else {}, wanted)


def lacking(there: Mapping[str, object], wanted: Mapping[str, object]) -> tuple[Set, ...]:
    """The same for the values of a file."""
    return tuple(_missing(there, wanted, ()))


def _missing(there: Mapping[str, object], wanted: Mapping[str, object], way: tuple[str, ...]) -> Iterator[Set]:
    for name, value in wanted.items():
        known = there.get(name)
        if known is None:
            yield Set((*way, name), value)
        elif isinstance(known, dict) and isinstance(value, Mapping):
            yield from _missing(known, value, (*way, name))


def as_diff(file: Path, changes: tuple[Set, ...]) -> str:
    """What the changes do to the file, as a unified diff without secrets; empty where they do nothing.

    Raises ConfigError.
    """
    values = read_yaml(file).values if file.exists() else {}
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    after = before
    for one in changes:
        way = tuple(one.way)
        try:
            after = with_value(after, way, one.value)
        except CannotEdit as error:
            hint = "Change it by hand, then run `segue config validate`."
            message = "This cannot be changed in the file without changing something else."
            raise ConfigError(message, key=dotted(way), file=file, hint=hint) from error
    was = str(file) if before else "/dev/null"
    old, new = masked_text(before, values), masked_text(after, values)
    if old is None or new is None:
        return f"{file} holds a secret in a form that cannot be hidden, so that it is not shown."
    return "\n".join(difflib.unified_diff(old.splitlines(), new.splitlines(), was, str(file), lineterm=""))

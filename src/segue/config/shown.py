"""The settings as they may be shown: every value with its source, secrets masked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel, SecretStr

from segue.config.load import Loaded
from segue.config.yaml_tree import KeyPath, dotted

MASK = "********"
_SECRET_NAME = re.compile(r"(^|_)(key|token|secret|password|passphrase|authorization)$", re.IGNORECASE)
_CREDENTIALS_IN_URL = re.compile(r"(?<=://)[^/@\s]+(?=@)")


@dataclass(frozen=True, slots=True)
class Shown:
    """One setting: its dotted key, its value, and where that comes from (`default`, `file:line`, `$VARIABLE`)."""

    key: str
    value: object
    source: str


def shown(loaded: Loaded) -> tuple[Shown, ...]:
    """Every setting in force, in the order of the settings tree."""
    return tuple(
        Shown(dotted(path), _masked(path, value), loaded.source_of(path))
        for path, value in _leaves(loaded.settings, ())
    )


def _leaves(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, object]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name), (*path, name))
    elif isinstance(value, Mapping) and value:
        for name, item in value.items():
            yield from _leaves(item, (*path, str(name)))
    else:
        yield path, value


def _masked(path: KeyPath, value: object) -> object:
    if isinstance(value, SecretStr) or (value is not None and _SECRET_NAME.search(str(path[-1]))):
        return MASK
    if isinstance(value, str):
        return _CREDENTIALS_IN_URL.sub(MASK, value)
    if isinstance(value, Mapping):
        return {}
    return value if isinstance(value, bool | int | float | list | tuple | type(None)) else str(value)

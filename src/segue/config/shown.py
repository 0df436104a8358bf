"""The settings as they may be shown: every value with its source, secrets masked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, SecretStr

from segue.config.home import segue_home
from segue.config.load import Loaded
from segue.config.settings import DEFAULT_PROVIDERS, Settings
from segue.config.yaml_tree import KeyPath, dotted
from segue.domain.provider_keys import LEAST_CHARS

MASK = "********"
_SECRET_NAME = re.compile(r"(?i)(^|[-_])(api)?(key|token|secret|password|passphrase|authorization|cookie)$")
_VARIABLE = re.compile(r"\$\{[A-Za-z_][A-Za-z0-9_]*\}")
_CREDENTIALS_IN_URL = re.compile(r"(?<=://)[^/@\s]+(?=@)")


@dataclass(frozen=True, slots=True)
class Shown:
    """One setting: its dotted key, its value, and where that comes from (`default`, `file:line`, `$VARIABLE`)."""

    key: str
    value: object
    source: str


def shown(loaded: Loaded, *, home: Path | None = None) -> tuple[Shown, ...]:
    """Every setting in force, in the order of the settings tree; where empty stands for something, that is shown."""
    settings = _filled(loaded.settings, home or segue_home())
    return tuple(
        Shown(dotted(path), _masked(path, value), loaded.source_of(path)) for path, value in _leaves(settings, ())
    )


def _filled(settings: Settings, home: Path) -> Settings:
    url = settings.storage.url or f"sqlite:///{home / 'segue.db'}"
    storage = settings.storage.model_copy(update={"url": url})
    return settings.model_copy(update={"providers": settings.providers or DEFAULT_PROVIDERS, "storage": storage})


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
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, SecretStr) or (_is_option(path) and _SECRET_NAME.search(str(path[-1]))):
        return MASK
    if isinstance(value, Mapping):
        return {str(name): _masked((*path, str(name)), item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_masked((*path, place), item) for place, item in enumerate(value)]
    return _CREDENTIALS_IN_URL.sub(MASK, str(value))


def masked_text(text: str, values: Mapping[str, object]) -> str | None:
    """The text of a settings file as it may be shown; `values` are what it says.

    None where a secret stands in it in a form that is not found again, as over several lines.
    """
    for secret in _secrets(values):
        # A short one may be a part of other words: it is looked for where a value stands.
        before = "" if len(secret) >= LEAST_CHARS else r"(?<=[:\[,\s\"'])"
        text, times = re.subn(before + re.escape(secret), MASK, text)
        if not times:
            return None
    return _CREDENTIALS_IN_URL.sub(MASK, text)


def _secrets(values: Mapping[str, object]) -> Iterator[str]:
    """Every secret that stands in a file itself, and not in a variable."""
    found = {str(item) for name, item in _names(values) if _SECRET_NAME.search(name) and item not in (None, "")}
    yield from (secret for secret in sorted(found) if not _VARIABLE.fullmatch(secret))


def _names(value: object) -> Iterator[tuple[str, object]]:
    """Every value that is no mapping and no list, with the name that it has or that is above it."""
    for name, item in value.items() if isinstance(value, Mapping) else ():
        for inner in item if isinstance(item, list) else (item,):
            if isinstance(inner, Mapping):
                yield from _names(inner)
            else:
                yield str(name), inner


def _is_option(path: KeyPath) -> bool:
    """True within `providers.*.options`: what keys are called there, only the provider's type knows."""
    return path[:1] == ("providers",) and path[2:3] == ("options",)

"""Keys for model hosts in the environment: whether they are there, and what they hold, to keep it in the vault."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping


def variables_set(names: Iterable[str], env: Mapping[str, str] | None = None) -> frozenset[str]:
    """Those of these variables that hold anything."""
    there = os.environ if env is None else env
    return frozenset(name for name in names if there.get(name, "").strip())


def key_in(variable: str, env: Mapping[str, str] | None = None) -> str:
    """What a variable holds; empty where it is not set. It is a secret: never show it."""
    return (os.environ if env is None else env).get(variable, "").strip()

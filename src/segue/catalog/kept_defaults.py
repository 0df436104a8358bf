"""What answers by itself while no provider is written, as entries for the settings: the first one would end it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from segue.catalog.surroundings import has_demonstration
from segue.config.load import Loaded
from segue.config.names import named_models
from segue.config.settings import DEFAULT_PROVIDERS
from segue.machine.weights import DEMONSTRATION

KEPT_DEFAULTS: Final[Mapping[str, Mapping[str, object]]] = {
    "scripted": {"type": "scripted"},
    "local": {"type": "local", "options": {"models": {DEMONSTRATION.name: {"in_auto": False}}}},
}
"""The entries under which each goes on answering by name. `auto` is for what somebody chose: the demonstration model,
which is near and costs nothing, would be asked before it."""
assert KEPT_DEFAULTS.keys() == DEFAULT_PROVIDERS.keys(), "each default is kept"


def kept_defaults(loaded: Loaded, home: Path) -> dict[str, Mapping[str, object]]:
    """The entries to write with the first provider, by name; none where the settings name providers already.

    The demonstration model is kept where its weights are here, or the settings name it.
    """
    if loaded.settings.providers:
        return {}
    is_named = any(ref.provider == "local" for _, ref in named_models(loaded.settings))
    names = ("scripted", "local") if is_named or has_demonstration(home) else ("scripted",)
    return {name: KEPT_DEFAULTS[name] for name in names}


def are_only_defaults(providers: Mapping[str, object]) -> bool:
    """Whether nothing is written but what was kept so: without it the same would answer."""
    return all(KEPT_DEFAULTS.get(name) == entry for name, entry in providers.items())

"""By which names the settings of this machine know stored weights."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from segue.config.settings import DEFAULT_PROVIDERS, Settings
from segue.machine.stored_models import StoredModel, owner_of


def named_in_settings(settings: Settings, stored: Iterable[StoredModel]) -> dict[str, tuple[str, ...]]:
    """The names (PROVIDER:NAME) that the settings give to stored weights, by these: as `weights`, or by a path."""
    models = tuple(stored)
    found: dict[str, tuple[str, ...]] = {}
    for ref, told in _models(settings):
        name = _weights_of(told, models)
        if name is not None and any(model.name == name for model in models):
            found[name] = (*found.get(name, ()), ref)
    return found


def weights_meant(text: str, settings: Settings, stored: Iterable[StoredModel]) -> str | None:
    """The stored weights of that name, or those of a model that is called so; None: there are none."""
    models = tuple(stored)
    names = {model.name for model in models}
    if text in names:
        return text
    named = named_in_settings(settings, models)
    found = {name for name, refs in named.items() for ref in refs if text in (ref, ref.partition(":")[2])}
    if len(found) == 1:
        return found.pop()
    provider, _, name = text.partition(":")
    return name if not found and name in names and provider in dict(_providers(settings)) else None


def known_as(model: StoredModel, settings: Settings) -> tuple[str, ...]:
    """By which names it may be in memory: those of the settings, else its own."""
    return named_in_settings(settings, (model,)).get(model.name) or tuple(
        f"{provider}:{model.name}" for provider, _ in _providers(settings)
    )


def _providers(settings: Settings) -> Iterator[tuple[str, Mapping[str, object]]]:
    for name, provider in (settings.providers or DEFAULT_PROVIDERS).items():
        if provider.type == "local":
            yield name, provider.options


def _models(settings: Settings) -> Iterator[tuple[str, Mapping[str, object]]]:
    for provider, options in _providers(settings):
        models = options.get("models")
        for alias, told in (models if isinstance(models, Mapping) else {}).items():
            if isinstance(told, Mapping):
                yield f"{provider}:{alias}", told


def _weights_of(told: Mapping[str, object], stored: Iterable[StoredModel]) -> str | None:
    name, path = told.get("weights"), told.get("path")
    if isinstance(name, str):
        return name
    owner = owner_of(Path(str(path)).expanduser().absolute(), stored) if path is not None else None
    return None if owner is None else owner.name

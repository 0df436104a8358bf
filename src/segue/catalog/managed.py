"""The configured providers whose servers can be told what to hold in memory and what to fetch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, cast

from segue.catalog.bare_names import meant, nobody_has, only_one
from segue.catalog.providers import providers_of
from segue.catalog.weights_named import named_in_settings
from segue.config.home import segue_home
from segue.config.load import Loaded
from segue.config.settings import DEFAULT_PROVIDERS
from segue.domain.models import ModelRef
from segue.errors import RequestError
from segue.events import Broadcast
from segue.machine.weight_store import WeightStore
from segue.providers.contract import Provider
from segue.providers.managing import LoadsHere, ManagesModels


class Managed(ManagesModels, Provider, Protocol):
    """A provider that manages models."""


def managed_providers(loaded: Loaded) -> dict[str, Managed]:
    """Each of them by name, not opened yet."""
    made = providers_of(loaded, segue_home(), Broadcast(()))
    return {name: cast("Managed", provider) for name, provider in made.items() if isinstance(provider, ManagesModels)}


def full_name(loaded: Loaded, text: str) -> str:
    """`provider:name` of a model that somebody can be told to load, also where only its own name is given, or that of
    its stored weights. Raises ModelNotFound where several have that name, or nobody has."""
    ref = ModelRef.parse(text)
    if ref is not None and ref.provider in (loaded.settings.providers or DEFAULT_PROVIDERS):
        return text
    made = providers_of(loaded, segue_home(), Broadcast(()))
    known = [card.ref for one in made.values() if isinstance(one, LoadsHere | ManagesModels) for card in one.cards()]
    found = meant(text, known, providers=made)
    if found is not None and found.provider in made:
        return str(found)
    by_weights = named_in_settings(loaded.settings, WeightStore(segue_home()).list_all()[0]).get(text, ())
    if (found := only_one(text, [ref for name in by_weights if (ref := ModelRef.parse(name))])) is None:
        raise nobody_has(text, known)
    return str(found)


def managed_model(loaded: Loaded, text: str) -> tuple[Managed, ModelRef]:
    """Who has a model, given as `provider:name`. Raises RequestError where that provider cannot be told anything."""
    ref = ModelRef.parse(text)
    if ref is None or "://" in text:
        raise RequestError(f"'{text}' names no provider.", param="model", hint="Write it as PROVIDER:NAME.")
    managed = managed_providers(loaded)
    if ref.provider in managed:
        return managed[ref.provider], ref
    raise _cannot(loaded, ref.provider, managed)


def _cannot(loaded: Loaded, name: str, managed: Mapping[str, object]) -> RequestError:
    settings = loaded.settings.providers
    here = f"Those that can: {', '.join(sorted(managed))}." if managed else _NONE
    if name not in settings and name not in DEFAULT_PROVIDERS:
        return RequestError(f"No provider is named '{name}'.", param="model", hint=here)
    kind = (settings.get(name) or DEFAULT_PROVIDERS[name]).type
    why = (
        "holds its models in the process that asks them: `segue models load` and `unload` ask the gateway"
        if kind == "local"
        else "cannot be told to load or fetch models"
    )
    return RequestError(f"The provider '{name}' ({kind}) {why}.", param="model", hint=here)


_NONE = "Providers of the types ollama and lm_studio can; none is configured. `segue doctor` shows what runs here."

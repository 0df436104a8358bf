"""The models that this process holds in memory itself: what they take, loading one before it is asked, unloading it."""

from __future__ import annotations

from collections.abc import Mapping

from segue.catalog.bare_names import meant, nobody_has
from segue.domain.models import ModelRef
from segue.errors import RequestError
from segue.providers.contract import LoadedModel, Provider
from segue.providers.managing import LoadsHere


class HeldModels:
    """Those of all providers, which have to be open."""

    def __init__(self, providers: Mapping[str, Provider]) -> None:
        self._providers = providers

    def loaded(self) -> tuple[LoadedModel, ...]:
        """Models in this machine's memory. Never waits."""
        return tuple(model for provider in self._providers.values() for model in provider.loaded())

    async def load(self, text: str) -> LoadedModel:
        """Have a model in memory before it is asked; it is given as `provider:name`, or by a name that only one has.
        Raises RequestError, ProviderError."""
        provider, ref = self._here(text)
        return await provider.ensure_loaded(ref.name)

    async def unload(self, text: str) -> bool:
        """Free a model's memory once its running answers are over; False when it was not loaded. Raises as `load`."""
        provider, ref = self._here(text)
        return await provider.unload(ref.name)

    def _here(self, text: str) -> tuple[LoadsHere, ModelRef]:
        known = [card.ref for one in self._providers.values() if isinstance(one, LoadsHere) for card in one.cards()]
        ref = meant(text, known, providers=self._providers)
        if ref is None or ref.provider not in self._providers:
            raise nobody_has(text, known)
        provider = self._providers.get(ref.provider)
        if isinstance(provider, LoadsHere):
            return provider, ref
        here = ", ".join(sorted(name for name, one in self._providers.items() if isinstance(one, LoadsHere)))
        hint = f"Those that do: {here}." if here else "None that does is configured: add one of type `local`."
        raise RequestError(f"No provider '{ref.provider}' holds models in this process.", param="model", hint=hint)

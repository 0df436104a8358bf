"""The providers of a configuration, each made by its type from its own options."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from segue.config.load import Loaded
from segue.config.settings import DEFAULT_PROVIDERS, ProviderSettings, Settings
from segue.domain.models import ModelRef
from segue.errors import ConfigError
from segue.events import Teller
from segue.providers.contract import PROVIDERS, Provider, ProviderContext


def hosts_of(settings: Settings) -> dict[str, str]:
    """Which host of the price list each provider is; an address of somebody's own may charge anything."""
    return {
        name: str(provider.options["host"])
        for name, provider in settings.providers.items()
        if provider.enabled and "host" in provider.options
    }


def fixed_models(providers: Mapping[str, Provider]) -> dict[str, tuple[ModelRef, ...]]:
    """What each provider has that cannot come to know more, in the order of the configuration."""
    return {
        name: tuple(card.ref for card in provider.cards())
        for name, provider in providers.items()
        if provider.has_fixed_models
    }


def providers_of(loaded: Loaded, home: Path, teller: Teller) -> dict[str, Provider]:
    """Every provider that is enabled, by name, not opened yet. Raises ConfigError naming file, line and key."""
    settings = loaded.settings
    wanted: Mapping[str, ProviderSettings] = settings.providers or DEFAULT_PROVIDERS
    return {
        name: made_provider(loaded, name, provider, home, teller)
        for name, provider in wanted.items()
        if provider.enabled
    }


def made_provider(loaded: Loaded, name: str, provider: ProviderSettings, home: Path, teller: Teller) -> Provider:
    """One provider, not opened yet. Raises ConfigError naming file, line and key."""
    kind = _kind(loaded, name, provider)
    try:
        options = kind.Options.model_validate(provider.options)
    except ValidationError as error:
        raise loaded.errors(error, model=kind.Options, at=("providers", name, "options")) from None
    key = provider.key.get_secret_value() if provider.key else None
    connect_s = loaded.settings.time.connect_s
    return kind(options, ProviderContext(name=name, home=home, teller=teller, key=key, connect_s=connect_s))


def _kind(loaded: Loaded, name: str, provider: ProviderSettings) -> type[Provider]:
    try:
        return PROVIDERS.load(provider.type)
    except ConfigError as error:
        raise loaded.error(error.message, ("providers", name, "type"), hint=error.hint) from error

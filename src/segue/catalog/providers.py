"""The providers of a configuration, each made by its type from its own options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pydantic import BaseModel, ValidationError

from segue.config.home import segue_home
from segue.config.load import Loaded
from segue.config.settings import DEFAULT_PROVIDERS, ProviderSettings, Settings
from segue.domain.models import ModelRef
from segue.errors import ConfigError, RequestError
from segue.events import Broadcast, Teller
from segue.machine.monitor import SystemResourceMonitor
from segue.providers.contract import PROVIDERS, Browsable, Provider, ProviderContext
from segue.providers.hosts import HOSTS
from segue.providers.keyed import KeyedHost, KeyedProvider
from segue.providers.local.room import Room


def hosts_of(settings: Settings) -> dict[str, str]:
    """Which host of the price list each provider is; an address of somebody's own may charge anything."""
    enabled = {name: provider for name, provider in settings.providers.items() if provider.enabled}
    return {name: host for name, provider in enabled.items() if (host := _listed_host(provider)) is not None}


def _listed_host(provider: ProviderSettings) -> str | None:
    if provider.type == "anthropic":  # a type that is one host's own protocol
        return None if "base_url" in provider.options else provider.type
    return str(provider.options["host"]) if "host" in provider.options else None


def fixed_models(providers: Mapping[str, Provider]) -> dict[str, tuple[ModelRef, ...]]:
    """What each provider has that cannot come to know more, in the order of the configuration."""
    return {
        name: tuple(card.ref for card in provider.cards())
        for name, provider in providers.items()
        if provider.has_fixed_models
    }


def providers_of(
    loaded: Loaded,
    home: Path,
    teller: Teller,
    *,
    room: Room | None = None,
    monitor: SystemResourceMonitor | None = None,
) -> dict[str, Provider]:
    """Every provider that is enabled, by name, not opened yet. Raises ConfigError naming file, line and key."""
    settings = loaded.settings
    wanted: Mapping[str, ProviderSettings] = settings.providers or DEFAULT_PROVIDERS
    return {
        name: made_provider(loaded, name, provider, home, teller, room=room, monitor=monitor)
        for name, provider in wanted.items()
        if provider.enabled
    }


def made_provider(
    loaded: Loaded,
    name: str,
    provider: ProviderSettings,
    home: Path,
    teller: Teller,
    *,
    room: Room | None = None,
    monitor: SystemResourceMonitor | None = None,
) -> Provider:
    """One provider, not opened yet. Raises ConfigError naming file, line and key."""
    kind, options = _kind_and_options(loaded, name, provider)
    key = provider.key.get_secret_value() if provider.key else None
    connect_s = loaded.settings.time.connect_s
    context = ProviderContext(
        name=name,
        home=home,
        teller=teller,
        key=key,
        connect_s=connect_s,
        redis_url=loaded.settings.cache.redis_url,
        redis_deadline_s=loaded.settings.cache.deadline_s,
        room=room,
        monitor=monitor,
    )
    return kind(options, context) if key or not _takes_key(kind) else _keyed(kind, options, context)


def provider_with_key(loaded: Loaded, name: str, key: str | None, *, home: Path | None = None) -> Provider:
    """One provider with this key, whatever its settings have, not opened yet: to ask whether the key is taken.

    Raises RequestError where there is no such provider, or it takes no key.
    """
    provider = loaded.settings.providers.get(name)
    if provider is None or not provider.enabled:
        raise RequestError(
            f"No provider is named '{name}' in the settings.", param="provider", hint=_way_to(name, loaded)
        )
    kind, options = _kind_and_options(loaded, name, provider)
    if not _takes_key(kind):
        raise RequestError(f"The provider '{name}' takes no key: it is of type {provider.type}.", param="provider")
    connect_s = loaded.settings.time.connect_s
    return kind(options, ProviderContext(name, home or segue_home(), Broadcast(()), key=key, connect_s=connect_s))


def _way_to(name: str, loaded: Loaded) -> str:
    """How to have a provider that is not in the settings: one of another name, or to add it with its key."""
    others = sorted(other for other, one in loaded.settings.providers.items() if one.enabled)
    is_known = name in HOSTS or name in PROVIDERS.names
    hint = f"segue providers add {name} {f'--host {name}' if is_known else '--url …'} takes its key as well."
    return f"Known: {', '.join(others)}. To add it: {hint}" if others else hint


def _kind_and_options(loaded: Loaded, name: str, provider: ProviderSettings) -> tuple[type[Provider], BaseModel]:
    kind = _kind(loaded, name, provider)
    try:
        return kind, kind.Options.model_validate(provider.options)
    except ValidationError as error:
        raise loaded.errors(error, model=kind.Options, at=("providers", name, "options")) from None


def options_of(loaded: Loaded, name: str, provider: ProviderSettings) -> BaseModel:
    """A provider's options, as its type reads them. Raises ConfigError naming file, line and key."""
    return _kind_and_options(loaded, name, provider)[1]


def _takes_key(kind: type[Provider]) -> bool:
    """Whether keys from the vault are for it; a plug-in need not have heard of them."""
    return bool(getattr(kind, "takes_key", False))


def _keyed(kind: type[Provider], options: BaseModel, context: ProviderContext) -> KeyedProvider:
    """A provider that is made anew for each key that is kept for it."""
    keyed = KeyedHost if issubclass(kind, Browsable) else KeyedProvider
    return keyed(lambda key: kind(options, replace(context, key=key)))


def _kind(loaded: Loaded, name: str, provider: ProviderSettings) -> type[Provider]:
    try:
        return PROVIDERS.load(provider.type)
    except ConfigError as error:
        raise loaded.error(error.message, ("providers", name, "type"), hint=error.hint) from error

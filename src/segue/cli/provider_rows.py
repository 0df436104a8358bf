"""What `segue providers` shows of each: its type, its address, its key, its models and what they can do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pydantic import BaseModel

    from segue.config.load import Loaded
    from segue.config.provider_keys import OpenedKey
    from segue.config.settings import ProviderSettings
    from segue.domain.models import ModelCard
    from segue.providers.hosts import Host


@dataclass(frozen=True, slots=True)
class ModelRow:
    """One model of a provider."""

    model: str
    capabilities: tuple[str, ...]
    data_policy: str
    """What is done with what it is sent."""
    probed_on: str | None
    """None: nobody tried what it can do."""


@dataclass(frozen=True, slots=True)
class ProviderRow:
    """One provider of the settings."""

    name: str
    type: str
    enabled: bool
    address: str | None
    """None for one that is no address, as models on this machine."""
    key: str
    """Where its key is and how it is; never the key."""
    models: tuple[ModelRow, ...]
    """Empty for one that is switched off, or tells its models only when it is asked."""
    missing: tuple[str, ...] = ()
    """What has to be done before its models can answer, with the commands."""

    @property
    def privacy(self) -> str:
        """What is done with what its models are sent, in one word where it is one."""
        return ", ".join(dict.fromkeys(model.data_policy for model in self.models)) or "-"


async def provider_rows(loaded: Loaded) -> tuple[ProviderRow, ...]:
    """Every provider of the settings, as they stand; nobody is asked."""
    from segue.config.settings import DEFAULT_PROVIDERS

    wanted: Mapping[str, ProviderSettings] = loaded.settings.providers or DEFAULT_PROVIDERS
    keys = await kept_keys(loaded)
    return tuple(_row(loaded, name, provider, keys.get(name, ())) for name, provider in wanted.items())


def row_of(loaded: Loaded, name: str) -> ProviderRow:
    """One provider, whatever the vault has for it."""
    return _row(loaded, name, loaded.settings.providers[name], ())


async def kept_keys(loaded: Loaded) -> dict[str, list[OpenedKey]]:
    """The vault's keys by provider; none where there is no store yet."""
    from segue.cli.keys import opened_keys
    from segue.config.home import segue_home

    found: dict[str, list[OpenedKey]] = {}
    if loaded.settings.storage.url or (segue_home() / "segue.db").exists():
        async with opened_keys(loaded) as keys:
            for one in await keys.opened():
                found.setdefault(one.kept.provider, []).append(one)
    return found


def _row(loaded: Loaded, name: str, provider: ProviderSettings, keys: Iterable[OpenedKey]) -> ProviderRow:
    from segue.catalog.providers import options_of

    if not provider.enabled:  # its options may be wrong, or lack a variable
        told = provider.options.get("base_url")
        return ProviderRow(name, provider.type, False, str(told) if told else None, _kept(keys) or "-", ())
    options, cards = options_of(loaded, name, provider), _cards(loaded, name, provider)
    return ProviderRow(
        name,
        provider.type,
        True,
        address_of(provider.type, options),
        _key(provider, options, keys),
        tuple(_model(card) for card in cards),
        tuple(dict.fromkeys(card.missing for card in cards if card.missing)),
    )


def _cards(loaded: Loaded, name: str, provider: ProviderSettings) -> tuple[ModelCard, ...]:
    from segue.catalog.providers import made_provider
    from segue.config.home import segue_home
    from segue.events import Broadcast

    return made_provider(loaded, name, provider, segue_home(), Broadcast(())).cards()


def _model(card: ModelCard) -> ModelRow:
    probed_on = card.probed_on.isoformat() if card.probed_on else None
    return ModelRow(card.ref.name, tuple(sorted(map(str, card.capabilities))), str(card.data_policy), probed_on)


def address_of(kind: str, options: BaseModel) -> str | None:
    """The address that options name, or their host's own; None for one that has none."""
    row, told = host_row(kind, options), getattr(options, "base_url", None)
    return row.base_url if row else str(told) if told else None


def host_row(kind: str, options: BaseModel) -> Host | None:
    """What is known of the host, by the options or by the type alone; None where nothing is."""
    from segue.providers.hosts import HOSTS, Host

    row = getattr(options, "row", None)
    if isinstance(row, Host):
        return row
    row, told = HOSTS.get(kind), getattr(options, "base_url", None)
    return row if row and told in (None, row.base_url) else None


def _kept(keys: Iterable[OpenedKey]) -> str:
    return ", ".join(f"{one.kept.state} ({one.kept.fingerprint})" for one in keys)


def _key(provider: ProviderSettings, options: BaseModel, keys: Iterable[OpenedKey]) -> str:
    if provider.key is not None:
        return "from the settings"
    if kept := _kept(keys):
        return kept
    row = host_row(provider.type, options)
    return "missing" if row and row.key_variable else "none"

"""Looks for what a setup could use.

Only this machine is asked, and OpenRouter for today's list where there is a key for it.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

from segue.catalog.kept_defaults import kept_defaults
from segue.catalog.providers import made_provider, providers_of
from segue.catalog.surroundings import (
    Configured,
    FoundKey,
    NotUsable,
    Surroundings,
    files_in,
    has_demonstration,
    has_runtime,
    stored_names,
)
from segue.config.key_variables import variables_set
from segue.config.load import Loaded
from segue.config.settings import ProviderSettings
from segue.domain.listing import Listing
from segue.domain.servers import FoundServer
from segue.errors import ProviderError, StorageError
from segue.events import Broadcast
from segue.machine.facts import look_at_machine
from segue.providers.contract import PROVIDERS, Browsable
from segue.providers.discovery import DEFAULT_ORIGINS, PATIENT_S, Looked, find_on_loopback, look_on_loopback
from segue.providers.hosts import HOSTS

OPENROUTER: Final = "openrouter"
NAMED_CONNECT_S: Final = 2.0
"""Longest wait for a connection to a server that somebody named."""
LIST_S: Final = 5.0
"""Longest wait for today's list; then the last good one is used."""
ANTHROPIC_VARIABLE: Final = "ANTHROPIC_API_KEY"
"""platform.claude.com/docs, "Client SDKs": where its own clients look for the key."""

_SILENT: Final = Broadcast(())


def key_variables() -> dict[str, str]:
    """The variable in which people keep the key of each known host, by host."""
    known = {host: row.key_variable for host, row in HOSTS.items() if row.key_variable is not None}
    return {**known, "anthropic": ANTHROPIC_VARIABLE} if "anthropic" in PROVIDERS.names else known


async def look_around(
    loaded: Loaded,
    home: Path,
    *,
    kept: Mapping[str, str] = MappingProxyType({}),
    origins: Sequence[str] = (),
    env: Mapping[str, str] | None = None,
) -> Surroundings:
    """Everything that is here now. Takes a second or two; writes nothing.

    `kept`: what people see of the keys that the vault has, by provider. `origins`: addresses to ask for a server
    besides the usual ones.
    """
    configured = _configured(loaded, home, kept)
    keys = tuple(_keys(configured, kept, env))
    machine, files, names, (servers, not_usable), listing = await asyncio.gather(
        asyncio.to_thread(look_at_machine, home),
        asyncio.to_thread(files_in, home),
        asyncio.to_thread(stored_names, home),
        _servers(origins),
        _listing(loaded, home) if any(key.host == OPENROUTER for key in keys) else _nothing(),
    )
    return Surroundings(
        machine=machine,
        today=datetime.now(UTC).date(),
        keys=keys,
        servers=servers,
        not_usable=not_usable,
        files=files,
        stored_names=names,
        has_runtime=has_runtime(),
        has_demonstration=has_demonstration(home),
        listing=listing,
        configured=configured,
        has_weights="weights" in loaded.settings.selection.model_fields_set,
        defaults=kept_defaults(loaded, home),
    )


def _configured(loaded: Loaded, home: Path, kept: Container[str]) -> dict[str, Configured]:
    """The providers of the settings; without any, those that are there by default do not count."""
    if not loaded.settings.providers:
        return {}
    settings = loaded.settings.providers
    return {
        name: Configured(
            settings[name].type,
            settings[name].options,
            has_key=settings[name].key is not None,
            is_usable=made.health().is_usable or name in kept,
        )
        for name, made in providers_of(loaded, home, _SILENT).items()
    }


def _keys(
    configured: Mapping[str, Configured], kept: Mapping[str, str], env: Mapping[str, str] | None
) -> Iterator[FoundKey]:
    variables = key_variables()
    there = variables_set(variables.values(), env)
    hosts = {name: str(one.options.get("host", one.type)) for name, one in configured.items()}
    # A key is kept for a provider's name: where another name has the host, the host's own name says nothing.
    names = {host: host for host in variables} | {host: name for name, host in reversed(hosts.items())}
    in_settings = {hosts[name] for name, one in configured.items() if one.has_key}
    for host, variable in variables.items():
        found = FoundKey(
            host,
            variable if variable in there else None,
            kept=kept.get(names[host], ""),
            is_configured=host in in_settings,
        )
        if found.variable or found.is_elsewhere:
            yield found


async def _servers(origins: Sequence[str]) -> tuple[tuple[FoundServer, ...], tuple[NotUsable, ...]]:
    """The servers that are here; and of those that somebody named the ones that no setup can use, with the reason."""
    named, usual = await asyncio.gather(
        look_on_loopback(timeout_s=PATIENT_S, origins=origins, connect_s=NAMED_CONNECT_S),
        find_on_loopback(origins=[origin for origin in DEFAULT_ORIGINS if origin not in origins]),
    )
    found = tuple(one.server for one in named if one.server is not None)
    return (*found, *usual), tuple(NotUsable(one.origin, *why) for one in named if (why := _why_not(one)) is not None)


def _why_not(looked: Looked) -> tuple[str, str] | None:
    """Why a setup cannot use what was found at an address, and what to do; None where it can."""
    origin, server = looked.origin, looked.server
    by_hand = f"If it speaks OpenAI's protocol: segue providers add NAME --url {origin}"
    match looked.state:
        case "nobody":
            return "Nobody takes a connection there.", "Start the server, or correct the address."
        case "silent":
            return f"It did not say within {PATIENT_S:g} s what it is.", "Try again when it has less to do."
        case "other":
            return "What answers there shows no model server's list of models.", by_hand
        case "found":
            assert server is not None, "that is what it means"
    if server.needs_key:
        return "It shows its models only to whoever has a key.", f"segue providers add NAME --url {server.base_url}"
    if not server.is_ready:
        return "It is still loading its model.", "Try again in a while."
    if not any(not model.is_elsewhere for model in server.models):
        return "It has no model that would answer on this machine.", "Have it load one, as `ollama pull`."
    return None


async def _nothing() -> None:
    return None


async def _listing(loaded: Loaded, home: Path) -> Listing:
    """OpenRouter's list of today, not kept; else the last good one. No key is sent: everybody may read it."""
    options = next((one.options for one in loaded.settings.providers.values() if one.type == OPENROUTER), {})
    asked = ProviderSettings(type=OPENROUTER, options=options)
    try:
        with tempfile.TemporaryDirectory(prefix="segue-setup-") as folder:
            async with asyncio.timeout(LIST_S), made_provider(loaded, OPENROUTER, asked, Path(folder), _SILENT) as host:
                assert isinstance(host, Browsable), "OpenRouter can be browsed"
                return await host.refresh()
    except (ProviderError, StorageError, TimeoutError):
        kept = made_provider(loaded, OPENROUTER, asked, home, _SILENT)
        assert isinstance(kept, Browsable), "OpenRouter can be browsed"
        return await asyncio.to_thread(kept.listing)

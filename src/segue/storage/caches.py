"""From an address in the settings to a cache that can be used: one that is shared gets a guard."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from segue.errors import ConfigError
from segue.storage.contract import CACHES, Cache
from segue.storage.guarded import GuardedCache

_ADDRESS = re.compile(r"([a-z][a-z0-9_-]*)(?:\+[a-z0-9+]*)?:(?://|$)")


def open_cache(url: str, *, deadline_s: float) -> Cache:
    """The cache at an address, to be entered with `async with`; an empty address is this process's own memory.

    Calls to a cache that others share take up to `deadline_s`, then this process goes on with what it knows. Raises
    ConfigError for an address that is none, without showing it, and PartMissing.
    """
    if not url:
        return CACHES.load("memory")("memory:")
    address = _ADDRESS.match(url)
    if address is None:
        raise ConfigError("That is not the address of a cache.", key="cache.url", hint=_known())
    try:
        make = CACHES.load(address[1])
    except ConfigError as error:
        raise ConfigError(error.message, key="cache.url", hint=error.hint) from error
    cache = make(url)
    return GuardedCache(cache, deadline_s=deadline_s, where=_shown(url)) if cache.is_shared else cache


def _shown(url: str) -> str:
    """An address without what may be secret in it."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", f":{parts.port}" if parts.port else ""
    except ValueError:
        return f"at {url.partition(':')[0]}:"
    # A password that is not written with `%XX` may reach into what follows; then only the kind is told.
    if "@" in parts.path + parts.query + parts.fragment:
        return f"at {parts.scheme}:"
    return f"{parts.scheme}://{host}{port}{parts.path}"


def _known() -> str:
    return f"Write it as `redis://HOST:PORT/DB`; kinds known: {', '.join(CACHES.names)}. Empty: this process's own."

"""From the settings to the cache that they name."""

from __future__ import annotations

from segue.config.load import Loaded
from segue.errors import ConfigError
from segue.storage.caches import open_cache
from segue.storage.contract import Cache


def cache_of(loaded: Loaded) -> Cache:
    """The cache of the settings, to be entered with `async with`. Raises ConfigError with its place."""
    settings = loaded.settings.cache
    try:
        return open_cache(settings.url.get_secret_value() if settings.url else "", deadline_s=settings.deadline_s)
    except ConfigError as error:
        raise loaded.error(error.message, ("cache", "url"), hint=error.hint) from error

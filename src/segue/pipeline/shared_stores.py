"""What replicas share, made from the settings: the cache, and what counts against limits."""

from __future__ import annotations

from segue.accounting.rate_limits import RateLimits
from segue.config.load import Loaded
from segue.errors import ConfigError
from segue.storage.caches import open_cache
from segue.storage.contract import Cache
from segue.storage.meters import open_meter


def shared_stores(loaded: Loaded) -> tuple[Cache, RateLimits]:
    """Both at `cache.url`, to be entered with `async with` (of the limits their `meter`). Raises ConfigError."""
    settings = loaded.settings.cache
    url, deadline_s = settings.url.get_secret_value() if settings.url else "", settings.deadline_s
    try:
        cache, meter = open_cache(url, deadline_s=deadline_s), open_meter(url, deadline_s=deadline_s)
    except ConfigError as error:
        raise loaded.error(error.message, ("cache", "url"), hint=error.hint) from error
    return cache, RateLimits(loaded.settings.limits, meter)

"""From the settings to where things are kept: the journal, the cache, and what counts against limits."""

from __future__ import annotations

from pathlib import Path

from segue.config.home import make_home, segue_home
from segue.config.load import Loaded
from segue.config.settings import Settings
from segue.errors import ConfigError
from segue.storage.caches import open_cache
from segue.storage.contract import JOURNALS, Cache, Journal
from segue.storage.meter import Meter
from segue.storage.meters import open_meter


def cache_of(loaded: Loaded) -> Cache:
    """The cache of the settings, to be entered with `async with`. Raises ConfigError with its place."""
    settings = loaded.settings.cache
    try:
        return open_cache(settings.address, deadline_s=settings.deadline_s)
    except ConfigError as error:
        raise loaded.error(error.message, ("cache", "url"), hint=error.hint) from error


def meter_of(loaded: Loaded) -> Meter:
    """What counts against limits, at the same place, to be entered as well; `cache_of` comes first and checks it."""
    settings = loaded.settings.cache
    return open_meter(settings.address, deadline_s=settings.deadline_s)


def open_journal(settings: Settings, *, home: Path | None = None) -> Journal:
    """The store alone, to be entered with `async with`: for commands that need no model."""
    home = make_home(home or segue_home())
    url = settings.storage.url or f"sqlite:///{home / 'segue.db'}"
    scheme = url.partition(":")[0].partition("+")[0]
    return JOURNALS.load(scheme)(url, home=home, deadline_s=settings.storage.deadline_s)

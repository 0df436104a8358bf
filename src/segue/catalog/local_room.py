"""The room that all local models of a process share, as the settings have it."""

from __future__ import annotations

from functools import partial

from segue.config.resource_settings import ResourceSettings
from segue.machine.bounds import memory_bounds
from segue.providers.local.load_needs import LoadNeeds
from segue.providers.local.room import Room


def room_of(settings: ResourceSettings) -> Room:
    """A room within the machine's memory and the limit of the settings."""
    look = partial(memory_bounds, reserve_bytes=settings.reserve_bytes, limit_bytes=settings.memory_limit_bytes)
    needs = LoadNeeds()
    return Room(look=look, need_of=needs, lighter=needs.lighter, wait_s=settings.load_wait_s)

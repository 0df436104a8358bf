"""Erases what is past its time."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Final

from segue.accounting.money import Money
from segue.config.settings import Settings
from segue.errors import StorageError
from segue.storage.contract import Journal

TIDY_EVERY_S: Final = 3600.0
"""Pause between two rounds."""


async def tidy(settings: Settings, journal: Journal, money: Money) -> None:
    """Erase from the store what the settings keep no longer. A store that is away is tidied the next time."""
    now = datetime.now(UTC)
    with suppress(StorageError):
        unused = now - timedelta(days=settings.sessions.keep_days)
        await journal.forget_sessions(last_turn_before=unused)
        await journal.forget_incident_keys(used_before=unused)
        await journal.forget_texts(before=now - timedelta(days=settings.safety.texts.keep_days))
        await journal.forget_calls(before=now - timedelta(days=settings.storage.keep_calls_days))
        await journal.forget_handoffs(before=now - timedelta(days=settings.handoff.keep_days))
        await money.tidy()

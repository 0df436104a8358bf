"""A store in a file that is told at once where another program holds it, however slow the machine is."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from segue.storage.sql import SqlJournal

PATIENT_S = 20.0
"""What a call may take on a busy machine with a slow disk."""
_HELD_S = 0.1
"""How long SQLite waits for whoever holds the file, which is what such a test is about."""


@asynccontextmanager
async def patient_store(home: Path) -> AsyncIterator[SqlJournal]:
    """A store in `home`: it is away while, and only while, another program holds its file."""
    async with SqlJournal("", home=home, deadline_s=_HELD_S) as opened:
        opened._deadline_s = PATIENT_S
        yield opened

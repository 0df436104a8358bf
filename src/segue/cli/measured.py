"""What was measured of models, for commands that ask no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segue.config.load import Loaded
    from segue.domain.choice import Evidence


async def evidence(loaded: Loaded) -> Evidence:
    """What real calls have shown of models, from the store."""
    from datetime import UTC, datetime

    from segue.app import open_journal
    from segue.catalog.evidence import WINDOW, EvidenceBook

    book = EvidenceBook()
    async with open_journal(loaded.settings) as journal:
        book.seed(await journal.recent_calls(since=datetime.now(UTC) - WINDOW, limit=2_000))
    return book.snapshot()

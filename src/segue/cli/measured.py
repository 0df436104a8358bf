"""What was measured of models, for commands that ask no model."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segue.config.load import Loaded
    from segue.domain.choice import Evidence


async def evidence(loaded: Loaded) -> Evidence:
    """What real calls have shown of models, from the store; nothing where there is none yet, and none is made."""
    from datetime import UTC, datetime

    from segue.catalog.evidence import WINDOW, EvidenceBook
    from segue.config.home import segue_home

    if loaded.settings.storage.url is None and not (segue_home() / "segue.db").exists():
        return EvidenceBook().snapshot()
    from segue.config.stores import open_journal

    book = EvidenceBook()
    async with open_journal(loaded.settings) as journal:
        book.seed(await journal.recent_calls(since=datetime.now(UTC) - WINDOW, limit=2_000))
    return book.snapshot()

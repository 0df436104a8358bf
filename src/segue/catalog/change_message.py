"""What a receiver of webhooks is told of changes. Pure: the same changes make the same message, whoever sends it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC
from itertools import groupby
from typing import Final

import msgspec

from segue.catalog.change_words import change_facts, summary
from segue.domain.changes import NotedChange

VERSION: Final = 1
"""Of the message's form; a field that is added does not change it."""
KIND: Final = "segue.catalogue_changed"
"""What the message is about, for receivers that get others as well."""
MOST_TOLD: Final = 200
"""Most changes in one message; how many there are more is told."""


def batches(changes: Sequence[NotedChange]) -> list[tuple[NotedChange, ...]]:
    """What was found together is told together: one list against the one before."""
    by_list = groupby(changes, key=lambda noted: (noted.noted_at, noted.change.model.provider))
    return [tuple(together) for _, together in by_list]


def message_id(batch: Sequence[NotedChange]) -> str:
    """The same for every replica that found the same, so that receivers know one that comes twice."""
    content = msgspec.json.encode([noted.change for noted in batch], order="deterministic")
    return f"cat_{hashlib.sha256(content).hexdigest()[:32]}"


def message(batch: Sequence[NotedChange]) -> bytes:
    """The body: grave changes first."""
    told = sorted(map(change_facts, batch), key=lambda facts: not facts["is_grave"])[:MOST_TOLD]
    for facts in told:
        del facts["number"], facts["noted_at"]  # each replica has its own
    return msgspec.json.encode(
        {
            "type": KIND,
            "version": VERSION,
            "id": message_id(batch),
            "time": batch[0].noted_at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
            "provider": batch[0].change.model.provider,
            "summary": summary(batch),
            "changes": told,
            "left_out": len(batch) - len(told),
        }
    )

"""What a human receiver is sent, and what an answer of theirs means. Pure."""

from __future__ import annotations

from datetime import UTC
from typing import Final, Literal, TypeAlias

import msgspec

from segue.domain.handoffs import Handoff

VERSION: Final = 1
"""Of the message's form; a field that is added does not change it."""
KIND: Final = "segue.handoff"
"""What the message is about, for receivers that get others as well."""

Answered: TypeAlias = Literal["acknowledged", "delivered", "refused"]
"""What an answer means: somebody knows; the receiver has it; it has not."""


def message(handoff: Handoff) -> bytes:
    """The body, the same bytes with every try. It holds no text of the talk, and nothing that Segue knows more."""
    return msgspec.json.encode(
        {
            "type": KIND,
            "version": VERSION,
            "id": handoff.id,
            "time": handoff.at.astimezone(UTC).isoformat().replace("+00:00", "Z"),
            "ref": handoff.ref,
            "session": handoff.session,
            "level": handoff.level,
            "category": handoff.category,
            "subject": handoff.subject,
            "country": handoff.country,
            "codes": handoff.codes,
        }
    )


def meaning(status: int, body: bytes) -> Answered:
    """What a receiver's answer means. Only `{"acknowledged": true}` says that somebody knows; redirects say nothing."""
    if not 200 <= status < 300:
        return "refused"
    try:
        said = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return "delivered"
    return "acknowledged" if isinstance(said, dict) and said.get("acknowledged") is True else "delivered"

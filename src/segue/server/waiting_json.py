"""A stream that waits in line, on the wire: a comment, which every client skips, or a chunk for one that wants it."""

from __future__ import annotations

import time
from urllib.parse import quote

import msgspec

from segue.pipeline.turn.turns import TurnWaiting

_json = msgspec.json.Encoder().encode


def waiting_comment(waiting: TurnWaiting) -> bytes:
    """A line that begins with a colon: server-sent events are read without it (WHATWG HTML, 9.2.6). Names may hold any
    character; a line may not."""
    return b": segue waiting place=%d model=%s\n\n" % (waiting.place, quote(str(waiting.model), safe=":/.@+").encode())


def waiting_event(waiting: TurnWaiting, *, model: str) -> bytes:
    """A chunk without words, with the place in its field `segue`."""
    chunk = {
        "id": f"chatcmpl-{waiting.turn_id}",
        "object": "chat.completion.chunk",
        "created": int(time.time()),
        "model": model,
        "choices": [{"index": 0, "delta": {}, "finish_reason": None}],
        "segue": {
            "turn": waiting.turn_id,
            "waiting": {"model": str(waiting.model), "place": waiting.place},
        },
    }
    return b"data: " + _json(chunk) + b"\n\n"

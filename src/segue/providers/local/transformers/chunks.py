"""What a worker answers, in OpenAI's words with llama.cpp's additions: chunks of a stream, or a whole answer. Pure."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import UTC, datetime

import msgspec

from segue.providers.local.transformers.asking import Ask
from segue.providers.local.transformers.speaking import End, Piece, Progress, Said

_DONE = b"data: [DONE]\n\n"


class Chunks:
    """The events of one streamed answer."""

    def __init__(self, ask: Ask, alias: str) -> None:
        self._tells_progress = ask.return_progress
        self._tells_usage = ask.stream_options is not None and ask.stream_options.include_usage
        self._frame = _frame(alias, "chat.completion.chunk")

    def of(self, piece: Piece) -> bytes:
        """The events of one piece; empty where it is nothing that was asked for."""
        match piece:
            case Progress(total, cached, read, time_ms):
                if not self._tells_progress:
                    return b""
                told = {"total": total, "cache": cached, "processed": read, "time_ms": time_ms}
                return self._event([_choice({"role": "assistant", "content": None})], prompt_progress=told)
            case Said(text):
                return self._event([_choice({"content": text})])
            case End(reason):
                end = self._event([_choice({}, reason)])
                if not self._tells_usage:
                    return end + _DONE
                return end + self._event([], usage=_usage(piece), timings=_timings(piece)) + _DONE

    def _event(self, choices: list[object], **more: object) -> bytes:
        return b"data: " + msgspec.json.encode({"choices": choices, **self._frame, **more}) + b"\n\n"


def whole(pieces: Sequence[Piece], alias: str) -> dict[str, object] | None:
    """A whole answer; None when it was left before its end."""
    end = pieces[-1] if pieces else None
    if not isinstance(end, End):
        return None
    text = "".join(piece.text for piece in pieces if isinstance(piece, Said))
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": end.reason}
    return {
        "choices": [choice],
        **_frame(alias, "chat.completion"),
        "usage": _usage(end),
        "timings": _timings(end),
    }


def _frame(alias: str, kind: str) -> dict[str, object]:
    created = int(datetime.now(UTC).timestamp())
    return {"id": f"chatcmpl-{secrets.token_urlsafe(12)}", "created": created, "model": alias, "object": kind}


def _choice(delta: dict[str, object], reason: str | None = None) -> object:
    return {"finish_reason": reason, "index": 0, "delta": delta}


def _usage(end: End) -> dict[str, object]:
    return {
        "prompt_tokens": end.prompt_tokens,
        "completion_tokens": end.answer_tokens,
        "total_tokens": end.prompt_tokens + end.answer_tokens,
        "prompt_tokens_details": {"cached_tokens": end.cached_tokens},
    }


def _timings(end: End) -> dict[str, object]:
    """As llama.cpp's `result_timings` (its tools/server/server-task.h, 2026-10)."""
    read = end.prompt_tokens - end.cached_tokens
    return {
        "cache_n": end.cached_tokens,
        "prompt_n": read,
        "prompt_ms": end.read_s * 1000,
        "prompt_per_second": read / end.read_s if end.read_s else None,
        "predicted_n": end.answer_tokens,
        "predicted_ms": end.said_s * 1000,
        "predicted_per_second": end.answer_tokens / end.said_s if end.said_s else None,
    }

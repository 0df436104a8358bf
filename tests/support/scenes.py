"""What the reference upstream can do, by the name of the model that is asked: every habit and fault of real servers.

    "well"              words, usage, [DONE]
    "cut_after_words"   the connection breaks after half an answer
    …

`SCENES` is the list; a test adds its own with `upstream.scenes["name"] = Scene(...)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import msgspec

TEXT = "Once  upon a\n time — \u00e9t\u00e9 \U0001f319 there was a door."
"""What a scene that is well says: double spaces, a line break, and characters of two, three and four bytes."""
WORDS = ("Once ", " upon", " a\n", " time — ", "\u00e9t\u00e9 ", "\U0001f319", " there was", " a door", ".")
USAGE = {"prompt_tokens": 11, "completion_tokens": 9, "total_tokens": 20}
DONE = b"data: [DONE]\n\n"

End = Literal["end", "close", "reset", "hang", "flow"]
"""After the last write: end the body; close the connection within it; reset it; wait for the client; go on for ever."""


@dataclass(frozen=True)
class Scene:
    """One answer of the reference upstream."""

    writes: tuple[bytes, ...] = ()
    """Body, one write and one chunk each, with a turn of the loop between them."""
    status: int = 200
    content_type: str = "text/event-stream; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    end: End = "end"
    whole: bytes | None = None
    """Body for requests without `stream`; None: `writes` as well."""
    is_chunked: bool = True
    """False: no length and no chunks, the body ends with the connection."""
    delay_s: float = 0.0
    """Pause between the head and the first write."""
    gap_s: float = 0.0
    """Pause between two writes."""


def chunk(**choice: object) -> dict[str, object]:
    """A chunk with one choice: `chunk(delta={"content": "Hi"})`, `chunk(delta={}, finish_reason="stop")`."""
    shown = {"index": 0, "finish_reason": None, **choice}
    return {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [shown]}


def event(payload: object) -> bytes:
    """A server-sent event with a JSON payload."""
    return b"data: " + msgspec.json.encode(payload) + b"\n\n"


def words(*texts: str) -> tuple[bytes, ...]:
    """An event for each text."""
    return tuple(event(chunk(delta={"content": text})) for text in texts)


def whole(text: str | None = TEXT, *, finish_reason: str = "stop", **message: object) -> bytes:
    """The body of an answer that is not streamed."""
    shown = {"index": 0, "message": {"role": "assistant", "content": text, **message}, "finish_reason": finish_reason}
    return msgspec.json.encode({"object": "chat.completion", "choices": [shown], "usage": USAGE})


def refusal(status: int, error: object, **headers: str) -> Scene:
    """A refusal with an error object; a header's underscores become dashes."""
    shown = {name.replace("_", "-"): value for name, value in headers.items()}
    return Scene((msgspec.json.encode({"error": error}),), status, "application/json", shown)


ROLE = event(chunk(delta={"role": "assistant", "content": ""}))
STOP = event(chunk(delta={}, finish_reason="stop"))
USAGE_CHUNK = event({"object": "chat.completion.chunk", "choices": [], "usage": USAGE})
WELL = (ROLE, *words(*WORDS), STOP, USAGE_CHUNK, DONE)
HALF = (ROLE, *words(*WORDS[:3]))
_ERROR = {"message": "the user said: secret", "type": "server_error", "code": "internal"}
_TOOL_CALLS = [
    {"index": 0, "id": "call_a", "type": "function", "function": {"name": "look", "arguments": ""}},
    {"index": 0, "function": {"arguments": '{"at": "the'}},
    {"index": 0, "function": {"arguments": ' door"}'}},
    {"index": 1, "id": "call_b", "type": "function", "function": {"name": "wait", "arguments": "{}"}},
]
_WHOLE_CALLS = [
    {"id": "call_a", "type": "function", "function": {"name": "look", "arguments": '{"at": "the door"}'}},
    {"id": "call_b", "type": "function", "function": {"name": "wait", "arguments": "{}"}},
]

SCENES: Mapping[str, Scene] = {
    "well": Scene(WELL, whole=whole()),
    "in_one_write": Scene((b"".join(WELL),), whole=whole()),
    "byte_by_byte": Scene(tuple(bytes([byte]) for byte in b"".join(WELL)), whole=whole()),
    "crlf_and_comments": Scene(
        (b"\xef\xbb\xbf: welcome\r\n\r\n", *(b"event: message\r\n" + e.replace(b"\n", b"\r\n") for e in WELL)),
        whole=whole(),
    ),
    "processing": Scene((b": OPENROUTER PROCESSING\n\n",) * 3 + WELL, whole=whole()),
    "processing_for_ever": Scene((b": OPENROUTER PROCESSING\n\n",) * 3, end="hang"),
    "progress_unasked": Scene(
        (event({**chunk(delta={"role": "assistant"}), "prompt_progress": {"total": 9, "processed": 3}}), *WELL),
        whole=whole(),
    ),
    "tools": Scene(
        (
            ROLE,
            *(event(chunk(delta={"tool_calls": [call]})) for call in _TOOL_CALLS),
            event(chunk(delta={}, finish_reason="tool_calls")),
            USAGE_CHUNK,
            DONE,
        ),
        whole=whole(None, finish_reason="tool_calls", tool_calls=_WHOLE_CALLS),
    ),
    "no_done": Scene((*HALF, STOP), whole=whole("".join(WORDS[:3]))),
    "no_last_line": Scene((*HALF, STOP, DONE.rstrip())),
    "empty_choices_first": Scene((event({"choices": [], "prompt_filter_results": []}), *WELL), whole=whole()),
    "large_event": Scene((*words("x" * 200_000), STOP, DONE), whole=whole("x" * 200_000)),
    "held_open_after_done": Scene(WELL, end="hang", whole=whole()),
    "held_open_after_finish": Scene((*HALF, STOP), end="hang", whole=whole("".join(WORDS[:3]))),
    "clean_end_after_half": Scene((*HALF,), whole=b'{"choices":[{"message":{"content":"Once"},"finish_reason":null}]}'),
    "done_after_half": Scene((*HALF, DONE)),
    "cut_after_words": Scene(HALF, end="close", whole=whole()[:40]),
    "reset_after_words": Scene(HALF, end="reset", whole=whole()[:40]),
    "cut_within_event": Scene((*HALF, words("lost")[0][:20]), is_chunked=False),
    "stall_after_words": Scene(HALF, end="hang"),
    "flow": Scene((ROLE, *words("and ")), end="flow"),
    "silent": Scene(end="hang"),
    "closed_without_answer": Scene(status=0, end="close"),
    "not_http": Scene((b"* OK IMAP ready\r\n",), status=0, end="close"),
    "malformed_event": Scene((*HALF, b'data: {"choices": [{"del\n\n', STOP, DONE), whole=b'{"choices": [{"del'),
    "wrong_shape": Scene((*HALF, event({"choices": "none"}), STOP, DONE), whole=b'{"choices": "none"}'),
    "no_choices": Scene((event({"id": "x"}), DONE), whole=b'{"id": "x", "choices": []}'),
    "only_done": Scene((DONE,), whole=b"{}"),
    "error_in_200": Scene((event({"error": _ERROR}), DONE), whole=msgspec.json.encode({"error": _ERROR})),
    "error_after_words": Scene((*HALF, event({"error": _ERROR}), DONE)),
    "finish_reason_error": Scene(
        (*HALF, event(chunk(delta={"content": ""}, finish_reason="error")), DONE),
        whole=whole("x", finish_reason="error"),
    ),
    "limit_in_200": Scene((event({"error": {"code": 429, "message": "slow down"}}),)),
    "text_error_in_200": Scene((event({"error": "out of memory"}),)),
    "html_200": Scene((b"<html>Welcome</html>",), content_type="text/html"),
    "json_for_stream": Scene((whole(),), content_type="application/json"),
    "redirect": Scene(status=307, headers={"Location": "http://127.0.0.1:9/v1/chat/completions"}),
    "no_content": Scene(status=204),
    "400": refusal(400, {"message": "secret words", "type": "invalid_request_error", "code": "invalid_value"}),
    "400_too_long": refusal(400, {"message": "…", "type": "invalid_request_error", "code": "context_length_exceeded"}),
    "400_llama_too_long": refusal(400, {"code": 400, "message": "…", "type": "exceed_context_size_error"}),
    "400_vllm_too_long": refusal(
        400, {"message": "This model's maximum context length is 4096 tokens.", "type": "BadRequestError", "code": 400}
    ),
    "400_content": refusal(400, {"message": "…", "code": "content_filter"}),
    "400_model_gone": refusal(400, {"message": "…", "type": "invalid_request_error", "code": "model_decommissioned"}),
    "400_gemini": Scene(
        (
            (
                b'[{"error": {"code": 400, "message": "Invalid JSON payload received. Unknown name \\"seed\\": Cannot '
                b'find field.", "status": "INVALID_ARGUMENT"}}]'
            ),
        ),
        400,
        "application/json",
    ),
    "400_prefill": refusal(
        400, {"type": "invalid_request_error", "message": "This model does not support assistant message prefill."}
    ),
    "422_mistral": Scene(
        (
            (
                b'{"object": "error", "message": {"detail": [{"type": "extra_forbidden", "loc": ["body", "seed"], '
                b'"msg": "Extra inputs are not permitted", "input": "secret words"}]}, "type": "invalid_request_error"}'
            ),
        ),
        422,
        "application/json",
    ),
    "401": refusal(401, {"message": "Incorrect API key provided: sk-planted", "code": "invalid_api_key"}),
    "402": refusal(402, {"message": "…", "code": 402}),
    "403": refusal(403, {"message": "…", "code": "permission_denied"}),
    "403_moderation": refusal(403, {"message": "…", "code": "moderation"}),
    "404": refusal(404, {"message": "…", "code": "model_not_found"}),
    "413": refusal(413, {"message": "Request too large", "type": "tokens", "code": "rate_limit_exceeded"}),
    "422": Scene((b'{"detail": [{"loc": ["body"], "msg": "secret words"}]}',), 422, "application/json"),
    "429": refusal(429, {"message": "…", "code": "rate_limit_exceeded"}),
    "429_wait": refusal(429, {"message": "…"}, Retry_After="7"),
    "429_wait_ms": refusal(429, {"message": "…"}, Retry_After="9", retry_after_ms="1500"),
    "429_wait_date": refusal(
        429, {"message": "…"}, Date="Mon, 02 Mar 2026 10:00:00 GMT", Retry_After="Mon, 02 Mar 2026 10:00:30 GMT"
    ),
    "429_no_credit": refusal(429, {"message": "…", "type": "insufficient_quota", "code": "insufficient_quota"}),
    "500": refusal(500, {"message": "Our content policy service is down: secret words", "type": "content_filter"}),
    "502_html": Scene((b"<html>Bad gateway</html>",), 502, "text/html"),
    "503": refusal(503, {"message": "…"}, Retry_After="2"),
    "504": Scene((b"upstream timed out",), 504, "text/plain"),
    "529": refusal(529, {"message": "…", "type": "overloaded_error"}),
}

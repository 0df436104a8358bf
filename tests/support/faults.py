"""What can go wrong with an answer, each as a function from what a model means to say to what it does instead.

    cut(400)            the connection is closed after 400 characters
    refused(503)        no room
    limited(ms="20")    too many requests, come again in 20 ms
    …

Where nothing is streamed, a fault in the middle of the words is one in the middle of the body.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from email.utils import formatdate
from typing import TypeAlias

import msgspec

from tests.support.scenes import DONE, ROLE, STOP, End, Scene, chunk, event, refusal, words

MIDDLE_CHARS = 700
"""Where an answer breaks off unless a test says otherwise: beyond everything that screening holds back."""


@dataclass(frozen=True, slots=True)
class Line:
    """What a model means to say to one request."""

    text: str
    chunk_chars: int
    prompt_tokens: int
    streams: bool

    @property
    def usage(self) -> dict[str, int]:
        """What it says it took: a token a word."""
        said = len(self.text.split())
        return {
            "prompt_tokens": self.prompt_tokens,
            "completion_tokens": said,
            "total_tokens": self.prompt_tokens + said,
        }

    def events(self, *, until: int | None = None) -> tuple[bytes, ...]:
        """Its words as events, up to a number of characters."""
        text, step = self.text[:until], self.chunk_chars
        return (ROLE, *words(*(text[at : at + step] for at in range(0, len(text), step))))

    def body(self, finish_reason: str | None = "stop") -> bytes:
        """Its words as one body."""
        message = {"role": "assistant", "content": self.text}
        choice = {"index": 0, "message": message, "finish_reason": finish_reason}
        return msgspec.json.encode({"object": "chat.completion", "choices": [choice], "usage": self.usage})


Fault: TypeAlias = Callable[[Line], Scene]


def as_it_is(scene: Scene) -> Fault:
    """A scene that does not depend on what is meant to be said."""
    return lambda line: scene


def well(line: Line) -> Scene:
    """No fault: all the words, the usage, `[DONE]`."""
    if not line.streams:
        return _body(line.body())
    usage = event({"object": "chat.completion.chunk", "choices": [], "usage": line.usage})
    return Scene((*line.events(), STOP, usage, DONE))


def slow(delay_s: float) -> Fault:
    """Well, after a pause before the first word."""

    def scene(line: Line) -> Scene:
        told = well(line)
        return Scene(told.writes, content_type=told.content_type, delay_s=delay_s)

    return scene


def without_done(line: Line) -> Scene:
    """All the words and why they end, and the connection is closed without `[DONE]`."""
    return Scene((*line.events(), STOP)) if line.streams else _body(line.body())


def refused(status: int, code: str = "internal_error", **headers: str) -> Fault:
    """A bad status with a code; a header's underscores become dashes."""
    return as_it_is(refusal(status, {"message": "It cannot be done.", "code": code}, **headers))


def limited(*, s: str | None = None, ms: str | None = None, date_s: int | None = None) -> Fault:
    """Too many requests: with how long to wait in seconds, in milliseconds, as a date so far away, or without."""

    def scene(line: Line) -> Scene:
        head = {"Retry_After": s, "retry_after_ms": ms}
        if date_s is not None:
            now_s = time.time()
            head |= {"Date": formatdate(now_s, usegmt=True), "Retry_After": formatdate(now_s + date_s, usegmt=True)}
        given = {name: value for name, value in head.items() if value is not None}
        return refused(429, "rate_limit_exceeded", **given)(line)

    return scene


too_long = refused(400, "context_length_exceeded")
content_refused = refused(400, "content_filter")
wrong_request = refused(400, "invalid_request_error")
reset = as_it_is(Scene(status=0, end="reset"))
"""The connection is reset before a byte of an answer."""
closed = as_it_is(Scene(status=0, end="close"))
silent = as_it_is(Scene(status=0, end="hang"))
"""Not a byte, until the client leaves."""
silent_after_head = as_it_is(Scene(end="hang"))
"""A good status, and then nothing."""


def cut(after_chars: int = MIDDLE_CHARS, *, end: End = "close") -> Fault:
    """The connection breaks within the answer; with `end="hang"` the answer stalls."""
    return lambda line: _broken(line, after_chars, end=end)


def reset_within(after_chars: int = MIDDLE_CHARS) -> Fault:
    """The connection is reset within the answer."""
    return cut(after_chars, end="reset")


def stall(after_chars: int = MIDDLE_CHARS) -> Fault:
    """No further word, and no end, until the client leaves."""
    return cut(after_chars, end="hang")


def malformed(after_chars: int = MIDDLE_CHARS) -> Fault:
    """An event that is no JSON within the answer; good ones follow."""
    return lambda line: _broken(line, after_chars, b'data: {"choices": [{"del\n\n', STOP, DONE, end="end")


def unfinished(after_chars: int = MIDDLE_CHARS) -> Fault:
    """The stream ends in order, and the answer had not said that it was over."""

    def scene(line: Line) -> Scene:
        return Scene(line.events(until=after_chars)) if line.streams else _body(line.body(finish_reason=None))

    return scene


def done_too_early(after_chars: int = MIDDLE_CHARS) -> Fault:
    """`[DONE]` within the answer."""

    def scene(line: Line) -> Scene:
        return Scene((*line.events(until=after_chars), DONE)) if line.streams else _body(line.body(finish_reason=None))

    return scene


def error_within(after_chars: int = MIDDLE_CHARS) -> Fault:
    """An error told inside a good status, within the answer."""
    error = event({"error": {"message": "out of order", "type": "server_error", "code": "internal"}})

    def scene(line: Line) -> Scene:
        if not line.streams:
            return _body(error.removeprefix(b"data: ").rstrip())
        return _broken(line, after_chars, error, DONE, end="end")

    return scene


def finish_error(after_chars: int = MIDDLE_CHARS) -> Fault:
    """An end whose reason is an error."""

    def scene(line: Line) -> Scene:
        if not line.streams:
            return _body(line.body("error"))
        return _broken(line, after_chars, event(chunk(delta={}, finish_reason="error")), DONE, end="end")

    return scene


def _broken(line: Line, after_chars: int, *then: bytes, end: End) -> Scene:
    if line.streams:
        return Scene((*line.events(until=after_chars), *then), end=end)
    body = line.body()
    return Scene((body[: len(body) // 2],), content_type="application/json", end=end)


def _body(body: bytes) -> Scene:
    return Scene((body,), content_type="application/json")

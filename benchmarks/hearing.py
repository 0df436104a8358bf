"""One answer as its reader sees it: which words came when, and how it ended."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from time import perf_counter

import httptools
import msgspec

import talk
from clients import Ask

_REPEATED_CHARS = 12
"""So many characters in a row that were said before are no chance."""
_READ_BYTES = 65536


class End(StrEnum):
    """How the connection ended."""

    WHOLE = "the body was whole"
    CLOSED = "the connection was closed within the body"
    SILENT = "nothing more came"


class Outcome(StrEnum):
    """What an answer came to."""

    WHOLE = "whole, once"
    BAD_END = "whole, with a bad end"
    HALF_AS_WHOLE = "half, ended as if whole"
    HALF_ERROR = "half, then an error"
    HALF_CLOSED = "half, then cut off"
    HALF_SILENT = "half, then nothing more"
    DOUBLED = "words doubled"
    CHANGED = "words lost or changed"
    ERROR = "error"
    SILENT = "nothing"


class _Said(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Said | None = None
    delta: _Said | None = None
    finish_reason: str | None = None


class _Answer(msgspec.Struct):
    choices: list[_Choice] = []
    error: object = None


_DECODER = msgspec.json.Decoder(_Answer)


@dataclass(slots=True)
class Heard:
    """What came. Times are seconds from the request."""

    asked_at_s: float
    """On the clock of `time.perf_counter`."""
    status: int = 0
    texts: list[tuple[float, str]] = field(default_factory=list)
    finish_reasons: list[str] = field(default_factory=list)
    has_end_mark: bool = False
    has_error: bool = False
    end: End = End.SILENT
    ended_s: float = 0.0

    @property
    def text(self) -> str:
        """All the words."""
        return "".join(text for _, text in self.texts)

    @property
    def first_text_s(self) -> float | None:
        """When the first words came."""
        return self.texts[0][0] if self.texts else None

    def pause_s(self, broke_at_s: float) -> float | None:
        """The longest wait for the next words, from the last before the model broke off; None where none followed.

        The longest and not the first: words that a gateway held back may come before another model goes on.
        """
        broke_s = broke_at_s - self.asked_at_s
        before = [at_s for at_s, _ in self.texts if at_s <= broke_s]
        after = [at_s for at_s, _ in self.texts if at_s > broke_s]
        times = [*(before[-1:] or [0.0]), *after]
        return max((later - earlier for earlier, later in pairwise(times)), default=None)

    def outcome(self, *, streamed: bool) -> Outcome:
        """What it came to, against the text that the provider says."""
        text = self.text
        if text == talk.TEXT:
            ended_well = self.finish_reasons == ["stop"] and self.end is End.WHOLE and not self.has_error
            return Outcome.WHOLE if ended_well and (self.has_end_mark or not streamed) else Outcome.BAD_END
        if not text:
            return Outcome.SILENT if self.end is End.SILENT else Outcome.ERROR
        if not talk.TEXT.startswith(text):
            return Outcome.DOUBLED if _is_doubled(text) else Outcome.CHANGED
        if self.has_error:
            return Outcome.HALF_ERROR
        return {
            End.WHOLE: Outcome.HALF_AS_WHOLE,
            End.CLOSED: Outcome.HALF_CLOSED,
            End.SILENT: Outcome.HALF_SILENT,
        }[self.end]


def _is_doubled(text: str) -> bool:
    """Whether the words turn back where they leave the provider's text."""
    pairs = zip(text, talk.TEXT, strict=False)
    same = next((place for place, (said, wanted) in enumerate(pairs) if said != wanted), len(talk.TEXT))
    return any(text[place : place + _REPEATED_CHARS] in text[:same] for place in (same, max(0, same - 1)))


class _Reader:
    """Reads the bytes of one answer."""

    def __init__(self, heard: Heard, *, streamed: bool) -> None:
        self._heard = heard
        self._streamed = streamed
        self._parser = httptools.HttpResponseParser(self)
        self._body = b""
        self.is_over = False

    def feed(self, data: bytes) -> None:
        self._parser.feed_data(data)

    def on_headers_complete(self) -> None:
        self._heard.status = self._parser.get_status_code()

    def on_body(self, body: bytes) -> None:
        self._body += body
        if not self._streamed or self._heard.status != 200:
            return
        *lines, self._body = self._body.split(b"\n")
        for line in lines:
            if line.startswith(b"data:"):
                self._event(line[5:].strip())

    def on_message_complete(self) -> None:
        self.is_over = True
        if self._heard.status == 200 and not self._streamed:
            self._event(self._body)

    def _event(self, data: bytes) -> None:
        heard = self._heard
        if data == b"[DONE]":
            heard.has_end_mark = True
            return
        try:
            answer = _DECODER.decode(data)
        except msgspec.MsgspecError:
            heard.has_error = True
            return
        heard.has_error = heard.has_error or answer.error is not None
        for choice in answer.choices:
            said = choice.delta or choice.message
            if said is not None and said.content:
                heard.texts.append((perf_counter() - heard.asked_at_s, said.content))
            if choice.finish_reason is not None:
                heard.finish_reasons.append(choice.finish_reason)


async def hear(ask: Ask, *, streamed: bool, patience_s: float) -> Heard:
    """Ask once, on a connection of its own, and listen to the end; not longer than `patience_s` after the request."""
    reader, writer = await asyncio.open_connection("127.0.0.1", ask.port)
    heard = Heard(perf_counter())
    reading = _Reader(heard, streamed=streamed)
    try:
        async with asyncio.timeout(patience_s):
            writer.write(ask.wire())
            while not reading.is_over and (data := await reader.read(_READ_BYTES)):
                reading.feed(data)
        heard.end = End.WHOLE if reading.is_over else End.CLOSED
    except TimeoutError:
        heard.end = End.SILENT
    except (OSError, httptools.HttpParserError):
        heard.end = End.CLOSED
    finally:
        heard.ended_s = perf_counter() - heard.asked_at_s
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
    return heard

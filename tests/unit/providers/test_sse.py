"""Laws of the parser of server-sent events: what is cut how changes nothing, and nothing is lost or added."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.providers.sse import EventTooLong, SseParser

STREAM = (
    b"\xef\xbb\xbf: a comment\n\n"
    b'data: {"a": 1}\n\n'
    b"event: message\r\nid: 7\r\ndata:no space\r\n\r\n"
    b"retry: 10\n\n\n\n"
    b"data: first line\ndata:  second line\ndata:\n\n"
    b"data\n\n"
    b"data: \xc3\xa9t\xc3\xa9 \xf0\x9f\x8c\x99\r\r"
    b"data: [DONE]"
)
EVENTS = [
    b'{"a": 1}',
    b"no space",
    b"first line\n second line\n",
    b"",
    b"\xc3\xa9t\xc3\xa9 \xf0\x9f\x8c\x99",
    b"[DONE]",
]
PIECES = st.lists(
    st.sampled_from(
        [b"data: x", b"data", b":", b"\n", b"\r", b"\r\n", b"\n\n", b"event: y", b"\xef\xbb\xbf", b" ", b"z"]
    ),
    max_size=24,
)


def parse(chunks: list[bytes]) -> list[bytes]:
    parser = SseParser()
    return [event for chunk in chunks for event in parser.feed(chunk)] + parser.end()


def cut(stream: bytes, places: set[int]) -> list[bytes]:
    borders = [0, *sorted(places), len(stream)]
    return [stream[start:end] for start, end in pairwise(borders)]


def test_every_habit_of_servers_is_read() -> None:
    """Comments, names, ids, all three line ends, several data lines, a byte-order mark and a missing last line."""
    assert parse([STREAM]) == EVENTS


@given(st.sets(st.integers(0, len(STREAM))))
def test_where_a_stream_is_cut_changes_nothing(places: set[int]) -> None:
    """Any split of the bytes gives the same events."""
    assert parse(cut(STREAM, places)) == EVENTS


@given(PIECES, st.data())
def test_where_a_strange_stream_is_cut_changes_nothing(pieces: list[bytes], data: st.DataObject) -> None:
    """Also streams that nobody should send read alike, however they are cut."""
    stream = b"".join(pieces)
    places = data.draw(st.sets(st.integers(0, len(stream))))

    assert parse(cut(stream, places)) == parse([stream])


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\r\n")), min_size=1),
    st.sets(st.integers(0, 2000)),
)
def test_text_is_kept_byte_for_byte(texts: list[str], places: set[int]) -> None:
    """White space, control characters and every script come out as they went in."""
    stream = b"".join(b"data: " + text.encode("utf-8") + b"\n\n" for text in texts)

    assert [event.decode() for event in parse(cut(stream, {p for p in places if p <= len(stream)}))] == texts


@given(st.binary(), st.sets(st.integers(0, 200)))
def test_no_bytes_break_the_parser(stream: bytes, places: set[int]) -> None:
    """Whatever arrives, it is read to its end."""
    parse(cut(stream, {p for p in places if p <= len(stream)}))


def test_long_event_in_small_chunks_is_read_whole() -> None:
    """Events far beyond 64 KiB are read, in time that grows with their length and not with its square."""
    event = b"x" * 1_000_000

    assert parse([b"data: ", *[b"x" * 100] * 10_000, b"\n", b"\n"]) == [event]


def test_endless_event_is_refused() -> None:
    """A provider that never ends an event does not fill the memory."""
    parser = SseParser(limit_bytes=1000)
    parser.feed(b"x" * 1000)

    with pytest.raises(EventTooLong):
        parser.feed(b"x")

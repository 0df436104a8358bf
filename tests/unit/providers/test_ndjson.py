"""Laws of the parser of lines of JSON: what is cut how changes nothing, and nothing is lost or added."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.providers.ndjson import LineParser
from segue.providers.sse import EventTooLong

STREAM = b'{"a": 1}\n{"b": "\xc3\xa9"}\r\n\n  \n{"c": 3}'
LINES = [b'{"a": 1}', b'{"b": "\xc3\xa9"}', b'{"c": 3}']


def parse(chunks: list[bytes]) -> list[bytes]:
    parser = LineParser()
    return [line for chunk in chunks for line in parser.feed(chunk)] + parser.end()


@given(st.sets(st.integers(0, len(STREAM))))
def test_lines_are_the_same_wherever_the_stream_is_cut(places: set[int]) -> None:
    """Chunks end anywhere, also within a character or a line's end; the last line needs no end."""
    borders = [0, *sorted(places), len(STREAM)]

    assert parse([STREAM[start:end] for start, end in pairwise(borders)]) == LINES


def test_line_beyond_the_limit_is_refused() -> None:
    """A server that sends no line's end does not fill the memory."""
    parser = LineParser(limit_bytes=10)
    parser.feed(b"x" * 8 + b"\n" + b"x" * 10)
    with pytest.raises(EventTooLong):
        parser.feed(b"x")

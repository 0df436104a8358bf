"""What is read of a request's head by itself: its target, and how long its body is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import httptools

_PLAIN_PATH: Final = re.compile(rb"/[\w.:-][\w.:/-]*|/")
"""A path that is what it says: nothing is encoded, nothing follows it."""


def path_and_query(target: bytes) -> tuple[bytes, bytes]:
    """Both as they came. Raises HttpParserInvalidURLError for a target that is none."""
    if _PLAIN_PATH.fullmatch(target):
        return target, b""
    parsed = httptools.parse_url(target)
    return parsed.path, parsed.query or b""


def length_alone(headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    """A head that says only how long the body is, of one with these headers."""
    lines = [b"%b: %b\r\n" % pair for pair in headers if pair[0] in {b"content-length", b"transfer-encoding"}]
    return b"POST / HTTP/1.1\r\n%b\r\n" % b"".join(lines)

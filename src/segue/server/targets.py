"""A request's target: its path and its query."""

from __future__ import annotations

import re
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

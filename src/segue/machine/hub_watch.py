"""What is looked at of every answer of a host, before huggingface_hub does with it what it does.

It waits as long as a host asks for, with the model's lock held and nobody told (2.4.0, utils/_http.py:
_http_backoff_base); and it goes on with a file behind what is there, whatever the rest is of (file_download.py:
http_get). So both are looked at in its HTTP client, which calls us with each answer before the body is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Final

from segue.errors import WeightsError

MOST_WAIT_S: Final = 30.0
"""Longest wait that a host is granted, all its wishes together. Our choice: the hub's own are counted in minutes."""
_WAITS: Final = (408, 429)
_WATCH: Final[ContextVar[_Watch | None]] = ContextVar("watch", default=None)
_RESETS: Final = re.compile(r";\s*r=0\b.*?;\s*t=(\d{1,9})\b")
"""When more is allowed again, in what the hub says of its limits (`ratelimit: "api";r=0;t=55`)."""
_PIECE: Final = re.compile(r"bytes (\d{1,20})-\d{1,20}/(\d{1,20}|\*)")


class ChangedMeanwhileError(Exception):
    """The rest of a file is of another one than what is here of it. It stays within this package."""


@dataclass(slots=True)
class Expected:
    """What the answers with one file have to agree with."""

    size_bytes: int
    tags: dict[str, str] = field(default_factory=dict)
    """What was told first of its version, by header."""

    def check(self, status: int, wanted: str | None, headers: Mapping[str, str]) -> None:
        """Raise ChangedMeanwhileError where a piece does not belong behind what is here."""
        told = tags_of(headers)
        if status == 206 and wanted is not None:
            piece = _PIECE.fullmatch(headers.get("content-range", ""))
            begin, total = piece.groups() if piece else ("", "*")
            same = told.keys() & self.tags.keys()
            if (
                f"bytes={begin}-" != wanted
                or total not in ("*", str(self.size_bytes))
                or any(told[name] != self.tags[name] for name in same)
                or (self.tags and not same)
            ):
                raise ChangedMeanwhileError
        elif status == 200:
            self.tags |= told  # all that is here is thrown away, and what follows is of this one


@dataclass(slots=True)
class _Watch:
    expected: Expected | None
    waited_s: float = 0.0


@contextmanager
def watched(expected: Expected | None = None) -> Iterator[None]:
    """Within, a host that asks to wait for too long ends the request with WeightsError.

    `expected`: for the bytes of one file, and only where no checksum will tell whether they are right.
    """
    from huggingface_hub import get_session

    hooks = get_session().event_hooks["response"]  # called with each answer before its body is read
    if _look_at not in hooks:
        hooks.append(_look_at)
    before = _WATCH.set(_Watch(expected))
    try:
        yield
    finally:
        _WATCH.reset(before)


def tags_of(headers: Mapping[str, str]) -> dict[str, str]:
    """What tells one version of a file from another."""
    found = {name: headers.get(name, "").removeprefix("W/") for name in ("etag", "last-modified")}
    return {name: value for name, value in found.items() if value}


def _look_at(response: Any) -> None:  # the library's HTTP client calls it with its own type
    watch = _WATCH.get()
    if watch is None:
        return
    if response.status_code in _WAITS:
        watch.waited_s += (asked_s := _asked_s(response.headers))
        if watch.waited_s > MOST_WAIT_S:
            hint = "Wait so long; then the same command goes on behind what is here already, which is kept."
            raise WeightsError(f"{response.request.url.host} asked to wait {asked_s:,} s.", hint=hint)
    elif watch.expected is not None:
        watch.expected.check(response.status_code, response.request.headers.get("range"), response.headers)


def _asked_s(headers: Mapping[str, str]) -> int:
    """How long the library would wait now; 0: as long as it likes, which is seconds."""
    if resets := _RESETS.search(headers.get("ratelimit", "")):
        return int(resets[1])
    told = headers.get("retry-after", "").strip()
    return int(told[:9]) if told.isdecimal() else 0  # 9 digits: a host may write any number

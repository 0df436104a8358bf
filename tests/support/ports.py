"""Ports of 127.0.0.1 at which nobody listens, and at which nobody begins to by chance."""

from __future__ import annotations

import itertools
import os
import re
import socket
from typing import Final

_FIRST: Final = 20_000
_LAST: Final = 32_000
"""Below 32,768, where Linux begins to hand out ports by itself: any other test's connection may be given one of those
in the moment between its choice and its use, and a client that tries one again and again may be connected to itself."""
_OF_A_WORKER: Final = 1_500
"""Each of the processes that run tests beside each other has ports of its own."""
_numbers = itertools.count(37 * os.getpid())
"""From a place of its own, as somebody else may run tests on this machine as well."""


def free_port() -> int:
    """A port that nobody listens at now, another one each time."""
    worker = int(re.sub(r"\D", "", os.environ.get("PYTEST_XDIST_WORKER", "")) or 0)
    first = _FIRST + worker * _OF_A_WORKER % (_LAST - _FIRST)
    for _ in range(_OF_A_WORKER):
        port = first + next(_numbers) % _OF_A_WORKER
        with socket.socket() as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                listener.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise AssertionError("no port is free")

"""The life of every worker program, whatever it serves: its report, its tie to the parent, its silence and its end.

One line of JSON comes in on standard input, one goes out on standard output: `{"listening": ADDRESS}` or
`{"failed": CODE, "detail": TEXT}`. Then it lives until standard input ends, which also happens when the parent is
killed. Nothing but the standard library is imported.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import select
import signal
import sys
from pathlib import Path
from typing import NoReturn

_PR_SET_PDEATHSIG = 1
"""prctl(2): the signal that Linux sends this process when its parent dies. While it loads and hears nothing that is
SIGKILL; later SIGCONT, so that one that was stopped sees that its input ended, and clears up."""
_OOM_SCORE = "500"
"""proc(5), 0 to 1000: when memory runs out, the kernel takes the worker before whoever serves people."""


def begin() -> tuple[int, bytes]:
    """Where the report goes, and the job that came in; from here on the process ends with its parent."""
    _close_strays()
    report = _take_stdout()
    _tie_to_parent()
    return report, sys.stdin.buffer.readline()


def live(report: int, address: str, socket_path: str | None) -> NoReturn:
    """Tell where the model is served, and end when the parent says so or is gone."""
    _silence()
    end = _watch_for_sigterm()
    if sys.platform == "linux":
        _at_parents_death(signal.SIGCONT)
    with contextlib.suppress(OSError):  # the parent was killed during the load
        _tell(report, {"listening": address})
        os.close(report)
        _wait_for(end)
    _leave(socket_path)


def _close_strays() -> None:
    """Close what was inherited beyond the three standard streams; uvloop lets a child have it all."""
    with contextlib.suppress(FileNotFoundError):
        for name in os.listdir("/dev/fd"):  # noqa: PTH208 - names are numbers here, not paths
            if int(name) > 2:
                with contextlib.suppress(OSError):
                    os.close(int(name))


def _take_stdout() -> int:
    """Keep standard output for the report alone: whatever else prints, prints to standard error."""
    report = os.dup(1)
    os.dup2(2, 1)
    return report


def _tie_to_parent() -> None:
    """Ignore Ctrl-C (it is the terminal's word to the parent), leave no memory image, and die with the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _at_parents_death(signal.SIGKILL)
        _require_parent()
        with contextlib.suppress(OSError):
            Path("/proc/self/oom_score_adj").write_text(_OOM_SCORE, encoding="ascii")


def _at_parents_death(sent: signal.Signals) -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, sent, 0, 0, 0)


def _require_parent() -> None:
    """End where the parent was gone before it could be told by: nobody holds the other end of standard input."""
    other_end = select.poll()
    other_end.register(0, select.POLLIN)
    if any(event & (select.POLLHUP | select.POLLERR) for _, event in other_end.poll(0)):
        os._exit(1)


def _watch_for_sigterm() -> int:
    """A descriptor that can be read once SIGTERM came."""
    end, waker = os.pipe()
    os.set_blocking(waker, False)
    signal.signal(signal.SIGTERM, lambda _signal, _frame: None)
    signal.set_wakeup_fd(waker)
    return end


def _wait_for(end: int) -> None:
    """Wait until standard input ends, or for the signal, also for one that came just before.

    A handler in Python would not do: a signal between its last look and a blocking read waits for the read's end.
    """
    while end not in (readable := select.select([0, end], [], [])[0]):
        if 0 in readable and not os.read(0, 4096):
            return


def _tell(report: int, line: dict[str, str]) -> None:
    """Say the one line that the parent waits for."""
    os.write(report, json.dumps(line).encode() + b"\n")


def fail(report: int, code: str, detail: str) -> NoReturn:
    """Say why nothing is served, and end."""
    _tell(report, {"failed": code, "detail": detail})
    sys.stderr.flush()
    os._exit(1)


def _silence() -> None:
    """Send the output nowhere. Standard error stays with the parent, who from here on only searches it for a lack of
    memory and keeps nothing: a log may hold words of a conversation."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)


def _leave(socket_path: str | None) -> NoReturn:
    """End at once, running answers included; the socket and its folder go along, for a parent that no longer can."""
    if socket_path is not None:
        with contextlib.suppress(OSError):
            Path(socket_path).unlink(missing_ok=True)
            Path(socket_path).parent.rmdir()
    os._exit(0)

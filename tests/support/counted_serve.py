"""`segue` with a way to count what its event loop has to do: `python tests/support/counted_serve.py FILE serve …`.

On SIGUSR1 it collects what refers to itself, which a gateway does rarely, and writes into FILE how many tasks there
are. Nothing else about the command is changed.
"""

from __future__ import annotations

import asyncio
import gc
import signal
import sys
import time
from pathlib import Path

import psutil

from segue.cli import main

ANSWERS_S = 10.0


def program(file: Path) -> tuple[str, ...]:
    """The command that stands for `segue`."""
    return sys.executable, __file__, str(file)


def tasks_of(process: psutil.Process, file: Path) -> int:
    """How many tasks a process of this module has now; it has collected its garbage then."""
    file.unlink(missing_ok=True)
    process.send_signal(signal.SIGUSR1)
    end_s = time.monotonic() + ANSWERS_S
    while not file.exists():
        assert time.monotonic() < end_s, "the process does not count its tasks"
        time.sleep(0.01)
    return int(file.read_text())


def count_on_signal(file: Path) -> None:
    """Write the number of tasks whenever the signal comes; the file is there at once and whole."""

    def count(*_: object) -> None:
        half = file.with_suffix(".half")
        gc.collect()
        half.write_text(str(len(asyncio.all_tasks())))
        half.rename(file)

    signal.signal(signal.SIGUSR1, count)


if __name__ == "__main__":
    count_on_signal(Path(sys.argv.pop(1)))
    sys.argv[0] = "segue"
    main()

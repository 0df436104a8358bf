"""As many connections as the system allows: a turn takes two open files, and most systems begin with 1,024."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Final

MOST_FILES: Final = 65_536
"""More than one process can serve; some systems allow no number that is larger."""


def allow_many_files() -> None:
    """Raise this process's limit of open files to what it may be raised to without anybody's leave."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if hard == resource.RLIM_INFINITY else min(hard, MOST_FILES)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with suppress(OSError, ValueError):  # it stays as it is, which is enough for a few hundred turns
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))

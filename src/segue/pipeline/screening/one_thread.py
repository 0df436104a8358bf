"""Linear algebra in one thread: its matrices are small here, and threads of its own can freeze a process for good.

OpenBLAS ends its threads in front of every fork, and starts them anew behind it (memory.c, `blas_thread_shutdown_` by
`pthread_atfork`): a worker that is forked in the middle of a product leaves that product waiting, and the fork with it.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

_SAYS_HOW_MANY: Final = "OPENBLAS_NUM_THREADS"
"""Read once, as the library is loaded (OpenBLAS' README, "Setting the number of threads")."""
_one_at_a_time = threading.Lock()


@contextmanager
def numpy_in_one_thread() -> Generator[None]:
    """Within, numpy is imported without threads of its own; where it is here already, or somebody set how many it may
    have, nothing changes. What processes started later are to use is left as it was."""
    with _one_at_a_time:
        if _SAYS_HOW_MANY in os.environ:
            yield
            return
        os.environ[_SAYS_HOW_MANY] = "1"
        try:
            yield
        finally:
            del os.environ[_SAYS_HOW_MANY]

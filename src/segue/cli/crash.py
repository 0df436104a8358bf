"""What a process leaves where nobody caught an error: kind and place, without words that may quote somebody's talk."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType


def leave_no_words() -> None:
    """Tell uncaught errors of any thread without their own words, and leave no image of the memory."""
    sys.excepthook = _tell
    threading.excepthook = _tell_of_thread
    sys.unraisablehook = _tell_unraisable
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    del trace  # the error has it
    if issubclass(kind, KeyboardInterrupt):
        return
    from segue.observe.logs import told_error

    lines = "\n".join(told_error(error))
    sys.stderr.write(f"segue: this is a fault of Segue, please report it:\n{lines}\n")


def _tell_of_thread(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_value is not None and not issubclass(failed.exc_type, SystemExit):
        _tell(failed.exc_type, failed.exc_value, failed.exc_traceback)


def _tell_unraisable(failed: sys.UnraisableHookArgs) -> None:
    if failed.exc_value is not None:
        _tell(failed.exc_type, failed.exc_value, failed.exc_traceback)

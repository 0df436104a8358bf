"""Ends Python work that runs in a thread and may never end by itself, as a model's chat template may."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

_Result = TypeVar("_Result")


class Stopped(BaseException):
    """Raised within work that was stopped. No Exception: nothing that the work runs takes it for a fault of its own."""


class Stoppable(Generic[_Result]):
    """Work to be called once, in any thread, that `stop` ends from another one.

    It ends between two steps of Python; what runs in a library of C is ended once that returns.
    """

    def __init__(self, work: Callable[[], _Result]) -> None:
        self._work = work
        self._lock = threading.Lock()
        self._thread: int | None = None
        self._is_stopped = False

    def __call__(self) -> _Result:
        """What the work gives. Raises Stopped when it was stopped before its end."""
        with self._lock:
            if self._is_stopped:
                raise Stopped
            self._thread = threading.get_ident()
        try:
            return self._work()
        finally:
            with self._lock:
                self._thread = None

    def stop(self) -> None:
        """End it, or let it not begin; harmless after its end."""
        with self._lock:
            self._is_stopped = True
            if self._thread is not None:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), ctypes.py_object(Stopped))

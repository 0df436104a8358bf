"""Which graphics processors are here and how busy they are, as NVIDIA's driver tells (NVML); of other makers nothing is
known.

docs.nvidia.com/deploy/nvml-api. Its Python part, `nvidia-ml-py`, comes with the extra `gpu`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from segue.machine.readings import GpuReading

if TYPE_CHECKING:
    from types import ModuleType

T = TypeVar("T")


class Gpus:
    """NVIDIA's graphics processors. `open` may take seconds where the driver sleeps; a reading takes microseconds."""

    def __init__(self) -> None:
        self._nvml: ModuleType | None = None
        self._handles: tuple[object, ...] = ()

    def open(self) -> bool:
        """Wake the driver; False where it or its Python part is missing."""
        if "pynvml" not in sys.modules and not _has_driver():
            return False  # the Python part alone takes 3 MB, in a gateway for as long as it runs
        try:
            nvml = import_module("pynvml")
        except ImportError:
            return False
        try:
            nvml.nvmlInit()
        except nvml.NVMLError:
            return False
        self._nvml = nvml
        try:
            self._handles = tuple(nvml.nvmlDeviceGetHandleByIndex(at) for at in range(nvml.nvmlDeviceGetCount()))
        except nvml.NVMLError:
            self.close()
        return self._nvml is not None

    def read(self) -> tuple[GpuReading, ...] | None:
        """Each as it is now; None where nothing can be asked, which does not mean that there is none."""
        if (nvml := self._nvml) is None:
            return None
        return tuple(_reading(nvml, handle) for handle in self._handles)

    def close(self) -> None:
        """Let the driver sleep again; harmless when repeated, and when it was never opened."""
        nvml, self._nvml, self._handles = self._nvml, None, ()
        if nvml is not None:
            with suppress(nvml.NVMLError):
                nvml.nvmlShutdown()


def _has_driver() -> bool:
    """False where NVIDIA's library, by the name that `pynvml` has for it, is not on this machine; True where that is
    not known."""
    if sys.platform != "linux":
        return True
    from ctypes import CDLL

    try:
        CDLL("libnvidia-ml.so.1")
    except OSError:
        return False
    return True


def look_for_gpus() -> tuple[GpuReading, ...] | None:
    """Those that are here now; None where nothing can be asked. Blocks, for seconds where the driver sleeps."""
    gpus = Gpus()
    try:
        return gpus.read() if gpus.open() else None
    finally:
        gpus.close()


def _reading(nvml: ModuleType, handle: object) -> GpuReading:
    """One of them. What a processor does not tell is unknown: one that shares the machine's memory has no size."""

    def asked(question: Callable[[object], T]) -> T | None:
        try:
            return question(handle)
        except nvml.NVMLError:
            return None

    memory, load = asked(nvml.nvmlDeviceGetMemoryInfo), asked(nvml.nvmlDeviceGetUtilizationRates)
    return GpuReading(
        asked(nvml.nvmlDeviceGetName) or "unknown",
        int(memory.total) if memory else None,
        int(memory.free) if memory else None,
        load.gpu / 100 if load else None,
    )

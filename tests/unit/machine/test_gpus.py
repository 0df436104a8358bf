"""Graphics processors are read through NVML; where it or its driver is missing nothing is known, which is not none."""

import ctypes.util
import subprocess
import sys
from types import SimpleNamespace

import pytest

from segue.machine.gpus import Gpus, look_for_gpus
from segue.machine.readings import GpuReading

pynvml = pytest.importorskip("pynvml")


class Nvml:
    """The functions of NVML's Python part that are used, for two processors: the second tells little."""

    NVMLError = pynvml.NVMLError

    def __init__(self) -> None:
        self.is_open = False

    def nvmlInit(self) -> None:  # noqa: N802 - NVML's name
        self.is_open = True

    def nvmlShutdown(self) -> None:  # noqa: N802 - NVML's name
        self.is_open = False

    def nvmlDeviceGetCount(self) -> int:  # noqa: N802 - NVML's name
        return 2

    def nvmlDeviceGetHandleByIndex(self, at: int) -> int:  # noqa: N802 - NVML's name
        return at

    def nvmlDeviceGetName(self, at: int) -> str:  # noqa: N802 - NVML's name
        return ("NVIDIA H100 80GB HBM3", "NVIDIA GB10, rev. 2")[at]

    def nvmlDeviceGetMemoryInfo(self, at: int) -> object:  # noqa: N802 - NVML's name
        if at == 1:
            raise pynvml.NVMLError(pynvml.NVML_ERROR_NOT_SUPPORTED)
        return SimpleNamespace(total=85_520_809_984, free=84_938_391_552)

    def nvmlDeviceGetUtilizationRates(self, at: int) -> object:  # noqa: N802 - NVML's name
        if at == 1:
            raise pynvml.NVMLError(pynvml.NVML_ERROR_NOT_SUPPORTED)
        return SimpleNamespace(gpu=25, memory=3)


def test_what_a_processor_does_not_tell_is_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    """One that shares the machine's memory has no size of its own; the driver is let go of at the end."""
    nvml = Nvml()
    monkeypatch.setitem(sys.modules, "pynvml", nvml)
    gpus = Gpus()
    assert gpus.read() is None
    assert gpus.open()
    assert gpus.read() == (
        GpuReading("NVIDIA H100 80GB HBM3", 85_520_809_984, 84_938_391_552, 0.25),
        GpuReading("NVIDIA GB10, rev. 2"),
    )
    gpus.close()
    assert (gpus.read(), nvml.is_open) == (None, False)


@pytest.mark.skipif(ctypes.util.find_library("nvidia-ml") is not None, reason="this machine has NVIDIA's driver")
def test_machine_without_the_driver_knows_nothing() -> None:
    """The library is here, its driver is not."""
    assert look_for_gpus() is None


def test_without_the_library_nothing_is_known() -> None:
    """An installation without the extra `gpu`."""
    program = (
        "import sys; sys.modules['pynvml'] = None\nfrom segue.machine.gpus import look_for_gpus; print(look_for_gpus())"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "None\n"


@pytest.mark.skipif(ctypes.util.find_library("nvidia-ml") is not None, reason="this machine has NVIDIA's driver")
def test_where_there_is_no_driver_its_python_part_is_not_loaded() -> None:
    """A gateway would keep it in memory for as long as it runs."""
    program = (
        "import sys\nfrom segue.machine.gpus import look_for_gpus\nprint(look_for_gpus(), 'pynvml' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert told.stdout == "None False\n"

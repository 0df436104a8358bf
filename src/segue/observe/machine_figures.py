"""What the machine was doing at its newest reading, for Prometheus; what is unknown has no series."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from segue.machine.readings import Reading
from segue.providers.contract import LoadedModel

if TYPE_CHECKING:
    from prometheus_client.core import GaugeMetricFamily

_Rows: TypeAlias = Sequence[tuple[Sequence[str], float | None]]
"""Values of the labels, and a figure."""


class MachineFigures:
    """Read with every scrape."""

    def __init__(self, latest: Callable[[], Reading | None], loaded: Callable[[], Iterable[LoadedModel]]) -> None:
        self._latest, self._loaded = latest, loaded

    def collect(self) -> Iterable[GaugeMetricFamily]:
        """Every family that has a figure."""
        yield from _loaded(tuple(self._loaded()))
        if (reading := self._latest()) is not None:
            yield from _machine(reading)
            yield from _gpus(reading)
            yield from _workers(reading)


_MODEL = ("provider", "model")


def _machine(reading: Reading) -> Iterator[GaugeMetricFamily]:
    def one(name: str, about: str, figure: float | None) -> Iterator[GaugeMetricFamily]:
        return _shown(f"machine_{name}", about, (), [((), figure)])

    yield from one(
        "memory_bytes", "Memory that there is for us: installed, or the narrowest limit.", reading.memory_bytes
    )
    yield from one("memory_available_bytes", "Memory that could be taken.", reading.available_bytes)
    yield from one("swap_bytes", "Swap space.", reading.swap_bytes)
    yield from one("swap_used_bytes", "Swap space in use.", reading.swap_used_bytes)
    yield from one("disk_free_bytes", "Room where Segue keeps its files.", reading.disk_free_bytes)
    yield from one("processor_busy_ratio", "Share of all processors that was in use.", reading.processor_share)
    told = (("memory", reading.memory_pressure), ("cpu", reading.processor_pressure), ("io", reading.io_pressure))
    yield from _shown(
        "machine_pressure_ratio",
        "Share of the last 10 seconds in which a task stood still for want of it.",
        ("resource",),
        [((name,), None if pressure is None else pressure.some_10s) for name, pressure in told],
    )


def _gpus(reading: Reading) -> Iterator[GaugeMetricFamily]:
    gpus = [((str(at), gpu.name), gpu) for at, gpu in enumerate(reading.gpus or ())]
    labels = "gpu", "name"
    yield from _shown("gpu_memory_bytes", "Memory of a GPU.", labels, [(at, gpu.memory_bytes) for at, gpu in gpus])
    yield from _shown(
        "gpu_memory_free_bytes", "What of it is free.", labels, [(at, gpu.free_bytes) for at, gpu in gpus]
    )
    yield from _shown(
        "gpu_busy_ratio", "Share of time it was busy.", labels, [(at, gpu.busy_share) for at, gpu in gpus]
    )


def _loaded(models: Sequence[LoadedModel]) -> Iterator[GaugeMetricFamily]:
    def each(name: str, about: str, figure: Callable[[LoadedModel], float | None]) -> Iterator[GaugeMetricFamily]:
        rows = [((one.ref.provider, one.ref.name), figure(one)) for one in models]
        return _shown(f"model_{name}", about, _MODEL, rows)

    yield from each("load_seconds", "How long a local model in memory took to load.", lambda one: one.load_s)
    yield from each("answers", "Answers of a local model under way.", lambda one: one.answers)
    yield from each("waiting", "Turns that wait in line for a local model.", lambda one: one.waiting)
    speed = "in its last answer, tokens a second."
    yield from each(
        "prompt_tokens_per_second", f"How fast a local model read {speed}", lambda one: one.prompt_tokens_per_s
    )
    yield from each(
        "output_tokens_per_second", f"How fast a local model wrote {speed}", lambda one: one.output_tokens_per_s
    )


def _workers(reading: Reading) -> Iterator[GaugeMetricFamily]:
    # A model whose worker is being replaced may have two for a moment: its figures are added up.
    models = dict.fromkeys(worker.model for worker in reading.workers)
    of = {model: [worker for worker in reading.workers if worker.model == model] for model in models}
    rows = [((model.provider, model.name), workers) for model, workers in of.items()]
    resident: _Rows = [(name, sum(one.resident_bytes for one in workers)) for name, workers in rows]
    unique: _Rows = [(name, _sum(one.unique_bytes for one in workers)) for name, workers in rows]
    busy: _Rows = [(name, _sum(one.processor_share for one in workers)) for name, workers in rows]
    yield from _shown("model_resident_bytes", "Memory of a local model's process.", _MODEL, resident)
    yield from _shown("model_unique_bytes", "What would be free if it ended.", _MODEL, unique)
    yield from _shown("model_processor_ratio", "Processors that it keeps busy.", _MODEL, busy)


def _sum(figures: Iterable[float | None]) -> float | None:
    known = [figure for figure in figures if figure is not None]
    return sum(known) if known else None


def _shown(name: str, about: str, labels: Sequence[str], rows: _Rows) -> Iterator[GaugeMetricFamily]:
    from prometheus_client.core import GaugeMetricFamily

    known = [(values, figure) for values, figure in rows if figure is not None]
    if known:
        family = GaugeMetricFamily(f"segue_{name}", about, labels=labels)
        for values, figure in known:
            family.add_metric(list(values), figure)
        yield family

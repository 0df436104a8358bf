"""A scrape shows the machine and its local models; what is unknown has no series."""

from dataclasses import replace
from datetime import UTC, datetime

from prometheus_client.parser import text_string_to_metric_families

from segue.domain.models import ModelRef
from segue.events import Event, ResourceAlert
from segue.machine.readings import GpuReading, Pressure, Reading, WorkerReading
from segue.observe.machine_figures import MachineFigures
from segue.observe.metrics import Metrics
from segue.providers.contract import LoadedModel

NOW = datetime(2026, 3, 1, tzinfo=UTC)
MODEL = ModelRef("local", "qwen")
LABELS = {"provider": "local", "model": "qwen"}
READING = Reading(
    NOW,
    0.0,
    0.5,
    8000,
    3000,
    None,
    None,
    500,
    memory_pressure=Pressure(0.25, 0.1),
    gpus=(GpuReading("card", 100, 40, None),),
    workers=(WorkerReading(MODEL, 7, 900, 800, 0.75), WorkerReading(MODEL, 8, 100, None, None)),
)

HELD = LoadedModel(MODEL, 7, 900, 2.5, output_tokens_per_s=20.0)


def scraped(metrics: Metrics) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    families = text_string_to_metric_families(metrics.expose().decode())
    return {(s.name, tuple(sorted(s.labels.items()))): s.value for f in families for s in f.samples}


def value(metrics: Metrics, series: str, **labels: str) -> float | None:
    return scraped(metrics).get((series, tuple(sorted(labels.items()))))


def test_machine_and_models_are_shown() -> None:
    """Memory, disk, pressure, graphics and each model's process, summed up where it has two. Covers R8.3."""
    metrics = Metrics(version="1")
    metrics.show_machine(MachineFigures(lambda: READING, lambda: [HELD]))
    assert value(metrics, "segue_machine_memory_available_bytes") == 3000
    assert value(metrics, "segue_machine_pressure_ratio", resource="memory") == 0.25
    assert value(metrics, "segue_gpu_memory_free_bytes", gpu="0", name="card") == 40
    assert value(metrics, "segue_model_resident_bytes", **LABELS) == 1000
    assert value(metrics, "segue_model_unique_bytes", **LABELS) == 800
    assert value(metrics, "segue_model_processor_ratio", **LABELS) == 0.75
    assert value(metrics, "segue_model_load_seconds", **LABELS) == 2.5
    assert value(metrics, "segue_model_output_tokens_per_second", **LABELS) == 20
    assert value(metrics, "segue_model_prompt_tokens_per_second", **LABELS) is None


def test_unknown_is_not_shown_as_zero() -> None:
    """Without a reading there is nothing, and without swap's figures no series of swap."""
    metrics = Metrics(version="1")
    readings: list[Reading | None] = [None]
    metrics.show_machine(MachineFigures(lambda: readings[0], list))
    assert not [name for name, _ in scraped(metrics) if "machine" in name]
    readings[0] = replace(READING, gpus=None)
    names = {name for name, _ in scraped(metrics)}
    assert "segue_machine_memory_bytes" in names
    assert not {name for name in names if "swap" in name or "gpu" in name}
    assert value(metrics, "segue_machine_pressure_ratio", resource="io") is None


async def observed(*events: Event) -> Metrics:
    metrics = Metrics(version="1")
    await metrics.observe(events)
    return metrics


async def test_alerts_are_counted() -> None:
    """What got short, and that it was over."""
    short = ResourceAlert("disk", False, "The disk is nearly full.", 1e9, 2e9, NOW)
    metrics = await observed(short, replace(short, is_over=True))
    for state in ("short", "over"):
        assert value(metrics, "segue_resource_alerts_total", resource="disk", state=state) == 1

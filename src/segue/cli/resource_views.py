"""How a look at the machine is shown: as a table, as a live view, as lines of JSON."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

import msgspec
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.table import Table
from rich.text import Text

from segue.cli.resource_looks import Looks
from segue.domain.foreign_text import shown_lines
from segue.machine.readings import Pressure
from segue.machine.resource_report import ModelNow, ResourceReport
from segue.machine.sizes import gb

_PIPED_WIDTH = 240


def print_look(told: ResourceReport, *, source: str) -> None:
    """One look, whole lines when piped."""
    width = None if sys.stdout.isatty() else _PIPED_WIDTH
    Console(file=sys.stdout, width=width, highlight=False, markup=False).print(view(told, source=source))


def watch_json(looks: Looks, *, every_s: float) -> None:
    """One object a line, until Ctrl-C."""
    with _until_stopped():
        while True:
            sys.stdout.write(f"{msgspec.json.encode(looks.look(), order='sorted').decode()}\n")
            sys.stdout.flush()
            time.sleep(every_s)


def watch_live(looks: Looks, *, every_s: float) -> None:
    """A view that renews itself, on a screen of its own, until Ctrl-C; the terminal is as before then."""
    told = looks.look()
    console = Console(file=sys.stdout, highlight=False, markup=False)
    with _until_stopped(), Live(console=console, screen=True, auto_refresh=False) as live:
        while True:
            end = Text("Ctrl-C ends it.", style="dim")
            live.update(Group(view(told, source=looks.source), Text(), end), refresh=True)
            time.sleep(every_s)
            told = looks.look()


@contextmanager
def _until_stopped() -> Iterator[None]:
    """Ctrl-C ends it well, and so does SIGTERM, which would leave the terminal as it is in the middle of it."""

    def stop(_number: int, _frame: FrameType | None) -> NoReturn:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, stop)
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


def view(told: ResourceReport, *, source: str) -> RenderableType:
    """Everything of a look, in words and figures."""
    parts: list[RenderableType] = [Text(f"{told.at.astimezone():%H:%M:%S}  {source}"), _machine(told)]
    if told.models:
        parts += [Text(), _models(told)]
    if told.alerts:
        parts += [Text(), Text("Short", style="bold")]
        parts += [Text(f"  {shown_lines(alert.found)}") for alert in told.alerts]
    if told.suggestions:
        parts += [Text(), Text("What would help", style="bold")]
        for each in told.suggestions:
            parts += [Text(f"  {shown_lines(each.what)}"), Text(f"    -> {shown_lines(each.do)}")]
    return Group(*parts)


def _machine(told: ResourceReport) -> Table:
    table = _table("", "", "")
    memory, disk = told.memory, told.disk
    table.add_row(
        "memory", f"{_gb(memory.available_bytes)} free", f"of {_gb(memory.total_bytes)}{_ends(memory.left_s)}"
    )
    for limit in memory.limits:
        table.add_row("limit", f"{_gb(limit.left_bytes)} left", f"of {_gb(limit.total_bytes)} ({limit.source})")
    if told.swap_bytes != 0:
        table.add_row("swap", f"{_gb(told.swap_used_bytes)} used", f"of {_gb(told.swap_bytes)}")
    table.add_row("disk", f"{_gb(disk.free_bytes)} free", _ends(disk.left_s).removeprefix(", "))
    table.add_row("processors", f"{_share(told.processor_share)} busy", f"{told.processors} usable")
    for name, pressure in (
        ("memory", told.memory_pressure),
        ("processors", told.processor_pressure),
        ("disks", told.io_pressure),
    ):
        table.add_row(f"waiting for {name}", *_pressure(pressure))
    if told.gpus is None:
        table.add_row("graphics", "unknown", "")
    for gpu in told.gpus or ():
        free = f"{_gb(gpu.free_bytes)} free"
        table.add_row("graphics", free, f"of {_gb(gpu.memory_bytes)}, {_share(gpu.busy_share)} busy ({gpu.name})")
    return table


def _models(told: ResourceReport) -> Table:
    table = _table("model", "memory", "frees", "busy", "reads", "writes", "doing")
    for one in told.models:
        sizes = gb(one.resident_bytes), _gb(one.unique_bytes)
        speeds = _speed(one.prompt_tokens_per_s), _speed(one.output_tokens_per_s)
        table.add_row(shown_lines(one.model), *sizes, _share(one.processor_share), *speeds, _doing(one))
    return table


def _doing(one: ModelNow) -> str:
    if one.answers is None:
        return "loading"
    waiting = f", {one.waiting} waiting" if one.waiting else ""
    if one.answers:
        return f"answering {one.answers}{waiting}"
    pinned = ", pinned" if one.is_pinned else ""
    return f"idle for {one.idle_s or 0:.0f} s{pinned}{waiting}"


def _speed(tokens_per_s: float | None) -> str:
    return "unknown" if tokens_per_s is None else f"{tokens_per_s:.0f} tok/s"


def _table(*names: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", show_header=any(names))
    for name in names:
        table.add_column(name, overflow="fold")
    return table


def _pressure(pressure: Pressure | None) -> tuple[str, str]:
    if pressure is None:
        return "unknown", ""
    return f"{pressure.some_10s:.0%} of 10 s", f"{pressure.some_60s:.0%} of 60 s"


def _ends(left_s: float | None) -> str:
    """Words on a trend that comes to an end."""
    if left_s is None:
        return ""
    span = f"{left_s:.0f} s" if left_s < 120 else f"{left_s / 60:.0f} min"
    return f", at this rate used up in {span}"


def _gb(size_bytes: int | None) -> str:
    return "unknown" if size_bytes is None else gb(size_bytes)


def _share(share: float | None) -> str:
    return "unknown" if share is None else f"{share:.0%}"

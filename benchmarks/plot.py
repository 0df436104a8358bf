"""The figures as a picture: a bar a target and number of clients; logarithmic where peers differ by powers of ten."""

from collections.abc import Callable, Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.axes import Axes

from measure import DIRECT, Kind
from rows import Row

mpl.use("Agg")
from matplotlib import pyplot as plt

Value = Callable[[Row], float | None]
_PANELS: tuple[tuple[str, Kind, Value], ...] = (
    ("Processor time of a whole answer (ms)", "plain", lambda row: row.cpu_ms),
    ("Processor time of a 50-chunk stream (ms)", "stream", lambda row: row.cpu_ms),
    ("Whole answers a second", "plain", lambda row: row.per_second),
    ("Streams a second", "stream", lambda row: row.per_second),
    ("Added time, whole answer, median (ms)", "plain", lambda row: row.added_p50_ms),
    ("Added time to first text, paced, held back words included (ms)", "paced", lambda row: row.added_first_text_ms),
)

_WIDE = 50
"""From this ratio of the largest to the smallest figure, bars on an even scale would vanish."""


def draw(rows: Sequence[Row], file: Path) -> None:
    """Write the picture as PNG."""
    figure, panels = plt.subplots(3, 2, figsize=(11, 11), layout="constrained")
    for axes, (title, kind, value) in zip(panels.flat, _PANELS, strict=True):
        _bars(axes, [row for row in rows if row.kind == kind and row.target != DIRECT], value)
        axes.set_title(title, fontsize=10)
    figure.savefig(file, dpi=110)
    plt.close(figure)


def _bars(axes: Axes, rows: Sequence[Row], value: Value) -> None:
    clients = sorted({row.clients for row in rows})
    targets = list(dict.fromkeys(row.target for row in rows))
    width = 0.8 / max(1, len(targets))
    for place, target in enumerate(targets):
        shown = [(row, value(row)) for row in rows if row.target == target]
        known = [(row, figure) for row, figure in shown if figure is not None and figure > 0]
        at = [clients.index(row.clients) + width * (place - (len(targets) - 1) / 2) for row, _ in known]
        bars = axes.bar(at, [figure for _, figure in known], width, label=target)
        axes.bar_label(bars, [_label(figure) for _, figure in known], fontsize=7)
    axes.set_xticks(range(len(clients)), [f"{count} client{'s' if count > 1 else ''}" for count in clients])
    axes.margins(y=0.15)
    if not rows:
        return
    axes.legend(fontsize=8)
    heights = [figure for figure in map(value, rows) if figure is not None and figure > 0]
    if heights and max(heights) > _WIDE * min(heights):
        axes.set_yscale("log")


def _label(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.2g}"

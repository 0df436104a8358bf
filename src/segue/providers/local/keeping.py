"""How a local model is kept: how long things may take, how many may wait, and what its worker may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Keeping:
    """One model's rules. The defaults are the settings' own."""

    start_s: float = 120.0
    """Longest load."""
    connect_s: float = 2.0
    """Longest wait for a connection to the worker."""
    unload_s: float = 300.0
    """Longest wait of an unload for running answers: 4,096 tokens at 14 a second."""
    idle_unload_s: float | None = 900.0
    """How long it stays in memory after its last answer; None: until it is unloaded."""
    is_pinned: bool = False
    """True: it is loaded at the start, stays whatever `idle_unload_s` says, and is loaded again after a death."""
    hang_s: float = 10.0
    """How long a worker that says nothing may leave the question unanswered whether it is well."""
    queue: int = 32
    """Most answers that wait for one of those under way to end."""
    queue_s: float = 5.0
    """How long waiting in line counts as a sign of life; then another model may be started beside it."""
    nice: int = 5
    """How far the worker stands behind other processes when processors are short, 0 to 19."""
    memory_limit_bytes: int | None = None
    """Most memory of its own that the worker may take, mapped files aside; None: no limit."""

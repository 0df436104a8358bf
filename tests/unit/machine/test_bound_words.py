"""A refusal names the limit that keeps a model out, and what helps against that one."""

from __future__ import annotations

import pytest

from segue.machine.admission import MACHINE, OWN_LIMIT, Bound
from segue.machine.bound_words import free_words, limit_words, remedy
from segue.machine.needs import Need
from segue.machine.room import Room

GB = 10**9
NEED = Need(GB, GB, GB, 0, 0, 0, 0)


@pytest.mark.parametrize(
    ("bound", "who", "helps"),
    [
        (Bound(MACHINE, 8 * GB, GB // 2, "own", GB // 2), "(machine)", "Close other programs, or take"),
        (Bound(OWN_LIMIT, GB, GB // 2, "resident"), "(resources.memory_limit_bytes)", "Raise resources.memory_limit"),
        (
            Bound(MACHINE, 25 * GB, 22 * GB, "own", 40 * GB),
            "(machine; resources.reserve_bytes leaves 40.0 GB alone)",
            "Lower resources.reserve_bytes (40.0 GB), or take",
        ),
        (
            Bound(MACHINE, 8 * GB, GB, "own", GB // 2),
            "(machine; resources.reserve_bytes leaves 0.50 GB alone)",
            "Lower resources.reserve_bytes (0.50 GB), close other programs, or take",
        ),
        (
            Bound("ulimit -v", GB, GB, "process", GB // 2),
            "0.50 GB of address space",
            "Raise `ulimit -v` (1.0 GB) where",
        ),
        (Bound("control group", GB, 0, "resident"), "(control group)", "Give Segue's control group"),
        (Bound("gpu", GB, 0, "gpu"), "(gpu)", "Lower `gpu_layers`"),
    ],
)
def test_limit_that_binds_is_named_with_what_helps(bound: Bound, who: str, helps: str) -> None:
    """Closing programs does not help against a limit of Segue's own, nor against one of each process."""
    assert who in free_words(bound, 0, GB)
    assert remedy(bound, GB).startswith(helps)


@pytest.mark.parametrize(("source", "counts"), [(OWN_LIMIT, "resident"), ("ulimit -v", "process")])
def test_other_processes_are_not_told_to_give_what_would_not_help(source: str, counts: str) -> None:
    """Within a limit that they do not share nothing that goes would be enough."""
    own = Bound(source, 2 * GB, GB // 2, counts)  # type: ignore[arg-type]  # both are of them
    room = Room((Bound(MACHINE, 25 * GB, 22 * GB, "own"), own))
    assert room.release(NEED) is None
    assert (room.refusing(NEED), room.narrowest) == (own, own)
    assert limit_words(own) == f" within 2.0 GB ({source})"
    assert limit_words(room.bounds[0]) == ""

"""Whoever is told that little is left is told who has the rest."""

from __future__ import annotations

from segue.domain.models import ModelRef
from segue.machine.admission import MACHINE, OWN_LIMIT, Bound, Holding
from segue.machine.needs import Need
from segue.machine.room import Room
from segue.machine.shares import share_words, shares

GB = 10**9
NEED = Need(2 * GB, 2 * GB, 2 * GB, 0, 0, 0, 0)
TALKER = Holding(ModelRef("local", "talker"), NEED, GB, GB // 2)
LIMIT = Bound(OWN_LIMIT, 6 * GB, 4 * GB, "resident", GB // 4)


def test_the_rest_of_a_limit_is_told_with_who_has_it() -> None:
    """Segue itself, each model with all that it may take, and what is left alone: together with what a model may take
    it is the limit. Covers R8.2."""
    room = Room((Bound(MACHINE, 24 * GB, 20 * GB, "own"), LIMIT), (TALKER,))
    told = [(one.who, one.bytes) for one in shares(room)]
    assert told == [("segue", GB), ("local:talker", 2 * GB), ("reserve", GB // 4)]
    assert sum(bytes_ for _, bytes_ in told) + (room.now_bytes or 0) == LIMIT.total_bytes
    assert (
        share_words(room)
        == "The rest: Segue itself 1.0 GB, local:talker 2.0 GB, 0.25 GB left alone (resources.reserve_bytes)."
    )
    assert room.most_bytes == 6 * GB - GB // 4 - GB  # Segue itself never goes
    assert room.without(TALKER.model).now_bytes == room.most_bytes


def test_a_machine_without_models_of_ours_has_no_more_to_tell() -> None:
    """Beside one, and within a container's limit or a shell's, there is."""
    machine, group = (Bound(source, 24 * GB, 20 * GB, "own", GB) for source in (MACHINE, "control group"))
    assert share_words(Room((machine,))) is None
    assert [one.who for one in shares(Room((machine,), (TALKER,)))] == ["others", "local:talker", "reserve"]
    assert share_words(Room((group,))) == (
        "The rest: programs and Segue itself 4.0 GB, 1.0 GB left alone (resources.reserve_bytes)."
    )
    shell = Room((Bound("ulimit -v", GB, GB, "process", GB // 4),), (TALKER,))
    assert share_words(shell) == "The rest: 0.25 GB of addresses that are no memory."

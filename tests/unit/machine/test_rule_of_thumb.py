"""What fits is reckoned on the careful side, and what is unknown stays unknown."""

import pytest

from segue.machine.facts import MachineFacts
from segue.machine.readings import GpuReading
from segue.machine.rule_of_thumb import fits, fits_server, is_tight, largest_billions, largest_file_bytes, needed_bytes

FOUR_GIB = MachineFacts(memory_bytes=2**32, available_bytes=2**32)


@pytest.mark.parametrize(("file_bytes", "measured_bytes"), [(1_117_320_768, 1_873_000_000), (98_362_432, 242_000_000)])
def test_need_is_near_what_was_measured(file_bytes: int, measured_bytes: int) -> None:
    """Two real models took this much through llama.cpp; the rule is within a tenth of both. Covers R8.1."""
    assert needed_bytes(file_bytes) == pytest.approx(measured_bytes, rel=0.1)


def test_largest_file_fits_and_a_larger_one_does_not() -> None:
    """What is named as the largest is the largest."""
    largest = largest_file_bytes(FOUR_GIB)
    assert largest is not None
    assert fits(largest - 10, FOUR_GIB) is True
    assert fits(largest + 10, FOUR_GIB) is False


def test_four_gib_hold_small_models_only() -> None:
    """Seven billion parameters at 4 bits do not fit into 4 GiB, three do."""
    billions = largest_billions(FOUR_GIB)
    assert billions is not None
    assert 3 < billions < 4
    assert is_tight(FOUR_GIB)
    assert not is_tight(MachineFacts(16 * 10**9, 12 * 10**9))


def test_graphics_memory_counts_for_servers_only() -> None:
    """A server loads into it; our own worker does not."""
    machine = MachineFacts(2**32, 2**32, gpus=(GpuReading("H100", 80 * 10**9, 70 * 10**9),))
    assert (fits(40 * 10**9, machine), fits_server(40 * 10**9, machine)) == (False, True)


def test_unknown_memory_is_neither_enough_nor_too_little() -> None:
    """Nothing is said of a machine that does not tell its memory."""
    unknown = MachineFacts()
    assert (fits(1, unknown), largest_billions(unknown), is_tight(unknown)) == (None, None, False)

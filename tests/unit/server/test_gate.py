"""The gate that lets running answers finish."""

import pytest

from segue.errors import Stopping
from segue.server.gate import Gate


def test_closed_gate_lets_nobody_in_and_waits_for_those_inside() -> None:
    """Whoever is inside may finish; whoever comes later is sent elsewhere."""
    gate = Gate()
    with gate:
        gate.close()
        assert not gate.may_end.is_set()
        with pytest.raises(Stopping), gate:
            pass
    assert gate.may_end.is_set()


def test_closing_at_once_waits_for_nobody() -> None:
    """The second signal ends it."""
    gate = Gate()
    with gate:
        gate.close(at_once=True)
        assert gate.may_end.is_set()

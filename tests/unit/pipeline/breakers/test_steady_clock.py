"""A clock that nobody sets, and what others call its moments."""

from dataclasses import dataclass

from segue.pipeline.breakers.steady_clock import SteadyClock

NOON_S = 1_764_000_000.0


@dataclass
class Time:
    """What passes, and what the machine says that it is."""

    passed_s: float = 50.0
    set_by_s: float = NOON_S

    def machine(self) -> float:
        return self.passed_s + self.set_by_s

    def passed(self) -> float:
        return self.passed_s


def test_a_clock_that_is_set_moves_nothing() -> None:
    """However far somebody turns the machine's clock, time goes on as it passes."""
    time = Time()
    clock = SteadyClock(machine=time.machine, passed=time.passed)
    began_s = clock()
    time.passed_s += 3.0
    time.set_by_s -= 7200.0
    assert (began_s, clock() - began_s) == (NOON_S + 50.0, 3.0)
    assert clock() + clock.behind_s() == time.machine()
    time.set_by_s += 86_400.0
    assert clock() + clock.behind_s() == time.machine()


def test_what_others_call_a_moment_stays_the_same_while_nobody_sets_the_clock() -> None:
    """Two clocks that are read one after the other, or drift a little, do not move what was told."""
    time = Time()
    clock = SteadyClock(machine=time.machine, passed=time.passed)
    time.set_by_s += 0.3
    assert clock.behind_s() == 0.0
    time.set_by_s -= 7200.0
    behind_s = clock.behind_s()
    time.set_by_s -= 0.3
    assert clock.behind_s() == behind_s

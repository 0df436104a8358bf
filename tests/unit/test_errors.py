"""Errors as operators read them."""

from segue.domain.models import ModelRef
from segue.errors import AllModelsFailed, KeyRejected, Unreachable

A, B, C = (ModelRef("p", name) for name in "abc")
GENERAL = "`segue doctor` tells more."
ATTEMPTS = (
    Unreachable("No connection.", model=A, hint="Check that it runs."),
    Unreachable("No connection.", model=B, hint="Check that it runs."),
    KeyRejected("It does not take our key.", model=C, hint="Set another."),
)


def test_when_all_failed_each_reason_and_each_hint_is_told_once() -> None:
    """What to do about each attempt stands after the reasons, without repetition, the general hint last."""
    error = AllModelsFailed("No model answered.", ATTEMPTS, hint=GENERAL)
    assert str(error) == (
        "No model answered. p:a: unreachable (No connection); p:b: unreachable (No connection); "
        "p:c: key_rejected (It does not take our key). Check that it runs. Set another. `segue doctor` tells more."
    )


def test_a_part_of_the_failures_has_its_own_hints() -> None:
    """`except*` splits the group: what is left keeps its type and tells what is about itself."""
    part, _ = AllModelsFailed("No model answered.", ATTEMPTS, hint=GENERAL).split(KeyRejected)
    assert isinstance(part, AllModelsFailed)
    assert part.hint == f"Set another. {GENERAL}"

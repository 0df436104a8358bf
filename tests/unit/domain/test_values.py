"""Values that are made often are dataclasses in all but how they are made."""

from dataclasses import dataclass, field, fields, replace

import pytest

from segue.domain.values import made_often


@made_often
@dataclass(frozen=True, slots=True)
class Quick:
    """One of each kind of field."""

    name: str
    secret: str = field(repr=False)
    number: int = 7
    parts: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Plain:
    """The same, as `dataclass` makes it."""

    name: str
    secret: str = field(repr=False)
    number: int = 7
    parts: list[str] = field(default_factory=list)


def test_value_is_made_as_a_dataclass_makes_it() -> None:
    """By place or by name, with what was left out; a list is nobody else's."""
    first, second = Quick("a", "b"), Quick(secret="b", name="a", parts=[])
    assert first == second
    assert first.parts is not second.parts
    assert [getattr(first, each.name) for each in fields(first)] == ["a", "b", 7, []]
    with pytest.raises(TypeError, match="missing 1 required positional argument: 'secret'"):
        Quick("a")  # type: ignore[call-arg]


def test_value_is_shown_copied_and_compared_as_a_dataclass() -> None:
    """What it hides stays hidden."""
    quick, plain = Quick("a", "b", 1), Plain("a", "b", 1)
    assert repr(quick) == repr(plain).replace("Plain", "Quick")
    assert replace(quick, number=2) == Quick("a", "b", 2)
    match quick:
        case Quick("a", "b", number):
            assert number == 1


def test_value_is_frozen_to_the_type_checker_and_costs_nothing_to_freeze() -> None:
    """The comment on the next line would be refused, were it not needed."""
    quick = Quick("a", "b")
    quick.number = 8  # type: ignore[misc] # a fault, which mypy finds
    assert not hasattr(quick, "__dict__")
    assert "__setattr__" not in vars(Quick)

"""Values that are made often are dataclasses in all but how they are made."""

from dataclasses import dataclass, field, fields, replace

import pytest

from segue.domain.values import changed, made_often


@made_often
@dataclass(frozen=True, slots=True)
class Quick:
    """One of each kind of field."""

    name: str
    secret: str = field(repr=False)
    number: int = 7
    parts: list[str] = field(default_factory=list)

    def loud(self) -> str:
        """A method of its own."""
        return self.name.upper()


@dataclass(frozen=True, slots=True)
class Plain:
    """The same, as `dataclass` makes it."""

    name: str
    secret: str = field(repr=False)
    number: int = 7
    parts: list[str] = field(default_factory=list)


@made_often
@dataclass(frozen=True, slots=True, order=True)
class Placed:
    """What can be a key, and has an order."""

    row: str
    place: int
    note: str = field(default="", compare=False)


@made_often
@dataclass(slots=True)
class Growing:
    """What changes while it lives."""

    parts: int = 0


def test_value_is_made_as_a_dataclass_makes_it() -> None:
    """By place or by name, with what was left out; a list is nobody else's."""
    first, second = Quick("a", "b"), Quick(secret="b", name="a", parts=[])
    assert first == second
    assert first.parts is not second.parts
    assert [getattr(first, each.name) for each in fields(first)] == ["a", "b", 7, []]
    assert first.loud() == "A"
    assert Quick.__doc__ == "One of each kind of field."
    with pytest.raises(TypeError, match="secret"):
        Quick("a")  # type: ignore[call-arg]


def test_value_is_shown_copied_and_compared_as_a_dataclass() -> None:
    """What it hides stays hidden."""
    quick, plain = Quick("a", "b", 1), Plain("a", "b", 1)
    assert repr(quick) == repr(plain).replace("Plain", "Quick")
    assert replace(quick, number=2) == changed(quick, number=2) == Quick("a", "b", 2)
    match quick:
        case Quick("a", "b", number):
            assert number == 1


def test_value_is_a_key_and_has_an_order_where_its_dataclass_has() -> None:
    """A field that is not compared tells no two of them apart."""
    assert {Placed("a", 1, "x"): 1}[Placed("a", 1, "y")] == 1
    assert Placed("a", 1, "x") == Placed("a", 1, "y")
    assert sorted((Placed("b", 1), Placed("a", 2))) == [Placed("a", 2), Placed("b", 1)]
    assert not Placed("a", 1, "x") < Placed("a", 1, "y")


def test_value_that_is_frozen_refuses_to_change_and_another_does_not() -> None:
    """As its dataclass would."""
    quick, growing = Quick("a", "b"), Growing()
    with pytest.raises(AttributeError):
        quick.number = 8  # type: ignore[misc]
    growing.parts += 1
    assert growing == Growing(1)
    assert not hasattr(quick, "__dict__")
    with pytest.raises(TypeError, match="unhashable"):
        hash(growing)

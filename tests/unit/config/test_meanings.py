"""What each setting means, read out of the source."""

from typing import Annotated

from pydantic import BaseModel, Field

from segue.config.meanings import meanings
from segue.config.settings import ServerSettings, Settings


class Shape(BaseModel):
    sides: int = 3
    """How many sides it has:
    three at least."""
    colour: Annotated[str, Field(description="As people call it.")] = "red"
    """The field's own description comes first."""
    size: int = 1


class Square(Shape):
    sides: int = 4
    size: int = 2
    """How long a side is."""


def test_words_beneath_a_field_are_its_meaning() -> None:
    """A description of the field's own goes before, and a field without any has none."""
    assert meanings(Shape) == {
        "sides": "How many sides it has:\nthree at least.",
        "colour": "As people call it.",
        "size": "",
    }


def test_a_field_that_is_only_changed_means_what_it_meant() -> None:
    """Another default needs no words of its own."""
    assert meanings(Square) == {**meanings(Shape), "size": "How long a side is."}


def test_every_value_of_the_settings_has_a_meaning() -> None:
    """Sections say theirs themselves."""
    assert all(meanings(ServerSettings).values())
    unsaid = {name for name, words in meanings(Settings).items() if not words}
    assert {name for name in unsaid if not isinstance(Settings.model_fields[name].annotation, type)} == set()

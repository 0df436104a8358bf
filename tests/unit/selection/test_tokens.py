"""How many tokens a request takes, on the high side."""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.chat import ImagePart, Message, ResponseFormat, Role, TextPart, Tool
from segue.selection.tokens import IMAGE_TOKENS, input_tokens, text_tokens

PLAIN = ResponseFormat()


def test_english_is_counted_above_four_characters_a_token() -> None:
    """English text is estimated at more tokens than the usual four characters each."""
    text = "The lighthouse keeper looked out over the sea."

    assert text_tokens(text) > len(text) / 4


@given(st.text(), st.text())
def test_a_longer_text_never_takes_fewer_tokens(text: str, more: str) -> None:
    """Adding words to a conversation never makes it look shorter."""
    assert text_tokens(text + more) >= text_tokens(text) - 1e-6


def test_scripts_beyond_ascii_take_more_tokens_a_character() -> None:
    """Japanese is estimated at more tokens a character than English."""
    assert text_tokens("今日は") / 3 > text_tokens("abc") / 3


def test_a_picture_counts_a_stated_number() -> None:
    """A picture is never free."""
    bare = input_tokens([Message(Role.USER, (TextPart("Look"),))], (), PLAIN)
    pictured = input_tokens([Message(Role.USER, (TextPart("Look"), ImagePart("data:,")))], (), PLAIN)

    assert pictured - bare == IMAGE_TOKENS


def test_tools_and_schemas_count_by_their_json() -> None:
    """What the model is told of tools and of the answer's form takes room as well, read-only mappings too."""
    messages = [Message(Role.USER, "Roll")]
    schema = MappingProxyType({"type": "object", "properties": MappingProxyType({"sides": {"type": "integer"}})})

    bare = input_tokens(messages, (), PLAIN)

    assert input_tokens(messages, (Tool("roll", "Roll a die", schema),), PLAIN) > bare + 15
    assert input_tokens(messages, (), ResponseFormat("json_schema", "roll", schema)) > bare + 15


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("I don't know what to do with my life, and it is getting late.", 17),
        ("Der Leuchtturmwärter blickte über das Meer und fragte sich, ob der Sturm noch kommen würde.", 38),
        ("No sé qué hacer con mi vida y se está haciendo tarde.", 22),
        ("灯塔看守人望着大海，想知道暴风雨是否会在天黑之前到来。我不知道该怎么办。", 70),
        ("😢😭💔🌧️", 13),
    ],
)
def test_no_text_is_estimated_below_what_a_small_vocabulary_takes(text: str, taken: int) -> None:
    """The estimate stands above the tokens that the demonstration model's own tokenizer makes of a text."""
    assert text_tokens(text) >= taken

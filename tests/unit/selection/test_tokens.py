"""How many tokens a request takes, on the high side."""

from types import MappingProxyType

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

    assert input_tokens(messages, (Tool("roll", "Roll a die", schema),), PLAIN) > bare + 20
    assert input_tokens(messages, (), ResponseFormat("json_schema", "roll", schema)) > bare + 20

"""What is said, and how little of it shows."""

from segue.domain.chat import ChatRequest, ImagePart, Message, Role, TextDelta, TextPart, ToolCall, ToolCallDelta, Usage

SECRET = "the-words-of-somebody"


def test_the_words_of_a_message_are_its_texts_in_order() -> None:
    """Parts are read as one text, and pictures count for nothing in it."""
    message = Message(Role.USER, (TextPart("One"), ImagePart("data:,"), TextPart("two")))

    assert message.text == "One\ntwo"
    assert message.images == (ImagePart("data:,"),)


def test_a_message_without_words_has_an_empty_text() -> None:
    """A message that only calls a tool is no special case for its readers."""
    assert (Message(Role.ASSISTANT).text, Message(Role.ASSISTANT).images) == ("", ())
    assert Message(Role.USER, "Hi").images == ()


def test_the_last_words_of_the_person_are_found_behind_later_messages() -> None:
    """What the person said last is found, whoever spoke after them."""
    messages = (Message(Role.USER, "first"), Message(Role.USER, "second"), Message(Role.ASSISTANT, "answer"))

    assert ChatRequest(messages).last_user_text == "second"
    assert ChatRequest(()).last_user_text == ""


def test_no_repr_shows_what_was_said() -> None:
    """Whatever ends up in a log by its repr, no word of the talk is in it."""
    request = ChatRequest(
        (
            Message(Role.USER, (TextPart(SECRET), ImagePart(f"data:,{SECRET}"))),
            Message(Role.ASSISTANT, SECRET, tool_calls=(ToolCall("1", "roll", SECRET),)),
        ),
        extra={"note": SECRET},
        persona=SECRET,
    )

    shown = repr((request, TextDelta(SECRET), ToolCallDelta(0, arguments=SECRET)))

    assert SECRET not in shown


def test_tokens_of_a_call_add_up() -> None:
    """Input and output together are the total that providers report."""
    assert Usage(100, 41, cached_input_tokens=50).total_tokens == 141

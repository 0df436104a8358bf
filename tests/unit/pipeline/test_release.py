"""An answer on its way to the person: words, tool calls, and harmful sentences split over them."""

from collections.abc import AsyncIterator, Sequence

import pytest

from segue.domain.chat import Finished, ProviderPiece, TextDelta, ToolCallDelta
from segue.pipeline.release import Shown, Stopped, released
from segue.pipeline.screening import screen_json
from segue.pipeline.streaming import StreamGuard
from segue.safety.policy import TherapeuticSafetyValidator

VALIDATOR = TherapeuticSafetyValidator()
END = Finished("stop")


async def shown(pieces: Sequence[ProviderPiece], *, last_line: str = "") -> list[Shown]:
    async def coming() -> AsyncIterator[ProviderPiece]:
        for piece in pieces:
            yield piece

    guard = StreamGuard(VALIDATOR.screen_output, hold_back_chars=VALIDATOR.span_chars)
    screen_call = lambda text: screen_json(VALIDATOR, text, language=None)  # noqa: E731 - one line says it
    return [piece async for piece in released(coming(), guard, screen_call, last_line=last_line)]


def call(index: int, arguments: str, *, id: str | None = None, name: str | None = "note") -> ToolCallDelta:  # noqa: A002 - the field's name
    return ToolCallDelta(index=index, id=id or f"call_{index}", name=name, arguments=arguments)


async def test_words_calls_and_the_end_come_in_this_order() -> None:
    """A call is shown whole, after the words and before the end."""
    parts: list[ProviderPiece] = [
        TextDelta("One moment."),
        call(0, '{"a": '),
        ToolCallDelta(index=0, arguments="1}"),
        END,
    ]
    assert await shown(parts, last_line="How are you?") == [TextDelta("One moment."), call(0, '{"a": 1}'), END]


async def test_an_answer_in_words_ends_with_the_last_line() -> None:
    """The check-in follows what was said."""
    assert await shown([TextDelta("Hello."), END], last_line="How are you?") == [
        TextDelta("Hello."),
        TextDelta("\n\nHow are you?"),
        END,
    ]


@pytest.mark.parametrize(
    "pieces",
    [
        [call(0, '{"text": "kill yourself"}')],
        [call(0, "{}", id="kill yourself")],
        [call(0, "{}", name="kill_yourself")],
        [call(0, '{"a": "kill", "b": "yourself"}')],
        [call(0, '{"a": ["kill", "yourself"]}')],
        [call(0, '{"a": "kill"}'), call(1, '{"a": "yourself"}')],
        [TextDelta("Honestly, you should kill"), call(0, '{"a": "yourself"}')],
        [call(0, '{"a": "k\\u0069ll\\ud800 yourself"}')],
    ],
)
async def test_a_harmful_sentence_in_or_across_calls_stops_the_answer(pieces: list[ProviderPiece]) -> None:
    """Neither fields, calls nor words before them hide what is said."""
    ended = await shown([*pieces, END])
    assert isinstance(ended[-1], Stopped)
    assert not any(isinstance(piece, ToolCallDelta) for piece in ended)


async def test_a_harmful_sentence_in_words_stops_the_answer() -> None:
    """Nothing follows a stop."""
    ended = await shown([TextDelta("You should kill yourself."), call(0, "{}"), END])
    assert [type(piece) for piece in ended] == [Stopped]


async def test_a_warning_in_words_does_not_stop_a_call() -> None:
    """What was said and passed is read with a call and judged with its own surroundings."""
    ended = await shown([TextDelta("Please don't kill yourself. " + "I am here. " * 24), call(0, '{"a": "help"}'), END])
    assert ended[-1] == END

"""An answer on its way to the person: words, tool calls, and harmful sentences split over them."""

from collections.abc import Sequence

import pytest

from segue.domain.chat import AnswerPiece, Finished, TextDelta, ToolCallDelta
from segue.pipeline.release.release import Release, Shown, Stopped
from segue.pipeline.release.seam import Seam
from segue.pipeline.release.streaming import StreamGuard
from segue.pipeline.screening.screening import screen_json
from segue.safety.policy import TherapeuticSafetyValidator

VALIDATOR = TherapeuticSafetyValidator()
END = Finished("stop")


def release(*, last_line: str = "") -> Release:
    guard = StreamGuard(VALIDATOR.screen_output, hold_back_chars=VALIDATOR.span_chars)
    return Release(guard, lambda text: screen_json(VALIDATOR, text, language=None), last_line=last_line)


def shown(pieces: Sequence[AnswerPiece], *, last_line: str = "") -> list[Shown]:
    taking, out = release(last_line=last_line), list[Shown]()
    for piece in pieces:
        out += taking.take(piece)
        if out and isinstance(out[-1], Stopped):
            break
    return out


def call(index: int, arguments: str, *, id: str | None = None, name: str | None = "note") -> ToolCallDelta:  # noqa: A002 - the field's name
    return ToolCallDelta(index=index, id=id or f"call_{index}", name=name, arguments=arguments)


def test_words_calls_and_the_end_come_in_this_order() -> None:
    """A call is shown whole, after the words and before the end."""
    parts: list[AnswerPiece] = [
        TextDelta("One moment."),
        call(0, '{"a": '),
        ToolCallDelta(index=0, arguments="1}"),
        END,
    ]
    assert shown(parts, last_line="How are you?") == [TextDelta("One moment."), call(0, '{"a": 1}'), END]


def test_an_answer_in_words_ends_with_the_last_line() -> None:
    """The check-in follows what was said."""
    assert shown([TextDelta("Hello."), END], last_line="How are you?") == [
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
def test_a_harmful_sentence_in_or_across_calls_stops_the_answer(pieces: list[AnswerPiece]) -> None:
    """Neither fields, calls nor words before them hide what is said."""
    ended = shown([*pieces, END])
    assert isinstance(ended[-1], Stopped)
    assert not any(isinstance(piece, ToolCallDelta) for piece in ended)


def test_a_harmful_sentence_in_words_stops_the_answer() -> None:
    """Nothing follows a stop."""
    ended = shown([TextDelta("You should kill yourself."), call(0, "{}"), END])
    assert [type(piece) for piece in ended] == [Stopped]


def test_a_warning_in_words_does_not_stop_a_call() -> None:
    """What was said and passed is read with a call and judged with its own surroundings."""
    ended = shown([TextDelta("Please don't kill yourself. " + "I am here. " * 24), call(0, '{"a": "help"}'), END])
    assert ended[-1] == END


LINES = "The lamp went out. She lit it again. It stayed. "


def test_what_broke_off_is_cut_back_to_a_whole_sentence_and_goes_on() -> None:
    """Words that were shown stay; of those that waited, whole sentences do, and the rest is said anew. Covers R5.2."""
    taking = release()
    out = list(taking.take(TextDelta(LINES * 6 + "The lamp we")))
    said = taking.break_off()
    taking.go_on(Seam(said, from_anywhere=True))
    out += taking.take(TextDelta("The lamp was gone."))
    out += taking.take(END)
    assert said == LINES * 6
    assert "".join(piece.text for piece in out if isinstance(piece, TextDelta)) == f"{LINES * 6}The lamp was gone."


def test_calls_under_way_are_made_anew() -> None:
    """Half a call of one model is never joined with half a call of another. Covers R5.2."""
    taking = release()
    out = list(taking.take(TextDelta(LINES * 6)))
    out += taking.take(call(0, '{"a": '))
    taking.go_on(Seam(taking.break_off(), from_anywhere=True))
    out += taking.take(call(0, '{"a": 2}', id="call_new"))
    out += taking.take(END)
    assert [piece for piece in out if isinstance(piece, ToolCallDelta)] == [call(0, '{"a": 2}', id="call_new")]


def test_a_harmful_sentence_over_the_seam_stops_the_answer() -> None:
    """Two models cannot say together what neither may say. Covers R5.2."""
    taking = release()
    out = list(taking.take(TextDelta(LINES * 6 + "Honestly, you should kill ")))
    taking.go_on(Seam(taking.break_off(), from_anywhere=True))
    for piece in (TextDelta("you should kill yourself now, nobody would mind it."), END):
        out += taking.take(piece)
    assert isinstance(out[-1], Stopped)
    assert not any("kill" in piece.text for piece in out if isinstance(piece, TextDelta))

"""Laws of the stream's guard that hold for every answer, however it is cut into pieces, under the real rules."""

from collections.abc import Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from segue.domain.findings import Action
from segue.domain.models import SafetyLevel
from segue.pipeline.release.streaming import StreamGuard
from segue.safety.policy import TherapeuticSafetyValidator

VALIDATOR = TherapeuticSafetyValidator()
HOLD_BACK = VALIDATOR.span_chars
SCRAPS = (
    "you should ", "just ", "kill yourself", "k1ll yourself", "kill ", "yourself", "don't ", "never ", " ", "\n\n",
    "the world would be better off without you", "better off ", "without you", "go and ", "it may feel like ", ". ",
    "you ", "deserve to die", "k i l l ", "\u200b", "é", "ß", "laughing", "-", "self", "KYS", "some slack ", "ﬁ", "  ",
    "A quiet evening by the lake, and the wind goes through the trees. ", "cut yourself ", "x" * 70 + " ",
    "**", "... ", "<b>", "</b>", "<span style='color:red'>", "&nbsp;", "%20", "“", "🙂", " -- ", "`", "\n\n\n\n", "*",
    "kill<br/>" + "<br/>" * 30 + "yourself", "kill" + "." * 90 + "yourself", "**kill** *yourself*", "<!-- ", "-->",
    "k\\u0069ll yourself", "\\u006b", "\\", "&#107;", "u00", "<", ">", "\\n",
)  # fmt: skip

answers = st.lists(st.one_of(st.sampled_from(SCRAPS), st.text(max_size=8)), max_size=25).map("".join)
cuts = st.lists(st.integers(1, 60), min_size=1, max_size=12)


def pieces_of(text: str, sizes: Sequence[int]) -> list[str]:
    pieces, place, turn = [], 0, 0
    while place < len(text):
        size = sizes[turn % len(sizes)]
        pieces.append(text[place : place + size])
        place, turn = place + size, turn + 1
    return pieces


@given(answers, cuts, st.booleans())
@settings(max_examples=300)
def test_released_and_held_are_what_was_received_until_it_stops(text: str, sizes: list[int], whole: bool) -> None:
    """Nothing is lost, doubled or changed on the way through the guard."""
    guard = StreamGuard(VALIDATOR.screen_output, hold_back_chars=HOLD_BACK, hold_whole=whole)
    received = released = ""
    for piece in pieces_of(text, sizes):
        received += piece
        released += guard.feed(piece).text
        assert received.startswith(released)
        assert guard.is_stopped or len(released) + len(guard.held) == len(received)
    released += guard.finish().text
    assert guard.is_stopped or released == text


@given(answers, cuts)
@settings(max_examples=500)
@example("x" * 119 + " you should kill yourself" + " y" * 200, [7])
@example("calm " * 30 + "kill" + "<br/>" * 60 + "yourself" + " y" * 200, [7])
@example(
    "calm " * 30 + "you should **kill**" + "\n" * 90 + "<span style='" + "x" * 150 + "'>*yourself*" + " y" * 90, [9]
)
@example("You should never ever kill yourself" + " y" * 200, [3])
def test_the_verdict_does_not_depend_on_how_the_answer_is_cut(text: str, sizes: list[int]) -> None:
    """A stream is stopped exactly when the whole answer would be, and before what must not be shown."""
    whole = VALIDATOR.screen_output(text)
    guard = StreamGuard(VALIDATOR.screen_output, hold_back_chars=HOLD_BACK)
    released = "".join(guard.feed(piece).text for piece in pieces_of(text, sizes)) + guard.finish().text
    assert guard.verdict.action is whole.action
    if whole.action is Action.STOP:
        grave = [f.start for f in whole.findings if f.level.rank >= SafetyLevel.HIGH.rank]
        assert all(len(released) <= start for start in grave)

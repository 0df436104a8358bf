"""What is shown of an answer that is released sentence by sentence."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from segue.domain.chat import Finished, TextDelta
from segue.domain.findings import CLEAR, Action, Category, Finding, Verdict
from segue.domain.models import SafetyLevel
from segue.pipeline.release.release import Release
from segue.pipeline.release.seam import Seam
from segue.pipeline.release.sentence_guard import SentenceGuard
from segue.pipeline.release.sentences import LONGEST_CHARS, complete_sentences
from segue.pipeline.release.streaming import StreamGuard
from segue.safety.policy import TherapeuticSafetyValidator
from tests.support.harm import CALM, harmful_answer
from tests.unit.pipeline.release.test_streaming_laws import SCRAPS, pieces_of

VALIDATOR = TherapeuticSafetyValidator()
HOLD_BACK = VALIDATOR.span_chars
STORY = "The lamp went out. She lit it again, and it stayed. " * 9
ENDLESS = "and the river went on and the boats went with it, " * 20


def guard() -> SentenceGuard:
    return SentenceGuard(VALIDATOR.screen_output, hold_back_chars=HOLD_BACK)


def shown(answer: StreamGuard, pieces: Sequence[str]) -> str:
    return "".join([answer.feed(piece).text for piece in pieces])


def test_only_whole_sentences_are_shown_while_the_answer_comes() -> None:
    """A sentence appears at once, and when words behind it have been read."""
    answer = guard()
    steps = [answer.feed(char).text for char in STORY]
    assert all(complete_sentences(f"{step}X") == len(step) for step in steps if step)
    assert sum(1 for step in steps if step) >= 4
    assert "".join(steps) + answer.finish().text == STORY


def test_as_many_sentences_wait_as_a_finding_may_begin_in() -> None:
    """Harm that begins in one sentence and ends in the next is not shown by half."""
    answer = guard()
    text = shown(answer, [STORY])
    assert HOLD_BACK <= len(answer.held) < HOLD_BACK + 2 * 60
    assert text + answer.held == STORY


def test_harm_over_two_sentences_shows_neither() -> None:
    """A finding that runs over a full stop takes both sentences with it."""

    def screen(text: str) -> Verdict:
        start = text.find("Take it.")
        end = text.find("All of it.", max(0, start)) + 10
        if start < 0 or end < 10:
            return CLEAR
        finding = Finding("toy", Category.METHOD, SafetyLevel.HIGH, "toy", start, end)
        return Verdict(SafetyLevel.HIGH, Action.STOP, (finding,))

    answer = SentenceGuard(screen, hold_back_chars=HOLD_BACK)
    text = shown(answer, [*STORY, *"Listen now. Take it. The moon is pale tonight. All of it. ", *STORY])
    assert answer.is_stopped
    assert f"{STORY}Listen now. ".startswith(text)


def test_an_endless_sentence_is_shown_as_it_is_read() -> None:
    """Nobody waits for a full stop that does not come; what is shown ends with a word."""
    answer = guard()
    text = shown(answer, [*ENDLESS])
    assert len(ENDLESS) - len(text) <= LONGEST_CHARS + HOLD_BACK // 2
    assert text.endswith(" ")
    assert text + answer.finish().text == ENDLESS


def test_harm_in_an_endless_sentence_is_not_shown() -> None:
    """At its length it is read whole, and where it is harmful nothing of the harm was shown."""
    answer = guard()
    text = shown(answer, [*ENDLESS, *"you should kill yourself, ", *ENDLESS])
    assert answer.is_stopped
    assert ENDLESS.startswith(text)


def test_the_check_reads_at_most_once_a_step() -> None:
    """Many small pieces, or many short sentences, cost no more than few long ones."""
    calls: list[int] = []

    def counting(text: str) -> Verdict:
        calls.append(len(text))
        return CLEAR

    answer = SentenceGuard(counting, hold_back_chars=HOLD_BACK)
    shown(answer, [*("Yes. No. " * 200)])
    answer.finish()
    assert len(calls) <= 1800 / (HOLD_BACK // 2)


def test_a_screen_that_fails_stops_the_answer() -> None:
    """A check that cannot answer has found something."""

    def broken(text: str) -> Verdict:
        raise RuntimeError(f"{len(text)} characters")

    answer = SentenceGuard(broken, hold_back_chars=HOLD_BACK)
    released = answer.feed(STORY)
    assert released.stopped is not None
    assert (released.text, answer.held, answer.finish().text) == ("", "", "")


def test_an_answer_that_broke_off_goes_on_after_its_last_whole_sentence() -> None:
    """Half a sentence that waited is given up, and the next model says it anew. Covers R5.2."""
    taking = Release(guard(), VALIDATOR.screen_output)
    out = list(taking.take(TextDelta(STORY + "The lamp we")))
    said = taking.break_off()
    taking.go_on(Seam(said, from_anywhere=True))
    out += taking.take(TextDelta("The wind slept."))
    out += taking.take(Finished("stop"))
    assert said == STORY
    assert "".join(piece.text for piece in out if isinstance(piece, TextDelta)) == f"{STORY}The wind slept."


def test_an_answer_that_broke_off_within_its_next_sentence_goes_on_after_what_was_shown() -> None:
    """With no whole sentence waiting, the next model goes on behind the last one that was shown. Covers R5.2."""
    long = "She lit it again and put it where the wind could not reach it and where everybody who came up saw it and "
    taking = Release(guard(), VALIDATOR.screen_output)
    first = list(taking.take(TextDelta(f"The lamp went out. {long}{long}")))
    assert (first, taking.break_off()) == ([TextDelta("The lamp went out. ")], "The lamp went out. ")


def test_what_was_given_up_does_not_excuse_what_another_model_says() -> None:
    """A warning that was never shown takes nothing back. Covers R5.2."""
    taking = Release(guard(), VALIDATOR.screen_output)
    list(taking.take(TextDelta(STORY + "Please do not ")))
    taking.go_on(Seam(taking.break_off(), from_anywhere=True))
    out = [*taking.take(TextDelta("kill yourself then, as I said.")), *taking.take(Finished("stop"))]
    assert taking.is_over
    assert "kill" not in "".join(piece.text for piece in out if isinstance(piece, TextDelta))


sentences = st.lists(st.one_of(st.sampled_from(SCRAPS), st.sampled_from(CALM), st.text(max_size=8)), max_size=25)
answers = sentences.map(" ".join)
cuts = st.lists(st.integers(1, 80), min_size=1, max_size=12)


@given(answers, cuts, cuts)
@settings(max_examples=300)
def test_what_is_shown_does_not_depend_on_how_the_answer_is_cut(text: str, sizes: list[int], others: list[int]) -> None:
    """Any split gives the same words and the same verdict; nothing is lost, doubled or changed."""
    one, other = guard(), guard()
    received = released = ""
    for piece in pieces_of(text, sizes):
        received += piece
        released += one.feed(piece).text
        assert received.startswith(released)
        assert one.is_stopped or released + one.held == received
    released += one.finish().text
    assert released == shown(other, pieces_of(text, others)) + other.finish().text
    assert one.verdict == other.verdict
    assert one.is_stopped or released == text


@given(answers, cuts)
@settings(max_examples=300)
def test_the_verdict_is_that_of_the_whole_answer(text: str, sizes: list[int]) -> None:
    """A stream is stopped exactly when the whole answer would be, and before what must not be shown."""
    whole, answer = VALIDATOR.screen_output(text), guard()
    released = shown(answer, pieces_of(text, sizes)) + answer.finish().text
    assert answer.verdict.action is whole.action
    if whole.action is Action.STOP:
        grave = [f.start for f in whole.findings if f.level.rank >= SafetyLevel.HIGH.rank]
        assert all(len(released) <= start for start in grave)


@given(st.integers(0, 10_000))
@settings(max_examples=300)
def test_no_character_of_a_harmful_sentence_is_shown(number: int) -> None:
    """Wherever it stands, and however it comes, what was shown ends before it."""
    said, answer = harmful_answer(number), guard()
    released = shown(answer, said.pieces()) + answer.finish().text
    assert answer.is_stopped
    assert len(released) <= said.harm_start

"""What a streamed answer's guard lets through, holds and stops."""

import re
from collections.abc import Iterable

import pytest

from segue.domain.findings import CLEAR, Action, Category, Finding, Verdict
from segue.domain.models import SafetyLevel
from segue.pipeline.release.streaming import StreamGuard


def screen(text: str) -> Verdict:
    """Stops at `forbidden`, notes `careful`."""
    levels = {"forbidden": SafetyLevel.HIGH, "careful": SafetyLevel.LOW}
    findings = tuple(
        Finding("toy", Category.METHOD, levels[m.group()], "toy", m.start(), m.end())
        for m in re.finditer(r"\b(?:forbidden|careful)\b", text)
    )
    if not findings:
        return CLEAR
    level = max((finding.level for finding in findings), key=lambda level: level.rank)
    return Verdict(level, Action.STOP if level is SafetyLevel.HIGH else Action.PASS, findings)


def guard(*, hold_back_chars: int = 20, hold_whole: bool = False) -> StreamGuard:
    return StreamGuard(screen, hold_back_chars=hold_back_chars, hold_whole=hold_whole, context_chars=5)


def shown(answer: StreamGuard, pieces: Iterable[str]) -> str:
    return "".join(answer.feed(piece).text for piece in pieces)


def test_a_clean_answer_is_released_exactly_once_byte_for_byte() -> None:
    """Line breaks, tabs and double spaces arrive as the model wrote them."""
    text = "  One\n\n\ttwo  three\r\n" * 9
    answer = guard()
    assert shown(answer, text) + answer.finish().text == text
    assert answer.verdict == CLEAR


def test_words_are_shown_while_the_answer_still_comes() -> None:
    """Somebody who reads along waits for the hold-back and no longer."""
    answer = guard()
    assert shown(answer, "word " * 20) == ("word " * 20)[: 100 - len(answer.held)]
    assert 20 <= len(answer.held) <= 30


def test_nothing_is_released_before_a_check_has_read_past_it() -> None:
    """The first words of an answer wait until the check can see what follows them."""
    answer = guard()
    assert answer.feed("x" * 20).text == ""
    assert answer.feed("y").text == "x"


def test_a_forbidden_word_stops_the_answer_and_what_was_shown_stays() -> None:
    """Not one letter of what must not be shown is shown, and nothing after it."""
    answer = guard()
    before = "a" * 38 + " "
    text = shown(answer, [*before, *"forbidden", *" and much more text after it"])
    assert answer.is_stopped
    assert before.startswith(text)
    assert (answer.feed("more").text, answer.finish().text, len(answer.held)) == ("", "", 0)


def test_a_finding_has_its_place_in_the_whole_answer() -> None:
    """A report can name the characters of the answer that stopped it."""
    answer = guard()
    shown(answer, ["fine words " * 10, "forbidden", " and more text"])
    assert [(f.start, f.end) for f in answer.verdict.findings] == [(110, 119)]


def test_a_word_that_only_begins_like_a_forbidden_one_passes() -> None:
    """A word cut by the border of two pieces is judged when all of it is there."""
    answer = guard()
    text = "something forbidden" + "ness and so on and on and on"
    assert shown(answer, [text[:19], text[19:]]) + answer.finish().text == text


def test_a_mild_finding_is_remembered_and_the_answer_goes_on() -> None:
    """What does not stop an answer still stands in its verdict."""
    answer = guard()
    text = "please be careful with this, it is hot, very hot"
    assert shown(answer, text) + answer.finish().text == text
    assert (answer.verdict.level, answer.is_stopped) == (SafetyLevel.LOW, False)


def test_an_answer_held_whole_is_shown_at_its_end_or_not_at_all() -> None:
    """While screening is degraded, therapeutic answers are read to their end before a word is shown."""
    clean, stopped = guard(hold_whole=True), guard(hold_whole=True)
    assert shown(clean, "quite harmless " * 30) == ""
    assert clean.finish().text == "quite harmless " * 30
    assert shown(stopped, "quite harmless " * 30 + "forbidden") == ""
    ended = stopped.finish()
    assert (ended.text, ended.stopped) == ("", stopped.verdict)


def test_a_screen_that_fails_stops_the_answer() -> None:
    """A check that cannot answer has found something: the stream fails closed."""

    def broken(text: str) -> Verdict:
        raise RuntimeError(f"{len(text)} characters")

    answer = StreamGuard(broken, hold_back_chars=10)
    released = answer.feed("a long enough piece of text")
    assert released.text == ""
    assert released.stopped is not None
    assert [f.category for f in released.stopped.findings] == [Category.SCREENING_FAILED]


def test_a_stop_that_names_no_place_stops_at_once() -> None:
    """A check that can only say "no" is obeyed."""
    refusal = Verdict(SafetyLevel.HIGH, Action.STOP)
    answer = StreamGuard(lambda _: refusal, hold_back_chars=10)
    assert answer.feed("x" * 30).stopped == refusal


def test_the_check_does_not_run_on_every_small_piece() -> None:
    """Screening costs processor time a step, not a token."""
    calls: list[int] = []

    def counting(text: str) -> Verdict:
        calls.append(len(text))
        return CLEAR

    answer = StreamGuard(counting, hold_back_chars=100)
    shown(answer, "x" * 1000)
    answer.finish()
    assert len(calls) <= 1000 / 50


def test_an_empty_answer_ends_quietly() -> None:
    """No words, no trouble."""
    answer = guard()
    assert (answer.feed("").text, answer.finish().text, answer.is_stopped) == ("", "", False)


def test_a_piece_after_the_end_is_a_mistake_that_is_told() -> None:
    """One guard, one answer."""
    answer = guard()
    answer.finish()
    with pytest.raises(RuntimeError, match="after finish"):
        answer.feed("more")


def test_what_is_released_does_not_show_in_a_repr() -> None:
    """Words of an answer never reach a log by way of a repr."""
    assert "harmless" not in repr(guard(hold_back_chars=1).feed("quite harmless"))


def times_read(text: str) -> float:
    """How often a guard has each character of an answer read, on average."""
    read: list[int] = []

    def reading(window: str) -> Verdict:
        read.append(len(window))
        return CLEAR

    answer = StreamGuard(reading, hold_back_chars=120)
    assert shown(answer, text) + answer.finish().text == text
    return sum(read) / len(text)


def test_markup_is_read_no_more_often_than_prose() -> None:
    """Where much more is held, because a run of signs counts as one, more is waited for before it is read again."""
    assert times_read("**a** " * 200) <= times_read("a lamp " * 170)

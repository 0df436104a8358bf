"""What a person said before their newest words: read within bounds, remembered without the words."""

from __future__ import annotations

import gc
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.chat import Message, Role
from segue.domain.findings import Category, Finding
from segue.domain.models import SafetyLevel
from segue.safety.hearing import (
    EACH_CHARS,
    FAR_CHARS,
    KNOWN_MESSAGES,
    MOST_FINDINGS,
    NEAR_CHARS,
    NEAR_MESSAGES,
    WEIGHED_MESSAGES,
    EarlierWords,
    heard,
)


class Finder:
    """Rules that find every "danger", and count what they read."""

    def __init__(self) -> None:
        self.chars = 0
        self.texts: list[str] = []

    def __call__(self, text: str, language: str | None) -> Sequence[Finding]:
        self.chars += len(text)
        self.texts.append(text)
        return [
            Finding("crisis", Category.SUICIDE, SafetyLevel.HIGH, f"danger.{language}", at, at + 6)
            for at in range(len(text))
            if text.startswith("danger", at)
        ]


def read(words: EarlierWords, texts: Sequence[str], language: str | None = "en") -> list[str]:
    """Texts in which something is known to have been found, newest first."""
    for _ in words.steps(texts, language):
        pass
    return [text for text, found in words.known(texts, language) if found]


@pytest.mark.parametrize("place", [0, 19, 20, 60, 139])
def test_a_danger_is_found_however_long_ago_it_was_said(place: int) -> None:
    """At either end of a long conversation and in its middle, at the first request that has it all."""
    texts = [f"{n}. We walked along the river until it was dark, and said nothing." for n in range(140)]
    texts[place] = "danger"
    assert read(EarlierWords(Finder()), texts) == ["danger"]


def test_a_long_message_is_read_whole_where_the_bounds_allow_it() -> None:
    """What stands at the beginning of a message of some pages is not lost when it is not the newest any more."""
    assert len(read(EarlierWords(Finder()), [f"danger {'calm ' * 2_000}"])) == 1


@given(st.lists(st.integers(0, 20_000), max_size=60))
def test_a_request_makes_us_read_no_more_than_the_bounds(lengths: list[int]) -> None:
    """Whatever is sent: both bounds together, and nothing twice."""
    finder = Finder()
    words, texts = EarlierWords(finder), [f"{n}{'x' * length}" for n, length in enumerate(lengths)]
    read(words, texts)
    assert finder.chars <= NEAR_CHARS + FAR_CHARS
    assert all(len(text) <= EACH_CHARS for text in finder.texts)
    assert len(finder.texts) == len(set(finder.texts))


def test_what_was_read_is_not_read_again_and_later_requests_go_on() -> None:
    """Each request of a very long conversation reads further, until all of it is known."""
    finder = Finder()
    words, texts = EarlierWords(finder), [f"{n} {'calm ' * 200}" for n in range(100)]
    texts[60] = f"danger {texts[60]}"
    rounds = [len(read(words, texts)) for _ in range(5)]
    assert rounds[0] == 0
    assert rounds[-1] == 1
    chars = finder.chars
    assert read(words, texts) == [texts[60]]
    assert finder.chars == chars


def test_a_conversation_that_grows_is_read_once() -> None:
    """Turn by turn nothing but the newest earlier message is read."""
    finder = Finder()
    words, talk = EarlierWords(finder), [f"{n} turn" for n in range(300)]
    for turns in range(1, len(talk)):
        read(words, talk[:turns][::-1])
    assert finder.texts == talk[:-1]


def test_another_language_is_another_reading() -> None:
    """A rule may depend on it."""
    words = EarlierWords(Finder())
    read(words, ["danger"], "en")
    read(words, ["danger"], "fr")
    assert [found[0].code for _, found in words.known(["danger"], "fr")] == ["danger.fr"]


def test_what_is_remembered_is_bounded_and_holds_no_words() -> None:
    """Messages that were not looked at for longest go first; of one with many findings the bound is kept."""
    words = EarlierWords(Finder(), entries=3)
    secret = "danger, said the canary-words-5b1e"
    read(words, [secret])
    assert secret not in str(gc.get_referents(words._found, *words._found.values()))
    for n in range(5):
        read(words, [f"{n}"])
    assert len(words._found) == 3
    many = [Finding("crisis", Category.SUICIDE, SafetyLevel.LOW, f"code.{n}") for n in range(50)]
    grave = Finding("crisis", Category.SUICIDE, SafetyLevel.HIGH, "grave")
    found = EarlierWords(lambda text, language: [*many, grave]).known(["x"], None)[0][1]
    assert len(found) == MOST_FINDINGS
    assert grave in found


def test_of_a_very_long_talk_what_was_found_is_weighed_and_calm_words_of_long_ago_are_not() -> None:
    """A replay takes a bounded time."""
    words, texts = EarlierWords(Finder()), [f"{n}" for n in range(KNOWN_MESSAGES)]
    texts[-1] = "danger"
    read(words, texts)
    known = words.known(texts, "en")
    assert len(known) == WEIGHED_MESSAGES + 1
    assert known[-1][0] == "danger"


def test_only_the_persons_words_count_and_both_ends_of_very_many_messages_are_kept() -> None:
    """Whatever a model said is left out; every message since its last answer is newest."""
    talk = [Message(Role.USER, f"{n}") for n in range(3 * KNOWN_MESSAGES)]
    newest, earlier = heard(
        [*talk, Message(Role.ASSISTANT, "danger"), Message(Role.USER, "a"), Message(Role.USER, "b")]
    )
    assert newest == "a\nb"
    assert (earlier[0], earlier[-1], len(earlier)) == (f"{3 * KNOWN_MESSAGES - 1}", "0", KNOWN_MESSAGES)
    assert NEAR_MESSAGES < KNOWN_MESSAGES

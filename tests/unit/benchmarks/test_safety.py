"""The safety benchmark's arithmetic, and what it reads from files that others have made."""

import json
import math
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.classifier

Program = Callable[[str], ModuleType]


@pytest.fixture
def figures(program: Program) -> ModuleType:
    return program("safety_figures")


@pytest.fixture
def sets(program: Program) -> ModuleType:
    return program("safety_sets")


def columns(*pairs: tuple[float, bool]) -> tuple[object, object]:
    import numpy as np

    return np.array([score for score, _ in pairs]), np.array([is_risk for _, is_risk in pairs])


def written(path: Path, *rows: Mapping[str, object]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_area_under_the_curve_is_the_share_of_pairs_in_order(figures: ModuleType) -> None:
    """Three of four pairs in order are .75, and a tie is half a pair."""
    assert figures.auc(*columns((0.9, True), (0.3, True), (0.5, False), (0.1, False))) == 0.75
    assert figures.auc(*columns((0.5, True), (0.5, False))) == 0.5


def test_what_has_one_kind_alone_has_no_area(figures: ModuleType) -> None:
    """Nothing is made up where nothing can be measured."""
    assert math.isnan(figures.auc(*columns((0.5, True))))
    assert math.isnan(figures.recall_at(*columns((0.5, False)), 0.05))


def test_recall_is_counted_above_the_allowed_false_alarms(figures: ModuleType) -> None:
    """At one false alarm in four, what is above the second highest of the calm rows is found."""
    rows = columns((0.9, True), (0.6, True), (0.2, True), (0.7, False), (0.3, False), (0.2, False), (0.1, False))
    assert figures.recall_at(*rows, 0.0) == pytest.approx(1 / 3)
    assert figures.recall_at(*rows, 0.25) == pytest.approx(2 / 3)


def test_calibration_error_is_the_gap_between_said_and_true(figures: ModuleType) -> None:
    """Who says .9 and is right half the time is off by .4; who is right nine times of ten is not."""
    assert figures.calibration_error(*columns((0.9, True), (0.9, False))) == pytest.approx(0.4)
    assert figures.calibration_error(*columns(*[(0.9, True)] * 9, (0.9, False))) == pytest.approx(0.0)


def test_an_interval_holds_the_value_and_is_the_same_each_time(figures: ModuleType) -> None:
    """Two runs on the same rows tell the same."""
    rows = columns(*[(n / 40, n % 3 > 0) for n in range(40)])
    first = figures.with_interval(figures.auc, *rows)
    assert first.low <= first.value <= first.high
    assert figures.with_interval(figures.auc, *rows) == first


def test_a_row_counts_in_each_of_its_groups(figures: ModuleType) -> None:
    """A message with two tags is in the line of both."""
    import numpy as np

    shares = figures.by_group([["a", "b"], ["a"], []], np.array([True, False, True]))
    assert {name: (figure.value, figure.rows) for name, figure in shares.items()} == {"a": (0.5, 2), "b": (1.0, 1)}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("none", (False, "none")),
        ("low", (None, "low")),
        ("moderate", (True, "moderate")),
        ("imminent", (True, "imminent")),
        (1, (True, "")),
        (0, (False, "")),
        (True, (True, "")),
        (["joy"], (False, "")),
        (None, (False, "")),
    ],
)
def test_each_form_of_label_is_understood(
    label: object, expected: tuple[bool | None, str], sets: ModuleType, tmp_path: Path
) -> None:
    """Files of others are measured as they are."""
    (case,) = sets.read_set(written(tmp_path / "x.jsonl", {"text": "a", "label": label})).cases
    assert (case.is_risk, case.level) == expected


def test_larger_numbers_are_steps_of_the_scale(sets: ModuleType, tmp_path: Path) -> None:
    """In a file with a 6, a 1 is a wish to be dead and no risk unless it is said to be."""
    file = written(tmp_path / "x.jsonl", *({"text": "a", "label": label} for label in (0, 1, 2, 6)))
    assert [case.is_risk for case in sets.read_set(file).cases] == [False, False, True, True]
    assert [case.is_risk for case in sets.read_set(file, risk_from=1).cases] == [False, True, True, True]


def test_another_field_may_be_the_label(sets: ModuleType, tmp_path: Path) -> None:
    """A moderation set has a column a category; rows that it does not judge are left out."""
    rows = ({"prompt": "a", "SH": 1}, {"prompt": "b", "SH": 0}, {"prompt": "c", "SH": None}, {"prompt": "d"})
    read = sets.read_set(written(tmp_path / "x.jsonl", *rows), label="SH")
    assert [case.is_risk for case in read.cases] == [True, False]


@pytest.mark.parametrize("row", [{"label": 1}, {"text": 5, "label": 1}, {"text": "secret words", "label": "grave"}, []])
def test_what_cannot_be_read_is_named_by_its_line_alone(row: object, sets: ModuleType, tmp_path: Path) -> None:
    """An error never holds the text of a row."""
    file = tmp_path / "x.jsonl"
    file.write_text(json.dumps({"text": "a", "label": 1}) + "\n" + json.dumps(row))
    with pytest.raises(sets.Unreadable, match=r"x\.jsonl:2:") as caught:
        sets.read_set(file)
    assert "secret" not in str(caught.value)


def test_a_case_does_not_show_its_text(sets: ModuleType) -> None:
    """Nor does anything that is printed for a programmer."""
    assert "secret" not in repr(sets.Case("secret words", "en", is_risk=True))


def test_an_outside_file_is_measured_and_never_printed(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody's own file gives figures for the three screens; its words stay in it."""
    rows = (
        {"text": "I want to kill myself tonight, marigold", "label": "imminent", "tags": ["direct"]},
        {"text": "my marigold is growing well", "label": "none", "tags": ["garden"]},
    )
    file = written(tmp_path / "mine.jsonl", *rows)
    safety = program("safety")
    monkeypatch.setattr("sys.argv", ["safety.py", "--json", str(file)])
    assert safety.main() == 0
    printed = capsys.readouterr()
    measured = json.loads(printed.out)["measured"]
    assert [each["screen"] for each in measured] == ["rules", "classifier", "both"]
    assert [each["found"]["value"] for each in measured] == [1.0, 1.0, 1.0]
    assert [each["false_alarms"]["value"] for each in measured] == [0.0, 0.0, 0.0]
    assert "marigold" not in printed.out + printed.err


def test_a_yes_or_no_of_moderation_is_sorted_by_what_is_spoken_of(program: Program, sets: ModuleType) -> None:
    """There a story of it counts; where levels are the label, danger stands before it. No level changes."""
    from segue.safety.learned.classifier import RiskClassifier

    screens, classifier = program("safety_screens"), RiskClassifier.load()
    story = "The miller hanged himself in the loft the night before the wedding."
    plain, leveled = (
        screens.judged(sets.Case(story, "en", is_risk=True, level=level), classifier)["both"] for level in ("", "none")
    )
    assert plain.score > leveled.score
    assert plain.level is leveled.level
    assert plain.chance == pytest.approx(leveled.chance, rel=0.01)

"""The pages on safety say what the policy does, row by row."""

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from segue.domain.findings import Category, Measure, Subject
from segue.domain.models import SafetyLevel
from segue.safety.policy_rows import LEVELS
from segue.safety.policy_table import Setting, Turn, packaged_policy
from segue.safety.replies import LINES, written_replies

POLICY = packaged_policy()


@pytest.fixture
def page(repository: Path) -> str:
    return (repository / "docs" / "safety" / "guidelines.md").read_text(encoding="utf-8")


def rows(page: str, heading: str) -> Iterator[list[list[str]]]:
    """For each row of a section's first table, the names in each of its cells."""
    section = page.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    for line in section.splitlines():
        if line.startswith("| ") and not line.startswith(("| Found", "| ---", "| | ")):
            yield [re.findall(r"`(\w+)`", cell) for cell in line.strip("|").split("|")]


def test_guidelines_say_what_is_done_at_every_finding(page: str) -> None:
    """Whoever reads the page knows the policy: every combination stands in exactly one row, with its measures."""
    told: dict[tuple[Category, SafetyLevel, Subject, Setting], frozenset[Measure]] = {}
    for categories, levels, subjects, usually, in_story in rows(page, "What people write"):
        for key in product(categories or Category, levels, subjects or Subject, Setting):
            category, level, subject, setting = key
            measures = in_story or usually if setting is Setting.STORY else usually
            place = (Category(category), SafetyLevel(level), Subject(subject), setting)
            assert place not in told
            told[place] = frozenset(map(Measure, measures))
    assert told == dict(POLICY.inputs)
    assert {level for _, level, _, _ in told} == set(LEVELS)


def test_guidelines_say_what_stops_an_answer(page: str) -> None:
    """The table of answers is the policy's as well."""
    told = {
        (Category(category), turn): SafetyLevel(levels[0])
        for categories, *cells in rows(page, "What models write")
        for category in categories
        for turn, levels in zip((Turn.THERAPEUTIC, Turn.ORDINARY, Turn.ADULT), cells, strict=True)
    }
    assert told == dict(POLICY.stops_from)


def test_guidelines_explain_every_measure_and_all_words_of_a_verdict(page: str) -> None:
    """Nothing is done, and nothing is said, of which the page does not speak."""
    explained = {names[0] for names, *_ in rows(page, "The measures") if names}
    assert explained == {str(measure) for measure in Measure}
    words = {name for names, *_ in rows(page, "The words") for name in names}
    assert words <= {code for code, _ in written_replies()}
    assert LINES - words == {"check_in", "resources_intro"}


def test_the_page_on_helplines_names_every_kind(repository: Path) -> None:
    """Whoever writes a record finds what `kind` may be."""
    from segue.domain.resources import HelpKind

    text = (repository / "docs" / "safety" / "helplines.md").read_text(encoding="utf-8")
    assert all(f"`{kind}`" in text for kind in HelpKind)

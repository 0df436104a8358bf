"""The benchmark of conversations: what it counts, on sentences of our own."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import msgspec
import pytest

from segue.domain.risk import RiskStage


@pytest.fixture
def bench(program: Callable[[str], ModuleType]) -> ModuleType:
    return program("safety_talks")


def conversation(persona: str, label: str, *texts: str) -> bytes:
    turns = [{"role": role, "text": text} for said in texts for role, text in (("user", said), ("assistant", "I see."))]
    return msgspec.json.encode({"id": "1", "persona": persona, "label": label, "turns": turns}) + b"\n"


def test_conversations_are_counted_by_persona(bench: ModuleType, tmp_path: Path) -> None:
    """One in danger is found, one that is calm is not asked; a label that was lost in a spreadsheet is none."""
    grave = conversation("A", "High", "I found a job.", "I want to kill myself tonight.", "It rains.")
    calm = conversation("B", "nan", "It rains.", "The soup is good.")
    (tmp_path / "vera_mh_conversations.jsonl").write_bytes(grave + calm)
    talks = bench.simulated(tmp_path)
    figures = bench.Figures("rules", tuple(bench.played(talk, bench.screening(None)) for talk in talks))
    assert (figures.found, figures.check_ins_a_turn, figures.is_met) == (1.0, 0.0, True)
    first, second = figures.results
    assert (first.highest, first.first_asked, first.turns, first.instead) == (RiskStage.SAFETY, 2, 3, 2)
    assert (second.highest, second.talk.label) == (RiskStage.OBSERVE, "none")
    assert [row["persona"] for row in bench.rows_of(figures)] == ["A", "B"]


def test_a_report_holds_no_words(bench: ModuleType, tmp_path: Path) -> None:
    """Counts alone leave the program."""
    (tmp_path / "vera_mh_conversations.jsonl").write_bytes(conversation("A", "High", "I want to kill myself tonight."))
    played = [bench.played(talk, bench.screening(None)) for talk in bench.simulated(tmp_path)]
    assert "tonight" not in str(bench.rows_of(bench.Figures("rules", tuple(played))))
    assert bench.counselled(tmp_path) == []

"""Reads what the answers' classifier may learn from, and what it is measured by. Nothing is ever printed."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from segue.safety.learned.sayings import Said, sayings

OWN: Final = Path(__file__).parent / "sentences"
"""Sentences that were written for this project and are free for any use (CC0)."""
PATTERNS: Final = OWN / "patterns.txt"
TRAINED_ON: Final = (
    "vera_mh_conversations.jsonl",
    "diasafety_train.jsonl",
    "counsel_chat_half.jsonl",
    "goemotions_train.jsonl",
)
"""Files of the data folder that are learned from."""
MEASURED_ON: Final = ("diasafety_val.jsonl",)
FINE: Final = "fine"
INSULT: Final = "insult"
"""Harm of which it is not known which kind."""

_DRAWN: Final = 24
"""Sentences that are drawn from one pattern."""
_GOEMOTIONS_ROWS: Final = 2_000
_DIASAFETY_IN_5: Final = 3
_COUNSEL_SAYINGS: Final = 3
"""Of one question to counsellors."""
_WEIGHTS: Final = {"own": 1.3, "drawn": 1.0, "vera": 0.6, "diasafety": 0.6, "counsel_chat": 0.3, "goemotions": 0.3}
_INSULT_WEIGHT: Final = 0.15
_CHOICE: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Row:
    """One saying and what it is. It never shows in a repr."""

    said: Said = field(repr=False)
    label: str
    """A category of the output rules, `FINE` or `INSULT`."""
    language: str
    source: str
    group: str
    """Rows of one group are never on both sides of a split."""
    answer: str = ""
    """Which answer it is a part of, where several rows are of one."""

    @property
    def weight(self) -> float:
        """How much it counts; chosen so that few good sentences are not drowned by many ordinary ones."""
        return _INSULT_WEIGHT if self.label == INSULT else _WEIGHTS[self.source]


def own_rows(split: str) -> list[Row]:
    """Our own sentences of one split, all languages."""
    return [
        Row(Said(item["text"], ""), item["label"], item["lang"], "own", _group(item["text"]))
        for file in sorted(OWN.glob("*.jsonl"))
        for item in _lines(file)
        if item["split"] == split
    ]


def drawn_rows() -> list[Row]:
    """Sentences drawn from our patterns, each once; those of one pattern are a group."""
    chance, label = random.Random(11), ""
    found: dict[str, Row] = {}
    for line in PATTERNS.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            label = line[2:]
        elif line:
            for _ in range(_DRAWN):
                text = _CHOICE.sub(lambda choice: chance.choice(choice.group(1).split("|")), line)
                found.setdefault(text, Row(Said(text, ""), label, "en", "drawn", _group(line)))
    return list(found.values())


def caring_answers(data: Path) -> list[Row]:
    """What models answered to people who were simulated to be in danger: taken as harmless, each saying a row."""
    return [
        Row(said, FINE, "en", "vera", item["id"], f"{item['id']}:{number}")
        for item in _lines(data / "vera_mh_conversations.jsonl")
        for number, turn in enumerate(item["turns"])
        if turn["role"] == "assistant"
        for said in sayings(turn["text"])
    ]


def short_answers(data: Path, name: str) -> list[Row]:
    """Short answers of chat programs, harmless or insults; other kinds of harm hang on what was said before."""
    found = []
    for item in _lines(data / name):
        is_fine = item["label"] == "Safe"
        is_left_out = is_fine and name in TRAINED_ON and crc32(item["id"].encode()) % 5 >= _DIASAFETY_IN_5
        if (is_fine and not is_left_out) or (not is_fine and item["category"] == "Offending User"):
            label = FINE if is_fine else INSULT
            found += [Row(s, label, "en", "diasafety", item["id"], item["id"]) for s in sayings(item["text"])]
    return found


def people(data: Path) -> list[Row]:
    """What people write, in distress and otherwise: no harm when a model says it in a story."""
    found = [
        Row(replace(said, before=""), FINE, "en", "counsel_chat", item["id"])
        for item in _lines(data / "counsel_chat_half.jsonl")
        if crc32(item["id"].encode()) % 2 == 0
        for said in sayings(item["text"])[:_COUNSEL_SAYINGS]
    ]
    comments = sorted(_lines(data / "goemotions_train.jsonl"), key=lambda item: crc32(item["id"].encode()))
    for item in comments[:_GOEMOTIONS_ROWS]:
        found += [Row(replace(said, before=""), FINE, "en", "goemotions", item["id"]) for said in sayings(item["text"])]
    return found


def among_others(rows: Sequence[Row], caring: Sequence[Row]) -> list[Row]:
    """Our own sentences again, behind harmless words: what harms is heard in any company."""
    chance = random.Random(5)
    ours = {lang: [r for r in rows if r.label == FINE and r.language == lang] for lang in {r.language for r in rows}}
    behind = []
    for row in rows:
        fine = ours.get(row.language, [])
        befores = [fine] if row.source == "drawn" else [fine, caring if row.language == "en" else fine]
        behind += [replace(row, said=replace(row.said, before=chance.choice(b).said.text[-120:])) for b in befores if b]
    return behind


def _group(text: str) -> str:
    return f"own:{crc32(text.encode())}"


def _lines(file: Path) -> Iterator[Any]:
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)

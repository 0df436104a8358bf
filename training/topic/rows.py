"""What tells of suicide, self-injury or starving, and what only sounds like it. Nothing is ever printed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from zlib import crc32

from training.rows import Row
from training.sources import counsel_chat, diasafety, goemotions, own_sentences

SENTENCES = Path(__file__).parent / "sentences.jsonl"
"""Sentences that were written for this project and are free for any use (CC0)."""
TRAINED_ON = ("goemotions_train.jsonl", "counsel_chat_half.jsonl", "diasafety_train.jsonl")
"""Files of the data folder that are learned from, all as what speaks of something else."""
GOEMOTIONS_ROWS = 4_000
DIASAFETY_ROWS = 2_500

_SPOKEN_OF = ("third_person", "fiction", "quote_education", "negation", "past_recovered")
"""Tags of our sentences that are of no danger and speak of it all the same."""
_OF_BOTH = ("context_dependent", "medical_emergency")
"""Tags that do not tell."""
_UNTOLD_WHERE_CALM = (
    "adversarial", "bereaved", "chat", "denial", "diary", "film", "helper", "history", "humour", "joke", "long",
    "longago", "misc", "news", "ooc", "other", "past", "post", "quotes", "recovery", "research", "roleplay",
    "short", "shortb", "story", "teen", "third", "twin", "unsorted", "worry-other",
)  # fmt: skip
"""Tags of newer sentences of no danger, some of which speak of it and some not."""
_OF_OTHER_HARM = ("abuse", "harm_to_others", "psychosis")


def rows_to_learn(data: Path) -> list[Row]:
    """In an order that is always the same."""
    return of_danger("train") + topics() + background(data)


def of_danger(split: str) -> list[Row]:
    """The sentences that the classifier of risk learns from or is measured by, as what they speak of."""
    rows = [row for row in own_sentences(split) if row.tag not in _OF_BOTH and not _is_untold(row)]
    return [_of(row, is_topic=_speaks(row)) for row in rows]


def topics() -> list[Row]:
    """Depictions, requests, encouragement, news and worry about others, each beside what resembles it."""
    with SENTENCES.open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return [
        _of(
            Row(
                item["text"],
                (0.0, 0.0, 0.0),
                (0.0, 0.0, 0.0),
                item["lang"],
                "topic",
                f"topic:{crc32(item['text'].encode())}",
                tag=item["tag"],
            ),
            is_topic=item["is_topic"],
        )
        for item in found
    ]


def background(data: Path) -> list[Row]:
    """Everyday and therapy talk without words of risk."""
    calm = goemotions(data, most=GOEMOTIONS_ROWS) + counsel_chat(data, trained=True) + diasafety(data)[:DIASAFETY_ROWS]
    return [_of(row, is_topic=False) for row in calm]


def _is_untold(row: Row) -> bool:
    return row.targets[0] < 0.5 and row.tag in _UNTOLD_WHERE_CALM


def _speaks(row: Row) -> bool:
    return row.tag in _SPOKEN_OF or (row.targets[0] > 0.5 and row.tag not in _OF_OTHER_HARM)


def _of(row: Row, *, is_topic: bool) -> Row:
    return replace(row, targets=(float(is_topic), 0.0, 0.0), weights=(1.0, 0.0, 0.0))

"""Reads the files that may be trained on, and maps what their labels say to three scales. Nothing is ever printed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zlib import crc32

from segue.domain.models import SafetyLevel
from segue.safety.crisis import Crisis
from training.rows import UNKNOWN, Row, Three, leveled

OWN = Path(__file__).parent / "sentences"
"""Sentences that were written for this project and are free for any use (CC0)."""
TRAINED_ON = (
    "synthetic_contrastive.jsonl",
    "cssrs7_train.jsonl",
    "goemotions_train.jsonl",
    "counsel_chat_half.jsonl",
    "diasafety_train.jsonl",
)
"""Files of the data folder. Nothing else in it is trained on; `challenge_dev` never is."""

GOEMOTIONS_ROWS = 14_000
DIASAFETY_ROWS = 5_000
LONGEST_CHARS = 700
"""Of a text that is learned from; longer ones are cut at the end."""

_RISKY = re.compile(
    r"suicid|kill(?:ing)? (?:my|him|her|them|your)sel|self.?harm|end(?:ing)? (?:it all|my life|his life|her life)|"
    r"want(?:s|ed)? to die|wish i (?:was|were) dead|better off dead|overdos|cut(?:ting)? (?:my|him|her)self|kms\b|"
    r"hang(?:ed|ing)? (?:my|him|her)self|off (?:my|him|her)self|don'?t want to (?:live|be alive|exist|be here)|"
    r"no (?:reason|point) (?:to|in) liv",
    re.IGNORECASE,
)
"""Words that make a row of the benign background doubtful: it is left out."""

_OPENINGS = re.compile(r"^(?:some days|most nights|right now|tonight|lately|honestly,?|to be honest)\s+(?=\S)")
_CLOSINGS = re.compile(
    r"(?:\s+(?:and nobody knows|and i mean it|i can't talk to anyone|please help|i guess|just saying|anymore|again|"
    r"today|please|right\?)|,\s*(?:i'm so tired|just saying)|[.!?…]+|\s+lol)$",
    re.IGNORECASE,
)
"""What the templates of `synthetic_contrastive` put before and after a sentence: by itself it would tell the label."""

_RULES = Crisis()


def own_sentences(split: str, folder: Path = OWN) -> list[Row]:
    """Our own sentences of one split, all languages: `train`, `held_out`, `other_themes` or `play`."""
    return [
        leveled(
            item["text"],
            SafetyLevel(item["label"]),
            language=item["lang"],
            source="own",
            group=f"own:{item.get('theme') or crc32(item['text'].encode())}",
            tag=item["tag"],
        )
        for file in sorted(folder.glob("*.jsonl"))
        for item in _lines(file)
        if item["split"] == split
    ]


def contrastive(data: Path) -> list[Row]:
    """Minimal pairs: risk or none, no level. One row a sentence, without what its template put around it."""
    bare: dict[str, tuple[str, int]] = {}
    for item in _lines(data / "synthetic_contrastive.jsonl"):
        text = _OPENINGS.sub("", item["text"])
        while (shorter := _CLOSINGS.sub("", text)) != text and len(shorter) > 3:
            text = shorter
        bare.setdefault(text.lower(), (text, int(item["label"])))
    return [
        Row(
            text,
            (float(label), 0.0, 0.0),
            (1.0, UNKNOWN, UNKNOWN) if label else (1.0, 1.0, 1.0),
            "mul",
            "contrastive",
            f"contrastive:{crc32(text.lower().encode())}",
        )
        for text, label in bare.values()
    ]


_CSSRS: dict[int, Three] = {
    0: (0.0, 0.0, 0.0),
    1: (1.0, 0.0, 0.0),
    2: (1.0, 0.0, 0.0),
    3: (1.0, 0.5, 0.0),
    4: (1.0, 1.0, 0.0),
    5: (1.0, 1.0, 0.0),
    6: (1.0, 1.0, 0.0),
}
"""C-SSRS: 1 wish to be dead, 2 thoughts, 3 with a method, 4 with intent, 5 with a plan, 6 behaviour."""
_CSSRS_WEIGHTS: Three = (1.0, 0.6, UNKNOWN)
"""Behaviour may be years ago: it does not tell what happens now."""


def cssrs(data: Path) -> list[Row]:
    """Posts with what clinical annotators made of them, a third of it what five models made of them."""
    rows = []
    for item in _lines(data / "cssrs7_train.jsonl"):
        label = int(item["label"])
        votes = [float(vote >= 1) for vote in item["llm"].values() if vote is not None]
        said = sum(votes) / len(votes) if votes else float(label >= 1)
        first, second, third = _CSSRS[label]
        targets = (first * 2 / 3 + said / 3, second, third)
        rows.append(
            Row(item["text"][:LONGEST_CHARS], targets, _CSSRS_WEIGHTS, "en", "cssrs", item["id"], tag=str(label))
        )
    return rows


def goemotions(data: Path, name: str = "goemotions_train.jsonl", most: int = GOEMOTIONS_ROWS) -> list[Row]:
    """Comments on everything and anything: the benign background, without the rows that are doubtful."""
    items = sorted(_lines(data / name), key=lambda item: crc32(item["id"].encode()))
    doubtful = {"grief"}
    found = (_background(i["text"], i["id"], "goemotions") for i in items if not doubtful & set(i["label"]))
    return [row for row in found if row is not None][:most]


def counsel_chat(data: Path, *, trained: bool) -> list[Row]:
    """Questions to counsellors without a word of risk; every second one is kept back for measuring."""
    rows = []
    for item in _lines(data / "counsel_chat_half.jsonl"):
        is_trained = crc32(item["id"].encode()) % 2 == 0
        row = _background(item["text"], item["id"], "counsel_chat")
        if is_trained is trained and row is not None and item["topic"] != "self-harm":
            rows.append(row)
    return rows


def diasafety(data: Path) -> list[Row]:
    """What was said before unsafe replies, where that is insult, opinion or a medical question: benign for us."""
    contexts = {
        item["context"]: item["id"]
        for item in _lines(data / "diasafety_train.jsonl")
        if item["category"] != "Risk Ignorance"
    }
    items = sorted(contexts.items(), key=lambda pair: crc32(pair[1].encode()))
    found = (_background(text, key, "diasafety") for text, key in items)
    return [row for row in found if row is not None][:DIASAFETY_ROWS]


def background(data: Path) -> list[Row]:
    """All that is benign by its source."""
    return goemotions(data) + counsel_chat(data, trained=True) + diasafety(data)


def _background(text: str, key: str, source: str) -> Row | None:
    """A benign row; None where words or rules make that doubtful."""
    text = text[:LONGEST_CHARS]
    if _RISKY.search(text) or any(f.level.rank >= SafetyLevel.MODERATE.rank for f in _RULES.find(text, language=None)):
        return None
    return leveled(text, SafetyLevel.NONE, language="en", source=source, group=key)


def _lines(file: Path) -> Iterator[dict[str, Any]]:
    """Rows as their file has them; a file of another form fails at the first row."""
    with file.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)

"""Trains what tells whether self-harm is spoken of at all: `python -m training.topic --data DIR [--out FOLDER]`.

A minute or two on a core. The same data, rules and machine give the same bytes. Prints counts and figures, and no row.
"""

import argparse
import hashlib
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec
from rich.console import Console
from rich.progress import track

from segue.safety.learned.encoder import WITHOUT_WORDS
from segue.safety.learned.network import Layers
from segue.safety.learned.topic import MANIFEST, WEIGHTS, Topic, TopicManifest, packed, unpacked
from segue.safety.learned.trained import SHIPPED
from training.fitting import Examples, Plan, fit
from training.learning import Lesson, lessons
from training.rows import Row
from training.sources import OWN, counsel_chat, goemotions
from training.topic.rows import SENTENCES, TRAINED_ON, of_danger, rows_to_learn
from training.writing import sha256_of

PLAN = Plan(hidden=64, members=2, smoothing=0.0)


def learn(learned: Sequence[Lesson], plan: Plan) -> Topic:
    """Fit it; of the three numbers that a fit gives, the first is what was learned."""
    reads = [replace(lesson.read, rows=lesson.read.rows[:, :WITHOUT_WORDS]) for lesson in learned]
    layers = fit(Examples.of([lesson.row for lesson in learned], reads), plan)
    return Topic(Layers(layers.first, layers.first_bias, layers.second[:, :1], layers.second_bias[:1]))


def train(data: Path, out: Path, console: Console) -> TopicManifest:
    """Read, fit, measure on what was kept back, and write."""

    def watch(rows: Iterable[Row], what: str) -> Iterable[Row]:
        listed = list(rows)
        return track(listed, f"{what} {len(listed):,} rows", console=console, transient=True)

    raw = packed(learn(lessons(rows_to_learn(data), watch), PLAN))
    topic = unpacked(raw)  # what is measured is what ships
    own = of_danger("held_out") + of_danger("other_themes")
    kept_back = own + goemotions(data, "goemotions_dev.jsonl") + counsel_chat(data, trained=False)
    chances = {lesson.row: topic.chance(lesson.read) for lesson in lessons(kept_back, watch)}
    files = [data / name for name in TRAINED_ON] + sorted(OWN.glob("*.jsonl")) + [SENTENCES]
    manifest = TopicManifest(
        sha256=hashlib.sha256(raw).hexdigest(),
        data={f"topic/{file.name}" if file == SENTENCES else file.name: sha256_of(file) for file in files},
        figures={
            "own: told where it is spoken of": _likely(chances, lambda row: row.source == "own" and row.targets[0] > 0),
            "own: told where it is not": _likely(chances, lambda row: row.source == "own" and row.targets[0] == 0),
            "ordinary talk": _likely(chances, lambda row: row.source == "goemotions"),
            "therapy talk": _likely(chances, lambda row: row.source == "counsel_chat"),
        },
    )
    out.mkdir(parents=True, exist_ok=True)
    (out / WEIGHTS).write_bytes(raw)
    (out / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    return manifest


def _likely(chances: Mapping[Row, float], is_about: Callable[[Row], bool]) -> float:
    about = [chance > 0.5 for row, chance in chances.items() if is_about(row)]
    return round(sum(about) / len(about), 4)


def main() -> int:
    """The program; returns its exit status."""
    parser = argparse.ArgumentParser(prog="training.topic", description="Train what tells the topic.")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder with the data files")
    parser.add_argument(
        "--out", type=Path, default=Path(str(SHIPPED)), metavar="FOLDER", help="where weights and manifest go"
    )
    given = parser.parse_args()
    if missing := [name for name in (*TRAINED_ON, "goemotions_dev.jsonl") if not (given.data / name).is_file()]:
        parser.error(f"{given.data} lacks {', '.join(missing)}; docs/safety/classifier.md says where they are from.")
    console = Console()
    manifest = train(given.data, given.out, console)
    for name, value in manifest.figures.items():
        console.print(f"{name:<40} {value:.3f}", highlight=False)
    console.print(f"{WEIGHTS} is in {given.out}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Trains the classifier and writes what ships: `python -m training --data DIR [--out FOLDER]`.

Some half an hour on a core. The same data, rules and machine give the same bytes. Prints counts and figures, no row.
"""

import argparse
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.progress import track

from segue.safety.learned.calibration import Calibrations
from segue.safety.learned.trained import SHIPPED
from training.calibrating import Doubles, Limits, Scored, calibrate
from training.figures import figures_of
from training.fitting import Plan
from training.learning import Lesson, Watch, learn, lessons, rows_to_learn, unseen
from training.rows import Row
from training.sources import OWN, TRAINED_ON, counsel_chat, goemotions, own_sentences
from training.writing import at_half_precision, sha256_of, write

PLAN = Plan()
"""How the network that ships is fitted, and those that are cross-validated."""


def train(data: Path, out: Path, console: Console) -> Scored:
    """Read, cross-validate for the calibration, fit on everything, measure on what was kept back, and write.

    Returns the cross-validated scores.
    """
    watch = _watch(console)
    learned = lessons(rows_to_learn(data), watch)
    console.print(f"{len(learned):,} rows to learn from. Cross-validating ...")
    scored = _scored(learned, unseen(learned, PLAN))
    by_language, pooled = calibrate(scored, Limits())
    calibrations = Calibrations(by_language, pooled)
    console.print("Fitting ...")
    network = at_half_precision(learn(learned, PLAN))
    kept_back = own_sentences("held_out") + own_sentences("other_themes")
    kept_back += goemotions(data, "goemotions_dev.jsonl") + counsel_chat(data, trained=False)
    read = lessons(kept_back, watch)
    logits = np.array([network.logits(lesson.read) for lesson in read], dtype=np.float64)
    figures = figures_of(_scored(read, logits), calibrations)
    files = [data / name for name in TRAINED_ON] + sorted(OWN.glob("*.jsonl"))
    manifest = write(out, network, calibrations, data={file.name: sha256_of(file) for file in files}, figures=figures)
    for name, value in manifest.figures.items():
        console.print(f"{name:<40} {value:.3f}", highlight=False)
    console.print(f"{manifest.version} is in {out}.")
    return scored


def _scored(read: Sequence[Lesson], logits: Doubles) -> Scored:
    by_rules = np.array([lesson.by_rules for lesson in read], dtype=np.bool_)
    return Scored([lesson.row for lesson in read], logits, by_rules)


def _watch(console: Console) -> Watch:
    def watch(rows: Iterable[Row], what: str) -> Iterable[Row]:
        listed = list(rows)
        return track(listed, f"{what} {len(listed):,} rows", console=console, transient=True)

    return watch


def main() -> int:
    """The program; returns its exit status."""
    parser = argparse.ArgumentParser(prog="training", description="Train the classifier of risk.")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder with the data files")
    parser.add_argument(
        "--out", type=Path, default=Path(str(SHIPPED)), metavar="FOLDER", help="where weights and manifest go"
    )
    given = parser.parse_args()
    missing = [name for name in (*TRAINED_ON, "goemotions_dev.jsonl") if not (given.data / name).is_file()]
    if missing:
        parser.error(f"{given.data} lacks {', '.join(missing)}; docs/safety/classifier.md says where they are from.")
    train(given.data, given.out, Console())
    return 0


if __name__ == "__main__":
    sys.exit(main())

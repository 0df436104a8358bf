"""Trains the classifier of answers: `python -m training.answers --data DIR [--out FOLDER]`.

Some ten minutes on a core. The same data and machine give the same bytes. Prints counts and figures, and no row.
"""

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
import numpy as np
from rich.console import Console
from rich.progress import track

from segue.safety.learned.answer_network import read
from segue.safety.learned.answer_weights import MANIFEST, WEIGHTS, AnswerManifest, packed, unpacked
from segue.safety.learned.embedding import SentenceEncoder
from segue.safety.learned.trained import SHIPPED
from segue.safety.learned.word_table import Floats
from training.answers import rows as sources
from training.answers.fitting import Lessons, Plan, fit, unseen
from training.answers.measuring import figures_of, limit_for
from training.answers.rows import Row
from training.writing import sha256_of

VERSION = "segue-answers-1"
"""Raised by hand when the data or the way of training change; incident records name it."""
_TOGETHER = 32
"""Sayings that are read at once."""


def train(data: Path, out: Path, console: Console, plan: Plan) -> AnswerManifest:
    """Read, cross-validate for the limit, fit on all of it, measure on what was kept back, and write."""
    encoder = SentenceEncoder()
    own, drawn, caring = sources.own_rows("train"), sources.drawn_rows(), sources.caring_answers(data)
    rows = [*own, *drawn, *sources.among_others([*own, *drawn], caring), *caring, *sources.people(data)]
    rows += sources.short_answers(data, "diasafety_train.jsonl")
    lessons = Lessons(rows, _read(encoder, rows, console))
    console.print(f"{len(rows):,} rows to learn from. Cross-validating ...")
    logits = unseen(lessons, plan)
    limit = limit_for(rows, logits)
    console.print("Fitting ...")
    raw = packed(fit(lessons, plan))
    network = unpacked(raw)  # what is measured is what ships
    kept_back = sources.own_rows("held_out") + sources.short_answers(data, "diasafety_val.jsonl")
    figures = figures_of(rows, logits, limit, "cross-validated")
    figures |= figures_of(kept_back, network.logits(_read(encoder, kept_back, console))[:, 0], limit, "kept back")
    files = [data / name for name in sources.TRAINED_ON] + sorted(sources.OWN.glob("*.jsonl")) + [sources.PATTERNS]
    digest = hashlib.sha256(raw).hexdigest()
    manifest = AnswerManifest(
        version=f"{VERSION}+{digest[:8]}",
        sha256=digest,
        limit=round(limit, 4),
        data={_name(file): sha256_of(file) for file in files},
        figures={name: round(value, 4) for name, value in figures.items()},
    )
    out.mkdir(parents=True, exist_ok=True)
    (out / WEIGHTS).write_bytes(raw)
    (out / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    return manifest


def _name(file: Path) -> str:
    return f"answers/{file.name}" if file.parent == sources.OWN else file.name


def _read(encoder: SentenceEncoder, rows: Sequence[Row], console: Console) -> Floats:
    starts = track(range(0, len(rows), _TOGETHER), "Reading", console=console, transient=True)
    return np.concatenate([read(encoder, [row.said for row in rows[at : at + _TOGETHER]]) for at in starts])


def main() -> int:
    """The program; returns its exit status."""
    parser = argparse.ArgumentParser(prog="training.answers", description="Train the classifier of answers.")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder with the data files")
    parser.add_argument(
        "--out", type=Path, default=Path(str(SHIPPED)), metavar="FOLDER", help="where weights and manifest go"
    )
    given = parser.parse_args()
    names = (*sources.TRAINED_ON, *sources.MEASURED_ON)
    if missing := [name for name in names if not (given.data / name).is_file()]:
        parser.error(f"{given.data} lacks {', '.join(missing)}; docs/safety/answers.md says where they are from.")
    console = Console()
    manifest = train(given.data, given.out, console, Plan())
    for name, value in manifest.figures.items():
        console.print(f"{name:<44} {value:.4f}", highlight=False)
    console.print(f"{manifest.version} is in {given.out}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

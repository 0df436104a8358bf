"""Measures who is found and who is flagged in vain: by the rules, by the classifier, and by both.

`python benchmarks/safety.py [--data DIR] [--json] [--save] [--label NAME] [--risk-from N] [FILE ...]`

With `--data` the project's own sets are measured: `challenge_dev`, `cssrs7` (cross-validated: each fifth by a network
that was trained without it), GoEmotions dev, and the rows of the counsel-chat half that were not trained on; then each
FILE (`safety_sets.py` has the format). `--json` prints JSON instead of tables, `--save` writes both to `results/`. No
text of any file is ever printed. Exit status: 0 measured, 2 misused. Some ten minutes with `--data`.
"""

import argparse
import resource
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # `training` stands at the top of the repository

from rich.console import Console
from rich.progress import track

from about import about
from safety_report import Result, as_json, measure, save, tables
from safety_screens import SCREENS, Judged, judged, together
from safety_sets import Case, CaseSet, Unreadable, read_set
from segue.domain.models import SafetyLevel
from segue.errors import PartMissing, WeightsError
from segue.safety.crisis import Crisis
from segue.safety.learned.classifier import RiskClassifier
from tables import show_tables

_RESULT = Path(__file__).parent / "results" / "safety.json"
_SENTENCE = (
    "Some days are better than others, and I have been sleeping well since we moved into the new flat by the river. "
)
_TIMED = {"16 characters": _SENTENCE[:16], "230 characters": (_SENTENCE * 3)[:230], "5,000 characters": _SENTENCE * 45}
_TIMES = 40


def own_sets(data: Path) -> list[CaseSet]:
    """The sets of the data folder that are scored by the classifier as it ships."""
    from training.sources import counsel_chat, goemotions, own_sentences

    everyday = goemotions(data, "goemotions_dev.jsonl")
    therapy = counsel_chat(data, trained=False)
    own = {
        "own_held_out": own_sentences("held_out"),
        "own_other_themes": own_sentences("other_themes"),
        "own_play": own_sentences("play"),
    }
    return [
        read_set(data / "challenge_dev.jsonl"),
        *(
            CaseSet(name, [_own(row.text, row.language, row.level, row.tag) for row in rows])
            for name, rows in own.items()
        ),
        CaseSet("goemotions_dev", [Case(row.text, "en", is_risk=False) for row in everyday]),
        CaseSet("counsel_chat_half", [Case(row.text, "en", is_risk=False) for row in therapy]),
    ]


def _own(text: str, language: str, level: SafetyLevel | None, tag: str) -> Case:
    assert level is not None
    is_risk = None if level is SafetyLevel.LOW else level.rank > SafetyLevel.LOW.rank
    return Case(text, language, is_risk, level.value, (tag,))


def judge(cases: Sequence[Case], classifier: RiskClassifier, name: str, console: Console) -> dict[str, list[Judged]]:
    """By screen, in the order of the cases."""
    found: dict[str, list[Judged]] = {screen: [] for screen in SCREENS}
    for case in track(cases, f"{name:<20}", console=console, transient=True):
        for screen, said in judged(case, classifier).items():
            found[screen].append(said)
    return found


def cross_validated(
    data: Path, classifier: RiskClassifier, console: Console
) -> tuple[CaseSet, dict[str, list[Judged]]]:
    """cssrs7, each fifth scored by a network that was trained on everything else."""
    from training.__main__ import PLAN
    from training.learning import lessons, rows_to_learn, unseen
    from training.rows import Row

    def watch(rows: Iterable[Row], what: str) -> Iterable[Row]:
        return track(rows, f"{what:<20}", total=len(rows_), console=console, transient=True)

    rows_ = rows_to_learn(data)
    learned = lessons(rows_, watch)
    logits = unseen(learned, PLAN)
    cases = {case.key: case for case in read_set(data / "cssrs7_train.jsonl", risk_from=1).cases}
    rules = Crisis()
    kept, found = [], {screen: [] for screen in SCREENS}
    for lesson, said in zip(learned, logits, strict=True):
        if lesson.row.source == "cssrs":
            kept.append(cases[lesson.row.group])
            findings = rules.find(lesson.row.text, language="en")
            score = classifier.judged(said.tolist(), "en")
            for screen, each in together(findings, score, is_leveled=True).items():
                found[screen].append(each)
    return CaseSet("cssrs7 (cross-validated)", kept), found


def spent(classifier: RiskClassifier) -> dict[str, float]:
    """Processor milliseconds a message, and the resident memory of this process beyond its start."""
    rules, figures = Crisis(), {}
    for name, text in _TIMED.items():
        findings = rules.find(text, language="en")
        classifier.score(text, findings, language="en")
        began = time.process_time()
        for _ in range(_TIMES):
            classifier.score(text, findings, language="en")
        figures[f"processor ms, {name}"] = (time.process_time() - began) / _TIMES * 1000
    figures["resident MB, at most"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def run(given: argparse.Namespace, console: Console) -> Result:
    """Measure all that was asked for."""
    sets = [read_set(file, label=given.label, risk_from=given.risk_from) for file in given.files]
    classifier = RiskClassifier.load()
    costs = spent(classifier)
    judgements: list[tuple[CaseSet, dict[str, list[Judged]]]] = []
    for each in (own_sets(given.data) if given.data else []) + sets:
        judgements.append((each, judge(each.cases, classifier, each.name, console)))  # noqa: PERF401 - a long step each
    if given.data:
        judgements.append(cross_validated(given.data, classifier, console))
    measured = [
        measure(each.name, screen, each.cases, said) for each, found in judgements for screen, said in found.items()
    ]
    return Result(about(), classifier.version, measured, costs)


def main() -> int:
    """The program; returns its exit status."""
    parser = argparse.ArgumentParser(description="Measure who is found and who is flagged in vain.")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="JSON Lines with `text` and `label`")
    parser.add_argument("--data", type=Path, metavar="DIR", help="the folder with the project's own sets")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--save", action="store_true", help=f"write the result to {_RESULT.parent.name}/")
    parser.add_argument("--label", default="label", metavar="NAME", help="the field of FILE that is the label")
    parser.add_argument("--risk-from", type=int, default=2, metavar="N", help="the C-SSRS label that begins risk")
    given = parser.parse_args()
    if not given.files and given.data is None:
        parser.error("Name a FILE, or --data DIR.")
    console = Console(stderr=given.json)
    try:
        result = run(given, console)
    except (Unreadable, PartMissing, WeightsError) as error:
        print(error, file=sys.stderr)
        return 2
    if given.json:
        sys.stdout.write(as_json(result).decode())
    else:
        show_tables(tables(result), console)
    if given.save:
        save(result, _RESULT)
    return 0


if __name__ == "__main__":
    sys.exit(main())

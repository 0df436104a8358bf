"""Writes the figures of the classifier's page from what `benchmarks/safety.py` measured."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct, json
from typing_extensions import override

from docstrings import block

RESULTS = Path(__file__).parents[2] / "benchmarks" / "results" / "safety.json"
BOTH = "both"
LABELLED = {
    "challenge_dev": "`challenge_dev`",
    "own_held_out": "own, kept back",
    "own_other_themes": "own, other themes",
    "cssrs7 (cross-validated)": "cssrs7, cross-validated",
}
"""Sets in which some rows tell of danger, by their name in the results."""
HARMLESS = {
    "goemotions_dev": "GoEmotions dev, without words of risk",
    "own_play": "own, moves in a game: verbs not trained on",
    "counsel_chat_half": "Counsel Chat, rows not trained on, the same",
}
"""Sets in which none does."""
LEVELS = ("imminent", "high", "moderate")
LANGUAGES = {"de": "German", "en": "English", "es": "Spanish", "fr": "French", "pt": "Portuguese"}
MISTAKEN = {"negation (none)": "denials", "quote_education (none)": "study", "past_recovered (low)": "the recovered"}
MISSED = {
    "nssi": "self-injury",
    "fiction_bleed": "through a character",
    "minimised": "played down",
    "goodbye": "goodbyes",
    "plan_means": "plans and means",
}


class Share(Struct):
    """A figure with its interval of 95 %; None where the set has no such rows."""

    value: float | None
    low: float | None
    high: float | None
    rows: int

    @override
    def __str__(self) -> str:
        return f"{_short(self.value)} ({_short(self.low)} to {_short(self.high)})"

    @property
    def of_rows(self) -> str:
        """As `6 of 7`."""
        assert self.value is not None
        return f"{round(self.value * self.rows)} of {self.rows}"


class Measured(Struct):
    """What one screen made of one set."""

    rows: str
    screen: str
    auc: Share
    recall_at_5: Share
    found: Share
    false_alarms: Share
    calibration_error: Share
    by_level: dict[str, Share]
    by_tag: dict[str, Share]
    by_language: dict[str, Share]


class Results(Struct):
    """The file of results."""

    classifier: str
    measured: list[Measured]
    spent: dict[str, float]


def figures() -> str:
    """The version and every set's figures, then levels and languages."""
    results = _results()
    by_name = {(each.rows, each.screen): each for each in results.measured}
    head = (
        f"Version `{results.classifier}`; shares with 95 % intervals; *both* is the rules and the classifier, where the"
        " graver level counts. All of it, by level, tag and language, is in `benchmarks/results/safety.md`."
    )
    lines = [
        head,
        "",
        "| set | rows | screen | AUC | recall at 5 % | found | false alarms | calibration error |",
        "|---|---|---|---|---|---|---|---|",
        *_labelled(by_name),
        *_harmless(by_name),
        "",
        *_parts(by_name),
    ]
    return block(lines)


def weak() -> str:
    """How often it fails where it fails most."""
    own = _own(_results())
    mistaken = ", ".join(f"{name} {own.by_tag[tag].of_rows}" for tag, name in MISTAKEN.items())
    missed = ", ".join(f"{name} {own.by_tag[tag].of_rows}" for tag, name in MISSED.items())
    return block([f"In our own sentences, both together: taken for danger, {mistaken}; found, {missed}."])


def limits() -> str:
    """How much each screen misses and mistakes, set by set."""
    results = _results()
    by_name = {(each.rows, each.screen): each for each in results.measured}
    own = "own sentences, kept back"
    rows = [
        *((f"missed of danger: {name}", rows, _missed) for rows, name in LABELLED.items()),
        *((f"missed of {level} danger: {own}", "own_held_out", _missed_at(level)) for level in LEVELS),
        *((f"taken for danger: {name}", rows, _mistaken) for rows, name in HARMLESS.items()),
        (f"taken for danger: {own}, that only sound like it", "own_held_out", _mistaken),
    ]
    lines = [
        f"Version `{results.classifier}`, from `benchmarks/results/safety.md`, which has the intervals.",
        "",
        "| | rules and classifier | rules alone (degraded) |",
        "|---|---|---|",
        *(f"| {what} | {of(by_name[rows, BOTH])} | {of(by_name[rows, 'rules'])} |" for what, rows, of in rows),
    ]
    return block(lines)


def _missed(measured: Measured) -> str:
    return _share(measured.found, is_complement=True)


def _missed_at(level: str) -> Callable[[Measured], str]:
    return lambda measured: _share(measured.by_level[level], is_complement=True)


def _mistaken(measured: Measured) -> str:
    return _share(measured.false_alarms, is_complement=False)


def _share(share: Share, *, is_complement: bool) -> str:
    """In percent: who reads it need not be a statistician."""
    assert share.value is not None
    value = 1 - share.value if is_complement else share.value
    return f"{100 * value:.1f} %"


def cost() -> str:
    """What one message costs, and what the process holds."""
    rows = (f"| {what} | {value:.1f} |" for what, value in _results().spent.items())
    return block(["| what | value |", "|---|---|", *rows])


def _results() -> Results:
    return json.decode(RESULTS.read_bytes(), type=Results)


def _own(results: Results) -> Measured:
    return next(each for each in results.measured if (each.rows, each.screen) == ("own_held_out", BOTH))


def _labelled(by_name: dict[tuple[str, str], Measured]) -> Iterator[str]:
    for name, shown in LABELLED.items():
        for screen in ("rules", "classifier", BOTH):
            each = by_name[name, screen]
            is_first = screen == "rules"
            error = "–" if is_first else _short(each.calibration_error.value)
            head = f"{shown} | {each.auc.rows:,}" if is_first else " | "
            recall = _short(each.recall_at_5.value) if is_first else each.recall_at_5
            yield f"| {head} | {screen} | {each.auc} | {recall} | {each.found} | {each.false_alarms} | {error} |"


def _harmless(by_name: dict[tuple[str, str], Measured]) -> Iterator[str]:
    for name, shown in HARMLESS.items():
        each = by_name[name, BOTH]
        yield f"| {shown} | {each.false_alarms.rows:,} | {BOTH} | | | | {each.false_alarms} | |"


def _parts(by_name: dict[tuple[str, str], Measured]) -> Iterator[str]:
    def levels(name: str) -> str:
        return ", ".join(f"{level} {by_name[name, BOTH].by_level[level].of_rows}" for level in LEVELS)

    def spoken(name: str) -> str:
        own = by_name[name, BOTH].by_language
        return ", ".join(f"{language} {own[code].of_rows}" for code, language in LANGUAGES.items())

    yield (
        f"Found by level, both: `challenge_dev` {levels('challenge_dev')}; own, kept back, {levels('own_held_out')};"
        f" own, other themes, {levels('own_other_themes')}."
    )
    yield f"By language: own, kept back, {spoken('own_held_out')}; other themes, {spoken('own_other_themes')}."


def _short(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.3f}".removeprefix("0").removesuffix(".000") or "0"

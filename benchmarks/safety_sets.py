"""Reads sets of labelled messages, the project's and anybody's. Texts are never printed and never in a repr.

A file is JSON Lines, one message a line. Its text is in the field `text` (or `prompt`), its label in `label`:

- `none`, `low`, `moderate`, `high`, `imminent`: the level;
- 0 or 1, false or true: risk or none; larger numbers are C-SSRS, where `--risk-from` (2) begins risk;
- a list of words (emotions), or no label at all: everyday or therapy talk without risk, for false alarms alone.

`tags` (or `tag`, `topic`) group the rows, `lang` is the language (else English). Another field can be the label:
`--label SH`, where what is missing or null is left out.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from segue.domain.models import SafetyLevel

_TEXT_FIELDS = ("text", "prompt")
_TAG_FIELDS = ("tags", "tag", "topic")
_LEVELS = {level.value: level for level in SafetyLevel}


@dataclass(frozen=True, slots=True)
class Case:
    """One message, and what is known of it."""

    text: str = field(repr=False)
    language: str
    is_risk: bool | None
    """None: neither counts as found nor as a false alarm (level low)."""
    level: str = ""
    """Or the number of a C-SSRS label; empty where the file tells risk or none alone."""
    tags: tuple[str, ...] = ()
    key: str = ""
    """The row's id in its file."""


@dataclass(frozen=True, slots=True)
class CaseSet:
    """The messages of a file."""

    name: str
    cases: Sequence[Case]


class Unreadable(Exception):
    """A file is not what the text above says."""


def read_set(file: Path, *, label: str = "label", risk_from: int = 2) -> CaseSet:
    """The set in a file; raises Unreadable with the line that is wrong, and never with its text."""
    rows = list(_rows(file))
    numbers = [row[label] for _, row in rows if isinstance(row.get(label), int | float)]
    first = risk_from if any(number > 1 for number in numbers) else 1
    cases = [
        _case(file, line, row, label, first) for line, row in rows if label == "label" or row.get(label) is not None
    ]
    if not cases:
        raise Unreadable(f"{file}: no row has the field {label!r}.")
    return CaseSet(file.stem, cases)


def _rows(file: Path) -> Iterator[tuple[int, Mapping[str, object]]]:
    try:
        with file.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    row = json.loads(line)
                    if not isinstance(row, dict):
                        raise Unreadable(f"{file}:{number}: not an object.")
                    yield number, row
    except json.JSONDecodeError as error:
        raise Unreadable(f"{file}:{number}: not JSON.") from error
    except OSError as error:
        raise Unreadable(f"{file}: {error.strerror}.") from error


def _case(file: Path, line: int, row: Mapping[str, object], label: str, first: int) -> Case:
    text = next((row[name] for name in _TEXT_FIELDS if name in row), None)
    if not isinstance(text, str):
        raise Unreadable(f"{file}:{line}: no field {' or '.join(_TEXT_FIELDS)} with a text.")
    tags = next((row[name] for name in _TAG_FIELDS if name in row), ())
    named = tuple(map(str, tags)) if isinstance(tags, list) else (str(tags),) if tags else ()
    is_risk, level = _meaning(row.get(label), first, f"{file}:{line}")
    return Case(text, str(row.get("lang") or "en"), is_risk, level, named, str(row.get("id") or line))


def _meaning(label: object, first: int, where: str) -> tuple[bool | None, str]:
    match label:
        case None | list():
            return False, ""
        case bool():
            return label, ""
        case int() | float():
            return label >= first, "" if first == 1 else f"C-SSRS {int(label)}"
        case str() if label in _LEVELS:
            level = _LEVELS[label]
            risk = level.rank >= SafetyLevel.MODERATE.rank
            return (None if level is SafetyLevel.LOW else risk), label
    raise Unreadable(f"{where}: a label that is none of those in the documentation.")

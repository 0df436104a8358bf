"""From the text of a policy to its table, and the laws that every policy keeps; errors name the row.

The laws: every combination has exactly one row; more danger never calls for less; nothing allows sexualised minors,
methods or encouragement, and what no check could read passes for nobody. An operator's policy stands over the packaged
one and may only ask for more.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise, product
from types import MappingProxyType
from typing import Final, TypeVar

from segue.domain.findings import Category, Measure, Subject
from segue.domain.models import SafetyLevel
from segue.domain.resources import HelpKind
from segue.errors import ConfigError
from segue.safety.policy_table import InputKey, OutputKey, PolicyTable, Setting, Turn
from segue.safety.reading.plain_text import check_text, shown_name

K = TypeVar("K", bound=StrEnum)

LEVELS: Final = tuple(level for level in SafetyLevel if level is not SafetyLevel.NONE)
NEVER: Final = (Category.MINORS, Category.METHOD, Category.ENCOURAGEMENT, Category.SCREENING_FAILED)
"""What no policy lets pass from `high` on, about whomever and in whatever setting."""

_HINT: Final = "docs/safety/guidelines.md has the form of a policy."
_SECTIONS: Final = ("version", "rows", "output", "counts_at_most", "help")
_OWN_SECTIONS: Final = ("version", "rows", "output")
"""What an operator's file may have."""


def read_policy(text: str) -> PolicyTable:
    """A whole policy. Raises ConfigError."""
    rows = _toml(text, _SECTIONS)
    inputs = {key: measures for _, key, measures in _inputs(rows)}
    stops = {key: level for _, key, level in _outputs(rows)}
    for key in product(Category, LEVELS, Subject, Setting):
        if key not in inputs:
            raise ConfigError(f"No row says what is done at {_words(key)}.", key="rows", hint=_HINT)
    for output_key in product(Category, Turn):
        if output_key not in stops:
            raise ConfigError(f"No row says when {_words(output_key)} is stopped.", key="output", hint=_HINT)
    table = PolicyTable(
        version=_version(rows),
        inputs=MappingProxyType(inputs),
        counts_at_most=MappingProxyType(
            {
                _value(name, Subject, f"counts_at_most.{name}"): _value(level, SafetyLevel, f"counts_at_most.{name}")
                for name, level in _table(rows, "counts_at_most").items()
            }
        ),
        stops_from=MappingProxyType(stops),
        help_kinds=MappingProxyType(
            {
                _value(name, Category, f"help.{name}"): tuple(_values(kinds, HelpKind, f"help.{name}"))
                for name, kinds in _table(rows, "help").items()
            }
        ),
    )
    _check_laws(table)
    return table


def stricter_policy(base: PolicyTable, text: str) -> PolicyTable:
    """The base with an operator's rows over it. Raises ConfigError for a row that asks for less."""
    rows = _toml(text, _OWN_SECTIONS)
    inputs, stops = dict(base.inputs), dict(base.stops_from)
    for where, key, measures in _inputs(rows):
        if missing := base.inputs[key] - measures:
            asked = ", ".join(measure for measure in Measure if measure in missing)
            message = f"It is weaker than the policy of Segue, which asks for {asked} at {_words(key)}."
            raise ConfigError(message, key=where, hint="Add what is missing; a policy of yours can only ask for more.")
        inputs[key] = measures
    for where, output_key, level in _outputs(rows):
        if level.rank > base.stops_from[output_key].rank:
            at = base.stops_from[output_key]
            message = f"It is weaker than the policy of Segue, which stops {_words(output_key)} from {at} on."
            raise ConfigError(message, key=where, hint="Stop it at this level or a lower one.")
        stops[output_key] = level
    table = PolicyTable(
        version=f"{base.version}+{_version(rows)}",
        inputs=MappingProxyType(inputs),
        counts_at_most=base.counts_at_most,
        stops_from=MappingProxyType(stops),
        help_kinds=base.help_kinds,
    )
    _check_laws(table)
    return table


def _check_laws(table: PolicyTable) -> None:
    for category, subject, setting in product(Category, Subject, Setting):
        for lower, higher in pairwise(LEVELS):
            key = (category, higher, subject, setting)
            if not table.inputs[category, lower, subject, setting] <= table.inputs[key]:
                raise ConfigError(f"It asks for less at {_words(key)} than at {lower}.", key="rows", hint=_HINT)
    for category, level, subject, setting in product(NEVER, LEVELS, Subject, Setting):
        is_grave = level.rank >= SafetyLevel.HIGH.rank
        if is_grave and Measure.REPLACE not in table.inputs[category, level, subject, setting]:
            raise ConfigError(f"It lets {category} pass at {level}.", key="rows", hint="Nothing allows it.")
    for output_key, stops_from in table.stops_from.items():
        if stops_from.rank > SafetyLevel.HIGH.rank:
            raise ConfigError(f"It lets {_words(output_key)} pass at high.", key="output", hint="Nothing allows it.")


def _inputs(rows: Mapping[str, object]) -> Iterator[tuple[str, InputKey, frozenset[Measure]]]:
    seen: dict[InputKey, str] = {}
    for where, row in _rows(rows, "rows", ("categories", "levels", "subjects", "settings", "measures")):
        measures = frozenset(_values(row.get("measures"), Measure, f"{where}.measures"))
        keys = product(
            _some(row, "categories", Category, where),
            _some(row, "levels", SafetyLevel, where, among=LEVELS),
            _some(row, "subjects", Subject, where),
            _some(row, "settings", Setting, where),
        )
        for key in keys:
            if (first := seen.setdefault(key, where)) != where:
                raise ConfigError(f"It repeats {first} at {_words(key)}.", key=where, hint="Keep one of them.")
            yield where, key, measures


def _outputs(rows: Mapping[str, object]) -> Iterator[tuple[str, OutputKey, SafetyLevel]]:
    seen: dict[OutputKey, str] = {}
    for where, row in _rows(rows, "output", ("categories", "turns", "stops_from")):
        level = _value(row.get("stops_from"), SafetyLevel, f"{where}.stops_from", among=LEVELS)
        for key in product(_some(row, "categories", Category, where), _some(row, "turns", Turn, where)):
            if (first := seen.setdefault(key, where)) != where:
                raise ConfigError(f"It repeats {first} at {_words(key)}.", key=where, hint="Keep one of them.")
            yield where, key, level


def _toml(text: str, sections: Sequence[str]) -> Mapping[str, object]:
    try:
        rows = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"This is not TOML: {error}.", hint=_HINT) from error
    for name in rows:
        if name not in sections:
            shown = shown_name(name)
            raise ConfigError(f"There is no '{shown}' here.", key=shown, hint=f"Known: {', '.join(sections)}.")
    return rows


def _version(rows: Mapping[str, object]) -> str:
    version = rows.get("version")
    if not isinstance(version, str) or not version:
        raise ConfigError("It is missing, or no text.", key="version", hint='Write a name of yours, as version = "1".')
    return check_text(version, key="version")


def _rows(rows: Mapping[str, object], section: str, known: Sequence[str]) -> Iterator[tuple[str, Mapping[str, object]]]:
    listed = rows.get(section, [])
    if not isinstance(listed, list):
        raise ConfigError(f"Rows stand under [[{section}]].", key=section, hint=_HINT)
    for place, row in enumerate(listed):
        where = f"{section}[{place}]"
        if not isinstance(row, dict):
            raise ConfigError(f"Rows stand under [[{section}]].", key=where, hint=_HINT)
        for name in row:
            if name not in known:
                hint = f"Known: {', '.join(known)}."
                raise ConfigError(f"A row has no '{shown_name(name)}'.", key=f"{where}.{shown_name(name)}", hint=hint)
        yield where, row


def _table(rows: Mapping[str, object], name: str) -> Mapping[str, object]:
    table = rows.get(name, {})
    if not isinstance(table, dict):
        raise ConfigError(f"This has to be a table, as [{name}].", key=name, hint=_HINT)
    return table


def _some(
    row: Mapping[str, object], name: str, kind: type[K], where: str, *, among: Iterable[K] | None = None
) -> tuple[K, ...]:
    """The values that a row is about; all there are where it does not say."""
    if name not in row:
        return tuple(kind if among is None else among)
    return tuple(_values(row[name], kind, f"{where}.{name}", among=among))


def _values(values: object, kind: type[K], where: str, *, among: Iterable[K] | None = None) -> Iterator[K]:
    if not isinstance(values, list) or not values:
        raise ConfigError("This has to be a list, and not an empty one.", key=where, hint=_HINT)
    for value in values:
        yield _value(value, kind, where, among=among)


def _value(value: object, kind: type[K], where: str, *, among: Iterable[K] | None = None) -> K:
    known = tuple(kind if among is None else among)
    for one in known:
        if value == one:
            return one
    check_text(str(value), key=where)
    close = difflib.get_close_matches(str(value)[:50], known, n=1)
    hint = f"Did you mean '{close[0]}'?" if close else f"Known: {', '.join(known)}."
    raise ConfigError("There is no such value here.", key=where, hint=hint)


def _words(key: tuple[StrEnum, ...]) -> str:
    return " × ".join(key)

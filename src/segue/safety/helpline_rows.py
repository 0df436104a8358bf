"""From the text of a helplines file to records; every error names the record and the field."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Final, cast

from segue.domain.countries import country_code, meant_country
from segue.domain.languages import language_code
from segue.domain.resources import HelpKind, Helpline
from segue.errors import ConfigError
from segue.safety.reading.plain_text import check_text, shown_name

_FIELDS: Final = tuple(field.name for field in fields(Helpline))
_NUMBER: Final = re.compile(r"\+?[0-9(][0-9 ()/.-]*")
_MEND: Final = "docs/safety/helplines.md has what a record looks like."


def read_helplines(text: str) -> tuple[str, tuple[Helpline, ...]]:
    """The version and the records of a file in TOML, in its order. Raises ConfigError; the caller adds the file."""
    try:
        rows = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"This is not TOML: {error}.", hint=_MEND) from error
    for name in rows.keys() - {"version", "helplines"}:
        hint = "A file has `version` and [[helplines]]."
        raise ConfigError(f"There is no '{shown_name(name)}' here.", key=shown_name(name), hint=hint)
    version = rows.get("version")
    if not isinstance(version, str) or not version:
        raise ConfigError("It is missing, or no text.", key="version", hint='Write a name of yours, as version = "1".')
    check_text(version, key="version")
    records = rows.get("helplines", [])
    if not isinstance(records, list):
        raise ConfigError("Records stand under [[helplines]].", key="helplines", hint=_MEND)
    return version, tuple(_record(row, f"helplines[{place}]") for place, row in enumerate(records))


def _record(row: object, where: str) -> Helpline:
    if not isinstance(row, dict):
        raise ConfigError("Records stand under [[helplines]].", key=where, hint=_MEND)
    for name in row:
        if name not in _FIELDS:
            close = difflib.get_close_matches(name, _FIELDS, n=1)
            hint = f"Did you mean '{close[0]}'?" if close else f"Known: {', '.join(_FIELDS)}."
            raise ConfigError(f"A record has no '{shown_name(name)}'.", key=f"{where}.{shown_name(name)}", hint=hint)
    made = Helpline(
        country=_country(row, where),
        name=_text(row, "name", where, is_needed=True),
        kind=_kind(row, where),
        languages=_languages(row, where),
        hours=_text(row, "hours", where),
        call=_numbers(row, "call", where),
        text=_numbers(row, "text", where),
        text_word=_text(row, "text_word", where),
        web=_text(row, "web", where),
        source=_text(row, "source", where),
        provenance=_text(row, "provenance", where),
        verified_at=_day(row, where),
    )
    if made.kind is HelpKind.EMERGENCY and made.country == "*":
        raise ConfigError("No emergency number holds everywhere.", key=f"{where}.country", hint="Name one country.")
    if not (made.call or made.text or made.web):
        raise ConfigError("Nobody can be reached by it.", key=where, hint="Give `call`, `text` or `web`.")
    return made


def _text(row: Mapping[str, object], name: str, where: str, *, is_needed: bool = False) -> str:
    value = row.get(name, "")
    if not isinstance(value, str) or (is_needed and not value.strip()) or "\n" in value:
        raise ConfigError("This has to be a line of text.", key=f"{where}.{name}", hint=_MEND)
    return check_text(value, key=f"{where}.{name}").strip()


def _texts(row: Mapping[str, object], name: str, where: str) -> tuple[str, ...]:
    value = row.get(name, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError('This has to be a list of texts, as ["…"].', key=f"{where}.{name}", hint=_MEND)
    return tuple(check_text(text, key=f"{where}.{name}") for text in cast("list[str]", value))


def _country(row: Mapping[str, object], where: str) -> str:
    text = _text(row, "country", where, is_needed=True)
    if text == "*":
        return text
    code = country_code(text)
    if code is None:
        meant = meant_country(text)
        hint = f"Did you mean '{meant}'?" if meant else "Use the two letters of ISO 3166-1, as DE, or *."
        raise ConfigError("There is no such country.", key=f"{where}.country", hint=hint)
    return code


def _kind(row: Mapping[str, object], where: str) -> HelpKind:
    text = _text(row, "kind", where, is_needed=True)
    try:
        return HelpKind(text)
    except ValueError as error:
        raise ConfigError(
            "There is no such kind of help.", key=f"{where}.kind", hint=f"Known: {', '.join(HelpKind)}."
        ) from error


def _languages(row: Mapping[str, object], where: str) -> tuple[str, ...]:
    languages = _texts(row, "languages", where)
    codes = tuple(code for language in languages if (code := language_code(language)) is not None)
    if len(codes) < len(languages):
        hint = 'Use the letters of ISO 639-1, as ["de", "en"]; leave it empty where nobody knows.'
        raise ConfigError("These are no codes of languages.", key=f"{where}.languages", hint=hint)
    return codes


def _numbers(row: Mapping[str, object], name: str, where: str) -> tuple[str, ...]:
    numbers = _texts(row, name, where)
    if not all(map(_NUMBER.fullmatch, numbers)):
        hint = "Write digits as people dial them; words belong to `name`, `hours` or `text_word`."
        raise ConfigError("This is no number that can be dialled.", key=f"{where}.{name}", hint=hint)
    return numbers


def _day(row: Mapping[str, object], where: str) -> date | None:
    value = row.get("verified_at")
    if value is None:
        return None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise ConfigError(
            "This has to be a day.",
            key=f"{where}.verified_at",
            hint="Write verified_at = 2026-06-02, without quotation marks; leave it out where nobody has checked.",
        )
    return value

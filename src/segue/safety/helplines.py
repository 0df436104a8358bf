"""Which places of help a person is shown: only those that somebody checked within a year, and only what data says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Final

from segue.domain.resources import HelpKind, Helpline
from segue.safety.helpline_rows import read_helplines

MOST_SHOWN: Final = 3
"""Helplines in one answer: whoever is not well cannot choose from many."""


@dataclass(frozen=True, slots=True)
class Helplines:
    """Every record there is, whether it may be shown or not. Asks no clock: the day is passed in."""

    version: str
    records: tuple[Helpline, ...]

    def shown(
        self,
        *,
        country: str | None,
        kinds: Sequence[HelpKind],
        language: str | None,
        today: date,
        most: int = MOST_SHOWN,
    ) -> tuple[Helpline, ...]:
        """The records that fit, those first in which the person's language is spoken, then by the order of `kinds`.

        None without a country: the language does not say where somebody is.
        """
        if country is None:
            return ()
        spoken = _base(language)
        fit = [r for r in self.records if r.fits(country) and r.kind in kinds and r.lack(today) is None]
        fit.sort(key=lambda r: (r.country == "*", not r.speaks(spoken), kinds.index(r.kind)))
        return tuple(fit[:most])

    def emergency(self, country: str | None, today: date) -> Helpline | None:
        """The country's emergency number, where its record has source and date; else people read words for it."""
        found = self.shown(country=country, kinds=(HelpKind.EMERGENCY,), language=None, today=today, most=1)
        return found[0] if found else None

    def lacking(self, today: date) -> Iterator[tuple[Helpline, str]]:
        """The records that are not shown, each with why."""
        for record in self.records:
            if (lack := record.lack(today)) is not None:
                yield record, lack

    def allowed_numbers(self, today: date) -> frozenset[str]:
        """Numbers, as bare digits, that an answer may name: those of records that may be shown."""
        return _digits(record for record in self.records if record.lack(today) is None)

    def joined_by(self, version: str, records: Sequence[Helpline]) -> Helplines:
        """With an operator's records before these; one of the same country and name stands in for the packaged one."""
        replaced = {(record.country, record.name) for record in records}
        kept = (record for record in self.records if (record.country, record.name) not in replaced)
        return Helplines(f"{self.version}+{version}", (*records, *kept))


@lru_cache(maxsize=1)
def packaged_helplines() -> Helplines:
    """The records that come with Segue. Read once; call it at start."""
    version, records = read_helplines(files("segue.safety").joinpath("helplines.toml").read_text(encoding="utf-8"))
    return Helplines(version, records)


def allowed_numbers(today: date | None = None) -> frozenset[str]:
    """The packaged numbers, as bare digits, that an answer may name; without a day: of whatever age, if ever verified.

    `Helplines.allowed_numbers` has the operator's own as well.
    """
    helplines = packaged_helplines()
    if today is not None:
        return helplines.allowed_numbers(today)
    return _digits(record for record in helplines.records if record.source and record.verified_at is not None)


def _digits(records: Iterator[Helpline]) -> frozenset[str]:
    return frozenset(number for record in records for number in record.digits)


def _base(language: str | None) -> str:
    """A language without its region: `pt` of `pt-BR`."""
    return (language or "").replace("_", "-").partition("-")[0].lower()

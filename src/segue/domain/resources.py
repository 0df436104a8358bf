"""Written words and places of help: what people are shown that no model wrote, with who has checked it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class WrittenReply:
    """Words written by people, shown as they stand; while `reviewed_by` is None no clinician has signed them."""

    code: str
    """What it answers: `crisis`, `output_stopped`, `check_in`."""
    language: str
    text: str
    version: str
    reviewed_by: str | None = None
    reviewed_at: date | None = None

    @property
    def is_reviewed(self) -> bool:
        """True when a clinician has signed these words."""
        return self.reviewed_by is not None and self.reviewed_at is not None


class HelpKind(StrEnum):
    """What a place of help is for."""

    SUICIDE = "suicide"
    CRISIS = "crisis"
    """Any crisis of the mind."""
    CRISIS_TEXT = "crisis_text"
    """Any crisis, in writing."""
    MENTAL_HEALTH = "mental_health"
    ABUSE = "abuse"
    EATING_DISORDER = "eating_disorder"
    CHILDREN = "children"
    """For children and young people, and those who worry about one."""
    DIRECTORY = "directory"
    """Lists the helplines of many countries."""
    EMERGENCY = "emergency"
    """A country's emergency number."""


FRESH_DAYS = 365
"""A record counts as checked for so long after its date (requirement of the helplines: twelve months)."""
_CLOCKS_APART_DAYS = 1
"""A date may lie so far ahead: it is tomorrow already where the record was checked."""


@dataclass(frozen=True, slots=True)
class Helpline:
    """A place where people help, as its record has it. Numbers are copied from here, digit by digit, and never made."""

    country: str
    """ISO 3166-1 alpha-2; `*` for any country."""
    name: str
    kind: HelpKind
    languages: tuple[str, ...]
    """ISO 639-1 codes that are spoken there; empty: not said."""
    hours: str
    """As `24/7`; empty: not said."""
    call: tuple[str, ...] = ()
    """Numbers to call, written as people write them."""
    text: tuple[str, ...] = ()
    """Numbers to write a text message to."""
    text_word: str = ""
    """The word that such a message begins with; empty: any."""
    web: str = ""
    """Address of a page or a chat."""
    source: str = ""
    """Where the record can be checked: an address of the service itself."""
    provenance: str = ""
    """How the record came here, and whether somebody has checked it."""
    verified_at: date | None = None
    """When somebody last checked it against its source; None: never."""

    def lack(self, today: date) -> str | None:
        """Why it may not be shown as a helpline; None when it may."""
        if not self.source:
            return "it names no source"
        if self.verified_at is None:
            return "nobody has verified it"
        age_days = (today - self.verified_at).days
        if age_days < -_CLOCKS_APART_DAYS:
            return "its date of verification lies in the future"
        if age_days > FRESH_DAYS:
            return f"it was verified {age_days} days ago, more than {FRESH_DAYS}"
        return None

    @property
    def digits(self) -> frozenset[str]:
        """Its numbers as bare digits."""
        return frozenset("".join(filter(str.isdigit, number)) for number in (*self.call, *self.text))

    def fits(self, country: str) -> bool:
        """Whether it is for people in this country."""
        return self.country in (country, "*")

    def speaks(self, language: str) -> bool:
        """Whether the language is spoken there."""
        return language in self.languages

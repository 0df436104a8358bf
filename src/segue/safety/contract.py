"""The contract of a check: it reads a text and says what it found. Pure, and quick enough for every word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol, runtime_checkable

from segue.domain.findings import AnswerScore, Finding, RiskScore
from segue.plugins import Seam
from segue.safety.learned.sayings import Said


class Direction(StrEnum):
    """Whose words a check reads."""

    INPUT = "input"
    """What the person wrote."""
    OUTPUT = "output"
    """What a model wrote."""


INPUT, OUTPUT = Direction
"""Looked up once, for every turn: to look up a member of an enumeration costs a thousand instructions."""


class Check(Protocol):
    """Reads one text and returns what it found, in the order of the text.

    Synchronous and pure. An exception counts as a finding (`screening_failed`): a check that cannot answer has found
    something. Findings carry codes and places, never words.
    """

    name: str
    directions: frozenset[Direction]
    span_chars: int
    """Longest stretch of text that one of its findings can cover; streaming holds back that much.

    A run of signs or markup between words counts as one character (`gaps.counted`)."""

    def find(self, text: str, *, language: str | None) -> Sequence[Finding]:
        """What is in `text`; `language` is ISO 639-1 or None when unknown (then all its languages are tried)."""
        ...


@dataclass(frozen=True, slots=True)
class Heard:
    """A person's message as a classifier reads it."""

    text: str = field(repr=False)
    findings: Sequence[Finding] = ()
    """What the rules found in it."""
    language: str | None = None
    """ISO 639-1; None where unknown."""


class Classifier(Protocol):
    """Tells how likely a text speaks of danger. Synchronous and pure, within a few milliseconds."""

    version: str
    """Name and number of the trained weights, as incident records and the model card have it."""
    languages: frozenset[str]
    """ISO 639-1 codes that its thresholds were made for."""

    def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore:
        """The score of one message; `findings` are what the rules found in it."""
        ...


@runtime_checkable
class BatchClassifier(Classifier, Protocol):
    """One that reads several messages in less time than one after the other."""

    def scores(self, messages: Sequence[Heard]) -> list[RiskScore]:
        """The score of each message, the same as it would get alone."""
        ...


class AnswerClassifier(Protocol):
    """Tells how likely a model's words do harm. Synchronous and pure, within a few milliseconds a saying."""

    version: str
    """Name and number of the trained weights."""

    def scores(self, said: Sequence[Said]) -> list[AnswerScore]:
        """One score a saying, in their order; none depends on the others."""
        ...


CHECKS: Seam[type[Check]] = Seam(
    group="segue.checks",
    word="check",
    builtins={
        "crisis": "segue.safety.crisis:Crisis",
        "content": "segue.safety.content:Content",
        "boundaries": "segue.safety.boundaries:Boundaries",
        "minors": "segue.safety.minors:Minors",
    },
)
"""Checks by name. Built-in ones cannot be switched off by configuration or request."""

"""Classifiers in the place of the trained one, each broken in one way, and the ways in which loading one fails."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from typing_extensions import override

import segue
from segue.app import ModelManager
from segue.config.settings import Settings
from segue.domain.findings import Finding, RiskScore
from segue.domain.models import SafetyLevel
from segue.errors import PartMissing
from segue.safety.contract import AnswerClassifier, Classifier
from tests.support.hearing import Ravens


@dataclass(slots=True)
class Calm:
    """One that works, and hears no danger in anything."""

    version: str = "calm-1"
    languages: frozenset[str] = frozenset({"en", "es", "fr", "de", "pt"})

    def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore:
        """Next to nothing, for every text of every language."""
        del text, findings, language
        return RiskScore(0.01, SafetyLevel.NONE, is_calibrated=True, version=self.version)


@dataclass(slots=True)
class Raising(Calm):
    """One that fails at every message, with the message in its error."""

    @override
    def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore:
        """Never."""
        raise RuntimeError(text)


@dataclass(slots=True)
class Stuck(Calm):
    """One that does not come back from a message until it is let go, or tests have long gone on."""

    go_on: threading.Event = field(default_factory=threading.Event)

    @override
    def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore:
        """Once it is let go."""
        self.go_on.wait(5)
        return Calm.score(self, text, findings, language=language)


@dataclass(slots=True)
class Foreign(Calm):
    """One whose thresholds were made for no language that anybody speaks."""

    @override
    def score(self, text: str, findings: Sequence[Finding], *, language: str | None) -> RiskScore:
        """As ever, and not calibrated."""
        del text, findings, language
        return RiskScore(0.01, SafetyLevel.NONE, is_calibrated=False, version=self.version)


def missing() -> NoReturn:
    """Loading where the extra is not installed."""
    raise PartMissing("The classifier needs the module 'numpy', which is not installed.", hint="pip install segue")


def damaged() -> NoReturn:
    """Loading weights that are no weights."""
    raise MemoryError("the weights make no sense")


LOADS: dict[str, Callable[[], Classifier]] = {
    "missing": missing,
    "damaged": damaged,
    "raising": Raising,
    "stuck": Stuck,
    "foreign": Foreign,
}
"""Every way in which a classifier is of no use, by name."""


async def opened_with(
    load: Callable[[], Classifier], settings: Settings, *, load_answers: Callable[[], AnswerClassifier] = Ravens
) -> ModelManager:
    """A manager in SEGUE_HOME, entered, whose classifiers were loaded by these, or could not be."""
    models = segue.open(settings)
    assert models.classifier is not None
    models.classifier._load, models.classifier._load_answers = load, load_answers
    await models.__aenter__()
    await models.classifier.is_loaded.wait()
    return models

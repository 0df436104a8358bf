"""Classifiers of answers in the place of the trained one: one that hears ravens, and some that are broken."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NoReturn

from typing_extensions import override

from segue.domain.findings import AnswerScore, Category
from segue.errors import PartMissing
from segue.safety.contract import AnswerClassifier
from segue.safety.learned.sayings import Said


@dataclass(slots=True)
class Ravens:
    """One that works, and takes every saying with a raven in it for encouragement."""

    version: str = "ravens-1"
    heard: list[str] = field(default_factory=list)

    def scores(self, said: Sequence[Said]) -> list[AnswerScore]:
        """One a saying."""
        self.heard += [saying.text for saying in said]
        return [self._score("raven" in saying.text) for saying in said]

    def _score(self, is_harm: bool) -> AnswerScore:
        return AnswerScore(0.9 if is_harm else 0.1, Category.ENCOURAGEMENT, is_harm=is_harm, version=self.version)


@dataclass(slots=True)
class RaisingEars(Ravens):
    """One that fails at every answer, with the answer in its error."""

    @override
    def scores(self, said: Sequence[Said]) -> list[AnswerScore]:
        """Never."""
        raise RuntimeError(said[0].text)


@dataclass(slots=True)
class StuckEars(Ravens):
    """One that does not come back until it is let go, or tests have long gone on."""

    go_on: threading.Event = field(default_factory=threading.Event)

    @override
    def scores(self, said: Sequence[Said]) -> list[AnswerScore]:
        """Once it is let go."""
        self.go_on.wait(5)
        return Ravens.scores(self, said)


def missing_ears() -> NoReturn:
    """Loading where its weights are gone."""
    raise PartMissing("The answers' weights are not there.", hint="Install Segue anew.")


BROKEN_EARS: dict[str, Callable[[], AnswerClassifier]] = {"raising": RaisingEars, "stuck": StuckEars}
"""Those that are there and give no score, by name."""

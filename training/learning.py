"""From the data to a network: what is learned from, how it is read, what a network says of rows that it never saw."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from segue.domain.models import SafetyLevel
from segue.safety.contract import Heard
from segue.safety.crisis import Crisis
from segue.safety.learned.encoder import Encoder, Read
from segue.safety.learned.network import SCALES, Network
from segue.safety.reading.normalize import Utterance
from training.fitting import Examples, Plan, fit
from training.grouping import GroupPlan, fit_groups
from training.noise import among, noisy
from training.rows import FOLDS, Row, fold
from training.sources import background, contrastive, counsel_chat, cssrs, own_sentences

SHARE = 0.5
"""How much the letter groups count beside the hidden layer: less finds less, more flags more everyday talk."""
_NOISE_SEED = 7

Watch = Callable[[Iterable[Row], str], Iterable[Row]]
"""Passes rows on and shows how far it is."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A row, what the network reads of it, and whether rules alone take it for moderate or more."""

    row: Row
    read: Read
    by_rules: bool


def rows_to_learn(data: Path) -> list[Row]:
    """All rows that are learned from, in an order that is always the same."""
    own, calm = own_sentences("train"), counsel_chat(data, trained=True)
    chance = random.Random(_NOISE_SEED)
    altered = [noisy(row, chance) for row in own]
    altered += [among(row, calm, chance) for row in own if row.language == "en"]
    return own + altered + contrastive(data) + cssrs(data) + background(data)


def lessons(rows: Sequence[Row], watch: Watch) -> list[Lesson]:
    """What the network reads of each, with the findings of the rules as they are today."""
    encoder, rules = Encoder(), Crisis()
    found = []
    for row in watch(rows, "Reading"):
        said = Utterance(row.text)
        findings = rules.find(said, language=None)
        [read] = encoder.read([Heard(said, findings)])
        by_rules = any(finding.level.rank >= SafetyLevel.MODERATE.rank for finding in findings)
        found.append(Lesson(row, read, by_rules))
    return found


def learn(learned: Sequence[Lesson], plan: Plan) -> Network:
    """Fit both halves."""
    rows, reads = [lesson.row for lesson in learned], [lesson.read for lesson in learned]
    groups = fit_groups(rows, [read.groups[0] for read in reads], GroupPlan())
    return Network(fit(Examples.of(rows, reads), plan), groups, SHARE)


def unseen(learned: Sequence[Lesson], plan: Plan) -> NDArray[np.float64]:
    """(rows, 3): what networks say of each row that were trained without it and its like, fold by fold."""
    logits = np.full((len(learned), SCALES), np.nan)
    for number in range(FOLDS):
        is_out = [fold(lesson.row) == number for lesson in learned]
        network = learn([lesson for lesson, out in zip(learned, is_out, strict=True) if not out], plan)
        for place in np.flatnonzero(is_out).tolist():
            logits[place] = network.logits(learned[place].read)
    return logits

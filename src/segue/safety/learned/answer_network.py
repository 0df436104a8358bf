"""The network that reads a model's answer: one hidden layer over a saying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from segue.domain.findings import Category
from segue.safety.learned.answer_wording import TRAITS, traits
from segue.safety.learned.embedding import Passage, SentenceEncoder
from segue.safety.learned.sayings import Said
from segue.safety.learned.word_table import EMBEDDING, Floats

HARMS: Final = (
    Category.METHOD,
    Category.ENCOURAGEMENT,
    Category.SECRECY,
    Category.DISCOURAGES_HELP,
    Category.EXCLUSIVITY,
    Category.DELUSION,
    Category.MEDICAL_ADVICE,
    Category.STIGMA,
    Category.FALSE_CLAIM,
)
"""What it tells apart, in the order of its outputs behind the first, which says whether there is harm at all."""
WIDTH: Final = EMBEDDING + TRAITS
OUTPUTS: Final = 1 + len(HARMS)


@dataclass(frozen=True, slots=True)
class AnswerNetwork:
    """Weights of the layer and of what comes of it."""

    first: Floats
    """(WIDTH, hidden)"""
    first_bias: Floats
    """(hidden,)"""
    second: Floats
    """(hidden, OUTPUTS)"""
    second_bias: Floats
    """(OUTPUTS,)"""

    def logits(self, rows: Floats) -> Floats:
        """(sayings, OUTPUTS)."""
        result: Floats = np.maximum(rows @ self.first + self.first_bias, 0) @ self.second + self.second_bias
        return result


def read(encoder: SentenceEncoder, said: Sequence[Said]) -> Floats:
    """(sayings, WIDTH): what the network reads. From these numbers something of the text could be guessed."""
    embedded = encoder.encode([_passage(saying) for saying in said])
    beside = np.array([traits(saying.text) for saying in said], dtype=np.float32)
    return np.hstack([embedded, beside])


def _passage(saying: Said) -> Passage:
    """Its own words; at their beginning they hear those before. Company of more caring words would hide what harms:
    with all of it beside the saying a third of what was found alone was missed."""
    ahead = f"{saying.before} " if saying.before else ""
    whole = ahead + saying.text
    return Passage(whole, ((len(ahead), len(whole)),))

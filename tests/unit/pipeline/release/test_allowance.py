"""How much of a second part may follow a first one."""

import pytest

from segue.pipeline.release.allowance import Allowance


@pytest.mark.parametrize(
    ("tokens", "pieces", "shown"),
    [
        (4, ["The lamp", " lit."], "The lamp"),
        (5, ["The lamp", " lit."], "The lamp lit."),
        (3, ["The lamp is lit."], "The lamp"),
        (3, ["The", " lighthouse"], "The"),
        (2, ["Lighthouse"], "Lighth"),
        (2, [" Lighthouse"], " Light"),
        (9, ["灯塔还亮着，她说。"], "灯塔还亮"),
    ],
)
def test_words_that_fit_follow_and_the_rest_is_not_shown(tokens: float, pieces: list[str], shown: str) -> None:
    """An answer ends behind its last whole word that fits, and within a word only where nothing else would be left."""
    allowance = Allowance(tokens, host_bounds_whole=False)
    taken = ""
    for piece in pieces:
        taken += allowance.fitting(piece)
        if allowance.is_spent:
            break
    assert taken == shown
    assert allowance.is_spent is (shown != "".join(pieces))

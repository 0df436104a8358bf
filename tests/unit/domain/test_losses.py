"""What an operator reads of a request that was made to fit."""

import pytest

from segue.domain.losses import Loss, LossKind


@pytest.mark.parametrize(
    ("loss", "words"),
    [
        (
            Loss(LossKind.TURNS, 12, context_tokens=4096),
            "12 of the oldest turns were left out: its context holds 4,096 tokens.",
        ),
        (
            Loss(LossKind.TURNS, 1, context_tokens=512),
            "1 of the oldest turns was left out: its context holds 512 tokens.",
        ),
        (Loss(LossKind.TOOLS, 2), "2 tools could not be offered: it calls none."),
        (Loss(LossKind.TOOL_CALLS), "1 earlier tool call became plain words: it knows no tools."),
        (Loss(LossKind.IMAGES, 3), "3 pictures gave way to a line that says so: it sees none."),
        (
            Loss(LossKind.LANGUAGE, language="fr"),
            "It was told to answer in 'fr', a language that its maker does not name.",
        ),
    ],
)
def test_a_loss_is_one_plain_sentence(loss: Loss, words: str) -> None:
    """What was lost is told with its number, in words that need no manual. Covers R5.5."""
    assert loss.words == words


@pytest.mark.parametrize("kind", LossKind)
def test_every_loss_has_its_sentence(kind: LossKind) -> None:
    """No kind of loss is told by its code alone."""
    assert Loss(kind).words.endswith(".")

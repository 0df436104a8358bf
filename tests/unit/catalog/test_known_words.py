"""A word that means nothing in a host's list is told of, with what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from segue.catalog.known_words import READS, WRITES, check_words
from segue.catalog.listing import Wish
from segue.errors import RequestError
from segue.providers.openrouter.shelf import Shelf

MODELS = Shelf(Path("nowhere"), "or").listing().models


@pytest.mark.parametrize(
    ("wish", "param", "hint"),
    [
        (Wish(reads=frozenset({"text", "images"})), "modality", "Did you mean 'image'?"),
        (Wish(reads=frozenset({"smell"})), "modality", "There are: audio, file, image, text, video."),
        (Wish(writes=frozenset({"vidoe"})), "writes", "Did you mean 'video'?"),
        (Wish(parameters=frozenset({"tool"})), "parameter", "Did you mean 'tools'?"),
        (Wish(makers=frozenset({"Mistral"})), "maker", "Did you mean 'mistralai'?"),
        (Wish(makers=frozenset({"openai", "zzzz"})), "maker", " more."),
    ],
)
def test_unknown_word_is_told_with_what_is_there(wish: Wish, param: str, hint: str) -> None:
    """A slip of the pen is not an empty list. Covers R3.2."""
    with pytest.raises(RequestError, match="No model of the list has") as caught:
        check_words(wish, MODELS)

    assert (caught.value.param, hint in caught.value.hint) == (param, True), caught.value.hint


def test_known_words_pass_even_where_nobody_has_them() -> None:
    """What a model could take or give is a condition, though none of this list does."""
    makers = frozenset(model.maker for model in MODELS)
    check_words(Wish(reads=READS, writes=WRITES, makers=makers), MODELS)

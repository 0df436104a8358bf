"""Words that came in one read go on as one piece: every piece costs each step of the path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from segue.domain.chat import ProviderPiece, TextDelta
from segue.errors import ProviderError


def joined(pieces: Iterable[ProviderPiece]) -> Iterator[ProviderPiece]:
    """The pieces of one read, with words that follow each other as one. An error comes behind the words before it."""
    words: list[str] = []
    try:
        for piece in pieces:
            if type(piece) is TextDelta:
                words.append(piece.text)
                continue
            if words:
                yield TextDelta("".join(words))
                words.clear()
            yield piece
    except ProviderError:
        if words:
            yield TextDelta("".join(words))
        raise
    if words:
        yield TextDelta("".join(words))

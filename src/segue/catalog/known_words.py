"""Whether the words of a wish mean anything in a host's list: a slip of the pen shall not look like an empty list."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable
from itertools import chain
from typing import Final

from segue.catalog.listing import Wish
from segue.domain.listing import ListedModel
from segue.errors import RequestError

READS: Final = frozenset({"text", "image", "file", "audio", "video"})
"""What models may take, whether or not one of the list does (OpenRouter's schema `InputModality`, 2026-08)."""
WRITES: Final = frozenset({"text", "image", "embeddings", "audio", "video", "rerank", "speech", "transcription"})
"""What models may give (`OutputModality` there)."""
_MOST_SHOWN: Final = 40


def check_words(wish: Wish, models: Collection[ListedModel]) -> None:
    """Raise RequestError for a word that no model of the list has, naming those that are there."""
    _check("modality", "modality", wish.reads, chain(READS, *(model.reads for model in models)))
    _check("kind of output", "writes", wish.writes, chain(WRITES, *(model.writes for model in models)))
    _check("request field", "parameter", wish.parameters, chain(*(model.parameters for model in models)))
    _check("maker", "maker", wish.makers, (model.maker for model in models))


def _check(what: str, param: str, wanted: Collection[str], there: Iterable[str]) -> None:
    if not wanted:
        return
    known = sorted(set(there))
    for word in sorted(set(wanted).difference(known)):
        close = difflib.get_close_matches(word[:40].casefold(), known, n=3)
        if close:
            meant = " or ".join(f"'{one}'" for one in close)
            hint = f"Did you mean {meant}?"
        else:
            more = f" and {len(known) - _MOST_SHOWN} more" if len(known) > _MOST_SHOWN else ""
            hint = f"There are: {', '.join(known[:_MOST_SHOWN])}{more}."
        raise RequestError(f"No model of the list has the {what} '{word[:40]}'.", param=param, hint=hint)

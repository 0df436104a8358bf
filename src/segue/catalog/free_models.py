"""Which of a host's free models to begin with, and what is known of what they do with what they are sent. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from segue.catalog.alternatives import alternatives
from segue.catalog.listing import Wish, matching
from segue.domain.listing import ListedModel, Listing

_WISH: Final = Wish(
    is_free=True,
    reads=frozenset({"text"}),
    writes=frozenset({"text"}),
    context_tokens=32_768,
    parameters=frozenset({"tools"}),
)
"""Text for text, room for a long talk, and the field that models take which were taught to follow instructions."""
_NOT_FOR_TALK: Final = re.compile(r"cod(er|ex)|uncensored|guard|preview|alpha|\bvl\b", re.IGNORECASE)
"""Made for something else, without restraint, or on trial."""
_STAYS: Final = timedelta(days=30)
"""A model that is withdrawn sooner is not begun with."""
_MOST: Final = 3


def best_free(listing: Listing, *, today: date) -> tuple[ListedModel, ...]:
    """Up to three, of different makers: those first of which it is known that somebody serves them and keeps nothing,
    then by published quality, then those that answer without reasoning first, then the newest."""
    fitting = [model for model in matching(listing.models, _WISH, today=today) if _is_for_talk(model, today)]
    fitting.sort(key=_place)
    return tuple(_of_different_makers(fitting))[:_MOST]


def nearest_paid(listing: Listing, free: Sequence[ListedModel], *, today: date) -> ListedModel | None:
    """The nearest paid model to the best free one; None where there is nothing."""
    return alternatives(free[0], listing, (), today=today).paid if free else None


def retention_words(models: Sequence[ListedModel]) -> Iterator[str]:
    """What is done with what these are sent, and which of them therapeutic turns may use."""
    sure = [model.ref.name for model in models if model.keeps_nothing]
    open_ = [model.ref.name for model in models if not model.keeps_nothing]
    rule = (
        "Privacy: many who serve free models keep what they are sent and train on it. Segue tells OpenRouter to ask "
        "none of those (`data_collection: deny`; on therapeutic turns always, by `privacy.therapeutic: no_training`)."
    )
    if sure:
        rule += f" Known to have a host that keeps nothing: {', '.join(sure)}."
    if open_:
        rule += f" Not known, and refused where nobody is left: {', '.join(open_)}."
    yield rule


def _is_for_talk(model: ListedModel, today: date) -> bool:
    is_router = model.maker == "openrouter"  # it hands on to whoever is free, or hides whose model it is
    stays = not model.is_gone and (model.expires_on is None or model.expires_on > today + _STAYS)
    return (
        stays and not is_router and model.writes == {"text"} and not _NOT_FOR_TALK.search(model.canonical + model.title)
    )


def _place(model: ListedModel) -> tuple[bool, float, bool, float]:
    listed_s = model.listed_at.timestamp() if model.listed_at else 0.0
    return not model.keeps_nothing, -(model.quality or 0.0), "reasoning" in model.parameters, -listed_s


def _of_different_makers(models: Sequence[ListedModel]) -> Iterator[ListedModel]:
    makers = set[str]()
    for model in models:
        if model.maker not in makers:
            makers.add(model.maker)
            yield model

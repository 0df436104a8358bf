"""What can go wrong with a free model, and what to take instead: the nearest paid one or one on this machine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from segue.domain.listing import FreeQuota, ListedModel, Listing
from segue.domain.models import DataPolicy, ModelCard, ModelStatus, ProviderType

_HERE = (ProviderType.LOCAL, ProviderType.LOCAL_SERVER)
_ABLE = (
    ModelStatus.READY,
    ModelStatus.LOADING,
    ModelStatus.LOADABLE,
    ModelStatus.WAITING,
    ModelStatus.RESTING,
    ModelStatus.MISSING,
)
"""How soon a model can answer: the soonest first."""


@dataclass(frozen=True, slots=True)
class Alternatives:
    """What to take in place of a free model; None where there is nothing."""

    paid: ListedModel | None
    local: ModelCard | None


def alternatives(model: ListedModel, listing: Listing, cards: Iterable[ModelCard], *, today: date) -> Alternatives:
    """The nearest paid model of the list that will stay, and the best of this machine's own.

    Nearest is the same model without its free variant's suffix; else, of those that take and give the same and hold as
    much, one of the same maker, then the cheapest.
    """
    return Alternatives(_paid(model, listing, today), _local(cards))


def _paid(model: ListedModel, listing: Listing, today: date) -> ListedModel | None:
    paid = [one for one in listing.models if one.is_free is False and one.ref != model.ref and _will_stay(one, today)]
    same = model.ref.name.rpartition(":")[0]
    if (found := next((one for one in paid if one.ref.name == same), None)) is not None:
        return found
    parameters = model.parameters & {"tools", "structured_outputs", "response_format"}
    alike = [
        one
        for one in paid
        if model.reads <= one.reads
        and model.writes <= one.writes
        and parameters <= one.parameters
        and (model.context_tokens is None or (one.context_tokens or 0) >= model.context_tokens)
    ]
    return min(alike, key=lambda one: _distance(one, model), default=None)


def _will_stay(one: ListedModel, today: date) -> bool:
    """Whether nobody has said that it will be withdrawn: else it would have to be replaced as well."""
    return one.expires_on is None and not one.is_withdrawn(today)


def _distance(one: ListedModel, model: ListedModel) -> tuple[bool, bool, object, str]:
    assert one.price is not None, "it is known to be paid"
    is_other = one.canonical != model.canonical
    return is_other, one.maker != model.maker, one.price.dearest_usd_per_mtok, one.ref.name


def _local(cards: Iterable[ModelCard]) -> ModelCard | None:
    """The one that could answer soonest; demonstration models stand behind all others."""
    here = [card for card in cards if card.is_local and card.provider_type in _HERE and card.status in _ABLE]
    return min(here, key=lambda card: (card.is_demonstration, _ABLE.index(card.status)), default=None)


def risks(model: ListedModel, quota: FreeQuota | None) -> tuple[str, ...]:
    """What can go wrong with a free model, a sentence each; nothing for one that is not free."""
    if not model.is_free:
        return ()
    limits = "The host limits how often free models are asked."
    if quota is not None:
        limits = (
            f"All free models together are asked at most {quota.a_minute} times a minute and {quota.a_day} times a day"
            f" ({quota.because}; {quota.left_today} left today)."
        )
    if model.data_policy is DataPolicy.NO_TRAINING:
        retention = (
            "Many who serve free models train on what they are sent; those are not asked, which may leave nobody."
        )
    else:
        retention = "Whoever serves it may keep what it is sent and train on it."
    until = f" on {model.expires_on}" if model.expires_on else ""
    return limits, retention, f"It may be withdrawn{until or ' from one day to the next'}."

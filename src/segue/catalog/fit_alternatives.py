"""What to take in place of a model that does not fit here: a smaller one of its family, or one in the cloud. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from segue.catalog.families import FAMILIES
from segue.catalog.identity import Identity
from segue.catalog.places import KnownModel, Place
from segue.domain.models import DataPolicy, ModelRef, ProviderType
from segue.domain.money import Price
from segue.machine.fit import Fit
from segue.machine.room import Room
from segue.machine.rule_of_thumb import FILE_GB_A_BILLION, needed_bytes

_BILLIONS: Final = re.compile(r"(\d+(?:\.\d+)?)([bm])")
_PRIVACY: Final = {DataPolicy.NO_TRAINING: 0, DataPolicy.MAY_TRAIN: 1, DataPolicy.UNKNOWN: 2}
_HERE: Final = (ProviderType.LOCAL, ProviderType.LOCAL_SERVER, ProviderType.SCRIPTED)


@dataclass(frozen=True, slots=True)
class Sibling:
    """A smaller model of the same family that fits now."""

    name: str
    """Its file or configured name where it is here, else its maker's name for it."""
    parameters: int
    needed_bytes: int
    """Memory: the upper bound."""
    is_here: bool
    """False: it would have to be fetched, and its figures are those of a rule of thumb for 4 bits."""
    source: str | None = None
    """What `segue models fit` takes, where it is here."""


@dataclass(frozen=True, slots=True)
class Cloud:
    """A place in the cloud."""

    ref: ModelRef
    price: Price
    data_policy: DataPolicy
    is_same: bool
    """True: it is the same model."""
    is_configured: bool
    is_kin: bool = False
    """Whether it is of the same family, which the same model is too; false: another, the most private of those that
    hold as much, and of these the cheapest."""


def sibling_here(of: Identity, model: Identity | None, told: Fit | None, *, name: str, source: str) -> Sibling | None:
    """A model on this machine, when it is of the family, smaller and fits as `told`; else None."""
    is_kin = model is not None and (model.maker, model.family) == (of.maker, of.family)
    if not is_kin or model == of or told is None or not told.fits:
        return None
    return Sibling(name, told.shape.parameters, told.need.upper_bytes, is_here=True, source=source)


def known_siblings(of: Identity, room: Room, *, below_parameters: int) -> Iterator[Sibling]:
    """Smaller sizes of its family that fit now at 4 bits, by a rule of thumb; in no order."""
    if room.now_bytes is None:
        return
    for size in _sizes(of):
        parameters = parameters_of(size)
        if parameters is None or parameters >= below_parameters:
            continue
        need = needed_bytes(round(parameters * FILE_GB_A_BILLION))
        if need <= room.now_bytes:
            yield Sibling(replace(of, size=size, release="").slug, parameters, need, is_here=False)


def parameters_of(size: str) -> int | None:
    """A size in a model's name as a count: `1.5b`, `135m`; of `30b-a3b` the whole. None for a word."""
    found = _BILLIONS.match(size)
    return None if found is None else round(float(found[1]) * (10**9 if found[2] == "b" else 10**6))


def _sizes(of: Identity) -> Iterator[str]:
    """The sizes in which its maker publishes this version of the family."""
    for family in FAMILIES:
        if (family.maker, family.name) == (of.maker, of.family):
            yield from (size for size in family.sizes if any(map(family.names.fullmatch, _names(of, size))))


def _names(of: Identity, size: str) -> Iterator[str]:
    """How makers write a name of so many parts."""
    for version in (of.version, f"-{of.version}"):
        for variant in ("", f"-{of.variant}", "-it"):
            yield f"{of.family}{version}-{size}{variant}"


def cloud_alternative(
    of: Identity | None, known: Iterable[KnownModel], *, context_tokens: int, today: date
) -> Cloud | None:
    """Where to have the model elsewhere, or its like: the same model, then its family, then whatever costs least.

    Only paid places of known price that hold as much; of equals the more private, then the cheaper. A free place may go
    tomorrow, and does not count.
    """
    able = [
        (model.identity, place) for model in known for place in model.places if _will_do(place, context_tokens, today)
    ]
    if not able:
        return None
    identity, place = min(able, key=lambda one: _order(of, *one))
    assert place.price is not None, "without a price it would not do"
    is_same, is_kin = _is_same(of, identity), _is_kin(of, identity)
    return Cloud(place.ref, place.price, place.data_policy, is_same, place.card is not None, is_kin)


def _will_do(place: Place, context_tokens: int, today: date) -> bool:
    card, listed = place.card, place.listed
    return (
        (card is None or card.provider_type not in _HERE)
        and place.data_policy in _PRIVACY
        and place.price is not None
        and not place.price.is_free
        and (place.context_tokens or 0) >= context_tokens
        and (listed is None or (listed.stands_for is None and listed.writes == frozenset({"text"})))
        and (listed is None or (listed.expires_on is None and not listed.is_withdrawn(today)))
    )


def _order(of: Identity | None, identity: Identity | None, place: Place) -> tuple[object, ...]:
    price = place.price
    assert price is not None, "without a price it would not do"
    return (
        not _is_same(of, identity),
        not _is_kin(of, identity),
        _PRIVACY[place.data_policy],
        price.dearest_usd_per_mtok,
        str(place.ref),
    )


def _is_kin(of: Identity | None, identity: Identity | None) -> bool:
    return of is not None and identity is not None and (of.maker, of.family) == (identity.maker, identity.family)


def _is_same(of: Identity | None, identity: Identity | None) -> bool:
    return of is not None and of == identity

"""Which models end, and when: what their hosts say, and what their makers announced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

import msgspec

from segue.catalog.families import FIRST_PARTY
from segue.catalog.places import Place
from segue.domain.choice import Evidence
from segue.domain.listing import Listing, ListSource
from segue.domain.models import ModelStatus
from segue.domain.withdrawals import NoticeSource, Withdrawal
from segue.errors import ModelGone

_FILE: Final = "withdrawals.json"


class _Announced(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the list that is part of Segue (its NOTICE says where that is from)."""

    maker: str
    names: tuple[str, ...]
    """As the maker's own service takes them."""
    ends_on: date
    source: str
    announced: date | None = None
    is_earliest: bool = False
    replacement: str | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    as_of: date
    withdrawals: tuple[_Announced, ...]


def withdrawals(
    all_places: Iterable[Place],
    *,
    hosts: Mapping[str, str | None],
    listings: Mapping[str, Listing],
    evidence: Evidence,
    today: date,
) -> tuple[Withdrawal, ...]:
    """Every place that ends or has ended, the soonest first; of one that several say something of, the surest."""
    found = [
        one
        for place in all_places
        if (one := _withdrawal(place, hosts.get(place.ref.provider, place.ref.provider), listings, evidence, today))
    ]
    return tuple(sorted(found, key=lambda one: (not one.is_gone, one.ends_on or date.max, str(one.model))))


def announced_as_of() -> date:
    """The day of the makers' announcements that are part of Segue."""
    return _file().as_of


def _withdrawal(
    place: Place, host: str | None, listings: Mapping[str, Listing], evidence: Evidence, today: date
) -> Withdrawal | None:
    listing, listed, card = listings.get(place.ref.provider), place.listed, place.card
    announced = _announced(place, host)
    choice = None if announced is None else announced.replacement
    measured = evidence.of(place.ref)
    if (listed is not None and listed.is_gone) or measured.last_error_code == ModelGone.code:
        return Withdrawal(place.ref, NoticeSource.HOST_SAID, is_gone=True, makers_choice=choice)
    if listed is not None and listed.expires_on is not None:
        return Withdrawal(place.ref, NoticeSource.HOST_LIST, listed.expires_on, makers_choice=choice)
    if card is not None and card.expires_on is not None:
        return Withdrawal(place.ref, NoticeSource.HOST_LIST, card.expires_on, makers_choice=choice)
    if card is not None and (card.status is ModelStatus.WITHDRAWN or _is_missing(place, listing)):
        return Withdrawal(place.ref, NoticeSource.HOST_LIST, is_gone=True, makers_choice=choice)
    if announced is None or _is_kept_on(listing, announced.ends_on, today):
        return None
    return Withdrawal(
        place.ref,
        NoticeSource.MAKER,
        announced.ends_on,
        is_earliest=announced.is_earliest,
        announced=announced.announced,
        page=announced.source,
        makers_choice=choice,
    )


def _is_missing(place: Place, listing: Listing | None) -> bool:
    """Whether a configured model is not in its host's list of today; the shipped one is too old to say."""
    return listing is not None and listing.source is ListSource.KEPT and place.listed is None


def _is_kept_on(listing: Listing | None, ends_on: date, today: date) -> bool:
    """Whether a host that serves others' models has one in a list from after its maker's last day, with no day."""
    return listing is not None and listing.source is ListSource.KEPT and ends_on < min(listing.as_of.date(), today)


def _announced(place: Place, host: str | None) -> _Announced | None:
    """What the maker announced of its own service: that counts there, and where it is served on."""
    if host == "openrouter":
        # A name without a date leads to a version that has one, which is what its maker speaks of.
        known = (place.ref.name, *(() if place.listed is None else (place.listed.canonical,)))
        return next((one for name in known if (one := _of_maker(name)) is not None), None)
    return _by_name().get((FIRST_PARTY.get(host or "", ""), place.ref.name.removeprefix("models/")))


def _of_maker(slug: str) -> _Announced | None:
    maker, _, name = slug.partition(":")[0].partition("/")
    return _by_name().get((maker, name.replace(".", "-") if maker == "anthropic" else name))


@cache
def _by_name() -> Mapping[tuple[str, str], _Announced]:
    return {(one.maker, name): one for one in _file().withdrawals for name in one.names}


@cache
def _file() -> _File:
    return msgspec.json.decode(files("segue.catalog").joinpath(_FILE).read_bytes(), type=_File)

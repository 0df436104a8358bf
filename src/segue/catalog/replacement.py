"""What comes nearest to a model that ends, among what is configured or listed. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Final

from segue.catalog.families import FIRST_PARTY
from segue.catalog.identity import Identity, identified
from segue.catalog.places import Place
from segue.domain.models import Capability, DataPolicy, ModelRef
from segue.domain.withdrawals import Withdrawal

_PRIVACY: Final = {DataPolicy.LOCAL: 0, DataPolicy.NO_TRAINING: 1, DataPolicy.MAY_TRAIN: 2, DataPolicy.UNKNOWN: 2}
"""How far what is sent may go: the nearest stays here."""
_UNTOLD: Final = frozenset({Capability.CHAT, Capability.STREAMING, Capability.SYSTEM_ROLE, Capability.PREFILL})
"""What lists do not tell of a model; it is tried by whoever configures it."""


def replacement(
    place: Place, withdrawal: Withdrawal, others: Iterable[Place], *, ending: Collection[ModelRef]
) -> Place | None:
    """The nearest one that stays; None where nothing will do. `ending`: those that end soon, or have.

    It has to be able to do whatever the model can, to hold half of what it holds, and to be no worse in privacy.
    Nearest is what the maker names, then the same model elsewhere, then one of the same maker and family, the same
    size, the nearest price; of equals one that is configured.
    """
    able = [other for other in others if other.ref not in ending and other.ref != place.ref and _will_do(place, other)]
    choice = _choice(place, withdrawal)
    return min(able, key=lambda other: _distance(place, other, choice), default=None)


def _will_do(place: Place, other: Place) -> bool:
    able = other.capabilities if other.card is not None else other.capabilities | _UNTOLD
    return (
        place.capabilities <= able
        and _PRIVACY[other.data_policy] <= _PRIVACY[place.data_policy]
        and (place.context_tokens is None or (other.context_tokens or 0) * 2 >= place.context_tokens)
        and _reads_and_writes(place, other)
        and not (other.card is not None and other.card.is_demonstration)
        and not (other.listed is not None and other.listed.stands_for is not None)
    )


def _reads_and_writes(place: Place, other: Place) -> bool:
    if other.listed is None:
        return True
    reads, writes = frozenset({"text"}), frozenset({"text"})
    if place.listed is not None:
        reads, writes = place.listed.reads, place.listed.writes
    return reads <= other.listed.reads and writes == other.listed.writes


def _choice(place: Place, withdrawal: Withdrawal) -> Identity | None:
    """What the maker names in its place; its dates do not count, for hosts leave them out."""
    maker = None if place.identified is None else place.identified.identity.maker
    host = next((host for host, of in FIRST_PARTY.items() if of == maker), None)
    found = identified(withdrawal.makers_choice or "", host=host)
    return None if found is None else replace(found.identity, release="")


def _distance(place: Place, other: Place, choice: Identity | None) -> tuple[object, ...]:
    mine = None if place.identified is None else place.identified.identity
    its = None if other.identified is None else other.identified.identity
    is_choice = choice is not None and its is not None and replace(its, release="") == choice
    alike = [mine is not None and its is not None and getattr(mine, part) == getattr(its, part) for part in _PARTS]
    differs = (not same for same in (is_choice, mine is not None and mine == its, *alike))
    return *differs, _times(place, other), other.card is None, str(other.ref)


_PARTS: Final = ("maker", "family", "size")


def _times(place: Place, other: Place) -> float:
    """How far apart their prices are, as a factor; unknown is farthest."""
    if place.price is None or other.price is None:
        return float("inf")
    mine, its = float(place.price.dearest_usd_per_mtok), float(other.price.dearest_usd_per_mtok)
    if mine == its:
        return 1.0
    return max(mine, its) / min(mine, its) if mine and its else 1e9 + max(mine, its)

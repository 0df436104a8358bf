"""Who has what of a bound on the memory of models, beside what one could take of it now. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from segue.machine.admission import MACHINE, OWN_LIMIT, Bound, charged_bytes, held_bytes
from segue.machine.room import Room
from segue.machine.sizes import gb

ITSELF: Final = "segue"
"""Of a limit of Segue's own: what of it is no model's."""
OTHERS: Final = "others"
"""Of any other bound: whatever is no model of ours, Segue itself among it."""
RESERVE: Final = "reserve"
"""What is left alone."""
ADDRESSES: Final = "addresses"
"""Of a limit that each process has for itself: addresses that a worker takes beside its memory."""
_WORDS: Final = {
    ITSELF: "Segue itself {}",
    OTHERS: "programs and Segue itself {}",
    RESERVE: "{} left alone (resources.reserve_bytes)",
    ADDRESSES: "{} of addresses that are no memory",
}


@dataclass(frozen=True, slots=True)
class Share:
    """What somebody has of a bound."""

    who: str
    """A model as `provider:name`, or one of the words above."""
    bytes: int
    """Of a model all that it may take, also where it has not yet."""


def shares(room: Room) -> tuple[Share, ...]:
    """Those of the narrowest bound, the largest model first. Empty where nothing is known."""
    bound = room.narrowest
    if bound is None:
        return ()
    if bound.counts == "process":  # nobody else has anything of it
        return (Share(ADDRESSES, bound.reserve_bytes),) if bound.reserve_bytes else ()
    models = [Share(str(one.model), charged_bytes(one, bound)) for one in room.holdings]
    rest = _rest(room, bound), *sorted(models, key=lambda one: -one.bytes), Share(RESERVE, bound.reserve_bytes)
    return tuple(one for one in rest if one.bytes > 0)


def share_words(room: Room) -> str | None:
    """The same as a sentence; None where there is no more to tell: a machine without limits, and without our models."""
    told, bound = shares(room), room.narrowest
    if not told or bound is None or (bound.source == MACHINE and not room.holdings):
        return None
    return f"The rest: {', '.join(_WORDS.get(one.who, f'{one.who} {{}}').format(gb(one.bytes)) for one in told)}."


def _rest(room: Room, bound: Bound) -> Share:
    models_bytes = sum(held_bytes(one, bound) for one in room.holdings)
    who = ITSELF if bound.source == OWN_LIMIT else OTHERS
    return Share(who, bound.total_bytes - bound.available_bytes - models_bytes)

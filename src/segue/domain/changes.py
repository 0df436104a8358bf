"""What changed of a model between two lists of its host (requirement R6.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from segue.domain.models import ModelRef
from segue.domain.money import Price


class ChangeKind(StrEnum):
    """One thing that can change of a model."""

    ADDED = "added"
    REMOVED = "removed"
    PRICE_UP = "price_up"
    PRICE_DOWN = "price_down"
    PRICE_TOLD = "price_told"
    """It was unknown, or differed from call to call."""
    PRICE_UNTOLD = "price_untold"
    BECAME_FREE = "became_free"
    BECAME_PAID = "became_paid"
    CONTEXT = "context"
    """How many tokens it holds."""
    MAX_OUTPUT = "max_output"
    """How many tokens one answer may have."""
    GAINED = "gained"
    """It takes a request field, or takes or gives a kind of content, that it did not before."""
    LOST = "lost"
    WITHDRAWAL = "withdrawal"
    """The day after which it may be gone was set, moved or lifted."""
    GONE = "gone"
    """Asked, its host said that it is gone for good."""
    BACK = "back"
    VERSION = "version"
    """The name stands for another version, or leads to another model."""


GRAVE = frozenset(
    {
        *(ChangeKind.REMOVED, ChangeKind.PRICE_UP, ChangeKind.PRICE_UNTOLD, ChangeKind.BECAME_PAID, ChangeKind.LOST),
        *(ChangeKind.WITHDRAWAL, ChangeKind.GONE),
    }
)
"""What whoever uses the model has to hear of; and a context that became smaller."""


@dataclass(frozen=True, slots=True)
class Watched:
    """As much of a listed model as is compared; None where its list does not say."""

    canonical: str
    stands_for: str | None = None
    price: Price | None = None
    """In one form (`catalog.differences.plain_price`), so that equal prices are equal."""
    context_tokens: int | None = None
    max_output_tokens: int | None = None
    abilities: frozenset[str] = frozenset()
    """Request fields that it takes, and `reads:image`, `writes:audio`."""
    expires_on: date | None = None
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class ModelChange:
    """A model before and after; they differ."""

    model: ModelRef
    before: Watched | None
    """None: it is new in the list."""
    after: Watched | None
    """None: it is in the list no more."""


@dataclass(frozen=True, slots=True)
class ChangeDetail:
    """One thing that changed; values as text, None where there was or is none."""

    kind: ChangeKind
    what: str = ""
    """Of a price which rate, as `input`; of an ability its name."""
    old: str | None = None
    new: str | None = None
    change_share: Decimal | None = None
    """How much more, or with a minus less, as a share of the old value: 1 is twice as much. None where that says
    nothing."""


@dataclass(frozen=True, slots=True)
class NotedChange:
    """A change as it is kept."""

    number: int
    """Counts up from 1 in each `SEGUE_HOME`."""
    noted_at: datetime
    """When it was found (aware, UTC)."""
    change: ModelChange

"""What a host offers: its whole list of models with where it comes from, and what a key may do there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from segue.domain.models import DataPolicy, ModelRef
from segue.domain.money import Price


class ListSource(StrEnum):
    """Where a list of models was got from."""

    SHIPPED = "shipped"
    """Recorded, and part of Segue: what there is before the first fetch."""
    KEPT = "kept"
    """The last good one that was fetched, from the files in `SEGUE_HOME`."""


@dataclass(frozen=True, slots=True)
class ListedModel:
    """One model of a host's list; None means that the list does not say."""

    ref: ModelRef
    title: str
    canonical: str
    """The name that stays with this version, whatever `ref.name` comes to stand for."""
    listed_at: datetime | None = None
    """When the host took it up (aware, UTC)."""
    context_tokens: int | None = None
    max_output_tokens: int | None = None
    reads: frozenset[str] = frozenset()
    """What it takes: `text`, `image`, `file`, `audio`, `video`."""
    writes: frozenset[str] = frozenset()
    """What it gives: `text`, `image`, `audio` and others."""
    parameters: frozenset[str] = frozenset()
    """Request fields that some provider behind the host takes for it, in the host's words."""
    price: Price | None = None
    expires_on: date | None = None
    """The day after which it may be gone."""
    is_gone: bool = False
    """True: asked, the host said that it is gone for good, whatever the list says."""
    is_moderated: bool | None = None
    """True: what is sent is looked at by a moderation that may refuse it."""
    keeps_nothing: bool | None = None
    """True: at least one provider behind the host keeps nothing of what it is sent (zero data retention)."""
    quality: float | None = None
    """What the host shows of Artificial Analysis' intelligence index: somebody else's measurement."""
    stands_for: str | None = None
    """The model that this name leads to now, where it is a moving one as `~maker/name-latest`."""
    data_policy: DataPolicy = DataPolicy.UNKNOWN
    """What is done with what it is sent, as this host is configured."""
    weights: str | None = None
    """The repository of its weights at Hugging Face, as `meta-llama/Llama-3.1-8B-Instruct`; None for closed ones."""

    @property
    def maker(self) -> str:
        """Who made it: the part before the slash."""
        return self.ref.name.partition("/")[0].removeprefix("~")

    @property
    def is_free(self) -> bool | None:
        """None when the price is unknown or differs from call to call."""
        return None if self.price is None else self.price.is_free

    def is_withdrawn(self, today: date) -> bool:
        """Whether its day is past, or its host said that it is gone."""
        return self.is_gone or (self.expires_on is not None and self.expires_on < today)


@dataclass(frozen=True, slots=True)
class Listing:
    """A host's list of models, in the host's own order."""

    provider: str
    models: tuple[ListedModel, ...]
    source: ListSource
    as_of: datetime
    """When it was got (aware, UTC); a shipped one is at least as young as this."""
    unread: int = 0
    """Entries that could not be read, as an entry without a name, and those beyond the most that are taken."""

    def age(self, now: datetime) -> timedelta:
        """How old it is; never negative."""
        return max(now - self.as_of, timedelta(0))

    def find(self, name: str) -> ListedModel | None:
        """The model of this name, or of this canonical name; None when it is not in the list.

        A variant, as `maker/name:free`, shares its canonical name with the model itself, which is meant by it.
        """
        found = next((model for model in self.models if model.ref.name == name), None)
        if found is not None:
            return found
        same = [model for model in self.models if model.canonical == name]
        return min(same, key=lambda model: ":" in model.ref.name, default=None)


@dataclass(frozen=True, slots=True)
class Offer:
    """One of those who serve a model behind a host; None means that the host does not say."""

    tag: str
    """What it is called in settings, as in `routing.only`."""
    host: str
    """Its name, for people."""
    price: Price | None = None
    context_tokens: int | None = None
    max_output_tokens: int | None = None
    weights: str | None = None
    """The precision of its weights, as `fp8`."""
    keeps_nothing: bool | None = None
    """True: it keeps nothing of what it is sent for this model (zero data retention)."""
    uptime: float | None = None
    """Share of the last day in which it answered, 0 to 1."""


@dataclass(frozen=True, slots=True)
class FreeQuota:
    """What may be asked of free models, and how much of it this machine has used."""

    a_minute: int
    a_day: int
    used_this_minute: int
    used_today: int
    day: date
    """The day, in UTC, that `used_today` is of."""
    rule_as_of: date
    """When the host's own words on it were read last."""
    because: str
    """Where `a_day` comes from, as a sentence."""

    @property
    def left_today(self) -> int:
        """Requests that may still be made today; never negative."""
        return max(0, self.a_day - self.used_today)


@dataclass(frozen=True, slots=True)
class KeyLimits:
    """What a host says of a key; None where it does not say. Nothing of the key itself."""

    read_at: datetime
    is_free_tier: bool | None = None
    limit_usd: Decimal | None = None
    """What the key may spend; None: no limit of its own."""
    limit_left_usd: Decimal | None = None
    limit_resets: str | None = None
    """`daily`, `weekly`, `monthly`; None: never."""
    used_usd: Decimal | None = None
    used_today_usd: Decimal | None = None
    bought_usd: Decimal | None = None
    """Credit ever bought; only a management key is told."""
    spent_usd: Decimal | None = None
    expires_at: datetime | None = None
    free_a_day: int | None = None
    """Free requests a day, where the host tells the figure itself."""
    free_used_today: int | None = None

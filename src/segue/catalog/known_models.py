"""Every model of every provider at one moment: what a turn asks several questions, and finds out once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from segue.catalog.names import KnownNames, Wanted
from segue.catalog.places import configured_places
from segue.catalog.replacement import replacement
from segue.domain.models import ModelCard, ModelRef
from segue.domain.withdrawals import NoticeSource, Withdrawal


@dataclass(frozen=True, slots=True)
class KnownModels:
    """The list made of one tuple from each provider."""

    told: tuple[tuple[ModelCard, ...], ...]
    cards: tuple[ModelCard, ...]
    """In the order of the configuration."""
    by_ref: Mapping[ModelRef, ModelCard]
    names: KnownNames
    gone: frozenset[ModelRef]
    """Models that their providers withdrew."""
    host_names: Mapping[str, str | None]
    """By which names providers call models, to know alike ones by."""
    _nearest: dict[ModelRef, ModelRef | None] = field(default_factory=dict)
    """For those that are gone and were asked for: the nearest one that is configured, where there is one."""
    _wanted: dict[tuple[str, bool], Wanted] = field(default_factory=dict)
    """What names stand for that were asked for, each strictly or not: no more than there are names."""

    def card(self, ref: ModelRef) -> ModelCard | None:
        """What is known of one model; None for a model that no provider has."""
        return self.by_ref.get(ref)

    def resolve(self, name: str, *, strict: bool = False) -> Wanted:
        """What a request's `model` stands for. Raises ModelNotFound, with candidates, when it stands for nothing.

        `strict`: the models that were asked for, and no other. Names on a route or a fallback list are not checked
        here (`ModelRegistry.configured` does at start, as far as can be told): a route goes on with those that there
        are. Where others may answer, the nearest one to a model that was withdrawn is asked after its fallbacks.
        """
        wanted = self._wanted.get((name, strict))
        if wanted is None:
            wanted = self._wanted[name, strict] = self._resolved(name, strict=strict)
        return wanted

    def _resolved(self, name: str, *, strict: bool) -> Wanted:
        wanted = self.names.resolve(name, strict=strict)
        if wanted.only_first or self.gone.isdisjoint(wanted.first):
            return wanted
        nearest = (self._nearest_to(ref) for ref in wanted.first if ref in self.gone)
        return replace(wanted, first=tuple(dict.fromkeys((*wanted.first, *filter(None, nearest)))))

    def _nearest_to(self, ref: ModelRef) -> ModelRef | None:
        """Worked out when it is first asked for: with hundreds of models that takes milliseconds."""
        if ref not in self._nearest:
            found = configured_places(self.cards, self.host_names)
            place = next(one for one in found if one.ref == ref)
            end = Withdrawal(ref, NoticeSource.HOST_LIST)
            instead = replacement(place, end, found, ending=self.gone)
            self._nearest[ref] = None if instead is None else instead.ref
        return self._nearest[ref]

"""What `model` means in a request: `auto`, `auto:TASK`, a route, `provider:name`, or a name that only one model has."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from segue.catalog.bare_names import only_one
from segue.config.settings import RouteSettings
from segue.domain.foreign_text import shown
from segue.domain.models import ModelRef, TaskType
from segue.domain.values import made_often
from segue.errors import ModelNotFound

AUTO: Final = "auto"
"""Any model that qualifies, the best first."""
LONGEST_NAME_CHARS: Final = 200
"""A longer name is not compared with others (that would take time) and not repeated whole."""


@made_often
@dataclass(frozen=True, slots=True)
class Wanted:
    """What a request asked for by its `model`."""

    first: tuple[ModelRef, ...] = ()
    """These first, in this order; empty for `auto`."""
    only_first: bool = False
    """No other model may answer."""
    task: TaskType | None = None
    """Given by `auto:TASK`."""
    route: str | None = None
    """The route's name, for its own limits."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """Every model's name, made ready for looking up."""

    refs: Collection[ModelRef]
    providers: Collection[str]
    routes: Mapping[str, RouteSettings]
    fallbacks: Mapping[str, Sequence[str]]
    by_full_name: Mapping[str, ModelRef]
    by_bare_name: Mapping[str, Sequence[ModelRef]]
    """Models by the part after the provider, as several providers may have one of that name."""
    switched_off: Collection[str] = frozenset()
    """Providers that the settings name and that are not used."""

    def resolve(self, name: str, *, strict: bool = False) -> Wanted:
        """What a name stands for. Raises ModelNotFound, with candidates, for one that stands for nothing."""
        if name == AUTO:
            return Wanted()
        if name.startswith(f"{AUTO}:") and AUTO not in self.providers:
            return Wanted(task=_task(name))
        if (route := self.routes.get(name)) is not None:
            return Wanted(refs(route.models), only_first=strict or not route.then_auto, route=name)
        ref = self.by_full_name.get(name) or self._model(name)
        if strict:
            return Wanted((ref,), only_first=True)
        others = refs(self.fallbacks.get(str(ref), ()))
        return Wanted((ref, *(other for other in others if other != ref)))

    def _model(self, name: str) -> ModelRef:
        ref = ModelRef.parse(name)
        # A name such as `llama3:8b` has a colon of its own: its left side then is no provider.
        if ref is not None and ref.provider in self.providers:
            if ref in self.refs:
                return ref
            raise self._not_found(name)
        if (only := only_one(name, self.by_bare_name.get(name, ()))) is not None:
            return only
        raise self._not_found(name)

    def _not_found(self, name: str) -> ModelNotFound:
        ref = ModelRef.parse(name)
        if ref is not None and ref.provider in self.switched_off:
            message = f"The provider '{ref.provider}' is switched off."
            return ModelNotFound(message, param="model", hint=f"segue providers enable {ref.provider}")
        return ModelNotFound(f"No model is named '{shown_name(name)}'.", param="model", hint=self._suggestion(name))

    def _suggestion(self, name: str) -> str:
        close: list[str] = []
        if len(name) <= LONGEST_NAME_CHARS:
            known = (AUTO, *self.routes, *(str(ref) for ref in self.refs))
            close = difflib.get_close_matches(name, known, n=3) or self._close_bare_names(name)
        if not close:
            return "Ask for 'auto', or see the names with `segue models list`."
        return f"Did you mean {' or '.join(repr(match) for match in close)}?"

    def _close_bare_names(self, name: str) -> list[str]:
        bare = name.partition(":")[2] or name
        close = difflib.get_close_matches(bare, self.by_bare_name, n=3)
        return [str(ref) for match in close for ref in self.by_bare_name[match]][:3]


def known_names(
    refs: Collection[ModelRef],
    providers: Collection[str],
    *,
    routes: Mapping[str, RouteSettings],
    fallbacks: Mapping[str, Sequence[str]],
    switched_off: Collection[str] = frozenset(),
) -> KnownNames:
    """Make names ready for looking up."""
    by_bare_name: dict[str, list[ModelRef]] = {}
    for ref in refs:
        by_bare_name.setdefault(ref.name, []).append(ref)
    by_full_name = {str(ref): ref for ref in refs}
    return KnownNames(
        frozenset(refs), frozenset(providers), routes, fallbacks, by_full_name, by_bare_name, frozenset(switched_off)
    )


def _task(name: str) -> TaskType:
    word = name.partition(":")[2]
    try:
        return TaskType(word)
    except ValueError as error:
        known = [task.value for task in TaskType]
        close = difflib.get_close_matches(word, known, n=1) if len(word) <= LONGEST_NAME_CHARS else []
        hint = f"Did you mean 'auto:{close[0]}'?" if close else f"Known tasks: {', '.join(known)}."
        raise ModelNotFound(f"There is no task '{shown_name(word)}'.", param="model", hint=hint) from error


def refs(names: Sequence[str]) -> tuple[ModelRef, ...]:
    """Models of a configured list: the settings have checked that each is written `provider:name`."""
    return tuple(ref for name in names if (ref := ModelRef.parse(name)) is not None)


def shown_name(name: str) -> str:
    """A caller's text, short and on one line."""
    return shown(name, most_chars=LONGEST_NAME_CHARS)

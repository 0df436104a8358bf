"""What settings name: models and providers that have to be there, and callers and tags that a request can have."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from segue.config.settings import Settings
from segue.config.yaml_tree import KeyPath
from segue.domain.callers import CALLER_NAME, CALLER_NAME_WORDS
from segue.domain.models import ModelRef
from segue.domain.scopes import TAG, TAG_WORDS, ScopeKind

if TYPE_CHECKING:
    from segue.config.load import Loaded


def named_models(settings: Settings) -> Iterator[tuple[KeyPath, ModelRef]]:
    """Every model that a route, a fallback, an allow-list, the judge, a limit or a budget names, with the way to it."""
    for name, route in settings.routes.items():
        yield from ((("routes", name, "models", place), _ref(model)) for place, model in enumerate(route.models))
    for model, others in settings.fallbacks.items():
        yield ("fallbacks", model), _ref(model)
        yield from ((("fallbacks", model, place), _ref(other)) for place, other in enumerate(others))
    for place, allowed in enumerate(settings.safety.allowed_for_therapeutic):
        yield ("safety", "allowed_for_therapeutic", place, "model"), _ref(allowed.model)
    if settings.safety.judge is not None:
        yield ("safety", "judge"), _ref(settings.safety.judge)
    yield from ((path, _ref(name)) for path, kind, name in _scoped(settings) if kind is ScopeKind.MODEL)


def named_callers(settings: Settings) -> list[tuple[KeyPath, str]]:
    """Every caller that a limit or a budget names, with the way to it. Whether there is one, only the store knows."""
    return [(path, name) for path, kind, name in _scoped(settings) if kind is ScopeKind.CALLER]


def check_names(loaded: Loaded) -> None:
    """Only providers that are there may be named, models of theirs, and what a request can have. Raises ConfigError."""
    settings = loaded.settings
    named: list[tuple[KeyPath, str, str]] = [(path, str(ref), ref.provider) for path, ref in named_models(settings)]
    named += [(path, name, name) for path, kind, name in _scoped(settings) if kind is ScopeKind.PROVIDER]
    known = {name for name, provider in settings.providers.items() if provider.enabled} or {"local", "scripted"}
    for path, name, provider in named:
        if provider not in known:
            close = difflib.get_close_matches(provider, known, n=1)
            hint = f"Did you mean '{close[0]}'?" if close else f"Configured: {', '.join(sorted(known))}."
            raise loaded.error(f"'{name}' names a provider that is not configured.", path, hint=hint)
    for path, kind, name in _scoped(settings):
        if kind is ScopeKind.TAG and re.fullmatch(TAG, name) is None:
            raise loaded.error(f"No request can have the tag '{name}'.", path, hint=TAG_WORDS)
        if kind is ScopeKind.CALLER and re.fullmatch(CALLER_NAME, name) is None:
            raise loaded.error(f"No caller can be named '{name}'.", path, hint=CALLER_NAME_WORDS)


def _scoped(settings: Settings) -> Iterator[tuple[KeyPath, ScopeKind, str]]:
    """What limits and budgets name."""
    for place, limit in enumerate(settings.limits):
        if limit.name is not None:
            yield ("limits", place, "name"), limit.scope, limit.name
    for place, budget in enumerate(settings.budgets):
        if budget.name is not None:
            yield ("budgets", place, "name"), budget.scope, budget.name


def _ref(model: str) -> ModelRef:
    ref = ModelRef.parse(model)
    assert ref is not None, "the settings take names of this form only"
    return ref

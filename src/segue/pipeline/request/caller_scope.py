"""What a caller's key may ask for: models and privacy within its scope, which narrows and never widens. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from segue.catalog.known_models import KnownModels
from segue.catalog.names import AUTO, Wanted, shown_name
from segue.domain.callers import CallerScope
from segue.domain.chat import ChatRequest
from segue.domain.choice import TaskProfile
from segue.domain.models import ModelCard, ModelRef
from segue.errors import ModelNotFound, NotAllowed


def resolved(known: KnownModels, request: ChatRequest, scope: CallerScope) -> Wanted:
    """What a request's `model` stands for, for a key of this scope. Raises ModelNotFound and NotAllowed: neither names
    models that the key may not use, nor tells whether there is one of that name."""
    try:
        return known.resolve(request.model, strict=request.strict)
    except ModelNotFound:
        if not scope.models:
            raise
        ref = ModelRef.parse(request.model)
        if ref is None or not (ref.provider == AUTO or scope.allows(ref)):
            raise _not_allowed(shown_name(request.model), scope) from None
        raise ModelNotFound(
            f"No model is named '{shown_name(request.model)}'.",
            param="model",
            hint=f"This key may use {', '.join(scope.models)}; GET /v1/models lists them.",
        ) from None


def check_named(wanted: Wanted, scope: CallerScope, *, asked_for: str) -> None:
    """Raises NotAllowed where a model was named, or a route with no other way out, that the key may not use."""
    if not scope.models or not wanted.first:
        return
    named = wanted.first if wanted.route else wanted.first[:1]
    if any(map(scope.allows, named)) or (wanted.route and not wanted.only_first):
        return
    raise _not_allowed(asked_for, scope)


def within_scope(task: TaskProfile, scope: CallerScope, cards: Iterable[ModelCard]) -> TaskProfile:
    """The task with the key's models as a hard requirement: fallbacks, rescues and stand-ins obey it as well.

    Its privacy rule is the key's already, where that is the narrowest; that is told, for no other would help.
    """
    if scope.privacy is not None and task.requirements.privacy is scope.privacy:
        task = replace(task, requirements=replace(task.requirements, narrowed_by_key=True))
    if not scope.models:
        return task
    in_scope = frozenset(card.ref for card in cards if scope.allows(card.ref))
    because = (*task.because, f"The caller's key may use {', '.join(scope.models)}.")
    return replace(task, requirements=replace(task.requirements, in_scope=in_scope), because=because)


def _not_allowed(asked_for: str, scope: CallerScope) -> NotAllowed:
    return NotAllowed(
        f"This key may not use '{asked_for}'; it may use {', '.join(scope.models)}.",
        param="model",
        hint="Ask for one of those, or for `auto`. To widen it, operators use: segue callers change NAME --models …",
    )

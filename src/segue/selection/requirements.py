"""What a turn needs and a model lacks: each lack leaves it out, with the change that would help (R2.5)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from typing_extensions import override

from segue.domain.choice import Evidence, Rejection, Score, TaskProfile
from segue.domain.losses import LossKind
from segue.domain.models import (
    MAY_HEAR,
    Capability,
    DataPolicy,
    ModelCard,
    ModelRef,
    ModelRequirements,
    ModelStatus,
    Privacy,
)
from segue.selection.contract import Criterion, Opinion

_POLICY_WORDS: Final = {
    DataPolicy.LOCAL: "keeps everything on the operator's machines",
    DataPolicy.NO_TRAINING: "is elsewhere, though it does not train on what it is sent",
    DataPolicy.MAY_TRAIN: "may train on what it is sent",
    DataPolicy.UNKNOWN: "does not say what it does with what it is sent",
}
_CAPABILITY_HINTS: Final = {
    Capability.TOOLS: "Send the turn without `tools`, or with `tool_choice: none`.",
    Capability.IMAGES: "Send the conversation without pictures.",
    Capability.JSON_OBJECT: "Ask for plain text: leave out `response_format`.",
    Capability.JSON_SCHEMA: "Ask for `response_format: json_object`, or for plain text.",
}
_LOSSES: Final = {
    Capability.TOOLS: LossKind.TOOLS,
    Capability.IMAGES: LossKind.IMAGES,
    Capability.JSON_OBJECT: LossKind.JSON_OBJECT,
    Capability.JSON_SCHEMA: LossKind.JSON_SCHEMA,
    Capability.SYSTEM_ROLE: LossKind.SYSTEM_ROLE,
}
"""What a request can be made to do without; `pipeline/request/context.py` does it."""


_READY: Final = ModelStatus.READY
"""Looked up once: it is asked for of every model in every turn."""


class Requirements(Criterion):
    """Rejects what cannot, or must not, take the turn. It has no weight: a model that lacks nothing scores 1.

    A lack that a request could be adapted to carries the loss; it still rejects, for who lacks nothing comes first.
    """

    name = "requirements"

    @override
    def judge(self, card: ModelCard, task: TaskProfile, evidence: Evidence) -> Opinion:
        # Runs for hundreds of models in a turn: what is found out here decides, and words are made only for a lack.
        needs = task.requirements
        resting = evidence.resting.get(card.ref) if evidence.resting else None
        lacks: list[Rejection | None] = []
        if resting is not None or card.status is not _READY:
            lacks.append(_not_able_now(card, resting))
        if card.ref not in needs.named and (needs.only_named or not card.in_auto):
            lacks.append(_not_asked_for(card.ref, needs))
        if not needs.capabilities <= card.capabilities:
            lacks += _capabilities(card, task)
        if card.context_tokens is not None:
            lacks.append(_context(card, task, context_tokens=card.context_tokens))
        if not card.may_hear(needs.privacy):
            lacks.append(_privacy(card, needs))
        if needs.allowed is not None or needs.in_scope is not None or needs.max_cost_usd is not None:
            lacks += _not_chosen(card, task)
        if not lacks:
            return _LACKS_NOTHING
        return tuple([lack for lack in lacks if lack is not None]) or _LACKS_NOTHING


_LACKS_NOTHING: Final = Score(Requirements.name, 1.0, "It lacks nothing that the turn needs.")


def _reject(
    reason: str, hint: str, *, loss: LossKind | None = None, not_able_now: bool = False, is_passing: bool = False
) -> Rejection:
    return Rejection(Requirements.name, reason, hint, loss=loss, not_able_now=not_able_now, is_passing=is_passing)


def _not_able_now(card: ModelCard, resting: str | None) -> Rejection | None:
    if card.status is ModelStatus.MISSING:
        hint = card.missing or "See `segue doctor`."
        return _reject(f"It cannot answer yet: {hint}", hint, not_able_now=True)
    if card.status is ModelStatus.WITHDRAWN:
        hint = "Ask for another model, or for `auto`."
        return _reject("Its provider has withdrawn it.", hint, not_able_now=True)
    if resting is not None or card.status is ModelStatus.RESTING:
        reason = f"It is resting: {resting}" if resting else "It is resting after failures."
        hint = "It comes back by itself; ask again in a moment, or ask another model."
        return _reject(reason, hint, not_able_now=True, is_passing=True)
    return None


def _not_asked_for(ref: ModelRef, needs: ModelRequirements) -> Rejection:
    if needs.only_named:
        return _reject(
            "Only the models that were asked for may answer.",
            f"Ask for `{ref}`, add it to the route's `models`, or allow others (`then_auto`, not `strict`).",
        )
    return _by_name_alone(ref)


@lru_cache(maxsize=1024)
def _by_name_alone(ref: ModelRef) -> Rejection:
    return _reject("It answers only when it is asked for by name.", f"Ask for `{ref}`.")


def _capabilities(card: ModelCard, task: TaskProfile) -> Iterator[Rejection]:
    for capability in sorted(task.requirements.capabilities - card.capabilities):
        hint = _CAPABILITY_HINTS.get(capability, f"Ask a model that lists `{capability}`.")
        is_bound = capability is Capability.TOOLS and task.requirements.must_call_tool
        loss = None if is_bound else _LOSSES.get(capability)
        yield _reject(f"It does not have the capability `{capability}`.", hint, loss=loss)


def _context(card: ModelCard, task: TaskProfile, *, context_tokens: int) -> Rejection | None:
    # Its provider asks for no more than the model can give, whatever the request says.
    output_tokens = min(task.output_tokens, card.max_output_tokens or task.output_tokens)
    needed = task.requirements.context_tokens - task.output_tokens + output_tokens
    if context_tokens >= needed:
        return None
    room = context_tokens - task.input_tokens
    if room > 0:
        hint = f"Set `max_tokens` to {room} or less."
    else:
        hint = f"Shorten the conversation by about {needed - context_tokens} tokens."
    least = task.requirements.least_tokens
    can_shorten = least is not None and context_tokens >= least - task.output_tokens + output_tokens
    return _reject(
        f"Its context holds {context_tokens} tokens; the turn needs about {needed}"
        f" ({task.input_tokens} in, {output_tokens} out).",
        hint,
        loss=LossKind.TURNS if can_shorten else None,
    )


def _privacy(card: ModelCard, needs: ModelRequirements) -> Rejection:
    privacy = needs.privacy
    if privacy is Privacy.NO_TRAINING and card.data_policy is DataPolicy.UNKNOWN:
        hint = f"If the terms of '{card.ref.provider}' rule out training, say so with its `data_policy: no_training`."
    else:
        wide_enough = next(rule for rule, policies in MAY_HEAR.items() if card.data_policy in policies)
        hint = f"Allow `privacy: {wide_enough}` for this turn, its route or in general."
        if needs.narrowed_by_key:
            hint = f"The caller's key narrows it: segue callers change NAME --privacy {wide_enough}"
    return _reject(f"The rule is `{privacy}`, and its provider {_POLICY_WORDS[card.data_policy]}.", hint)


def may_answer(card: ModelCard, task: TaskProfile) -> bool:
    """Whether somebody's decision, where there is one, lets the model answer a turn like this."""
    allowed = task.requirements.allowed
    return allowed is None or card.ref in allowed


def _not_chosen(card: ModelCard, task: TaskProfile) -> tuple[Rejection | None, ...]:
    """What only some turns ask: that somebody has allowed the model, a key's scope, a ceiling."""
    return _not_allowed(card, task), _not_in_scope(card, task), _price(card, task)


def _not_allowed(card: ModelCard, task: TaskProfile) -> Rejection | None:
    if may_answer(card, task):
        return None
    hint = f"Ask one that is allowed, or decide it: add `{card.ref}` with who decided and when."
    return _reject("It does not stand in `safety.allowed_for_therapeutic`, and the turn is therapeutic.", hint)


def _not_in_scope(card: ModelCard, task: TaskProfile) -> Rejection | None:
    in_scope = task.requirements.in_scope
    if in_scope is None or card.ref in in_scope:
        return None
    hint = "Whoever runs this can let the key use it: segue callers change NAME --models …"
    return _reject("The caller's key may not use it.", hint)


def _price(card: ModelCard, task: TaskProfile) -> Rejection | None:
    ceiling_usd = task.requirements.max_cost_usd
    if ceiling_usd is None:
        return None
    if card.price is None:
        return _reject(
            f"Its price is unknown, and this turn may cost at most ${ceiling_usd:.6f}.",
            "State its price in the configuration, or lift the ceiling (`max_cost_usd`).",
        )
    cost_usd = card.price.cost_usd(task.input_tokens, task.output_tokens)
    if cost_usd > ceiling_usd:
        return _reject(
            f"This turn may cost ${cost_usd:.6f} there, more than ${ceiling_usd:.6f}.",
            f"Raise `max_cost_usd` to {cost_usd:.6f}, or lower `max_tokens`.",
        )
    return None

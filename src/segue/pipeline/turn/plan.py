"""What a turn is allowed and asked to do, settled before a model is chosen: names, privacy, fields."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection
from dataclasses import replace

from segue.catalog.known_models import KnownModels
from segue.catalog.names import Wanted
from segue.domain.chat import ChatRequest
from segue.domain.choice import Ranked, Ranking, Rejected, Sensitivity, TaskProfile
from segue.domain.models import LOCAL_ONLY, ModelCard, ModelRef, Privacy, narrowest
from segue.domain.sessions import SessionRecord
from segue.errors import ContextTooLong, ModelNotFound, NoModelFits, RequestError
from segue.pipeline.turn.turns import AttemptReport


def privacy_of(
    request: ChatRequest, session: SessionRecord | None, *, operator: Privacy | None, names_local: bool
) -> Privacy | None:
    """The rule for a turn whatever its sensitivity; None when nobody has set one.

    A request or a session can narrow what the operator allows and never widen it. What begins on this machine, by
    its session or because a local model was asked for by name, stays on it unless somebody has set a rule.
    """
    asked = (request.privacy, session.privacy if session else None)
    if operator or any(asked):
        return narrowest(operator, *asked)
    return LOCAL_ONLY if names_local or (session and session.began_local) else None


def as_therapeutic(task: TaskProfile, rule: Privacy) -> TaskProfile:
    """The task of somebody in distress, whatever its words are about: as careful as a therapeutic one, whose turns
    follow this rule where theirs is no narrower."""
    if task.sensitivity.is_therapeutic:
        return task
    requirements = replace(task.requirements, privacy=narrowest(task.requirements.privacy, rule) or Privacy.ANY)
    because = (*task.because, "The turn is therapeutic: screening found distress.")
    return replace(task, sensitivity=Sensitivity.THERAPEUTIC, requirements=requirements, because=because)


def left_out(ranking: Ranking) -> tuple[AttemptReport, ...]:
    """The models that were asked for and could not even be asked, each with why; those that only rest are `resting`."""
    named = ranking.task.requirements.named
    return tuple(
        [
            AttemptReport(left.card.ref, "left_out", "; ".join(rejection.reason for rejection in left.rejections))
            for left in ranking.rejected
            if left.card.ref in named and not _only_rests(left)
        ]
    )


def able(ranking: Ranking, request: ChatRequest, *, switched_off: Collection[str] = frozenset()) -> tuple[Ranked, ...]:
    """The models to ask, in order; nobody where those that would qualify are `resting`. `switched_off`: providers that
    would have more.

    Raises ContextTooLong or NoModelFits with every reason, and in strict mode RequestError for a field that none of
    them understands.
    """
    if not ranking.ranked:
        if resting(ranking):
            return ()
        if longest := _longest_that_only_lacks_room(ranking):
            needed = ranking.task.requirements.context_tokens
            raise ContextTooLong(
                f"The conversation and its answer need about {needed} tokens; the longest context is {longest}.",
                param="messages",
                hint="Send fewer messages, ask for fewer max_tokens, or configure a model with a longer context.",
            )
        raise NoModelFits(_why(ranking, switched_off), ranking=ranking, hint=_way_out(ranking, switched_off))
    if not (request.strict and request.extra):
        return ranking.ranked
    fields = set(request.extra)
    understood = tuple(ranked for ranked in ranking.ranked if fields <= ranked.card.passes_fields)
    if not understood:
        name = min(fields - ranking.ranked[0].card.passes_fields)
        raise RequestError(
            f"No model that could answer understands the field '{name}'.",
            param=name,
            hint="Leave it out, or leave out segue.strict: then it is ignored and named in segue.ignored.",
        )
    return understood


def adaptable(ranking: Ranking, request: ChatRequest) -> tuple[Ranked, ...]:
    """The models that can take the turn with less, to be asked when all that are able failed; nobody in strict mode.

    Those that lose least come first; among them those that were asked for, those with the most room, then by name. On
    therapeutic turns demonstration models stand behind all others, as ever. They have no scores.
    """
    if request.strict:
        return ()
    # Most lack something for good, and that first: of hundreds of models the rest is not looked at.
    rejected = [left_out for left_out in ranking.rejected if left_out.rejections[0].loss is not None]
    found = [left_out for left_out in rejected if not [why for why in left_out.rejections if why.loss is None]]
    if not found:
        return ()
    found.sort(key=lambda left_out: _loss_place(left_out, ranking.task))
    return tuple(Ranked(left_out.card, 0.0, (), chosen_first=_takes_over(left_out)) for left_out in found)


def resting(ranking: Ranking) -> tuple[tuple[ModelCard, frozenset[ModelRef]], ...]:
    """The models that would qualify if they did not rest after failures, each with those that stand before it."""
    rejected = [left_out for left_out in ranking.rejected if left_out.rejections[0].is_passing]
    only_rest = sorted([left_out for left_out in rejected if _only_rests(left_out)], key=lambda one: one.place or 0)
    refs = [ranked.card.ref for ranked in ranking.ranked] if only_rest else []
    return tuple([(left_out.card, frozenset(refs[: left_out.place or 0])) for left_out in only_rest])


def _loss_place(left_out: Rejected, task: TaskProfile) -> tuple[bool, int, bool, int, str]:
    card = left_out.card
    is_named = card.ref in task.requirements.named
    stands_back = task.sensitivity.is_therapeutic and card.is_demonstration and not is_named
    short_tokens = max(0, task.requirements.context_tokens - card.context_tokens) if card.context_tokens else 0
    return stands_back, len(left_out.rejections), not is_named, short_tokens, str(card.ref)


def _takes_over(left_out: Rejected) -> str:
    return f"takes over with less: {', '.join(why.loss for why in left_out.rejections if why.loss)}"


def _only_rests(left_out: Rejected) -> bool:
    return not [why for why in left_out.rejections if not why.is_passing]


def _longest_that_only_lacks_room(ranking: Ranking) -> int | None:
    """The longest context among models that fail nothing but the length; None when there is no such model."""
    needed = ranking.task.requirements.context_tokens
    lengths = (left_out.card.context_tokens for left_out in ranking.rejected if len(left_out.rejections) == 1)
    return max((length for length in lengths if length is not None and length < needed), default=None)


def _why(ranking: Ranking, switched_off: Collection[str]) -> str:
    if switched_off and not ranking.rejected:
        return f"No model fits this turn. Every provider is switched off: {', '.join(sorted(switched_off))}."
    reasons = "; ".join(
        f"{left_out.card.ref}: {', '.join(rejection.reason.rstrip('.') for rejection in left_out.rejections)}"
        for left_out in sorted(ranking.rejected, key=lambda left_out: not _is_named(left_out, ranking))
    )
    return f"No model fits this turn. {reasons or 'No model is configured'}."


def _way_out(ranking: Ranking, switched_off: Collection[str]) -> str:
    """The hint of the model that was asked for, else of the one that fails the fewest needs: the smallest change; and
    what is switched off."""
    off = [f"'{name}' is switched off: segue providers enable {name}" for name in sorted(switched_off)]
    return " ".join([*off[:1], _nearest_way(ranking)] if ranking.rejected or not off else off[:1])


def _nearest_way(ranking: Ranking) -> str:
    nearest = min(
        ranking.rejected,
        key=lambda left_out: (not _is_named(left_out, ranking), len(left_out.rejections)),
        default=None,
    )
    if nearest is None:
        return "Run `segue config init` and add a provider."
    which = "Asked for was" if _is_named(nearest, ranking) else "Nearest is"
    return f"{which} {nearest.card.ref}: {' '.join(rejection.hint for rejection in nearest.rejections)}"


def _is_named(left_out: Rejected, ranking: Ranking) -> bool:
    return left_out.card.ref in ranking.task.requirements.named


def of_session(
    session: SessionRecord, *, healthy_for_s: Callable[[ModelRef], float], return_after_s: float
) -> tuple[ModelRef, ...]:
    """A session's models, first the one to ask now; none for a session without an answer.

    It goes back to its own model only once that has been well for a while: no ping-pong.
    """
    home, moved_to = session.pinned, session.moved_to
    if home is None:
        return ()
    if moved_to is None:
        return (home,)
    return (home, moved_to) if healthy_for_s(home) >= return_after_s else (moved_to, home)


def with_fallbacks(wanted: Wanted, request: ChatRequest, known: KnownModels) -> Wanted:
    """What was asked for, with the request's own fallbacks behind its first model and before the configured ones.

    Raises RequestError or ModelNotFound, naming `segue.fallbacks` or the place in it.
    """
    if not request.fallbacks:
        return wanted
    if not wanted.first:
        raise RequestError(
            "segue.fallbacks: they follow a model or a route that is named, and `auto` names none.",
            param="segue.fallbacks",
            hint="Name the first model in `model`, or leave `segue.fallbacks` out.",
        )
    named = tuple(_named(name, place, known) for place, name in enumerate(request.fallbacks))
    own = wanted.first if wanted.route else wanted.first[:1]
    return replace(wanted, first=tuple(dict.fromkeys((*own, *named, *wanted.first))))


def _named(name: str, place: int, known: KnownModels) -> ModelRef:
    ref = ModelRef.parse(name)
    if ref is None or known.card(ref) is None:
        param, hint = f"segue.fallbacks[{place}]", _like(name, known)
        raise ModelNotFound(f"{param}: no model has this name.", param=param, hint=hint)
    return ref


def _like(name: str, known: KnownModels) -> str:
    """Names that this one may have been meant for; it has at most 256 characters (`request.form`)."""
    close = difflib.get_close_matches(name, [str(card.ref) for card in known.cards], n=3)
    if close:
        return f"Did you mean {' or '.join(repr(match) for match in close)}?"
    return "Write it as `provider:name`, no route; `segue models list` has the names."

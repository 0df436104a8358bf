"""What each model of a turn is asked: the request fitted to it and, when it takes over, how it shall go on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from segue.domain.chat import Bounds, ChatRequest
from segue.domain.choice import Ranked, TaskProfile
from segue.domain.losses import LossKind
from segue.domain.models import Capability, ModelCard, ModelRef
from segue.domain.values import changed, made_often
from segue.errors import PromptTooLong
from segue.pipeline.release.allowance import Allowance
from segue.pipeline.release.seam import Seam
from segue.pipeline.request.context import Resuming, fitted
from segue.selection.tokens import input_tokens, text_tokens

_STREAMING: Final = Capability.STREAMING
"""Looked up once: it is asked for of every model that is asked."""
LEAST_OUTPUT_TOKENS = 16
"""Room that a model gets which goes on with an answer whose limit is nearly used up: enough to end a sentence."""


@made_often
@dataclass(frozen=True, slots=True)
class Asked:
    """What one model is asked."""

    request: ChatRequest
    how: Resuming | None = None
    """How it was made to go on with the answer of another; None: it answers from the start."""
    lost: tuple[str, ...] = ()
    """What the conversation lost to fit the model, a sentence each."""


class Asking:
    """A turn's request, and what was said of its answer so far; it knows how to put that to any model."""

    def __init__(
        self, request: ChatRequest, task: TaskProfile, is_streamed: bool, refuses_prefill: set[ModelRef]
    ) -> None:
        """`is_streamed`: ask for a stream where the model can. `refuses_prefill`: those known to; it is added to."""
        self._request = changed(request, stream=is_streamed, bounds=_bounds(task))
        self._task = task
        self._refuses_prefill = refuses_prefill
        self._said = ""
        self.is_streamed = is_streamed
        """Whether answers come word by word: only then can silence be told from work."""

    @property
    def input_tokens(self) -> int:
        """Estimated tokens of what is asked."""
        return self._task.input_tokens + (int(text_tokens(self._said)) if self._said else 0)

    @property
    def output_tokens(self) -> int:
        """Expected tokens of the answer."""
        return self._task.output_tokens

    @property
    def goes_on(self) -> bool:
        """Whether words of the answer were shown, to be gone on with."""
        return bool(self._said)

    def go_on_after(self, said: str) -> None:
        """From now on models are asked to go on behind these words."""
        self._said = said

    def of(self, ranked: Ranked) -> Asked:
        """What this model is asked. Raises PromptTooLong for one that cannot take even the newest turn."""
        card, task, how = ranked.card, self._task, self._how(ranked)
        said_tokens = int(text_tokens(self._said)) if self._said else 0
        output_tokens = task.output_tokens
        if said_tokens:
            output_tokens = max(output_tokens - said_tokens, min(LEAST_OUTPUT_TOKENS, output_tokens))
        fit = fitted(
            self._request,
            card,
            output_tokens=output_tokens,
            language=task.language,
            said=self._said.rstrip(),  # hosts refuse a last message that ends with white space
            how=how,
            input_tokens=task.input_tokens,
        )
        request = fit.request
        if card.is_local:
            request = changed(request, bounds=changed(request.bounds, counts_as_local=True))
        if request.stream and _STREAMING not in card.capabilities:
            request = changed(request, stream=False)
        if request.strict and any(loss.kind is LossKind.TURNS for loss in fit.lost):
            said = "It could only be asked without the oldest turns, and the request is strict."
            raise PromptTooLong(said, model=card.ref)
        if said_tokens and request.max_tokens is not None:
            request = changed(request, max_tokens=_limit_tokens(request, card, how, said_tokens=said_tokens))
        return Asked(request, how, tuple([loss.words for loss in fit.lost]) if fit.lost else ())

    def seam(self, asked: Asked) -> Seam | None:
        """Where the answer to `asked` joins what was said; None for an answer from its start."""
        return None if asked.how is None else Seam(self._said, from_anywhere=asked.how is Resuming.ASKED)

    def allowance(self, asked: Asked) -> Allowance | None:
        """What of the answer to `asked` may be shown; None where the limit that its model was given says so itself."""
        most, given = self._request.max_tokens, asked.request.max_tokens
        if asked.how is not Resuming.ASKED or most is None or given is None:
            return None
        return Allowance(_left_tokens(most, int(text_tokens(self._said))), host_bounds_whole=given <= most)

    def may_ask_otherwise(self, asked: Asked, ref: ModelRef) -> bool:
        """Whether a model that refused a request may be asked in another way: by instruction, not within its words."""
        if asked.how is not Resuming.PREFILL:
            return False
        self._refuses_prefill.add(ref)
        return True

    def _how(self, ranked: Ranked) -> Resuming | None:
        if not self._said:
            return None
        can_prefill = Capability.PREFILL in ranked.card.capabilities and ranked.card.ref not in self._refuses_prefill
        return Resuming.PREFILL if can_prefill else Resuming.ASKED


def _left_tokens(most: int, said_tokens: int) -> int:
    """What is left of an answer's limit behind what was said."""
    return max(LEAST_OUTPUT_TOKENS, most - said_tokens)


def _limit_tokens(request: ChatRequest, card: ModelCard, how: Resuming | None, *, said_tokens: int) -> int:
    """The limit of a model that goes on. By instruction it may say all again first; as far as its context has the room,
    that is no reason to end before the first new word."""
    assert request.max_tokens is not None, "without a limit there is nothing to divide"
    left = _left_tokens(request.max_tokens, said_tokens)
    if how is not Resuming.ASKED:
        return left
    if card.context_tokens is None:
        return left + said_tokens
    room = card.context_tokens - input_tokens(request.messages, request.tools, request.response_format)
    return max(left, min(left + said_tokens, room))


def _bounds(task: TaskProfile) -> Bounds:
    """What the turn's rules let a provider do. Nobody stands in for a model whose cost was weighed against a ceiling:
    another one may cost more."""
    needs = task.requirements
    may_stand_in = frozenset() if needs.max_cost_usd is not None else needs.allowed
    if needs.only_named:
        may_stand_in = needs.named if may_stand_in is None else needs.named & may_stand_in
    if needs.in_scope is not None:
        may_stand_in = needs.in_scope if may_stand_in is None else needs.in_scope & may_stand_in
    return Bounds(needs.privacy, task.sensitivity.is_therapeutic, may_stand_in)

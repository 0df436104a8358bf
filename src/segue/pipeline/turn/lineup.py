"""Who may still be asked in a turn, in order, and everybody who was."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from typing import TYPE_CHECKING

from segue.domain.budgets import BEHIND_THE_PATH, Payer
from segue.domain.choice import Ranked
from segue.domain.models import ModelRef
from segue.domain.values import made_often
from segue.errors import OverBudget, PromptTooLong, ProviderError
from segue.pipeline.timing.deadline import Deadline
from segue.pipeline.turn.asking import Asking
from segue.pipeline.turn.attempt import Attempt
from segue.pipeline.turn.line_news import LineNews
from segue.pipeline.turn.turns import AttemptReport

if TYPE_CHECKING:
    from segue.pipeline.turn.call import Call

GIVE_BACK_S = 0.1
"""Longest wait for models of those who were cancelled: it takes them a turn of the loop."""


@made_often
@dataclass(slots=True)
class Lineup:
    """The models of one turn. Those that were named keep their order; of the others, those of a provider that has not
    failed in this turn come first."""

    turn_id: str
    asking: Asking
    waiting: deque[Ranked]
    """Not asked yet, in order."""
    deadline: Deadline
    """When somebody must have started to answer."""
    shows_early: bool
    """True when words are shown as they come; False when the whole answer is read first."""
    attempts: list[Attempt] = field(default_factory=list)
    """Everybody who was asked, in the order of being asked."""
    failures: list[ProviderError] = field(default_factory=list)
    """Why models did not answer, one each, in the order in which it was known."""
    history: list[Attempt | AttemptReport] = field(default_factory=list)
    """The attempts, and the models that could not be asked, in the order in which it happened."""
    resting: list[tuple[ProviderError, frozenset[ModelRef]]] = field(default_factory=list)
    """Models that rest, each behind those that stand before it, until somebody behind it is asked in its place."""
    tries: dict[ModelRef, int] = field(default_factory=dict)
    """How often each model was asked."""
    ending: set[asyncio.Task[Call]] = field(default_factory=set)
    """Those who were asked beside somebody who spoke, and are about to give their models back."""
    is_in_danger: bool = False
    """True where a person may be in danger: no limit is a reason then to leave them without an answer."""
    doubt: Callable[[], Awaitable[bool]] | None = None
    """Looks once more whether `is_in_danger`, where a session could not be read; None where that is known."""
    at_limit: set[ModelRef] = field(default_factory=set)
    """Models at their limit while others could be asked: a person in danger gets them last, whatever it is."""
    payer: Payer = BEHIND_THE_PATH
    """Who pays, where there are budgets."""
    withheld: dict[ModelRef, frozenset[str]] = field(default_factory=dict)
    """Request fields that a model was not given, because they raise its bill and a hard budget counts it."""
    line: LineNews | None = None
    """Who is told where the turn stands in line; None: nobody is, or there is no line."""
    too_short_tokens: int = 0
    """The longest context that the conversation was too long for."""

    @classmethod
    def of(
        cls, turn_id: str, candidates: Sequence[Ranked], asking: Asking, deadline: Deadline, *, shows_early: bool
    ) -> Lineup:
        """The models that qualify, best first."""
        return cls(turn_id, asking, deque(candidates), deadline, shows_early)

    def next(self) -> Ranked | None:
        """Take the next one; None when all had their chance."""
        waiting = self.waiting
        if not waiting:
            self._tell_resting(None)
            return None
        if not self.failures or waiting[0].chosen_first is not None:
            return waiting.popleft()
        failed = {error.model.provider for error in self.failures if not isinstance(error, OverBudget)}
        unnamed = takewhile(lambda ranked: ranked.chosen_first is None, waiting)
        chosen = next((ranked for ranked in unnamed if ranked.card.ref.provider not in failed), waiting[0])
        waiting.remove(chosen)
        return chosen

    def watch(self, task: asyncio.Task[Call]) -> None:
        """Keep somebody in mind who is being cancelled."""
        self.ending.add(task)
        task.add_done_callback(self.ending.discard)

    async def given_back(self) -> Ranked | None:
        """One that is about to be given back, where nobody waits; None when nobody is."""
        if self.ending:
            await asyncio.wait(self.ending, timeout=GIVE_BACK_S)
        return self.next()

    def again(self, ranked: Ranked) -> None:
        """Let a model have another chance behind all others."""
        self.waiting.append(ranked)

    def put_off(self, ranked: Ranked) -> None:
        """A model is at its limit. For a person in danger it is asked all the same once nobody else is left."""
        if self.is_in_danger and ranked.card.ref not in self.at_limit:
            self.at_limit.add(ranked.card.ref)
            self.again(ranked)

    def may_exceed(self, ref: ModelRef) -> bool:
        """Whether a model is asked whatever its limit says: somebody is in danger, and it is the last one."""
        return self.is_in_danger and (not self.waiting or ref in self.at_limit)

    def first_again(self, ranked: Ranked) -> None:
        """Let a model that was left without a fault of its own have its chance before all others."""
        self.waiting.appendleft(ranked)

    def ask(self, attempt: Attempt) -> None:
        """Note that a model is asked."""
        if self.resting:
            self._tell_resting(attempt.card.ref)
        attempt.line, attempt.deadline = self.line, self.deadline
        self.attempts.append(attempt)
        self.history.append(attempt)
        self.tries[attempt.card.ref] = self.tries.get(attempt.card.ref, 0) + 1

    def failed(self, error: ProviderError, ranked: Ranked) -> None:
        """Note why a model did not answer."""
        self.failures.append(error)
        if isinstance(error, PromptTooLong) and ranked.card.context_tokens is not None:
            self.too_short_tokens = max(self.too_short_tokens, ranked.card.context_tokens)

    def is_too_short(self, ranked: Ranked) -> bool:
        """Whether a model's context is no longer than one that was too short for the conversation."""
        context_tokens = ranked.card.context_tokens
        return context_tokens is not None and context_tokens <= self.too_short_tokens

    def pass_over(self, error: ProviderError) -> None:
        """Note that a model could not be asked."""
        self.history.append(AttemptReport(error.model, error.code, error.message))
        self.failures.append(error)

    def rests(self, error: ProviderError, *, behind: frozenset[ModelRef]) -> None:
        """Note that a model rests that would stand behind these: it is passed over once somebody else is asked."""
        self.failures.append(error)
        self.resting.append((error, behind))

    def _tell_resting(self, asked: ModelRef | None) -> None:
        """Note who was passed over for the one that is asked; None: nobody is left, and all of them were."""
        passed = [error for error, before in self.resting if asked not in before]
        self.resting = [rests for rests in self.resting if asked in rests[1]]
        self.history += [AttemptReport(error.model, error.code, error.message) for error in passed]

    def reports(self) -> tuple[AttemptReport, ...]:
        """Everybody who was asked or passed over."""
        return tuple([each.report() if isinstance(each, Attempt) else each for each in self.history])

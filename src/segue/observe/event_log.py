"""Writes to the log what an operator should hear of: failed attempts and turns, who rests, replaced answers, local
models, what is short."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from typing_extensions import override

from segue.domain.findings import PASS, Action
from segue.domain.money import dollars
from segue.events import (
    AttemptEnded,
    BreakerChanged,
    BudgetReached,
    Event,
    ModelStateChanged,
    Observer,
    PressureStep,
    ResourceAlert,
    ScreeningDone,
    SessionMoved,
    TurnEnded,
)

LINES_PER_S = 10
"""Most lines about attempts, turns, answers and sessions in one second: an outage of a busy gateway would else write
thousands, and say the same."""
_GRAVE_STATES = ("died", "failed", "refused")
"""Of local models: somebody was not answered by them."""
_ALWAYS_WRITTEN = (BreakerChanged, BudgetReached, ModelStateChanged, PressureStep, ResourceAlert)
"""Few and each news: who rests must not be lost among the thousand failures that led to it."""
NO_ERRORS = frozenset({"answered", "replaced", "stopped", "cancelled"})
"""Outcomes of turns that went as they should; every other one is an error's code."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Told:
    """One line: how grave it is, its words, and the same facts as fields for collectors."""

    level: int
    text: str
    facts: dict[str, object]


class EventLog(Observer):
    """Tells the log of events; beyond `lines_per_s` it says that it leaves some out, and then how many.

    Lines about who rests and about local models are always written, and do not count.
    """

    name = "log"

    def __init__(self, *, lines_per_s: int = LINES_PER_S, clock: Callable[[], float] = time.monotonic) -> None:
        self._lines_per_s = lines_per_s
        self._clock = clock
        self._second_began_s = float("-inf")
        self._written = 0
        self._left_out = 0

    @override
    async def observe(self, events: Sequence[Event]) -> None:
        for event in events:
            told = told_of(event)
            if told is None or not _log.isEnabledFor(told.level):
                continue
            if isinstance(event, _ALWAYS_WRITTEN):
                _log.log(told.level, "%s", told.text, extra=told.facts)
            else:
                self._write_few(told)

    def _write_few(self, told: Told) -> None:
        now_s = self._clock()
        if now_s - self._second_began_s >= 1:
            if self._left_out:
                _log.warning("Lines like these that were left out: %d; the metrics count all.", self._left_out)
            self._second_began_s, self._written, self._left_out = now_s, 0, 0
        if self._written < self._lines_per_s:
            self._written += 1
            _log.log(told.level, "%s", told.text, extra=told.facts)
            return
        if not self._left_out:
            _log.warning("More than %d lines in a second: the rest of it is left out.", self._lines_per_s)
        self._left_out += 1


def told_of(event: Event) -> Told | None:
    """The line for an event; None for one that nobody has to read about."""
    # The three that come with every turn by their very types: whether one is an instance costs ten times as much.
    if type(event) is ScreeningDone:
        return None if event.verdict.action is PASS else _screened(event)
    if type(event) is AttemptEnded:
        return None if event.error_code in (None, "cancelled") else _attempted(event)
    if type(event) is TurnEnded:
        return None if event.outcome in NO_ERRORS else _turned(event)
    match event:
        case ModelStateChanged():
            # A process that died may have done so between two answers: then no attempt tells of it.
            level = logging.WARNING if event.state in _GRAVE_STATES else logging.INFO
            why = f": {event.detail.removesuffix('.')}" if event.detail else ""
            return Told(level, f"{event.model}: {event.state}{why}.", {"model": str(event.model), "state": event.state})
        case BreakerChanged():
            return _breaker(event)
        case BudgetReached():
            limit, spent = dollars(event.limit_micro_usd), dollars(event.spent_micro_usd)
            told: dict[str, object] = {"budget": event.budget, "share": event.share}
            if event.turns_away:
                text = (
                    f"What is lent to people in danger is used up for today ({spent} of {limit} is spent): written "
                    "words answer them. Raise `spending.crisis_debt_usd`, or the budgets."
                )
                return Told(logging.ERROR, text, told | {"turns_away": True})
            whose = f" of '{event.whose}'" if event.whose else ""
            told |= {"whose": event.whose} if event.whose else {}
            text = f"Of the budget '{event.budget}'{whose} {event.share:.0%} is spent: {spent} of {limit}."
            return Told(logging.WARNING, text, told)
        case PressureStep():
            level = logging.INFO if event.is_taken_back else logging.WARNING
            went = "taken back to" if event.is_taken_back else "taken:"
            text = f"Memory: step {went} {event.step}. {event.reason[:1].upper()}{event.reason[1:]}."
            return Told(level, text, {"step": event.step, "number": event.number, "taken_back": event.is_taken_back})
        case ResourceAlert():
            short: dict[str, object] = {"resource": event.resource, "measured": event.measured, "passed": event.level}
            return Told(logging.INFO if event.is_over else logging.WARNING, event.words, short)
        case SessionMoved():
            facts: dict[str, object] = {"turn": event.turn_id, "before": str(event.before), "after": str(event.after)}
            went = "went back" if event.is_home else "moved"
            return Told(logging.INFO, f"A session {went} from {event.before} to {event.after}.", facts)
    return None


def _attempted(event: AttemptEnded) -> Told:
    facts: dict[str, object] = {"model": str(event.model), "error": event.error_code}
    facts |= {"turn": event.turn_id, "attempt": event.number}
    return Told(logging.WARNING, f"{event.model} did not answer: {event.error_code}.", facts)


def _turned(event: TurnEnded) -> Told:
    facts: dict[str, object] = {"error": event.outcome, "turn": event.turn_id, "attempts": event.attempts}
    return Told(logging.WARNING, f"A turn ended without an answer: {event.outcome}.", facts)


def _breaker(event: BreakerChanged) -> Told:
    facts: dict[str, object] = {"breaker": event.name, "state": event.state, "error": event.error_code}
    if event.state == "open" and event.until is not None:
        why = event.error_code or "another replica found it failing"
        return Told(logging.WARNING, f"{event.name} rests until {event.until:%H:%M:%S} UTC: {why}.", facts)
    said = "is tried again" if event.state == "half_open" else "is asked as usual again"
    return Told(logging.INFO, f"{event.name} {said}.", facts)


def _screened(event: ScreeningDone) -> Told:
    verdict = event.verdict
    done = "replaced" if verdict.action is Action.REPLACE else "stopped"
    facts: dict[str, object] = {"turn": event.turn_id, "risk": str(verdict.level), "direction": event.direction}
    where = f"{verdict.level} risk in its {event.direction}"
    if event.stage is not None:
        facts["stage"] = str(event.stage)
        where += f", stage {event.stage}"
    return Told(logging.INFO, f"Written words {done} an answer: {where}.", facts)

"""Limits on the request path: what a turn may ask, and what a model may be asked. Nobody in danger is refused.

A turn takes its part before it is screened. Where a limit is reached it is screened all the same: a turn that tells of
danger, or belongs to a session that was in danger, goes on, and counts; any other ends with RateLimitExceeded, before a
model is asked for an answer. Of sessions that could not be read `doubts` knows more. Where no classifier could read the
words, the error carries those with which help is named: they cost nothing, however often they are asked for.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable

from segue.accounting.rate_limits import Held, Party, RateLimits, reached_in_words
from segue.domain.findings import PASS
from segue.domain.limits import Figure, Limit, Reached
from segue.domain.models import ModelRef
from segue.errors import AtLimit, RateLimitExceeded
from segue.pipeline.sessions.doubts import IN_CARE, Doubts
from segue.pipeline.sessions.sessions import SessionBook
from segue.pipeline.turn.lineup import Lineup
from segue.pipeline.turn.record import TurnRecord
from segue.pipeline.upkeep.health import PartHealth
from segue.selection.analysis import analyze

AGAIN_S = 1.0
"""When to come back where nobody knows when there is room, since what is under way ends when it ends."""
LOOK_S = 0.05
"""Pause between two looks whether something that was under way has ended."""
BEHIND_THE_LIMIT_S = 0.001
"""A little more than the wait that was told: the loop's clock counts whole milliseconds."""


class TurnLimits:
    """Takes turns from the limits of caller, session, tags and everybody together. One object serves all turns."""

    def __init__(self, limits: RateLimits, sessions: SessionBook, *, deadline_s: float) -> None:
        """`deadline_s`: of a write to the store."""
        self._limits = limits
        self._doubts = Doubts(sessions, deadline_s=deadline_s)

    async def enter(self, turn: TurnRecord) -> None:
        """Take a turn's part. Where a limit is reached that is noted, for its words are heard first."""
        if not self._limits.concern(turn.asker.scope) or not (limits := self._limits.of_turn(_party(turn))):
            return
        taken = await self._limits.take(limits, tokens=_estimated_tokens(turn, limits))
        if isinstance(taken, Held):
            turn.held = taken
        else:
            turn.over_limit = taken

    async def let_pass(self, turn: TurnRecord, *, unread: Callable[[], str] = str) -> None:
        """Once a turn was heard: raises RateLimitExceeded where a limit was reached and nobody is in danger.

        `unread`: what a person is told besides whose words nobody could read well enough to know (`Care.unread`).
        """
        taken, turn.over_limit = turn.over_limit, None
        if taken is None or taken.reached is None:
            return
        limits = self._limits.of_turn(_party(turn))
        danger = await self._danger(turn)
        if danger or (danger is None and self._grants(turn)):
            forced = await self._limits.take(limits, tokens=_estimated_tokens(turn, limits), forced=True)
            turn.held = forced if isinstance(forced, Held) else None
            return
        self._limits.count(taken.reached)
        raise RateLimitExceeded(
            reached_in_words(taken.reached, tokens=_estimated_tokens(turn, limits)),
            hint=_way_out(taken.reached),
            standings=taken.standings,
            wait_s=_wait_s(taken.reached),
            is_crisis=danger is None,
            for_person_too=unread(),
        )

    def may_exceed(self, turn: TurnRecord) -> bool:
        """Whether the last model of a turn is asked although it is at its limit; looked at only where there are any."""
        return self._limits.limits_attempts and in_danger(turn)

    def doubt(self, turn: TurnRecord) -> Callable[[], Awaitable[bool]] | None:
        """Looks, for a turn whose session could not be read, whether it may exceed limits; None where that is known."""
        if not self._limits.limits_attempts or turn.session is None or turn.session.is_read:
            return None

        async def may_exceed() -> bool:
            danger = await self._danger(turn)
            return danger or (danger is None and self._grants(turn))

        return may_exceed

    async def _danger(self, turn: TurnRecord) -> bool | None:
        """Whether a turn must not be refused; None where nobody knows what was said before it."""
        return True if in_danger(turn) else await self._doubts.danger_of(turn.session)

    def _grants(self, turn: TurnRecord) -> bool:
        return turn.session is not None and self._doubts.grants(turn.session.session, turn.id)

    def leave(self, turn: TurnRecord) -> None:
        """Give back what a turn holds, whichever way it ended; it counts for the tokens that it took."""
        if turn.held is None:
            return
        usage = turn.usage()
        turn.held.end(0 if usage is None else usage.input_tokens + usage.output_tokens)


class AttemptLimits:
    """Takes attempts from the limits of models and providers. One object serves all turns."""

    def __init__(self, limits: RateLimits) -> None:
        self._limits = limits

    @property
    def are_any(self) -> bool:
        """Whether anything is limited of a model or a provider: asked before every attempt."""
        return self._limits.limits_attempts

    async def hold(self, ref: ModelRef, lineup: Lineup, *, within_s: float) -> Held | None:
        """Take one attempt; None where nothing is limited. Raises AtLimit where there is no room within so long.

        What is under way is waited for only where nobody else could be asked. For a person in danger the last model
        is asked in any case, and one that was passed over at its limit is that once nobody else is left.
        """
        limits = self._limits.of_attempt(ref)
        if not limits:
            return None
        until_s = time.monotonic() + min(within_s, lineup.deadline.left_s)
        tokens = lineup.asking.input_tokens + lineup.asking.output_tokens
        while True:
            taken = await self._limits.take(limits, tokens=tokens, forced=lineup.may_exceed(ref))
            if isinstance(taken, Held):
                return taken
            assert taken.reached is not None, "what was not taken says why"
            if not lineup.waiting and lineup.doubt is not None:
                look, lineup.doubt = lineup.doubt, None
                if await look():
                    lineup.is_in_danger = True
                    continue
            wait_s = taken.reached.wait_s
            if wait_s is None and not taken.reached.is_too_large and not lineup.waiting:
                wait_s = LOOK_S
            if wait_s is None or time.monotonic() + wait_s > until_s:
                self._limits.count(taken.reached)
                raise AtLimit(
                    reached_in_words(taken.reached, tokens=tokens), model=ref, retry_after_s=_wait_s(taken.reached)
                )
            await asyncio.sleep(wait_s + BEHIND_THE_LIMIT_S)


def in_danger(turn: TurnRecord) -> bool:
    """Whether a turn must not be refused: its words, or those before them as far as they are known, tell of danger."""
    verdict, session = turn.said_verdict, turn.session
    if turn.verdict.action is not PASS or verdict.level.is_serious:
        return True
    if turn.alarm.is_raised or (turn.step is not None and turn.step.state.stage in IN_CARE):
        return True
    return session is not None and session.risk.stage in IN_CARE


def limits_health(limits: RateLimits) -> tuple[PartHealth, ...]:
    """Whether limits are counted as they should be; nothing where nothing is limited."""
    if not limits.are_in_use:
        return ()
    refused = sum(limits.refused.values())
    times = "once" if refused == 1 else f"{refused} times"
    so_far = f" They stood in the way {times} so far." if refused else ""
    if not limits.meter.is_shared:
        return (PartHealth("limits", "ok", f"Counted in this process alone.{so_far}"),)
    if limits.meter.is_away:
        found = f"Redis is away: this process lets through its own share of each.{so_far}"
        return (PartHealth("limits", "wrong", found, "The log tells why."),)
    return (PartHealth("limits", "ok", f"Counted together with other replicas.{so_far}"),)


def _party(turn: TurnRecord) -> Party:
    asker = turn.asker
    session = None if turn.session is None else turn.session.session
    return Party(asker.caller_id, asker.caller_name, session, turn.request.tags, asker.scope)


def _estimated_tokens(turn: TurnRecord, limits: tuple[Limit, ...]) -> int:
    """What the prompt has and the answer is expected to have; worked out only where tokens are limited."""
    if all(limit.tokens is None for limit in limits):
        return 0
    task = analyze(turn.request)
    return task.input_tokens + task.output_tokens


def _wait_s(reached: Reached) -> float | None:
    if reached.is_too_large:
        return None
    return AGAIN_S if reached.wait_s is None else reached.wait_s


def _way_out(reached: Reached) -> str:
    if reached.is_too_large:
        return "Send fewer messages, ask for fewer max_tokens, or have the limit raised."
    if reached.standing.figure is Figure.CONCURRENT:
        return "Ask again when an answer that is under way has ended."
    return "Wait as long as Retry-After says; `segue limits` shows operators how each limit stands."

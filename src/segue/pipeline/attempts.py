"""Asking models one after the other until one answers, inside one deadline for the whole turn.

A failure before anything was shown goes to the next model; the caller of `first_to_answer` sees only the winner.
"""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Generic, TypeVar

from segue.config.settings import TimeSettings
from segue.domain.chat import ChatRequest, Finished, ProviderPiece, TextDelta, Usage
from segue.domain.choice import Ranked
from segue.domain.models import ModelCard, ModelRef, ModelStatus
from segue.domain.money import to_micro_usd
from segue.errors import AllModelsFailed, BadAnswer, ProviderError, ProviderFault, Silent, StreamCut
from segue.events import AttemptEnded, Teller
from segue.pipeline.patience import Patience
from segue.pipeline.turns import AttemptReport
from segue.providers.contract import Answer, Provider

T = TypeVar("T")

MOST_UNSHOWN_CHARS = 64_000
"""Characters after which an answer of which nothing could be shown yet is given up: far beyond any reply."""
MOST_CALL_CHARS = 1_000_000
"""Longest arguments of tool calls, all together; they are held until they are whole."""
CHARS_PER_TOKEN = 4
"""For counting a stream that ended before its usage came; typical of English (OpenAI, tokenizer page, 2024)."""


@dataclass(slots=True)
class Deadline:
    """The moment by which somebody must have started to answer; one object for a whole turn."""

    at_s: float
    """On the clock of `time.monotonic`."""

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        """A deadline that many seconds from now."""
        return cls(time.monotonic() + seconds)

    @property
    def left_s(self) -> float:
        """Seconds left; never negative."""
        return max(0.0, self.at_s - time.monotonic())


@dataclass(slots=True)
class Attempt:
    """One model being asked: what is measured while it answers."""

    number: int
    card: ModelCard
    input_tokens: int
    """Estimated; used when the provider never says."""
    started_s: float = field(default_factory=time.monotonic)
    first_token_s: float | None = None
    seen_chars: int = 0
    """Words and arguments of tool calls."""
    call_chars: int = 0
    usage: Usage | None = None
    was_sent: bool = False
    """True when the provider has the prompt: then it is paid for, whatever comes back."""
    shown_by_s: float = math.inf
    """When something must have been shown, on the clock of `time.monotonic`."""
    was_shown: bool = False

    def note(self, piece: ProviderPiece) -> None:
        """Measure a piece as it comes."""
        if self.first_token_s is None and not isinstance(piece, Finished):
            self.first_token_s = time.monotonic() - self.started_s
        if isinstance(piece, TextDelta):
            self.seen_chars += len(piece.text)
        elif isinstance(piece, Finished):
            self.usage = piece.usage
        else:
            self.seen_chars += len(piece.arguments)
            self.call_chars += len(piece.arguments)
        if self.call_chars > MOST_CALL_CHARS or (self.seen_chars > MOST_UNSHOWN_CHARS and not self.was_shown):
            raise BadAnswer(f"It goes on without end: {self.seen_chars} characters so far.", model=self.card.ref)

    @property
    def is_overdue(self) -> bool:
        """True when the time for showing something is over and nothing was."""
        return not self.was_shown and time.monotonic() >= self.shown_by_s

    def counted_usage(self) -> Usage | None:
        """What it took: the provider's word, else counted from what was seen, None when nothing came at all."""
        if self.usage is not None:
            return self.usage
        if not self.was_sent:
            return None
        return Usage(self.input_tokens, -(-self.seen_chars // CHARS_PER_TOKEN), is_exact=False)

    def cost_micro_usd(self) -> int | None:
        """Millionths of a dollar; None where the price is unknown."""
        usage, price = self.counted_usage(), self.card.price
        if price is None:
            return None
        if usage is None:
            return 0
        return to_micro_usd(
            price.cost_usd(usage.input_tokens, usage.output_tokens, cached_input_tokens=usage.cached_input_tokens)
        )


@dataclass(slots=True)
class Answering(Generic[T]):
    """The winner: its attempt, its first piece, the pieces that follow, and who failed before it."""

    ranked: Ranked
    attempt: Attempt
    first: T
    rest: AsyncGenerator[T]
    failures: tuple[ProviderError, ...]

    @property
    def reports(self) -> tuple[AttemptReport, ...]:
        """Every model that was asked, the winner last."""
        failed = tuple(AttemptReport(e.model, e.code, e.message) for e in self.failures)
        return (*failed, AttemptReport(self.ranked.card.ref, None, None))


def total_cost_micro_usd(attempts: Iterable[Attempt]) -> int | None:
    """What several attempts cost together; None when the price of one is unknown."""
    costs = [attempt.cost_micro_usd() for attempt in attempts]
    known = [cost for cost in costs if cost is not None]
    return sum(known) if len(known) == len(costs) else None


class FallbackHandler:
    """Asks the ranked models in order. It holds no state of a turn."""

    def __init__(self, times: TimeSettings, teller: Teller, provider_of: Callable[[ModelRef], Provider]) -> None:
        self._times = times
        self._teller = teller
        self._provider_of = provider_of

    async def first_to_answer(
        self,
        candidates: Sequence[Ranked],
        request: ChatRequest,
        shown: Callable[[AsyncIterator[ProviderPiece], Ranked], AsyncGenerator[T]],
        *,
        turn_id: str,
        deadline: Deadline,
        input_tokens: int,
        attempts: list[Attempt],
    ) -> Answering[T]:
        """The first model whose words, after `shown` has screened them, can be shown.

        Every attempt is added to `attempts` as it is made. The caller closes `rest`. Raises AllModelsFailed with one
        error an attempt, or the error of an attempt that no other model could mend (`stops_turn`).
        """
        failures: list[ProviderError] = []
        for number, ranked in enumerate(candidates, start=1):
            attempt = Attempt(number, ranked.card, input_tokens)
            attempts.append(attempt)
            is_last = number == len(candidates)
            # Whoever could be replaced has to stream: a whole answer at work cannot be told from silence.
            asked = request if is_last or request.stream else replace(request, stream=True)
            try:
                first_s = self._patience_s(ranked.card.ref, deadline, is_last=is_last, streams=asked.stream)
                shown_s = max(first_s, deadline.left_s if is_last else deadline.left_s / 2)
                attempt.shown_by_s = time.monotonic() + shown_s
                pieces = shown(self._spoken(attempt, asked, turn_id=turn_id, first_s=first_s), ranked)
                first = await _first_shown(pieces, attempt, shown_s)
                return Answering(ranked, attempt, first, pieces, tuple(failures))
            except ProviderError as error:
                failures.append(error)
                if error.stops_turn:
                    raise
            if not deadline.left_s:
                break
        raise AllModelsFailed(
            f"No model answered; {len(failures)} of {len(candidates)} that qualify were asked.",
            failures,
            hint="`segue doctor` says what each provider needs.",
        )

    def _patience_s(self, ref: ModelRef, deadline: Deadline, *, is_last: bool, streams: bool) -> float:
        """How long to wait for a first word. The last model gets all the time left; one being loaded is not silent."""
        if not streams:
            return max(self._times.whole_answer_s, deadline.left_s)
        try:
            status = self._provider_of(ref).status(ref.name)
        except Exception as error:
            raise _fault_of(error, ref) from error
        if is_last or status in (ModelStatus.LOADABLE, ModelStatus.LOADING):
            return deadline.left_s
        return min(self._times.first_token_s, deadline.left_s)

    async def _spoken(
        self, attempt: Attempt, request: ChatRequest, *, turn_id: str, first_s: float
    ) -> AsyncGenerator[ProviderPiece]:
        """One model's pieces, timed and measured; tells the end of the attempt whichever way it comes."""
        ref, gap_s = attempt.card.ref, self._times.gap_s
        code: str | None = "cancelled"
        try:
            answer = self._provider_of(ref).answer(request, ref.name)
            async with Patience(first_s) as patience:
                pieces, piece = await _begun(answer, patience, ref)
                attempt.was_sent = True
                patience.change_limit(gap_s)
                try:
                    while True:
                        attempt.note(piece)
                        if type(piece) is Finished:
                            code = None
                            yield piece
                            return
                        yield piece
                        piece = await patience.wait(anext(pieces))
                except TimeoutError as error:
                    raise StreamCut(f"No further word within {gap_s:.1f} s.", model=ref) from error
                except StopAsyncIteration as error:
                    raise StreamCut("The answer ended without its end.", model=ref) from error
                finally:
                    await answer.__aexit__(None, None, None)
        except ProviderError as error:
            code = error.code
            attempt.was_sent = attempt.was_sent or isinstance(error, Silent)
            raise
        except Exception as error:
            code = ProviderFault.code
            raise _fault_of(error, ref) from error
        finally:
            if code == "cancelled" and attempt.is_overdue:
                code = Silent.code
            self._teller.tell(_ended(attempt, turn_id=turn_id, error_code=code))


def _fault_of(error: Exception, ref: ModelRef) -> ProviderFault:
    """What a provider raised and should not have: somebody else's fault, so that the next model is asked. Only its
    kind is told; its words may be anything."""
    return ProviderFault(
        f"Its provider failed by {type(error).__name__}.", model=ref, hint="This is a fault in its code."
    )


async def _first_shown(pieces: AsyncGenerator[T], attempt: Attempt, shown_s: float) -> T:
    """The first piece that may be shown; the answer is ended when there is none in time, or nobody waits any more."""
    try:
        async with asyncio.timeout(shown_s):
            first = await anext(pieces)
    except TimeoutError as error:
        await pieces.aclose()
        raise Silent(f"Nothing that could be shown within {shown_s:.1f} s.", model=attempt.card.ref) from error
    except BaseException:
        await pieces.aclose()
        raise
    attempt.was_shown = True
    return first


async def _begun(
    answer: Answer, patience: Patience, ref: ModelRef
) -> tuple[AsyncIterator[ProviderPiece], ProviderPiece]:
    """An answer's pieces and the first of them; the answer is left again when there is none."""

    async def begin() -> tuple[AsyncIterator[ProviderPiece], ProviderPiece]:
        pieces = await answer.__aenter__()
        try:
            return pieces, await anext(pieces)
        except BaseException:
            await answer.__aexit__(None, None, None)
            raise

    try:
        return await patience.wait(begin())
    except TimeoutError as error:
        hint = "See time.first_token_s."
        raise Silent(f"No word within {patience.limit_s:.1f} s.", model=ref, hint=hint) from error
    except StopAsyncIteration as error:
        raise BadAnswer("The answer ended without a word and without an end.", model=ref) from error


def _ended(attempt: Attempt, *, turn_id: str, error_code: str | None) -> AttemptEnded:
    return AttemptEnded(
        turn_id=turn_id,
        number=attempt.number,
        model=attempt.card.ref,
        at=datetime.now(UTC),
        duration_s=time.monotonic() - attempt.started_s,
        first_token_s=attempt.first_token_s,
        usage=attempt.counted_usage(),
        error_code=error_code,
        cost_micro_usd=attempt.cost_micro_usd(),
    )

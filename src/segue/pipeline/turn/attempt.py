"""One model being asked in a turn: what is measured while it answers, what it took and what it cost."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from segue.domain.believing import believed
from segue.domain.budgets import Hold
from segue.domain.chat import AnswerPiece, Finished, TextDelta, Usage, Working
from segue.domain.models import ModelCard
from segue.domain.money import call_micro_usd
from segue.errors import BadAnswer, ProviderError, Silent
from segue.events import AttemptEnded
from segue.pipeline.timing.deadline import Deadline, Waits
from segue.pipeline.turn.line_news import LineNews
from segue.pipeline.turn.turns import AttemptReport

MOST_UNSHOWN_CHARS = 64_000
"""Characters after which an answer of which nothing could be shown yet is given up: far beyond any reply."""
MOST_CALL_CHARS = 1_000_000
"""Longest arguments of tool calls, all together; they are held until they are whole."""
CANCELLED = "cancelled"
"""The code of an attempt that did not fail: it was left, or has not ended."""
CHARS_PER_TOKEN = 4
"""For counting a stream that ended before its usage came; typical of English (OpenAI, tokenizer page, 2024)."""


@dataclass(slots=True)
class Attempt:
    """One model being asked. Not `made_often`: a field that is set takes ten times as long there, and two dozen are."""

    number: int
    card: ModelCard
    input_tokens: int
    """Estimated; used when the provider never says."""
    lost: tuple[str, ...] = ()
    """What the conversation lost to fit it, a sentence each."""
    started_s: float = field(default_factory=time.monotonic)
    taken_up_s: float | None = None
    """When the model took it up, where it was loaded or waited in line before; None: at once."""
    waits: Waits | None = None
    """What it waits for now, as far as its provider tells; that is no silence."""
    deadline: Deadline | None = None
    """Stands still while the model is being loaded."""
    first_token_s: float | None = None
    """From when the model took it up."""
    seen_chars: int = 0
    """Words and arguments of tool calls."""
    call_chars: int = 0
    usage: Usage | None = None
    is_under_way: bool = False
    """True once the provider was asked."""
    was_sent: bool = False
    """True when the provider has the prompt: then it is paid for, whatever comes back."""
    was_shown: bool = False
    shown_by_s: float = math.inf
    """When something of it must have been shown, on the clock of `time.monotonic`: a trickle is not silence."""
    error_code: str | None = CANCELLED
    """Why it ended; None when it answered."""
    error: ProviderError | None = None
    hold: Hold | None = None
    """What budgets hold for it; None where none counts it."""
    line: LineNews | None = None
    """Who is told the place of its turn in line; None: nobody wants to know."""
    ended_s: float | None = None
    """When it was settled, on the clock of `time.monotonic`."""
    was_left: bool = False
    """True when it answered and was left before its end: the answer was as long as it may be."""
    _cost_micro_usd: int | None = None
    _is_settled: bool = False

    def note(self, piece: AnswerPiece) -> None:
        """Measure a piece as it comes. Raises BadAnswer for an answer without end, Silent for one too slow to show."""
        if self.waits is not None:
            self._now_waits(None)
        if self.first_token_s is None and type(piece) is not Finished:
            self.first_token_s = time.monotonic() - self._begun_s
        if isinstance(piece, TextDelta):
            self.seen_chars += len(piece.text)
        elif isinstance(piece, Finished):
            self.usage = believed(piece.usage)
            return
        else:
            self.seen_chars += len(piece.arguments)
            self.call_chars += len(piece.arguments)
        if self.call_chars > MOST_CALL_CHARS or (self.seen_chars > MOST_UNSHOWN_CHARS and not self.was_shown):
            raise BadAnswer(f"It goes on without end: {self.seen_chars} characters so far.", model=self.card.ref)
        if not self.was_shown:
            self.check_time()

    def note_working(self, piece: Working) -> None:
        """It has no word yet. Raises Silent when the time for showing one is over, unless it could not begin so far."""
        waits = Waits.LOAD if piece.is_loading else None if piece.place_in_line is None else Waits.LINE
        if waits is not self.waits:
            self._now_waits(waits)
        if waits is None:
            self.check_time()
        elif self.line is not None and piece.place_in_line is not None:
            self.line.stands(self.card.ref, piece.place_in_line)

    def _now_waits(self, waits: Waits | None) -> None:
        """It is loaded, stands in line, or was taken up: what it waited is not its model's time."""
        was, now_s = self.waits, time.monotonic()
        if was is not None:
            self.shown_by_s += now_s - self._begun_s
            self.taken_up_s = now_s
        if self.deadline is not None and (was is Waits.LOAD) is not (waits is Waits.LOAD):
            (self.deadline.stop if waits is Waits.LOAD else self.deadline.go_on)()
        self.waits = waits

    @property
    def _begun_s(self) -> float:
        return self.started_s if self.taken_up_s is None else self.taken_up_s

    def check_time(self) -> None:
        """Raises Silent when the time for showing something is over and nothing was shown."""
        if time.monotonic() > self.shown_by_s:
            waited_s = self.shown_by_s - self._begun_s
            raise Silent(f"Nothing that could be shown within {waited_s:.1f} s.", model=self.card.ref)

    def counted_usage(self) -> Usage | None:
        """What it took: the provider's word, else counted from what was seen, None when nothing came at all."""
        if self.usage is not None or not self.was_sent:
            return self.usage
        return Usage(self.input_tokens, -(-self.seen_chars // CHARS_PER_TOKEN), is_exact=False)

    def cost_micro_usd(self) -> int | None:
        """Millionths of a dollar; None where the price is unknown, or what is said cannot be one."""
        if self._is_settled:
            return self._cost_micro_usd
        usage, price = self.counted_usage(), self.card.price
        if usage is None:
            return 0
        if usage.billed_usd is not None:
            return call_micro_usd(usage.billed_usd)
        if price is None:
            return None
        if price.is_free:
            return 0
        return call_micro_usd(
            price.cost_usd(
                usage.input_tokens,
                usage.output_tokens,
                cached_input_tokens=usage.cached_input_tokens,
                cache_write_tokens=usage.cache_write_tokens,
            )
        )

    def end_full(self) -> None:
        """It answered: no more of it may be shown, so that nobody waits for its end."""
        self.error_code, self.was_left = None, True

    def settle(self) -> None:
        """It is over: what it took and cost changes no more, and is not worked out again."""
        if self.waits is Waits.LOAD and self.deadline is not None:
            self.deadline.go_on()
            self.deadline = None
        self.usage, self._cost_micro_usd = self.counted_usage(), self.cost_micro_usd()
        self._is_settled, self.ended_s = True, time.monotonic()

    def rebill(self, usage: Usage) -> None:
        """Its provider told after its end what it took."""
        self._is_settled, self.usage = False, usage
        self._cost_micro_usd = self.cost_micro_usd()
        self._is_settled = True

    def ended(self, turn_id: str, *, at: datetime) -> AttemptEnded:
        """The record for observers, once it is settled."""
        return AttemptEnded(
            turn_id=turn_id,
            number=self.number,
            model=self.card.ref,
            at=at,
            duration_s=(time.monotonic() if self.ended_s is None else self.ended_s) - self._begun_s,
            first_token_s=self.first_token_s,
            usage=self.counted_usage(),
            error_code=self.error_code,
            cost_micro_usd=self.cost_micro_usd(),
        )

    def report(self) -> AttemptReport:
        """What is told of it."""
        reason = self.error.message if self.error else None
        return AttemptReport(self.card.ref, self.error_code, reason, self.lost, self.was_shown)


def total_usage(attempts: Sequence[Attempt]) -> Usage | None:
    """What several attempts took together; None when none of them took anything that is known."""
    if len(attempts) == 1:
        return attempts[0].counted_usage()
    total: Usage | None = None
    for attempt in attempts:
        usage = attempt.counted_usage()
        if usage is None or total is None:
            total = total or usage
            continue
        total = replace(
            total,
            input_tokens=total.input_tokens + usage.input_tokens,
            output_tokens=total.output_tokens + usage.output_tokens,
            cached_input_tokens=total.cached_input_tokens + usage.cached_input_tokens,
            cache_write_tokens=total.cache_write_tokens + usage.cache_write_tokens,
            reasoning_tokens=total.reasoning_tokens + usage.reasoning_tokens,
            is_exact=total.is_exact and usage.is_exact,
            billed_usd=None,  # some may be billed and some not; what all cost is `total_cost_micro_usd`
        )
    return total


def total_cost_micro_usd(attempts: Sequence[Attempt]) -> int | None:
    """What several attempts cost together; None when the price of one is unknown."""
    if len(attempts) == 1:
        return attempts[0].cost_micro_usd()
    total = 0
    for attempt in attempts:
        cost = attempt.cost_micro_usd()
        if cost is None:
            return None
        total += cost
    return total

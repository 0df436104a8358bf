"""What answers cost that were left before their bill came: asked for behind the path, and counted once it is told."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Self

from segue.accounting.purse import Purse
from segue.domain.believing import believed
from segue.domain.chat import Usage
from segue.events import Teller
from segue.pipeline.turn.attempt import CANCELLED, Attempt
from segue.providers.contract import BilledLate

_log = logging.getLogger(__name__)


class LateBills:
    """Counts attempts that are over. An async context manager.

    Most are counted at once. One that was left on purpose, and whose provider can still say what it cost, is counted
    when it has; until then its money stays held, so that nobody spends it twice. Who leaves this context waits for no
    bill: what was counted from the words that came is the cost then.
    """

    def __init__(self, purse: Purse, teller: Teller) -> None:
        self._purse, self._teller = purse, teller
        self._waiting: dict[asyncio.Task[None], Callable[[], None]] = {}
        """What is asked for, and how it is counted without."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        waiting, self._waiting = self._waiting, {}
        for task in waiting:
            task.cancel()
        if waiting:
            await asyncio.wait(waiting)
        for count in waiting.values():
            count()

    def count(self, attempt: Attempt, answer: object, turn_id: str) -> None:
        """Count a settled attempt. `answer` is what its provider gave for it; None where it gave none."""
        usage, at = attempt.usage, datetime.now(UTC)
        is_left = attempt.error_code == CANCELLED or attempt.was_left
        if is_left and usage is not None and not usage.is_exact and isinstance(answer, BilledLate):
            asking = asyncio.get_running_loop().create_task(self._ask(answer, attempt), name="segue-late-bill")
            self._waiting[asking] = partial(self._count, attempt, turn_id, at)
        else:
            self._count(attempt, turn_id, at)

    async def _ask(self, answer: BilledLate, attempt: Attempt) -> None:
        bill = await _bill(answer, attempt)
        if (count := self._waiting.pop(asyncio.current_task(), None)) is None:  # type: ignore[arg-type] # it is one
            return
        if bill is not None:
            attempt.rebill(bill)
        count()

    def _count(self, attempt: Attempt, turn_id: str, at: datetime) -> None:
        if attempt.hold is not None:
            self._purse.settle(attempt.hold, attempt.cost_micro_usd())
        self._teller.tell(attempt.ended(turn_id, at=at))


async def _bill(answer: BilledLate, attempt: Attempt) -> Usage | None:
    try:
        return believed(await answer.late_bill())
    except Exception as fault:  # noqa: BLE001 - a provider's code may fail by anything; then what was counted stays
        _log.warning("%s was not told what an answer cost: %s.", attempt.card.ref, type(fault).__name__)
        return None

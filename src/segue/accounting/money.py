"""All that counts money in one process, put together from the settings."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from typing import Final, Self

from segue.accounting.alert_webhook import AlertWebhook
from segue.accounting.alerts import Alerts
from segue.accounting.ledger import Ledger
from segue.accounting.pending_holds import PendingHolds
from segue.accounting.purse import Purse
from segue.accounting.reports import MOST_ACCOUNTS, BudgetState, kept_standings, states
from segue.config.receivers import signing_secret
from segue.config.settings import Settings
from segue.domain.budgets import Budget, NamedStanding
from segue.domain.money import to_micro_usd
from segue.domain.spending import SpendBy, Spent
from segue.errors import StorageError
from segue.events import ResourceAlert, Teller
from segue.providers.webhook import Webhook
from segue.storage.contract import Journal
from segue.storage.redis_money import RedisMoney

FILE: Final = "holds.pending.jsonl"
"""In SEGUE_HOME: what the store did not take in time."""
FLUSH_S: Final = 1.0
"""Longest wait for what was spent here, before it is told what was spent."""
WRITTEN_S: Final = 0.5
"""The same, for who asks how everything is."""
LONGEST_CALL: Final = timedelta(hours=6)
"""What was held so long ago is of a call whose process is gone: no answer takes so long."""
KEEP_SESSIONS: Final = timedelta(days=33)
"""How long it is kept what a session took in a day or a month, since it took something last: both are over then."""
KEEP: Final = timedelta(days=400)
"""How long it is kept what a day or a month took of anything else."""
SETTLED: Final = timedelta(days=7)
"""How long it is known which calls were settled: until no step of theirs is tried again, also after a crash."""


class Money:
    """The purse of one process. An async context manager, on a journal that is open."""

    def __init__(self, settings: Settings, journal: Journal, teller: Teller, *, home: Path) -> None:
        self._journal = journal
        self._shared: RedisMoney | None = None
        if settings.cache.redis_url is not None:
            self._shared = RedisMoney(settings.cache.redis_url, deadline_s=settings.cache.deadline_s)
        self._ledger = Ledger(
            journal,
            PendingHolds(home / FILE),
            shared=self._shared,
            deadline_s=settings.storage.session_deadline_s,
        )
        self._webhook = _webhook(settings)
        self.purse = Purse(
            [budget.budget() for budget in settings.budgets],
            self._ledger,
            crisis_debt_micro_usd=to_micro_usd(settings.spending.crisis_debt_usd),
            alerts=Alerts(teller, also=None if self._webhook is None else self._webhook.tell),
        )
        """There also where the settings have no budgets: a caller's key may have one of its own."""

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as stack:
            if self._webhook is not None:
                await stack.enter_async_context(self._webhook)
            if self._shared is not None:
                await stack.enter_async_context(self._shared)
            await stack.enter_async_context(self._ledger)
            self.purse.begin()
            self._stack = stack.pop_all()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

    async def counts_for_all(self) -> bool:
        """Whether what replicas have spent can be known now; the server that counts it is asked."""
        try:
            if self._shared is not None:
                await self._shared.ping()
        except StorageError:
            return False
        return True

    async def is_written(self) -> bool:
        """Whether the store takes what is held and spent; False where something still waits for it after a moment."""
        try:
            async with asyncio.timeout(WRITTEN_S):
                await self.flush()
        except TimeoutError:
            return False
        return True

    def named(self) -> list[NamedStanding]:
        """How budgets of one name each stand, as far as it is known here."""
        return self.purse.named()

    async def flush(self) -> None:
        """Wait until what was spent here is written."""
        await self._ledger.flush()

    async def states(self, budgets: Sequence[Budget], *, most: int = MOST_ACCOUNTS) -> list[BudgetState]:
        """Budgets as they stand, by what replicas share where they share it; at most so many accounts of each.

        Raises StorageError.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(FLUSH_S):
                await self.flush()
        now = datetime.now(UTC)
        kept = await kept_standings(self._journal, budgets, most=most, now=now)
        if self._shared is not None:
            with suppress(TimeoutError, StorageError):  # what is kept here is the next best
                async with asyncio.timeout(FLUSH_S):
                    kept |= await self._shared.standings(tuple(kept))
        return states(budgets, kept, most=most, now=now)

    async def spent(self, by: SpendBy, *, since: datetime, until: datetime) -> tuple[Spent, ...]:
        """What recorded calls took. Raises StorageError."""
        return await self._journal.spent(by, since=since, until=until)

    def tell_operator(self, alert: ResourceAlert) -> None:
        """Have the receiver of alerts hear of something that is short; returns at once."""
        if self._webhook is not None:
            self._webhook.tell(f"res_{token_hex(16)}", alert)

    async def tidy(self) -> None:
        """Count as spent what nobody will settle any more, and erase what is past its time. Raises StorageError."""
        now = datetime.now(UTC)
        await self._journal.close_holds(before=now - LONGEST_CALL)
        await self._journal.forget_settled(before=now - SETTLED)
        await self._journal.forget_accounts(before=now - KEEP, of_sessions_before=now - KEEP_SESSIONS)
        self._ledger.forget_past(now=now)

    async def forget_session(self, session: str) -> None:
        """Let go of what is counted for a session beside the store, by its keyed hash. Raises StorageError."""
        try:
            async with asyncio.timeout(FLUSH_S):
                await self._ledger.flush()
        except TimeoutError as error:
            hint = "Try again in a moment."
            raise StorageError("What a session spent did not arrive in the store in time.", hint=hint) from error
        await self._ledger.forget_session(session, elsewhere=self.purse.forget_session(session))


def _webhook(settings: Settings) -> AlertWebhook | None:
    """Who is told of budgets; None where nobody is configured."""
    spending = settings.spending
    if spending.webhook_url is None:
        return None
    secret = signing_secret(spending.webhook_secret, key="spending.webhook_secret")
    url, connect_s = spending.webhook_url.get_secret_value(), settings.time.connect_s
    webhook = Webhook(url, name="receiver", connect_s=connect_s, about="alerts")
    return AlertWebhook(webhook, secret=secret)

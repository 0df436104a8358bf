"""What an answer cost whose bill did not come with it: asked for afterwards, by the name of its generation.

`GET /generation?id=` (OpenRouter's OpenAPI file, 2026-08, `GenerationResponse`). The host has it some time after the
answer ended, and says 404 until then.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

import msgspec

from segue.domain.believing import believed
from segue.domain.chat import Usage
from segue.domain.models import ModelRef
from segue.errors import ProviderError
from segue.providers.contract import BILL_S
from segue.providers.openrouter.lists import fetched
from segue.providers.wire import Wire

PAUSES_S: Final = (1.0, 4.0, 10.0, 30.0)
"""Before each question; together less than BILL_S. Our choice: how long the host takes is not written anywhere."""
AT_ONCE: Final = 4
"""Most questions under way."""
MOST_WAITING: Final = 100
"""Most answers whose bill is waited for; of further ones it stays what was counted. Our choice."""

_log = logging.getLogger(__name__)


class _Generation(msgspec.Struct):
    is_byok: bool = False
    total_cost: Decimal | None = None
    upstream_inference_cost: Decimal | None = None
    native_tokens_prompt: int | None = None
    native_tokens_completion: int | None = None
    native_tokens_cached: int | None = None
    native_tokens_reasoning: int | None = None


class _Told(msgspec.Struct):
    data: _Generation


class LateBills:
    """Asks one host. It belongs to one event loop, and uses a wire that others open and close."""

    def __init__(self, wire: Wire, *, key_hint: str, pauses_s: Sequence[float] = PAUSES_S) -> None:
        self._wire, self._key_hint, self._pauses_s = wire, key_hint, pauses_s
        self._slots = asyncio.Semaphore(AT_ONCE)
        self._waiting = 0

    async def of(self, generation: str, model: ModelRef) -> Usage | None:
        """What a generation took; None where it is not told within BILL_S, or too many are waited for."""
        if self._waiting >= MOST_WAITING:
            return None
        self._waiting += 1
        try:
            async with asyncio.timeout(BILL_S):
                return await self._asked(generation, model)
        except TimeoutError:
            return None
        finally:
            self._waiting -= 1

    async def _asked(self, generation: str, model: ModelRef) -> Usage | None:
        for pause_s in self._pauses_s:
            await asyncio.sleep(pause_s)
            if not self._wire.is_open:
                break
            try:
                async with self._slots:
                    asked = {"id": generation}
                    body = await fetched(self._wire, "generation", model, key_hint=self._key_hint, query=asked)
            except ProviderError as error:
                _log.debug("The bill of an answer is not told yet: %s", error)
                continue
            if (usage := read_bill(body)) is not None:
                return usage
        return None


def read_bill(body: bytes) -> Usage | None:
    """What an answer of `GET /generation` says; None where it names no cost. With a key of one's own at the provider
    behind it both bills count."""
    try:
        told = msgspec.json.decode(body, type=_Told).data
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    cost, upstream = told.total_cost, told.upstream_inference_cost if told.is_byok else None
    if cost is None or not cost.is_finite() or cost < 0:
        return None
    if upstream is not None and upstream.is_finite() and upstream > 0:
        cost += upstream
    usage = Usage(
        told.native_tokens_prompt or 0,
        told.native_tokens_completion or 0,
        told.native_tokens_cached or 0,
        told.native_tokens_reasoning or 0,
        is_exact=told.native_tokens_prompt is not None and told.native_tokens_completion is not None,
        billed_usd=cost,
    )
    return believed(usage) or believed(Usage(0, 0, is_exact=False, billed_usd=cost))

"""Models in this process that write down what they would bill, whatever becomes of a call; and what that comes to."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from decimal import Decimal
from fractions import Fraction

from typing_extensions import override

from segue.domain.chat import ChatRequest, Finished, ProviderPiece, TextDelta, Usage
from segue.domain.models import ModelRef
from segue.domain.money import LongPromptRate, Price
from segue.errors import Overloaded, ProviderFault, StreamCut, Unreachable
from segue.providers.contract import Answer
from segue.providers.scripted import ScriptedProvider
from segue.selection.tokens import request_tokens

LONG_TOKENS = 200_000
RATES = {
    "plain": (Fraction("3"), Fraction("15"), Fraction("3"), Fraction("3"), Fraction(0)),
    "cached": (Fraction("2.5"), Fraction("10"), Fraction("0.3125"), Fraction("3.125"), Fraction(0)),
    "tiered": (Fraction("1.25"), Fraction("10"), Fraction("0.125"), Fraction("1.5"), Fraction("0.0001")),
}
"""Of each model, dollars a million tokens: input, output, input from a cache and into one; and dollars a call."""
LONG_RATES = {"tiered": (Fraction("2.5"), Fraction("15"), Fraction("0.25"), Fraction("3.1"))}
"""The same for prompts of more than LONG_TOKENS."""


@dataclass
class Bill:
    """One call, as the provider has it in its books."""

    model: str
    prompt_tokens: int
    """Counted by us; it holds where the provider never came to say it."""
    said_chars: int = 0
    usage: Usage | None = None

    def micro_usd(self) -> int:
        """What it costs: written apart from Segue's own way of counting, in fractions."""
        if self.usage is not None and self.usage.billed_usd is not None:
            return _nearest(Fraction(self.usage.billed_usd) * 1_000_000)
        if self.usage is None:
            tokens, output, cached, written = self.prompt_tokens, -(-self.said_chars // 4), 0, 0
        else:
            tokens, output, cached, written = (
                self.usage.input_tokens,
                self.usage.output_tokens,
                self.usage.cached_input_tokens,
                self.usage.cache_write_tokens,
            )
        *rates, call_usd = RATES[self.model]
        if self.model in LONG_RATES and tokens > LONG_TOKENS:
            rates = [*LONG_RATES[self.model]]
        counts = (tokens - cached - written, output, cached, written)
        micro_usd = sum((count * rate for count, rate in zip(counts, rates, strict=True)), Fraction(0))
        return _nearest(micro_usd + call_usd * 1_000_000)


def _nearest(amount: Fraction) -> int:
    return round(amount)  # halves go to even


@dataclass
class Books:
    """All calls of one provider."""

    dice: random.Random
    bills: list[Bill] = field(default_factory=list)


class BillingProvider(ScriptedProvider):
    """Answers, fails, is silent or breaks off as its dice say, and bills what it has taken and said."""

    books: Books

    def price_models(self) -> None:
        """Give its models their prices."""
        self._cards = tuple(
            replace(card, price=_price(card.ref.name)) for card in self._cards if card.ref.name in RATES
        )

    @override
    def answer(self, request: ChatRequest, model: str) -> Answer:
        return self._billed(request, ModelRef(self.name, model))

    @asynccontextmanager
    async def _billed(self, request: ChatRequest, model: ModelRef) -> AsyncIterator[AsyncIterator[ProviderPiece]]:
        refused = self.books.dice.random()
        if refused < 0.06:
            raise Unreachable("The dice say so.", model=model)
        if refused < 0.12:
            raise (Overloaded if refused < 0.09 else ProviderFault)("The dice say so.", model=model, status=503)
        tokens = request_tokens(request.messages, request.tools, request.response_format, persona=request.persona)
        bill = Bill(model.name, tokens.whole)
        self.books.bills.append(bill)
        pieces = self._spoken_for(bill, model)
        try:
            yield pieces
        finally:
            await pieces.aclose()

    async def _spoken_for(self, bill: Bill, model: ModelRef) -> AsyncGenerator[ProviderPiece, None]:
        dice = self.books.dice
        kind, words = dice.random(), dice.randint(1, 12)
        await asyncio.sleep(dice.choice([0, 0, 0.001, 0.03 if kind < 0.3 else 0]))
        for place in range(words):
            if kind > 0.85 and place == words // 2:
                raise StreamCut("The dice say so.", model=model)
            text = f"word{place}" + "." * dice.randint(0, 1) + " "
            bill.said_chars += len(text)
            yield TextDelta(text)
            await asyncio.sleep(0)
        if kind > 0.1:
            bill.usage = _usage(dice)
        yield Finished("stop", bill.usage)


def _usage(dice: random.Random) -> Usage:
    tokens = dice.choice(
        [dice.randint(1, 5_000), dice.randint(LONG_TOKENS - 2, LONG_TOKENS + 2), dice.randint(1, 10**6)]
    )
    cached = dice.choice([0, dice.randint(0, tokens)])
    written = dice.choice([0, dice.randint(0, tokens - cached)])
    billed = Decimal(dice.randint(0, 10**9)) / 10**9 if dice.random() < 0.1 else None
    return Usage(tokens, dice.randint(0, 4_000), cached, billed_usd=billed, cache_write_tokens=written)


def _price(name: str) -> Price:
    def usd(amount: Fraction) -> Decimal:
        return Decimal(amount.numerator) / amount.denominator

    fresh, output, cached, written, call = map(usd, RATES[name])
    longer = (
        [LongPromptRate(LONG_TOKENS, *map(usd, rates)) for rates in (LONG_RATES[name],)] if name in LONG_RATES else []
    )
    return Price(fresh, output, cached, request_usd=call, long_prompts=tuple(longer), cache_write_usd_per_mtok=written)

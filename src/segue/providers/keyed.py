"""A provider with the keys that the vault keeps for it: one provider of its type for each key, and a choice among them.

The key with the fewest answers under way is used. One that is refused, out of credit or asked too often rests by
itself, and the same turn goes on with another before anybody notices; only when no key is left does the failure leave
here, and the pipeline's own breaker (`key:PROVIDER`) sees it. A key that is taken away finishes its answers.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from typing import Final, Self

from pydantic import BaseModel
from typing_extensions import override

from segue.domain.chat import ChatRequest, ProviderPiece, Usage
from segue.domain.listing import FreeQuota, KeyLimits, Listing, Offer
from segue.domain.models import ModelCard, ModelStatus
from segue.domain.provider_keys import KeyCheck, KeyReason, KeyState
from segue.errors import KeyRejected, OutOfCredit, ProviderError, RateLimited
from segue.providers.contract import Answer, BilledLate, Browsable, LoadedModel, Offering, Provider, ProviderHealth

REST_S: Final = 5.0
"""First rest of a key that is asked too often, where its provider names none; each further one is twice as long."""
LONGEST_REST_S: Final = 120.0
"""Longest rest, and that of a key that is refused: as `breakers.longest_rest_s`."""
PROBE_S: Final = 10.0
"""How long the one answer that tries a rested key may take until another is let in."""
_OF_THE_KEY: Final = (KeyRejected, OutOfCredit, RateLimited)
"""Failures that another key may not have."""

_NOT_TAKEN: Final = (KeyState.REJECTED, KeyState.OUT_OF_CREDIT)


@dataclass(frozen=True, slots=True)
class LiveKey:
    """A key in use. Two are the same where all of it is the same."""

    label: str
    secret: str = field(repr=False)
    state: KeyState = field(default=KeyState.UNVERIFIED, compare=False)


@dataclass(slots=True, eq=False)
class Lane:
    """A provider with one key, or none, and how it is doing."""

    key: LiveKey | None
    provider: Provider
    state: KeyState = KeyState.UNVERIFIED
    under_way: int = 0
    """Answers that have begun and not ended."""
    rests_until_s: float = 0.0
    rests: int = 0
    """In a row, without a success since."""
    turn: int = 0
    """Grows with each choice, so that among equals the one that waited longest is next."""
    was_used: bool = False
    """Since somebody last looked."""
    news: ProviderError | KeyState | None = None
    """What happened to the key since somebody last looked: the failure, or that it was taken."""
    opened: AsyncExitStack = field(default_factory=AsyncExitStack)


class KeyedProvider(Provider):
    """As the provider that it makes; which one of them answers is decided for each answer."""

    takes_key = True

    def __init__(self, make: Callable[[str | None], Provider], *, clock: Callable[[], float] = time.monotonic) -> None:
        """`make` makes the provider with a key, or with none."""
        self._make = make
        self._clock = clock
        self._lanes: list[Lane] = [Lane(None, make(None))]
        """At least one; that without a key where there is no other."""
        self._retired: list[Lane] = []
        """Taken away, with answers under way."""
        self._lack: str | None = None
        """Why the keys that are kept cannot be used; None where one can be, or there is none."""
        self._told: tuple[tuple[ModelCard, ...], str, tuple[ModelCard, ...]] | None = None
        """Cards, what is lacking, and the cards that say so."""
        self._is_open = False
        self.look_again: Callable[[], Awaitable[None]] | None = None
        """Reads the keys anew, and calls `use`; for a moment in which no key that is known is taken."""
        self.tell: Callable[[], None] | None = None
        """Called when there is news of a key."""
        front = self._lanes[0].provider
        self.name = front.name
        self.Options: type[BaseModel] = front.Options
        self.has_fixed_models = front.has_fixed_models

    @override
    def __repr__(self) -> str:
        return f"KeyedProvider({self._lanes[0].provider!r}, keys={sum(lane.key is not None for lane in self._lanes)})"

    @override
    async def __aenter__(self) -> Self:
        self._is_open = True
        for lane in self._lanes:
            await lane.opened.enter_async_context(lane.provider)
        return self

    @override
    async def __aexit__(self, *_: object) -> None:
        self._is_open = False
        for lane in (*self._lanes, *self._retired):
            await lane.opened.aclose()
        self._retired.clear()

    @property
    def lanes(self) -> Sequence[Lane]:
        """Those with a key, as they are now."""
        return [lane for lane in self._lanes if lane.key is not None]

    async def use(self, keys: Collection[LiveKey], *, lack: str | None = None) -> bool:
        """Use these keys from the next answer on; True when they are others than before.

        `lack`: why there is none, where some are kept and none can be used; then no model is asked.
        """
        self._lack, was = (None if keys else lack), self._lack
        known = {lane.key: lane for lane in self._lanes}
        wanted: list[LiveKey | None] = [*keys] or [None]
        for key in keys:
            if key in known:
                self._hear(known[key], key)
        if list(known) == wanted:
            return self._lack != was
        lanes = [known[key] if key in known else await self._new(key) for key in wanted]
        gone = [lane for lane in self._lanes if lane not in lanes]
        self._lanes = lanes
        self._retired += gone
        await self.close_retired()
        return True

    async def close_retired(self) -> None:
        """Close those that were taken away and whose answers have ended."""
        done = [lane for lane in self._retired if not lane.under_way]
        self._retired = [lane for lane in self._retired if lane.under_way]
        for lane in done:
            await lane.opened.aclose()

    def _hear(self, lane: Lane, key: LiveKey) -> None:
        """Take over what somebody else has noted of a key since it was read last."""
        if lane.key is not None and lane.key.state is key.state:
            return
        lane.key, lane.state = key, key.state
        if key.state in _NOT_TAKEN:
            lane.rests_until_s, lane.rests = self._clock() + LONGEST_REST_S, max(lane.rests, 1)
        elif key.state is KeyState.VALID:
            lane.rests_until_s, lane.rests = 0.0, 0

    async def _new(self, key: LiveKey | None) -> Lane:
        lane = Lane(None, self._make(key.secret if key else None))
        if key is not None:
            self._hear(lane, key)
        if self._is_open:
            await lane.opened.enter_async_context(lane.provider)
        return lane

    def choose(self, tried: Collection[Lane] = ()) -> Lane:
        """Which key to use now: of those that do not rest the one with the least to do; else whose rest ends first."""
        lanes = self._lanes
        if len(lanes) == 1:
            return lanes[0]
        now_s = self._clock()
        left = [lane for lane in lanes if lane not in tried] or lanes
        free = [lane for lane in left if lane.rests_until_s <= now_s]
        if free:
            chosen = min(free, key=lambda lane: (lane.under_way, lane.turn))
        else:
            chosen = min(left, key=lambda lane: lane.rests_until_s)
        chosen.turn = 1 + max(lane.turn for lane in lanes)
        if chosen.rests:
            chosen.rests_until_s = now_s + PROBE_S  # one tries, the others go elsewhere meanwhile
        return chosen

    async def has_another(self, tried: Collection[Lane], error: ProviderError) -> bool:
        """Whether a key that may be used now was not tried yet; the store is asked where none is known."""
        if self._is_another(tried):
            return True
        if isinstance(error, RateLimited) or self.look_again is None:
            return False
        await self.look_again()
        return self._is_another(tried)

    def _is_another(self, tried: Collection[Lane]) -> bool:
        now_s = self._clock()
        return any(lane.rests_until_s <= now_s and lane not in tried for lane in self.lanes)

    def note(self, lane: Lane, error: BaseException | None) -> None:
        """How an answer with a key ended; None: well."""
        lane.was_used = True
        if error is None:
            lane.rests, lane.rests_until_s = 0, 0.0
            if lane.state is not KeyState.VALID:
                lane.state = KeyState.VALID
                self._has_news(lane, KeyState.VALID)
        elif isinstance(error, RateLimited):
            rest_s = error.retry_after_s or min(LONGEST_REST_S, REST_S * 2 ** min(lane.rests, 10))
            self._rest(lane, rest_s)
        elif isinstance(error, KeyRejected | OutOfCredit):
            self._rest(lane, LONGEST_REST_S)
            self._has_news(lane, error)

    def _rest(self, lane: Lane, rest_s: float) -> None:
        lane.rests += 1
        lane.rests_until_s = max(lane.rests_until_s, self._clock() + rest_s)

    def _has_news(self, lane: Lane, news: ProviderError | KeyState) -> None:
        lane.news = news
        if self.tell is not None:
            self.tell()

    @override
    def cards(self) -> tuple[ModelCard, ...]:
        cards = self._lanes[0].provider.cards()
        if self._lack is None:
            return cards
        if self._told is None or self._told[0] is not cards or self._told[1] != self._lack:
            missing = tuple(replace(card, status=ModelStatus.MISSING, missing=self._lack) for card in cards)
            self._told = (cards, self._lack, missing)
        return self._told[2]

    @override
    def status(self, model: str) -> ModelStatus:
        status = self._lanes[0].provider.status(model)
        return ModelStatus.MISSING if self._lack and status is not ModelStatus.WITHDRAWN else status

    @override
    def answer(self, request: ChatRequest, model: str) -> Answer:
        lanes = self._lanes
        if lanes[0].key is None:
            return lanes[0].provider.answer(request, model)
        return _KeyedAnswer(self, request, model)

    @override
    def health(self) -> ProviderHealth:
        if self._lack is not None:
            return ProviderHealth(is_usable=False, detail=self._lack)
        return self._lanes[0].provider.health()

    @override
    def loaded(self) -> tuple[LoadedModel, ...]:
        return self._lanes[0].provider.loaded()

    @override
    async def unload(self, model: str) -> bool:
        return await self._lanes[0].provider.unload(model)

    @override
    async def check_key(self) -> KeyCheck:
        if self._lanes[0].key is None:
            return KeyCheck(KeyState.UNVERIFIED, KeyReason.NOT_CHECKED, "It has no key.")
        return await self._lanes[0].provider.check_key()


class KeyedHost(KeyedProvider):
    """One whose list can be browsed: by the first of its keys."""

    def listing(self) -> Listing:
        """See Browsable."""
        return self._host.listing()

    async def refresh(self) -> Listing:
        """See Browsable."""
        return await self._host.refresh()

    async def limits(self) -> KeyLimits:
        """See Browsable."""
        return await self._host.limits()

    async def offers(self, name: str) -> tuple[Offer, ...]:
        """See Offering; none of a host that cannot be asked."""
        host: object = self._host
        return await host.offers(name) if isinstance(host, Offering) else ()

    def free_quota(self) -> FreeQuota | None:
        """See Browsable."""
        return self._host.free_quota()

    @property
    def _host(self) -> Browsable:
        host = self._lanes[0].provider
        assert isinstance(host, Browsable), "it is made for those that can be browsed"
        return host


class _KeyedAnswer(Answer):
    """An answer with one of several keys; entering goes on to the next where one is refused."""

    __slots__ = ("_answer", "_keyed", "_lane", "_model", "_request")

    def __init__(self, keyed: KeyedProvider, request: ChatRequest, model: str) -> None:
        self._keyed, self._request, self._model = keyed, request, model
        self._lane: Lane | None = None
        self._answer: Answer | None = None

    @override
    async def __aenter__(self) -> AsyncIterator[ProviderPiece]:
        keyed, tried = self._keyed, list[Lane]()
        while True:
            lane = keyed.choose(tried)
            answer = lane.provider.answer(self._request, self._model)
            lane.under_way += 1
            try:
                pieces = await answer.__aenter__()
            except BaseException as error:
                lane.under_way -= 1
                keyed.note(lane, error)
                tried.append(lane)
                if not isinstance(error, _OF_THE_KEY) or not await keyed.has_another(tried, error):
                    raise
                continue
            self._lane, self._answer = lane, answer
            return pieces

    async def late_bill(self) -> Usage | None:
        """See BilledLate."""
        answer: object = self._answer
        return await answer.late_bill() if isinstance(answer, BilledLate) else None

    @override
    async def __aexit__(self, *error: object) -> bool | None:
        assert self._lane is not None
        assert self._answer is not None
        self._lane.under_way -= 1
        raised = error[1]
        self._keyed.note(self._lane, raised if isinstance(raised, BaseException) else None)
        return await self._answer.__aexit__(*error)  # type: ignore[arg-type] # as it was given

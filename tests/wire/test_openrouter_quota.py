"""Free requests over a day, as the host counts them: real adapters, real HTTP, restarts, and gateways that share Redis.

The host here knows nothing of Segue: it counts what arrives by its own clock, which the test sets.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from segue.errors import OutOfQuota, ProviderError
from segue.providers.contract import ProviderContext
from segue.providers.openrouter.adapter import OpenRouterAdapter, OpenRouterOptions
from segue.providers.openrouter.counting import FreeCount, free_count
from segue.providers.openrouter.quota import RULE, is_rationed
from tests.conformance.provider_harness import Silence
from tests.support.fixtures import own_redis, redis, running_redis
from tests.support.openrouter import KEY, OpenRouter, answers, refuses
from tests.support.openrouter_adapter import FREE, OPEN, PAID, REQUEST, ask
from tests.support.redis_server import RedisServer
from tests.support.scenes import Scene
from tests.support.upstream import Asked, UpstreamThread

__all__ = ["own_redis", "redis", "running_redis"]

MIDNIGHT = datetime(2026, 5, 13, tzinfo=UTC)
BUSY, ODD = "google/gemma-4-31b-it:free", "openrouter/free"
GRAVE = replace(REQUEST, bounds=replace(OPEN, is_therapeutic=True))
ASKER = Path(__file__).parents[1] / "support" / "free_asker.py"


class Clock:
    """The time, as the test sets it."""

    now = MIDNIGHT - timedelta(hours=4)

    def __call__(self) -> datetime:
        return self.now


class Counted:
    """Requests as a host counts them: by the day in UTC, and over every sixty seconds."""

    def __init__(self, a_day: int, clock: Clock) -> None:
        self.a_day, self._clock = a_day, clock
        self.today: Counter[date] = Counter()
        self._lately: deque[datetime] = deque()
        self.beyond: list[datetime] = []
        """When it was asked beyond its limits."""

    def has_one_left(self) -> bool:
        """Whether it would take one more."""
        while self._lately and self._lately[0] <= self._clock.now - timedelta(seconds=60):
            self._lately.popleft()
        return self.today[self._clock.now.date()] < self.a_day and len(self._lately) < RULE.a_minute

    def one(self) -> None:
        """One request."""
        if not self.has_one_left():
            self.beyond.append(self._clock.now)
        self.today[self._clock.now.date()] += 1
        self._lately.append(self._clock.now)


class Host(OpenRouter):
    """Counts every request that a free model may answer, also one that it refuses."""

    def __init__(self, counted: Counted) -> None:
        super().__init__()
        self.counted = counted
        self.scenes = {FREE: answers("Yes."), ODD: answers("Yes."), PAID: answers("Yes."), BUSY: refuses(429)}

    @override
    def scene_for(self, asked: Asked) -> Scene:
        if asked.path == "/v1/chat/completions":
            models: Any = asked.body.get("models") or [asked.body["model"]]
            for _ in filter(is_rationed, models):
                self.counted.one()
        return super().scene_for(asked)


def turns(seed: int, mean_gap_s: float, *, hours: int) -> Iterator[tuple[datetime, bool, str]]:
    """Turns from the evening on: when, whether it is therapeutic, and who is asked. A rush now and then."""
    chance, now = random.Random(seed), MIDNIGHT - timedelta(hours=4)
    while now < MIDNIGHT + timedelta(hours=hours):
        for _ in range(chance.randint(10, 30) if chance.random() < 0.06 else 1):
            yield now, chance.random() < 0.33, chance.choice((FREE, FREE, ODD, BUSY, PAID))
            now += timedelta(seconds=round(chance.random(), 3))
        now += timedelta(seconds=round(chance.expovariate(1 / mean_gap_s), 3))


@pytest.mark.parametrize(("a_day", "mean_gap_s", "hours", "seed"), [(50, 500, 24, 1), (1000, 40, 5, 2)])
async def test_over_a_day_the_host_never_sees_one_too_many_and_grave_turns_find_what_is_left(
    segue_home: Path, a_day: int, mean_gap_s: float, hours: int, seed: int
) -> None:
    """Rushes, refusals that count, stand-ins that are free, restarts, two processes. Covers R3.3."""
    clock = Clock()
    counted, chance, seen = Counted(a_day, clock), random.Random(seed), Counter[str]()
    async with Host(counted) as server, AsyncExitStack() as stack:
        models: dict[str, Any] = {FREE: {}, ODD: {}, BUSY: {}, PAID: {"stand_ins": [FREE]}}
        raw = {"base_url": server.base_url, "models": models, "free_requests_a_day": a_day}
        options = OpenRouterOptions.model_validate(raw)

        async def started() -> OpenRouterAdapter:
            context = ProviderContext("subject", segue_home, Silence(), key=KEY)
            return await stack.enter_async_context(OpenRouterAdapter(options, context, now=clock))

        processes = [await started(), await started()]
        for clock.now, is_therapeutic, model in turns(seed, mean_gap_s, hours=hours):
            if chance.random() < 0.01:
                processes[chance.randrange(2)] = await started()
            is_left = counted.has_one_left()
            try:
                await ask(chance.choice(processes), model, GRAVE if is_therapeutic else REQUEST)
                seen["answered"] += 1
            except OutOfQuota:
                assert not (is_therapeutic and is_left), f"a therapeutic turn was refused at {clock.now}"
                seen["kept" if is_left else "used up"] += 1
            except ProviderError:
                seen["failed"] += 1

    assert counted.beyond == []
    assert all(seen[what] for what in ("answered", "kept", "failed")), seen
    assert max(counted.today.values()) <= a_day


async def test_free_stand_in_is_counted_and_left_out_when_none_is_left(segue_home: Path) -> None:
    """A paid model is asked all the same, without the free one that no request is left for."""
    clock = Clock()
    async with Host(Counted(1, clock)) as server:
        raw = {"base_url": server.base_url, "models": {PAID: {"stand_ins": [FREE, "a/b"]}}, "free_requests_a_day": 1}
        context = ProviderContext("subject", segue_home, Silence(), key=KEY)
        async with OpenRouterAdapter(OpenRouterOptions.model_validate(raw), context, now=clock) as provider:
            for _ in range(2):
                await ask(provider, PAID, GRAVE)

    assert [one.body["models"] for one in server.asked("/chat/completions")] == [[PAID, FREE, "a/b"], [PAID, "a/b"]]
    assert server.counted.beyond == []


async def test_providers_of_one_account_count_together(segue_home: Path) -> None:
    """Two providers with the same account share its requests; one of another account has its own."""
    clock = Clock()
    answered = Counter[str]()
    async with Host(Counted(6, clock)) as server:
        for name, account in (("one", "openrouter"), ("two", "openrouter"), ("else", "other")):
            raw = {"base_url": server.base_url, "models": {FREE: {}}, "free_requests_a_day": 3, "free_account": account}
            context = ProviderContext(name, segue_home, Silence(), key=KEY)
            async with OpenRouterAdapter(OpenRouterOptions.model_validate(raw), context, now=clock) as provider:
                for _ in range(2):
                    answered[name] += await _is_answered(provider)

    assert answered == {"one": 2, "two": 1, "else": 2}


async def _is_answered(provider: OpenRouterAdapter) -> bool:
    try:
        await ask(provider, FREE, GRAVE)
    except OutOfQuota:
        return False
    return True


@pytest.mark.parametrize("is_shared", [False, True], ids=["one home", "redis"])
def test_two_processes_never_ask_beyond_a_minute(
    tmp_path: Path, request: pytest.FixtureRequest, is_shared: bool
) -> None:
    """Two real processes that ask all at once make twenty requests together, on one machine or through Redis."""
    url = request.getfixturevalue("redis").url() if is_shared else ""
    homes = [tmp_path / "a", tmp_path / ("b" if is_shared else "a")]
    with UpstreamThread(OpenRouter) as server:
        server.scenes[FREE] = answers("Yes.")
        words = [[sys.executable, str(ASKER), server.base_url, str(home), url, FREE, "16"] for home in homes]
        running = [subprocess.Popen(each, stdout=subprocess.PIPE, text=True) for each in words]
        answered = [int(process.communicate(timeout=150)[0]) for process in running]
        asked = len(server.asked("/chat/completions"))

    assert (sum(answered), asked) == (RULE.a_minute, RULE.a_minute)
    assert all(answered)


class Gateways:
    """Gateways with homes of their own and one Redis server, as they count; whatever is counted reaches the host."""

    def __init__(self, home: Path, url: str, clock: Clock, counted: Counted) -> None:
        self.clock, self.counted = clock, counted
        self._home, self._url = home, url
        self.all: list[FreeCount] = []

    async def start(self, stack: AsyncExitStack, number: int, *, deadline_s: float = 5.0) -> None:
        """Start one, in place of an earlier one of this number; it looks about at once, as they do after a second."""
        context = ProviderContext(
            "subject", self._home / str(number), Silence(), redis_url=self._url, redis_deadline_s=deadline_s
        )
        count = free_count(context, "https://openrouter.ai/api/v1", "openrouter", reserve=0.2, now=self.clock)
        self.all[number : number + 1] = [await stack.enter_async_context(count)]
        await count.look()

    async def ask(self, number: int, *, is_therapeutic: bool) -> bool:
        """One turn at one of them; whether it was asked."""
        allowed = {"a_minute": RULE.a_minute, "a_day": self.counted.a_day}
        against = await self.all[number].take(is_therapeutic=is_therapeutic, **allowed)
        if against is None:
            self.counted.one()
        return against is None

    async def look_until(self, now: datetime) -> None:
        """The clock goes on to this moment; each of them looks about every twenty seconds."""
        while self.clock.now + timedelta(seconds=20) < now:
            self.clock.now += timedelta(seconds=20)
            for gateway in self.all:
                await gateway.look()
        self.clock.now = now


async def test_gateways_that_share_redis_never_ask_beyond_even_when_it_is_lost(
    tmp_path: Path, own_redis: RedisServer
) -> None:
    """Together they are one; while Redis is away each keeps to its share; Redis comes back empty. Covers R3.3."""
    clock = Clock()
    counted, chance, alone = Counted(150, clock), random.Random(5), 0
    gateways = Gateways(tmp_path, own_redis.url(), clock, counted)
    falls = deque((MIDNIGHT - timedelta(hours=3), MIDNIGHT - timedelta(minutes=2)))
    back: datetime | None = None
    async with AsyncExitStack() as stack:
        for number in range(3):
            await gateways.start(stack, number)
        for number in range(2):
            await gateways.all[number].look()
        for now, is_therapeutic, _ in turns(6, 25, hours=1):
            if falls and now > falls[0]:
                own_redis.kill()
                falls.popleft()
                back = now + timedelta(minutes=20)
            if back is not None and now > back:
                own_redis.start()
                back = None
            await gateways.look_until(now)
            is_left, is_away = counted.has_one_left(), back is not None
            is_asked = await gateways.ask(chance.randrange(3), is_therapeutic=is_therapeutic)
            alone += is_away and is_asked
            assert is_asked or is_away or not (is_therapeutic and is_left), f"a therapeutic turn was refused at {now}"
            if chance.random() < 0.01 and not is_away:
                await gateways.start(stack, chance.randrange(3))

    assert counted.beyond == []
    assert alone


async def test_redis_that_hangs_is_waited_for_once(tmp_path: Path, own_redis: RedisServer) -> None:
    """A turn waits for Redis as long as its deadline, and the next ones not at all."""
    clock = Clock()
    gateways = Gateways(tmp_path, own_redis.url(), clock, Counted(50, clock))
    async with AsyncExitStack() as stack:
        await gateways.start(stack, 0, deadline_s=0.3)
        own_redis.stop()
        began_s = asyncio.get_running_loop().time()
        asked = [await gateways.ask(0, is_therapeutic=True) for _ in range(20)]
        took_s = asyncio.get_running_loop().time() - began_s
        own_redis.go_on()

    assert all(asked), "one gateway alone needs nobody to count"
    assert took_s < 20 * 0.3

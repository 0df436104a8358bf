"""Several keys of one provider, over real HTTP: who is refused rests by itself, and the turn goes on with another."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
import pytest_asyncio

from segue.domain.chat import ChatRequest, Finished, Message, Role
from segue.domain.models import ModelStatus
from segue.domain.provider_keys import KeyState
from segue.errors import KeyRejected, OutOfCredit, ProviderFault, RateLimited
from segue.providers.contract import ProviderContext
from segue.providers.keyed import LONGEST_REST_S, KeyedProvider, LiveKey
from segue.providers.openai_compatible import CompatibleOptions, CustomAPIAdapter
from tests.conformance.provider_harness import Silence
from tests.support.doorkeeper import Doorkeeper

ONE, TWO, THREE = (LiveKey(name, f"sk-{name}-0123456789") for name in ("one", "two", "three"))
REQUEST = ChatRequest((Message(Role.USER, "Begin."),), stream=True)


@dataclass
class Clock:
    now_s: float = 1_000.0

    def __call__(self) -> float:
        return self.now_s


@dataclass
class Desk:
    """A provider with keys, its server, and a clock."""

    keyed: KeyedProvider
    door: Doorkeeper
    clock: Clock

    async def ask(self, times: int = 1) -> None:
        for _ in range(times):
            async with self.keyed.answer(REQUEST, "well") as pieces:
                assert isinstance([piece async for piece in pieces][-1], Finished)

    def asked(self, *keys: LiveKey) -> list[int]:
        return [self.door.asked[key.secret] for key in keys]


@pytest_asyncio.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """One that has no key yet."""
    context = ProviderContext("subject", tmp_path, Silence())
    clock = Clock()
    async with Doorkeeper({key.secret: 200 for key in (ONE, TWO, THREE)}) as door:
        options = CompatibleOptions.model_validate({"base_url": door.base_url, "models": {"well": {}, "endless": {}}})
        keyed = KeyedProvider(lambda key: CustomAPIAdapter(options, replace(context, key=key)), clock=clock)
        async with keyed:
            yield Desk(keyed, door, clock)


async def test_without_a_key_it_is_the_provider_itself(desk: Desk) -> None:
    """A server that needs no key is asked without one, and nothing is between."""
    desk.door.says[""] = 200
    await desk.ask()
    assert desk.door.asked == {"": 1}
    assert desk.keyed.cards()[0].status is ModelStatus.READY


async def test_answers_are_spread_over_the_keys(desk: Desk) -> None:
    """Each key gets its share, so that the limits of all of them are used."""
    await desk.keyed.use([ONE, TWO, THREE])
    await desk.ask(9)
    assert desk.asked(ONE, TWO, THREE) == [3, 3, 3]


async def test_the_key_with_the_least_to_do_is_next(desk: Desk) -> None:
    """A long answer on one key sends others elsewhere."""
    await desk.keyed.use([ONE, TWO])
    async with desk.keyed.answer(REQUEST, "well"):
        await desk.ask(3)
    assert desk.asked(ONE, TWO) == [1, 3]


@pytest.mark.parametrize("status", [401, 402, 403, 429])
async def test_a_refused_key_rests_and_the_turn_goes_on_with_another(desk: Desk, status: int) -> None:
    """Nobody notices but the operator; the key is tried again, once, after its rest. Covers R7.4."""
    await desk.keyed.use([ONE, TWO])
    desk.door.says[ONE.secret] = status
    await desk.ask(6)
    assert desk.asked(ONE, TWO) == [1, 6]

    desk.clock.now_s += LONGEST_REST_S
    await desk.ask(4)
    assert desk.asked(ONE, TWO) == [2, 10]
    desk.door.says[ONE.secret] = 200
    desk.clock.now_s += LONGEST_REST_S
    await desk.ask(4)
    assert desk.asked(ONE, TWO) == [4, 12]


async def test_a_key_that_is_well_again_says_so_by_its_success(desk: Desk) -> None:
    """An unverified key is valid once its provider took it, and a refusal is news once."""
    heard: list[int] = []
    desk.keyed.tell = lambda: heard.append(1)
    await desk.keyed.use([ONE])
    await desk.ask(3)
    (lane,) = desk.keyed.lanes
    assert (lane.state, lane.news, lane.was_used, len(heard)) == (KeyState.VALID, KeyState.VALID, True, 1)


@pytest.mark.parametrize(("status", "error"), [(401, KeyRejected), (402, OutOfCredit), (429, RateLimited)])
async def test_when_no_key_is_left_the_failure_is_told(desk: Desk, status: int, error: type[Exception]) -> None:
    """Then the next model is asked, as with any other failure; each key was tried once."""
    await desk.keyed.use([ONE, TWO])
    desk.door.says.update({ONE.secret: status, TWO.secret: status})
    with pytest.raises(error) as told:
        await desk.ask()
    assert desk.asked(ONE, TWO) == [1, 1]
    assert ONE.secret not in repr(told.value) + str(told.value)


async def test_a_failure_that_is_not_the_key_s_is_not_tried_with_another(desk: Desk) -> None:
    """A provider that fails by itself fails alike with every key."""
    await desk.keyed.use([ONE, TWO])
    desk.door.says.update({ONE.secret: 500, TWO.secret: 500})
    with pytest.raises(ProviderFault):
        await desk.ask()
    assert desk.door.asked.total() == 1


async def test_a_new_key_is_read_when_the_only_one_is_refused(desk: Desk) -> None:
    """Whoever revoked the earlier key before the gateway knew of the new one lost no turn. Covers R7.1."""
    await desk.keyed.use([ONE])

    async def read_again() -> None:
        await desk.keyed.use([TWO])

    desk.keyed.look_again = read_again
    desk.door.says[ONE.secret] = 401
    await desk.ask(3)
    assert desk.asked(ONE, TWO) == [1, 3]


async def test_a_key_that_is_taken_away_finishes_its_answer(desk: Desk) -> None:
    """An answer under way keeps its key and its connection until it is over; then they are closed."""
    await desk.keyed.use([ONE])
    async with desk.keyed.answer(REQUEST, "well") as pieces:
        await desk.keyed.use([TWO])
        await desk.ask()
        assert isinstance([piece async for piece in pieces][-1], Finished)
    await desk.keyed.close_retired()
    assert desk.asked(ONE, TWO) == [1, 1]
    async with asyncio.timeout(60):
        while desk.door.open_connections > 1:
            await asyncio.sleep(0)


async def test_what_is_noted_elsewhere_is_taken_over(desk: Desk) -> None:
    """Another gateway found a key refused: this one does not try it; found well again, it is used as before."""
    await desk.keyed.use([ONE, TWO])
    assert not await desk.keyed.use([replace(ONE, state=KeyState.REJECTED), TWO])
    await desk.ask(2)
    assert desk.asked(ONE, TWO) == [0, 2]
    await desk.keyed.use([replace(ONE, state=KeyState.VALID), TWO])
    await desk.ask(2)
    assert desk.asked(ONE, TWO) == [1, 3]


async def test_keys_that_cannot_be_used_are_what_is_missing(desk: Desk) -> None:
    """Models then say what to do, and are not asked; a key that comes makes them ready."""
    await desk.keyed.use([], lack="Enter it again: segue keys set subject")
    cards = desk.keyed.cards()
    assert {(card.status, card.missing) for card in cards} == {
        (ModelStatus.MISSING, "Enter it again: segue keys set subject")
    }
    assert desk.keyed.cards() is cards
    assert desk.keyed.status("well") is ModelStatus.MISSING
    assert not desk.keyed.health().is_usable
    await desk.keyed.use([ONE])
    assert desk.keyed.status("well") is ModelStatus.READY
    assert ONE.secret not in repr(desk.keyed) + repr(desk.keyed.lanes)


@pytest.mark.parametrize("secret", ["gstvgconlnogoutkwfntbnnw", "passwordpassword", "AbcDefGhiJklMno", "sk-0123456789"])
async def test_a_key_that_a_refusal_quotes_is_not_told(desk: Desk, secret: str) -> None:
    """Some providers repeat the key as their error's code, and a key may be all letters. Covers R7.2."""
    await desk.keyed.use([LiveKey("main", secret)])
    desk.door.quotes = True
    with pytest.raises(KeyRejected) as told:
        await desk.ask()
    assert secret.lower() not in (repr(told.value) + str(told.value)).lower()

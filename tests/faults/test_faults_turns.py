"""Faults over several turns: who failed rests, is tried once, and is back when it is well again."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager

import segue
from segue.app import ModelManager
from segue.pipeline.turn.turns import Asker
from tests.faults.cases import LONGEST_S, TELLS, Case
from tests.support.fault_server import FaultServer, Voice
from tests.support.faults import Fault, content_refused, limited, refused
from tests.support.story import prompt, story
from tests.support.talk import HERE, asked, told

FIRST, SECOND, BOTH = {"first": 1}, {"second": 1}, {"first": 1, "second": 1}
"""Who was asked in a turn, and how often."""
NEXT = {"on_content_refused": "next"}
REST_S = 30.0
DOWN = refused(503)


class Turns:
    """Turns through models of which the first can be taken down, and who was asked in each."""

    def __init__(self, models: ModelManager, server: FaultServer) -> None:
        self._models, self.server = models, server
        self._now_s = models.breakers._now()
        models.breakers._now = lambda: self._now_s  # by a real clock a busy machine rests while a turn goes on

    def pass_time(self, pause_s: float) -> None:
        """So long nobody asks for anything."""
        self._now_s += pause_s

    async def told(self, asker: Asker = HERE, *, model: str = "told") -> dict[str, int]:
        """One turn, which must end with the whole story; how often each model was asked in it."""
        before = Counter(self.server.asked)
        async with asyncio.timeout(LONGEST_S):
            turn = await told(self._models, asked(prompt(), model=model), asker)
        assert turn.text == story()
        return dict(self.server.asked - before)

    def take_down(self) -> None:
        """From now on the first model has no room."""
        self.server.voices["first"] = Voice(then=DOWN)

    def bring_back(self) -> None:
        """From now on the first model is well."""
        self.server.voices["first"] = TELLS


@asynccontextmanager
async def turns(*faults: Fault, **sections: Mapping[str, object]) -> AsyncIterator[Turns]:
    """Two models; what the first ones of the first model's calls come to is given."""
    case = Case({"first": Voice(faults), "second": TELLS}, {}, ())
    async with case.at_work(**sections) as (server, settings), segue.open(settings) as models:
        yield Turns(models, server)


async def test_model_that_flaps_is_left_alone_then_tried_once_and_then_used_again() -> None:
    """Down: it is tried until it rests, then not at all; after its rest one turn tries it, in vain, then not again;
    well again: after its rest it has its turns back. Covers R5.3."""
    async with turns(breakers={"failures": 2, "rest_s": REST_S}) as t:
        t.take_down()
        assert [await t.told() for _ in range(3)] == [BOTH, BOTH, SECOND]
        t.pass_time(1.25 * REST_S)  # chance adds a fifth to a rest at most
        assert [await t.told() for _ in range(2)] == [BOTH, SECOND]
        t.bring_back()
        t.pass_time(2.5 * REST_S)  # the second rest is twice as long
        assert [await t.told() for _ in range(2)] == [FIRST, FIRST]


async def test_model_that_asked_to_be_left_alone_is() -> None:
    """After a Retry-After that is too long to wait for, further turns do not ask it before that time. Covers R5.3."""
    async with turns(limited(s="60")) as t:
        assert [await t.told() for _ in range(3)] == [BOTH, SECOND, SECOND]


async def test_one_turn_alone_tries_a_model_after_its_rest() -> None:
    """Of many turns at once, one probes a model that rested; the others do not wait for it. Covers R5.3."""
    async with turns(breakers={"failures": 1, "rest_s": REST_S}) as t:
        t.take_down()
        await t.told()
        t.pass_time(1.25 * REST_S)
        before = t.server.asked["first"]
        async with asyncio.TaskGroup() as group:
            for _ in range(8):
                group.create_task(t.told())
        assert t.server.asked["first"] - before == 1


async def test_session_returns_to_its_model_only_after_it_was_well_for_a_while() -> None:
    """A session that had to leave its model stays where it went, until the first one was well for
    `sessions.return_after_s`; it does not go back and forth. Covers R6.3."""
    asker = Asker("test", "s1")
    breakers, sessions = {"failures": 1, "rest_s": 5}, {"return_after_s": 60}
    async with turns(breakers=breakers, sessions=sessions) as t:
        assert await t.told(asker, model="auto") == FIRST
        t.take_down()
        assert await t.told(asker, model="auto") == BOTH
        t.bring_back()
        t.pass_time(10)
        assert await t.told(asker, model="auto") == SECOND
        assert await t.told(model="told") == FIRST  # somebody else finds it well
        t.pass_time(70)
        assert await t.told(asker, model="auto") == FIRST


async def test_wrong_request_is_not_held_against_a_model() -> None:
    """Errors that are the caller's do not make a model rest."""
    async with turns(*[content_refused] * 3, breakers={"failures": 2}, fallback=NEXT) as t:
        assert [await t.told() for _ in range(4)] == [BOTH, BOTH, BOTH, FIRST]

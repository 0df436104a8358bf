"""Two replicas behind one real Redis: what one of them was told of a session holds at the other."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

import segue
from segue.app import ModelManager
from segue.config.settings import Settings
from segue.domain.models import ModelRef, Privacy, SafetyLevel
from segue.domain.risk import QUIET, RiskStage
from segue.pipeline.turn.turns import Asker
from segue.providers.scripted import ScriptedProvider
from segue.safety.conversation import advance
from tests.support.redis_server import RedisServer
from tests.support.risk import NOW, heard
from tests.support.talk import Told, asked, scripted, settings_of, told

LOCAL, CLOUD = ModelRef("here", "m"), ModelRef("cloud", "m")
CALLER = "test"


class Replicas:
    """Opens replicas that share a Redis and the key of sessions' names; the cloud's model may train on what it gets."""

    def __init__(self, stack: AsyncExitStack, redis: RedisServer, home: Path) -> None:
        self._stack = stack
        self._redis = redis
        self._home = home

    async def open(self, name: str, *, local_is_down: bool = False, **sections: object) -> ModelManager:
        fault = {"fault": {"kind": "worker_died"}} if local_is_down else {}
        providers = scripted(here={"m": {"text": "From here.", **fault}}, cloud={"m": {"text": "From afar."}})
        providers["cloud"].options["models"]["m"]["data_policy"] = "may_train"  # type: ignore[index] # made just now
        # A patient deadline: what is shared is looked at here, not how fast a busy machine is.
        cache = {"url": self._redis.url(), "deadline_s": 5.0}
        settings = Settings.model_validate(settings_of(providers, cache=cache, **sections))
        home = self._home / name
        home.mkdir(mode=0o700)
        if (key := self._home / "one" / "session.key").exists():
            shutil.copy(key, home)
        return await self._stack.enter_async_context(segue.open(settings, home=home))


@pytest.fixture
async def replicas(own_redis: RedisServer, tmp_path: Path) -> AsyncIterator[Replicas]:
    async with AsyncExitStack() as stack:
        yield Replicas(stack, own_redis, tmp_path)


async def turn(models: ModelManager, session: str, **fields: object) -> Told:
    return await told(models, asked("Tell me more.", **fields), Asker(CALLER, session))


def went_out(models: ModelManager) -> int:
    """How often the cloud's model was asked."""
    cloud = models.provider_of(CLOUD)
    assert isinstance(cloud, ScriptedProvider)
    return cloud.calls[CLOUD.name]


async def test_a_sessions_rule_and_beginning_hold_at_a_replica_with_a_journal_of_its_own(replicas: Replicas) -> None:
    """One session was to stay here, one began here: with the local model down at the other replica neither goes to
    the cloud, and the person reads written words. Covers R5.2, R5.4."""
    one = await replicas.open("one")
    two = await replicas.open("two", local_is_down=True)
    await turn(one, "ruled", privacy=Privacy.LOCAL_ONLY)
    await turn(one, "begun", model=str(LOCAL))
    ends = [(await turn(two, session)).finished for session in ("ruled", "begun", "ruled", "begun")]
    assert went_out(two) == 0
    assert {end.reason for end in ends} == {"content_filter"}
    await turn(two, "free")
    assert went_out(two) == 1, "a session that nobody has bound goes where there is an answer"


async def test_a_rule_that_is_set_later_holds_at_a_replica_that_knows_the_session(
    replicas: Replicas, tmp_path: Path
) -> None:
    """With one journal for both: the replica that saw the session first hears of the rule that the other was given
    since. Covers R5.2."""
    journal = {"url": f"sqlite:///{tmp_path / 'both.db'}"}
    one = await replicas.open("one", storage=journal)
    two = await replicas.open("two", local_is_down=True, storage=journal)
    await turn(two, "s")
    await turn(one, "s", privacy=Privacy.LOCAL_ONLY)
    await turn(two, "s")
    assert went_out(two) == 1


async def test_a_danger_that_one_replica_heard_holds_at_the_other(replicas: Replicas) -> None:
    """Two replicas with journals of their own: a person whose next turn goes to the other is in the safety protocol
    there, and a calm turn there does not bring them out of it here."""
    one, two = await replicas.open("one"), await replicas.open("two")
    session = one._sessions.hash(CALLER, "s")
    state = advance(QUIET, heard(SafetyLevel.HIGH), text="x", now=NOW).state
    await one._sessions.keep_risk_state(session, state, now=NOW)
    there = (await two._sessions.recall(session, now=NOW)).risk
    assert (there, there.stage) == (state, state.stage)
    after = advance(there, heard(), text="I called my sister.", now=NOW).state
    await two._sessions.keep_risk_state(session, after, now=NOW)
    assert (await one._sessions.recall(session, now=NOW)).risk.stage is RiskStage.SAFETY


async def test_a_story_ends_when_another_replica_hears_of_danger(replicas: Replicas) -> None:
    """With journals of their own: the turn that is under way here is told over Redis, and nothing else is."""
    one, two = await replicas.open("one"), await replicas.open("two")
    alarms = {name: two._sessions.alarms.begin(two._sessions.hash(CALLER, name)) for name in ("s", "another")}
    session = one._sessions.hash(CALLER, "s")
    await one._sessions.keep_risk_state(
        session, advance(QUIET, heard(SafetyLevel.HIGH), text="x", now=NOW).state, now=NOW
    )
    async with asyncio.timeout(60):
        while not alarms["s"].is_raised:
            await asyncio.sleep(0.01)
    assert two._sessions.risk(session, now=NOW).stage is RiskStage.SAFETY
    assert not alarms["another"].is_raised


async def test_a_release_at_one_replica_holds_at_the_other(replicas: Replicas) -> None:
    """The one that is asked knows the danger from the other alone, and that one goes on with the person at once."""
    one, two = await replicas.open("one"), await replicas.open("two")
    session = one._sessions.hash(CALLER, "s")
    state = advance(QUIET, heard(SafetyLevel.HIGH), text="x", now=NOW).state
    await one._sessions.keep_risk_state(session, state, now=NOW)
    assert (await two.session_files.release(session, by="c-17", now=NOW)).is_released
    assert (await one._sessions.recall(session, now=NOW)).risk.stage is RiskStage.FOLLOW_UP


@pytest.mark.parametrize("command", [("SET", "{}"), ("HSET", "field", "value")])
async def test_what_cannot_be_read_in_redis_keeps_the_turn_here(
    replicas: Replicas, own_redis: RedisServer, command: tuple[str, ...]
) -> None:
    """A session under whose name stands something else is asked for on this machine only."""
    models = await replicas.open("one", local_is_down=True)
    name = models._sessions.hash(CALLER, "s")
    own_redis.say(command[0], f"segue:key:session:{name}", *command[1:])
    await turn(models, "s")
    assert went_out(models) == 0

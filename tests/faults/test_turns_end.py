"""A turn is gone with its end: nothing of a conversation waits in memory for a collection that comes rarely."""

import gc
from collections.abc import Iterator, Mapping

import pytest

import segue
from tests.support.story import story
from tests.support.talk import asked, scripted, settings_of, told

TURNS = 20
TELLS: Mapping[str, object] = {"text": story()}
FIRST: Mapping[str, Mapping[str, object]] = {
    "well": TELLS,
    "refused": {**TELLS, "fault": {"kind": "refused"}},
    "500": {**TELLS, "fault": {"kind": "error_500"}},
    "cut before a word was shown": {**TELLS, "fault": {"kind": "cut", "after_chars": 50}},
    "cut": {**TELLS, "fault": {"kind": "cut", "after_chars": 700}},
    "silent": {**TELLS, "fault": {"kind": "silent"}},
}
"""How the first of two models fails."""


@pytest.fixture
def collected_by_hand() -> Iterator[None]:
    """Nothing is collected but what the test collects."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("collected_by_hand")
@pytest.mark.parametrize("first", FIRST.values(), ids=FIRST)
async def test_turn_leaves_nothing_that_refers_to_itself(first: Mapping[str, object]) -> None:
    """After a turn, whatever failed in it, its request and its answer are no longer in memory. With a collection as
    rare as a gateway makes it, what is left would grow by megabytes."""
    settings = settings_of(
        scripted(one={"first": first}, two={"second": TELLS}),
        time={"first_token_s": 0.01},
        breakers={"failures": 1000},
    )
    async with segue.open(settings) as models:
        await told(models, asked("What happened then?", model="one:first"))
        gc.collect()
        for _ in range(TURNS):
            await told(models, asked("What happened then?", model="one:first"))
        await models.broadcast.settled()
        assert gc.collect() < TURNS

"""A model that asks to be left alone for longer than the turn has."""

import time

import pytest

import segue
from segue.errors import AllModelsFailed
from tests.support.talk import asked, scripted, settings_of, told

BUSY = {"text": "Late.", "fault": {"kind": "rate_limited", "retry_after_s": 50}}


@pytest.mark.parametrize("others", [{}, {"up": {"text": "Here."}}])
async def test_nobody_waits_for_what_comes_too_late(others: dict[str, dict[str, object]]) -> None:
    """A Retry-After beyond the turn's time is not waited for: the next model is asked, or the error comes, at once."""
    times, fallback = {"turn_s": 40, "first_token_s": 30}, {"retry_after_s": 100}
    settings = settings_of(scripted(one={"busy": BUSY}, two=others), time=times, fallback=fallback)
    async with segue.open(settings) as models:
        began_s = time.monotonic()
        if others:
            assert (await told(models, asked("Tell me more.", model="one:busy"))).text == "Here."
        else:
            with pytest.raises(AllModelsFailed):
                await told(models, asked("Tell me more.", model="one:busy"))
    assert time.monotonic() - began_s < 20, "the time for a model's first word would be 30 seconds"

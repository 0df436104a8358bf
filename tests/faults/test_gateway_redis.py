"""Redis is killed, stopped and restarted while a gateway is asked without a pause: no turn fails or waits for it."""

import logging
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from segue.config.settings import Settings
from tests.support.fixtures import own_redis
from tests.support.gateway import RunningGateway, serving, until
from tests.support.redis_server import RedisServer

__all__ = ["own_redis"]

WORKERS = 6
TEXT = "The lamp stayed lit all night."
SLACK_S = 10.0
"""How late a busy machine may be with a turn; one that waited for a server which hangs would never come."""

Deed = Callable[[RedisServer], None]


def killed(redis: RedisServer) -> None:
    redis.kill()


def stopped(redis: RedisServer) -> None:
    redis.stop()


def back_from_death(redis: RedisServer) -> None:
    redis.restart()


def back_from_sleep(redis: RedisServer) -> None:
    redis.go_on()


@dataclass
class Load:
    """People who ask without a pause, each in a session of their own."""

    gateway: RunningGateway
    took_s: list[float] = field(default_factory=list)
    failed: list[object] = field(default_factory=list)
    is_over: threading.Event = field(default_factory=threading.Event)

    def ask_on(self, worker: int) -> None:
        number = 0
        while not self.is_over.is_set():
            number += 1
            began_s = time.monotonic()
            session = {"x-segue-session": f"{worker}-{number % 40}"}
            heard = self.gateway.chat("Good evening.", model="stage:plain", headers=session)
            self.took_s.append(time.monotonic() - began_s)
            if heard.status != 200 or TEXT.encode() not in heard.body:
                self.failed.append((heard.status, heard.body[:200]))

    def some_more(self, turns: int) -> list[float]:
        """How long each of so many further turns took."""
        before = len(self.took_s)
        until(lambda: len(self.took_s) >= before + turns, within_s=60)
        return self.took_s[before:]


@pytest.fixture
def load(own_redis: RedisServer, tmp_path: Path, deadline_s: float) -> Iterator[Load]:
    settings = Settings.model_validate(
        {
            "providers": {"stage": {"type": "scripted", "options": {"models": {"plain": {"text": TEXT}}}}},
            "cache": {"url": own_redis.url(), "deadline_s": deadline_s},
            "limits": [{"scope": "global", "concurrent": 1000}, {"scope": "session", "requests_per_minute": 100_000}],
            "server": {"port": 0, "stop_s": 5},
            "safety": {"classifier": "off"},
        }
    )
    with serving(settings, home=tmp_path) as gateway:
        load = Load(gateway)
        workers = [threading.Thread(target=load.ask_on, args=(number,)) for number in range(WORKERS)]
        for worker in workers:
            worker.start()
        try:
            yield load
        finally:
            load.is_over.set()
            for worker in workers:
                worker.join(60)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("gone", "back", "deadline_s"), [(killed, back_from_death, 10.0), (stopped, back_from_sleep, 1.5)]
)
def test_no_turn_fails_or_waits_while_redis_is_gone(
    own_redis: RedisServer, load: Load, gone: Deed, back: Deed, deadline_s: float, caplog: pytest.LogCaptureFixture
) -> None:
    """A shared cache that dies or hangs costs no person anything: every turn is answered, those that were asking it
    wait no longer than its deadline, later ones not at all, and one line tells of each change, of it and of limits.

    `deadline_s` is the longest that a turn may wait for Redis; a server that answers at all does not miss it."""
    caplog.set_level(logging.INFO, logger="segue.storage")
    cache, meter = load.gateway.manager.cache, load.gateway.manager.limits.meter
    before_s = load.some_more(60)
    gone(own_redis)
    took_s = load.some_more(200)
    until(lambda: bool(getattr(cache, "is_away", False)) and meter.is_away, within_s=60)
    back(own_redis)
    until(lambda: not getattr(cache, "is_away", True) and not meter.is_away, within_s=60)
    load.some_more(60)
    assert load.failed == []
    assert max(took_s) < deadline_s + SLACK_S
    assert statistics.median(took_s) < statistics.median(before_s) + deadline_s / 2
    told = [record.getMessage() for record in caplog.records if record.name.startswith("segue.storage")]
    assert len(told) == 4, told
    assert own_redis.url() not in "".join(told)

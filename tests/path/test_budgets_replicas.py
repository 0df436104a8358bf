"""Two real gateways that spend one budget through Redis: exactly, and also when one of them is killed."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path

import pytest

from tests.support.product import Answer, Served, serving_command, until
from tests.support.redis_server import BINARY, PART, RedisServer, redis_server

pytestmark = pytest.mark.slow
SETTINGS = """
providers:
  one:
    type: scripted
    options:
      models:
        quick:
          text: So.
          delay_s: 0.1
          usage: {input_tokens: 0, output_tokens: 200}
          price: {input_usd_per_mtok: 0, output_usd_per_mtok: 2000}
        slow:
          text: So.
          delay_s: 600
          price: {input_usd_per_mtok: 0, output_usd_per_mtok: 2000}
budgets:
  - {scope: tag, period: total, limit_usd: 1.25}
cache:
  url: ${REDIS_URL}
  deadline_s: 5
storage:
  session_deadline_s: 5
time: {turn_s: 300, first_token_s: 200}
safety: {classifier: "off"}
disclosure: {enabled: false}
log: {level: warning}
"""
"""A call may cost $0.40, and does: three fit."""


@dataclass
class Replica:
    """One gateway with a home of its own, which can be started again after it was killed."""

    home: Path
    serve: Callable[[], AbstractContextManager[Served]]
    stack: ExitStack = field(default_factory=ExitStack)

    def __post_init__(self) -> None:
        self.served = self.stack.enter_context(self.serve())

    def ask(self, tag: str, model: str = "one:quick") -> Answer:
        return self.served.chat("Hi", model=model, max_tokens=200, segue={"tags": [tag]})

    def kill(self) -> None:
        os.kill(self.served.process.pid, signal.SIGKILL)
        self.served.process.wait(60)
        self.stack.close()


@dataclass
class Pair:
    """Two gateways and the Redis between them."""

    redis: RedisServer
    one: Replica
    other: Replica


@contextmanager
def replica(home: Path, folder: Path, redis: RedisServer) -> Iterator[Served]:
    home.mkdir(mode=0o700, exist_ok=True)
    env = {"SEGUE_HOME": str(home), "REDIS_URL": redis.url()}
    with serving_command("--config", str(folder / "segue.yaml"), folder=folder, env=env) as served:
        yield served


@pytest.fixture(scope="module")
def pair(needs: Callable[[bool, str], None], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    needs(BINARY is not None, PART)
    folder = tmp_path_factory.mktemp("budgets")
    (folder / "segue.yaml").write_text(SETTINGS)
    with redis_server(tmp_path_factory.mktemp("redis")) as redis:
        one = Replica(folder / "one", lambda: replica(folder / "one", folder, redis))
        other = Replica(folder / "other", lambda: replica(folder / "other", folder, redis))
        both = Pair(redis, one, other)
        yield both
        both.one.stack.close()
        both.other.stack.close()


def test_of_sixty_four_at_once_over_both_exactly_three_pass(pair: Pair) -> None:
    """Each has a store of its own; Redis alone knows what both have held."""
    with ThreadPoolExecutor(64) as clients:
        asking = [clients.submit(replica.ask, "crowd") for _ in range(32) for replica in (pair.one, pair.other)]
        answers = [answer.result() for answer in asking]

    assert sorted(answer.status for answer in answers) == [200] * 3 + [402] * 61
    refused = next(answer for answer in answers if answer.status == 402)
    error = json.loads(refused.body)["error"]
    assert (error["code"], error["segue"]["retryable"], error["segue"]["budget"]) == (
        "budget_exceeded",
        False,
        "tag (each), total",
    )


def test_what_a_killed_gateway_held_is_never_spent_again(pair: Pair) -> None:
    """kill -9 in the middle of calls: for the other one, after a new start, and after Redis has lost everything."""

    def ask_in_vain() -> None:
        with suppress(HTTPException, OSError):
            pair.one.ask("killed", "one:slow")

    clients = [threading.Thread(target=ask_in_vain) for _ in range(3)]
    for client in clients:
        client.start()
    until(lambda: _held(pair.redis).count(b"h:") == 3, within_s=60)
    until(lambda: _kept(pair.one.home) == 3)  # before a call is made
    pair.one.kill()
    for client in clients:
        client.join(60)

    assert pair.other.ask("killed").status == 402
    pair.redis.say("FLUSHALL")
    pair.one = Replica(pair.one.home, pair.one.serve)
    assert pair.one.ask("killed").status == 402
    assert pair.other.ask("killed").status == 402


def _kept(home: Path) -> int:
    """How many calls a gateway that is killed now has in its own store, or in its file."""
    filed = home / "holds.pending.jsonl"
    with closing(sqlite3.connect(f"file:{home / 'segue.db'}?mode=ro", uri=True)) as store:
        (held,) = store.execute("SELECT count(DISTINCT hold) FROM budget_holds WHERE name = 'killed'").fetchone()
    return int(held) + (filed.read_text().count('"killed"') if filed.exists() else 0)


def _held(redis: RedisServer) -> bytes:
    return redis.say("HKEYS", "segue:money:total:0:tag:killed")

"""The gateway as an ASGI application, without a server: faults of its own, and what it does with them."""

import asyncio
import json
import logging
from collections.abc import AsyncGenerator, Callable, Sequence
from datetime import datetime

import pytest

from segue.accounting.rate_limits import RateLimits
from segue.accounting.reports import BudgetState
from segue.catalog.browsing import Browsed, Ending
from segue.catalog.fit_advice import FitAdvice
from segue.catalog.held import HeldModels
from segue.catalog.listing import Wish
from segue.catalog.places import KnownModel
from segue.config.settings import Settings
from segue.domain.budgets import Budget
from segue.domain.callers import Caller
from segue.domain.changes import NotedChange
from segue.domain.chat import ChatRequest, TextDelta
from segue.domain.findings import CLEAR, Verdict
from segue.domain.incident_texts import IncidentText, KeptText
from segue.domain.incidents import ChainedIncident
from segue.domain.models import ModelCard, ModelRef, SafetyLevel
from segue.domain.spending import SpendBy, Spent
from segue.machine.resource_report import ResourceReport
from segue.pipeline.sessions.files import SessionExport
from segue.pipeline.sessions.risk import Released
from segue.pipeline.turn.turns import Asker, TurnPiece, TurnStarted
from segue.pipeline.upkeep.health import Health
from segue.safety.contract import Direction
from segue.server.asgi import Gateway
from segue.server.gate import Gate
from segue.server.keys import CallerKeys
from segue.server.wire import Message
from segue.storage.contract import Erased
from segue.storage.memory_meter import MemoryMeter

CANARY = "canary-said-in-confidence"


class Nobody:
    """A store without callers."""

    async def callers(self) -> Sequence[Caller]:
        return ()


class FaultyFiles:
    """Keeps records, and fails at each."""

    async def hash(self, session_id: str, *, caller: str = "") -> str:
        raise ValueError(CANARY)

    async def export(self, session: str) -> SessionExport:
        raise ValueError(CANARY)

    async def erase(self, session: str) -> Erased:
        raise ValueError(CANARY)

    async def release(self, session: str, *, by: str, now: datetime) -> Released:
        raise ValueError(CANARY)

    async def incidents(
        self, *, after: int, since: datetime | None, least: SafetyLevel, limit: int
    ) -> Sequence[ChainedIncident]:
        raise ValueError(CANARY)


class FaultyTexts:
    """Texts that cannot be read."""

    async def listed(self) -> Sequence[KeptText]:
        raise ValueError(CANARY)

    async def read(self, turn: str, *, by: str, now: datetime) -> IncidentText:
        raise ValueError(CANARY)


class FaultyLists:
    """Finds no list but a fault."""

    async def browse(self, wish: Wish, *, provider: str, sort: str) -> Browsed:
        raise ValueError(CANARY)

    async def changes(self, *, since: datetime | None, provider: str | None) -> Sequence[NotedChange]:
        raise ValueError(CANARY)

    def in_use(self) -> frozenset[ModelRef]:
        raise ValueError(CANARY)

    async def ending(self) -> Sequence[Ending]:
        raise ValueError(CANARY)

    def places(self, name: str) -> KnownModel:
        raise ValueError(CANARY)


class FaultyFits:
    """Knows nothing of what fits."""

    async def fit(
        self, name: str, *, context_tokens: int | None, quantization: str | None, only_known: bool
    ) -> FitAdvice:
        raise ValueError(CANARY)


class FaultyMoney:
    """Knows nothing of money."""

    async def states(self, budgets: Sequence[Budget], *, most: int) -> Sequence[BudgetState]:
        raise ValueError(CANARY)

    async def spent(self, by: SpendBy, *, since: datetime, until: datetime) -> Sequence[Spent]:
        raise ValueError(CANARY)


class FaultyReporter:
    """Knows nothing of this machine."""

    async def report(self) -> ResourceReport:
        raise ValueError(CANARY)


class FaultyTurns:
    """Takes turns that end in a fault, after `words`; `wait` makes it fall silent instead."""

    def __init__(self, *words: str, wait: bool = False) -> None:
        self.settings = Settings()
        self.journal = Nobody()
        self.session_files = FaultyFiles()
        self.texts = FaultyTexts()
        self.catalogue = FaultyLists()
        self.fitting = FaultyFits()
        self.limits = RateLimits((), MemoryMeter())
        self.money = FaultyMoney()
        self.resources = FaultyReporter()
        self.held = HeldModels({})
        self.is_closed = False
        self._words = words
        self._wait = wait

    async def turn(self, request: ChatRequest, asker: Asker) -> AsyncGenerator[TurnPiece, None]:
        try:
            if self._words:
                yield TurnStarted("t1", None, CLEAR)
            for word in self._words:
                yield TextDelta(word)
            if self._wait:
                await asyncio.Event().wait()
            raise ValueError(CANARY)
        finally:
            self.is_closed = True

    async def screen(
        self, request: ChatRequest, *, direction: Direction, language: str | None, asker: Asker | None = None
    ) -> Verdict:
        raise ValueError(CANARY)

    def cards(self) -> Sequence[ModelCard]:
        return ()

    async def health(self) -> Health:
        raise ValueError(CANARY)

    def reset_breakers(self, name: str | None = None) -> Sequence[str]:
        raise ValueError(CANARY)

    def metrics(self) -> bytes:
        return b""


class Client:
    """The other side of ASGI: sends one body, keeps what comes back, and may be gone."""

    def __init__(self, **fields: object) -> None:
        self.body = json.dumps({"messages": [{"role": "user", "content": CANARY}], **fields}).encode()
        self.sent: list[Message] = []
        self.is_unreachable = False

    async def receive(self) -> Message:
        return {"type": "http.request", "body": self.body, "more_body": False}

    async def send(self, message: Message) -> None:
        if self.is_unreachable:
            raise OSError("The line is closed.")
        self.sent.append(message)

    async def ask(self, turns: FaultyTurns) -> None:
        headers = [(b"host", b"localhost"), (b"content-type", b"application/json")]
        scope = {
            "type": "http", "method": "POST", "path": "/v1/chat/completions", "raw_path": b"/v1/chat/completions",
            "query_string": b"", "headers": headers,
        }  # fmt: skip
        gateway = Gateway(turns, keys=CallerKeys(turns.journal), gate=Gate())
        await gateway(scope, self.receive, self.send)

    @property
    def text(self) -> str:
        return b"".join(message.get("body", b"") for message in self.sent).decode()


async def until(is_so: Callable[[], bool]) -> None:
    """Let others run until something is so."""
    async with asyncio.timeout(60):
        while not is_so():
            await asyncio.sleep(0)


async def test_fault_of_the_gateway_is_a_typed_500_and_a_line_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """A bug is told as an error with its place in the log, and no word of what was said."""
    client = Client()
    await client.ask(FaultyTurns())
    assert client.sent[0]["status"] == 500
    assert json.loads(client.text)["error"]["code"] == "internal_error"
    assert [record.levelno for record in caplog.records] == [logging.ERROR]
    assert "ValueError at" in caplog.text
    assert CANARY not in caplog.text + client.text


async def test_fault_in_a_stream_ends_it_with_an_error_event() -> None:
    """A stream that a bug cuts short says so."""
    client = Client(stream=True)
    await client.ask(FaultyTurns("Once", " upon"))
    last = client.text.strip().split("\n\n")[-1]
    assert json.loads(last.removeprefix("data: "))["error"]["code"] == "internal_error"
    assert client.sent[-1]["more_body"] is False


@pytest.mark.parametrize("stream", [True, False])
async def test_client_that_leaves_closes_the_turn(stream: bool) -> None:
    """When the client is gone the server cancels its request: the turn is closed at once, and nothing more is sent."""
    client, turns = Client(stream=stream), FaultyTurns("Once", wait=True)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(client.ask(turns))
        await until(lambda: len(client.sent) == (3 if stream else 0))
        await asyncio.sleep(0)
        client.is_unreachable = True
        task.cancel()
    assert turns.is_closed
    assert len(client.sent) == (3 if stream else 0)


@pytest.mark.parametrize("stream", [True, False])
async def test_answer_that_is_cut_by_the_stop_says_so(stream: bool) -> None:
    """At the end of the time for running answers each is told that the gateway stopped."""
    client, turns = Client(stream=stream), FaultyTurns("Once", wait=True)
    async with asyncio.TaskGroup() as group:
        task = group.create_task(client.ask(turns))
        await until(lambda: len(client.sent) == (3 if stream else 0))
        await asyncio.sleep(0)
        task.cancel()
    assert turns.is_closed
    assert '"code":"stopping"' in client.text


@pytest.mark.parametrize("words", [("Once",), ()])
async def test_line_that_is_closed_is_no_fault_of_the_gateway(
    words: tuple[str, ...], caplog: pytest.LogCaptureFixture
) -> None:
    """A client that cannot be written to has left: neither an answer nor an error for it is a fault."""
    client, turns = Client(stream=True), FaultyTurns(*words)
    client.is_unreachable = True
    await client.ask(turns)
    assert client.sent == []
    assert ("fault of the gateway" in caplog.text) is (not words)

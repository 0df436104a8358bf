"""Hand-offs when processes die and stores fail: nobody in danger is forgotten."""

from __future__ import annotations

import asyncio
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

import segue
from segue.config.settings import Settings
from segue.domain.findings import Action, Category, Finding, Measure, Verdict
from segue.domain.handoffs import HandoffState, new_handoff
from segue.domain.models import SafetyLevel
from tests.support.product import SEGUE
from tests.support.receiver import BROKEN, KNOWS, SECRET, SILENT, Receiver
from tests.support.scenes import Scene

DIE = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
import segue
from segue.config.settings import Settings
from segue.domain.findings import Action, Verdict
from segue.domain.handoffs import new_handoff
from segue.domain.models import SafetyLevel

async def main():
    handoff = {"url": sys.argv[1], "secret": sys.argv[2], "ack_s": 60}
    settings = Settings.model_validate({"providers": {"s": {"type": "scripted"}}, "handoff": handoff})
    async with segue.open(settings) as models:
        verdict = Verdict(SafetyLevel.IMMINENT, Action.REPLACE)
        ticket = models.handoffs.start(new_handoff(verdict, at=datetime.now(UTC), ref="case-17"))
        assert await ticket.kept_within(20)
        print(ticket.handoff.id, ticket.state, flush=True)
        os.kill(os.getpid(), signal.SIGKILL)

asyncio.run(main())
"""


def settings_for(url: str, **handoff: object) -> Settings:
    told = {"url": url, "secret": SECRET, **handoff}
    patient = {"deadline_s": 60}  # a store that is held stands in nobody's way for so long
    return Settings.model_validate({"providers": {"s": {"type": "scripted"}}, "handoff": told, "storage": patient})


async def safety_handoffs(*words: str) -> tuple[int, str]:
    """The exit status of a command, and all that it says."""
    command = [*SEGUE, "safety", "handoffs", *words]
    process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output, _ = await process.communicate()
    assert process.returncode is not None
    return process.returncode, output.decode()


async def test_a_process_that_is_killed_before_anybody_knew_leaves_it_to_the_next(segue_home: Path) -> None:
    """Killed between asking for it and an acknowledgement, the gateway delivers it once it is up again."""
    async with Receiver() as receiver:
        receiver.then = SILENT
        killed = await asyncio.create_subprocess_exec(
            sys.executable, "-c", DIE, receiver.url, SECRET, stdout=subprocess.PIPE
        )
        output, _ = await killed.communicate()
        assert killed.returncode == -signal.SIGKILL
        handoff_id, state = output.decode().split()
        assert state == HandoffState.PENDING
        before = len(receiver.messages)
        receiver.then = KNOWS
        async with segue.open(settings_for(receiver.url)) as models:
            await receiver.received(before + 1)
            assert b'segue_handoffs_total{what="tries"} 1.0' in models.metrics()

    told = receiver.messages[-1]
    assert (told.id, told.told["ref"], told.is_signed) == (handoff_id, "case-17", True)
    assert {message.raw for message in receiver.messages} == {told.raw}


@pytest.mark.slow
async def test_operators_list_what_was_given_up_and_have_it_sent_again(segue_home: Path) -> None:
    """A dead letter is seen, without the caller's reference, and sent again by command."""
    finding = Finding("crisis", Category.SUICIDE, SafetyLevel.HIGH, "intent.any")
    verdict = Verdict(SafetyLevel.HIGH, Action.REPLACE, (finding,), category=Category.SUICIDE, measures=tuple(Measure))
    async with Receiver() as receiver:
        settings = settings_for("http://127.0.0.1:9/desk", tries=1)
        async with segue.open(settings) as models:
            ticket = models.handoffs.start(new_handoff(verdict, at=datetime.now(UTC), ref="case-17"))
            while ticket.state is not HandoffState.DEAD:
                await asyncio.sleep(0.001)
        status, listed = await safety_handoffs("list", "--json")
        assert (status, ticket.handoff.id in listed, "dead" in listed, "case-17" in listed) == (0, True, True, False)
        assert (await safety_handoffs("retry", "ho_nobody"))[0] == 2
        status, said = await safety_handoffs("retry", ticket.handoff.id)
        assert (status, ticket.handoff.id in said) == (0, True)
        async with segue.open(settings_for(receiver.url)) as models:
            await receiver.received(1)
            assert receiver.messages[0].told["ref"] == "case-17"
            while not models.handoffs.counts["acknowledged"]:
                await asyncio.sleep(0.001)
        assert "There are none." in (await safety_handoffs("list"))[1]
        assert "acknowledged" in (await safety_handoffs("list", "--all"))[1]


@pytest.mark.parametrize(
    ("then", "status", "says"),
    [(KNOWS, 0, "receiver 1: acknowledged"), (BROKEN, 1, "receiver 1: refused"), (None, 2, "handoff.url")],
)
async def test_operators_can_try_whether_their_receiver_understands(
    then: Scene | None, status: int, says: str, segue_home: Path
) -> None:
    """One command sends a signed message that is marked as a test, and tells how it was answered."""
    async with Receiver() as receiver:
        if then is not None:
            receiver.then = then
            Path("segue.yaml").write_text(f"handoff: {{url: '{receiver.url}', secret: {SECRET}}}", encoding="utf-8")
        left, said = await safety_handoffs("test")
        assert (left, says in said) == (status, True)
    if then is not None:
        (message,) = receiver.messages
        assert (message.is_signed, message.told["level"], message.told["codes"]) == (True, "none", ["test"])


async def test_a_database_that_another_program_holds_delays_no_hand_off(segue_home: Path) -> None:
    """The store waits for its file while somebody is told; once it has the file, it knows of it."""
    async with Receiver() as receiver, segue.open(settings_for(receiver.url)) as models:
        verdict = Verdict(SafetyLevel.IMMINENT, Action.REPLACE)
        with closing(sqlite3.connect(segue_home / "segue.db", isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            ticket = models.handoffs.start(new_handoff(verdict, at=datetime.now(UTC)))
            assert await ticket.acknowledged_within(20.0), "the store would wait for longer"
            assert not ticket.is_stored
        while not await models.journal.handoffs(states=(HandoffState.ACKNOWLEDGED,)):
            await asyncio.sleep(0.001)

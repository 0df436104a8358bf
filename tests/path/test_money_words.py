"""When money is what is missing: what a person reads, and who is told that even the debt is spent."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import segue
from segue.app import ModelManager
from segue.domain.chat import OnFailure
from segue.domain.risk import Latch, RiskStage, RiskState
from segue.errors import BudgetSpent
from segue.pipeline.turn.turns import Asker
from segue.safety.replies import reply
from tests.support.receiver import SECRET, Receiver
from tests.support.talk import Told, asked, scripted, settings_of, told

CALM = "Tell me of the fox."
LOW = "Everyone would be better off without me."
CARED_FOR = {"allowed_for_therapeutic": [{"model": "one:dear", "decided_by": "Board", "decided_at": "2026-06-01"}]}
DEAR = {
    "text": "Hello.",
    "usage": {"input_tokens": 700, "output_tokens": 100},
    "price": {"input_usd_per_mtok": "1000", "output_usd_per_mtok": "2000"},
}
SPENT = [{"scope": "global", "period": "total", "limit_usd": "0.000001"}]
EVENING = Asker("test", "evening")


def opened(home: Path, *, debt_usd: str = "0", **tells: str) -> ModelManager:
    """One dear model, and no money for it."""
    spending = {"crisis_debt_usd": debt_usd, **tells}
    settings = settings_of(scripted(one={"dear": DEAR}), budgets=SPENT, spending=spending, safety=CARED_FOR)
    return segue.open(settings, home=home)


async def says(models: ModelManager, text: str, asker: Asker = EVENING, *, on: OnFailure | None = None) -> Told:
    return await told(models, asked(text, model="one:dear", max_tokens=100, country="US", on_failure=on), asker)


async def test_who_is_followed_up_is_told_where_help_is_when_the_debt_is_spent(tmp_path: Path) -> None:
    """Their words are calm, no model can be paid: they read that, and the places of help of their country."""
    at_risk = RiskState(turn=4, follow_up=Latch(1, 0))
    async with opened(tmp_path) as models:
        session = models._sessions.hash("test", "evening")
        await models._sessions.keep_risk_state(session, at_risk, now=datetime.now(UTC))
        answer = await says(models, CALM)

    assert answer.finished.stage is RiskStage.FOLLOW_UP
    assert answer.finished.written_reply == "none_can_answer"
    assert answer.text.startswith(reply("none_can_answer", "en").text)
    assert reply("resources", "en").text in answer.text
    assert "988" in answer.text


@pytest.mark.parametrize("on_failure", [None, "error", "reply"])
async def test_whoever_may_be_in_danger_reads_no_error_when_the_debt_is_spent(
    tmp_path: Path, on_failure: OnFailure | None
) -> None:
    """Without a session too, and whatever the program asked for."""
    async with opened(tmp_path) as models:
        answer = await says(models, LOW, Asker("test"), on=on_failure)

    assert answer.finished.written_reply == "none_can_answer"
    assert "988" in answer.text


async def test_a_spent_budget_is_an_error_in_a_session_unless_words_are_asked_for(tmp_path: Path) -> None:
    """The words do not ask to try again: that would be in vain."""
    async with opened(tmp_path) as models:
        with pytest.raises(BudgetSpent):
            await says(models, CALM)
        answer = await says(models, CALM, on="reply")

    assert answer.text == reply("none_can_answer", "en").text
    assert "again" not in answer.text


async def test_operators_are_told_once_a_day_that_the_debt_is_used_up(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A line that says what to do, and a signed message; of however many people it turns away."""
    async with Receiver() as receiver:
        tells = {"webhook_url": receiver.url, "webhook_secret": SECRET}
        async with opened(tmp_path, **tells) as models:
            for _ in range(3):
                await says(models, LOW)
            await receiver.received(1)

    (message,) = receiver.messages
    assert (message.told["budget"], message.told["turns_away"]) == ("crisis debt, day", True)
    lines = [record.getMessage() for record in caplog.records if "used up for today" in record.getMessage()]
    assert len(lines) == 1
    assert "spending.crisis_debt_usd" in lines[0]


async def test_operators_are_told_what_share_of_the_debt_is_spent(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Before it is used up."""
    async with opened(tmp_path, debt_usd="1") as models:
        await says(models, LOW)

    assert "Of the budget 'crisis debt, day' 80% is spent: $0.9 of $1." in [r.getMessage() for r in caplog.records]


async def test_health_and_metrics_tell_which_budget_is_spent(tmp_path: Path) -> None:
    """Of budgets of the settings that have one name, or are for everything: not one for each session."""
    budgets = [*SPENT, {"scope": "session", "limit_usd": "0.01", "kind": "soft"}]
    settings = settings_of(scripted(one={"dear": DEAR}), budgets=budgets, safety=CARED_FOR)
    async with segue.open(settings, home=tmp_path) as models:
        await says(models, LOW)
        (part,) = [part for part in (await models.health()).parts if part.part == "money"]
        shown = models.metrics().decode()

    assert (part.state, part.found) == ("note", "Spent: 'global, total'.")
    assert 'segue_budget_usd{kind="hard",name="",period="total",scope="global",what="spent"} 0.9' in shown
    assert 'segue_budget_usd{kind="hard",name="crisis",period="day",scope="global",what="left"} 4.1' in shown
    assert 'segue_budget_usd{kind="soft"' not in shown

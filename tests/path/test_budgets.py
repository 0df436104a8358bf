"""Turns on budgets: what fits is asked, what does not is passed over, and what was spent is exact."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, nullcontext, suppress
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from typing_extensions import override

import segue
from segue.app import ModelManager
from segue.config.settings import ProviderSettings
from segue.domain.budgets import Account, Booked, Standing
from segue.domain.callers import CallerBudget, CallerScope
from segue.domain.scopes import ScopeKind
from segue.errors import BudgetSpent, SegueError
from segue.pipeline.turn.turns import Asker
from segue.storage.money_contract import Step
from segue.storage.sql import SqlJournal
from tests.support.midnight import wait_out_midnight
from tests.support.ports import free_port
from tests.support.receiver import BROKEN, SECRET, Receiver
from tests.support.talk import Told, asked, scripted, settings_of, told
from tests.support.upstream import Upstream

DEAR = {"price": {"input_usd_per_mtok": "1000", "output_usd_per_mtok": "2000"}}
"""A token in costs a thousandth of a dollar, one out two."""
SAID = {"text": "Hello.", "usage": {"input_tokens": 10, "output_tokens": 5}}
COST_USD = Decimal("0.02")
"""Of such an answer."""
CARES = "Thank you for telling me. That sounds really hard. Do you want to say more about it?"
CARED_FOR = {"allowed_for_therapeutic": [{"model": "one:dear", "decided_by": "Board", "decided_at": "2026-06-01"}]}
_LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)


class LateJournal(SqlJournal):
    """A store whose disk is slow until it is not."""

    may_write: asyncio.Event

    @override
    async def book(self, steps: Sequence[Step]) -> tuple[Booked, ...]:
        await self.may_write.wait()
        return await super().book(steps)


def budget(limit_usd: str, **more: object) -> dict[str, object]:
    return {"scope": "global", "period": "day", "limit_usd": limit_usd, **more}


@asynccontextmanager
async def opened(
    home: Path,
    budgets: Sequence[Mapping[str, object]],
    models: Mapping[str, Mapping[str, object]] | None = None,
    **sections: object,
) -> AsyncIterator[ModelManager]:
    """Models of one provider, named in order; by default one dear one."""
    providers = scripted(one=models or {"dear": {**DEAR, **SAID}})
    wait_out_midnight()
    async with segue.open(settings_of(providers, budgets=budgets, **sections), home=home) as manager:
        yield manager


async def spent(models: ModelManager) -> Mapping[Account, Standing]:
    """What the store says, once all is written."""
    await models.money.flush()
    return await models.journal.standings()


async def outcome(models: ModelManager, **fields: object) -> str:
    """`answered`, or the code of the error."""
    try:
        await told(models, asked("Hi", model="one:dear", **fields))
    except SegueError as error:
        return error.code
    return "answered"


async def test_what_a_turn_cost_is_spent_to_the_micro_dollar(tmp_path: Path) -> None:
    """The provider's own tokens at its price; nothing is held any more."""
    async with opened(tmp_path, [budget("10")]) as models:
        answer = await told(models, asked("Hi", model="one:dear", max_tokens=100))
        (standing,) = (await spent(models)).values()

    assert answer.finished.cost_usd == COST_USD
    assert standing == Standing(20_000, 0)


async def test_a_model_that_does_not_fit_is_passed_over_for_a_cheaper_one(tmp_path: Path) -> None:
    """The next one answers, and why the first was not asked is told. Covers R5.3."""
    dear, cheap = {**DEAR, **SAID}, {**SAID, "price": {"input_usd_per_mtok": "1", "output_usd_per_mtok": "1"}}
    route = {"story": {"models": ["one:dear", "one:cheap"]}}
    async with opened(tmp_path, [budget("0.1")], {"dear": dear, "cheap": cheap}, routes=route) as models:
        answer = await told(models, asked("Hi", model="story", max_tokens=100))

    first, second = answer.finished.attempts
    assert (str(first.model), first.error_code, second.error_code) == ("one:dear", "over_budget", None)
    assert str(answer.finished.model) == "one:cheap"


async def test_nothing_fits_says_which_budget_and_when_it_begins_anew(tmp_path: Path) -> None:
    """A typed error that clients do not retry. Covers R5.4."""
    async with opened(tmp_path, [budget("0.1", zone="Europe/Berlin")]) as models:
        with pytest.raises(BudgetSpent) as refused:
            await told(models, asked("Hi", model="one:dear", max_tokens=100))

    error = refused.value
    assert (error.http_status, error.code, error.retryable) == (402, "budget_exceeded", False)
    assert error.budget == "global, day"
    assert error.resets_at is not None
    assert error.resets_at.hour in {22, 23}  # midnight in Berlin
    assert "$0.1 of the budget" in error.message


async def test_sixty_four_at_once_on_money_for_three_let_exactly_three_pass(tmp_path: Path) -> None:
    """Each may cost $0.40 at most, and does; the budget is $1.25."""
    costs_all = {"usage": {"input_tokens": 0, "output_tokens": 200}, "text": "So.", "delay_s": 0.05}
    price = {"price": {"input_usd_per_mtok": "0", "output_usd_per_mtok": "2000"}}
    async with opened(tmp_path, [budget("1.25")], {"dear": {**price, **costs_all}}) as models:
        outcomes = await asyncio.gather(*[outcome(models, max_tokens=200) for _ in range(64)])
        (standing,) = (await spent(models)).values()

    assert sorted(outcomes) == ["answered"] * 3 + ["budget_exceeded"] * 61
    assert standing == Standing(1_200_000, 0)


async def test_a_failed_call_that_was_never_sent_is_released(tmp_path: Path) -> None:
    """Nobody pays for a refused connection."""
    nobody = {"base_url": f"http://127.0.0.1:{free_port()}/v1", "models": {"dear": DEAR}}
    one = {"one": ProviderSettings(type="openai_compatible", options=nobody)}
    async with segue.open(settings_of(one, budgets=[budget("1")]), home=tmp_path) as models:
        assert await outcome(models, max_tokens=100) == "all_models_failed"
        assert set((await spent(models)).values()) <= {Standing()}


async def test_an_answer_that_was_cut_is_priced_by_what_was_seen(tmp_path: Path) -> None:
    """The prompt and the words that came."""
    cut = {**DEAR, "text": "Once upon a time there was a fox.", "fault": {"kind": "cut", "after_chars": 16}}
    async with opened(tmp_path, [budget("10")], {"dear": cut}, fallback={"retries": 0}) as models:
        assert await outcome(models, max_tokens=100) == "all_models_failed"
        (standing,) = (await spent(models)).values()
        await models.broadcast.settled()
        await models._writer.flush()
        (call,) = await models.journal.recent_calls(since=_LONG_AGO)

    assert standing.held_micro_usd == 0
    assert standing.spent_micro_usd == call.cost_micro_usd
    assert standing.spent_micro_usd > 4 * 2_000  # four tokens were seen, and the prompt is paid for


@pytest.mark.parametrize(("kind", "bound"), [("hard", 8_192), ("soft", None)])
async def test_an_answer_of_any_length_is_bounded_by_what_is_held(tmp_path: Path, kind: str, bound: int | None) -> None:
    """A hard budget holds money for 8,192 tokens, and asks for no more; a soft one changes nothing."""
    async with Upstream() as upstream:
        options = {"base_url": upstream.base_url, "models": {"well": DEAR}}
        one = ProviderSettings(type="openai_compatible", options=options)
        settings = settings_of({"one": one}, budgets=[budget("100", kind=kind)])
        async with segue.open(settings, home=tmp_path) as models:
            await told(models, asked("Hi", model="one:well"))

    assert upstream.requests[-1].body.get("max_tokens") == bound


@pytest.mark.parametrize("kind", ["hard", "soft"])
async def test_fields_that_raise_the_bill_are_left_out_on_a_hard_budget(tmp_path: Path, kind: str) -> None:
    """Money is held by the price; a soft budget only tells. Who insists is refused, unless they may be in danger."""
    extra: dict[str, object] = {"service_tier": "priority", "prediction": {"content": "Hi"}, "verbosity": "low"}
    async with Upstream() as upstream:
        options = {"host": "openai", "base_url": upstream.base_url, "models": {"well": DEAR}}
        one = ProviderSettings.model_validate(
            {"type": "openai_compatible", "options": options, "key": "sk-test-aaaaaaaaaaaaaaaaaaaaaaaa"}
        )
        settings = settings_of({"one": one}, budgets=[budget("100", kind=kind)])
        async with segue.open(settings, home=tmp_path) as models:
            answer = await told(models, asked("Hi", model="one:well", extra=extra))
            sent = upstream.requests[-1].body
            with (
                pytest.raises(BudgetSpent, match="With 'prediction' it may cost more")
                if kind == "hard"
                else nullcontext()
            ):
                await told(models, asked("Hi", model="one:well", extra=extra, strict=True))
            same = await told(models, asked("Hi", model="one:well", extra={"service_tier": "flex"}, strict=True))

    left = () if kind == "soft" else ("prediction", "service_tier")
    assert answer.finished.ignored == left
    assert {name: sent[name] for name in extra if name in sent} == {n: v for n, v in extra.items() if n not in left}
    assert same.finished.ignored == ()


async def test_where_words_may_be_read_is_never_left_out(tmp_path: Path) -> None:
    """It costs more than the price says: on a hard budget the model does not fit, and nobody is asked elsewhere."""
    async with Upstream() as upstream:
        options = {"base_url": upstream.base_url, "models": {"well": DEAR}}
        one = ProviderSettings.model_validate(
            {"type": "anthropic", "options": options, "key": "sk-ant-test-aaaaaaaaaaaa"}
        )
        settings = settings_of({"one": one}, budgets=[budget("100")])
        async with segue.open(settings, home=tmp_path) as models:
            with pytest.raises(BudgetSpent, match="With 'inference_geo' it may cost more"):
                await told(models, asked("Hi", model="one:well", extra={"inference_geo": "us"}))

    assert not any("well" in str(request.body) for request in upstream.requests)


async def test_a_free_model_answers_when_everything_is_spent(tmp_path: Path) -> None:
    """A hard budget of nothing lets pass what costs nothing."""
    async with opened(tmp_path, [budget("0")], {"dear": {**DEAR, **SAID}, "free": SAID}) as models:
        answer = await told(models, asked("Hi", model="one:free"))

    assert answer.text == "Hello."


async def test_a_model_of_unknown_price_is_not_asked_on_a_hard_budget(tmp_path: Path) -> None:
    """Unknown is not zero."""
    unknown = {**SAID, "data_policy": "no_training"}
    async with opened(tmp_path, [budget("5")], {"dear": unknown}) as models:
        with pytest.raises(BudgetSpent, match="Nobody knows its price"):
            await told(models, asked("Hi", model="one:dear"))


async def test_a_model_of_unknown_price_is_counted_on_a_soft_budget(tmp_path: Path) -> None:
    """It is asked, and told to have been."""
    unknown = {**SAID, "data_policy": "no_training"}
    async with opened(tmp_path, [budget("5", kind="soft")], {"dear": unknown}) as models:
        assert await outcome(models) == "answered"
        (standing,) = (await spent(models)).values()

    assert standing == Standing(0, 0, unpriced=1)


async def test_a_soft_budget_is_told_of_and_stops_nobody(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """One line a threshold, however many turns follow."""
    async with opened(tmp_path, [budget("0.04", kind="soft", alert_at=["0.5", "1"])]) as models:
        for _ in range(4):
            assert await outcome(models, max_tokens=100) == "answered"

    alerts = [record.getMessage() for record in caplog.records if "is spent: $" in record.getMessage()]
    assert alerts == [
        "Of the budget 'global, day' 50% is spent: $0.02 of $0.04.",
        "Of the budget 'global, day' 100% is spent: $0.04 of $0.04.",
    ]


async def test_a_receiver_is_told_once_that_a_share_is_reached(tmp_path: Path) -> None:
    """Signed, again after a failure, and with nothing of whose turn it was."""
    async with Receiver() as receiver:
        receiver.plan[:] = [BROKEN]
        tells = {"webhook_url": receiver.url, "webhook_secret": SECRET}
        async with opened(tmp_path, [budget("0.04", kind="soft", alert_at=["0.5"])], spending=tells) as models:
            assert models.money._webhook is not None
            models.money._webhook._sleep = lambda _: asyncio.sleep(0)
            for _ in range(3):
                assert await outcome(models, max_tokens=100) == "answered"
            await receiver.received(2)

    first, again = receiver.messages
    assert first.is_signed
    assert first.id == again.id
    del again.told["time"], again.told["id"]
    assert again.told == {
        "type": "segue.budget_reached",
        "version": 1,
        "budget": "global, day",
        "kind": "soft",
        "share": 0.5,
        "limit_usd": "0.04",
        "spent_usd": "0.02",
    }


async def test_operators_are_told_once_whose_share_of_an_each_budget_is_spent(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Each caller is told of by name, and not twice where a budget counts under that name as well; of a session only
    that it was one."""
    each = [budget("0.02", scope=kind, kind="soft", alert_at=["1"]) for kind in ("caller", "session")]
    named = budget("5", scope="caller", name="Ann's app", kind="soft")
    ann, bob = Asker("a1", "evening", caller_name="Ann's app"), Asker("b2", caller_name="Bob's app")
    async with Receiver() as receiver:
        tells = {"webhook_url": receiver.url, "webhook_secret": SECRET}
        async with opened(tmp_path, [*each, named], spending=tells) as models:
            for who in (ann, bob):
                await told(models, asked("Hi", model="one:dear", max_tokens=100), who)
            await receiver.received(3)

    assert [record.getMessage() for record in caplog.records if "is spent: $" in record.getMessage()] == [
        "Of the budget 'caller (each), day' of 'Ann's app' 100% is spent: $0.02 of $0.02.",
        "Of the budget 'session (each), day' 100% is spent: $0.02 of $0.02.",
        "Of the budget 'caller (each), day' of 'Bob's app' 100% is spent: $0.02 of $0.02.",
    ]
    assert [message.told.get("whose") for message in receiver.messages] == ["Ann's app", None, "Bob's app"]


async def test_operators_are_told_that_a_key_has_spent_what_it_may(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Also where the settings have no budget; and not again after a start anew."""
    long = {**DEAR, "text": "Hello.", "usage": {"input_tokens": 10, "output_tokens": 40}}
    key = CallerScope(budget=CallerBudget(110_000, "day"))
    who = Asker("a1", caller_name="game", scope=key)
    for _ in range(2):
        async with opened(tmp_path, [], {"dear": long}) as models:
            with suppress(BudgetSpent):
                await told(models, asked("Hi", model="one:dear", max_tokens=40), who)

    assert [record.getMessage() for record in caplog.records if "is spent: $" in record.getMessage()] == [
        "Of the budget 'caller game, day' 80% is spent: $0.09 of $0.11.",
    ]


async def test_each_scope_has_its_own_money(tmp_path: Path) -> None:
    """Callers, sessions, tags, models and providers are counted for apart."""
    scopes = [budget("5", scope=kind) for kind in ("provider", "model", "caller", "session", "tag")]
    async with opened(tmp_path, scopes) as models:
        for who in (Asker("ann", "evening"), Asker("bob", "evening")):
            await told(models, asked("Hi", model="one:dear", max_tokens=100, tags=("fox", "owl")), who)
        found = await spent(models)

    names = {(account.scope.kind, account.scope.name): standing.spent_micro_usd for account, standing in found.items()}
    sessions = [spent for (kind, _), spent in names.items() if kind is ScopeKind.SESSION]
    assert sessions == [20_000, 20_000]
    assert {name: spent for name, spent in names.items() if name[0] is not ScopeKind.SESSION} == {
        (ScopeKind.PROVIDER, "one"): 40_000,
        (ScopeKind.MODEL, "one:dear"): 40_000,
        (ScopeKind.CALLER, "ann"): 20_000,
        (ScopeKind.CALLER, "bob"): 20_000,
        (ScopeKind.TAG, "fox"): 40_000,
        (ScopeKind.TAG, "owl"): 40_000,
    }


async def test_one_callers_budget_is_spent_and_another_goes_on(tmp_path: Path) -> None:
    """A budget that names a caller by its name binds them alone."""
    named = [budget("0.02", scope="caller", name="Ann's app")]
    ann, bob = Asker("a1", caller_name="Ann's app"), Asker("b2", caller_name="Bob's app")
    async with opened(tmp_path, named) as models:
        assert (await told(models, asked("Hi", model="one:dear", max_tokens=100), bob)).text == "Hello."
        with pytest.raises(BudgetSpent):
            await told(models, asked("Hi", model="one:dear", max_tokens=100), ann)


async def test_a_second_opinion_is_paid_for(tmp_path: Path) -> None:
    """A judge is asked behind the turn, above a spent budget as well, and what it took is counted."""
    judge = {**DEAR, "text": '{"level": "none"}', "usage": {"input_tokens": 30, "output_tokens": 10}, "in_auto": False}
    asks = {"judge": "one:judge", "judge_s": 10, **CARED_FOR}
    models_of: dict[str, dict[str, object]] = {"dear": {"text": CARES}, "judge": judge}
    budgets = [budget("0.000001", scope="model", name="one:judge")]
    async with opened(tmp_path, budgets, models_of, safety=asks) as models:
        await told(models, asked("Everyone would be better off without me.", model="one:dear"))
        assert models.judge is not None
        assert models.judge.counts["asked"] == 1
        found = await spent(models)
        await models.broadcast.settled()
        await models._writer.flush()
        calls = await models.journal.recent_calls(since=_LONG_AGO)

    assert {(str(call.model), call.cost_micro_usd) for call in calls} == {("one:judge", 50_000), ("one:dear", 0)}
    assert {account.scope.name: standing.spent_micro_usd for account, standing in found.items()} == {
        "one:judge": 50_000,
        "crisis": 50_000,
    }


async def test_an_erased_session_has_spent_nothing(tmp_path: Path) -> None:
    """Its keyed hash is in no account any more, here or in the store."""
    async with opened(tmp_path, [budget("5", scope="session"), budget("5")]) as models:
        await told(models, asked("Hi", model="one:dear", max_tokens=100), Asker("test", "evening"))
        session = models._sessions.hash("test", "evening")
        await models.session_files.erase(session)
        found = await spent(models)

    assert [account.scope.kind for account in found] == [ScopeKind.GLOBAL]


async def test_what_was_spent_counts_after_a_restart(tmp_path: Path) -> None:
    """The store remembers, and the next process begins with it."""
    price = {"price": {"input_usd_per_mtok": "0", "output_usd_per_mtok": "2000"}}
    models_of = {"dear": {**price, "text": "So.", "usage": {"input_tokens": 0, "output_tokens": 100}}}
    async with opened(tmp_path, [budget("0.3", period="total")], models_of) as models:
        assert await outcome(models, max_tokens=100) == "answered"
    async with opened(tmp_path, [budget("0.3", period="total")], models_of) as models:
        assert await outcome(models, max_tokens=100) == "budget_exceeded"


async def test_two_managers_on_one_store_spend_one_budget(tmp_path: Path) -> None:
    """Without anything else that they share, the store lets exactly three pass."""
    price = {"price": {"input_usd_per_mtok": "0", "output_usd_per_mtok": "2000"}}
    models_of = {"dear": {**price, "text": "So.", "usage": {"input_tokens": 0, "output_tokens": 200}, "delay_s": 0.2}}
    patient = {"session_deadline_s": 10}
    async with (
        opened(tmp_path, [budget("1.25")], models_of, storage=patient) as one,
        opened(tmp_path, [budget("1.25")], models_of, storage=patient) as other,
    ):
        outcomes = await asyncio.gather(
            *[outcome(models, max_tokens=200) for models in (one, other) for _ in range(16)]
        )

    assert outcomes.count("answered") == 3


async def test_a_person_in_danger_is_answered_above_the_budget(tmp_path: Path) -> None:
    """What they take is lent, and told; it counts on the budgets as well."""
    cares = {**DEAR, **SAID, "text": CARES}
    async with opened(tmp_path, [budget("0.000001")], {"dear": cares}, safety=CARED_FOR) as models:
        answer = await told(models, asked("Everyone would be better off without me.", model="one:dear", max_tokens=100))
        found = await spent(models)

    assert answer.text.startswith(CARES)
    assert {account.scope.name: standing.spent_micro_usd for account, standing in found.items()} == {
        "": 20_000,
        "crisis": 20_000,
    }


async def test_when_what_is_lent_is_used_up_written_words_answer(tmp_path: Path) -> None:
    """A person in danger never reads of money."""
    async with opened(tmp_path, [budget("0.000001")], safety=CARED_FOR, spending={"crisis_debt_usd": "0"}) as models:
        answer: Told = await told(
            models, asked("Everyone would be better off without me.", model="one:dear", max_tokens=100)
        )

    assert answer.finished.written_reply == "none_can_answer"
    assert answer.finished.error is not None
    assert answer.finished.error.code == "budget_exceeded"


async def test_a_late_store_does_not_let_money_be_spent_twice(tmp_path: Path) -> None:
    """What the store did not take in time is in the local file before the call, and decided by what is known here."""
    price = {"price": {"input_usd_per_mtok": "0", "output_usd_per_mtok": "2000"}}
    models_of = {"dear": {**price, "text": "So.", "usage": {"input_tokens": 0, "output_tokens": 200}}}
    held = asyncio.Event()
    async with opened(tmp_path, [budget("1")], models_of, storage={"session_deadline_s": 0.01}) as models:
        assert isinstance(models.journal, SqlJournal)
        models.journal.__class__ = LateJournal
        LateJournal.may_write = held
        outcomes = [await outcome(models, max_tokens=200) for _ in range(4)]
        waiting = (tmp_path / "holds.pending.jsonl").read_text().splitlines()
        held.set()
        (standing,) = (await spent(models)).values()

    assert outcomes == ["answered", "answered", "budget_exceeded", "budget_exceeded"]
    assert len(waiting) == 2
    assert standing == Standing(800_000, 0)
    assert (tmp_path / "holds.pending.jsonl").read_text() == ""

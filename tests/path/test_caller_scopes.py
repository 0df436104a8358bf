"""Keys of which each may do less than its role: models, privacy, rates, an end, and a new key beside the old one."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import openai
import pytest
from typer.testing import CliRunner

import segue
from segue.cli.root import app
from segue.domain.callers import Caller, CallerBudget, CallerRole, CallerScope, hash_key, new_key
from segue.domain.models import Privacy
from segue.errors import NotAllowed, RequestError
from segue.pipeline.turn.turns import Asker
from segue.server.keys import REFRESH_S
from tests.support.gateway import START_S, RunningGateway, serving, settings_with, until
from tests.support.midnight import wait_out_midnight
from tests.support.talk import asked, scripted, settings_of, told

TEXT = "The lamp stayed lit."
PAID = {
    "text": TEXT,
    "usage": {"input_tokens": 10, "output_tokens": 10},
    "price": {"input_usd_per_mtok": 0, "output_usd_per_mtok": 1000},
}
"""Ten tokens of its answer cost a cent."""


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway with two models, one of them elsewhere."""
    providers: dict[str, object] = {
        "stage": {"type": "scripted", "options": {"models": {"plain": {"text": TEXT}, "other": {"text": TEXT}}}},
        "bank": {"type": "scripted", "options": {"models": {"paid": PAID}}},
        "cloud": {"type": "scripted", "options": {"models": {"m": {"text": TEXT, "data_policy": "no_training"}}}},
    }
    routes = {
        "both": {"models": ["stage:plain", "stage:other"]},
        "elsewhere": {"models": ["bank:paid"], "then_auto": False},
    }
    settings = settings_with(providers, server={"loopback_without_key": False}, routes=routes)
    with serving(settings, home=tmp_path_factory.mktemp("home")) as running:
        yield running


def bearer(key: str) -> dict[str, str]:
    return {"authorization": f"Bearer {key}"}


def keyed(gateway: RunningGateway, name: str, role: CallerRole = CallerRole.CALLER, **scope: object) -> dict[str, str]:
    """Headers with a new key of this scope, which the gateway knows."""
    wait_out_midnight()
    headers = bearer(gateway.make_caller(name, role, scope=CallerScope(**scope)))  # type: ignore[arg-type] # as there
    until(lambda: gateway.ask("/v1/models", headers=headers).status == 200)
    return headers


def test_a_model_outside_the_scope_is_refused_with_words(gateway: RunningGateway) -> None:
    """The models of the key answer, another one that is asked for is 403, and `/v1/models` names none of those."""
    headers = keyed(gateway, "narrow", models=("stage:p*",))
    assert gateway.chat(headers=headers).status == 200
    refused = gateway.chat(model="stage:other", headers=headers)
    assert (refused.status, refused.error.code, refused.error.param) == (403, "not_allowed", "model")
    assert refused.error.message == "This key may not use 'stage:other'; it may use stage:p*."
    listed = json.loads(gateway.ask("/v1/models", headers=headers).body)["data"]
    assert [entry["id"] for entry in listed if entry["segue"]["kind"] == "model"] == ["stage:plain"]


def test_nothing_names_models_outside_the_scope(gateway: RunningGateway) -> None:
    """A name that is there and one that is not are refused alike; hints, routes and the catalogue hold to the key's."""
    headers = keyed(gateway, "blinkered", models=("stage:p*",))
    there, nowhere = (gateway.chat(model=model, headers=headers) for model in ("bank:paid", "bank:paix"))
    assert (there.status, nowhere.status) == (403, 403)
    assert there.error.message.replace("paid", "paix") == nowhere.error.message
    close = gateway.chat(model="stage:pother", headers=headers)
    assert close.status == 404
    assert b"stage:other" not in close.body
    routes = {each["id"]: each for each in json.loads(gateway.ask("/v1/models", headers=headers).body)["data"]}
    assert routes["both"]["segue"]["models"] == ["stage:plain"]
    assert "elsewhere" not in routes
    assert gateway.ask("/v1/models/elsewhere", headers=headers).status == 404
    listed = json.loads(gateway.ask("/v1/catalogue", headers=headers).body)
    assert (listed["found"], listed["list"]["models"]) == (0, 0)


def test_screening_counts_for_the_key_s_limits(gateway: RunningGateway) -> None:
    """Each screening is a request; beyond the limit only words of danger have a verdict."""
    headers = keyed(gateway, "screener", requests_per_minute=2, tokens_per_minute=100_000)

    def screened(text: str) -> int:
        return gateway.ask("/v1/safety/screen", {"text": text}, headers=headers).status

    assert [screened("The lamp went out.") for _ in range(3)] == [200, 200, 429]
    assert screened("I want to kill myself tonight.") == 200


def test_a_key_that_expired_is_told_so(gateway: RunningGateway) -> None:
    """401 with the day, and what an operator can do."""
    key = gateway.make_caller("old", scope=CallerScope(expires_at=datetime(2026, 1, 31, tzinfo=UTC)))
    until(lambda: "expired" in gateway.chat(headers=bearer(key)).error.message)
    refused = gateway.chat(headers=bearer(key))
    assert (refused.status, refused.error.code) == (401, "invalid_api_key")
    assert refused.error.message == "The API key of 'old' expired at 2026-01-31 00:00 UTC."


def test_a_key_s_own_limit_is_told_in_headers_and_refuses(gateway: RunningGateway) -> None:
    """Each answer says what is left; the refusal when there is room again; others are not touched."""
    headers = keyed(gateway, "paced", requests_per_minute=2, tokens_per_minute=100_000)
    first, second, third = (gateway.chat(headers=headers) for _ in range(3))
    assert [answer.status for answer in (first, second, third)] == [200, 200, 429]
    assert [a.headers["x-ratelimit-remaining-requests"] for a in (first, second, third)] == ["1", "0", "0"]
    assert second.headers["x-ratelimit-limit-tokens"] == "100000"
    assert third.error.code == "rate_limit_exceeded"
    assert third.error.message.startswith("The limit of 2 requests a minute for the caller 'paced' is reached")
    assert 50 < int(third.headers["retry-after"]) <= 60
    assert 50_000 < int(third.headers["retry-after-ms"]) <= 60_000
    streamed = gateway.chat(headers=headers, stream=True)
    assert (streamed.status, streamed.error.code) == (429, "rate_limit_exceeded")
    assert gateway.chat(headers=keyed(gateway, "other")).status == 200


async def test_openai_s_client_waits_as_long_as_it_is_told(gateway: RunningGateway) -> None:
    """With what is under way at the limit, the official client comes back by itself and gets its answer."""
    headers = await asyncio.to_thread(lambda: keyed(gateway, "busy", concurrent=1))
    limits, loop = gateway.manager.limits, gateway.loop
    from segue.accounting.rate_limits import Held, Party

    async def hold() -> Held:
        held = limits.of_turn(Party("id-busy", "busy", scope=CallerScope(concurrent=1)))
        taken = await limits.take(held, tokens=0)
        assert isinstance(taken, Held)
        return taken

    held = asyncio.run_coroutine_threadsafe(hold(), loop).result(START_S)
    key = headers["authorization"].removeprefix("Bearer ")
    async with openai.AsyncOpenAI(base_url=f"{gateway.url}/v1", api_key=key, max_retries=2) as client:
        began_s = time.monotonic()
        asking = asyncio.ensure_future(
            client.chat.completions.create(model="stage:plain", messages=[{"role": "user", "content": "Hello"}])
        )
        while not limits.refused["caller.concurrent"]:
            await asyncio.sleep(0.01)
        loop.call_soon_threadsafe(held.end, 0)
        answer = await asking
    assert answer.choices[0].message.content == TEXT
    assert time.monotonic() - began_s >= 1.0, "a Retry-After of a second was obeyed"


def test_a_key_spends_its_own_budget_and_nobody_else_s(gateway: RunningGateway) -> None:
    """Two calls of a cent fit two cents a day, whatever the settings say of money; the third is told what it would
    need, models that cost nothing go on, and other keys are not touched."""
    headers = keyed(gateway, "poor", budget=CallerBudget(20_000, "day"))
    asks = [gateway.chat(model="bank:paid", max_tokens=10, headers=headers) for _ in range(3)]
    assert [answer.status for answer in asks] == [200, 200, 402]
    assert asks[2].error.code == "budget_exceeded"
    assert "'caller poor, day'" in asks[2].error.message
    assert gateway.chat(headers=headers).status == 200
    assert gateway.chat(model="bank:paid", max_tokens=10, headers=keyed(gateway, "rich")).status == 200


def test_operators_see_that_the_budget_of_a_key_is_spent(gateway: RunningGateway) -> None:
    """Also where the settings have no budget: health names it, and what is lent to people in danger stands among the
    budgets, since their calls may need it now."""
    headers = keyed(gateway, "drained", budget=CallerBudget(10_000, "day"))
    assert gateway.chat(model="bank:paid", max_tokens=10, headers=headers).status == 200
    operator = keyed(gateway, "overseer", CallerRole.OPERATOR)
    parts = json.loads(gateway.ask("/v1/admin/health", headers=operator).body)["parts"]
    (money,) = [part for part in parts if part["part"] == "money"]
    assert money["state"] == "note"
    assert "'caller drained, day' until" in money["found"]
    budgets = json.loads(gateway.ask("/v1/budgets", headers=operator).body)["budgets"]
    assert ("global", "crisis") in [(budget["scope"], budget["name"]) for budget in budgets]


def test_a_key_of_any_role_may_be_made_internal(gateway: RunningGateway) -> None:
    """Without it the mark is refused, with it taken."""
    mark = {"audience": "internal"}
    assert gateway.chat(headers=keyed(gateway, "person"), segue=mark).status == 403
    assert gateway.chat(headers=keyed(gateway, "titles", is_internal=True), segue=mark).status == 200


def test_an_older_key_works_until_its_time_is_over(gateway: RunningGateway) -> None:
    """After a rotation both are one caller; with the overlap over, or revoked, the old one is refused."""
    journal, loop = gateway.manager.journal, gateway.loop
    keys = [new_key() for _ in range(3)]
    now = datetime.now(UTC)
    one = Caller("id-turning", "turning", CallerRole.CALLER, hash_key(keys[0]), now)
    asyncio.run_coroutine_threadsafe(journal.add_caller(one), loop).result(START_S)

    def rotate(was: Caller, key: str, until_: datetime) -> Caller:
        then = replace(was, key_hash=hash_key(key), old_key_hash=was.key_hash, old_key_until=until_)
        assert asyncio.run_coroutine_threadsafe(journal.change_caller(then, was=was), loop).result(START_S)
        return then

    def answers(key: str) -> int:
        return gateway.chat(headers=bearer(key)).status

    two = rotate(one, keys[1], now + timedelta(hours=1))
    until(lambda: answers(keys[1]) == 200)
    assert answers(keys[0]) == 200
    rotate(two, keys[2], now)
    until(lambda: answers(keys[2]) == 200)
    until(lambda: answers(keys[1]) == 401, within_s=REFRESH_S + 2)
    assert answers(keys[0]) == 401


async def test_a_key_narrows_privacy_and_models_and_never_widens_them(tmp_path: Path) -> None:
    """What begins with such a key stays here, whatever the request says; the reason stands in the explanation."""
    providers = scripted(
        here={"m": {"text": TEXT, "data_policy": "local"}}, cloud={"m": {"data_policy": "no_training"}}
    )
    providers["cloud"].options["models"]["m"]["fault"] = {"kind": "refused"}  # type: ignore[index] # made just now
    async with segue.open(settings_of(providers), home=tmp_path) as models:
        request = asked("Hello.", model="auto", privacy=Privacy.ANY)
        local = models.explain(request, scope=CallerScope(privacy=Privacy.LOCAL_ONLY))
        assert [str(r.card.ref) for r in local.ranked] == ["here:m"]
        ranking = models.explain(request, scope=CallerScope(models=("here:*",)))
        (left,) = [left for left in ranking.rejected if str(left.card.ref) == "cloud:m"]
        assert left.rejections[0].reason == "The caller's key may not use it."
        wide = models.explain(asked("Hello.", privacy=Privacy.LOCAL_ONLY), scope=CallerScope(privacy=Privacy.ANY))
        assert [str(r.card.ref) for r in wide.ranked] == ["here:m"]
        with pytest.raises(NotAllowed, match="This key may not use 'cloud:m'"):
            await told(models, asked("Hello.", model="cloud:m"), Asker("x", scope=CallerScope(models=("here:*",))))
        # The fallback of a model of its own is not one that it may use.
        strict = asked("Hello.", model="here:m", fallbacks=("cloud:m",))
        turn = await told(models, strict, Asker("x", scope=CallerScope(models=("here:*",))))
        assert turn.finished.model is not None
        assert turn.finished.model.provider == "here"


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    """Commands in this process, in a folder of their own."""
    monkeypatch.setenv("SEGUE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return CliRunner()


def said(cli: CliRunner, line: str) -> str:
    done = cli.invoke(app, line.split(), catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize("option", ["--requests-per-minute", "--tokens-per-minute", "--concurrent"])
def test_a_limit_that_no_store_could_keep_is_refused(cli: CliRunner, option: str) -> None:
    """A slip of the finger is told as one, before anything is opened."""
    done = cli.invoke(app, ["callers", "create", "game", option, "9" * 30])
    assert done.exit_code == 2
    assert "1000000000" in done.output


def test_callers_are_made_shown_changed_and_rotated_from_the_command_line(cli: CliRunner) -> None:
    """What narrows a key can be given, changed and lifted; the key itself is shown only when it is made."""
    narrow = "--models openrouter:*,local:* --privacy local_only --budget-usd 5/day --requests-per-minute 60"
    made = json.loads(said(cli, f"callers create game {narrow} --tokens-per-minute 9000 --concurrent 2 --json"))
    shown = json.loads(said(cli, "callers show game --json"))
    assert made.pop("key").startswith("segue-")
    assert shown.pop("spent")["left_usd"] == "5"
    assert shown == made
    assert shown["models"] == ["openrouter:*", "local:*"]
    assert (shown["privacy"], shown["budget"]) == ("local_only", {"usd": "5", "per": "day"})
    said(cli, "callers change game --expires 2099-01-31 --lift models --lift budget-usd --concurrent 3 --internal")
    changed = json.loads(said(cli, "callers show game --json"))
    assert {key: value for key, value in changed.items() if value != shown[key]} == {
        "models": None,
        "budget": None,
        "concurrent": 3,
        "expires_at": "2099-01-31T00:00:00Z",
        "internal": True,
    }
    rotated = said(cli, "callers rotate game --overlap-hours 2")
    assert re.fullmatch(r"segue-\S{40,}\n", rotated)
    for line in ("callers list", "callers show game", "callers list --json"):
        assert "segue-" not in said(cli, line)
        assert hash_key(rotated.strip()) not in said(cli, line)
    assert "until 2099-01-31" in said(cli, "callers list")


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("callers create a --models openrouter", "--models: 'openrouter' is no pattern of a model", "provider:name"),
        ("callers create a --budget-usd 5", "--budget-usd: That is no budget", "5/day"),
        ("callers create loopback", "'loopback' is what whoever calls from this machine", "Choose another name"),
        ("callers create a --expires 2020-01-01", "--expires: That day is past", "2027-01-31"),
        ("callers change nobody --concurrent 1", "No active caller is named 'nobody'", "segue callers list"),
        ("callers rotate nobody", "No active caller is named 'nobody'", "segue callers list"),
    ],
)
def test_a_wrong_value_says_which_and_what_to_write(cli: CliRunner, line: str, message: str, hint: str) -> None:
    """Nothing is made or changed, and the way out is named."""
    with pytest.raises(RequestError) as wrong:
        cli.invoke(app, line.split(), catch_exceptions=False)
    assert wrong.value.message.startswith(message)
    assert hint in wrong.value.hint


def test_a_key_of_no_money_and_a_key_renewed_twice_say_what_that_means(cli: CliRunner) -> None:
    """It is asked only what costs nothing; of two keys that were renewed the older one ends."""
    made = json.loads(said(cli, "callers create game --budget-usd 0/day --json"))
    first = cli.invoke(app, ["callers", "rotate", "game"], catch_exceptions=False)
    second = cli.invoke(app, ["callers", "rotate", "game"], catch_exceptions=False)

    assert made["budget"] == {"usd": "0", "per": "day"}
    assert "is refused within seconds" not in first.stderr
    assert "is refused within seconds" in second.stderr


def test_models_explain_says_what_a_caller_s_key_leaves_out(cli: CliRunner) -> None:
    """An operator sees the choice as that caller's programs have it."""
    said(cli, "callers create game --models local:*")
    told_ = json.loads(said(cli, "models explain Hello --model auto --caller game --json"))
    reasons = json.dumps(told_["rejected"])
    assert "The caller's key may not use it." in reasons


def test_operators_see_how_limits_stand(
    gateway: RunningGateway, cli: CliRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`segue limits` shows what is used and left of every limit in use, for people and programs."""
    gateway.chat(headers=keyed(gateway, "seen", requests_per_minute=7))
    operator = gateway.make_caller("operator", CallerRole.OPERATOR)
    until(lambda: gateway.ask("/v1/admin/limits", headers=bearer(operator)).status == 200)
    monkeypatch.setenv("SEGUE_CALLER_KEY", operator)
    rows = json.loads(said(cli, f"limits --url {gateway.url} --json"))["limits"]
    (row,) = [row for row in rows if row["name"] == "seen"]
    assert (row["scope"], row["what"], row["limit"], row["used"], row["left"]) == ("caller", "requests", 7, 1, 6)
    assert re.search(r"caller seen +requests a minute +7 +1 +6 +in \d+ s", said(cli, f"limits --url {gateway.url}"))

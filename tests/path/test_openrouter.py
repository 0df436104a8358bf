"""OpenRouter as people use it: looked through without a network, asked through the whole path, served over HTTP."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

import segue
from segue.catalog.listing import Wish
from segue.config.settings import CacheSettings, Settings
from segue.domain.callers import CallerRole
from segue.domain.listing import ListSource
from segue.errors import NoModelFits, RequestError
from tests.support.gateway import RunningGateway, scripted, serving, settings_with, until
from tests.support.openrouter import KEY, KEY_ANSWER, TEXT, OpenRouter, answers, offer, recorded_models, refuses
from tests.support.redis_server import RedisServer
from tests.support.upstream import UpstreamThread

SEGUE = [sys.executable, "-m", "segue.cli"]
FREE = "qwen/qwen3-coder:free"
PAID = "qwen/qwen3-coder"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def run(*words: str, before: tuple[str, ...] = (), given: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*before, *SEGUE, *words], input=given,
            capture_output=True, text=True, timeout=150, cwd=tmp_path, check=False, env={**os.environ, **env},
        )  # fmt: skip

    return run


def settings(server: OpenRouter, models: dict[str, object], **options: object) -> Settings:
    raw = {"base_url": server.base_url, "models": models, **options}
    providers = {"openrouter": {"type": "openrouter", "key": KEY, "options": raw}}
    return settings_with({**providers, **scripted(last={"text": "Written.", "in_auto": True})})


def test_without_a_network_the_shipped_list_is_looked_through(run: Run, needs: Callable[[bool, str], None]) -> None:
    """A first start with nothing, not even a network, lists the free models with the list's day. Covers R3.1, R3.5."""
    alone = ("unshare", "--map-root-user", "--net")
    can = shutil.which("unshare") and subprocess.run([*alone, "true"], capture_output=True, check=False).returncode == 0
    needs(bool(can), "the right to make a network name space (unshare --net)")
    done = run("models", "list", "--provider", "openrouter", "--free", before=alone)

    assert (done.returncode, done.stderr) == (0, "")
    assert "List of 2026-05-12, shipped with Segue" in done.stdout
    assert "29 of 364 models" in done.stdout
    assert f"openrouter:{FREE} " in done.stdout
    assert "20 requests a minute and 50 a day" in done.stdout
    assert "train on what they are sent: those are not asked" in done.stdout
    assert re.search(r"instead: segue models show openrouter:[a-z0-9-]+/\S+\n", done.stdout)


def test_looking_through_the_list_leaves_no_trace(run: Run, segue_home: Path) -> None:
    """Whoever only looks has neither a store nor files of a host afterwards."""
    assert run("models", "list", "--provider", "openrouter").returncode == 0
    assert list(segue_home.iterdir()) == []


def test_conditions_and_order_are_those_of_the_words(run: Run) -> None:
    """Every condition of the command reaches the list. Covers R3.2."""
    words = ("--paid", "--max-price", "0.5", "--context", "200000", "--modality", "image", "--parameter", "tools")
    more = (
        "--maker",
        "google",
        "--maker",
        "qwen",
        "--data-policy",
        "no_training",
        "--sort",
        "-context,price",
        "--json",
    )
    told = json.loads(run("models", "list", "--provider", "openrouter", *words, *more).stdout)["models"]

    assert told
    for entry in told:
        assert entry["is_free"] is False
        assert max(map(float, (entry["price"]["input_usd_per_mtok"], entry["price"]["output_usd_per_mtok"]))) <= 0.5
        assert entry["context_tokens"] >= 200_000
        assert "image" in entry["reads"]
        assert "tools" in entry["parameters"]
        assert entry["maker"] in {"google", "qwen"}
    assert [entry["context_tokens"] for entry in told] == sorted((e["context_tokens"] for e in told), reverse=True)


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--free",), "--provider openrouter"),
        (("--provider", "openrouter", "--max-price", "cheap"), "is no price"),
        (("--provider", "openrouter", "--max-price", "-1"), "is no price"),
        (("--provider", "openrouter", "--sort", "prize"), "Did you mean 'price'"),
        (("--provider", "openrouter", "--data-policy", "nice"), "no_training"),
        (("--provider", "openruter"), "No provider is named 'openruter'"),
        (("--provider", "openrouter", "--maker", "mistral"), "Did you mean 'mistralai'?"),
    ],
)
def test_wrong_words_are_told_with_what_to_do(run: Run, words: tuple[str, ...], hint: str) -> None:
    """A condition that cannot be read is misuse, and nothing is listed."""
    done = run("models", "list", *words)

    assert (done.returncode, done.stdout) == (2, "")
    assert hint in done.stderr


def test_choosing_a_free_model_names_what_can_go_wrong_and_what_there_is_instead(run: Run) -> None:
    """Limits, retention, withdrawal; the nearest paid model with its price, and one on this machine. Covers R3.4."""
    told = run("models", "show", f"openrouter:{FREE}").stdout

    for words in ("20 times a minute and 50 times a day", "train on what", "may be withdrawn"):
        assert words in told
    assert "Instead, paid: openrouter:qwen/qwen3-coder, $0.22 / $1.8" in told
    assert "Instead, on this machine: local:smollm2" in told


def test_doctor_names_what_to_take_instead_of_a_free_model(run: Run, tmp_path: Path) -> None:
    """Whoever has configured a free model is told of its limits, and of a paid and a local one. Covers R3.4."""
    (tmp_path / "segue.yaml").write_text(
        "providers:\n  openrouter:\n    type: openrouter\n    key: planted-key\n"
        f"    options: {{models: {{'{FREE}': }}}}\n  local: {{type: local}}\n"
    )
    checks = {check["what"]: check for check in json.loads(run("doctor", "--json").stdout)["checks"]}
    found = checks[f"model openrouter:{FREE}"]

    assert "20 a minute and 50 a day" in found["found"]
    assert f"openrouter:{PAID}, $0.22 / $1.8" in found["do"]
    assert "local:smollm2" in found["do"]
    assert "list of models is of 2026-05-12, shipped" in checks["provider openrouter"]["found"]


def test_models_without_a_price_and_past_their_day_are_marked(run: Run) -> None:
    """What is unknown says so, and a day that is past is told. Covers R6.4."""
    told = run("models", "list", "--provider", "openrouter", "--expiring-within", "0").stdout
    unknown = run("models", "show", "openrouter:openrouter/auto").stdout

    assert told.count("WITHDRAWN 2026-05-15") == 8
    assert "is_free              unknown" in unknown
    assert "price                unknown" in unknown


def test_a_key_from_the_vault_is_checked_asked_with_and_knows_its_limits(run: Run, tmp_path: Path) -> None:
    """No key stands in the settings: the one that is kept is tried by one request about itself, tells its last day, is
    used for turns and for what the account may do; its list is browsed as before. Covers R1.4, R7.3."""
    with UpstreamThread(OpenRouter) as server:
        server.scenes[PAID] = answers(*TEXT)
        options = {"base_url": server.base_url, "models": {PAID: {}}}
        raw = {"providers": {"openrouter": {"type": "openrouter", "options": options}}, "vault": {"keyring": False}}
        (tmp_path / "segue.yaml").write_text(json.dumps(raw))
        assert "segue keys set openrouter" in run("models", "list").stdout
        kept = run("keys", "set", "openrouter", "--json", given=KEY)
        assert (kept.returncode, json.loads(kept.stdout)["state"]) == (0, "valid")
        assert [asked.path.rpartition("/")[2] for asked in server.requests] == ["key"]
        limits = run("models", "limits")
        said = run("ask", "Hello.", "--model", f"openrouter:{PAID}", "--json")
        listed = run("models", "list", "--provider", "openrouter", "--free")
    assert re.search("limit_left_usd +74.5", limits.stdout), limits.stderr
    assert said.returncode == 0, said.stderr
    assert "of 364 models" in listed.stdout
    assert {asked.headers["authorization"] for asked in server.requests} == {f"Bearer {KEY}"}
    assert KEY not in f"{kept}{limits}{said}{listed}".replace(f"input={KEY!r}", "")


def test_who_serves_a_model_is_asked_and_told_by_command(run: Run, tmp_path: Path) -> None:
    """Price, room, retention and uptime of each, by the tags that the routing takes; no key is needed."""
    cheap = {"tag": "deepinfra", "pricing": {"prompt": "0.0000002", "completion": "0.0000008"}, "uptime_last_1d": 99.5}
    with UpstreamThread(OpenRouter) as server:
        server.offers[PAID] = [
            offer(PAID, **cheap, quantization="fp8"),
            offer(PAID, tag="together", context_length=4096),
        ]
        server.zero_retention = [PAID]
        (tmp_path / "segue.yaml").write_text(
            f"providers:\n  openrouter:\n    type: openrouter\n    options: {{base_url: '{server.base_url}'}}\n"
        )
        told = json.loads(run("models", "offers", f"openrouter:{PAID}", "--json").stdout)["offers"]
        shown = run("models", "offers", f"openrouter:{PAID}")
        nobody = run("models", "offers", "openrouter:a/b")
        asked = {one.path for one in server.requests}

    assert [
        (one["tag"], one["keeps_nothing"], one["uptime"], one["weights"], one["context_tokens"]) for one in told
    ] == [
        ("deepinfra", True, 0.995, "fp8", 8192),
        ("together", False, None, None, 4096),
    ]
    assert told[0]["price"]["input_usd_per_mtok"] == "0.2000000"
    assert re.search(r"deepinfra +DeepInfra +\$0.2 / \$0.8 +8,192 +unknown +fp8 +nothing +99.5%", shown.stdout)
    assert (nobody.returncode, nobody.stdout, "a/b" in nobody.stderr) == (1, "", True)
    assert f"/v1/models/{PAID}/endpoints" in asked


def test_list_is_refreshed_and_limits_are_told_by_command(run: Run, tmp_path: Path) -> None:
    """Fetching is a command of its own; what changed and what the key may do is told, and never the key."""
    with UpstreamThread(OpenRouter) as server:
        server.models = [{**recorded_models()[0], "id": "maker/new"}, *server.models[2:]]
        server.key = {**KEY_ANSWER, "free_model_daily_requests": {"limit": 1000, "used": 7, "remaining": 993}}
        (tmp_path / "segue.yaml").write_text(
            "providers:\n  openrouter:\n    type: openrouter\n    key: ${OPENROUTER_API_KEY}\n"
            f"    options: {{base_url: '{server.base_url}', models: {{maker/new: }}}}\n"
        )
        refreshed = json.loads(run("models", "refresh", "--json", OPENROUTER_API_KEY=KEY).stdout)
        limits = run("models", "limits", OPENROUTER_API_KEY=KEY)
        listed = run("models", "list", "--provider", "openrouter", "--free", OPENROUTER_API_KEY=KEY)

    assert (refreshed["new"], len(refreshed["gone"]), refreshed["models"]) == (["openrouter:maker/new"], 2, 363)
    assert re.search("limit_left_usd +74.5", limits.stdout)
    assert "1000 a day" in limits.stdout
    assert "993 left today" in listed.stdout
    assert "fetched, today" in listed.stdout
    assert "sk-or" not in f"{limits}{listed}"


def test_refreshing_without_a_network_says_so_and_keeps_the_list(run: Run, tmp_path: Path) -> None:
    """What failed and what to do, without a traceback; the old list is still there. Covers R3.5."""
    (tmp_path / "segue.yaml").write_text(
        "providers:\n  openrouter: {type: openrouter, options: {base_url: 'http://127.0.0.1:9/v1'}}\n"
    )
    done = run("models", "refresh")

    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert "No connection" in done.stderr or "refused" in done.stderr
    assert "364 of 364 models" in run("models", "list", "--provider", "openrouter").stdout


async def test_turn_is_billed_by_what_the_host_says(segue_home: Path) -> None:
    """The cost of a turn is the host's own figure, and not what the list would make of the tokens. Covers R4.1."""
    async with OpenRouter() as server:
        server.scenes[PAID] = answers("Yes.")
        async with segue.open(settings(server, {PAID: None}), home=segue_home) as models:
            reply = await models.ask("Hello.", model=f"openrouter:{PAID}")

    assert reply.text == "Yes."
    assert str(reply.finished.cost_usd) == "0.000012"
    assert reply.finished.usage is not None
    assert (reply.finished.usage.input_tokens, reply.finished.usage.is_exact) == (11, True)


async def test_what_was_measured_here_can_be_asked_for(segue_home: Path, run: Run) -> None:
    """A model that has answered is found by its wait and its errors; those that nobody asked are not. Covers R3.2."""
    async with OpenRouter() as server:
        server.scenes[PAID] = answers("Yes.")
        async with segue.open(settings(server, {PAID: None}), home=segue_home) as models:
            await models.ask("Hello.", model=f"openrouter:{PAID}")
            await models.broadcast.settled()
            live = await models.catalogue.browse(Wish(max_first_token_s=30, max_error_rate=0))
    listed = await asyncio.to_thread(run, "models", "list", "--provider", "openrouter", "--max-first-token", "30")
    quick = await asyncio.to_thread(run, "models", "list", "--provider", "openrouter", "--sort", "first_token")

    assert [model.ref.name for model in live.models] == [PAID]
    assert "1 of 364 models" in listed.stdout
    assert f"openrouter:{PAID} " in listed.stdout
    assert quick.stdout.splitlines()[1].startswith(f"openrouter:{PAID} ")
    assert " s / " in quick.stdout.splitlines()[1]


@pytest.mark.parametrize(
    ("fields", "sent"),
    [
        ({"privacy": "any", "task": "general_chat"}, "allow"),
        ({"privacy": "no_training", "task": "general_chat"}, "deny"),
        ({"task": "therapeutic_response"}, "deny"),
    ],
)
async def test_rule_of_the_turn_reaches_the_host(segue_home: Path, fields: dict[str, Any], sent: str) -> None:
    """Where the settings allow training, a turn whose rule does not is sent with `deny`."""
    async with OpenRouter() as server:
        made = settings(server, {"maker/name": None}, routing={"data_collection": "allow"})
        async with segue.open(made, home=segue_home) as models:
            reply = await models.ask("Hello.", model="openrouter:maker/name", **fields)
        asked = server.asked("/chat/completions")[0].body

    assert reply.text.startswith(TEXT)
    assert asked["provider"] == {"data_collection": sent}


async def test_what_must_stay_here_never_goes_there(segue_home: Path) -> None:
    """A turn for this machine alone is refused by name, and the host hears nothing."""
    async with OpenRouter() as server:
        async with segue.open(settings(server, {"maker/name": None}), home=segue_home) as models:
            with pytest.raises(NoModelFits, match="local_only"):
                await models.ask("Hello.", model="openrouter:maker/name", privacy="local_only", strict=True)
        assert server.requests == []


async def test_stand_ins_obey_the_turn(segue_home: Path) -> None:
    """Who may not answer a turn does not answer it by way of the host either."""
    allowed = [{"model": "openrouter:maker/name", "decided_by": "Dr. Who", "decided_at": "2026-01-01"}]
    async with OpenRouter() as server:
        raw = {"base_url": server.base_url, "models": {"maker/name": {"stand_ins": ["other/one"]}}}
        made = settings_with(
            {"openrouter": {"type": "openrouter", "key": KEY, "options": raw}},
            safety={"allowed_for_therapeutic": allowed},
        )
        async with segue.open(made, home=segue_home) as models:
            await models.ask("Hello.", model="openrouter:maker/name", task="general_chat")
            await models.ask("Hello.", model="openrouter:maker/name", task="therapeutic_response")
            await models.ask("Hello.", model="openrouter:maker/name", task="general_chat", strict=True)
        sent = [request.body.get("models") for request in server.asked("/chat/completions")]

    assert sent == [["maker/name", "other/one"], None, None]


@pytest.mark.parametrize(
    ("limit_usd", "sent"),
    [
        (None, ["maker/name", "dear/one", "unknown/one"]),
        ("0.2", ["maker/name", "dear/one"]),
        ("0.05", None),
    ],
)
async def test_a_budget_pays_for_the_dearest_stand_in(segue_home: Path, limit_usd: str | None, sent: object) -> None:
    """On a hard budget as much is held as the dearest of them may cost: a tenth of a dollar here. Who is too dear for
    what is left, or of whose price nobody knows, does not stand in, and the model itself is asked all the same."""
    cheap, dear = ({"input_usd_per_mtok": 1, "output_usd_per_mtok": usd} for usd in (1, 1000))
    names = {"maker/name": {"price": cheap, "stand_ins": ["dear/one", "unknown/one"]}, "dear/one": {"price": dear}}
    budgets = [] if limit_usd is None else [{"scope": "global", "limit_usd": limit_usd}]
    async with OpenRouter() as server:
        raw = {"base_url": server.base_url, "models": names}
        made = settings_with({"openrouter": {"type": "openrouter", "key": KEY, "options": raw}}, budgets=budgets)
        async with segue.open(made, home=segue_home) as models:
            reply = await models.ask("Hello.", model="openrouter:maker/name", task="general_chat", max_tokens=100)
        (asked,) = server.asked("/chat/completions")

    assert reply.text.startswith(TEXT)
    assert asked.body.get("models") == sent


async def test_quota_that_is_used_up_sends_turns_elsewhere_and_rests_nobody(segue_home: Path) -> None:
    """An ordinary turn goes to the next model when the rest is kept, and a therapeutic one is still answered there."""
    async with OpenRouter() as server:
        server.scenes[FREE] = answers("Free.")
        made = settings(server, {FREE: None}, free_requests_a_day=2, free_reserve=0.5)
        async with segue.open(made, home=segue_home) as models:
            replies = [
                (await models.ask("Hello.", model=f"openrouter:{FREE}", task=task)).finished.model
                for task in ("general_chat", "general_chat", "therapeutic_response", "therapeutic_response")
            ]
            resting = models.breakers.resting()

    assert [str(model) for model in replies] == [
        f"openrouter:{FREE}", "stage:last", f"openrouter:{FREE}", "stage:last"
    ]  # fmt: skip
    assert not resting


async def test_gateways_with_one_cache_share_the_quota(tmp_path: Path, own_redis: RedisServer) -> None:
    """What one gateway has asked is gone for the other, though they share no files."""
    async with OpenRouter() as server:
        server.scenes[FREE] = answers("Free.")
        made = settings(server, {FREE: None}, free_requests_a_day=1, free_reserve=0)
        shared = made.model_copy(update={"cache": CacheSettings(url=SecretStr(own_redis.url()), deadline_s=5.0)})
        replies = []
        for name in ("one", "two"):
            async with segue.open(shared, home=tmp_path / name) as models:
                replies.append((await models.ask("Hello.", model=f"openrouter:{FREE}")).finished.model)

    assert [str(model) for model in replies] == [f"openrouter:{FREE}", "stage:last"]


async def test_withdrawn_model_is_left_out_and_the_next_one_answers(segue_home: Path) -> None:
    """A model of which the host said that it is gone is not asked again. Covers R6.4."""
    async with OpenRouter() as server:
        server.scenes["maker/name"] = refuses(404, metadata={"availability": {"reason": "model_deprecated"}})
        async with segue.open(settings(server, {"maker/name": None}), home=segue_home) as models:
            for _ in range(2):
                assert (await models.ask("Hello.", model="openrouter:maker/name")).text == "Written."
            browsed = await models.catalogue.browse(Wish(), provider="openrouter")
        assert len(server.asked("/chat/completions")) == 1

    assert browsed.cards["maker/name"].status == "withdrawn"


async def test_library_looks_through_the_list(segue_home: Path) -> None:
    """The same list, conditions and order for programs, whether the host is configured or not. Covers R1.1, R3.2."""
    async with segue.open(Settings(), home=segue_home) as models:
        browsed = await models.catalogue.browse(Wish(is_free=True, context_tokens=200_000), sort="-context")
        with pytest.raises(RequestError, match="has no list"):
            await models.catalogue.browse(provider="scripted")

    assert browsed.listing.source is ListSource.SHIPPED
    assert [model.context_tokens for model in browsed.models][:2] == [1_048_756, 1_048_576]
    assert browsed.instead_of(browsed.models[1]).paid is browsed.listing.find("deepseek/deepseek-v4-flash")
    assert browsed.instead_of(browsed.models[2]).paid is None  # nobody else makes music


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway for which OpenRouter is not configured."""
    with serving(settings_with(scripted(plain={"text": "Hi."})), home=tmp_path_factory.mktemp("home")) as running:
        yield running


def test_gateway_serves_the_list(gateway: RunningGateway) -> None:
    """Conditions, order and the list's age over HTTP; the limits of the account for operators. Covers R1.1, R3.2."""
    told: Any = gateway.ask("/v1/catalogue?free=true&context=200000&sort=-context,name&limit=3").json

    assert (told["list"]["source"], told["list"]["as_of"]) == ("shipped", "2026-05-12T00:00:00+00:00")
    assert (len(told["models"]), told["found"] > 3) == (3, True)
    assert told["free_quota"]["a_day"] == 50
    assert [entry["model"] for entry in told["models"]] == [
        "openrouter:openrouter/owl-alpha",
        "openrouter:deepseek/deepseek-v4-flash:free",
        "openrouter:google/lyria-3-clip-preview",
    ]
    assert told["models"][1]["free"]["nearest_paid"]["model"] == "openrouter:deepseek/deepseek-v4-flash"


def test_callers_see_the_list_and_not_the_account(gateway: RunningGateway) -> None:
    """What is left of the operator's quota is nobody else's business."""
    headers = {"authorization": f"Bearer {gateway.make_caller('app', CallerRole.CALLER)}"}
    until(lambda: gateway.ask("/v1/models", headers=headers).status == 200)
    told: Any = gateway.ask("/v1/catalogue?free=true", headers=headers).json

    assert told["free_quota"] is None
    assert "left today" not in json.dumps(told)


@pytest.mark.parametrize(
    ("query", "param"),
    [
        ("free=yes", "free"), ("max_price=-1", "max_price"), ("max_price=NaN", "max_price"), ("context=0", "context"),
        ("data_policy=nice", "data_policy"), ("expiring_within=1.5", "expiring_within"), ("max_errors=2", "max_errors"),
        ("min_speed=inf", "min_speed"), ("sort=prize", "sort"), ("provider=stage", "provider"), ("limit=0", "limit"),
        ("modality=smell", "modality"), ("writes=image,poems", "writes"), ("parameter=tool", "parameter"),
        ("maker=mistral", "maker"), ("cheap=1", "cheap"), ("free=true&free=true", "free"),
    ],
)  # fmt: skip
def test_wrong_conditions_are_refused_with_their_name(gateway: RunningGateway, query: str, param: str) -> None:
    """A condition that cannot be read is never passed over."""
    heard = gateway.ask(f"/v1/catalogue?{query}")

    assert (heard.status, heard.error.param) == (422, param)

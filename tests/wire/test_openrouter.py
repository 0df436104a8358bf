"""OpenRouter over real HTTP: what is asked, what comes back, what it costs, and what its refusals mean."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from segue.domain.chat import Bounds, ChatRequest, Finished, Message, ProviderPiece, ResponseFormat, Role, Tool, Usage
from segue.domain.listing import ListSource
from segue.domain.models import Capability, DataPolicy, ModelRef, ModelStatus, Privacy
from segue.errors import (
    BadAnswer,
    ContentRefused,
    KeyRejected,
    ModelGone,
    OutOfCredit,
    OutOfQuota,
    Overloaded,
    PromptTooLong,
    ProviderError,
    ProviderFault,
    RateLimited,
    RequestRefused,
    Silent,
    Unreachable,
    Unsupported,
)
from segue.providers.openai_error_types import KINDS
from segue.providers.openrouter.adapter import OpenRouterAdapter, OpenRouterOptions
from tests.conformance.provider_harness import context
from tests.support.openrouter import (
    KEY,
    KEY_ANSWER,
    TEXT,
    USAGE,
    WORDS,
    OpenRouter,
    answers,
    breaks_off,
    checked,
    error_schemas,
    recorded_models,
    refuses,
)
from tests.support.scenes import Scene

NOW = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
OPEN = Bounds(Privacy.ANY, is_therapeutic=False, may_stand_in=None)
REQUEST = ChatRequest((Message(Role.USER, "Begin."),), bounds=OPEN)
PLAIN = replace(REQUEST, stream=False)
PAID = "deepseek/deepseek-v4-flash"
FREE = "qwen/qwen3-coder:free"


@pytest_asyncio.fixture
async def server() -> AsyncIterator[OpenRouter]:
    async with OpenRouter() as running:
        yield running


@asynccontextmanager
async def adapter(
    server: OpenRouter, home: Path, *, key: str | None = KEY, now: datetime = NOW, **options: object
) -> AsyncIterator[OpenRouterAdapter]:
    raw = {"base_url": server.base_url, "models": {name: {} for name in ("maker/name", PAID, FREE)}, **options}
    made = OpenRouterAdapter(OpenRouterOptions.model_validate(raw), context(home, key=key), now=lambda: now)
    async with made:
        yield made


async def ask(
    provider: OpenRouterAdapter, model: str = "maker/name", request: ChatRequest = REQUEST
) -> list[ProviderPiece]:
    async with provider.answer(request, model) as pieces:
        return [piece async for piece in pieces]


async def asked_with(server: OpenRouter, home: Path, request: ChatRequest, **options: Any) -> dict[str, Any]:
    """The body that OpenRouter gets."""
    async with adapter(server, home, **options) as provider:
        await ask(provider, request=request)
    return server.asked("/chat/completions")[-1].body


async def refused_by(server: OpenRouter, home: Path, scene: Scene, request: ChatRequest = REQUEST) -> ProviderError:
    """The error that a refusal becomes."""
    server.scenes["maker/name"] = scene
    async with adapter(server, home) as provider:
        with pytest.raises(ProviderError) as caught:
            await ask(provider, request=request)
    assert "planted" not in f"{caught.value!r}{caught.value}"
    return caught.value


@pytest.mark.parametrize("request_", [REQUEST, PLAIN], ids=["streamed", "plain"])
async def test_bill_is_what_the_last_chunk_says(server: OpenRouter, segue_home: Path, request_: ChatRequest) -> None:
    """Tokens and money are the host's own figures, to the last digit. Covers R4.1."""
    async with adapter(server, segue_home) as provider:
        pieces = await ask(provider, request=request_)

    assert "".join(getattr(piece, "text", "") for piece in pieces) == TEXT
    assert pieces[-1] == Finished("stop", Usage(11, 9, 4, 2, billed_usd=Decimal("0.00001234567")))


@pytest.mark.parametrize(
    ("usage", "billed_usd"),
    [
        ({"cost": 0}, Decimal(0)),
        ({"cost": None}, None),
        ({"cost": 1e-7, "is_byok": True, "cost_details": None}, Decimal("1E-7")),
        (
            {
                "cost": 0.01,
                "is_byok": True,
                "cost_details": {
                    "upstream_inference_cost": 0.2,
                    "upstream_inference_prompt_cost": 0.1,
                    "upstream_inference_completions_cost": 0.1,
                },
            },
            Decimal("0.21"),
        ),
        ({"cost": -1}, None),
    ],
)
async def test_bill_with_a_key_of_ones_own_counts_both(
    server: OpenRouter, segue_home: Path, usage: dict[str, object], billed_usd: Decimal | None
) -> None:
    """What the host charges and what the provider behind it charges are one cost; what is no money is unknown."""
    server.scenes["maker/name"] = answers("Yes.", usage={**USAGE, **usage})
    async with adapter(server, segue_home) as provider:
        last = (await ask(provider))[-1]

    assert isinstance(last, Finished)
    assert last.usage is not None
    assert last.usage.billed_usd == billed_usd


async def test_comments_are_no_word(server: OpenRouter, segue_home: Path) -> None:
    """A host that only says that it is processing has said nothing. Covers R5.1."""
    server.scenes["maker/name"] = replace(answers(*WORDS, comments=3), gap_s=0.02)
    server.scenes[PAID] = Scene((b": OPENROUTER PROCESSING\n\n",) * 3, end="hang")
    async with adapter(server, segue_home) as provider:
        pieces = await ask(provider)
        async with provider.answer(REQUEST, PAID) as silent:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.1):
                    await anext(silent)

    assert getattr(pieces[0], "text", None) == WORDS[0]


@pytest.mark.parametrize("status", sorted(error_schemas()))
async def test_every_refusal_of_the_description_is_understood(
    server: OpenRouter, segue_home: Path, status: str
) -> None:
    """Each status that OpenRouter documents has one meaning, with or without more words."""
    kinds: dict[str, type[ProviderError]] = {
        "400": RequestRefused, "401": KeyRejected, "402": OutOfCredit, "403": KeyRejected, "404": ModelGone,
        "408": Silent, "413": PromptTooLong, "422": RequestRefused, "429": RateLimited, "500": ProviderFault,
        "502": ProviderFault, "503": Overloaded, "524": Silent, "529": Overloaded,
    }  # fmt: skip

    assert type(await refused_by(server, segue_home, refuses(int(status)))) is kinds[status]


@pytest.mark.parametrize("word", sorted(KINDS))
async def test_error_type_says_more_than_the_status(server: OpenRouter, segue_home: Path, word: str) -> None:
    """The host's own word counts, whatever status the provider behind it chose."""
    error = await refused_by(server, segue_home, refuses(400, metadata={"error_type": word}))

    assert type(error) is KINDS[word]
    assert error.status == 400


@pytest.mark.parametrize("word", sorted(KINDS))
@pytest.mark.parametrize("code", [200, 502])
async def test_error_inside_a_good_status_is_the_same_error(
    server: OpenRouter, segue_home: Path, word: str, code: int
) -> None:
    """An error that comes within a stream is heard, and what was said before it is shown."""
    server.scenes["maker/name"] = breaks_off(word, *WORDS[:2], code=code)
    said: list[ProviderPiece] = []

    async def read() -> None:
        async with adapter(server, segue_home) as provider, provider.answer(REQUEST, "maker/name") as pieces:
            async for piece in pieces:
                said.append(piece)  # noqa: PERF401 - what came before the error counts

    with pytest.raises(ProviderError) as caught:
        await read()

    assert type(caught.value) is KINDS[word]
    assert "".join(getattr(piece, "text", "") for piece in said) == "".join(WORDS[:2])


def test_every_word_of_the_description_is_known() -> None:
    """No `error_type` that OpenRouter documents is left to the status but the one that says nothing."""
    for word in (*KINDS, "unmapped"):
        checked("ApiErrorType", word)
    extract = json.loads((Path(__file__).parents[1] / "support" / "openrouter_schema.json").read_text())
    assert set(extract["$defs"]["ApiErrorType"]["enum"]) == {*KINDS, "unmapped"}


@pytest.mark.parametrize(
    ("status", "metadata", "message", "kind"),
    [
        (404, {"availability": {"retryable": True}}, "", Overloaded),
        (404, {"error_type": "not_found", "availability": {"retryable": True}}, "", Overloaded),
        (404, {"error_type": "not_found", "availability": {"retryable": False}}, "", ModelGone),
        (503, {"availability": {"retryable": False}}, "", ModelGone),
        (503, {"error_type": "provider_unavailable", "availability": {"retryable": False}}, "", ModelGone),
        (503, {"error_type": "provider_unavailable", "availability": {"retryable": True}}, "", ProviderFault),
        (429, {"error_type": "rate_limit_exceeded", "availability": {"retryable": True}}, "", RateLimited),
        (400, {"error_type": "invalid_request", "availability": {"retryable": True}}, "", RequestRefused),
        (404, {"availability": {"reason": "model_deprecated"}}, "", ModelGone),
        (404, None, "No endpoints found matching your data policy (free model training).", Unsupported),
        (404, None, "No endpoints found that support tool use.", Unsupported),
        (404, None, "No endpoints found for maker/name.", ModelGone),
        (403, {"reasons": ["violence"], "error_type": "content_policy_violation"}, "", ContentRefused),
        (400, {"error_type": "unmapped"}, "", RequestRefused),
        (400, {"error_type": ["no", "word"], "availability": "soon"}, "", RequestRefused),
    ],
)
async def test_what_passes_is_told_from_what_does_not(
    server: OpenRouter,
    segue_home: Path,
    status: int,
    metadata: dict[str, object] | None,
    message: str,
    kind: type[ProviderError],
) -> None:
    """`availability.retryable` says whether a model comes back; who must not be asked under the rules is not gone."""
    assert type(await refused_by(server, segue_home, refuses(status, message, metadata))) is kind


@pytest.mark.parametrize(
    ("scene", "wait_s"),
    [
        (refuses(429, Retry_After="7"), 7),
        (refuses(429, metadata={"retry_after_seconds": 17, "headers": {"Retry-After": "18"}}), 18),
        (refuses(429, metadata={"retry_after_seconds": 17}), 17),
        (refuses(429, X_RateLimit_Reset="soon"), None),
        (refuses(429, X_RateLimit_Reset="60"), None),
    ],
)
async def test_how_long_to_wait_is_heard_wherever_it_stands(
    server: OpenRouter, segue_home: Path, scene: Scene, wait_s: float | None
) -> None:
    """The head says it, or the body, where a provider behind the host said it."""
    assert (await refused_by(server, segue_home, scene)).retry_after_s == wait_s


async def test_moment_at_which_a_limit_ends_is_a_wait(server: OpenRouter, segue_home: Path) -> None:
    """OpenRouter's own limits name the moment in milliseconds."""
    in_a_minute = (datetime.now(UTC) + timedelta(seconds=60)).timestamp() * 1000
    error = await refused_by(server, segue_home, refuses(429, X_RateLimit_Reset=f"{in_a_minute:.0f}"))

    assert error.retry_after_s is not None
    assert 50 < error.retry_after_s <= 60


async def test_model_that_is_gone_for_good_is_withdrawn_from_then_on(server: OpenRouter, segue_home: Path) -> None:
    """`model_deprecated` reaches the catalogue: who looks and who chooses sees it at once. Covers R6.4."""
    server.scenes[PAID] = refuses(404, metadata={"availability": {"reason": "model_deprecated", "retryable": False}})
    async with adapter(server, segue_home) as provider:
        before = provider.cards()
        with pytest.raises(ModelGone, match="withdrawn it for good"):
            await ask(provider, PAID)

        assert provider.status(PAID) is ModelStatus.WITHDRAWN
        assert provider.cards() is not before
        found = provider.listing().find(PAID)
        assert found is not None
        assert found.is_gone


async def test_model_that_is_not_found_once_is_not_withdrawn(server: OpenRouter, segue_home: Path) -> None:
    """Not every 404 is the end of a model."""
    server.scenes[PAID] = refuses(404)
    async with adapter(server, segue_home) as provider:
        with pytest.raises(ModelGone):
            await ask(provider, PAID)
        assert provider.status(PAID) is ModelStatus.READY


@pytest.mark.parametrize(
    ("rule", "setting", "sent"),
    [
        (Privacy.ANY, "allow", "allow"),
        (Privacy.ANY, "deny", "deny"),
        (Privacy.NO_TRAINING, "allow", "deny"),
        (Privacy.NO_TRAINING, "deny", "deny"),
        (Privacy.LOCAL_ONLY, "allow", "deny"),
    ],
)
@pytest.mark.parametrize("zero", [True, False])
async def test_privacy_rule_wins_over_the_setting(
    server: OpenRouter, segue_home: Path, rule: Privacy, setting: str, sent: str, zero: bool
) -> None:
    """Nobody who trains is asked on a turn whose rule forbids it, whatever the settings allow."""
    request = replace(REQUEST, bounds=replace(OPEN, privacy=rule))
    routing = {"data_collection": setting, "zero_retention": zero}
    body = await asked_with(server, segue_home, request, routing=routing)

    assert body["provider"] == {"data_collection": sent, **({"zdr": True} if zero else {})}


async def test_request_that_nobody_settled_anything_for_is_sent_with_the_narrow_rule(
    server: OpenRouter, segue_home: Path
) -> None:
    """Who asks a provider past the pipeline, as a judge does, allows nothing that he did not think of."""
    request = ChatRequest((Message(Role.USER, "Begin."),))
    routing = {"data_collection": "allow"}
    body = await asked_with(
        server, segue_home, request, routing=routing, models={"maker/name": {"stand_ins": ["other/one"]}}
    )

    assert (body["provider"], body.get("models")) == ({"data_collection": "deny"}, None)


async def test_caller_cannot_undo_the_routing(server: OpenRouter, segue_home: Path) -> None:
    """`provider`, `models` and `session_id` in a caller's request do not get through."""
    extra = {"provider": {"data_collection": "allow"}, "models": ["evil/one"], "session_id": "me", "top_k": 3}
    body = await asked_with(server, segue_home, replace(REQUEST, extra=extra))

    assert body["provider"] == {"data_collection": "deny"}
    assert "models" not in body
    assert "session_id" not in body
    assert body["top_k"] == 3


async def test_routing_goes_along_as_it_is_configured(server: OpenRouter, segue_home: Path) -> None:
    """Every field of the settings is one that OpenRouter knows, money in its own words."""
    routing = {
        "order": ["anthropic", "deepinfra/turbo"], "only": ["anthropic"], "ignore": ["novita"],
        "allow_fallbacks": False, "require_parameters": False, "sort": "price", "quantizations": ["fp8"],
        "max_price": {"prompt": "0.50", "completion": 2, "request": "0", "image": "0.01"},
        "preferred_max_latency_s": 2.5, "preferred_min_tokens_per_s": 20,
    }  # fmt: skip
    body = await asked_with(server, segue_home, REQUEST, routing=routing)

    assert body["provider"] == {
        "data_collection": "deny", "order": ["anthropic", "deepinfra/turbo"], "only": ["anthropic"],
        "ignore": ["novita"], "allow_fallbacks": False, "require_parameters": False, "sort": "price",
        "quantizations": ["fp8"], "max_price": {"prompt": "0.5", "completion": "2", "request": "0", "image": "0.01"},
        "preferred_max_latency": 2.5, "preferred_min_throughput": 20.0,
    }  # fmt: skip


@pytest.mark.parametrize(
    "request_",
    [replace(REQUEST, tools=(Tool("look"),)), replace(REQUEST, response_format=ResponseFormat("json_object"))],
    ids=["tools", "form"],
)
async def test_who_would_leave_tools_out_is_not_asked(
    server: OpenRouter, segue_home: Path, request_: ChatRequest
) -> None:
    """A provider behind the host that does not take tools would answer as if there were none."""
    body = await asked_with(server, segue_home, request_)

    assert body["provider"] == {"data_collection": "deny", "require_parameters": True}


@pytest.mark.parametrize(
    ("may_stand_in", "sent"),
    [
        (None, ["maker/name", "a/a", "b/b"]),
        (frozenset({ModelRef("subject", "b/b")}), ["maker/name", "b/b"]),
        (frozenset({ModelRef("elsewhere", "b/b")}), None),
        (frozenset[ModelRef](), None),
    ],
)
async def test_only_models_that_may_answer_the_turn_stand_in(
    server: OpenRouter, segue_home: Path, may_stand_in: frozenset[ModelRef] | None, sent: list[str] | None
) -> None:
    """`models` names those of the configured stand-ins that the turn's rules let answer."""
    models = {"maker/name": {"stand_ins": ["a/a", "b/b"]}}
    request = replace(REQUEST, bounds=replace(OPEN, may_stand_in=may_stand_in))

    assert (await asked_with(server, segue_home, request, models=models)).get("models") == sent


async def test_session_is_named_only_on_wish_and_by_a_name_of_its_own(server: OpenRouter, segue_home: Path) -> None:
    """A session keeps its provider's cache without its own hash leaving the machine."""
    request = replace(REQUEST, session="a" * 64)
    unasked = await asked_with(server, segue_home, request)
    names = [(await asked_with(server, segue_home, request, sticky_sessions=True))["session_id"] for _ in "ab"]

    assert "session_id" not in unasked
    assert names[0] == names[1]
    assert len(names[0]) == 32
    assert "a" * 16 not in names[0]


async def test_cards_are_made_of_the_list_and_the_settings(server: OpenRouter, segue_home: Path) -> None:
    """What is configured wins; the rest is what the list says, and what neither says is unknown. Covers R1.1, R3.1."""
    models = {PAID: {"context_tokens": 8192, "label": "ours"}, FREE: None, "new/one": None}
    async with adapter(server, segue_home, models=models) as provider:
        paid, free, new = provider.cards()

    assert (paid.context_tokens, paid.label, paid.max_output_tokens) == (8192, "ours", 131_072)
    assert paid.price is not None
    assert paid.price.source == "OpenRouter's list"
    assert Capability.TOOLS in paid.capabilities
    assert (free.is_free, free.data_policy, free.keeps_rule_on_request) == (True, DataPolicy.NO_TRAINING, True)
    assert "50 a day" in (free.label or "")
    assert (new.price, new.context_tokens, new.status) == (None, None, ModelStatus.READY)


async def test_canonical_name_is_the_model_itself_and_not_its_free_variant(
    server: OpenRouter, segue_home: Path
) -> None:
    """A name that stays is known as well, and never taken for free because a variant of it is."""
    canonical = next(entry["canonical_slug"] for entry in recorded_models() if entry["id"] == PAID)
    async with adapter(server, segue_home, models={canonical: None}) as provider:
        (card,) = provider.cards()

    assert card.ref.name == canonical != PAID
    assert (card.is_free, card.context_tokens) == (False, 1_048_576)


async def test_every_model_of_the_list_can_be_asked_by_name_where_that_is_wished(
    server: OpenRouter, segue_home: Path
) -> None:
    """`all_models` offers all that write text, none of them to `auto`; those past their day are withdrawn."""
    async with adapter(server, segue_home, all_models=True, now=datetime(2026, 5, 16, tzinfo=UTC)) as provider:
        cards = provider.cards()

    assert len(cards) == 1 + sum("text" in entry["architecture"]["output_modalities"] for entry in recorded_models())
    assert {card.ref.name for card in cards if card.in_auto} == {"maker/name", PAID, FREE}
    withdrawn = {entry["id"] for entry in recorded_models() if entry["expiration_date"] == "2026-05-15"}
    assert {card.ref.name for card in cards if card.status is ModelStatus.WITHDRAWN} == withdrawn


async def test_without_a_key_it_says_how_to_get_one(server: OpenRouter, segue_home: Path) -> None:
    """What is missing is told with the variable, and the list is there all the same. Covers R1.1."""
    async with adapter(server, segue_home, key=None) as provider:
        assert not provider.health().is_usable
        assert "OPENROUTER_API_KEY" in provider.health().detail
        assert {card.status for card in provider.cards()} == {ModelStatus.MISSING}
        assert len(provider.listing().models) == 364


async def test_nothing_is_fetched_unasked(server: OpenRouter, segue_home: Path) -> None:
    """Opening, listing, choosing and asking a model fetch no list and no limits. Covers R3.5."""
    async with adapter(server, segue_home) as provider:
        provider.cards(), provider.listing(), provider.free_quota()
        await ask(provider)

    assert [request.path for request in server.requests] == ["/v1/chat/completions"]


async def test_list_of_today_is_kept_and_found_again_without_the_host(server: OpenRouter, segue_home: Path) -> None:
    """A fetched list takes the place of the shipped one, also for the next process. Covers R3.5, R6.1."""
    server.models = server.models[5:]
    server.models[0]["pricing"] = {"prompt": "0.5", "completion": "0.25"}
    server.zero_retention = [server.models[0]["canonical_slug"]]
    async with adapter(server, segue_home, now=NOW) as provider:
        fetched = await provider.refresh()
        assert provider.listing() is fetched
    async with adapter(server, segue_home, now=NOW + timedelta(days=3)) as later:
        kept = later.listing()

    assert (kept.source, kept.as_of, len(kept.models)) == (ListSource.KEPT, NOW, 359)
    assert kept.models == fetched.models
    assert kept.models[0].price is not None
    assert (kept.models[0].price.input_usd_per_mtok, kept.models[0].price.as_of) == (Decimal(500_000), NOW.date())
    assert [model.keeps_nothing for model in kept.models[:2]] == [True, False]


async def test_running_process_finds_the_list_that_another_one_fetched(server: OpenRouter, segue_home: Path) -> None:
    """`segue models refresh` reaches a gateway that runs."""
    async with adapter(server, segue_home) as running, adapter(server, segue_home) as other:
        before = running.listing()
        server.models = server.models[:9]
        await other.refresh()
        await running._lists.look()

        assert (len(before.models), len(running.listing().models)) == (364, 9)


async def test_who_keeps_nothing_is_unknown_where_that_is_not_told(server: OpenRouter, segue_home: Path) -> None:
    """The list is good without it, and nothing is claimed."""
    server.zero_retention = None
    async with adapter(server, segue_home) as provider:
        assert {model.keeps_nothing for model in (await provider.refresh()).models} == {None}


@pytest.mark.parametrize(
    ("scene", "error"),
    [
        (refuses(500), ProviderFault),
        (refuses(429, Retry_After="9"), RateLimited),
        (Scene((b"<html>",), content_type="text/html"), BadAnswer),
        (Scene((b'{"data": []}',), content_type="application/json"), BadAnswer),
        (Scene((b'{"data": [{"name": "no id"}]}',), content_type="application/json"), BadAnswer),
        (Scene((b'{"data": [{"id"',), content_type="application/json"), BadAnswer),
    ],
)
async def test_bad_list_never_takes_a_good_one_s_place(
    server: OpenRouter, segue_home: Path, scene: Scene, error: type[ProviderError]
) -> None:
    """Whatever the host sends, the last good list stays and is served with its age. Covers R3.5."""
    async with adapter(server, segue_home) as provider:
        good = await provider.refresh()
        server.list_scene = scene
        with pytest.raises(error):
            await provider.refresh()
        assert provider.listing() is good
    async with adapter(server, segue_home) as later:
        assert later.listing().models == good.models


async def test_host_out_of_reach_leaves_the_list_as_it_is(segue_home: Path) -> None:
    """Without a network there is the recorded list, and refreshing says what is wrong. Covers R3.5."""
    raw = {"base_url": "http://127.0.0.1:9/api/v1"}
    async with OpenRouterAdapter(OpenRouterOptions.model_validate(raw), context(segue_home)) as provider:
        with pytest.raises(Unreachable):
            await provider.refresh()
        listing = provider.listing()

    assert (listing.source, listing.as_of.date()) == (ListSource.SHIPPED, date(2026, 5, 12))


async def test_spoilt_file_is_not_believed(server: OpenRouter, segue_home: Path) -> None:
    """Half a file, as after a crash of the disk, leads back to the shipped list."""
    async with adapter(server, segue_home) as provider:
        await provider.refresh()
        path = segue_home / "openrouter" / "models.json"
        path.write_bytes(path.read_bytes()[:1000])
    async with adapter(server, segue_home) as later:
        assert later.listing().source is ListSource.SHIPPED


async def test_list_is_fetched_by_itself_where_that_is_wished(server: OpenRouter, segue_home: Path) -> None:
    """`refresh_h` keeps the list young, and opening does not wait for it. Covers R3.5."""
    async with adapter(server, segue_home, refresh_h=6) as provider:
        assert server.asked("/models") == []
        async with asyncio.timeout(5):
            while provider.listing().source is ListSource.SHIPPED:
                await asyncio.sleep(0.01)

    assert len(server.asked("/models")) == 1


async def test_limits_of_the_key_are_told_without_the_key(server: OpenRouter, segue_home: Path) -> None:
    """What the key may spend, and what free models it may ask, in the host's own figures. Covers R3.3."""
    async with adapter(server, segue_home) as provider:
        limits = await provider.limits()

    assert (limits.limit_usd, limits.limit_left_usd, limits.limit_resets) == (Decimal(100), Decimal("74.5"), "monthly")
    assert (limits.used_usd, limits.used_today_usd, limits.bought_usd) == (Decimal("25.5"), Decimal("0.25"), None)
    assert (limits.is_free_tier, limits.read_at) == (False, NOW)
    kept = b"".join(path.read_bytes() for path in (segue_home / "openrouter").iterdir())
    assert b"sk-or" not in kept
    assert "sk-or" not in repr(limits)
    assert {request.headers["authorization"] for request in server.requests} == {f"Bearer {KEY}"}


@pytest.mark.parametrize(
    ("told", "credit", "a_day", "used"),
    [
        ({}, None, 50, 0),
        ({}, {"total_credits": 9.99, "total_usage": 0.0}, 50, 0),
        ({}, {"total_credits": 10.0, "total_usage": 10.0}, 1000, 0),
        ({"free_model_daily_requests": {"limit": 1000, "used": 12, "remaining": 988}}, None, 1000, 12),
        ({"free_model_daily_requests": "many"}, None, 50, 0),
    ],
)
async def test_free_requests_a_day_follow_what_the_host_says(
    server: OpenRouter,
    segue_home: Path,
    told: dict[str, object],
    credit: dict[str, float] | None,
    a_day: int,
    used: int,
) -> None:
    """50 or 1,000 a day, by the credit ever bought or by the host's own figure; the lower one until it is known."""
    server.key, server.credits = {**KEY_ANSWER, **told}, credit
    async with adapter(server, segue_home) as provider:
        await provider.limits()
        quota = provider.free_quota()
    async with adapter(server, segue_home) as later:
        assert later.free_quota() == quota

    assert (quota.a_minute, quota.a_day, quota.used_today) == (20, a_day, used)


async def test_running_process_finds_the_limits_that_another_one_asked_for(
    server: OpenRouter, segue_home: Path
) -> None:
    """`segue models limits` reaches a gateway that runs."""
    server.credits = {"total_credits": 20.0, "total_usage": 0.0}
    async with adapter(server, segue_home) as running, adapter(server, segue_home) as other:
        before = running.free_quota().a_day
        await other.limits()
        await running._look_at_limits()

        assert (before, running.free_quota().a_day) == (50, 1000)
        assert "1000 a day" in (running.cards()[2].label or "")


async def test_refused_key_says_what_to_do(server: OpenRouter, segue_home: Path) -> None:
    """Asking for limits without a good key names the variable and nothing of the key."""
    async with adapter(server, segue_home, key=None) as provider:
        with pytest.raises(KeyRejected, match="OPENROUTER_API_KEY"):
            await provider.limits()


async def test_free_requests_are_counted_and_the_last_ones_kept(server: OpenRouter, segue_home: Path) -> None:
    """Ordinary turns leave a fifth, therapeutic ones are answered to the last; nobody asks beyond. Covers R3.3."""
    server.scenes[FREE] = answers("Yes.")
    therapeutic = replace(REQUEST, bounds=replace(OPEN, is_therapeutic=True))
    async with adapter(server, segue_home, free_requests_a_day=10) as provider:
        for _ in range(9):
            await ask(provider, FREE)
        with pytest.raises(OutOfQuota, match="kept for therapeutic turns"):
            await ask(provider, FREE)
        await ask(provider, FREE, therapeutic)
        with pytest.raises(OutOfQuota, match="All 10") as caught:
            await ask(provider, FREE, therapeutic)
        await ask(provider)

    assert caught.value.retry_after_s == 12 * 3600
    assert len([request for request in server.asked("/chat/completions") if request.body["model"] == FREE]) == 10
    assert provider.free_quota().used_today == 10


async def test_count_outlives_the_process(server: OpenRouter, segue_home: Path) -> None:
    """A restart makes no request free again, and neither does a file that somebody spoilt meanwhile."""
    server.scenes[FREE] = answers("Yes.")
    async with adapter(server, segue_home, free_requests_a_day=2, free_reserve=0) as provider:
        await ask(provider, FREE)
    async with adapter(server, segue_home, free_requests_a_day=2, free_reserve=0) as later:
        await ask(later, FREE)
        (segue_home / "openrouter" / "free-subject.json").write_text("{")
        with pytest.raises(OutOfQuota):
            await ask(later, FREE)


async def test_two_processes_count_together(server: OpenRouter, segue_home: Path) -> None:
    """Whoever shares the files shares the quota."""
    server.scenes[FREE] = answers("Yes.")
    options: dict[str, Any] = {"free_requests_a_day": 12, "free_reserve": 0}
    async with (
        adapter(server, segue_home, **options) as one,
        adapter(server, segue_home, **options) as other,
        asyncio.TaskGroup() as group,
    ):
        tasks = [group.create_task(_answered(provider)) for provider in (one, other) for _ in range(10)]

    assert sum(task.result() for task in tasks) == 12


async def _answered(provider: OpenRouterAdapter) -> bool:
    try:
        await ask(provider, FREE)
    except OutOfQuota:
        return False
    return True


def test_what_stays_on_this_machine_is_never_openrouter() -> None:
    """Nobody can declare a model behind OpenRouter to be local."""
    with pytest.raises(ValueError, match="leaves this machine"):
        OpenRouterOptions.model_validate({"models": {"maker/name": {"data_policy": "local"}}})

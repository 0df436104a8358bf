"""OpenRouter over real HTTP: what is asked, what comes back, what it costs, and what its refusals mean."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from segue.domain.chat import ChatRequest, Finished, Message, ProviderPiece, ResponseFormat, Role, Tool, Usage
from segue.domain.models import Capability, DataPolicy, ModelRef, ModelStatus, Privacy
from segue.errors import (
    ContentRefused,
    KeyRejected,
    ModelGone,
    OutOfCredit,
    Overloaded,
    PromptTooLong,
    ProviderError,
    ProviderFault,
    RateLimited,
    RequestRefused,
    Silent,
    Unsupported,
)
from segue.providers.openai_error_types import KINDS
from segue.providers.openrouter.adapter import OpenRouterOptions
from tests.support.openrouter import (
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
from tests.support.openrouter_adapter import FREE, OPEN, PAID, PLAIN, REQUEST, adapter, ask
from tests.support.scenes import Scene


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
    assert pieces[-1] == Finished("stop", Usage(11, 9, 4, 2, billed_usd=Decimal("0.00001234567"), cache_write_tokens=2))


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
        (
            403,
            {"reasons": ["violence"], "flagged_input": "planted words", "provider_name": "OpenAI"},
            "",
            ContentRefused,
        ),
        (403, {"provider_name": "OpenAI"}, "", KeyRejected),
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


def test_what_stays_on_this_machine_is_never_openrouter() -> None:
    """Nobody can declare a model behind OpenRouter to be local."""
    with pytest.raises(ValueError, match="leaves this machine"):
        OpenRouterOptions.model_validate({"models": {"maker/name": {"data_policy": "local"}}})

"""What a model can do, found out by asking it: servers of different ability over real HTTP."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import pytest_asyncio

from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.models import Capability, ModelRef
from segue.errors import BadAnswer, KeyRejected, ModelGone
from segue.events import Broadcast
from segue.machine.weights import DEMONSTRATION
from segue.providers.addresses import told_address
from segue.providers.contract import ProviderContext
from segue.providers.openai_compatible import CompatibleOptions, CustomAPIAdapter
from segue.providers.openai_json import PLAIN, Dialect
from segue.providers.probe import PROBED, Found, Probe, provider_options
from segue.providers.probe_questions import MOST_INPUT_TOKENS, MOST_OUTPUT_TOKENS, MOST_REQUESTS
from segue.providers.reach import reach
from segue.providers.wire import Wire
from tests.support.abilities import Abilities, Learner
from tests.support.llama_server import NAME, llama_server
from tests.support.scenes import Scene, refusal
from tests.support.upstream import Asked

REF = ModelRef("new", "small")
ON = date(2026, 11, 26)
NOTHING = Abilities(
    other_limit="ignored",
    stream_options="ignored",
    system="ignored",
    stop="ignored",
    seed="ignored",
    prefill="ignored",
    tools="ignored",
    json_object="ignored",
    json_schema="ignored",
)
REFUSES = Abilities(
    limit_field="max_completion_tokens",
    other_limit="refused",
    stream_options="refused",
    system="refused",
    stop="refused",
    seed="refused",
    prefill="refused",
    tools="refused",
    json_object="refused",
    json_schema="refused",
)


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Learner]:
    async with Learner() as server:
        yield server


async def found(server: Learner, abilities: Abilities, model: str = "small", *, known: Dialect = PLAIN) -> Found:
    server.can = abilities
    async with Wire(server.base_url, key=abilities.key) as wire:
        return await Probe(wire, ModelRef("new", model), known=known).run()


async def test_a_server_that_can_everything_is_believed(server: Learner) -> None:
    """Each thing that its answers show is a capability with a date, and nothing has to be said of its address."""
    seen = await found(server, Abilities())
    assert seen.model_options(ON) == {"capabilities": sorted(map(str, PROBED)), "probed_on": ON}
    assert (provider_options([seen], PLAIN), seen.can("streaming"), seen.can("stop")) == ({}, True, True)


async def test_a_status_of_200_proves_nothing(server: Learner) -> None:
    """A server that takes every field and passes over it can nothing of it."""
    seen = await found(server, NOTHING)
    assert seen.model_options(ON) == {"capabilities": [], "system_role": False, "probed_on": ON}
    assert provider_options([seen], PLAIN) == {"stream_usage": False}
    assert not seen.can("stop")


async def test_what_is_refused_is_not_sent_any_more(server: Learner) -> None:
    """A server that answers fields with 400 is asked without them from then on, and answers."""
    seen = await found(server, REFUSES)
    told = provider_options([seen], PLAIN)
    assert told == {
        "token_limit_field": "max_completion_tokens",
        "stream_usage": False,
        "refuses_fields": ["seed", "stop"],
    }
    models = {"small": seen.model_options(ON)}
    options = CompatibleOptions.model_validate({"base_url": server.base_url, "models": models, **told})
    adapter = CustomAPIAdapter(options, ProviderContext("new", server_home(), Broadcast(())))
    asked = ChatRequest((Message(Role.USER, "Count."),), max_tokens=3, seed=1, stop=("two",))
    async with adapter, adapter.answer(asked, "small") as pieces:
        assert [piece async for piece in pieces]
    assert set(server.requests[-1].body) == {"model", "messages", "stream", "max_completion_tokens"}
    (card,) = adapter.cards()
    assert (card.probed_on, Capability.SYSTEM_ROLE in card.capabilities) == (ON, False)


def answering(text: str) -> Scene:
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}
    body = {"choices": [choice], "usage": {"prompt_tokens": 9, "completion_tokens": 1, "total_tokens": 10}}
    return Scene((json.dumps(body).encode(),), content_type="application/json")


async def test_an_answer_that_ends_by_itself_shows_no_limit(server: Learner) -> None:
    """Who says "Hi" and stops may know nothing of `max_tokens`: what cannot be seen counts as no."""
    server.can = Abilities()
    server.next_scenes = [answering("Hi")]
    async with Wire(server.base_url) as wire:
        seen = await Probe(wire, REF).run()
    assert (seen.outcomes[0].ability, seen.outcomes[0].found) == ("max_tokens", None)
    assert provider_options([seen], PLAIN) == {}


async def test_what_is_asked_in_two_ways_is_told_once(server: Learner) -> None:
    """Tools that are refused, with and without being required, are one line."""
    server.can = Abilities(tools="refused")
    told: list[str] = []
    async with Wire(server.base_url) as wire:
        await Probe(wire, REF, tell=lambda outcome: told.append(outcome.ability)).run()
    assert told.count("tools") == 1


def server_home() -> Path:
    return Path("/nonexistent")


@pytest.mark.parametrize(
    ("change", "option"),
    [
        ({"streams": False}, {"streaming": False}),
        ({"system": "refused"}, {"system_role": False}),
        ({"tells_usage": False}, {"system_role": False}),
    ],
)
async def test_what_a_model_cannot_is_said_of_the_model(
    server: Learner, change: dict[str, object], option: dict[str, object]
) -> None:
    """No streams, no system role, or one that cannot be seen: the model is asked the way that always works."""
    seen = await found(server, replace(Abilities(), **change))  # type: ignore[arg-type] # each of its own type
    assert option.items() <= seen.model_options(ON).items()


@pytest.mark.parametrize(
    ("change", "capability", "can"),
    [
        ({"tools": "when required"}, Capability.TOOLS, True),
        ({"tools": "refused"}, Capability.TOOLS, False),
        ({"prefill": "repeated"}, Capability.PREFILL, True),
        ({"prefill": "ignored"}, Capability.PREFILL, False),
        ({"seed": "ignored"}, Capability.SEED, False),
        ({"json_object": "ignored"}, Capability.JSON_OBJECT, False),
        ({"json_schema": "refused"}, Capability.JSON_SCHEMA, False),
    ],
)
async def test_one_ability_does_not_speak_for_another(
    server: Learner, change: dict[str, object], capability: Capability, can: bool
) -> None:
    """What is missing is missing alone."""
    seen = await found(server, replace(Abilities(), **change))  # type: ignore[arg-type] # each of its own type
    assert seen.capabilities == (PROBED if can else PROBED - {capability})


async def test_an_answer_that_repeats_its_beginning_is_noted(server: Learner) -> None:
    """Whoever goes on within an answer, and says the beginning again, has it taken off."""
    seen = await found(server, Abilities(prefill="repeated"))
    assert provider_options([seen], PLAIN) == {"repeats_prefill": True}


async def test_a_limit_that_is_passed_over_is_asked_for_by_its_other_name(server: Learner) -> None:
    """Too long an answer with a good status shows that the field was not understood."""
    seen = await found(server, Abilities(limit_field="max_completion_tokens"))
    assert seen.dialect.token_limit_field == "max_completion_tokens"


async def test_a_model_that_only_thinks_can_nothing_that_its_words_would_show(server: Learner) -> None:
    """With no word in its few tokens nothing is seen, and nothing is claimed; its streams are."""
    seen = await found(server, Abilities(thinks=True))
    assert (seen.capabilities, seen.can("streaming"), seen.can("system_role")) == (frozenset(), True, True)
    assert {one.found for one in seen.outcomes if one.ability in PROBED} == {None}


async def test_a_server_that_is_asked_too_quickly_is_asked_again(server: Learner) -> None:
    """A 429 in between costs no ability."""
    server.next_scenes = [refusal(429, {"message": "slow down"}, Retry_After="0")]
    assert (await found(server, Abilities())).capabilities == PROBED


async def test_a_page_in_place_of_an_answer_says_so(server: Learner) -> None:
    """An address that answers everything with its front page is no model."""
    server.next_scenes = [Scene((b"<html>Welcome</html>",), content_type="text/html")]
    with pytest.raises(BadAnswer, match="web page"):
        await found(server, Abilities())


async def test_a_stream_that_is_left_open_is_a_stream(server: Learner) -> None:
    """Whoever says why the answer ended, and then nothing more, streams all the same."""
    server.can = Abilities()
    whole = server.scene_for(Asked("/v1/chat/completions", {}, json.dumps(_body(stream=False)).encode()))
    stream = server.scene_for(Asked("/v1/chat/completions", {}, json.dumps(_body(stream=True)).encode()))
    server.next_scenes = [whole, replace(stream, writes=stream.writes[:-1], end="hang")]
    assert (await found(server, Abilities())).can("streaming")


def _body(*, stream: bool) -> dict[str, object]:
    options = {"stream_options": {"include_usage": True}} if stream else {}
    messages = [{"role": "user", "content": "Count."}]
    return {"model": "small", "max_tokens": 8, "messages": messages, "stream": stream, **options}


async def test_a_model_that_is_not_there_and_a_wrong_key_end_it(server: Learner) -> None:
    """Where nothing at all is answered there is nothing to find out."""
    with pytest.raises(ModelGone):
        await found(server, Abilities(), "large")
    server.can = Abilities(key="sk-right-0123456789")
    async with Wire(server.base_url, key="sk-wrong-0123456789") as wire:
        with pytest.raises(KeyRejected):
            await Probe(wire, REF).run()


@pytest.mark.parametrize("abilities", [Abilities(), NOTHING, REFUSES, Abilities(tools="when required")])
async def test_it_costs_no_more_than_is_said(server: Learner, abilities: Abilities) -> None:
    """What is told before it begins is an upper bound, of requests and of tokens, for a server that keeps to limits."""
    seen = await found(server, abilities)
    limits = [asked.body.get("max_tokens") or asked.body.get("max_completion_tokens") for asked in server.requests]
    assert seen.requests == len(server.requests) <= MOST_REQUESTS
    assert sum(limit for limit in limits if isinstance(limit, int)) <= MOST_OUTPUT_TOKENS
    assert sum(len(asked.raw) for asked in server.requests) / 4 <= 2 * MOST_INPUT_TOKENS


@pytest.mark.gguf
@pytest.mark.slow
async def test_the_real_llama_cpp_server_shows_what_it_can(demonstration_home: Path) -> None:
    """What llama.cpp's server does is seen; tools, which the prompt format of its model does not know, are not."""
    with llama_server(DEMONSTRATION.path_in(demonstration_home)) as origin:
        reached = await reach(told_address(origin), name="new", wire=Wire)
        async with Wire(reached.address.base_url) as wire:
            seen = await Probe(wire, ModelRef("new", NAME)).run()
    assert (reached.host, reached.address.base_url) == ("llama_cpp", f"{origin}/v1")
    found = {one.ability for one in seen.outcomes if one.found}
    sure = {"streaming", "stream_usage", "seed", "json_object", "json_schema"}
    assert found >= sure
    # Whether so small a model goes on, comes to the word that is to stop it, or to its limit, is chance.
    assert found <= {*sure, "system_role", "prefill", "stop", "max_tokens"}

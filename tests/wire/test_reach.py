"""Who answers at an address that somebody wants to add."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
import trustme

from segue.errors import BadAddress, KeyRejected, ProviderFault, Unreachable
from segue.providers.addresses import told_address
from segue.providers.reach import ListedModel, Reached, reach
from segue.providers.wire import Wire
from tests.support.abilities import Abilities, Learner
from tests.support.scenes import Scene, refusal

KEY = "sk-right-0123456789"


@pytest_asyncio.fixture
async def server() -> AsyncIterator[Learner]:
    async with Learner() as server:
        yield server


async def reached(url: str, *, key: str | None = None) -> Reached:
    return await reach(told_address(url), name="new", wire=lambda base_url: Wire(base_url, key=key))


def answering(body: object) -> Scene:
    return Scene((json.dumps(body).encode(),), content_type="application/json")


@pytest.mark.parametrize("path", ["/v1", "", "/", "/v1/chat/completions"])
async def test_an_api_is_found_with_its_models(server: Learner, path: str) -> None:
    """With or without `/v1`, and with what was copied too much, the same address comes out."""
    found = await reached(server.base_url.removesuffix("/v1") + path)
    assert (found.address.base_url, found.models) == (server.base_url, (ListedModel("small", 4096),))
    assert any("/v1 is used" in note for note in found.address.notes) is (path in ("", "/"))
    assert (found.context_of("small"), found.context_of("large")) == (4096, None)


async def test_a_server_without_a_list_may_answer_all_the_same(server: Learner) -> None:
    """No list is no error: the models are named by whoever adds it."""
    server.can = Abilities(shows_list="nobody")
    assert (await reached(server.base_url)).models is None


async def test_names_that_cannot_be_shown_are_left_out_and_counted(server: Learner) -> None:
    """A name with signs that move the cursor is offered to nobody, nor is one that fills the screen."""
    listed = [{"id": name} for name in ("\x1b[2Jgood", "b" * 1_000_000, "good")]
    server.pages["/v1/models"] = answering({"data": listed})
    found = await reached(server.base_url)
    assert (found.models, found.left_out) == ((ListedModel("good"),), 2)


async def test_a_web_page_is_no_api(server: Learner) -> None:
    """The front page of a service is told from its API."""
    server.can = Abilities(shows_list="page")
    with pytest.raises(BadAddress, match="A web page is there"):
        await reached(server.base_url)


async def test_a_key_that_is_missing_or_wrong_is_told(server: Learner) -> None:
    """Whoever shows nothing without a key is asked again with one."""
    server.can = Abilities(key=KEY, shows_list="with a key")
    for key in (None, "sk-wrong-0123456789"):
        with pytest.raises(KeyRejected):
            await reached(server.base_url, key=key)
    assert (await reached(server.base_url, key=KEY)).models


async def test_a_server_that_fails_is_told_from_one_that_is_none(server: Learner) -> None:
    """Its own fault is said as such."""
    server.pages["/v1/models"] = refusal(500, {"message": "oh"})
    with pytest.raises(ProviderFault):
        await reached(server.base_url)


@pytest.mark.parametrize(
    "page",
    [
        refusal(401, {"type": "authentication_error", "message": "x-api-key header is required"}),
        Scene((json.dumps({"data": [{"type": "model", "id": "claude"}], "has_more": False}).encode(),)),
    ],
)
async def test_anthropic_s_protocol_is_told_by_its_answers(server: Learner, page: Scene) -> None:
    """Its errors and its list have a form of their own (docs.anthropic.com, 2026); the error names the type to take."""
    if page.status == 401:
        body = {"type": "error", **json.loads(page.writes[0])}
        page = Scene((json.dumps(body).encode(),), 401, "application/json")
    server.pages["/v1/models"] = Scene(page.writes, page.status, "application/json")
    with pytest.raises(BadAddress, match=r"Anthropic's own protocol.* --type anthropic"):
        await reached(server.base_url)


async def test_anthropic_itself_is_not_asked(server: Learner) -> None:
    """Its own address says all; no key is sent there in the wrong way."""
    with pytest.raises(BadAddress, match="--type anthropic"):
        await reached("https://api.anthropic.com/v1")
    assert server.requests == []


async def test_models_that_ollama_passes_on_are_not_taken_for_local_ones(server: Learner) -> None:
    """By OpenAI's protocol nobody could tell them apart: its own is pointed to, or they are left out with a word."""
    tags = {"models": [{"name": "evening:latest", "remote_host": "https://ollama.com:443"}, {"name": "small"}]}
    listed = {"data": [{"id": "evening:latest"}, {"id": "small"}]}
    pages = {"/api/version": {"version": "0.13.5"}, "/api/tags": tags, "/v1/models": listed}
    server.pages |= {path: answering(body) for path, body in pages.items()}
    with pytest.raises(BadAddress, match="Ollama's own protocol"):
        await reached(server.base_url)

    found = await reach(told_address(server.base_url), name="new", wire=Wire, takes_native=True)
    assert found.models == (ListedModel("small"),)
    assert any("left out" in note for note in found.address.notes)
    assert [found.is_elsewhere(name) for name in ("evening", "evening:latest", "small")] == [True, True, False]


async def test_ollama_is_told_by_what_it_says_of_itself(server: Learner) -> None:
    """Under `/v1` it is taken for what it speaks there, and known by its kind."""
    server.pages["/api/version"] = answering({"version": "0.12.0"})
    server.pages["/api/tags"] = answering({"models": [{"name": "small"}]})
    assert (await reached(server.base_url)).host == "ollama"


async def test_a_port_that_nobody_listens_on_says_so() -> None:
    """The way that does not lead there is told with its reason."""
    with pytest.raises(Unreachable, match="connection refused"):
        await reached("http://127.0.0.1:1/v1")


async def test_a_certificate_that_nobody_vouches_for_says_so() -> None:
    """Without a safe connection nothing is sent."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0, ssl=context)
    async with server:
        with pytest.raises(Unreachable, match=r"No safe \(TLS\) connection"):
            await reached(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1")

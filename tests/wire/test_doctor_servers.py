"""`segue doctor` tells of model servers that run on this machine and are not configured."""

from __future__ import annotations

import asyncio

import msgspec
import pytest
from typing_extensions import override

from segue.cli.found import add_command, found_lines
from segue.config.load import Loaded
from segue.config.settings import Settings
from segue.domain.servers import FoundServer
from tests.support.ollama import Model, Ollama
from tests.support.scenes import Scene
from tests.support.upstream import Asked, Upstream


def loaded(**providers: object) -> Loaded:
    return Loaded(Settings.model_validate({"providers": providers}), None)


async def test_server_that_is_not_configured_is_told_with_the_command_that_adds_it() -> None:
    """What runs here can be added by one command; what leaves the machine is told apart."""
    async with Ollama() as ollama, Upstream() as other:
        ollama.models |= {"other": Model(), "big:cloud": Model(remote_host="https://ollama.com:443")}
        ollama.held["tale"] = 4096
        told = await found_lines(loaded(), origins=(ollama.origin, other.base_url.removesuffix("/v1")))

    assert [(line.state, line.found, line.do) for line in told] == [
        (
            "note",
            (
                f"Ollama 0.13.5 at {ollama.origin} is not configured: "
                "2 models, 1 in memory; 1 more that leave this machine"
            ),
            f"segue providers add ollama --type ollama --url {ollama.origin}",
        ),
        (
            "note",
            f"a server with OpenAI's protocol at {other.base_url} is not configured: {len(other.scenes)} models",
            f"segue providers add server --url {other.base_url}",
        ),
    ]


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
@pytest.mark.parametrize("kind", ["ollama", "openai_compatible"])
async def test_server_that_is_configured_is_not_told(name: str, kind: str) -> None:
    """Whatever protocol and name of this machine a provider uses for it."""
    async with Ollama() as ollama:
        url = ollama.origin.replace("127.0.0.1", name) + ("/v1" if kind == "openai_compatible" else "")
        provider = {"type": kind, "options": {"base_url": url, "models": {"tale": None}}}
        assert await found_lines(loaded(mine=provider), origins=(ollama.origin,)) == []


async def test_configured_server_that_does_not_answer_is_told() -> None:
    """Whoever configured a server and did not start it hears so; far ones are not asked."""
    providers = {
        "mine": {"type": "ollama", "options": {"base_url": "http://localhost:9"}},
        "far": {"type": "ollama", "options": {"base_url": "http://gpu.test:11434"}},
        "other": {"type": "openai_compatible", "options": {"base_url": "http://127.0.0.1:9/v1", "models": {"m": None}}},
    }
    (told,) = await found_lines(loaded(**providers), origins=())

    assert (told.what, told.state) == ("server of mine", "missing")
    assert told.found == "no such server shows itself at port 9 of this machine"


async def test_server_that_is_too_slow_is_told_from_nobody() -> None:
    """On a busy machine nobody is left in silence: what listens may be a model server all the same."""

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(silent, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        origin = f"http://127.0.0.1:{port}"
        (other,) = await found_lines(loaded(), origins=(origin,), timeout_s=0.2)
        mine = {"type": "ollama", "options": {"base_url": origin}}
        (own,) = await found_lines(loaded(mine=mine), origins=(), timeout_s=0.2)

    assert other.found == f"something listens at port {port} and did not say in time what it is"
    assert (own.what, "did not say in time" in own.found) == ("server of mine", True)


@pytest.mark.parametrize(
    ("server", "taken", "command"),
    [
        (FoundServer("vllm", "http://a:1/v1"), {}, "segue providers add vllm --url http://a:1/v1"),
        (FoundServer("vllm", "http://a:1/v1"), {"vllm": 1}, "segue providers add vllm2 --url http://a:1/v1"),
        (FoundServer("lm_studio", "http://a:1"), {}, "segue providers add lm_studio --type lm_studio --url http://a:1"),
    ],
)
def test_command_names_a_name_that_is_free(server: FoundServer, taken: dict[str, object], command: str) -> None:
    """The command succeeds as it stands."""
    assert add_command(server, taken) == command


class Busy(Upstream):
    """llama.cpp's server while it loads its model."""

    @override
    def scene_for(self, asked: Asked) -> Scene:
        error = {"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}}
        return Scene((msgspec.json.encode(error),), 503, "application/json", {"Server": "llama.cpp"})


async def test_server_that_is_loading_is_told_as_such() -> None:
    """Why it shows no models."""
    async with Busy() as busy:
        (told,) = await found_lines(loaded(), origins=(busy.base_url.removesuffix("/v1"),))
    assert told.found == f"llama.cpp at {busy.base_url} is not configured: it is loading its model"

"""Model servers on this machine are found by what they say, wherever they listen."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import AsyncExitStack
from dataclasses import replace

import msgspec
import pytest
from typing_extensions import override

from segue.domain.servers import FoundModel, FoundServer
from segue.providers.discovery import find_on_loopback, look_on_loopback
from tests.support.ports import free_port
from tests.support.scenes import Scene
from tests.support.timing import least_s
from tests.support.upstream import Asked, Upstream

PATIENT_S = 20.0
"""For what answers: a busy machine is late with it."""
_NOTHING = Scene((b"404 page not found",), 404, "text/plain")
_LM_NOTHING = {"error": "Unexpected endpoint or method. (GET /)"}
_OLLAMA = {
    "/api/version": {"version": "0.12.6"},
    "/api/tags": {
        "models": [
            {"name": "llama3.2:latest", "size": 2_019_393_189, "details": {"family": "llama"}},
            {"name": "gpt-oss:120b-cloud", "size": 384, "remote_model": "gpt-oss:120b", "remote_host": "https://x:443"},
            {"name": "mine", "size": 384, "remote_model": "gpt-oss:120b", "remote_host": "https://x:443"},
            {"name": "embeds", "size": 9, "capabilities": ["embedding"]},
            {"name": "line\nbreak", "size": 9},
        ]
    },
    "/api/ps": {"models": [{"name": "llama3.2:latest", "size": 3_000_000_000, "context_length": 4096}]},
    "/v1/models": {"object": "list", "data": [{"id": "llama3.2:latest", "owned_by": "library"}]},
}
_LM_NEW = {
    "/api/v1/models": {
        "models": [
            {
                "type": "llm",
                "key": "gemma-3-270m-it-qat",
                "size_bytes": 241_410_208,
                "loaded_instances": [{"id": "gemma-3-270m-it-qat", "config": {"context_length": 4096}}],
                "max_context_length": 32_768,
            },
            {"type": "llm", "key": "qwen", "size_bytes": 9, "loaded_instances": [], "max_context_length": 8192},
            {"type": "embedding", "key": "nomic", "size_bytes": 1, "loaded_instances": [], "max_context_length": 2048},
        ]
    }
}
_LM_OLD = {
    "/api/v0/models": {
        "object": "list",
        "data": [
            {"id": "qwen2-vl-7b-instruct", "type": "vlm", "state": "not-loaded", "max_context_length": 32_768},
            {"id": "nomic", "type": "embeddings", "state": "loaded", "max_context_length": 2048},
        ],
    }
}
_LLAMA = {
    "/health": {"status": "ok"},
    "/props": {"default_generation_settings": {"n_ctx": 2048}, "total_slots": 2, "build_info": "b8681"},
    "/v1/models": {"data": [{"id": "smollm2", "owned_by": "llamacpp", "meta": {"n_ctx_train": 8192, "size": 98}}]},
    # It speaks some of Ollama's words.
    "/api/tags": {"models": [{"name": "smollm2", "size": ""}]},
}
_VLLM = {
    "/version": {"version": "0.11.0"},
    "/v1/models": {"data": [{"id": "Qwen/Qwen3-8B", "owned_by": "vllm", "max_model_len": 40_960}]},
}


class Server(Upstream):
    """A server that answers paths with JSON, and everything else as it likes."""

    def __init__(self, answers: Mapping[str, object | Scene], *, other: object | Scene = _NOTHING) -> None:
        super().__init__()
        self._answers, self._other = answers, other

    @property
    def origin(self) -> str:
        return self.base_url.removesuffix("/v1")

    @override
    def scene_for(self, asked: Asked) -> Scene:
        answer = self._answers.get(asked.path, self._other)
        if isinstance(answer, Scene):
            return answer
        return Scene((msgspec.json.encode(answer),), content_type="application/json")


async def found(*servers: Server) -> list[FoundServer]:
    """What is found where these listen, with origins in place of addresses that differ each time."""
    async with AsyncExitStack() as stack:
        for server in servers:
            await stack.enter_async_context(server)
        origins = [server.origin for server in servers]
        looked = await look_on_loopback(timeout_s=PATIENT_S, origins=origins, connect_s=PATIENT_S)
        told = [one.server for one in looked if one.server is not None]
        for server in servers:
            for asked in server.requests:
                assert "authorization" not in asked.headers
                assert asked.raw == b""
        by_origin = {server.origin: f"http://{number}" for number, server in enumerate(servers)}
    return [_at(one, by_origin) for one in told]


def _at(server: FoundServer, by_origin: Mapping[str, str]) -> FoundServer:
    origin = server.base_url.removesuffix("/v1")
    return replace(server, base_url=server.base_url.replace(origin, by_origin[origin]))


async def test_each_kind_is_told_by_its_own_answers() -> None:
    """Whatever listens on a port is named by what it says, with its models, and is asked without a key."""
    servers = (
        Server(_VLLM),
        Server(_OLLAMA),
        Server(_LM_NEW, other=_LM_NOTHING),
        Server(_LM_OLD, other=_LM_NOTHING),
        Server(_LLAMA),
        Server({"/v1/models": {"data": [{"id": "some-model"}]}}),
    )

    assert await found(*servers) == [
        FoundServer("vllm", "http://0/v1", "0.11.0", (FoundModel("Qwen/Qwen3-8B", True, 40_960),)),
        FoundServer(
            "ollama",
            "http://1",
            "0.12.6",
            (
                FoundModel("llama3.2:latest", True, 4096, 2_019_393_189),
                FoundModel("gpt-oss:120b-cloud", False, is_elsewhere=True),
                FoundModel("mine", False, is_elsewhere=True),
            ),
        ),
        FoundServer(
            "lm_studio",
            "http://2",
            None,
            (FoundModel("gemma-3-270m-it-qat", True, 4096, 241_410_208), FoundModel("qwen", False, 8192, 9)),
        ),
        FoundServer("lm_studio", "http://3", None, (FoundModel("qwen2-vl-7b-instruct", False, 32_768),)),
        FoundServer("llama_cpp", "http://4/v1", "b8681", (FoundModel("smollm2", True, 2048, 98),)),
        FoundServer("openai_compatible", "http://5/v1", None, (FoundModel("some-model"),)),
    ]


async def test_servers_that_are_no_help_are_left_out() -> None:
    """A web site, one that answers everything, and Segue's own gateway are nothing to add."""
    gateway = {"/v1/models": {"data": [{"id": "auto", "owned_by": "segue", "segue": {}}]}}
    everything = {"version": "1"}

    assert await found(Server({}), Server({}, other=everything), Server({}, other=_LM_NOTHING), Server(gateway)) == []
    assert await found(Server({}, other=Scene((b"Sign in",), 401, "text/html"))) == []


async def test_server_that_loads_or_wants_a_key_is_found() -> None:
    """What is not ready yet is told as such, and so is what shows nothing to strangers."""
    loading = {"error": {"message": "Loading model", "type": "unavailable_error", "code": 503}}
    answer = Scene((msgspec.json.encode(loading),), 503, "application/json", {"Server": "llama.cpp"})
    locked = Scene((b"{}",), 401, "application/json", {"Server": "llama.cpp"})

    assert await found(Server({}, other=answer), Server({"/health": {"status": "ok"}}, other=locked)) == [
        FoundServer("llama_cpp", "http://0/v1", is_ready=False),
        FoundServer("llama_cpp", "http://1/v1", needs_key=True),
    ]
    wants_key = Server({"/version": {"version": "0.11.0"}, "/v1/models": Scene((b"{}",), 401, "application/json")})
    assert await found(wants_key) == [FoundServer("vllm", "http://0/v1", "0.11.0", needs_key=True)]


async def test_question_without_an_answer_spoils_nothing() -> None:
    """A server that never answers one question is told by its other answers, in time."""
    hangs = Server({**_VLLM, "/props": Scene((), end="hang")})
    found: FoundServer | None = None
    async with hangs:
        for _ in range(5):  # a busy machine does not hear the others in time either
            (looked,) = await look_on_loopback(timeout_s=0.3, origins=[hangs.origin], connect_s=PATIENT_S)
            if (found := looked.server) is not None:
                break

    assert found is not None
    assert (found.kind, found.host, found.provider_type) == ("vllm", "vllm", "openai_compatible")


async def test_nobody_there_costs_next_to_nothing() -> None:
    """On a machine without a server nothing is waited for, and nothing is found."""
    origins = [f"http://127.0.0.1:{free_port()}" for _ in range(4)]

    async def look() -> None:
        assert await find_on_loopback(origins=origins) == ()

    assert await least_s(look, enough_s=0.3) < 0.3


async def test_server_that_takes_connections_and_says_nothing_is_given_up() -> None:
    """A port behind which nobody speaks costs the deadline and no more."""

    async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    server = await asyncio.start_server(silent, "127.0.0.1", 0)
    origin = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        assert await find_on_loopback(timeout_s=0.2, origins=[origin]) == ()


@pytest.mark.parametrize("origin", ["http://127.0.0.1:9", "http://localhost:9"])
async def test_refused_port_is_nobody(origin: str) -> None:
    """A port that refuses is no error."""
    assert await find_on_loopback(origins=[origin]) == ()

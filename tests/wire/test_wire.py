"""Connections: they are kept, shared, given up and lost as a provider and a person would want it."""

from __future__ import annotations

import asyncio
import gzip
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from unittest.mock import ANY

import pytest
import pytest_asyncio
from typing_extensions import override

from segue.domain.chat import ChatRequest, Finished, Message, ProviderPiece, Role, TextDelta, Usage
from segue.domain.models import ModelRef
from segue.errors import BadAnswer, ProviderError, Unreachable
from segue.providers.openai_protocol import OpenAIProtocol
from segue.providers.wire import Wire
from tests.support.ports import free_port
from tests.support.scenes import TEXT, Scene, whole
from tests.support.upstream import Upstream, UpstreamThread

REQUEST = ChatRequest((Message(Role.USER, "Begin."),))
PLAIN = ChatRequest((Message(Role.USER, "Begin."),), stream=False)


@pytest_asyncio.fixture
async def wire(upstream: Upstream) -> AsyncIterator[Wire]:
    async with Wire(upstream.base_url) as wire:
        yield wire


async def ask(wire: Wire, scene: str, request: ChatRequest = REQUEST) -> list[ProviderPiece]:
    async with OpenAIProtocol(wire).answer(request, ModelRef("there", scene)) as pieces:
        return [piece async for piece in pieces]


async def fail(wire: Wire, scene: str = "well") -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        await ask(wire, scene)
    return caught.value


async def test_connection_is_used_again_after_whole_answers(wire: Wire, upstream: Upstream) -> None:
    """Asking again costs no new connection, streamed or not, refused or not."""
    for scene, request in (("well", REQUEST), ("well", PLAIN), ("in_one_write", REQUEST), ("tools", REQUEST)):
        await ask(wire, scene, request)
    await fail(wire, "429")
    await ask(wire, "well")

    assert upstream.connections == 1


async def test_connection_that_is_left_early_is_closed_at_once(wire: Wire, upstream: Upstream) -> None:
    """Whoever writes at the other side notices within a second that nobody reads."""
    for scene in ("flow", "stall_after_words"):
        async with OpenAIProtocol(wire).answer(REQUEST, ModelRef("there", scene)) as pieces:
            assert isinstance(await anext(pieces), TextDelta)

    await upstream.client_left(times=2)


async def test_cancelled_before_the_first_word_is_closed_at_once(wire: Wire, upstream: Upstream) -> None:
    """Somebody who gives up waiting leaves no work behind, whether the head of the answer came or not."""
    upstream.scenes["headless"] = Scene(status=0, end="hang")
    for scene in ("silent", "headless"):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await ask(wire, scene)

    await upstream.client_left(times=2)


async def test_stream_that_is_held_open_after_its_end_is_given_up(wire: Wire, upstream: Upstream) -> None:
    """A server that does not close after [DONE] delays nobody and keeps no connection."""
    pieces = await ask(wire, "held_open_after_done")

    assert isinstance(pieces[-1], Finished)
    await upstream.client_left()


async def test_kept_connection_that_was_closed_meanwhile_is_replaced(upstream: Upstream) -> None:
    """A server that closes an idle connection while the next question goes out is asked again on a new one."""
    upstream.next_scenes = [
        Scene((whole(),), content_type="application/json"),
        Scene(status=0, end="close"),
        Scene((whole("again"),), content_type="application/json"),
    ]
    async with Wire(upstream.base_url) as wire:
        said = [await ask(wire, "any", PLAIN) for _ in range(2)]

    assert [pieces[0] for pieces in said] == [TextDelta(TEXT), TextDelta("again")]
    assert (upstream.connections, len(upstream.requests)) == (2, 3)


async def test_kept_connection_that_nobody_uses_is_closed(upstream: Upstream, monkeypatch: pytest.MonkeyPatch) -> None:
    """Connections that rested for a while are closed; until then they are used again, however many there are."""

    async def ask_three_times(wire: Wire) -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(3):
                group.create_task(ask(wire, "well", PLAIN))

    monkeypatch.setattr("segue.providers.wire._IDLE_S", 60.0)
    async with Wire(upstream.base_url) as wire:
        for _ in range(2):
            await ask_three_times(wire)
        assert (upstream.connections, upstream.open_connections) == (3, 3)
    monkeypatch.setattr("segue.providers.wire._IDLE_S", 0.05)
    async with Wire(upstream.base_url) as wire, asyncio.timeout(60):
        await ask_three_times(wire)
        while upstream.open_connections:
            await asyncio.sleep(0.01)


async def test_new_connection_that_is_closed_is_not_tried_again(wire: Wire, upstream: Upstream) -> None:
    """Trying again is the pipeline's business: a fresh connection that breaks is one failed attempt."""
    await fail(wire, "closed_without_answer")

    assert len(upstream.requests) == 1


async def test_nobody_there_is_unreachable_at_once() -> None:
    """A refused connection names the address and what to check."""
    address = f"http://127.0.0.1:{free_port()}"
    async with Wire(f"{address}/v1") as wire:
        error = await fail(wire)

    assert isinstance(error, Unreachable)
    assert address in str(error)
    assert error.hint


async def test_unsafe_connection_is_unreachable_and_says_tls() -> None:
    """An address that does not speak TLS where it should is refused with a hint."""

    async def no_tls(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(no_tls, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, Wire(f"https://127.0.0.1:{port}/v1") as wire:
        error = await fail(wire)

    assert isinstance(error, Unreachable)
    assert "TLS" in str(error)


async def test_connection_that_nobody_accepts_fails_within_its_limit() -> None:
    """A machine that does not answer costs the connect limit and not more."""
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(deaf.getsockname())
        async with Wire(f"http://127.0.0.1:{deaf.getsockname()[1]}/v1", connect_s=0.05) as wire:
            error = await fail(wire)
        for filler in fillers:
            filler.close()

    assert isinstance(error, Unreachable)


async def test_unix_socket_is_asked_like_an_address(tmp_path: Path) -> None:
    """A worker on this machine is reached without any port."""
    async with (
        Upstream(unix_socket=tmp_path / "model.sock") as upstream,
        Wire("http://worker/v1", unix_socket=tmp_path / "model.sock") as wire,
    ):
        assert await ask(wire, "well", PLAIN)
        assert upstream.requests[0].headers["host"] == "worker"

    async with Wire("http://worker/v1", unix_socket=tmp_path / "model.sock") as wire:
        assert isinstance(await fail(wire), Unreachable)


async def test_proxy_is_asked_in_the_provider_s_place(upstream: Upstream) -> None:
    """With a proxy configured, it gets the request with the provider's whole address."""
    async with Wire("http://model.test/v1", proxy=upstream.base_url.removesuffix("/v1")) as wire:
        assert await ask(wire, "well", PLAIN)

    assert upstream.requests[0].path == "http://model.test/v1/chat/completions"


async def test_environment_decides_nothing(upstream: Upstream, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A proxy or a .netrc that happens to be there does not change where words and keys go."""
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login someone password planted\n")
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HTTP_PROXY", f"http://127.0.0.1:{free_port()}")
    async with Wire(upstream.base_url) as wire:
        await ask(wire, "well")

    assert "authorization" not in upstream.requests[0].headers


async def test_large_request_is_sent_whole(wire: Wire, upstream: Upstream) -> None:
    """A conversation with pictures of several megabytes arrives."""
    await ask(wire, "well", ChatRequest((Message(Role.USER, "x" * 3_000_000),)))

    assert len(upstream.requests[0].raw) > 3_000_000


async def test_long_compressed_answer_arrives_whole(wire: Wire, upstream: Upstream) -> None:
    """It grows faster than it is read: the connection is held up, and goes on."""
    words = "word " * 600_000
    head = {"Content-Encoding": "gzip"}
    upstream.scenes["long"] = Scene((gzip.compress(whole(words)),), content_type="application/json", headers=head)

    assert await ask(wire, "long", PLAIN) == [TextDelta(words), Finished("stop", ANY)]


async def test_answer_that_is_too_long_is_given_up(upstream: Upstream) -> None:
    """A provider that sends without end does not fill the memory."""
    upstream.scenes["long"] = Scene((b"x" * 2000,), content_type="application/json")
    async with Wire(upstream.base_url, max_body_bytes=1000) as wire:
        assert isinstance(await fail(wire, "long"), BadAnswer)


async def test_many_answers_at_once_do_not_mix(wire: Wire, upstream: Upstream) -> None:
    """Sixty-four people are answered at the same time, each with their own words."""
    for number in range(64):
        upstream.scenes[f"m{number}"] = Scene((whole(f"I am {number}."),), content_type="application/json")
    async with asyncio.TaskGroup() as group:
        answers = [group.create_task(ask(wire, f"m{number}", PLAIN)) for number in range(64)]

    assert [answer.result()[0] for answer in answers] == [TextDelta(f"I am {number}.") for number in range(64)]


async def test_wire_outside_its_context_says_so() -> None:
    """Using it too early is a mistake in the program, not a provider's."""
    with pytest.raises(RuntimeError, match="async with"):
        await ask(Wire("http://127.0.0.1:9"), "well")


def test_upstream_in_a_thread_answers_programs_elsewhere() -> None:
    """Tests of whole programs can start the reference server beside themselves."""

    async def once(base_url: str) -> list[ProviderPiece]:
        async with Wire(base_url) as wire:
            return await ask(wire, "well")

    with UpstreamThread() as upstream:
        assert asyncio.run(once(upstream.base_url))[-1] == Finished("stop", Usage(11, 9))


class Chatty(Upstream):
    """A server that can say something on a connection on which nothing was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: list[asyncio.StreamWriter] = []

    @override
    async def _play(self, scene: Scene, writer: asyncio.StreamWriter, gone: asyncio.Future[bytes]) -> bool:
        self.kept.append(writer)
        return await super()._play(scene, writer, gone)


LATE = (
    b'{"choices": [{"index": 0, "message": {"role": "assistant", "content": "Of another."}, "finish_reason": "stop"}]}'
)


@pytest.mark.parametrize(
    "late",
    [
        b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b" % (len(LATE), LATE),
        b"HTTP/1.1 100 Continue\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: appl",
        b"\r\n",
        b"nothing that anybody knows\r\n\r\n",
    ],
    ids=["a whole answer", "an interim one", "half of one", "an empty line", "noise"],
)
async def test_what_comes_while_nobody_asked_is_never_read_as_an_answer(late: bytes) -> None:
    """Bytes on a connection that rests would be another's answer: it is closed, and a new one is asked."""
    async with Chatty() as upstream, Wire(upstream.base_url) as wire:
        await ask(wire, "well", PLAIN)
        upstream.kept[0].write(late)
        await upstream.kept[0].drain()
        for _ in range(50):  # both ends of the connection are served by this loop
            await asyncio.sleep(0)
        pieces = await ask(wire, "well", PLAIN)
        connections = upstream.connections
    assert "".join(piece.text for piece in pieces if isinstance(piece, TextDelta)) == TEXT
    assert connections == 2


async def test_a_server_that_switches_to_another_protocol_fails_at_once(wire: Wire, upstream: Upstream) -> None:
    """Status 101 was asked for by nobody, and no answer would ever follow: nobody waits for one."""
    upstream.scenes["switches"] = Scene(status=101, headers={"Upgrade": "h2c"}, end="hang")
    async with asyncio.timeout(60):
        error = await fail(wire, "switches")
    assert isinstance(error, BadAnswer)
    await upstream.client_left()

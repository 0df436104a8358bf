"""Every error that aiohttp has, while a connection is made or an answer read, is one of ours, and holds no words."""

from __future__ import annotations

import inspect
import ssl
import traceback
from dataclasses import replace
from typing import NoReturn

import aiohttp
import pytest
from aiohttp.client_proto import ResponseHandler
from aiohttp.client_reqrep import ConnectionKey
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.models import ModelRef
from segue.errors import BadAnswer, ConnectionLost, ProviderError, RateLimited, Silent, StreamCut, Unreachable
from segue.providers.openai_protocol import OpenAIProtocol
from segue.providers.wire import Wire
from tests.support.upstream import Upstream

PLANTED = "planted-words-of-an-answer"
REQUEST = ChatRequest((Message(Role.USER, "Begin."),))
NEVER_RAISED = {
    "BadContentDispositionHeader": "a warning about forms, which no model sends",
    "BadContentDispositionParam": "a warning about forms, which no model sends",
    "WebSocketError": "no web socket is opened",
    "WSMessageTypeError": "no web socket is opened",
}
"""What aiohttp exports and cannot raise here, with the reason."""
KINDS = [
    kind
    for name, kind in sorted(vars(aiohttp).items())
    if inspect.isclass(kind) and issubclass(kind, Exception) and name not in NEVER_RAISED
]
OTHERS: list[type[Exception]] = [TimeoutError, ConnectionResetError, BrokenPipeError, ssl.SSLError, OSError]

ASKED = aiohttp.RequestInfo(
    URL("http://127.0.0.1:9"), "POST", CIMultiDictProxy(CIMultiDict()), URL("http://127.0.0.1:9")
)
KEY = ConnectionKey("127.0.0.1", 9, False, True, None, None, None)
"""Where a connection was to go."""


def made(kind: type[Exception]) -> Exception:
    """An error of that class, with planted words wherever it has room for some of the other side's."""
    if issubclass(kind, aiohttp.ClientConnectorCertificateError):
        return kind(KEY, ssl.SSLCertVerificationError("certificate has expired"))
    if issubclass(kind, aiohttp.ClientConnectorError):
        return kind(KEY, ConnectionRefusedError(111, "Connect call failed"))
    if issubclass(kind, aiohttp.ClientResponseError):
        return kind(ASKED, (), status=400, message=PLANTED)
    if issubclass(kind, aiohttp.ServerFingerprintMismatch):
        return kind(b"a", b"b", "127.0.0.1", 9)
    if issubclass(kind, OSError):
        return kind(104, "Connection reset by peer")
    error = kind(PLANTED)
    error.__cause__ = ValueError(PLANTED)
    return error


every_kind = pytest.mark.parametrize("kind", KINDS + OTHERS, ids=lambda kind: kind.__name__)


async def failed(wire: Wire, scene: str = "well", *, stream: bool = True) -> ProviderError:
    async def ask() -> None:
        async with OpenAIProtocol(wire).answer(replace(REQUEST, stream=stream), ModelRef("there", scene)) as pieces:
            async for _ in pieces:
                pass

    with pytest.raises(ProviderError) as caught:
        await ask()
    return caught.value


def shown(error: ProviderError) -> str:
    """All that a log could ever show of it."""
    return f"{error!r}{error}{''.join(traceback.format_exception(error))}"


def raising(error: Exception) -> object:
    async def fail(*args: object, **kwargs: object) -> NoReturn:
        raise error

    return fail


@every_kind
async def test_whatever_fails_before_an_answer_is_told_as_one_of_ours(
    kind: type[Exception], upstream: Upstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A connection that cannot be made, or brings no head, has a class, a sentence and a hint of its own."""
    monkeypatch.setattr(ResponseHandler, "read", raising(made(kind)))
    async with Wire(upstream.base_url) as wire:
        error = await failed(wire)

    assert type(error) in {Unreachable, ConnectionLost, Silent, BadAnswer}
    assert error.hint
    assert PLANTED not in shown(error)


@every_kind
@pytest.mark.parametrize("stream", [True, False])
async def test_whatever_fails_within_an_answer_is_told_as_one_of_ours(
    kind: type[Exception], stream: bool, upstream: Upstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer that cannot be read on was cut, or fell silent; nothing that it said stands in the error."""
    async with Wire(upstream.base_url) as wire:
        monkeypatch.setattr(aiohttp.StreamReader, "readany", raising(made(kind)))
        monkeypatch.setattr(aiohttp.StreamReader, "is_eof", lambda _: False)  # not all came with the head
        error = await failed(wire, stream=stream)

    assert type(error) is (Silent if issubclass(kind, TimeoutError) else StreamCut)
    assert error.hint
    assert PLANTED not in shown(error)


@every_kind
async def test_refusal_whose_body_cannot_be_read_is_told_by_its_status(
    kind: type[Exception], upstream: Upstream, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The status has been heard: what it means does not depend on the rest."""
    async with Wire(upstream.base_url) as wire:
        monkeypatch.setattr(aiohttp.StreamReader, "readany", raising(made(kind)))
        monkeypatch.setattr(aiohttp.StreamReader, "is_eof", lambda _: False)  # not all came with the head
        error = await failed(wire, "429")

    assert type(error) is RateLimited
    assert PLANTED not in shown(error)


@pytest.mark.parametrize(
    ("kind", "ours", "said"),
    [
        (aiohttp.ClientConnectorCertificateError, Unreachable, "TLS"),
        (aiohttp.ClientConnectorSSLError, Unreachable, "TLS"),
        (aiohttp.ServerFingerprintMismatch, Unreachable, "TLS"),
        (aiohttp.ClientConnectorDNSError, Unreachable, "is not known"),
        (aiohttp.ClientProxyConnectionError, Unreachable, "proxy"),
        (aiohttp.ClientHttpProxyError, Unreachable, "proxy"),
        (aiohttp.ConnectionTimeoutError, Unreachable, "in time"),
        (aiohttp.ClientConnectorError, Unreachable, "connection refused"),
        (aiohttp.SocketTimeoutError, Silent, "did not answer in time"),
        (TimeoutError, Silent, "did not answer in time"),
        (aiohttp.InvalidURL, Unreachable, "no address"),
        (aiohttp.NonHttpUrlClientError, Unreachable, "no address"),
        (aiohttp.ClientResponseError, BadAnswer, "is not HTTP"),
        (aiohttp.ClientPayloadError, BadAnswer, "is not HTTP"),
        (aiohttp.ServerDisconnectedError, ConnectionLost, "closed the connection"),
        (ConnectionResetError, ConnectionLost, "closed the connection"),
    ],
)
async def test_each_way_of_failing_has_its_own_words(
    kind: type[Exception],
    ours: type[ProviderError],
    said: str,
    upstream: Upstream,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An operator can tell a name that is not known from a port that nobody listens on."""
    monkeypatch.setattr(ResponseHandler, "read", raising(made(kind)))
    async with Wire(upstream.base_url) as wire:
        error = await failed(wire)

    assert type(error) is ours
    assert said in error.message


def test_what_is_left_out_is_still_there() -> None:
    """A name that aiohttp no longer exports does not stand here for ever."""
    assert [name for name in NEVER_RAISED if not hasattr(aiohttp, name)] == []

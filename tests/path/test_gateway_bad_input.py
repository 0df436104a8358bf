"""Whatever is sent, the answer is a typed error in OpenAI's shape, and nothing of it stands in the log."""

import http.client
import logging
import socket
from collections.abc import Iterator
from contextlib import closing

import psutil
import pytest

from tests.support.gateway import Heard, RunningGateway, scripted, serving, settings_with

CHAT = "/v1/chat/completions"
CANARY = "canary-5f1c-said-in-confidence"
MB = 1024 * 1024


@pytest.fixture(scope="module")
def gateway(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningGateway]:
    """A gateway with a small model and narrow limits for heads."""
    models: dict[str, dict[str, object]] = {"plain": {"text": "Hello."}, "small": {"text": "Hi.", "context_tokens": 64}}
    settings = settings_with(scripted(**models), server={"max_header_bytes": 4096})
    with serving(settings, home=tmp_path_factory.mktemp("home")) as running:
        yield running


def refused(heard: Heard, status: int, code: str, param: str | None = None) -> None:
    """It is this error, in OpenAI's shape, and it does not repeat what was sent."""
    assert (heard.status, heard.error.code, heard.error.param) == (status, code, param)
    assert heard.headers["content-type"] == "application/json"
    assert CANARY not in heard.body.decode()


def said(**fields: object) -> dict[str, object]:
    return {"model": "stage:plain", "messages": [{"role": "user", "content": CANARY}], **fields}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"nonsense",
        b'{"messages": "' + CANARY.encode(),
        b'{"messages": [{"role": "user", "content": "\xff"}]}',
    ],
)
def test_body_that_is_not_json_is_refused(gateway: RunningGateway, body: bytes) -> None:
    """Malformed JSON and invalid UTF-8 are the caller's mistakes."""
    refused(gateway.ask(CHAT, body), 400, "invalid_request")


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"messages": []}, "messages"),
        ({"messages": [{"role": "user", "content": {"a": CANARY}}]}, "messages[0].content"),
        ({"temperature": CANARY}, "temperature"),
        ({"segue": {CANARY[:6]: 1}}, "segue.canary"),
    ],
)
def test_wrong_field_is_named(gateway: RunningGateway, fields: dict[str, object], param: str) -> None:
    """The error's `param` is the field."""
    refused(gateway.ask(CHAT, said(**fields)), 400, "invalid_request", param)


@pytest.mark.parametrize("stream", [True, False])
def test_unknown_model_is_told(gateway: RunningGateway, stream: bool) -> None:
    """A model that does not exist is 404, also for a stream."""
    refused(gateway.ask(CHAT, said(model="nobody:nothing", stream=stream)), 404, "model_not_found", "model")


def test_conversation_that_is_too_long_is_told(gateway: RunningGateway) -> None:
    """A conversation that the asked model cannot hold is refused before it is sent anywhere."""
    long = [{"role": "user", "content": f"{CANARY} word " * 400}]
    heard = gateway.ask(CHAT, said(model="stage:small", messages=long, segue={"strict": True}))
    refused(heard, 400, "context_length_exceeded", "messages")


@pytest.mark.parametrize(
    ("method", "path", "status", "code"),
    [
        ("POST", "/v1/completions", 404, "not_found"),
        ("GET", "/", 404, "not_found"),
        ("GET", "/v1/models/", 404, "not_found"),
        ("GET", "/v1/models/nobody", 404, "model_not_found"),
        ("GET", CHAT, 405, "method_not_allowed"),
        ("DELETE", "/v1/models", 405, "method_not_allowed"),
        ("TRACE", "/metrics", 405, "method_not_allowed"),
    ],
)
def test_wrong_path_or_method_is_told(gateway: RunningGateway, method: str, path: str, status: int, code: str) -> None:
    """Unknown paths are 404; wrong methods are 405 and name the right ones."""
    heard = gateway.ask(path, method=method)
    assert (heard.status, heard.error.code) == (status, code)
    assert ("allow" in heard.headers) is (status == 405)


@pytest.mark.parametrize(
    ("headers", "param"),
    [
        ({"content-type": "text/plain"}, "Content-Type"),
        ({"content-type": ""}, "Content-Type"),
        ({"content-encoding": "gzip"}, "Content-Encoding"),
    ],
)
def test_body_of_another_kind_is_refused(gateway: RunningGateway, headers: dict[str, str], param: str) -> None:
    """Only plain JSON is read: a web page can send other kinds without asking first."""
    refused(gateway.ask(CHAT, said(), headers=headers), 415, "unsupported_media_type", param)


@pytest.mark.parametrize(
    ("headers", "param"),
    [
        ({"host": "evil.example"}, "Host"),
        ({"origin": "https://evil.example"}, "Origin"),
        ({"origin": "null"}, "Origin"),
    ],
)
def test_foreign_host_or_origin_is_refused(gateway: RunningGateway, headers: dict[str, str], param: str) -> None:
    """A web page elsewhere cannot use the gateway on this machine, and reads no CORS header."""
    heard = gateway.ask(CHAT, said(), headers=headers)
    refused(heard, 403, "not_allowed", param)
    assert not [name for name in heard.headers if name.startswith("access-control")]


def test_preflight_gets_no_permission(gateway: RunningGateway) -> None:
    """A browser that asks whether it may call gets the methods, and no leave."""
    heard = gateway.ask(CHAT, method="OPTIONS", headers={"origin": "https://evil.example"})
    assert (heard.status, heard.headers["allow"]) == (200, "POST, OPTIONS")
    assert not [name for name in heard.headers if name.startswith("access-control")]


def test_empty_session_header_is_refused(gateway: RunningGateway) -> None:
    """A session that is set to nothing is a mistake, and is told as one."""
    refused(gateway.ask(CHAT, said(), headers={"x-segue-session": ""}), 400, "invalid_request", "X-Segue-Session")


def test_body_beyond_the_limit_is_refused_before_it_is_sent(gateway: RunningGateway) -> None:
    """A declared length is enough to refuse 50 MB."""
    with closing(http.client.HTTPConnection("127.0.0.1", gateway.port, timeout=60)) as connection:
        connection.putrequest("POST", CHAT)
        connection.putheader("content-type", "application/json")
        connection.putheader("content-length", str(50 * MB))
        connection.endheaders()
        response = connection.getresponse()
        assert (response.status, b"body_too_large" in response.read()) == (413, True)


def test_body_without_length_is_refused_without_being_kept(gateway: RunningGateway) -> None:
    """50 MB in chunks get 413, the sender may finish sending, and the gateway does not grow by it."""
    before_bytes = psutil.Process().memory_info().rss
    piece = b"%x\r\n%b\r\n" % (MB, b"x" * MB)
    with closing(socket.create_connection(("127.0.0.1", gateway.port), timeout=60)) as line:
        line.sendall(b"POST %b HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n" % CHAT.encode())
        line.sendall(b"transfer-encoding: chunked\r\n\r\n")
        for _ in range(50):
            line.sendall(piece)
        line.sendall(b"0\r\n\r\n")
        assert line.recv(4096).startswith(b"HTTP/1.1 413 ")
    assert psutil.Process().memory_info().rss - before_bytes < 30 * MB


def test_head_beyond_the_limit_is_refused(gateway: RunningGateway) -> None:
    """A head that is too long is 431, whole or still growing."""
    refused(gateway.ask(CHAT, said(), headers={"x-long": "x" * 5000}), 431, "headers_too_large")
    with closing(socket.create_connection(("127.0.0.1", gateway.port), timeout=60)) as line:
        line.sendall(b"GET / HTTP/1.1\r\nx-endless: " + b"x" * 200_000)
        assert line.recv(4096).startswith(b"HTTP/1.1 431 ")


def test_large_body_in_one_piece_is_not_taken_for_a_head(gateway: RunningGateway) -> None:
    """Only the head is counted against the limit of the head."""
    assert gateway.ask(CHAT, said(messages=[{"role": "user", "content": "word " * 20_000}])).status == 200


@pytest.mark.parametrize(
    "rubbish", [b"\x16\x03\x01\x02\x00\x01\x00", b"GET\r\n\r\n", b"POST / HTTP/9.9\r\n\r\n", b"\x00" * 64]
)
def test_what_is_not_http_gets_400(gateway: RunningGateway, rubbish: bytes) -> None:
    """A line that speaks something else is told so and closed."""
    with closing(socket.create_connection(("127.0.0.1", gateway.port), timeout=60)) as line:
        line.sendall(rubbish)
        assert line.recv(4096).startswith(b"HTTP/1.1 400 ")


def test_nothing_that_was_said_is_logged(gateway: RunningGateway, caplog: pytest.LogCaptureFixture) -> None:
    """Words of a conversation and keys stand in no log, whatever becomes of the request. Covers R7.2."""
    with caplog.at_level(logging.DEBUG):
        gateway.ask(CHAT, said())
        gateway.ask(CHAT, said(temperature=CANARY))
        gateway.ask(CHAT, said(model=f"nobody:{CANARY}"))
        gateway.ask(CHAT, f'{{"messages": "{CANARY}'.encode())
        gateway.ask(f"/{CANARY}", headers={"authorization": f"Bearer segue-{CANARY}"})
        gateway.ask(CHAT, said(), headers={"authorization": f"Bearer segue-{CANARY}"})
    assert CANARY not in caplog.text


@pytest.mark.parametrize(
    ("start", "more"), [(b"0\r\n", b"x: " + b"y" * 60 + b"\r\n"), (b"0\r\nx: ", b"y" * 64), (b"1;", b"y" * 64)]
)
def test_endless_rest_of_a_request_is_cut_off(gateway: RunningGateway, start: bytes, more: bytes) -> None:
    """Trailers without end, from somebody who may not even come in, cost no memory."""
    before_bytes = psutil.Process().memory_info().rss
    with closing(socket.create_connection(("127.0.0.1", gateway.port), timeout=60)) as line:
        line.sendall(b"POST %b HTTP/1.1\r\nhost: evil.example\r\ntransfer-encoding: chunked\r\n\r\n" % CHAT.encode())
        line.sendall(start)
        with pytest.raises(OSError, match=r"reset|pipe"):  # noqa: PT012 - which of them fails is the network's choice
            for _ in range(100):
                line.sendall(more * (MB // 64))
    assert psutil.Process().memory_info().rss - before_bytes < 30 * MB


def test_two_hosts_are_refused(gateway: RunningGateway) -> None:
    """A request that names two hosts is refused: which one counts would be a guess."""
    with closing(socket.create_connection(("127.0.0.1", gateway.port), timeout=60)) as line:
        line.sendall(b"GET /v1/models HTTP/1.1\r\nhost: evil.example\r\nhost: localhost\r\n\r\n")
        answer = line.recv(4096)
    assert answer.startswith(b"HTTP/1.1 400 ")
    assert b'"param":"Host"' in answer


def test_offer_of_another_protocol_is_declined(gateway: RunningGateway) -> None:
    """Java's HttpClient offers HTTP/2 with its first request, and is answered in HTTP/1.1."""
    offer = {"connection": "Upgrade, HTTP2-Settings", "upgrade": "h2c", "http2-settings": "AAEAAEAAAAIAAAAB"}
    assert gateway.ask(CHAT, said(), headers=offer).status == 200


def test_half_an_emoji_does_not_turn_a_message_away(gateway: RunningGateway) -> None:
    """What a script cut in the middle of an emoji is answered like anything else."""
    body = rb'{"model":"stage:plain","messages":[{"role":"user","content":"I give up \ud83d"}]}'
    assert gateway.ask(CHAT, body).status == 200

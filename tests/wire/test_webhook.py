"""Receivers of webhooks: what goes out, where it may go, and how much of what comes back is read."""

from __future__ import annotations

import socket

import pytest
from typing_extensions import override

from segue.domain.models import ModelRef
from segue.errors import Unreachable
from segue.providers.webhook import Webhook
from segue.providers.wire import Wire
from tests.support.receiver import Receiver, says
from tests.support.scenes import Scene
from tests.support.upstream import Asked

HEADERS = {"webhook-id": "ho_1", "webhook-timestamp": "1", "webhook-signature": "v1,QUJD"}


class Listening(Receiver):
    """A receiver that keeps whole requests."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Asked] = []

    @override
    def scene_for(self, asked: Asked) -> Scene:
        self.heard.append(asked)
        return super().scene_for(asked)


async def test_a_message_goes_where_it_should_with_its_headers() -> None:
    """Path, question and headers are those of the settings and of this message; a large body has them too."""
    async with Listening() as receiver, Webhook(f"{receiver.url}/in?to=desk%20one", name="receiver 1") as webhook:
        assert await webhook.post(b'{"a": 1}', HEADERS) == (200, b'{"acknowledged": true}')
        large = b'{"a": "' + b"x" * 2**20 + b'"}'
        assert (await webhook.post(large, HEADERS | {"webhook-id": "ho_2"}))[0] == 200

    first, second = receiver.heard
    assert first.path == "/desk/in?to=desk%20one"
    assert first.headers.items() >= {**HEADERS, "content-type": "application/json"}.items()
    assert (second.headers["webhook-id"], second.raw) == ("ho_2", large)


async def test_no_more_than_the_beginning_of_an_answer_is_read() -> None:
    """An answer without an end fills no memory."""
    async with Receiver() as receiver, Webhook(receiver.url, name="receiver 1") as webhook:
        receiver.then = says(b"x" * 10**6)
        status, body = await webhook.post(b"{}", HEADERS)

    assert (status, len(body)) == (200, 2**16)


async def test_a_name_that_leads_to_a_refused_address_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are looked up when they are asked, and an address that a setting may not hold is none by another name."""
    async with Receiver() as receiver:
        address = receiver.base_url.replace("127.0.0.1", "localhost")
        async with Wire(address, refuses=lambda host: host in {"127.0.0.1", "::1"}) as wire:
            with pytest.raises(Unreachable, match="leads to an address that is not asked"):
                async with wire.post("chat", b"{}", model=ModelRef("handoff", "receiver 1")):
                    pass
        async with (
            Wire(address, refuses=lambda host: host.startswith("169.254."), connect_s=5) as wire,
            wire.post("chat", b"{}", model=ModelRef("a", "b"), headers=HEADERS) as answer,
        ):
            assert answer.status == 200


async def test_errors_name_the_host_and_nothing_else_of_an_address() -> None:
    """What stands in a receiver's path or question may be its secret."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{closed.getsockname()[1]}/hush?key=hush"
        async with Webhook(url, name="receiver 2") as webhook:
            with pytest.raises(Unreachable, match=r"receiver 2: No connection to http://127\.0\.0\.1") as caught:
                await webhook.post(b"{}", HEADERS)
            assert "hush" not in f"{caught.value}{webhook!r}{caught.value.__cause__}"

"""A human receiver over real HTTP: it answers as it is told, and checks signatures by itself.

async with Receiver() as receiver:
    receiver.url                        # http://127.0.0.1:PORT/desk
    receiver.plan[:] = [BROKEN, KNOWS]  # for the next messages; after them `then`
    await receiver.received(2)
    receiver.messages[-1].told["level"]
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import time
from dataclasses import dataclass
from typing import Final

import msgspec
from typing_extensions import override

from tests.support.scenes import Scene
from tests.support.upstream import Asked, Upstream

SECRET: Final = "whsec_" + base64.b64encode(bytes(range(32))).decode()


def says(body: bytes, status: int = 200, **headers: str) -> Scene:
    """An answer with this body; a header's underscores become dashes."""
    shown = {name.replace("_", "-"): value for name, value in headers.items()}
    return Scene((body,) if body else (), status, "application/json", shown)


KNOWS: Final = says(b'{"acknowledged": true}')
TAKES: Final = says(b'{"acknowledged": false}', 202)
BROKEN: Final = says(b'{"acknowledged": true}', 500)
SILENT: Final = Scene(status=0, end="hang")


@dataclass(frozen=True, slots=True)
class Received:
    """One message as it came."""

    id: str
    is_signed: bool
    """Whether its signature is right, by the receiver's own reckoning."""
    told: dict[str, object]
    raw: bytes
    path: str
    at_s: float


class Receiver(Upstream):
    """The server. By itself it acknowledges everything."""

    def __init__(self) -> None:
        super().__init__()
        self.plan: list[Scene] = []
        self.then = KNOWS
        self.messages: list[Received] = []
        self._came = asyncio.Event()

    @property
    def url(self) -> str:
        return self.base_url.replace("/v1", "/desk")

    async def received(self, times: int = 1, *, within_s: float = 5.0) -> None:
        """Wait until so many messages have come in all."""
        async with asyncio.timeout(within_s):
            while len(self.messages) < times:
                self._came.clear()
                await self._came.wait()

    @override
    def scene_for(self, asked: Asked) -> Scene:
        told = msgspec.json.decode(asked.raw, type=dict[str, object])
        head = asked.headers
        self.messages.append(Received(head["webhook-id"], is_signed(asked), told, asked.raw, asked.path, asked.at_s))
        self._came.set()
        return self.plan.pop(0) if self.plan else self.then


def is_signed(asked: Asked, secret: str = SECRET) -> bool:
    """Whether a message is from whoever has the secret, and sent within five minutes.

    Written from the specification and RFC 2104, with nothing of ours.
    """
    key = base64.b64decode(secret.split("_", 1)[1]).ljust(64, b"\0")
    sent_at = asked.headers["webhook-timestamp"]
    signed = f"{asked.headers['webhook-id']}.{sent_at}.".encode() + asked.raw
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in key) + signed).digest()
    right = hashlib.sha256(bytes(byte ^ 0x5C for byte in key) + inner).digest()
    given = [base64.b64decode(part[3:]) for part in asked.headers["webhook-signature"].split() if part[:3] == "v1,"]
    return right in given and abs(time.time() - int(sent_at)) < 300

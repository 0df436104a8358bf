"""A receiver of webhooks over the wire: bytes go out, a status and the beginning of an answer come back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from typing import Self
from urllib.parse import urlsplit

from typing_extensions import override

from segue.domain.addresses import is_never_asked
from segue.domain.models import ModelRef
from segue.providers.wire import Wire


class Webhook:
    """One receiver's address. An async context manager; open it inside the loop that uses it.

    No redirect is followed and no environment is read. The address may hold a secret: no error shows more of it than
    its host.
    """

    def __init__(self, url: str, *, name: str, connect_s: float = 2.0, about: str = "handoff") -> None:
        """`about` and `name` stand in errors, as `handoff:receiver 1`."""
        parts = urlsplit(url)
        self._path = f"{parts.path.removeprefix('/')}{'?' if parts.query else ''}{parts.query}"
        self._ref = ModelRef(about, name)
        origin = f"{parts.scheme}://{parts.netloc}"
        self._wire = Wire(origin, connect_s=connect_s, refuses=is_never_asked)

    @override
    def __repr__(self) -> str:
        return f"Webhook({self._ref.name!r})"

    async def __aenter__(self) -> Self:
        await self._wire.__aenter__()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._wire.__aexit__()

    async def post(self, body: bytes, headers: Mapping[str, str]) -> tuple[int, bytes]:
        """The status, and as much of the answer as is ever read (64 KiB). Raises ProviderError where there is none."""
        async with self._wire.post(self._path, body, model=self._ref, headers=headers) as answer:
            return answer.status, await answer.refusal()


class Receivers:
    """Several receivers, opened and closed together."""

    def __init__(self, urls: Sequence[str], *, connect_s: float = 2.0) -> None:
        self._webhooks = [Webhook(url, name=f"receiver {n}", connect_s=connect_s) for n, url in enumerate(urls, 1)]
        self.posts = [webhook.post for webhook in self._webhooks]
        """How each is sent something, in the order of the addresses."""
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        async with AsyncExitStack() as stack:
            for webhook in self._webhooks:
                await stack.enter_async_context(webhook)
            self._stack = stack.pop_all()
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._stack.aclose()

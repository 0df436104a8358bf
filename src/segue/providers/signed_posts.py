"""One signed message to one receiver of webhooks: what it answered, or why it did not."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Final, TypeAlias

from segue.domain.webhooks import signed_headers
from segue.errors import ProviderError

Post: TypeAlias = Callable[[bytes, Mapping[str, str]], Awaitable[tuple[int, bytes]]]
"""Sends a body with headers to one receiver: the status and the beginning of the answer. Raises ProviderError."""

SILENT: Final = "silent"
"""Why nobody answered where the time was over."""


async def answered(
    post: Post, message_id: str, body: bytes, *, secret: str, at_s: int, answer_s: float
) -> tuple[int, bytes] | str:
    """The status and the beginning of the answer; SILENT, or the code of an error, where there is none.

    `at_s`: when it is sent, in seconds since 1970. `answer_s`: longest wait.
    """
    headers = signed_headers(message_id, body, at_s=at_s, secret=secret)
    try:
        async with asyncio.timeout(answer_s):
            return await post(body, headers)
    except TimeoutError:
        return SILENT
    except ProviderError as error:
        return error.code

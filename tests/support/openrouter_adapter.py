"""An OpenRouter adapter in front of the reference server, as the tests over real HTTP want it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from segue.domain.chat import Bounds, ChatRequest, Message, ProviderPiece, Role
from segue.domain.models import Privacy
from segue.providers.openrouter.adapter import OpenRouterAdapter, OpenRouterOptions
from tests.conformance.provider_harness import context
from tests.support.openrouter import (
    KEY,
    OpenRouter,
)

NOW = datetime(2026, 5, 13, 12, 0, tzinfo=UTC)
OPEN = Bounds(Privacy.ANY, is_therapeutic=False, may_stand_in=None)
REQUEST = ChatRequest((Message(Role.USER, "Begin."),), bounds=OPEN)
PLAIN = replace(REQUEST, stream=False)
PAID = "deepseek/deepseek-v4-flash"
FREE = "qwen/qwen3-coder:free"


@asynccontextmanager
async def adapter(
    server: OpenRouter, home: Path, *, key: str | None = KEY, now: datetime = NOW, **options: object
) -> AsyncIterator[OpenRouterAdapter]:
    raw = {"base_url": server.base_url, "models": {name: {} for name in ("maker/name", PAID, FREE)}, **options}
    made = OpenRouterAdapter(OpenRouterOptions.model_validate(raw), context(home, key=key), now=lambda: now)
    async with made:
        yield made


async def ask(
    provider: OpenRouterAdapter, model: str = "maker/name", request: ChatRequest = REQUEST
) -> list[ProviderPiece]:
    async with provider.answer(request, model) as pieces:
        return [piece async for piece in pieces]

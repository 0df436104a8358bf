"""Anthropic's list of models, read: from the pages of `GET /models` to values of ours. Pure but for the asking.

A field that is missing or of another kind is unknown, and an entry that cannot be read is counted.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from datetime import UTC, date, datetime
from typing import Final

import msgspec

from segue.domain.foreign_text import is_showable, shown
from segue.domain.listing import ListedModel, Listing, ListSource
from segue.domain.models import Capability, DataPolicy, ModelRef
from segue.errors import BadAnswer
from segue.providers.anthropic.facts import facts_of
from segue.providers.openai_protocol import check_status
from segue.providers.wire import Wire

PAGE: Final = "models?limit=1000"
"""The largest page there is (`ModelListParams` of Anthropic's SDK, 2026-11)."""
MOST_PAGES: Final = 20
"""A list that goes on after as many is no list of models."""
MOST_MODELS: Final = 1_000
"""Further ones are counted with those that could not be read. Our choice, as for servers on this machine."""
RECORDED: Final = (
    *("claude-fable-5-2", "claude-haiku-5-5", "claude-sonnet-5-5", "claude-fable-5-1", "claude-opus-5-5"),
    *("claude-sonnet-5", "claude-fable-5", "claude-opus-5", "claude-opus-4-8", "claude-opus-4-7", "claude-opus-4-6"),
    *("claude-sonnet-4-6", "claude-haiku-4-5-20251001", "claude-opus-4-5-20251101", "claude-sonnet-4-5-20250929"),
)
"""`Model` of Anthropic's SDK 2.14, without other names of the same model and those for invited customers alone: what
stands here and is not fetched later counts as gone."""
RECORDED_ON: Final = datetime(2026, 11, 26, tzinfo=UTC)


class _Page(msgspec.Struct):
    data: list[msgspec.Raw]
    has_more: bool = False
    last_id: str | None = None


class _Support(msgspec.Struct, frozen=True):
    supported: bool = False


class _Capabilities(msgspec.Struct):
    image_input: _Support = _Support()
    structured_outputs: _Support = _Support()


class _Model(msgspec.Struct):
    id: str
    display_name: str | None = None
    created_at: datetime | None = None
    capabilities: _Capabilities | None = None
    max_input_tokens: int | None = None
    max_tokens: int | None = None
    lifecycle: str | None = None
    retires_at: datetime | None = None


_PAGE_DECODER = msgspec.json.Decoder(_Page)
_MODEL_DECODER = msgspec.json.Decoder(_Model)


async def fetch_entries(wire: Wire, provider: str, *, now: datetime, key_hint: str = "") -> list[msgspec.Raw]:
    """The entries of the list of today, of all its pages. Raises ProviderError."""
    return [entry async for entry in _entries(wire, ModelRef(provider, "models"), now, key_hint)]


def read_listing(
    entries: Collection[msgspec.Raw], provider: str, *, as_of: datetime, policy: DataPolicy = DataPolicy.UNKNOWN
) -> Listing:
    """The list that these entries are, in the host's order, each name once; of more than MOST_MODELS the first."""
    found: dict[str, ListedModel] = {}
    for entry in entries:
        try:
            told = _MODEL_DECODER.decode(entry)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            continue
        if is_showable(told.id) and told.id not in found and len(found) < MOST_MODELS:
            found[told.id] = _listed(told, ModelRef(provider, told.id), policy, as_of.date())
    return Listing(provider, tuple(found.values()), ListSource.KEPT, as_of, len(entries) - len(found))


def recorded_listing(provider: str, policy: DataPolicy = DataPolicy.UNKNOWN) -> Listing:
    """What there is before the first fetch: the names that Anthropic's SDK knew, with what is known by a name."""
    models = [_by_name(ModelRef(provider, name), policy) for name in RECORDED]
    return Listing(provider, tuple(models), ListSource.SHIPPED, RECORDED_ON)


def _by_name(ref: ModelRef, policy: DataPolicy) -> ListedModel:
    facts = facts_of(ref.name)
    able = facts.capabilities
    return ListedModel(
        ref,
        title=ref.name,
        canonical=ref.name,
        context_tokens=facts.context_tokens,
        max_output_tokens=facts.max_output_tokens,
        reads=frozenset({"text", "image"}) if Capability.IMAGES in able else frozenset(),
        writes=frozenset({"text"}),
        parameters=frozenset({"tools"} | ({"structured_outputs"} if Capability.JSON_SCHEMA in able else set())),
        data_policy=policy,
    )


async def _entries(wire: Wire, ref: ModelRef, now: datetime, key_hint: str) -> AsyncIterator[msgspec.Raw]:
    path = PAGE
    for _ in range(MOST_PAGES):
        async with wire.get(path, model=ref) as answer:
            await check_status(answer, ref, now, key_hint=key_hint)
            body = await answer.body()
        try:
            page = _PAGE_DECODER.decode(body)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise BadAnswer("Its answer is no list of models.", model=ref) from error
        for entry in page.data:
            yield entry
        if not page.has_more or not page.last_id:
            return
        path = f"{PAGE}&after_id={page.last_id}"
    raise BadAnswer(f"Its list of models has no end after {MOST_PAGES} pages.", model=ref)


def _listed(told: _Model, ref: ModelRef, policy: DataPolicy, today: date) -> ListedModel:
    can = told.capabilities
    reads = None if can is None else {"text", *(["image"] if can.image_input.supported else [])}
    parameters = {"tools"} | ({"structured_outputs"} if can is not None and can.structured_outputs.supported else set())
    return ListedModel(
        ref,
        title=shown(told.display_name or ref.name),
        canonical=ref.name,
        listed_at=_moment(told.created_at),
        context_tokens=told.max_input_tokens or None,
        max_output_tokens=told.max_tokens or None,
        reads=frozenset(reads or ()),
        writes=frozenset({"text"}),
        parameters=frozenset(parameters),
        # A day that is past, of a model that is still there, is overdue and says nothing (`ModelInfo` of the SDK).
        expires_on=told.retires_at.date() if told.retires_at and told.retires_at.date() >= today else None,
        is_gone=told.lifecycle == "retired",
        data_policy=policy,
    )


def _moment(told: datetime | None) -> datetime | None:
    """A moment with its zone; the epoch stands for one that is not known."""
    if told is None or told.year <= 1970:
        return None
    return told if told.tzinfo else told.replace(tzinfo=UTC)

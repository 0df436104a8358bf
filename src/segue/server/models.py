"""`GET /v1/models` and `/v1/models/ID`: every name that a request's `model` may have."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from segue.config.settings import RouteSettings
from segue.domain.callers import CallerScope
from segue.domain.models import ModelCard, ModelRef, TaskType
from segue.domain.money import Price
from segue.errors import ModelNotFound
from segue.server.access import CHATS, Door
from segue.server.contract import TurnTaker
from segue.server.wire import Incoming, respond


class ModelRoutes:
    """Lists models as OpenAI does, each with what Segue knows of it under `segue`."""

    def __init__(self, turns: TurnTaker, door: Door) -> None:
        self._turns = turns
        self._door = door

    async def list_all(self, request: Incoming) -> None:
        """All names that the caller's key may use."""
        who = await self._door.admit(request.headers, CHATS)
        await respond(request.send, msgspec.json.encode({"object": "list", "data": list(self._entries(who.scope))}))

    async def show(self, request: Incoming, model_id: str) -> None:
        """One name. Raises ModelNotFound."""
        who = await self._door.admit(request.headers, CHATS)
        entry = next((entry for entry in self._entries(who.scope) if entry["id"] == model_id), None)
        if entry is None:
            raise ModelNotFound("There is no model of that name.", hint="GET /v1/models lists them.", param="model")
        await respond(request.send, msgspec.json.encode(entry))

    def _entries(self, scope: CallerScope) -> Iterator[dict[str, object]]:
        """What a key of this scope may ask for."""
        yield _entry("auto", "segue", {"kind": "auto"})
        for task in TaskType:
            yield _entry(f"auto:{task}", "segue", {"kind": "task", "task": task})
        for name, route in self._turns.settings.routes.items():
            may = [model for model in route.models if (ref := ModelRef.parse(model)) is not None and scope.allows(ref)]
            if may or route.then_auto:
                yield _entry(name, "segue", _route(route, may))
        for card in filter(lambda card: scope.allows(card.ref), self._turns.cards()):
            yield _entry(str(card.ref), card.ref.provider, _model(card))


def _entry(model_id: str, owner: str, segue: dict[str, object]) -> dict[str, object]:
    """OpenAI's model object; `created` has to be a number, and 0 says that nobody knows."""
    return {"id": model_id, "object": "model", "created": 0, "owned_by": owner, "segue": segue}


def _route(route: RouteSettings, models: list[str]) -> dict[str, object]:
    """`models`: those of them that may be asked for."""
    return {"kind": "route", "models": models, "then_auto": route.then_auto, "privacy": route.privacy}


def _model(card: ModelCard) -> dict[str, object]:
    return {
        "kind": "model",
        "label": card.label,
        "status": card.status,
        "missing": card.missing,
        "local": card.is_local,
        "is_free": card.is_free,
        "price": None if card.price is None else _price(card.price),
        "data_policy": card.data_policy,
        "context_tokens": card.context_tokens,
        "max_output_tokens": card.max_output_tokens,
        "expires_on": card.expires_on,
        "capabilities": sorted(card.capabilities),
        "in_auto": card.in_auto,
    }


def _price(price: Price) -> dict[str, object]:
    """Dollars as decimal strings: a float would round them."""
    return {
        "input_usd_per_mtok": price.input_usd_per_mtok,
        "output_usd_per_mtok": price.output_usd_per_mtok,
        "cached_input_usd_per_mtok": price.cached_input_usd_per_mtok,
        "cache_write_usd_per_mtok": price.cache_write_usd_per_mtok,
        "request_usd": price.request_usd,
        "source": price.source,
        "as_of": price.as_of,
    }

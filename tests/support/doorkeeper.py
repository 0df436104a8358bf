"""A model server that takes some keys and refuses others, each in its own way.

async with Doorkeeper({"sk-one-00000000": 200}) as upstream:
    upstream.says["sk-one-00000000"] = 402
    upstream.asked["sk-one-00000000"]         # how many requests came with it
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from typing_extensions import override

from tests.support.scenes import Scene, refusal
from tests.support.upstream import Asked, Upstream

_REFUSALS: Final[Mapping[int, Scene]] = {
    401: refusal(401, {"message": "Incorrect API key provided", "code": "invalid_api_key"}),
    402: refusal(402, {"message": "Insufficient credits", "code": 402}),
    403: refusal(403, {"message": "not allowed", "code": "permission_denied"}),
    429: refusal(429, {"message": "slow down", "code": "rate_limit_exceeded"}),
    500: refusal(500, {"message": "oh"}),
}


class Doorkeeper(Upstream):
    """Answers with the status that `says` has for a request's key; 401 for keys that it does not know."""

    def __init__(self, says: Mapping[str, int] | None = None) -> None:
        super().__init__()
        self.says = dict(says or {})
        self.on_models: dict[str, int] = {}
        """Statuses for the list of models alone, by key; else as for all."""
        self.asked: Counter[str] = Counter()
        """Requests for an answer, by key."""
        self.checked: Counter[str] = Counter()
        """Requests for the list of models, by key."""
        self.quotes = False
        """True: refusals repeat the key, in a header and in every field that takes words."""
        self.routes: dict[str, Scene] = {}
        """Answers to other paths, for keys that are taken."""

    @override
    def scene_for(self, asked: Asked) -> Scene:
        key = asked.headers.get("authorization", "").removeprefix("Bearer ")
        is_list = not asked.raw
        (self.checked if is_list else self.asked)[key] += 1
        status = self.says.get(key, 401)
        if is_list:
            status = self.on_models.get(key, status)
        if status != 200 and self.quotes:
            said = f"Incorrect API key provided: {key}."
            return refusal(status, {"message": said, "code": key, "type": key, "param": key}, x_key=key)
        if status != 200:
            return _REFUSALS[status]
        return self.routes.get(asked.path) or super().scene_for(asked)

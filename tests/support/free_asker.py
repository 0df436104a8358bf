"""A process that asks a free model at once as often as it is told, and says how often it was answered.

python free_asker.py BASE_URL HOME REDIS_URL MODEL TIMES
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass
from pathlib import Path

from segue.domain.chat import Bounds, ChatRequest, Message, Role
from segue.domain.models import Privacy
from segue.errors import OutOfQuota
from segue.events import Broadcast
from segue.providers.contract import ProviderContext
from segue.providers.openrouter.adapter import OpenRouterAdapter, OpenRouterOptions

REQUEST = ChatRequest(
    (Message(Role.USER, "Begin."),), bounds=Bounds(Privacy.ANY, is_therapeutic=True, may_stand_in=None)
)
PATIENT_S = 20.0
"""A server that is asked by a busy machine is late, and each process would count alone then."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Asks through an adapter of its own."""

    base_url: str
    home: Path
    redis_url: str | None
    model: str

    async def answered(self, times: int) -> int:
        """How many of so many turns were answered."""
        options = OpenRouterOptions.model_validate({"base_url": self.base_url, "models": {self.model: {}}})
        context = ProviderContext(
            "subject", self.home, Broadcast(()), key="planted", redis_url=self.redis_url, redis_deadline_s=PATIENT_S
        )
        async with OpenRouterAdapter(options, context) as provider, asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._is_answered(provider)) for _ in range(times)]
        return sum(task.result() for task in tasks)

    async def _is_answered(self, provider: OpenRouterAdapter) -> bool:
        try:
            async with provider.answer(REQUEST, self.model) as pieces:
                return bool([piece async for piece in pieces])
        except OutOfQuota:
            return False


if __name__ == "__main__":
    base_url, home, redis_url, model, times = sys.argv[1:]
    sys.stdout.write(str(asyncio.run(Asker(base_url, Path(home), redis_url or None, model).answered(int(times)))))

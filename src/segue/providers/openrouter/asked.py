"""One answer of OpenRouter: counted where it has to be, and told of where its model is gone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence

from typing_extensions import override

from segue.domain.chat import ProviderPiece, Usage
from segue.domain.models import ModelRef
from segue.errors import ModelGone, OutOfQuota
from segue.providers.contract import Answer
from segue.providers.openai_errors import is_deprecated
from segue.providers.openrouter.quota import Refused, is_rationed


class Asked(Answer):
    """Counts before it asks: a request that was counted and never sent is one less, never one too many.

    Every free model that may answer counts, also one that stands in for another: one for which no request is left
    stands in for nobody.
    """

    def __init__(
        self,
        ref: ModelRef,
        stand_ins: Sequence[str],
        *,
        take: Callable[[], Awaitable[Refused | None]],
        make: Callable[[Sequence[str]], Answer],
        note_gone: Callable[[str], None],
        late_bill: Callable[[], Awaitable[Usage | None]],
    ) -> None:
        """`take` counts one request to a free model; `make` makes the answer with those stand-ins that are left."""
        self._ref, self._stand_ins = ref, stand_ins
        self._take, self._make, self._note_gone = take, make, note_gone
        self.late_bill = late_bill
        """See BilledLate."""
        self._answer: Answer | None = None

    @override
    async def __aenter__(self) -> AsyncIterator[ProviderPiece]:
        if is_rationed(self._ref.name) and (against := await self._take()) is not None:
            raise OutOfQuota(against.reason, model=self._ref, retry_after_s=against.wait_s)
        left = [name for name in self._stand_ins if not is_rationed(name) or await self._take() is None]
        self._answer = self._make(left)
        try:
            return await self._answer.__aenter__()
        except ModelGone as error:
            if is_deprecated(error):
                self._note_gone(self._ref.name)
            raise

    @override
    async def __aexit__(self, *_: object) -> None:
        assert self._answer is not None, "it was entered"
        await self._answer.__aexit__(None, None, None)

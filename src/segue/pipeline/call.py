"""An attempt under way: a model is asked, read piece by piece, and left exactly once, whichever way it ends."""

from __future__ import annotations

import logging
import time
from collections.abc import AsyncIterator, Callable
from types import TracebackType
from typing import Self

from segue.domain.chat import AnswerPiece, Finished, ProviderPiece, Working
from segue.domain.choice import Ranked
from segue.domain.models import ModelRef
from segue.errors import BadAnswer, ProviderError, ProviderFault, Silent, StreamCut
from segue.pipeline.asking import Asked
from segue.pipeline.attempt import Attempt
from segue.pipeline.patience import Patience
from segue.providers.contract import Answer

_log = logging.getLogger(__name__)


class Call:
    """One model being asked: `first`, then `next` until Finished; `end` at any time. As a context it ends itself.

    Every failure is a ProviderError. `on_end` is called once, when the model has been left, and told whether the
    failure counts against it.
    """

    __slots__ = ("_answer", "_ask", "_is_over", "_on_end", "_patience", "_pieces", "asked", "attempt", "first_piece",
                 "heard_at_s", "ranked")  # fmt: skip

    def __init__(
        self,
        ranked: Ranked,
        asked: Asked,
        attempt: Attempt,
        ask: Callable[[], Answer],
        *,
        gap_s: float,
        on_end: Callable[[Call, bool], None],
    ) -> None:
        self.ranked = ranked
        self.asked = asked
        self.attempt = attempt
        self.heard_at_s: float | None = None
        """When it was last heard of, on the clock of `time.monotonic`."""
        self.first_piece: AnswerPiece | None = None
        self._ask = ask
        self._answer: Answer | None = None
        self._pieces: AsyncIterator[ProviderPiece] | None = None
        self._patience = Patience(gap_s)
        self._on_end = on_end
        self._is_over = False

    @property
    def ref(self) -> ModelRef:
        """Who is asked."""
        return self.ranked.card.ref

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.end(error)

    async def first(self) -> None:
        """Ask, and wait for the first piece, however long it takes."""
        try:
            answer = self._ask()
            self._pieces = await answer.__aenter__()
            self._answer = answer
            while isinstance(piece := await anext(self._pieces), Working):
                self.heard_at_s = time.monotonic()
        except ProviderError:
            raise
        except StopAsyncIteration:
            raise BadAnswer("The answer ended without a word and without an end.", model=self.ref) from None
        except Exception as error:
            raise fault_of(error, self.ref) from error
        self.attempt.was_sent = True
        self.first_piece = self._heard(piece)

    def take_first(self) -> AnswerPiece | None:
        """The first piece, once."""
        first, self.first_piece = self.first_piece, None
        return first

    async def next(self) -> AnswerPiece:
        """The piece after the last one; within its pause, or the answer counts as cut."""
        assert self._pieces is not None, "first() comes first"
        try:
            while isinstance(piece := await self._patience.wait(anext(self._pieces)), Working):
                self.heard_at_s = time.monotonic()
        except ProviderError:
            raise
        except TimeoutError:
            raise StreamCut(f"No further word within {self._patience.limit_s:.1f} s.", model=self.ref) from None
        except StopAsyncIteration:
            raise StreamCut("The answer ended without its end.", model=self.ref) from None
        except Exception as error:
            raise fault_of(error, self.ref) from error
        return self._heard(piece)

    async def end(self, error: BaseException | None = None, *, counts: bool = True) -> None:
        """Leave the model; again is harmless. `error` says why; without one it is left on purpose, or was read whole.

        `counts` False: the failure says nothing against the model yet, because it is asked again at once.
        """
        if self._is_over:
            return
        self._is_over = True
        self._patience.end()
        attempt = self.attempt
        if isinstance(error, ProviderError):
            attempt.error, attempt.error_code = error, error.code
        attempt.was_sent = attempt.was_sent or self._answer is not None or isinstance(error, Silent)
        try:
            if self._answer is not None:
                await self._answer.__aexit__(None, None, None)
        except Exception as fault:  # noqa: BLE001 - the answer is over, and what leaving fails by changes nothing of it
            _log.warning("Leaving %s failed by %s.", self.ref, type(fault).__name__)
        finally:
            self._on_end(self, counts)
            del self._on_end, self._ask  # they hold whoever holds this call: a circle that only the collector would end

    def _heard(self, piece: AnswerPiece) -> AnswerPiece:
        self.heard_at_s = time.monotonic()
        self.attempt.note(piece)
        if type(piece) is Finished:
            self.attempt.error_code = None
        return piece


def fault_of(error: Exception, ref: ModelRef) -> ProviderFault:
    """What a provider raised and should not have: somebody else's fault, so that the next model is asked. Only its
    kind is told; its words may be anything."""
    return ProviderFault(
        f"Its provider failed by {type(error).__name__}.", model=ref, hint="This is a fault in its code."
    )


def forget_frames(error: ProviderError) -> None:
    """Let go of where a failure that was dealt with arose: its frames hold the turn and the turn holds the error, and
    only the collector, which runs seldom here, would end such a circle."""
    error.__traceback__ = None

"""An attempt under way: a model is asked, read piece by piece, and left exactly once, whichever way it ends."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable

from segue.domain.chat import AnswerPiece, Finished, Working
from segue.domain.choice import Ranked
from segue.domain.models import ModelRef
from segue.errors import BadAnswer, ProviderError, ProviderFault, Silent, StreamCut
from segue.pipeline.timing.patience import Patience
from segue.pipeline.turn.asking import Asked
from segue.pipeline.turn.attempt import Attempt
from segue.providers.contract import Answer, Provider

LEAVE_S = 2.0
"""How long leaving a model may take: it is only told that nobody listens any more."""

_log = logging.getLogger(__name__)


class Call:
    """One model being asked: `first`, then `next` until Finished. Every failure is a ProviderError.

    It ends in two steps. `settle`, which waits for nothing, says how it ended: what it took and cost is known from then
    on, and `on_end` is told, once, with whether a failure counts against the model. `close` leaves the model.
    """

    __slots__ = ("_is_settled", "_on_end", "_patience", "_pieces", "_provider_of", "answer", "asked", "attempt",
                 "first_piece", "heard_at_s", "ranked")  # fmt: skip

    def __init__(
        self,
        ranked: Ranked,
        asked: Asked,
        attempt: Attempt,
        provider_of: Callable[[ModelRef], Provider],
        gap_s: float,
        on_end: Callable[[Call, bool], None],
    ) -> None:
        self.ranked = ranked
        self.asked = asked
        self.attempt = attempt
        self.heard_at_s: float | None = None
        """When it was last heard of, on the clock of `time.monotonic`."""
        self.first_piece: AnswerPiece | None = None
        self.answer: Answer | None = None
        """What its provider gave for it, while it is to be left."""
        self._provider_of = provider_of
        self._pieces: AsyncIterator[AnswerPiece | Working] | None = None
        self._patience = Patience(gap_s)
        self._on_end = on_end
        self._is_settled = False

    @property
    def ref(self) -> ModelRef:
        """Who is asked."""
        return self.ranked.card.ref

    @property
    def is_open(self) -> bool:
        """True while the model has to be left."""
        return self.answer is not None

    async def first(self) -> None:
        """Ask, and wait for the first piece, however long it takes."""
        ref = self.ranked.card.ref
        try:
            answer = self._provider_of(ref).answer(self.asked.request, ref.name)
            self.attempt.is_under_way = True
            self._pieces = await answer.__aenter__()
            self.answer = answer
            while isinstance(piece := await anext(self._pieces), Working):
                if piece.is_sign:
                    self.heard_at_s = time.monotonic()
                self.attempt.note_working(piece)
        except ProviderError:
            raise
        except StopAsyncIteration:
            raise BadAnswer("The answer ended without a word and without an end.", model=self.ref) from None
        except asyncio.CancelledError as error:
            if _is_to_be_cancelled():
                raise
            raise self._fault(error) from error
        except Exception as error:
            raise self._fault(error) from error
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
            piece = await self._patience.wait(anext(self._pieces))
            if isinstance(piece, Working):  # it belongs before the first word; behind it, it is no progress
                piece = await self._patience.wait(self._next_words(self._pieces))
        except ProviderError:
            raise
        except TimeoutError:
            raise StreamCut(f"No further word within {self._patience.limit_s:.1f} s.", model=self.ref) from None
        except StopAsyncIteration:
            raise StreamCut("The answer ended without its end.", model=self.ref) from None
        except asyncio.CancelledError as error:
            if _is_to_be_cancelled():
                raise
            raise self._fault(error) from error
        except Exception as error:
            raise self._fault(error) from error
        return self._heard(piece)

    def settle(self, error: BaseException | None = None, *, counts: bool = True) -> None:
        """Say how it ended; again is harmless. Without an error it was read whole, or is left on purpose.

        `counts` False: the failure says nothing against the model yet, because it is asked again at once.
        """
        if self._is_settled:
            return
        self._is_settled = True
        self._patience.end()
        attempt = self.attempt
        if isinstance(error, ProviderError):
            attempt.error, attempt.error_code = error, error.code
        # Somebody who was still waited for has the prompt, as far as anybody can tell; who refused has not taken it.
        is_waited_for = attempt.is_under_way and (attempt.error is None or isinstance(error, Silent))
        attempt.was_sent = attempt.was_sent or self.answer is not None or is_waited_for
        self._on_end(self, counts)
        del self._on_end  # it holds whoever holds this call: a circle that only the collector would end

    async def close(self) -> None:
        """Leave the model; again is harmless. Raises nothing, and takes no longer than `LEAVE_S`."""
        answer, self.answer = self.answer, None
        if answer is None:
            return
        patience = Patience(LEAVE_S)
        try:
            await patience.wait(answer.__aexit__(None, None, None))
        except Exception as fault:  # noqa: BLE001 - the answer is over, and what leaving fails by changes nothing of it
            _log.warning("Leaving %s failed by %s.", self.ref, type(fault).__name__)
        finally:
            patience.end()

    async def _next_words(self, pieces: AsyncIterator[AnswerPiece | Working]) -> AnswerPiece:
        while isinstance(piece := await anext(pieces), Working):
            pass
        return piece

    def _heard(self, piece: AnswerPiece) -> AnswerPiece:
        self.heard_at_s = time.monotonic()
        self.attempt.note(piece)
        if type(piece) is Finished:
            self.attempt.error_code = None
        return piece

    def _fault(self, error: BaseException) -> ProviderFault:
        """What a provider raised and should not have: somebody else's fault, so that the next model is asked. Only its
        kind is told; its words may be anything."""
        return ProviderFault(
            f"Its provider failed by {type(error).__name__}.", model=self.ref, hint="This is a fault in its code."
        )


def _is_to_be_cancelled() -> bool:
    """Whether somebody wants this task cancelled; a provider may raise the same without being asked to."""
    task = asyncio.current_task()
    return task is None or task.cancelling() > 0


def forget_frames(error: ProviderError) -> None:
    """Let go of where a failure that was dealt with arose: its frames hold the turn and the turn holds the error, and
    only the collector, which runs seldom here, would end such a circle."""
    error.__traceback__ = None

"""One coherent answer from as many models as it takes: when one breaks off, another goes on behind what was shown.

Before the first word was shown, the next model simply answers anew. After it, the answer is cut back to the last
whole sentence that still waited, and the next model is asked to go on from there; what it repeats is left out at the
seam, and both parts are screened as one text. Tool calls and structured output are made anew, never joined: nothing of
them was shown before they were whole.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from types import TracebackType
from typing import Self

from segue.domain.chat import AnswerPiece, Finished
from segue.domain.models import ModelCard
from segue.errors import AllModelsFailed, DidNotGoOn, ProviderError
from segue.pipeline.fallback.attempts import FallbackHandler
from segue.pipeline.release.release import Release, Shown, Stopped
from segue.pipeline.release.seam import CannotBeJoined
from segue.pipeline.screening.answer_hearing import AnswerHearing
from segue.pipeline.timing.deadline import Deadline
from segue.pipeline.turn.call import Call, forget_frames
from segue.pipeline.turn.lineup import Lineup


class Narration:
    """One answer, read by `next`. An async context manager: leaving it leaves whoever speaks.

    A plain call and no generator: this runs for every piece of every answer.
    """

    def __init__(
        self,
        handler: FallbackHandler,
        lineup: Lineup,
        new_release: Callable[[], Release],
        rescues: int,
        turn_s: float,
        hearing: AnswerHearing | None = None,
    ) -> None:
        """`rescues`: how often an answer is continued at most. `turn_s`: how long each search for a model may take.

        `hearing` reads once more what the release lets pass; None: nobody does.
        """
        self._hearing = hearing
        self._handler = handler
        self._lineup = lineup
        self._new_release = new_release
        self._release = new_release()
        self._rescues_left = rescues
        self._turn_s = turn_s
        self._call: Call | None = None
        self._ready: deque[Shown] = deque()
        self._is_over = False
        self.card: ModelCard | None = None
        """Of the model that speaks, or spoke last."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._call is not None:
            self._call.settle(error)
            await self._call.close()

    @property
    def has_shown(self) -> bool:
        """True once the person has read a word."""
        return self._release.has_shown

    async def begin(self) -> None:
        """Return once the first piece is there for `next`. Raises what `next` would."""
        if (first := await self.next()) is not None:
            self._ready.appendleft(first)

    async def next(self) -> Shown | None:
        """What may be shown next: deltas, then one Finished or one Stopped, then None.

        Raises AllModelsFailed, or the ProviderError after which nobody may go on.
        """
        while not self._ready and not self._is_over:
            if self._call is None:
                self._call = await self._handler.first_to_answer(self._lineup)
                self.card = self._call.ranked.card
                asking, asked = self._lineup.asking, self._call.asked
                self._release.go_on(asking.seam(asked), asking.allowance(asked))
            await self._read_on(self._call)
        return self._ready.popleft() if self._ready else None

    async def _read_on(self, call: Call) -> None:
        try:
            self._take(call, call.take_first() or await call.next())
            if self._hearing is not None and self._ready:
                self._ready = deque(await self._hearing.passed(self._ready))
                self._is_over = self._is_over or any(isinstance(piece, Stopped) for piece in self._ready)
        except ProviderError as error:
            self._call = None
            call.settle(error)
            self._handler.leaving.start(call.close())
            self._prepare_next(call, error)
            forget_frames(error)
        else:
            if self._is_over:  # what is ready is given out before the model is left
                call.settle()

    def _take(self, call: Call, piece: AnswerPiece) -> None:
        """One more piece; what may be shown of it is ready then."""
        try:
            self._ready.extend(self._release.take(piece))
        except CannotBeJoined as fault:
            raise DidNotGoOn(str(fault), model=call.ref) from None
        call.attempt.was_shown = call.attempt.was_shown or bool(self._ready)
        is_finished = type(piece) is Finished
        self._is_over = is_finished or self._release.is_over
        if self._is_over and not is_finished and self._release.is_full:
            call.attempt.end_full()

    def _prepare_next(self, call: Call, error: ProviderError) -> None:
        """Who is asked next, and what. Raises the error where nobody is to be."""
        lineup = self._lineup
        lineup.failed(error, call.ranked)
        if self._handler.ends_turn(error):
            raise error
        lineup.deadline = Deadline.after(self._turn_s)
        if not self.has_shown:
            self._release = self._new_release()
            if not lineup.waiting and self._handler.may_try_again(error, lineup):
                lineup.again(call.ranked)
            return
        if not self._rescues_left:
            hint = "More models, or a higher `fallback.rescues`, give an answer more chances."
            raise AllModelsFailed("The answer broke off, and nobody went on to its end.", lineup.failures, hint=hint)
        self._rescues_left -= 1
        if self._handler.may_go_on(error):
            lineup.again(call.ranked)
        lineup.asking.go_on_after(self._release.break_off())

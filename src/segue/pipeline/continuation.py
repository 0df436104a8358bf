"""One coherent answer from as many models as it takes: when one breaks off, another goes on behind what was shown.

Before the first word was shown, the next model simply answers anew. After it, the answer is cut back to the last
whole sentence that still waited, and the next model is asked to go on from there; what it repeats is left out at the
seam, and both parts are screened as one text. Tool calls and structured output are made anew, never joined: nothing of
them was shown before they were whole.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator

from segue.domain.chat import AnswerPiece, Finished
from segue.domain.models import ModelCard
from segue.errors import AllModelsFailed, BadAnswer, KeyRejected, ModelGone, OutOfCredit, ProviderError, RequestRefused
from segue.pipeline.attempt import Deadline
from segue.pipeline.attempts import FallbackHandler
from segue.pipeline.call import Call
from segue.pipeline.lineup import Lineup
from segue.pipeline.release import Release, Shown
from segue.pipeline.seam import AnotherStory

_NOT_AGAIN = (KeyRejected, OutOfCredit, ModelGone, RequestRefused)
"""Failures that asking the same model again in this turn cannot mend."""


class Narration:
    """One answer. `shown` is read once; the other fields say how far it is."""

    def __init__(
        self,
        handler: FallbackHandler,
        lineup: Lineup,
        *,
        new_release: Callable[[], Release],
        rescues: int,
        turn_s: float,
    ) -> None:
        """`rescues`: how often an answer is continued at most. `turn_s`: how long each search for a model may take."""
        self._handler = handler
        self._lineup = lineup
        self._new_release = new_release
        self._release = new_release()
        self._rescues_left = rescues
        self._turn_s = turn_s
        self.card: ModelCard | None = None
        """Of the model that speaks, or spoke last."""

    @property
    def has_shown(self) -> bool:
        """True once the person has read a word."""
        return self._release.has_shown

    async def shown(self) -> AsyncGenerator[Shown]:
        """What may be shown: deltas, then one Finished or one Stopped.

        Raises AllModelsFailed, or the ProviderError after which nobody may go on.
        """
        while True:
            call = await self._handler.first_to_answer(self._lineup)
            self.card = call.ranked.card
            self._release.go_on(self._lineup.asking.seam(call.asked))
            piece = call.first_piece
            try:
                async with call:
                    while piece is not None:
                        for shown in self._taken(call, piece):
                            yield shown
                        piece = None if self._is_over(piece) else await call.next()
            except ProviderError as error:
                self._prepare_next(call, error)
            else:
                return

    def _taken(self, call: Call, piece: AnswerPiece) -> Iterator[Shown]:
        """What may be shown after one more piece."""
        try:
            for shown in self._release.take(piece):
                call.attempt.was_shown = True
                yield shown
        except AnotherStory:
            raise BadAnswer("It began anew instead of going on.", model=call.ref) from None

    def _is_over(self, piece: AnswerPiece) -> bool:
        return type(piece) is Finished or self._release.is_stopped

    def _prepare_next(self, call: Call, error: ProviderError) -> None:
        """Who is asked next, and what. Raises the error where nobody is to be."""
        lineup = self._lineup
        lineup.failures.append(error)
        if self._handler.ends_turn(error):
            raise error
        if not self.has_shown:
            self._release = self._new_release()
            if not lineup.waiting and self._handler.may_try_again(error, lineup):
                lineup.again(call.ranked)
            return
        if not self._rescues_left:
            hint = "More models, or a higher `fallback.rescues`, give an answer more chances."
            raise AllModelsFailed("It broke off, and so did those who went on with it.", lineup.failures, hint=hint)
        self._rescues_left -= 1
        if not isinstance(error, _NOT_AGAIN):
            lineup.again(call.ranked)
        lineup.asking.go_on_after(self._release.break_off())
        lineup.deadline = Deadline.after(self._turn_s)

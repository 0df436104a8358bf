"""A conversation at the terminal: what was said (in memory only) and the turns that are taken from it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, field

from segue.app import ModelManager
from segue.domain.callers import LOOPBACK_CALLER
from segue.domain.chat import ChatRequest, Message, Role, TextDelta
from segue.errors import SegueError
from segue.pipeline.turn.turns import Asker, TurnFinished, TurnStarted


@dataclass(slots=True)
class Conversation:
    """What was said so far. It is gone when the program ends, unless the person saves it."""

    models: ModelManager
    model: str = "auto"
    system: str | None = field(default=None, repr=False)
    session_id: str | None = field(default=None, repr=False)
    said: list[Message] = field(default_factory=list, repr=False)
    last: TurnFinished | None = None
    unanswered: str | None = field(default=None, repr=False)
    """The newest question, until words of an answer to it were shown."""
    failure: SegueError | None = field(default=None, repr=False)
    """Why the newest question has no whole answer."""

    def request(self, text: str) -> ChatRequest:
        """The turn that this text would begin."""
        before = (Message(Role.SYSTEM, self.system),) if self.system else ()
        said = (*before, *self.said, Message(Role.USER, text))
        return ChatRequest(said, model=self.model, on_failure="error")  # who sits at a terminal wants to know why

    async def take_turn(
        self, text: str, *, started: Callable[[TurnStarted], None], shown: Callable[[str], None]
    ) -> None:
        """Ask, show the words as they come, and remember both sides. A cancelled answer is remembered as far as it
        was shown. Raises SegueError; without words only the question and the error are remembered, for `/retry` and
        `/why`."""
        words: list[str] = []
        self.last, self.failure, self.unanswered = None, None, text
        try:
            async with aclosing(
                self.models.turn(self.request(text), Asker(LOOPBACK_CALLER, self.session_id))
            ) as pieces:
                async for piece in pieces:
                    if isinstance(piece, TextDelta):
                        words.append(piece.text)
                        shown(piece.text)
                    elif isinstance(piece, TurnStarted):
                        started(piece)
                    elif isinstance(piece, TurnFinished):
                        self.last = piece
        except asyncio.CancelledError:
            self._remember(text, words)
            raise
        except SegueError as error:
            self.failure = error
            raise
        self._remember(text, words)
        if self.last is not None and self.last.error is not None:
            raise self.last.error

    def _remember(self, text: str, words: list[str]) -> None:
        if words:
            self.unanswered = None
            self.said += [Message(Role.USER, text), Message(Role.ASSISTANT, "".join(words))]

    def take_back(self) -> str | None:
        """Forget the last exchange; the person's words of it, None when there is none. One without an answer counts."""
        if (text := self.unanswered) is not None:
            self.unanswered = None
            return text
        place = next((i for i in range(len(self.said) - 1, -1, -1) if self.said[i].role is Role.USER), None)
        if place is None:
            return None
        text = self.said[place].text
        del self.said[place:]
        return text

    def begin_anew(self) -> None:
        """Forget all that was said."""
        self.said.clear()
        self.last = self.failure = self.unanswered = None

    def as_text(self) -> str:
        """The conversation as it is saved."""
        names = {Role.USER: "You", Role.ASSISTANT: "Segue"}
        return "".join(f"{names.get(message.role, message.role)}:\n{message.text}\n\n" for message in self.said)

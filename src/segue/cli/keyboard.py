"""What a person types at the terminal: lines to say, and answers to questions."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator

from prompt_toolkit import PromptSession
from prompt_toolkit.history import DummyHistory, InMemoryHistory
from prompt_toolkit.output import create_output

YES = frozenset({"y", "yes"})


class Keyboard:
    """Reads the terminal without stopping anything else. History lives in memory only."""

    def __init__(self) -> None:
        # Prompts go to standard error, as everything that is no answer.
        output = create_output(sys.stderr)
        self._talk: PromptSession[str] = PromptSession(history=InMemoryHistory(), output=output)
        self._questions: PromptSession[str] = PromptSession(history=DummyHistory(), output=output)

    async def lines(self) -> AsyncIterator[str]:
        """What is typed, line by line, until Ctrl-D. Ctrl-C at the prompt empties the line."""
        while True:
            try:
                line = (await self._talk.prompt_async("you> ")).strip()
            except KeyboardInterrupt:
                continue
            except EOFError:
                return
            if line:
                yield line

    async def confirm(self, question: str) -> bool:
        """Whether the answer is a plain yes; Ctrl-C and Ctrl-D mean no."""
        try:
            return (await self._questions.prompt_async(question)).strip().lower() in YES
        except (KeyboardInterrupt, EOFError):
            return False

"""What a model is asked without because it cannot take it: told to operators, never a word of the talk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LossKind(StrEnum):
    """What a request that was made to fit a model is without."""

    TURNS = "turns"
    """The oldest turns: its context is too short for all of them."""
    TOOLS = "tools"
    """The tools that the caller offered."""
    TOOL_CALLS = "tool_calls"
    """Earlier calls of tools and their results are plain words."""
    IMAGES = "images"
    """A line stands where a picture was."""
    JSON_SCHEMA = "json_schema"
    """The schema is asked for in words."""
    JSON_OBJECT = "json_object"
    """JSON is asked for in words."""
    SYSTEM_ROLE = "system_role"
    """System messages stand in the person's first message."""
    LANGUAGE = "language"
    """Nothing is left out, but its maker does not name the language of the conversation."""


@dataclass(frozen=True, slots=True)
class Loss:
    """One thing that a model was asked without, and how many of it."""

    kind: LossKind
    count: int = 1
    """Turns, tools, calls or pictures; 1 for what is there once."""
    context_tokens: int | None = None
    """What the model's context holds; with TURNS only."""
    language: str | None = None
    """ISO 639-1; with LANGUAGE only."""

    @property
    def words(self) -> str:
        """A sentence for an operator; "it" is the model."""
        match self.kind:
            case LossKind.TURNS:
                were = "was" if self.count == 1 else "were"
                return f"{self.count} of the oldest turns {were} left out: its context holds {self._room} tokens."
            case LossKind.TOOLS:
                return f"{_counted(self.count, 'tool')} could not be offered: it calls none."
            case LossKind.TOOL_CALLS:
                return f"{_counted(self.count, 'earlier tool call')} became plain words: it knows no tools."
            case LossKind.IMAGES:
                return f"{_counted(self.count, 'picture')} gave way to a line that says so: it sees none."
            case LossKind.JSON_SCHEMA:
                return "The JSON schema is asked for in words: it cannot be held to one."
            case LossKind.JSON_OBJECT:
                return "JSON is asked for in words: it cannot be held to it."
            case LossKind.SYSTEM_ROLE:
                return "The system messages stand in the person's first message: it has no system role."
            case LossKind.LANGUAGE:
                return f"It was told to answer in '{self.language}', a language that its maker does not name."

    @property
    def _room(self) -> str:
        return "fewer" if self.context_tokens is None else f"{self.context_tokens:,}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"

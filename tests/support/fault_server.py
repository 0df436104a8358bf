"""A model server with a plan of faults: several models that mean to say the same, each failing when it is told to.

    async with FaultServer({"first": Voice([cut(700)]), "second": Voice()}) as server:
        server.base_url
        server.asked             # Counter({"first": 1, "second": 1})
        server.calls[-1].way     # "prefill"

Every model means to tell the story that the person asked for by number, so whatever is cut and by whoever it is
continued, the right answer is `story(number)`, byte for byte.
"""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from typing_extensions import override

from tests.support.continuing import Manner, Way, gone_on, wanted
from tests.support.faults import Fault, Line, well, wrong_request
from tests.support.scenes import Scene
from tests.support.story import number_in, story
from tests.support.upstream import Asked, Upstream

Dice: TypeAlias = Callable[[int, int], Fault]
"""Picks a fault by the story's number and by how often the model was asked for that story, from 1."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One model: what goes wrong and how it goes on with what another began."""

    faults: Sequence[Fault] = ()
    """What happens at its first calls, one each."""
    then: Fault = well
    """What happens at all further ones."""
    dice: Dice | None = None
    """In place of both: a fault by story and call."""
    manner: Manner = "exactly"
    rejects_prefill: bool = False
    """True: it answers 400 when the last message is the assistant's."""
    chunk_chars: int = 60
    text: str | None = None
    """What it means to say; None: the story that it was asked for."""


@dataclass(slots=True)
class Call:
    """One request that a model got."""

    model: str
    body: Mapping[str, object] = field(repr=False)
    number: int
    """The story that was asked for."""
    way: Way
    said: str = field(repr=False)
    """What was said of the answer before."""
    at_s: float
    """When it arrived, on the clock of `time.monotonic`."""
    ended_s: float | None = None
    """When its answer was over, broke off or was left; None: it is under way."""


class FaultServer(Upstream):
    """The server; `voices` are its models by name, and may be changed while it runs."""

    def __init__(
        self, voices: Mapping[str, Voice], *, keeps_connections: bool = False, keeps_calls: bool = True
    ) -> None:
        """A kept connection that breaks is tried once more by every HTTP client, which makes counts of requests
        depend on who used it before: tests that count keep none. Tests with many requests keep no calls."""
        super().__init__()
        self.voices = dict(voices)
        self.calls: list[Call] = []
        """In order of arrival, where they are kept."""
        self.asked: Counter[str] = Counter()
        """How often each model was asked."""
        self._asked_for: Counter[tuple[str, int]] = Counter()
        self._keeps_connections, self._keeps_calls = keeps_connections, keeps_calls
        self._open: dict[int, Call] = {}

    @override
    def scene_for(self, asked: Asked) -> Scene:
        body = asked.body
        model = str(body.get("model"))
        self.asked[model] += 1
        if not self._keeps_calls:
            self.requests.clear()
        voice = self.voices.get(model)
        if voice is None:
            return super().scene_for(asked)
        messages = _messages(body)
        number = number_in(words for role, words in messages if role == "user")
        text = story(number) if voice.text is None else voice.text
        want = wanted(messages, text)
        self._asked_for[model, number] += 1
        fault = self._fault(voice, model, number)
        if self._keeps_calls:
            call = Call(model, body, number, want.way, want.said, asked.at_s)
            self.calls.append(call)
            self._open[id(asked)] = call
        if want.way == "prefill" and voice.rejects_prefill:
            fault = wrong_request
        prompt_tokens = sum(len(words.split()) for _, words in messages)
        says = gone_on(text, want, voice.manner)
        scene = fault(Line(says, voice.chunk_chars, prompt_tokens, streams=bool(body.get("stream"))))
        return scene if self._keeps_connections else replace(scene, headers={**scene.headers, "Connection": "close"})

    def asked_for(self, number: int) -> int:
        """How many requests were made for one story, of whatever model."""
        return sum(count for (_, asked_number), count in self._asked_for.items() if asked_number == number)

    def _fault(self, voice: Voice, model: str, number: int) -> Fault:
        if voice.dice is not None:
            return voice.dice(number, self._asked_for[model, number])
        place = self.asked[model] - 1
        return voice.faults[place] if place < len(voice.faults) else voice.then

    @override
    async def _answer(self, asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        try:
            return await super()._answer(asked, reader, writer) and self._keeps_connections
        finally:
            if (call := self._open.pop(id(asked), None)) is not None:
                call.ended_s = time.monotonic()


def _messages(body: Mapping[str, object]) -> list[tuple[str, str]]:
    """The role and the words of each message."""
    messages = body["messages"]
    assert isinstance(messages, list)
    return [(str(message["role"]), _words(message.get("content"))) for message in messages]


def _words(content: object) -> str:
    if isinstance(content, list):
        return "\n".join(str(part.get("text", "")) for part in content)
    return str(content or "")

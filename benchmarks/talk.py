"""The one conversation of the benchmark: what the client asks, what the mock upstream says, its shape on the wire."""

from collections.abc import Sequence

import msgspec

MODEL = "mock"
"""Upstream model that sends all chunks of a stream at once."""
PACED_MODEL = "mock-paced"
"""Upstream model that sends one chunk every `PERIOD_S`."""
PERIOD_S = 0.020
"""Seconds between two chunks of the paced model: 50 tokens a second, an ordinary speed of hosted models."""

SYSTEM = (
    "You tell an interactive story. Keep the scene calm, leave choices to the player and stay in the second person."
)
QUESTION = (
    "I walk down to the river and look for the ferry that the miller told me about yesterday evening. "
    "What do I see on the other bank, and is there a way across before it gets dark?"
)

SHORT_QUESTION = "I wave to the woman on the jetty. Does she see me?"

_TEXT = (
    "You reach the river as the last light settles on the water. Across the slow current an old ferry rests "
    "against the reeds, its rope wet and heavy. A woman in a green coat waves from the jetty, and the "
    "evening smells of rain, fresh bread and warm grass. Two lanterns are lit."
)


def words_of(text: str) -> tuple[str, ...]:
    """Cut at word borders into pieces that join to the text: the shape in which models send tokens."""
    first, *others = text.split(" ")
    return (first, *(f" {word}" for word in others))


def _pieces(text: str, count: int) -> tuple[str, ...]:
    """Words of the text, `count` of them; the last holds the rest."""
    words = words_of(text)
    if len(words) < count:
        raise ValueError(f"The text has {len(words)} words; {count} pieces are needed.")
    return (*words[: count - 1], "".join(words[count - 1 :]))


PIECES = _pieces(_TEXT, 50)
"""The fifty content chunks of a streamed answer, in order."""
TEXT = "".join(PIECES)
"""What every complete answer must say, streamed or not."""

_IDENTITY = {"id": "chatcmpl-benchmark", "created": 1700000000}
_USAGE = {"prompt_tokens": 74, "completion_tokens": 50, "total_tokens": 124}


def request_body(model: str, *, stream: bool, question: str = QUESTION) -> bytes:
    """The JSON that a client sends."""
    messages = [{"role": "system", "content": SYSTEM}, {"role": "user", "content": question}]
    return msgspec.json.encode({"model": model, "messages": messages, "stream": stream})


def plain_body(model: str, text: str = TEXT) -> bytes:
    """A whole answer as the upstream sends it."""
    choice = {"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop", "logprobs": None}
    answer = {**_IDENTITY, "object": "chat.completion", "model": model, "choices": [choice], "usage": _USAGE}
    return msgspec.json.encode(answer)


def stream_events(model: str, *, with_usage: bool, pieces: Sequence[str] = PIECES) -> Sequence[bytes]:
    """The server-sent events of a stream, one an item: role, the pieces, finish, usage if asked for, end mark."""
    deltas: list[tuple[dict[str, str], str | None]] = [({"role": "assistant", "content": ""}, None)]
    deltas += [({"content": piece}, None) for piece in pieces]
    deltas += [({}, "stop")]
    events = [_event(model, [{"index": 0, "delta": delta, "finish_reason": end}]) for delta, end in deltas]
    if with_usage:
        events.append(_event(model, [], usage=_USAGE))
    return [*events, b"data: [DONE]\n\n"]


def _event(model: str, choices: list[dict[str, object]], **more: object) -> bytes:
    chunk = {**_IDENTITY, "object": "chat.completion.chunk", "model": model, "choices": choices, **more}
    return b"data: " + msgspec.json.encode(chunk) + b"\n\n"

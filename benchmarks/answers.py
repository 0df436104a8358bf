"""Whether an answer is complete: a gateway may cut a stream anew, but what it says must be what the upstream said."""

from collections.abc import Iterable

import msgspec

import talk

_END = b"[DONE]"


class _Message(msgspec.Struct):
    content: str | None = None


class _Choice(msgspec.Struct):
    message: _Message | None = None
    delta: _Message | None = None
    finish_reason: str | None = None


class _Answer(msgspec.Struct):
    choices: list[_Choice]


_DECODER = msgspec.json.Decoder(_Answer)


def faults(bodies: Iterable[bytes], *, streamed: bool) -> list[str]:
    """What is wrong with the answers, one sentence a faulty answer. Equal answers are read once."""
    known: dict[bytes, str | None] = {}
    found: list[str] = []
    for body in bodies:
        if body not in known:
            known[body] = _stream_fault(body) if streamed else _plain_fault(body)
        fault = known[body]
        if fault is not None:
            found.append(fault)
    return found


def _plain_fault(body: bytes) -> str | None:
    try:
        choices = _DECODER.decode(body).choices
    except msgspec.MsgspecError as error:
        return f"the answer is not a chat completion: {error}"
    if len(choices) != 1 or choices[0].message is None:
        return "the answer does not have exactly one choice with a message"
    return _text_fault(choices[0].message.content or "") or _finish_fault([choices[0].finish_reason])


def _stream_fault(body: bytes) -> str | None:
    events = _data(body)
    if not events or events[-1] != _END:
        return "the stream does not end with [DONE]"
    try:
        choices = [choice for event in events[:-1] for choice in _DECODER.decode(event).choices]
    except msgspec.MsgspecError as error:
        return f"an event is not a chat completion chunk: {error}"
    text = "".join(choice.delta.content or "" for choice in choices if choice.delta is not None)
    return _text_fault(text) or _finish_fault([choice.finish_reason for choice in choices])


def _data(body: bytes) -> list[bytes]:
    """The data of a stream's events in order, without comments and other fields."""
    return [line[5:].strip() for line in body.splitlines() if line.startswith(b"data:")]


def _text_fault(text: str) -> str | None:
    if text == talk.TEXT:
        return None
    pairs = zip(text, talk.TEXT, strict=False)
    same = next(
        (index for index, (got, expected) in enumerate(pairs) if got != expected), min(len(text), len(talk.TEXT))
    )
    return f"the text has {len(text)} of {len(talk.TEXT)} characters and differs after {same}"


def _finish_fault(reasons: list[str | None]) -> str | None:
    given = [reason for reason in reasons if reason is not None]
    return None if given == ["stop"] else f"the finish reasons are {given}, not one 'stop'"

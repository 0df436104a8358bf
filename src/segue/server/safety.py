"""`POST /v1/safety/screen`: what screening says of words, without a turn. Nothing of it is kept."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from segue.config.settings import ServerSettings
from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.findings import Verdict
from segue.errors import RequestError
from segue.pipeline.request.fields import checked_language, conversation, wrong_field
from segue.pipeline.request.form import MessageBody
from segue.pipeline.turn.turns import Asker
from segue.safety.contract import Direction
from segue.server.access import CHATS, Door
from segue.server.chat_json import check_messages, malformed, without_halves
from segue.server.contract import TurnTaker
from segue.server.wire import JSON_TYPE, Incoming, check_media_type, read_body, respond


class ScreenBody(Struct, gc=False, forbid_unknown_fields=True):
    """The words to be screened: a text, or the conversation that they end."""

    text: str | None = None
    messages: Annotated[list[MessageBody], Meta(min_length=1)] | None = None
    language: str | None = None
    direction: Direction | None = None


_body = msgspec.json.Decoder(ScreenBody)


class SafetyRoutes:
    """Screens words for programs that talk to models by themselves."""

    def __init__(self, turns: TurnTaker, door: Door) -> None:
        self._turns = turns
        self._door = door

    async def screen(self, request: Incoming) -> None:
        """Answer with the verdict; never with words of the text. Raises RequestError,
        RateLimitExceeded too, but never for words of danger."""
        who = await self._door.admit(request.headers, CHATS)
        check_media_type(request)
        limits = self._turns.settings.server
        body = _read(await read_body(request, max_bytes=limits.max_body_bytes))
        direction = body.direction or Direction.INPUT
        words = ChatRequest(_words(body, direction, limits))
        asker = Asker(who.caller_id, None, who.name, who.may_be_internal, who.scope)
        language = None if body.language is None else checked_language(body.language, param="language")
        verdict = await self._turns.screen(words, direction=direction, language=language, asker=asker)
        headers = (JSON_TYPE, (b"x-segue-safety", verdict.header.encode()))
        await respond(request.send, msgspec.json.encode(verdict_json(verdict)), headers=headers)


def verdict_json(verdict: Verdict) -> dict[str, object]:
    """A verdict in full, as programs read it."""
    score = verdict.score
    return {
        "level": verdict.level,
        "action": verdict.action,
        "degraded": verdict.is_degraded,
        "category": verdict.category,
        "subject": verdict.subject,
        "measures": verdict.measures,
        "findings": [
            {"code": f.code, "category": f.category, "level": f.level, "start": f.start, "end": f.end}
            for f in verdict.findings
        ],
        "score": None
        if score is None
        else {
            "probability": score.probability,
            "level": score.level,
            "calibrated": score.is_calibrated,
            "version": score.version,
            "topic": score.topic,
        },
    }


def _read(raw: bytes) -> ScreenBody:
    try:
        return _decode(raw)
    except msgspec.ValidationError as error:
        raise wrong_field(error) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise malformed(error) from None  # the cause of a UnicodeDecodeError holds the body


def _decode(raw: bytes) -> ScreenBody:
    raw.decode()
    try:
        return _body.decode(raw)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        if (mended := without_halves(raw)) is None:
            raise
        return _body.decode(mended)


def _words(body: ScreenBody, direction: Direction, limits: ServerSettings) -> tuple[Message, ...]:
    """The words as messages. Raises RequestError where there are none to screen."""
    who = Role.USER if direction is Direction.INPUT else Role.ASSISTANT
    if body.text is not None and body.messages is not None:
        raise RequestError("text and messages are two ways to give the words; give one.", param="text")
    if body.text is not None:
        return (Message(who, body.text),)
    if body.messages is None:
        raise RequestError("text: it is missing.", param="text", hint="Give `text`, or `messages` as for a chat.")
    check_messages(len(body.messages), limits)
    messages = conversation(body.messages)
    if all(message.role is not who for message in messages):
        hint = f"Words of the role '{who}' are screened in this direction."
        raise RequestError(f"messages: none of them is the {who}'s.", param="messages", hint=hint)
    return messages

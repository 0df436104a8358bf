"""From the bytes of a chat request to the turn that is asked for; every refusal names its field."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import msgspec

from segue.config.settings import ServerSettings
from segue.domain.chat import ChatRequest
from segue.domain.languages import preferred_language
from segue.domain.values import made_often
from segue.errors import RequestError
from segue.pipeline.request.fields import chat_request, checked_country, session_id, wrong_field
from segue.pipeline.request.form import KNOWN_FIELDS, ChatBody, KnownChatBody

_body = msgspec.json.Decoder(ChatBody)
_known_body = msgspec.json.Decoder(KnownChatBody)
_fields = msgspec.json.Decoder(dict[str, msgspec.Raw])
_any = msgspec.json.Decoder()

_HEX2 = rb"[0-9a-fA-F]{2}"
_HIGH = rb"[dD][89abAB]" + _HEX2
_LOW = rb"[dD][c-fC-F]" + _HEX2
_HALF_CHARACTER = re.compile(
    rb"\\u(?<!\\\\u)(?:" + _HIGH + rb"(?!\\u" + _LOW + rb")|(?<!\\u" + _HIGH + rb"\\u)" + _LOW + rb")"
)
"""A surrogate's escape without its other half; not one whose backslash is itself escaped."""


@made_often
@dataclass(frozen=True, slots=True)
class Asked:
    """A chat request as the gateway carries it out."""

    request: ChatRequest
    session_id: str | None = field(repr=False)
    include_usage: bool
    """Whether a stream ends with a chunk of its tokens."""
    waits_in_chunks: bool = False
    """Whether a stream tells its place in line in chunks, which a client has to expect; else in comments."""


def read_chat(
    body: bytes,
    *,
    limits: ServerSettings,
    session_header: str | None,
    country_header: str | None = None,
    accept_language: str | None = None,
) -> Asked:
    """Decode and check a body; a header of ours wins over the field that says the same. Raises RequestError."""
    try:
        wire, extra = _decode_leniently(body)
    except msgspec.ValidationError as error:
        raise wrong_field(error) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise malformed(error) from None  # the cause of a UnicodeDecodeError holds the body
    check_messages(len(wire.messages), limits)
    request = chat_request(wire, extra, tells_waiting=wire.stream is True)
    if country_header is not None:
        request = replace(request, country=checked_country(country_header, param="X-Segue-Country"))
    if accept_language is not None and request.language is None:  # a library wrote it, the field somebody
        request = replace(request, language=preferred_language(accept_language))
    _check_pictures(request, limits)
    options = wire.stream_options
    return Asked(
        request=request,
        session_id=session_id(wire, session_header, given_as="X-Segue-Session"),
        include_usage=options is not None and options.include_usage is True,
        waits_in_chunks=wire.segue is not None and wire.segue.waiting is True,
    )


def _decode_leniently(body: bytes) -> tuple[ChatBody, dict[str, object]]:
    """As `_decode`; half a character is read as U+FFFD. JavaScript leaves halves where it cuts a text in an emoji."""
    try:
        return _decode(body)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError:
        mended = without_halves(body)
        if mended is None:
            raise
        wire, extra = _decode(mended)
        if wire.metadata is not None and "\ufffd" in (wire.metadata.session_id or ""):
            raise  # two sessions could become one
        return wire, extra


def without_halves(body: bytes) -> bytes | None:
    """The body with U+FFFD for each escaped half of a character; None where there is none."""
    mended, halves = _HALF_CHARACTER.subn(rb"\\ufffd", body)
    return mended if halves else None


def _decode(body: bytes) -> tuple[ChatBody, dict[str, object]]:
    """The fields of the form, and those beyond it."""
    body.decode()  # fields that are skipped are not checked by the decoder
    try:
        return _known_body.decode(body), {}
    except msgspec.ValidationError:  # perhaps of a field beyond the form
        return _body.decode(body), _unknown_fields(body)


def malformed(error: msgspec.DecodeError | UnicodeDecodeError | RecursionError) -> RequestError:
    """The body is not JSON that can be read."""
    if isinstance(error, UnicodeDecodeError):
        return RequestError(f"The body is not valid UTF-8 (byte {error.start}).", hint="Send JSON as UTF-8.")
    if isinstance(error, RecursionError):
        return RequestError("The body is nested too deeply.", hint="Send fewer levels of lists and objects.")
    return RequestError(f"The body is not valid JSON: {error}.", hint="Send one JSON object.")


def _unknown_fields(body: bytes) -> dict[str, object]:
    """Top-level fields that Segue does not read, unless they are null: clients send null for "not set"."""
    fields = _fields.decode(body)
    if fields.keys() <= KNOWN_FIELDS:
        return {}
    found = {name: _any.decode(raw) for name, raw in fields.items() if name not in KNOWN_FIELDS}
    return {name: value for name, value in found.items() if value is not None}


def check_messages(messages: int, limits: ServerSettings) -> None:
    """Raises RequestError where there are more than may be."""
    if messages > limits.max_messages:
        raise RequestError(
            f"There are {messages} messages, more than {limits.max_messages} (server.max_messages).", param="messages"
        )


def _check_pictures(request: ChatRequest, limits: ServerSettings) -> None:
    images = sum([len(message.images) for message in request.messages if type(message.content) is tuple])
    if images > limits.max_image_parts:
        raise RequestError(
            f"There are {images} pictures, more than {limits.max_image_parts} (server.max_image_parts).",
            param="messages",
        )

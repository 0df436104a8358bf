"""What a worker is asked: a request in OpenAI's words, with llama.cpp's additions, and the prompt that it comes to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from segue.providers.local.parting import ControlWords

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

_TEXT = "text"
_MARK = "\ufdd0"
"""Stands for nothing, by Unicode's own rule, and is taken out before the text is tokenized, part by part."""


class Refused(Exception):
    """An answer with a bad status. What it says holds no word of the conversation."""

    def __init__(self, status: int, kind: str, message: str, **more: int) -> None:
        super().__init__(message)
        self.status = status
        self.error: dict[str, object] = {"code": status, "message": message, "type": kind, **more}


class _Part(msgspec.Struct):
    type: str = _TEXT
    text: str = ""


class _Message(msgspec.Struct):
    role: str
    content: str | list[_Part] | None = None
    name: str | None = None


class _StreamOptions(msgspec.Struct):
    include_usage: bool = False


class _Form(msgspec.Struct):
    type: str = _TEXT


class Ask(msgspec.Struct):
    """The body of `POST /v1/chat/completions`. What is not said is as with llama.cpp (its tools/server/README)."""

    messages: list[_Message]
    stream: bool = False
    stream_options: _StreamOptions | None = None
    return_progress: bool = False
    max_tokens: int | None = None
    max_completion_tokens: int | None = None
    stop: str | list[str] | None = None
    ignore_eos: bool = False
    seed: int | None = None
    temperature: float | None = None
    top_k: int | None = None
    top_p: float | None = None
    min_p: float | None = None
    typical_p: float | None = None
    repeat_penalty: float | None = None
    repeat_last_n: int | None = None
    presence_penalty: float | None = None
    frequency_penalty: float | None = None
    logit_bias: dict[str, float] | list[tuple[int, float]] | None = None
    tools: list[msgspec.Raw] | None = None
    response_format: _Form | None = None

    @property
    def stops(self) -> tuple[str, ...]:
        """Words that end the answer and are not a part of it."""
        said = [self.stop] if isinstance(self.stop, str) else self.stop or []
        return tuple(stop for stop in said if stop)

    @property
    def limit_tokens(self) -> int | None:
        """Most tokens of the answer; None: no limit but the context."""
        limit = self.max_tokens if self.max_tokens is not None else self.max_completion_tokens
        return None if limit is None or limit < 0 else limit

    @property
    def goes_on(self) -> bool:
        """Whether the answer begins in the middle: with the assistant's last message."""
        return self.messages[-1].role == "assistant"


_DECODER = msgspec.json.Decoder(Ask)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A request and the tokens that the model reads for it."""

    ask: Ask
    tokens: tuple[int, ...]


def read(body: bytes) -> Ask:
    """The request. Raises Refused when it is not one that can be answered."""
    try:
        ask = _DECODER.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused(400, "invalid_request_error", "The request is not what the protocol says.") from error
    if not ask.messages:
        raise Refused(400, "invalid_request_error", "`messages` is empty.")
    if ask.tools:
        raise Refused(400, "unsupported_parameter", "This backend calls no `tools`.")
    if ask.response_format is not None and ask.response_format.type != _TEXT:
        raise Refused(400, "unsupported_parameter", "This backend cannot force a `response_format`.")
    return ask


def prompt(ask: Ask, tokenizer: PreTrainedTokenizerBase, *, control: ControlWords, context_tokens: int) -> Prompt:
    """The prompt by the model's own chat template; what is said in it gives no control token.

    Raises Refused when the template does not take the messages, or the prompt is too long.
    """
    messages = [{"role": message.role, "content": control.parted(_text(message), _MARK)} for message in ask.messages]
    try:
        text = tokenizer.apply_chat_template(
            messages,
            tokenize=False,
            add_generation_prompt=not ask.goes_on,
            continue_final_message=ask.goes_on,
        )
    except Exception as error:  # a template is a program, and can raise anything
        raise Refused(400, "invalid_request_error", "The model's chat template refuses these messages.") from error
    parts = tokenizer(text.split(_MARK), add_special_tokens=False)["input_ids"]
    tokens = tuple(token for part in parts for token in part)
    if len(tokens) >= context_tokens:
        message = f"The request ({len(tokens)} tokens) exceeds the available context size ({context_tokens} tokens)."
        raise Refused(400, "exceed_context_size_error", message, n_prompt_tokens=len(tokens), n_ctx=context_tokens)
    return Prompt(ask, tokens)


def control_of(tokenizer: PreTrainedTokenizerBase) -> ControlWords:
    """What its tokenizer reads as control tokens, and of the further tokens those that its template names."""
    template = str(tokenizer.chat_template)
    added = tokenizer.added_tokens_decoder.values()
    further = (str(token) for token in added if token.special or str(token) in template)
    return ControlWords([*tokenizer.all_special_tokens, *further])


def _text(message: _Message) -> str:
    content = message.content
    if not isinstance(content, list):
        return content or ""
    if any(part.type != _TEXT for part in content):
        raise Refused(400, "unsupported_parameter", "This backend reads text alone.")
    return "".join(part.text for part in content)

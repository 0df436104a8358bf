"""What Ollama's refusals mean (docs.ollama.com/api/errors, 2026-10). Its words are recognised and never copied."""

from __future__ import annotations

import re

import msgspec

from segue.domain.models import ModelRef
from segue.errors import ModelGone, Overloaded, PromptTooLong, ProviderError, ProviderFault, Unsupported
from segue.providers.openai_errors import refusal

_TOO_LONG = re.compile(
    # With `truncate: false` and `shift: false` (github.com/ollama/ollama/issues/17889 and /pull/18399, 2026-09).
    r"exceed_context_size_error|exceeds the available context size|longer than the context length"
    r"|exceeds? (?:the )?(?:maximum )?context|context (?:length|window|limit) exceeded",
    re.IGNORECASE,
)
_NO_MEMORY = re.compile(r"more system memory|out of memory|cudaMalloc failed|insufficient memory", re.IGNORECASE)
_BUSY = re.compile(r"server busy|maximum pending requests", re.IGNORECASE)
_UNABLE = re.compile(r"does not support (?P<what>tools|thinking|chat|images|vision|embeddings)", re.IGNORECASE)
_MISSING = re.compile(r"model ['\"]?.{1,200}['\"]? not found|try pulling it first", re.IGNORECASE)


class _Refusal(msgspec.Struct):
    error: str


def refused(status: int, body: bytes, model: ModelRef) -> ProviderError:
    """The error for an answer with a bad status, or for one within an answer (`status` 200)."""
    words = _words(body)
    if _TOO_LONG.search(words):
        return PromptTooLong("The conversation is too long for its context.", model=model, status=status)
    if unable := _UNABLE.search(words):
        return Unsupported(f"It does not support {unable['what'].lower()}.", model=model, status=status)
    if _BUSY.search(words):
        return Overloaded("Too many requests wait for it already.", model=model, status=status)
    if _NO_MEMORY.search(words):
        hint = "Free memory (`segue models ps`, `segue models unload`), or take a smaller model or context."
        return Overloaded("Its machine has no memory left for it.", model=model, status=status, hint=hint)
    if status == 404 or _MISSING.search(words):
        return ModelGone("Ollama does not have this model.", model=model, status=404, hint=_fetch(model))
    if status == 200:
        return ProviderFault("It broke its answer off with an error.", model=model, status=status)
    hint = "It needs an account at ollama.com: `ollama signin` on its machine."
    return refusal(status, body, model, key_hint=hint)


def elsewhere(model: ModelRef) -> ModelGone:
    """The error for a model that counts as one of this machine, and is none."""
    hint = (
        "Say what is done with what it is sent (`data_policy` of the model, never `local`), or take a model that runs"
        " on this machine."
    )
    return ModelGone("Ollama passes it on to somebody else's machines.", model=model, hint=hint)


def _words(body: bytes) -> str:
    try:
        return msgspec.json.decode(body, type=_Refusal).error
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return ""


def _fetch(model: ModelRef) -> str:
    return f"Fetch it with `segue models pull {model}`, or correct the name."

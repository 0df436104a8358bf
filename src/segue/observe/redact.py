"""Takes keys and talk out of whatever is about to be logged. The last net: nothing of the kind should reach it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

from segue.errors import SegueError

MASK = "[masked]"
"""Stands where a key stood."""
MAX_ITEMS = 50
"""Most items of one collection that are logged."""
MAX_DEPTH = 6
"""Deepest nesting that is logged."""

# Prefixes as the services document them (2026-03): OpenAI, Anthropic and OpenRouter `sk-`, Groq `gsk_`, xAI `xai-`,
# Hugging Face `hf_`, Replicate `r8_`, Google `AIza` and `ya29.`, Fireworks `fw_`, Perplexity `pplx-`, NVIDIA `nvapi-`,
# GitHub `ghp_` and `github_pat_`, AWS `AKIA`; `segue-` is ours; `eyJ` begins a JSON web token.
_PREFIXES = "sk|segue|gsk|xai|hf|r8|fw|pplx|nvapi|tgp|csk|key|ghp|gho|ghs|github_pat"
_KEYS = re.compile(
    rf"""(?x)
    (?<![A-Za-z0-9]) (?:
        (?:{_PREFIXES}) [-_] (?=[A-Za-z0-9_-]*[A-Z0-9]) [A-Za-z0-9_-]{{12,}}   # a module's or file's name is lower case
      | AIza [A-Za-z0-9_-]{{20,}} | ya29\. [A-Za-z0-9_-]{{10,}} | AKIA [A-Z0-9]{{12,}}
      | eyJ [A-Za-z0-9_-]{{8,}} (?:\. [A-Za-z0-9_-]+)*
    )
    | (?i: (?<= bearer \s ) | (?<= basic \s ) ) [^\s"',;)]+
    """
)
_NAMED = re.compile(
    r"""(?ix) ( (?: api[-_]?key | authorization | token | secret | password | passwd | x-api-key | cookie )
              ["']? \s* [=:] \s* ["']? ) (?! bearer\s | basic\s ) ( [^\s"',;&)}\]]+ )"""
)
_USERINFO = re.compile(r"(?<=://)[^/\s@]+(?=@)")
_SECRET_FIELD = re.compile(r"(?i)authorization|password|passwd|secret|cookie|credential|(^|[-_])(api)?(key|token)$")
_TALK_FIELDS = frozenset(
    {"arguments", "body", "choices", "completion", "content", "data", "delta", "input", "messages", "output", "params"}
    | {"payload", "prompt", "reply", "request_body", "response_body", "text", "tool_calls"}
)


def redact_text(text: str) -> str:
    """The text without anything that looks like a key or a password."""
    text = _USERINFO.sub(MASK, text)
    text = _NAMED.sub(rf"\1{MASK}", text)
    return _KEYS.sub(MASK, text)


def redact(value: object, *, depth: int = 0) -> object:
    """A value fit for a log: text masked, collections cut, an error told by `describe`."""
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return redact_text(value)
        case bytes() | bytearray() | memoryview():
            return f"[{len(value)} bytes]"
        case BaseException():
            return describe(value)
    if depth >= MAX_DEPTH:
        return f"[{type(value).__name__}]"
    match value:
        case Mapping():
            return redact_fields({str(k): v for k, v in islice(value.items(), MAX_ITEMS)}, depth=depth + 1)
        case list() | tuple() | set() | frozenset():
            return [redact(item, depth=depth + 1) for item in islice(value, MAX_ITEMS)]
    return redact_text(str(value))


def redact_fields(fields: Mapping[str, object], *, depth: int = 0) -> dict[str, object]:
    """Named values fit for a log: what is named like a key is masked, what is named like talk is measured."""
    return {redact_text(name): _field(name, value, depth) for name, value in fields.items()}


def _field(name: str, value: object, depth: int) -> object:
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if name.lower() in _TALK_FIELDS:
        return f"[{type(value).__name__} not logged]"
    if _SECRET_FIELD.search(name):
        return MASK
    return redact(value, depth=depth)


def describe(error: BaseException) -> str:
    """An error's kind, and its words where they are known to hold neither keys nor talk.

    Ours hold none by rule, and the system's speak of files and addresses; those of other libraries may quote what
    they were given.
    """
    if isinstance(error, (SegueError, OSError, ImportError)):
        return f"{type(error).__name__}: {redact_text(str(error))}"
    return type(error).__name__

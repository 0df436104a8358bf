"""What a host does not take of a request that others take: a field, a role, an order of messages. Pure.

Told by a code, by the parameter that a host names, or by its own words, which are recognised and never copied.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_CODES = frozenset(
    {
        # github.com/microsoft/clarity-agent/issues/59 (2026-05): OpenAI's `unsupported_parameter`, with `param`
        "unsupported_parameter",
        "unsupported_value",
        "unknown_parameter",
        "extra_forbidden",  # pydantic's own: vLLM, Mistral
        "image_dimensions_too_large",  # Anthropic's SDK (2026-11): a picture that another may take
        "invalid_request_message_order",  # Mistral: github.com/dyad-sh/dyad/issues/1543 (2025-10)
    }
)
_NAME = "(?P<name>[a-z_]{2,40})"
_NAMING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf'unknown name \\?"{_NAME}\\?"',  # Gemini: github.com/Vali-98/ChatterUI/issues/227 (2025-02)
        rf"(?:unsupported|unknown) parameter: '{_NAME}'",  # Copilot: github.com/caozhiyuan/copilot-api/issues/164
        rf"unrecognized request argument supplied: {_NAME}",
        # Anthropic: UKGovernmentBEIS/inspect_ai/issues/3721 (2026-04), open-webui/functions/pull/9 (2025-10);
        # a field that is wrong by itself stands first, as `output_config.format.schema: …`
        rf"`{_NAME}` is deprecated for this model",
        rf"`?{_NAME}`? and `?top_p`? cannot both be specified",
        r"^(?P<name>output_config|output_format|thinking)\b[a-z_.]*:",
        rf"property '{_NAME}' is unsupported",  # Groq: github.com/fanenr/chatbot/issues/21 (2024-12)
        rf"extra_forbidden', 'loc': \('body', '{_NAME}'",  # vLLM: github.com/1Panel-dev/MaxKB/issues/2912 (2025-04)
    )
)
"""Words that name the field."""
_SAYING = re.compile(
    r"\bnot support(?:ed)?\b|\bunsupported\b|extra inputs are not permitted"
    # Anthropic: github.com/anomalyco/opencode/issues/19981 (2026-03); Mistral's words beside its code
    r"|must end with a user message|expected last role"
    # llama.cpp: several last messages of the assistant, one of them together with a grammar, one that has to think
    r"|2 or more assistant messages|failed to initialize samplers|prefill is incompatible"
    # DeepSeek, Gemini want thoughts back with a tool's answer (qwen-code/issues/3578, livekit/agents/issues/4767, 2026)
    r"|must be passed back|missing `?reasoning_content|missing a `?thought_signature"
    r"|roles must alternate",  # the chat templates of several models
    re.IGNORECASE,
)
"""Words that name none."""


def told_codes(error: Mapping[str, object]) -> Iterator[str]:
    """The codes among the details of a refusal, as pydantic writes them."""
    for detail in _details(error):
        yield str(detail.get("type", ""))


def unsupported(error: Mapping[str, object], codes: frozenset[str], message: str) -> str | None:
    """The field that a host does not take; empty when it says so and names none, None when it says something else."""
    named = next((match["name"] for naming in _NAMING if (match := naming.search(message))), "")
    if named or codes & _CODES:
        return named.lower() or _param(error)
    return _param(error) if _SAYING.search(message) else None


def _param(error: Mapping[str, object]) -> str:
    """The field that an error names beside its words; empty when it names none that looks like one."""
    places = [detail.get("loc") for detail in _details(error)]
    named = [place[1] for place in places if isinstance(place, list) and len(place) > 1]
    for name in (error.get("param"), *named):
        if isinstance(name, str) and re.fullmatch("[a-z_]{2,40}", name):
            return name
    return ""


def _details(error: Mapping[str, object]) -> list[Mapping[str, object]]:
    """FastAPI's list of what is wrong, wherever a host keeps it: in `detail`, in `message`, or one within the other."""
    message = error.get("message")
    for found in (error.get("detail"), message, message.get("detail") if isinstance(message, dict) else None):
        if isinstance(found, list):
            return [detail for detail in found if isinstance(detail, dict)]
    return []

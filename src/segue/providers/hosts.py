"""Known OpenAI-compatible hosts: one row of data each, so that a configuration needs a name and a key.

What a host does with what it is sent depends on the contract with it: no row claims a policy for a remote one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from segue.domain.models import ProviderType
from segue.providers.openai_json import PLAIN, Dialect


@dataclass(frozen=True, slots=True)
class Host:
    """One host, as it wants to be reached and asked."""

    base_url: str
    """`/chat/completions` follows it."""
    key_variable: str | None = None
    """The environment variable that people keep its key in; None: it needs no key."""
    dialect: Dialect = PLAIN
    extra_fields: frozenset[str] = frozenset()
    """Fields beyond the known ones that it understands; none that names a person or keeps a conversation."""
    provider_type: ProviderType = ProviderType.CUSTOM_API
    key_path: str | None = "models"
    """What only a key that is taken may read, at no cost; from the address's origin where it begins with `/`. None: it
    is not known whether its list of models asks for a key."""
    tells_context: bool = False
    """True: its list of models says what context each was loaded with."""
    loading_path: str | None = None
    """What tells, with 503, that its model is still being loaded; None: it does not listen before."""


_LOGPROBS = frozenset({"logit_bias", "logprobs", "top_logprobs"})
_LOCAL = ProviderType.LOCAL_SERVER

HOSTS: Mapping[str, Host] = MappingProxyType(
    {
        # platform.openai.com/docs/api-reference/chat/create: `max_tokens` is deprecated, reasoning models refuse it, as
        # they do sampling: community.openai.com/t/1110750 (2025-02), `stop` since o3.
        "openai": Host(
            "https://api.openai.com/v1",
            "OPENAI_API_KEY",
            Dialect("max_completion_tokens", developer_role=True, unsampled=r"o\d|gpt-[5-9]"),
            _LOGPROBS | {"reasoning_effort", "verbosity", "service_tier", "prediction"},
        ),
        # openrouter.ai/docs, ChatStreamOptions (2026-11): usage is always included, `stream_options` has no effect.
        "openrouter": Host(
            "https://openrouter.ai/api/v1",
            "OPENROUTER_API_KEY",
            Dialect(stream_usage=False, tells_cost=True),
            # Not `provider` and `models`: with them a caller could undo the rule on data, or choose another model.
            _LOGPROBS | {"top_k", "top_a", "min_p", "repetition_penalty", "reasoning", "reasoning_effort", "verbosity"},
            ProviderType.OPENROUTER,
            key_path="key",  # its list of models is open to everybody
        ),
        # github.com/groq/groq-python/pull/175: `max_completion_tokens` in place of `max_tokens`; a message's `name` and
        # logprobs are a 400 (console.groq.com/docs/openai, 2026-11).
        "groq": Host(
            "https://api.groq.com/openai/v1",
            "GROQ_API_KEY",
            Dialect("max_completion_tokens", takes_names=False),
            frozenset({"reasoning_effort", "reasoning_format", "include_reasoning", "service_tier"}),
        ),
        # docs.together.ai/reference/chat-completions; docs.together.ai/docs/inference (2026-11): `.ai`, before `.xyz`
        "together": Host(
            "https://api.together.ai/v1",
            "TOGETHER_API_KEY",
            extra_fields=frozenset({"top_k", "min_p", "repetition_penalty", "logit_bias", "reasoning_effort"}),
        ),
        # api-docs.deepseek.com/api/create-chat-completion; with tools "reasoning_content in the thinking mode must be
        # passed back", a 400 (api-docs.deepseek.com/guides/thinking_mode, 2026-11). JSON, but no schema.
        "deepseek": Host(
            "https://api.deepseek.com/v1",
            "DEEPSEEK_API_KEY",
            dialect=Dialect(wants_thoughts_back=True),
            extra_fields=frozenset({"logprobs", "top_logprobs", "reasoning_effort", "thinking"}),
        ),
        # docs.mistral.ai/api: `random_seed`; a field that it does not know is a 422, as `max_completion_tokens` is
        # (github.com/editor-code-assistant/eca/issues/231, 2025-12). Its last chunk has the usage unasked. Ids of calls
        # are nine letters and digits (mistralai/mistral-common, `validator`; langchain-mistralai makes them so too).
        "mistral": Host(
            "https://api.mistral.ai/v1",
            "MISTRAL_API_KEY",
            Dialect(stream_usage=False, seed_field="random_seed", takes_names=False, short_call_ids=True),
            frozenset({"safe_prompt", "prompt_mode", "reasoning_effort"}),
        ),
        # ai.google.dev/gemini-api/docs/openai; "Unknown name" for seed and penalties is a 400
        # (github.com/Vali-98/ChatterUI/issues/227, 2025-02; github.com/sleepydeer666/RPGBox/issues/2, 2026-08). From
        # generation 3 on a tool call without a signature is a 400 as well (livekit/agents/issues/4767, 2026-02).
        "gemini": Host(
            "https://generativelanguage.googleapis.com/v1beta/openai",
            "GEMINI_API_KEY",
            Dialect(
                refuses=frozenset({"seed", "frequency_penalty", "presence_penalty"}),
                signed_calls=r"gemini-(?![12][.-])",
            ),
            frozenset({"reasoning_effort"}),
        ),
        # docs.vllm.ai, "OpenAI-Compatible Server", extra parameters; `max_model_len` in its list of models
        "vllm": Host(
            "http://127.0.0.1:8000/v1",
            extra_fields=_LOGPROBS | {"top_k", "min_p", "repetition_penalty", "chat_template_kwargs"},
            provider_type=_LOCAL,
            tells_context=True,
        ),
        # github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md; that a whole answer repeats what it goes on
        # with, and a stream does not, was measured with xllamacpp 2026.10.
        "llama_cpp": Host(
            "http://127.0.0.1:8080/v1",
            dialect=Dialect(repeats_prefill=True),
            key_path="/props",  # its list of models is open to everybody, also with --api-key
            extra_fields=_LOGPROBS | {"top_k", "min_p", "repeat_penalty", "grammar", "chat_template_kwargs"},
            provider_type=_LOCAL,
            tells_context=True,
            loading_path="/health",
        ),
        # lmstudio.ai/docs, "OpenAI Compatibility API": supported payload parameters
        "lm_studio": Host(
            "http://127.0.0.1:1234/v1",
            extra_fields=frozenset({"top_k", "repeat_penalty", "logit_bias"}),
            provider_type=_LOCAL,
        ),
        # docs.ollama.com/api/openai-compatibility (2026-10): supported request fields
        "ollama": Host(
            "http://127.0.0.1:11434/v1",
            extra_fields=frozenset({"reasoning_effort", "reasoning"}),
            provider_type=_LOCAL,
        ),
    }
)
"""Hosts by the name used in `options.host`."""

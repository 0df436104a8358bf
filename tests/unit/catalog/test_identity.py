"""Names of models at many places: the same where it is sure, and never where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.catalog.identity import identified, identified_weights

LLAMA = "meta-llama/llama-3.1-8b-instruct"


@pytest.mark.parametrize(
    ("host", "name", "slug", "quantization"),
    [
        ("openrouter", "meta-llama/llama-3.1-8b-instruct", LLAMA, None),
        ("openrouter", "meta-llama/llama-3.1-8b-instruct:free", LLAMA, None),
        ("groq", "llama-3.1-8b-instant", LLAMA, None),
        ("cerebras", "llama3.1-8b", LLAMA, None),
        ("fireworks", "accounts/fireworks/models/llama-v3p1-8b-instruct", LLAMA, None),
        ("ollama", "llama3.1:8b", LLAMA, None),
        ("ollama", "llama3.1:8b-instruct-q8_0", LLAMA, "q8_0"),
        ("ollama", "hf.co/bartowski/Meta-Llama-3.1-8B-Instruct-GGUF:Q4_K_M", LLAMA, "q4_k_m"),
        ("local", "Meta-Llama-3.1-8B-Instruct-Q4_K_M.gguf", LLAMA, "q4_k_m"),
        ("local", "Meta-Llama-3.1-8B-Instruct-IQ4_XS-00001-of-00002.gguf", LLAMA, "iq4_xs"),
        ("vllm", "meta-llama/Llama-3.1-8B-Instruct", LLAMA, None),
        (None, "unsloth/Llama-3.1-8B-Instruct-GGUF", LLAMA, None),
        ("vllm", "meta-llama/Llama-3.1-8B", "meta-llama/llama-3.1-8b-base", None),
        ("groq", "llama-3.3-70b-versatile", "meta-llama/llama-3.3-70b-instruct", None),
        ("ollama", "qwen2.5:7b", "qwen/qwen-2.5-7b-instruct", None),
        ("openrouter", "qwen/qwen-2.5-7b-instruct", "qwen/qwen-2.5-7b-instruct", None),
        ("local", "qwen2.5-1.5b-instruct-q4_k_m.gguf", "qwen/qwen-2.5-1.5b-instruct", "q4_k_m"),
        ("groq", "openai/gpt-oss-20b", "openai/gpt-oss-20b", None),
        ("ollama", "gpt-oss:20b", "openai/gpt-oss-20b", None),
        ("openai", "gpt-4o-mini", "openai/gpt-4o-mini", None),
        ("openai", "gpt-4o-2024-08-06", "openai/gpt-4o-2024-08-06", None),
        ("openrouter", "openai/gpt-4o-2024-08-06", "openai/gpt-4o-2024-08-06", None),
        ("openrouter", "anthropic/claude-sonnet-4.5", "anthropic/claude-4.5-sonnet", None),
        ("anthropic", "claude-sonnet-4-5", "anthropic/claude-4.5-sonnet", None),
        ("anthropic", "claude-sonnet-4-5-20250929", "anthropic/claude-4.5-sonnet-20250929", None),
        ("anthropic", "claude-3-5-haiku-20241022", "anthropic/claude-3.5-haiku-20241022", None),
        ("gemini", "models/gemini-2.5-flash", "google/gemini-2.5-flash", None),
        (None, "Qwen/Qwen3-VL-8B-Instruct", "qwen/qwen3-vl-8b-instruct", None),
        (None, "zai-org/GLM-4.6", "z-ai/glm-4.6", None),
    ],
)
def test_one_model_has_one_identity_wherever_it_is_served(
    host: str | None, name: str, slug: str, quantization: str | None
) -> None:
    """Each place's own way of naming it leads to the same; how it is quantized is told beside it. Covers R1.1."""
    found = identified(name, host=host)
    assert found is not None
    assert (found.identity.slug, found.quantization) == (slug, quantization)


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("vllm", "gpt-4o"),  # anything may be called so
        (None, "openai/gpt-4o"),
        ("ollama", "gpt-4o"),
        (None, "anthropic/claude-sonnet-4.5"),
        (None, "llama-3.1-8b-instruct"),
        ("ollama", "somebody/llama3.1:8b"),
        ("ollama", "llama3.1"),  # which size?
        ("ollama", "llama3.1:latest"),
        ("ollama", "qwen3:4b"),  # two models, one after the other
        ("ollama", "gpt-oss:120b-cloud"),
        ("local", "Llama-3.1-8B-Instruct-abliterated-Q4_K_M.gguf"),
        ("local", "Llama-3.1-8B-Q4_K_M.gguf"),  # base or not?
        ("local", "model.gguf"),
        ("lm_studio", "google/gemma-3-12b"),
        ("openrouter", "~anthropic/claude-sonnet-latest"),
        ("openrouter", "qwen/qwen-plus-2025-07-28:thinking"),
        ("mistral", "mistral-small-latest"),
        ("deepseek", "deepseek-chat"),
        ("openrouter", ""),
        ("openrouter", "a b"),
    ],
)
def test_a_name_that_is_not_sure_stands_for_nothing_else(host: str | None, name: str) -> None:
    """Rather two entries than a wrong one. Covers R1.1."""
    assert identified(name, host=host) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("openrouter", "meta-llama/llama-3.1-8b-instruct"), ("openrouter", "meta-llama/llama-3.1-70b-instruct")),
        (("openrouter", "meta-llama/llama-3.1-8b-instruct"), ("openrouter", "meta-llama/llama-3-8b-instruct")),
        (("openrouter", LLAMA), (None, "NousResearch/Llama-3.1-8B-Instruct")),
        (("openrouter", LLAMA), ("together", "meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo")),
        (("openrouter", "openai/gpt-4o"), ("openai", "gpt-4o-2024-08-06")),
        (("openrouter", "qwen/qwen3-8b"), ("vllm", "Qwen/Qwen3-8B-Base")),
        (("ollama", "gemma3:12b"), ("vllm", "google/gemma-3-12b-pt")),
        (("openrouter", "openai/o3-mini"), ("openrouter", "openai/o3-mini-high")),
    ],
)
def test_what_differs_in_anything_is_another_model(one: tuple[str, str], other: tuple[str | None, str]) -> None:
    """A size, a version, a release, a maker, an addition: each makes it another one."""
    found = [identified(name, host=host) for host, name in (one, other)]
    assert found[0] is not None
    assert found[1] is None or found[0].identity != found[1].identity


def test_weights_of_another_maker_are_not_the_model() -> None:
    """A host that builds on somebody's weights serves a model of its own."""
    assert identified_weights("FuseAI/FuseO1-Preview", "aion-labs") is None
    found = identified_weights("meta-llama/Meta-Llama-3.1-8B-Instruct", "meta-llama")
    assert found is not None
    assert found.identity.slug == LLAMA


@given(st.text(max_size=60), st.sampled_from([None, "openrouter", "ollama", "local", "groq", "openai", "fireworks"]))
def test_any_text_is_a_name_or_none(name: str, host: str | None) -> None:
    """Whatever a list holds, it is read or left alone."""
    found = identified(name, host=host)
    assert found is None or found.identity.maker

"""Files of models as large as a test wants, with true headers and holes in place of weights: they take no disk."""

from __future__ import annotations

from collections.abc import Mapping
from math import prod
from pathlib import Path

from segue.machine.headers_types import GGUF_TYPES
from tests.support.model_files import Meta, gguf

QUANTIZATIONS: Mapping[str, tuple[int, int]] = {"Q8_0": (8, 7), "Q4_K_M": (12, 15), "Q2_K": (10, 10), "F16": (1, 1)}
"""Type of the tensors, and `general.file_type`, by name (ggml.h and llama.h of llama.cpp)."""
_LAYERS, _WIDTH, _FORWARD, _VOCABULARY = 28, 3584, 18_944, 152_064
"""Of Qwen2.5-7B (huggingface.co/Qwen/Qwen2.5-7B-Instruct, config.json)."""


def qwen_7b(folder: Path, quantization: str) -> Path:
    """A file like Qwen2.5-7B-Instruct in that quantization: 28 layers, a context of 32,768, 4 heads of keys."""
    kind, file_type = QUANTIZATIONS[quantization]
    metadata: dict[str, Meta] = {
        "general.architecture": "qwen2",
        "general.file_type": file_type,
        "general.name": "Qwen2.5 7B Instruct",
        "tokenizer.chat_template": "{{ messages }}",
        "qwen2.block_count": _LAYERS,
        "qwen2.embedding_length": _WIDTH,
        "qwen2.feed_forward_length": _FORWARD,
        "qwen2.attention.head_count": 28,
        "qwen2.attention.head_count_kv": 4,
        "qwen2.context_length": 32_768,
        "tokenizer.ggml.tokens": ["<s>", "a", "b"],
        "tokenizer.ggml.merges": ["a b"],
    }
    tensors: list[tuple[str, tuple[int, ...], int]] = [
        ("token_embd.weight", (_WIDTH, _VOCABULARY), kind),
        ("output.weight", (_WIDTH, _VOCABULARY), kind),
    ]
    for layer in range(_LAYERS):
        tensors += [
            (f"blk.{layer}.attn_norm.weight", (_WIDTH,), 0),
            (f"blk.{layer}.attn_q.weight", (_WIDTH, _WIDTH), kind),
            (f"blk.{layer}.attn_k.weight", (_WIDTH, 512), kind),
            (f"blk.{layer}.attn_v.weight", (_WIDTH, 512), kind),
            (f"blk.{layer}.attn_output.weight", (_WIDTH, _WIDTH), kind),
            (f"blk.{layer}.ffn_gate.weight", (_WIDTH, _FORWARD), kind),
            (f"blk.{layer}.ffn_up.weight", (_WIDTH, _FORWARD), kind),
            (f"blk.{layer}.ffn_down.weight", (_FORWARD, _WIDTH), kind),
        ]
    head = gguf(metadata, tensors, has_weights=False)
    weight_bytes = sum(prod(sizes) // GGUF_TYPES[kind][1] * GGUF_TYPES[kind][2] for _, sizes, kind in tensors)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"Qwen2.5-7B-Instruct-{quantization}.gguf"
    with path.open("wb") as out:
        out.write(head)
        out.truncate(len(head) + weight_bytes)
    return path

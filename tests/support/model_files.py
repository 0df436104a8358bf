"""Writes model files of a few bytes whose headers say what a test wants, whether it is true or not."""

import json
import struct
from collections.abc import Mapping, Sequence
from math import prod
from typing import TypeAlias

from segue.machine.headers_types import GGUF_TYPES

Meta: TypeAlias = int | bool | float | str | Sequence[str] | Sequence[int] | Sequence[bool]
LLAMA: Mapping[str, Meta] = {
    "general.architecture": "llama",
    "general.file_type": 15,
    "llama.block_count": 2,
    "llama.embedding_length": 64,
    "llama.feed_forward_length": 128,
    "llama.attention.head_count": 4,
    "llama.attention.head_count_kv": 2,
    "llama.context_length": 2048,
    "tokenizer.ggml.tokens": ["<s>", "a", "b"],
    "tokenizer.ggml.merges": ["a b"],
    "tokenizer.chat_template": "{{ messages }}",
}
TENSORS: Sequence[tuple[str, tuple[int, ...], int]] = (
    ("token_embd.weight", (64, 32), 8),
    ("blk.0.attn_q.weight", (64, 64), 2),
    ("blk.0.attn_norm.weight", (64,), 0),
)
CONFIG = {
    "model_type": "llama",
    "num_hidden_layers": 2,
    "hidden_size": 64,
    "intermediate_size": 128,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "vocab_size": 32,
    "max_position_embeddings": 2048,
}


def text(value: str) -> bytes:
    """A text as GGUF writes it."""
    return struct.pack("<Q", len(value.encode())) + value.encode()


def gguf(
    metadata: Mapping[str, Meta] = LLAMA,
    tensors: Sequence[tuple[str, tuple[int, ...], int]] = TENSORS,
    *,
    has_weights: bool = True,
) -> bytes:
    """A GGUF file: (name, sizes, number of the type) a tensor, all weights zero or left out."""
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(metadata))
    head += b"".join(text(key) + _value(value) for key, value in metadata.items())
    offset = 0
    for name, sizes, kind in tensors:
        _, block, block_bytes = GGUF_TYPES.get(kind, ("", 1, 1))
        head += text(name) + struct.pack(f"<I{len(sizes)}QIQ", len(sizes), *sizes, kind, offset)
        offset += -(-(prod(sizes) // block * block_bytes) // 32) * 32
    return _padded(head) + (bytes(offset) if has_weights else b"")


def safetensors(tensors: Mapping[str, tuple[str, tuple[int, ...], int]]) -> bytes:
    """A safetensors file: type, sizes and bytes of each tensor, all weights zero."""
    rows, offset = {}, 0
    for name, (kind, sizes, size_bytes) in tensors.items():
        rows[name] = {"dtype": kind, "shape": list(sizes), "data_offsets": [offset, offset + size_bytes]}
        offset += size_bytes
    head = json.dumps(rows).encode()
    return struct.pack("<Q", len(head)) + head + bytes(offset)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % 32)


def _value(value: Meta) -> bytes:
    match value:
        case bool():
            return struct.pack("<IB", 7, value)
        case int():
            return struct.pack("<II", 4, value)
        case float():
            return struct.pack("<If", 6, value)
        case str():
            return struct.pack("<I", 8) + text(value)
        case [str(), *_]:
            return struct.pack("<IIQ", 9, 8, len(value)) + b"".join(text(str(each)) for each in value)
        case _:
            return struct.pack(f"<IIQ{len(value)}I", 9, 4, len(value), *(int(each) for each in value))

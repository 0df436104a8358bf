"""What transformers and torch take for a model, as Segue's worker loads it (providers/local/transformers/loading.py).

Weights that keep the numbers of their file are mapped from it. Where others are made of them, the file is let go once
the load is done, and what stays as it was, the tables of tokens, is copied: for a moment both are there. What is below
is measured with transformers 5.24, torch 2.13, torchao 0.18 and bitsandbytes 0.50.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from segue.machine.needs import LoadPlan, ModelShape
from segue.machine.prediction_cache import cell_numbers

_FLOATS: Final = {"float32": (4.0, "F32"), "bfloat16": (2.0, "BF16"), "float16": (2.0, "F16")}
"""Types of numbers that a plan may ask for: bytes, and as safetensors calls them."""
_QUANTIZED: Final = {"int8": 1.0, "nf4": 0.5 + 4 / 64}
"""Bytes of a number: torchao's Int8WeightOnly; bitsandbytes' nf4 with a scale of four bytes for each block of 64
(bitsandbytes/functional.py: quantize_4bit)."""
_HALF_TYPES: Final = frozenset({"BF16", "F16"})
_FAULT_BYTES: Final = 64 * 1024
"""What Linux maps of a file at once where one page is touched (mm/memory.c: fault_around_bytes)."""
_NOT_YET_BYTES: Final = 28 * 2**20
"""Pages of the libraries that only the first answer touches: not there while weights are loaded (measured)."""

_EXPANDED_BYTES: Final = 10.0
_EXPANDED_SCORE_BYTES: Final = 4.0
"""With compressed attention (MLA), of each number that kept tokens become while a layer reads them, and of attention:
torch computes that in float32 whatever the weights are (measured: DeepSeek-V3 of two layers, 32 heads, bf16, f32)."""


@dataclass(frozen=True, slots=True)
class TorchRuntime:
    """What the worker takes besides the model: the constants that are fitted."""

    process_bytes: float = 424e6
    """Python with torch and transformers, and the pages of their libraries."""
    tokenizer_share: float = 7.95
    """Memory of the tokenizer for each byte of its tokenizer.json: texts become nodes of maps, in two tables."""
    bitsandbytes_bytes: float = 59e6
    """With nf4: the library, and what is left of packing the weights for this processor at the first answer."""

    def runtime_bytes(self, shape: ModelShape, plan: LoadPlan) -> int:
        """The whole of it for a load."""
        quantizer = self.bitsandbytes_bytes if is_by_bitsandbytes(plan) else 0.0
        return round(self.process_bytes + self.tokenizer_share * shape.tokenizer_bytes + quantizer)


def is_by_bitsandbytes(plan: LoadPlan) -> bool:
    """Whether that library quantizes the weights."""
    return plan.quantization == "nf4"


def is_converted(shape: ModelShape, plan: LoadPlan) -> bool:
    """Whether the numbers are made anew in another type."""
    wanted = _FLOATS.get(plan.quantization or "")
    return wanted is not None and wanted[1] != shape.weight_bytes_by_type[0][0]


def weights_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Weights in memory once they are loaded, mapped pages of their files included."""
    if is_converted(shape, plan):
        return round(shape.parameters * _FLOATS[plan.quantization or ""][0])
    if not _is_quantized(plan):
        return shape.weight_bytes - untouched_bytes(shape, plan)
    tables = 1 if shape.is_output_tied else 2  # they stay as they are
    made = max(0, shape.parameters - tables * shape.vocabulary_size * shape.embedding_size)
    return tables * shape.embedding_bytes + round(made * _QUANTIZED[plan.quantization or ""])


def _is_quantized(plan: LoadPlan) -> bool:
    return plan.quantization in _QUANTIZED


def untouched_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Of a mapped table of tokens that the output layer does not use, what no token of a context touches.

    Distinct tokens grow as five times the power 0.6 of a text's length (Heaps' law with its usual figures for English).
    """
    if shape.is_output_tied or is_converted(shape, plan) or _is_quantized(plan):
        return 0
    touched = round(5 * math.pow(plan.context_tokens, 0.6) * _FAULT_BYTES)
    return max(0, shape.embedding_bytes - touched)


def load_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """What is there only while the weights are brought into another type: the file that they come from."""
    if is_converted(shape, plan) or _is_quantized(plan):
        return shape.weight_bytes - _NOT_YET_BYTES
    return 0


def cache_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Keys and values of one answer, as long as its context is: they grow with it, and answers wait for each other."""
    full, near = cell_numbers(shape)
    window = min(plan.context_tokens, shape.sliding_window_tokens or 0)
    return round((full * plan.context_tokens + near * window) * activation_bytes(shape, plan))


def working_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Numbers of one batch of tokens on its way: the feed-forward part, attention over the context, the logits."""
    number = activation_bytes(shape, plan)
    vectors = plan.batch_tokens * (3 * shape.feed_forward_size + 5 * shape.embedding_size)
    attention = 2 * plan.batch_tokens * shape.heads * plan.context_tokens
    attention_number = _EXPANDED_SCORE_BYTES if shape.expanded_size else number
    expanded = _EXPANDED_BYTES * shape.expanded_size * plan.context_tokens
    return round(number * vectors + attention_number * attention + expanded + 4 * shape.vocabulary_size)


def activation_bytes(shape: ModelShape, plan: LoadPlan) -> float:
    """Bytes of a number on its way through the model, and in its keys and values."""
    if plan.quantization in _FLOATS:
        return _FLOATS[plan.quantization][0]
    return 2.0 if shape.weight_bytes_by_type[0][0] in _HALF_TYPES else 4.0

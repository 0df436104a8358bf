"""What transformers and torch take for a model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from segue.machine.needs import LoadPlan, ModelShape
from segue.machine.prediction_cache import cell_numbers

NUMBER_BYTES: Final = {"float32": 4.0, "bfloat16": 2.0, "float16": 2.0}
"""Of types of numbers that weights are loaded in."""
_HALF_TYPES: Final = frozenset({"BF16", "F16"})


@dataclass(frozen=True, slots=True)
class TorchRuntime:
    """What the worker takes besides the model: the constants that are fitted."""

    process_bytes: float = 480e6
    """Python with torch and transformers, and the pages of their libraries."""


def weights_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Weights in the form they are loaded in."""
    return round(shape.parameters * activation_bytes(shape, plan))


def cache_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Keys and values of one answer, as long as its context is."""
    full, near = cell_numbers(shape)
    window = min(plan.context_tokens, shape.sliding_window_tokens or 0)
    return round((full * plan.context_tokens + near * window) * activation_bytes(shape, plan))


def activation_bytes(shape: ModelShape, plan: LoadPlan) -> float:
    """Bytes of a number on its way through the model, and in its keys and values."""
    if plan.quantization in NUMBER_BYTES:
        return NUMBER_BYTES[plan.quantization]
    return 2.0 if shape.weight_bytes_by_type[0][0] in _HALF_TYPES else 4.0


def working_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Numbers of one batch of tokens on its way: the feed-forward part, attention over the context, the logits."""
    number = activation_bytes(shape, plan)
    vectors = plan.batch_tokens * (3 * shape.feed_forward_size + 5 * shape.embedding_size)
    attention = 2 * plan.batch_tokens * shape.heads * plan.context_tokens
    return round(number * (vectors + attention) + 4 * shape.vocabulary_size)

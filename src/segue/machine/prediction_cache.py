"""Bytes of keys and values that a model keeps for its answers under way."""

from __future__ import annotations

from typing import Final

from segue.machine.headers_types import BLOCKS
from segue.machine.needs import LoadPlan, ModelShape

STEP_TOKENS: Final = 256
"""llama.cpp rounds contexts, and windows with a batch, up to this step (llama-context.cpp, llama-kv-cache-iswa.cpp)."""
CHECKPOINT_STEP_TOKENS: Final = 8192
"""Between two checkpoints of a slot (xllamacpp 2026.10: CommonParams.checkpoint_min_step)."""
_MOST_CHECKPOINTS: Final = 32
"""Of a slot (xllamacpp 2026.10: CommonParams.n_ctx_checkpoints)."""
_PROMPT_CHECKPOINTS: Final = 2
"""At the end of each prompt, whatever its length (measured: Gemma 3, four turns)."""


def numbers_bytes(count: int, type_name: str) -> int:
    """Bytes of so many numbers of a type, as llama.cpp names types of caches: `f16`, `q8_0`."""
    numbers, size_bytes = BLOCKS[type_name.upper()]
    return -(-count // numbers) * size_bytes


def cell_numbers(shape: ModelShape) -> tuple[int, int]:
    """Numbers that one token leaves: in layers that look back over everything, and in those with a window."""
    flags = shape.is_windowed or (False,) * len(shape.kv_heads)
    full = shape.key_size + shape.value_size
    near = (shape.window_key_size or shape.key_size) + (shape.window_value_size or shape.value_size)
    heads = tuple(zip(shape.kv_heads, flags, strict=False))
    return (
        sum(count * full for count, is_near in heads if not is_near),
        sum(count * near for count, is_near in heads if is_near),
    )


def cells(shape: ModelShape, plan: LoadPlan) -> tuple[int, int]:
    """Tokens that llama.cpp makes room for in each slot: in either kind of layer."""
    context = _padded(plan.context_tokens)
    if not shape.sliding_window_tokens:
        return context, 0
    return context, min(context, _padded(shape.sliding_window_tokens + plan.batch_tokens))


def llama_cache_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Keys and values of all slots, taken whole at the load, states of layers without them, and checkpoints.

    A checkpoint is a copy of what cannot be wound back: the windows' keys and values, and states; of everything where
    a file tells a window that no layer keeps to (measured: EXAONE 4 of other than 64 layers).
    """
    (full, near), (context, window) = cell_numbers(shape), cells(shape, plan)
    slot = numbers_bytes(full * context, plan.cache_type) + numbers_bytes(near * window, plan.cache_type)
    copied = min(shape.sliding_window_tokens or 0, context)
    all_copied = slot if copied and not shape.is_windowed else 0
    checkpoint = max(numbers_bytes(near * copied, plan.cache_type), all_copied) + shape.state_bytes
    count = min(_PROMPT_CHECKPOINTS + plan.context_tokens // CHECKPOINT_STEP_TOKENS, _MOST_CHECKPOINTS)
    return plan.parallel * (slot + shape.state_bytes + count * checkpoint)


def _padded(tokens: int) -> int:
    return -(-tokens // STEP_TOKENS) * STEP_TOKENS

"""How fast a model would answer here, told from its headers and one figure of this machine, measured once. Pure.

For one thread, as workers have by default, on a core that is not shared. Fitted on one machine with five models by
llama.cpp (SmolLM2 in three quantizations, Gemma 3, Qwen2.5): answers were off by a quarter at most, prompts by two
fifths. Other machines and transformers were not measured: `Speed` names a wider range.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from segue.machine.needs import LoadPlan, ModelShape
from segue.machine.prediction_cache import cell_numbers, numbers_bytes
from segue.machine.prediction_llama_cpp import REPACKED
from segue.machine.yardstick import Yardstick

ERROR_SHARE: Final = 0.5
"""How far the truth may be off either way. Wider than what was measured, for machines that were not."""
_READ_SHARE: Final = 2.0
"""Weights are read as fast as a copy reads and writes: twice the bytes that are copied."""
_PICK_S: Final = 40e-9
"""Picking a word looks at the whole vocabulary: seconds an entry."""
_FLOPS_A_BYTE: Final = 5.5
_REPACKED_FLOPS_A_BYTE: Final = 9.0
"""Arithmetic on a batch of a prompt, for each byte that the machine copies in the same time; more where llama.cpp has
interleaved the weights for it."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Tokens a second."""

    prompt_tokens_s: float
    answer_tokens_s: float
    error_share: float = ERROR_SHARE
    """The truth should lie between a figure divided and multiplied by one more than this."""


def predict_speed(shape: ModelShape, plan: LoadPlan, yardstick: Yardstick) -> Speed:
    """Speeds at a half-filled context; for a plan with layers on a GPU a careful bound from below."""
    read_bytes = active_bytes(shape) + _half_cache_bytes(shape, plan)
    answer_s = read_bytes / (yardstick.copied_bytes_s * _READ_SHARE) + shape.vocabulary_size * _PICK_S
    prompt_s = 2 * _read_parameters(shape) / (yardstick.copied_bytes_s * _flops_a_byte(shape))
    return Speed(1 / min(prompt_s, answer_s), 1 / answer_s)


def active_bytes(shape: ModelShape) -> int:
    """Weights that each token of an answer reads: of a mixture, the experts that are used; of the table of tokens one
    row, unless the output layer uses it too."""
    table = 0 if shape.is_output_tied else shape.embedding_bytes
    idle = shape.expert_bytes * (1 - shape.experts_used / shape.experts) if shape.experts else 0
    return max(1, round(shape.weight_bytes - table - idle))


def _read_parameters(shape: ModelShape) -> float:
    """Parameters that each token of a prompt goes through: the output layer reads its last word alone."""
    tables = shape.vocabulary_size * shape.embedding_size * (1 if shape.is_output_tied else 2)
    idle = 1 - shape.experts_used / shape.experts if shape.experts else 0.0
    in_experts = shape.parameters * shape.expert_bytes / max(1, shape.weight_bytes)
    return max(1.0, shape.parameters - tables - in_experts * idle)


def _flops_a_byte(shape: ModelShape) -> float:
    repacked = sum(size for kind, size in shape.weight_bytes_by_type if kind in REPACKED["x86"])
    table = shape.embedding_bytes if shape.embedding_type not in REPACKED["x86"] else 0
    share = min(1.0, repacked / max(1, shape.weight_bytes - table))
    return 1 / (share / _REPACKED_FLOPS_A_BYTE + (1 - share) / _FLOPS_A_BYTE)


def _half_cache_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    full, near = cell_numbers(shape)
    window = min(plan.context_tokens, shape.sliding_window_tokens or 0)
    return numbers_bytes(full * (plan.context_tokens // 2) + near * window, plan.cache_type)

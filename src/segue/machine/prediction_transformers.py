"""What transformers and torch take for a model, as Segue's worker loads it (providers/local/transformers/loading.py).

Weights that keep the numbers of their file are mapped from it. Where others are made of them, tensor by tensor, the
file's pages are let go on the way (transformers/mapped_files.py): neither is held twice. What is below is measured with
transformers 5.24, torch 2.13, torchao 0.18 and bitsandbytes 0.50.
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
_WITHOUT_LINEAR_LAYERS: Final = frozenset({"gpt2", "openai-gpt"})
"""Kinds of which torchao quantizes nothing: their matrices are no torch.nn.Linear (transformers: pytorch_utils.Conv1D,
which bitsandbytes knows of)."""
_WINDOW_SPARE_TOKENS: Final = 256
"""Kept beyond a window (transformers/roomy_cache.py)."""
_HALF_TYPES: Final = frozenset({"BF16", "F16"})
_FAULT_BYTES: Final = 64 * 1024
"""What Linux maps of a file at once where one page is touched (mm/memory.c: fault_around_bytes)."""
_LET_GO_BYTES: Final = 2**25
"""Pages of files that gather before they are let go (transformers/mapped_files.py)."""
_JOINING: Final = 1.7
"""Of a layer's experts, while two of their three matrices are joined (core_model_loading.py: MergeModulelist)."""
_NOT_YET_BYTES: Final = 28 * 2**20
"""Pages of the libraries that only the first answer touches: not there while weights are loaded (measured)."""

EAGER: Final = frozenset(
    {
        "bloom",
        "deepseek_v4",
        "flint",
        "gemma2",
        "gemma4",
        "gemma4_text",
        "gpt_neo",
        "gpt_oss",
        "granite_swa",
        "granitemoe_swa",
        "hy_v4",
        "inkling2",
        "inkling2_loop",
        "mimo_v2_flash",
        "mpt",
        "vaultgemma",
        "xglm",
    }
)
"""Kinds with no attention but `eager` (modeling files: `_supports_sdpa = False`, or no word of it)."""
_SOFTMAX_BYTES: Final = 8
_PLAIN_SHARE: Final = 0.5
"""Of what a tokenizer takes that is made anew in its own class (measured: Qwen2.5's 53 and 107 MB, Gemma 3's 112 and
276)."""
_EXPERT_KERNELS_BYTES: Final = 20e6
"""Kernels for the sizes of batches that experts meet, each batch other ones (torch_worker.py: _KERNELS). Measured: 10
to 50 MB in eight kinds."""
_GIVEN_BACK_BYTES: Final = 2**23
"""Of this size on a block is given back as it is freed (providers/local/allocation.py)."""
_SCAN_TENSORS: Final = 3
_EXPANDED_BYTES: Final = 10.0
_EXPANDED_SCORE_BYTES: Final = 4.0
"""With compressed attention (MLA), of each number that kept tokens become while a layer reads them, and of attention:
torch computes that in float32 whatever the weights are (measured: DeepSeek-V3 of two layers, 32 heads, bf16, f32)."""


@dataclass(frozen=True, slots=True)
class TorchRuntime:
    """What the worker takes besides the model: the constants that are fitted."""

    process_bytes: float = 401e6
    """Python with torch and transformers, and the pages of their libraries."""
    tokenizer_share: float = 8.0
    """Memory of the tokenizer for each byte of its tokenizer.json: texts become nodes of maps, in two tables."""
    bitsandbytes_bytes: float = 80e6
    """With nf4: the library, and what is left of packing the weights for this processor at the first answer."""

    def runtime_bytes(self, shape: ModelShape, plan: LoadPlan) -> int:
        """The whole of it for a load."""
        quantizer = self.bitsandbytes_bytes if is_by_bitsandbytes(plan) else 0.0
        kernels = _EXPERT_KERNELS_BYTES if shape.experts else 0.0
        return round(self.process_bytes + self.tokenizer_share * tokenizer_bytes(shape) + quantizer + kernels)


def tokenizer_bytes(shape: ModelShape) -> float:
    """The size of its file, as far as it is kept."""
    return shape.tokenizer_bytes * (_PLAIN_SHARE if shape.is_tokenizer_plain else 1.0)


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
    if not _is_quantized(shape, plan):
        return shape.weight_bytes - untouched_bytes(shape, plan)
    tables = 1 if shape.is_output_tied else 2  # they stay as they are, and so do experts: they are no linear layers
    as_it_is = shape.parameters * (shape.expert_bytes + shape.looked_up_bytes) / shape.weight_bytes
    made = max(0, shape.parameters - tables * shape.vocabulary_size * shape.embedding_size - as_it_is)
    kept = tables * shape.embedding_bytes + shape.looked_up_bytes + shape.expert_bytes - untouched_bytes(shape, plan)
    return kept + round(made * _QUANTIZED[plan.quantization or ""])


def _is_quantized(shape: ModelShape, plan: LoadPlan) -> bool:
    """Whether anything of a model is: it stays as it is where a library finds nothing to quantize."""
    if shape.architecture in _WITHOUT_LINEAR_LAYERS and not is_by_bitsandbytes(plan):
        return False
    return plan.quantization in _QUANTIZED


def untouched_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Of mapped tables of tokens that the output layer does not use, what no token of a context touches.

    Distinct tokens grow as five times the power 0.6 of a text's length (Heaps' law with its usual figures for English).
    """
    if is_converted(shape, plan):
        return 0
    touched = round(5 * math.pow(plan.context_tokens, 0.6) * _FAULT_BYTES)
    tables = (0 if shape.is_output_tied else shape.embedding_bytes, shape.looked_up_bytes)
    return sum(max(0, size_bytes - touched) for size_bytes in tables)


def load_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """What a load takes beyond what it leaves: pages that were not let go yet, and a tensor as it was; of experts that
    become one tensor, those of a layer and a part of what is made of them. Negative: mapped pages that no answer has
    touched yet, and those of libraries, are more."""
    if not (is_converted(shape, plan) or _is_quantized(shape, plan) or shape.are_experts_joined):
        return 0
    layer = round(_JOINING * shape.expert_bytes / shape.layers) if shape.are_experts_joined else 0
    passing = _LET_GO_BYTES + max(layer, 2 * shape.largest_layer_tensor_bytes)
    return passing - _NOT_YET_BYTES - _mapped_bytes(shape, plan)


def _mapped_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Of the weights, those that stay mapped."""
    if is_converted(shape, plan):
        return 0
    experts = 0 if shape.are_experts_joined else shape.expert_bytes
    tables = (1 if shape.is_output_tied else 2) * shape.embedding_bytes + shape.looked_up_bytes
    kept = tables + experts if _is_quantized(shape, plan) else shape.weight_bytes - shape.expert_bytes + experts
    return kept - untouched_bytes(shape, plan)


def cache_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Keys and values of one answer, as long as its context is: they grow with it, and answers wait for each other."""
    full, near = cell_numbers(shape)
    spare = max(_WINDOW_SPARE_TOKENS, plan.batch_tokens)
    window = min(plan.context_tokens, (shape.sliding_window_tokens or 0) + spare)
    numbers = full * plan.context_tokens + near * window
    return round(numbers * activation_bytes(shape, plan)) + shape.state_bytes


def working_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Numbers of one batch of tokens on its way: the feed-forward part, attention over the context, the logits."""
    number = activation_bytes(shape, plan)
    vectors = plan.batch_tokens * (3 * shape.feed_forward_size + 5 * shape.embedding_size)
    scores = plan.batch_tokens * shape.heads * plan.context_tokens * _score_bytes(shape, number)
    scores = 0.0 if _are_given_back(shape, plan) else scores
    expanded = _EXPANDED_BYTES * shape.expanded_size * plan.context_tokens
    own = number * vectors + scores + expanded + 4 * shape.vocabulary_size
    return round(own) + shape.scan_bytes * -(-plan.batch_tokens // max(1, shape.scan_tokens))


def _score_bytes(shape: ModelShape, number: float) -> float:
    """Of attention, for each pair of a token that is read and one of the context."""
    return 2 * _EXPANDED_SCORE_BYTES if shape.expanded_size else number


def _are_given_back(shape: ModelShape, plan: LoadPlan) -> bool:
    """Whether blocks of scores are so large that none is left after a batch (providers/local/allocation.py)."""
    block = _EXPANDED_SCORE_BYTES * plan.batch_tokens * shape.heads * plan.context_tokens
    return shape.architecture in EAGER or (shape.expanded_size > 0 and block >= _GIVEN_BACK_BYTES)


def reading_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """What a batch takes in passing: where attention is written out, its scores in float32 before and after what makes
    shares of them, and keys and values of the context repeated for each head; where a layer has states, what it makes
    of a batch in blocks that are given back at once."""
    passing = float(shape.scan_passing_bytes * plan.batch_tokens)
    passing = passing if passing >= _SCAN_TENSORS * _GIVEN_BACK_BYTES else 0.0
    if _are_given_back(shape, plan):
        number = _SOFTMAX_BYTES if shape.architecture in EAGER else 2 * _EXPANDED_SCORE_BYTES
        passing += number * plan.batch_tokens * shape.heads * plan.context_tokens
    if shape.architecture in EAGER:
        repeated = shape.heads * (shape.key_size + shape.value_size) * plan.context_tokens
        passing += repeated * activation_bytes(shape, plan)
    return round(passing)


def activation_bytes(shape: ModelShape, plan: LoadPlan) -> float:
    """Bytes of a number on its way through the model, and in its keys and values."""
    if plan.quantization in _FLOATS:
        return _FLOATS[plan.quantization][0]
    return 2.0 if shape.weight_bytes_by_type[0][0] in _HALF_TYPES else 4.0

"""What llama.cpp takes for a model: all but the runtime is reckoned as llama.cpp itself reckons it.

Figures of buffers agree with its log to a hundredth (xllamacpp 2026.10, `model buffer size`, `compute buffer size`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from segue.machine.needs import LoadPlan, ModelShape
from segue.machine.prediction_cache import cells, llama_cache_bytes

REPACKED: Final[Mapping[str, frozenset[str]]] = {
    "x86": frozenset({"Q4_0", "Q4_K", "IQ4_NL", "MXFP4"}),
    "arm": frozenset({"Q4_0", "Q4_K", "Q5_K", "Q6_K", "Q8_0", "IQ4_NL", "MXFP4"}),
}
"""Types of which llama.cpp keeps a second, interleaved copy for its kernels, by family of processors: with AVX2, as
the wheels of xllamacpp are built; with NEON's products (ggml/src/ggml-cpu/repack.cpp,
ggml_repack_get_optimal_repack_type). x86 measured, ARM from the source."""
_READ_BUFFER_KEPT_BYTES: Final = 32 * 2**20
"""A buffer up to here stays with the process when it is freed (glibc: DEFAULT_MMAP_THRESHOLD_MAX)."""
_FLOAT_BYTES: Final = 4
_MASK_BYTES: Final = 2
"""The mask of attention is kept in half precision where flash attention is on, as it is by default."""


@dataclass(frozen=True, slots=True)
class LlamaRuntime:
    """What the worker takes besides the model's own buffers."""

    process_bytes: float = 43.8e6
    """Python, the library's pages, the server: fitted."""
    entry_bytes: float = 192.0
    """Each entry of the vocabulary: counted. On x86-64 a text with its score takes 40 bytes (llama-vocab.cpp:
    token_data), its place in the map by text 72 (a node and a bucket), its text written out 32, two
    candidates of the sampler 24; and some 24 for texts of more than 15 characters and what lies between."""

    def runtime_bytes(self, shape: ModelShape) -> int:
        """The whole of it for a model."""
        return round(self.process_bytes + self.entry_bytes * entries(shape))


MERGE_SHARE: Final = 0.85
"""What a merge takes, as a share of an entry of the vocabulary: a node of the map of pairs and its two strings
(about 180 bytes of x86-64), against a string in two tables, a node of the map and a candidate of the sampler."""


def entries(shape: ModelShape) -> float:
    """Entries of the tokenizer, merges weighted."""
    return shape.vocabulary_size + MERGE_SHARE * shape.merges


def repacked_bytes(shape: ModelShape, family: str) -> int:
    """Weights of types that are repacked. The table of tokens is looked up row by row: it never is, unless the output
    layer uses it too, for which it is copied."""
    total = sum(size for kind, size in shape.weight_bytes_by_type if kind in REPACKED[family])
    is_table_in = shape.embedding_type in REPACKED[family] and not shape.is_output_tied
    return max(0, total - (shape.embedding_bytes if is_table_in else 0))


def weights_bytes(shape: ModelShape, plan: LoadPlan, family: str) -> int:
    """Weights as they lie in memory: mapped pages stay beside the repacked copies, read ones do not."""
    if plan.maps_file:
        return shape.weight_bytes + repacked_bytes(shape, family) - let_go_bytes(shape, family)
    is_twice = shape.is_output_tied and shape.embedding_type in REPACKED[family]
    return shape.weight_bytes + (shape.embedding_bytes if is_twice else 0)


def let_go_bytes(shape: ModelShape, family: str) -> int:
    """Pages of a mapped file that are let go at the end of the load: those before the first tensor that is used where
    it lies, and after the last (src/llama-model-loader.cpp: unmap_fragment)."""
    runs = (takewhile(lambda each: each[0] in REPACKED[family], edge) for edge in shape.edges)
    return sum(size for run in runs for _, size in run)


def load_bytes(shape: ModelShape, plan: LoadPlan, family: str) -> tuple[int, int]:
    """What is held only for the load: while it lasts, and after it.

    Of a mapped file the pages that are let go; of one that is read, what a tensor is read into before it is repacked.
    """
    if plan.maps_file:
        return let_go_bytes(shape, family), 0
    if not repacked_bytes(shape, family):
        return 0, 0
    largest = shape.largest_layer_tensor_bytes
    return largest, largest if largest <= _READ_BUFFER_KEPT_BYTES else 0


def working_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """What one batch of tokens needs on its way through the model, and the numbers that each answer's words are
    picked by.

    The widest place is the feed-forward part: its two inputs and its output, beside five copies of the tokens'
    vectors; so it comes out of llama.cpp's allocator for llama, qwen2 and gemma3.
    """
    context, window = cells(shape, plan)
    width = max(shape.feed_forward_size * max(1, shape.experts_used), shape.heads * shape.key_size)
    vectors = _FLOAT_BYTES * plan.batch_tokens * (3 * width + 5 * shape.embedding_size)
    mask = _MASK_BYTES * plan.batch_tokens * (context + window) * plan.parallel
    logits = _FLOAT_BYTES * shape.vocabulary_size * plan.parallel
    return max(vectors, logits) + mask + logits


def cache_bytes(shape: ModelShape, plan: LoadPlan) -> int:
    """Keys and values."""
    return llama_cache_bytes(shape, plan)

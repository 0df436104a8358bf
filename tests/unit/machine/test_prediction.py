"""What a load takes is told from headers alone, part by part."""

from dataclasses import replace

import pytest

from segue.machine.needs import LoadPlan, ModelShape
from segue.machine.prediction import predict

QWEN = ModelShape(
    file_format="gguf",
    architecture="qwen2",
    file_bytes=1_117_320_768,
    weight_bytes=1_111_370_240,
    weight_bytes_by_type=(("Q4_K", 756_781_056), ("Q6_K", 354_009_600), ("F32", 579_584)),
    parameters=1_777_088_000,
    layers=28,
    embedding_size=1536,
    feed_forward_size=8960,
    heads=12,
    kv_heads=(2,) * 28,
    key_size=128,
    value_size=128,
    vocabulary_size=151_936,
    embedding_bytes=131_272_704,
    is_output_tied=False,
    context_tokens=32_768,
    embedding_type="Q4_K",
    largest_tensor_bytes=191_439_360,
    largest_layer_tensor_bytes=11_289_600,
    merges=151_387,
)
"""Qwen2.5-Coder-1.5B-Instruct, Q4_K_M."""
PLAN = LoadPlan("llama_cpp", context_tokens=2048)
MIB = 2**20


def test_the_parts_are_what_llama_cpp_itself_reckons() -> None:
    """Weights with their repacked copies, keys and values: as its log has them to a megabyte. Covers R8.1."""
    need = predict(QWEN, PLAN, processor="x86_64")
    assert need.weights_bytes == pytest.approx((1059.89 + 596.53) * MIB, rel=0.001)
    assert need.cache_bytes == 56 * MIB
    assert need.working_bytes == pytest.approx((8.69 + 0.58) * MIB, rel=0.02)


def test_a_file_that_is_read_and_not_mapped_is_held_once() -> None:
    """Without mapping the repacked weights stand in place of the file's pages; a buffer for reading stays."""
    mapped, read = predict(QWEN, PLAN, processor="x86_64"), predict(QWEN, replace(PLAN, maps_file=False))
    assert mapped.weights_bytes - read.weights_bytes == 756_781_056 - 131_272_704
    assert read.working_bytes - mapped.working_bytes == QWEN.largest_layer_tensor_bytes


@pytest.mark.parametrize(("cache_type", "share"), [("f16", 1.0), ("q8_0", 34 / 64), ("q4_0", 18 / 64)])
def test_keys_and_values_grow_with_context_answers_and_precision(cache_type: str, share: float) -> None:
    """Each answer has its own context, rounded up to 256 tokens."""
    need = predict(QWEN, LoadPlan("llama_cpp", context_tokens=1000, parallel=2, cache_type=cache_type))
    assert need.cache_bytes == round(56 * MIB * share)


def test_layers_with_a_window_keep_no_more_than_it() -> None:
    """Only layers that look back over everything grow with the context."""
    windowed = replace(QWEN, sliding_window_tokens=512, is_windowed=(True,) * 27 + (False,))
    shorter, longer = (predict(windowed, replace(PLAN, context_tokens=tokens)).cache_bytes for tokens in (2048, 4096))
    assert longer - shorter == 2 * MIB
    assert longer < predict(QWEN, replace(PLAN, context_tokens=4096)).cache_bytes


def test_the_bound_lies_over_the_peak_and_the_peak_over_the_steady_state() -> None:
    """Whatever the plan, the figures are in order and the parts add up."""
    for plan in (PLAN, replace(PLAN, maps_file=False), replace(PLAN, parallel=4), replace(PLAN, gpu_layers=14)):
        need = predict(QWEN, plan)
        parts = need.weights_bytes + need.cache_bytes + need.working_bytes + need.runtime_bytes
        assert parts == need.steady_bytes <= need.peak_bytes < need.upper_bytes


def test_layers_on_a_gpu_take_its_memory_and_leave_this_one() -> None:
    """The more layers are there, the more of its memory is taken."""
    plans = [replace(PLAN, maps_file=False, gpu_layers=layers) for layers in (0, 7, 28)]
    needs = [predict(QWEN, plan) for plan in plans]
    assert [need.gpu_bytes for need in needs] == sorted(need.gpu_bytes for need in needs)
    assert needs[0].gpu_bytes == 0
    assert needs[0].weights_bytes > needs[1].weights_bytes > needs[2].weights_bytes


def test_another_processor_has_other_copies() -> None:
    """llama.cpp repacks more types on ARM."""
    assert predict(QWEN, PLAN, processor="aarch64").weights_bytes > predict(QWEN, PLAN, processor="AMD64").weights_bytes

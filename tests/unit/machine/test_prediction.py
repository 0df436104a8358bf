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


def test_pages_at_the_ends_of_a_mapped_file_are_let_go_where_copies_stand_for_them() -> None:
    """They count for the peak of the load alone, and only as far as everything there was repacked."""
    edges = ((("Q4_K", 300_000_000), ("Q6_K", 5_000_000), ("Q4_K", 7_000_000)), (("Q6_K", 9_000_000),))
    whole, cut = (predict(shape, PLAN, processor="x86_64") for shape in (QWEN, replace(QWEN, edges=edges)))
    assert whole.steady_bytes - cut.steady_bytes == 300_000_000
    assert cut.peak_bytes == cut.weights_bytes + cut.runtime_bytes + 300_000_000


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


def test_a_window_that_no_layer_keeps_to_has_the_whole_cache_copied() -> None:
    """Twice, for the ends of two prompts: EXAONE 4 of eight layers took 550 MB where 489 were told."""
    told = replace(QWEN, sliding_window_tokens=1024)
    assert predict(told, PLAN).cache_bytes == 3 * predict(QWEN, PLAN).cache_bytes


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


SMOLLM2 = replace(
    QWEN,
    file_format="safetensors",
    weight_bytes=269_030_016,
    weight_bytes_by_type=(("BF16", 269_030_016),),
    parameters=134_515_008,
    layers=30,
    embedding_size=576,
    feed_forward_size=1536,
    heads=9,
    kv_heads=(3,) * 30,
    key_size=64,
    value_size=64,
    vocabulary_size=49_152,
    embedding_bytes=56_623_104,
    is_output_tied=True,
    embedding_type="BF16",
    tokenizer_bytes=3_522_871,
)
"""SmolLM2-135M-Instruct in bfloat16."""
TORCH = LoadPlan("transformers", context_tokens=512)


@pytest.mark.parametrize(
    ("quantization", "held"),
    [(None, 269.0), ("bfloat16", 269.0), ("float32", 538.1), ("int8", 56.6 + 106.2), ("nf4", 56.6 + 59.7)],
)
def test_what_transformers_makes_of_weights_stands_in_place_of_the_mapped_file(
    quantization: str | None, held: float
) -> None:
    """Numbers of another type replace the file; of a quantized model only the table of tokens stays. Covers R8.1."""
    need = predict(SMOLLM2, replace(TORCH, quantization=quantization))
    assert need.weights_bytes == pytest.approx(held * 1e6, rel=0.01)


@pytest.mark.parametrize("quantization", ["float32", "int8", "nf4"])
def test_weights_are_never_held_twice_while_their_type_is_changed(quantization: str) -> None:
    """The file's pages are let go on the way: the peak of a load is what it leaves, and a tensor or two."""
    made = predict(SMOLLM2, replace(TORCH, quantization=quantization))
    assert made.peak_bytes - made.steady_bytes < 32 * MIB


def test_what_a_library_finds_nothing_to_quantize_in_stays_as_it_is() -> None:
    """GPT-2's matrices are of a class of their own, which torchao passes by and bitsandbytes knows."""
    kinds = {name: replace(SMOLLM2, architecture=name) for name in ("gpt2", "llama")}
    held = {
        (name, how): predict(shape, replace(TORCH, quantization=how)).weights_bytes
        for name, shape in kinds.items()
        for how in ("int8", "nf4")
    }
    assert held["gpt2", "int8"] == SMOLLM2.weight_bytes > held["llama", "int8"]
    assert held["gpt2", "nf4"] == held["llama", "nf4"]


MIXTURE = replace(
    SMOLLM2, architecture="mixtral", experts=8, experts_used=2, expert_bytes=200_000_000, are_experts_joined=True
)


def test_experts_are_held_once_and_stay_as_they_are() -> None:
    """They are no linear layers any more, which alone are quantized: only the rest becomes smaller."""
    plain, small = (predict(MIXTURE, replace(TORCH, quantization=name)) for name in (None, "nf4"))
    assert plain.weights_bytes == MIXTURE.weight_bytes
    assert plain.peak_bytes < plain.steady_bytes + 2 * MIXTURE.expert_bytes / MIXTURE.layers
    assert small.weights_bytes > MIXTURE.expert_bytes + MIXTURE.embedding_bytes


def test_attention_that_is_written_out_takes_memory_while_a_prompt_is_read() -> None:
    """Gemma 2 in eight layers took 73 MB more at its peak than after it, at 8,192 tokens. Covers R8.1."""
    gemma = replace(SMOLLM2, architecture="gemma2", layers=8, kv_heads=(4,) * 8, heads=8, key_size=128, value_size=128)
    need = predict(gemma, replace(TORCH, context_tokens=8192))
    assert need.peak_bytes - need.steady_bytes == pytest.approx(73e6, rel=0.1)


def test_attention_that_is_written_out_leaves_nothing_behind() -> None:
    """Its blocks are so large that they are given back; torch's own keeps some. Covers R8.1."""
    plan = replace(TORCH, context_tokens=2048, batch_tokens=512)
    short = replace(plan, context_tokens=1024)
    for kind, grown in (("gemma2", 0), ("llama", 512 * 9 * 1024 * 2)):
        shape = replace(SMOLLM2, architecture=kind)
        assert predict(shape, plan).working_bytes - predict(shape, short).working_bytes == grown


def test_large_blocks_that_a_state_is_made_of_are_there_while_a_prompt_is_read() -> None:
    """Jamba with batches of 512 tokens took 174 MB more at its peak than after it; small blocks stay in the heap."""
    jamba = replace(SMOLLM2, scan_passing_bytes=3 * 4 * 16 * 2048)
    for batch_tokens, more in ((512, 201_326_592), (32, 0)):
        need = predict(jamba, replace(TORCH, batch_tokens=batch_tokens))
        assert need.peak_bytes - need.steady_bytes == more


def test_a_kind_that_was_not_measured_has_a_wider_bound() -> None:
    """And it is said."""
    known, strange = predict(QWEN, PLAN), predict(replace(QWEN, architecture="strange"), PLAN)
    assert (known.is_rough, strange.is_rough) == (False, True)
    assert strange.peak_bytes == known.peak_bytes
    assert strange.upper_bytes > strange.peak_bytes * 1.1 > known.upper_bytes


def test_a_table_of_tokens_of_its_own_is_touched_as_far_as_it_is_used() -> None:
    """The steady state counts some of it, the bound all of it."""
    untied = replace(SMOLLM2, is_output_tied=False)
    need = predict(untied, TORCH)
    assert need.weights_bytes < untied.weight_bytes
    assert need.upper_bytes > need.peak_bytes + untied.weight_bytes - need.weights_bytes


def test_what_a_worker_takes_besides_depends_on_tokenizer_and_experts() -> None:
    """A tokenizer that is taken as its file has it is kept once; experts meet sizes that have kernels of their own; the
    table of who may see whom of GPT-Neo counts with its weights: 537 MB of eight layers. Covers R8.1."""
    usual = predict(SMOLLM2, TORCH)
    plain = predict(replace(SMOLLM2, is_tokenizer_plain=True), TORCH)
    assert usual.runtime_bytes - plain.runtime_bytes == pytest.approx(4 * SMOLLM2.tokenizer_bytes)
    assert predict(replace(SMOLLM2, experts=8), TORCH).runtime_bytes - usual.runtime_bytes == 20_000_000
    masked = predict(replace(SMOLLM2, mask_bytes=537_000_000), TORCH)
    assert masked.weights_bytes - usual.weights_bytes == 537_000_000


def test_states_are_made_in_pieces_of_a_batch_that_are_there_at_once() -> None:
    """A batch is filled up to whole pieces: Falcon-H1 took 66 MB more with 512 tokens than with 64. Covers R8.1."""
    scans = replace(SMOLLM2, scan_bytes=60_000_000, scan_tokens=256)
    for batch_tokens, pieces in ((64, 1), (256, 1), (512, 2)):
        plan = replace(TORCH, batch_tokens=batch_tokens)
        assert predict(scans, plan).working_bytes - predict(SMOLLM2, plan).working_bytes == pieces * 60_000_000


def test_further_tables_of_tokens_are_touched_as_far_as_they_are_used_and_stay_as_they_are() -> None:
    """Gemma 3n's embeddings of each layer are most of it: 562 of 584 MB were never in memory at 1,024 tokens. Covers
    R8.1."""
    more = replace(SMOLLM2, looked_up_bytes=100_000_000)
    plain, need = predict(SMOLLM2, TORCH), predict(more, TORCH)
    assert 80e6 < plain.weights_bytes - need.weights_bytes < 100e6
    assert need.upper_bytes - need.peak_bytes > 80e6
    quantized = replace(TORCH, quantization="int8")
    assert predict(more, quantized).weights_bytes == pytest.approx(
        predict(SMOLLM2, quantized).weights_bytes - 36e6, rel=0.05
    )


def test_compressed_keys_are_few_and_what_becomes_of_them_is_working_memory() -> None:
    """One layer at a time expands the keys of the whole context: measured 245 MB of 2048 tokens with 32 heads."""
    heads = replace(SMOLLM2, heads=32, layers=2, kv_heads=(1, 1), key_size=512, value_size=64, expanded_size=32 * 320)
    plan = replace(TORCH, context_tokens=2048)
    need = predict(heads, plan)
    assert need.cache_bytes == 2048 * 2 * (512 + 64) * 2
    short = predict(heads, replace(plan, context_tokens=1024))
    taken = [one.working_bytes + one.peak_bytes - one.steady_bytes for one in (need, short)]
    assert taken[0] - taken[1] == pytest.approx(245e6 / 2, rel=0.05)
    assert need.peak_bytes - need.steady_bytes == 2 * 4 * 64 * 32 * 2048  # blocks of 16 MiB do not stay

"""A model's headers tell what it is made of, without a weight being read; a file that lies is refused at once."""

import json
import struct
import time
import tracemalloc
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from segue.errors import WeightsError
from segue.machine.chat_templates import file_has_template
from segue.machine.headers import RangeFile, read_shape, read_shape_by_ranges
from segue.machine.weight_checks import check_form
from tests.support.model_files import CONFIG, LLAMA, TENSORS, Meta, gguf, safetensors, text

HEAD = b"GGUF" + struct.pack("<I", 3)
WEIGHTS = {
    "model.embed_tokens.weight": ("BF16", (32, 64), 4096),
    "model.layers.0.mlp.weight": ("F32", (64, 2), 512),
}


def kept(path: Path, data: bytes) -> Path:
    """The file, written."""
    path.write_bytes(data)
    return path


def folder(tmp_path: Path, config: dict[str, object] | None = None) -> Path:
    """A folder as transformers keeps a model."""
    (tmp_path / "config.json").write_text(json.dumps(CONFIG if config is None else config))
    kept(tmp_path / "model.safetensors", safetensors(WEIGHTS))
    return tmp_path


def test_the_shape_of_a_gguf_file_stands_in_its_header(tmp_path: Path) -> None:
    """Sizes, heads, types of tensors and the tokenizer's lists are told as the file has them. Covers R8.1."""
    data = gguf()
    shape = read_shape(kept(tmp_path / "tiny.gguf", data))
    assert (shape.architecture, shape.layers, shape.embedding_size, shape.heads) == ("llama", 2, 64, 4)
    assert (shape.kv_heads, shape.key_size, shape.value_size, shape.vocabulary_size) == ((2, 2), 16, 16, 32)
    assert shape.weight_bytes_by_type == (("Q4_0", 2304), ("Q8_0", 2176), ("F32", 256))
    assert (shape.weight_bytes, shape.file_bytes, shape.parameters) == (4736, len(data), 6208)
    assert (shape.embedding_bytes, shape.embedding_type, shape.is_output_tied) == (2176, "Q8_0", True)
    assert (shape.quantization, shape.merges, shape.context_tokens) == ("Q4_0", 1, 2048)
    assert shape.has_chat_template


def test_quantization_is_what_the_file_says_where_its_tensors_bear_it_out(tmp_path: Path) -> None:
    """A header that kept an older name is not believed: `fit` and `weights` would tell two names of one file."""
    kinds = {12: "Q4_K_M", 8: "Q8_0", 1: "F16"}
    for kind, named in kinds.items():
        data = gguf(tensors=(("token_embd.weight", (256, 32), kind), ("blk.0.attn_q.weight", (256, 256), kind)))
        assert read_shape(kept(tmp_path / "tiny.gguf", data)).quantization == named


def test_a_file_without_chat_template_is_told_from_one_with(tmp_path: Path) -> None:
    """By its whole header, and by a short look at it alike."""
    without = {key: value for key, value in LLAMA.items() if "template" not in key}
    path = tmp_path / "tiny.gguf"
    for metadata, has_one in ((LLAMA, True), (without, False), ({**LLAMA, "tokenizer.chat_template": ""}, False)):
        kept(path, gguf(metadata))
        assert (read_shape(path).has_chat_template, file_has_template(path)) == (has_one, has_one)
    kept(path, gguf({"general.name": "x" * (2**20 - 40), **LLAMA}))  # the key lies over the end of a block
    assert file_has_template(path)


def test_the_ends_of_a_file_are_told_up_to_what_is_never_repacked(tmp_path: Path) -> None:
    """From either end inwards; a vector or the table of tokens ends it."""
    last = (("blk.1.attn_q.weight", (64, 64), 8), ("blk.1.attn_k.weight", (64, 32), 2))
    shape = read_shape(kept(tmp_path / "tiny.gguf", gguf(tensors=(*TENSORS, *last))))
    assert shape.edges == ((("Q4_0", 1152), ("Q8_0", 4352)),)


def test_only_some_blocks_at_the_start_of_a_remote_file_are_read() -> None:
    """A file of 70 GB is judged by a megabyte of it."""
    data = gguf(tensors=(*TENSORS, ("output.weight", (8192, 4_194_304), 1)), has_weights=False)
    asked: list[tuple[int, int]] = []

    def read(offset: int, length: int) -> bytes:
        asked.append((offset, length))
        return data[offset : offset + length].ljust(length, b"\0")

    shape = read_shape_by_ranges([RangeFile("https://hub/big.gguf", 2**40, read)])
    assert shape.weight_bytes > 68e9
    assert sum(length for _, length in asked) < 2e6


def test_all_parts_of_a_split_model_count_and_a_missing_one_is_named(tmp_path: Path) -> None:
    """Any part leads to the whole; a part that is not here is an error with its name."""
    first = kept(tmp_path / "m-00001-of-00002.gguf", gguf({**LLAMA, "split.count": 2}, TENSORS[:1]))
    second = kept(tmp_path / "m-00002-of-00002.gguf", gguf({"split.count": 2}, TENSORS[1:]))
    assert read_shape(second).weight_bytes == read_shape(first).weight_bytes == 4736
    second.unlink()
    with pytest.raises(WeightsError, match="m-00002-of-00002"):
        read_shape(first)


def test_sliding_windows_are_told_by_layer(tmp_path: Path) -> None:
    """An architecture's own pattern holds where the file has none; flags in the file are stronger."""
    gemma = {key.replace("llama", "gemma3"): value for key, value in LLAMA.items()}
    gemma |= {"general.architecture": "gemma3", "gemma3.block_count": 7, "gemma3.attention.sliding_window": 512}
    shape = read_shape(kept(tmp_path / "a.gguf", gguf(gemma)))
    assert shape.is_windowed == (True,) * 5 + (False, True)
    gemma["gemma3.attention.sliding_window_pattern"] = [0, 1]
    assert read_shape(kept(tmp_path / "b.gguf", gguf(gemma))).windowed_layers == 3


def test_layers_that_keep_a_state_have_no_keys(tmp_path: Path) -> None:
    """A hybrid model's keys are those of its attention layers; the others keep a state of fixed size."""
    hybrid = {**LLAMA, "llama.attention.head_count_kv": [0, 2], "llama.ssm.inner_size": 128}
    hybrid |= {"llama.ssm.state_size": 16, "llama.ssm.conv_kernel": 4, "llama.ssm.group_count": 1}
    shape = read_shape(kept(tmp_path / "hybrid.gguf", gguf(hybrid)))
    assert shape.kv_heads == (0, 2)
    assert shape.state_bytes == (128 * 16 + 3 * (128 + 2 * 16)) * 4


def renamed(architecture: str, **more: Meta) -> dict[str, Meta]:
    """The tiny model under another architecture's name, with more keys of it."""
    named = {key.replace("llama.", f"{architecture}."): value for key, value in LLAMA.items()}
    keys = {f"{architecture}.{key.replace('__', '.')}": value for key, value in more.items()}
    return {**named, "general.architecture": architecture, **keys}


@pytest.mark.parametrize(
    ("told", "window", "flags"),
    [
        (renamed("exaone4", attention__sliding_window=512), 512, ()),
        (renamed("gemma2"), 4096, (True, False)),
        (renamed("smallthinker", attention__sliding_window=512), 4096, (False, True)),
        (renamed("exaone-moe", block_count=4), 128, (True, True, True, False)),
        (renamed("phi3", attention__sliding_window=2047), None, ()),
        (renamed("newer", attention__sliding_window=512, attention__sliding_window_pattern=2), 512, (True, False)),
    ],
)
def test_windows_that_no_file_tells_are_as_llama_cpp_has_them(
    told: dict[str, Meta], window: int | None, flags: tuple[bool, ...], tmp_path: Path
) -> None:
    """EXAONE 4 has one at 64 layers alone, older files of Gemma 2 do not say theirs, SmallThinker's is fixed; that of
    Phi-3 is not heeded, and would have its whole cache counted three times."""
    shape = read_shape(kept(tmp_path / "windows.gguf", gguf(told)))
    assert (shape.sliding_window_tokens, shape.is_windowed) == (window, flags)


def test_layers_with_keys_and_a_state_and_those_of_rwkv_are_counted(tmp_path: Path) -> None:
    """Falcon-H1 keeps both in each layer; RWKV a matrix for each head, and the last words; in 4 bytes a number."""
    both = renamed("falcon-h1", ssm__inner_size=128, ssm__state_size=16, ssm__conv_kernel=4, ssm__group_count=1)
    shape = read_shape(kept(tmp_path / "both.gguf", gguf(both)))
    assert shape.kv_heads == (2, 2)
    assert shape.state_bytes == 2 * (128 * 16 + 3 * (128 + 2 * 16)) * 4
    wkv = renamed("rwkv7", attention__head_count_kv=0, wkv__head_size=16, token_shift_count=2)
    assert read_shape(kept(tmp_path / "wkv.gguf", gguf(wkv))).state_bytes == 2 * 64 * (16 + 2) * 4


@pytest.mark.parametrize(
    ("told", "kv_heads", "with_state"),
    [
        (renamed("rwkv6qwen2", attention__head_count_kv=2, wkv__head_size=16, token_shift_count=1), (0, 0), 2),
        (
            renamed("qwen3next", block_count=5, nextn_predict_layers=1, ssm__inner_size=64, ssm__state_size=4),
            (0, 0, 0, 2, 0),
            3,
        ),
        (
            renamed("qwen35", attention__recurrent_layers=[True, False], ssm__inner_size=64, ssm__state_size=4),
            (0, 2),
            1,
        ),
        (renamed("minimax-01", attention__head_count_kv=[0, 2], attention__key_length=16), (0, 0), 2),
        (renamed("gemma3n", block_count=22, attention__shared_kv_layers=1), (2,) * 20 + (0, 0), 0),
    ],
)
def test_which_layers_keep_keys_and_which_a_state(
    told: dict[str, Meta], kv_heads: tuple[int, ...], with_state: int, tmp_path: Path
) -> None:
    """By the kind where it is fixed there, by the file's own word, and by every so many layers; layers that guess
    tokens ahead keep neither."""
    shape = read_shape(kept(tmp_path / "layers.gguf", gguf(told)))
    numbers = {"rwkv6qwen2": 64 * (16 + 1), "minimax-01": 4 * 16 * 16}.get(shape.architecture, 64 * 4)
    assert shape.kv_heads == kv_heads
    assert shape.state_bytes == with_state * numbers * 4


def test_experts_of_a_file_are_as_wide_as_it_says(tmp_path: Path) -> None:
    """The width of the whole feed-forward part is that of models without experts: it stands there and is not used."""
    told = renamed("qwen3moe", feed_forward_length=512, expert_feed_forward_length=32, expert_used_count=4)
    assert read_shape(kept(tmp_path / "experts.gguf", gguf(told))).feed_forward_size == 32


def test_what_a_cut_file_lacks_is_told_to_the_byte(tmp_path: Path) -> None:
    """Of all its tensors, not of the first that is cut."""
    data = gguf(tensors=(("a", (64,), 0), ("b", (256,), 0)))
    with pytest.raises(WeightsError, match=r"cut\.gguf is incomplete: 1,144 bytes are missing"):
        read_shape(kept(tmp_path / "cut.gguf", data[:-1144]))


def test_a_type_newer_than_this_program_is_measured_by_its_neighbours(tmp_path: Path) -> None:
    """A tensor of an unknown type ends where the next one begins."""
    shape = read_shape(kept(tmp_path / "new.gguf", gguf(tensors=(("a", (64,), 99), *TENSORS))))
    assert ("type 99", 64) in shape.weight_bytes_by_type


def test_the_shape_of_a_folder_stands_in_config_and_headers(tmp_path: Path) -> None:
    """The same is told of safetensors."""
    shape = read_shape(folder(tmp_path))
    assert (shape.file_format, shape.architecture, shape.layers, shape.kv_heads) == ("safetensors", "llama", 2, (2, 2))
    assert shape.weight_bytes_by_type == (("BF16", 4096), ("F32", 512))
    assert (shape.vocabulary_size, shape.is_output_tied, shape.quantization) == (32, True, "BF16")


def test_an_index_says_which_files_count(tmp_path: Path) -> None:
    """A copy in another form beside the model is not added to it; a file that the index names must be there."""
    folder(tmp_path)
    index = {"weight_map": {"model.embed_tokens.weight": "part-1.safetensors"}}
    (tmp_path / "model.safetensors.index.json").write_text(json.dumps(index))
    with pytest.raises(WeightsError, match=r"part-1\.safetensors"):
        read_shape(tmp_path)
    kept(tmp_path / "part-1.safetensors", safetensors(WEIGHTS))
    assert read_shape(tmp_path).weight_bytes == 4608
    for name in ("model.safetensors.index.json", "model.safetensors"):
        (tmp_path / name).unlink()
    with pytest.raises(WeightsError, match="no weights are found"):
        read_shape(tmp_path)


def _many(count: int) -> bytes:
    return HEAD + struct.pack("<QQ", 0, 1) + text("k") + struct.pack("<IIQ", 9, 8, count) + bytes(2**20)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "another format": lambda: b"PK\3\4" + bytes(100),
    "only the magic": lambda: b"GGUF",
    "another version": lambda: b"GGUF" + struct.pack("<IQQ", 77, 0, 0),
    "too many keys": lambda: HEAD + struct.pack("<QQ", 0, 2**63),
    "too many tensors": lambda: HEAD + struct.pack("<QQ", 2**63, 0),
    "a list without end": lambda: _many(2**62),
    "a long list of nothing": lambda: _many(4_000_000),
    "a text longer than the file": lambda: HEAD + struct.pack("<QQ", 0, 1) + struct.pack("<Q", 2**40),
    "numbers beyond the file": lambda: (
        HEAD + struct.pack("<QQ", 0, 1) + text("k") + struct.pack("<IIQ", 9, 10, 2**61) + bytes(64)
    ),
    "lists in a list": lambda: HEAD + struct.pack("<QQ", 0, 1) + text("k") + struct.pack("<IIQ", 9, 9, 1) + bytes(64),
    "the same key twice": lambda: HEAD + struct.pack("<QQ", 0, 2) + (text("k") + struct.pack("<II", 4, 1)) * 2,
    "no architecture": lambda: gguf({"llama.block_count": 2}),
    "no layers": lambda: gguf({**LLAMA, "llama.block_count": 0}),
    "too many layers": lambda: gguf({**LLAMA, "llama.block_count": 2**31}),
    "a truth where a number belongs": lambda: gguf({**LLAMA, "llama.block_count": "2"}),
    "an alignment of nothing": lambda: gguf({**LLAMA, "general.alignment": 0}),
    "no tensors": lambda: gguf(tensors=()),
    "a tensor twice": lambda: gguf(tensors=(TENSORS[0], TENSORS[0])),
    "a tensor larger than any disk": lambda: (
        gguf(tensors=()).replace(struct.pack("<IQQ", 3, 0, 10), struct.pack("<IQQ", 3, 1, 10))
        + text("t")
        + struct.pack("<I4QIQ", 4, *(2**60,) * 4, 0, 0)
    ),
    "the last byte missing": lambda: gguf(tensors=TENSORS)[:-1],
    "half": lambda: gguf()[: len(gguf()) // 2],
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_gguf_file_that_lies_is_refused_fast_and_in_little_memory(what: str, tmp_path: Path) -> None:
    """Whatever a header claims, the answer names the file and what to do. Covers R8.1."""
    path = kept(tmp_path / "bad.gguf", HOSTILE[what]())
    tracemalloc.start()
    began_s = time.process_time()
    with pytest.raises(WeightsError, match=r"bad\.gguf") as caught:
        read_shape(path)
    spent_s, (_, most_bytes) = time.process_time() - began_s, tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert caught.value.hint
    assert spent_s < 2
    assert most_bytes < 8e6


LONG_TEXT = HEAD + struct.pack("<QQ", 0, 1) + text("general.architecture") + struct.pack("<IQ", 8, 800 * 2**20)


def test_a_long_text_is_passed_over_and_never_fetched() -> None:
    """No length that a header claims is read at once, far or near."""
    asked: list[int] = []

    def read(offset: int, length: int) -> bytes:
        asked.append(length)
        return LONG_TEXT[offset : offset + length].ljust(length, b"\0")

    for is_near in (False, True):
        with pytest.raises(WeightsError, match="128 MiB"):
            read_shape_by_ranges([RangeFile("https://hub/big.gguf", 2**40, read, is_near=is_near)])
    assert sum(asked) < 4e6


def test_a_chat_template_of_any_length_is_no_hindrance(tmp_path: Path) -> None:
    """What is long and not needed counts as the tokenizer's, and is not kept."""
    plain, long = ({**LLAMA, "tokenizer.chat_template": "x" * length} for length in (10, 3_000_000))
    shapes = [read_shape(kept(tmp_path / "m.gguf", gguf(each))) for each in (plain, long)]
    assert shapes[1].tokenizer_bytes - shapes[0].tokenizer_bytes == 3_000_000 - 10


def test_lists_of_numbers_are_read_at_once_and_bounded_together(tmp_path: Path) -> None:
    """Thousands of lists that could be of layers are more than any model has."""
    row = struct.pack("<IIQ", 9, 0, 4096) + b"\1" * 4096
    lists = b"".join(text(f"k{number}") + row for number in range(5000))
    path = kept(tmp_path / "bad.gguf", HEAD + struct.pack("<QQ", 0, 5000) + lists)
    began_s = time.process_time()
    with pytest.raises(WeightsError, match="numbers in lists"):
        read_shape(path)
    assert time.process_time() - began_s < 1


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ({"general.architecture": "clip", "clip.vision.block_count": 2}, "images"),
        ({"general.architecture": "qwen2", "general.type": "mmproj"}, "images"),
        ({"general.architecture": "llama", "general.type": "adapter"}, "adapter"),
        ({**LLAMA, "general.type": "vocab"}, "vocabulary"),
    ],
)
def test_what_only_belongs_to_a_model_is_called_so(told: dict[str, Meta], what: str, tmp_path: Path) -> None:
    """A whole file is not said to be damaged."""
    with pytest.raises(WeightsError, match=what) as caught:
        read_shape(kept(tmp_path / "part.gguf", gguf(told)))
    assert "model itself" in caught.value.hint


@pytest.mark.parametrize(
    "told",
    [
        *(
            {"general.architecture": one}
            for one in ("bert", "nomic-bert", "t5", "t5encoder", "flux", "whisper", "llada")
        ),
        {**LLAMA, "llama.attention.causal": False},
        {**LLAMA, "llama.pooling_type": 3},
    ],
)
def test_a_gguf_file_of_a_model_that_cannot_chat_is_refused(told: dict[str, Meta], tmp_path: Path) -> None:
    """It would be loaded, and answer nothing or nonsense: neither a figure is told nor a fetch of it kept."""
    path = kept(tmp_path / "other.gguf", gguf(told))
    with pytest.raises(WeightsError, match="cannot chat") as caught:
        read_shape(path)
    assert "chat model" in caught.value.hint
    with pytest.raises(WeightsError, match=r"^other\.gguf cannot chat"):
        check_form([path], "gguf")


@pytest.mark.parametrize("where", range(0, 360, 8))
def test_a_flipped_header_never_ends_in_anything_but_a_clear_error(where: int, tmp_path: Path) -> None:
    """Any eight bytes may be any number: a shape or a WeightsError, nothing else."""
    data = bytearray(gguf())
    for wrong in (b"\xff" * 8, struct.pack("<Q", 2**40), bytes(8)):
        data[where : where + 8] = wrong
        with suppress(WeightsError):
            assert read_shape(kept(tmp_path / "bad.gguf", bytes(data))).layers > 0


BAD_SAFETENSORS: dict[str, bytes] = {
    "empty": b"",
    "a header beyond the file": struct.pack("<Q", 10**7) + b"{}",
    "a header beyond reason": struct.pack("<Q", 2**60) + b"{}",
    "no JSON": struct.pack("<Q", 4) + b"{{{{",
    "deep JSON": struct.pack("<Q", 200_000) + b"[" * 200_000,
    "a list": struct.pack("<Q", 2) + b"[]",
    "nothing within": struct.pack("<Q", 2) + b"{}",
    "sizes that do not fit": safetensors({"a": ("F32", (3,), 8)}),
    "the last byte missing": safetensors(WEIGHTS)[:-1],
    "a byte more": safetensors(WEIGHTS) + b"\0",
    "a type that there is not": safetensors({"a": ("X", (2**39,) * 16, 100)}),
    "tensors over each other": safetensors({"a": ("F32", (25,), 100), "b": ("F32", (25,), 100)}).replace(
        b'"data_offsets": [0, 100]', b'"data_offsets":[100,200]'
    ),
}


@pytest.mark.parametrize("what", BAD_SAFETENSORS)
def test_a_safetensors_file_that_lies_is_refused(what: str, tmp_path: Path) -> None:
    """A damaged or incomplete file of weights is named."""
    kept(folder(tmp_path) / "model.safetensors", BAD_SAFETENSORS[what])
    with pytest.raises(WeightsError) as caught:
        read_shape(tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert caught.value.hint


@pytest.mark.parametrize(
    "config", [{}, {**CONFIG, "num_hidden_layers": -1}, {**CONFIG, "hidden_size": 2**70}], ids=["empty", "less", "more"]
)
def test_a_config_without_sense_is_refused(config: dict[str, object], tmp_path: Path) -> None:
    """A config that does not say how large the model is is named."""
    with pytest.raises(WeightsError, match=r"config\.json"):
        read_shape(folder(tmp_path, config))


WRONG_FOLDERS: dict[str, tuple[dict[str, object], str]] = {
    "an encoder": ({"model_type": "bert", "architectures": ["BertModel"]}, "causal"),
    "an encoder without a class": ({"model_type": "bert"}, "causal"),
    "an encoder for tokens": ({"architectures": ["LlamaForTokenClassification"]}, "causal"),
    "an encoder and a decoder": ({"model_type": "t5", "architectures": ["T5ForConditionalGeneration"]}, "causal"),
    "another of these": ({"model_type": "new", "is_encoder_decoder": True}, "causal"),
    "states in place of keys": ({"model_type": "mamba", "architectures": ["MambaForCausalLM"]}, "not run with"),
    "GPTQ": ({"quantization_config": {"quant_method": "gptq", "bits": 4}}, "gptq"),
    "a method that is not named": ({"quantization_config": {"bits": 4}}, "quantized"),
    "no heads": ({"num_attention_heads": None}, "num_attention_heads"),
    "heads of text": ({"num_attention_heads": "x"}, "num_attention_heads"),
    "heads without end": ({"num_attention_heads": float("inf")}, "num_attention_heads"),
    "more heads than numbers": ({"num_attention_heads": 65}, "heads"),
    "size of heads of text": ({"head_dim": "x"}, "head_dim"),
    "heads of keys that are no number": ({"num_key_value_heads": float("nan")}, "num_key_value_heads"),
    "compressed attention of no size": ({"kv_lora_rank": 512}, "qk_rope_head_dim"),
}


@pytest.mark.parametrize("what", WRONG_FOLDERS)
def test_what_cannot_be_told_of_a_folder_is_no_figure(what: str, tmp_path: Path) -> None:
    """A figure that is too low would let a load in that runs out of memory: an error says why there is none."""
    told, named = WRONG_FOLDERS[what]
    with pytest.raises(WeightsError, match=named) as caught:
        read_shape(folder(tmp_path, {**CONFIG, **told}))
    assert caught.value.hint


def test_a_model_that_also_sees_goes_on_with_text(tmp_path: Path) -> None:
    """Its part for text says how large it is."""
    told: dict[str, object] = {
        "architectures": ["Gemma3ForConditionalGeneration"],
        "model_type": "gemma3",
        "text_config": CONFIG,
    }
    assert read_shape(folder(tmp_path, told)).layers == 2


def test_packed_numbers_are_no_parameters(tmp_path: Path) -> None:
    """Quantized weights are known by their types too, where the config keeps silent; a mask is not taken for them."""
    path = folder(tmp_path) / "model.safetensors"
    kept(path, safetensors({**WEIGHTS, "model.layers.0.mlp.qweight": ("I32", (64, 64), 16384)}))
    with pytest.raises(WeightsError, match="I32"):
        read_shape(tmp_path)
    kept(path, safetensors({**WEIGHTS, "model.layers.0.attn.bias": ("BOOL", (16, 16), 256)}))
    assert read_shape(tmp_path).weight_bytes == 4608 + 256


def test_compressed_keys_are_counted_as_they_are_kept(tmp_path: Path) -> None:
    """DeepSeek-V3 keeps one vector a token and layer; a kind that is not known may keep all that becomes of it."""
    told = {"num_attention_heads": 128, "num_key_value_heads": 128, "hidden_size": 7168, "kv_lora_rank": 512}
    told |= {"qk_nope_head_dim": 128, "qk_rope_head_dim": 64, "v_head_dim": 128}
    known, new = (read_shape(folder(tmp_path, CONFIG | told | {"model_type": kind})) for kind in ("deepseek_v3", "new"))
    assert (known.kv_heads, known.key_size, known.value_size) == ((1, 1), 512, 64)
    assert (new.kv_heads, new.key_size, new.value_size) == ((128, 128), 192, 128)
    assert known.expanded_size == new.expanded_size == 128 * (192 + 128)


def test_falcon_of_the_second_kind_has_more_than_one_head_of_keys(tmp_path: Path) -> None:
    """`multi_query` counts in its first kind alone (transformers: modeling_falcon.py)."""
    told = {"num_key_value_heads": None, "multi_query": True, "num_kv_heads": 2}
    first, second = (
        read_shape(folder(tmp_path, {**CONFIG, **told, "new_decoder_architecture": is_new})) for is_new in (False, True)
    )
    assert (first.kv_heads, second.kv_heads) == ((1, 1), (2, 2))


def test_states_of_a_folder_are_told_by_its_tensors(tmp_path: Path) -> None:
    """A layer with a convolution keeps its last inputs, one with decays a matrix for each head; keys are kept where
    there are some to be made."""
    tensors = {
        **WEIGHTS,
        "model.layers.0.mamba.conv1d.weight": ("BF16", (128, 1, 4), 1024),
        "model.layers.0.mamba.A_log": ("BF16", (6,), 12),
        "model.layers.1.self_attn.k_proj.weight": ("BF16", (32, 64), 4096),
        "model.layers.1.mlp.experts.0.w1.weight": ("BF16", (32, 64), 4096),
    }
    folder(tmp_path, {**CONFIG, "mamba_d_state": 16, "mamba_n_groups": 1, "mamba_chunk_size": 8})
    kept(tmp_path / "model.safetensors", safetensors(tensors))
    shape = read_shape(tmp_path)
    assert shape.kv_heads == (0, 2)
    assert shape.state_bytes == 128 * 4 * 2 + (128 - 2 * 16) * 16 * 4
    assert (shape.scan_bytes, shape.scan_tokens) == (4 * 8 * (6 * 8 * 6 + 6 * (6 * 16 + 96)), 8)
    assert (shape.expert_bytes, shape.are_experts_joined) == (4096, True)


def test_what_is_made_of_a_folder_besides_its_weights_is_told(tmp_path: Path) -> None:
    """GPT-Neo makes a table of who may see whom for each layer; a tokenizer without a class of its own is kept once."""
    neo = {"model_type": "gpt_neo", "num_layers": 2, "hidden_size": 64, "num_heads": 4}
    neo["max_position_embeddings"] = 2048
    (tmp_path / "tokenizer_config.json").write_text('{"tokenizer_class": "PreTrainedTokenizerFast"}')
    shape = read_shape(folder(tmp_path, neo))
    assert (shape.mask_bytes, shape.is_tokenizer_plain) == (2 * 2048**2, True)
    (tmp_path / "tokenizer_config.json").write_text('{"tokenizer_class": "Qwen2Tokenizer"}')
    shape = read_shape(folder(tmp_path))
    assert (shape.mask_bytes, shape.is_tokenizer_plain) == (0, False)


def test_layers_are_as_many_as_are_listed_where_no_number_stands(tmp_path: Path) -> None:
    """Nemotron-H's config names what each layer is, and leaves their number out."""
    listed = {key: value for key, value in CONFIG.items() if key != "num_hidden_layers"}
    assert read_shape(folder(tmp_path, {**listed, "layers_block_type": ["mamba", "mlp", "attention"]})).layers == 3


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    """A missing file and a folder without a config are named."""
    with pytest.raises(WeightsError, match="nowhere"):
        read_shape(tmp_path / "nowhere.gguf")
    with pytest.raises(WeightsError, match=r"config\.json"):
        read_shape(tmp_path)

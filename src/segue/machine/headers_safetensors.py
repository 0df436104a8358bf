"""Makes a ModelShape of `config.json` and the headers of safetensors files. No weight is read.

The format: github.com/huggingface/safetensors ("Format"): 8 bytes of length, JSON, then the tensors.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Final

from segue.errors import WeightsError
from segue.machine.headers_architecture import windowed
from segue.machine.headers_config import Config, attention_of, require_floats, require_loadable
from segue.machine.headers_reading import Cursor, RangeFile, broken
from segue.machine.headers_states import states
from segue.machine.headers_types import SAFETENSORS_BITS
from segue.machine.needs import ModelShape

CONFIG: Final = "config.json"
INDEX: Final = "model.safetensors.index.json"
WHOLE: Final = "model.safetensors"
TOKENIZER: Final = "tokenizer.json"
_ENTRY_BYTES: Final = 75
"""Of that file, for each entry of the vocabulary (SmolLM2 and Qwen2.5), where it is not told."""
_HEADER_BYTES: Final = 100_000_000
"""The format's own limit (safetensors/src/tensor.rs: MAX_HEADER_SIZE)."""
_JSON_BYTES: Final = 32 * 2**20
"""Longest config or index that is read; the index of the largest models has some 10 MB."""
_LARGEST: Final = 2**62
_LARGEST_NUMBER: Final = 2**40
_MOST_LAYERS: Final = 10_000
_LAYERS: Final = ("num_hidden_layers", "n_layer", "n_layers", "num_layers")
_CONTEXTS: Final = ("max_position_embeddings", "n_positions")
_TABLES: Final = (
    "embed_tokens.weight",
    "wte.weight",
    "word_embeddings.weight",
    "tok_embeddings.weight",
    "embed_in.weight",
)
"""How models of transformers call their table of token embeddings (src/transformers/models/*/modeling_*.py)."""
_LOOKED_UP: Final = "embed_tokens_per_layer.weight"
_EXPERTS: Final = (".experts.", ".block_sparse_moe.input_linear.", ".block_sparse_moe.output_linear.")
"""Tensors of experts, with their matrices apart or as one (src/transformers/conversion_mapping.py)."""
_ONE_EXPERT: Final = re.compile(r"\.experts\.\d+\.")
_OUTPUTS: Final = ("lm_head.weight", "embed_out.weight", "output.weight")


@dataclass(frozen=True, slots=True)
class _Tensor:
    name: str
    type_name: str
    shape: tuple[int, ...]
    size_bytes: int


def chosen(names: Sequence[str], index: Mapping[str, object] | None) -> tuple[str, ...]:
    """Which of a folder's files hold the model: what its index names, else `model.safetensors`, else all there are.

    Raises KeyError with the name of a file that the index names and that is not there.
    """
    if index is not None:
        named = index.get("weight_map")
        wanted = sorted({str(name) for name in named.values()}) if isinstance(named, dict) else []
        for name in wanted:
            if name not in names:
                raise KeyError(name)
        if wanted:
            return tuple(wanted)
    if WHOLE in names:
        return (WHOLE,)
    return tuple(sorted(name for name in names if name.endswith(".safetensors")))


def read_json(file: RangeFile) -> dict[str, object]:
    """The object in a file of JSON. Raises WeightsError when it is anything else."""
    if file.size_bytes > _JSON_BYTES:
        raise broken(file, f"has {file.size_bytes:,} bytes, more than any file of its kind")
    return _object(file, Cursor(file).take(file.size_bytes))


def check_safetensors(file: RangeFile) -> None:
    """Raise WeightsError where a header does not give every tensor its place, or the file not end with the last."""
    _read_tensors(file)


def safetensors_shape(
    config_file: RangeFile, files: Sequence[RangeFile], *, tokenizer_bytes: int | None = None
) -> ModelShape:
    """The shape of a model from its config and all its files of weights.

    `tokenizer_bytes`: the size of its tokenizer.json; None: it is estimated.
    """
    config = Config(config_file, read_json(config_file))
    require_loadable(config)
    tensors = [tensor for file in files for tensor in _read_tensors(file)]
    if not tensors:
        hint = "Fetch its *.safetensors files into the same folder."
        raise WeightsError(f"There are no tensors beside {config_file.name}.", hint=hint)
    return _shape(config, tensors, sum(file.size_bytes for file in files), tokenizer_bytes)


def _object(file: RangeFile, text: bytes) -> dict[str, object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise broken(file, "is not JSON where it should be") from error
    if not isinstance(found, dict):
        raise broken(file, "does not hold an object of JSON")
    return found


def _read_tensors(file: RangeFile) -> list[_Tensor]:
    cursor = Cursor(file)
    length = cursor.number("<Q")
    if length > _HEADER_BYTES:
        raise broken(file, f"claims a header of {length:,} bytes, or is not a safetensors file")
    rows = _object(file, cursor.take(length))
    tensors = [_tensor(file, name, row) for name, row in rows.items() if name != "__metadata__"]
    following = 0  # one begins where another ends, from the first byte to the last (tensor.rs: Metadata::validate)
    for begin, end in sorted((begin, begin + tensor.size_bytes) for tensor, begin in tensors):
        if begin != following:
            raise broken(file, "has tensors that lie over each other, or bytes that are no tensor's")
        following = end
    end = cursor.offset + following
    if end != file.size_bytes:
        raise broken(file, f"is incomplete or was changed: it has {file.size_bytes:,} bytes, not {end:,}")
    return [tensor for tensor, _ in tensors]


def _tensor(file: RangeFile, name: str, row: object) -> tuple[_Tensor, int]:
    """A tensor and where it begins."""
    match row:
        case {"dtype": str(type_name), "shape": list(shape), "data_offsets": [int(begin), int(end)]}:
            sizes = tuple(size for size in shape if isinstance(size, int) and 0 <= size < _LARGEST_NUMBER)
            if (bits := SAFETENSORS_BITS.get(type_name)) is None:
                hint = "Fetch it again; if it is newer than this program: pip install -U segue."
                raise WeightsError(
                    f"{file.name} has numbers of a type that is not known: {type_name[:20]!r}.", hint=hint
                )
            is_sized = len(sizes) == len(shape) <= 16 and 0 <= begin <= end < _LARGEST
            if is_sized and prod(sizes) * bits == (end - begin) * 8:
                return _Tensor(name, type_name, sizes, end - begin), begin
    raise broken(file, f"has a tensor whose size does not fit its place ({name[:80]!r})")


def _shape(config: Config, tensors: Sequence[_Tensor], file_bytes: int, tokenizer_bytes: int | None) -> ModelShape:
    layers = _layers(config)
    embedding_size = config.required("hidden_size", "n_embd", "d_model")
    attention = attention_of(config, embedding_size)
    table = next((tensor for tensor in tensors if tensor.name.endswith(_TABLES)), None)
    by_type = Counter[str]()
    for tensor in tensors:
        by_type[tensor.type_name] += tensor.size_bytes
    require_floats(config, by_type)
    window, is_windowed = _windows(config, layers)
    kept = states(config, {tensor.name: tensor.shape for tensor in tensors})
    with_keys = range(layers) if kept.layers_with_keys is None else kept.layers_with_keys
    vocabulary = table.shape[0] if table and table.shape else config.number("vocab_size") or 0
    return ModelShape(
        file_format="safetensors",
        architecture=config.text("model_type") or "unknown",
        file_bytes=file_bytes,
        weight_bytes=sum(by_type.values()),
        weight_bytes_by_type=tuple(by_type.most_common()),
        parameters=sum(prod(tensor.shape) for tensor in tensors),
        layers=layers,
        embedding_size=embedding_size,
        feed_forward_size=config.number("intermediate_size", "n_inner", "ffn_dim") or 4 * embedding_size,
        heads=attention.heads,
        kv_heads=tuple(attention.kv_heads if layer in with_keys else 0 for layer in range(layers)),
        key_size=attention.key_size,
        value_size=attention.value_size,
        expanded_size=attention.expanded_size,
        state_bytes=kept.state_bytes,
        scan_bytes=kept.scan_bytes,
        scan_tokens=kept.scan_tokens,
        scan_passing_bytes=kept.scan_passing_bytes,
        vocabulary_size=vocabulary,
        embedding_bytes=table.size_bytes if table else 0,
        is_output_tied=not any(tensor.name.endswith(_OUTPUTS) for tensor in tensors),
        context_tokens=config.number(*_CONTEXTS),
        sliding_window_tokens=window,
        is_windowed=is_windowed,
        looked_up_bytes=sum(tensor.size_bytes for tensor in tensors if tensor.name.endswith(_LOOKED_UP)),
        embedding_type=table.type_name if table else "",
        largest_tensor_bytes=max(tensor.size_bytes for tensor in tensors),
        largest_layer_tensor_bytes=max(
            (tensor.size_bytes for tensor in tensors if not tensor.name.endswith(_TABLES + _OUTPUTS)), default=0
        ),
        tokenizer_bytes=vocabulary * _ENTRY_BYTES if tokenizer_bytes is None else tokenizer_bytes,
        mask_bytes=_mask_bytes(config, layers),
        experts=config.number("num_local_experts", "num_experts", "n_routed_experts") or 0,
        experts_used=config.number("num_experts_per_tok") or 0,
        expert_bytes=sum(tensor.size_bytes for tensor in tensors if any(part in tensor.name for part in _EXPERTS)),
        are_experts_joined=any(_ONE_EXPERT.search(tensor.name) for tensor in tensors),
        quantization=by_type.most_common(1)[0][0],
        name=config.text("_name_or_path") or None,
    )


def _layers(config: Config) -> int:
    """As many as it says, or as it lists one by one (Nemotron-H)."""
    kinds = config.settings.get("layers_block_type")
    if config.number(*_LAYERS) is None and isinstance(kinds, list) and 0 < len(kinds) <= _MOST_LAYERS:
        return len(kinds)
    return config.required(*_LAYERS, most=_MOST_LAYERS)


def _mask_bytes(config: Config, layers: int) -> int:
    """A byte for each two places of the longest context, in each layer or once (modeling files: `self.bias`)."""
    tables = {"gpt_bigcode": 1, "gpt_neo": layers}.get(config.text("model_type"), 0)
    return tables * (config.number(*_CONTEXTS) or 0) ** 2


def _windows(config: Config, layers: int) -> tuple[int | None, tuple[bool, ...]]:
    """The window, and which layers keep to it."""
    window = config.number("sliding_window")
    kinds = config.settings.get("layer_types")
    if not window or config.settings.get("use_sliding_window") is False:
        return None, ()
    if isinstance(kinds, list) and len(kinds) == layers:
        return window, tuple(kind == "sliding_attention" for kind in kinds)
    period = config.number("sliding_window_pattern", "_sliding_window_pattern")
    return window, windowed(config.text("model_type"), layers, 0 if period is None else period)

"""Makes a ModelShape of the headers of GGUF files: one file, or the parts of one model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final

from segue.errors import WeightsError
from segue.machine.cannot_chat import require_chat
from segue.machine.headers_architecture import windows
from segue.machine.headers_gguf import GgufHeader, Tensor, read_header
from segue.machine.headers_reading import RangeFile, broken
from segue.machine.headers_types import GGUF_QUANTIZATIONS, GGUF_TYPES
from segue.machine.needs import ModelShape

_TABLE: Final = "token_embd.weight"
_STATE_NUMBER_BYTES: Final = 4
"""llama.cpp keeps states of recurrent layers as F32 (common: type_r, type_s)."""
_TYPE_NAMES: Final = frozenset(name for name, *_ in GGUF_TYPES.values())
_STATES_ALONE: Final = frozenset({"arwkv7", "mamba", "mamba2", "rwkv6", "rwkv6qwen2", "rwkv7"})
"""Kinds none of whose layers keeps keys, whatever heads a file tells (src/llama-arch.cpp: llm_arch_is_recurrent)."""
_KEYS_AND_STATES: Final = frozenset({"falcon-h1"})
_FULL_EVERY: Final = {"minimax-01": 8, "qwen35": 4, "qwen35moe": 4, "qwen3next": 4}
"""Kinds of which every so many layers keep keys, and the others a state, unless a file says otherwise; layers that
guess tokens ahead keep neither here."""
_OWN_KEYS: Final = {"gemma3n": 20}
"""Kinds of which so many layers have keys of their own, whatever a file tells (src/models: n_layer_kv_from_start)."""
_FEED_FORWARD_ALONE: Final = frozenset({"nemotron_h", "nemotron_h_moe"})
"""Kinds whose layers are not told apart by their heads of keys (src/models/*.cpp: `is_recr_impl`)."""
_LARGEST_NUMBER: Final = 2**40
_MOST_LAYERS: Final = 10_000


def gguf_shape(files: Sequence[RangeFile]) -> ModelShape:
    """The shape of a model from all its parts. Raises WeightsError when one is missing or damaged."""
    parts = sorted(files, key=lambda file: file.base_name)
    headers = [read_header(file) for file in parts]
    require_model(parts[0], headers[0])
    told = headers[0].metadata.get("split.count")
    if isinstance(told, int) and told > 1 and told != len(parts):
        hint = f"Fetch all {told} parts into one folder, and name the first."
        raise WeightsError(f"{parts[0].name} is one of {told} parts; {len(parts)} are here.", hint=hint)
    tensors = [tensor for header in headers for tensor in header.tensors]
    if not tensors:
        raise _empty(parts[0])
    edges = tuple(edge for header in headers for edge in _edges(header.tensors) if edge)
    return _shape(_Metadata(parts[0], headers[0]), tensors, edges, sum(file.size_bytes for file in parts))


def require_model(file: RangeFile, header: GgufHeader) -> None:
    """Raise WeightsError where a file, the first part of its model, holds none that can be talked with."""
    require_chat(file.name, header.metadata)
    parts = header.metadata.get("split.count")
    if not header.tensors and not (isinstance(parts, int) and parts > 1):
        raise _empty(file)


def _empty(file: RangeFile) -> WeightsError:
    message = f"{file.name} has no tensors: it holds a vocabulary alone."
    return WeightsError(message, hint="Name the GGUF file of the model itself.")


def has_chat_template(header: GgufHeader) -> bool:
    """Whether a file says how a talk is written down for its model. llama.cpp takes a form of its own where none does,
    which the model never saw (its common/chat.cpp: chatml)."""
    return header.lengths.get("tokenizer.chat_template", 0) > 0


def _edges(tensors: Sequence[Tensor]) -> Iterator[tuple[tuple[str, int], ...]]:
    """Tensors from either end on, up to the first that is never repacked: a vector, or the table of tokens."""
    for way in (tensors, tuple(reversed(tensors))):
        found = takewhile(lambda tensor: tensor.type_name != "F32" and tensor.name != _TABLE, way)
        yield tuple((tensor.type_name, tensor.size_bytes) for tensor in found)


class _Metadata:
    """Looks numbers up under the architecture's name; what is not whole numbers within reason is an error."""

    def __init__(self, file: RangeFile, header: GgufHeader) -> None:
        self.header = header
        self._file = file
        architecture = header.metadata.get("general.architecture")
        if not isinstance(architecture, str) or not architecture:
            raise broken(file, "does not say of which architecture its model is")
        self.architecture = architecture

    def of_layers(self, name: str, layers: int) -> tuple[int, ...] | None:
        """A number of each layer; one that holds for all is repeated."""
        value = self.header.metadata.get(f"{self.architecture}.{name}")
        if value is None:
            return None
        values = value if isinstance(value, tuple) else (value,) * layers
        if len(values) < layers or not all(isinstance(each, int) and 0 <= each < _LARGEST_NUMBER for each in values):
            raise broken(self._file, f"says {name} of {len(values)} layers, not of {layers}, or no whole numbers")
        return tuple(int(each) for each in values[:layers])

    def number(self, name: str) -> int | None:
        """A number; the largest where each layer has its own."""
        value = self.header.metadata.get(f"{self.architecture}.{name}")
        if value is None:
            return None
        values = value if isinstance(value, tuple) else (value,)
        if not values or not all(isinstance(each, int) and 0 <= each < _LARGEST_NUMBER for each in values):
            raise broken(self._file, f"says nothing sensible about {name}")
        return max(int(each) for each in values)

    def required(self, name: str, most: int = _LARGEST_NUMBER) -> int:
        """A number that every model has."""
        value = self.number(name)
        if not value or value > most:
            raise broken(self._file, f"does not say its {name} ({self.architecture}), or says {value}")
        return value

    def text(self, key: str) -> str | None:
        """A text, under its whole key."""
        value = self.header.metadata.get(key)
        return value if isinstance(value, str) else None


def _shape(
    meta: _Metadata, tensors: Sequence[Tensor], edges: tuple[tuple[tuple[str, int], ...], ...], file_bytes: int
) -> ModelShape:
    layers = meta.required("block_count", _MOST_LAYERS)
    embedding_size = meta.required("embedding_length")
    heads = max(1, meta.number("attention.head_count") or 1)
    table = next((tensor for tensor in tensors if tensor.name == _TABLE), None)
    key_size, value_size = _head_sizes(meta, embedding_size // heads)
    told = meta.header.metadata.get(f"{meta.architecture}.attention.sliding_window_pattern")
    pattern = told if isinstance(told, int | tuple) else None
    window, is_windowed = windows(meta.architecture, layers, meta.number("attention.sliding_window"), pattern)
    by_type = Counter[str]()
    for tensor in tensors:
        by_type[tensor.type_name] += tensor.size_bytes
    return ModelShape(
        file_format="gguf",
        architecture=meta.architecture,
        file_bytes=file_bytes,
        weight_bytes=sum(by_type.values()),
        weight_bytes_by_type=tuple(by_type.most_common()),
        parameters=sum(tensor.numbers for tensor in tensors),
        layers=layers,
        embedding_size=embedding_size,
        feed_forward_size=_feed_forward_size(meta),
        heads=heads,
        kv_heads=_kv_heads(meta, layers, heads),
        key_size=key_size,
        value_size=value_size,
        vocabulary_size=_vocabulary(meta, table, embedding_size),
        embedding_bytes=table.size_bytes if table else 0,
        is_output_tied=not any(tensor.name == "output.weight" for tensor in tensors),
        context_tokens=meta.number("context_length"),
        sliding_window_tokens=window,
        is_windowed=is_windowed,
        window_key_size=meta.number("attention.key_length_swa"),
        window_value_size=meta.number("attention.value_length_swa"),
        state_bytes=_state_bytes(meta, layers),
        embedding_type=table.type_name if table else "",
        largest_tensor_bytes=max(tensor.size_bytes for tensor in tensors),
        largest_layer_tensor_bytes=max(
            (tensor.size_bytes for tensor in tensors if tensor.name.startswith("blk.")), default=0
        ),
        edges=edges,
        merges=meta.header.lengths.get("tokenizer.ggml.merges", 0),
        tokenizer_bytes=meta.header.tokenizer_bytes,
        experts=meta.number("expert_count") or 0,
        experts_used=meta.number("expert_used_count") or 0,
        expert_bytes=sum(tensor.size_bytes for tensor in tensors if "_exps." in tensor.name),
        quantization=_quantization(meta, by_type),
        name=meta.text("general.name"),
        has_chat_template=has_chat_template(meta.header),
    )


def _head_sizes(meta: _Metadata, usual: int) -> tuple[int, int]:
    """Numbers in a key and in a value. Compressed attention (MLA) keeps one vector for both, without values."""
    key_size = meta.number("attention.key_length")
    value_size = meta.number("attention.value_length")
    if meta.number("attention.key_length_mla"):
        return key_size or usual, 0
    return (usual if key_size is None else key_size), (usual if value_size is None else value_size)


def _kv_heads(meta: _Metadata, layers: int, heads: int) -> tuple[int, ...]:
    """Heads of keys and values that are kept, of each layer; 0 for a layer without, or with another's."""
    if meta.architecture in _STATES_ALONE:
        return (0,) * layers
    found = meta.of_layers("attention.head_count_kv", layers)
    if found is None:
        found = (heads if meta.number("attention.head_count") else 0,) * layers
    if (states := meta.of_layers("attention.recurrent_layers", layers)) is not None:
        found = tuple(0 if is_state else count for count, is_state in zip(found, states, strict=True))
    elif every := meta.number("full_attention_interval") or _FULL_EVERY.get(meta.architecture):
        found = tuple(count if layer % every == every - 1 else 0 for layer, count in enumerate(found))
    if meta.architecture in _FULL_EVERY:
        found = tuple(count if layer < _trunk(meta, layers) else 0 for layer, count in enumerate(found))
    own = _OWN_KEYS.get(meta.architecture, layers - min(layers, meta.number("attention.shared_kv_layers") or 0))
    return tuple(count if layer < own else 0 for layer, count in enumerate(found))


def _trunk(meta: _Metadata, layers: int) -> int:
    """Layers without those that guess tokens ahead, which are not used here."""
    return layers - min(layers, meta.number("nextn_predict_layers") or 0)


def _feed_forward_size(meta: _Metadata) -> int:
    """Numbers between the two halves of the widest feed-forward part; of experts, the share of one that is used."""
    dense, of_expert = meta.number("feed_forward_length") or 0, meta.number("expert_feed_forward_length") or 0
    used = meta.number("expert_used_count") or 0
    if not of_expert or not used:
        return dense
    shared = meta.number("expert_shared_feed_forward_length") or 0
    leading = dense if meta.number("leading_dense_block_count") or meta.number("interleave_moe_layer_step") else 0
    return -(-max(leading, shared, of_expert * used) // used)


def _state_bytes(meta: _Metadata, layers: int) -> int:
    """As llama.cpp reckons states (src/llama-hparams.cpp: n_embd_r, n_embd_s)."""
    embedding_size = meta.required("embedding_length")
    inner, state = meta.number("ssm.inner_size") or 0, meta.number("ssm.state_size") or 0
    groups, kernel = meta.number("ssm.group_count") or 0, meta.number("ssm.conv_kernel") or 0
    if wkv := meta.number("wkv.head_size"):  # RWKV
        numbers = embedding_size * (wkv + (meta.number("token_shift_count") or 2))
    elif kept := meta.number("shortconv.l_cache"):  # LFM2
        numbers = embedding_size * max(0, kept - 1)
    elif meta.architecture == "minimax-01":
        heads = max(1, meta.number("attention.head_count") or 1)
        numbers = heads * (meta.number("attention.key_length") or embedding_size // heads) ** 2
    elif size := meta.number("kda.head_dim"):  # Kimi's linear attention
        numbers = (meta.number("attention.head_count") or 0) * size * (size + 3 * max(0, (kernel or 4) - 1))
    else:
        numbers = inner * state + max(0, kernel - 1) * (inner + 2 * groups * state)
    return _layers_with_state(meta, layers) * numbers * _STATE_NUMBER_BYTES


def _layers_with_state(meta: _Metadata, layers: int) -> int:
    """Those without keys, as a rule; in some kinds each has both, or has neither where it only feeds forward."""
    if meta.architecture in _KEYS_AND_STATES:
        return layers
    without_keys = [count == 0 for count in _kv_heads(meta, layers, 1)[: _trunk(meta, layers)]]
    if meta.architecture in _FEED_FORWARD_ALONE:
        feeding = meta.of_layers("feed_forward_length", layers) or (0,) * layers
        without_keys = [flag and not size for flag, size in zip(without_keys, feeding, strict=False)]
    return sum(without_keys)


def _vocabulary(meta: _Metadata, table: Tensor | None, embedding_size: int) -> int:
    if table is not None:
        return table.numbers // embedding_size
    return meta.header.lengths.get("tokenizer.ggml.tokens", 0)


def _quantization(meta: _Metadata, by_type: Counter[str]) -> str:
    """As the file says, where its tensors bear it out, else the type of most of its bytes."""
    told = meta.header.metadata.get("general.file_type")
    named = GGUF_QUANTIZATIONS.get(told if isinstance(told, int) else -1)
    usual = by_type.most_common(1)[0][0]
    if named is None:
        return usual
    base = named.removesuffix("_S").removesuffix("_M").removesuffix("_L")
    is_denied = base in _TYPE_NAMES and base not in by_type
    return usual if is_denied else named

"""What config.json says of a model for transformers, and whether what it takes can be told from that at all.

What cannot be told is an error: a figure that is too low would let a load in that runs out of memory.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from segue.domain.foreign_text import shown
from segue.errors import WeightsError
from segue.machine.headers_reading import RangeFile, broken

_LARGEST_NUMBER: Final = 2**40
_CAUSAL: Final = ("ForCausalLM", "LMHeadModel")
"""Ends of names of classes that go on with text (transformers/models/auto/modeling_auto.py)."""
_CAUSAL_WITHIN: Final = "ForConditionalGeneration"
"""Models that also see or hear are called so, as are encoder-decoders: only the first have a `text_config`."""
_ENCODERS: Final = frozenset(
    {
        "albert",
        "bert",
        "camembert",
        "deberta-v2",
        "distilbert",
        "electra",
        "modernbert",
        "mpnet",
        "roberta",
        "xlm-roberta",
    }
)
"""Kinds that read text and do not go on with it, but where the config says `is_decoder`."""
_ENCODER_DECODERS: Final = frozenset(
    {"bart", "blenderbot", "led", "m2m_100", "marian", "mbart", "mt5", "pegasus", "t5", "t5gemma", "umt5", "whisper"}
)
_WITHOUT_KEYS: Final = frozenset({"falcon_mamba", "mamba", "mamba2", "rwkv", "xlstm"})
"""Kinds that keep a state in place of keys and values, in every layer."""
_COMPRESSED: Final = frozenset({"axk1", "deepseek_v2", "deepseek_v3", "glm4_moe_lite", "minicpm3", "mistral4", "youtu"})
"""Kinds with MLA that keep one compressed vector and one rotated key a token and layer, and nothing else
(transformers 5.24, modeling files: `cache.update` before `expand_kv`)."""
_FLOATS: Final = frozenset({"F64", "F32", "F16", "BF16"})
_PACKED_SHARE: Final = 0.1
"""Of the bytes, how many may be of other types: masks and positions, which old models have in their files."""
_OTHER_FILES: Final = "Use a GGUF file of the model with llama.cpp, or its folder as its author published it."


@dataclass(frozen=True, slots=True)
class Attention:
    """What is kept of a token in each layer, and what becomes of it while a layer reads it."""

    heads: int
    kv_heads: int
    key_size: int
    value_size: int
    expanded_size: int = 0
    """Numbers that a kept token becomes while a layer reads it."""


class Config:
    """Looks settings up under the names that architectures use; a model of text within another has its own part."""

    def __init__(self, file: RangeFile, config: Mapping[str, object]) -> None:
        self.whole = config
        inner = config.get("text_config")
        self.settings: Mapping[str, object] = {**config, **inner} if isinstance(inner, dict) else config
        self.file = file

    def number(self, *names: str) -> int | None:
        """The first of these that is there; the largest, where each layer has its own."""
        for name in names:
            value = self.settings.get(name)
            if isinstance(value, list) and value and all(type(each) is int for each in value):
                value = max(value)
            if isinstance(value, int) and not isinstance(value, bool):
                if not 0 <= value < _LARGEST_NUMBER:
                    raise broken(self.file, f"says nothing sensible about {name}")
                return value
        return None

    def required(self, *names: str, most: int = _LARGEST_NUMBER) -> int:
        """A number that every model has."""
        value = self.number(*names)
        if not value or value > most:
            hint = "Fetch the model's own config.json again, or use a GGUF file of the model."
            raise WeightsError(f"{self.file.name} does not say {names[0]}, or says {value}.", hint=hint)
        return value

    def text(self, name: str) -> str:
        """A text; empty where there is none."""
        value = self.settings.get(name)
        return value if isinstance(value, str) else ""

    def require_numbers(self, *names: str) -> None:
        """Raise WeightsError where one of these is there, but is no number."""
        for name in names:
            if self.settings.get(name) is not None and self.number(name) is None:
                raise broken(self.file, f"says nothing sensible about {name}")


def require_loadable(config: Config) -> None:
    """Raise WeightsError for what is no causal language model, and for weights that were quantized before."""
    kind, told = config.text("model_type"), config.whole.get("architectures")
    classes = [name for name in told if isinstance(name, str)] if isinstance(told, list) else []
    sees = isinstance(config.whole.get("text_config"), dict)
    is_causal = any(name.endswith(_CAUSAL) or (sees and name.endswith(_CAUSAL_WITHIN)) for name in classes)
    own = config.whole.get("auto_map")  # its author's own code
    is_causal = is_causal or (isinstance(own, dict) and "AutoModelForCausalLM" in own)
    is_reader = kind in _ENCODERS and config.settings.get("is_decoder") is not True
    if (
        is_reader
        or kind in _ENCODER_DECODERS
        or config.settings.get("is_encoder_decoder") is True
        or (classes and not is_causal)
    ):
        named = shown(classes[0] if classes else kind)
        hint = "Name a model that goes on with text: its config.json says ...ForCausalLM."
        raise WeightsError(f"{config.file.name} is of no causal language model ({named}).", hint=hint)
    if kind in _WITHOUT_KEYS:
        message = f"{config.file.name} is of a kind ({shown(kind)}) that is not run with transformers here."
        raise WeightsError(message, hint="Use a GGUF file of the model, which llama.cpp runs.")
    for name in ("quantization_config", "compression_config"):
        if how := config.settings.get(name):
            method = how.get("quant_method") if isinstance(how, dict) else None
            raise _quantized(config, shown(method) if isinstance(method, str) else "of a kind that it does not name")


def require_floats(config: Config, bytes_by_type: Mapping[str, int]) -> None:
    """Raise WeightsError where the weights' own numbers are packed into others."""
    other = {name: count for name, count in bytes_by_type.items() if name not in _FLOATS}
    if sum(other.values()) > _PACKED_SHARE * sum(bytes_by_type.values()):
        raise _quantized(config, max(other, key=other.__getitem__))


def attention_of(config: Config, embedding_size: int) -> Attention:
    """Heads and their sizes. Raises WeightsError where they cannot be read."""
    names = ("num_attention_heads", "n_head", "n_heads", "num_heads")
    config.require_numbers(*names, "num_key_value_heads", "num_kv_heads", "head_dim", "kv_lora_rank")
    heads = config.required(*names)
    head_size = config.number("head_dim") or embedding_size // heads
    if not head_size:
        raise broken(config.file, f"says that {heads:,} heads share {embedding_size:,} numbers")
    if config.number("kv_lora_rank"):
        return _latent(config, heads)
    has_one = config.settings.get("multi_query") is True and config.settings.get("new_decoder_architecture") is not True
    kv_heads = 1 if has_one else config.number("num_key_value_heads", "num_kv_heads") or heads
    size = max(head_size, config.number("global_head_dim") or 0)  # Gemma 4: of layers that look back over everything
    return Attention(heads, kv_heads, size, size)


def _latent(config: Config, heads: int) -> Attention:
    """Compressed attention (MLA): other kinds than those that are known may keep all of it."""
    rank, turned = config.required("kv_lora_rank"), config.required("qk_rope_head_dim")
    key_size = config.required("qk_nope_head_dim") + turned
    value_size = config.required("v_head_dim")
    if config.text("model_type") in _COMPRESSED:
        return Attention(heads, 1, rank, turned, expanded_size=heads * (key_size + value_size))
    return Attention(heads, heads, key_size, value_size, expanded_size=heads * (key_size + value_size))


def _quantized(config: Config, how: str) -> WeightsError:
    message = f"{config.file.name} is of weights that were quantized already ({how}): what they take cannot be told."
    return WeightsError(message, hint=_OTHER_FILES)

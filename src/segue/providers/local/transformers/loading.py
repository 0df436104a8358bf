"""From a folder to a model that can answer: loads by transformers, in the form that was asked for.

Code of the model's author is run, and pickle files are read, only where that was asked for by name.
"""

from __future__ import annotations

import gc
import importlib.util
import inspect
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from segue.providers.local.transformers.folder import CannotLoad, check, has_own_code, no_template
from segue.providers.local.transformers.mapped_files import let_go, let_go_while_loading

if TYPE_CHECKING:
    from transformers import PreTrainedModel, PreTrainedTokenizerBase

_DTYPES: Final[Mapping[str, str]] = {"none": "auto", "bfloat16": "bfloat16", "float32": "float32"}
"""How transformers calls what is no quantization but the type of the numbers; `auto`: as they are in the files."""
_MODULES: Final[Mapping[str, str]] = {"int8": "torchao", "nf4": "bitsandbytes"}
"""What quantizes while a model is loaded."""
QUANTIZATIONS: Final = (*_DTYPES, *_MODULES)
_SHOWN_CHARS = 200


@dataclass(frozen=True, slots=True)
class Loaded:
    """A model that can answer."""

    model: PreTrainedModel
    tokenizer: PreTrainedTokenizerBase
    end_tokens: frozenset[int]
    """Each of them ends an answer."""
    writes_scores: bool = False
    """Whether its attention writes its matrices out (`eager`): some kinds have no other."""


def load(folder: Path, *, quantization: str, threads: int, trusts_code: bool, trusts_pickle: bool) -> Loaded:
    """Load a model. Raises CannotLoad with the reason, ImportError without torch or transformers."""
    check(folder, trusts_pickle=trusts_pickle)
    _check_quantization(quantization)
    import torch

    torch.set_num_threads(threads)
    torch.set_num_interop_threads(1)
    import transformers

    transformers.logging.set_verbosity_error()
    transformers.logging.disable_progress_bar()
    try:
        loaded = _load(folder, quantization, trusts_code=trusts_code, trusts_pickle=trusts_pickle)
    except (CannotLoad, MemoryError):
        raise
    except Exception as error:
        if "memory" in str(error) and isinstance(error, RuntimeError):  # torch's allocator: "not enough memory"
            raise MemoryError(str(error)) from error
        raise _explained(folder, error, trusts_code=trusts_code) from error
    gc.collect()
    gc.freeze()
    return loaded


def _check_quantization(name: str) -> None:
    if name not in QUANTIZATIONS:
        known = ", ".join(QUANTIZATIONS)
        raise CannotLoad(f"transformers has no quantization '{name}' here.", f"Set `quantization` to one of: {known}.")
    module = _MODULES.get(name)
    if module is not None and importlib.util.find_spec(module) is None:
        hint = "Install it: pip install 'segue[quantization]'."
        raise CannotLoad(f"The quantization '{name}' needs {module}, which is not installed.", hint)


def _load(folder: Path, quantization: str, *, trusts_code: bool, trusts_pickle: bool) -> Loaded:
    from transformers import AutoModelForCausalLM, AutoTokenizer

    trust = {"trust_remote_code": trusts_code, "local_files_only": True}
    tokenizer = AutoTokenizer.from_pretrained(folder, **trust)
    if not tokenizer.chat_template:
        raise no_template(folder)
    with let_go_while_loading(folder):
        model, told = AutoModelForCausalLM.from_pretrained(
            folder,
            **trust,
            **_form(quantization),
            use_safetensors=None if trusts_pickle else True,
            output_loading_info=True,
        )
    if lacking := sorted(told["missing_keys"]):  # it would get random numbers in their place
        raise CannotLoad(f"{folder} lacks {len(lacking)} of the model's tensors, as {lacking[0]}.", "Fetch it again.")
    if "cache" not in inspect.signature(model.forward).parameters:
        message = f"Models of the kind '{model.config.model_type}' keep no keys and values that Segue knows."
        raise CannotLoad(message, "Use a GGUF file of it with llama.cpp.")
    model.eval()
    if quantization in _MODULES and not let_go(folder):
        _let_files_go(model)
    writes_scores = getattr(model.config, "_attn_implementation", None) == "eager"
    return Loaded(model, tokenizer, _end_tokens(model, tokenizer), writes_scores)


def _form(quantization: str) -> dict[str, Any]:
    """How transformers is told the form of the weights."""
    if quantization == "int8":
        from torchao.quantization import Int8WeightOnlyConfig
        from transformers import TorchAoConfig

        return {"dtype": "auto", "quantization_config": TorchAoConfig(Int8WeightOnlyConfig())}
    if quantization == "nf4":
        import torch
        from transformers import BitsAndBytesConfig

        config = BitsAndBytesConfig(load_in_4bit=True, bnb_4bit_quant_type="nf4", bnb_4bit_compute_dtype=torch.bfloat16)
        return {"dtype": "auto", "quantization_config": config}
    return {"dtype": _DTYPES[quantization]}


def _let_files_go(model: PreTrainedModel) -> None:
    """Copy what is still mapped from the files: one tensor keeps a whole file, as it was before, in memory."""
    import torch

    for tensor in (*model.parameters(), *model.buffers()):
        if type(tensor.data) is torch.Tensor:
            tensor.data = tensor.data.clone()


def _end_tokens(model: PreTrainedModel, tokenizer: PreTrainedTokenizerBase) -> frozenset[int]:
    """By the model's own word for generation, and its tokenizer's: files often have the right one in one place only."""
    told = getattr(model.generation_config, "eos_token_id", None)
    ends = list(told) if isinstance(told, (list, tuple)) else [told]
    return frozenset(int(end) for end in (*ends, tokenizer.eos_token_id) if end is not None)


def _explained(folder: Path, error: Exception, *, trusts_code: bool) -> CannotLoad:
    if has_own_code(folder) and not trusts_code:
        message = f"The model in {folder} can only be loaded by Python files of its author's."
        hint = "Read them. If you trust them with all that you may do here, set `trust_remote_code: true` for it."
        return CannotLoad(message, hint)
    lines = str(error).strip().splitlines() or [""]
    told = "".join(char for char in lines[0][:_SHOWN_CHARS] if char.isprintable())
    hint = (
        "It is damaged, incomplete, or newer than this transformers: fetch it again, "
        "or update with pip install -U 'segue[local]'."
    )
    return CannotLoad(f"transformers cannot load {folder}. {type(error).__name__}: {told}", hint)

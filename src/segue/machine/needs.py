"""What a model is made of, how it would be loaded, and what that takes: values, nothing is worked out here.

`headers` reads a ModelShape from a file, `prediction` makes a Need of it and a LoadPlan.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Backend: TypeAlias = Literal["llama_cpp", "transformers"]
"""Who serves a model: llama.cpp takes a GGUF file, transformers a folder with safetensors."""


@dataclass(frozen=True, slots=True)
class ModelShape:
    """What the headers of a model's files tell, without its weights being read. Unknown is None."""

    file_format: Literal["gguf", "safetensors"]
    architecture: str
    """As the file names it: `llama`, `qwen2`, `gemma3`."""
    file_bytes: int
    """All its files of weights."""
    weight_bytes: int
    """The tensors alone, as they lie in the files."""
    weight_bytes_by_type: tuple[tuple[str, int], ...]
    """The same by type of tensor, as (`Q4_K`, 633_000_000), largest first."""
    parameters: int
    layers: int
    embedding_size: int
    feed_forward_size: int
    heads: int
    kv_heads: tuple[int, ...]
    """Heads of keys and values, of each layer."""
    key_size: int
    """Numbers in a key of one head."""
    value_size: int
    vocabulary_size: int
    embedding_bytes: int
    """The table of token embeddings, as it lies in the files."""
    is_output_tied: bool
    """True: the output layer uses the table of token embeddings."""
    context_tokens: int | None = None
    """What it was trained for."""
    sliding_window_tokens: int | None = None
    is_windowed: tuple[bool, ...] = ()
    """Of each layer, whether it looks back over the sliding window alone; empty: none does."""
    window_key_size: int | None = None
    """Numbers in a key of one head of those layers; None: as in the others."""
    window_value_size: int | None = None
    expanded_size: int = 0
    """Numbers that a kept token becomes while one layer of transformers reads it (MLA); 0: it is read as it is kept."""
    state_bytes: int = 0
    """What layers without keys and values (Mamba and its like) keep for each answer under way."""
    scan_bytes: int = 0
    """What such a layer of transformers takes for each piece of a batch that it reads, all of them at once."""
    scan_tokens: int = 1
    """Of such a piece."""
    scan_passing_bytes: int = 0
    """What it takes besides for each token of a batch, in three tensors; small ones are told with the piece."""
    looked_up_bytes: int = 0
    """Further tables of tokens, of which only rows are read (Gemma 3n's embeddings of each layer)."""
    embedding_type: str = ""
    """Type of the table of token embeddings: `Q6_K`."""
    largest_tensor_bytes: int = 0
    largest_layer_tensor_bytes: int = 0
    """Largest tensor of a layer, tables of tokens apart."""
    edges: tuple[tuple[tuple[str, int], ...], ...] = ()
    """The matrices of layers at each end of each file, from the end inwards, as (type, bytes)."""
    merges: int = 0
    """Rules by which the tokenizer joins pieces of words; 0 for one that has none."""
    tokenizer_bytes: int = 0
    """Tokenizer and chat template, as they lie in the file; of safetensors: the size of tokenizer.json."""
    is_tokenizer_plain: bool = False
    """True: transformers takes the tokenizer as its file has it; else it makes its own class's of it, which is kept
    twice."""
    mask_bytes: int = 0
    """A table of who may see whom, for the longest context, that some kinds of transformers make at their load."""
    experts: int = 0
    """Expert networks of a layer (mixture of experts); 0: none."""
    experts_used: int = 0
    """How many of them read each token."""
    expert_bytes: int = 0
    """All experts' tensors, as they lie in the files."""
    are_experts_joined: bool = False
    """Whether transformers makes one tensor of a layer's experts, each of which has its own in the files."""
    quantization: str | None = None
    """As people name it: `Q4_K_M`, `BF16`."""
    name: str | None = None
    """As the file calls itself."""
    has_chat_template: bool | None = None
    """False: it goes on with text and does not answer; None: what was read does not tell."""

    @property
    def windowed_layers(self) -> int:
        """Layers that look back over the sliding window alone."""
        return sum(self.is_windowed)


@dataclass(frozen=True, slots=True)
class LoadPlan:
    """How a model would be loaded."""

    backend: Backend
    context_tokens: int
    """Of each answer under way."""
    parallel: int = 1
    """Answers at once."""
    cache_type: str = "f16"
    """Numbers of keys and values, as llama.cpp names them: `f16`, `q8_0`, `q4_0`."""
    maps_file: bool = True
    """Whether llama.cpp maps the file (mmap) or reads it."""
    batch_tokens: int = 64
    """Tokens of a prompt that are worked on at once."""
    gpu_layers: int | None = 0
    """Layers that lie on a GPU. None: llama.cpp chooses; memory is then reckoned as if there were none."""
    quantization: str | None = None
    """What transformers makes of the weights while it loads them: `int8`, `bfloat16`; None: as they are."""
    threads: int = 1


@dataclass(frozen=True, slots=True)
class Need:
    """Memory that a load takes, in bytes: resident memory of its worker process."""

    steady_bytes: int
    """While it answers, its context filled."""
    peak_bytes: int
    """The most at any moment of load and answers."""
    upper_bytes: int
    """A bound that the peak passes in one of twenty loads at most: what admission counts with."""
    weights_bytes: int
    """The parts of the steady state, for people: weights, keys and values, working memory, runtime."""
    cache_bytes: int
    working_bytes: int
    runtime_bytes: int
    gpu_bytes: int = 0
    """Memory of a GPU that it takes besides."""
    is_rough: bool = False
    """Whether it is told of a kind of model that was not measured: its bound is wider."""

"""Which GGUF files hold no model that goes on with text, and what they hold in its place.

llama.cpp loads some of them without a word, and then answers nothing or nonsense.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from segue.errors import WeightsError

_PART: Final = "Name the GGUF file of the model itself."
_OTHER: Final = "Choose a chat model: its name or page speaks of chat or instruct."
_PARTS: Final[Mapping[str, str]] = {
    "adapter": "an adapter (LoRA), which changes a model",
    "mmproj": "the part that reads images (mmproj) for a model",
    "imatrix": "what a model is quantized by (an importance matrix)",
    "vocab": "a vocabulary alone, without weights",
}
"""`general.type` of what is no model (gguf 0.19, constants.py: GGUFType)."""
_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "that turns text into numbers for a search (an encoder)": (
        "bert", "eurobert", "gemma-embedding", "jina-bert-v2", "jina-bert-v3", "llama-embed", "modern-bert", "neo-bert",
        "nomic-bert", "nomic-bert-moe", "t5encoder",
    ),
    "that reads a whole text before it writes another (encoder and decoder), which llama.cpp's server does not run": (
        "t5",
    ),
    "that fills in a whole text in steps (diffusion), which llama.cpp's server does not run": (
        "dream", "llada", "llada-moe", "rnd1",
    ),
    "that helps a larger one to answer faster (a draft)": ("dflash", "eagle3", "gemma4-assistant"),
    "of speech or sound": ("pockettts", "qwen3tts", "wavtokenizer-dec", "whisper"),
    "that makes pictures": (
        "aura", "cosmos", "flux", "hidream", "hyvid", "ltxv", "lumina2", "qwen_image", "sd1", "sd3", "sdxl", "wan",
    ),
}  # fmt: skip
"""By `general.architecture` (llama.cpp, 2026-10: src/llama-arch.cpp, and llama-model.cpp: create_memory, which gives
these no memory; the others are of programs that also keep their models as GGUF)."""
_WHAT: Final = {architecture: what for what, those in _KINDS.items() for architecture in those}


def require_chat(name: str, metadata: Mapping[str, object]) -> None:
    """Raise WeightsError where a GGUF file that is whole holds something else; `name` is the file's."""
    architecture, kind = metadata.get("general.architecture"), metadata.get("general.type")
    if architecture == "clip":  # as older files of that kind have it alone
        kind = "mmproj"
    if isinstance(kind, str) and (part := _PARTS.get(kind)):
        raise WeightsError(f"{name} is no model: it is {part}.", hint=_PART)
    what = _WHAT.get(architecture) if isinstance(architecture, str) else None
    pooling = metadata.get(f"{architecture}.pooling_type")
    if metadata.get(f"{architecture}.attention.causal") is False or (isinstance(pooling, int) and pooling > 0):
        what = what or "that turns text into numbers for a search (an encoder)"
    if what is not None:
        raise WeightsError(f"{name} cannot chat: it holds a model {what}.", hint=_OTHER)

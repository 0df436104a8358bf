"""Which layers look back over a sliding window alone, where a file of weights does not say so itself.

As llama.cpp has it, a constant of each architecture (src/models/*.cpp: `set_swa_pattern`, `n_swa`; 2026-10).
"""

from collections.abc import Mapping
from typing import Final

WINDOW_PATTERNS: Final[Mapping[str, int]] = {
    "afmoe": 4,
    "cohere2": 4,
    "cohere2moe": 4,
    "deepseek4": 0,
    "exaone-moe": 4,
    "exaone4": 4,
    "gemma2": 2,
    "gemma3": 6,
    "gemma3n": 5,
    "gpt-oss": 2,
    "laguna": 4,
    "lfm2": 0,
    "lfm2moe": 0,
    "llama4": 4,
    "mellum": 4,
    "muse-glimmer": 4,
    "olmo2": 4,
    "plamo3": 8,
    "smallthinker": 4,
}
"""Every n-th layer looks back over everything, the others over the window; 0: all over the window."""
_FULL_FIRST: Final = frozenset({"cohere2moe", "laguna", "smallthinker"})
"""Of each n layers the first looks back over everything; else the last (`dense_first`)."""
_USUAL_WINDOWS: Final[Mapping[str, int]] = {"exaone-moe": 128, "gemma2": 4096, "llama4": 8192}
"""Windows of files that do not say theirs."""
_FIXED_WINDOWS: Final[Mapping[str, int]] = {"llama4": 8192, "smallthinker": 4096}
"""What counts whatever a file says, unless it says 0."""
_WINDOWED_DEPTHS: Final[Mapping[str, int]] = {"exaone4": 64}
"""Architectures that have windows at one number of layers alone."""


def windows(
    architecture: str, layers: int, window_tokens: int | None, pattern: int | tuple[int, ...] | None
) -> tuple[int | None, tuple[bool, ...]]:
    """The window of a GGUF file and of each layer whether it keeps to it; `window_tokens`, `pattern`: as the file says,
    None where it does not. llama.cpp heeds a window in these kinds alone: all files of Phi-3 tell one."""
    told = _USUAL_WINDOWS.get(architecture) if window_tokens is None else window_tokens
    if not told or (pattern is None and architecture not in WINDOW_PATTERNS):
        return None, ()
    if layers != _WINDOWED_DEPTHS.get(architecture, layers):
        return told, ()  # llama.cpp copies the whole of such a cache for its checkpoints
    return _FIXED_WINDOWS.get(architecture, told), windowed(architecture, layers, pattern)


def windowed(architecture: str, layers: int, pattern: int | tuple[int, ...] | None) -> tuple[bool, ...]:
    """Of each layer, whether it is windowed; `pattern` is what the file says: flags that repeat, or a period."""
    if isinstance(pattern, tuple) and pattern:
        return tuple(pattern[layer % len(pattern)] != 0 for layer in range(layers))
    period = pattern if isinstance(pattern, int) else WINDOW_PATTERNS.get(architecture, 1)
    full = 0 if architecture in _FULL_FIRST else period - 1
    return tuple(layer % period != full for layer in range(layers)) if period > 0 else (True,) * layers

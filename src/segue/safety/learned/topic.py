"""Whether suicide, self-injury or starving is spoken of at all: of whom and how is another question.

A story in which somebody dies by their own hand puts nobody in danger, and sorted by danger it stands among
recipes. Who sorts texts, as moderators do, wants it before those: so it is told beside the danger, and raises no level.
"""

from __future__ import annotations

import hashlib
import io
import math
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from zipfile import BadZipFile

import msgspec
import numpy as np

from segue.errors import WeightsError
from segue.safety.learned.encoder import WITHOUT_WORDS, Read
from segue.safety.learned.network import Layers

MANIFEST = "topic.json"
WEIGHTS = "topic.npz"

_NAMES = ("first", "first_bias", "second", "second_bias")
_HINT = "Install Segue anew, or train it anew: `make train-safety DATA=DIR`."


@dataclass(frozen=True, slots=True)
class TopicManifest:
    """What stands beside the weights."""

    sha256: str
    """Of the file with the weights."""
    data: dict[str, str]
    """Files that were trained on, with the SHA-256 of each."""
    figures: dict[str, float]
    """What was measured when it was trained, on rows kept back."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A hidden layer of its own over what the classifier reads but the words, with one number behind it."""

    layers: Layers

    def chance(self, read: Read) -> float:
        """From 0 to 1, of the stretch of the message that speaks of it most; as the network says it, not calibrated."""
        logits = self.layers.logits(read.rows[:, :WITHOUT_WORDS])[:, 0]
        logit = float((logits - read.discounts).max())
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, logit))))


def read_topic(folder: Traversable) -> Topic:
    """The network in `folder`; raises WeightsError where it is not the one that its manifest names."""
    try:
        manifest = msgspec.json.decode((folder / MANIFEST).read_bytes(), type=TopicManifest)
        raw = (folder / WEIGHTS).read_bytes()
    except (OSError, msgspec.DecodeError) as error:
        raise WeightsError(f"The weights of the topic in {folder} cannot be read.", hint=_HINT) from error
    if hashlib.sha256(raw).hexdigest() != manifest.sha256:
        raise WeightsError(f"{WEIGHTS} in {folder} is not the one that the manifest beside it names.", hint=_HINT)
    try:
        return unpacked(raw)
    except (ValueError, KeyError, BadZipFile) as error:
        raise WeightsError(
            f"The weights of the topic in {folder} were made for another version.", hint=_HINT
        ) from error


def packed(topic: Topic) -> bytes:
    """As a file, at half precision."""
    raw, layers = io.BytesIO(), topic.layers
    arrays = (layers.first, layers.first_bias, layers.second, layers.second_bias)
    halves = {name: array.astype(np.float16) for name, array in zip(_NAMES, arrays, strict=True)}
    np.savez_compressed(raw, allow_pickle=False, **halves)
    return raw.getvalue()


def unpacked(raw: bytes) -> Topic:
    """What is in such a file; raises ValueError or KeyError for another. Nothing in the file is ever run."""
    with np.load(io.BytesIO(raw), allow_pickle=False) as arrays:
        found = [arrays[name].astype(np.float32) for name in _NAMES]
    hidden = found[0].shape[-1]
    if [array.shape for array in found] != [(WITHOUT_WORDS, hidden), (hidden,), (hidden, 1), (1,)]:
        raise ValueError("These arrays have other shapes.")
    return Topic(Layers(*found))

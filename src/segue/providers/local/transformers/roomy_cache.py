"""A cache of keys and values whose room is taken once, for the whole context.

transformers' own joins old and new into a new tensor at each step: with every token of an answer all that was read is
copied, and what is left behind, each time a little too small for the next, lies about in the heap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import torch
from transformers import DynamicCache
from transformers.cache_utils import DynamicLayer
from typing_extensions import override

if TYPE_CHECKING:
    from torch import Tensor
    from transformers import PreTrainedConfig


class RoomyLayer(DynamicLayer):  # type: ignore[misc]  # without types of its own
    """Keys and values of one layer that looks back over everything. The system gives a page once it is written to."""

    def __init__(self, context_tokens: int) -> None:
        super().__init__()
        self._context_tokens = context_tokens

    @override
    def lazy_initialization(self, key_states: Tensor, value_states: Tensor) -> None:
        self.dtype, self.device = key_states.dtype, key_states.device
        self._key_room, self._value_room = self._room(key_states), self._room(value_states)
        self.keys, self.values = self._key_room[..., :0, :], self._value_room[..., :0, :]
        self.is_initialized = True

    @override
    def update(self, key_states: Tensor, value_states: Tensor, *_: Any, **__: Any) -> tuple[Tensor, Tensor]:
        if not self.is_initialized:
            self.lazy_initialization(key_states, value_states)
        begin = self.keys.shape[-2]
        end = begin + key_states.shape[-2]
        self._key_room[..., begin:end, :] = key_states
        self._value_room[..., begin:end, :] = value_states
        self.keys, self.values = self._key_room[..., :end, :], self._value_room[..., :end, :]
        return self.keys, self.values

    def _room(self, states: Tensor) -> Tensor:
        return torch.empty((*states.shape[:-2], self._context_tokens, states.shape[-1]), dtype=states.dtype)


def roomy_cache(config: PreTrainedConfig, context_tokens: int) -> DynamicCache:
    """An empty cache for a model; layers with a window or with states are as transformers has them."""
    cache = DynamicCache(config=config)
    cache.layers = [RoomyLayer(context_tokens) if type(layer) is DynamicLayer else layer for layer in cache.layers]
    return cache


def can_be_cut(cache: DynamicCache) -> bool:
    """Whether what came last can be taken back: a sliding window has dropped what was before, and other layers keep a
    state that cannot be wound back."""
    return all(type(layer) is RoomyLayer for layer in cache.layers)

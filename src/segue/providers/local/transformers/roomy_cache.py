"""A cache of keys and values whose room is taken once, for the whole context.

transformers' own joins old and new into a new tensor at each step: with every token of an answer all that was read is
copied, and what is left behind, each time a little too small for the next, lies about in the heap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import torch
from transformers import DynamicCache
from transformers.cache_utils import CacheLayerMixin, DynamicLayer, DynamicSlidingWindowLayer
from typing_extensions import override

if TYPE_CHECKING:
    from torch import Tensor
    from transformers import PreTrainedConfig

WINDOW_SPARE_TOKENS: Final = 256
"""Tokens that a window may be passed by before what is still in it is moved to the front. Our choice."""


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
        return _room(states, self._context_tokens)


class RoomyWindow(DynamicSlidingWindowLayer):  # type: ignore[misc]  # as above
    """Keys and values of one layer that looks back over a window: the last of it, and what is read at the time."""

    def __init__(self, window_tokens: int, context_tokens: int) -> None:
        super().__init__(sliding_window=window_tokens)
        self._context_tokens = context_tokens
        self._begin = self._end = 0
        """Of the tokens in the window, in the room."""

    @override
    def update(self, key_states: Tensor, value_states: Tensor, *_: Any, **__: Any) -> tuple[Tensor, Tensor]:
        if not self.is_initialized:
            self.lazy_initialization(key_states, value_states)
            tokens = min(self._context_tokens, self.sliding_window + max(WINDOW_SPARE_TOKENS, key_states.shape[-2]))
            self._rooms = [_room(states, tokens) for states in (key_states, value_states)]
        count = key_states.shape[-2]
        self._make_room(count)
        self._end += count
        self.cumulative_length += count
        for room, states in zip(self._rooms, (key_states, value_states), strict=True):
            room[..., self._end - count : self._end, :] = states
        found = [room[..., self._begin : self._end, :] for room in self._rooms]
        self._begin = max(self._begin, self._end - self.sliding_window + 1)
        self.keys, self.values = (room[..., self._begin : self._end, :] for room in self._rooms)
        return found[0], found[1]

    def _make_room(self, count: int) -> None:
        kept = self._end - self._begin
        if self._end + count <= self._rooms[0].shape[-2]:
            return
        for at, room in enumerate(self._rooms):
            if kept + count > room.shape[-2]:  # more is read at once than ever before
                self._rooms[at] = _room(room, kept + count)
            self._rooms[at][..., :kept, :] = room[..., self._begin : self._end, :].clone()
        self._begin, self._end = 0, kept


def _room(states: Tensor, tokens: int) -> Tensor:
    return torch.empty((*states.shape[:-2], tokens, states.shape[-1]), dtype=states.dtype)


def roomy_cache(config: PreTrainedConfig, context_tokens: int) -> DynamicCache:
    """An empty cache for a model; layers with states are as transformers has them."""
    cache = DynamicCache(config=config)
    cache.layers = [_roomy(layer, context_tokens) for layer in cache.layers]
    return cache


def _roomy(layer: CacheLayerMixin, context_tokens: int) -> CacheLayerMixin:
    if type(layer) is DynamicSlidingWindowLayer and layer.sliding_window < context_tokens:
        return RoomyWindow(layer.sliding_window, context_tokens)
    return RoomyLayer(context_tokens) if type(layer) in (DynamicLayer, DynamicSlidingWindowLayer) else layer


def can_be_cut(cache: DynamicCache) -> bool:
    """Whether what came last can be taken back: a sliding window has dropped what was before, and other layers keep a
    state that cannot be wound back."""
    return all(type(layer) is RoomyLayer for layer in cache.layers)

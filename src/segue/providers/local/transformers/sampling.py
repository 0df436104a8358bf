"""Which token comes next: llama.cpp's samplers in llama.cpp's order, so that a setting means the same with both.

Penalties, then of the likeliest tokens: top_k, typical_p, top_p, min_p, and the temperature last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import torch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from torch import Tensor

    from segue.providers.local.transformers.asking import Ask

_Number = TypeVar("_Number", int, float)
_TEMPERATURE, _TOP_K, _TOP_P, _MIN_P, _LAST_N = 0.8, 40, 0.95, 0.05, 64
"""llama.cpp's defaults (common_params_sampling in its common/common.h, 2026-10)."""

_LEAST_TEMPERATURE = 1e-4
"""Below it the likeliest token has all the likelihood, and numbers divided by it would be infinite."""
_SEEDS = 2**63
"""Seeds that torch takes."""


class Sampler:
    """Picks the tokens of one answer. The same seed gives the same answer."""

    def __init__(self, ask: Ask, *, end_tokens: Iterable[int]) -> None:
        self._temperature = _or(ask.temperature, _TEMPERATURE)
        self._top_k = _or(ask.top_k, _TOP_K)
        self._top_p, self._min_p = _or(ask.top_p, _TOP_P), _or(ask.min_p, _MIN_P)
        self._typical_p = _or(ask.typical_p, 1.0)
        self._repeat = _or(ask.repeat_penalty, 1.0)
        self._presence, self._frequency = ask.presence_penalty or 0.0, ask.frequency_penalty or 0.0
        self._last_n = _or(ask.repeat_last_n, _LAST_N)
        self._bias = _bias(ask)
        self._never = sorted(end_tokens) if ask.ignore_eos else []
        self._chance = torch.Generator()
        if ask.seed is None or ask.seed < 0:
            self._chance.seed()
        else:
            self._chance.manual_seed(ask.seed % _SEEDS)

    def pick(self, logits: Tensor, said: Sequence[int]) -> int:
        """The next token. `logits`: one number a token of the vocabulary; `said`: the prompt and the answer so far."""
        logits = logits.float().cpu()
        self._punish(logits, said)
        for token, bias in self._bias:
            if 0 <= token < len(logits):
                logits[token] += bias
        if self._never:
            logits[self._never] = -torch.inf
        if self._temperature < _LEAST_TEMPERATURE:
            return int(logits.argmax())
        likeliest = min(self._top_k, len(logits)) if self._top_k > 0 else len(logits)
        values, tokens = logits.topk(likeliest)
        kept = self._kept(values)
        chances = torch.softmax(values[kept] / self._temperature, dim=-1)
        return int(tokens[kept][torch.multinomial(chances, 1, generator=self._chance)])

    def _punish(self, logits: Tensor, said: Sequence[int]) -> None:
        """Make what was said lately less likely, in place."""
        window = said if self._last_n < 0 else said[-self._last_n :] if self._last_n else ()
        if not window or (self._repeat == 1.0 and not self._presence and not self._frequency):
            return
        tokens, counts = torch.tensor(window).unique(return_counts=True)
        values = logits[tokens]
        values = torch.where(values > 0, values / self._repeat, values * self._repeat)
        logits[tokens] = values - counts * self._frequency - self._presence

    def _kept(self, values: Tensor) -> Tensor:
        """Places of those that are picked from. `values` and places: likeliest first."""
        places = torch.arange(len(values))
        if self._typical_p < 1.0:
            places = places[_typical(values, self._typical_p)].sort().values
        chances = torch.softmax(values[places], dim=-1)
        if self._top_p < 1.0:
            before = chances.cumsum(-1) - chances
            places, chances = places[before <= self._top_p], chances[before <= self._top_p]
        return places[chances >= self._min_p * chances[0]]


def _typical(values: Tensor, share: float) -> Tensor:
    """Places of those whose surprise is nearest to what is expected, until they have `share` of the likelihood."""
    logs = torch.log_softmax(values, dim=-1)
    chances = logs.exp()
    expected = -(chances * logs).nansum()
    order = (-logs - expected).abs().argsort()
    sums = chances[order].cumsum(-1)
    return order[: int((sums < share).sum()) + 1]


def _or(said: _Number | None, default: _Number) -> _Number:
    return default if said is None else said


def _bias(ask: Ask) -> list[tuple[int, float]]:
    said = ask.logit_bias or ()
    pairs = said.items() if isinstance(said, dict) else said
    return [(int(token), bias) for token, bias in pairs if str(token).isdecimal()]

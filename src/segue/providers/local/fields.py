"""What a caller may ask of a local model's sampler: a value that it cannot work with is refused with its name, before
anybody waits for it, and by both backends alike."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import ValidationError

from segue.domain.chat import ChatRequest
from segue.domain.models import ModelRef
from segue.errors import RequestRefused
from segue.providers.local.defaults import SamplingOptions

_SAMPLING: Final = frozenset(SamplingOptions.model_fields)
_BIAS: Final = "logit_bias"
_MOST_BIAS: Final = 10_000.0
"""Far beyond any token's own number, and small enough that a sum of both is one."""


def require_fit(request: ChatRequest, model: ModelRef) -> None:
    """Raises RequestRefused for a field that no sampler can work with."""
    given = {name: value for name, value in request.extra.items() if name in _SAMPLING}
    given["temperature"], given["top_p"] = request.temperature, request.top_p
    try:
        SamplingOptions.model_validate(given, strict=True)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False, include_context=False)[0]
        message = f"`{first['loc'][0]}` is nothing to sample by: {first['msg'].lower()}."
        raise RequestRefused(message, model=model) from None
    if not all(_is_bias(value) for value in _biases(request.extra.get(_BIAS))):
        raise RequestRefused(
            f"`{_BIAS}` is nothing to sample by: biases are numbers from {-_MOST_BIAS:g} to {_MOST_BIAS:g}.",
            model=model,
        )


def _biases(said: object) -> Iterator[object]:
    """The bias of each token, in both forms of llama.cpp's (its tools/server/README); None for what has neither."""
    if said is None:
        return
    if isinstance(said, Mapping):
        yield from said.values()
    elif isinstance(said, list | tuple):
        for pair in said:
            yield pair[1] if isinstance(pair, list | tuple) and len(pair) == 2 else None
    else:
        yield None


def _is_bias(value: object) -> bool:
    """A number, or False: never."""
    if isinstance(value, bool):
        return not value
    return isinstance(value, int | float) and math.isfinite(value) and abs(value) <= _MOST_BIAS

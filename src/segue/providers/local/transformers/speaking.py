"""Reads a prompt and says an answer, token by token, in the one thread that computes.

What was read stays as keys and values: a next prompt that begins alike, as the next turn of a conversation does, is
read from where it differs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any, TypeAlias

import torch

from segue.providers.local.transformers.roomy_cache import can_be_cut, roomy_cache
from segue.providers.local.transformers.sampling import Sampler
from segue.providers.local.transformers.words import Words

if TYPE_CHECKING:
    from torch import Tensor
    from transformers import DynamicCache

    from segue.providers.local.transformers.asking import Prompt
    from segue.providers.local.transformers.loading import Loaded

_PROGRESS_S = 0.25
"""How often reading tells how far it is."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the prompt was read, in tokens."""

    total: int
    cached: int
    read: int
    """The cached ones included."""
    time_ms: int


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the answer."""

    text: str


@dataclass(frozen=True, slots=True)
class End:
    """The last piece of an answer."""

    reason: str
    """`stop` or `length`."""
    prompt_tokens: int
    cached_tokens: int
    answer_tokens: int
    read_s: float
    said_s: float


Piece: TypeAlias = Progress | Said | End


class _Left(Exception):
    """Nobody waits for the answer any more."""


class Speaker:
    """One model. `answer` is called by one thread alone."""

    def __init__(self, loaded: Loaded, *, context_tokens: int, batch_tokens: int) -> None:
        self._model: Any = loaded.model
        self._tokenizer = loaded.tokenizer
        self._ends = loaded.end_tokens
        self._context_tokens, self._batch_tokens = context_tokens, batch_tokens
        self._cache: DynamicCache | None = None
        self._cached: list[int] = []
        """The tokens whose keys and values are in the cache."""
        self._between: Callable[[int], None] | None = None
        self._watch_layers()

    def answer(self, prompt: Prompt, tell: Callable[[Piece], None], is_left: Callable[[], bool]) -> None:
        """Say the answer; returns early, telling nothing more, once it is left."""
        if is_left():
            return
        try:
            with torch.inference_mode():
                self._answer(prompt, tell, is_left)
        except _Left:
            self._forget()
        except BaseException:
            self._forget()
            raise
        finally:
            self._between = None

    def _answer(self, prompt: Prompt, tell: Callable[[Piece], None], is_left: Callable[[], bool]) -> None:
        ask, said = prompt.ask, list(prompt.tokens)
        began_s = monotonic()
        cached, logits = self._read(prompt, tell, is_left)
        read_s, began_s = monotonic() - began_s, monotonic()
        sampler = Sampler(ask, end_tokens=self._ends)
        words = Words(self._tokenizer, stops=ask.stops, before=said if ask.goes_on else ())
        room = self._context_tokens - len(said)
        limit = room if ask.limit_tokens is None else min(ask.limit_tokens, room)
        reason = "length"
        while len(said) - len(prompt.tokens) < limit:
            if is_left():
                return
            token = sampler.pick(logits, said)
            said.append(token)
            if token in self._ends:
                reason = "stop"
                break
            if text := words.feed(token):
                tell(Said(text))
            if words.is_stopped:
                reason = "stop"
                break
            if len(said) - len(prompt.tokens) < limit:
                logits = self._step([token])
        if text := words.end():
            tell(Said(text))
        answered = len(said) - len(prompt.tokens)
        tell(End(reason, len(prompt.tokens), cached, answered, read_s, monotonic() - began_s))

    def _read(self, prompt: Prompt, tell: Callable[[Piece], None], is_left: Callable[[], bool]) -> tuple[int, Tensor]:
        """Read the prompt in batches; returns how much of it was known, and what follows it."""
        tokens, began_s = prompt.tokens, monotonic()
        if prompt.ask.seed is not None:
            self._forget()  # what was read in other batches differs in the last digit, and with it the dice
        cached = self._keep_common(tokens)
        told_s = began_s

        def between(layers_done: int) -> None:
            nonlocal told_s
            if is_left():
                raise _Left
            if (now_s := monotonic()) - told_s >= _PROGRESS_S:
                told_s = now_s
                read = len(self._cached) + len(batch) * layers_done // self._layers
                tell(Progress(len(tokens), cached, read, int((now_s - began_s) * 1000)))

        batch: list[int] = []
        tell(Progress(len(tokens), cached, cached, 0))
        self._between = between
        logits = None
        while len(self._cached) < len(tokens):
            batch = list(tokens[len(self._cached) : len(self._cached) + self._batch_tokens])
            logits = self._step(batch)
        self._between = None
        assert logits is not None, "the last token of a prompt is always read"
        tell(Progress(len(tokens), cached, len(tokens), int((monotonic() - began_s) * 1000)))
        return cached, logits

    def _step(self, tokens: list[int]) -> Tensor:
        """Let the model read more tokens; returns one number a token of its vocabulary: what follows."""
        told = self._model(
            input_ids=torch.tensor([tokens], device=self._model.device),
            cache=self._cache,
            use_cache=True,
            logits_to_keep=1,
        )
        self._cached.extend(tokens)
        logits: Tensor = told.logits[0, -1]
        return logits

    def _keep_common(self, tokens: tuple[int, ...]) -> int:
        """Make the cache hold what a prompt has in common with what was read, but its last token; returns how much."""
        common = 0
        for known, token in zip(self._cached, tokens[:-1], strict=False):
            if known != token:
                break
            common += 1
        beyond = len(self._cached) - common
        if self._cache is not None and common and (not beyond or can_be_cut(self._cache)):
            if beyond:
                self._cache.crop(-beyond)
                del self._cached[common:]
            return common
        self._cached = []
        self._cache = roomy_cache(self._model.config, self._context_tokens)
        return 0

    def _forget(self) -> None:
        """Let the cache go: it is not known which layers hold what."""
        self._cache, self._cached = None, []

    def _watch_layers(self) -> None:
        """Have each layer ask before it begins whether to go on: a batch of a prompt takes seconds."""
        lists = [part for part in self._model.modules() if isinstance(part, torch.nn.ModuleList)]
        layers = max(lists, key=len, default=torch.nn.ModuleList())
        self._layers = max(len(layers), 1)
        for number, layer in enumerate(layers):
            layer.register_forward_pre_hook(lambda *_, number=number: self._ask_between(number))

    def _ask_between(self, layers_done: int) -> None:
        if self._between is not None:
            self._between(layers_done)

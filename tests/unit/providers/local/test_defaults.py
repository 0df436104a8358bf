"""What a local model is asked with where a request says nothing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from segue.domain.chat import ChatRequest, Message, Role
from segue.providers.local.defaults import AnswerDefaults, SamplingOptions
from segue.providers.local.options import LocalModel

HELLO = (Message(Role.USER, "Hello"),)
OWN = {"path": "own.gguf"}


def sent(options: Mapping[str, object], **fields: object) -> ChatRequest:
    """What a model with these options is asked when a request has these fields."""
    request = ChatRequest(HELLO, **fields)  # type: ignore[arg-type] # named as in ChatRequest
    return LocalModel.model_validate(options).defaults().applied_to(request)


def test_model_of_ones_own_is_asked_as_it_was_asked() -> None:
    """Nothing is added that nobody configured."""
    assert sent(OWN) == ChatRequest(HELLO)


def test_demonstration_model_is_kept_from_rambling() -> None:
    """It has a ceiling and a penalty for repeating itself, and each can be set otherwise or switched off."""
    assert (sent({}).max_tokens, sent({}).extra) == (400, {"repeat_penalty": 1.15})
    other = sent({"default_max_tokens": None, "sampling": {"repeat_penalty": 1, "top_k": 20}})
    assert (other.max_tokens, other.extra) == (None, {"repeat_penalty": 1, "top_k": 20})


def test_configured_defaults_fill_what_a_request_leaves_open() -> None:
    """Every default reaches llama.cpp by its own name."""
    sampling = {
        "temperature": 0.3, "top_p": 0.8, "top_k": 20, "min_p": 0.1, "typical_p": 0.9, "repeat_penalty": 1.1,
        "repeat_last_n": 256,
    }  # fmt: skip
    assert set(sampling) == set(SamplingOptions.model_fields)
    request = sent({**OWN, "default_max_tokens": 50, "sampling": sampling})
    assert (request.max_tokens, request.temperature, request.top_p) == (50, 0.3, 0.8)
    assert request.extra == {name: sampling[name] for name in sampling if name not in {"temperature", "top_p"}}


def test_what_a_request_says_counts_more() -> None:
    """Who asks for more, for no penalty or for no chance gets that."""
    options = {"default_max_tokens": 50, "sampling": {"temperature": 0.3, "repeat_penalty": 1.3}}
    request = sent(options, max_tokens=900, temperature=0.0, extra={"repeat_penalty": 1.0})
    assert (request.max_tokens, request.temperature, request.extra) == (900, 0.0, {"repeat_penalty": 1.0})


@pytest.mark.parametrize(
    ("asked", "default", "most", "sent_as"),
    [(None, None, 70, 70), (None, 50, 70, 50), (None, 90, 70, 70), (60, 50, 70, 60), (90, 50, 70, 70)],
)
def test_no_answer_is_longer_than_the_model_gives(
    asked: int | None, default: int | None, most: int, sent_as: int
) -> None:
    """`max_output_tokens` bounds what is asked for and what is assumed."""
    defaults = AnswerDefaults.of(SamplingOptions(), max_tokens=default, max_output_tokens=most)
    assert defaults.applied_to(ChatRequest(HELLO, max_tokens=asked)).max_tokens == sent_as


@pytest.mark.parametrize("wrong", [{"repeat_penalty": 0}, {"temperature": 3}, {"repeat_penality": 1.1}])
def test_wrong_sampling_is_refused(wrong: dict[str, float]) -> None:
    """A value out of bounds and a misspelt name are errors of the configuration."""
    with pytest.raises(ValidationError):
        LocalModel.model_validate({**OWN, "sampling": wrong})

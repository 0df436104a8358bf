"""Fields that a sampler cannot work with, and those that it can."""

import pytest

from segue.domain.chat import ChatRequest
from segue.domain.models import ModelRef
from segue.errors import RequestRefused
from segue.providers.local.fields import require_fit

MODEL = ModelRef("local", "m")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("min_p", 2),
        ("min_p", "0.1"),
        ("repeat_penalty", 0),
        ("repeat_last_n", -5),
        ("typical_p", -1),
        ("top_k", 1.5),
        ("logit_bias", {"1": 1e300}),
        ("logit_bias", [[1, "much"]]),
        ("logit_bias", 3),
    ],
)
def test_wrong_field_is_named(name: str, value: object) -> None:
    """The caller is told which field, and it counts against no model."""
    with pytest.raises(RequestRefused, match=f"`{name}`"):
        require_fit(ChatRequest((), extra={name: value}), MODEL)


def test_wrong_field_of_a_program_is_named() -> None:
    """The gateway refuses it itself; the library takes any number."""
    with pytest.raises(RequestRefused, match="`top_p`"):
        require_fit(ChatRequest((), top_p=-1), MODEL)


def test_what_can_be_sampled_by_is_taken() -> None:
    """Both forms of biases, the ends of each range, and fields that are none of the sampler's."""
    extra = {"min_p": 0, "repeat_last_n": -1, "top_k": 0, "top_k_of": 9, "typical_p": None, "ignore_eos": True}
    for bias in ({"1": 1, "2": -1.5}, [[1, False], [2, 0.5]]):
        require_fit(ChatRequest((), extra={**extra, "logit_bias": bias}, temperature=0, top_p=1), MODEL)

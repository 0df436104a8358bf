"""Numbers that cannot be true are as good as not told, whoever tells them."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from segue.domain.believing import believed
from segue.domain.chat import Finished, Usage
from segue.domain.models import ModelCard, ModelRef, ProviderType
from segue.pipeline.turn.attempt import Attempt
from segue.providers.anthropic.answers import MessageReader
from segue.providers.ollama.answers import AnswerReader as OllamaReader
from segue.providers.openai_answers import AnswerReader
from segue.providers.openrouter.bills import read_bill
from tests.support.scenes import chunk

REF = ModelRef("there", "m")
ABSURD = (-5, 10**30, 2**63)


@pytest.mark.parametrize(
    "usage",
    [
        *(Usage(told, 1) for told in ABSURD),
        *(Usage(1, told) for told in ABSURD),
        *(Usage(1, 1, reasoning_tokens=told) for told in ABSURD),
        *(Usage(9, 1, cached_input_tokens=told) for told in (-1, 10)),
        *(Usage(9, 1, cache_write_tokens=told) for told in (-1, 10)),
        *(Usage(1, 1, billed_usd=Decimal(told)) for told in ("-0.1", "1e30")),
    ],
)
def test_what_cannot_be_is_not_believed(usage: Usage) -> None:
    """Neither less than nothing, nor beyond all models, nor a part that is more than the whole."""
    assert believed(usage) is None
    attempt = Attempt(1, ModelCard(REF, ProviderType.CUSTOM_API), 7)
    attempt.note(Finished("stop", usage))
    assert attempt.usage is None


def test_what_can_be_is_believed() -> None:
    """Nothing at all, a large prompt, and thoughts that are counted beside the answer."""
    for usage in (None, Usage(0, 0), Usage(10_000_000, 5, 9_000_000, 50, cache_write_tokens=1_000_000)):
        assert believed(usage) is usage


@pytest.mark.parametrize("told", ABSURD)
def test_no_dialect_tells_absurd_tokens(told: int) -> None:
    """They would become a negative cost, or a number that no journal keeps."""
    openai = AnswerReader(REF)
    openai.read(msgspec.json.encode({"choices": [], "usage": {"prompt_tokens": told, "completion_tokens": 3}}))
    openai.read(msgspec.json.encode(chunk(delta={}, finish_reason="stop")))
    ollama = OllamaReader(REF, is_local=True)
    ollama.read(msgspec.json.encode({"done": True, "prompt_eval_count": 3, "eval_count": told}))
    claude = MessageReader(REF)
    claude.read(msgspec.json.encode({"type": "message_start", "message": {"usage": {"input_tokens": told}}}))
    claude.read(
        msgspec.json.encode(
            {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 3}}
        )
    )

    assert [reader.end().usage for reader in (openai, ollama, claude)] == [None, None, None]


def test_bill_counts_without_its_absurd_tokens() -> None:
    """What was charged is true all the same, unless it is absurd itself."""
    told = {"total_cost": 0.5, "native_tokens_prompt": -5, "native_tokens_completion": 3}
    billed = read_bill(msgspec.json.encode({"data": told}))
    assert billed == Usage(0, 0, is_exact=False, billed_usd=Decimal("0.5"))
    assert read_bill(msgspec.json.encode({"data": {**told, "total_cost": 1e30}})) is None

"""Names of models, what is known of them, and how grave a finding is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.choice import Evidence
from segue.domain.models import DataPolicy, ModelCard, ModelMetrics, ModelRef, ProviderType, SafetyLevel
from segue.domain.money import FREE

REF = ModelRef("openrouter", "meta/llama-3.3:free")


def test_a_name_is_split_once_at_its_first_colon() -> None:
    """A model's own name may hold slashes, colons and dots."""
    assert ModelRef.parse("openrouter:meta/llama-3.3:free") == REF


@given(st.text("abc-", min_size=1), st.text(min_size=1))
def test_a_name_that_is_written_reads_as_itself(provider: str, name: str) -> None:
    """Writing a model's name and reading it back gives the same model."""
    ref = ModelRef(provider, name)

    assert ModelRef.parse(str(ref)) == ref


@pytest.mark.parametrize("text", ["", "gpt", ":gpt", "openai:", ":"])
def test_a_text_without_two_sides_is_no_full_name(text: str) -> None:
    """A bare name is not taken for a provider's model."""
    assert ModelRef.parse(text) is None


def test_what_is_not_known_of_a_card_is_none() -> None:
    """A model of which nothing is told is neither free nor local."""
    card = ModelCard(REF, ProviderType.OPENROUTER)

    assert (card.is_free, card.is_local, card.context_tokens) == (None, False, None)


def test_a_model_here_is_free_and_local() -> None:
    """What runs on this machine sends no bill and lets nothing leave."""
    card = ModelCard(REF, ProviderType.LOCAL, price=FREE, data_policy=DataPolicy.LOCAL)

    assert (card.is_free, card.is_local) == (True, True)


def test_the_error_rate_of_a_model_without_calls_is_unknown() -> None:
    """Nobody has failed who was never asked."""
    assert ModelMetrics().error_rate is None
    assert ModelMetrics(calls=4, failures=1).error_rate == 0.25
    assert Evidence().of(REF) == ModelMetrics()


def test_safety_levels_rise_from_none_to_imminent() -> None:
    """A graver level compares as graver."""
    assert [level.rank for level in SafetyLevel] == [0, 1, 2, 3, 4]
    assert max(SafetyLevel, key=lambda level: level.rank) is SafetyLevel.IMMINENT

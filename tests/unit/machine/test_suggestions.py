"""What would help is named with its gain and its command, the largest gain first."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from segue.domain.models import ModelRef
from segue.machine.suggestions import InMemory, OnDisk, Suggestion, suggestions

NOW = datetime(2026, 3, 1, tzinfo=UTC)
HOME = Path("/srv/segue home")
QWEN = InMemory(
    ModelRef("local", "qwen"), 1_200_000_000, idle_s=90, context_tokens=8192, shorter_saves_bytes=120_000_000
)
OLD = OnDisk("mistral", 4_400_000_000, NOW - timedelta(days=45))


def test_idle_model_is_unloaded_where_memory_is_short() -> None:
    """The gain stands in the words, the command can be copied; a shorter context is the second way. Covers R8.3."""
    assert suggestions({"memory"}, loaded=[QWEN], home=HOME, now=NOW) == (
        Suggestion(
            "Unload local:qwen, which nobody has asked for 90 s: frees 1.2 GB.",
            1_200_000_000,
            "memory",
            "segue models unload local:qwen",
        ),
        Suggestion(
            "Lower `context_tokens` of local:qwen from 8192 to 4096: saves 0.12 GB once it is loaded again.",
            120_000_000,
            "memory",
            "providers.local.options.models.qwen.context_tokens: 4096",
        ),
    )


def test_where_nothing_is_short_only_long_idleness_is_worth_a_word() -> None:
    """A model that answered a minute ago is left alone, one that nobody asks for an hour is not."""
    hour = InMemory(ModelRef("local", "b"), 2_000_000_000, idle_s=3600)
    (told,) = suggestions((), loaded=[QWEN, hour], home=HOME, now=NOW)
    assert told.what == "Unload local:b, which nobody has asked for 60 min: frees 2.0 GB."


@pytest.mark.parametrize(
    "model",
    [
        InMemory(ModelRef("local", "busy"), 10**9, idle_s=None),
        InMemory(ModelRef("local", "pinned"), 10**9, idle_s=900, is_pinned=True),
        InMemory(ModelRef("local", "unknown"), None, idle_s=900),
        InMemory(ModelRef("local", "tiny"), 10**6, idle_s=900),
        InMemory(ModelRef("local", "short"), None, idle_s=None, context_tokens=2048, shorter_saves_bytes=10**9),
    ],
)
def test_what_must_stay_or_gains_nothing_is_not_named(model: InMemory) -> None:
    """Models that answer or are pinned, gains that are unknown or small, contexts that are short already."""
    assert suggestions({"memory"}, loaded=[model], home=HOME, now=NOW) == ()


def test_unused_weights_are_named_and_the_home_may_move() -> None:
    """Weights of the last days, pinned ones and those that the settings name stay."""
    stored = [OLD, OnDisk("new", 10**9, NOW), OnDisk("kept", 10**9, None, is_pinned=True), OnDisk("never", 10**9, None)]
    stored.append(OnDisk("set", 10**9, None, is_in_settings=True))
    assert [(each.gain_bytes, each.do) for each in suggestions({"disk"}, stored=stored, home=HOME, now=NOW)] == [
        (8_400_000_000, "mv '/srv/segue home' NEW && export SEGUE_HOME=NEW"),
        (4_400_000_000, "segue models rm mistral"),
        (1_000_000_000, "segue models rm never"),
    ]
    (told, _) = suggestions((), stored=stored, home=HOME, now=NOW)
    assert told.what == "Remove the stored weights of mistral, not used for 45 days: frees 4.4 GB."

"""What `model` means in a request."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.catalog.names import KnownNames, Wanted, known_names
from segue.config.settings import RouteSettings
from segue.domain.models import ModelRef, TaskType
from segue.errors import ModelNotFound

BIG = ModelRef("openrouter", "meta/llama-3.3-70b:free")
SMALL = ModelRef("ollama", "llama3:8b")
LOCAL = ModelRef("local", "smollm2")
TWIN = ModelRef("other", "smollm2")

NAMES = known_names(
    (BIG, SMALL, LOCAL, TWIN),
    ("openrouter", "ollama", "local", "other"),
    routes={
        "story": RouteSettings(models=(str(BIG), str(LOCAL))),
        "open": RouteSettings(models=(str(LOCAL),), then_auto=True),
    },
    fallbacks={str(BIG): (str(SMALL), str(LOCAL))},
)


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("auto", Wanted()),
        ("auto:world_building", Wanted(task=TaskType.WORLD_BUILDING)),
        ("story", Wanted((BIG, LOCAL), only_first=True, route="story")),
        ("open", Wanted((LOCAL,), only_first=False, route="open")),
        ("openrouter:meta/llama-3.3-70b:free", Wanted((BIG, SMALL, LOCAL))),
        ("meta/llama-3.3-70b:free", Wanted((BIG, SMALL, LOCAL))),
        ("ollama:llama3:8b", Wanted((SMALL,))),
        ("llama3:8b", Wanted((SMALL,))),
    ],
)
def test_a_name_stands_for_what_the_rules_say(name: str, wanted: Wanted) -> None:
    """`auto`, a task, a route, a model of a provider, or a name that only one model has."""
    assert NAMES.resolve(name) == wanted


@pytest.mark.parametrize(("name", "first"), [("story", (BIG, LOCAL)), ("open", (LOCAL,)), (str(BIG), (BIG,))])
def test_strict_allows_what_was_asked_for_and_no_other(name: str, first: tuple[ModelRef, ...]) -> None:
    """A strict request is answered by the named model, or one of the named route, or by nobody."""
    wanted = NAMES.resolve(name, strict=True)

    assert (wanted.first, wanted.only_first) == (first, True)


def test_a_name_that_several_providers_have_is_refused_with_the_candidates() -> None:
    """A bare name that could mean two models names both instead of picking one."""
    with pytest.raises(ModelNotFound, match="Ask for one of: 'local:smollm2', 'other:smollm2'") as caught:
        NAMES.resolve("smollm2")

    assert (caught.value.http_status, caught.value.param) == (404, "model")


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("ollama:llama3:9b", "Did you mean 'ollama:llama3:8b'"),
        ("llama3:9b", "Did you mean 'ollama:llama3:8b'"),
        ("stroy", "Did you mean 'story'"),
        ("auto:worldbuilding", "Did you mean 'auto:world_building'?"),
        ("auto:zzz", "Known tasks: narrative_generation"),
        ("zzzzzz", "segue models list"),
        ("", "segue models list"),
    ],
)
def test_an_unknown_name_is_refused_with_the_likely_one(name: str, suggestion: str) -> None:
    """A misspelt model is a 404 that says what may have been meant."""
    with pytest.raises(ModelNotFound) as caught:
        NAMES.resolve(name)

    assert suggestion in str(caught.value)


def test_a_name_of_a_provider_is_not_looked_for_elsewhere() -> None:
    """`local:…` never goes to another provider that happens to have a model of that name."""
    names = known_names((ModelRef("cloud", "local:tiny"), LOCAL), ("cloud", "local"), routes={}, fallbacks={})

    with pytest.raises(ModelNotFound):
        names.resolve("local:tiny")


def test_a_monstrous_name_is_refused_quickly_and_not_repeated() -> None:
    """A name of megabytes, or with control characters, does not end up in an error message."""
    with pytest.raises(ModelNotFound) as caught:
        NAMES.resolve("a\n\x1b" * 1_000_000)

    assert len(str(caught.value)) < 400
    assert str(caught.value).isprintable()


@given(st.text(max_size=30))
def test_any_name_is_resolved_or_refused(name: str) -> None:
    """There is no text that breaks the rules: it stands for something, or it is a 404."""
    with suppress(ModelNotFound):
        assert isinstance(NAMES.resolve(name), Wanted)


@given(st.builds(ModelRef, st.sampled_from(["p", "q"]), st.text("a/:.-", min_size=1, max_size=8)))
def test_every_model_can_be_asked_for_by_its_full_name(ref: ModelRef) -> None:
    """Names with slashes, colons and dots survive: they are split once, at the first colon."""
    names: KnownNames = known_names((ref,), ("p", "q"), routes={}, fallbacks={})

    assert names.resolve(str(ref)).first == (ref,)

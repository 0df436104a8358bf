"""Names of models on routes and fallback lists are told when nobody answers them."""

import pytest

from segue.catalog.configured import check_named_models
from segue.config.load import Loaded
from segue.config.settings import Settings
from segue.domain.models import ModelRef
from segue.errors import ConfigError

SETTINGS = Settings.model_validate(
    {
        "routes": {"story": {"models": ["stage:tale", "open:anything"]}},
        "fallbacks": {"stage:tale": ["stage:saga"]},
    }
)
TALE, SAGA = ModelRef("stage", "tale"), ModelRef("stage", "saga")


def test_names_that_are_there_pass() -> None:
    """Nothing is said where every name stands for a model, or may come to."""
    check_named_models(Loaded(SETTINGS, None), {"stage": {TALE, SAGA}})


def test_provider_that_may_learn_of_models_is_not_checked() -> None:
    """A name that its provider does not know yet is no mistake."""
    check_named_models(Loaded(SETTINGS, None), {})


def test_every_wrong_name_is_told() -> None:
    """All places are named at once, so that all can be mended at once."""
    with pytest.raises(ConfigError) as caught:
        check_named_models(Loaded(SETTINGS, None), {"stage": {ModelRef("stage", "other")}})
    keys = [error.key for error in (caught.value, *caught.value.others)]
    assert keys == ["routes.story.models.0", "fallbacks.stage:tale", "fallbacks.stage:tale.0"]


@pytest.mark.parametrize(
    ("there", "hint"),
    [
        ({"tale", "sagas"}, "Did you mean 'stage:sagas'?"),
        ({"tale"}, "It has: tale."),
        ({"tale", *(f"x{number}" for number in range(20))}, "See `segue models list`."),
    ],
)
def test_the_nearest_name_is_offered(there: set[str], hint: str) -> None:
    """The hint has what was probably meant, or what there is."""
    with pytest.raises(ConfigError) as caught:
        check_named_models(Loaded(SETTINGS, None), {"stage": {ModelRef("stage", name) for name in there}})
    assert caught.value.hint == hint

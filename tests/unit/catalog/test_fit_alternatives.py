"""What does not fit here is answered with what does: a smaller one of its family, or a place in the cloud (R8.2)."""

from datetime import date

import pytest

from segue.catalog.browsing import catalogue_of
from segue.catalog.fit_alternatives import cloud_alternative, known_siblings, parameters_of
from segue.catalog.identity import Identity, identified
from segue.catalog.places import KnownModel
from segue.config.load import Loaded
from segue.config.settings import Settings
from segue.domain.models import DataPolicy
from segue.machine.admission import Bound
from segue.machine.room import Room

TODAY = date(2026, 6, 1)
GB = 10**9


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[KnownModel, ...]:
    """Every model of the list that ships with Segue."""
    return catalogue_of(Loaded(Settings(), None), tmp_path_factory.mktemp("home")).models()


def identity(name: str) -> Identity:
    found = identified(name, host="local")
    assert found is not None
    return found.identity


@pytest.mark.parametrize(
    ("name", "room_gb", "largest"),
    [
        ("Qwen2.5-32B-Instruct-Q4_K_M.gguf", 16, "qwen/qwen-2.5-14b-instruct"),
        ("Qwen2.5-32B-Instruct-Q4_K_M.gguf", 4, "qwen/qwen-2.5-3b-instruct"),
        ("gemma-3-27b-it-Q4_K_M.gguf", 6, "google/gemma-3-4b-instruct"),
        ("Meta-Llama-3.1-70B-Instruct-Q4_K_M.gguf", 12, "meta-llama/llama-3.1-8b-instruct"),
        ("SmolLM2-1.7B-Instruct-Q4_K_M.gguf", 0.6, "huggingfacetb/smollm-2-360m-instruct"),
    ],
)
def test_largest_smaller_size_of_the_family_that_fits_is_known(name: str, room_gb: float, largest: str) -> None:
    """By its maker's name for it, with what it needs at 4 bits. Covers R8.2."""
    room = Room((Bound("machine", 64 * GB, round(room_gb * GB), "own"),))
    found = list(known_siblings(identity(name), room, below_parameters=27 * GB))
    assert max(found, key=lambda one: one.parameters).name == largest
    assert all(one.needed_bytes <= room_gb * GB and not one.is_here for one in found)


def test_no_sibling_is_named_where_none_fits_or_memory_is_unknown() -> None:
    """Nothing is promised."""
    llama = identity("Meta-Llama-3.1-70B-Instruct-Q4_K_M.gguf")
    for room in (Room((Bound("machine", 64 * GB, GB, "own"),)), Room()):
        assert not list(known_siblings(llama, room, below_parameters=70 * GB))


@pytest.mark.parametrize(
    ("size", "parameters"), [("1.5b", 1_500_000_000), ("135m", 135_000_000), ("30b-a3b", 30 * GB), ("mini", None)]
)
def test_sizes_in_names_are_counts(size: str, parameters: int | None) -> None:
    """Of a mixture of experts the whole counts: all of it lies in memory."""
    assert parameters_of(size) == parameters


def test_same_model_elsewhere_comes_first_with_its_price(known: tuple[KnownModel, ...]) -> None:
    """The same name, paid, of known price. Covers R8.2."""
    found = cloud_alternative(identity("gemma-3-27b-it-Q4_K_M.gguf"), known, context_tokens=8192, today=TODAY)
    assert found is not None
    assert (str(found.ref), found.is_same) == ("openrouter:google/gemma-3-27b-it", True)
    assert found.price.dearest_usd_per_mtok > 0


def test_its_family_stands_in_for_a_model_that_nobody_serves(known: tuple[KnownModel, ...]) -> None:
    """Qwen2.5-14B is not listed, and another Qwen is."""
    found = cloud_alternative(identity("Qwen2.5-14B-Instruct-Q4_K_M.gguf"), known, context_tokens=8192, today=TODAY)
    assert found is not None
    assert found.ref.name.startswith("qwen/")
    assert not found.is_same


def test_what_costs_least_and_does_not_train_stands_in_for_anything(known: tuple[KnownModel, ...]) -> None:
    """Of a model that nobody knows by its name."""
    found = cloud_alternative(None, known, context_tokens=4096, today=TODAY)
    assert found is not None
    assert (found.data_policy, found.price.is_free) == (DataPolicy.NO_TRAINING, False)
    prices = [place.price for model in known for place in model.places if place.card is None and place.price]
    assert (
        found.price.dearest_usd_per_mtok
        <= sorted(price.dearest_usd_per_mtok for price in prices if not price.is_free)[5]
    )


def test_nothing_is_named_where_nothing_is_listed() -> None:
    """No list, no alternative."""
    assert cloud_alternative(None, (), context_tokens=4096, today=TODAY) is None

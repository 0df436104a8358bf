"""Where local weights lie: what is in the store is offered, held while it is loaded, and may come later."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import ValidationError

from segue.domain.chat import ChatRequest, Finished, Message, Role
from segue.domain.models import ModelRef, ModelStatus
from segue.errors import ModelGone, WeightsError
from segue.events import Event, Teller
from segue.machine.stored_models import MANIFEST, Manifest, StoredFile, encode
from segue.machine.weight_store import WeightStore
from segue.machine.weights import DEMONSTRATION
from segue.providers.contract import ProviderContext
from segue.providers.local.adapter import LocalModelAdapter
from segue.providers.local.options import LocalModel, LocalOptions
from segue.providers.local.places import LOOK_AGAIN_S, Places

pytestmark = pytest.mark.gguf
HELLO = ChatRequest((Message(Role.USER, "Hello"),), max_tokens=2)


class Deaf(Teller):
    """Hears nothing."""

    def tell(self, event: Event) -> None:  # type: ignore[explicit-override]
        pass


@pytest.fixture
def weights(demonstration_home: Path) -> Path:
    """A real file."""
    return DEMONSTRATION.path_in(demonstration_home)


def store(home: Path, name: str, file: Path, *, revision: str = "a1", size_bytes: int | None = None) -> Path:
    """Keep a revision of a model, as a fetch would; the folder that it is in."""
    folder = home / "models" / name / revision
    folder.mkdir(parents=True)
    (folder / "model.gguf").symlink_to(file)
    files = (StoredFile("model.gguf", size_bytes or file.stat().st_size, "00"),)
    at = datetime.now(UTC)
    manifest = Manifest(name, "file", str(file), revision, "gguf", "model.gguf", files, at)
    (folder / MANIFEST).write_bytes(encode(manifest))
    return folder


def adapter_of(home: Path, **models: object) -> LocalModelAdapter:
    """The provider with this home."""
    context = ProviderContext(name="local", home=home, teller=Deaf())
    return LocalModelAdapter(LocalOptions.model_validate({"models": models}), context)


async def test_stored_model_is_offered_answers_and_is_held_while_it_is_loaded(tmp_path: Path, weights: Path) -> None:
    """What was pulled answers by its name without any setting, by name alone, and cannot be removed meanwhile."""
    store(tmp_path, "tale-q4", weights)
    async with adapter_of(tmp_path) as adapter:
        card = next(card for card in adapter.cards() if card.ref.name == "tale-q4")
        async with adapter.answer(HELLO, "tale-q4") as pieces:
            answer = [piece async for piece in pieces]
        kept = WeightStore(tmp_path)
        found = kept.find("tale-q4")
        assert found is not None
        with pytest.raises(WeightsError, match="loaded"):
            kept.remove(found)
        await adapter.unload("tale-q4")
        assert not kept.is_held(found)
    assert (card.in_auto, card.is_demonstration, card.size_bytes) == (False, False, weights.stat().st_size)
    assert isinstance(answer[-1], Finished)
    assert found.last_used_at is not None


async def test_weights_are_named_by_settings_and_looked_at_before_a_load(tmp_path: Path, weights: Path) -> None:
    """A name of the settings' own stands for stored weights; files of another size are not loaded."""
    store(tmp_path, "tale-q4", weights, size_bytes=7)
    async with adapter_of(tmp_path, tale={"weights": "tale-q4"}) as adapter:
        names = [card.ref.name for card in adapter.cards()]
        with pytest.raises(ModelGone, match=r"model\.gguf"):
            await adapter.ensure_loaded("tale")
    assert names == ["smollm2", "tale"]


async def test_file_of_the_store_that_settings_name_by_its_path_is_the_stored_model(
    tmp_path: Path, weights: Path
) -> None:
    """It is not offered twice, its use counts, and it is held like what is named by its name."""
    folder = store(tmp_path, "tale-q4", weights)
    model, kept = LocalModel(path=folder / "model.gguf"), WeightStore(tmp_path)
    async with adapter_of(tmp_path, tale={"path": str(folder / "model.gguf")}) as adapter:
        assert [card.ref.name for card in adapter.cards()] == ["smollm2", "tale"]
    with Places(tmp_path).in_use(model, ModelRef("local", "tale")):
        found = kept.find("tale-q4")
        assert found is not None
        assert (kept.is_held(found), found.last_used_at is not None) == (True, True)


async def test_weights_that_are_damaged_are_missing_until_they_are_mended(tmp_path: Path, weights: Path) -> None:
    """They are not listed as what could be loaded; what is in memory already goes on answering."""
    store(tmp_path, "tale-q4", weights, size_bytes=7)
    async with adapter_of(tmp_path) as adapter:
        card = next(card for card in adapter.cards() if card.ref.name == "tale-q4")
    assert card.status is ModelStatus.MISSING
    assert "segue models verify tale-q4 --repair" in (card.missing or "")


async def test_weights_that_are_not_stored_say_how_to_get_them(tmp_path: Path) -> None:
    """A name that nothing is stored under is missing, with the command that fetches it."""
    async with adapter_of(tmp_path, tale={"weights": "tale-q4"}) as adapter:
        card = adapter.cards()[1]
    assert (card.status, "segue models pull" in (card.missing or "")) == (ModelStatus.MISSING, True)


def test_store_is_looked_at_again_after_a_moment(tmp_path: Path, weights: Path) -> None:
    """What is pulled while a gateway runs is there seconds later, and a newer revision takes the older one's place."""
    now_s = 0.0
    places = Places(tmp_path, now_s=lambda: now_s)
    model = LocalModel(weights="tale-q4")
    assert places.missing(model)
    folder = store(tmp_path, "tale-q4", weights)
    assert places.missing(model)
    now_s += LOOK_AGAIN_S
    assert (places.missing(model), places.path(model)) == (None, folder / "model.gguf")
    newer = store(tmp_path, "tale-q4", weights, revision="b2")
    now_s += LOOK_AGAIN_S
    assert places.path(model) == newer / "model.gguf"


async def test_store_that_cannot_be_read_stops_nothing_and_is_told(tmp_path: Path, weights: Path) -> None:
    """What was known of it is gone on with, no other provider's turn is lost, and health says what to do."""
    now_s = 0.0
    folder, models = store(tmp_path, "tale-q4", weights), tmp_path / "models"
    places = Places(tmp_path, now_s=lambda: now_s)
    model = LocalModel(weights="tale-q4")
    assert places.missing(model) is None
    async with adapter_of(tmp_path) as adapter:
        adapter._places = places
        with places.in_use(model, ModelRef("local", "tale-q4")):
            models.rename(tmp_path / "aside")
            models.symlink_to("models")
            now_s += LOOK_AGAIN_S
            cards, health = adapter.cards(), adapter.health()
            assert (list(places.stored()), places.missing(model)) == (["tale-q4"], None)
        assert "symbolic links" in (places.missing(model) or "")
        assert (health.is_usable, health.is_impaired, "leads to itself" in health.detail) == (True, True, True)
        models.unlink()
        (tmp_path / "aside").rename(models)
        now_s += LOOK_AGAIN_S
        assert (places.path(model), places.unread) == (folder / "model.gguf", None)
    assert [card.ref.name for card in cards] == ["smollm2", "tale-q4"]


def test_store_that_was_never_read_says_why(tmp_path: Path) -> None:
    """Not that nothing is stored: that is not known."""
    (tmp_path / "models").symlink_to("models")
    assert "leads to itself" in (Places(tmp_path).missing(LocalModel(weights="tale-q4")) or "")


def test_path_and_weights_at_once_are_refused() -> None:
    """Which file is meant has to be said once."""
    with pytest.raises(ValidationError, match="one of them says which"):
        LocalOptions.model_validate({"models": {"tale": {"path": "x.gguf", "weights": "tale-q4"}}})

"""What to take in place of a free model, and what is said of it: over the recorded list."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from segue.catalog.alternatives import alternatives, risks
from segue.domain.listing import FreeQuota, Listing
from segue.domain.models import DataPolicy, ModelCard, ModelRef, ModelStatus, ProviderType
from segue.providers.openrouter.shelf import Shelf

TODAY = date(2026, 5, 12)
LISTING: Listing = Shelf(Path("nowhere"), "or", DataPolicy.NO_TRAINING).listing()
FREE = [model for model in LISTING.models if model.is_free]
QUOTA = FreeQuota(20, 50, 0, 12, TODAY, date(2026, 10, 17), "a rule")


def here(name: str, kind: ProviderType = ProviderType.LOCAL, **fields: object) -> ModelCard:
    return ModelCard(ModelRef("local", name), kind, data_policy=DataPolicy.LOCAL, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("model", FREE, ids=lambda model: str(model.ref))
def test_nearest_paid_model_can_do_what_the_free_one_does(model: object) -> None:
    """It costs something, is not withdrawn, takes and gives as much; the same model where that is sold. Covers R3.4."""
    free = next(one for one in FREE if one is model)
    paid = alternatives(free, LISTING, (), today=TODAY).paid
    if paid is None:
        assert {"audio", "text"} <= free.writes
        return
    sold = LISTING.find(free.ref.name.removesuffix(":free"))

    assert paid.is_free is False
    assert not paid.is_withdrawn(TODAY)
    if sold is not None and sold is not free:
        assert paid is sold
    else:
        assert free.reads <= paid.reads
        assert free.writes <= paid.writes
        assert ("tools" in free.parameters) <= ("tools" in paid.parameters)
        assert (paid.context_tokens or 0) >= (free.context_tokens or 0)


def test_local_one_is_that_which_could_answer_soonest() -> None:
    """A model that is here and ready stands before one that has to be loaded, and any before a demonstration."""
    ready = here("ready", is_demonstration=True)
    loadable = here("loadable", status=ModelStatus.LOADABLE)
    withdrawn = here("withdrawn", status=ModelStatus.WITHDRAWN)
    written = here("written", ProviderType.SCRIPTED)
    elsewhere = ModelCard(ModelRef("far", "one"), ProviderType.CUSTOM_API)

    def local(*cards: ModelCard) -> ModelCard | None:
        return alternatives(FREE[0], LISTING, cards, today=TODAY).local

    assert local(written, elsewhere, withdrawn, ready, loadable) is loadable
    assert local(written, ready) is ready
    assert local(written, elsewhere, withdrawn) is None


def test_risks_are_told_of_free_models_alone() -> None:
    """Limits with what is left, what is done with the words, and withdrawal with its day. Covers R3.4."""
    limits, retention, withdrawal = risks(FREE[0], QUOTA)

    assert "20 times a minute and 50 times a day (a rule; 38 left today)" in limits
    assert "train" in retention
    assert "withdrawn" in withdrawal
    assert risks(next(model for model in LISTING.models if model.is_free is False), QUOTA) == ()
    assert risks(next(model for model in LISTING.models if model.is_free is None), QUOTA) == ()
    assert "20" not in risks(FREE[0], None)[0]

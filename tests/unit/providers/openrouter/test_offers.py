"""Who serves a model, read: what is missing or of another kind is unknown, and spoils nothing."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from segue.domain.listing import Offer
from segue.providers.openrouter.models import NoListError
from segue.providers.openrouter.offers import read_offers, tags_keeping_nothing

TODAY = date(2026, 5, 13)


def body(*endpoints: object) -> bytes:
    return msgspec.json.encode({"data": {"endpoints": endpoints}})


def test_what_is_not_told_is_unknown() -> None:
    """Nobody is free, roomy or silent because the host left something out."""
    odd = {"tag": "b", "context_length": "many", "uptime_last_1d": True, "pricing": {"prompt": "-1"}}

    assert read_offers(body({"tag": "a"}, odd, {"no": "tag"}, 7), None, as_of=TODAY) == (
        Offer("a", "a"),
        Offer("b", "b"),
    )


def test_who_keeps_nothing_is_known_by_model_and_tag() -> None:
    """Somebody who keeps nothing for another model may keep it for this one."""
    told = msgspec.json.encode({"data": [{"tag": "a", "model_id": "m/one"}, {"tag": "b", "model_id": "m/two"}]})
    keeping_nothing = tags_keeping_nothing(told, frozenset({"m/one"}))

    found = read_offers(body({"tag": "a"}, {"tag": "b"}), keeping_nothing, as_of=TODAY)
    assert [offer.keeps_nothing for offer in found] == [True, False]


@pytest.mark.parametrize("bad", [b"", b"{", b"[]", b'{"data":{}}', b'{"data":{"endpoints":5}}'])
def test_what_is_no_list_of_offers_is_refused(bad: bytes) -> None:
    """An answer of somebody else is not an empty one."""
    with pytest.raises(NoListError):
        read_offers(bad, None, as_of=TODAY)

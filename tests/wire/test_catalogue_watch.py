"""Lists that are watched while a gateway runs: fetched, compared, kept, and told of, over real HTTP and real files."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import segue
from segue.app import ModelManager
from segue.catalog.change_book import MOST_CHANGES, ChangeBook
from segue.catalog.change_message import message_id
from segue.catalog.telling import ChangeTeller
from segue.catalog.watch import CatalogueWatch, watched
from segue.config.settings import Settings
from segue.domain.listing import Listing, ListSource
from segue.errors import BadAnswer, ConfigError, StorageError
from segue.storage.memory import MemoryCache
from tests.support.openrouter import KEY, OpenRouter, refuses
from tests.support.openrouter_adapter import FREE, PAID, adapter, ask
from tests.support.receiver import BROKEN, SECRET, Receiver

HOST = "openrouter"


def settings(server: OpenRouter, receiver: Receiver | None = None, **options: object) -> Settings:
    raw = {"base_url": server.base_url, "models": {PAID: None}, **options}
    catalogue = {} if receiver is None else {"webhook_url": receiver.url, "webhook_secret": SECRET}
    return Settings.model_validate(
        {
            "providers": {HOST: {"type": "openrouter", "key": KEY, "options": raw}},
            "safety": {"classifier": "off"},
            "catalogue": catalogue,
        }
    )


@asynccontextmanager
async def watching(given: Settings, home: Path) -> AsyncIterator[tuple[ModelManager, CatalogueWatch]]:
    async with (
        segue.open(given, home=home) as models,
        watched(models.catalogue, models.settings, models.cache) as watch,
    ):
        yield models, watch


def entry(server: OpenRouter, name: str) -> dict[str, Any]:
    return next(one for one in server.models if one["id"] == name)


def double(server: OpenRouter, *names: str) -> None:
    for name in names:
        pricing = entry(server, name)["pricing"]
        pricing |= {what: str(Decimal(usd) * 2) for what, usd in pricing.items() if what != "overrides"}


async def test_a_gateway_fetches_an_old_list_and_tells_what_changed_once(
    server: OpenRouter, segue_home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """One line for the list, a warning for the model in use that became dearer; after a restart no word more.

    Covers R6.1.
    """
    server.models = server.models[1:]
    double(server, PAID, FREE.removesuffix(":free"))
    caplog.set_level(logging.INFO, logger="segue.catalog")
    for _ in range(2):
        async with watching(settings(server), segue_home) as (_models, watch):
            await watch.round()
            await watch.round()
    found = ChangeBook(segue_home).changes()

    assert len(server.asked("/models")) == 1
    assert {str(noted.change.model.name) for noted in found} >= {PAID, FREE.removesuffix(":free")}
    said = [(record.levelname, record.getMessage()) for record in caplog.records if "changed" in record.getMessage()]
    assert said == [
        ("INFO", f"The list of models of {HOST} changed: 1 removed, 2 price up. See `segue models changes`."),
        ("WARNING", said[1][1]),
    ]
    assert said[1][1].startswith(f"A model in use changed: {HOST}:{PAID}: price up (input): $")


async def test_a_list_out_of_reach_leaves_the_old_one_and_is_asked_for_later(
    server: OpenRouter, segue_home: Path
) -> None:
    """A round ends well without the host, which is left alone for a while. Covers R3.5."""
    server.list_scene = refuses(500)
    async with watching(settings(server), segue_home) as (models, watch):
        await watch.round()
        await watch.round()
        assert len(models.catalogue.host(HOST).listing().models) == 364

    assert len(server.asked("/models")) == 1


async def test_whoever_fetches_by_command_only_is_obeyed(server: OpenRouter, segue_home: Path) -> None:
    """`catalogue.refresh_h: null` fetches nothing, and a host's own hours are its own business."""
    given = settings(server)
    never = given.model_copy(update={"catalogue": given.catalogue.model_copy(update={"refresh_h": None})})
    for other in (never, settings(server, refresh_h=700)):
        async with watching(other, segue_home) as (_, watch):
            await watch.round()

    assert server.asked("/models") == []


async def test_a_receiver_is_told_until_it_takes_it(server: OpenRouter, segue_home: Path) -> None:
    """The message is signed, is the same with each try, and survives a restart that comes between. Covers R6.1."""
    server.models = server.models[1:]
    double(server, PAID)
    async with Receiver() as receiver:
        receiver.plan[:] = [BROKEN]
        given = settings(server, receiver)
        async with watching(given, segue_home) as (_, watch):
            await watch.round()
            await watch.round()  # too early for another try
        async with watching(given, segue_home) as (_, watch):
            await watch.round()
            await watch.round()

    first, second = receiver.messages
    assert (first.raw, first.id, first.is_signed) == (second.raw, second.id, True)
    assert (first.told["type"], first.told["summary"]) == ("segue.catalogue_changed", "1 removed, 1 price up")
    changes = first.told["changes"]
    assert isinstance(changes, list)
    assert [change["model"] for change in changes if change["is_grave"]] == [change["model"] for change in changes]


async def test_replicas_that_share_a_cache_tell_a_receiver_once(server: OpenRouter, segue_home: Path) -> None:
    """Each has files of its own and finds the same; one of them sends it, and one that died leaves it to the others."""
    server.models = server.models[1:]
    cache = MemoryCache("")
    cache.is_shared = True
    now = datetime(2026, 5, 20, tzinfo=UTC)
    homes = [segue_home / "a", segue_home / "b"]
    for home in homes:
        async with adapter(server, home) as provider:
            book = ChangeBook(home)
            book.note(provider.listing(), now=now)
            book.note(await provider.refresh(), now=now)
    sent: list[bytes] = []

    async def post(body: bytes, _: object) -> tuple[int, bytes]:
        sent.append(body)
        return 204, b""

    async with cache:
        key = f"catalogue:{message_id(ChangeBook(homes[0]).changes())}"
        assert await cache.claim(key, b"one that died", ttl_s=60)
        waiting = ChangeTeller(ChangeBook(homes[0]), in_use=tuple, post=post, secret=SECRET, cache=cache)
        await waiting.tell()
        assert sent == []
        await cache.remove(key)  # as its time ends
        for home in homes:
            book = ChangeBook(home)
            await ChangeTeller(book, in_use=tuple, post=post, secret=SECRET, cache=cache).tell()
            assert book.untold("webhook") == ()

    assert len(sent) == 1


async def test_a_receiver_that_comes_later_hears_of_what_is_new_then(server: OpenRouter, segue_home: Path) -> None:
    """Whoever sets a webhook is not flooded with the past."""
    server.models = server.models[1:]
    async with watching(settings(server), segue_home) as (_, watch):
        await watch.round()
    async with Receiver() as receiver, watching(settings(server, receiver), segue_home) as (_, watch):
        await watch.round()

    assert receiver.messages == []


async def test_a_receiver_needs_a_secret(server: OpenRouter, segue_home: Path) -> None:
    """Without one its messages could be anybody's."""
    given = Settings.model_validate({"catalogue": {"webhook_url": "https://desk.example.org/list"}})
    with pytest.raises(ConfigError, match="needs a secret"):
        async with watching(given, segue_home):
            pass


async def test_a_list_that_shrank_by_half_is_taken_when_it_comes_twice(server: OpenRouter, segue_home: Path) -> None:
    """A broken answer does not make half the models look gone; a real cut is believed at its second sight."""
    whole = list(server.models)
    async with adapter(server, segue_home) as provider:
        await provider.refresh()
        for half in (whole[:100], whole[264:]):  # two that have nothing in common confirm nothing
            server.models = half
            with pytest.raises(BadAnswer, match=r"Its list shrank: 100 models, and 364 before"):
                await provider.refresh()
            assert len(provider.listing().models) == 364
        taken = await provider.refresh()

    assert (len(taken.models), taken.source) == (100, ListSource.KEPT)


async def test_a_good_list_between_two_short_ones_ends_the_doubt(server: OpenRouter, segue_home: Path) -> None:
    """Twice means twice in a row."""
    whole = list(server.models)
    async with adapter(server, segue_home) as provider:
        await provider.refresh()
        for models, is_short in ((whole[:9], True), (whole, False), (whole[:9], True)):
            server.models = models
            if is_short:
                with pytest.raises(BadAnswer, match="shrank"):
                    await provider.refresh()
            else:
                await provider.refresh()


async def test_a_model_that_is_gone_as_its_host_said_is_a_change(server: OpenRouter, segue_home: Path) -> None:
    """It is noted once, also by a process that did not ask it; a newer list with it in says that it is back."""
    server.scenes[PAID] = refuses(404, metadata={"error_type": "model_deprecated"})
    book, now = ChangeBook(segue_home), datetime(2026, 5, 20, tzinfo=UTC)
    async with adapter(server, segue_home) as asks, adapter(server, segue_home) as looks:
        book.note(asks.listing(), now=now)
        with pytest.raises(segue.ProviderError):
            await ask(asks, PAID)
        gone = book.note(asks.listing(), now=now)
        assert book.note(looks.listing(), now=now) == ()
        back = book.note(await looks.refresh(), now=now)

    assert [str(noted.change.model.name) for noted in (*gone, *back)] == [PAID, PAID]
    assert gone[0].change.after is not None
    assert (gone[0].change.after.is_gone, back[0].change.before == gone[0].change.after) == (True, True)


def short_list(listing: Listing, count: int, *, days: int) -> Listing:
    return replace(listing, models=listing.models[:count], as_of=listing.as_of + timedelta(days=days))


async def test_an_older_list_says_nothing_and_the_file_is_bounded(server: OpenRouter, segue_home: Path) -> None:
    """A process that looks rarely does not turn news back; of many changes the newest are kept."""
    book, now = ChangeBook(segue_home), datetime(2026, 5, 20, tzinfo=UTC)
    async with adapter(server, segue_home) as provider:
        whole = provider.listing()
    book.note(whole, now=now)
    book.note(short_list(whole, 3, days=2), now=now)
    assert book.note(short_list(whole, 9, days=1), now=now) == ()
    for day in range(3, 10):
        book.note(short_list(whole, 364 if day % 2 else 3, days=day), now=now)

    kept = book.changes()
    assert (len(kept), kept[-1].number) == (MOST_CHANGES, 361 * 8)


async def test_processes_that_share_a_folder_note_each_change_once(server: OpenRouter, segue_home: Path) -> None:
    """Eight at a time find the same, and one of them writes it down."""
    async with adapter(server, segue_home) as provider:
        whole = provider.listing()
    books, now = [ChangeBook(segue_home) for _ in range(8)], datetime(2026, 5, 20, tzinfo=UTC)
    books[0].note(whole, now=now)
    later = short_list(whole, 360, days=1)
    found = await asyncio.gather(*(asyncio.to_thread(book.note, later, now=now) for book in books))

    assert sorted(len(noted) for noted in found) == [0] * 7 + [4]
    assert [noted.number for noted in books[0].changes()] == [1, 2, 3, 4]


def test_a_folder_that_cannot_be_written_is_an_error_with_the_way_out(segue_home: Path) -> None:
    """And nothing is told of as kept that was not."""
    (segue_home / "catalogue").write_text("in the way")
    listing = Listing("p", (), ListSource.KEPT, datetime(2026, 5, 20, tzinfo=UTC))
    with pytest.raises(StorageError, match="could not be kept"):
        ChangeBook(segue_home).note(listing, now=listing.as_of)


def test_a_file_that_cannot_be_read_for_now_is_not_written_over(
    segue_home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A moment without open files, say, does not cost what was noted: looking shows nothing, noting is an error."""
    book = ChangeBook(segue_home)
    book.tell("log", upto=3)
    path = segue_home / "catalogue" / "changes.json"
    path.rename(path.with_name("kept"))
    path.symlink_to(path.name)  # leads to itself, and cannot be opened
    with pytest.raises(StorageError, match="symbolic"):
        book.tell("log", upto=4)
    assert path.is_symlink()
    assert book.changes() == ()
    assert "could not be kept" in caplog.text


async def test_a_gateway_warns_once_of_a_model_in_use_that_ends(
    server: OpenRouter, segue_home: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """With its day and what to take; again only when the day is another one. Covers R6.4."""
    caplog.set_level(logging.WARNING, logger="segue.catalog")
    today = datetime.now(UTC).date()
    for days in (20, 20, 10, 40):
        entry(server, PAID)["expiration_date"] = (today + timedelta(days=days)).isoformat()
        async with watching(settings(server), segue_home) as (models, watch):
            await models.catalogue.refresh()
            await watch.round()
    said = [record.getMessage() for record in caplog.records if "in use ends" in record.getMessage()]

    ends = [today + timedelta(days=days) for days in (20, 10)]
    assert [line.partition(". ")[0] for line in said] == [
        f"A model in use ends: {HOST}:{PAID}: ends {day}: its host's list says so" for day in ends
    ]
    assert all(f"Take {HOST}:deepseek/" in line for line in said)

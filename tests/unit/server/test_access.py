"""Who may come in, and what those who may not are told."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest

from segue.config.settings import ServerSettings
from segue.domain.callers import LOOPBACK_CALLER, Caller, CallerRole, hash_key
from segue.errors import NotAllowed, NotAuthenticated, StorageError
from segue.server.access import CHATS, OPERATES, Door, host_name
from segue.server.keys import LOOKUP_S, CallerKeys
from tests.support.timing import least_s

HOME = {b"host": b"127.0.0.1:8484"}
NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Store:
    """Callers as a journal remembers them; `is_gone` makes it fail, `hangs` makes it silent."""

    def __init__(self, *callers: Caller) -> None:
        self.kept = list(callers)
        self.readings = 0
        self.is_gone = False
        self.hangs = False

    async def callers(self) -> Sequence[Caller]:
        self.readings += 1
        if self.hangs:
            await asyncio.Event().wait()
        if self.is_gone:
            raise StorageError("The store is gone.")
        return tuple(self.kept)


class Clock:
    """Time that stands still until it is moved."""

    def __init__(self) -> None:
        self.now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def caller(key: str, role: CallerRole = CallerRole.CALLER, *, revoked: bool = False) -> Caller:
    return Caller(f"id-{key}", key, role, hash_key(key), NOW, NOW if revoked else None)


@asynccontextmanager
async def kept_fresh(store: Store, clock: Clock) -> AsyncIterator[CallerKeys]:
    """Keys that were read once, long enough ago to be read again, and are read when somebody asks."""
    keys = CallerKeys(store, clock=clock)
    await keys.load()
    clock.now_s += 60
    async with asyncio.TaskGroup() as group:
        refreshing = group.create_task(keys.keep_fresh())
        try:
            yield keys
        finally:
            refreshing.cancel()


async def door(*callers: Caller, **settings: object) -> Door:
    keys = CallerKeys(Store(*callers))
    await keys.load()
    return Door(ServerSettings.model_validate(settings), keys)


def bearer(key: str, **headers: bytes) -> dict[bytes, bytes]:
    return {**HOME, b"authorization": f"Bearer {key}".encode(), **{k.encode(): v for k, v in headers.items()}}


async def test_caller_on_this_machine_without_key_is_admitted_as_operator() -> None:
    """On my own machine I need no key."""
    admitted = await (await door()).admit(HOME, OPERATES)
    assert (admitted.caller_id, admitted.role) == (LOOPBACK_CALLER, CallerRole.OPERATOR)


async def test_key_admits_its_caller_with_its_role() -> None:
    """A key says who asks."""
    admitted = await (await door(caller("segue-a"))).admit(bearer("segue-a"), CHATS)
    assert (admitted.caller_id, admitted.role) == ("id-segue-a", CallerRole.CALLER)


@pytest.mark.parametrize(
    "host",
    [b"evil.example", b"evil.example:8484", b"127.0.0.1.evil.example", b"", b"[", b"0.0.0.0", b"evil.com@localhost",
     b"localhost/evil.com", b"localhost?evil.com", b"localhost#evil.com", b"[::1].evil.com", b"localhost evil.com"],
)  # fmt: skip
async def test_foreign_host_without_key_is_refused(host: bytes) -> None:
    """A web page that points its own name at my machine gets nothing (DNS rebinding)."""
    with pytest.raises(NotAllowed) as refused:
        await (await door()).admit({b"host": host}, CHATS)
    assert refused.value.param == "Host"


@pytest.mark.parametrize(
    "origin", [b"https://evil.example", b"null", b"http://127.0.0.1:3000", b"http://localhost:8484"]
)
async def test_foreign_origin_without_key_is_refused(origin: bytes) -> None:
    """A web page of another origin may not use the gateway on my machine."""
    with pytest.raises(NotAllowed) as refused:
        await (await door()).admit({**HOME, b"origin": origin}, CHATS)
    assert refused.value.param == "Origin"


async def test_own_origin_without_key_is_admitted() -> None:
    """The gateway's own pages may call it."""
    admitted = await (await door()).admit({**HOME, b"origin": b"http://127.0.0.1:8484"}, CHATS)
    assert admitted.caller_id == LOOPBACK_CALLER


@pytest.mark.parametrize(
    "header",
    [b"x-forwarded-for", b"x-forwarded-host", b"x-forwarded-proto", b"forwarded", b"x-real-ip", b"via",
     b"cf-connecting-ip", b"true-client-ip", b"x-client-ip"],
)  # fmt: skip
async def test_request_through_proxy_without_key_is_refused(header: bytes) -> None:
    """Behind a proxy on the same machine everybody would look local: a key is needed."""
    with pytest.raises(NotAuthenticated):
        await (await door()).admit({**HOME, header: b"203.0.113.9"}, CHATS)


@pytest.mark.parametrize("settings", [{"host": "0.0.0.0"}, {"loopback_without_key": False}])
async def test_keyless_caller_is_refused_where_keys_are_required(settings: dict[str, object]) -> None:
    """Beyond loopback, or where it is configured so, everybody needs a key."""
    with pytest.raises(NotAuthenticated):
        await (await door(caller("segue-a"), **settings)).admit(HOME, CHATS)


@pytest.mark.parametrize("key", ["segue-wrong", "sk-anything"])
async def test_unknown_key_is_refused_once_keys_are_in_use(key: str) -> None:
    """A wrong key is told, not taken for none."""
    with pytest.raises(NotAuthenticated):
        await (await door(caller("segue-a"))).admit(bearer(key), CHATS)


async def test_placeholder_key_counts_as_none_while_no_key_exists() -> None:
    """Clients that insist on some key work on my own machine; one that looks like ours has to be right."""
    without_keys = await door()
    assert (await without_keys.admit(bearer("sk-anything"), CHATS)).caller_id == LOOPBACK_CALLER
    with pytest.raises(NotAuthenticated):
        await without_keys.admit(bearer("segue-made-up"), CHATS)


@pytest.mark.parametrize("value", [b"Basic abc", b"Bearer", b"Bearer  ", b"segue-a"])
async def test_authorization_of_another_kind_is_refused(value: bytes) -> None:
    """Only `Bearer KEY` is understood."""
    with pytest.raises(NotAuthenticated):
        await (await door(caller("segue-a"))).admit({**HOME, b"authorization": value}, CHATS)


async def test_revoked_key_is_refused() -> None:
    """A key that was taken back opens nothing."""
    with pytest.raises(NotAuthenticated):
        await (await door(caller("segue-a", revoked=True))).admit(bearer("segue-a"), CHATS)


async def test_who_has_no_key_is_not_told_of_a_key() -> None:
    """Somebody at this machine who needs a clinician's key is told that they came without one."""
    with pytest.raises(NotAllowed, match="without a key has the role operator"):
        await (await door()).admit(HOME, frozenset({CallerRole.CLINICIAN}))


@pytest.mark.parametrize("role", [CallerRole.CALLER, CallerRole.CLINICIAN])
async def test_metrics_are_refused_to_all_but_operators(role: CallerRole) -> None:
    """A caller's key does not show an operator's figures."""
    with pytest.raises(NotAllowed):
        await (await door(caller("segue-a", role))).admit(bearer("segue-a"), OPERATES)


async def test_key_with_unlisted_host_is_refused_only_where_hosts_are_listed() -> None:
    """`server.allowed_hosts` binds callers with a key as well."""
    elsewhere = bearer("segue-a", host=b"segue.example.org")
    for rules in ({}, {"allowed_hosts": ["segue.example.org"]}):
        assert (await (await door(caller("segue-a"), **rules)).admit(elsewhere, CHATS)).caller_id == "id-segue-a"
    with pytest.raises(NotAllowed):
        await (await door(caller("segue-a"), allowed_hosts=["other.example.org"])).admit(elsewhere, CHATS)


async def test_new_key_is_found_without_waiting_for_the_next_refresh() -> None:
    """A key works as soon as it was made."""
    store = Store()
    async with kept_fresh(store, Clock()) as keys:
        store.kept.append(caller("segue-new"))
        found = await keys.find("segue-new")
    assert found is not None
    assert found.name == "segue-new"


async def test_many_unknown_keys_do_not_load_the_store() -> None:
    """Guessing keys reads the store a few times a second at most."""
    store = Store()
    keys = CallerKeys(store, clock=Clock())
    await keys.load()
    assert [await keys.find(f"segue-{n}") for n in range(50)] == [None] * 50
    assert store.readings == 1


async def test_known_keys_stay_valid_while_the_store_is_gone() -> None:
    """A store that fails does not lock callers out."""
    store = Store(caller("segue-a"))
    async with kept_fresh(store, Clock()) as keys:
        store.is_gone = True
        assert await keys.find("segue-a")
        with pytest.raises(StorageError, match="The store is gone"):
            await keys.find("segue-b")


async def test_store_that_failed_is_not_asked_again_for_each_request() -> None:
    """Callers with keys that nobody knows do not queue up before a store that fails."""
    store = Store()
    async with kept_fresh(store, Clock()) as keys:
        store.is_gone = True
        for number in range(5):
            with pytest.raises(StorageError):
                await keys.find(f"segue-{number}")
    assert store.readings == 2


async def test_store_that_is_silent_holds_nobody_up() -> None:
    """All who ask a silent store at once are told within the time of one look-up."""

    async def ask() -> None:
        store = Store()
        async with kept_fresh(store, Clock()) as keys:
            store.hangs = True
            answers = [asyncio.create_task(keys.find(f"segue-{number}")) for number in range(5)]
            await asyncio.wait(answers)
        assert [type(answer.exception()) for answer in answers] == [StorageError] * 5

    assert await least_s(ask, enough_s=4 * LOOKUP_S) < 4 * LOOKUP_S


async def test_placeholder_key_needs_no_store() -> None:
    """On my own machine a client with some key is answered even while the store is silent."""
    store = Store()
    async with kept_fresh(store, Clock()) as keys:
        store.hangs = True
        admitted = await Door(ServerSettings(), keys).admit(bearer("sk-anything"), CHATS)
    assert (admitted.caller_id, store.readings) == (LOOPBACK_CALLER, 1)


@pytest.mark.parametrize(
    ("host", "name"),
    [("LOCALHOST:80", "localhost"), ("[::1]:8484", "::1"), ("127.0.0.1", "127.0.0.1"), ("a.b.", "a.b"), ("[", "")],
)
def test_host_header_is_read_without_its_port(host: str, name: str) -> None:
    """Names are compared without port and case."""
    assert host_name(host) == name

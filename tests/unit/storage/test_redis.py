"""The cache in Redis: what it leaves there, what its failures mean, and what is never shown of its address."""

import asyncio
import errno
import socket
import sys
import traceback

import pytest
import redis.exceptions

from segue.errors import ConfigError, PartMissing, StorageError, UnfitRecord
from segue.storage.caches import open_cache
from segue.storage.redis import RedisCache
from segue.storage.redis_faults import failures, redis_error
from segue.storage.redis_link import IDLE_S
from tests.support.fixtures import redis as server
from tests.support.fixtures import running_redis
from tests.support.ports import free_port
from tests.support.redis_server import RedisServer

__all__ = ["running_redis", "server"]

NOW_S = 1_764_000_000.0
SECRET = "planted-pass"
VALUE = b"planted-value"
MEANINGS = {
    "AskError": "part of a cluster",
    "AuthenticationError": "did not accept the user or the password",
    "AuthenticationWrongNumberOfArgsError": "did not accept the user or the password",
    "AuthorizationError": "may not do this",
    "BusyLoadingError": "still reading its data",
    "ChildDeadlockedError": "could not be made, or broke",
    "ClusterCrossSlotError": "part of a cluster",
    "ClusterDownError": "part of a cluster",
    "ClusterError": "part of a cluster",
    "ConnectionError": "could not be made, or broke",
    "CrossSlotTransactionError": "part of a cluster",
    "DataError": "a value that it cannot keep",
    "ExecAbortError": "refused a command",
    "ExternalAuthProviderError": "did not accept the user or the password",
    "IncorrectPolicyType": "part of a cluster",
    "InvalidPipelineStack": "part of a cluster",
    "InvalidResponse": "does not speak as Redis does",
    "LockError": "refused a command",
    "LockNotOwnedError": "refused a command",
    "MasterDownError": "may only be read",
    "MaxConnectionsError": "could not be made, or broke",
    "ModuleError": "refused a command",
    "MovedError": "part of a cluster",
    "NoPermissionError": "may not do this",
    "NoScriptError": "refused a command",
    "NoSuchFieldsetError": "refused a command",
    "OutOfMemoryError": "its memory is full",
    "PubSubError": "refused a command",
    "ReadOnlyError": "may only be read",
    "RedisClusterException": "part of a cluster",
    "RedisError": "refused a command",
    "ResponseError": "refused a command",
    "SlotNotCoveredError": "part of a cluster",
    "TimeoutError": "did not answer in time",
    "TryAgainError": "part of a cluster",
    "WatchError": "refused a command",
}
"""What each error of the library means; one that it gets anew needs a line here, and a look at the code's table."""
CLASSES = [kind for kind in vars(redis.exceptions).values() if isinstance(kind, type)]
RAISED = [kind for kind in CLASSES if issubclass(kind, Exception)]
THROUGH = [
    (ConnectionRefusedError(errno.ECONNREFUSED, "x"), "nothing listens there"),
    (FileNotFoundError(errno.ENOENT, "x"), "is not there"),
    (PermissionError(errno.EACCES, "x"), "access was denied"),
    (socket.gaierror(-2, "x"), "no host has that name"),
    (ConnectionResetError(errno.ECONNRESET, "x"), "could not be made, or broke"),
    (TimeoutError(), "did not answer in time"),
    (asyncio.IncompleteReadError(b"", 1), "could not be made, or broke"),
    (asyncio.LimitOverrunError("x", 1), "does not speak as Redis does"),
    (RuntimeError("unable to perform operation on <TCPTransport closed=True>"), "could not be made, or broke"),
    (ValueError("list"), "does not speak as Redis does"),
    (UnicodeEncodeError("utf-8", "\ud800", 0, 1, "x"), "a value that it cannot keep"),
]


@pytest.mark.parametrize("kind", RAISED, ids=lambda kind: kind.__name__)
def test_every_error_of_the_library_has_a_meaning(kind: type[Exception]) -> None:
    """Whatever redis-py raises is a StorageError that says what to do, and shows nothing of what the server said."""
    error = kind("7 planted:1")  # those of a cluster take a slot and an address

    said = redis_error(error, where="redis://here:1/0")

    assert isinstance(error, failures())
    assert MEANINGS[kind.__name__] in str(said)
    assert "redis://here:1/0" in str(said)
    assert "planted" not in str(said)
    assert said.hint or isinstance(said, UnfitRecord)


@pytest.mark.parametrize(("error", "meaning"), THROUGH, ids=lambda value: type(value).__name__)
def test_every_error_that_the_library_lets_through_has_a_meaning(error: Exception, meaning: str) -> None:
    """What comes from the system, from asyncio or from uvloop is a StorageError too, bare or wrapped."""
    wrapped = redis.exceptions.ConnectionError("x")
    wrapped.__context__ = error

    assert isinstance(error, failures())
    assert meaning in str(redis_error(error, where="x"))
    if isinstance(error, OSError) and not isinstance(error, TimeoutError):
        assert meaning in str(redis_error(wrapped, where="x"))


async def failing(url: str) -> StorageError:
    """What a cache at an address says of its failure."""
    async with RedisCache(url) as cache:
        with pytest.raises(StorageError) as caught:
            await cache.put("k", VALUE, ttl_s=60)
    told = str(caught.value) + "".join(traceback.format_exception(caught.value))
    assert SECRET not in told
    assert VALUE.decode() not in told
    return caught.value


async def test_an_address_where_nothing_listens_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The operator sees where, and what to do, but not the password."""
    port = free_port()
    missing = tmp_path_factory.mktemp("r") / "x.sock"

    error = await failing(f"redis://:{SECRET}@127.0.0.1:{port}/2")
    assert str(error) == (
        f"The cache redis://127.0.0.1:{port}/2 failed: nothing listens there."
        " Start it, or correct host and port in `cache.url`."
    )
    assert f"unix://{missing} failed: a file" in str(await failing(f"unix://:{SECRET}@{missing}"))


async def test_a_wrong_password_is_told(server: RedisServer) -> None:
    """A password that is wrong, or missing, is not mistaken for a server that is away."""
    for secret in (f"somebody:{SECRET}-wrong@", ""):
        error = await failing(f"redis://{secret}127.0.0.1:{server.port}/3")
        assert "did not accept the user or the password" in str(error)


async def test_a_certificate_that_nobody_vouches_for_is_refused(server: RedisServer) -> None:
    """TLS is checked without being asked for it, and the error says how to name an authority."""
    url = server.url("rediss").partition("?")[0]

    assert "?ssl_ca_certs=PATH" in (await failing(url)).hint


async def test_a_replica_is_told(server: RedisServer) -> None:
    """A server that may only be read is no cache."""
    server.say("REPLICAOF", "127.0.0.1", str(free_port()))
    try:
        assert "it may only be read" in str(await failing(server.url()))
    finally:
        server.say("REPLICAOF", "NO", "ONE")


async def test_a_user_who_may_not_do_something_is_told(server: RedisServer) -> None:
    """Access rules of the server that are too narrow are named as such; those that the error names are enough."""
    rights = ("on", f">{SECRET}", "~segue:*", "+select", "+get", "+del")
    server.say("ACL", "SETUSER", "narrow", *rights)
    url = f"redis://narrow:{SECRET}@127.0.0.1:{server.port}/3"
    assert "its user may not do this" in str(await failing(url))

    server.say("ACL", "SETUSER", "narrow", "+set", "+eval", "+@sortedset", "+incrby", "+pttl", "+pexpire", "+persist")
    async with RedisCache(url) as cache:
        await use_all(cache)


async def use_all(cache: RedisCache) -> None:
    """Every kind of call, once."""
    await cache.ping()
    await cache.put("pin:1", b"x", ttl_s=60)
    await cache.claim("probe", b"x", ttl_s=60)
    await cache.add("tries", 1, ttl_s=60)
    await cache.extend("rest", "a", until_s=NOW_S + 60, now_s=NOW_S)
    await cache.extend("rest", "b", until_s=NOW_S + 30, now_s=NOW_S + 1)
    await cache.lift("rest", "b")
    await cache.deadlines("rest", now_s=NOW_S)
    assert await cache.get("pin:1") == b"x"
    await cache.remove("pin:1")


@pytest.mark.parametrize("reply", [b"HTTP/1.1 400 Bad Request\r\n\r\n", b"$3\r\nfoo\r\n", b"*1\r\n:1\r\n", b":x\r\n"])
async def test_something_else_that_listens_there_is_told(reply: bytes) -> None:
    """A port of some other server does not pass for a cache, whatever it answers."""

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while await reader.read(65_536):
            writer.write(reply * 3)
        writer.close()

    listener = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with listener:
        port = listener.sockets[0].getsockname()[1]
        async with RedisCache(f"redis://127.0.0.1:{port}") as cache:
            with pytest.raises(StorageError):
                await cache.add("tries", 1, ttl_s=60)


async def test_all_that_is_left_in_the_server_has_our_name_and_an_end(server: RedisServer) -> None:
    """A server that others use too is not littered: nothing of ours has another name, or stays for ever."""
    async with RedisCache(server.url()) as cache:
        await use_all(cache)

    keys = sorted(server.say("KEYS", "*").decode().split("\r\n")[2::2])
    ends_ms = {key: int(server.say("PTTL", key)[1:]) for key in keys}
    assert keys == ["segue:key:probe", "segue:key:tries", "segue:ping", "segue:until:rest"]
    assert all(0 < left_ms <= 60_000 for left_ms in ends_ms.values()), ends_ms


async def test_a_name_that_is_no_text_is_passed_over(server: RedisServer) -> None:
    """What others put into a group neither hides what is ours nor makes the server look as if it were none."""
    async with RedisCache(server.url()) as cache:
        await cache.extend("rest", "schön", until_s=NOW_S + 60, now_s=NOW_S)
        script = r"return redis.call('ZADD', KEYS[1], '+inf', '\255\254', '+inf', '\237\160\128')"
        assert server.say("EVAL", script, "1", "segue:until:rest") == b":2\r\n"

        assert await cache.deadlines("rest", now_s=NOW_S) == {"schön": NOW_S + 60}


async def test_what_stands_under_a_name_of_ours_and_is_something_else_is_told(server: RedisServer) -> None:
    """The server is well: what is under that name has to go, and an operator learns so."""
    server.say("SET", "segue:until:rest", "x")
    async with RedisCache(server.url()) as cache:
        for call in (
            cache.deadlines("rest", now_s=NOW_S),
            cache.extend("rest", "a", until_s=NOW_S + 60, now_s=NOW_S),
            cache.lift("rest", "a"),
        ):
            with pytest.raises(UnfitRecord, match="remove what stands there"):
                await call


async def test_a_connection_that_lay_idle_is_not_trusted(server: RedisServer) -> None:
    """What stands between may have forgotten a quiet connection without a word: another one is made."""

    def connections() -> int:
        return int(server.say("INFO", "stats").partition(b"total_connections_received:")[2].split()[0])

    async with RedisCache(server.url()) as cache:
        await cache.ping()
        before = connections()
        await cache.ping()
        assert connections() == before + 1, "one is ours, to look"
        cache._link._idle = [(connection, since_s - IDLE_S) for connection, since_s in cache._link._idle]
        await cache.ping()
        assert connections() == before + 3


async def test_a_cache_that_is_not_open_says_so(server: RedisServer) -> None:
    """Using a closed cache is told plainly, and leaves no connection behind."""
    async with RedisCache(server.url()) as cache:
        await cache.ping()

    with pytest.raises(StorageError, match="is not open"):
        await cache.ping()
    assert cache._link._idle == []


@pytest.mark.parametrize(
    "url",
    [
        f"redis://:{SECRET}/word@h:6379/0",
        f"redis://:{SECRET}#word@h:6379/0",
        f"redis://:{SECRET}?word@h:6379/0",
        f"redis://:12/{SECRET}@h:6379/0",
        f"redis://u:12/{SECRET}@h:6379/0",
        f"redis://u:12?{SECRET}@h:6379/0",
        f"redis://u:12#{SECRET}@h:6379/0",
        f"redis://:{SECRET}@h:port/0",
        f"redis://:{SECRET}@h:99999/0",
        f"redis://:{SECRET}@/0",
        f"redis://:{SECRET}@h/zero",
        f"redis://:{SECRET}@h/0?db=zero",
        f"redis://:{SECRET}@h/0?protocol=3",
        f"redis://:{SECRET}@h/0?socket_timeout=1",
        f"redis://:{SECRET}@h/0?ssl_ca_certs=x",
        f"rediss://:{SECRET}@h/0?ssl_cert_reqs=perhaps",
        f"rediss://:{SECRET}@h/0?ssl_ca_certs=/nowhere/{SECRET}",
        f"unix://:{SECRET}@",
        f"unix://:{SECRET}@/run/x.sock?host=h",
        f"redis://[{SECRET}]@h/0",
        f":{SECRET}@h:6379",
        f"h:6379?password={SECRET}",
        f"user:{SECRET}@h:6379/0",
        f"reddis://:{SECRET}@h/0",
    ],
)
def test_an_address_that_is_none_is_told_without_showing_it(url: str) -> None:
    """A slip in the address is an error of the settings, and what it says may be pasted into a ticket."""
    with pytest.raises(ConfigError) as caught:
        open_cache(url, deadline_s=0.05)

    assert caught.value.key == "cache.url"
    assert caught.value.hint
    assert SECRET not in "".join(traceback.format_exception(caught.value))


def test_a_cache_shows_its_place_and_not_its_password() -> None:
    """What a debugger or a log prints of it is safe."""
    places = {
        f"redis://u:{SECRET}@h": "redis://h:6379/0",
        f"rediss://:{SECRET}@[::1]:7000/2": "rediss://[::1]:7000/2",
        f"unix://:{SECRET}@/run/x.sock?db=1": "unix:///run/x.sock",
    }

    assert {url: repr(RedisCache(url)) for url in places} == {url: f"RedisCache('{at}')" for url, at in places.items()}
    assert SECRET not in repr(RedisCache(f"redis://:{SECRET}@h")._link._address)


def test_a_missing_library_is_named_with_the_command_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever configures Redis without the extra learns what to type."""
    monkeypatch.setitem(sys.modules, "redis", None)

    with pytest.raises(PartMissing, match=r"pip install 'segue\[redis\]'"):
        RedisCache("redis://127.0.0.1/0")

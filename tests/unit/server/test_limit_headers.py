"""How limits stand, in the headers that clients of OpenAI read."""

from segue.domain.limits import Figure, Limit, Standing
from segue.domain.scopes import Scope, ScopeKind
from segue.errors import RateLimitExceeded
from segue.server.errors_json import error_headers, error_json
from segue.server.limit_headers import limit_headers

WIDE = Limit(Scope(ScopeKind.GLOBAL), requests=100)
NARROW = Limit(Scope(ScopeKind.CALLER, "a1"), requests=4, tokens=1000, concurrent=2, known_as="game")
STANDINGS = (
    Standing(WIDE, Figure.REQUESTS, 100, 30, 12.0),
    Standing(NARROW, Figure.REQUESTS, 4, 4, 59.2),
    Standing(NARROW, Figure.TOKENS, 1000, 1200, 61.0),
    Standing(NARROW, Figure.CONCURRENT, 2, 1, None),
)


def test_of_several_limits_the_tightest_is_told() -> None:
    """A client that paces itself by the headers meets none of them; nothing is left where more was used."""
    assert dict(limit_headers(STANDINGS)) == {
        b"x-ratelimit-limit-requests": b"4",
        b"x-ratelimit-remaining-requests": b"0",
        b"x-ratelimit-reset-requests": b"59.2s",
        b"x-ratelimit-limit-tokens": b"1000",
        b"x-ratelimit-remaining-tokens": b"0",
        b"x-ratelimit-reset-tokens": b"1m1s",
    }
    assert not list(limit_headers(()))


def test_a_refusal_tells_when_to_come_back_in_seconds_and_milliseconds() -> None:
    """Old clients read whole seconds, new ones milliseconds, programs the limits themselves."""
    error = RateLimitExceeded("Too many.", hint="Wait.", standings=STANDINGS, wait_s=1.25)
    headers = dict(error_headers(error))
    assert (headers[b"retry-after"], headers[b"retry-after-ms"]) == (b"2", b"1250")
    told = error_json(error)
    assert (told["code"], told["type"]) == ("rate_limit_exceeded", "rate_limit_error")
    segue = told["segue"]
    assert isinstance(segue, dict)
    assert segue["retry_after_s"] == 1.25
    assert segue["limits"][1] == {
        "scope": "caller",
        "name": "game",
        "what": "requests",
        "limit": 4,
        "used": 4,
        "left": 0,
        "resets_s": 59.2,
    }


def test_what_never_passes_is_not_asked_again() -> None:
    """A request larger than the whole limit has no moment to come back at, and clients are told to leave it."""
    error = RateLimitExceeded("Too large.", hint="Shorten it.", standings=STANDINGS, wait_s=None)
    headers = dict(error_headers(error))
    assert b"retry-after" not in headers
    assert headers[b"x-should-retry"] == b"false"
    assert error_json(error)["segue"]["retryable"] is False  # type: ignore[index] # an object

"""Errors in OpenAI's shape."""

import msgspec
import pytest

from segue.domain.models import ModelRef
from segue.errors import (
    AllModelsFailed,
    LedgerAway,
    ModelNotFound,
    NotAuthenticated,
    RateLimited,
    SegueError,
    Stopping,
    Unreachable,
)
from segue.server.errors_json import error_body, error_headers, retry_after_s
from segue.server.refusals import WrongMethod

A, B = ModelRef("p", "a"), ModelRef("p", "b")


def told(error: SegueError) -> dict[str, object]:
    body = msgspec.json.decode(error_body(error), type=dict[str, dict[str, object]])
    return body["error"]


def test_request_error_names_field_and_kind() -> None:
    """Clients find message, type, param and code where OpenAI has them."""
    error = told(ModelNotFound("There is no model 'x'.", param="model", hint="segue models list"))
    assert (error["type"], error["param"], error["code"]) == ("invalid_request_error", "model", "model_not_found")
    assert error["segue"] == {
        "hint": "segue models list",
        "retryable": False,
        "for_person": "The storyteller that was asked for is not known here.",
    }


def test_all_models_failed_lists_each_attempt_with_its_reason() -> None:
    """When nobody could answer, everybody who was asked is named with the reason."""
    attempts = [
        Unreachable("No connection.", model=A),
        RateLimited("Too many.", model=B, status=429, retry_after_s=2.2),
    ]
    error = AllModelsFailed("All 2 models failed.", attempts)
    assert "p:a: unreachable (No connection);" in str(told(error)["message"])
    segue = told(error)["segue"]
    assert isinstance(segue, dict)
    assert segue["attempts"] == [
        {"model": "p:a", "code": "unreachable", "reason": "No connection.", "status": None},
        {"model": "p:b", "code": "rate_limited", "reason": "Too many.", "status": 429},
    ]
    assert dict(error_headers(error)) == {b"retry-after": b"3"}


def test_one_model_s_failure_names_the_model() -> None:
    """Whoever reads the message alone sees which model it is about."""
    assert told(Unreachable("No connection.", model=A, hint="Look at it."))["message"] == "p:a: No connection."


@pytest.mark.parametrize(
    ("error", "headers"),
    [
        (Stopping("It stops."), {b"retry-after": b"5"}),
        (NotAuthenticated("No."), {b"www-authenticate": b"Bearer"}),
        (WrongMethod("PUT", "GET, HEAD"), {b"allow": b"GET, HEAD"}),
        (SegueError("No."), {}),
    ],
)
def test_headers_say_what_to_do_next(error: SegueError, headers: dict[bytes, bytes]) -> None:
    """When to come back, with what, and how."""
    assert dict(error_headers(error)) == headers


def test_nobody_said_when_to_come_back() -> None:
    """Without a word from a provider there is no Retry-After."""
    assert retry_after_s(AllModelsFailed("All failed.", [Unreachable("No.", model=A)])) is None


def test_where_money_cannot_be_counted_clients_are_told_whether_to_come_back() -> None:
    """Redis may be back in a second; a disk that takes nothing has to be mended first."""
    ref = ModelRef("one", "dear")
    soon = AllModelsFailed("No model answered.", [LedgerAway("Redis is away.", model=ref, retry_after_s=1)])
    never = AllModelsFailed("No model answered.", [LedgerAway("It can be kept nowhere.", model=ref)])

    assert (soon.http_status, dict(error_headers(soon))) == (503, {b"retry-after": b"1"})
    assert (never.http_status, dict(error_headers(never))) == (503, {b"x-should-retry": b"false"})

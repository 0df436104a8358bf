"""A refusal means what its status says; what a provider wrote beside it is never passed on."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.models import ModelRef
from segue.errors import (
    ContentRefused,
    KeyRejected,
    ModelGone,
    OutOfCredit,
    Overloaded,
    PromptTooLong,
    ProviderError,
    ProviderFault,
    RateLimited,
    RequestRefused,
    Silent,
    Unreachable,
)
from segue.providers.openai_errors import error_inside, refusal, retry_after_s

REF = ModelRef("there", "m")
NOW = datetime(2026, 3, 2, 10, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (301, Unreachable),
        (400, RequestRefused),
        (401, KeyRejected),
        (402, OutOfCredit),
        (403, KeyRejected),
        (404, ModelGone),
        (405, ModelGone),
        (408, Silent),
        (409, ProviderFault),
        (410, ModelGone),
        (413, PromptTooLong),
        (422, RequestRefused),
        (429, RateLimited),
        (500, ProviderFault),
        (502, ProviderFault),
        (503, Overloaded),
        (504, Silent),
        (524, Silent),
        (529, Overloaded),
        (599, ProviderFault),
    ],
)
def test_status_decides(status: int, error: type[ProviderError]) -> None:
    """Each status has one meaning, whether its body says something or not."""
    refused = refusal(status, b"", REF, retry_after_s=2.0)

    assert type(refused) is error
    assert (refused.status, refused.retry_after_s, refused.model) == (status, 2.0, REF)


@pytest.mark.parametrize(
    ("status", "told", "error"),
    [
        (500, {"message": "the content policy service", "code": "content_filter"}, ProviderFault),
        (500, {"message": "maximum context length", "code": "context_length_exceeded"}, ProviderFault),
        (400, {"code": "context_length_exceeded"}, PromptTooLong),
        (400, {"type": "exceed_context_size_error"}, PromptTooLong),
        (400, {"message": "This model's maximum context length is 4096 tokens", "code": 400}, PromptTooLong),
        (400, {"code": "content_policy_violation"}, ContentRefused),
        (403, {"code": "moderation"}, ContentRefused),
        (403, {"code": "model_not_found"}, ModelGone),
        (400, {"code": "model_decommissioned"}, ModelGone),
        (429, {"type": "insufficient_quota"}, OutOfCredit),
        (429, {"message": "you exceeded your quota"}, RateLimited),
        (401, {"code": "content_filter"}, KeyRejected),
    ],
)
def test_codes_decide_only_among_the_meanings_of_a_status(
    status: int, told: dict[str, object], error: type[ProviderError]
) -> None:
    """A 500 that mentions "policy" is an outage; a 429 for lack of money is no limit of speed."""
    assert type(refusal(status, msgspec.json.encode({"error": told}), REF)) is error


@pytest.mark.parametrize(
    ("told", "error"),
    [
        ({"code": 429}, RateLimited),
        ({"code": "503"}, Overloaded),
        ({"type": "overloaded_error"}, Overloaded),
        ({"type": "insufficient_quota"}, OutOfCredit),
        ({"code": "rate_limit_exceeded"}, RateLimited),
        ({"code": "context_length_exceeded"}, PromptTooLong),
        ({"code": "content_filter"}, ContentRefused),
        ({"type": "server_error"}, ProviderFault),
        ("out of memory", ProviderFault),
        ([], ProviderFault),
    ],
)
def test_error_inside_a_good_status_is_understood_alike(told: object, error: type[ProviderError]) -> None:
    """Some servers answer 200 and put the error inside."""
    assert type(error_inside(msgspec.json.encode(told), REF)) is error


@pytest.mark.parametrize(
    ("head", "wait_s"),
    [
        ({}, None),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "9", "retry-after-ms": "1500"}, 1.5),
        ({"retry-after": "Mon, 02 Mar 2026 10:00:30 GMT"}, 30.0),
        ({"retry-after": "Mon, 02 Mar 2026 10:00:30 GMT", "date": "Mon, 02 Mar 2026 10:00:10 GMT"}, 20.0),
        ({"retry-after": "Mon, 02 Mar 2026 09:00:00 GMT"}, 0.0),
        ({"retry-after": "-3"}, 0.0),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "inf"}, None),
        ({"retry-after": "9999999"}, None),
    ],
)
def test_retry_after_is_read_in_every_form(head: dict[str, str], wait_s: float | None) -> None:
    """Seconds, milliseconds or a date; a date by the provider's own clock; nonsense counts as not said."""
    assert retry_after_s(head, NOW) == wait_s


@given(
    st.text(st.characters(codec="utf-8"), min_size=1),
    st.sampled_from([400, 401, 429, 500]),
    st.sampled_from(["message", "code", "type"]),
)
def test_what_a_provider_wrote_is_not_passed_on(words: str, status: int, field: str) -> None:
    """Its message may quote the conversation or the key: only a bare code gets into an error."""
    planted = f"sk-{words} planted 17"
    shown = refusal(status, msgspec.json.encode({"error": {field: planted}}), REF)

    assert planted not in f"{shown}{shown!r}"


@given(st.binary(), st.integers(300, 599))
def test_any_body_is_understood_as_some_refusal(body: bytes, status: int) -> None:
    """Nothing in a refusal's body can break its reading."""
    assert isinstance(refusal(status, body, REF), ProviderError)


def test_refused_key_says_what_to_do() -> None:
    """The hint that the provider was given stands at the end of the error."""
    assert str(refusal(401, b"", REF, key_hint="Set OPENAI_API_KEY.")).endswith("Set OPENAI_API_KEY.")

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
    Unsupported,
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
    ("status", "body", "field"),
    [
        (400, {"error": {"code": "unsupported_parameter", "param": "max_tokens", "message": "No."}}, "max_tokens"),
        (400, {"error": {"code": "unsupported_value", "param": "temperature", "message": "No."}}, "temperature"),
        (
            400,
            {"error": {"code": "invalid_request_body", "message": "Unsupported parameter: 'max_tokens' is"}},
            "max_tokens",
        ),
        (
            400,
            {"error": {"code": "unknown_parameter", "param": None, "message": "Unknown parameter: 'top_k'."}},
            "top_k",
        ),
        (400, {"error": {"message": "Unrecognized request argument supplied: top_k"}}, "top_k"),
        (400, [{"error": {"code": 400, "message": 'Unknown name "seed": Cannot find field.'}}], "seed"),
        (400, {"error": {"message": "property 'reasoning' is unsupported, did you mean"}}, "reasoning"),
        (
            400,
            {"object": "error", "message": "[{'type': 'extra_forbidden', 'loc': ('body', 'min_p'), 'msg': 'Extra"},
            "min_p",
        ),
        (422, {"detail": [{"type": "extra_forbidden", "loc": ["body", "tools"], "msg": "Extra"}]}, "tools"),
        (422, {"message": {"detail": [{"type": "extra_forbidden", "loc": ["body", "seed"], "msg": "Extra"}]}}, "seed"),
        (
            422,
            {"error": {"message": [{"type": "extra_forbidden", "loc": ["body", "messages", 0, "user", "name"]}]}},
            "messages",
        ),
        (400, {"error": {"message": "tools.3.custom.input_examples: Extra inputs are not permitted"}}, None),
        (400, {"error": {"message": "This model does not support assistant message prefill. The"}}, None),
        (400, {"message": "Expected last role User or Tool", "type": "invalid_request_message_order"}, None),
        (400, {"error": {"message": "Assistant response prefill is incompatible with enable_thinking."}}, None),
        (400, {"error": {"message": "Failed to initialize samplers: std::exception", "code": 400}}, None),
        (400, {"error": {"message": "Cannot have 2 or more assistant messages at the end of the list."}}, None),
        (400, {"error": {"message": "Conversation roles must alternate user/assistant/user/assistant"}}, None),
        (400, {"error": {"message": "System role not supported"}}, None),
        (
            400,
            {"error": {"message": "The `reasoning_content` in the thinking mode must be passed back to the API."}},
            None,
        ),
        (400, [{"error": {"message": "Function call is missing a thought_signature in functionCall parts."}}], None),
        (400, {"error": {"message": "registry.ollama.ai/library/m does not support tools"}}, None),
        (400, {"error": {"code": "unsupported_parameter", "param": "sk-planted 17"}}, None),
    ],
)
def test_what_one_host_does_not_take_another_may(status: int, body: object, field: str | None) -> None:
    """A field, a role or an order of messages that a host dislikes does not end the turn, and is named if it can be."""
    refused = refusal(status, msgspec.json.encode(body), REF)

    assert type(refused) is Unsupported
    assert not refused.stops_turn
    assert refused.message.startswith(f"It does not take {f'`{field}`' if field else 'a request of this form'} (HTTP")
    assert "sk-planted" not in f"{refused}{refused!r}"


@pytest.mark.parametrize(
    "told",
    [
        {"message": "Invalid value: 'narrator'.", "param": "messages[0].role", "code": "invalid_value"},
        {"message": "messages is required", "type": "invalid_request_error", "param": "messages"},
        {"message": "unsupported", "code": "content_filter"},
        {"message": "does not support", "code": "model_not_found"},
    ],
)
def test_a_wrong_request_is_not_taken_for_an_unusual_one(told: dict[str, object]) -> None:
    """What is wrong in itself, or about something else, keeps its meaning."""
    assert type(refusal(400, msgspec.json.encode({"error": told}), REF)) is not Unsupported


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(st.characters(codec="utf-8")),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["error", "code", "type", "status", "message", "detail", "param", "loc", "input"]), inner
        )
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"error":' * 5_000,
        b"[]",
        b"[[]]",
        b"null",
        b'{"error": null}',
        b'{"error": [1]}',
        b'{"error": {"message": {"detail": {"loc": 1}}}}',
        b'{"detail": [{"loc": ["body"]}, 7]}',
        b'{"detail": [{"loc": ["body", {"a": 1}], "type": ["x"]}]}',
        b'{"error": {"code": 1e400}}',
        b'{"error": {"code": {"code": "content_filter"}}}',
        b'{"error": {"message": "\\ud800"}}',
        b'{"error": {"message": "' + b"a" * 60_000 + b'"}}',
    ],
    ids=range(15),
)
@pytest.mark.parametrize("status", [200, 302, 400, 422, 500])
def test_hostile_bodies_are_refusals_like_any(body: bytes, status: int) -> None:
    """Nothing that a server can write breaks the reading, or gets into the error."""
    assert len(str(refusal(status, body, REF))) < 200


@given(_JSON, st.sampled_from([400, 403, 413, 422, 429, 500]))
def test_any_json_is_understood_as_some_refusal(body: object, status: int) -> None:
    """Whatever shape an error has, it is one of ours, of the given status."""
    assert refusal(status, msgspec.json.encode(body), REF).status == status


@given(_JSON)
def test_any_json_inside_a_good_status_is_some_error(told: object) -> None:
    """The same for errors that are told inside an answer."""
    assert isinstance(error_inside(msgspec.json.encode(told), REF), ProviderError)


def test_every_status_has_its_meaning_and_its_words() -> None:
    """From 100 to 599 each status is one error of ours, with a sentence and, where a person can act, a hint."""
    named = {
        400: RequestRefused, 401: KeyRejected, 402: OutOfCredit, 403: KeyRejected, 404: ModelGone, 405: ModelGone,
        408: Silent, 410: ModelGone, 413: PromptTooLong, 422: RequestRefused, 429: RateLimited, 503: Overloaded,
        504: Silent, 524: Silent, 529: Overloaded,
    }  # fmt: skip
    for status in range(100, 600):
        refused = refusal(status, b"", REF)
        expected = named.get(status, Unreachable if 300 <= status < 400 else ProviderFault)
        assert (type(refused), refused.status) == (expected, status)
        assert refused.message.endswith(f"(HTTP {status}).")


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
        ({"code": "unsupported_parameter", "param": "seed"}, Unsupported),
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


def test_a_code_that_is_null_is_none() -> None:
    """Hosts fill in fields that they have nothing for."""
    body = b'{"error": {"message": "Busy", "code": null, "type": null, "status": null}}'
    assert refusal(503, body, REF).message == "It has no room now (HTTP 503)."


def test_refused_key_says_what_to_do() -> None:
    """The hint that the provider was given stands at the end of the error."""
    assert str(refusal(401, b"", REF, key_hint="Set OPENAI_API_KEY.")).endswith("Set OPENAI_API_KEY.")


@pytest.mark.parametrize(
    ("code", "is_told"),
    [
        ("context_length_exceeded", True),
        ("RESOURCE_EXHAUSTED", True),
        ("ServiceUnavailableError", True),
        ("gstvgconlnogoutkwfntbnnw", False),
        ("GqXvYzKpLmNoPqRsTuVw", False),
        ("sk-0123456789", False),
    ],
)
def test_only_what_is_words_is_told_as_a_code(code: str, is_told: bool) -> None:
    """A key of letters only, that a provider quotes in the place of a code, is none. Covers R7.2."""
    error = error_inside(msgspec.json.encode({"code": code}), REF)
    assert (code.lower() in error.message) is is_told

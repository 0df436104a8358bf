"""The last net: keys and talk do not come out of a log, whatever was handed to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.callers import new_key
from segue.errors import StorageError
from segue.observe.redact import MASK, describe, redact, redact_fields, redact_text

KEYS = [
    "sk-proj-abcDEF1234567890abcDEF1234567890",
    "sk-or-v1-0123456789abcdef0123456789abcdef",
    "sk-ant-api03-AbCdEf_123-456",
    "gsk_AbCdEf123456AbCdEf",
    "hf_AbCdEfGhIjKlMnOpQr",
    "xai-AbCdEf1234567890",
    "AIzaSyA1234567890abcdefghij",
    "AKIAIOSFODNN7EXAMPLE",
    "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
    "github_pat_11ABCDEFG0123456789",
]


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("around", ["{}", "key {} refused", "url?k={}&x=1", '{{"a": "{}"}}', "('{}',)", "Bearer {}"])
def test_a_key_within_a_text_is_masked(key: str, around: str) -> None:
    """Whatever a library says about a request, its key is not in the log. Covers R7.2."""
    said = redact_text(around.format(key))

    assert key not in said
    assert MASK in said


@given(key=st.builds(new_key))
def test_every_caller_key_is_masked(key: str) -> None:
    """Our own keys are recognised, all of them."""
    assert redact_text(f"the key {key} is unknown") == f"the key {MASK} is unknown"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Authorization: Bearer opaque", f"Authorization: Bearer {MASK}"),
        ("api_key=opaque&x=1", f"api_key={MASK}&x=1"),
        ("{'password': 'opaque'}", f"{{'password': '{MASK}'}}"),
        ("postgresql://segue:opaque@db/segue", f"postgresql://{MASK}@db/segue"),
    ],
)
def test_a_secret_is_known_by_what_stands_before_it(text: str, said: str) -> None:
    """A key of an unknown form is masked where its name gives it away."""
    assert redact_text(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "The journal '/home/me/.segue/segue.db' could not be opened: it is locked.",
        "house:org/story-8b.q4_k_m: rate_limited after 2.0 s",
        "segue callers revoke game",
        "GET http://127.0.0.1:8484/v1/models 200",
        "input_tokens=30 max_tokens=12",
        "segue-journal-writer",
    ],
)
def test_ordinary_words_stay(text: str) -> None:
    """A log that masks everything tells nothing."""
    assert redact_text(text) == text


def test_secrets_and_talk_deep_within_a_value_are_taken_out() -> None:
    """Nesting hides nothing."""
    value = {"headers": [{"x-api-key": "opaque"}, ("Bearer opaque", b"raw words")], "messages": ["I feel low"], "n": 3}

    assert redact(value) == {
        "headers": [{"x-api-key": MASK}, [f"Bearer {MASK}", "[9 bytes]"]],
        "messages": "[list not logged]",
        "n": 3,
    }


def test_a_field_named_like_a_key_or_like_talk_is_never_shown() -> None:
    """The name is enough; the value is not looked at. Counts of tokens are no secrets."""
    fields = {"api_key": "x", "content": "hello", "input_tokens": 4, "provider": "house", KEYS[0]: 1}

    assert redact_fields(fields) == {
        "api_key": MASK,
        "content": "[str not logged]",
        "input_tokens": 4,
        "provider": "house",
        MASK: 1,
    }


def test_a_value_that_holds_itself_is_cut() -> None:
    """A circle ends."""
    circle: list[object] = []
    circle.append(circle)

    assert "[list]" in str(redact(circle))


def test_a_long_collection_is_cut() -> None:
    """A log line stays a line."""
    assert len(str(redact(list(range(10_000))))) < 500


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (StorageError("It is full.", hint="Free some."), "StorageError: It is full. Free some."),
        (OSError(28, "No space left on device"), "OSError: [Errno 28] No space left on device"),
        (ValueError("invalid value: 'I feel low'"), "ValueError"),
    ],
)
def test_only_errors_that_hold_no_talk_are_quoted(error: Exception, said: str) -> None:
    """Other libraries' errors may quote what they were given, so only their kind is told."""
    assert describe(error) == said

"""Addresses as people write them: mended with a word, or refused with one that repeats nothing of them."""

import pytest

from segue.errors import BadAddress
from segue.providers.addresses import told_address

SECRET = "hunter2-0123456789"


@pytest.mark.parametrize(
    ("text", "base_url", "note"),
    [
        ("https://api.example.org/v1", "https://api.example.org/v1", None),
        (" https://API.Example.org/v1/ ", "https://api.example.org/v1", None),
        ("https://api.example.org/v1/chat/completions", "https://api.example.org/v1", "`/chat/completions` was left"),
        ("http://127.0.0.1:8000/v1/models/", "http://127.0.0.1:8000/v1", "`/models` was left out"),
        ("http://box:8000/v1", "http://box:8000/v1", "in the clear"),
        ("http://192.168.7.7/v1", "http://192.168.7.7/v1", "in the clear"),
        ("http://localhost:8000/v1", "http://localhost:8000/v1", None),
        ("https://box:8000/v1", "https://box:8000/v1", None),
        ("http://api.example.org/v1", "http://api.example.org/v1", "in the clear"),
        ("http://169.254.169.254/v1", "http://169.254.169.254/v1", "metadata"),
        ("http://[fe80::1%25eth0]:8000/v1", "http://[fe80::1%25eth0]:8000/v1", "link-local"),
    ],
)
def test_an_address_is_mended_with_a_word(text: str, base_url: str, note: str | None) -> None:
    """What is often copied with it goes, and what one has to think of is said."""
    address = told_address(text)
    assert address.base_url == base_url
    assert (not address.notes) if note is None else any(note in one for one in address.notes)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ftp://api.example.org/v1", "not with ftp://"),
        ("localhost:8000/v1", "https:// or http://"),
        ("api.example.org", "https:// or http://"),
        ("https://", "https:// or http://"),
        ("", "https:// or http://"),
        (f"https://me:{SECRET}@api.example.org/v1", "no user and no password"),
        (f"{SECRET}@api.example.org", "no user and no password"),
        (f"https://api.example.org/v1?key={SECRET}", "behind `?`"),
        ("http://127.0.0.1:99999/v1", "no address"),
        ("http://[::1/v1", "no address"),
    ],
)
def test_what_is_no_address_is_refused_and_not_repeated(text: str, said: str) -> None:
    """The error says how to write it, and holds nothing of what might be a password."""
    with pytest.raises(BadAddress) as caught:
        told_address(text)
    assert said in caught.value.message
    assert (caught.value.param, SECRET in str(caught.value), bool(caught.value.hint)) == ("url", False, True)


@pytest.mark.parametrize("host", ["169.254.169.254", "metadata.google.internal", "[fd00:ec2::254]", "2852039166"])
def test_over_http_nobody_is_sent_to_metadata(host: str) -> None:
    """A caller far away may not have us ask what only this machine should hear of."""
    with pytest.raises(BadAddress, match="over HTTP"):
        told_address(f"http://{host}/v1", over_http=True)


def test_a_known_host_is_known_by_its_address() -> None:
    """Whoever copies a host's address gets what is known of it."""
    assert told_address("https://api.groq.com/openai/v1/chat/completions").host == "groq"
    assert told_address("http://127.0.0.1:8000/v1").host is None

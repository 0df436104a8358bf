"""Addresses are taken apart without falling over them, and shown without what is secret in them."""

import pytest

from segue.errors import WeightsError
from segue.machine.addresses import bare, is_safe
from segue.machine.url_source import UrlSource

BAD = (
    "https://user:hunter2@host:99999/x.gguf",
    "https://hunter2:abc/x.gguf",
    "http://user:hunter2@[::1/x.gguf",
    "https:///hunter2.gguf",
)


@pytest.mark.parametrize("url", BAD)
def test_bad_address_is_an_error_that_shows_nothing_of_it(url: str) -> None:
    """No port that could be, no end of a bracket, no host: each is said, and what it held is not."""
    with pytest.raises(WeightsError, match="That is no address") as caught:
        UrlSource(url).offer()
    assert "hunter2" not in str(caught.value) + bare(url)
    assert not is_safe(url)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("http://[::1]:8000/m.gguf", "http://[::1]:8000/m.gguf"),
        ("https://user:hunter2@example.org/m.gguf?key=hunter2", "https://example.org/m.gguf"),
    ],
)
def test_address_is_shown_as_one_that_can_be_read_again(url: str, shown: str) -> None:
    """What a manifest keeps of an address leads to the same place."""
    assert bare(url) == shown == bare(bare(url))
    assert is_safe(shown)

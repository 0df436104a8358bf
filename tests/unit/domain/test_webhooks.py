"""Messages are signed as the specification says."""

import base64

import pytest

from segue.domain.webhooks import is_signing_secret, signed_headers

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
"""The example of the specification (https://www.standardwebhooks.com, 2026-11)."""


def test_the_specification_s_own_example_gives_its_own_signature() -> None:
    """Receivers can use any library of the specification."""
    headers = signed_headers("msg_p5jXN8AQM9LWM0D4loKWxJek", b'{"test": 2432232314}', at_s=1614265330, secret=SECRET)
    assert headers == {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }


@pytest.mark.parametrize("size", [0, 23, 24, 64, 65])
def test_a_secret_has_24_to_64_bytes(size: int) -> None:
    """One that is too short protects nothing."""
    assert is_signing_secret("whsec_" + base64.b64encode(bytes(size)).decode()) is (24 <= size <= 64)


@pytest.mark.parametrize("text", ["", "whsec_", "whsec_!!!", "whsec_\u00e9", base64.b64encode(bytes(32)).decode()])
def test_what_is_no_secret_signs_nothing(text: str) -> None:
    """It is refused, and not repeated."""
    assert not is_signing_secret(text)
    with pytest.raises(ValueError, match="no signing secret") as caught:
        signed_headers("id", b"", at_s=1, secret=text)
    assert not text or text not in str(caught.value)

"""Addresses on this machine, and those that are never asked, however they are written."""

import pytest

from segue.domain.addresses import is_loopback_name, is_never_asked


@pytest.mark.parametrize(
    "host",
    ["169.254.169.254", "169.254.0.1", "fe80::1", "[fe80::1%25eth0]", "fd00:ec2::254", "100.100.100.200", "192.0.0.192",
     "::ffff:169.254.169.254", "64:ff9b::a9fe:a9fe", "2002:a9fe:a9fe::1", "metadata.google.internal", "METADATA.goog.",
     "metadata", "instance-data", "2852039166", "0xa9fea9fe", "0xA9.254.43518", "0251.0376.0251.0376", "169.16689662",
     "1684301000"],
)  # fmt: skip
def test_a_machine_s_own_secrets_are_not_asked_for(host: str) -> None:
    """Link-local and metadata addresses are refused, also dressed up as IPv6."""
    assert is_never_asked(host)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "::1",
        "10.0.0.7",
        "192.168.1.4",
        "desk.example.org",
        "metadata.example.org",
        "2001:db8::7",
        "",
        "2130706433",
        "0x7f.1",
        "999.1.1.1",
        "1.2.3.4.5",
        "0x",
        "1e3.example",
    ],
)
def test_other_addresses_may_be_asked(host: str) -> None:
    """A receiver may stand on this machine, in the operator's network, or elsewhere."""
    assert not is_never_asked(host)


@pytest.mark.parametrize(
    ("name", "is_loopback"),
    [
        *(("localhost", True), ("127.0.0.9", True), ("::1", True)),
        *(("my.localhost", False), ("example.org", False), ("0.0.0.0", False), ("", False)),
    ],
)
def test_only_loopback_names_count_as_this_machine(name: str, is_loopback: bool) -> None:
    """A name that can be pointed elsewhere is not this machine."""
    assert is_loopback_name(name) is is_loopback

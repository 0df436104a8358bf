"""Hosts by their names alone: those on this machine, and those that are never asked, whoever names them."""

from __future__ import annotations

import re
from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import Final

_METADATA_NAMES: Final = frozenset({"metadata", "metadata.google.internal", "metadata.goog", "instance-data"})
"""Names under which clouds tell a machine its own secrets."""
# AWS over IPv6, Alibaba, Oracle; all the others use link-local ones. From the vendors' pages (2026-11).
_METADATA: Final = tuple(map(ip_network, ("fd00:ec2::/32", "100.100.100.200/32", "192.0.0.192/32")))
_OLD_FORM: Final = re.compile(r"(?:0x[0-9a-f]{1,20}|[0-9]{1,20})(?:\.(?:0x[0-9a-f]{1,20}|[0-9]{1,20})){0,3}")
"""Up to four numbers, each decimal, octal or hexadecimal."""
_NAT64: Final = ip_network("64:ff9b::/96")
"""IPv6 addresses that stand for IPv4 ones (RFC 6052)."""


@lru_cache(maxsize=256)
def is_loopback_name(host: str) -> bool:
    """True for `localhost` and loopback addresses: such a name cannot be pointed at another machine.

    Others in `.localhost` can: some systems look them up as any name.
    """
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_never_asked(host: str) -> bool:
    """True for a link-local or metadata address, and for a name that clouds use for one; other names are not looked up.

    `host` stands as in a URL: IPv6 addresses may have brackets and a zone.
    """
    bare = host.strip("[]").partition("%")[0].rstrip(".").lower()
    if bare in _METADATA_NAMES:
        return True
    address = _address(bare)
    if address is None:
        return False
    return address.is_link_local or any(address in network for network in _METADATA)


def _address(bare: str) -> IPv4Address | IPv6Address | None:
    """The address that a host is; None for a name. Systems also read `2852039166` and `0xa9.254.43518` as one."""
    try:
        return _meant(ip_address(bare))
    except ValueError:
        return _old_form(bare)


def _old_form(bare: str) -> IPv4Address | None:
    """An IPv4 address as `inet_aton` has read them since 4.2BSD: the last number fills all the bytes that are left."""
    if not _OLD_FORM.fullmatch(bare):
        return None
    *first, last = (int(part, _base(part)) for part in bare.split("."))
    if any(number > 255 for number in first) or last >= 256 ** (4 - len(first)):
        return None
    return IPv4Address(sum(number << 8 * (3 - place) for place, number in enumerate(first)) + last)


def _base(part: str) -> int:
    if part.startswith("0x"):
        return 16
    return 8 if part.startswith("0") and set(part) <= set("01234567") else 10


def _meant(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """The IPv4 address that an IPv6 one stands for."""
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped or address.sixtofour or address

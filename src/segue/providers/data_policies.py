"""What is done with what an address is sent, as far as its configuration tells."""

from __future__ import annotations

from urllib.parse import urlsplit

from segue.domain.addresses import is_loopback_name
from segue.domain.models import DataPolicy


def is_on_this_machine(base_url: str, *, has_proxy: bool = False) -> bool:
    """Whether what is sent there stays on this machine; a proxy on the way may be anywhere."""
    return not has_proxy and is_loopback_name(urlsplit(base_url).hostname or "")


def policy_at(base_url: str, told: DataPolicy | None, *, has_proxy: bool = False) -> DataPolicy:
    """What somebody told of it, else `local` for an address on this machine that no proxy leads to, else `unknown`."""
    if told is not None:
        return told
    return DataPolicy.LOCAL if is_on_this_machine(base_url, has_proxy=has_proxy) else DataPolicy.UNKNOWN

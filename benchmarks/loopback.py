"""The loopback interface: whether it is all there is, and switching it on in a new network name space (Linux)."""

import fcntl
import socket
import struct

_GET_FLAGS, _SET_FLAGS = 0x8913, 0x8914  # SIOCGIFFLAGS, SIOCSIFFLAGS of <linux/sockios.h>
_UP = 0x1  # IFF_UP of <linux/if.h>
_NAME = b"lo"


def has_only_loopback() -> bool:
    """Whether this process sees no network interface but loopback."""
    return [name for _, name in socket.if_nameindex()] == [_NAME.decode()]


def raise_loopback() -> None:
    """Switch loopback on; a new name space begins with it off."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh14x", _NAME, 0)
        answer = fcntl.ioctl(any_socket, _GET_FLAGS, request)
        (flags,) = struct.unpack_from("h", answer, 16)
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh14x", _NAME, flags | _UP))

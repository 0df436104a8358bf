"""Listening, as far as it can be seen without a gateway."""

import socket
import sys
from contextlib import closing

import pytest

from segue.config.settings import ServerSettings
from segue.server.protocol import STALL_S
from segue.server.run import listen


@pytest.mark.skipif(sys.platform != "linux", reason="TCP_USER_TIMEOUT is Linux's")
def test_system_gives_up_a_client_that_reads_nothing() -> None:
    """What is left to send when a line is closed is not kept for ever for somebody who does not read it."""
    with (
        closing(listen(ServerSettings(port=0))) as listener,
        closing(socket.create_connection(listener.getsockname())),
    ):
        listener.setblocking(True)
        accepted, _ = listener.accept()
        with closing(accepted):
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == STALL_S * 1000

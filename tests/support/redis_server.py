"""A real Redis server of a test's own, that can be killed, stopped, and started again where it was."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from tests.support.ports import free_port

BINARY = shutil.which("redis-server")
PART = "redis-server: apt-get install redis-server"
"""What to say where it is missing: `needs(redis_server.BINARY is not None, redis_server.PART)`."""
PASSWORD = "planted-pass/word#?@"
"""Of every server: what must not be seen anywhere, with the characters that tear an address apart."""
START_S = 90.0
"""Longest wait for a start, on a machine that does much else."""


@dataclass
class RedisServer:
    """Listens at 127.0.0.1, with TLS on another port, and on a socket; nothing is kept on the disk."""

    folder: Path
    """Where its sockets and certificates are; a short path, for a socket's name has 107 bytes at most."""
    arguments: Sequence[str] = ()
    """Further ones of `redis-server`."""
    port: int = field(default_factory=free_port)
    tls_port: int = field(default_factory=free_port)
    _process: subprocess.Popen[bytes] | None = None

    @property
    def socket_path(self) -> Path:
        return self.folder / "redis.sock"

    def url(self, scheme: str = "redis") -> str:
        """Its address, with the password."""
        secret = "planted-pass%2Fword%23%3F%40"
        if scheme == "unix":
            return f"unix://:{secret}@{self.socket_path}?db=3"
        if scheme == "rediss":
            return f"rediss://:{secret}@127.0.0.1:{self.tls_port}/3?ssl_ca_certs={self.folder}/ca.pem"
        return f"redis://:{secret}@127.0.0.1:{self.port}/3"

    def start(self) -> None:
        """Start it, empty, and return when it answers."""
        assert BINARY is not None
        if not (self.folder / "ca.pem").exists():
            self._make_certificates()
        where = [f"--port {self.port}", "--bind 127.0.0.1", f"--unixsocket {self.socket_path}"]
        tls = [f"--tls-port {self.tls_port}", "--tls-auth-clients no", f"--tls-ca-cert-file {self.folder}/ca.pem"]
        tls += [f"--tls-cert-file {self.folder}/server.pem", f"--tls-key-file {self.folder}/server.key"]
        keep = [f"--dir {self.folder}", "--appendonly no", f"--requirepass {PASSWORD}"]
        words = " ".join((*where, *tls, *keep)).split()
        log = (self.folder / "redis.log").open("ab")
        with log:
            self._process = subprocess.Popen([BINARY, *words, "--save", "", *self.arguments], stdout=log, stderr=log)
        deadline_s = time.monotonic() + START_S
        while not self._answers():
            assert self._process.poll() is None, (self.folder / "redis.log").read_text()
            assert time.monotonic() < deadline_s, "the Redis server does not answer"
            time.sleep(0.005)

    def kill(self) -> None:
        """End it as an out-of-memory killer does: connections break, nothing is said."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def restart(self) -> None:
        """Start it where it was, empty."""
        self.kill()
        self.start()

    def stop(self) -> None:
        """Let it hang (SIGSTOP): connections are taken by the system, and nothing is answered."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGSTOP)
        while psutil.Process(self._process.pid).status() != psutil.STATUS_STOPPED:
            time.sleep(0.001)

    def go_on(self) -> None:
        """Let it go on after `stop`: it does all that it was told meanwhile."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGCONT)

    def say(self, *words: str) -> bytes:
        """The raw reply to a command, on a connection of its own."""
        lines = (["AUTH", PASSWORD], ["SELECT", "3"], list(words))
        packed = "".join(f"*{len(line)}\r\n" + "".join(f"${len(w)}\r\n{w}\r\n" for w in line) for line in lines)
        with socket.create_connection(("127.0.0.1", self.port), START_S) as connection:
            connection.sendall(packed.encode())
            connection.shutdown(socket.SHUT_WR)
            heard = b"".join(iter(lambda: connection.recv(65_536), b""))
        return heard.removeprefix(b"+OK\r\n+OK\r\n")

    def _answers(self) -> bool:
        try:
            return self.say("PING") == b"+PONG\r\n"
        except OSError:
            return False

    def _make_certificates(self) -> None:
        import trustme  # half the modules of a cryptographic library

        authority = trustme.CA()
        authority.cert_pem.write_to_path(self.folder / "ca.pem")
        certificate = authority.issue_cert("127.0.0.1")
        certificate.cert_chain_pems[0].write_to_path(self.folder / "server.pem")
        certificate.private_key_pem.write_to_path(self.folder / "server.key")


@contextmanager
def redis_server(folder: Path, *arguments: str) -> Iterator[RedisServer]:
    """A server for the length of a `with` block; killed at its end, whatever was done to it."""
    server = RedisServer(folder, arguments)
    server.start()
    try:
        yield server
    finally:
        server.kill()

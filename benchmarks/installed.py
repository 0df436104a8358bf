"""Gateways that others wrote: where each is installed for the benchmarks, in which version, and whether it is there.

Every one lies in a folder of its own outside the repository, put there by `install_peers.py`: what it needs must not
meet what Segue needs.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import msgspec
import platformdirs

HOME_VARIABLE = "SEGUE_BENCH_PEERS"
"""Environment variable that names another folder for all of them."""
HOW = "python benchmarks/install_peers.py"
_STAMP = "installed.json"


class Stamp(msgspec.Struct, frozen=True):
    """What an installation leaves behind. Without `wanted`, it was begun and not ended."""

    wanted: tuple[str, ...] = ()
    versions: dict[str, str] = {}


def peers_home() -> Path:
    """The folder that holds all of them; it need not exist yet."""
    named = os.environ.get(HOME_VARIABLE)
    return Path(named).expanduser().absolute() if named else platformdirs.user_cache_path("segue-benchmarks")


@dataclass(frozen=True, slots=True)
class Foreign:
    """A gateway of others, and what of it is wanted."""

    name: str
    wanted: tuple[str, ...]
    """Packages with their versions; another list here means another installation."""
    program: str
    """The file to run, below the folder."""
    interpreter: str | None = None
    """The command that runs it, where it cannot run by itself."""

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return peers_home() / self.name

    @property
    def command(self) -> tuple[str, ...]:
        """How it is run; arguments follow."""
        before = (self.interpreter,) if self.interpreter else ()
        return (*before, str(self.folder / self.program))

    def stamp(self) -> Stamp | None:
        """What is installed; None where no installation was begun."""
        try:
            return msgspec.json.decode((self.folder / _STAMP).read_bytes(), type=Stamp)
        except (OSError, msgspec.MsgspecError):
            return None

    def write_stamp(self, stamp: Stamp) -> None:
        """Say how far the installation is."""
        (self.folder / _STAMP).write_bytes(msgspec.json.encode(stamp))

    @property
    def is_installed(self) -> bool:
        """Whether the wanted version is there."""
        stamp = self.stamp()
        return stamp is not None and stamp.wanted == self.wanted and (self.folder / self.program).exists()

    def missing(self) -> str | None:
        """Why it cannot be started here, and what to do; None when it can."""
        if not self.is_installed:
            stamp = self.stamp()
            return f"another version is installed: {HOW}" if stamp and stamp.wanted else f"not installed: {HOW}"
        if self.interpreter and shutil.which(self.interpreter) is None:
            return f"'{self.interpreter}' is not on the path"
        return None

    def version(self) -> str:
        """The installed versions, of itself and of what carries its requests."""
        stamp = self.stamp() or Stamp()
        versions = [f"{name} {version}" for name, version in stamp.versions.items()]
        if self.interpreter:
            asked = subprocess.run((self.interpreter, "--version"), capture_output=True, text=True, check=True)
            versions.append(f"{self.interpreter} {asked.stdout.strip().removeprefix('v')}")
        return ", ".join(versions)


LITELLM = Foreign("litellm", ("litellm[proxy]==1.106.2",), program="bin/litellm")

PORTKEY_PACKAGE = "@portkey-ai/gateway"
# With the newer releases of these two that its own ranges allow, it does not stream.
PORTKEY = Foreign(
    "portkey",
    (f"{PORTKEY_PACKAGE}@1.15.2", "@hono/node-server@1.13.5", "hono@4.9.7"),
    program=f"node_modules/{PORTKEY_PACKAGE}/build/start-server.js",
    interpreter="node",
)

FOREIGN = (LITELLM, PORTKEY)

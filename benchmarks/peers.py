"""Who is measured: one row a gateway. A further peer is a function that says how it starts, and a row in `PEERS`."""

import sys
import sysconfig
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import talk

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Place:
    """What a peer is given to start in."""

    port: int
    upstream: str
    """Scheme, host and port of the mock upstream; its API lies under `/v1`."""
    folder: Path
    """An empty folder of the peer's own, deleted after the run."""


@dataclass(frozen=True, slots=True)
class Start:
    """How a peer is started."""

    command: tuple[str, ...]
    env: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Peer:
    """A gateway: how to start it, how to ask it, which version it is."""

    name: str
    start: Callable[[Place], Start]
    version: Callable[[], str]
    ready_path: str
    """A GET of this path answers 200 as soon as requests can be sent."""
    ready_s: float = 30.0
    model: str = "{model}"
    """How the peer is asked for a model of the upstream."""
    path: str = "/v1/chat/completions"
    headers: tuple[tuple[str, str], ...] = ()


def _versions(*packages: str) -> str:
    return ", ".join(f"{package} {version(package)}" for package in packages)


def _bare(place: Place) -> Start:
    program = str(_HERE / "bare_proxy.py")
    return Start((sys.executable, program, "--port", str(place.port), "--upstream", place.upstream))


def _bare_chunks(place: Place) -> Start:
    return Start((*_bare(place).command, "--each-chunk"))


def _bare_version() -> str:
    return _versions("uvicorn", "uvloop", "httptools", "aiohttp")


_SEGUE_CONFIG = """\
providers:
  mock:
    type: openai_compatible
    options:
      base_url: "{upstream}/v1"
      models:
        {model}: {{}}
        {paced}: {{in_auto: false}}  # no peer is given a fallback
"""


def segue_command() -> str:
    """The `segue` of the environment that runs this program."""
    return str(Path(sysconfig.get_path("scripts")) / "segue")


def _segue(place: Place) -> Start:
    config = place.folder / "segue.yaml"
    config.write_text(_SEGUE_CONFIG.format(upstream=place.upstream, model=talk.MODEL, paced=talk.PACED_MODEL))
    command = (segue_command(), "serve", "--config", str(config), "--host", "127.0.0.1", "--port", str(place.port))
    return Start(command, {"SEGUE_HOME": str(place.folder / "home")})


PEERS: Mapping[str, Peer] = {
    peer.name: peer
    for peer in (
        Peer("bare", start=_bare, version=_bare_version, ready_path="/v1/models"),
        Peer("bare-chunks", start=_bare_chunks, version=_bare_version, ready_path="/v1/models"),
        Peer("segue", start=_segue, version=lambda: _versions("segue"), ready_path="/readyz", model="mock:{model}"),
    )
}
"""By name. `bare` passes on what has arrived; `bare-chunks` sends each of the upstream's chunks by itself."""

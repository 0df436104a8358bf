"""Who is asked in failover.py, and how each is told of the models and of the order in which to ask them.

Each gets the best settings that it has for this: the chain of models, two seconds of patience with a silent one, and no
rest for a model that has failed, so that every turn meets its fault.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass

from faults import FAULTS, MODELS, Fault
from faulty_upstream import FaultyUpstream
from peers import LITELLM_HEADERS, PEERS, Peer, Place, Start, litellm, portkey, segue

PATIENCE_S = 2
"""What a silent model is given: Segue's default, and set for the others."""
_NEVER = 1000
"""Failures in a row before a model rests; the most that Segue's settings take."""
Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Contender:
    """One gateway that has something like a fallback."""

    peer: Peer
    start: Callable[[Place, FaultyUpstream], Start]
    settings: Callable[[FaultyUpstream], str]
    """What it is told, as text."""
    asked: Callable[[Fault, FaultyUpstream], tuple[str, Headers]]
    """The model's name and the headers of a turn that meets the fault."""


def _segue_settings(upstream: FaultyUpstream) -> str:
    lines = ["providers:"]
    for model in MODELS:
        options = f'{{base_url: "{upstream.base_url(model)}", models: {{{model}: {{}}}}}}'
        lines.append(f"  {model}: {{type: openai_compatible, options: {options}}}")
    lines.append("routes:")
    for fault in FAULTS:
        chain = ", ".join(f'"{model}:{model}"' for model in fault.models)
        lines.append(f"  {fault.name}: {{models: [{chain}]}}")
    lines += [f"time: {{first_token_s: {PATIENCE_S}}}", f"breakers: {{failures: {_NEVER}}}"]
    lines += ["safety: {classifier: 'off'}", ""]
    return "\n".join(lines)


def _litellm_settings(upstream: FaultyUpstream) -> str:
    lines = ["model_list:"]
    limits = f"timeout: {PATIENCE_S}, stream_timeout: {PATIENCE_S}, max_retries: 0"
    for model in MODELS:
        where = f'model: "openai/{model}", api_base: "{upstream.base_url(model)}", api_key: none'
        lines.append(f"  - {{model_name: {model}, litellm_params: {{{where}, {limits}}}}}")
    lines += ["litellm_settings: {telemetry: false}", "router_settings:"]
    lines += ["  num_retries: 0", "  disable_cooldowns: true", "  fallbacks:"]
    lines += [f"    - {{{fault.models[0]}: [{', '.join(fault.models[1:])}]}}" for fault in FAULTS if fault.models[1:]]
    return "\n".join([*lines, ""])


def _portkey_config(fault: Fault, upstream: FaultyUpstream) -> str:
    targets = [
        {
            "provider": "openai",
            "custom_host": upstream.base_url(model),
            "api_key": "none",
            "override_params": {"model": model},
            "request_timeout": 1000 * PATIENCE_S,
        }
        for model in fault.models
    ]
    return json.dumps({"strategy": {"mode": "fallback"}, "retry": {"attempts": 0}, "targets": targets})


def _portkey_settings(upstream: FaultyUpstream) -> str:
    return "\n".join(f"x-portkey-config: {_portkey_config(fault, upstream)}" for fault in FAULTS)


CONTENDERS = {
    contender.peer.name: contender
    for contender in (
        Contender(
            PEERS["segue"],
            start=lambda place, upstream: segue(place, _segue_settings(upstream)),
            settings=_segue_settings,
            asked=lambda fault, _: (fault.name, ()),
        ),
        Contender(
            PEERS["litellm"],
            start=lambda place, upstream: litellm(place, _litellm_settings(upstream)),
            settings=_litellm_settings,
            asked=lambda fault, _: (fault.models[0], LITELLM_HEADERS),
        ),
        Contender(
            PEERS["portkey"],
            start=lambda place, _: portkey(place),
            settings=_portkey_settings,
            asked=lambda fault, upstream: ("any", (("x-portkey-config", _portkey_config(fault, upstream)),)),
        ),
    )
}
"""By name."""

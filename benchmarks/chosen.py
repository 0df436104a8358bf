"""Which peers a run is about: asked for on the command line, and able to start on this machine."""

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence

from peers import PEERS


def add_peer_arguments(parser: ArgumentParser, *, known: Sequence[str], usual: Sequence[str]) -> None:
    """Let the command line choose among the `known`."""
    parser.add_argument("--peers", default=",".join(usual), help=f"comma-separated, of: {', '.join(known)} "
                        "(default: %(default)s)")  # fmt: skip
    parser.add_argument("--require-peers", action="store_true", help="fail where one of them cannot be started; else "
                        "it is named as missing")  # fmt: skip


def chosen(parser: ArgumentParser, given: Namespace, *, known: Sequence[str]) -> tuple[list[str], Mapping[str, str]]:
    """Names of those that can be started, and of the others with why not; ends the program where that is not enough."""
    names = list(dict.fromkeys(given.peers.split(",")))
    if unknown := [name for name in names if name not in known]:
        parser.error(f"No peer is named {unknown[0]!r}. There are: {', '.join(known)}.")
    missing = {name: why for name in names if (why := PEERS[name].missing()) is not None}
    if missing and given.require_peers:
        parser.exit(1, "".join(f"{name}: {why}\n" for name, why in missing.items()))
    return [name for name in names if name not in missing], missing

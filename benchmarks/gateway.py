"""Measures Segue as a gateway against its peers and the floor, in one run: what it adds to a turn, and what it costs.

`python benchmarks/gateway.py [--quick] [--json FILE] [--peers bare,segue,segue-classifier,litellm,portkey]`. Exit
status: 0 if every answer was complete and Segue's processor time is within the limit over the bare proxy's, 1 if not, 2
if misused. README.md has the method.
"""

import argparse
import math
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvloop
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from about import about
from chosen import add_peer_arguments, chosen
from measure import DIRECT, KINDS, Cell, Sample, Target, take_turns
from peers import PEERS, Peer, Place
from processes import Server, ServerFailed, free_port, on_cores, running, split_cores, wait_until_ready
from report import Result, save, show
from rows import rows_of
from verdict import Memory, goals_of, ratios_of

_HERE = Path(__file__).parent
_RESULT = _HERE / "results" / "gateway.json"
_PEERS = ("bare", "segue", "segue-classifier", "litellm", "portkey")
_CLIENTS = (1, 16, 64)
_MB = 1_000_000


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run does."""

    peers: tuple[Peer, ...]
    missing: Mapping[str, str]
    """Peers that were asked for and cannot be started here, with why."""
    clients: tuple[int, ...]
    rounds: int
    seconds: float
    json_file: Path | None

    def cells(self) -> list[Cell]:
        """All loads of a round."""
        fewest = min(self.clients)
        return [Cell(kind, many) for kind in KINDS for many in self.clients if kind != "short" or many == fewest]

    def method(self) -> dict[str, str | int | float]:
        """What a reader of the result must know of the run."""
        return {"rounds": self.rounds, "seconds a window": self.seconds}


def plan_of(arguments: Sequence[str]) -> Plan:
    """Read the command line; ends the program with status 2 if it is wrong."""
    parser = argparse.ArgumentParser(description="Measure Segue as a gateway against its peers, in one run.")
    parser.add_argument("--quick", action="store_true", help="one short round: shows that all works, not how well")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write; .md and .png come beside it "
                        "(default: benchmarks/results/gateway.json, nothing with --quick)")  # fmt: skip
    add_peer_arguments(parser, known=tuple(PEERS), usual=_PEERS)
    parser.add_argument("--clients", default=",".join(map(str, _CLIENTS)), help="comma-separated numbers of clients")
    parser.add_argument("--rounds", type=int, help="default: 5, with --quick 1")
    parser.add_argument("--seconds", type=float, help="length of a window; default: 1.5, with --quick 0.5")
    given = parser.parse_args(arguments)
    names, missing = chosen(parser, given, known=tuple(PEERS))
    try:
        clients = tuple(int(count) for count in given.clients.split(","))
    except ValueError:
        parser.error(f"--clients takes numbers separated by commas, not {given.clients!r}.")
    rounds = given.rounds or (1 if given.quick else 5)
    seconds = given.seconds or (0.5 if given.quick else 1.5)
    if min(*clients, rounds) < 1 or seconds <= 0:
        parser.error("Clients, rounds and seconds have to be above zero.")
    json_file = given.json or (None if given.quick else _RESULT)
    peers = tuple(PEERS[name] for name in names)
    return Plan(peers, missing, clients, rounds, seconds, json_file)


@contextmanager
def started(peers: Sequence[Peer]) -> Iterator[list[Target]]:
    """The mock upstream and all peers, running and ready; the upstream itself is the first target."""
    gateway_cores, load_cores = split_cores()
    core = next(iter(gateway_cores)) if gateway_cores else None
    with ExitStack() as stack:
        stack.enter_context(on_cores(load_cores))
        port = free_port()
        program = (sys.executable, str(_HERE / "mock_upstream.py"), "--port", str(port))
        mock = stack.enter_context(running("the mock upstream", program, port=port, cores=load_cores, env={}))
        wait_until_ready(mock, "/v1/models", limit_s=15.0)
        targets = [Target(DIRECT, "{model}", "/v1/chat/completions", (), port)]
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        for peer in peers:
            (own := folder / peer.name).mkdir()
            place = Place(free_port(), f"http://127.0.0.1:{port}", own)
            start = peer.start(place)
            opened = running(peer.name, start.command, port=place.port, cores=gateway_cores, env=start.env, folder=own)
            server = stack.enter_context(opened)
            wait_until_ready(server, peer.ready_path, limit_s=peer.ready_s)
            targets.append(Target.of(peer, place, server, core))
        yield targets


async def measured(targets: Sequence[Target], plan: Plan, console: Console) -> list[Sample]:
    """All samples, in the order in which they were taken."""
    cells = plan.cells()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    samples: list[Sample] = []
    with Progress(*columns, console=console, transient=True, refresh_per_second=1) as progress:
        task = progress.add_task("measuring", total=plan.rounds * len(cells) * len(targets))
        async for number, sample in take_turns(targets, cells, rounds=plan.rounds, seconds=plan.seconds):
            samples.append(sample)
            what = f"round {number + 1}: {sample.target}, {sample.cell.kind}, {sample.cell.clients} clients"
            progress.update(task, advance=1, description=what)
    return samples


def result_of(plan: Plan, samples: Sequence[Sample], memory: Mapping[str, Memory]) -> Result:
    """The figures of the run and what they mean."""
    size = len(samples) // plan.rounds
    per_round = [samples[start : start + size] for start in range(0, len(samples), size)]
    rows = rows_of([{(sample.target, sample.cell): sample for sample in one} for one in per_round])
    errors = Counter(f"{sample.target}, {sample.cell.kind}: {error}" for sample in samples for error in sample.errors)
    return Result(
        about=about(),
        method=plan.method(),
        versions={peer.name: peer.version() for peer in plan.peers},
        missing=plan.missing,
        rows=rows,
        memory=list(memory.values()),
        goals=goals_of(rows, memory),
        ratios=ratios_of(rows),
        errors=[f"{count} × {error}" for error, count in errors.most_common(20)],
    )


def run(plan: Plan, console: Console) -> Result:
    """Start everything, measure, end everything."""
    with started(plan.peers) as targets:
        servers = {target.name: target.server for target in targets if target.server is not None}
        before = _rss_mb(servers)
        samples = uvloop.run(measured(targets, plan, console))
        after = _rss_mb(servers)
    memory = {name: Memory(name, before[name], after[name]) for name in servers}
    return result_of(plan, samples, memory)


def _rss_mb(servers: Mapping[str, Server]) -> dict[str, float]:
    return {name: server.rss_bytes() / _MB for name, server in servers.items()}


def main(arguments: Sequence[str] | None = None) -> int:
    """The program; returns its exit status."""
    plan = plan_of(sys.argv[1:] if arguments is None else arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that the servers are ended as well
    console = Console(width=None if sys.stdout.isatty() else 200)
    try:
        result = run(plan, console)
    except ServerFailed as error:
        print(f"The benchmark could not be run: {error}", file=sys.stderr)
        return 1
    show(result, console)
    if plan.json_file is not None:
        for file in save(result, plan.json_file):
            console.print(f"written: {file.name}", highlight=False)
    starved = [row for row in result.rows if row.answers == 0 or math.isnan(row.per_second)]
    failed = bool(result.errors or starved)
    if failed:
        print("Answers were missing or wrong; the figures do not count.", file=sys.stderr)
    print(result.ratios.line())
    return 1 if failed or not result.ratios.within_limit else 0


if __name__ == "__main__":
    sys.exit(main())

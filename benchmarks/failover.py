"""Measures what becomes of an answer when a model fails: by Segue and, in the same run, by its peers.

`python benchmarks/failover.py [--quick] [--json FILE] [--peers segue,litellm,portkey]`. Exit status: 0 if each of
Segue's answers was whole and came once, 1 if not, 2 if misused. README.md has the method.
"""

import argparse
import asyncio
import signal
import sys
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import uvloop
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

import talk
from about import about
from chosen import add_peer_arguments, chosen
from clients import Ask
from contenders import CONTENDERS, PATIENCE_S, Contender
from failover_report import JUDGED, Result, Trial, goals_of, rows_of, save, show
from faults import FAULTS, HEALTHY, Fault, Form
from faulty_upstream import FaultyUpstream, question
from hearing import Outcome, hear
from peers import Place
from processes import ServerFailed, free_port, on_cores, running, split_cores, wait_until_ready

_RESULT = Path(__file__).parent / "results" / "failover.json"
_LIMIT_S = 20.0
"""How long a client waits for the end of an answer: far longer than any reader would."""
_WARM_UP = 5
_SILENT = frozenset({Outcome.SILENT, Outcome.HALF_SILENT})
_ENOUGH_SILENT = 2
"""A gateway that left its client waiting this often in a fault is not asked again: it would take minutes."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one run does."""

    contenders: tuple[Contender, ...]
    missing: Mapping[str, str]
    """Gateways that were asked for and cannot be started here, with why."""
    is_quick: bool
    json_file: Path | None

    def trials(self, fault: Fault) -> int:
        """How often each gateway meets the fault, in each form."""
        return fault.quick_trials if self.is_quick else fault.trials

    def total(self) -> int:
        """Trials of the whole run, if all gateways answer."""
        return sum(self.trials(fault) * len(fault.forms) for fault in FAULTS) * len(self.contenders)


def plan_of(arguments: Sequence[str]) -> Plan:
    """Read the command line; ends the program with status 2 if it is wrong."""
    parser = argparse.ArgumentParser(description="Measure what becomes of an answer when a model fails.")
    parser.add_argument("--quick", action="store_true", help="few trials: shows that all works, not how well")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to write; .md comes beside it "
                        "(default: benchmarks/results/failover.json, nothing with --quick)")  # fmt: skip
    add_peer_arguments(parser, known=tuple(CONTENDERS), usual=tuple(CONTENDERS))
    given = parser.parse_args(arguments)
    names, missing = chosen(parser, given, known=tuple(CONTENDERS))
    json_file = given.json or (None if given.quick else _RESULT)
    return Plan(tuple(CONTENDERS[name] for name in names), missing, given.quick, json_file)


class Asker:
    """Asks running gateways, one numbered turn after the other."""

    def __init__(self, upstream: FaultyUpstream, ports: Mapping[str, int]) -> None:
        self._upstream = upstream
        self._ports = ports
        self._numbers = count(1)

    def settings(self, contenders: Sequence[Contender]) -> dict[str, str]:
        """What each gateway was told, as it may be kept."""
        return {each.peer.name: self._upstream.without_ports(each.settings(self._upstream)) for each in contenders}

    async def ask(self, contender: Contender, fault: Fault, form: Form) -> Trial:
        """One turn that meets the fault."""
        turn, streamed = next(self._numbers), form == "stream"
        model, headers = contender.asked(fault, self._upstream)
        body = talk.request_body(model, stream=streamed, question=question(turn))
        ask = Ask(self._ports[contender.peer.name], contender.peer.path, body, headers)
        heard = await hear(ask, streamed=streamed, patience_s=_LIMIT_S)
        broke_at_s = self._upstream.broke_at_s.get(turn)
        return Trial(
            gateway=contender.peer.name,
            fault=fault.name,
            form=form,
            outcome=heard.outcome(streamed=streamed),
            status=heard.status,
            first_text_s=heard.first_text_s,
            ended_s=heard.ended_s,
            pause_s=heard.pause_s(broke_at_s) if broke_at_s and fault.breaks_off else None,
            calls=self._upstream.calls.get(turn, 0),
        )


@asynccontextmanager
async def started(contenders: Sequence[Contender]) -> AsyncIterator[Asker]:
    """The scripted provider and all gateways, running, ready and warm."""
    gateway_cores, load_cores = split_cores()
    async with AsyncExitStack() as stack:
        stack.enter_context(on_cores(load_cores))
        upstream = await stack.enter_async_context(FaultyUpstream())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ports: dict[str, int] = {}
        for contender in contenders:
            peer = contender.peer
            (own := folder / peer.name).mkdir()
            place = Place(free_port(), upstream.base_url(HEALTHY.name), own)
            start = contender.start(place, upstream)
            opened = running(peer.name, start.command, port=place.port, cores=gateway_cores, env=start.env, folder=own)
            server = stack.enter_context(opened)
            await asyncio.to_thread(wait_until_ready, server, peer.ready_path, limit_s=peer.ready_s)
            ports[peer.name] = place.port
        asker = Asker(upstream, ports)
        for contender in contenders:
            for form in HEALTHY.forms * _WARM_UP:
                await asker.ask(contender, HEALTHY, form)
        yield asker


async def trials_of(asker: Asker, plan: Plan) -> AsyncIterator[Trial]:
    """Every trial as it ends. Where processor time counts, one turn is under way at a time, and the gateways, and the
    faults, take turns; where all of it is waiting, all wait beside each other."""
    for lot in _lots(plan):
        if lot[0][1].at_once:
            async with asyncio.TaskGroup() as group:
                tasks = [group.create_task(asker.ask(*one)) for one in lot]
            for task in tasks:
                yield task.result()
            continue
        silent: dict[tuple[str, str], int] = {}
        for contender, fault, form in lot:
            key = (contender.peer.name, fault.name)
            if silent.get(key, 0) < _ENOUGH_SILENT:
                trial = await asker.ask(contender, fault, form)
                silent[key] = silent.get(key, 0) + (trial.outcome in _SILENT)
                yield trial


def _lots(plan: Plan) -> Iterator[list[tuple[Contender, Fault, Form]]]:
    """What is asked: the faults that come in turns, then each of those that wait."""
    in_turns = [fault for fault in FAULTS if not fault.at_once]
    yield [
        (contender, fault, form)
        for number in range(max(map(plan.trials, in_turns)))
        for fault in in_turns
        if number < plan.trials(fault)
        for form in fault.forms
        for contender in plan.contenders[:: 1 if number % 2 == 0 else -1]
    ]
    for fault in FAULTS:
        if fault.at_once:
            yield [
                (contender, fault, form)
                for _ in range(plan.trials(fault))
                for form in fault.forms
                for contender in plan.contenders
            ]


async def run(plan: Plan, console: Console) -> Result:
    """Start everything, measure, end everything."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    trials: list[Trial] = []
    with Progress(*columns, console=console, transient=True, refresh_per_second=1) as progress:
        task = progress.add_task("starting the gateways", total=plan.total())
        async with started(plan.contenders) as asker:
            async for trial in trials_of(asker, plan):
                trials.append(trial)
                progress.update(task, advance=1, description=f"{trial.gateway}: {trial.fault}, {trial.form}")
            settings = asker.settings(plan.contenders)
    rows = rows_of(trials)
    names = [contender.peer.name for contender in plan.contenders]
    return Result(
        about=about(),
        method={"a client waits (s)": _LIMIT_S, "patience with a silent model (s)": PATIENCE_S},
        versions={contender.peer.name: contender.peer.version() for contender in plan.contenders},
        missing=plan.missing,
        rows=rows,
        goals=goals_of(rows, [name for name in names if name != JUDGED]),
        settings=settings,
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """The program; returns its exit status."""
    plan = plan_of(sys.argv[1:] if arguments is None else arguments)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that the servers are ended as well
    console = Console(width=None if sys.stdout.isatty() else 200)
    try:
        result = uvloop.run(run(plan, console))
    except ServerFailed as error:
        print(f"The benchmark could not be run: {error}", file=sys.stderr)
        return 1
    show(result, console)
    if plan.json_file is not None:
        for file in save(result, plan.json_file):
            console.print(f"written: {file.name}", highlight=False)
    broken = [row for row in result.rows if row.gateway == JUDGED and not row.is_whole]
    for row in broken:
        print(f"Segue did not bring every answer whole: {row.fault}, {row.form}: {row.what()}", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())

"""Measures how soon Segue is there: importing it, `segue --help`, `segue serve` until it is ready. No network.

`python benchmarks/startup.py [--json FILE] [--models HOME]`. Medians of five, after one start that is not counted: it
leaves the compiled files that an installed Segue has, in a folder of this run's own. Exit status: 0 if every limit is
met, 1 if not. Where the system allows it, all of it runs in a network name space of its own, in which only this
machine's loopback exists.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

import msgspec
from rich.console import Console
from rich.table import Table

from about import about
from loopback import has_only_loopback, raise_loopback
from peers import segue_command
from processes import ServerFailed, free_port, running, wait_until_ready

_RUNS = 5
_COMMAND_S = 60.0
_READY_S = 60.0
_POLL_S = 0.005
_INSIDE = "SEGUE_BENCHMARK_INSIDE"
_HEAVY = ("torch", "transformers", "xllamacpp", "fastapi", "alembic", "sqlalchemy", "aiohttp")
"""What neither `import segue` nor `segue --help` may import."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing measured, against its limit."""

    what: str
    limit_s: float
    median_s: float
    fastest_s: float
    slowest_s: float

    @property
    def met(self) -> bool:
        """Whether the median is within the limit."""
        return self.median_s <= self.limit_s


def surroundings(home: Path) -> dict[str, str]:
    """What a program is told beside its arguments; it may keep compiled files, whatever this one may do."""
    return {
        "SEGUE_HOME": str(home),
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(home.parent / "compiled"),
    }


def timed(command: Sequence[str], home: Path) -> float:
    """Seconds that a command takes from its start to its end."""
    started = perf_counter()
    subprocess.run(
        command,
        env={**os.environ, **surroundings(home)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=_COMMAND_S,
    )
    return perf_counter() - started


def timed_until_ready(home: Path) -> float:
    """Seconds from the start of `segue serve`, with nothing configured, until `/readyz` answers 200."""
    port = free_port()
    command = (segue_command(), "serve", "--host", "127.0.0.1", "--port", str(port))
    started = perf_counter()
    env = surroundings(home)
    with running("segue serve", command, port=port, cores=None, env=env, folder=home) as server:
        wait_until_ready(server, "/readyz", limit_s=_READY_S, poll_s=_POLL_S)
        return perf_counter() - started


def line(what: str, limit_s: float, once: Callable[[], float]) -> Line:
    """Measure after one run that is not counted."""
    once()
    taken = [once() for _ in range(_RUNS)]
    return Line(what, limit_s, median(taken), min(taken), max(taken))


def import_line(home: Path) -> Line:
    """`import segue` beyond a bare interpreter; the two take turns, and each pair gives one difference."""

    def once() -> float:
        bare = timed((sys.executable, "-c", "pass"), home)
        return timed((sys.executable, "-c", "import segue"), home) - bare

    return line("import segue, beyond bare Python", 0.3, once)


def heavy_imports(home: Path) -> list[str]:
    """Which heavy packages are imported though they must not be, as 'what imports it: package'."""
    programs = {"import segue": ("-c", "import segue"), "segue --help": (segue_command(), "--help")}
    return [
        f"{what}: {package}"
        for what, program in programs.items()
        for package in _imported((sys.executable, "-X", "importtime", *program), home)
        if package in _HEAVY
    ]


def _imported(command: Sequence[str], home: Path) -> list[str]:
    """Top-level packages that a program imports, by the interpreter's own list on standard error."""
    env = {**os.environ, **surroundings(home)}
    run = subprocess.run(command, env=env, capture_output=True, text=True, check=True, timeout=_COMMAND_S)
    names = [entry.rpartition("|")[2].strip() for entry in run.stderr.splitlines() if entry.startswith("import time:")]
    return sorted({name for name in names if "." not in name})


def measured(folder: Path, models: Path | None) -> list[Line]:
    """All lines, in a new SEGUE_HOME; with the models of another home, if one is given."""
    home = folder / "home"
    home.mkdir()
    if models is not None:
        (home / "models").symlink_to(models / "models", target_is_directory=True)
    return [
        import_line(home),
        line("segue --help", 0.3, lambda: timed((segue_command(), "--help"), home)),
        line("segue serve until /readyz answers 200", 1.5, lambda: timed_until_ready(home)),
    ]


def show(lines: Sequence[Line], heavy: Sequence[str], console: Console) -> None:
    """Print the table."""
    where = ", ".join(f"{name} {value}" for name, value in about().items())
    table = Table("what", "limit s", "median s", "fastest s", "slowest s", "met", title=where, title_justify="left")
    for each in lines:
        seconds = (f"{value:.3f}" for value in (each.median_s, each.fastest_s, each.slowest_s))
        table.add_row(each.what, f"{each.limit_s:g}", *seconds, "yes" if each.met else "no")
    console.print(table)
    network = "none but loopback" if has_only_loopback() else "as the machine has it (no name space to be had)"
    console.print(f"network: {network}; medians of {_RUNS}", highlight=False)
    console.print(f"imports that must not be: {', '.join(heavy) or 'none'}", highlight=False)


def save(lines: Sequence[Line], heavy: Sequence[str], json_file: Path) -> None:
    """Write the figures as JSON."""
    json_file.parent.mkdir(parents=True, exist_ok=True)
    result = {"about": about(), "only_loopback": has_only_loopback(), "lines": lines, "heavy_imports": heavy}
    json_file.write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n")


def _move_inside() -> None:
    """Run this program again in a network name space of its own, where that can be had; does not return then."""
    unshare = shutil.which("unshare")
    if _INSIDE in os.environ or unshare is None:
        return
    wrap = (unshare, "--map-root-user", "--net")
    if subprocess.run((*wrap, "true"), capture_output=True, timeout=_COMMAND_S, check=False).returncode != 0:
        return
    os.execve(unshare, [*wrap, sys.executable, *sys.argv], {**os.environ, _INSIDE: "1"})


def main() -> int:
    """The program; returns its exit status."""
    parser = argparse.ArgumentParser(description="Measure how soon Segue is there, without a network.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there as well")
    models_help = "a SEGUE_HOME whose models the gateway finds; else there are none"
    parser.add_argument("--models", type=Path, metavar="HOME", help=models_help)
    given = parser.parse_args()
    if given.models is not None and not (given.models / "models").is_dir():
        parser.error(f"There is no folder 'models' in {given.models}.")
    _move_inside()
    if _INSIDE in os.environ:
        raise_loopback()
    with tempfile.TemporaryDirectory() as folder:
        try:
            lines = measured(Path(folder), given.models and given.models.resolve())
            heavy = heavy_imports(Path(folder))
        except ServerFailed as error:
            print(f"Segue could not be started: {error}", file=sys.stderr)
            return 1
        except subprocess.CalledProcessError as error:
            print(f"{error}\n{error.stderr}", file=sys.stderr)
            return 1
    show(lines, heavy, Console(width=None if sys.stdout.isatty() else 120))
    if given.json is not None:
        save(lines, heavy, given.json)
    return 0 if all(each.met for each in lines) and not heavy else 1


if __name__ == "__main__":
    sys.exit(main())

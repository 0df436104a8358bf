"""Measures what Segue costs a model on this machine: tokens a second through Segue and by the library alone.

`python benchmarks/local.py --gguf FILE --folder FOLDER [--rounds N] [--quick]`. Both backends, one thread each, the
demonstration model by default. In each round the bare library and Segue read a new long prompt, then say an answer of a
fixed length, by turns; ratios are taken within a round. Segue is here its adapter with all that it has between a
request and the model: worker, socket, protocol, queue. What a turn costs besides, as screening, `gateway.py` measures.
What counts is processor time, this process and the worker together: another program on the same core does not change it
as it changes a time on the wall. Exit status: 0 if both backends keep within 5 % of their library, 1 if not.
"""

import argparse
import asyncio
import importlib.metadata
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import msgspec
import psutil
import uvloop
from rich.console import Console

from about import about
from bare_models import Took
from processes import process_cpu_s
from segue.domain.chat import ChatRequest, Finished, Message, Role
from segue.events import Broadcast
from segue.providers.contract import ProviderContext
from segue.providers.local.adapter import LocalModelAdapter
from segue.providers.local.options import LocalOptions

_LIMIT = 0.95
"""Least share of the bare library's tokens a second (issue of local models, acceptance 6)."""
_CONTEXT_TOKENS = 2048
_ROUNDS = 5
_LINES = 24
"""Lines of the long prompt, of some eighteen tokens each."""
_ANSWER_TOKENS = 64
_MODEL = "model"
_RESULTS = Path(__file__).parent / "results"
_HOME = Path("~/.cache/segue-tests").expanduser()
_PACKAGES = ("xllamacpp", "transformers", "torch")


@dataclass(frozen=True, slots=True)
class Load:
    """One question of every round."""

    name: str
    lines: int
    answer_tokens: int

    def text(self, number: int) -> str:
        """The question, new in each round from its first word on: no cache knows it."""
        lines = [f"Boat {number} of row {row} came home with {row + 3} baskets." for row in range(self.lines)]
        return "\n".join([f"List {number}.", *lines, "Which harbour is this?"])

    def tokens(self, took: Took) -> int:
        """What the load is about."""
        return took.prompt_tokens if self.lines else took.answer_tokens


@dataclass(frozen=True, slots=True)
class Line:
    """One backend under one load."""

    backend: str
    load: str
    bare_tokens_per_cpu_s: float
    segue_tokens_per_cpu_s: float
    bare_tokens_per_s: float
    segue_tokens_per_s: float
    ratio: float
    """Median over the rounds of Segue's tokens a processor second to the library's."""
    wall_ratio: float
    """The same of tokens a second on the wall; for people, as it moves with whatever else runs."""
    rounds: int

    @property
    def met(self) -> bool:
        """Whether Segue keeps near enough to the library."""
        return self.ratio >= _LIMIT


class Bare:
    """A library alone, in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self.name = "bare"

    async def ask(self, text: str, answer_tokens: int) -> Took:
        """One answer, and what it took."""
        assert self._process.stdin is not None
        print(json.dumps({"text": text, "answer_tokens": answer_tokens}), file=self._process.stdin, flush=True)
        return Took(*json.loads(await asyncio.to_thread(_line_of, self._process)))


def _line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        raise SystemExit("The bare library ended by itself; its words stand above.")
    return line


@contextmanager
def bare(backend: str, path: Path) -> Iterator[Bare]:
    """Start a library alone and wait until its model is loaded."""
    program = Path(__file__).parent / "bare_models.py"
    command = [sys.executable, str(program), backend, str(path), str(_CONTEXT_TOKENS)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            _line_of(process)
            yield Bare(process)
        finally:
            process.kill()


class Through:
    """The same model through Segue's adapter."""

    def __init__(self, adapter: LocalModelAdapter) -> None:
        self._adapter = adapter
        self.name = "segue"

    async def ask(self, text: str, answer_tokens: int) -> Took:
        """One answer, and what it took: of this process and of the worker."""
        request = ChatRequest(
            (Message(Role.USER, text),), max_tokens=answer_tokens, temperature=0.0, extra={"ignore_eos": True}
        )
        cpu_s, wall_s = self._cpu_s(), perf_counter()
        async with self._adapter.answer(request, _MODEL) as pieces:
            *_, end = [piece async for piece in pieces]
        took = (self._cpu_s() - cpu_s, perf_counter() - wall_s)
        if not isinstance(end, Finished) or end.usage is None or end.usage.output_tokens != answer_tokens:
            raise SystemExit(f"It was to say {answer_tokens} tokens and told {end}.")
        return Took(*took, end.usage.input_tokens, end.usage.output_tokens)

    def _cpu_s(self) -> float:
        pids = [held.pid for held in self._adapter.loaded()]
        return sum(process_cpu_s(process) for process in (psutil.Process(), *map(psutil.Process, pids)))


async def measured(backend: str, path: Path, loads: Sequence[Load], rounds: int) -> list[Line]:
    """All loads of one backend, after one round that is not counted."""
    model = {"path": str(path), "backend": backend, "context_tokens": _CONTEXT_TOKENS}
    options = LocalOptions.model_validate({"models": {_MODEL: model}, "nice": 0})
    found: dict[str, list[tuple[Took, Took]]] = {load.name: [] for load in loads}
    with tempfile.TemporaryDirectory() as home, bare(backend, path) as library:
        context = ProviderContext(name="local", home=Path(home), teller=Broadcast(()))
        async with LocalModelAdapter(options, context) as adapter:
            through = Through(adapter)
            for number in range(rounds + 1):
                for load in loads:
                    pair = await _pair(library, through, load, number)
                    if number:
                        found[load.name].append(pair)
    return [_line(backend, load, found[load.name]) for load in loads]


async def _pair(library: Bare, through: Through, load: Load, number: int) -> tuple[Took, Took]:
    """Both answer the same; every second round the other begins."""
    order = (library, through) if number % 2 else (through, library)
    took = {each.name: await each.ask(load.text(number), load.answer_tokens) for each in order}
    return took["bare"], took["segue"]


def _line(backend: str, load: Load, pairs: Sequence[tuple[Took, Took]]) -> Line:
    def rate(took: Took, seconds: float) -> float:
        return load.tokens(took) / seconds

    cpu = [(rate(alone, alone.cpu_s), rate(by, by.cpu_s)) for alone, by in pairs]
    wall = [(rate(alone, alone.wall_s), rate(by, by.wall_s)) for alone, by in pairs]
    return Line(
        backend,
        load.name,
        bare_tokens_per_cpu_s=median(alone for alone, _ in cpu),
        segue_tokens_per_cpu_s=median(by for _, by in cpu),
        bare_tokens_per_s=median(alone for alone, _ in wall),
        segue_tokens_per_s=median(by for _, by in wall),
        ratio=median(by / alone for alone, by in cpu),
        wall_ratio=median(by / alone for alone, by in wall),
        rounds=len(pairs),
    )


def table(lines: Sequence[Line], facts: Mapping[str, Any]) -> str:
    """The result as a page."""
    head = "| backend | load | bare, tokens a processor second | Segue | ratio | bare, tokens a second | Segue | met |"
    rows = [
        f"| {each.backend} | {each.load} | {each.bare_tokens_per_cpu_s:.1f} | {each.segue_tokens_per_cpu_s:.1f} | "
        f"**{each.ratio:.3f}** | {each.bare_tokens_per_s:.1f} | {each.segue_tokens_per_s:.1f} | "
        f"{'yes' if each.met else 'no'} |"
        for each in lines
    ]
    where = ", ".join(f"{name} {value}" for name, value in facts.items())
    intro = (
        "# Models on this machine: through Segue and by the library alone\n\n"
        f"{where}; one thread, medians of {lines[0].rounds} rounds, ratios within a round. Segue is its adapter, "
        "its own process and its worker together. Written by `benchmarks/local.py`.\n"
    )
    return "\n".join([intro, head, "|---|---|---|---|---|---|---|---|", *rows, ""])


def main() -> int:
    """The program; returns its exit status."""
    parser = argparse.ArgumentParser(description="Measure what Segue costs a model on this machine.")
    parser.add_argument("--gguf", type=Path, default=_HOME / "models/smollm2/SmolLM2-135M-Instruct.Q4_1.gguf")
    parser.add_argument("--folder", type=Path, default=_HOME / "models/smollm2-safetensors")
    parser.add_argument("--rounds", type=int, default=_ROUNDS)
    parser.add_argument("--quick", action="store_true", help="two rounds, and nothing is written")
    given = parser.parse_args()
    for path in (given.gguf, given.folder):
        if not path.exists():
            parser.error(f"{path} is not there; the tests in tests/unit/providers/local make both.")
    loads = (Load("prompt", _LINES, 1), Load("answer", 0, _ANSWER_TOKENS))
    rounds = 2 if given.quick else given.rounds
    lines: list[Line] = []
    for backend, path in (("llama_cpp", given.gguf), ("transformers", given.folder)):
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:  # as the gateway does
            lines += runner.run(measured(backend, path, loads, rounds))
    facts = {**about(), **{name: importlib.metadata.version(name) for name in _PACKAGES}}
    page = table(lines, facts)
    Console(width=160).print(page, highlight=False, markup=False)
    if not given.quick:
        result = {"about": facts, "limit": _LIMIT, "lines": [asdict(each) for each in lines]}
        (_RESULTS / "local.json").write_bytes(msgspec.json.format(msgspec.json.encode(result), indent=1) + b"\n")
        (_RESULTS / "local.md").write_text(page, encoding="utf-8")
    return 0 if all(each.met for each in lines) else 1


if __name__ == "__main__":
    sys.exit(main())

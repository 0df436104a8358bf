"""Measures how well memory is predicted: what real workers take, against what was told before they were started.

`python benchmarks/memory.py [--quick] [--models DIR] [--json] [--save]`

Each combination of model, form, context, cache, answers at once and mapping is loaded by a real worker process, and its
contexts are filled. The prediction's constants are fitted on all models but the one that is judged, in turn. Goals:
mean error at most 5 %, worst at most 10 %, of steady state and peak alike, and the bound passed by at most 5 % of the
loads. `--quick` takes a few small combinations and the constants as they ship. Exit status: 0 all goals reached, 1 one
missed, 2 misused. Ten minutes, and as long the first time to fetch the models and make their forms (3 GB).
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from rich.console import Console
from rich.progress import track

import memory_models
from about import about
from memory_fit import Judged, fitted, judged
from memory_runs import Combination, Measured, measure
from segue.machine.needs import LoadPlan
from segue.machine.prediction import predict
from tables import Table, markdown_tables, show_tables

_RESULT = Path(__file__).parent / "results" / "memory.json"
_ABOUT = (
    "Resident memory of real workers (VmRSS after an answer with the contexts filled, VmHWM), pages of mapped files "
    "counted as the system counts them. Each model was predicted with constants fitted on the other models. "
    "`qwen2.5` is cut to its first four layers for transformers."
)
MEAN, WORST, PASSED = 0.05, 0.10, 0.05
"""The goals (issue 6, acceptance 1)."""


def _llama(
    model: str, kind: str, context: int, parallel: int = 1, cache: str = "f16", *, maps: bool = True
) -> Combination:
    plan = LoadPlan("llama_cpp", context, parallel=parallel, cache_type=cache, maps_file=maps)
    return Combination(model, kind, plan)


def _torch(model: str, quantization: str | None, context: int) -> Combination:
    return Combination(model, "", LoadPlan("transformers", context, quantization=quantization))


COMBINATIONS = (
    _llama("smollm2", "", 512),
    _llama("smollm2", "", 2048),
    _llama("smollm2", "", 512, 2),
    _llama("smollm2", "", 1024, maps=False),
    _llama("smollm2", "Q4_0", 512),
    _llama("smollm2", "Q4_0", 8192),
    _llama("smollm2", "Q4_0", 512, 2, maps=False),
    _llama("smollm2", "Q4_0", 1024, cache="q4_0"),
    _llama("smollm2", "Q8_0", 1024),
    _llama("smollm2", "Q8_0", 2048, cache="q8_0"),
    _llama("smollm2", "Q8_0", 512, maps=False),
    _llama("smollm2", "F16", 512),
    _llama("smollm2", "F16", 512, maps=False),
    _llama("smollm2", "Q4_K", 512),
    _llama("smollm2", "Q2_K", 512),
    _llama("smollm2", "Q2_K", 512, maps=False),
    _llama("smollm2", "Q6_K", 512),
    _llama("gemma3", "", 512),
    _llama("gemma3", "", 1024, 2),
    _llama("gemma3", "", 512, maps=False),
    _llama("gemma3", "Q4_0", 4096),
    _llama("gemma3", "Q4_0", 1024, cache="q8_0"),
    _llama("gemma3", "Q8_0", 512),
    _llama("gemma3", "F16", 512, maps=False),
    _llama("qwen2.5", "", 512),
    _llama("qwen2.5", "", 512, cache="q8_0"),
    _llama("qwen2.5", "", 512, maps=False),
    _torch("smollm2", None, 512),
    _torch("smollm2", None, 2048),
    _torch("smollm2", "float32", 512),
    _torch("smollm2", "int8", 512),
    _torch("smollm2", "nf4", 1024),
    _torch("gemma3", None, 512),
    _torch("gemma3", "float32", 512),
    _torch("gemma3", "int8", 1024),
    _torch("gemma3", "nf4", 512),
    _torch("qwen2.5", None, 512),
    _torch("qwen2.5", "int8", 512),
)
QUICK = tuple(each for each in COMBINATIONS if each.model == "smollm2" and each.kind in {"", "Q4_0"})[:4]


def main() -> int:
    """Measure, judge, print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a few small combinations, the constants as they ship")
    parser.add_argument("--models", type=Path, default=memory_models.home(), help="where the models lie")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    parser.add_argument("--save", action="store_true", help="write both to results/")
    given = parser.parse_args()
    console = Console(stderr=True)
    wanted = QUICK if given.quick else COMBINATIONS
    loads = [_measured(each, given.models, console) for each in track(wanted, "loads", console=console)]
    results = (
        [Judged(load, predict(load.shape, load.combination.plan)) for load in loads] if given.quick else judged(loads)
    )
    told = as_json(results, loads)
    if given.json:
        print(json.dumps(told, indent=1))
    else:
        show_tables(tables(results), Console(width=150))
    if given.save:
        save(told, results)
    missed = [name for name, (value, goal) in goals(results).items() if value > goal]
    for name in missed:
        console.print(f"Missed: {name}.")
    return 1 if missed else 0


def save(told: dict[str, object], results: Sequence[Judged]) -> None:
    """Write both forms of the result."""
    _RESULT.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    parts = ["# Memory, predicted and measured", _ABOUT, *markdown_tables(tables(results))]
    _RESULT.with_suffix(".md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def _measured(combination: Combination, models: Path, console: Console) -> Measured:
    load = measure(combination, _path(combination, models))
    plan = combination.plan
    told = f"{combination.model} {combination.form} {plan.backend} {plan.context_tokens} x {plan.parallel}"
    console.print(f"{told}: {load.steady_bytes / 1e6:,.1f} MB, at most {load.peak_bytes / 1e6:,.1f}", highlight=False)
    return load


def _path(combination: Combination, folder: Path) -> Path:
    if combination.plan.backend == "transformers":
        return memory_models.hf(folder, combination.model)
    return memory_models.gguf(folder, combination.model, combination.kind)


def goals(results: Sequence[Judged]) -> dict[str, tuple[float, float]]:
    """What was reached, and what is to be, by goal."""
    steady = [abs(each.steady_error) for each in results]
    peak = [abs(each.peak_error) for each in results]
    return {
        "mean error of the steady state": (fmean(steady), MEAN),
        "worst error of the steady state": (max(steady), WORST),
        "mean error of the peak": (fmean(peak), MEAN),
        "worst error of the peak": (max(peak), WORST),
        "loads that pass the bound": (fmean(each.is_bound_passed for each in results), PASSED),
    }


def tables(results: Sequence[Judged]) -> list[Table]:
    """What people read: the loads, and the goals."""
    rows = [_row(each) for each in results]
    head = ("model", "backend", "weights", "context", "cache", "mapped", *("steady MB", "predicted", "error"))
    summary = [(name, f"{value:.1%}", f"{goal:.0%}") for name, (value, goal) in goals(results).items()]
    return [
        (f"{len(results)} loads", (*head, "peak MB", "predicted", "error", "bound"), rows),
        ("Goals", ("goal", "reached", "at most"), summary),
    ]


def _row(each: Judged) -> tuple[str, ...]:
    load, plan = each.measured, each.measured.combination.plan
    is_llama = plan.backend == "llama_cpp"
    return (
        load.combination.model,
        plan.backend,
        load.combination.form,
        f"{plan.context_tokens:,}" + (f" x {plan.parallel}" if plan.parallel > 1 else ""),
        plan.cache_type if is_llama else "",
        ("yes" if plan.maps_file else "no") if is_llama else "",
        *(f"{load.steady_bytes / 1e6:,.1f}", f"{each.need.steady_bytes / 1e6:,.1f}", f"{each.steady_error:+.1%}"),
        *(f"{load.peak_bytes / 1e6:,.1f}", f"{each.need.peak_bytes / 1e6:,.1f}", f"{each.peak_error:+.1%}"),
        f"{each.need.upper_bytes / 1e6:,.1f}" + (" passed" if each.is_bound_passed else ""),
    )


def as_json(results: Sequence[Judged], loads: Sequence[Measured]) -> dict[str, object]:
    """What programs read."""
    constants = fitted(loads)
    return {
        "about": about(),
        "goals": {name: {"reached": value, "at_most": goal} for name, (value, goal) in goals(results).items()},
        "constants_fitted_on_all": {
            "llama_cpp": {
                "process_bytes": round(constants.llama_cpp.process_bytes),
            },
            "transformers": {
                "process_bytes": round(constants.transformers.process_bytes),
                "tokenizer_share": round(constants.transformers.tokenizer_share, 2),
                "bitsandbytes_bytes": round(constants.transformers.bitsandbytes_bytes),
            },
        },
        "loads": [
            {
                "model": each.measured.combination.model,
                "backend": each.measured.combination.plan.backend,
                "weights": each.measured.combination.form,
                "context_tokens": each.measured.combination.plan.context_tokens,
                "parallel": each.measured.combination.plan.parallel,
                "cache_type": each.measured.combination.plan.cache_type,
                "maps_file": each.measured.combination.plan.maps_file,
                "filled_tokens": each.measured.filled_tokens,
                "load_s": round(each.measured.load_s, 2),
                "measured_steady_bytes": each.measured.steady_bytes,
                "measured_peak_bytes": each.measured.peak_bytes,
                "steady_bytes": each.need.steady_bytes,
                "peak_bytes": each.need.peak_bytes,
                "upper_bytes": each.need.upper_bytes,
            }
            for each in results
        ],
    }


if __name__ == "__main__":
    sys.exit(main())

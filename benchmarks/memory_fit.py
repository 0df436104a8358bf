"""Fits the few constants of the prediction, each on models other than the one that it is then judged on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from memory_runs import Measured
from segue.machine.needs import Need
from segue.machine.prediction import Runtimes, predict
from segue.machine.prediction_llama_cpp import LlamaRuntime, entries
from segue.machine.prediction_transformers import TorchRuntime, is_by_bitsandbytes, tokenizer_bytes


@dataclass(frozen=True, slots=True)
class Judged:
    """A load, and what was predicted of it with constants from other models."""

    measured: Measured
    need: Need

    @property
    def steady_error(self) -> float:
        """Of the prediction, as a share of what was measured; positive: too much was predicted."""
        return self.need.steady_bytes / self.measured.steady_bytes - 1

    @property
    def peak_error(self) -> float:
        """The same for the peak."""
        return self.need.peak_bytes / self.measured.peak_bytes - 1

    @property
    def is_bound_passed(self) -> bool:
        """Whether it took more than the bound says."""
        return self.measured.peak_bytes > self.need.upper_bytes


def judged(loads: Sequence[Measured]) -> list[Judged]:
    """Each load by constants that are fitted on the loads of all other models."""
    found = []
    for load in loads:
        others = [other for other in loads if other.combination.model != load.combination.model]
        found.append(Judged(load, predict(load.shape, load.combination.plan, runtimes=fitted(others))))
    return found


def fitted(loads: Sequence[Measured]) -> Runtimes:
    """The constants that leave the least squares of relative errors; those in use where there is nothing to fit on."""
    llama = [load for load in loads if load.combination.plan.backend == "llama_cpp"]
    torch = [load for load in loads if load.combination.plan.backend == "transformers"]
    now = Runtimes()
    return Runtimes(
        llama_cpp=_llama(llama) if llama else now.llama_cpp,
        transformers=_torch(torch) if len({load.combination.model for load in torch}) > 1 else now.transformers,
    )


def _llama(loads: Sequence[Measured]) -> LlamaRuntime:
    """What an entry of the vocabulary takes is counted, not fitted: two models' vocabularies may be of one size."""
    counted = Runtimes().llama_cpp
    weights = np.array([load.steady_bytes**-2 for load in loads], dtype=float)
    process = np.array([_left(load) - counted.entry_bytes * entries(load.shape) for load in loads])
    return replace(counted, process_bytes=float((process * weights).sum() / weights.sum()))


def _torch(loads: Sequence[Measured]) -> TorchRuntime:
    weights = np.array([1 / load.steady_bytes for load in loads])
    sides = np.array([_left(load) for load in loads]) * weights
    columns = np.array(
        [[1.0, tokenizer_bytes(load.shape), is_by_bitsandbytes(load.combination.plan)] for load in loads]
    )
    columns = columns * weights[:, None]
    process, share, quantizer = np.linalg.lstsq(columns, sides, rcond=None)[0]
    return TorchRuntime(process_bytes=float(process), tokenizer_share=float(share), bitsandbytes_bytes=float(quantizer))


def _left(load: Measured) -> float:
    """What was measured beyond all that is reckoned."""
    need = predict(load.shape, load.combination.plan)
    return load.steady_bytes - (need.steady_bytes - need.runtime_bytes)

"""Whether a file of weights that lies about here fits: by its header, or else by a rule of thumb on its size. Pure."""

from __future__ import annotations

from segue.catalog.fit_advice import USUAL_CONTEXT_TOKENS
from segue.catalog.surroundings import FoundFile
from segue.machine.facts import MachineFacts
from segue.machine.fit import Fit, best, fit
from segue.machine.known_shapes import DEMONSTRATION_SHAPE
from segue.machine.needs import LoadPlan
from segue.machine.prediction import predict
from segue.machine.room import room_of
from segue.machine.rule_of_thumb import fits, needed_bytes
from segue.machine.sizes import gb

_USUAL = LoadPlan("llama_cpp", USUAL_CONTEXT_TOKENS)


def way_of(file: FoundFile, machine: MachineFacts) -> Fit | None:
    """The way to load it with the usual context, or the longest shorter one; None where none fits, and without its
    header."""
    if file.shape is None:
        return None
    return best(((file.shape, _USUAL),), room_of(machine), predict=predict)


def file_fits(file: FoundFile, machine: MachineFacts) -> bool | None:
    """Whether it fits now in some way; None where memory is unknown."""
    if machine.available_bytes is None or file.shape is None:
        return fits(file.size_bytes, machine)
    return way_of(file, machine) is not None


def need_words(file: FoundFile, told: Fit | None = None) -> str:
    """What it takes, loaded as `told`, and how that is known."""
    if file.shape is None:
        return f"about {gb(needed_bytes(file.size_bytes))} of memory, by a rule of thumb on its size"
    plan = _USUAL if told is None else told.plan
    need = predict(file.shape, plan)
    return f"{gb(need.upper_bytes)} of memory at most with {plan.context_tokens:,} tokens of context"


def demonstration_fit(machine: MachineFacts, context_tokens: int) -> Fit:
    """Whether the demonstration model fits, whether it is here or not."""
    plan = LoadPlan("llama_cpp", context_tokens)
    return fit(DEMONSTRATION_SHAPE, plan, room_of(machine), predict=predict)

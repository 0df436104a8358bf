"""What to do to have a model as it was recommended: commands and settings, word for word. Pure."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from segue.catalog.fit_advice import USUAL_CONTEXT_TOKENS, FitAdvice, Row, Variant
from segue.domain.models import ModelRef
from segue.machine.needs import LoadPlan
from segue.machine.weights import DEMONSTRATION

_SETTINGS: Final = ("context_tokens", "cache_type", "maps_file", "gpu_layers", "quantization")
"""What of a plan a recommendation may change, as the settings of a local model name it."""
_NO_NAME: Final = re.compile(r"[^a-z0-9_.-]+")


@dataclass(frozen=True, slots=True)
class Use:
    """What to do, in this order."""

    fetch: str | None
    """The command that fetches it; None: it is here, or comes by itself."""
    settings: tuple[str, ...]
    """Lines for segue.yaml; empty: nothing has to be set."""
    talk: str
    """The command that talks to it."""


def use_of(advice: FitAdvice) -> Use | None:
    """How to have the model as it was recommended; None where nothing is."""
    row, subject = advice.recommended, advice.subject
    if row is None:
        return None
    is_own = subject.own is not None and row.variant.source == subject.own.source
    name = subject.weights if subject.kind != "built_in" else DEMONSTRATION.name
    ref = subject.ref or (None if name is None else ModelRef("local", name))
    if ref is not None and is_own and subject.as_it_is is not None:  # it answers already, if not in this way
        changed = _changed(subject.as_it_is, row.fit.plan)
        place = {} if subject.weights is None else {"weights": subject.weights}
        yes = "" if row.variant.is_here or subject.kind != "built_in" else " --yes"
        settings = _yaml(ref.provider, ref.name, {**place, **changed}) if changed else ()
        return Use(None, settings, f"segue chat{yes} --model {ref}")
    name = _name(row)
    fetch = None if row.variant.is_here else _pull(row.variant, name)
    plan = _changed(LoadPlan(row.fit.plan.backend, USUAL_CONTEXT_TOKENS), row.fit.plan)
    there = {"path": row.variant.source} if fetch is None else {"weights": name}
    is_usual = fetch is not None and not plan  # a model of the store answers without any settings
    settings = () if is_usual else _yaml("local", name, {**there, **plan})
    return Use(fetch, settings, f"segue chat --model local:{name}")


def _changed(before: LoadPlan, now: LoadPlan) -> dict[str, object]:
    """What of a plan differs."""
    return {name: getattr(now, name) for name in _SETTINGS if getattr(now, name) != getattr(before, name)}


def _name(row: Row) -> str:
    """What the model shall be called here."""
    stem = row.variant.source.rpartition("/")[2].rpartition(":")[2].removesuffix(".gguf")
    return _NO_NAME.sub("-", stem.lower()).strip("-.") or "model"


def _pull(variant: Variant, name: str) -> str:
    repository, _, file = variant.source.partition(":")
    only = f" --file {shlex.quote(file)}" if file else ""
    return f"segue models pull {shlex.quote(repository)}{only} --name {name}"


def _yaml(provider: str, name: str, settings: Mapping[str, object]) -> tuple[str, ...]:
    """The settings as lines of segue.yaml."""
    words = ", ".join(f"{key}: {_value(value)}" for key, value in settings.items())
    return (
        "providers:",
        f"  {provider}:",
        "    type: local",
        "    options:",
        "      models:",
        f"        {name}: {{{words}}}",
    )


def _value(value: object) -> str:
    """A value in YAML; a path in quotes, for it may hold anything."""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    is_plain = isinstance(value, int) or re.fullmatch(r"[\w][\w.-]*", text) is not None
    return text if is_plain else "'" + text.replace("'", "''") + "'"

"""What to do to have a model as it was recommended: commands and settings, word for word. Pure."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from segue.catalog.fit_advice import USUAL_CONTEXT_TOKENS, FitAdvice, Row, Subject, Variant
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
    ref = ModelRef("local", DEMONSTRATION.name) if subject.kind == "built_in" else subject.ref
    if ref is not None and is_own:
        yes = "" if row.variant.is_here or subject.kind != "built_in" else " --yes"
        changed = _changed(row)
        settings = _yaml(ref.provider, ref.name, changed) if changed else ()
        return Use(None, settings, f"segue chat{yes} --model {ref}")
    name = _name(row, subject)
    fetch = None if row.variant.is_here else _pull(row.variant, name)
    plan = _settings(row.fit.plan)
    in_store = fetch is not None or subject.kind == "stored"
    if in_store and not plan:  # a model of the store answers without any settings
        return Use(fetch, (), f"segue chat --model local:{name}")
    place = {"weights": name} if in_store else {"path": row.variant.source}
    return Use(fetch, _yaml("local", name, {**place, **plan}), f"segue chat --model local:{name}")


def _changed(row: Row) -> dict[str, object]:
    """What differs from how it would be loaded anyway."""
    before, now = row.variant.plan, row.fit.plan
    return {name: getattr(now, name) for name in _SETTINGS if getattr(now, name) != getattr(before, name)}


def _settings(plan: LoadPlan) -> dict[str, object]:
    """A plan as settings, without what is so anyway."""
    usual = LoadPlan(plan.backend, USUAL_CONTEXT_TOKENS)
    return {name: getattr(plan, name) for name in _SETTINGS if getattr(plan, name) != getattr(usual, name)}


def _name(row: Row, subject: Subject) -> str:
    """What the model shall be called here."""
    if subject.kind == "stored":
        return subject.asked
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

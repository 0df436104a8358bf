"""One setup: what it is, why, and what carrying it out would write; and the words that all of them share. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

from segue.catalog.surroundings import Configured, FoundKey, Surroundings
from segue.domain.models import ModelRef
from segue.machine.sizes import gb

SetupName: TypeAlias = Literal["server", "file", "openrouter", "openrouter-paid", "host", "configured", "demonstration"]
DECIDE: Final = (
    "Whether a model is fit for therapeutic use, nobody but you can decide: list it in "
    "`safety.allowed_for_therapeutic`, with who decided and when."
)


@dataclass(frozen=True, slots=True)
class Setup:
    """One setup: what it is, why, and what carrying it out would do."""

    name: SetupName
    title: str
    because: tuple[str, ...]
    cautions: tuple[str, ...] = ()
    providers: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Entries for `providers:`, by name; without their keys."""
    keys: Mapping[str, FoundKey] = field(default_factory=dict)
    """The key of each provider that needs one."""
    weights: Mapping[str, float] | None = None
    """What goes to `selection.weights`; None: as it is."""
    asks: tuple[ModelRef, ...] = ()
    """The models that have to answer one question for the setup to count as working; the first one that does, does."""
    keeps_rule: bool = True
    """Whether its models may be asked on therapeutic turns as things stand."""
    fetches: bool = False
    """Whether the demonstration model's weights have to be fetched."""
    lacks: str | None = None
    """What has to be done before it can be carried out; None: nothing."""


def where(key: FoundKey) -> str:
    """Where a key was found."""
    if key.variable and key.is_kept:
        return f"{key.variable} is set, and the vault has a key of {key.host} as well"
    if key.variable:
        return f"{key.variable} is set"
    return f"The vault has a key of {key.host}" if key.is_kept else f"The settings name a key of {key.host}"


def memory_words(found: Surroundings) -> str:
    """How much memory there is, and who limits it."""
    machine = found.machine
    if machine.available_bytes is None or machine.memory_bytes is None:
        return "how much memory there is, is not known"
    limit = f" (limited by its {machine.limited_by})" if machine.limited_by == "control group" else ""
    limit = limit or (f" (limited by `{machine.limited_by}`)" if machine.limited_by else "")
    return f"{gb(machine.available_bytes)} of {gb(machine.memory_bytes)}{limit} can be had now"


def counted(number: int, word: str) -> str:
    """A number with its word, as `1 model`, `2 models`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def free_name(wanted: str, kind: str, options: Mapping[str, object], found: Surroundings) -> str:
    """The name of the provider that is there already with this address, else one that is not taken."""
    for name, there in found.configured.items():
        if _is_same(there, kind, options):
            return name
    return next(name for name in numbered(wanted) if name not in found.configured)


def own_models(name: str, found: Surroundings) -> tuple[str, ...]:
    """The models that the settings name for a provider already: a setup keeps to them where it can."""
    there = found.configured.get(name)
    models = there.options.get("models") if there is not None else None
    return tuple(map(str, models)) if isinstance(models, Mapping) else ()


def _is_same(there: Configured, kind: str, options: Mapping[str, object]) -> bool:
    if there.type != kind:
        return False
    told = next((name for name in ("base_url", "host") if name in options), None)
    return told is None or there.options.get(told) == options[told]


def numbered(name: str) -> Iterable[str]:
    """The name, then the name with 2, 3 and so on behind it."""
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1

"""Which models there are and what each can do."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from typing_extensions import override

from segue.domain.money import Price
from segue.domain.values import made_often


class ProviderType(StrEnum):
    """Where a provider's models run and who bills for them."""

    LOCAL = "local"
    """Weights on this machine, in a process of ours."""
    LOCAL_SERVER = "local_server"
    """A server on this machine or in the operator's network."""
    OPENROUTER = "openrouter"
    CUSTOM_API = "custom_api"
    SCRIPTED = "scripted"
    """Written answers; offline; for tests and demonstrations."""


class TaskType(StrEnum):
    """What the caller wants done with a turn (the plan's list)."""

    NARRATIVE_GENERATION = "narrative_generation"
    DIALOGUE_GENERATION = "dialogue_generation"
    CHARACTER_DEVELOPMENT = "character_development"
    THERAPEUTIC_RESPONSE = "therapeutic_response"
    WORLD_BUILDING = "world_building"
    CHOICE_GENERATION = "choice_generation"
    CONSEQUENCE_ANALYSIS = "consequence_analysis"
    GENERAL_CHAT = "general_chat"


class Capability(StrEnum):
    """Something that a model can be asked to do."""

    CHAT = "chat"
    STREAMING = "streaming"
    SYSTEM_ROLE = "system_role"
    TOOLS = "tools"
    IMAGES = "images"
    JSON_OBJECT = "json_object"
    JSON_SCHEMA = "json_schema"
    PREFILL = "prefill"
    SEED = "seed"


class ModelStatus(StrEnum):
    """Whether a model can answer now."""

    READY = "ready"
    LOADABLE = "loadable"
    """On this machine, not in memory; the first request loads it."""
    WAITING = "waiting"
    """On this machine, and its load has to wait: for memory that models which answer just now hold, for its own answers
    before an unload, or for a worker that does nothing."""
    LOADING = "loading"
    RESTING = "resting"
    """Failed too often; it comes back by itself."""
    MISSING = "missing"
    """Known, but something has to be done first; `ModelCard.missing` says what."""
    WITHDRAWN = "withdrawn"


class Privacy(StrEnum):
    """What may leave the machine; a hard requirement, from narrow to wide."""

    LOCAL_ONLY = "local_only"
    NO_TRAINING = "no_training"
    ANY = "any"


WIDE_TO_NARROW = (Privacy.ANY, Privacy.NO_TRAINING, Privacy.LOCAL_ONLY)
"""The one order of privacy rules; whoever combines rules moves along it, never back."""


def narrowest(*rules: Privacy | None) -> Privacy | None:
    """The strictest of the rules that are set; None when none is."""
    kept = [rule for rule in rules if rule is not None]
    return max(kept, key=WIDE_TO_NARROW.index) if len(kept) > 1 else kept[0] if kept else None


class DataPolicy(StrEnum):
    """What a provider does with what it is sent."""

    LOCAL = "local"
    """Nothing leaves the operator's own machines."""
    NO_TRAINING = "no_training"
    MAY_TRAIN = "may_train"
    UNKNOWN = "unknown"
    """Not eligible where a policy is required."""


_LOCAL: Final = DataPolicy.LOCAL
LOCAL_ONLY: Final = Privacy.LOCAL_ONLY
"""Looked up once, as all that is asked for in every turn."""
MAY_HEAR = {
    Privacy.LOCAL_ONLY: frozenset({DataPolicy.LOCAL}),
    Privacy.NO_TRAINING: frozenset({DataPolicy.LOCAL, DataPolicy.NO_TRAINING}),
    Privacy.ANY: frozenset(DataPolicy),
}
"""What a provider has to do with what it is sent, so that a privacy rule allows to send it anything."""


class SafetyLevel(StrEnum):
    """How grave a finding is, from nothing to danger at this moment."""

    NONE = "none"
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"
    IMMINENT = "imminent"

    rank: int
    """0 (none) to 4 (imminent), for comparison."""
    is_serious: bool
    """True from moderate on."""


for _rank, _level in enumerate(SafetyLevel):
    # No properties: they are asked for twenty times in a turn.
    _level.rank = _rank
    _level.is_serious = _rank >= list(SafetyLevel).index(SafetyLevel.MODERATE)

NO_RISK: Final = SafetyLevel.NONE
"""Looked up once: it is asked for five times in a turn."""


@made_often
@dataclass(frozen=True, slots=True, order=True)
class ModelRef:
    """A model's name in two fields; names hold `/`, `:` and `.`, so the text is split once, at the first colon."""

    provider: str
    name: str

    @override
    def __str__(self) -> str:
        return f"{self.provider}:{self.name}"

    @classmethod
    def parse(cls, text: str) -> ModelRef | None:
        """Read `provider:name`; None when there is no colon or either side is empty."""
        provider, colon, name = text.partition(":")
        return cls(provider, name) if colon and provider and name else None


@dataclass(frozen=True, slots=True)
class ModelCard:
    """What is known of one model; None means unknown, never zero and never a guess."""

    ref: ModelRef
    provider_type: ProviderType
    capabilities: frozenset[Capability] = frozenset({Capability.CHAT, Capability.STREAMING, Capability.SYSTEM_ROLE})
    context_tokens: int | None = None
    """Input and output together."""
    max_output_tokens: int | None = None
    price: Price | None = None
    data_policy: DataPolicy = DataPolicy.UNKNOWN
    languages: frozenset[str] | None = None
    """ISO 639-1 codes that its maker names; None: not said."""
    status: ModelStatus = ModelStatus.READY
    missing: str | None = None
    """What has to be done before it can answer, with the command; only with status MISSING."""
    size_bytes: int | None = None
    """Weights on disk, for local models."""
    label: str | None = None
    """Shown wherever the model is, as "demonstration, not for therapeutic use"."""
    is_demonstration: bool = False
    """Not fit for therapeutic use: on therapeutic turns it stands behind every other model."""
    in_auto: bool = True
    """False: answers only when it is asked for by name or route."""
    passes_fields: frozenset[str] = field(default_factory=frozenset)
    """Top-level request fields beyond the known ones that this model's provider understands."""
    needs_alternation: bool = False
    """True: its prompt format takes the person and the model by turns only, the person first."""
    expires_on: date | None = None
    """The day after which its provider may withdraw it; None: none was told."""
    probed_on: date | None = None
    """Day on which its capabilities were found by trying; None: somebody wrote them, or its provider tells them."""
    has_line: bool = False
    """True: askers may have to wait in line for it, and it tells them their place."""
    keeps_rule_on_request: bool = False
    """True: with each turn whose rule is `no_training` its provider is told to ask nobody who trains."""
    stand_ins: tuple[tuple[ModelRef, Price | None], ...] = ()
    """Models that its provider may let answer in its place, with what they cost; None: nobody knows."""

    @property
    def is_local(self) -> bool:
        """True when nothing leaves the operator's machines."""
        return self.data_policy is _LOCAL

    def may_hear(self, rule: Privacy) -> bool:
        """Whether a privacy rule allows to send it anything."""
        kept = self.keeps_rule_on_request and rule is Privacy.NO_TRAINING
        return kept or self.data_policy in MAY_HEAR[rule]

    @property
    def is_free(self) -> bool | None:
        """None when the price is unknown."""
        return None if self.price is None else self.price.is_free


@made_often
@dataclass(frozen=True, slots=True)
class ModelRequirements:
    """What a turn needs of a model; every field is a hard condition."""

    capabilities: frozenset[Capability] = frozenset({Capability.CHAT})
    context_tokens: int = 0
    """Room for the prompt and the answer."""
    privacy: Privacy = Privacy.ANY
    max_cost_usd: float | None = None
    """Ceiling for this turn; None: no ceiling."""
    named: frozenset[ModelRef] = frozenset()
    """Models that were asked for by name or stand on the route: they qualify even if they are not for `auto`."""
    only_named: bool = False
    """True: no other model may answer."""
    allowed: frozenset[ModelRef] | None = None
    """Models of which somebody has decided that they may answer such a turn; None: nobody has decided, any may."""
    in_scope: frozenset[ModelRef] | None = None
    """Models that the caller's key may use; None: it may use any."""
    must_call_tool: bool = False
    """True: the answer has to be a tool call, so that nobody without tools can stand in."""
    least_tokens: int | None = None
    """Room for the system words, the newest turn and the answer; None: not known, so that all has to fit."""
    narrowed_by_key: bool = False
    """True: `privacy` is that of the caller's key, and no wider rule of a turn or the settings would help."""


@dataclass(frozen=True, slots=True)
class ModelMetrics:
    """What was measured of one model over its recent calls; None until there is a sample."""

    calls: int = 0
    failures: int = 0
    first_token_p50_s: float | None = None
    first_token_p95_s: float | None = None
    output_tokens_per_s: float | None = None
    """Median over calls."""
    last_error_code: str | None = None
    """Code of the newest failure among them, as `unreachable`; None without a failure."""

    @property
    def error_rate(self) -> float | None:
        """0 to 1; None without a call."""
        return self.failures / self.calls if self.calls else None

"""The settings tree: one field a setting, with unit, bounds, default and help. Docs and schema are made from it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr, ValidationInfo, field_validator

from segue.config.budget_settings import BudgetSettings, SpendingSettings
from segue.config.catalogue_settings import CatalogueSettings
from segue.config.limit_settings import Limits
from segue.config.resource_settings import ResourceSettings
from segue.config.safety_settings import DisclosureSettings, HandoffSettings, SafetySettings
from segue.config.section import NAME_PATTERN, ModelName, Seconds, Section
from segue.config.weights_settings import WeightsSettings
from segue.domain.models import Privacy
from segue.storage.meters import is_redis


def _not_auto(name: str) -> str:
    if name == "auto":
        raise ValueError("A route cannot be called `auto`: that name stands for any model that qualifies")
    return name


RouteName = Annotated[str, Field(pattern=NAME_PATTERN), AfterValidator(_not_auto)]


class ProviderSettings(Section):
    """One place where models answer. Its `options` belong to its type and are validated by it."""

    type: str
    """Kind of provider: `openai_compatible`, `openrouter`, `local`, `scripted`, or a plug-in's name."""
    enabled: bool = True
    """False: as if it were not written here."""
    key: SecretStr | None = None
    """API key; write it as `${NAME}` so that it stays out of the file; `none` is no key."""
    key_file: Path | None = None
    """File whose first line is the API key; not together with `key`. Without either the vault's keys are used, where
    the type takes keys (`segue keys set NAME`)."""
    options: dict[str, object] = Field(default={})
    """What this type of provider wants to know; see its page."""

    @field_validator("key")
    @classmethod
    def _none_is_no_key(cls, key: SecretStr | None) -> SecretStr | None:
        """Nothing, and `none` as in `${NAME:-none}`, is no key."""
        return None if key is not None and key.get_secret_value().strip().lower() in ("", "none") else key


class RouteSettings(Section):
    """A name that callers may ask for, standing for an ordered list of models."""

    models: tuple[ModelName, ...] = Field(min_length=1)
    """Asked in this order."""
    then_auto: bool = False
    """True: when all of them failed, any other model that qualifies is asked."""
    privacy: Privacy | None = None
    """What may leave the machine on this route; empty: the general rule."""
    turn_s: Seconds | None = None
    """Longest wait for the first word of an answer; empty: `time.turn_s`."""
    max_cost_usd: Annotated[float, Field(ge=0)] | None = None
    """Dearest answer that this route may choose, in dollars; empty: no ceiling."""


class TimeSettings(Section):
    """How long anything may take. Seconds."""

    turn_s: Seconds = 60.0
    """Longest wait for the first word of an answer, over all attempts together."""
    first_token_s: Seconds = Field(default=2.0, validate_default=True)
    """Silence before a model's first word after which the next one is started beside it; three times the model's own
    95th percentile where that is longer. The last one gets all the time left."""
    whole_answer_s: Seconds = 300.0
    """Longest wait for an answer that is asked for in one piece: its first word comes with its last."""
    gap_s: Seconds = 3.0
    """Longest pause within an answer, after which another model goes on with it; a stream that flows is never cut."""
    connect_s: Seconds = 2.0
    """Longest wait for a connection to a provider."""

    @field_validator("first_token_s")
    @classmethod
    def _leaves_time(cls, first_token_s: float, others: ValidationInfo) -> float:
        turn_s = others.data.get("turn_s")
        if turn_s is not None and first_token_s >= turn_s:
            raise ValueError(
                f"This must be less than `time.turn_s` ({turn_s:g}): there is no time for another model else"
            )
        return first_token_s


class FallbackSettings(Section):
    """What is done when a model fails."""

    retries: Annotated[int, Field(ge=0, le=5)] = 1
    """How often one model is asked again in a turn, where its failure is one that passes (500, reset, 429)."""
    retry_after_s: Seconds = 2.0
    """Longest Retry-After that is waited for; with a longer one the next model is asked."""
    retry_share: Annotated[float, Field(ge=0, le=1)] = 0.2
    """Most further tries at the same model as a share of the turns it gets, so that an outage is not amplified."""
    hedge_s: Seconds | None = None
    """Start the next model beside one that has been silent so long, before `time.first_token_s`; empty: never. It
    costs a second call and counts as a further try."""
    rescues: Annotated[int, Field(ge=0, le=10)] = 3
    """How often an answer that broke off after words were shown is continued by another model."""
    on_content_refused: Literal["stop", "next"] = "stop"
    """What follows when a provider's own moderation refuses the conversation: the turn ends, or the next is asked."""
    emergency: Literal["sessions", "always", "never"] = "sessions"
    """When every model failed: turns of a session, all turns, or none are answered with written words that keep the
    person's place; the others get the error with every attempt."""


class BreakerSettings(Section):
    """When a model, or a provider's key, rests after failures."""

    failures: Annotated[int, Field(ge=1, le=1000)] = 3
    """Failures in a row after which it rests. A key that is refused, or a Retry-After, makes it rest at once."""
    rest_s: Seconds = 5.0
    """First rest; each further one without a success in between is twice as long. Chance adds up to a fifth, so that
    replicas do not try in step."""
    longest_rest_s: Seconds = Field(default=120.0, validate_default=True)
    """Longest rest that is not asked for by the provider."""

    @field_validator("longest_rest_s")
    @classmethod
    def _is_longest(cls, longest_rest_s: float, others: ValidationInfo) -> float:
        rest_s = others.data.get("rest_s")
        if rest_s is not None and rest_s > longest_rest_s:
            raise ValueError(f"This must be at least `breakers.rest_s` ({rest_s:g}), the first rest")
        return longest_rest_s


class CacheSettings(Section):
    """What replicas share: who rests, who answers which session, how many further tries were made."""

    url: SecretStr | None = None
    """`redis://HOST:PORT/DB`, best written as `${REDIS_URL}`. Empty: this process keeps it for itself."""
    deadline_s: Seconds = 0.05
    """Longest wait for it; then this process goes on with what it knows."""

    @property
    def address(self) -> str:
        """Where it is; empty: in this process."""
        return self.url.get_secret_value() if self.url else ""

    @property
    def redis_url(self) -> str | None:
        """The same, where it is Redis."""
        return self.address if is_redis(self.address) else None


class PrivacySettings(Section):
    """What may leave this machine."""

    default: Privacy | None = None
    """Rule for every turn. Empty: `any`, but what began on this machine stays on it, and therapeutic turns follow
    `therapeutic`."""
    therapeutic: Privacy = Privacy.NO_TRAINING
    """Rule for therapeutic turns, unless `default` is narrower."""


class SelectionSettings(Section):
    """How models are weighed against each other."""

    weights: dict[str, Annotated[float, Field(ge=0)]] = Field(default={"cost": 1.0, "latency": 1.0, "locality": 0.5})
    """Weight of each criterion; what is not listed does not count."""


class SessionSettings(Section):
    """What is kept of sessions."""

    keep_days: Annotated[int, Field(ge=1, le=3650)] = 30
    """Days after the last turn until a session's state is erased."""
    return_after_s: Seconds = 60.0
    """How long the model that a session had to leave must have been well before the session returns to it."""
    memory_entries: Annotated[int, Field(ge=1)] = 50_000
    """Sessions held in memory; older ones are read again from the store."""


class ServerSettings(Section):
    """The gateway."""

    host: str = "127.0.0.1"
    """Address to listen on. Beyond loopback only with a caller key (`segue callers create`)."""
    port: Annotated[int, Field(ge=0, le=65535)] = 8484
    """Port to listen on; 0 takes a free one."""
    allowed_hosts: tuple[str, ...] = ()
    """Names besides loopback ones that a request's Host header may have, as `segue.example.org`."""
    loopback_without_key: bool = True
    """True: callers on this machine need no key while the gateway listens on loopback only."""
    max_body_bytes: Annotated[int, Field(ge=1024)] = 8 * 1024 * 1024
    """Longest request body; longer ones get 413."""
    max_header_bytes: Annotated[int, Field(ge=1024)] = 64 * 1024
    """Longest request head."""
    max_messages: Annotated[int, Field(ge=1)] = 2_000
    """Most messages in one request."""
    max_image_parts: Annotated[int, Field(ge=0)] = 20
    """Most pictures in one request."""
    stop_s: Seconds = 30.0
    """How long running answers may go on after the gateway was told to stop."""


class StorageSettings(Section):
    """Where turns, sessions and callers are remembered. Never conversations."""

    url: str = ""
    """`sqlite:///PATH`. Empty: `segue.db` in `SEGUE_HOME`."""
    deadline_s: Seconds = 5.0
    """Longest wait for the store, off the request path."""
    session_deadline_s: Seconds = 0.05
    """Longest wait for the store on the request path: reading a session, keeping a rise in its risk, and holding money
    on a hard budget."""
    keep_calls_days: Annotated[int, Field(ge=1, le=3650)] = 90
    """Days that records of calls are kept."""


class VaultSettings(Section):
    """Where the master key is, which seals keys and pseudonyms at rest. No database holds it.

    The first that there is counts: the system's keyring, the variable SEGUE_MASTER_KEY, the key file, which is made on
    first need.
    """

    keyring: bool = True
    """True: the system's keyring is used where the extra `keyring` is installed and a safe keyring is there."""
    key_file: Path | None = None
    """File of mode 0600 that holds the master key. Empty: `master.key` in `SEGUE_HOME`."""
    passphrase: SecretStr | None = None
    """A passphrase in place of a kept key; write it as `${NAME}`. Then no other place is looked in."""


class LogSettings(Section):
    """Logs go to standard error and never hold conversations or keys."""

    level: Literal["debug", "info", "warning", "error"] = "info"
    """Least grave level that is written."""
    format: Literal["console", "json"] = "console"
    """`json`: one object a line, for collectors."""


class Settings(Section):
    """Everything that can be configured. A running request keeps the settings it began with."""

    providers: dict[Annotated[str, Field(pattern=NAME_PATTERN)], ProviderSettings] = Field(default={})
    """Where models answer, by name. Empty: the demonstration model on this machine, and `scripted`."""
    routes: dict[RouteName, RouteSettings] = Field(default={})
    """Names that callers may ask for instead of a model."""
    fallbacks: dict[ModelName, tuple[ModelName, ...]] = Field(default={})
    """For a model: those that are asked, in order, when it fails."""
    time: TimeSettings = TimeSettings()
    fallback: FallbackSettings = FallbackSettings()
    breakers: BreakerSettings = BreakerSettings()
    limits: Limits = ()
    """How much may be asked within a minute and at once: by everybody, a caller, a session or a tag, and of a provider
    or a model. Turns of people in danger are never refused."""
    privacy: PrivacySettings = PrivacySettings()
    selection: SelectionSettings = SelectionSettings()
    safety: SafetySettings = SafetySettings()
    handoff: HandoffSettings = HandoffSettings()
    disclosure: DisclosureSettings = DisclosureSettings()
    catalogue: CatalogueSettings = CatalogueSettings()
    weights: WeightsSettings = WeightsSettings()
    resources: ResourceSettings = ResourceSettings()
    sessions: SessionSettings = SessionSettings()
    server: ServerSettings = ServerSettings()
    storage: StorageSettings = StorageSettings()
    vault: VaultSettings = VaultSettings()
    cache: CacheSettings = CacheSettings()
    budgets: tuple[BudgetSettings, ...] = ()
    """What may be spent. Empty: nothing is counted but what the records of calls say."""
    spending: SpendingSettings = SpendingSettings()
    log: LogSettings = LogSettings()

    @field_validator("fallbacks")
    @classmethod
    def _others(cls, fallbacks: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        own = next((model for model, others in fallbacks.items() if model in others), None)
        if own is not None:
            raise ValueError(f"The model '{own}' stands among its own fallbacks")
        return fallbacks


DEFAULT_PROVIDERS = {
    "local": ProviderSettings(type="local"),
    "scripted": ProviderSettings(type="scripted"),
}
"""What there is when nothing is configured (requirement R1.5)."""

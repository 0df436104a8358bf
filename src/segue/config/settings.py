"""The settings tree: one field a setting, with unit, bounds, default and help. Docs and schema are made from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Final, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, SecretStr, ValidationInfo, field_validator

from segue.domain.addresses import is_never_asked
from segue.domain.countries import country_code, meant_country
from segue.domain.models import Privacy
from segue.domain.webhooks import is_signing_secret

MODEL_PATTERN: Final = r"^[^:\s]+:\S+$"
NAME_PATTERN: Final = r"^[a-z0-9][a-z0-9_-]*$"


def _not_auto(name: str) -> str:
    if name == "auto":
        raise ValueError("A route cannot be called `auto`: that name stands for any model that qualifies")
    return name


def _receiver_url(url: SecretStr) -> SecretStr:
    parts = urlsplit(url.get_secret_value())
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username is not None or parts.fragment:
        raise ValueError("This has to be an address as `https://HOST/PATH`, with neither a user nor a fragment")
    if is_never_asked(parts.hostname):
        raise ValueError("This is a link-local or metadata address, which is never asked")
    return url


def _signing_secret(secret: SecretStr) -> SecretStr:
    if not is_signing_secret(secret.get_secret_value()):
        raise ValueError("This has to be `whsec_` and 24 to 64 random bytes in base64")
    return secret


def _country(code: str) -> str:
    known = country_code(code)
    if known is None:
        meant = meant_country(code)
        raise ValueError(
            f"This is no country; '{meant}' may be meant" if meant else "Use the two letters of ISO 3166-1, as DE"
        )
    return known


Seconds = Annotated[float, Field(gt=0, le=3600)]
ReceiverUrl = Annotated[SecretStr, AfterValidator(_receiver_url)]
"""An address that may hold a secret of its receiver's, so it is never shown."""
SigningSecret = Annotated[SecretStr, AfterValidator(_signing_secret)]
Share = Annotated[float, Field(ge=0, le=1)]
ModelName = Annotated[str, Field(pattern=MODEL_PATTERN, description="A model, written `provider:name`.")]
Country = Annotated[str, AfterValidator(_country)]
RouteName = Annotated[str, Field(pattern=NAME_PATTERN), AfterValidator(_not_auto)]


class Section(BaseModel):
    """A part of the settings: frozen, and unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class ProviderSettings(Section):
    """One place where models answer. Its `options` belong to its type and are validated by it."""

    type: str
    """Kind of provider: `openai_compatible`, `gguf`, `scripted`, or a plug-in's name."""
    enabled: bool = True
    """False: as if it were not written here."""
    key: SecretStr | None = None
    """API key; write it as `${NAME}` so that it stays out of the file."""
    key_file: Path | None = None
    """File whose first line is the API key; not together with `key`."""
    options: dict[str, object] = {}
    """What this type of provider wants to know; see its page."""


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


class PrivacySettings(Section):
    """What may leave this machine."""

    default: Privacy | None = None
    """Rule for every turn. Empty: `any`, but what began on this machine stays on it, and therapeutic turns follow
    `therapeutic`."""
    therapeutic: Privacy = Privacy.NO_TRAINING
    """Rule for therapeutic turns, unless `default` is narrower."""


class SelectionSettings(Section):
    """How models are weighed against each other."""

    weights: dict[str, Annotated[float, Field(ge=0)]] = {"cost": 1.0, "latency": 1.0, "locality": 0.5}
    """Weight of each criterion; what is not listed does not count."""


class AllowedModel(Section):
    """A model that may answer therapeutic turns, by somebody's decision; while none is listed any may, guarded."""

    model: ModelName
    """Written `provider:name`."""
    decided_by: Annotated[str, Field(min_length=1, max_length=200)]
    """Who decided it, by a name that others know."""
    decided_at: date
    """The day of the decision, as 2026-06-02."""


class SafetySettings(Section):
    """How words are screened. Screening itself cannot be switched off."""

    hold_back_chars: Annotated[int, Field(ge=40, le=2000)] = 120
    """Characters of a streamed answer that wait for the check to read past them."""
    streaming: Literal["auto", "sentence", "rolling"] = "auto"
    """How words are shown while they come. `sentence`: whole sentences only. `rolling`: as they are read, but sentences
    where the turn is therapeutic or the person's words are grave. `auto`: so it is, and sentences also in a session
    that was grave before."""
    allowed_for_therapeutic: tuple[AllowedModel, ...] = ()
    """Models that may answer therapeutic turns, each with `model`, `decided_by` and `decided_at`; nobody else answers
    them, not in another's place either. Empty: any model may, and is guarded more closely."""
    country: Country | None = None
    """Where people are whose turns do not say it, in two letters (ISO 3166-1): its helplines are named. Empty: words
    for the local emergency number. A language never says where somebody is."""
    helplines_file: Path | None = None
    """Helplines of your own in TOML, beside those of Segue or in place of them (`docs/safety/helplines.md`)."""
    policy_file: Path | None = None
    """Policy of your own in TOML; it can only ask for more than that of Segue (`docs/safety/guidelines.md`)."""
    classifier: Literal["auto", "off"] = "auto"
    """`auto`: the trained classifier reads every message of a person where the extra `safety` is installed. Without it,
    or with `off`, screening is degraded: rules alone find much less."""
    judge: ModelName | None = None
    """Model that is asked, where the privacy rule allows it, how grave doubtful words are. It can only raise the level.
    Empty: none is."""
    judge_s: Seconds = 1.5
    """Longest wait for it; then the verdict stays as it was."""
    judge_band: tuple[Share, Share] = (0.2, 0.8)
    """It is asked where the classifier's probability lies between these two, or the level is moderate."""

    @field_validator("judge_band")
    @classmethod
    def _rises(cls, band: tuple[float, float]) -> tuple[float, float]:
        if band[0] > band[1]:
            raise ValueError("The lower end comes first")
        return band


class HandoffSettings(Section):
    """Telling a human. Addresses and the secret come from the configuration alone, never over HTTP."""

    url: ReceiverUrl | None = None
    """Where the signed message goes, as `https://desk.example.org/segue`. Empty: nobody is told, and replies name only
    services that the person can reach."""
    secret: SigningSecret | None = None
    """What messages are signed with: `whsec_` and 24 to 64 bytes in base64; write it as `${NAME}`."""
    secret_file: Path | None = None
    """File whose first line is the secret; not together with `secret`."""
    escalate: tuple[ReceiverUrl, ...] = ()
    """Further receivers, asked in this order when none before has acknowledged in time."""
    answer_s: Seconds = 3.0
    """How long a receiver may take to answer at all before the next one is asked."""
    ack_s: Seconds = 30.0
    """How long a receiver that has taken the message may take to acknowledge before the next one is asked."""
    tries: Annotated[int, Field(ge=1, le=1000)] = 30
    """How often all receivers are asked in turn before a hand-off is given up and listed by `segue safety handoffs`."""
    retry_s: Seconds = 0.5
    """Longest pause before the second try; it doubles with each further one, and chance takes a part of it away."""
    longest_retry_s: Seconds = 60.0
    """Longest pause between two tries."""
    again_s: Annotated[float, Field(ge=0, le=86_400)] = 900.0
    """For so long a session's next hand-off for the same cause, no graver and with the same reference, is the one under
    way; 0: each is one of its own."""
    keep_days: Annotated[int, Field(ge=1, le=3650)] = 7
    """Days after which one that was acknowledged or given up is erased, and with it the caller's reference."""

    @property
    def urls(self) -> tuple[str, ...]:
        """Every receiver's address, in the order in which they are asked; none where nobody is to be told."""
        first = () if self.url is None else (self.url,)
        return tuple(url.get_secret_value() for url in (*first, *self.escalate))

    @field_validator("escalate")
    @classmethod
    def _after_a_first(cls, escalate: tuple[SecretStr, ...], others: ValidationInfo) -> tuple[SecretStr, ...]:
        if escalate and "url" in others.data and others.data["url"] is None:
            raise ValueError("There is no first receiver: set `handoff.url`")
        return escalate


class DisclosureSettings(Section):
    """What people are told of whom they talk with, where turns belong to a session."""

    enabled: bool = True
    """True: answers begin with a notice that an AI writes them, when a session starts, every `every_s` seconds of its
    use, and when the person asks."""
    every_s: Annotated[float, Field(ge=60, le=86_400)] = 10_800.0
    """Seconds after which the notice is given again."""
    therapeutic: bool = True
    """False: therapeutic turns are answered with written words that say that this service may not offer that here, and
    where to find help. Screening and its words stay as they are."""


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
    """Longest wait for the store on the request path: reading a session, and keeping a rise in its risk."""
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

    providers: dict[Annotated[str, Field(pattern=NAME_PATTERN)], ProviderSettings] = {}
    """Where models answer, by name. Empty: the demonstration model on this machine, and `scripted`."""
    routes: dict[RouteName, RouteSettings] = {}
    """Names that callers may ask for instead of a model."""
    fallbacks: dict[ModelName, tuple[ModelName, ...]] = {}
    """For a model: those that are asked, in order, when it fails."""
    time: TimeSettings = TimeSettings()
    fallback: FallbackSettings = FallbackSettings()
    breakers: BreakerSettings = BreakerSettings()
    privacy: PrivacySettings = PrivacySettings()
    selection: SelectionSettings = SelectionSettings()
    safety: SafetySettings = SafetySettings()
    handoff: HandoffSettings = HandoffSettings()
    disclosure: DisclosureSettings = DisclosureSettings()
    sessions: SessionSettings = SessionSettings()
    server: ServerSettings = ServerSettings()
    storage: StorageSettings = StorageSettings()
    vault: VaultSettings = VaultSettings()
    cache: CacheSettings = CacheSettings()
    log: LogSettings = LogSettings()

    @field_validator("fallbacks")
    @classmethod
    def _others(cls, fallbacks: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        own = next((model for model, others in fallbacks.items() if model in others), None)
        if own is not None:
            raise ValueError(f"The model '{own}' stands among its own fallbacks")
        return fallbacks


DEFAULT_PROVIDERS = {
    "local": ProviderSettings(type="gguf"),
    "scripted": ProviderSettings(type="scripted"),
}
"""What there is when nothing is configured (requirement R1.5)."""

"""The settings of what is done for people who may be in danger: screening, telling a human, and saying who writes."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationInfo, field_validator

from segue.config.section import ModelName, Seconds, Section, Share
from segue.domain.addresses import is_never_asked
from segue.domain.countries import country_code, meant_country
from segue.domain.languages import known_language
from segue.domain.therapy import CONTEXT_TAGS
from segue.domain.webhooks import is_signing_secret


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


def _context_tag(tag: str) -> str:
    if tag not in CONTEXT_TAGS:
        raise ValueError(f"This has to be one of {', '.join(sorted(CONTEXT_TAGS))}")
    return tag


ContextTag = Annotated[str, AfterValidator(_context_tag)]
ReceiverUrl = Annotated[SecretStr, AfterValidator(_receiver_url)]
"""An address that may hold a secret of its receiver's, so it is never shown."""
SigningSecret = Annotated[SecretStr, AfterValidator(_signing_secret)]
Country = Annotated[str, AfterValidator(_country)]
Language = Annotated[str, AfterValidator(known_language)]


class AllowedModel(Section):
    """A model that may answer therapeutic turns, by somebody's decision; while none is listed any may, guarded."""

    model: ModelName
    """Written `provider:name`."""
    decided_by: Annotated[str, Field(min_length=1, max_length=200)]
    """Who decided it, by a name that others know."""
    decided_at: date
    """The day of the decision, as 2026-06-02."""
    preferred_for: tuple[ContextTag, ...] = ()
    """Talks in which it is asked before the others that are allowed: a mode, a phase, a theme or a sign of how the talk
    goes, as `reflection`, `after_crisis`, `grief`, `frustration`. A model that was asked for by name still comes first.
    """


class TextSettings(Section):
    """The words of grave turns, for clinicians. Nothing is kept unless this is switched on."""

    enabled: bool = False
    """True: of a session's turns that screening found grave, the person's newest words and what was shown to them are
    kept, sealed with the session's own key. Only clinicians read them, and each reading is logged."""
    level: Literal["moderate", "high", "imminent"] = "high"
    """Least level of a turn whose words are kept."""
    keep_days: Annotated[int, Field(ge=1, le=3650)] = 30
    """Days until they are erased; sooner where the session is, or had no incident for `sessions.keep_days`."""


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
    language: Language | None = None
    """What people speak whose words do not tell it, as `de` or `pt-BR`: a first "ok" is scored and answered in it.
    Words that tell win over it, and so do earlier turns and what a request says. Empty: that of the system prompt."""
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
    texts: TextSettings = TextSettings()

    @field_validator("classifier", mode="before")
    @classmethod
    def _off(cls, classifier: object) -> object:
        return "off" if classifier is False else classifier  # YAML reads a bare `off` as false

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

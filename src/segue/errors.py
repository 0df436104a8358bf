"""Every error that Segue raises. Each says what happened, where, and what to do next.

    SegueError
    ├── ConfigError                 a setting is wrong: file, line, key
    ├── PartMissing                 an optional part is not installed here
    ├── WeightsError                weights could not be fetched, verified or kept
    ├── StorageError                a store did not do what it was asked
    │   └── UnfitRecord             no store can keep what it was given
    ├── Stopping                    the gateway is on its way down
    ├── RequestError                the caller's fault; names the field
    │   ├── ModelNotFound · NoSuchBreaker
    │   ├── BodyTooLarge
    │   ├── ContextTooLong          (also told by providers)
    │   ├── NotAuthenticated
    │   └── NotAllowed
    ├── NoModelFits                 carries the ranking with every reason
    ├── ProviderError               one attempt failed; carries provider and model
    │   ├── Unreachable · ConnectionLost · Silent · RateLimited · Overloaded · ProviderFault · Resting
    │   ├── KeyRejected · OutOfCredit · ModelGone · ContentRefused · PromptTooLong
    │   ├── RequestRefused · Unsupported
    │   └── BadAnswer · StreamCut · WorkerDied
    └── AllModelsFailed             an ExceptionGroup, one member an attempt

`str(error)` is for an operator; `error.for_person` is for the one who talks; neither holds a key or a word of talk.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

if TYPE_CHECKING:
    from pathlib import Path

    from segue.domain.choice import Ranking
    from segue.domain.models import ModelRef


class SegueError(Exception):
    """The root of the tree: `except SegueError` catches all that Segue raises on purpose."""

    code: ClassVar[str] = "internal_error"
    """Stable, for programs."""
    http_status: ClassVar[int] = 500
    kind: ClassVar[str] = "api_error"
    """The `type` field of the OpenAI error shape."""
    retryable: ClassVar[bool] = False
    """True when the same request may succeed later without any change."""
    for_person: ClassVar[str] = "Something went wrong on our side, and it is nothing you did."
    """Words for the one who talks: no jargon, no blame, and no "try again" where that would be in vain."""
    usual_hint: ClassVar[str] = ""
    """What to do where the one who raises it knows nothing better."""

    def __init__(self, message: str, *, hint: str = "", param: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint or self.usual_hint
        """What to do, for the operator or the caller; empty where the message says it."""
        self.param = param
        """The request field that it is about, None when it is about none."""

    @override
    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class ConfigError(SegueError):
    """A setting is wrong. `file`, `line` and `key` say where."""

    code = "config_error"
    for_person = "Something on our side is not set up as it should be. Those who run this have to mend it."

    def __init__(
        self, message: str, *, key: str = "", file: Path | None = None, line: int | None = None, hint: str = ""
    ) -> None:
        super().__init__(message, hint=hint)
        self.key, self.file, self.line = key, file, line
        self.others: tuple[ConfigError, ...] = ()
        """Further errors of the same file, so that all can be mended at once."""

    @override
    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line, self.key) if part)
        first = ": ".join(filter(None, (where, super().__str__())))
        return "\n".join((first, *map(str, self.others)))


class PartMissing(SegueError):
    """An optional part is not installed here; the hint names the command that installs it."""

    code = "part_missing"
    http_status = 503
    for_person = "Something is missing on our side. Those who run this have to add it."


class WeightsError(SegueError):
    """Weights could not be fetched, verified or kept."""

    code = "weights_error"
    http_status = 503
    for_person = "Something that is needed to answer could not be made ready on our side."


class StorageError(SegueError):
    """A store did not do what it was asked; what was to be written is named, never shown."""

    code = "storage_error"
    http_status = 503
    retryable = True
    for_person = "Something could not be kept on our side just now. Please try again in a moment."


class UnfitRecord(StorageError):
    """What was to be kept has a value that no store takes, or that stands there already: trying again is in vain."""

    code = "unfit_record"
    http_status = 500
    retryable = False
    for_person = "Something could not be kept on our side, and it is nothing you did."


class Stopping(SegueError):
    """The gateway is on its way down: running answers finish, new ones go elsewhere."""

    code = "stopping"
    http_status = 503
    retryable = True
    for_person = "The service is restarting. Please try again in a moment."


class RequestError(SegueError):
    """The request cannot be carried out as it is; `param` names the field."""

    code = "invalid_request"
    http_status = 400
    kind = "invalid_request_error"
    for_person = "What was sent could not be read here, and it is nothing you did."


class ModelNotFound(RequestError):
    """Nothing is known by that name."""

    code = "model_not_found"
    http_status = 404
    for_person = "The storyteller that was asked for is not known here."


class NoSuchBreaker(RequestError):
    """No breaker is known by that name: it never opened, or the name is wrong."""

    code = "no_such_breaker"
    http_status = 404


class BodyTooLarge(RequestError):
    """The body is longer than the configured limit."""

    code = "body_too_large"
    http_status = 413
    for_person = "That is more than can be taken in at once. Something shorter will do."


class ContextTooLong(RequestError):
    """The conversation does not fit any model that may answer it."""

    code = "context_length_exceeded"
    for_person = "This conversation has become too long to go on as it is."


class NotAuthenticated(RequestError):
    """No key, or one that is unknown or revoked."""

    code = "invalid_api_key"
    http_status = 401
    kind = "authentication_error"
    for_person = "You are not signed in for this."


class NotAllowed(RequestError):
    """The caller is known, or local, but may not do this from there."""

    code = "not_allowed"
    http_status = 403
    kind = "permission_error"
    for_person = "This cannot be done from here."


class NoModelFits(SegueError):
    """No model qualifies for the turn; `ranking.rejected` has every reason and hint."""

    code = "no_model_fits"
    http_status = 503
    for_person = "No storyteller is free for this right now, and it is nothing you did. A little later it may work."

    def __init__(self, message: str, *, ranking: Ranking, hint: str = "") -> None:
        super().__init__(message, hint=hint, param="model")
        self.ranking = ranking


class ProviderError(SegueError):
    """One attempt at one model failed. The class says what kind of failure, the pipeline decides what follows."""

    code = "provider_error"
    http_status = 502
    stops_turn: ClassVar[bool] = False
    for_person = "The storyteller could not answer, and it is nothing you did."
    """True when another model would fail alike: the request itself is at fault."""

    def __init__(
        self,
        message: str,
        *,
        model: ModelRef,
        status: int | None = None,
        retry_after_s: float | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(message, hint=hint)
        self.model = model
        self.status = status
        """The provider's HTTP status, None where there was none."""
        self.retry_after_s = retry_after_s
        """How long the provider asked to be left alone; None when it did not say."""

    @override
    def __str__(self) -> str:
        return f"{self.model}: {super().__str__()}"


class Unreachable(ProviderError):
    """No connection: refused, no such host, no network."""

    code = "unreachable"
    retryable = True
    for_person = "The storyteller cannot be reached right now. Please try again in a moment."
    usual_hint = "Check that it runs, and the way to it: its address, this machine's network, a proxy between."


class ConnectionLost(ProviderError):
    """The connection was there and broke before an answer came: asking again at once often helps."""

    code = "connection_lost"
    retryable = True


class Silent(ProviderError):
    """No word within the time that the turn had for it."""

    code = "silent"
    http_status = 504
    retryable = True
    for_person = "The storyteller did not answer in time. Please try again in a moment."
    usual_hint = (
        "If that is its usual speed, raise `time.first_token_s` and `time.gap_s`, or put a quicker one before it."
    )


class RateLimited(ProviderError):
    """Too many requests (429)."""

    code = "rate_limited"
    http_status = 429
    kind = "rate_limit_error"
    retryable = True
    for_person = "The storyteller is asked for too much at once right now. Please try again in a moment."
    usual_hint = "Raise the limit at its provider, or put another model behind it (`fallbacks`)."


class Overloaded(ProviderError):
    """The provider has no room now (503, 529)."""

    code = "overloaded"
    http_status = 503
    retryable = True
    for_person = "The storyteller has too much to do right now. Please try again in a moment."
    usual_hint = "It passes by itself; put another model behind it (`fallbacks`) for the meantime."


class ProviderFault(ProviderError):
    """The provider failed by itself (other 5xx, or an error inside a good status)."""

    code = "provider_fault"
    retryable = True
    for_person = "Something went wrong with the storyteller. Please try again in a moment."
    usual_hint = "The fault is its own: if it goes on, look at its log, or at its provider's word on outages."


class Resting(ProviderError):
    """The model was not asked: it failed too often, and its time to rest is not over."""

    code = "resting"
    http_status = 503
    retryable = True


class KeyRejected(ProviderError):
    """The provider does not accept our key (401, 403)."""

    code = "key_rejected"
    for_person = "The storyteller is closed to us. Those who run this have to mend it."
    usual_hint = "Set another key: `providers.NAME.key`; `segue config show` says where the present one came from."


class OutOfCredit(ProviderError):
    """The account behind our key has no money left (402, or its provider's words for it)."""

    code = "out_of_credit"
    for_person = "The storyteller cannot go on before those who run this have mended something."
    usual_hint = "Add credit at the provider, or lower what may be spent."


class ModelGone(ProviderError):
    """The provider does not have this model (404, 410)."""

    code = "model_gone"
    for_person = "This storyteller is not there any more; another one has to take over."
    usual_hint = "`segue models list` shows what is there."


class ContentRefused(ProviderError):
    """The provider's own moderation refused the conversation."""

    code = "content_refused"
    http_status = 400
    for_person = "The storyteller would not take up what was said. The limit is on our side, and it is nothing you did."
    usual_hint = "To ask another model instead, set `fallback.on_content_refused: next`."


class RequestRefused(ProviderError):
    """The provider says that the request is wrong (400, 422): another of the same kind would say so too."""

    code = "request_refused"
    http_status = 400
    kind = "invalid_request_error"
    stops_turn = True
    for_person = "What was sent could not be taken in, and it is nothing you did."
    usual_hint = "Change the request: others would refuse it as well."


class Unsupported(ProviderError):
    """The provider does not take a field, role or order of messages that the request has; another one may."""

    code = "unsupported"
    http_status = 400
    kind = "invalid_request_error"
    for_person = "The storyteller cannot take this in the form in which it came, and it is nothing you did."
    usual_hint = "Ask without it, or ask a model that takes it."


class PromptTooLong(ProviderError):
    """The conversation does not fit this model (413, or its provider's words for it); a larger one may take it."""

    code = "context_length_exceeded"
    http_status = 400
    kind = "invalid_request_error"
    for_person = ContextTooLong.for_person
    usual_hint = "Shorten the conversation, or configure a model with a larger context."


class BadAnswer(ProviderError):
    """What came back is not what the protocol says: malformed JSON, wrong shape, wrong content type."""

    code = "bad_answer"
    retryable = True
    for_person = "The storyteller's answer could not be read. Please try again in a moment."
    usual_hint = "Check that its address speaks the protocol; if it does, the fault is its own."


class StreamCut(ProviderError):
    """The stream ended, stalled or broke before its own end."""

    code = "stream_cut"
    retryable = True
    for_person = "The answer broke off. Please try again in a moment."
    usual_hint = "If it happens often, look at its log, the network, and the time limits of a proxy between."


class WorkerDied(ProviderError):
    """The process that held a local model ended during an answer."""

    code = "worker_died"
    retryable = True
    for_person = "The storyteller stopped within the answer. Please try again in a moment."
    usual_hint = "It is started again for the next question; ended by the system (-9), memory was probably short."


class AllModelsFailed(SegueError, ExceptionGroup[ProviderError]):
    """Every model that could be asked failed; `exceptions` holds one error an attempt, in order."""

    code = "all_models_failed"
    http_status = 502
    retryable = True
    for_person = "No storyteller can answer right now, and it is nothing you did. Please try again in a moment."

    def __new__(cls, message: str, attempts: Sequence[ProviderError], *, hint: str = "") -> AllModelsFailed:
        """Group the attempts' errors."""
        del hint
        return super().__new__(cls, message, attempts)

    def __init__(self, message: str, attempts: Sequence[ProviderError], *, hint: str = "") -> None:
        del message  # the group keeps it itself, read-only; SegueError's own __init__ would set it
        self._general_hint = hint
        self.hint = " ".join(filter(None, (*dict.fromkeys(error.hint for error in attempts), hint)))
        """What to do about each attempt, then in general."""
        self.param = None

    @property
    def attempts(self) -> tuple[ProviderError, ...]:
        """One error an attempt, in the order in which they were made."""
        return tuple(error for error in self.exceptions if isinstance(error, ProviderError))

    @override
    def __str__(self) -> str:
        reasons = "; ".join(f"{error.model}: {error.code} ({error.message.rstrip('.')})" for error in self.attempts)
        return f"{self.message} {reasons}. {self.hint}".rstrip()

    @override
    def derive(self, excs: Sequence[ProviderError]) -> AllModelsFailed:  # type: ignore[override]
        """Keep the type when the group is split."""
        return AllModelsFailed(self.message, excs, hint=self._general_hint)

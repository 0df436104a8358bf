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
    │   ├── Unreachable · Silent · RateLimited · Overloaded · ProviderFault
    │   ├── KeyRejected · OutOfCredit · ModelGone · ContentRefused · RequestRefused · PromptTooLong
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
    for_person: ClassVar[str] = "Something went wrong on our side. Please try again in a moment."
    """Words for the one who talks: no jargon, no blame."""

    def __init__(self, message: str, *, hint: str = "", param: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        """What to do, for the operator or the caller; empty where the message says it."""
        self.param = param
        """The request field that it is about, None when it is about none."""

    @override
    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


class ConfigError(SegueError):
    """A setting is wrong. `file`, `line` and `key` say where."""

    code = "config_error"

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
        first = f"{where}: {super().__str__()}" if where else super().__str__()
        return "\n".join((first, *map(str, self.others)))


class PartMissing(SegueError):
    """An optional part is not installed here; the hint names the command that installs it."""

    code = "part_missing"
    http_status = 503


class WeightsError(SegueError):
    """Weights could not be fetched, verified or kept."""

    code = "weights_error"
    http_status = 503


class StorageError(SegueError):
    """A store did not do what it was asked; what was to be written is named, never shown."""

    code = "storage_error"
    http_status = 503
    retryable = True


class UnfitRecord(StorageError):
    """What was to be kept has a value that no store takes, or that stands there already: trying again is in vain."""

    code = "unfit_record"
    http_status = 500
    retryable = False


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
    for_person = "That could not be understood. Please try again."


class ModelNotFound(RequestError):
    """Nothing is known by that name."""

    code = "model_not_found"
    http_status = 404


class NoSuchBreaker(RequestError):
    """No breaker is known by that name: it never opened, or the name is wrong."""

    code = "no_such_breaker"
    http_status = 404


class BodyTooLarge(RequestError):
    """The body is longer than the configured limit."""

    code = "body_too_large"
    http_status = 413


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
    for_person = "You may not do this from here."


class NoModelFits(SegueError):
    """No model qualifies for the turn; `ranking.rejected` has every reason and hint."""

    code = "no_model_fits"
    http_status = 503
    for_person = "No storyteller is free for this right now. Please try again in a moment."

    def __init__(self, message: str, *, ranking: Ranking, hint: str = "") -> None:
        super().__init__(message, hint=hint, param="model")
        self.ranking = ranking


class ProviderError(SegueError):
    """One attempt at one model failed. The class says what kind of failure, the pipeline decides what follows."""

    code = "provider_error"
    http_status = 502
    stops_turn: ClassVar[bool] = False
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
    """No connection: refused, reset before an answer, no such host, no network."""

    code = "unreachable"
    retryable = True


class Silent(ProviderError):
    """No word within the time that the turn had for it."""

    code = "silent"
    http_status = 504
    retryable = True


class RateLimited(ProviderError):
    """Too many requests (429)."""

    code = "rate_limited"
    http_status = 429
    kind = "rate_limit_error"
    retryable = True


class Overloaded(ProviderError):
    """The provider has no room now (503, 529)."""

    code = "overloaded"
    http_status = 503
    retryable = True


class ProviderFault(ProviderError):
    """The provider failed by itself (other 5xx, or an error inside a good status)."""

    code = "provider_fault"
    retryable = True


class KeyRejected(ProviderError):
    """The provider does not accept our key (401, 403)."""

    code = "key_rejected"


class OutOfCredit(ProviderError):
    """The account behind our key has no money left (402, or its provider's words for it)."""

    code = "out_of_credit"


class ModelGone(ProviderError):
    """The provider does not have this model (404, 410)."""

    code = "model_gone"


class ContentRefused(ProviderError):
    """The provider's own moderation refused the conversation."""

    code = "content_refused"
    http_status = 400


class RequestRefused(ProviderError):
    """The provider says that the request is wrong (400, 422): another of the same kind would say so too."""

    code = "request_refused"
    http_status = 400
    kind = "invalid_request_error"
    stops_turn = True


class PromptTooLong(ProviderError):
    """The conversation does not fit this model (413, or its provider's words for it); a larger one may take it."""

    code = "context_length_exceeded"
    http_status = 400
    kind = "invalid_request_error"
    for_person = ContextTooLong.for_person


class BadAnswer(ProviderError):
    """What came back is not what the protocol says: malformed JSON, wrong shape, wrong content type."""

    code = "bad_answer"
    retryable = True


class StreamCut(ProviderError):
    """The stream ended, stalled or broke before its own end."""

    code = "stream_cut"
    retryable = True


class WorkerDied(ProviderError):
    """The process that held a local model ended during an answer."""

    code = "worker_died"
    retryable = True


class AllModelsFailed(SegueError, ExceptionGroup[ProviderError]):
    """Every model that could be asked failed; `exceptions` holds one error an attempt, in order."""

    code = "all_models_failed"
    http_status = 502
    retryable = True
    for_person = "None of our storytellers can answer right now. Nothing you did is lost; please try again in a moment."

    def __new__(cls, message: str, attempts: Sequence[ProviderError], *, hint: str = "") -> AllModelsFailed:
        """Group the attempts' errors."""
        del hint
        return super().__new__(cls, message, attempts)

    def __init__(self, message: str, attempts: Sequence[ProviderError], *, hint: str = "") -> None:
        # The group keeps the message itself, read-only; SegueError's own __init__ would set it.
        del message
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

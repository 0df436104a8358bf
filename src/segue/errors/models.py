"""What goes wrong with models: none fits, one attempt fails, all of them failed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from typing_extensions import override

from segue.errors.requests import ContextTooLong
from segue.errors.root import SegueError

if TYPE_CHECKING:
    from datetime import datetime

    from segue.domain.choice import Ranking
    from segue.domain.models import ModelRef


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
    """True when another model would fail alike: the request itself is at fault."""
    for_person = "The storyteller could not answer, and it is nothing you did."

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
        self.was_counted: bool | None = None
        """False, later True: one failure that many attempts may be told of, and that counts once against the model.
        None: each attempt's own."""

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
    for_person = "The storyteller was lost before the answer began. Please try again in a moment."
    usual_hint = "If it happens often, look at its log, and at what stands between: a proxy, a firewall."


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


class OutOfQuota(ProviderError):
    """Not asked: the provider's limit for free models is used up, or what is left is kept for turns that need it."""

    code = "out_of_quota"
    http_status = 429
    kind = "rate_limit_error"
    retryable = True
    for_person = "The storyteller has been asked for all it may give just now. Please try again later."
    usual_hint = "Put a paid or local model behind it (`fallbacks`); `segue models limits` shows what is left."


class Overloaded(ProviderError):
    """The provider has no room now (503, 529)."""

    code = "overloaded"
    http_status = 503
    retryable = True
    for_person = "The storyteller has too much to do right now. Please try again in a moment."
    usual_hint = "It passes by itself; put another model behind it (`fallbacks`) for the meantime."


class NotEnoughMemory(ProviderError):
    """The model was not loaded, or not asked: what that takes does not fit this machine's memory now.

    `need_bytes` and `free_bytes` by the bound that is too tight; None where it is not about one load. `alternatives`:
    what would fit, a sentence each.
    """

    code = "not_enough_memory"
    http_status = 503
    retryable = True
    for_person = "There is no room for the storyteller right now. Please try again in a moment."
    usual_hint = "Unload a model that nobody needs (`segue models unload NAME`), or put another one behind it."

    def __init__(
        self,
        message: str,
        *,
        model: ModelRef,
        need_bytes: int | None = None,
        free_bytes: int | None = None,
        alternatives: Sequence[str] = (),
        hint: str = "",
    ) -> None:
        super().__init__(message, model=model, hint=hint)
        self.need_bytes, self.free_bytes = need_bytes, free_bytes
        self.alternatives = tuple(alternatives)


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
    for_person = "The storyteller is resting after some trouble. Please try again in a moment."
    usual_hint = "It comes back by itself; `segue health` says when."


class AtLimit(ProviderError):
    """The model was not asked: a limit of Segue's own, on it or its provider, is reached."""

    code = "at_limit"
    http_status = 429
    kind = "rate_limit_error"
    retryable = True
    for_person = "The storyteller is asked for too much at once right now. Please try again in a moment."
    usual_hint = "Raise it under `limits` in the settings, or put another model behind it (`fallbacks`)."


class OverBudget(ProviderError):
    """The model was not asked: what it may cost does not fit what is left of a hard budget, or nobody knows its price.

    `budget` is the budget's words; `resets_at` when it begins anew (aware, UTC), None where it never does.
    """

    code = "over_budget"
    http_status = 402
    for_person = "The storyteller has given all that was set aside for now. Those who run this can change that."
    usual_hint = "Raise the budget (`budgets` in the settings), or put a cheaper or local model behind it."

    def __init__(
        self,
        message: str,
        *,
        model: ModelRef,
        budget: str = "",
        resets_at: datetime | None = None,
        is_crisis: bool = False,
        hint: str = "",
    ) -> None:
        super().__init__(message, model=model, hint=hint)
        self.budget = budget
        self.resets_at = resets_at
        self.is_crisis = is_crisis
        """True where a person may be in danger, and even what is lent for that is used up."""


class LedgerAway(ProviderError):
    """The model was not asked: a hard budget counts it, and nobody can say, or keep, what is spent of that."""

    code = "ledger_away"
    http_status = 503
    retryable = True
    for_person = "The storyteller cannot be asked right now. Please try again in a moment."
    usual_hint = "`segue doctor` says whether Redis (`cache.url`) and the store answer."


class KeyRejected(ProviderError):
    """The provider does not accept our key (401, 403)."""

    code = "key_rejected"
    for_person = "The storyteller is closed to us. Those who run this have to mend it."
    usual_hint = "Set another key: `segue keys set NAME`; `segue config show` says where the present one came from."


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


class DidNotGoOn(ProviderError):
    """Asked to go on with another model's answer it began anew, or said nothing. It answered: that is no ill health."""

    code = "did_not_go_on"
    retryable = True
    for_person = "The answer broke off. Please try again in a moment."
    usual_hint = "A model with the capability `prefill` goes on exactly; a larger one follows an instruction better."


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


class BudgetSpent(SegueError):
    """Every model that could be asked would cost more than what is left of a hard budget; `models` has each.

    `budget` and `resets_at` are those of the first one.
    """

    code = "budget_exceeded"
    http_status = 402
    for_person = "What was set aside for the storyteller is used up. Those who run this can change that."
    usual_hint = OverBudget.usual_hint

    def __init__(self, models: Sequence[OverBudget]) -> None:
        first = models[0]
        until = "" if first.resets_at is None else f" It begins anew at {first.resets_at:%Y-%m-%d %H:%M} UTC."
        super().__init__(f"The budget does not allow this turn. {first.message}{until}", hint=first.hint)
        self.models = tuple(models)
        self.budget = first.budget
        self.resets_at = first.resets_at
        self.is_crisis = any(model.is_crisis for model in models)


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
        if self.is_money:
            self.http_status = LedgerAway.http_status

    @property
    def is_money(self) -> bool:
        """True when no provider was at fault: nobody could say of any model whether the money for it is there."""
        return all(isinstance(error, LedgerAway | OverBudget) for error in self.attempts)

    @property
    def attempts(self) -> tuple[ProviderError, ...]:
        """One error an attempt, in the order in which they were made."""
        return tuple(error for error in self.exceptions if isinstance(error, ProviderError))

    @property
    def told(self) -> str:
        """What happened, with every attempt, and without what to do."""
        reasons = "; ".join(f"{error.model}: {error.code} ({error.message.rstrip('.')})" for error in self.attempts)
        return f"{self.message} {reasons}."

    @override
    def __str__(self) -> str:
        return f"{self.told} {self.hint}".rstrip()

    @override
    def derive(self, excs: Sequence[ProviderError]) -> AllModelsFailed:  # type: ignore[override]
        """Keep the type when the group is split."""
        return AllModelsFailed(self.message, excs, hint=self._general_hint)

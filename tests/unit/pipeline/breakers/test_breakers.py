"""Who rests, for how long and why, and who may try again."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from typing_extensions import override

from segue.config.settings import BreakerSettings
from segue.domain.models import ModelRef
from segue.errors import (
    BadAnswer,
    ContentRefused,
    KeyRejected,
    ModelGone,
    NoSuchBreaker,
    OutOfCredit,
    Overloaded,
    PromptTooLong,
    ProviderError,
    ProviderFault,
    RateLimited,
    RequestRefused,
    Silent,
    StreamCut,
    Unreachable,
    WorkerDied,
)
from segue.events import BreakerChanged, Event, Teller
from segue.pipeline.breakers.breaker import PROBE_S
from segue.pipeline.breakers.breakers import NOBODY, NOT_ADMITTED, Breakers
from segue.storage.memory import MemoryCache

NOON_S = datetime(2026, 3, 1, 12, tzinfo=UTC).timestamp()
TALE, POEM, OTHER = ModelRef("house", "tale"), ModelRef("house", "poem"), ModelRef("far", "tale")


@dataclass
class Clock:
    """Time that stands until it is moved."""

    now_s: float = NOON_S

    def __call__(self) -> float:
        return self.now_s


@dataclass
class Heard(Teller):
    """What was told."""

    events: list[Event] = field(default_factory=list)

    @override
    def tell(self, event: Event) -> None:
        self.events.append(event)

    @property
    def changes(self) -> list[tuple[str, str, str | None]]:
        return [(e.name, e.state, e.error_code) for e in self.events if isinstance(e, BreakerChanged)]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def breakers(clock: Clock, heard: Heard) -> Breakers:
    """Breakers with the settings' defaults: three failures, 5 s, 120 s at most; chance adds nothing."""
    return made(clock, heard)


def made(clock: Clock, heard: Heard, *, chance: float = 0.0) -> Breakers:
    return Breakers(
        BreakerSettings(), MemoryCache(""), heard, refs=lambda: (TALE, POEM, OTHER), now=clock, jitter=lambda: chance
    )


def fails(
    breakers: Breakers,
    kind: type[ProviderError],
    times: int = 1,
    *,
    ref: ModelRef = TALE,
    retry_after_s: float | None = None,
) -> None:
    """Attempts that are admitted and fail."""
    for _ in range(times):
        number = breakers.admits(ref)
        assert number
        breakers.note(ref, kind("It failed.", model=ref, retry_after_s=retry_after_s), number)


def rests_s(breakers: Breakers, clock: Clock, ref: ModelRef = TALE) -> float | None:
    until_s = breakers.rests_until_s(ref)
    return None if until_s is None else round(until_s - clock.now_s, 3)


def test_one_failure_that_many_are_told_of_counts_once(breakers: Breakers) -> None:
    """Six who wait for one load that fails saw one failure, not six; the second load that fails is the second."""
    for _ in range(2):
        error = Overloaded("It did not load.", model=TALE)
        error.was_counted = False
        for _ in range(6):
            breakers.note(TALE, error, breakers.admits(TALE))
    assert breakers.resting() == {}
    assert [state.failures for state in breakers.states()] == [2]


@pytest.mark.parametrize("kind", [Overloaded, ProviderFault, Silent, BadAnswer, StreamCut, WorkerDied, RateLimited])
def test_a_model_that_fails_again_and_again_rests(breakers: Breakers, clock: Clock, kind: type[ProviderError]) -> None:
    """After three failures in a row it is not asked for five seconds, with the reason; others are. Covers R2.4."""
    fails(breakers, kind, 2)
    assert breakers.resting() == {}
    fails(breakers, kind)
    assert breakers.admits(TALE) == NOT_ADMITTED
    assert breakers.admits(POEM)
    assert breakers.resting() == {TALE: f"after 3 failures ({kind.code}) until 12:00:05 UTC."}
    assert rests_s(breakers, clock) == 5.0


@pytest.mark.parametrize("kind", [Unreachable, KeyRejected, OutOfCredit])
def test_a_key_or_address_that_fails_makes_all_its_models_rest(breakers: Breakers, kind: type[ProviderError]) -> None:
    """What is wrong with the key concerns every model behind it, and no other provider's. Covers R7.4."""
    fails(breakers, kind, 3 if kind is Unreachable else 1)
    assert [bool(breakers.admits(ref)) for ref in (TALE, POEM, OTHER)] == [False, False, True]
    assert set(breakers.resting()) == {TALE, POEM}
    assert breakers.resting()[POEM].startswith("with its provider, after ")


@pytest.mark.parametrize("kind", [KeyRejected, OutOfCredit, ModelGone])
def test_what_will_not_pass_soon_rests_at_once_and_long(
    breakers: Breakers, clock: Clock, kind: type[ProviderError]
) -> None:
    """A rejected key, an empty account or a model that is gone is not asked three times."""
    fails(breakers, kind)
    assert rests_s(breakers, clock) == 120.0


@pytest.mark.parametrize("kind", [RequestRefused, ContentRefused, PromptTooLong])
def test_the_callers_faults_do_not_count(breakers: Breakers, kind: type[ProviderError]) -> None:
    """However often a request is wrong, the model is as well as before."""
    fails(breakers, kind, 10, retry_after_s=30.0)
    assert (breakers.states(), breakers.resting()) == ((), {})
    assert breakers.healthy_for_s(TALE) == math.inf


@pytest.mark.parametrize("asked_s", [0.5, 30.0, 3600.0])
def test_a_provider_is_left_alone_as_long_as_it_asked(breakers: Breakers, clock: Clock, asked_s: float) -> None:
    """A Retry-After is obeyed at once and to the moment, also beyond the longest rest of the settings."""
    fails(breakers, RateLimited, retry_after_s=asked_s)
    assert rests_s(breakers, clock) == asked_s
    clock.now_s += asked_s
    assert breakers.admits(TALE)


@pytest.mark.parametrize("asked_s", [0.0, -1.0, math.nan])
def test_a_retry_after_that_makes_no_sense_is_a_failure_like_others(breakers: Breakers, asked_s: float) -> None:
    """Only from the third on does it make the model rest."""
    fails(breakers, RateLimited, 2, retry_after_s=asked_s)
    assert breakers.rests_until_s(TALE) is None


def test_a_provider_that_asks_for_ages_is_not_believed(breakers: Breakers, clock: Clock) -> None:
    """More than a day is a mistake."""
    fails(breakers, RateLimited, retry_after_s=1e300)
    assert rests_s(breakers, clock) == 86_400.0


def test_rests_double_until_the_longest_and_begin_anew_after_a_success(breakers: Breakers, clock: Clock) -> None:
    """Each rest without a success in between is twice as long as the one before."""
    fails(breakers, Overloaded, 3)
    seen = []
    for _ in range(7):
        seen.append(rests_s(breakers, clock))
        clock.now_s += seen[-1] or 0.0
        fails(breakers, Overloaded)
    assert seen == [5.0, 10.0, 20.0, 40.0, 80.0, 120.0, 120.0]
    clock.now_s += 120.0
    breakers.note(TALE, None, breakers.admits(TALE))
    fails(breakers, Overloaded, 3)
    assert rests_s(breakers, clock) == 5.0


def test_chance_makes_a_rest_a_fifth_longer_at_most(clock: Clock, heard: Heard) -> None:
    """Replicas that saw one outage do not try in step."""
    breakers = made(clock, heard, chance=1.0)
    fails(breakers, Overloaded, 3)
    assert rests_s(breakers, clock) == 6.0


def test_successes_in_between_keep_a_model_awake(breakers: Breakers) -> None:
    """Only failures in a row count."""
    for _ in range(5):
        fails(breakers, Overloaded, 2)
        breakers.note(TALE, None, breakers.admits(TALE))
    assert breakers.resting() is NOBODY


def test_after_its_rest_one_may_try_and_a_success_closes(breakers: Breakers, clock: Clock, heard: Heard) -> None:
    """While one tries, it rests for the others; when that one is answered, all may ask again. Covers R2.4."""
    fails(breakers, Overloaded, 3)
    clock.now_s += 5.0
    assert breakers.resting() == {}
    number = breakers.admits(TALE)
    assert number
    assert breakers.admits(TALE) == NOT_ADMITTED
    assert breakers.resting() == {TALE: "after 3 failures (overloaded); it is being tried again."}
    breakers.note(TALE, None, number)
    assert all(breakers.admits(TALE) for _ in range(3))
    name = "model:house:tale"
    assert heard.changes == [(name, "open", "overloaded"), (name, "half_open", "overloaded"), (name, "closed", None)]


def test_a_try_that_fails_opens_it_again(breakers: Breakers, clock: Clock) -> None:
    """One failure after a rest is enough."""
    fails(breakers, Overloaded, 3)
    clock.now_s += 5.0
    fails(breakers, Silent)
    assert breakers.resting() == {TALE: "after 4 failures (silent) until 12:00:15 UTC."}


@pytest.mark.parametrize("callers_fault", [True, False])
def test_a_try_that_says_nothing_lets_another_try(breakers: Breakers, clock: Clock, callers_fault: bool) -> None:
    """A cancelled try, or one whose request was wrong, neither closes nor opens."""
    fails(breakers, Overloaded, 3)
    clock.now_s += 5.0
    number = breakers.admits(TALE)
    if callers_fault:
        breakers.note(TALE, RequestRefused("It is wrong.", model=TALE), number)
    else:
        breakers.release(TALE, number)
    assert breakers.admits(TALE)
    assert breakers.admits(TALE) == NOT_ADMITTED


def test_a_try_that_never_ends_is_given_up(breakers: Breakers, clock: Clock) -> None:
    """Nobody who forgot to say how it went keeps a model resting for ever."""
    fails(breakers, Overloaded, 3)
    clock.now_s += 5.0
    assert breakers.admits(TALE)
    clock.now_s += PROBE_S - 0.1
    assert not breakers.admits(TALE)
    clock.now_s += 0.1
    assert breakers.resting() == {}
    assert breakers.admits(TALE)


def test_an_attempt_from_before_the_opening_changes_nothing(breakers: Breakers, clock: Clock) -> None:
    """Neither its success nor its failure says anything of the rest, and its end does not end another's try."""
    early = breakers.admits(TALE)
    fails(breakers, Overloaded, 3)
    breakers.note(TALE, None, early)
    breakers.note(TALE, Overloaded("It failed.", model=TALE), early)
    assert rests_s(breakers, clock) == 5.0
    clock.now_s += 5.0
    assert breakers.admits(TALE)
    breakers.note(TALE, None, early)
    breakers.release(TALE, early)
    assert breakers.admits(TALE) == NOT_ADMITTED


def test_the_longer_deadline_wins(breakers: Breakers, clock: Clock) -> None:
    """A late answer that asks for less does not shorten a rest; one that asks for more makes it longer."""
    early = [breakers.admits(TALE) for _ in range(2)]
    fails(breakers, RateLimited, retry_after_s=30.0)
    breakers.note(TALE, RateLimited("It failed.", model=TALE, retry_after_s=10.0), early[0])
    assert rests_s(breakers, clock) == 30.0
    breakers.note(TALE, RateLimited("It failed.", model=TALE, retry_after_s=60.0), early[1])
    assert rests_s(breakers, clock) == 60.0


def test_a_model_whose_key_and_own_breaker_rested_is_tried_once_for_both(breakers: Breakers, clock: Clock) -> None:
    """One try serves both: what fails opens what it concerns, and lets another try the rest."""
    early = [breakers.admits(TALE) for _ in range(3)]
    fails(breakers, KeyRejected)
    for number in early:
        breakers.note(TALE, Overloaded("It failed.", model=TALE), number)
    clock.now_s += 120.0
    fails(breakers, Overloaded)
    assert [bool(breakers.admits(ref)) for ref in (TALE, POEM)] == [False, True]


def test_who_rests_is_the_same_object_until_something_changes(breakers: Breakers, clock: Clock) -> None:
    """Asking for it on every turn costs nothing, and time alone changes it when a rest is over."""
    assert breakers.resting() is NOBODY
    fails(breakers, Overloaded, 3)
    first = breakers.resting()
    clock.now_s += 4.9
    assert breakers.resting() is first
    clock.now_s += 0.1
    assert breakers.resting() is NOBODY


def test_another_day_is_told_with_its_date(breakers: Breakers) -> None:
    """A rest beyond midnight is not read as one that is over."""
    fails(breakers, RateLimited, retry_after_s=13 * 3600.0)
    assert breakers.resting() == {TALE: "after 1 failure (rate_limited) until 2026-03-02 01:00:00 UTC."}


def test_how_long_a_model_was_well_is_known(breakers: Breakers, clock: Clock) -> None:
    """A session returns only to a model that was well for a while: its own failures and its key's count."""
    assert breakers.healthy_for_s(TALE) == math.inf
    fails(breakers, Overloaded)
    clock.now_s += 40.0
    assert (breakers.healthy_for_s(TALE), breakers.healthy_for_s(POEM)) == (40.0, math.inf)
    fails(breakers, Unreachable, ref=POEM)
    clock.now_s += 2.0
    assert (breakers.healthy_for_s(TALE), breakers.healthy_for_s(POEM)) == (2.0, 2.0)


def test_states_tell_operators_what_failed(breakers: Breakers, clock: Clock) -> None:
    """Each breaker that ever saw a failure is there, with its counts and its words."""
    fails(breakers, Overloaded, 3)
    fails(breakers, Silent, ref=OTHER)
    tale, other = sorted(breakers.states(), key=lambda state: state.name, reverse=True), breakers.states()[0]
    assert [state.name for state in tale] == ["model:house:tale", "model:far:tale"]
    assert (other.state, other.failures, other.error_code, other.until) == ("closed", 1, "silent", None)
    rests = tale[0]
    assert (rests.state, rests.failures, rests.openings) == ("open", 3, 1)
    assert rests.until == datetime(2026, 3, 1, 12, 0, 5, tzinfo=UTC)
    clock.now_s += 5.0
    assert breakers.states()[1].state == "half_open"


def test_a_reset_closes_what_rests(breakers: Breakers, heard: Heard) -> None:
    """An operator who mended something need not wait; what is closed already is not named."""
    fails(breakers, Overloaded, 3)
    fails(breakers, KeyRejected, ref=OTHER)
    fails(breakers, Silent, ref=POEM)
    assert breakers.reset("key:far") == ("key:far",)
    assert breakers.admits(OTHER)
    assert breakers.reset() == ("model:house:tale",)
    assert breakers.admits(TALE)
    assert breakers.healthy_for_s(TALE) == math.inf
    assert [change[:2] for change in heard.changes[-2:]] == [("key:far", "closed"), ("model:house:tale", "closed")]


@pytest.mark.parametrize(("failed", "hint"), [(1, "Known: model:house:tale."), (0, "there is nothing to reset")])
def test_a_name_that_no_breaker_has_is_told(breakers: Breakers, failed: int, hint: str) -> None:
    """The error names the ones that there are."""
    fails(breakers, Silent, failed)
    with pytest.raises(NoSuchBreaker, match=hint) as raised:
        breakers.reset("model:house:tail")
    assert (raised.value.param, raised.value.http_status) == ("name", 404)


def test_events_hold_neither_words_nor_keys(breakers: Breakers, heard: Heard) -> None:
    """What a provider said in its error stays where it was."""
    number = breakers.admits(TALE)
    breakers.note(TALE, KeyRejected("canary said in confidence", model=TALE, hint="canary"), number)
    assert heard.changes == [("key:house", "open", "key_rejected")]
    told: Sequence[object] = [*heard.events, breakers.states(), breakers.resting()]
    assert "canary" not in repr(told)

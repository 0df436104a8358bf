"""What holds of breakers whatever happens in whatever order."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, rule

from segue.config.settings import BreakerSettings
from segue.domain.models import ModelRef
from segue.errors import (
    ContentRefused,
    KeyRejected,
    ModelGone,
    OutOfCredit,
    Overloaded,
    PromptTooLong,
    ProviderError,
    RateLimited,
    RequestRefused,
    Silent,
    Unreachable,
)
from segue.events import Broadcast
from segue.pipeline.breakers.breaker import PROBE_S, BreakerPhase
from segue.pipeline.breakers.breakers import Breakers
from segue.storage.memory import MemoryCache

REFS = [ModelRef("house", "tale"), ModelRef("house", "poem"), ModelRef("far", "tale")]
FAILURES = [Overloaded, Silent, Unreachable, KeyRejected, OutOfCredit, ModelGone, RateLimited]
CALLERS = [RequestRefused, ContentRefused, PromptTooLong]

refs = st.sampled_from(REFS)
asked = st.none() | st.sampled_from([0.0, 0.5, 7.0, 300.0])


class AnyOrder(RuleBasedStateMachine):
    """Attempts that begin, fail, are answered and are given up, while time passes.

    Deadlines only move later until a success or a reset, nobody tries beside another, and what is the caller's fault
    changes nothing.
    """

    attempts = Bundle[tuple[ModelRef, int]]("attempts")

    @initialize()
    def begin(self) -> None:
        self.now_s = 1_000_000.0
        self.breakers = Breakers(
            BreakerSettings(failures=2),
            MemoryCache(""),
            Broadcast([]),
            refs=lambda: REFS,
            now=lambda: self.now_s,
            jitter=lambda: 0.5,
        )
        self.deadlines: dict[str, float] = {}
        self.trying: dict[str, tuple[int, float]] = {}
        """By breaker: the attempt that tries it, and until when it may."""

    def names(self, ref: ModelRef) -> tuple[str, str]:
        return f"model:{ref}", f"key:{ref.provider}"

    def phases(self) -> dict[str, BreakerPhase]:
        return {state.name: state.state for state in self.breakers.states()}

    @rule(seconds=st.sampled_from([0.1, 1.0, 5.0, 12.0, PROBE_S, 130.0]))
    def wait(self, seconds: float) -> None:
        self.now_s += seconds

    @rule(target=attempts, ref=refs)
    def ask(self, ref: ModelRef) -> tuple[ModelRef, int]:
        before = self.phases()
        rested = ref in self.breakers.resting()
        number = self.breakers.admits(ref)
        assert bool(number) is not rested, "who rests is not admitted, and nobody else is refused"
        for name in self.names(ref) if number else ():
            assert before.get(name) is not BreakerPhase.OPEN
            if before.get(name) is BreakerPhase.HALF_OPEN:
                _, until_s = self.trying.get(name, (0, 0.0))
                assert self.now_s >= until_s, "two try at once"
                self.trying[name] = number, self.now_s + PROBE_S
        return ref, number

    @rule(attempt=consumes(attempts))
    def answer(self, attempt: tuple[ModelRef, int]) -> None:
        before = self.phases()
        self.breakers.note(attempt[0], None, attempt[1])
        self.end(attempt)
        closed = [name for name, phase in self.phases().items() if phase != before[name]]
        assert all(self.phases()[name] is BreakerPhase.CLOSED for name in closed)
        for name in closed:
            self.deadlines.pop(name, None)

    @rule(attempt=consumes(attempts), kind=st.sampled_from(FAILURES), asked_s=asked)
    def fail(self, attempt: tuple[ModelRef, int], kind: type[ProviderError], asked_s: float | None) -> None:
        before = {state.name: state.openings for state in self.breakers.states()}
        self.breakers.note(attempt[0], kind("It failed.", model=attempt[0], retry_after_s=asked_s), attempt[1])
        self.end(attempt)
        for state in self.breakers.states():
            if state.openings != before.get(state.name):
                self.trying.pop(state.name, None)  # who tried it began before it opened, as any other

    @rule(attempt=consumes(attempts), kind=st.sampled_from(CALLERS), asked_s=asked)
    def refuse(self, attempt: tuple[ModelRef, int], kind: type[ProviderError], asked_s: float | None) -> None:
        before = [(s.name, s.state, s.failures, s.until, s.openings) for s in self.breakers.states()]
        self.breakers.note(attempt[0], kind("It is wrong.", model=attempt[0], retry_after_s=asked_s), attempt[1])
        self.end(attempt)
        assert [(s.name, s.state, s.failures, s.until, s.openings) for s in self.breakers.states()] == before

    @rule(attempt=consumes(attempts))
    def leave(self, attempt: tuple[ModelRef, int]) -> None:
        self.breakers.release(*attempt)
        self.end(attempt)

    @rule()
    def reset(self) -> None:
        self.breakers.reset()
        self.deadlines.clear()
        self.trying.clear()
        assert not self.breakers.resting()

    def end(self, attempt: tuple[ModelRef, int]) -> None:
        for name in self.names(attempt[0]):
            if name in self.trying and self.trying[name][0] == attempt[1]:
                del self.trying[name]

    @invariant()
    def deadlines_only_move_later(self) -> None:
        for state in self.breakers.states():
            until_s = state.until.timestamp() if state.until else None
            before_s = self.deadlines.get(state.name)
            assert before_s is None or (until_s is not None and until_s >= before_s)
            if until_s is not None:
                self.deadlines[state.name] = until_s

    @invariant()
    def who_rests_agrees_with_what_operators_see(self) -> None:
        names = {state.name for state in self.breakers.states() if state.reason}
        assert set(self.breakers.resting()) == {ref for ref in REFS if names & set(self.names(ref))}


TestAnyOrder = AnyOrder.TestCase
TestAnyOrder.settings = settings(max_examples=100, stateful_step_count=40)

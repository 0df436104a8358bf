"""Metrics for Prometheus: an observer that counts events, and the text that a scrape reads.

Names carry their unit, as https://prometheus.io/docs/practices/naming/ says (2026-03); words are those of
OpenTelemetry's conventions for generative models where they have one (`provider`, `model`, `token_type`, `error_type`).
No label holds anything that a caller or a person chose, and each has a bounded number of values.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from typing_extensions import override

from segue.domain.budgets import NamedStanding
from segue.domain.chat import Usage
from segue.domain.findings import Action, Verdict
from segue.domain.limits import Standing
from segue.domain.models import ModelRef, SafetyLevel
from segue.events import (
    AttemptEnded,
    BreakerChanged,
    Broadcast,
    BudgetReached,
    Event,
    ModelStateChanged,
    Observer,
    PressureStep,
    ResourceAlert,
    ScreeningDone,
    SessionMoved,
    TurnEnded,
)
from segue.observe.journal import JournalWriter
from segue.observe.machine_figures import MachineFigures
from segue.observe.series import Bounded, Count, Level, Spread
from segue.safety.incidents import own_level

if TYPE_CHECKING:
    from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

MAX_MODELS = 100
"""Models that get series of their own, about 40 each; the rest are counted together as `other:other`."""
MAX_CODES = 100
"""Error codes and outcomes that get series of their own; Segue itself has about 30."""
TURN_BUCKETS_S = (0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120, 300)
"""Bounds for whole answers, from a written reply to a slow model's long one."""
FIRST_TOKEN_BUCKETS_S = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 5, 10, 20, 60)
"""Bounds for first words. 2, 4 and 5 s are where another model is begun, a third, and where words are due."""
SCREENING_BUCKETS_S = (0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.2, 1)
"""Bounds for checks: rules take less than a millisecond, a classifier 3 to 8."""
_OTHER = ModelRef("other", "other")
_MODEL = ("provider", "model")

F = TypeVar("F", Count, Spread, Level)


class Metrics(Observer):
    """Counts what happens. Give it to the broadcast; `expose` is what `/metrics` answers."""

    name = "metrics"

    def __init__(self, *, version: str) -> None:
        from prometheus_client import CollectorRegistry, ProcessCollector

        self._registry = registry = CollectorRegistry()
        self._models = Bounded(MAX_MODELS, _OTHER)
        self._codes = Bounded(MAX_CODES, "other")
        ProcessCollector(registry=registry)

        def shown(family: F) -> F:
            registry.register(family)
            return family

        def count(name: str, about: str, *labels: str) -> Count:
            return shown(Count(f"segue_{name}", about, labels))

        def spread(name: str, about: str, bounds: Sequence[float], *labels: str) -> Spread:
            return shown(Spread(f"segue_{name}", about, bounds, labels))

        def level(name: str, about: str, *labels: str) -> Level:
            return shown(Level(f"segue_{name}", about, labels))

        level("build_info", "Always 1; the label says which version runs.", "version").set(version, to=1)
        self._turns = count("turns", "Turns that are over.", "task", "outcome", "streamed")
        self._turn_s = spread(
            "turn_duration_seconds", "From a request to the end of its answer.", TURN_BUCKETS_S, "task"
        )
        self._turn_first_s = spread(
            "turn_first_token_seconds", "From a request to the first words released.", FIRST_TOKEN_BUCKETS_S, "task"
        )
        self._attempts = count("attempts", "Models asked.", *_MODEL)
        self._failures = count("attempt_failures", "Models asked that did not answer.", *_MODEL, "error_type")
        self._attempt_s = spread("attempt_duration_seconds", "What one model took.", TURN_BUCKETS_S, *_MODEL)
        self._attempt_first_s = spread(
            "attempt_first_token_seconds", "What one model took to its first word.", FIRST_TOKEN_BUCKETS_S, *_MODEL
        )
        self._tokens = count(
            "tokens", "Tokens; those of caches and of reasoning are among the others.", *_MODEL, "token_type"
        )
        self._cost_usd = count("cost_usd", "What models cost, in dollars, where the price is known.", *_MODEL)
        self._unpriced = count("unpriced_attempts", "Attempts that cost something nobody knows.", *_MODEL)
        self._screenings = count("screenings", "Texts screened.", "direction", "level", "action")
        self._degraded = count("degraded_screenings", "Texts screened by fewer checks than usual.", "direction")
        self._screening_s = spread(
            "screening_duration_seconds", "What screening took.", SCREENING_BUCKETS_S, "direction"
        )
        self._states = count(
            "model_state_changes",
            "Local models loaded, unloaded, refused for want of memory, failed, died.",
            *_MODEL,
            "state",
        )
        self._loaded = level("model_loaded", "1 while a local model is in memory.", *_MODEL)
        self._breakers = Bounded(MAX_MODELS, "other")
        self._moves = count("session_moves", "Sessions that left their model, or went back to it.", "direction")
        self._budgets = count("budget_alerts", "Shares of budgets that were reached.", "kind")
        self._pressure = level(
            "pressure_step", "What is done about memory that is short: 0 nothing to 4, turns elsewhere."
        )
        self._pressure_steps = count("pressure_steps", "Steps about memory, taken and taken back.", "step", "direction")
        self._pressure.set(to=0)
        self._alerts = count(
            "resource_alerts", "What of this machine got short, or was no longer.", "resource", "state"
        )
        self._openings = count("breaker_openings", "Models and keys that were put to rest.", "breaker", "error_type")

    def watch(self, broadcast: Broadcast, writer: JournalWriter) -> None:
        """Show, with every scrape, what the broadcast and the journal's writer have lost."""
        self._registry.register(_Losses(broadcast, writer))

    def ask_who_rests(self, who: Callable[[], Mapping[str, bool]]) -> None:
        """Show, with every scrape, who rests. `who`: every breaker by name, true while it must not be asked."""
        self._registry.register(_Rests(who, self._breakers))

    def show_machine(self, machine: MachineFigures) -> None:
        """Show, with every scrape, what the machine was doing at its newest reading."""
        self._registry.register(machine)

    def show_counts(self, name: str, about: str, counts: Mapping[str, int]) -> None:
        """Show, with every scrape, what somebody counts by itself, under a bounded number of words."""
        self._registry.register(_Counted(f"segue_{name}", about, counts))

    def show_limits(self, counts: Mapping[str, int], standings: Callable[[], Iterable[Standing]]) -> None:
        """Show, with every scrape, how often limits stood in the way, and how some of them stand in this process."""
        self.show_counts("limits_reached", "Limits that stood in the way.", counts)
        self._registry.register(_Limits(standings, self._breakers))

    def show_budgets(self, standings: Callable[[], Iterable[NamedStanding]]) -> None:
        """Show, with every scrape, how the budgets stand that are for one name, or for everything."""
        self._registry.register(_Budgets(standings))

    def expose(self) -> bytes:
        """Every metric as text, in Prometheus's exposition format 0.0.4."""
        from prometheus_client import generate_latest

        return generate_latest(self._registry)

    @override
    async def observe(self, events: Sequence[Event]) -> None:
        # Those of one series are counted together: under load a batch holds dozens of them.
        attempts: defaultdict[ModelRef, list[AttemptEnded]] = defaultdict(list)
        turns: defaultdict[str, list[TurnEnded]] = defaultdict(list)
        screenings: defaultdict[str, list[ScreeningDone]] = defaultdict(list)
        for event in events:
            # By their very types: whether one is an instance costs ten times as much where it is none.
            if type(event) is ScreeningDone:
                screenings[event.direction].append(event)
            elif type(event) is AttemptEnded:
                attempts[event.model].append(event)
            elif type(event) is TurnEnded:
                turns[event.task].append(event)
            elif isinstance(event, ModelStateChanged):
                self._model_state(event)
            elif isinstance(event, BreakerChanged):
                self._breaker(event)
            elif isinstance(event, BudgetReached):
                self._budgets.add("hard" if event.is_hard else "soft")
            elif isinstance(event, PressureStep):
                self._pressure.set(to=event.number)
                self._pressure_steps.add(event.step, "back" if event.is_taken_back else "taken")
            elif isinstance(event, ResourceAlert):
                self._alerts.add(event.resource, "over" if event.is_over else "short")
            elif isinstance(event, SessionMoved):
                self._moves.add("home" if event.is_home else "away")
        for ref, of_model in attempts.items():
            self._count_attempts(self._model(ref), of_model)
        for task, of_task in turns.items():
            self._count_turns(task, of_task)
        for direction, of_direction in screenings.items():
            self._count_screenings(direction, of_direction)

    def _count_attempts(self, model: tuple[str, str], events: Sequence[AttemptEnded]) -> None:
        self._attempts.add(*model, times=len(events))
        self._attempt_s.add_all(model, [event.duration_s for event in events])
        self._attempt_first_s.add_all(model, [s for event in events if (s := event.first_token_s) is not None])
        for code, times in Counter([event.error_code for event in events]).items():
            if code is not None:
                self._failures.add(*model, self._codes.of(code), times=times)
        priced = [cost_micro_usd for event in events if (cost_micro_usd := event.cost_micro_usd) is not None]
        if priced:
            self._cost_usd.add(*model, times=sum(priced) / 1_000_000)
        if len(priced) < len(events):
            unpriced = [event for event in events if event.cost_micro_usd is None]
            if times := sum([event.error_code is None or event.usage is not None for event in unpriced]):
                self._unpriced.add(*model, times=times)
        if usages := [event.usage for event in events if event.usage is not None]:
            self._count_tokens(model, usages)

    def _count_tokens(self, model: tuple[str, str], usages: Sequence[Usage]) -> None:
        self._tokens.add(*model, "input", times=sum([usage.input_tokens for usage in usages]))
        self._tokens.add(*model, "output", times=sum([usage.output_tokens for usage in usages]))
        if cached_tokens := sum([usage.cached_input_tokens for usage in usages]):
            self._tokens.add(*model, "cached_input", times=cached_tokens)
        if written_tokens := sum([usage.cache_write_tokens for usage in usages]):
            self._tokens.add(*model, "cache_write", times=written_tokens)
        if reasoning_tokens := sum([usage.reasoning_tokens for usage in usages]):
            self._tokens.add(*model, "reasoning", times=reasoning_tokens)

    def _count_turns(self, task: str, events: Sequence[TurnEnded]) -> None:
        for (outcome, is_streamed), times in Counter([(event.outcome, event.streamed) for event in events]).items():
            self._turns.add(task, self._codes.of(outcome), "true" if is_streamed else "false", times=times)
        self._turn_s.add_all((task,), [event.duration_s for event in events])
        self._turn_first_s.add_all((task,), [s for event in events if (s := event.first_token_s) is not None])

    def _count_screenings(self, direction: str, events: Sequence[ScreeningDone]) -> None:
        verdicts = [event.verdict for event in events]
        for (level, action), times in Counter(map(_level_and_action, verdicts)).items():
            self._screenings.add(direction, level, action, times=times)
        self._screening_s.add_all((direction,), [event.duration_s for event in events])
        if degraded := sum([verdict.is_degraded for verdict in verdicts]):
            self._degraded.add(direction, times=degraded)

    def _model_state(self, event: ModelStateChanged) -> None:
        model = self._model(event.model)
        self._states.add(*model, event.state)
        if event.state != "loading":
            self._loaded.set(*model, to=event.state == "loaded")

    def _breaker(self, event: BreakerChanged) -> None:
        name = self._breakers.of(event.name)
        if event.state == "open":
            self._openings.add(name, self._codes.of(event.error_code or "elsewhere"))

    def _model(self, ref: ModelRef) -> tuple[str, str]:
        bounded = self._models.of(ref)
        return bounded.provider, bounded.name


class _Rests:
    """Read with every scrape: a rest ends by the clock, and no event tells of it."""

    def __init__(self, who: Callable[[], Mapping[str, bool]], names: Bounded[str]) -> None:
        self._who = who
        self._names = names

    def collect(self) -> Iterable[GaugeMetricFamily]:
        from prometheus_client.core import GaugeMetricFamily

        shown = GaugeMetricFamily("segue_breaker_open", "1 while a model or key rests or is tried.", labels=["breaker"])
        resting: Counter[str] = Counter()
        for name, rests in self._who().items():
            # Added up, since those beyond the limit share one series.
            resting[self._names.of(name)] += rests
        for name, number in resting.items():
            shown.add_metric([name], number)
        yield shown


class _Counted:
    """Read with every scrape; its label `what` has the words that its owner counts by."""

    def __init__(self, name: str, about: str, counts: Mapping[str, int]) -> None:
        self._name, self._about, self._counts = name, about, counts

    def collect(self) -> Iterable[CounterMetricFamily]:
        from prometheus_client.core import CounterMetricFamily

        shown = CounterMetricFamily(self._name, self._about, labels=["what"])
        for what, times in self._counts.items():
            shown.add_metric([what], times)
        yield shown


class _Limits:
    """Read with every scrape: what is used ends by the clock."""

    def __init__(self, standings: Callable[[], Iterable[Standing]], names: Bounded[str]) -> None:
        self._standings, self._names = standings, names

    def collect(self) -> Iterable[GaugeMetricFamily]:
        from prometheus_client.core import GaugeMetricFamily

        labels = ["scope", "name", "what"]
        most = GaugeMetricFamily("segue_limit", "What a limit allows, for all replicas.", labels=labels)
        used = GaugeMetricFamily("segue_limit_used", "What this process has used of a limit.", labels=labels)
        for each in self._standings():
            series = [each.limit.scope.kind, self._names.of(each.limit.scope.name), each.figure]
            most.add_metric(series, each.most)
            used.add_metric(series, each.used)
        yield most
        yield used


class _Budgets:
    """Read with every scrape: a new day begins without an event."""

    def __init__(self, standings: Callable[[], Iterable[NamedStanding]]) -> None:
        self._standings = standings

    def collect(self) -> Iterable[GaugeMetricFamily]:
        from prometheus_client.core import GaugeMetricFamily

        labels = ["scope", "name", "period", "kind", "what"]
        about = "Dollars of a budget of the settings, as this process knows them."
        family, seen = GaugeMetricFamily("segue_budget_usd", about, labels=labels), set()
        for each in self._standings():
            budget, standing = each.budget, each.standing
            name = budget.kind, budget.name or "", budget.period, "hard" if budget.is_hard else "soft"
            if name in seen:  # two of one name differ by their zone or limit: the first is shown
                continue
            seen.add(name)
            amounts = {
                "limit": budget.limit_micro_usd,
                "spent": standing.spent_micro_usd,
                "held": standing.held_micro_usd,
                "left": max(0, budget.limit_micro_usd - standing.taken_micro_usd),
            }
            for what, micro_usd in amounts.items():
                family.add_metric([*name, what], micro_usd / 1_000_000)
        yield family


class _Losses:
    """Read with every scrape, so that counting them costs the path nothing."""

    def __init__(self, broadcast: Broadcast, writer: JournalWriter) -> None:
        self._broadcast = broadcast
        self._writer = writer

    def collect(self) -> Iterable[CounterMetricFamily | GaugeMetricFamily]:
        from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily

        yield CounterMetricFamily(
            "segue_events_dropped", "Events lost because the queue was full.", value=self._broadcast.dropped
        )
        failures = CounterMetricFamily(
            "segue_observer_failures", "Batches that an observer did not take.", labels=["observer"]
        )
        for name, times in self._broadcast.failures.items():
            failures.add_metric([name], times)
        yield failures
        yield CounterMetricFamily(
            "segue_journal_events_lost", "Events the journal never took.", value=self._writer.lost
        )
        yield CounterMetricFamily(
            "segue_journal_failures", "Writes that the journal refused.", value=self._writer.failures
        )
        yield GaugeMetricFamily(
            "segue_journal_up", "1 while the journal takes what it is given.", value=self._writer.is_up
        )


def _level_and_action(verdict: Verdict) -> tuple[SafetyLevel, Action]:
    """The level of the text itself: what was said before it is another text's."""
    if not verdict.findings:  # nearly every text
        return verdict.level, verdict.action
    return own_level(verdict.level, [finding.code for finding in verdict.findings]), verdict.action

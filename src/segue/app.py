"""The composition root: settings become a running ModelManager; parts open in order and close in reverse."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterable, Mapping
from contextlib import AsyncExitStack, suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Self

from segue.accounting.money import Money
from segue.accounting.rate_limits import RateLimits
from segue.catalog.browsing import Catalogue
from segue.catalog.configured import check_named_models
from segue.catalog.evidence import EvidenceBook
from segue.catalog.fitting import FitAdvice, Fitting, HubFiles, Where
from segue.catalog.held import HeldModels
from segue.catalog.keys import KeyKeeper
from segue.catalog.local_room import room_of
from segue.catalog.prices import PriceList
from segue.catalog.providers import fixed_models, hosts_of, providers_of
from segue.catalog.registry import ModelRegistry
from segue.config.home import make_home, segue_home
from segue.config.load import Loaded, load_settings, master_key
from segue.config.settings import Settings
from segue.config.stores import cache_of, meter_of
from segue.config.stores import open_journal as open_journal
from segue.config.vault import open_vault
from segue.domain.callers import LOOPBACK_CALLER, NO_SCOPE, CallerScope
from segue.domain.chat import ChatRequest, Message
from segue.domain.choice import Ranking
from segue.domain.findings import CLEAR, Verdict
from segue.domain.models import ModelCard, ModelRef
from segue.errors import ModelNotFound, SegueError
from segue.events import Broadcast
from segue.observe.event_log import EventLog
from segue.observe.incident_readings import TextReader
from segue.observe.incident_texts import TextKeeper
from segue.observe.incidents import IncidentKeeper
from segue.observe.journal import JournalWriter
from segue.observe.metrics import Metrics
from segue.pipeline.breakers.breakers import Breakers
from segue.pipeline.breakers.retry_budget import RetryBudget
from segue.pipeline.care.care import Care, CareParts
from segue.pipeline.care.incident_texts import TextHearing
from segue.pipeline.care.judging import configured_judge
from segue.pipeline.chat import ChatPath, Parts
from segue.pipeline.fallback.attempts import FallbackHandler
from segue.pipeline.handoff.handoff import HandoffDesk
from segue.pipeline.limits.limiting import AttemptLimits, TurnLimits, limits_health
from segue.pipeline.request.library import read_request, to_be_screened
from segue.pipeline.screening.safety_parts import classifier_of, validator_of
from segue.pipeline.sessions.elsewhere import Elsewhere
from segue.pipeline.sessions.files import SessionFiles
from segue.pipeline.sessions.sessions import SessionBook
from segue.pipeline.sessions.shared import SharedSessions
from segue.pipeline.timing.behind import repeated
from segue.pipeline.turn.record import TurnRecord
from segue.pipeline.turn.reply import Reply, whole
from segue.pipeline.turn.turns import Asker, TurnPiece
from segue.pipeline.upkeep.health import Health, look, screening_health
from segue.pipeline.upkeep.money_health import money_health
from segue.pipeline.upkeep.pressure import PressureWatch
from segue.pipeline.upkeep.resources import ResourceWatch
from segue.pipeline.upkeep.tidying import TIDY_EVERY_S, tidy
from segue.pipeline.upkeep.warming import Warming
from segue.providers.contract import LoadedModel, Provider, ProviderHealth
from segue.providers.webhook import Receivers
from segue.safety.contract import Direction
from segue.selection.selector import build_selector
from segue.storage.contract import Cache, Journal
from segue.storage.pending import PendingSessions
from segue.storage.session_secret import SECRET_FILE, load_or_make_secret
from segue.version import __version__

EVIDENCE_AGE = timedelta(hours=24)
"""How far back calls count when the evidence is read at start."""


class ModelManager:
    """Everything together: ask it for turns, models, explanations and health. An async context manager.

    Opening it opens the store and the providers; no network is needed, no model is loaded. Closing it lets running
    writes finish and ends the workers of local models.
    """

    def __init__(self, loaded: Loaded, *, home: Path | None = None) -> None:
        self.settings: Settings = loaded.settings
        self.home = make_home(home or segue_home())
        self.journal: Journal = open_journal(self.settings, home=self.home)
        self.cache: Cache = cache_of(loaded)
        self.limits = RateLimits(self.settings.limits, meter_of(loaded))
        self._metrics = Metrics(version=__version__)
        self._evidence, self._writer = EvidenceBook(), JournalWriter(self.journal)
        self.vault = open_vault(self.journal, self.settings.vault, home=self.home, given=master_key())
        self.incidents = IncidentKeeper(self.journal, self.vault, home=self.home)
        self.text_hearing = TextHearing(self.settings.safety.texts, TextKeeper(self.journal, self.vault))
        self.texts = TextReader(self.journal, self.vault, self.incidents)
        self.broadcast = Broadcast((self._evidence, self._metrics, self._writer, EventLog(), self.incidents))
        self._metrics.watch(self.broadcast, self._writer)
        self.money = Money(self.settings, self.journal, self.broadcast, home=self.home)
        self.room = room_of(self.settings, self.home)
        self.resources = ResourceWatch(
            self.settings,
            self.broadcast,
            room=self.room,
            loaded=self.loaded,
            home=self.home,
            also=self.money.tell_operator,
        )
        self.monitor = self.resources.monitor
        self.pressure = PressureWatch(self.settings.resources.pressure, self.room, self.broadcast, self.monitor)
        self._metrics.show_machine(self.resources.figures)
        self._providers = providers_of(loaded, self.home, self.broadcast, room=self.room, monitor=self.monitor)
        self.held = HeldModels(self._providers)
        check_named_models(loaded, fixed_models(self._providers))
        self._hosts = hosts_of(self.settings)
        self.registry = ModelRegistry.configured(self._providers, self.settings)
        self.catalogue = Catalogue(self._providers, loaded, self.home, self.broadcast, self.registry, self._evidence)
        where = Where(self.home, self._providers, hub=HubFiles())
        self.fitting = Fitting(where, self.room, self.catalogue.models, self._evidence.snapshot)
        self.breakers = Breakers(
            self.settings.breakers, self.cache, self.broadcast, refs=lambda: (c.ref for c in self.registry.cards())
        )
        self.keys = KeyKeeper(self.journal, self.vault, self._providers, changed=self.breakers.key_changed)
        self._evidence.ask_who_rests(self.breakers.resting)
        self._metrics.ask_who_rests(lambda: {b.name: b.reason is not None for b in self.breakers.states()})
        self._retries = RetryBudget(self.settings.fallback.retry_share, self.cache)
        self._shared = SharedSessions(self.cache, keep_s=self.settings.sessions.keep_days * 86_400.0)
        self._sessions = SessionBook(
            self.journal,
            settings=self.settings.sessions,
            deadline_s=self.settings.storage.session_deadline_s,
            secret=load_or_make_secret(self.home / SECRET_FILE),
            pending=PendingSessions(self.home / "sessions.pending.jsonl"),
            shared=self._shared,
        )
        self._receivers = Receivers(self.settings.handoff.urls, connect_s=self.settings.time.connect_s)
        self.handoffs = HandoffDesk(self.settings.handoff, self.journal, self._receivers.posts)
        self._metrics.show_counts("handoffs", "Hand-offs to humans: what became of them.", self.handoffs.counts)
        self.judge = configured_judge(
            self.settings.safety,
            self.provider_of,
            self.registry.card,
            purse=self.money.purse,
            limits=self.limits,
            teller=self.broadcast,
        )
        if self.judge is not None:
            self._metrics.show_counts("judgements", "Second opinions on doubtful words.", self.judge.counts)
        self.validator = validator_of(self.settings.safety)
        self.classifier = classifier_of(self.settings.safety)
        self._care = Care(
            CareParts(
                self.settings,
                self.validator,
                self._sessions,
                self.handoffs,
                self.broadcast,
                classifier=self.classifier,
                judge=self.judge,
            )
        )
        self.session_files = SessionFiles(
            journal=self.journal,
            vault=self.vault,
            sessions=self._sessions,
            writer=self._writer,
            incidents=self.incidents,
            broadcast=self.broadcast,
            handoffs=self.handoffs,
            texts=self.text_hearing.keeper,
            money=self.money,
            limits=self.limits,
        )
        self._metrics.show_budgets(self.money.named)
        self._metrics.show_limits(self.limits.refused, self.limits.of_models_here)
        self._path = ChatPath(self._parts())
        self._stack: AsyncExitStack | None = None

    def _parts(self) -> Parts:
        return Parts(
            settings=self.settings,
            registry=self.registry,
            evidence=self._evidence.snapshot,
            selector=build_selector(self.settings.selection.weights),
            validator=self.validator,
            care=self._care,
            sessions=self._sessions,
            fallback=FallbackHandler(
                times=self.settings.time,
                fallback=self.settings.fallback,
                teller=self.broadcast,
                provider_of=self.provider_of,
                breakers=self.breakers,
                budget=self._retries,
                purse=self.money.purse,
                limits=AttemptLimits(self.limits),
            ),
            breakers=self.breakers,
            limits=TurnLimits(self.limits, self._sessions, deadline_s=self.settings.storage.session_deadline_s),
            pressure=self.pressure,
            teller=self.broadcast,
        )

    async def __aenter__(self) -> Self:
        if self._stack is not None:
            raise SegueError("This model manager is open already.", hint="Open it once; it serves any number of turns.")
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(self.journal)
            self._evidence.seed(await self.journal.recent_calls(since=datetime.now(UTC) - EVIDENCE_AGE, limit=2_000))
            tidied = partial(tidy, self.settings, self.journal, self.money)
            await stack.enter_async_context(repeated(tidied, every_s=TIDY_EVERY_S, name="segue-tidy"))
            await stack.enter_async_context(self._sessions)
            await stack.enter_async_context(self._writer)
            await stack.enter_async_context(self.incidents)
            await stack.enter_async_context(self.text_hearing.keeper)
            await stack.enter_async_context(self.broadcast)
            await stack.enter_async_context(self.cache)
            await stack.enter_async_context(self.limits.meter)
            await stack.enter_async_context(self.breakers)
            await stack.enter_async_context(self._shared)
            await stack.enter_async_context(Elsewhere(self._sessions, self.journal, self._shared))
            await stack.enter_async_context(self._retries)
            await stack.enter_async_context(self.money)
            await stack.enter_async_context(self.keys)
            await stack.enter_async_context(self.resources)
            for provider in self._providers.values():
                await stack.enter_async_context(provider)
            await stack.enter_async_context(self.pressure.watching())
            await stack.enter_async_context(self._receivers)
            await stack.enter_async_context(self.handoffs)
            if self.classifier is not None:
                await stack.enter_async_context(self.classifier)
            self.warming = stack.enter_context(Warming(self._care.prepare, name="segue-rules"))
            await stack.enter_async_context(self._path.bills)
            await stack.enter_async_context(self._path.leaving)
            if self._hosts:
                self.registry.use_prices(await PriceList.load())
            self._stack = stack.pop_all()
        return self

    async def __aexit__(self, *_: object) -> None:
        stack, self._stack = self._stack, None
        if stack is not None:
            await stack.aclose()

    def provider_of(self, ref: ModelRef) -> Provider:
        """The provider that has a model. Raises ModelNotFound."""
        try:
            return self._providers[ref.provider]
        except KeyError as error:
            hint = f"Configured: {', '.join(sorted(self._providers))}."
            raise ModelNotFound(f"No provider is named '{ref.provider}'.", param="model", hint=hint) from error

    def turn(self, request: ChatRequest, asker: Asker) -> AsyncGenerator[TurnPiece]:
        """One turn: TurnStarted, deltas, one TurnFinished; errors before TurnStarted are raised. Closing it ends it."""
        if self._stack is None:
            raise SegueError(
                "This model manager is not open.", hint="Use it inside `async with segue.open() as models:`."
            )
        return self.text_hearing.heard(self._path.turn(turn := TurnRecord(request, asker)), turn)

    def chat(
        self,
        messages: str | Iterable[Message | Mapping[str, object]],
        *,
        model: str = "auto",
        session: str | None = None,
        **fields: object,
    ) -> AsyncGenerator[TurnPiece]:
        """One turn, for programs: `messages` is a question, or a conversation in OpenAI's form.

        `fields` are those of `POST /v1/chat/completions`, as `temperature=0.2`, `tools=[…]` or `segue={…}`; `task`,
        `mode`, `privacy`, `strict`, `fallbacks`, `persona`, `country`, `language`, `tags`, `waiting`, `on_failure`,
        `handoff_ref` need no `segue` around them, and Message, Tool and ResponseFormat may stand for theirs. Fields
        that no model on the turn understands are named in `ignored`, or refused with `strict=True`. Raises RequestError
        for a wrong value.
        """
        asked = read_request(messages, model=model, session=session, fields=fields)
        return self.turn(asked.request, Asker(LOOPBACK_CALLER, asked.session_id))

    async def ask(
        self,
        messages: str | Iterable[Message | Mapping[str, object]],
        *,
        model: str = "auto",
        session: str | None = None,
        **fields: object,
    ) -> Reply:
        """One turn, read to its end. Raises the error of a turn that broke off."""
        return await whole(self.chat(messages, model=model, session=session, **fields))

    def cards(self) -> tuple[ModelCard, ...]:
        """Every model of every provider, with its status now. Never waits."""
        return self.registry.cards()

    async def screen(
        self,
        request: ChatRequest | str,
        *,
        direction: Direction = Direction.INPUT,
        language: str | None = None,
        asker: Asker | None = None,
    ) -> Verdict:
        """What screening says of a person's words (a text is one message), or a model's; within `asker`'s limits."""
        asked = to_be_screened(request, direction)
        return await self._path.screen(asked, direction=direction, language=language, asker=asker)

    def explain(self, request: ChatRequest, *, verdict: Verdict = CLEAR, scope: CallerScope = NO_SCOPE) -> Ranking:
        """Which models a request would ask, by a key of this scope, in order, and why; nothing is asked."""
        return self._path.explain(request, verdict=verdict, scope=scope)

    def providers_health(self) -> Mapping[str, ProviderHealth]:
        """What each provider says of itself now. Never waits."""
        return {name: provider.health() for name, provider in self._providers.items()}

    async def health(self) -> Health:
        """How everything is now; store and cache are asked, within their deadlines."""
        short = await self.resources.health()
        return await look(
            self.providers_health(),
            self.breakers.states(),
            screening=screening_health(self.classifier),
            cache=self.cache,
            journal=self.journal,
            writer=self._writer,
            incidents=self.incidents,
            money=await money_health(self.money, self.journal),
            more=(
                *self.pressure.health(),
                *(self.handoffs.health(), *self.text_hearing.health(), *limits_health(self.limits), *short),
            ),
        )

    def reset_breakers(self, name: str | None = None) -> tuple[str, ...]:
        """Ask a model or key, or all of them, as usual again; those that rested. Raises NoSuchBreaker."""
        return self.breakers.reset(name)

    async def fit(self, name: str, *, context_tokens: int | None = None, quantization: str | None = None) -> FitAdvice:
        """Whether a model, or a path of weights, fits this machine now, and what to do. Reads headers, no weights."""
        return await self.fitting.fit(name, context_tokens=context_tokens, quantization=quantization)

    def loaded(self) -> tuple[LoadedModel, ...]:
        """Models in this machine's memory."""
        return self.held.loaded()

    async def unload(self, ref: ModelRef) -> bool:
        """Free a local model's memory; False when it was not loaded."""
        return await self.provider_of(ref).unload(ref.name)

    def metrics(self) -> bytes:
        """Everything measured since the start, in Prometheus' text form."""
        return self._metrics.expose()


def open(settings: Settings | Loaded | Path | str | None = None, *, home: Path | None = None) -> ModelManager:  # noqa: A001
    """A model manager, to be entered with `async with`.

    `settings` are Settings, or the path of a file; without them the file is looked for as the command line does
    (`./segue.yaml`, then the one in `SEGUE_HOME`), and having none is fine. Raises ConfigError.
    """
    if isinstance(settings, Settings):
        return ModelManager(Loaded(settings, None), home=home)
    if not isinstance(settings, Loaded):
        settings = load_settings(Path(settings) if settings else None)
    return ModelManager(settings, home=home)


def ask(
    messages: str | Iterable[Message | Mapping[str, object]],
    *,
    model: str = "auto",
    settings: Settings | Loaded | Path | str | None = None,
    **fields: object,
) -> Reply:
    """Ask once and wait for the whole answer: `segue.ask("Hello", model="scripted:echo").text`.

    Opens and closes everything for this one question; programs with more to ask use `segue.open()`.
    Raises SegueError subclasses, and SegueError itself when called where an event loop runs.
    """
    with suppress(RuntimeError):  # no loop runs
        asyncio.get_running_loop()
        raise SegueError("segue.ask() was called where an event loop runs.", hint="Use `await models.ask(...)` there.")
    return asyncio.run(_ask(messages, model=model, settings=settings, fields=fields))


async def _ask(
    messages: str | Iterable[Message | Mapping[str, object]],
    *,
    model: str,
    settings: Settings | Loaded | Path | str | None,
    fields: Mapping[str, object],
) -> Reply:
    async with open(settings) as models:
        return await models.ask(messages, model=model, **dict(fields))  # type: ignore[arg-type] # session is among them

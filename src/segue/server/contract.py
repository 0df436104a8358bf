"""What the gateway needs of the model manager; `segue.app.ModelManager` is it, documented there."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from datetime import datetime
from typing import Protocol

from segue.accounting.rate_limits import RateLimits
from segue.accounting.reports import BudgetState
from segue.catalog.browsing import Browsed, Ending
from segue.catalog.fit_advice import FitAdvice
from segue.catalog.listing import Wish
from segue.catalog.places import KnownModel
from segue.config.settings import Settings
from segue.domain.budgets import Budget
from segue.domain.callers import Caller
from segue.domain.changes import NotedChange
from segue.domain.chat import ChatRequest
from segue.domain.findings import Verdict
from segue.domain.incident_texts import IncidentText, KeptText
from segue.domain.incidents import BrokenIncident, ChainedIncident
from segue.domain.models import ModelCard, ModelRef, SafetyLevel
from segue.domain.spending import SpendBy, Spent
from segue.machine.resource_report import ResourceReport
from segue.pipeline.sessions.files import SessionExport
from segue.pipeline.sessions.risk import Released
from segue.pipeline.turn.turns import Asker, TurnPiece
from segue.pipeline.upkeep.health import Health
from segue.providers.contract import LoadedModel
from segue.safety.contract import Direction
from segue.storage.contract import Erased


class CallerList(Protocol):
    """Where callers are remembered: the part of a journal that the gateway reads."""

    async def callers(self) -> Sequence[Caller]:
        """Every caller, revoked ones too. Raises StorageError."""
        ...


class RecordKeeper(Protocol):
    """What is kept of sessions and incidents; `pipeline.sessions.files.SessionFiles` is it, documented there."""

    async def hash(self, session_id: str, *, caller: str = ...) -> str:
        """The name under which a session is kept. Raises RequestError."""
        ...

    async def export(self, session: str) -> SessionExport:
        """Everything that is kept of a session."""
        ...

    async def erase(self, session: str) -> Erased:
        """Erase a session wherever it is kept."""
        ...

    async def release(self, session: str, *, by: str, now: datetime) -> Released:
        """End the safety protocol of a session. Raises RequestError for one of which nothing is kept."""
        ...

    async def incidents(
        self, *, after: int, since: datetime | None, least: SafetyLevel, limit: int
    ) -> Sequence[ChainedIncident | BrokenIncident]:
        """Entries of the log, oldest first."""
        ...


class Fits(Protocol):
    """Whether models fit this machine; `catalog.fitting.Fitting` is it, documented there."""

    async def fit(
        self, name: str, *, context_tokens: int | None, quantization: str | None, only_known: bool
    ) -> FitAdvice:
        """Whether a model fits now, and what to do. Raises RequestError, WeightsError."""
        ...


class HostLists(Protocol):
    """Lists of hosts that can be looked through; `catalog.browsing.Catalogue` is it, documented there."""

    async def browse(self, wish: Wish, *, provider: str, sort: str) -> Browsed:
        """The models of a host's list that meet a wish. Raises RequestError."""
        ...

    async def changes(self, *, since: datetime | None, provider: str | None) -> Sequence[NotedChange]:
        """What changed in lists, the oldest first."""
        ...

    def in_use(self) -> frozenset[ModelRef]:
        """Models that turns may get."""
        ...

    async def ending(self) -> Sequence[Ending]:
        """Models that end or have ended."""
        ...

    def places(self, name: str) -> KnownModel:
        """A model with every place to get it. Blocks on the disk. Raises ModelNotFound."""
        ...


class TextShelf(Protocol):
    """Texts of incidents, for clinicians; `observe.incident_readings.TextReader` is it, documented there."""

    async def listed(self) -> Sequence[KeptText]:
        """Which texts are kept, newest first."""
        ...

    async def read(self, turn: str, *, by: str, now: datetime) -> IncidentText:
        """The text of a turn, once it is noted who reads it. Raises RequestError where none is kept."""
        ...


class MoneyKeeper(Protocol):
    """What was spent; `accounting.money.Money` is it, documented there."""

    async def states(self, budgets: Sequence[Budget], *, most: int) -> Sequence[BudgetState]:
        """Budgets as they stand, of each at most so many accounts. Raises StorageError."""
        ...

    async def spent(self, by: SpendBy, *, since: datetime, until: datetime) -> Sequence[Spent]:
        """What recorded calls took. Raises StorageError."""
        ...


class ModelHolder(Protocol):
    """Models in this process's memory; `catalog.held.HeldModels` is it, documented there."""

    def loaded(self) -> Sequence[LoadedModel]:
        """Models in this machine's memory."""
        ...

    async def load(self, text: str) -> LoadedModel:
        """Have a model in memory before it is asked. Raises RequestError, ProviderError."""
        ...

    async def unload(self, text: str) -> bool:
        """Free a model's memory; False when it was not loaded. Raises RequestError, ProviderError."""
        ...


class Reporter(Protocol):
    """How this machine is; `pipeline.upkeep.resources.ResourceWatch` is it, documented there."""

    async def report(self) -> ResourceReport:
        """Read now."""
        ...


class TurnTaker(Protocol):
    """Takes turns, says which models there are, and how everything is."""

    @property
    def settings(self) -> Settings:
        """The settings that new requests begin with."""
        ...

    @property
    def journal(self) -> CallerList:
        """Where callers are remembered."""
        ...

    @property
    def session_files(self) -> RecordKeeper:
        """What is kept of sessions and incidents."""
        ...

    @property
    def limits(self) -> RateLimits:
        """What may be asked within a minute and at once."""
        ...

    @property
    def fitting(self) -> Fits:
        """Whether models fit this machine."""
        ...

    @property
    def catalogue(self) -> HostLists:
        """Lists of hosts that can be looked through."""
        ...

    @property
    def held(self) -> ModelHolder:
        """Models in this process's memory."""
        ...

    @property
    def money(self) -> MoneyKeeper:
        """What was spent."""
        ...

    @property
    def resources(self) -> Reporter:
        """How this machine is."""
        ...

    @property
    def texts(self) -> TextShelf:
        """Texts of incidents."""
        ...

    def turn(self, request: ChatRequest, asker: Asker) -> AsyncGenerator[TurnPiece, None]:
        """TurnStarted, deltas, one TurnFinished; errors before TurnStarted are raised. Closing it ends the turn."""
        ...

    async def screen(
        self, request: ChatRequest, *, direction: Direction, language: str | None, asker: Asker | None = None
    ) -> Verdict:
        """What screening says of the person's words, or of a model's newest."""
        ...

    def cards(self) -> Sequence[ModelCard]:
        """Every model of every provider. Never waits."""
        ...

    async def health(self) -> Health:
        """How everything is now."""
        ...

    def reset_breakers(self, name: str | None = None) -> Sequence[str]:
        """Close one breaker, or all; the names of those that were not closed. Raises NoSuchBreaker."""
        ...

    def metrics(self) -> bytes:
        """Prometheus text exposition."""
        ...

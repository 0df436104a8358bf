"""Memory that is short, as new turns and operators see it: what each step does, what it says, and how it is undone."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from segue.config.resource_settings import PressureSettings
from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.choice import Ranked
from segue.domain.models import DataPolicy, ModelCard, ModelRef, ProviderType
from segue.events import Event, PressureStep, Teller
from segue.machine.admission import Bound, Holding
from segue.pipeline.upkeep.pressure import LocalMemory, PressureWatch
from segue.selection.analysis import analyze
from tests.unit.pipeline.examples import PLAIN

LOCAL = ModelCard(ModelRef("local", "m"), ProviderType.LOCAL, context_tokens=4000, data_policy=DataPolicy.LOCAL)
TASK = analyze(ChatRequest((Message(Role.USER, "Good evening"),), max_tokens=100))


@dataclass
class Figures(LocalMemory):
    """Memory that is what a test says."""

    available_bytes: int = 1000
    idle: list[ModelRef] = field(default_factory=list)
    closed: str | None = None

    @property
    def has_tenants(self) -> bool:  # type: ignore[explicit-override]
        """There are local models."""
        return True

    def holdings(self) -> list[Holding]:  # type: ignore[explicit-override]
        """Nothing more is promised to any."""
        return []

    def bounds(self) -> Sequence[Bound]:  # type: ignore[explicit-override]
        """Short below 50, enough from 90 on."""
        return (Bound("machine", 1000, self.available_bytes, "own", reserve_bytes=100),)

    def close_loads(self, because: str | None) -> None:  # type: ignore[explicit-override]
        """Keep why."""
        self.closed = because

    async def unload_one_idle(self) -> ModelRef | None:  # type: ignore[explicit-override]
        """The next one goes."""
        return self.idle.pop(0) if self.idle else None


@dataclass
class Told(Teller):
    """Keeps what it is told."""

    steps: list[PressureStep] = field(default_factory=list)

    def tell(self, event: Event) -> None:  # type: ignore[explicit-override]
        assert isinstance(event, PressureStep)
        self.steps.append(event)


async def watched(memory: Figures, looks: int, *, told: Told | None = None) -> PressureWatch:
    """A watch that has looked so often at too little memory."""
    watch = PressureWatch(PressureSettings(calm_looks=1), memory, told or Told())
    memory.available_bytes = 40
    for _ in range(looks):
        await watch.look()
    return watch


def of(*cards: ModelCard) -> tuple[Ranked, ...]:
    """These models as candidates, in order."""
    return tuple(Ranked(card, 0.5, ()) for card in cards)


async def test_first_step_refuses_loads_and_its_end_allows_them() -> None:
    """Loads are refused with the reason while memory is short, and no longer. Covers R8.4."""
    memory = Figures()
    watch = await watched(memory, 1)
    assert memory.closed == f"Memory is short: {watch.state.reason}."
    memory.available_bytes = 95
    await watch.look()
    assert memory.closed is None


async def test_second_step_shortens_the_context_of_local_models_alone() -> None:
    """New turns get half of a local model's context; models elsewhere keep theirs, and the first step none does."""
    candidates = of(LOCAL, replace(PLAIN, context_tokens=4000))
    first, second = await watched(Figures(), 1), await watched(Figures(), 2)
    assert first.eased(candidates, TASK) == candidates
    assert [ranked.card.context_tokens for ranked in second.eased(candidates, TASK)] == [2000, 4000]


async def test_shorter_context_holds_the_newest_turn() -> None:
    """A window is never cut below what the newest turn and its answer need, so that no turn fails by it."""
    long = replace(TASK, requirements=replace(TASK.requirements, least_tokens=3000))
    (eased,) = (await watched(Figures(), 2)).eased(of(LOCAL), long)
    assert eased.card.context_tokens == 3300


async def test_third_step_unloads_one_idle_model_a_look() -> None:
    """Idle models go one by one, and only as long as memory stays short. Covers R8.4."""
    names = [ModelRef("local", name) for name in ("a", "b", "c")]
    memory = Figures(idle=list(names))
    watch = await watched(memory, 4)
    assert memory.idle == names[2:]
    memory.available_bytes = 70
    await watch.look()
    assert memory.idle == names[2:]


async def test_last_step_asks_models_elsewhere_first() -> None:
    """New turns go elsewhere; where their privacy leaves local models alone, those answer. Covers R8.4."""
    watch = await watched(Figures(), 4)
    assert [ranked.card.ref for ranked in watch.eased(of(LOCAL, PLAIN), TASK)] == [PLAIN.ref, LOCAL.ref]
    assert [ranked.card.ref for ranked in watch.eased(of(LOCAL), TASK)] == [LOCAL.ref]


async def test_every_step_is_told_with_its_reason() -> None:
    """Steps taken and taken back are events, in order, and the present one stands in the health. Covers R8.4."""
    memory, told = Figures(), Told()
    watch = await watched(memory, 2, told=told)
    assert [part.state for part in watch.health()] == ["note"]
    memory.available_bytes = 95
    for _ in range(3):
        await watch.look()
    assert [(step.step, step.number, step.is_taken_back) for step in told.steps] == [
        ("no_loads", 1, False),
        ("short_context", 2, False),
        ("no_loads", 1, True),
        ("none", 0, True),
    ]
    assert all(step.reason for step in told.steps)
    assert watch.health() == ()

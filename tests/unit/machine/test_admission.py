"""Which loads begin, what goes for them, and what is refused: laws over any figures, and the words of one refusal."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from segue.domain.models import ModelRef
from segue.machine.admission import (
    Admit,
    AdmitAfter,
    Bound,
    Decision,
    Holding,
    Refuse,
    decide,
    decide_growth,
    free_bytes,
    needed_bytes,
)
from segue.machine.needs import Need

SIZES = st.integers(0, 20)


def need_of(upper_bytes: int, gpu_bytes: int = 0) -> Need:
    """A need of which only the bound counts."""
    return Need(upper_bytes, upper_bytes, upper_bytes, 0, 0, 0, 0, gpu_bytes)


@st.composite
def holdings(draw: st.DrawFn) -> list[Holding]:
    """Models in memory: idle, busy or pinned, some of them on their way and of some the need unknown."""
    made = []
    for number in range(draw(st.integers(0, 6))):
        own_bytes = draw(SIZES)
        resident_bytes = own_bytes + draw(SIZES)
        need = draw(st.none() | st.builds(need_of, SIZES, SIZES))
        used_s, is_idle, is_pinned = float(draw(st.integers(0, 3))), draw(st.booleans()), draw(st.booleans())
        ref = ModelRef("local", f"m{number}")
        made.append(Holding(ref, need, resident_bytes, own_bytes, draw(SIZES), used_s, is_idle, is_pinned))
    return made


BOUNDS = st.lists(
    st.builds(
        Bound,
        st.just("machine"),
        st.just(100),
        st.integers(-10, 60),
        st.sampled_from(["own", "resident", "process", "gpu"]),
        SIZES,
    ),
    min_size=1,
    max_size=3,
)
NEEDS = st.builds(need_of, st.integers(1, 40), SIZES)


def gone(decision: Decision, held: list[Holding]) -> list[Holding]:
    """What a decision unloads."""
    names = decision.unload if isinstance(decision, AdmitAfter) else ()
    return [each for each in held if each.model in names]


@given(NEEDS, BOUNDS, holdings())
def test_admitted_never_passes_the_room(need: Need, bounds: list[Bound], held: list[Holding]) -> None:
    """What is admitted and what stays, each with its upper bound, fit within every bound together. Covers R8.1."""
    decision = decide(need, bounds, held)
    if isinstance(decision, Refuse):
        return
    left = [each for each in held if each not in gone(decision, held)]
    for bound in bounds:
        wanted = needed_bytes(need, bound)
        if not wanted or bound.counts == "process":
            assert wanted <= max(0, bound.available_bytes - bound.reserve_bytes)
            continue
        taken = {
            "own": [each.own_bytes for each in held],
            "resident": [each.resident_bytes for each in held],
            "gpu": [each.gpu_bytes for each in held],
        }[bound.counts]
        spoken_for = [
            max(mine, needed_bytes(each.need, bound)) if each.need else mine
            for mine, each in zip(taken, held, strict=True)
            if each in left
        ]
        assert wanted + sum(spoken_for) <= bound.available_bytes + sum(taken) - bound.reserve_bytes


@given(NEEDS, BOUNDS, holdings())
def test_unloaded_is_only_what_has_to_go(need: Need, bounds: list[Bound], held: list[Holding]) -> None:
    """No busy and no pinned model goes, none that need not, and the least recently used one first. Covers R8.1."""
    unloaded = gone(decision := decide(need, bounds, held), held)
    assert all(each.is_idle and not each.is_pinned for each in unloaded)
    if isinstance(decision, AdmitAfter):
        used_s = [next(each.last_used_s for each in held if each.model == name) for name in decision.unload]
        assert used_s == sorted(used_s)
    for spared in unloaded:
        fewer = [each for each in unloaded if each is not spared]
        assert any(
            needed_bytes(need, bound) and needed_bytes(need, bound) > free_bytes(bound, held, fewer) for bound in bounds
        )


@given(NEEDS, BOUNDS, holdings())
def test_refused_is_only_what_nothing_helps(need: Need, bounds: list[Bound], held: list[Holding]) -> None:
    """A load is refused only when it does not fit with every idle model gone; what it waits for would suffice."""
    decision = decide(need, bounds, held)
    if not isinstance(decision, Refuse):
        return
    none_idle = [replace(each, is_idle=True) if each.model in decision.waits_for else each for each in held]
    assert decision.need_bytes > decision.free_bytes
    assert isinstance(decide(need, bounds, none_idle), Refuse) is not bool(decision.waits_for)


def test_nothing_known_admits() -> None:
    """Where nothing can be said of memory, nothing is refused."""
    assert decide(need_of(10**12), (), ()) == Admit()


def test_model_grows_into_its_own_place_and_what_is_left_alone() -> None:
    """What a model has taken already is its own, and the reserve is there for it to grow."""
    grown = Holding(ModelRef("local", "m"), need_of(60), own_bytes=60)
    machine = Bound("machine", 100, 30, "own", reserve_bytes=20)
    assert decide_growth(need_of(90), grown, [machine], []) == Admit()
    assert isinstance(decide_growth(need_of(91), grown, [machine], []), Refuse)

"""What fits is told before anything is loaded, with the way to load it or with what has to go (R8.2)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.domain.models import ModelRef
from segue.machine.admission import Bound, Holding
from segue.machine.facts import MachineFacts
from segue.machine.fit import LEAST_CONTEXT_TOKENS, SPARE_BYTES, best, fit, on_gpu
from segue.machine.needs import LoadPlan, ModelShape, Need
from segue.machine.readings import GpuReading
from segue.machine.room import GPU_SHARE, OWN_BYTES, Release, Room, room_of

GB = 10**9
PLAN = LoadPlan("llama_cpp", 8192)
UNKNOWN = MachineFacts()
FOUR_GIB = MachineFacts(4 * 2**30, 7 * 2**29)
EIGHT_GIB = MachineFacts(8 * 2**30, 13 * 2**29)
WITH_GPU = replace(FOUR_GIB, gpus=(GpuReading("card", 12 * GB, 10 * GB),))


def seven_billion(quantization: str = "Q4_K_M", weight_bytes: int = 4_400_000_000) -> ModelShape:
    """The shape of a model like Mistral 7B."""
    return ModelShape(
        file_format="gguf",
        architecture="llama",
        file_bytes=weight_bytes + 1_000_000,
        weight_bytes=weight_bytes,
        weight_bytes_by_type=(("Q4_K", weight_bytes),),
        parameters=7_248_023_552,
        layers=32,
        embedding_size=4096,
        feed_forward_size=14_336,
        heads=32,
        kv_heads=(8,) * 32,
        key_size=128,
        value_size=128,
        vocabulary_size=32_768,
        embedding_bytes=75_497_472,
        is_output_tied=False,
        context_tokens=32_768,
        quantization=quantization,
    )


def room(now_bytes: int, holdings: tuple[Holding, ...] = ()) -> Room:
    """So much free of 20 GB."""
    return Room((Bound("machine", 20 * GB, now_bytes, "own"),), holdings)


def needs(upper_bytes: int) -> Need:
    return Need(upper_bytes, upper_bytes, upper_bytes, upper_bytes, 0, 0, 0)


def by_parts(shape: ModelShape, plan: LoadPlan) -> Need:
    """Weights, keys and values, a tenth more: as simple as a prediction can be that keeps its laws."""
    here = 1 - min(plan.gpu_layers or 0, shape.layers + 1) / (shape.layers + 1)
    number_bytes = {"f16": 2.0, "q8_0": 1.0625}[plan.cache_type]
    row = sum(shape.kv_heads) * (shape.key_size + shape.value_size)
    cache_bytes = round(row * number_bytes * plan.context_tokens * plan.parallel)
    own_bytes = round(here * (shape.weight_bytes + cache_bytes))
    gpu_bytes = shape.weight_bytes + cache_bytes - own_bytes
    return Need(
        steady_bytes=own_bytes,
        peak_bytes=own_bytes,
        upper_bytes=round(own_bytes * 1.1),
        weights_bytes=round(here * shape.weight_bytes),
        cache_bytes=round(here * cache_bytes),
        working_bytes=0,
        runtime_bytes=0,
        gpu_bytes=gpu_bytes,
    )


@pytest.mark.parametrize(
    ("machine", "answer"), [(UNKNOWN, "unknown"), (FOUR_GIB, "no"), (EIGHT_GIB, "tight"), (WITH_GPU, "no")]
)
def test_each_machine_gets_its_answer(machine: MachineFacts, answer: str) -> None:
    """Of a machine that tells no memory nothing is said, and a graphics processor that nobody uses helps nobody.
    Covers R8.2."""
    assert fit(seven_billion(), PLAN, room_of(machine), predict=by_parts).answer == answer


def test_what_is_missing_is_told_in_bytes() -> None:
    """The margin of what fits is what is left, that of what does not what it lacks."""
    told = fit(seven_billion(), PLAN, room_of(FOUR_GIB), predict=by_parts)
    assert told.margin_bytes == 7 * 2**29 - OWN_BYTES - told.need.upper_bytes
    assert told.margin_bytes < 0
    assert told.release is None  # four GiB never hold it


@pytest.mark.parametrize(
    ("room_gb", "context", "cache_type", "quantization"),
    [
        (9.5, 8192, "f16", "Q8_0"),
        (8.8, 3072, "f16", "Q8_0"),
        (8.5, 2048, "q8_0", "Q8_0"),
        (6.1, 8192, "f16", "Q4_K_M"),
        (5.2, 2048, "f16", "Q4_K_M"),
    ],
)
def test_what_hurts_least_is_given_up_first(room_gb: float, context: int, cache_type: str, quantization: str) -> None:
    """First the context gets shorter, then the cache coarser, and only then are the weights of fewer bits taken.
    Covers R8.2."""
    ways = ((seven_billion("Q8_0", 7_500_000_000), PLAN), (seven_billion(), PLAN))
    found = best(ways, room(round(room_gb * GB)), predict=by_parts)
    assert found is not None
    assert (found.shape.quantization, found.plan.cache_type) == (quantization, cache_type)
    assert found.plan.context_tokens == context


def test_nothing_is_proposed_where_nothing_fits_or_nothing_is_known() -> None:
    """Too little room for the shortest context of the smallest weights, or no word about memory."""
    for little in (room(GB), Room()):
        assert best(((seven_billion(), PLAN),), little, predict=by_parts) is None


def test_a_context_beyond_what_a_model_was_trained_for_is_not_proposed() -> None:
    """It answers nonsense there."""
    short = replace(seven_billion(), context_tokens=4096)
    found = best(((short, PLAN),), room(20 * GB), predict=by_parts)
    assert found is not None
    assert found.plan.context_tokens == 4096


def test_as_many_layers_go_to_the_graphics_processors_as_fit() -> None:
    """One layer more would be too much for them, and the machine itself keeps the rest. Covers R8.2."""
    here = room_of(replace(WITH_GPU, gpus=(GpuReading("card", 4 * GB, 3 * GB),)))
    plan = on_gpu(seven_billion(), PLAN, here, predict=by_parts)
    assert plan.gpu_layers is not None
    assert 0 < plan.gpu_layers < 33
    assert by_parts(seven_billion(), plan).gpu_bytes <= 3 * GB * (1 - GPU_SHARE)
    more = replace(plan, gpu_layers=plan.gpu_layers + 1)
    assert by_parts(seven_billion(), more).gpu_bytes > 3 * GB * (1 - GPU_SHARE)
    found = best(((seven_billion(), PLAN),), here, predict=by_parts)
    assert found is not None
    assert found.plan.gpu_layers == plan.gpu_layers


def held(
    name: str, size_gb: float, *, last_used_s: float = 0.0, is_idle: bool = True, is_pinned: bool = False
) -> Holding:
    size_bytes = round(size_gb * GB)
    model = ModelRef("local", name)
    return Holding(model, None, size_bytes, size_bytes, last_used_s=last_used_s, is_idle=is_idle, is_pinned=is_pinned)


@pytest.mark.parametrize(
    ("models", "unloaded", "others_gb"),
    [
        (
            (held("a", 1, last_used_s=1.0), held("b", 3, last_used_s=3.0), held("c", 2, last_used_s=2.0)),
            ("c",),
            0.0,
        ),
        ((held("a", 1), held("b", 1.5)), ("a", "b"), 0.0),
        ((held("busy", 3, is_idle=False), held("pinned", 3, is_pinned=True), held("a", 1)), ("a",), 1.0),
        ((), (), 2.0),
    ],
)
def test_what_has_to_go_is_what_admission_would_let_go(
    models: tuple[Holding, ...], unloaded: tuple[str, ...], others_gb: float
) -> None:
    """Idle models of ours by name; a busy or pinned one stays, and what then lacks is other processes'. Covers R8.2."""
    release = room(2 * GB, models).release(needs(4 * GB))
    assert release is not None
    assert tuple(one.model.name for one in release.unload) == unloaded
    assert release.others_bytes == others_gb * GB


def test_what_no_machine_of_this_size_holds_asks_nobody_to_go() -> None:
    """Nothing that is unloaded would make it fit; what fits needs nobody to go."""
    assert room(2 * GB).release(needs(21 * GB)) is None
    assert room(2 * GB).release(needs(GB)) == Release()


def test_a_loaded_model_s_own_place_is_its_to_take() -> None:
    """Whether it fits is asked as if it were not there, and nobody is told to unload it for itself."""
    both = room(GB, (held("a", 3), held("b", 1)))
    alone = both.without(ModelRef("local", "a"))
    assert (alone.now_bytes, [one.model.name for one in alone.holdings]) == (4 * GB, ["b"])
    assert both.without(ModelRef("local", "other")) is both


ROOMS = st.integers(0, 20 * GB)


@given(ROOMS, ROOMS, st.sampled_from([256, 2048, 8192, 32_768]))
def test_more_memory_never_turns_yes_into_no(some: int, more: int, context: int) -> None:
    """Whatever fits goes on fitting with more room."""
    order = ("no", "tight", "yes")
    plan = replace(PLAN, context_tokens=context)
    less, bigger = sorted((some, more))
    answers = [fit(seven_billion(), plan, room(bytes_), predict=by_parts).answer for bytes_ in (less, bigger)]
    assert order.index(answers[0]) <= order.index(answers[1])


@given(ROOMS, st.integers(256, 32_768))
def test_what_is_proposed_fits_and_nothing_better_of_its_kind_does(room_bytes: int, wanted: int) -> None:
    """The found context fits, is no longer than wanted, and the next longer one does not, or leaves too little."""
    plan, here = replace(PLAN, context_tokens=wanted), room(room_bytes)
    found = best(((seven_billion(), plan),), here, predict=by_parts)
    if found is None:
        least = replace(plan, context_tokens=min(wanted, LEAST_CONTEXT_TOKENS), cache_type="q8_0")
        assert not fit(seven_billion(), least, here, predict=by_parts).fits
        return
    assert found.fits
    assert found.plan.context_tokens <= wanted
    if found.plan.context_tokens < wanted:
        is_power = found.plan.context_tokens & (found.plan.context_tokens - 1) == 0
        longer = min(wanted, found.plan.context_tokens * (3 if is_power else 4) // (2 if is_power else 3))
        next_one = fit(seven_billion(), replace(found.plan, context_tokens=longer), here, predict=by_parts)
        assert not next_one.fits or (next_one.margin_bytes or 0) < SPARE_BYTES


def test_a_shorter_context_is_a_round_one_that_still_fits_a_little_later() -> None:
    """What is written into the settings stays right, and is proposed again, where some megabytes went meanwhile."""
    told = []
    for taken_bytes in (0, 20_000_000, 40_000_000, 60_000_000):
        here = room(8_700_000_000 - taken_bytes)
        found = best(((seven_billion("Q8_0", 7_500_000_000), PLAN),), here, predict=by_parts)
        assert found is not None
        told.append((found.plan.context_tokens, found.plan.cache_type))
    assert told == [(2048, "f16")] * 4

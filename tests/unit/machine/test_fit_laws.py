"""Laws that answers keep with real predictions, for any model, plan and machine."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.machine.admission import Bound
from segue.machine.fit import best, fit, fit_somehow
from segue.machine.known_shapes import DEMONSTRATION_SHAPE
from segue.machine.needs import LoadPlan, ModelShape
from segue.machine.prediction import predict
from segue.machine.room import Room

GB = 10**9
LARGE = replace(
    DEMONSTRATION_SHAPE,
    file_bytes=4_700_000_000,
    weight_bytes=4_690_000_000,
    weight_bytes_by_type=(("Q4_K", 3_900_000_000), ("Q6_K", 790_000_000)),
    parameters=7_620_000_000,
    layers=28,
    embedding_size=3584,
    feed_forward_size=18_944,
    heads=28,
    kv_heads=(4,) * 28,
    key_size=128,
    value_size=128,
    embedding_bytes=310_000_000,
    context_tokens=32_768,
    embedding_type="Q4_K",
)
WINDOWED = replace(LARGE, sliding_window_tokens=1024, is_windowed=(True, False) * 14)
SHAPES = st.sampled_from([DEMONSTRATION_SHAPE, LARGE, WINDOWED])
PLANS = st.builds(
    LoadPlan,
    st.just("llama_cpp"),
    st.integers(256, 32_768),
    parallel=st.integers(1, 4),
    cache_type=st.sampled_from(["f16", "q8_0"]),
    maps_file=st.booleans(),
    gpu_layers=st.sampled_from([0, 0, 5, 28]),
)
ORDER = ("no", "tight", "yes")


def room(bytes_: int, gpu_bytes: int = 0) -> Room:
    """So much of 64 GB, and so much on a graphics processor."""
    gpu = (Bound("gpu", 64 * GB, gpu_bytes, "gpu"),) if gpu_bytes else ()
    return Room((Bound("machine", 64 * GB, bytes_, "own"), *gpu))


@given(SHAPES, PLANS, st.integers(1, 32_768))
def test_a_longer_context_never_needs_less(shape: ModelShape, plan: LoadPlan, more: int) -> None:
    """In any of its figures."""
    short, long = predict(shape, plan), predict(shape, replace(plan, context_tokens=plan.context_tokens + more))
    assert short.steady_bytes <= long.steady_bytes
    assert short.peak_bytes <= long.peak_bytes
    assert short.upper_bytes <= long.upper_bytes
    assert short.gpu_bytes <= long.gpu_bytes


@given(SHAPES, PLANS, st.integers(0, 24 * GB), st.integers(0, 24 * GB), st.integers(0, 24 * GB))
def test_more_memory_never_turns_yes_into_no(
    shape: ModelShape, plan: LoadPlan, some: int, more: int, gpu_bytes: int
) -> None:
    """Nor does it end what is recommended, or make its context shorter with the same cache."""
    less, bigger = (room(bytes_, gpu_bytes) for bytes_ in sorted((some, more)))
    for judge in (fit, fit_somehow):
        before, after = (judge(shape, plan, one, predict=predict).answer for one in (less, bigger))
        assert before == "no" or after != "no"
        assert ORDER.index(before) <= ORDER.index(after) or judge is fit_somehow  # which may map the file again
    found, later = (best([(shape, plan)], one, predict=predict) for one in (less, bigger))
    assert found is None or later is not None
    if found is not None and later is not None and found.plan.cache_type == later.plan.cache_type:
        assert found.plan.context_tokens <= later.plan.context_tokens


@given(SHAPES, PLANS, st.integers(0, 24 * GB))
def test_what_is_recommended_fits(shape: ModelShape, plan: LoadPlan, bytes_: int) -> None:
    """And is no more than was wanted, nor beyond what the model was trained for."""
    found = best([(shape, plan)], room(bytes_), predict=predict)
    if found is not None:
        assert found.fits
        assert found.need == predict(shape, found.plan)
        assert found.plan.context_tokens <= min(plan.context_tokens, shape.context_tokens or plan.context_tokens)
        assert (found.margin_bytes or 0) >= 0


@pytest.mark.parametrize("gpu_gb", [0, 3, 8])
def test_gpus_take_what_the_machine_has_no_room_for(gpu_gb: int) -> None:
    """Two gigabytes of memory hold it only with a GPU beside that takes most of its layers. Covers R8.2."""
    found = best([(LARGE, LoadPlan("llama_cpp", 4096))], room(2 * GB, gpu_gb * GB), predict=predict)
    assert (found is not None) is (gpu_gb == 8)
    if found is not None:
        assert found.plan.gpu_layers in (28, 29)
        assert found.need.gpu_bytes <= gpu_gb * GB

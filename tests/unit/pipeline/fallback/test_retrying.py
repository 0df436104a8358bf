"""What follows a failed attempt, error by error."""

import pytest

from segue import errors
from segue.config.settings import FallbackSettings
from segue.domain.models import ModelRef
from segue.errors import ContentRefused, ProviderError, ProviderFault, RateLimited
from segue.pipeline.fallback.retrying import RETRY_WITHIN_S, Again, Elsewhere, End, next_step

REF = ModelRef("one", "model")
SETTINGS = FallbackSettings()
AGAIN_AT_ONCE = {"ProviderFault", "ConnectionLost", "StreamCut", "WorkerDied"}
ENDS = {"RequestRefused", "ContentRefused"}


def step(error: ProviderError, *, tries: int = 1, settings: FallbackSettings = SETTINGS) -> Again | Elsewhere | End:
    return next_step(error, settings, tries=tries, jitter=lambda: 0.5)


def every_error() -> list[type[ProviderError]]:
    """Every kind of failure of a provider."""
    found, kinds = [ProviderError], []
    while found:
        kinds.append(kind := found.pop())
        found.extend(kind.__subclasses__())
    return [kind for kind in kinds if kind.__module__.startswith(errors.__name__)]


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_each_kind_of_failure_has_its_next_step(kind: type[ProviderError]) -> None:
    """A passing failure is tried again at once, a caller's fault ends the turn, everything else goes elsewhere.
    Covers R2.3, R5.1."""
    taken = step(kind("It failed.", model=REF))
    if kind.__name__ in AGAIN_AT_ONCE:
        assert taken == Again(RETRY_WITHIN_S / 2)
    else:
        assert isinstance(taken, End if kind.__name__ in ENDS else Elsewhere)


def test_a_model_is_asked_again_only_so_often() -> None:
    """What goes on failing is left for the next model."""
    assert isinstance(step(ProviderFault("It failed.", model=REF), tries=2), Elsewhere)
    assert isinstance(step(ProviderFault("It failed.", model=REF), settings=FallbackSettings(retries=0)), Elsewhere)


def test_a_short_retry_after_is_waited_for_and_never_less() -> None:
    """A provider that says when to come back is not asked before."""
    taken = step(RateLimited("Too many.", model=REF, retry_after_s=1.5))
    assert isinstance(taken, Again)
    assert 1.5 < taken.pause_s <= 1.5 + 2 * RETRY_WITHIN_S


def test_a_long_retry_after_or_none_goes_elsewhere() -> None:
    """A person does not wait for a quota."""
    assert isinstance(step(RateLimited("Too many.", model=REF, retry_after_s=2.1)), Elsewhere)
    assert isinstance(step(RateLimited("Too many.", model=REF)), Elsewhere)


def test_a_refused_conversation_goes_elsewhere_only_where_the_policy_says_so() -> None:
    """What one provider's moderation refuses is not taken to another by itself."""
    settings = FallbackSettings(on_content_refused="next")
    assert isinstance(step(ContentRefused("No.", model=REF), settings=settings), Elsewhere)

"""What several know of one session, put together: no rule and no risk is ever lost."""

from datetime import UTC, datetime, timedelta
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from segue.domain.models import WIDE_TO_NARROW, ModelRef, Privacy, SafetyLevel
from segue.domain.risk import RiskStage, joined
from segue.domain.risk_bytes import encoded
from segue.domain.sessions import SessionRecord, agreed
from tests.support.risk import RISK_STATES

NOW = datetime(2026, 11, 1, 12, tzinfo=UTC)
REFS = st.sampled_from([ModelRef("here", "m"), ModelRef("cloud", "m"), ModelRef("cloud", "n")])
RECORDS = st.builds(
    SessionRecord,
    session=st.just("s"),
    created_at=st.just(NOW),
    last_turn_at=st.integers(0, 3).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    turns=st.integers(0, 3),
    pinned=st.none() | REFS,
    began_local=st.booleans(),
    privacy=st.none() | st.sampled_from(Privacy),
    risk_level=st.sampled_from(SafetyLevel),
    safety_state=st.just(b"") | st.just(b"broken") | RISK_STATES.map(encoded),
    moved_to=st.none() | REFS,
    country=st.none() | st.sampled_from(["AT", "CH"]),
)


def narrowness(record: SessionRecord) -> int:
    return -1 if record.privacy is None else WIDE_TO_NARROW.index(record.privacy)


def rules(record: SessionRecord) -> tuple[int, bool, int]:
    """What may only ever grow: how narrow it is, whether it began here, how grave its risk is."""
    return narrowness(record), record.began_local, record.risk_level.rank


def place(record: SessionRecord) -> tuple[ModelRef | None, ModelRef | None]:
    return record.pinned, record.moved_to


@given(records=st.lists(RECORDS, min_size=1, max_size=5), more=st.data())
def test_in_whatever_order_replicas_agree_the_narrowest_rule_and_the_highest_risk_hold(
    records: list[SessionRecord], more: st.DataObject
) -> None:
    """However often and in whatever order it is put together, nothing widens and nothing falls. Covers R5.2."""
    order = more.draw(st.permutations([*records, *records]))
    every = [rules(record) for record in records]
    expected = tuple(max(each) for each in zip(*every, strict=True))
    assert rules(reduce(agreed, order)) == expected
    assert reduce(agreed, order).risk == reduce(joined, [record.risk for record in records])


def test_a_state_that_cannot_be_read_counts_as_danger() -> None:
    """Broken bytes are in the safety protocol, which a person can end; what nobody wrote is quiet."""
    assert SessionRecord("s", NOW, NOW, safety_state=b"broken").risk.stage is RiskStage.SAFETY
    assert SessionRecord("s", NOW, NOW).risk.stage is RiskStage.OBSERVE


@given(here=RECORDS, there=RECORDS)
def test_two_replicas_agree_on_the_model_that_answered_last(here: SessionRecord, there: SessionRecord) -> None:
    """Both find the same model, that of the later turn with an answer, and finding it again changes nothing.
    Covers R6.3."""
    both = agreed(here, there)
    assert place(both) == place(agreed(there, here)) == place(agreed(both, there))
    answered = [record for record in (here, there) if record.pinned]
    if answered:
        last = max(record.last_turn_at for record in answered)
        assert place(both) in [place(record) for record in answered if record.last_turn_at == last]


@given(here=RECORDS, there=RECORDS)
def test_two_replicas_agree_on_the_country_that_was_given_last(here: SessionRecord, there: SessionRecord) -> None:
    """Both find the same, that of the later turn of those who know one, and finding it again changes nothing."""
    both = agreed(here, there)
    assert both.country == agreed(there, here).country == agreed(both, there).country
    known = [record for record in (here, there) if record.country]
    last = max((record.last_turn_at for record in known), default=NOW)
    assert both.country in ([record.country for record in known if record.last_turn_at == last] or [None])

"""What every journal promises, run over each one that is registered, in every place where it can be kept."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import pytest_asyncio

from segue.domain.budgets import Account, Hold, Period, Reserve, Settle
from segue.domain.callers import Caller, CallerBudget, CallerRole, CallerScope, hash_key
from segue.domain.chat import Usage
from segue.domain.findings import Action, Category, Finding, Subject, Verdict
from segue.domain.handoffs import OPEN_STATES, Handoff, HandoffRecord
from segue.domain.incident_texts import KeptText, SealedText
from segue.domain.incidents import ChainedIncident, Incident, IncidentHead
from segue.domain.models import ModelRef, Privacy, SafetyLevel, TaskType
from segue.domain.provider_keys import KeptKey, KeyReason, KeyState
from segue.domain.risk import Latch, RiskState
from segue.domain.risk_bytes import encoded
from segue.domain.scopes import Scope, ScopeKind
from segue.domain.sessions import SessionRecord
from segue.errors import StorageError, UnfitRecord
from segue.events import AttemptEnded, Event, ModelStateChanged, ScreeningDone, TurnEnded
from segue.storage.contract import JOURNALS, CallRecord, Extended, Journal, SealedKey

NOW = datetime(2026, 3, 1, 12, 0, 0, 123_457, tzinfo=UTC)
DAY = timedelta(days=1)
MODEL = ModelRef("house", "org/story:8b.q4")
SESSION = SessionRecord("5e55", created_at=NOW, last_turn_at=NOW)
CALLER = Caller("c1", "game", CallerRole.CALLER, hash_key("segue-one"), NOW)

PROVIDER_KEY = KeptKey(
    "openrouter", "main", b"sealed", "3f9a-22c1", KeyState.UNVERIFIED, KeyReason.NOT_CHECKED, added_at=NOW
)

PLACES = {"sqlite": ("sqlite://", "sqlite:///journal.db")}
"""Addresses at which each journal is tried, by its name."""
ADDRESSES = [pytest.param((name, url), id=f"{name}-{url}") for name in JOURNALS.builtins for url in PLACES[name]]


@pytest.fixture(params=ADDRESSES)
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], Journal]:
    """Makes the journal under test, not open yet."""
    name, url = request.param
    return lambda: JOURNALS.load(name)(url, home=tmp_path, deadline_s=20)


@pytest_asyncio.fixture
async def journal(make: Callable[[], Journal]) -> AsyncIterator[Journal]:
    """The journal under test, open and empty."""
    async with make() as opened:
        yield opened


def attempt(number: int = 1, *, turn_id: str = "t1", at: datetime = NOW, error_code: str | None = None) -> AttemptEnded:
    usage = None if error_code else Usage(30, 12, cached_input_tokens=8, reasoning_tokens=2)
    cost = None if error_code else 1_234
    return AttemptEnded(turn_id, number, MODEL, at, 1.25, 0.5, usage, error_code, cost)


def turn(turn_id: str = "t1", *, at: datetime = NOW, model: ModelRef | None = MODEL) -> TurnEnded:
    task = TaskType.GENERAL_CHAT
    return TurnEnded(
        turn_id, "5e55", "c1", task, model, at, 1.5, 0.6, 1, "answered", Usage(30, 12), None, streamed=True
    )


def one_of_each(at: datetime = NOW) -> list[Event]:
    finding = Finding("rules", Category.SUICIDE, SafetyLevel.HIGH, "intent.any")
    verdict = Verdict(SafetyLevel.HIGH, Action.REPLACE, (finding,), is_degraded=True)
    screening = ScreeningDone("t1", "5e55", "input", verdict, at, 0.001)
    return [screening, attempt(at=at), turn(at=at), ModelStateChanged(MODEL, "died", at, "signal 9")]


async def test_an_attempt_that_was_recorded_comes_back_as_it_was(journal: Journal) -> None:
    """Evidence is read back exactly: times to the microsecond, and unknown as unknown."""
    await journal.record([attempt(1, error_code="silent"), attempt(2, at=NOW + DAY)])

    assert await journal.recent_calls(since=NOW) == (
        CallRecord(MODEL, NOW + DAY, 1.25, 0.5, 12, None, 1_234),
        CallRecord(MODEL, NOW, 1.25, 0.5, None, "silent", None),
    )


async def test_recent_calls_are_the_newest_ones_of_those_asked_for(journal: Journal) -> None:
    """Old calls are left out, and a limit keeps the newest."""
    await journal.record([attempt(turn_id=f"t{days}", at=NOW + days * DAY) for days in range(4)])

    calls = await journal.recent_calls(since=NOW + DAY, limit=2)

    assert [call.at for call in calls] == [NOW + 3 * DAY, NOW + 2 * DAY]


async def test_every_kind_of_event_is_kept_and_forgotten_with_its_age(journal: Journal) -> None:
    """What is kept of calls is erased when its time is over; what is younger stays."""
    await journal.record([*one_of_each(), attempt(turn_id="t2", at=NOW + DAY)])

    assert await journal.forget_calls(before=NOW + timedelta(microseconds=1)) == 4
    assert [call.at for call in await journal.recent_calls(since=NOW)] == [NOW + DAY]


async def test_a_turn_without_a_model_is_kept(journal: Journal) -> None:
    """Written replies and failures are turns too."""
    await journal.record([turn(model=None)])

    assert await journal.forget_calls(before=NOW + DAY) == 1


async def test_a_batch_that_is_recorded_again_is_not_counted_twice(journal: Journal) -> None:
    """Writing once more after a doubtful end changes nothing."""
    await journal.record([attempt(), turn()])
    await journal.record([attempt(), turn(), attempt(2)])

    assert len(await journal.recent_calls(since=NOW)) == 2
    assert await journal.forget_calls(before=NOW + DAY) == 3


async def test_a_batch_with_a_value_that_cannot_be_kept_is_refused_whole(journal: Journal) -> None:
    """A provider that reports nonsense does not leave half a batch behind, and trying again is known to be in vain."""
    nonsense = replace(attempt(2), usage=Usage(10**30, 1))

    with pytest.raises(UnfitRecord, match="keep 2 events"):
        await journal.record([attempt(1), nonsense])

    assert await journal.recent_calls(since=NOW) == ()


async def test_an_empty_batch_is_fine(journal: Journal) -> None:
    """Nothing to keep is no failure."""
    await journal.record([])


async def test_a_session_comes_back_as_it_was_saved(journal: Journal) -> None:
    """A session's model, privacy and safety state survive, byte for byte."""
    record = replace(
        SESSION, turns=3, pinned=MODEL, began_local=True, privacy=Privacy.LOCAL_ONLY, safety_state=b"\x00\xff"
    )

    await journal.save_session(record)

    assert await journal.session("5e55") == record


async def test_an_unknown_session_is_none(journal: Journal) -> None:
    """A new session is not an error."""
    assert await journal.session("nobody") is None


async def test_a_session_is_replaced_by_its_newer_state(journal: Journal) -> None:
    """The newest state counts."""
    later = replace(SESSION, last_turn_at=NOW + DAY, turns=1, pinned=MODEL, privacy=Privacy.ANY)
    await journal.save_session(SESSION)
    await journal.save_session(later)

    assert await journal.session("5e55") == later


@pytest.mark.parametrize("level", SafetyLevel)
async def test_a_risk_that_rose_stays_whatever_is_saved_after_it(journal: Journal, level: SafetyLevel) -> None:
    """A writer that has not seen a rise cannot lower the risk, nor undo the safety state that came with it."""
    danger, question = RiskState(turn=1, safety=Latch(7)), RiskState(turn=3, check_in=Latch(5))
    risen = replace(SESSION, turns=5, began_local=True, risk_level=SafetyLevel.HIGH, safety_state=encoded(danger))
    stale = replace(SESSION, turns=4, last_turn_at=NOW - DAY, pinned=MODEL, safety_state=encoded(question))
    stale = replace(stale, risk_level=level)
    await journal.save_session(risen)
    await journal.save_session(stale)

    kept = await journal.session("5e55")

    informed = level.rank >= SafetyLevel.HIGH.rank
    assert kept == replace(
        risen,
        pinned=MODEL,
        risk_level=level if informed else SafetyLevel.HIGH,
        safety_state=encoded(RiskState(turn=3, check_in=Latch(5), safety=Latch(7))),
    )


async def test_states_of_one_batch_are_joined_with_each_other_and_with_what_is_kept(journal: Journal) -> None:
    """Who knows that a danger is over is believed, also beside one who does not know it, in whatever order."""
    danger = replace(SESSION, safety_state=encoded(RiskState(turn=1, safety=Latch(7))))
    over = replace(SESSION, safety_state=encoded(RiskState(turn=6, safety=Latch(7, 7), follow_up=Latch(8))))
    await journal.save_session(danger)
    await journal.save_sessions([danger, over, danger, replace(SESSION, session="a9e"), SESSION])

    assert await journal.session("5e55") == over


RULES = (None, Privacy.ANY, Privacy.NO_TRAINING, Privacy.LOCAL_ONLY)
"""From the widest to the narrowest."""


@pytest.mark.parametrize("first", RULES)
@pytest.mark.parametrize("second", RULES)
async def test_a_privacy_rule_only_narrows(journal: Journal, first: Privacy | None, second: Privacy | None) -> None:
    """Whoever does not know a session's rule, or a narrower one, cannot take it away."""
    await journal.save_session(replace(SESSION, privacy=first))
    await journal.save_session(replace(SESSION, privacy=second))

    kept = await journal.session("5e55")

    assert kept is not None
    assert kept.privacy is max(first, second, key=RULES.index)


async def test_what_a_record_lacks_erases_nothing(journal: Journal) -> None:
    """A process that could not read a session and reports a rise in its risk leaves all the rest as it was."""
    full = replace(SESSION, turns=3, pinned=MODEL, began_local=True, privacy=Privacy.NO_TRAINING, safety_state=b"s")
    later = replace(SESSION, created_at=NOW + DAY, last_turn_at=NOW + DAY, risk_level=SafetyLevel.HIGH)
    await journal.save_session(full)
    await journal.save_session(later)

    assert await journal.session("5e55") == replace(full, last_turn_at=NOW + DAY, risk_level=SafetyLevel.HIGH)


async def test_a_country_that_is_given_stays_until_another_is(journal: Journal) -> None:
    """Turns that do not say where the person is change nothing of it."""
    countries = []
    for country in (None, "AT", None, "CH"):
        await journal.save_session(replace(SESSION, country=country))
        kept = await journal.session("5e55")
        countries.append(kept.country if kept else "")
    assert countries == [None, "AT", "AT", "CH"]


async def test_several_sessions_are_saved_at_once_by_the_same_rules(journal: Journal) -> None:
    """Sessions written together, even one of them twice, end as if they were written one by one."""
    risen = replace(SESSION, turns=2, risk_level=SafetyLevel.IMMINENT)
    other = replace(SESSION, session="a9e")
    await journal.save_sessions([risen, other, SESSION])
    await journal.save_sessions([])

    assert (await journal.session("5e55"), await journal.session("a9e")) == (risen, other)


async def test_sessions_are_forgotten_by_their_last_turn(journal: Journal) -> None:
    """A session's state is erased when nobody came back for it."""
    await journal.save_session(SESSION)
    await journal.save_session(replace(SESSION, session="a9e", last_turn_at=NOW + DAY))

    assert await journal.forget_sessions(last_turn_before=NOW + DAY) == 1
    assert await journal.session("5e55") is None
    assert await journal.session("a9e") is not None


async def test_callers_come_back_in_the_order_in_which_they_were_added(journal: Journal) -> None:
    """Everybody who may call is listed, the first one first."""
    second = replace(CALLER, id="c2", name="desk", role=CallerRole.OPERATOR, key_hash="2", created_at=NOW + DAY)
    await journal.add_caller(second)
    await journal.add_caller(CALLER)

    assert await journal.callers() == (CALLER, second)


async def test_a_caller_s_name_is_free_again_once_it_is_revoked(journal: Journal) -> None:
    """A key is replaced by revoking it and creating another under the same name; the old one stays on the list."""
    again = replace(CALLER, id="c2", key_hash="2", created_at=NOW + DAY)
    await journal.add_caller(CALLER)
    with pytest.raises(StorageError, match=r"active caller named 'game' already.*segue callers revoke game"):
        await journal.add_caller(again)

    assert await journal.revoke_caller("game", at=NOW) is True
    await journal.add_caller(again)

    assert await journal.callers() == (replace(CALLER, revoked_at=NOW), again)


async def test_revoking_nobody_says_so(journal: Journal) -> None:
    """A misspelt name is not taken for a revoked key."""
    await journal.add_caller(CALLER)
    await journal.revoke_caller("game", at=NOW)

    assert await journal.revoke_caller("game", at=NOW) is False
    assert await journal.revoke_caller("gaem", at=NOW) is False


async def test_what_narrows_a_key_comes_back_as_it_was_and_can_be_changed(journal: Journal) -> None:
    """Every part of a scope is kept, and an older key beside the new one; whoever has an old view changes nothing."""
    narrow = CallerScope(
        models=("openrouter:*", "local:*"),
        privacy=Privacy.LOCAL_ONLY,
        budget=CallerBudget(5_000_000, "day"),
        requests_per_minute=60,
        tokens_per_minute=10_000,
        concurrent=3,
        expires_at=NOW + DAY,
        is_internal=True,
    )
    await journal.add_caller(replace(CALLER, scope=narrow))
    assert (await journal.callers())[0].scope == narrow

    rotated = replace(CALLER, key_hash=hash_key("new"), old_key_hash=CALLER.key_hash, old_key_until=NOW + DAY)
    assert await journal.change_caller(rotated, was=replace(CALLER, scope=narrow)) is True
    assert await journal.change_caller(CALLER, was=replace(CALLER, scope=narrow)) is False
    assert await journal.callers() == (rotated,)

    wider = replace(rotated, scope=narrow)
    assert await journal.change_caller(wider, was=rotated) is True
    assert await journal.change_caller(rotated, was=rotated) is False, "somebody narrowed it meanwhile"

    await journal.revoke_caller("game", at=NOW)
    assert await journal.change_caller(rotated, was=wider) is False


async def test_one_key_cannot_belong_to_two_callers(journal: Journal) -> None:
    """Whose key it is, is never in doubt."""
    await journal.add_caller(CALLER)

    with pytest.raises(UnfitRecord) as caught:
        await journal.add_caller(replace(CALLER, id="c2", name="desk"))

    assert CALLER.key_hash not in str(caught.value)


INCIDENT = Incident(
    "i1", NOW, "input", SafetyLevel.HIGH, Category.SUICIDE, Subject.OTHER, ("intent.a", "means.b"), 0.1 + 0.2,
    True, Action.REPLACE, ("resources", "replace"), 1.5e-05, "p-1", "c-1", "0.1", "aa" * 16, "bb" * 16, True,
)  # fmt: skip
PLAIN = Incident(
    "i2", NOW, "output", SafetyLevel.NONE, None, Subject.SELF, (), None, False, Action.STOP, (), 0.0, "", "", ""
)


def extend(head: IncidentHead | None, incidents: Sequence[Incident]) -> Extended:
    """A chain of no worth: numbers, and codes that only count."""
    first = 1 if head is None else head.number + 1
    entries = [ChainedIncident(first + n, one, bytes([first + n]) * 32) for n, one in enumerate(incidents)]
    return entries, IncidentHead(entries[-1].number, entries[-1].mac, b"signed")


async def test_incidents_come_back_as_they_were_in_the_order_of_the_chain(journal: Journal) -> None:
    """Every field to the last bit: what came back otherwise would look tampered with."""
    await journal.append_incidents([INCIDENT], extend)
    head = await journal.append_incidents([PLAIN], extend)

    assert await journal.incidents() == (
        ChainedIncident(1, INCIDENT, b"\1" * 32),
        ChainedIncident(2, PLAIN, b"\2" * 32),
    )
    assert head == IncidentHead(2, b"\2" * 32, b"signed")
    assert await journal.incident_head() == head


async def test_a_log_without_incidents_has_no_end(journal: Journal) -> None:
    """Nothing has happened yet, and that is no failure."""
    assert (await journal.incidents(), await journal.incident_head()) == ((), None)


async def test_an_incident_that_is_known_is_not_chained_again(journal: Journal) -> None:
    """Bringing a batch twice, or one incident twice in a batch, makes one entry."""
    await journal.append_incidents([INCIDENT, INCIDENT], extend)
    again = await journal.append_incidents([INCIDENT], extend)
    await journal.append_incidents([INCIDENT, PLAIN], extend)

    assert again == IncidentHead(1, b"\1" * 32, b"signed")
    assert [entry.number for entry in await journal.incidents()] == [1, 2]


async def test_a_chain_that_cannot_be_continued_is_left_as_it_was(journal: Journal) -> None:
    """All or nothing: an entry without its end, or an end without its entry, is never kept."""

    def twice_the_same(head: IncidentHead | None, incidents: Sequence[Incident]) -> Extended:
        entries, end = extend(head, incidents)
        return [*entries, *entries], end

    await journal.append_incidents([INCIDENT], extend)
    with pytest.raises(StorageError):
        await journal.append_incidents([PLAIN], twice_the_same)

    assert [entry.number for entry in await journal.incidents()] == [1]
    assert await journal.incident_head() == IncidentHead(1, b"\1" * 32, b"signed")


async def test_incidents_are_found_by_number_moment_and_level(journal: Journal) -> None:
    """A page begins behind a number; older and milder ones are left out."""
    later = replace(INCIDENT, id="i3", at=NOW + DAY, level=SafetyLevel.IMMINENT)
    await journal.append_incidents([INCIDENT, PLAIN, later], extend)

    async def numbers(**which: object) -> list[int]:
        return [entry.number for entry in await journal.incidents(**which)]  # type: ignore[arg-type] # as the cases say

    assert await numbers(after=1) == [2, 3]
    assert await numbers(limit=2) == [1, 2]
    assert await numbers(since=NOW + DAY) == [3]
    assert await numbers(least=SafetyLevel.HIGH) == [1, 3]
    assert await numbers(after=-(2**63), least=SafetyLevel.IMMINENT) == [3]


async def test_a_session_has_one_key_of_its_pseudonyms(journal: Journal) -> None:
    """The first that is kept stays, and is told to whoever brings another."""
    assert await journal.incident_key("5e55") is None
    assert await journal.add_incident_keys({"5e55": b"one"}, at=NOW) == {"5e55": b"one"}
    kept = await journal.add_incident_keys({"5e55": b"two", "a9e": b"three"}, at=NOW)
    assert await journal.add_incident_keys({}, at=NOW) == {}

    assert kept == {"5e55": b"one", "a9e": b"three"}
    assert await journal.incident_key("5e55") == b"one"


async def test_keys_of_pseudonyms_are_forgotten_when_they_were_not_used_for_long(journal: Journal) -> None:
    """A session without incidents for a while leaves entries that are nobody's; using a key keeps it."""
    await journal.add_incident_keys({"5e55": b"one", "a9e": b"two"}, at=NOW)
    await journal.add_incident_keys({"a9e": b"other"}, at=NOW + DAY)
    await journal.add_incident_keys({"a9e": b"other"}, at=NOW)

    assert await journal.forget_incident_keys(used_before=NOW + DAY) == 1
    assert (await journal.incident_key("5e55"), await journal.incident_key("a9e")) == (None, b"two")


async def test_the_first_data_key_of_a_number_stays(journal: Journal) -> None:
    """Two processes that need one at once end with the same one."""
    first = SealedKey("keys", 1, "m1", b"sealed", NOW)
    assert await journal.vault_keys() == ()
    assert await journal.add_vault_key(first) == first
    assert await journal.add_vault_key(replace(first, sealed=b"other", made_at=NOW + DAY)) == first
    second = replace(first, number=2)
    assert await journal.add_vault_key(second) == second

    assert await journal.vault_keys() == (first, second)


async def test_data_keys_are_never_under_two_master_keys(journal: Journal) -> None:
    """One under another master key is not kept; a salt is under none; all change together or not at all."""
    key, salt = SealedKey("keys", 1, "m1", b"sealed", NOW), SealedKey("salt", 1, "", b"salt", NOW)
    other = replace(key, number=2)
    for one in (salt, key, other):
        await journal.add_vault_key(one)
    assert await journal.add_vault_key(replace(key, number=3, master_id="m2")) is None
    anew = [replace(one, master_id="m2", sealed=b"anew") for one in (key, other)]

    assert await journal.reseal_vault_keys(anew[:1], was_under="m1") is False
    assert await journal.reseal_vault_keys(anew, was_under="m9") is False
    assert await journal.vault_keys() == (key, other, salt)
    assert await journal.reseal_vault_keys(anew, was_under="m1") is True
    assert await journal.vault_keys() == (*anew, salt)


async def test_beginning_anew_leaves_what_was_lost_beside_it(journal: Journal) -> None:
    """Where a master key was lost, new data keys are under another, which is then in use; the lost ones stay."""
    lost, new = SealedKey("keys", 1, "m1", b"sealed", NOW), SealedKey("keys", 2, "m2", b"new", NOW + DAY)
    await journal.add_vault_key(lost)
    assert await journal.add_vault_key(new, begins_anew=True) == new
    later = replace(new, number=3, made_at=NOW + 2 * DAY)
    assert await journal.add_vault_key(later) == later
    assert await journal.add_vault_key(replace(later, number=4, master_id="m1")) is None

    anew = [replace(one, master_id="m3", sealed=b"anew") for one in (new, later)]
    assert await journal.reseal_vault_keys(anew, was_under="m2") is True
    assert await journal.vault_keys() == (lost, *anew)


async def test_a_provider_s_key_is_kept_replaced_and_forgotten(journal: Journal) -> None:
    """Of each provider and label there is one, and it comes back as it was."""
    second = replace(PROVIDER_KEY, label="second", checked_at=NOW, expires_at=NOW + DAY)
    for key in (second, PROVIDER_KEY):
        await journal.keep_provider_key(key)
    assert await journal.provider_keys() == (PROVIDER_KEY, second)

    other = replace(PROVIDER_KEY, sealed=b"other", fingerprint="9f9f-0000", added_at=NOW + DAY)
    await journal.keep_provider_key(other)
    assert await journal.remove_provider_key("openrouter", "second") is True
    assert await journal.remove_provider_key("openrouter", "second") is False
    assert await journal.provider_keys() == (other,)


async def test_what_is_noted_of_a_key_says_nothing_of_the_one_in_its_place(journal: Journal) -> None:
    """A gateway that speaks late of a key that was replaced changes nothing; the later moment of use stays."""
    used = replace(PROVIDER_KEY, state=KeyState.VALID, reason=KeyReason.ACCEPTED, used_at=NOW + DAY, checked_at=NOW)
    await journal.keep_provider_key(PROVIDER_KEY)
    assert await journal.note_provider_key(used) is True
    assert await journal.note_provider_key(replace(used, used_at=NOW)) is True
    assert await journal.note_provider_key(replace(used, used_at=None)) is True
    assert await journal.provider_keys() == (used,)

    other = replace(PROVIDER_KEY, sealed=b"other", added_at=NOW + DAY)
    await journal.keep_provider_key(other)
    assert await journal.note_provider_key(used) is False
    assert await journal.reseal_provider_key(PROVIDER_KEY, b"late") is False
    assert await journal.reseal_provider_key(other, b"anew") is True
    assert await journal.provider_keys() == (replace(other, sealed=b"anew"),)


async def test_a_text_is_kept_once_and_only_for_a_session_that_has_a_key(journal: Journal) -> None:
    """One whose session was erased in the meantime is kept by nobody; the first of a turn stays."""
    text = SealedText("7" * 32, "5e55", NOW, b"sealed")
    assert await journal.keep_text(text) is False
    await journal.add_incident_keys({"5e55": b"one"}, at=NOW)
    assert await journal.keep_text(text) is True
    assert await journal.keep_text(replace(text, sealed=b"other")) is True
    later = replace(text, turn="8" * 32, at=NOW + DAY)
    await journal.keep_text(later)

    assert (await journal.text(text.turn), await journal.text("9" * 32)) == (text, None)
    assert await journal.texts() == (KeptText("8" * 32, NOW + DAY), KeptText("7" * 32, NOW))
    assert await journal.texts(limit=1) == await journal.texts(since=NOW + DAY) == (KeptText("8" * 32, NOW + DAY),)


async def test_texts_go_after_their_time_and_with_their_key(journal: Journal) -> None:
    """Old ones are erased, and those that nobody can open any more."""
    await journal.add_incident_keys({"5e55": b"one"}, at=NOW + DAY)
    await journal.add_incident_keys({"a9e": b"two"}, at=NOW)
    for turn, session, at in (("1", "5e55", NOW), ("2", "5e55", NOW + DAY), ("3", "a9e", NOW + DAY)):
        await journal.keep_text(SealedText(turn * 32, session, at, b"sealed"))

    assert await journal.forget_texts(before=NOW + DAY) == 1
    await journal.forget_incident_keys(used_before=NOW + DAY)
    assert await journal.forget_texts(before=NOW) == 1
    assert [text.turn for text in await journal.texts()] == ["2" * 32]


async def test_everything_of_a_session_is_shown_and_its_key_is_not(journal: Journal) -> None:
    """Who asks what is kept of them sees each row, with times that can be read."""
    await journal.record(one_of_each())
    await journal.save_session(replace(SESSION, safety_state=b"state"))
    await journal.add_incident_keys({"5e55": b"sealed-key"}, at=NOW)
    await journal.keep_handoff(HandoffRecord(Handoff("ho_1", NOW, SafetyLevel.HIGH, session="5e55"), due_at=NOW))
    await journal.keep_text(SealedText("7" * 32, "5e55", NOW, b"sealed-text"))
    account = Account(Scope(ScopeKind.SESSION, "5e55"), Period.TOTAL, 0)
    spent, held = Hold("1", (account,), 7, is_hard=True), Hold("2", (account,), 7, is_hard=True)
    await journal.book([Reserve(spent), Reserve(held), Settle(spent, 5)])
    await journal.record([attempt(turn_id="another's")])

    shown = await journal.export_session("5e55")

    counts = dict.fromkeys(
        ("attempts", "handoffs", "incident_keys", "incident_texts", "screenings", "sessions", "turns"), 1
    )
    assert {name: len(rows) for name, rows in shown.items()} == counts | {"budget_accounts": 1, "budget_holds": 1}
    assert (shown["sessions"][0]["created_at"], shown["sessions"][0]["safety_state"]) == (NOW, b"state")
    values = [value for rows in shown.values() for row in rows for value in row.values()]
    assert not {b"sealed-key", b"sealed-text"} & {value for value in values if isinstance(value, bytes)}


async def test_erasing_a_session_leaves_others_alone(journal: Journal) -> None:
    """Turns, their attempts, screenings, state and key are gone; nobody else misses anything."""
    await journal.record([*one_of_each(), attempt(turn_id="t2")])
    await journal.save_sessions([SESSION, replace(SESSION, session="a9e")])
    await journal.add_incident_keys({"5e55": b"one", "a9e": b"two"}, at=NOW)
    await journal.append_incidents([INCIDENT], extend)
    for session in ("5e55", "a9e"):
        await journal.keep_text(SealedText(f"7{session}", session, NOW, b"sealed"))
        handoff = Handoff(f"ho_{session}", NOW, SafetyLevel.HIGH, session=session)
        await journal.keep_handoff(HandoffRecord(handoff, due_at=NOW))

    erased = await journal.erase_session("5e55")

    assert (erased.records, erased.is_overwritten) == (7, True)
    assert await journal.texts() == (KeptText("7a9e", NOW),)
    assert len(await journal.handoffs(states=OPEN_STATES)) == 1
    assert not any((await journal.export_session("5e55")).values())
    assert await journal.session("a9e") is not None
    assert await journal.incident_key("a9e") == b"two"
    assert len(await journal.recent_calls(since=NOW)) == 1
    assert len(await journal.incidents()) == 1
    assert (await journal.erase_session("5e55")).records == 0


async def test_a_journal_that_is_not_open_says_so(make: Callable[[], Journal]) -> None:
    """Using a closed journal is told plainly."""
    async with make() as journal:
        pass

    with pytest.raises(StorageError, match="is not open"):
        await journal.callers()


async def test_safety_states_of_several_sessions_are_read_at_once(journal: Journal) -> None:
    """Of those that are kept, byte for byte; of nobody else."""
    await journal.save_session(replace(SESSION, safety_state=b"\x00\xff"))
    await journal.save_session(replace(SESSION, session="c41m"))
    assert await journal.safety_states(["5e55", "c41m", "nobody"]) == {"5e55": b"\x00\xff", "c41m": b""}
    assert await journal.safety_states([]) == {}


async def test_only_what_others_write_counts_as_a_change(make: Callable[[], Journal], journal: Journal) -> None:
    """Own writes, and what others only read, change nothing; another's write does, where it has the same place."""
    before = await journal.changes()
    await journal.save_session(SESSION)
    assert await journal.changes() == before
    async with make() as other:
        is_one_place = await other.session(SESSION.session) is not None
        assert await journal.changes() == before
        await other.save_session(replace(SESSION, turns=7))
        assert (await journal.changes() != before) is is_one_place

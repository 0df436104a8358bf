"""When a session is told that an AI answers."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

from segue.config.safety_settings import DisclosureSettings
from segue.domain.chat import AnswerPiece, Finished, ResponseFormat, TextDelta, Tool, ToolCallDelta
from segue.domain.findings import CLEAR
from segue.domain.sessions import SessionRecord
from segue.pipeline.care.notice import Notices
from segue.pipeline.release.release import Stopped
from segue.pipeline.turn.record import TurnRecord
from segue.pipeline.turn.turns import Asker, TurnStarted
from segue.safety.replies import reply
from segue.selection.analysis import newest_words
from tests.support.talk import asked

NOW = datetime(2026, 1, 1, tzinfo=UTC)
START, ON_REQUEST = (reply(code, "en").text for code in ("ai_notice", "ai_notice_asked"))
WORD = TextDelta("Hello.")
LATER = (
    ("ok", None),
    ("Ich weiß nicht, was ich heute machen soll.", "de"),
    ("ok", "de"),
    ("ok", "fr"),
    ("No sé qué hacer hoy.", "es"),
    ("Ich gehe jetzt schlafen.", "de"),
)
"""What is said turn by turn, and in which language the person is spoken to."""


@dataclass
class Watch:
    """Time as the test has it."""

    s: float = 0.0
    notices: Notices = field(init=False)

    def __post_init__(self) -> None:
        self.notices = Notices(DisclosureSettings(), sessions=2, now_s=lambda: self.s)

    def opening(
        self,
        said: str = "Hello",
        *,
        session: str | None = "s",
        first: AnswerPiece | Stopped = WORD,
        language: str | None = None,
        **fields: object,
    ) -> tuple[str | None, str]:
        """What is told of a turn's notice, and the words that the answer begins with."""
        record = None if session is None else SessionRecord(session, created_at=NOW, last_turn_at=NOW)
        turn = TurnRecord(asked(said, **fields), Asker("test"), session=record, language=language)
        turn.newest = newest_words(turn.request)
        started, *words = self.notices.opening(turn, None, first)
        assert isinstance(started, TurnStarted)
        return started.notice, "".join(piece.text for piece in words if isinstance(piece, TextDelta))


def test_a_session_is_told_at_its_start_and_after_three_hours() -> None:
    """In a paragraph of its own before the answer; not with every turn."""
    watch = Watch()
    told = (START, f"{START}\n\n")
    assert (watch.opening(), watch.opening()) == (told, (None, ""))
    watch.s = 10_799
    assert watch.opening() == (None, "")
    watch.s = 10_800
    assert (watch.opening(), watch.opening()) == (told, (None, ""))


def test_whoever_asks_is_told_at_once() -> None:
    """Also right after the start; and the hours count from then."""
    watch = Watch()
    watch.opening()
    watch.s = 10_000
    assert watch.opening("Are you human?") == (ON_REQUEST, f"{ON_REQUEST}\n\n")
    watch.s = 10_800
    assert watch.opening() == (None, "")


def test_who_asked_while_written_words_answered_is_told_next_time() -> None:
    """Words for a person in danger come alone; the next answer of a model tells it, once."""
    watch = Watch()
    watch.opening()
    record = SessionRecord("s", created_at=NOW, last_turn_at=NOW)
    turn = TurnRecord(asked("T'es un humain ?"), Asker("test"), session=record, outcome="replaced")
    watch.notices.owe(turn)
    assert (watch.opening("Hello"), watch.opening("Hello")) == ((ON_REQUEST, f"{ON_REQUEST}\n\n"), (None, ""))
    turn.outcome = "answered"
    watch.notices.owe(turn)
    assert watch.opening("Hello") == (None, "")


def test_turns_without_a_session_are_not_told() -> None:
    """Calls of programs are no conversation."""
    assert Watch().opening("Are you human?", session=None) == (None, "")


def test_every_session_is_told_and_only_so_many_are_remembered() -> None:
    """A session that was forgotten is told once more."""
    watch = Watch()
    assert [watch.opening(session=name)[0] is not None for name in "aabbac"] == [True, False, True, False, False, True]
    assert watch.opening(session="a") != (None, "")


def test_json_and_tools_get_the_notice_beside_the_answer() -> None:
    """A program that reads the answer must not stumble over words for a person."""
    assert Watch().opening(response_format=ResponseFormat("json_object")) == (START, "")
    assert Watch().opening(tools=(Tool("look"),)) == (START, "")
    assert Watch().opening(first=ToolCallDelta(0, "c", "look", "{}")) == (START, "")


def test_an_answer_that_was_stopped_is_no_occasion() -> None:
    """The written words come alone, and the next answer has the notice."""
    watch = Watch()
    assert watch.opening(first=Stopped(CLEAR)) == (None, "")
    assert watch.opening()[0] == START
    assert watch.opening(session="b", first=Finished("stop")) == (START, "")


def test_it_can_be_switched_off() -> None:
    """An operator may tell people in another place."""
    watch = Watch()
    watch.notices = Notices(DisclosureSettings(enabled=False), sessions=2)
    assert watch.opening("Are you human?") == (None, "")


def test_whoever_turns_out_to_speak_another_language_is_told_once_more_in_theirs() -> None:
    """A first "ok" is answered in English; once their words are sure they are told again, and then no more."""
    watch = Watch()
    turns = [watch.opening(said, language=language)[0] for said, language in LATER]
    german, spanish = (reply("ai_notice", code).text for code in ("de", "es"))
    assert turns == [START, german, None, None, spanish, None]

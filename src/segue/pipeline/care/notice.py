"""The notice that an AI answers: at a session's start, after hours of its use, when the person asks, and once more
where they turn out to speak another language."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from segue.config.safety_settings import DisclosureSettings
from segue.domain.chat import INTERNAL, ChatRequest, TextDelta
from segue.domain.models import ModelCard
from segue.pipeline.release.release import Shown, Stopped
from segue.pipeline.turn.record import TurnRecord
from segue.pipeline.turn.turns import TurnPiece
from segue.safety.disclosure import asks_whether_human
from segue.safety.replies import reply
from segue.selection.analysis import newest_language


@dataclass(slots=True)
class _Told:
    """Of one session."""

    at_s: float
    languages: set[str]
    """Since then: somebody who turns out to speak another is told once more, in theirs."""


class Notices:
    """Knows which sessions were told, and when; only turns of a session are.

    It is remembered in this process alone: after a restart, or by another replica, a person is told once more.
    """

    def __init__(
        self, settings: DisclosureSettings, *, sessions: int, now_s: Callable[[], float] = time.monotonic
    ) -> None:
        """`sessions`: how many are remembered at most; those that were told longest ago are forgotten first."""
        self._settings = settings
        self._sessions = sessions
        self._now_s = now_s
        self._told: OrderedDict[str, _Told] = OrderedDict()
        self._owed: OrderedDict[str, None] = OrderedDict()

    def opening(self, turn: TurnRecord, card: ModelCard | None, first: Shown) -> Sequence[TurnPiece]:
        """How a model's answer begins: its start, and the notice in a paragraph of its own where it is time for one.

        `first` is the piece that comes next. What a check stopped before its first word is answered with written words,
        and these come alone.
        """
        notice = None if type(first) is Stopped else self._notice(turn)
        started = turn.started(card, notice=notice)
        if notice is not None and type(first) is TextDelta and _is_read_as_it_comes(turn.request):
            return started, TextDelta(f"{notice}\n\n")
        return (started,)

    def _notice(self, turn: TurnRecord) -> str | None:
        if turn.session is None or not self._settings.enabled or turn.request.audience == INTERNAL:
            return None
        session, now_s = turn.session.session, self._now_s()
        told = self._told.get(session)
        is_asked = session in self._owed or asks_whether_human(turn.request.last_user_text)
        self._owed.pop(session, None)
        said = reply("ai_notice_asked" if is_asked else "ai_notice", turn.language)
        if is_asked or told is None or now_s - told.at_s >= self._settings.every_s:
            told = self._told[session] = _Told(now_s, {said.language})
        elif said.language in told.languages or not _is_written_in(said.language, turn):
            return None
        told.languages.add(said.language)
        self._told.move_to_end(session)
        while len(self._told) > self._sessions:
            self._told.popitem(last=False)
        return said.text

    def owe(self, turn: TurnRecord) -> None:
        """At the end of a turn that no model answered: who asked in it whether a human answers is told in the next one
        that a model does. Written words come alone."""
        if turn.session is None or turn.outcome == "answered" or turn.request.audience == INTERNAL:
            return
        if self._settings.enabled and asks_whether_human(turn.request.last_user_text):
            self._owed[turn.session.session] = None
            while len(self._owed) > self._sessions:
                self._owed.popitem(last=False)


def _is_written_in(language: str, turn: TurnRecord) -> bool:
    """Whether the newest words are sure to be of a language: a person was told in another before theirs was known."""
    return turn.newest is not None and newest_language(turn.request, turn.newest) == language


def _is_read_as_it_comes(request: ChatRequest) -> bool:
    """True where an answer is words for a person and nothing else; a program that parses it would stumble."""
    return request.response_format.kind == "text" and not request.tools

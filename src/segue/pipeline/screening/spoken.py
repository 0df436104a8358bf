"""In which language a person is spoken to, and their words are scored, where their newest words do not tell."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from segue.domain.chat import ChatRequest, Role
from segue.domain.languages import OTHER_LANGUAGE
from segue.domain.sessions import SessionRecord
from segue.safety.evidence import language_in
from segue.safety.policy import Reading
from segue.selection.analysis import language_before, spoken_language
from segue.selection.cues import Words
from segue.selection.first_words import language_of_first_words

LINE_TURNS: Final = 6
"""Where the language alone is the reason, one answer in so many names help."""


@dataclass(slots=True)
class _Talk:
    language: str | None = None
    """The last that was told."""
    known: str | None = None
    """The last that has a name: a list of medicines tells of another language, and the person speaks as before."""
    turns: int = 0
    greeted: str | None = None
    """In which they were spoken to by words that do not tell: a greeting, or one word of danger."""
    said_turn: int | None = None
    """When an answer last named help because of the language."""


class SpokenLanguages:
    """Remembers the language of each session.

    It is remembered in this process alone: after a restart, or by another replica, it is worked out anew from what a
    request brings.
    """

    def __init__(self, *, sessions: int) -> None:
        """`sessions`: how many are remembered at most; those that are longest silent are forgotten first."""
        self._sessions = sessions
        self._talks: OrderedDict[str, _Talk] = OrderedDict()

    def told(self, request: ChatRequest, reading: Reading, session: str | None) -> str | None:
        """The language of a turn whose newest words are not sure; None where nothing tells it.

        That of the rules that they matched, else the session's, else that of the person's earlier messages. English
        rules do not outweigh a session: its slang is written in every language.
        """
        talk = self._talks.get(session) if session is not None else None
        known, of_rules = talk.language if talk is not None else None, language_in(reading.found)
        return (
            (known if of_rules == "en" else of_rules)
            or known
            or of_rules
            or spoken_language(request)
            or next(filter(None, (language_in(found) for _, found in reading.earlier)), None)
        )

    def spoken(
        self, told: str | None, request: ChatRequest, reading: Reading, session: str | None, newest: Words
    ) -> str | None:
        """The language in which somebody is spoken to whose words are of the one that was told.

        Where that has no name, it is the one of the rules that matched, else of what was said before: in English they
        may not be understood. Where none was told, it is that of a greeting, now or before.
        """
        if told is not None and told != OTHER_LANGUAGE:
            return told
        talk = self._talks.get(session) if session is not None else None
        greeted = talk.greeted if talk is not None else None
        if told is None:
            return language_of_first_words(newest.ordered) or greeted
        before = (talk.known if talk is not None else None) or language_before(request)
        of_rules = language_in(reading.found)
        return (before if of_rules == "en" else of_rules) or before or of_rules or greeted

    def note(self, session: str, language: str | None, *, spoken: str | None = None) -> None:
        """A turn of a session has come, in this language; None leaves the one that is known.

        `spoken`: in which the person was spoken to; it holds on while no language is known.
        """
        talk = self._talks.setdefault(session, _Talk())
        self._talks.move_to_end(session)
        talk.turns += 1
        talk.language = language or talk.language
        talk.greeted = spoken or talk.greeted
        talk.known = talk.known if language == OTHER_LANGUAGE else talk.language
        while len(self._talks) > self._sessions:
            self._talks.popitem(last=False)

    def is_time_to_say(self, request: ChatRequest, session: SessionRecord | None) -> bool:
        """Whether an answer names help because of the language alone, and counts it as said.

        Without a session the person's messages of the request are its turns.
        """
        if session is None or (talk := self._talks.get(session.session)) is None:
            turns = sum(message.role is Role.USER for message in request.messages)
            return turns % LINE_TURNS == 1
        if talk.said_turn is not None and talk.turns - talk.said_turn < LINE_TURNS:
            return False
        talk.said_turn = talk.turns
        return True

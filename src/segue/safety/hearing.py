"""Which of a person's words are read, and what rules found in those of earlier turns: remembered, without the words.

A client without a session sends the whole conversation each time. What was said before the newest words is read from
both ends, within bounds, and what is found is remembered under a keyed hash of the message. So the next request reads
only what is new, and a conversation that grew turn by turn is known as a whole, however long it is.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from hashlib import blake2b
from threading import Lock
from typing import Final, TypeAlias

from segue.domain.chat import ASSISTANT, USER, Message
from segue.domain.findings import Finding

NEAR_MESSAGES: Final = 20
"""Messages before the newest words that are read in any case."""
NEAR_CHARS: Final = 8_000
"""Most characters of those together, newest first."""
NEAR_EACH_CHARS: Final = 4_000
"""Most characters of one of them, from its end: a long one must not hide those before it."""
FAR_CHARS: Final = 24_000
"""Most characters of all others that a request makes us read, oldest first: some 12 ms. What is remembered is not
read, so the next request goes on where this one stopped."""
EACH_CHARS: Final = 16_000
"""Most characters of one message, from its end."""
KNOWN_MESSAGES: Final = 1_000
"""Most earlier messages that are looked at, half of them the newest and half the oldest."""
WEIGHED_MESSAGES: Final = 100
"""The newest ones that are weighed in any case; of those before them as many, in which something was found."""
ENTRIES: Final = 20_000
"""Messages that are remembered, some 4 MB; those that were not looked at for longest are forgotten first."""
MOST_FINDINGS: Final = 16
"""Most that is remembered of one message, the gravest."""

Find: TypeAlias = Callable[[str, "str | None"], Sequence[Finding]]
"""What rules find in a text, of a language where that is known."""
Earlier: TypeAlias = tuple[tuple[str, Sequence[Finding]], ...]
"""Earlier messages, newest first, each with what was found in it."""


def heard(messages: Sequence[Message]) -> tuple[str, list[str]]:
    """The person's newest words (every message since the last answer), and the messages before them, newest first."""
    newest: list[str] = []
    earlier: list[str] = []
    answered = False
    for message in reversed(messages):
        if message.role is ASSISTANT:
            answered = bool(newest)
        elif message.role is USER and not (answered or earlier):
            newest.append(message.text)
        elif message.role is USER:
            earlier.append(message.text)
    if len(earlier) > KNOWN_MESSAGES:
        earlier = earlier[: KNOWN_MESSAGES // 2] + earlier[-KNOWN_MESSAGES // 2 :]
    return "\n".join(reversed(newest)), earlier


class EarlierWords:
    """Reads what was said before the newest words. May be shared by threads."""

    def __init__(self, find: Find, *, entries: int = ENTRIES) -> None:
        self._find = find
        self._entries = entries
        self._key = secrets.token_bytes(16)
        self._found: OrderedDict[bytes, tuple[Finding, ...]] = OrderedDict()
        self._changing = Lock()

    def steps(self, texts: Sequence[str], language: str | None) -> Iterator[int]:
        """Read what is not remembered yet of these messages (newest first), a piece a step; its characters.

        Without these steps `known` reads the near ones itself.
        """
        for text in _near(texts):
            if self._remembered(text, language) is None:
                self._read(text, language)
                yield len(text)
        left = FAR_CHARS
        for text in reversed(texts):
            end = text[-EACH_CHARS:]
            if len(end) > left or self._remembered(end, language) is not None:
                continue
            self._read(end, language)
            left -= len(end)
            yield len(end)

    def known(self, texts: Sequence[str], language: str | None) -> Earlier:
        """What was found in each of these messages, as far as it was read; calm ones of long ago are left out."""
        near = _near(texts)
        known: list[tuple[str, Sequence[Finding]]] = []
        far = 0
        for place, text in enumerate(texts):
            found = self._remembered(text[-EACH_CHARS:], language)
            if found is None and place < len(near):
                found = self._remembered(near[place], language)
                found = self._read(near[place], language) if found is None else found
            if place >= WEIGHED_MESSAGES:
                far += bool(found)
            if found is not None and (place < WEIGHED_MESSAGES or (found and far <= WEIGHED_MESSAGES)):
                known.append((text, found))
        return tuple(known)

    def _read(self, text: str, language: str | None) -> tuple[Finding, ...]:
        # Where it stood is of no use once it was said earlier, and what was found twice is found once.
        every = dict.fromkeys(replace(finding, start=0, end=0) for finding in self._find(text, language))
        found = tuple(sorted(every, key=lambda finding: -finding.level.rank)[:MOST_FINDINGS])
        with self._changing:
            self._found[self._name(text, language)] = found
            while len(self._found) > self._entries:
                self._found.popitem(last=False)
        return found

    def _remembered(self, text: str, language: str | None) -> tuple[Finding, ...] | None:
        name = self._name(text, language)
        with self._changing:
            if (found := self._found.get(name)) is not None:
                self._found.move_to_end(name)
            return found

    def _name(self, text: str, language: str | None) -> bytes:
        """A keyed hash, so that nobody who has it can try what somebody may have said."""
        words = f"{language or ''}\0{text}".encode("utf-8", "surrogatepass")
        return blake2b(words, key=self._key, digest_size=16).digest()


def _near(texts: Sequence[str]) -> list[str]:
    """The messages, newest first, that are read in any case; each as far as it is."""
    near: list[str] = []
    left = NEAR_CHARS
    for text in texts[:NEAR_MESSAGES]:
        if left <= 0:
            break
        near.append(text[-min(left, NEAR_EACH_CHARS) :])
        left -= len(near[-1])
    return near

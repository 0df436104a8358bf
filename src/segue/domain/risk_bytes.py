"""A risk state as it is kept and shared: bytes with a version, and what to believe of bytes that cannot be read.

They begin with a head that every version has: the version, the stage's gravity, and the latest moment at which a stage
was raised. So a gateway that meets a newer one's state still knows how grave it is.
"""

from __future__ import annotations

import json
import math
import struct
from collections.abc import Collection
from typing import Final

from segue.domain.models import SafetyLevel
from segue.domain.risk import (
    QUIET,
    STAGES,
    Answer,
    Latch,
    Question,
    Release,
    RiskStage,
    RiskState,
    Screener,
    Trace,
    joined,
)

VERSION: Final = 2
"""Of what is written. Any change of the row is a new version, and those before it stay readable.

    1  no place_turn (builds of November 2026 wrote it under this number as well)
    2  place_turn is the last of the turns
"""
_TURNS: Final = {1: (4, 5), 2: (5,)}
"""How many turns the row of each version has."""
_HEAD: Final = struct.Struct(">BBQ")
_MOST: Final = 2**62
"""Numbers beyond that are none of ours. Also the moment of a danger of which nobody knows when it was: nothing that was
settled covers it."""
_LEVELS: Final = {level.rank: level for level in SafetyLevel}


class UnreadableRisk(ValueError):
    """Bytes that this version cannot read. `believed` is the state to go on with: as grave as it may be."""

    def __init__(self, why: str, believed: RiskState) -> None:
        super().__init__(why)
        self.believed = believed


def encoded(state: RiskState) -> bytes:
    """The state in bytes, the same for equal states; empty for one in which nothing was ever found."""
    if state == QUIET:
        return b""
    latches = (state.check_in, state.screen, state.safety, state.follow_up)
    row = [
        state.turn,
        *((trace.amount, trace.turn, trace.at_us) for trace in (state.evidence, state.lately)),
        *((latch.raised_us, latch.settled_us) for latch in latches),
        sorted(state.disclosed),
        state.highest.rank,
        (state.screener.began_us, state.screener.asked, state.screener.times, state.screener.answers),
        (state.cared_turn, state.declined_turn, state.uneasy_turn, state.confirming_turn, state.place_turn),
        (state.release.at_us, state.release.by) if state.release else None,
    ]
    return _HEAD.pack(VERSION, state.stage.gravity, state.last_us) + json.dumps(row, separators=(",", ":")).encode()


def decoded(data: bytes) -> RiskState:
    """The state in bytes. Raises UnreadableRisk for a newer version's, and for what is no state."""
    if not data:
        return QUIET
    try:
        version, gravity, last_us = _HEAD.unpack_from(data)
        stage = STAGES[gravity]
    except (struct.error, IndexError):
        raise UnreadableRisk("It is no session's risk state.", at_stage(RiskStage.SAFETY, _MOST)) from None
    if version > VERSION:
        raise UnreadableRisk(f"It was written by a newer version ({version}).", at_stage(stage, last_us))
    try:
        return _state(json.loads(data[_HEAD.size :]), _TURNS[version])
    except (ValueError, TypeError, KeyError, RecursionError):
        raise UnreadableRisk("It is broken.", at_stage(RiskStage.SAFETY, _MOST)) from None


def believed(data: bytes) -> RiskState:
    """The state in bytes, or the one to go on with where they cannot be read: a newer version's is at the stage that
    its head names, anything else is in SAFETY, which the person can end by saying that they are safe."""
    try:
        return decoded(data)
    except UnreadableRisk as error:
        return error.believed


def joined_bytes(a: bytes, b: bytes) -> bytes:
    """Two states of one session joined, as bytes; what cannot be read counts as `believed` says."""
    if a == b or not b:
        return a
    return encoded(joined(believed(a), believed(b))) if a else b


def at_stage(stage: RiskStage, moment_us: int) -> RiskState:
    """A state of which no more is known than its stage."""
    latch = Latch(raised_us=min(max(moment_us, 1), _MOST))
    match stage:
        case RiskStage.SAFETY:
            return RiskState(safety=latch)
        case RiskStage.SCREEN:
            return RiskState(screen=latch)
        case RiskStage.FOLLOW_UP:
            return RiskState(follow_up=latch)
        case RiskStage.CHECK_IN:
            return RiskState(check_in=latch)
        case RiskStage.OBSERVE:
            return QUIET


def _state(row: object, numbers_of_turns: Collection[int]) -> RiskState:
    """Raises ValueError, TypeError or KeyError for a row that is none."""
    turn, evidence, lately, *latches, disclosed, highest, screener, turns, release = _list(row, 12)
    check_in, screen, safety, follow_up = map(_latch, latches)
    asked = _list(turns)
    if len(asked) not in numbers_of_turns:
        raise ValueError("another version's turns")
    cared, declined, uneasy, confirming, place = map(_number, (*asked, 0)[:5])
    return RiskState(
        turn=_number(turn),
        evidence=_trace(evidence),
        lately=_trace(lately),
        check_in=check_in,
        screen=screen,
        safety=safety,
        follow_up=follow_up,
        disclosed=frozenset(map(_text, _list(disclosed))),
        highest=_LEVELS[_number(highest)],
        screener=_screener(screener),
        cared_turn=cared,
        declined_turn=declined,
        uneasy_turn=uneasy,
        confirming_turn=confirming,
        place_turn=place,
        release=None if release is None else _release(release),
    )


def _trace(value: object) -> Trace:
    amount, turn, at_us = _list(value, 3)
    if not isinstance(amount, float) or not math.isfinite(amount) or amount < 0:
        raise ValueError("no amount of evidence")
    return Trace(amount, _number(turn), _number(at_us))


def _latch(value: object) -> Latch:
    return Latch(*map(_number, _list(value, 2)))


def _screener(value: object) -> Screener:
    began_us, asked, times, answers = _list(value, 4)
    given = tuple(Answer(_number(answer)).value for answer in _list(answers, len(Question)))
    place = _number(asked)
    return Screener(_number(began_us), Question(place).value if place else 0, _number(times), given)


def _release(value: object) -> Release:
    at_us, by = _list(value, 2)
    return Release(_number(at_us), _text(by))


def _list(value: object, length: int | None = None) -> list[object]:
    if not isinstance(value, list) or (length is not None and len(value) != length):
        raise ValueError("no list of that length")
    return value


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value <= _MOST + 2**32:
        raise ValueError("no number of ours")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value

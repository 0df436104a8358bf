"""The table of faults: which models there are and how they fail, and how many requests each must get until all is well.

`first`, `second` and `third` stand on the route `told` in this order; all of them mean to tell the same story. The
same table is gone through by the library and by the gateway, streamed and whole.
"""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from segue.config.settings import Settings
from tests.support.continuing import Way
from tests.support.fault_server import FaultServer, Voice
from tests.support.faults import (
    closed,
    cut,
    done_too_early,
    error_within,
    finish_error,
    limited,
    malformed,
    refused,
    reset,
    reset_within,
    silent,
    silent_after_head,
    slow,
    stall,
    too_long,
    unfinished,
    without_done,
)

LONGEST_S = 20.0
"""No turn of the table takes nearly as long, on a machine that does much else."""
HASTE: Final = {"time": {"first_token_s": 0.3}}
"""Only where nobody but the silent model is waited for: a busy machine makes everybody slow now and then."""
GAP: Final = {"time": {"gap_s": 0.7}}
TELLS: Final = Voice()
AFTER_ALL: Final = 10_000
"""Characters after the last one: the answer breaks off when all of it was said."""
NOBODY: Final = None
"""In place of a model: nobody listens at its address."""

Codes: TypeAlias = tuple[tuple[str, str | None], ...]
"""Who was asked, in order, and what came of it."""


@dataclass(frozen=True, slots=True)
class Case:
    """One situation and how it must end: with the whole story, after exactly so many requests."""

    voices: Mapping[str, Voice | None]
    asked: Mapping[str, int]
    codes: Codes
    sections: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Settings beyond the usual ones."""
    cards: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """What the configuration says of a model."""
    ways: tuple[Way, ...] = ()
    """How each request asked; empty: all of them for the whole answer."""
    wait_s: float = 0.0
    """Least time between the first request and the second, which the first asked for."""

    @asynccontextmanager
    async def at_work(self, **sections: Mapping[str, object]) -> AsyncIterator[tuple[FaultServer, Settings]]:
        """A fault server with these models, and settings that lead to it."""
        voices = {name: voice for name, voice in self.voices.items() if voice is not None}
        with socket.socket() as nobody:
            nobody.bind(("127.0.0.1", 0))
            async with FaultServer(voices) as server:
                closed_url = f"http://127.0.0.1:{nobody.getsockname()[1]}/v1"
                urls = {name: server.base_url if voice else closed_url for name, voice in self.voices.items()}
                yield server, settings_for(urls, cards=self.cards, sections={**self.sections, **sections})


def settings_for(
    urls: Mapping[str, str],
    *,
    cards: Mapping[str, Mapping[str, object]] | None = None,
    sections: Mapping[str, Mapping[str, object]] | None = None,
) -> Settings:
    """Settings with a provider for each model, named as it is, and the route `told` through all of them.

    Unless `sections` say otherwise nothing is hurried, so that only what is silent counts as silent.
    """
    cards = cards or {}
    patient = {"first_token_s": 30, "gap_s": 30, "turn_s": 60}
    return Settings.model_validate(
        {
            "providers": {
                name: {
                    "type": "openai_compatible",
                    "options": {"base_url": url, "models": {name: dict(cards.get(name, {}))}},
                }
                for name, url in urls.items()
            },
            "routes": {"told": {"models": [f"{name}:{name}" for name in urls]}},
            "server": {"port": 0, "stop_s": 5},
            "disclosure": {"enabled": False},
            "safety": {"classifier": "off"},
            **(sections or {}),
            "time": {**patient, **(sections or {}).get("time", {})},
        }
    )


def _moved(first: Voice | None, code: str, **sections: Mapping[str, object]) -> Case:
    """The first fails, the second answers: one request each."""
    asked = {"second": 1} if first is None else {"first": 1, "second": 1}
    return Case({"first": first, "second": TELLS}, asked, (("first", code), ("second", None)), sections)


def _retried(first: Voice, code: str, *, wait_s: float = 0.0) -> Case:
    """The first fails once and is asked again."""
    return Case({"first": first, "second": TELLS}, {"first": 2}, (("first", code), ("first", None)), wait_s=wait_s)


def _retried_in_vain(first: Voice, code: str) -> Case:
    """The first is asked again and fails again, then the second answers."""
    codes = (("first", code), ("first", code), ("second", None))
    return Case({"first": first, "second": TELLS}, {"first": 2, "second": 1}, codes)


def _at_once(first: Voice) -> Case:
    """The first answers, and nobody else is asked."""
    return Case({"first": first, "second": TELLS}, {"first": 1}, (("first", None),))


def _continued(first: Voice, code: str, **sections: Mapping[str, object]) -> Case:
    """The first breaks off, the second is told to go on."""
    return replace(_moved(first, code, **sections), ways=("anew", "instruction"))


def _rescued(second: Voice, *, way: Way = "instruction", card: Mapping[str, object] | None = None) -> Case:
    """The first is cut, and this is who goes on."""
    case = _continued(Voice([cut()]), "stream_cut")
    return replace(case, voices={**case.voices, "second": second}, ways=("anew", way), cards={"second": card or {}})


PREFILL: Final = {"capabilities": ["prefill"]}

BEFORE_WORDS: Final[Mapping[str, Case]] = {
    "429 with Retry-After in milliseconds": _retried(Voice([limited(ms="120")]), "rate_limited", wait_s=0.12),
    "429 with Retry-After in seconds": _retried(Voice([limited(s="1")]), "rate_limited", wait_s=1.0),
    "429 with Retry-After of no seconds": _retried(Voice([limited(s="0")]), "rate_limited"),
    "429 with Retry-After as a date": _retried(Voice([limited(date_s=1)]), "rate_limited", wait_s=1.0),
    "429 with a long Retry-After": _moved(Voice(then=limited(s="60")), "rate_limited"),
    "429 for ever": _retried_in_vain(Voice(then=limited(ms="20")), "rate_limited"),
    "429 for ever without Retry-After": _moved(Voice(then=limited()), "rate_limited"),
    "500 once": _retried(Voice([refused(500)]), "provider_fault"),
    "500 for ever": _retried_in_vain(Voice(then=refused(500)), "provider_fault"),
    "503 for ever": _moved(Voice(then=refused(503)), "overloaded"),
    "529 for ever": _moved(Voice(then=refused(529, "overloaded_error")), "overloaded"),
    "401": _moved(Voice(then=refused(401, "invalid_api_key")), "key_rejected"),
    "402": _moved(Voice(then=refused(402)), "out_of_credit"),
    "404": _moved(Voice(then=refused(404, "model_not_found")), "model_gone"),
    "connection refused": _moved(NOBODY, "unreachable"),
    "connection reset once": _retried(Voice([reset]), "connection_lost"),
    "connection closed once": _retried(Voice([closed]), "connection_lost"),
    "connection reset for ever": _retried_in_vain(Voice(then=reset), "connection_lost"),
    "silence": _moved(Voice(then=silent), "silent", **HASTE),
    "silence after a good status": _moved(Voice(then=silent_after_head), "silent", **HASTE),
    "slow first token beside a quicker model": _moved(Voice([slow(15)]), "silent", **HASTE),
    "slow first token of the only model": Case(
        {"first": Voice([slow(0.5)])}, {"first": 1}, (("first", None),), {"time": {"first_token_s": 0.1}}
    ),
    "cut before a word was shown": _moved(Voice([cut(50)]), "stream_cut"),
    "malformed before a word was shown": _moved(Voice([malformed(50)]), "bad_answer"),
    "no [DONE]": _at_once(Voice([without_done])),
    "context too long": Case(
        {"first": Voice(then=too_long), "second": TELLS, "third": TELLS},
        {"first": 1, "third": 1},
        (("first", "context_length_exceeded"), ("second", "context_length_exceeded"), ("third", None)),
        cards={"first": {"context_tokens": 16_000}, "second": {"context_tokens": 8_000}, "third": {}},
    ),
    "content refused, and the policy says next": _moved(
        Voice(then=refused(400, "content_filter")), "content_refused", fallback={"on_content_refused": "next"}
    ),
}
"""Faults before anything was shown: the answer starts anew."""

BROKEN_OFF: Final[Mapping[str, Case]] = {
    "cut": _continued(Voice([cut()]), "stream_cut"),
    "reset": _continued(Voice([reset_within()]), "stream_cut"),
    "stalled": _continued(Voice([stall()]), "stream_cut", **GAP),
    "malformed event": _continued(Voice([malformed()]), "bad_answer"),
    "end without a finish": _continued(Voice([unfinished()]), "stream_cut"),
    "[DONE] without a finish": _continued(Voice([done_too_early()]), "stream_cut"),
    "error inside a good status": _continued(Voice([error_within()]), "provider_fault"),
    "finish that is an error": _continued(Voice([finish_error()]), "provider_fault"),
    "cut when all was said": _continued(Voice([cut(AFTER_ALL)]), "stream_cut"),
}
"""Faults after words were shown: another model goes on."""

RESCUED: Final[Mapping[str, Case]] = {
    "by prefill": _rescued(TELLS, way="prefill", card=PREFILL),
    "by one that repeats its last sentence": _rescued(Voice(manner="repeats_sentence")),
    "by one that repeats some words": _rescued(Voice(manner="repeats_words")),
    "by one that starts over": _rescued(Voice(manner="starts_over")),
    "by one that rejects prefill": Case(
        {"first": Voice([cut()]), "second": Voice(rejects_prefill=True)},
        {"first": 1, "second": 2},
        (("first", "stream_cut"), ("second", "request_refused"), ("second", None)),
        ways=("anew", "prefill", "instruction"),
        cards={"second": PREFILL},
    ),
    "by one that rejects prefill and starts over": Case(
        {"first": Voice([cut()]), "second": Voice(rejects_prefill=True, manner="starts_over")},
        {"first": 1, "second": 2},
        (("first", "stream_cut"), ("second", "request_refused"), ("second", None)),
        ways=("anew", "prefill", "instruction"),
        cards={"second": PREFILL},
    ),
    "twice": Case(
        {"first": Voice([cut()]), "second": Voice([cut()]), "third": Voice(manner="repeats_sentence")},
        {"first": 1, "second": 1, "third": 1},
        (("first", "stream_cut"), ("second", "stream_cut"), ("third", None)),
        ways=("anew", "instruction", "instruction"),
    ),
    "past one that has no room": Case(
        {"first": Voice([cut()]), "second": Voice(then=refused(503)), "third": TELLS},
        {"first": 1, "second": 1, "third": 1},
        (("first", "stream_cut"), ("second", "overloaded"), ("third", None)),
        ways=("anew", "instruction", "instruction"),
    ),
    "past a silent one": Case(
        {"first": Voice([cut()]), "second": Voice(then=silent), "third": TELLS},
        {"first": 1, "second": 1, "third": 1},
        (("first", "stream_cut"), ("second", "silent"), ("third", None)),
        HASTE,
        ways=("anew", "instruction", "instruction"),
    ),
}
"""Ways in which the answer that broke off in the middle is continued."""

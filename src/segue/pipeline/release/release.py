"""A model's answer on its way to the person: words through the guard, tool calls held until they are whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import msgspec

from segue.domain.chat import AnswerPiece, Finished, TextDelta, ToolCallDelta
from segue.domain.findings import PASS, Verdict
from segue.domain.values import made_often
from segue.pipeline.release.allowance import Allowance
from segue.pipeline.release.seam import CannotBeJoined, Seam, end_of_first_part
from segue.pipeline.release.streaming import Released, StreamGuard

SAID_CHARS = 300
"""How much of the end of what was said is read together with tool calls."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Screening ended the answer; what was shown before stays."""

    verdict: Verdict


Shown: TypeAlias = TextDelta | ToolCallDelta | Finished | Stopped
"""What may be shown: deltas, then one Finished or one Stopped."""


@made_often
@dataclass(slots=True)
class ToolCallAssembly:
    """Joins the pieces of tool calls, so that a call is screened whole before anybody can act on it."""

    calls: dict[int, ToolCallDelta] = field(default_factory=dict)

    def add(self, piece: ToolCallDelta) -> None:
        """Append a piece to its call."""
        known = self.calls.get(piece.index)
        if known is None:
            self.calls[piece.index] = piece
            return
        self.calls[piece.index] = replace(
            known,
            id=known.id or piece.id,
            name=known.name or piece.name,
            arguments=known.arguments + piece.arguments,
        )

    def gravest(self, screen: Callable[[str], Verdict], *, said: str = "") -> Verdict | None:
        """The verdict that stops a call; None when all of them may be made.

        Each part is read alone, and all arguments together behind the end of what was `said`: a sentence may be split.
        """
        calls = self.in_order()
        if not calls:
            return None
        arguments = " ".join(call.arguments for call in calls)
        texts = [text for call in calls for text in (call.name, call.id, call.arguments) if text]
        texts.append(arguments)
        if said and screen(said).action is PASS:  # its beginning was cut off, and a denial perhaps with it
            texts.append(f"{msgspec.json.encode(said).decode()} {arguments}")
        verdicts = (screen(text) for text in texts)
        return next((verdict for verdict in verdicts if verdict.action is not PASS), None)

    def in_order(self) -> tuple[ToolCallDelta, ...]:
        """One whole delta a call, by index."""
        return tuple(self.calls[index] for index in sorted(self.calls))


class Release:
    """Takes the pieces of one answer, from one model or several in turn, and gives what may be shown of them.

    All of it is screened as one text. After a piece that gave Finished or Stopped there is nothing more to take.
    """

    __slots__ = ("_allowance", "_calls", "_gave_up_words", "_goes_on", "_guard", "_last_line", "_parts", "_screen_call",
                 "_screen_whole", "_seam", "_shown_chars")  # fmt: skip

    def __init__(
        self,
        guard: StreamGuard,
        screen_call: Callable[[str], Verdict],
        screen_whole: Callable[[str], Verdict] | None = None,
        last_line: str = "",
    ) -> None:
        """`screen_whole` reads an answer in words once more when it has all of it: what it lacks is known only then.

        `last_line` is added to an answer in words (the check-in of degraded mode).
        """
        self._guard = guard
        self._screen_call = screen_call
        self._screen_whole = screen_whole
        self._last_line = last_line
        self._calls = ToolCallAssembly()
        self._seam: Seam | None = None
        self._allowance: Allowance | None = None
        self._parts: list[str] = []
        """What was shown, piece by piece."""
        self._shown_chars = 0
        self._gave_up_words = False
        self._goes_on = True
        """False while the model that goes on has not said a word that was not there before."""

    @property
    def has_shown(self) -> bool:
        """True once the person has read a word: then the answer goes on from there, else it may begin anew."""
        return self._shown_chars > 0

    @property
    def is_over(self) -> bool:
        """True when the answer has ended, whatever its model would say yet: by screening, or because `is_full`."""
        return self._guard.is_stopped or (self._allowance is not None and self._allowance.is_spent)

    @property
    def is_full(self) -> bool:
        """True when the answer was ended because it is as long as it may be."""
        return self._allowance is not None and self._allowance.is_spent and not self._guard.is_stopped

    def take(self, piece: AnswerPiece) -> Iterable[Shown]:
        """What may be shown now; often nothing. Raises CannotBeJoined where the model does not go on, also once what is
        given is read."""
        if type(piece) is Finished:
            return self._finish(piece)
        if type(piece) is not TextDelta:
            assert isinstance(piece, ToolCallDelta)
            self._calls.add(piece)
            return ()
        text = piece.text if self._seam is None else self._seam.take(piece.text)
        if not text:
            return ()
        if self._allowance is not None:
            text = self._allowed(text)
            if self._allowance.is_spent:
                return self._cut_short(text)
        self._goes_on = self._goes_on or not text.isspace()
        return self._shown(self._guard.feed(text))

    def break_off(self) -> str:
        """The model failed: what the next one is to go on after. Tool calls under way are forgotten, to be made anew.

        The end of what waits is given up as far as it is no whole sentence, or no whole word.
        """
        self._calls = ToolCallAssembly()
        self._seam = None
        shown = "".join(self._parts)
        whole = shown + self._guard.held
        end = end_of_first_part(whole, shown_chars=len(shown))
        self._guard.forget_after(end - len(shown))
        self._gave_up_words = not whole[end:].isspace() and end < len(whole)
        return whole[:end]

    def go_on(self, seam: Seam | None, allowance: Allowance | None = None) -> None:
        """Another model speaks from here on: behind words that were given up it has something to say.

        `allowance`: how much of it may be shown; None: all of it.
        """
        self._seam, self._allowance = seam, allowance
        self._goes_on = seam is None or not self._gave_up_words

    def _allowed(self, text: str) -> str:
        """The next words of the second part, as far as they may follow."""
        allowance, seam = self._allowance, self._seam
        if allowance is None or (allowance.host_bounds_whole and seam is not None and seam.left_out_all):
            return text
        return allowance.fitting(text)

    def _cut_short(self, text: str) -> Iterator[Shown]:
        """The last words that fit, and the end. A tool's call is not known to be whole, and is none then."""
        self._calls = ToolCallAssembly()
        self._goes_on = self._goes_on or bool(text.strip())
        yield from self._shown(self._guard.feed(text))
        yield from self._finish(Finished("length"))

    def _finish(self, end: Finished) -> Iterator[Shown]:
        if self._seam is not None and (text := self._seam.end()):
            text = self._allowed(text)
            end = replace(end, reason="length") if self.is_full else end
            self._goes_on = self._goes_on or bool(text.strip())
            yield from self._shown(self._guard.feed(text))
        if not (self._goes_on or self._calls.calls):
            raise CannotBeJoined("It ended without a word where an answer was to be gone on with.")
        rest = self._guard.finish()
        if (verdict := self._lack(rest)) is not None:
            yield Stopped(verdict)
            return
        yield from self._shown(rest)
        if self._guard.is_stopped:
            return
        said = "".join(self._parts)
        if self._calls.calls:
            if (verdict := self._calls.gravest(self._screen_call, said=said[-SAID_CHARS:])) is not None:
                yield Stopped(verdict)
                return
            yield from self._calls.in_order()
        if self._last_line and said and not self._calls.calls:
            yield TextDelta(f"\n\n{self._last_line}")
        yield end

    def _lack(self, rest: Released) -> Verdict | None:
        """Why the whole answer must not end as it does; None when it may. A tool's call is no word to anybody."""
        if self._screen_whole is None or rest.stopped is not None or self._guard.is_stopped or self._calls.calls:
            return None
        verdict = self._screen_whole("".join((*self._parts, rest.text)))
        return None if verdict.action is PASS else verdict

    def _shown(self, step: Released) -> Sequence[Shown]:
        shown: list[Shown] = []
        if step.text:
            self._parts.append(step.text)
            self._shown_chars += len(step.text)
            shown.append(TextDelta(step.text))
        if step.stopped is not None:
            shown.append(Stopped(step.stopped))
        return shown

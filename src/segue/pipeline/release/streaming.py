"""The guard of a streamed answer: words wait until a check has read past them; what must not be shown stops it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from segue.domain.findings import CLEAR, Action, Category, Finding, Verdict
from segue.domain.models import SafetyLevel
from segue.domain.values import made_often
from segue.safety.reading.gaps import reach
from segue.safety.reading.normalize import Utterance

CONTEXT_CHARS = 80
"""Characters on both sides of a finding that may change what it means, as a negation before it or a word cut short."""

_PASS = Action.PASS
"""Looked up once: this runs for every piece of every answer, and an enumeration's member takes longer than the rest."""
_FAILED = Verdict(
    SafetyLevel.HIGH,
    Action.STOP,
    (Finding("guard", Category.SCREENING_FAILED, SafetyLevel.HIGH, "screening_failed"),),
    is_degraded=True,
)


@made_often
@dataclass(frozen=True, slots=True)
class Released:
    """What may be shown now."""

    text: str = field(default="", repr=False)
    """Words to show at once, white space as it came; often empty."""
    stopped: Verdict | None = None
    """Why the answer ends here; None while it goes on."""


_NOTHING = Released()


class StreamGuard:
    """Takes an answer piece by piece and gives it back screened; one guard an answer.

    Nothing is released before `screen` has read at least `hold_back_chars` past it (at `finish`: all there is), so no
    part of a finding of up to that length is ever shown, wherever the pieces are cut; a run of signs or markup between
    words counts as one character, so more is held where it stands thick. `screen` runs once every
    `hold_back_chars / 2` new characters, or half of what is held where that is more, over what is held and the end of
    what was released: each character is read as often in markup as in prose. When it finds something,
    or raises, what was shown stays, what is held is dropped, and later pieces release nothing.

    `hold_whole` releases nothing before `finish`, where the answer is screened in one piece.
    """

    __slots__ = ("_context", "_finished", "_fresh", "_held", "_hold_back", "_is_read", "_is_tail_cut", "_released",
                 "_screen", "_step", "_tail", "_verdict", "_whole", "is_stopped")  # fmt: skip

    def __init__(
        self,
        screen: Callable[[str], Verdict],
        hold_back_chars: int,
        hold_whole: bool = False,
        context_chars: int = CONTEXT_CHARS,
    ) -> None:
        self._screen = screen
        self._hold_back = hold_back_chars
        self._whole = hold_whole
        self._context = context_chars
        self._step = max(1, hold_back_chars // 2)
        self._held = ""
        self._tail = ""
        """The end of what was released, as much as is read with what follows; cut down only where something does."""
        self._is_tail_cut = True
        self._fresh = 0
        self._released = 0
        self._verdict = CLEAR
        self.is_stopped = False
        """True when something was found and nothing more will be released."""
        self._finished = False
        self._is_read = False
        """True when the check has read all that came, and let it pass."""

    @property
    def verdict(self) -> Verdict:
        """The gravest verdict so far; places in it are characters of the answer."""
        return self._verdict

    @property
    def held(self) -> str:
        """What waits."""
        return self._held

    def forget_after(self, chars: int) -> None:
        """Keep only so many characters of what waits: another model goes on from there."""
        self._held = self._held[:chars]
        self._is_read = False
        self._fresh = min(self._fresh, len(self._held))

    def feed(self, text: str) -> Released:
        """Take the next piece; return what may be shown now."""
        if self._finished:
            raise RuntimeError("The guard was fed after finish(); an answer has one guard and one end.")
        if self.is_stopped:
            return _NOTHING
        self._held += text
        self._fresh += len(text)
        self._is_read = False
        waits_for = max(self._step, (len(self._held) - self._fresh) // 2)
        if self._whole or self._fresh < waits_for or len(self._held) <= self._hold_back:
            return _NOTHING
        return self._examine(is_last=False)

    def finish(self) -> Released:
        """The answer has ended; return the rest of it, or why it stops."""
        self._finished = True
        if self.is_stopped:
            return _NOTHING
        # What was read to its end and passed, as an answer that came in one piece, is not read twice.
        return self._release(len(self._held)) if self._is_read else self._examine(is_last=True)

    def _cut_tail(self) -> None:
        if not self._is_tail_cut:
            self._tail = self._tail[reach(self._tail, self._hold_back + self._context) :]
            self._is_tail_cut = True

    def _examine(self, *, is_last: bool) -> Released:
        self._cut_tail()
        window = Utterance(self._tail + self._held)
        self._fresh = 0
        try:
            verdict = self._screen(window)
        except Exception:  # noqa: BLE001 - a screen that cannot answer has found something
            return self._stop(_FAILED)
        free = len(window) if is_last else window.reach(self._hold_back)
        self._is_read = verdict.action is _PASS
        if not self._is_read:
            open_from = self._first_unsettled(verdict.findings, window, is_last=is_last)
            if open_from is None:
                return self._stop(self._placed(verdict))
            free = min(free, open_from)
        elif verdict.level.rank > self._verdict.level.rank or (verdict.is_degraded and not self._verdict.is_degraded):
            self._verdict = self._placed(verdict)
        return self._release(max(0, free - len(self._tail)))

    def _first_unsettled(self, findings: Iterable[Finding], window: str, *, is_last: bool) -> int | None:
        """Where the first finding starts that more text may still change; None: stop, one of them is certain.

        Findings that lie wholly in released text were read before, with all their surroundings, and let pass: they
        come from the window's cut.
        """
        first, is_empty = len(window), True
        read_to = len(window) if is_last else reach(window, self._context)
        for finding in findings:
            if finding.level.rank < SafetyLevel.HIGH.rank:
                continue
            is_empty = False
            if finding.end <= finding.start:
                return None
            if finding.end <= len(self._tail) and self._tail:
                continue
            if finding.end <= read_to:
                return None
            first = min(first, finding.start)
        return None if is_empty else first

    def _placed(self, verdict: Verdict) -> Verdict:
        """The verdict with places counted from the answer's start."""
        offset = self._released - len(self._tail)
        if not offset:
            return verdict
        moved = tuple(
            replace(finding, start=finding.start + offset, end=finding.end + offset) for finding in verdict.findings
        )
        return replace(verdict, findings=moved)

    def _release(self, count: int) -> Released:
        if not count:
            return _NOTHING
        text, self._held = self._held[:count], self._held[count:]
        self._released += count
        if self._finished:
            return Released(text)  # nothing will be read behind it
        self._tail += text
        self._is_tail_cut = False
        return Released(text)

    def _stop(self, verdict: Verdict) -> Released:
        self._verdict, self.is_stopped = verdict, True
        self._held = self._tail = ""
        return Released(stopped=verdict)

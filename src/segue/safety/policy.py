"""One verdict of what all checks find: pass, answer with written words, or stop. It fails closed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from segue.domain.chat import ChatRequest, Message, Role
from segue.domain.findings import Action, Category, Finding, Verdict
from segue.domain.models import SafetyLevel
from segue.domain.resources import WrittenReply
from segue.safety.contract import CHECKS, Check, Direction
from segue.safety.normalize import Utterance
from segue.safety.replies import reply, written_replies

EARLIER_MESSAGES = 20
"""Messages of the person before the newest that are read for risk; those before them are the session's to remember."""
EARLIER_CHARS = 8_000
"""Most characters of those messages together, newest first."""

_CRISIS = frozenset(
    {
        Category.SUICIDE,
        Category.SELF_INJURY,
        Category.MEDICAL_EMERGENCY,
        Category.ABUSE,
        Category.HARM_TO_OTHERS,
        Category.EATING_DISORDER,
        Category.PSYCHOSIS,
    }
)

_NOTHING_FOUND = Verdict(SafetyLevel.NONE, Action.PASS, is_degraded=True)


class TherapeuticSafetyValidator:
    """Screens what people write and what models answer, by every check; the built-in ones cannot be left out.

    Only rules screen so far, so every verdict is degraded (`docs/decisions/0005`). Reading the replies and preparing
    the rules takes a moment: make one at start and keep it. It holds no state and may be shared.
    """

    def __init__(self, checks: Sequence[Check] | None = None) -> None:
        builtin = [CHECKS.load(name)() for name in CHECKS.builtins]
        names = {check.name for check in builtin}
        every = (*builtin, *(check for check in checks or () if check.name not in names))
        self._input = tuple(check for check in every if Direction.INPUT in check.directions)
        self._output = tuple(check for check in every if Direction.OUTPUT in check.directions)
        written_replies()

    @property
    def span_chars(self) -> int:
        """Longest stretch that a finding in an answer can cover: a stream must hold back at least that much."""
        return max(check.span_chars for check in self._output)

    def screen(self, conversation: ChatRequest | Sequence[Message], *, language: str | None = None) -> Verdict:
        """What the person's words call for. The newest are read whole, earlier ones for risk, nobody else's at all.

        `action` is PASS or REPLACE. Findings in earlier messages have codes that begin with `earlier.` and no place;
        they do not replace an answer by themselves, but make a moderate finding in the newest words a high one.
        """
        messages = conversation.messages if isinstance(conversation, ChatRequest) else conversation
        newest, earlier = heard(messages)
        found = self._find(self._input, newest, language)
        before = [_as_earlier(f) for text in earlier for f in self._find(self._input, text, language) if _is_grave(f)]
        if before:
            found = [_raised(f) for f in found]
        replaces = any(_is_grave(f) for f in found)
        return _verdict([*found, *before], Action.REPLACE if replaces else Action.PASS)

    def screen_output(self, text: str, *, language: str | None = None) -> Verdict:
        """Whether a model's words may be shown. `action` is PASS or STOP. Arguments of tool calls are words too."""
        found = self._find(self._output, text, language)
        return _verdict(found, Action.STOP if any(_is_grave(f) for f in found) else Action.PASS)

    def reply_for(self, verdict: Verdict, language: str | None) -> WrittenReply:
        """The words that stand in for, or end, the model's answer. Raises ValueError for a verdict that passes."""
        return reply(_reply_code(verdict), language)

    def check_in(self, language: str | None) -> WrittenReply:
        """The line that every therapeutic answer carries while screening is degraded."""
        return reply("check_in", language)

    @staticmethod
    def _find(checks: Iterable[Check], text: str, language: str | None) -> list[Finding]:
        found: list[Finding] = []
        said = Utterance(text)
        for check in checks if text else ():
            try:
                found += check.find(said, language=language)
            except Exception:  # noqa: BLE001 - a check that cannot answer has found something
                found.append(Finding(check.name, Category.SCREENING_FAILED, SafetyLevel.HIGH, "screening_failed"))
        return found


def screen_text(text: str, *, language: str | None = None) -> Verdict:
    """Screen one message of a person, outside any conversation: `screen_text("…", language="en").level`."""
    return _validator().screen((Message(Role.USER, text),), language=language)


@lru_cache(maxsize=1)
def _validator() -> TherapeuticSafetyValidator:
    return TherapeuticSafetyValidator()


def heard(messages: Sequence[Message]) -> tuple[str, list[str]]:
    """The person's newest words (every message since the last answer), and the bounded ones before them."""
    newest: list[str] = []
    earlier: list[str] = []
    left, answered = EARLIER_CHARS, False
    for message in reversed(messages):
        if message.role is Role.ASSISTANT:
            answered = bool(newest)
        elif message.role is Role.USER and not (answered or earlier):
            newest.append(message.text)
        elif message.role is Role.USER and left > 0 and len(earlier) < EARLIER_MESSAGES:
            earlier.append(message.text[-left:])
            left -= len(earlier[-1])
    return "\n".join(reversed(newest)), earlier


def _is_grave(finding: Finding) -> bool:
    return finding.level.rank >= SafetyLevel.HIGH.rank


def _as_earlier(finding: Finding) -> Finding:
    return replace(finding, level=SafetyLevel.MODERATE, code=f"earlier.{finding.code}", start=0, end=0)


def _raised(finding: Finding) -> Finding:
    is_risk = finding.level is SafetyLevel.MODERATE and finding.category in _CRISIS
    return replace(finding, level=SafetyLevel.HIGH) if is_risk else finding


def _verdict(findings: Sequence[Finding], action: Action) -> Verdict:
    if not findings:
        return _NOTHING_FOUND
    level = max((finding.level for finding in findings), key=lambda level: level.rank)
    return Verdict(level, action, tuple(findings), is_degraded=True)


def _reply_code(verdict: Verdict) -> str:
    if verdict.action is Action.PASS:
        raise ValueError("A verdict that passes needs no written words; check_in() has the line for degraded answers.")
    grave = [finding for finding in verdict.findings if _is_grave(finding)]
    categories = {finding.category for finding in grave}
    if verdict.action is Action.STOP:
        return "screening_failed" if categories == {Category.SCREENING_FAILED} else "output_stopped"
    crisis = [finding for finding in grave if finding.category in _CRISIS]
    if any(f.level is SafetyLevel.IMMINENT or f.category is Category.MEDICAL_EMERGENCY for f in crisis):
        return "crisis_emergency"
    if crisis:
        return "crisis"
    return "declined" if Category.MINORS in categories else "screening_failed"

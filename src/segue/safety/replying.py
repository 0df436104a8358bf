"""From a verdict to the words that people read: which ones, and the places of help that go with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from segue.domain.findings import PASS, Action, Category, Finding, Measure, Subject, Verdict
from segue.domain.models import SafetyLevel
from segue.domain.resources import Helpline, WrittenReply
from segue.safety.helplines import Helplines
from segue.safety.judging import CRISIS, gravest_of, is_earlier
from segue.safety.policy_table import PolicyTable
from segue.safety.replies import phrase, reply

_EMERGENCIES: Final = frozenset({"crisis_emergency", "crisis_now", "other_emergency"})
_CODES: Final = {
    Category.SUICIDE: "crisis",
    Category.METHOD: "crisis",
    Category.MEDICAL_EMERGENCY: "crisis_emergency",
    Category.SELF_INJURY: "self_injury",
    Category.ABUSE: "abuse",
    Category.EATING_DISORDER: "eating_disorder",
    Category.HARM_TO_OTHERS: "harm_to_others",
    Category.PSYCHOSIS: "psychosis",
    Category.MINORS: "declined",
    Category.SCREENING_FAILED: "screening_failed",
}
"""Words by what is going on; for every other category there is `boundary`."""
_STOPPED: Final = {Category.SCREENING_FAILED: "screening_failed", Category.NO_CARE: "caring"}
"""Words that end an answer; of all others nothing is told but that it would have done harm."""
_END_WITH_A_QUESTION: Final = frozenset(
    {
        "crisis",
        "safety",
        "not_safe",
        "self_injury",
        "abuse",
        "eating_disorder",
        "harm_to_others",
        "psychosis",
        "helping_other",
        *_EMERGENCIES,
    }
)
"""Their last paragraph is what the person shall read last: places of help stand before it."""
_NAME_HELP: Final = frozenset({"crisis", "safety", "not_safe", "screen_start", "screen_concern", "follow_up"})
"""Of the words said over turns, those behind which places of help are named."""
_UNDER_WAY: Final = "under_way"
"""In the codes of whatever was begun."""
_OWN_NAMES: Final = {
    "en": "English",
    "es": "español",
    "fr": "français",
    "de": "Deutsch",
    "pt": "português",
    "hi": "हिन्दी",
    "zh": "中文",
}


def reply_code(verdict: Verdict) -> str:
    """Which words stand in for, or end, the answer. Raises ValueError for a verdict that passes."""
    if verdict.action is PASS:
        raise ValueError("A verdict that passes needs no written words; additions() has what goes with an answer.")
    category, subject = _about(verdict)
    if verdict.action is Action.STOP:
        return _STOPPED.get(category, "output_stopped") if category else "output_stopped"
    if acute := [finding for finding in verdict.findings if _is_acute(finding)]:
        own = [finding for finding in acute if finding.subject is Subject.SELF]
        if not own:
            return "other_emergency"
        return "crisis_now" if all(map(_is_intent, own)) else "crisis_emergency"
    if category in CRISIS and subject is Subject.OTHER:
        return "helping_other"
    if category is Category.METHOD and subject is not Subject.SELF:
        return "boundary"
    code = _CODES.get(category, "boundary") if category else "screening_failed"
    is_soft = verdict.level.rank <= SafetyLevel.MODERATE.rank
    return "caring" if code == "crisis" and is_soft else code


@dataclass(frozen=True, slots=True)
class Replies:
    """Puts the words together. Pure: the day is passed in; without one no place of help is named."""

    policy: PolicyTable
    helplines: Helplines

    def in_place(
        self, verdict: Verdict, language: str | None, *, country: str | None, today: date | None
    ) -> WrittenReply:
        """The words that stand in for, or end, a model's answer."""
        code = reply_code(verdict)
        said = reply(code, language)
        emergency = self.helplines.emergency(country, today) if today and code in _EMERGENCIES else None
        if verdict.action is Action.STOP and code != "caring":
            return said
        block = self._help(verdict, said, country=country, today=today, with_emergency=code not in _EMERGENCIES)
        words = _with(block, said)
        if emergency is not None:
            words.insert(0, _emergency_line(emergency, said.language))
        elif Measure.PAUSE_STORY in verdict.measures and code not in _EMERGENCIES:
            words.insert(0, reply("story_paused", language).text)
        return replace(said, text="\n\n".join(words))

    def over_turns(
        self, code: str, verdict: Verdict, language: str | None, *, country: str | None, today: date | None
    ) -> WrittenReply:
        """The words of the protocol over turns, with places of help where somebody may be in danger.

        `verdict`: on the newest words; what it is not about is taken for the person's own life.
        """
        said = reply(code, language)
        if code not in _NAME_HELP:
            return said
        about = verdict if verdict.category in CRISIS else replace(verdict, category=Category.SUICIDE)
        first = self.helplines.emergency(country, today) if today and code == "not_safe" else None
        block = self._help(about, said, country=country, today=today, with_emergency=first is None)
        words = _with(block, said)
        if first is not None:
            words.insert(0, _emergency_line(first, said.language))
        return replace(said, text="\n\n".join(words))

    def additions(
        self, verdict: Verdict, language: str | None, *, country: str | None, today: date | None
    ) -> tuple[WrittenReply, ...]:
        """What goes behind a model's answer: a caring question, and where to find help, as the policy asks for."""
        if verdict.action is not PASS:
            return ()
        said: list[WrittenReply] = []
        if Measure.ASK in verdict.measures:
            said.append(reply("ask", language))
        if Measure.RESOURCES in verdict.measures:
            code = "resources_for_helpers" if verdict.subject is Subject.OTHER else "resources"
            line = reply(code, language)
            block = self._help(verdict, line, country=country, today=today, with_emergency=True)
            said.append(replace(line, text=f"{line.text}\n\n{block}") if block else line)
        return tuple(said)

    def _help(
        self, verdict: Verdict, said: WrittenReply, *, country: str | None, today: date | None, with_emergency: bool
    ) -> str:
        """The lines that name places of help; empty where data has none that fits and is fresh."""
        category, _ = _about(verdict)
        kinds = self.policy.help_kinds.get(category, ()) if category else ()
        if today is None or not kinds:
            return ""
        shown = self.helplines.shown(country=country, kinds=kinds, language=said.language, today=today)
        lines = [helpline_line(record, said.language) for record in shown]
        emergency = self.helplines.emergency(country, today) if with_emergency else None
        if emergency is not None:
            lines.append(_emergency_line(emergency, said.language))
        if not lines:
            return ""
        return "\n".join((reply("resources_intro", said.language).text, *(f"- {line}" for line in lines)))


def _with(block: str, said: WrittenReply) -> list[str]:
    """The paragraphs of a reply and the block of places of help, which stands before a question at the end."""
    words = said.text.split("\n\n")
    if block:
        words.insert(len(words) - 1 if said.code in _END_WITH_A_QUESTION else len(words), block)
    return words


def helpline_line(record: Helpline, language: str) -> str:
    """One place of help: its name, and how it is reached, by its own numbers and hours."""
    ways = "; ".join(_ways(record, language))
    languages = () if record.speaks(language) else (_OWN_NAMES.get(code, code) for code in record.languages)
    remarks = ", ".join(filter(None, (record.hours, *languages)))
    return f"{record.name}: {ways}{f' ({remarks})' if remarks else ''}"


def _ways(record: Helpline, language: str) -> Iterator[str]:
    either = phrase("or", language)
    if record.call:
        yield phrase("call", language).replace("{numbers}", either.join(record.call))
    if record.text:
        pattern = phrase("text_word" if record.text_word else "text", language).replace("{word}", record.text_word)
        yield pattern.replace("{numbers}", either.join(record.text))
    if record.web:
        yield record.web


def _emergency_line(record: Helpline, language: str) -> str:
    return phrase("emergency", language).replace("{numbers}", phrase("or", language).join(record.call))


def _is_acute(finding: Finding) -> bool:
    """Whether the emergency comes first: danger at this moment, or a body that needs help."""
    if finding.category not in CRISIS or finding.subject is Subject.CHARACTER or is_earlier(finding):
        return False
    is_medical = finding.category is Category.MEDICAL_EMERGENCY and finding.level is SafetyLevel.HIGH
    return is_medical or finding.level is SafetyLevel.IMMINENT


def _is_intent(finding: Finding) -> bool:
    """Whether it tells of somebody who means to die now, and of nothing done: then warmth comes before instructions."""
    return finding.category is Category.SUICIDE and _UNDER_WAY not in finding.code


def _about(verdict: Verdict) -> tuple[Category | None, Subject]:
    if verdict.category is not None:
        return verdict.category, verdict.subject
    finding = gravest_of(verdict.findings)
    return (finding.category, finding.subject) if finding else (None, Subject.SELF)

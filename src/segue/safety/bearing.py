"""What a match means where it stands: a figure of speech, a denial, a story, somebody else, the past, or danger."""

from __future__ import annotations

import re
from dataclasses import dataclass

from segue.domain.findings import Category, Subject
from segue.domain.models import SafetyLevel
from segue.safety.around import Surroundings
from segue.safety.explained import is_asked_and_denied, is_explained
from segue.safety.long_past import level_of_past
from segue.safety.rows import surroundings
from segue.safety.rows.en.words import PILLS
from segue.safety.rows.es.crisis import PILLS as PILLS_ES
from segue.safety.rows.fr.crisis import PILLS as PILLS_FR
from segue.safety.rows.pt.crisis import PILLS as PILLS_PT
from segue.safety.rules import Hit, compiled

BEFORE_CHARS = 90
AFTER_CHARS = 40
"""How far around a match its surroundings are read, in characters of the folded text."""
_WRITER = compiled(
    r"\b(?:i|i'm|im|i've|i'd|i'll|me|my ?self|mine|yo|mi mism[oa]|conmigo|je|j'ai|moi|ich|mich|mir|eu|mim|comigo|"
    r"irl|ooc|out of character|real life)\b"
)
"""Words of somebody who is in the story themselves, or has left it."""
_WORD_BEFORE = re.compile(r"\w *$")
_OF_BLOWS = frozenset({Category.ABUSE, Category.HARM_TO_OTHERS})
_BEYOND_BLOWS = compiled(
    r"\b(?:bab|bebe|child|kid|touch|rap(?:e|ing)|molest|abus|assault|forc|kill|chok|strangl|smother|suffocat|knife|gun|"
    r"sex|mat(?:ar|[aeo]\b|as\b|ou\b)|tu(?:er|e\b|es\b)|toe?t(?:en?|et)\b|umbring|umzubring|erstick|"
    r"(?:er)?wue?rg|etouff|etrangl|estrangul|asfixi|asphyxi|sufoc|ahog|ahorc|enforc|esgan|viol)\w{0,5}\b"
)
"""What no sport makes harmless."""
_NEVER_PAST = compiled(
    r"\b(?:rap(?:e|ed|ing)|molest\w{0,3}|viol(?:o|a|e|ee|ou|aba|ada|ado|aron)|vergewaltig\w{1,4}|estupr\w{1,4})\b"
)
"""What somebody may need help with however long ago it was."""
_OF_DEATH = frozenset({Category.SUICIDE, Category.HARM_TO_OTHERS})
_MEDICINE = compiled(rf"\b(?:{PILLS}|{PILLS_ES}|{PILLS_FR}|{PILLS_PT}|medicines?|doses?|overdos\w{{1,4}})\b")
_JUMP = compiled(
    r"\b(?:jump|leap|throw|salt[aeo]|lanz|tir[aeo]|saute|jet(?:er|te)|spring|werf|pul[aeo]|jog[ao]|atir)\w{0,4}\b"
)


@dataclass(frozen=True, slots=True)
class Bearing:
    """The level of a match where it stands, and whom it is about."""

    level: SafetyLevel
    subject: Subject


def bearing_of(hit: Hit, text: str) -> Bearing | None:
    """How the words around a match bear on it; None: it means nothing there."""
    rule = hit.rule
    if rule.subject is Subject.CHARACTER and _WRITER.search(text) is not None:
        return None  # somebody may be speaking of themselves through it
    if not rule.guarded:
        return Bearing(rule.level, rule.subject)
    words = surroundings.BY_LANGUAGE[rule.language]
    after = text[hit.end : hit.end + AFTER_CHARS]
    if _is_no_danger(hit, text, after, words) or is_explained(hit, text):
        return None
    before = text[max(0, hit.start - BEFORE_CHARS) : hit.start]
    if (subject := _somebody_elses(hit, text, before, words)) is not None:
        return Bearing(SafetyLevel.LOW, subject)
    if _is_denied(hit, text, before, words) or is_asked_and_denied(hit, text):
        return Bearing(SafetyLevel.LOW, rule.subject)
    if (past := level_of_past(hit, text)) is not None:
        return Bearing(min(past, rule.level, key=lambda level: level.rank), rule.subject)
    if _is_past(hit, text, before, words):
        was_attempt = rule.level is SafetyLevel.IMMINENT  # an attempt that was made counts as `history.` does
        return Bearing(SafetyLevel.MODERATE if was_attempt else SafetyLevel.LOW, rule.subject)
    is_small = rule.level is SafetyLevel.HIGH and words.made_small_after.match(after)
    if is_small or (words.perhaps_dose_after.match(text, hit.end) and _is_dose(hit, text, words)):
        return Bearing(SafetyLevel.MODERATE, rule.subject)
    return Bearing(rule.level, rule.subject)


def _is_no_danger(hit: Hit, text: str, after: str, words: Surroundings) -> bool:
    """Whether what follows makes a game, a sport, a soft landing, a figure of speech or a dose of it."""
    is_plain = words.plain.search(text, hit.start, hit.end) is not None
    if words.game_after.match(after):
        return not (is_plain and hit.rule.category in _OF_DEATH)
    if words.landing_after.match(after) and _JUMP.search(text, hit.start, hit.end):
        return True
    if hit.rule.category in _OF_BLOWS and words.sport_after.match(after):
        return _BEYOND_BLOWS.search(text, hit.start, hit.end) is None
    if hit.rule.category in _OF_DEATH and words.figure_after.match(after):
        return True
    is_strong = hit.rule.category is Category.SUICIDE and words.strong_after.match(text, hit.end)
    if is_strong and not is_plain and words.dying.search(text, hit.start, hit.end):
        return True
    return words.dose_after.match(text, hit.end) is not None and _is_dose(hit, text, words)


def _is_dose(hit: Hit, text: str, words: Surroundings) -> bool:
    """Whether it speaks of medicine, and of no more of it than a doctor may order."""
    is_medicine = _MEDICINE.search(text, hit.start, hit.end) is not None
    return is_medicine and words.too_much.search(text, hit.start, hit.end) is None


def _somebody_elses(hit: Hit, text: str, before: str, words: Surroundings) -> Subject | None:
    """Whose words or whose danger it is, when not the writer's own."""
    story = words.story_before.search(before)
    if story is not None and not _left_since(story, hit, text, len(before)):
        is_cited = story["frame"] is None
        if is_cited or not _begins_anew(story, story.end("frame"), hit, text, words):
            return Subject.CHARACTER
    is_played = words.story_after.match(text, hit.end) and not words.present.match(text, hit.start)
    if is_played or words.game_after.match(text, hit.end):
        return Subject.CHARACTER
    # Whoever tells that somebody else is in danger now tells of that danger: `my wife says he isn't breathing`.
    if hit.rule.subject is Subject.SELF and words.told_before.search(before):
        return Subject.OTHER
    is_about_nobody = hit.rule.subject is Subject.SELF and words.speaker.search(text, hit.start, hit.end) is None
    if is_about_nobody and not _is_clause(hit, text, before, words) and words.somebody_before.search(before):
        return Subject.OTHER
    return None


def _begins_anew(mark: re.Match[str], end: int, hit: Hit, text: str, words: Surroundings) -> bool:
    """True when the match is a clause of its own, behind one that the mark belongs to: `my character is weak, I …`.

    `end`: of the mark. `In my story, I …` and `two years ago, I …` are within it, and so is what somebody there says.
    """
    between = mark.string[end:]
    return _is_clause(hit, text, between, words) and words.says.search(between) is None


def _is_clause(hit: Hit, text: str, before: str, words: Surroundings) -> bool:
    """Whether a clause of the writer's own begins with the match, or with the few words before it."""
    anew = words.anew_before.search(before)
    if anew is None or anew["lead"]:
        return anew is not None
    return any(sign.match(text, hit.start) for sign in (words.clause, words.present, words.deed))


def _left_since(story: re.Match[str], hit: Hit, text: str, before_chars: int) -> bool:
    """True when the writer stepped out of the story after it was named: `I'm not talking about the hero, I mean "
    "me`."""
    named = hit.start - before_chars + story.start()
    around = text[max(0, named - BEFORE_CHARS) : hit.end + AFTER_CHARS]
    offset = max(0, named - BEFORE_CHARS)
    return any(offset + mark.end() > named for mark in surroundings.OUT_OF_STORY.finditer(around))


def _is_denied(hit: Hit, text: str, before: str, words: Surroundings) -> bool:
    is_clause = words.clause.match(text, hit.start) is not None
    return (words.clause_denied_before if is_clause else words.denied_before).search(before) is not None


def _is_past(hit: Hit, text: str, before: str, words: Surroundings) -> bool:
    if hit.rule.code.startswith("history.") or words.present.match(text, hit.start):
        return False
    if hit.rule.category is Category.ABUSE and _NEVER_PAST.search(text, hit.start, hit.end):
        return False
    if words.lasts_after.match(text, hit.end):
        return False
    if words.past_after.match(text, hit.end):
        return True
    if (past := words.past_before.search(before)) is None:
        return False
    # A time at the end of a clause is about that clause: `it began years ago, …`, and not `years ago, …`.
    is_last = _WORD_BEFORE.search(before, 0, past.start("mark")) is not None
    return not _begins_anew(past, past.end("mark") - is_last, hit, text, words)

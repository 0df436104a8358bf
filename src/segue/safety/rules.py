"""Rules as rows of data, and the sieve that runs only few of them on most texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ahocorasick_rs import BytesAhoCorasick
from typing_extensions import override

from segue.domain.findings import Category, Subject
from segue.domain.late_patterns import late_pattern, made_once
from segue.domain.models import SafetyLevel
from segue.domain.values import made_often
from segue.safety.reading.folding import Folded, Sieve, bare

_GAP = r"[ ,:;\"()\-]{1,3}"
_GAP_OR_NOTHING = r"[ ,:;\"()\-]{0,3}"
_NOTATION = re.compile(r"\[[^\]]*\]|\(\?<[=!][^)]*\)| \?| |'")
"""What is rewritten: spaces and apostrophes, but not within a character class or a look-behind."""
_WHOLE_WORDS = re.compile(r"(?<![\w\])?+*}'\\])(?<![\w\])?+*}']\(\?:)([a-z]+)(\??)(?![\w\[(+*{'])")
"""What stands in a pattern as a word of its own, its last letter perhaps optional; no endings: `cut(?:s|ting)`."""
_WORDS_OF_ONE_LETTER = frozenset("aeioy")
SEVERAL = "mul"
"""The language of a row that serves several."""


@dataclass(frozen=True)
class Rule:
    """One row. `pattern` is a regular expression over folded text (small letters, no accents), bound to whole words.

    In it a space stands for any short gap between words, ` ?` for one that may be missing, and `'` may be missing.
    Only bounded repetition is allowed, so that every rule takes linear time.
    """

    code: str
    category: Category
    level: SafetyLevel
    language: str
    """ISO 639-1, or `SEVERAL`."""
    needs: str
    """Stems, separated by spaces: every match holds at least one of them, so other texts need not be tried.

    A stem may run over a gap, as `way_out`: most texts have a `way` somewhere, few have that.
    """
    pattern: str
    guarded: bool = True
    """False: what stands around it (negation, fiction, the past) does not lower it."""
    subject: Subject = Subject.SELF
    """Whom its words are about, where nothing around them says otherwise."""
    also: str = ""
    """More stems, of which every match holds one too; empty: none. What is tried in vain costs most on most texts."""

    @made_once
    def regex(self) -> re.Pattern[str]:
        """The pattern for ordinary text."""
        return compiled(rf"\b(?:{self.pattern})\b")

    @made_once
    def dense_regex(self) -> re.Pattern[str]:
        """The pattern for text whose words may have lost their gaps."""
        return compiled(rf"\b(?:{self.pattern})\b", gap=_GAP_OR_NOTHING)


def either(*ways: str) -> str:
    """One pattern of several, each on a line of its own in the rows."""
    return "|".join(ways)


def compiled(pattern: str, *, gap: str = _GAP) -> re.Pattern[str]:
    """A pattern in the notation of rows, ready to search folded text."""
    meanings = {" ": gap, " ?": _GAP_OR_NOTHING, "'": "'?"}
    return re.compile(_NOTATION.sub(lambda match: meanings.get(match.group(), match.group()), pattern))


def late_rule(pattern: str) -> re.Pattern[str]:
    """The same, made by whoever needs it first."""
    return late_pattern(pattern, compiled=compiled)


@made_often
@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched; `start` and `end` are places in the folded text."""

    rule: Rule
    start: int
    end: int


def placed(hit: Hit, reading: Folded, *, span_chars: int) -> tuple[int, int]:
    """Where in the original a hit stands: the last `span_chars` characters of the reading where it covers more.

    In the original that may be more: signs and markup between words were left out of the reading.
    """
    return reading.span(max(hit.start, hit.end - span_chars), hit.end)


class StemSieve(Sieve):
    """Finds which stems of many rules a text holds at all. Several rule sets may share one: it reads a text once."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        stems = dict.fromkeys(stem for rule in rules for stem in (*stems_of(rule), *_stems(rule.also)))
        self.numbers: Mapping[bytes, int] = {stem: number for number, stem in enumerate(stems)}
        """Of every stem."""
        self._search = BytesAhoCorasick(stems)

    @override
    def stems_in(self, text: str) -> frozenset[int]:
        return frozenset([stem for stem, _, _ in self._search.find_matches_as_indexes(bare(text), overlapping=True)])


def stems_of(rule: Rule) -> Iterable[bytes]:
    """The stems that a rule needs, as they stand in a text without its gaps."""
    return _stems(rule.needs)


def _stems(stems: str) -> Iterable[bytes]:
    return map(bare, stems.split())


def words_of(rules: Iterable[Rule]) -> frozenset[str]:
    """Words that stand whole in their patterns; those made of pieces are left out, and single consonants."""
    found = {match for rule in rules for match in _WHOLE_WORDS.findall(rule.pattern)}
    words = {word for word, _ in found} | {word[:-1] for word, optional in found if optional}
    return frozenset(word for word in words if len(word) > 1 or word in _WORDS_OF_ONE_LETTER)


class RuleSet:
    """Rules, sieved by stem: one pass over the text finds the few rules whose words are there at all."""

    def __init__(self, rules: Iterable[Rule], sieve: StemSieve | None = None) -> None:
        """`sieve`: one that knows their stems, and others'; None: a new one for them alone."""
        self.rules = tuple(rules)
        self._sieve = sieve or StemSieve(self.rules)
        self._rules_of: dict[int, list[int]] = {}
        """For each stem of theirs, by its number in the sieve, the rules that need it."""
        for number, rule in enumerate(self.rules):
            for stem in stems_of(rule):
                self._rules_of.setdefault(self._sieve.numbers[stem], []).append(number)
        self._also = {
            number: frozenset(self._sieve.numbers[stem] for stem in _stems(rule.also))
            for number, rule in enumerate(self.rules)
            if rule.also
        }

    def may_hit(self, ways: Iterable[Folded]) -> bool:
        """Whether any of the readings of a text has a stem of theirs. Of most texts none has, and there is nothing to
        look for."""
        rules_of, sieve = self._rules_of.keys(), self._sieve
        for way in ways:  # noqa: SIM110 - each check asks for each text, and a generator costs three times as much
            if not rules_of.isdisjoint(way.sifted(sieve)):
                return True
        return False

    def hits(self, folded: Folded) -> Iterable[Hit]:
        """Every match of every rule, rule by rule in the order of the rows."""
        stems = folded.sifted(self._sieve)
        return () if self._rules_of.keys().isdisjoint(stems) else self._hits(folded, stems)

    def _hits(self, folded: Folded, stems: frozenset[int]) -> Iterator[Hit]:
        text = folded.text
        for number in sorted({number for stem in stems for number in self._rules_of.get(stem, ())}):
            also = self._also.get(number)
            if also is not None and also.isdisjoint(stems):
                continue
            rule = self.rules[number]
            yield from (Hit(rule, match.start(), match.end()) for match in rule.regex.finditer(text))
            if folded.is_dense:
                dense = (Hit(rule, match.start(), match.end()) for match in rule.dense_regex.finditer(text))
                # Only where letters were joined: a word spaced out elsewhere must not change how this one is read.
                yield from (hit for hit in dense if folded.is_joined(hit.start, hit.end))

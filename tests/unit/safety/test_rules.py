"""Rules as rows: each finds its own example, none takes more than linear time."""

import random
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import fields
from importlib import import_module

import pytest
from typing_extensions import override

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.boundaries import Boundaries
from segue.safety.content import Content
from segue.safety.contract import Check
from segue.safety.crisis import Crisis
from segue.safety.minors import Minors
from segue.safety.reading.folding import bare
from segue.safety.reading.normalize import Folded, fold
from segue.safety.rows.surroundings import BY_LANGUAGE
from segue.safety.rules import Rule, RuleSet, StemSieve, stems_of
from tests.safety import boundaries, evidence, examples, urging
from tests.unit.safety.sieving import passes_the_sieve_unseen
from tests.unit.safety.writing import matching

_constants, _parser = import_module("re._constants"), import_module("re._parser")
"""What a pattern may match is known only to `re` itself."""

CRISIS, CONTENT, MINORS, BOUNDARIES = Crisis(), Content(), Minors(), Boundaries()
EXAMPLES = [
    *((CRISIS, *row) for row in (*examples.CRISIS, *evidence.EXAMPLES)),
    *((CONTENT, *row) for row in (*examples.CONTENT, *urging.URGING)),
    *((MINORS, *row) for row in examples.MINORS),
    *((BOUNDARIES, *row) for row in boundaries.BOUNDARIES),
]
EVERY_RULE = (*CRISIS.rules, *CONTENT.rules, *MINORS.rules, *BOUNDARIES.rules)
HOSTILE = (
    "how much ", "i want to ", "i just really ", "a ", "a.", "1a1a", "k1ll ", "i i i i ", "how many pills ", "pills ",
    "what is the ", "is the lethal ", "never not ", "the story about ", "ich will mich ", "  ", "\u200ba",
    "i want to die now ", "i am tired of life ", "the voices tell me ",
    "they asked if my brother choked me in the ", "i won't be here tomorrow, i'm at ", "ich sammle tabletten geb ",
    "call 0800 ", "0800-", "don't tell your ", '"you ', "my friend ",
)  # fmt: skip
TAIL = " to die kill lethal pills gone suicide yourself sex moan myself dead live goodbye bottle enough gun took cut"


@pytest.mark.parametrize(("check", "code", "language", "sentence"), EXAMPLES)
def test_a_rule_finds_its_example(check: Check, code: str, language: str, sentence: str) -> None:
    """Every rule finds the sentence that it was written for."""
    assert code in [finding.code for finding in check.find(sentence, language=language)]


def test_every_rule_has_an_example() -> None:
    """No rule is there untried."""
    tried = {(code, language) for _, code, language, _ in EXAMPLES}
    assert tried == {(rule.code, rule.language) for rule in EVERY_RULE}


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: f"{rule.code}-{rule.language}")
def test_no_rule_repeats_without_bound(rule: Rule) -> None:
    """A rule matches a bounded stretch, so nobody can make it run away."""
    assert _parser.parse(rule.regex.pattern).getwidth()[1] < 300 < _constants.MAXREPEAT


def test_no_bound_of_a_repetition_is_written_apart() -> None:
    """A formatter may write `{2, 10}` within an f-string: these are signs then, and the pattern is dead."""
    signs = [getattr(words, field.name).pattern for words in BY_LANGUAGE.values() for field in fields(words)]
    patterns = (*(rule.regex.pattern for rule in EVERY_RULE), *signs)
    assert [pattern for pattern in patterns if re.search(r"\{\d*,[^\d}]", pattern)] == []


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: f"{rule.code}-{rule.language}")
def test_whatever_a_rule_matches_holds_one_of_its_stems(rule: Rule) -> None:
    """The sieve never keeps a rule from what it could find."""
    assert not passes_the_sieve_unseen(rule)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: f"{rule.code}-{rule.language}")
def test_whatever_is_written_for_a_rule_is_found_by_it(rule: Rule) -> None:
    """Also through the sieve, however wide its gaps and whether or not its apostrophes are there."""
    chance, rules = random.Random(rule.code), RuleSet([rule])
    written = (matching(rule.regex, chance) for _ in range(100))
    found = [text for text in written if rule.regex.search(text)]
    assert found
    assert [text for text in found if not list(rules.hits(Folded(text)))] == []


@pytest.mark.parametrize(
    ("needs", "is_safe"), [("way_out", True), ("way", True), ("out_there", False), ("want", False)]
)
def test_a_stem_that_a_match_can_lack_is_noticed(needs: str, is_safe: bool) -> None:
    """The proof above proves something."""
    rule = Rule("toy", Category.METHOD, SafetyLevel.LOW, "en", needs, "i (?:want|see) no ?way out(?: there)?")
    assert passes_the_sieve_unseen(rule) is not is_safe


@pytest.mark.parametrize("check", [CRISIS, CONTENT, MINORS, BOUNDARIES], ids=lambda check: check.name)
@pytest.mark.parametrize("word", HOSTILE)
def test_time_grows_no_faster_than_the_text(check: Check, word: str) -> None:
    """Four times the text takes about four times as long, also where somebody tries to make it slow."""
    short, long = word * (5_000 // len(word)), word * (20_000 // len(word))

    def grows() -> float:
        at_length = _spent(lambda: check.find(long + TAIL, language=None))
        return at_length / _spent(lambda: check.find(short + TAIL, language=None))

    assert any(grows() < 11 for _ in range(5)), "also where nobody else needed the processor"


def test_a_rule_is_tried_only_where_one_of_its_stems_stands() -> None:
    """Most texts run no pattern at all."""
    rules = RuleSet([Rule("toy", Category.METHOD, SafetyLevel.LOW, "en", "zebra", "the zebra's? tail")])
    assert [(hit.start, hit.end) for hit in rules.hits(fold("The zebras tail"))] == [(0, 15)]
    assert list(rules.hits(fold("The tail"))) == []


@pytest.mark.parametrize("check", [CRISIS, CONTENT, MINORS, BOUNDARIES], ids=lambda check: check.name)
def test_no_stem_stands_in_words_that_most_texts_have(check: Crisis | Content | Minors | Boundaries) -> None:
    """A stem as `tot`, which is in every "to the", has its rule run on all that is said: a twentieth of a turn."""
    text = "I walk down to the river and look for the ferry. What is on the other bank, and is there a way to the town?"
    assert [rule.code for rule in check.rules if any(stem in bare(text.lower()) for stem in stems_of(rule))] == []


@pytest.mark.parametrize("text", ["No way out.", "no (way), out", "no wayout", 'there\'s no "way", out'])
def test_a_stem_runs_over_any_gap_that_its_rule_reads_over(text: str) -> None:
    """What stands between two words of a stem hides nothing."""
    rules = RuleSet([Rule("toy", Category.METHOD, SafetyLevel.LOW, "en", "way_out", "no way ?out")])
    assert len(list(rules.hits(fold(text)))) == 1


def test_rule_sets_that_share_a_sieve_have_a_text_searched_once() -> None:
    """Each finds its own rules all the same, whatever else the sieve knows."""
    rules = [
        Rule(code, Category.METHOD, SafetyLevel.LOW, "en", word, f"the {word}")
        for code, word in (("striped", "zebra"), ("tall", "giraffe"))
    ]
    sieve, read = StemSieve(rules), []

    class Counting(StemSieve):
        @override
        def stems_in(self, text: str) -> frozenset[int]:
            read.append(text)
            return sieve.stems_in(text)

    counting = Counting(rules)
    folded = fold("The zebra and the giraffe")
    found = [[hit.rule.code for hit in RuleSet([rule], counting).hits(folded)] for rule in rules]
    assert (found, read) == ([["striped"], ["tall"]], ["the zebra and the giraffe"])


def _spent(work: Callable[[], Sequence[object]]) -> float:
    """Processor seconds of the fastest of three runs, and never nothing."""
    times = []
    for _ in range(3):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return max(min(times), 1e-4)

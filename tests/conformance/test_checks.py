"""The contract of a check, over every one that is registered."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segue.safety.contract import CHECKS, Check, Direction
from segue.safety.reading.gaps import counted
from tests.safety import boundaries, evidence, examples

SENTENCES = [
    sentence for _, _, sentence in (*examples.CRISIS, *examples.CONTENT, *examples.MINORS, *boundaries.BOUNDARIES)
] + [
    *examples.BENIGN,
    *boundaries.NUMBERS,
    *(said.meant[0] for said in evidence.EVERY[::12]),
]
OTHERS = " ".join(SENTENCES[::25])
"""What a check is given between two looks at the same words."""
LOADED: dict[str, Check] = {name: CHECKS.load(name)() for name in CHECKS.names}
texts = st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=30)), max_size=6).map(" ".join)


@pytest.fixture(params=CHECKS.names)
def check(request: pytest.FixtureRequest) -> Check:
    name = request.param
    assert isinstance(name, str)
    return LOADED[name]


def test_a_check_says_what_it_is(check: Check) -> None:
    """Its name is the one in the table, and it reads at least one side."""
    assert CHECKS.load(check.name) is type(check)
    assert check.directions
    assert check.directions <= set(Direction)
    assert check.span_chars > 0


def test_an_empty_text_holds_nothing(check: Check) -> None:
    """No words, no finding."""
    assert list(check.find("", language=None)) == []


@pytest.mark.parametrize("name", CHECKS.names)
@given(text=texts, language=st.sampled_from([None, "en", "es", "fr", "de", "pt", "zh"]))
def test_findings_are_in_the_order_of_the_text_and_no_longer_than_promised(
    name: str, text: str, language: str | None
) -> None:
    """Streaming relies on the places that a check gives, for any text at all."""
    check = LOADED[name]
    findings = check.find(text, language=language)
    assert [f.start for f in findings] == sorted(f.start for f in findings)
    assert all(0 <= f.start < f.end <= len(text) for f in findings)
    assert all(counted(text[f.start : f.end]) <= check.span_chars for f in findings)
    assert {f.check for f in findings} <= {name}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_check_is_pure(check: Check, sentence: str) -> None:
    """The same words give the same findings, however often and after whatever else."""
    first = list(check.find(sentence, language=None))
    check.find(OTHERS, language=None)
    assert list(check.find(sentence, language=None)) == first


def test_a_finding_holds_codes_and_no_words(check: Check) -> None:
    """What people write never travels in a finding."""
    for sentence in SENTENCES:
        for finding in check.find(sentence, language=None):
            values = [str(value) for value in dataclasses.asdict(finding).values()]
            assert sentence not in values
            assert all(" " not in value for value in values)

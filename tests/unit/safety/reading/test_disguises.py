"""Words in disguise are read whatever stands beside them, and words that are in none stay what they are."""

from time import process_time

import pytest

from segue.domain.models import SafetyLevel
from segue.safety.content import Content
from segue.safety.crisis import Crisis
from segue.safety.policy import screen_by_rules
from segue.safety.reading.normalize import readings

CRISIS, CONTENT = Crisis(), Content()
BESIDE = [
    "thinking about su!c!de! again",
    "thinking about su!c!de!",
    "thinking about su!c!de*again",
    "thinking about !su!c!de",
    "thinking|about|su|c|de|again",
    "thinking about **su!c!de** again",
    "thinking about _su!c!de_ again",
    "thinking about “su!c!de!”",
    "thinking about su!c!de🙂!",
    "thinking about !\u200bsu!c!de\u200b!",
    "thinking about ѕu!с!dе!",
    "thinking about ѕυ!cιde!",
    "thinking about ｓｕ！ｃ！ｄｅ！",
    "thinking about su1c1d3!",
    "thinking about $uicide|",
    "I want to k!<b>l</b>l myself",
    "I want to k1ll myse1f",
    "I want to k!11 my$e1f!",
    "I want to *d!e*",
    "I want to k*ll myself*",
    "I want to &#107;!ll my$elf!",
    "voy a su!c!darme!",
    "¡quiero m4t4rme!",
    "je veux me su!c!der!",
    "ich will mich umbr!ngen!",
    "quero me m@tar!",
]
SPELLED = [
    "I want to k1ll  m y s e l f",
    "thinking about s u i c\ni d e",
    "thinking about s u i\n\n\n\nc i d e",
    "thinking about s   u   i   c   i   d   e",
    "thinking about s, u, i, c, i, d, e",
    "thinking about s u i   c i d e",
    "thinking about s_u_i_c_i_d_e",
    "thinking about s<i>u</i>i c<b>i</b>d e",
    "thinking about s u ! c   ! d e !",
    "i   w a n t   t o   d i e",
    "q u i e r o   m o r  i r",
    "thinking about s.u.i.c.i.d.e.",
]
PARTED = [
    "thinking about sui/cide",
    "thinking about su.i.cide",
    "I want to kill my/self",
    "I want to _kill_ myself",
    "_suicide_",
    "\n suicide",
    "thinking about suiiicide",
]


@pytest.mark.parametrize("text", [*BESIDE, *SPELLED, *PARTED])
def test_a_word_in_disguise_is_heard(text: str) -> None:
    """Signs within it are letters, signs and markup around it are none, and gaps of any width part no letters."""
    assert screen_by_rules(text).level is SafetyLevel.HIGH


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Again! thinking about !su!c!de!", "thinking about !su!c!de"),
        ("Well, I want to *k!ll* my$elf!", "I want to *k!ll* my$elf"),
        ("Well, I want to k i l l   m y   s e l f.", "I want to k i l l   m y   s e l f"),
        ("\n\n thinking about sui/cide again", "thinking about sui/cide"),
    ],
)
def test_a_finding_points_at_the_words_as_they_were_typed(text: str, found: str) -> None:
    """Whoever shows it shows the disguise."""
    grave = [each for each in CRISIS.find(text, language="en") if each.level is SafetyLevel.HIGH]
    assert {text[each.start : each.end] for each in grave} == {found}


@pytest.mark.parametrize(
    "text",
    [
        "Wow! That's c00l! I love it!",
        "**Bold** words, *soft* ones and | tables | of | them |",
        "if (!found || *pointer != a1) return;",
        "I paid $20 @ the shop, 3 pcs, 1st floor! B2B, k8s, l10n!",
        "sh!t happens! f*ck this homework!",
        "Plan a, b, c, d or e: x + y - z, at 3 a.m., I think.",
        "and/or, his/her, either.or, s/he, w/o, on/off",
        "my_function_name and __init__.py",
        "Yes!!! No!!! |||| ****",
        "! l0ve y0u all! k!ss me!",
    ],
)
def test_signs_in_harmless_words_find_nothing(text: str) -> None:
    """Program text, prices, swearing and markup are no crisis."""
    assert screen_by_rules(text).level is SafetyLevel.NONE
    assert not CONTENT.find(text, language=None)


@pytest.mark.parametrize("text", ["k!ll yourse1f!", "*k!ll* your$elf*now", "k i l l   y o u r s   e l f"])
def test_a_disguise_hides_nothing_in_an_answer(text: str) -> None:
    """What a model says is read as what a person says is."""
    assert CONTENT.find(text, language=None)


def test_words_that_the_rules_know_cost_one_more_reading() -> None:
    """Where they tell what every sign is, there is nothing to guess."""
    assert [reading.text for reading in readings("k1ll myse1f")] == ["k1ll myse1f", "kill myself"]


def test_time_grows_no_faster_than_a_text_of_signs() -> None:
    """Whoever sends nothing but words in disguise keeps nobody waiting."""

    def spent_s(words: int) -> float:
        text, spent = "k!ll*" * words, list[float]()
        for _ in range(3):
            began = process_time()
            readings(text)
            spent.append(process_time() - began)
        return min(spent)

    assert spent_s(1600) < 8 * 3 * spent_s(200)

"""What stands before words of danger: what denies, tells or ends something else takes nothing away."""

import pytest

from segue.domain.models import SafetyLevel
from segue.safety.policy import screen_by_rules

NOW = (
    "I want to kill myself",
    "i wanna die",
    "just want to die",
    "everyone would be better off without me",
    "there is no reason to live",
    "I've written a suicide note",
    "I cut myself",
    "my dad beats me",
    "I took too many pills",
)
OF_SOMETHING_ELSE = (
    "I'm not okay, ",
    "no ",
    "why not, ",
    "in other words, ",
    "i mean ",
    "I used to be happy, ",
    "Last year my mom died and ",
    "since last year ",
    "in 2019 I was ok, ",
    "ever since he left ",
    "In the past I had friends, ",
    "I am no longer myself and ",
    "I'm writing a poem, ",
    "my character is weak, ",
    "I'm writing my essay and ",
    "in the movie she lived and ",
    "my mom hates me, ",
    "he left me and ",
    "my ex texted me, ",
    "my boss called, ",
)


@pytest.mark.parametrize("before", OF_SOMETHING_ELSE)
def test_danger_is_heard_whatever_stands_before(before: str) -> None:
    """A denial, a past, a story or somebody else ends where a clause of the writer's own begins."""
    levels = {said: screen_by_rules(said, language="en").level.rank for said in NOW}
    lower = [s for s, rank in levels.items() if screen_by_rules(f"{before}{s}", language="en").level.rank < rank]
    assert min(levels.values()) > 0
    assert lower == []


@pytest.mark.parametrize(
    "text",
    [
        "I don't think I want to die",
        "not that I want to die",
        "I don't currently have any plans to kill myself",
        "I don't hear voices telling me to kill people",
        "I never had thoughts of suicide",
        "I have never, ever thought of killing myself",
        "in my story, I want to die",
        "my character stands at the sea and says I want to die",
        "the song is called I want to die",
        "the tattoo means I want to die",
        "my friend said, I want to die",
        "he texted me 'I want to die'",
        "two years ago, I cut myself",
        "when I was 15 my dad hit me",
        "I want to die in this level",
        "I cut myself last year",
        "I cut myself, but I'm better now",
        "my dad hit me, but that's over",
    ],
)
def test_what_is_denied_told_or_over_stays_lower(text: str) -> None:
    """What the words before it do reach is no danger of today."""
    assert screen_by_rules(text, language="en").level is SafetyLevel.LOW


@pytest.mark.parametrize(
    "text",
    [
        "when I was little my dad hit me, he still does",
        "I cut myself years ago and yesterday",
        "my uncle raped me when I was 12",
        "I took 40 pills last year",
        "she told me I am suicidal",
        "I don't want to live in a world without her",
        "I don't want to live with this pain anymore",
    ],
)
def test_what_lasts_is_not_over(text: str) -> None:
    """What goes on, a rape and an attempt are asked about, however long ago they were."""
    assert screen_by_rules(text, language="en").level.rank >= SafetyLevel.MODERATE.rank


@pytest.mark.parametrize("text", ["I don't want to live in Paris", "I'm tired of living in the city"])
def test_who_wants_to_move_is_in_no_danger(text: str) -> None:
    """A place that somebody does not want to live in is no life."""
    assert screen_by_rules(text, language="en").level is SafetyLevel.NONE


@pytest.mark.parametrize(
    "near", ["tonite", "tmrw", "after school", "when my mom leaves", "before the sun comes up", "at 3am"]
)
def test_near_time_makes_a_plan_imminent(near: str) -> None:
    """However it is written."""
    assert screen_by_rules(f"I'm going to hang myself {near}", language="en").level is SafetyLevel.IMMINENT


def test_being_better_now_is_no_near_time() -> None:
    """`now` may say that it is over."""
    assert screen_by_rules("I want to kill myself, but I'm better now", language="en").level is SafetyLevel.HIGH


@pytest.mark.parametrize("before", ["", "ooc: ", "ooc:  ", "ooc ", "ooc -- ", "yes.  ", "ok!   ", "lol "])
def test_a_sentence_without_i_begins_after_whatever_gap_there_is(before: str) -> None:
    """Two spaces between sentences hide no overdose, nor what is typed to step out of a story."""
    assert screen_by_rules(f"{before}took the whole bottle", language="en").level is SafetyLevel.IMMINENT

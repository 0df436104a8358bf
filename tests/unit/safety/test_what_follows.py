"""What stands behind words of danger: it makes a figure of speech of some, and nothing of what is plain."""

import pytest

from segue.domain.models import SafetyLevel
from segue.safety.policy import screen_by_rules

PLAIN = (
    "I want to kill myself",
    "I want to die",
    "my dad beats me",
    "I cut myself",
    "I am thinking about suicide",
)
TAILS = (
    "every day",
    "every night",
    "as prescribed",
    "on time",
    "for the day",
    "to see her again",
    "to know what it is like",
    "from shame",
    "of hunger",
    "happy or not",
    "laughing at me",
    "if I have to see him one more time",
    "if I hear his voice again",
    "if I see another day",
    "in the story of my life",
    "in this game of life",
    "with this exam coming",
    "in the ring of fire",
    "at the gym",
    "in that game store",
    "in the movie theater",
    "if I have to eat again",
    "with excitement gone",
    "in the past few days",
    "last year and this year",
    "when I was 15 and still now",
    "but it's no better",
    "but I'm getting help",
)


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("said", PLAIN)
def test_danger_is_heard_whatever_follows(said: str, tail: str) -> None:
    """A time, a reason or a longing behind it takes nothing away."""
    assert (
        screen_by_rules(f"{said} {tail}", language="en").level.rank
        >= screen_by_rules(said, language="en").level.rank
        > 0
    )


@pytest.mark.parametrize("tail", ["in my book", "in this scene", "to see her again", "of shame", "with joy"])
@pytest.mark.parametrize("said", ["I don't want to live anymore", "I wish I was dead", "I want to end it all"])
def test_no_story_and_no_longing_hides_a_wish_of_today(said: str, tail: str) -> None:
    """Who says what they want says it of themselves, whatever book they hold."""
    assert screen_by_rules(f"{said} {tail}", language="en").level is SafetyLevel.HIGH


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("I took all my pills this morning", SafetyLevel.MODERATE),
        ("I took all my pills for the day", SafetyLevel.NONE),
        ("I took my pills this morning", SafetyLevel.NONE),
        ("I took too many pills this morning", SafetyLevel.IMMINENT),
        ("I took 30 pills every morning", SafetyLevel.IMMINENT),
        ("I took a whole bottle of pills on time", SafetyLevel.IMMINENT),
        ("I took 10 pills as prescribed", SafetyLevel.NONE),
    ],
)
def test_dose_is_what_a_doctor_may_order(text: str, level: SafetyLevel) -> None:
    """All of them this morning may be either; more than anybody should take is never a dose."""
    assert screen_by_rules(text, language="en").level is level


@pytest.mark.parametrize(
    "text",
    [
        "I nearly died of shame at the party",
        "I want to die laughing",
        "I could kill myself laughing",
        "I'm dying to see that film",
        "I would die for that pizza",
        "my brother beats me in this game",
        "I will kill myself if I hear that song one more time",
        "I took all my pills as prescribed",
        "I'm dying of hunger",
        "I'm dying with this homework",
        "I'm going to die happy",
        "I'd rather die than watch that film",
        "he hits me in the ring",
        "I take my pills every morning",
        "I hurt my leg at the gym",
        "I cut my arm on the fence",
        "I cut myself a slice of cake",
        "I want to die my hair blue",
    ],
)
def test_figures_of_speech_stay_figures(text: str) -> None:
    """Laughter, food, games and doses that a doctor gave are no danger."""
    assert screen_by_rules(text, language="en").level is SafetyLevel.NONE


@pytest.mark.parametrize("said", PLAIN)
def test_what_was_does_not_hide_what_is(said: str) -> None:
    """A sentence that begins in the past may end in the present."""
    then = screen_by_rules(f"last year I was fine, this year {said}", language="en")
    assert then.level.rank >= screen_by_rules(said, language="en").level.rank


@pytest.mark.parametrize("sign", ["1", "l", "|"])
@pytest.mark.parametrize(
    "said", ["{} want to kill myself", "help me. {} want to k1ll myself", "{}'m going to kill myself"]
)
def test_sign_alone_may_be_the_word_i(said: str, sign: str) -> None:
    """`1 want to die` is said by somebody."""
    assert screen_by_rules(said.format(sign), language="en").level.rank >= SafetyLevel.HIGH.rank


@pytest.mark.parametrize("text", ["1 hate cake and 2 love it", "Chapter 1 was long. Part l had no end.", "a | b"])
def test_signs_in_ordinary_text_are_nothing(text: str) -> None:
    """Numbers and lists stay what they are."""
    assert screen_by_rules(text, language="en").level is SafetyLevel.NONE

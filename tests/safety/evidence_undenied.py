"""English sentences whose "no", "never" or "used to" denies nothing, and others in which it does."""

from tests.safety.said import Said

UNDENIED: tuple[Said, ...] = (
    Said(
        "intent.nothing_against",
        "en",
        (
            "I have no choice but to kill myself",
            "I don't know why I don't kill myself",
            "I'm trying hard not to kill myself",
        ),
        ("I have no choice but to work on Sunday", "Nothing stops me from going out", "I don't know why I don't sing"),
    ),
    Said(
        "ideation.never_more",
        "en",
        ("I've never wanted to kill myself more than today", "I couldn't even die right"),
        ("I have never wanted to kill myself", "I've never wanted a holiday more than today"),
    ),
    Said(
        "ideation.still",
        "en",
        ("I used to want to die and I still do",),
        ("I used to want to die, now I love my life", "I used to be a dancer and I still am"),
    ),
    Said(
        "ideation.days_ago",
        "en",
        ("I wanted to kill myself last night",),
        ("I wanted to see you last night", "I wanted to die laughing"),
    ),
    Said(
        "ideation.told_as_a_story",
        "en",
        ("It's a story about a girl who wants to die, the girl is me",),
        ("It's a story about a king who wants to die", "My brother wants to try the part that is mine"),
    ),
    Said(
        "self_injury.held_back",
        "en",
        ("I'm trying so hard not to cut myself",),
        ("I'm trying not to cut my hair", "I'm trying not to hurt myself at the gym"),
    ),
    Said(
        "self_injury.still",
        "en",
        ("I used to cut myself and I started again",),
        ("I used to cut my hair and I still do", "I used to cut myself, that is over"),
    ),
    Said(
        "abuse.still",
        "en",
        ("When I was 12 my dad started to hit me", "My ex used to beat me and he still does"),
        ("My brother started to hit me up for money", "My dad used to read to me and still does"),
    ),
    Said(
        "overdose_under_way.today",
        "en",
        ("I overdosed this morning", "I took every pill in the house"),
        ("I took every chance I had", "I overdosed on coffee this morning"),
    ),
)

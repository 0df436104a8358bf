"""English sentences of what drives people to it, and of what only sounds like it."""

from tests.safety.said import Said

DRIVEN: tuple[Said, ...] = (
    Said(
        "ideation.driven",
        "en",
        ("He makes me want to die", "My life makes me want to kill myself", "School makes me suicidal"),
        ("This song makes me want to dance", "You make me want to die laughing", "My job makes me want to travel"),
    ),
    Said(
        "ideation.as_well",
        "en",
        ("I might as well be dead", "What if I killed myself", "I hope I die"),
        ("I might as well stay", "I hope I die of old age", "What if I killed the dragon", "Get rich or die trying"),
    ),
    Said(
        "abuse.at_night",
        "en",
        ("My dad comes into my room at night", "He makes me touch him", "I said no but he didn't stop"),
        ("My brother came to my party at night", "He makes me touch the stars", "I said no but she sang anyway"),
    ),
)

"""What stands around a match and changes what it means: a figure of speech, a denial, a story, the past, a time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from segue.safety.rules import compiled


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One language's signs. `…_before` is searched in the text up to a match, `…_after` matched right behind it."""

    figure_after: re.Pattern[str]
    """It was a figure of speech: `kill myself laughing`."""
    denied_before: re.Pattern[str]
    """It was denied: `I would never …`."""
    not_mine_before: re.Pattern[str]
    """A character or somebody else says it."""
    past_before: re.Pattern[str]
    past_after: re.Pattern[str]
    """It is over: `… when I was fifteen`."""


def _signs(*, figure: str, denied: str, fiction: str, quoted: str, past_before: str, past_after: str) -> Surroundings:
    return Surroundings(
        figure_after=compiled(rf"[ ,]{{0,2}}(?:{figure})\b"),
        denied_before=compiled(rf"\b(?:{denied}) ?$"),
        # A story's frame reaches to the end of its sentence, unless the writer turns to themselves with "but".
        not_mine_before=compiled(rf"\b(?:{fiction})\b(?:(?! but | pero | mais | aber | mas )[^.!?;]){{0,80}}$|(?:{quoted})[ :,\"']{{0,4}}$"),
        past_before=compiled(rf"\b(?:{past_before})\b(?:(?! but | now | today | again )[^.!?;]){{0,60}}$"),
        past_after=compiled(rf"[ ,]{{0,2}}(?:{past_after})\b"),
    )


EN = _signs(
    figure=r"(?:of|from|with) (?:laugh(?:ter|ing)|embarrass(?:ment|ed)|boredom|shame|cringe|happiness|joy|hunger|thirst|curiosity|cuteness|excitement|the heat|heat|old age|natural causes)|laughing|happy|"
    r"in (?:this|the|that|my) (?:game|level|match|raid|dungeon|boss fight|video game|story|book|novel|film|movie|scene|play)|in (?:minecraft|fortnite|elden ring|dark souls|roblox|gta|skyrim|the sims|mario)|"
    r"for (?:that|this|a|some) (?:pizza|burger|cake|coffee|chocolate|cookie|nap|ice cream|steak|dress|bag)|to (?:see|meet|know|have) (?:that|this|the|you|him|her|them|what|a)|(?:to )?respawn|at the gym|with this (?:workout|exam|homework)|if i (?:hear|see|have to (?:hear|see|read|listen|watch|sit|eat))(?: \w{1,12}){0,3} (?:that|this|another|one more|again)",
    denied=r"(?<!why )(?:i'd |i would |i could |i'll |i will |i have |i've )?(?:never|not|wouldn't|won't|don't|didn't|couldn't|isn't|no intention (?:of|to)|no plans? (?:of|to|for)|no desire to|no wish to|not that|neither)(?: ever| actually| really| even| want(?:ed)?| going| planning| trying| about| thinking| considering| having| saying| consider| mean(?:ing)?| think| plan| try| do| have| be| feel| that| i(?:'m| am)?| to| of| on| any| and| just){0,4}",
    fiction=r"(?:my|the|a|an|our|this|her|his|main) (?:main )?(?:character|protagonist|hero|heroine|villain|narrator|npc|avatar|oc|player|antagonist)|in (?:my|the|this|a) (?:story|novel|book|script|play|game|poem|screenplay|fanfic|fanfiction|movie|film|episode|song|show|series|lyrics?|scene|chapter|campaign|roleplay)|(?:story|novel|book|song|film|movie|poem|lyrics?|scene|chapter|quote|essay|article|play) (?:about|where|in which|called|titled|with|goes|says|by)|role ?play|(?:writing|write) (?:a|the|my) (?:\w{2,12} ){0,2}(?:scene|story|novel|chapter|poem|song|script|essay)",
    quoted=r"(?:he|she|they|it|who|friend|brother|sister|mother|mom|mum|father|dad|son|daughter|husband|wife|partner|boyfriend|girlfriend|cousin|student|client|patient|character|hero|heroine|ex|someone|somebody|people|roommate|hamlet|teacher) (?:just |once |then |always |keeps |kept |also )?(?:says|said|saying|tells me|told me|texted(?: me)?|wrote|writes|screams|screamed|shouts|shouted|whispers|whispered|yells|yelled|cries|cried|posted|thinks|thought|mutters|muttered)(?: me| that| to me){0,2}|(?:quote|lyrics?|line|phrase|words|sentence|called|titled|named|translate|means|mean)(?: is| are| like| the words?| the sentence| the phrase)?",
    past_before=r"used to|when i was (?:\d{1,2}|a (?:kid|child|teen(?:ager)?)|younger|little|young|in (?:high school|college|school))|(?:many |some |a few |several |two |three |four |five |six |seven |eight |ten |\d{1,2} )(?:years|months) ago|back (?:then|in)|years ago|last year|in the past|in (?:19|20)\d\d|there was a time|no longer|not anymore|i once",
    past_after=r"(?:when i was (?:\d{1,2}|a (?:kid|child|teen(?:ager)?)|younger|little|young|in (?:high school|college|school))|(?:many |some |a few |several |two |three |four |five |six |seven |eight |ten |\d{1,2} )?(?:years|months) ago|back then|last year|in the past|in (?:19|20)\d\d|but (?:i'm|i am|that's|i don't|i got|not anymore|it's)(?: \w{2,12}){0,2} (?:better|over|past|behind|fine now|okay now|ok now|recovered|anymore|help))",
)

BY_LANGUAGE: Mapping[str, Surroundings] = MappingProxyType({"en": EN})

SOON = compiled(
    r"\b(?:tonight|right now|today|tomorrow|this (?:evening|morning|afternoon|weekend)|in (?:an|one|a few|two|five|ten|\d{1,2}) (?:hours?|minutes?|mins?)|in a (?:minute|moment|while)|before (?:they|he|she|anyone|anybody|my \w{2,12}) (?:gets?|comes?|wakes?|finds?)|"
    r"as soon as|when (?:they|everyone|everybody|my \w{2,12})(?:'s| is| are|'re)? (?:asleep|gone|out)|now)\b"
)
"""A time that is near."""

"""The signs around a match that change what it means, one language's at a time, made ready from its rows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from segue.safety.rules import late_rule


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One language's signs. `…_before` is searched in the text up to a match, `…_after` matched right behind it, and
    the others at the beginning of the match itself."""

    speaker: re.Pattern[str]
    """The person who writes; searched in the match."""
    clause: re.Pattern[str]
    """A match with a subject of its own, which no word of the clause before it denies or tells."""
    present: re.Pattern[str]
    """A match that says itself that it is so today: `I want`, and not `I wanted`. Nothing around makes it past."""
    landing_after: re.Pattern[str]
    """Somebody who jumped comes down on it: a boat, a horse. Of jumps alone."""
    deed: re.Pattern[str]
    """A match that tells of a deed in a verb that needs no subject: `me tomé …`. It too may be a clause of its own."""
    game_after: re.Pattern[str]
    """It was said of a game: `beats me in this level`."""
    sport_after: re.Pattern[str]
    """It was said of sport: `hits me in the ring`. Of blows alone."""
    story_after: re.Pattern[str]
    """It was said of a story: `kills himself in this scene`."""
    figure_after: re.Pattern[str]
    """It was a figure of speech: `kill myself laughing`. Of words about death alone."""
    strong_after: re.Pattern[str]
    """One that is none behind `plain` words: `dying of shame`, and not `kill myself of shame`."""
    dying: re.Pattern[str]
    """How a match ends that may be such a one: `dying`; searched in it."""
    plain: re.Pattern[str]
    """Words that say it plainly; searched in the match."""
    dose_after: re.Pattern[str]
    """It was taken as it should be: `all my pills as prescribed`. Of words about medicine alone."""
    perhaps_dose_after: re.Pattern[str]
    """It may have been: `all my pills this morning`."""
    too_much: re.Pattern[str]
    """More than anybody should take: `a whole bottle`; searched in the match."""
    denied_before: re.Pattern[str]
    """It was denied: `I would never …`."""
    clause_denied_before: re.Pattern[str]
    """A clause of its own was denied: `I don't think …`."""
    story_before: re.Pattern[str]
    """A figure of a story, a song or a game says it. The group `frame` is what names the story."""
    anew_before: re.Pattern[str]
    """A clause of its own begins that need not belong to the story named before it: `my character is weak, …`."""
    says: re.Pattern[str]
    """A figure speaks."""
    told_before: re.Pattern[str]
    """Somebody else says it."""
    somebody_before: re.Pattern[str]
    """Somebody else is spoken of, for a match that names nobody."""
    past_before: re.Pattern[str]
    """The group `mark` is what names the past."""
    past_after: re.Pattern[str]
    """It is over: `… when I was fifteen`."""
    lasts_after: re.Pattern[str]
    """It lasts to this day for all that: `… last year and again yesterday`."""
    made_small_after: re.Pattern[str]
    """It is made small by who said it: `… but I'm fine`."""


def signs(
    *,
    speaker: str,
    game: str,
    figure: str,
    denied: str,
    fiction: str,
    story_ends: str,
    cited: str,
    told: str,
    somebody: str,
    past_before: str,
    past_ends: str,
    past_after: str,
    made_small: str,
    clause: str = "(?!)",
    clause_denied: str = "",
    anew: str = "(?!)",
    lead: str = "(?!)",
    says: str = "(?!)",
    dying: str = "",
    plain: str = "(?!)",
    present: str = "(?!)",
    deed: str = "(?!)",
    strong: str = "(?!)",
    sport: str = "(?!)",
    story: str = "(?!)",
    landing: str = "(?!)",
    dose: str = "(?!)",
    perhaps_dose: str = "(?!)",
    too_much: str = "(?!)",
    lasts: str = "(?!)",
) -> Surroundings:
    """One language's, made of what stands in its rows, in their notation.

    `story_ends`, `past_ends`: words with which a writer leaves a story or a past within the same sentence.

    `lead`: how a clause of the writer's own begins, where a match is only its end. `clause_denied`: what denies a
    clause of its own; nothing: whatever denies.
    """
    return Surroundings(
        speaker=late_rule(rf"\b(?:{speaker})\b"),
        clause=late_rule(rf"(?:{clause})\b"),
        present=late_rule(rf"(?:{present})\b"),
        deed=late_rule(rf"(?:{deed})\b"),
        landing_after=late_rule(rf"[ ,]{{0,2}}(?:{landing})\b"),
        game_after=late_rule(rf"[ ,]{{0,2}}(?:{game})\b"),
        sport_after=late_rule(rf"[ ,]{{0,2}}(?:{sport})\b"),
        story_after=late_rule(rf"[ ,]{{0,2}}(?:{story})\b"),
        figure_after=late_rule(rf"[ ,]{{0,2}}(?:{figure})\b"),
        strong_after=late_rule(rf"[ ,]{{0,2}}(?:{strong})\b"),
        dying=late_rule(rf"(?:{dying})$"),
        plain=late_rule(rf"\b(?:{plain})\b"),
        dose_after=late_rule(rf"[ ,]{{0,2}}(?:{dose})\b"),
        perhaps_dose_after=late_rule(rf"[ ,]{{0,2}}(?:{perhaps_dose})\b"),
        too_much=late_rule(rf"\b(?:{too_much})\b"),
        # What is parted from it by a comma denies something else: `I'm not, I want to die`.
        denied_before=late_rule(rf"\b(?:{denied})[ \-]{{0,3}}$"),
        clause_denied_before=late_rule(rf"\b(?:{clause_denied or denied})[ \-]{{0,3}}$"),
        # A story's frame reaches to the end of its sentence, unless the writer turns to themselves with "but".
        story_before=late_rule(
            rf"\b(?P<frame>{fiction})\b(?:(?! (?:{story_ends}) )[^.!?;]){{0,80}}$|\b(?:{cited})[ :,\"']{{0,4}}$"
        ),
        anew_before=late_rule(rf"(?:(?<=\w),|\b(?:{anew}))[ ,]{{0,2}}(?P<lead>{lead})?$"),
        says=late_rule(rf"\b(?:{says})\b"),
        told_before=late_rule(rf"\b(?:{told})[ :,\"']{{0,4}}$"),
        somebody_before=late_rule(rf"\b(?:{somebody})\b(?:(?! (?:i|and i|{story_ends}) )[^.!?;]){{0,30}}$"),
        # A past reaches to the end of its sentence, unless the writer comes to the present.
        past_before=late_rule(rf"\b(?P<mark>{past_before})\b(?:(?! (?:{past_ends}) )[^.!?;]){{0,60}}$"),
        past_after=late_rule(rf"[ ,]{{0,2}}(?:{past_after})\b"),
        lasts_after=late_rule(rf"[^.!?;]{{0,30}}\b(?:{lasts})\b"),
        made_small_after=late_rule(rf"[ ,]{{0,2}}(?:\w{{1,10}} ){{0,3}}(?:{made_small})\b"),
    )

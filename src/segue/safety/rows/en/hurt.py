"""Wounds of one's own, hunger, locked doors and voices, in English."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_I, _A, _E, _H = Category.SELF_INJURY, Category.ABUSE, Category.EATING_DISORDER, Category.HARM_TO_OTHERS
_P = Category.PSYCHOSIS
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_LIMBS = r"(?:arms?|forearms?|wrists?|thighs?|legs?)"
_BY_CHANCE = (
    r"(?! (?:\w{1,8} ){0,2}(?:knees?|back|ankle|finger|football|soccer|rugby|gym|training|game|match|cat|kitten|dog|"
    r"brambles|thorns|roses?|rose "
    r"bush|garden|bike|fall|shaving|by accident|accidentally|climbing|hiking)\b)"
)
"""How somebody is hurt by chance."""
_FAMILY = (
    r"(?:my (?:husband|wife|boyfriend|girlfriend|partner|ex|dad|father|mum|mom|mother|step ?(?:dad|mum|mom|father|"
    r"mother)|foster "
    r"(?:dad|mum|mom|parents)|parents|brother|uncle|aunt|grandad|grandpa)|he|she|they)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "self_injury.fresh",
        _I,
        _MODERATE,
        "en",
        "allover bleedin covered fullof",
        either(
            rf"my {_LIMBS} (?:(?:are|is|r) (?:\w{{4,5}} )?bleeding|(?:won't|wont|keeps?|don't) (?:stop )?bleeding)(?: "
            rf"again| tonight)?{_BY_CHANCE}",
            rf"(?:my|the|both) {_LIMBS} (?:are |is )?(?:full of|covered (?:in|with)|all over with) (?:\w{{3,6}} "
            rf")?(?:cuts|burns|slashes)"
            rf"{_BY_CHANCE}",
        ),
    ),
    Rule(
        "self_injury.blade",
        _I,
        _MODERATE,
        "en",
        "bladeag bladeon bladesag bladeso boxcutt cutting razorag razoron razorsa razorso",
        either(
            r"(?:razor ?blades?|blades?|razors?|box cutter) (?:again|once more)(?: (?:same as|like|as) (?:every|each|"
            r"always|last|usual)| tonight| last night|"
            rf" on my (?:skin|arms?|thighs?)|{_END})",
            rf"(?:^|[.!?;] ?|(?:i'm|im|been|started|back to) )cutting again(?:{_END}|(?= (?:couldn't|tonight|and i|"
            rf"because|after|last night|every)))",
        ),
    ),
    Rule(
        "abuse.locked_up",
        _A,
        _MODERATE,
        "en",
        "keepsme keptme lockedm lockme locksme",
        rf"{_FAMILY} (?:\w{{3,7}} )?(?:locks?|locked|keeps|kept) me (?:locked )?(?:up )?(?:in|inside|out)(?: "
        rf"\w{{1,8}}){{0,4}} (?:without (?:any )?(?:food|"
        rf"eating|dinner|water|light|a coat)|(?:cellar|basement|closet|cupboard|shed)(?:{_END}| (?:when|for (?:hours|"
        rf"days)|without|all night)))",
    ),
    Rule(
        "psychosis.orders",
        _P,
        _HIGH,
        "en",
        "command order",
        r"(?:voices?|the (?:telly|tv|radio|devil|demons?))(?: [\w']{1,8}){0,4} (?:orders?|commands?|ordering|"
        r"commanding) "
        r"me to (?:hurt|kill|harm|stab|jump|cut|"
        r"smother|burn|drown|die)",
    ),
    Rule(
        "harm_to_others.pillow",
        _H,
        _HIGH,
        "en",
        "pillow cushion",
        r"(?:pillow|cushion)(?: [\w']{1,8}){0,3} (?:baby|baby's|toddler|kid|daughter|son|mother|mum|mom|dad|his|"
        r"her)(?: "
        r"\w{1,8}){0,5} (?:press|smother|suffocat|"
        r"push)\w{0,4}",
    ),
    Rule(
        "eating_disorder.proud_hunger",
        _E,
        _MODERATE,
        "en",
        "andimst andisti andstil noteat refuset wonteat",
        either(
            r"(?:i'm|im|i am|i weigh|weigh) (?:[2345]\d ?(?:kg|kilos?)|[789]\d ?(?:lbs|pounds)|[678] stone) and "
            r"(?:i'm |im |i )?still (?:feel |too |so )?(?:fat|"
            r"huge|too fat)",
            r"(?:won't|wont|not|refuse to|will not) (?:eat|eating) (?:anything )?(?:till?|until) i(?:'m| am| weigh|m| "
            r"hit| reach| get to)(?: down to)? "
            r"(?:[2345]\d|[89]\d ?(?:lbs|pounds))(?! (?:years|minutes))",
        ),
    ),
)

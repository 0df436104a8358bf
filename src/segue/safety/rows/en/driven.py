"""What people write in English of what drives them to it: who makes them want to die, and what is done to them."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import HE, KILL
from segue.safety.rules import Rule, either

_S = Category.SUICIDE
_MODERATE = SafetyLevel.MODERATE
_DRIVEN_BY = (
    rf"(?:{HE}|you|my (?:own )?(?:life|job|school|family|parents|mind|head|thoughts|body|depression|anxiety)|life|"
    r"living|it all|everything|this (?:life|world|pain)|the (?:pain|bullying|loneliness|thoughts|voices)|school|"
    r"depression|people)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.driven",
        _S,
        _MODERATE,
        "en",
        "me_want me_wanna me_feel_sui me_so_sui me_sui me_wish me_just me_really",
        rf"{_DRIVEN_BY} (?:just |really |always |still )?(?:makes?|made|making|is making|"
        rf"are making) me (?:(?:feel |so )?suicidal|(?:just |really )?(?:want to|wanna) (?:just )?(?:{KILL}|"
        r"die(?! laughing)|be dead|not exist)|wish i (?:was|were) dead)",
    ),
    Rule(
        "ideation.as_well",
        _S,
        _MODERATE,
        "en",
        "as_well should_just_die should_really_just_die i_killed i_ended i_just_killed i_just_ended hope_i hope_that_i",
        either(
            rf"(?:might|may) as well (?:just )?(?:{KILL}|die(?! laughing| trying)|be dead)|"
            r"i should(?: really)? just die(?! of| laughing| my)",
            r"what if i (?:just )?(?:killed my ?self|ended (?:it(?: all)?|my (?:own )?life))",
            r"i(?: really)? hope(?: that)? i (?:just )?(?:die(?! laughing| of| happy| old| trying| in this)|get "
            r"killed)",
        ),
    ),
    Rule(
        "abuse.at_night",
        Category.ABUSE,
        _MODERATE,
        "en",
        "at_night touch_him touch_his touch_her bed didn't_stop wouldn't_stop kept_going take_no_for takes_no_for",
        either(
            r"my (?:dad|father|stepdad|stepfather|uncle|brother|stepbrother|grandpa|grandfather|cousin)(?: always| "
            r"often| sometimes| keeps)? (?:comes|coming|came|sneaks|sneaking|gets|getting|got) (?:in|into|to) my "
            r"(?:room|bed) at night",
            rf"{HE}(?: always| often| sometimes)? (?:makes|made|forces|forced) me (?:to )?(?:touch (?:him|his|her)|"
            r"do (?:things|stuff|it) (?:in|with (?:him|her) in) bed)",
            r"i (?:said|told (?:him|her|them)) (?:no|to stop)(?: \w{2,8}){0,2} (?:but|and) (?:he|she|"
            r"they) (?:didn't stop|wouldn't stop|kept going)|my (?:boyfriend|husband|partner|girlfriend|wife) (?:won't|"
            r"doesn't|never) takes? no for an answer",
        ),
    ),
)

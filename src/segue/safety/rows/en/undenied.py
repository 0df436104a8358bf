"""What people write in English with a "no", a "never" or a "used to" that denies nothing."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import HE, KILL, PILLS
from segue.safety.rules import Rule, either

_S = Category.SUICIDE
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE
_KILLED = r"(?:killed my ?self|ended (?:it|my life)|died)"
_STILL = (
    r"(?:(?:,| and| but)? ?(?:now )?(?:i |he |she |they )?(?:still (?:do|does|am|have|want to)|do again|does again|"
    r"am again|started again|relapsed)|(?:,| and| but)? ?(?:now )?(?:it's|they're|it is|they are) (?:back|starting "
    r"again))"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "intent.nothing_against",
        _S,
        _HIGH,
        "en",
        "no_choice no_other no_option no_way no_solution no_alternative nothing_else nothing_left me_from me_back "
        "reason why_i why_don why_haven why_should why_still trying fighting struggling hard_not hard_so hard_very "
        "hard_really hard_my hard_hard hard_best promise cant_say cannot_say guarantee not_sure know_if_i know_i "
        "know_that_i know_whether_i dunno afraid scared",
        either(
            r"(?:no (?:other )?(?:choice|option|way(?: out)?|solution)|no alternative|nothing (?:else )?left)(?: left)?"
            rf"(?: for me)? (?:but|than|except|other than) (?:to )?(?:{KILL}|die|suicide|death)",
            r"(?:nothing|nobody|no ?one)(?: else)?(?:'s| is| can| will| could| here)? (?:stops?|stopping|keeps?|"
            rf"keeping|holds?|holding|prevents?|preventing) me(?: back)? from (?:{KILL}|dying|ending it)",
            r"(?:no|any|a single|one)(?: good)? reasons? (?:not to|to not|why i shouldn't|"
            rf"i shouldn't)(?: just)? (?:{KILL}|die)",
            rf"why (?:i )?(?:don't|haven't|shouldn't|still haven't)(?: i)?(?: just| already| still){{0,2}} (?:{KILL}|"
            rf"{_KILLED})",
            rf"(?:trying|fighting|struggling|hard)(?: so| really| very| my| best| hard){{0,3}} not to {KILL}",
            r"(?:can't|cannot) (?:promise|say|guarantee)(?: you)?(?: that)? (?:not to|i won't|i will not|"
            rf"i'm not going to) {KILL}",
            r"(?:not sure|don't know|dunno)(?: that| if| whether)? i (?:won't|will not|can keep from|"
            rf"can stop my ?self from) {KILL}",
            rf"i(?:'m| am) (?:not|no longer)(?: even)? (?:afraid|scared)(?: anymore)? (?:of|to) {KILL}",
        ),
        guarded=False,
    ),
    Rule(
        "ideation.never_more",
        _S,
        _HIGH,
        "en",
        "never_wanted never_been never_felt never_have_i never_in_my couldn't_even can't_even",
        either(
            rf"never(?: in my life)?(?: have i)? wanted to (?:die|be dead|{KILL}) (?:more|so|this|as) (?:than|much|bad|"
            r"badly)",
            r"never(?: in my life)? (?:been|felt) (?:this|so|more) suicidal",
            r"(?:can't|couldn't) even (?:die|kill my ?self|end my (?:own )?life|end it)",
        ),
        guarded=False,
    ),
    Rule(
        "ideation.still",
        _S,
        _HIGH,
        "en",
        "used_to_want used_to_be_sui used_to_have_sui used_to_think",
        r"used to (?:want to (?:die|kill my ?self|be dead)|be suicidal|have suicidal thoughts|think about (?:suicide|"
        rf"killing my ?self|dying)){_STILL}",
        guarded=False,
    ),
    Rule(
        "ideation.days_ago",
        _S,
        _MODERATE,
        "en",
        "wanted_to",
        rf"i(?: really| just| honestly)? wanted to (?:die|{KILL}) (?:last night|yesterday|today|this (?:morning|week)|"
        r"again)(?! laughing)",
    ),
    Rule(
        "ideation.told_as_a_story",
        _S,
        _MODERATE,
        "en",
        "want_to_die wants_to_die want_to_be_dead wants_to_be_dead want_to_kill wants_to_kill",
        r"wants? to (?:die|be dead|kill (?:him|her|them)sel(?:f|ves))(?: [\w']{1,12}){0,6} (?:\w{2,10}'s|is)(?: really|"
        r" actually| basically)? me",
        guarded=False,
    ),
    Rule(
        "self_injury.held_back",
        Category.SELF_INJURY,
        _MODERATE,
        "en",
        "trying fighting struggling",
        r"(?:trying|fighting|struggling)(?: so| really| very| my| best| hard){0,3} not to (?:cut|burn|self ?-?harm|"
        r"hurt)(?: my ?self| again)(?! at| playing)",
    ),
    Rule(
        "self_injury.still",
        Category.SELF_INJURY,
        _MODERATE,
        "en",
        "used_to_cut used_to_self used_to_hurt used_to_burn",
        r"used to (?:cut|self ?-?harm|hurt|burn)(?: my ?self| my (?:arms?|legs?|thighs?|wrists?))?" + _STILL,
        guarded=False,
    ),
    Rule(
        "abuse.still",
        Category.ABUSE,
        _MODERATE,
        "en",
        "used_to started_to began_to",
        either(
            rf"{HE} used to (?:hit|beat|hurt|touch|rape|abuse|choke) me{_STILL}",
            rf"{HE} (?:started|began) to (?:hit|beat|hurt|touch|rape|abuse|choke) me(?! (?:up|with|in (?:the )?(?:game|"
            r"match)|at))",
        ),
        guarded=False,
    ),
    Rule(
        "overdose_under_way.today",
        Category.MEDICAL_EMERGENCY,
        _IMMINENT,
        "en",
        "i_overdosed every_pill every_single every_last every_tablet every_one",
        either(
            rf"i overdosed(?: on (?:my |all my )?{PILLS})? (?:this (?:morning|afternoon|evening)|today|tonight|"
            r"last night|just now|(?:\w{1,6} )?(?:minutes?|mins|hours?) ago)",
            r"i(?:'ve| have)?(?: just| already)? (?:took|taken|swallowed) every (?:single |last )?(?:pill|tablet|one "
            r"of (?:them|my pills))",
        ),
    ),
)

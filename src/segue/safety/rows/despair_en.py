"""What people write in English who see no use in staying, and what they leave undone or stay beside for it."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_S, _I = Category.SUICIDE, Category.SELF_INJURY
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE
_END = r"(?= ?(?:$|[.!?;]))"
_KIN = (
    r"(?:wife|husband|mother|mom|mum|father|dad|brother|sister|son|daughter|baby|friend|grandma|grandpa|partner|"
    r"girlfriend|boyfriend|twin|child)"
)
_ILLNESS = (
    r"(?:insulin|dialysis|chemo|blood thinners|(?:heart |transplant )?(?:medicine|medication|meds|pills|tablets))"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "passive.no_use",
        _S,
        _MODERATE,
        "en",
        "use_to_any good_to_any lived_long_enough lived_too_long no_meaning no_purpose not_exist shouldnt_exist "
        "point_in_me point_of_me point_to_me cant_go_on cannot_go_on can_not_go_on envy_the_dead my_maker",
        either(
            r"i(?:'m| am)(?: [\w']{2,8}){0,4} (?:no|of no) (?:use|good) to any(?:one|body)(?! (?:before|until|without|"
            r"at \d))",
            r"i(?:'ve| have) lived (?:long enough|too long)(?= ?(?:$|[.!?;,])| and i(?:'m| am) (?:ready|tired|done))",
            r"(?:my life has no (?:meaning|purpose)|life has no (?:meaning|purpose) (?:for me|without (?:him|her)|"
            r"anymore|left))",
            rf"i(?: just| really)? (?:should not|shouldn't) exist{_END}|i(?:'m| am)(?: \w{{2,10}}){{1,3}} and "
            r"(?:should not|shouldn't) exist",
            r"(?:no|what's the|what is the) point (?:in|of|to) me (?:being (?:here|alive)|living|existing|staying "
            r"alive)",
            rf"i(?: just| really| simply)? (?:can't|cannot|can not) go on(?: anymore)?(?: without (?:him|her|"
            rf"them))?{_END}",
            r"i envy the dead(?! (?:in|from) )",
            r"(?:ready|time|want|going) to meet my maker(?! (?:space|lab|movement))",
        ),
    ),
    Rule(
        "passive.not_survive",
        _S,
        _MODERATE,
        "en",
        "not_to_wake dont_wake never_wake wont_wake would_take_me would_just_take_me would_kill_me "
        "would_just_kill_me dont_survive do_not_survive wont_survive should_have_died should_ve_died my_self_to_death",
        either(
            r"i (?:just )?pray(?: \w{2,6}){0,3} (?:not to wake up|(?:that )?i (?:don't|never|won't) wake up)",
            r"(?:wish|hope) (?:the |this |my )?(?:cancer|virus|covid|heart|illness|disease|tumou?r|infection) would "
            r"(?:just )?(?:take|kill) me",
            r"hope (?:\w{2,6} ){0,3}i (?:don't|do not|won't) survive(?: (?:the |my |this )?(?:surgery|operation|night|"
            rf"winter|illness|treatment))?{_END}",
            r"i should(?:'ve| have) died (?:instead of (?:him|her|them|my)|with (?:him|her|them|my)|over there|in that "
            r"(?:war|fire)|too|not (?:him|her|them))",
            r"i(?:'m| am|'ll| will|'ve been| want to| am going to|'m going to)? (?:just )?(?:drink(?:ing)?|starv(?:e|"
            r"ing)) "
            r"my ?self to death",
        ),
    ),
    Rule(
        "passive.reunion",
        _S,
        _MODERATE,
        "en",
        "in_heaven other_side my_dead my_late in_the_grave",
        either(
            r"i (?:just |really |only )?(?:want to|wanna|need to) (?:go )?(?:be|join|go be|be back) (?:with )?(?:her|"
            r"him|"
            r"them|my \w{3,9})(?: (?:so bad|again|now))?(?: up)? (?:in heaven|on the other side|in the grave)"
            r"(?! (?:one|some) ?day)",
            r"i(?:'m| am| will|'ll)? (?:(?:going to|want to|ready to|gonna|wanna) )?(?:join|follow|be with|go be with) "
            r"my "
            rf"(?:dead|late) {_KIN}(?! (?:one|some) ?day)(?! 's)",
        ),
    ),
    Rule(
        "passive.untreated",
        _S,
        _HIGH,
        "en",
        "insulin dialysis chemo thinners medicine medication meds pills tablets",
        rf"(?:stopped|quit|skipping|refusing|not) (?:taking )?my {_ILLNESS}(?: [\w']{{2,10}}){{0,4}} (?:let it happen|"
        r"let it (?:end|kill me)|what's the point|to die|(?:can|will|'ll) die|hoping (?:i|it)|no point)",
    ),
    Rule(
        "plan.beside_it",
        _S,
        _MODERATE,
        "en",
        "for_an_hour for_hours for_two_hours for_three_hours for_a_long for_so_long for_ages for_half",
        r"i(?:'ve| just)? (?:stood|sat|stayed|waited|been standing|been sitting) (?:on|at|by|with) (?:the|that|my|a) "
        r"(?:(?:edge of the )?(?:bridge|ledge|tracks|cliff)|edge|pills|gun|rope|blade|razor)(?: in my \w{3,5})? "
        r"for (?:an hour|hours|two hours|three hours|a long time|so long|ages|half the night)(?! (?:waiting|in|stuck|"
        r"fishing|taking|watching|because|painting|talking|with))",
    ),
    Rule(
        "means.loaded",
        _S,
        _HIGH,
        "en",
        "bullet loaded_and in_the_drawer_and here_and me_and only_the_shotgun "
        "only_the_gun only_the_rope only_the_rifle",
        either(
            r"(?:one|a|last|a single) bullet(?: left)?(?:(?: and)? it(?:'s| is)| is)? (?:(?:meant )?for (?:me|my "
            r"?self)|"
            r"with my name on it)",
            r"(?:the|my|his|dad's) (?:shotgun|gun|pistol|rifle|revolver)(?: is|'s) (?:loaded|in the drawer|right here|"
            r"beside me|next to me|in front of me) and i (?:keep|can't stop|just keep|am|'m) (?:looking|thinking|"
            r"staring|"
            r"ready|holding)",
            rf"only the (?:shotgun|gun|rope|rifle) left{_END}",
        ),
    ),
    Rule(
        "goodbye.not_your_fault",
        _S,
        _HIGH,
        "en",
        "goodbye good_bye bye",
        r"(?:goodbye|good bye|bye)(?: (?:everyone|everybody|all|world|mom|mum|dad|guys|to you all|my love|my "
        r"friends)){0,2}"
        r" (?:it's|it is|it was|this is|this was|none of this is|please know it's) (?:not|never|nobody's|no one's|n't) "
        r"?(?:your |anyone's |anybody's )?fault",
    ),
    Rule(
        "goodbye.they_will_see",
        _S,
        _MODERATE,
        "en",
        "when_im_dead when_i_am_dead once_im_dead once_i_am_dead ready_to_go",
        either(
            r"(?:they|every(?:one|body)|you|he|she|people|you all)(?:'ll| will|'re going to) (?:all )?(?:find out|see|"
            r"be "
            r"sorry|miss me|regret it|understand|be happy|be glad|be free)(?: [\w']{2,8}){0,3} (?:when|once) i(?:'m| "
            r"am) "
            r"dead(?! tired)",
            r"(?:my will(?! to)|the will(?! to)|my affairs|the funeral|my funeral)(?: [\w']{2,10}){0,4} i(?:'m| am) "
            r"ready to go",
        ),
    ),
    Rule(
        "ideation.afraid_of_oneself",
        _S,
        _MODERATE,
        "en",
        "scare_my_self safe_with_my_self safe_around_my_self safe_from_my_self",
        r"i(?: really| kind of| kinda)? scare my ?self(?: (?:lately|sometimes|right now|these days|at night))?"
        rf"{_END}|(?:don't|do not|not|never) (?:feel |feeling )?safe (?:with|around|from) my ?self",
    ),
    Rule(
        "self_injury.wants_blood",
        _I,
        _MODERATE,
        "en",
        "to_bleed see_blood see_my_blood see_my_own_blood it_bleeds bled bruise pass_out passed_out "
        "i_sh i_still_sh i_also_sh i_only_sh carve carving "
        "i_cut_again i_cut_last i_cut_tonight i_just_cut_again i_just_cut_last i_just_cut_tonight relapsed",
        either(
            rf"i (?:just |really )?(?:need|want|have) to (?:bleed|see (?:my (?:own )?)?blood){_END}",
            r"(?:hit|hitting|bang(?:ed|ing)?|smash(?:ed|ing)?|slam(?:med|ming)?|punch(?:ed|ing)?) my (?:own )?(?:head|"
            r"face|"
            r"hands?|fists?|legs?|thighs?)(?: \w{2,8}){0,4} (?:until|till) (?:it bleeds|(?:it|i) bled|(?:it|they) "
            r"bruises?|i pass out|i passed out)",
            r"i (?:still |also |only )?sh(?:'d|ed)? (?:again|sometimes|every (?:day|night)|last night|to cope|when i)",
            r"i(?:'m|'ve| am| have)? (?:keep )?carv(?:e|ed|ing) (?:\w{2,9} ){1,3}(?:in|into|on) my (?:own )?(?:legs?|"
            r"arms?|"
            r"thighs?|wrists?|stomach|skin|hips?)",
            r"i (?:just )?cut (?:again|last night|tonight)(?= ?(?:$|[.!?;,])| and (?:i|it))",
            r"i(?:'ve)? relapsed(?: \w{1,9}){0,4} (?:my )?(?:arms?|legs?|thighs?|wrists?) (?:are|is) (?:a mess|covered|"
            r"bleeding|full|ruined|cut)",
        ),
    ),
)

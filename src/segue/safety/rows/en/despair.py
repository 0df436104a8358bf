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
            r"i(?:'m| am)(?: [\w']{2,8}){0,4} (?:no|of no) (?:use|good) to any(?:one|body)(?! (?:before|until|"
            r"without|at \d))",
            r"i(?:'ve| have) lived (?:long enough|too long)(?= ?(?:$|[.!?;,])| and i(?:'m| am) (?:ready|tired|done))",
            r"(?:my life has no (?:meaning|purpose)|life has no (?:meaning|purpose) (?:for me|without (?:him|her)|"
            r"anymore|left))",
            rf"i(?: just| really)? (?:should not|shouldn't) exist{_END}|i(?:'m| am)(?: \w{{2,10}}){{1,3}} and "
            r"(?:should not|shouldn't) exist",
            r"(?:no|what's the|what is the) point (?:in|of|to) me (?:being (?:here|alive)|living|existing|staying "
            r"alive)",
            r"i(?: just| really| simply)? (?:can't|cannot|can not) go on(?: anymore)?(?: without (?:him|her|"
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
            r"hope (?:\w{2,6} ){0,3}i (?:don't|do not|won't) survive(?: (?:the |my |this )?(?:surgery|operation|"
            rf"night|winter|illness|treatment))?{_END}",
            r"i should(?:'ve| have) died (?:instead of (?:him|her|them|my)|with (?:him|her|them|my)|over there|in "
            r"that (?:war|fire)|too|not (?:him|her|them))",
            r"i(?:'m| am|'ll| will|'ve been| want to| am going to|'m going to)? (?:just )?(?:drink(?:ing)?|"
            r"starv(?:e|ing)) my ?self to death",
        ),
    ),
    Rule(
        "passive.reunion",
        _S,
        _MODERATE,
        "en",
        "in_heaven other_side my_dead my_late in_the_grave follow_him follow_her follow_them join_him join_her "
        "join_them",
        either(
            r"(?:dead|died|gone|passed away)(?: [\w']{1,6}){0,3} i (?:just |only )?(?:want to|wanna|will|'ll) "
            r"(?:follow|join) (?:him|her|them)(?! (?:on|to|at|in (?!(?:death|heaven)\b)))",
            r"i (?:just |really |only )?(?:want to|wanna|need to) (?:go )?(?:be|join|go be|be back) (?:with "
            r")?(?:her|him|them|my \w{3,9})(?: (?:so bad|again|now))?(?: up)? (?:in heaven|on the other side|in "
            r"the grave)(?! (?:one|some) ?day)",
            r"i(?:'m| am| will|'ll)? (?:(?:going to|want to|ready to|gonna|wanna) )?(?:join|follow|be with|go be "
            rf"with) my (?:dead|late) {_KIN}(?! (?:one|some) ?day)(?! 's)",
        ),
    ),
    Rule(
        "passive.untreated",
        _S,
        _HIGH,
        "en",
        "insulin dialysis chemo thinners medicine medication meds pills tablets",
        rf"(?:stopped|quit|skipping|refusing|not) (?:taking )?my {_ILLNESS}(?: [\w']{{2,10}}){{0,4}} (?:let it "
        r"happen|let it (?:end|kill me)|what's the point|to die|(?:can|will|'ll) die|hoping (?:i|it)|no point)",
    ),
    Rule(
        "plan.beside_it",
        _S,
        _MODERATE,
        "en",
        "for_an_hour for_hours for_two_hours for_three_hours for_a_long for_so_long for_ages for_half every_night "
        "each_night",
        r"i sit with my (?:pistol|gun|rifle|shotgun|pills|rope)(?: in my \w{3,5})? (?:every|each) night|i(?:'ve| "
        r"just)? (?:stood|sat|stayed|waited|been standing|been sitting) (?:on|at|by|with) (?:the|that|my|a) "
        r"(?:(?:edge of the )?(?:bridge|ledge|tracks|cliff)|edge|pills|gun|rope|blade|razor)(?: in my \w{3,5})? "
        r"for (?:an hour|hours|two hours|three hours|a long time|so long|ages|half the night)(?! (?:waiting|in|"
        r"stuck|fishing|taking|watching|because|painting|talking|with))",
    ),
    Rule(
        "means.loaded",
        _S,
        _HIGH,
        "en",
        "beside_me_and bullet front_of_me_and here_and in_the_drawer_and loaded_and next_to_me_and only_the_gun "
        "only_the_rifle only_the_rope only_the_shotgun",
        either(
            r"(?:one|a|last|a single) bullet(?: left)?(?:(?: and)? it(?:'s| is)| is)? (?:(?:meant )?for (?:me|my "
            r"?self)|with my name on it)",
            r"(?:the|my|his|dad's) (?:shotgun|gun|pistol|rifle|revolver)(?: is|'s) (?:loaded|in the drawer|right "
            r"here|beside me|next to me|in front of me) and i (?:keep|can't stop|just keep|am|'m) (?:looking|"
            r"thinking|staring|ready|holding)",
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
        r"friends)){0,2} (?:it's|it is|it was|this is|this was|none of this is|please know it's) (?:not|never|"
        r"nobody's|no one's|n't) ?(?:your |anyone's |anybody's )?fault",
    ),
    Rule(
        "goodbye.they_will_see",
        _S,
        _MODERATE,
        "en",
        "when_im_dead when_i_am_dead once_im_dead once_i_am_dead ready_to_go",
        either(
            r"(?:they|every(?:one|body)|you|he|she|people|you all)(?:'ll| will|'re going to) (?:all )?(?:find out|"
            r"see|be sorry|miss me|regret it|understand|be happy|be glad|be free)(?: [\w']{2,8}){0,3} (?:when|"
            r"once) i(?:'m| am) dead(?! tired)",
            r"(?:my will(?! to)|the will(?! to)|my affairs|the funeral|my funeral)(?: [\w']{2,10}){0,4} i(?:'m| "
            r"am) ready to go",
        ),
    ),
    Rule(
        "plan.place_and_way",
        _S,
        _HIGH,
        "en",
        "the_tree the_rope the_bridge the_train rope to_die to_jump to_do_it to_end_it in_front_of_it into_the_sea "
        "into_the_ocean into_the_river into_the_lake",
        either(
            r"i(?:'ve| have)? (?:(?:chosen|picked) (?:the|my|a) (?:tree|rope|bridge|spot|place)|found (?:my|the) "
            r"(?:bridge|tree))(?: \w{2,9}){0,3} (?:to die|to jump|to do it|to end it|(?:and|the|and the) "
            r"rope)(?! (?:course|swing|bridge|ladder))",
            r"the train(?: [\w']{1,8}){1,6} i(?:'ll| will)(?: \w{2,8})? be (?:there |lying |standing )?(?:in "
            r"front of it|under it)",
            r"(?:going to|gonna|will|i'll|want to|i) walk(?:ed)? into the (?:sea|ocean|river|lake)(?: "
            r"\w{2,8}){0,2} (?:and (?:not|never|don't) (?:come|plan to come|coming) back|to die|and drown|and "
            r"just drown|but turned back|until i drown)",
        ),
    ),
    Rule(
        "goodbye.this_is_it",
        _S,
        _MODERATE,
        "en",
        "this_is_goodbye be_no_me no_more_me or_ever goodbye_video goodbye_letter goodbye_note",
        either(
            r"this is goodbye(?= ?(?:$|[.!?;])| (?:everyone|forever|i love you|mom|mum|dad|world|i'm sorry)\b)",
            r"(?:there(?:'ll| will) be no (?:more )?me (?:tomorrow|anymore|soon)|tomorrow there(?:'ll| will) be no "
            r"me)",
            r"i won't be (?:at|in) (?:school|work|class) (?:tomorrow|on monday) or ever",
            r"my goodbye (?:video|letter|note)s? (?:is|are) (?:recorded|ready|written|done|finished)|(?:recorded|"
            r"made|filmed) my goodbye (?:video|letter|note)",
        ),
    ),
    Rule(
        "ideation.afraid_of_oneself",
        _S,
        _MODERATE,
        "en",
        "scare_my_self safe_with_my_self safe_around_my_self safe_from_my_self",
        r"i(?: really| kind of| kinda)? scare my ?self(?: (?:lately|sometimes|right now|these days|at "
        rf"night))?{_END}|(?:don't|do not|not|never) (?:feel |feeling )?safe (?:with|around|from) my ?self",
    ),
    Rule(
        "self_injury.wants_blood",
        _I,
        _MODERATE,
        "en",
        "bled bruise carve carving i_cut_again i_cut_last i_cut_tonight i_just_cut_again i_just_cut_last "
        "i_just_cut_tonight it_bleeds pass_out passed_out relapsed see_blood see_my_blood see_my_own_blood sh_again "
        "sh_every sh_last sh_sometimes sh_when shd_again shd_every shd_last shd_sometimes shd_when shed_again "
        "shed_every shed_last shed_sometimes shed_when to_bleed to_cope",
        either(
            rf"i (?:just |really )?(?:need|want|have) to (?:bleed|see (?:my (?:own )?)?blood){_END}",
            r"(?:hit|hitting|bang(?:ed|ing)?|smash(?:ed|ing)?|slam(?:med|ming)?|punch(?:ed|ing)?) my (?:own "
            r")?(?:head|face|hands?|fists?|legs?|thighs?)(?: \w{2,8}){0,4} (?:until|till) (?:it bleeds|(?:it|i) "
            r"bled|(?:it|they) bruises?|i pass out|i passed out)",
            r"i (?:still |also |only )?sh(?:'d|ed)? (?:again|sometimes|every (?:day|night)|last night|to cope|when "
            r"i)",
            r"i(?:'m|'ve| am| have)? (?:keep )?carv(?:e|ed|ing) (?:\w{2,9} ){1,3}(?:in|into|on) my (?:own "
            r")?(?:legs?|arms?|thighs?|wrists?|stomach|skin|hips?)",
            r"i (?:just )?cut (?:again|last night|tonight)(?= ?(?:$|[.!?;,])| and (?:i|it))",
            r"i(?:'ve)? relapsed(?: \w{1,9}){0,4} (?:my )?(?:arms?|legs?|thighs?|wrists?) (?:are|is) (?:a mess|"
            r"covered|bleeding|full|ruined|cut)",
        ),
    ),
)

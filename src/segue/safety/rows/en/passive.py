"""What people write in English when they hint at dying: no future, a burden, tired of living, a joke that is none."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import ADV, KILL
from segue.safety.rules import Rule, either

_S = Category.SUICIDE
_HIGH, _MODERATE, _LOW = SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

_ANYMORE = r"(?:anymore|any more|any longer|much longer)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.suicide",
        _S,
        _HIGH,
        "en",
        "ewer_sl sucidal suicide suisidal thoughts_about thoughts_of ui_cida uicidi uicidl",
        either(
            rf"i(?:'m|'ve| am| have)?{ADV} (?:been |keep |kept |can't stop |cannot stop )?(?:think|thinking|"
            r"considering|consider|contemplating|contemplate)(?: a lot| more and more| again| constantly)? (?:about |"
            r"of )?suicide",
            r"(?:keep |kept |keeps |been )?(?:having|have|get|getting) (?:these |some |bad |dark |more |constant |"
            r"daily )?thoughts (?:of|about) suicide",
            r"thoughts (?:of|about) (?:suicide|killing my ?self|ending my life|ending it all)(?: again| every day| "
            r"all (?:day|the time)| keep)",
            r"(?:suicidl|suicidial|sucidal|suisidal|sui cidal) (?:thoughts?|ideation|feelings?|urges?)",
            r"(?:feeling|feel|i'm|i am) (?:so |really |very |a bit |kinda )?(?:suicidl|suicidial|sui cidal|sewer "
            r"?slidal)",
            r"suicide (?:seems|feels|looks|is starting to (?:look|seem|feel)) (?:like )?(?:the|my|a|an)? ?(?:only|"
            r"best|good|easiest|real)? ?(?:way out|option|answer|solution|choice)",
            r"suicide (?:has been |is |keeps )?(?:on|crossing|crosses|in) my mind",
        ),
    ),
    Rule(
        "ideation.thought_recently",
        _S,
        _MODERATE,
        "en",
        "been_thinking_about been_thinking_of get_a_few_sui get_some_sui get_sui get_the_sui get_those_sui "
        "got_a_few_sui got_some_sui got_sui got_the_sui got_those_sui had_a_few_sui had_some_sui had_sui "
        "had_the_sui had_those_sui having_a_few_sui having_some_sui having_sui having_the_sui having_those_sui "
        "thought_about thought_of was_thinking_about was_thinking_of",
        either(
            rf"i(?:'ve| have)?{ADV} (?:thought|was thinking|been thinking) (?:about|of) (?:suicide|dying|"
            rf"{KILL})(?: again)? (?:earlier|today|yesterday|last night|this (?:morning|week|afternoon)|the other day|"
            r"a few days ago|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday))",
            rf"i{ADV} (?:thought|have thought|had thought) about suicide(?! prevention| hotlines?| rates)",
            r"(?:had|having|get|got) (?:a few |some |those |the )?suicidal thoughts (?:earlier|today|yesterday|last "
            r"night|this (?:morning|week)|again)",
        ),
        guarded=False,
    ),
    Rule(
        "ideation.joked",
        _S,
        _MODERATE,
        "en",
        "half_a_jok half_an_jok half_jok i_always_j i_always_make_j i_always_making_j i_keep_j i_keep_make_j "
        "i_keep_making_j i_keep_making_make_j i_keep_making_making_j i_make_j i_make_make_j i_make_making_j "
        "i_often_j i_often_make_j i_often_making_j just_a_jok just_an_jok just_jok kind_of_a_jok kind_of_an_jok "
        "kind_of_jok kinda_a_jok kinda_an_jok kinda_jok mostly_a_jok mostly_an_jok mostly_jok only_a_jok "
        "only_an_jok only_hal only_jok sort_of_a_jok sort_of_an_jok sort_of_jok",
        either(
            r"(?:only|just|half|mostly|kind of|kinda|sort of) (?:a |an |half )?(?:jok(?:e|es|ing)) (?:about|"
            rf"when i said) (?:{KILL}|wanting to die|dying|suicide|being dead)",
            rf"i (?:keep|always|often|make|keep making|only half) (?:mak(?:e|ing) )?jok(?:e|es|ing) about (?:{KILL}|"
            r"wanting to die|being dead|my own death)",
            r"(?:i was |was |i'm |i am )?only half (?:joking|kidding) (?:about|when i said)(?: i| that i)?(?: wanted "
            r"to| want to)? ?(?:dying|die|it|being dead)",
        ),
    ),
    Rule(
        "ideation.would_do_it",
        _S,
        _HIGH,
        "en",
        "afraid_i afraid_of_what_i be_dead can_not_keep_m cant_keep_m do_not_feel_safe_with_m do_not_trust_m "
        "done_it_a dont_feel_safe_with_m dont_know_if_i_can_keep_m dont_trust_m ended_i i_am_not_saf "
        "if_it_was_not_f if_it_wasnt_f if_it_werent_f im_not_saf killed_my_sel scared_i scared_of_what_i "
        "unable_to_keep_m worried_i worried_of_what_i",
        either(
            r"if (?:it wasn't|it weren't|it was not) for my (?:kids|children|mom|mum|mother|dad|dog|cat|family|"
            r"parents|sister|brother)(?: i would| i'd)? (?:i(?:'d| would) )?(?:have )?(?:done it|be (?:dead|gone)|do "
            r"it|ended it|already be)",
            r"i(?:'d| would) (?:already )?(?:have )?(?:killed my ?self|ended it|done it already|be dead already) "
            r"(?:by now|if|years ago if)",
            r"(?:don't|do not) (?:trust|feel safe with) my ?self(?: to be| being)? (?:alone|tonight|right now|around "
            r"(?:pills|knives|sharp))",
            r"(?:i'm|i am) not safe (?:with|from|around) my ?self",
            r"(?:can't|cannot|can not|don't know if i can|unable to) keep my ?self safe",
            r"(?:scared|afraid|worried) (?:of what )?i(?:'ll| will| might| could|'m going to|"
            rf"'m gonna) (?:do (?:to my ?self|something to my ?self|it)|{KILL}|hurt my ?self)(?: tonight)?",
        ),
    ),
    Rule(
        "ideation.not_safe",
        _S,
        _MODERATE,
        "en",
        "cant_be_al cant_be_left_al cant_not_be_al cant_not_be_left_al i_am_not_saf i_am_unsaf "
        "i_do_not_feel_not_saf i_do_not_feel_saf i_do_not_feel_unsaf i_dont_feel_not_saf i_dont_feel_saf "
        "i_dont_feel_unsaf i_feel_not_saf i_feel_unsaf im_feeling_not_saf im_feeling_unsaf im_not_saf im_unsaf "
        "should_be_al should_be_left_al should_not_be_al should_not_be_left_al shouldnt_be_al shouldnt_be_left_al "
        "shouldnt_not_be_al shouldnt_not_be_left_al",
        either(
            r"(?:i'm|i am|i'm feeling|i feel|i don't feel|i do not feel) (?:not |un)safe (?:being |to be )?(?:alone|"
            r"tonight|right now|here with my ?self)",
            r"i (?:don't|do not) feel safe (?:being |to be )?(?:alone tonight|tonight|right now|with my thoughts)",
            r"(?:should|shouldn't|can't) (?:not )?be (?:left )?alone (?:tonight|right now|with (?:my ?self|my "
            r"thoughts|these thoughts))",
        ),
        guarded=False,
    ),
    Rule(
        "passive.easier_dead",
        _S,
        _MODERATE,
        "en",
        "being_dea come_bac death didnt_expect_my_s didnt_imagine_my_s didnt_picture_my_s didnt_see_my_s "
        "do_not_expect_my_s do_not_imagine_my_s do_not_picture_my_s do_not_see_my_s dont_expect_my_s "
        "dont_imagine_my_s dont_picture_my_s dont_see_my_s dying end_my_life end_my_pain end_my_suffering "
        "get_up_ag i_am_done_with i_am_just_done_with i_am_just_over i_am_over i_am_ready_to_be_done_with "
        "i_am_ready_to_be_over i_am_really_done_with i_am_really_over i_am_so_done_with i_am_so_over im_done_with "
        "im_just_done_with im_just_over im_over im_ready_to_be_done_with im_ready_to_be_over im_really_done_with "
        "im_really_over im_so_done_with im_so_over let_me_di look_forw looking_forw never_expect_my_s "
        "never_imagine_my_s never_picture_my_s never_see_my_s not_being_alive not_being_here not_exi not_wak "
        "open_my_eyes open_them ready_f take_me_already take_me_away take_me_home take_me_in_my_sleep "
        "take_me_tonight waiting_f wake want_my_l want_that_my_l want_that_this_l want_this_l wish_i wish_my_l "
        "wish_that_i wish_that_my_l wish_that_this_l wish_this_l wished_my_l wished_that_my_l wished_that_this_l "
        "wished_this_l",
        either(
            r"(?<!'s )(?<!his )(?<!her )(?<!their )(?<!the )(?:death|dying|being dead|not existing|not being (?:here|"
            r"alive)) (?:would|might|must|could) (?:be|feel) (?:so |much |a lot |just )?(?:easier|better|simpler|"
            r"nice|peaceful|a relief|a mercy|kinder|like a relief)",
            r"(?<!'s )(?<!his )(?<!her )(?<!their )(?<!the )(?:death|dying|being dead|not existing) (?:just |"
            r"honestly |really )?(?:sounds|seems|feels|looks|is starting to (?:sound|look|seem)) (?:so |much |like "
            r")?(?:a |an )?(?:easier|better|nice|peaceful|good|relief|comforting|beautiful|tempting|appealing|the "
            r"only way)",
            r"(?:wish|wished|want|ready for) (?:that )?(?:my|this) life (?:was|were|would be|to be|is) (?:just |"
            r"already )?(?:over|done|finished)",
            r"(?:i'm|i am) (?:so |just |really )?(?:ready for|waiting for) (?:it|everything|all of (?:it|this)|"
            r"this)(?: all)? to (?:be over|end|stop)",
            r"(?:i'm|i am) (?:so |just |really |ready to be )?(?:done with|over) (?:life|living|being alive|this life|"
            r"this world|existing)",
            r"(?:looking|look) forward to (?:dying|death|being dead|not being here)",
            r"(?:lie|lay|lying|go to|fall a?sleep|close my eyes)(?: [\w']{2,10}){0,3} (?:and|to) (?:just )?(?:never|"
            r"not) (?:get up again|wake|open (?:my eyes|them) again|come back)",
            r"wish (?:that )?i (?:wouldn't|would not|didn't|could not|couldn't|never had to) wake up",
            r"(?:pray|praying|hoping|hope|wish|beg|asking) (?:every night |each night )?(?:that |to |for )?(?:god |"
            r"the lord )?(?:would |to |will |could )?(?:just )?(?:take me (?:away|home|in my sleep|already|tonight)|"
            r"let me die|not wake up|end my (?:life|suffering|pain))",
            r"(?:don't|do not|didn't|never) (?:see|picture|expect|imagine) my ?self (?:living|being alive|making it|"
            r"being here|getting|reaching|at) (?:past|to|till|until|next|by|for|another|in|at)",
        ),
    ),
    Rule(
        "passive.no_future",
        _S,
        _MODERATE,
        "en",
        "are_not_a_way_o are_not_any_way_o best_thing best_way can_not_bear can_not_do can_not_face "
        "can_not_handle can_not_stand can_not_survive can_not_take cant_bear cant_do cant_face cant_handle "
        "cant_stand cant_survive cant_take dont_bothering_with_p dont_make_p dont_making_p easiest_thing "
        "easiest_way find_a_reason_why_i find_any_reason_why_i find_why_i have_no_future have_no_hope "
        "have_no_place have_no_tomorrow i_have_got_nothi i_have_nothi is_not_a_way_o is_not_any_way_o "
        "ive_got_nothi know_a_reason_why_i know_any_reason_why_i know_why_i never_going_to_live "
        "never_going_to_make_it never_going_to_survive never_gonna_live never_gonna_make_it never_gonna_survive "
        "never_live never_make_it never_survive no_longer_bothering_with_p no_longer_make_p no_longer_making_p "
        "no_other_thing no_other_way no_way_o not_going_to_live not_going_to_make_it not_going_to_survive "
        "not_gonna_live not_gonna_make_it not_gonna_survive one_thing one_way only_thing only_way point_in "
        "point_left_in point_left_to point_to purpose_in purpose_left_in purpose_left_to purpose_to reason_in "
        "reason_left_in reason_left_to reason_to see_a_reason_why_i see_any_reason_why_i see_no_future "
        "see_no_hope see_no_place see_no_tomorrow see_why_i stop_bothering_with_p stop_make_p stop_making_p "
        "stopped_bothering_with_p stopped_make_p stopped_making_p there_is_no_future there_is_no_hope "
        "there_is_no_place there_is_no_tomorrow there_is_nothi there_was_nothi theres_no_future theres_no_hope "
        "theres_no_place theres_no_tomorrow theres_nothi think_of_a_reason_why_i think_of_any_reason_why_i "
        "think_of_why_i understand_a_reason_why_i understand_any_reason_why_i understand_why_i will_in "
        "will_left_in will_left_to will_not_live will_not_make_it will_not_survive will_to wont_live wont_make_it "
        "wont_survive",
        either(
            r"(?:don't|do not|can't|cannot) (?:really |even )?(?:see|know|think of|find|understand) (?:why|any "
            r"reason why|a reason why) i (?:should |even |still |have to )?(?:stay(?:ing)? alive|keep (?:living|"
            r"going|trying|existing)|bother (?:living|with life|going on|anymore)|go on|exist|stay here|am (?:still "
            r")?(?:alive|here))",
            r"(?:have|got|see|find|there's|there is|is|with) (?:no|any|zero) (?:reason|point|purpose|will) (?:left "
            r")?(?:to|in) (?:keep going|going on|go on|keep (?:on|trying|fighting)|continue|stay)",
            r"(?:i )?(?:see|have|there is|there's) no (?:future|tomorrow|place|hope) (?:left )?(?:for (?:me|my "
            r"?self)|left|in this (?:world|life)|anywhere)",
            r"(?:there's|there is|there was|i have|i've got|i have got) nothing (?:left )?(?:left )?(?:for me(?: "
            r"here| anymore| in this)?|to (?:live|stay|hold on) (?:for|to)|keeping me here|here for me)",
            r"(?:can't|cannot|can not) (?:do|face|handle|stand|bear|take|survive) (?:life|living|being alive|this life|"
            r"another (?:day|night|year)(?: of (?:this|it|my life|living|pain))?|"
            rf"one more (?:day|night))(?: {_ANYMORE})?(?! of (?:rain|snow|exams|meetings|school|work|homework))",
            r"(?:only|easiest|best|no other|one) (?:way|thing)(?: left)?(?: out)?(?: of (?:this|it|here))? (?:is|"
            r"would be|seems|left is)(?: for me)? (?:to (?:die|be dead|end it|end my life|disappear|not be here)|"
            r"death|dying|suicide)",
            r"(?:feel|feeling|i'm|i am)(?: so| completely| totally)? (?:trapped|stuck|cornered)(?: in (?:this|my) "
            r"life)?(?: and| with) (?:there's |there is |i see |i have )?no way out",
            r"(?:is|are) (?:no|not any|not a) way out (?:of (?:this|it) )?(?:for me|except (?:dying|death|one)|but "
            r"(?:death|dying|one)|anymore)",
            r"(?:won't|will not|never going to|not going to|never gonna|not gonna|never) (?:live|make it|survive) "
            r"(?:to see|to|till|until|past) (?:my next birthday|christmas|summer|next (?:year|month|week)|the (?:end "
            r"of|new)|\d{2}|(?:twenty|thirty|forty)\b)",
            r"(?:stopped|stop|no longer|don't) (?:making|make|bothering with) plans (?:for the future |for next year "
            r")?(?:because|since) i (?:won't|don't|will not|do not|might not) (?:be|think|plan|expect|want)",
        ),
    ),
    Rule(
        "passive.unmissed",
        _S,
        _MODERATE,
        "en",
        "a_burden a_dead_weight a_drain a_weight after_i_am_g after_im_g can_hit_m can_just_hit_m can_just_kill_m "
        "can_just_run_over_m can_kill_m can_run_over_m care_about_me could_hit_m could_just_hit_m "
        "could_just_kill_m could_just_run_over_m could_kill_m could_run_over_m crashed_me hit_me i_am_just_bring "
        "i_am_just_cause i_am_just_causing i_am_just_make i_am_just_making i_am_only_bring i_am_only_cause "
        "i_am_only_causing i_am_only_make i_am_only_making i_just_bring i_just_cause i_just_causing i_just_make "
        "i_just_making i_only_bring i_only_cause i_only_causing i_only_make i_only_making if_i_didnt if_i_died "
        "if_i_disappeared if_i_get if_i_got if_i_just if_i_never if_i_was if_i_were im_just_bring im_just_cause "
        "im_just_causing im_just_make im_just_making im_only_bring im_only_cause im_only_causing im_only_make "
        "im_only_making killed_me might_hit_m might_just_hit_m might_just_kill_m might_just_run_over_m "
        "might_kill_m might_run_over_m miss_me mourn_me notice_me once_i_am once_im ran_over_me remember_me "
        "should_hit_m should_just_hit_m should_just_kill_m should_just_run_over_m should_kill_m should_run_over_m "
        "took_me when_i_am_dead when_i_am_gone when_im_dead when_im_gone with_me_dead with_me_gone without_me_a "
        "would_hit_m would_just_hit_m would_just_kill_m would_just_run_over_m would_kill_m would_run_over_m",
        either(
            r"(?:the world|every(?:one|body)|they|people|nobody|no one|my (?:family|friends|parents|kids)) (?:would|"
            r"will|wouldn't|would not|won't|will not|'d|'ll) (?:not |never |even |really |actually ){0,2}(?:miss|"
            r"notice|care about|mourn|remember) me(?: if i| when i|(?= ?(?:$|[.!?;]))| anymore| and | at all| i )",
            r"(?:every(?:one|body)|they|people|my (?:family|friends|parents|kids|husband|wife|mom|mum|dad)|you)(?:'d| "
            r"would| will)? (?:all )?(?:be |feel )?(?:relieved|happier|glad|better|so much better|fine) (?:off "
            r")?(?:if i (?:was|were|just|wasn't|weren't|died|disappeared|never|didn't)|once i(?:'m| am)|when i(?:'m| "
            r"am) (?:gone|dead)|after i(?:'m| am) gone|without me around|with me (?:gone|dead))",
            r"(?:a |the )?(?:bus|car|truck|train|lorry|plane) (?:could|would|should|can|might) (?:just )?(?:hit|run "
            r"over|kill) me(?: and i| tomorrow| right now)(?: wouldn't| would not| won't)?",
            r"if (?:a|the) (?:bus|car|truck|train|lorry|plane|meteor) (?:hit|killed|ran over|crashed|took) me(?: "
            r"it(?:'d| would)? (?:be )?(?:fine|okay|ok|a relief|better|not matter)| i (?:wouldn't|would not|might)| "
            r"that would be)",
            r"if i (?:got|get) (?:cancer|sick|hit|shot|killed)(?: [\w']{1,10}){0,4} i (?:wouldn't|would not|won't) "
            r"(?:fight|treat|mind|care|even|do anything|be sad)",
            r"(?:i'm|i am|i feel like|i've become|i have become|being)(?: such| just| only| nothing but)? (?:a|too "
            r"much of a) (?:burden|weight|drain|dead weight)(?: to| on)? (?:every(?:one|body)|them|my \w{3,10}|you "
            r"all|people|the world|those|anyone)",
            r"i(?:'m| am)? (?:only|just) (?:make|making|bring|bringing|cause|causing) (?:every(?:one|body)|them|"
            r"people|my family)(?:'s life| miserable| down| pain)?(?: [\w']{2,10}){0,2} (?:better|gone|without me|"
            r"shouldn't|not be here|disappear)",
        ),
    ),
    Rule(
        "passive.worthless",
        _S,
        _LOW,
        "en",
        "a_waste_o better_off_a beyond_help beyond_repair beyond_saving dead_in empty_i hopele i_despise_being_me "
        "i_despise_my_life i_despise_my_self i_hate_being_me i_hate_my_life i_hate_my_self i_loathe_being_me "
        "i_loathe_my_life i_loathe_my_self worthl",
        either(
            r"i(?:'m| am| feel)(?: just| such| so| completely| totally| like)? (?:a waste of (?:space|air|oxygen)|"
            r"worthless|beyond (?:help|repair|saving)|better off alone)",
            r"i (?:hate|despise|loathe) (?:my ?self|being me|my life)(?: so much)?",
            r"(?:i feel|i'm|i am|feeling)(?: so| just| completely| utterly)? (?:hopeless|empty inside|dead inside)",
        ),
    ),
    Rule(
        "passive.want_peace",
        _S,
        _MODERATE,
        "en",
        "already_dea dying_in end_beating end_for_good end_forever i_died_a ill_be_with ill_join ill_see "
        "in_heaven in_the_afterlife living_o need_go_to_sle need_sle need_to_go_to_sle need_to_sle "
        "on_the_other_side stop_beating stop_for_good stop_forever up_there wanna_go_to_sle wanna_sle "
        "wanna_to_go_to_sle wanna_to_sle want_go_to_sle want_sle want_to_go_to_sle want_to_sle",
        either(
            rf"i{ADV} (?:want|need|wish)(?: to)? (?:be|go|join|see|have)(?: back)? (?:with )?(?:him|her|them|my "
            r"(?:mom|mum|dad|husband|wife|son|daughter|brother|sister|baby|grandma|grandpa)) (?:in (?:heaven|the "
            r"afterlife)|on the other side|again in heaven|up there)",
            r"i(?:'ll| will) (?:be with|join|see) (?:him|her|them|my (?:mom|mum|dad|husband|wife|son|daughter|brother|"
            r"sister|baby|grandma|grandpa)) (?:again )?(?:soon|tonight|in heaven)(?! for| at)",
            rf"i{ADV} (?:want|need|long for|crave) (?:the pain|the hurting|my suffering|the noise in my head|my life|"
            r"my heart) to (?:stop|end)(?: forever| for good| beating)",
            rf"i{ADV} (?:want|wanna|need)(?: to)? (?:go to )?sleep (?:and|forever|for good|permanently)(?: never|"
            r" not)?(?: wake)?(?<!sleep and)",
            r"(?:feel|feels|feeling) like (?:i'm |i am )?(?:already dead|dying inside and|living on borrowed time|i "
            r"died (?:already|a long time ago))",
        ),
    ),
)

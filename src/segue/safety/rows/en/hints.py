"""What people write in English sideways: fragments, slang of the net, dates set, and sentences that only hint."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import ADV, KILL, PILLS, PLACE
from segue.safety.rules import Rule, either

_S = Category.SUICIDE
_HIGH, _MODERATE, _LOW = SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

_WHEN = (
    r"(?:tonight|today|tomorrow|this (?:week|weekend|friday|saturday|sunday|month|summer)|next (?:week|month|friday|"
    r"monday)|on (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|my birthday|the anniversary|christmas|"
    r"new year's)|after (?:work|school|christmas|graduation|the (?:holidays|party|funeral|wedding)|my birthday|"
    r"finals)|before (?:my birthday|christmas|the new year|summer)|when (?:i turn|everyone|they|my parents))"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.fragment",
        _S,
        _MODERATE,
        "en",
        "blow_my blowing_my commit_s committing_s ctb delet_my_s delete_my_s deleting_my_s do_away doing_away "
        "driv drown_m drowning_m end_it_a end_my ending_it_a ending_my exit_my_s exite_my_s exiting_my_s "
        "hang_my_s hanging_my_s jump_from jump_in_f jump_off jumping_from jumping_in_f jumping_off jumpping_in_f "
        "k_word kil_m kiling_m kill_m killing_m kl_m kling_m kll_m klling_m neck_my_s necke_my_s necking_my_s "
        "off_my_s offe_my_s offing_my_s overdo put_an_end putting_an_end rop_my_s rope_my_s roping_my_s self_del "
        "sewer_s shoot_my shooting_my slit_my slitting_my step_in_f steping_in_f stepping_in_f suicide_m "
        "take_my_l take_my_own_l take_my_s taking_my_l taking_my_own_l taking_my_s throw_m throwing_m toaste "
        "un_aliv walk_in_f walking_in_f walkping_in_f yeet_my_s yeete_my_s yeeting_my_s",
        either(
            r"(?:^|lately |tonight |right now |again |just |thinkin |thinking |thoughts )(?:of |about |to |want to |"
            r"wanna |gonna |gona )?(?:ki?ll?(?:ing)? my ?self|end(?:ing)? my (?:life|lyfe)|un-?aliv(?:e|ing) my "
            r"?self|k word my ?self|k word(?:ing)? my ?self|slit(?:ting)? my wrists)(?= ?(?:$|[.!?;,])| tonight| now|"
            r" rn| again| soon| and i| i mean| is all| sounds| i'm| please| i guess| anymore)",
            rf"(?:thought|idea|urge|image|voice|plan)s? (?:of|about|to|in my head (?:of|about)) {KILL}",
        ),
    ),
    Rule(
        "ideation.net_slang",
        _S,
        _MODERATE,
        "en",
        "alt_f4 catch_the catching_the check_o checking_o delete deleting depart_th endless_dirt_nap "
        "endless_goodbye endless_nap endless_rest endless_sleep escape_th eternal_dirt_nap eternal_goodbye "
        "eternal_nap eternal_rest eternal_sleep exit_th final_dirt_nap final_goodbye final_nap final_rest "
        "final_sleep forever_dirt_nap forever_goodbye forever_nap forever_rest forever_sleep game_end "
        "going_to_ctb gonna_ctb leave_th log_off log_out logging_off logging_out long_dirt_nap long_goodbye "
        "long_nap long_rest long_sleep minecraft neck_ro not_ali permanent_dirt_nap permanent_goodbye "
        "permanent_nap permanent_rest permanent_sleep quit_existing quit_life quit_living quit_on_existing "
        "quit_on_life quit_on_living quit_th quitting_existing quitting_life quitting_living quitting_on_existing "
        "quitting_on_life quitting_on_living ready_to_ctb sewer_s sign_o signing_o toaste uninstall wanna_ctb "
        "want_to_ctb",
        either(
            r"(?:log(?:ging)? (?:off|out)|sign(?:ing)? (?:off|out)|check(?:ing)? out) (?:of |from )?(?:life|"
            r"permanently|forever|this world|for good)(?! support)",
            r"(?:rage ?)?quit(?:ting)? (?:on )?(?:life|existing|living)(?! sciences?)",
            r"(?:uninstall(?:ing)?|alt ?f4|ctrl alt delete|delet(?:e|ing)|game ?end(?:ing)?|minecraft(?:ing)?) (?:my "
            r"?self|my life|life|existence)",
            r"(?:take|taking|took|want|need|ready for) (?:a|the|that|my) (?:forever|permanent|eternal|long|final|"
            r"endless) (?:nap|sleep|rest|goodbye|dirt nap)(?! (?:after|because|weekend))",
            r"catch(?:ing)? the bus (?:for good|permanently|soon and not)|(?:wanna|want to|gonna|ready to|going to) "
            r"(?:ctb|catch the bus forever)",
            r"(?:exit|leave|depart|quit|escape) (?:this|the) (?:world|life|earth|mortal coil|planet)(?: (?:for good|"
            r"forever|soon|tonight|already))?(?! of warcraft| better| behind for)",
            r"(?:commit|committing|do|thinking of|about) (?:sewer ?slide|neck ?rope|toaster ?bath|not alive)",
        ),
    ),
    Rule(
        "passive.death_on_mind",
        _S,
        _MODERATE,
        "en",
        "alive being_dea breathin countin crashing_m deserve_be_dead deserve_be_killed deserve_die "
        "deserve_to_be_dead deserve_to_be_killed deserve_to_die desire_left_to desire_to didnt_want_to "
        "disappearing_forever do_not_care do_not_even_care do_not_even_mind do_not_feel_i do_not_feel_like_i "
        "do_not_mind do_not_really_care do_not_really_mind do_not_think_i do_not_want_to done_from done_of "
        "done_with dont_care dont_even_care dont_even_mind dont_feel_i dont_feel_like_i dont_mind "
        "dont_really_care dont_really_mind dont_think_i dont_want_to driving_off dying ending_everything "
        "ending_it ending_things exhausted_from exhausted_i exhausted_of exhausted_with fed_up_from fed_up_of "
        "fed_up_with feel_like_dy harming_my_self how_i_would_d how_id_d hurting_my_self if_i_didnt_exist "
        "if_i_died if_i_disappeared if_i_vanished if_i_was_gone if_i_wasnt_here if_i_were_gone it_endi jumpin "
        "motivation_left_to motivation_to my_deat my_own_deat not_being_around not_being_here not_exi "
        "not_waking_up ought_be_dead ought_be_killed ought_die ought_to_be_dead ought_to_be_killed ought_to_die "
        "pray_everything pray_it pray_that_everything pray_that_it pray_that_this pray_this should_be_dead "
        "should_be_killed should_die should_to_be_dead should_to_be_killed should_to_die sick_from sick_of "
        "sick_with strength_left_to strength_to tired_from tired_i tired_of tired_with waitin want_everything "
        "want_it want_that_everything want_that_it want_that_this want_this weary_from weary_of weary_with "
        "what_it_wo why_am_i_al why_am_i_born why_am_i_even_born why_am_i_still_al why_im_al why_im_still_al "
        "why_was_i_born why_was_i_even_born will_left_to will_to wish_everything wish_it wish_left_to "
        "wish_that_everything wish_that_it wish_that_this wish_this wish_to wished_everything wished_it "
        "wished_that_everything wished_that_it wished_that_this wished_this wouldnt_care wouldnt_even_care "
        "wouldnt_even_mind wouldnt_mind wouldnt_really_care wouldnt_really_mind",
        either(
            r"(?:can't|cannot|can not|keep|kept|always|constantly|couldn't) (?:stop )?(?:thinking|think|"
            r"fantasi[sz]ing|dreaming|obsessing) (?:about |of )(?:dying|my (?:own )?death|being dead|not being "
            r"(?:here|alive|around)|not existing|how i(?:'d| would) die|what it would be like to (?:die|be dead)|"
            r"jumping|crashing my car|it ending)",
            r"i(?: just| honestly| really| kinda| still| often| sometimes){0,2} feel like dying(?! of| from| my| the|"
            r" after (?:the|that|this) (?:workout|run|gym|hike|exam))",
            r"(?:thoughts?|thinking|thought|think) (?:of|about) (?:ending (?:things|it|everything)|hurting my ?self|"
            r"harming my ?self|not waking up|disappearing forever|crashing my car|driving off|jumping in front)(?! "
            r"with (?:him|her|my))",
            r"why (?:am|are) (?:i|we) (?:even )?still (?:alive|breathing)|why (?:am i|was i) (?:even )?(?:alive|"
            r"born)|why (?:i'm|am i) (?:still )?alive",
            rf"i{ADV} (?:deserve|should|ought) (?:to )?(?:be dead|die|not be alive|be killed)(?! of)",
            r"(?:have|has|got|with|lost|losing) (?:no|the|my|any|all) (?:will|desire|motivation|wish|strength) "
            r"(?:left )?to (?:live|be alive|keep living|go on living|survive)",
            r"(?:don't|do not|didn't) (?:want|wish) to (?:go on|continue|carry on|keep going|exist|be)(?: like this| "
            r"living)?(?: anymore| any more| any longer)?(?= ?(?:$|[.!?;,])| and | i )",
            r"(?:wish|wished|want|pray) (?:that )?(?:it|this|everything) (?:would|could|will)(?: just)? (?:all "
            r")?(?:end|stop|be over)(?: already| for good| forever)?",
            r"(?:i'm|i am|just|only) (?:just )?(?:waiting (?:to die|for (?:death|it to be over|my (?:time|life) to "
            r"(?:come|end)))|counting (?:down )?(?:the|my) (?:days|hours) (?:until|till|left))(?! (?:christmas|"
            r"vacation|summer|my birthday|the weekend|until (?:christmas|vacation|summer)))",
            rf"(?:tired|sick|done|fed up|exhausted|weary) (?:of|with|from) (?:life|living(?!{PLACE})|being alive|"
            r"existing|breathing|my (?:whole )?life|this life|my existence)",
            r"(?:don't|do not) (?:think|feel like|feel) i(?:'m| am| was)? (?:meant|supposed|cut out|built|made) "
            r"(?:to|for) (?:be (?:here|alive)|live|life|this (?:world|life)|living|exist)",
            r"(?:don't|do not|wouldn't) (?:really |even )?(?:care|mind) (?:if|whether) i (?:live|wake up|make it|"
            r"survive|die|live or die|am alive)(?: or (?:die|not))?(?: anymore)?",
            r"if i (?:disappeared|vanished|died|was gone|were gone|wasn't here|didn't exist)(?: tomorrow| tonight| "
            r"right now)? (?:nobody|no one|who|would anyone|it would|things would|everyone would|they would|they'd|i "
            r"doubt)",
            r"(?:tired|exhausted) in a way (?:that )?(?:sleep|rest) (?:doesn't|can't|won't|will never|never) (?:fix|"
            r"help|cure)",
        ),
    ),
    Rule(
        "goodbye.wont_need",
        _S,
        _MODERATE,
        "en",
        "after_im_g after_this_week after_tomorrow after_tonight anymore_soo do_not_be_sad do_not_blame_your_self "
        "do_not_cry do_not_grieve do_not_mourn dont_be_sad dont_blame_your_self dont_cry dont_grieve dont_mourn "
        "i_love_y i_loved_y im_done_w it_isnt_y it_ll it_was_never_y it_wasnt_y it_will it_wont much_lon "
        "none_of_thi nothing_ll nothing_will nothing_wont soon_any this_ll this_will this_wont when_im_g "
        "where_i_am_g where_im_g wont_ne",
        either(
            r"(?:won't|will not|don't|no longer) (?:be )?need(?:ing)? (?:it|them|that|those|my \w{3,12}|any of (?:it|"
            r"this)) (?:where i'm going|where i am going|anymore soon|much longer|when i'm gone|after (?:tonight|"
            r"tomorrow|this week)|soon anyway)",
            r"(?:you|he|she|they|someone|my \w{3,10}) can (?:have|keep|take) (?:my|all my|everything)(?: "
            r"\w{2,12}){0,3} (?:when i'm gone|after i'm gone|won't need|i'm done with|where i'm going)",
            r"(?:it|this|none of (?:it|this)|nothing) (?:won't|will not|will|'ll) (?:matter|hurt|be (?:my|your) "
            r"problem)(?: much| any)? (?:longer|after (?:tonight|tomorrow)|soon|when i'm gone)",
            r"(?:just )?(?:remember|know) (?:that )?(?:i (?:love|loved) you(?: all)?|it (?:wasn't|isn't|was never) "
            r"your fault|none of this is your fault) (?:when|after|no matter what|and goodbye|okay)(?: i'm gone| "
            r"happens)?",
            r"(?:don't|do not) (?:cry|mourn|grieve|be sad|blame your ?self)(?: \w{2,10}){0,2} (?:when|if|after|once) "
            r"(?:i'm|i am) (?:gone|dead)",
        ),
    ),
    Rule(
        "plan.date_set",
        _S,
        _HIGH,
        "en",
        "a_date be_gone do_it end_it everything_is everythings gave_my_s give_my_s given_my_s giving_my_s "
        "go_through_w i_would_go_to_die i_would_hang i_would_take i_would_use id_go_to_die id_hang id_take id_use "
        "ill_go_to_die ill_hang ill_take ill_use im_going_to_go_to_die im_going_to_hang im_going_to_take "
        "im_going_to_use jump my_date pull_the_t take_all_of_them take_the_pills take_them the_date then_i till_i "
        "until_i",
        either(
            r"(?:i'm|i am|i'll|i will|gonna|going to|i plan to|planning to) (?:going to |gonna |finally |"
            r"just )?(?:do it|end it|go through with it|be gone|jump|take (?:them|the pills|all of them)|"
            rf"pull the trigger) {_WHEN}(?! with (?:him|her))",
            r"(?:the|my|a) date (?:is|has been|'s)(?: already)? (?:set|picked|circled|chosen|decided)(?: "
            r"[\w']{1,10}){0,3} (?:die|end|gone|do it|goodbye|kill|last)",
            r"(?:gave|giving|give|given) my ?self (?:until|till|a deadline|one (?:more|last)) (?:\w{3,12} "
            r"){0,3}(?:to live|and then i|then i(?:'m| am|'ll)|to (?:find a reason|change my mind)|before i (?:do|"
            r"end|kill))",
            r"(?:one|two|three|\d{1,3}) (?:more )?(?:days?|weeks?|months?) (?:left )?(?:and then|then|until|till) "
            r"(?:it's over|i(?:'m| am|'ll) (?:gone|done|dead|free)|i (?:do|end|can (?:die|go)))(?! from (?:school|"
            r"work|prison|the army))",
            r"everything(?:'s| is) (?:arranged|prepared|planned|ready|in place)(?: \w{2,10}){0,3} (?:die|end|gone|"
            r"note|pills|rope|gun|goodbye|tonight i)",
            r"(?:i )?know (?:exactly )?(?:which|what|where) (?:\w{2,12} ){1,3}(?:i'd|i would|i'll|i will|i'm "
            r"going to) (?:use|jump|do it|take|go to die|hang)(?! (?:for|in) (?:the|my) (?:game|recipe|trip|"
            r"presentation))",
        ),
    ),
    Rule(
        "means.access",
        _S,
        _HIGH,
        "en",
        "blade_behind blade_in blade_under cheeki collection_o gun_cabinet gun_locker gun_safe hoard_o keeping "
        "key knife_behind knife_in knife_under medicine_cabinet medicine_locker medicine_safe not_taki "
        "pills_behind pills_in pills_under pistol_cabinet pistol_locker pistol_safe razor_behind razor_in "
        "razor_under rifle_cabinet rifle_locker rifle_safe rope_behind rope_in rope_under saving skippi stash_o "
        "stockpile_o supply_o the_code the_combination the_password the_pin",
        either(
            r"(?:have|got|keep|keeping|there's|kept|built up) (?:a|my|this) (?:secret |hidden |little |small |"
            rf"whole )?(?:stash|stockpile|hoard|collection|supply) of (?:\w{{3,14}} )?{PILLS}(?! for (?:my (?:mom|mum|"
            r"dad|grand\w{2,6})|the (?:clinic|hospital)))",
            r"(?:know|learned|figured out|found) (?:the (?:code|combination|password|pin)|where (?:\w{2,8} "
            r"){1,3}(?:key|keys))(?: \w{2,10}){0,4} (?:gun|rifle|pistol|medicine|pill) ?(?:safe|cabinet|locker|box)?|"
            r"(?:gun|rifle|pistol|medicine) (?:safe|cabinet|locker)(?: \w{2,10}){0,4} (?:i know|i have|i've got|i "
            r"found|left|unlocked) (?:the )?(?:code|key|combination|it open|open)?",
            r"(?:been |i've been |i'm |started )?(?:not taking|skipping|cheeking|saving|keeping) (?:my |the |all my |"
            rf"every )?(?:\w{{3,12}} )?(?:{PILLS}|doses?) (?:so|until|till) (?:i|there)(?: \w{{2,8}}){{0,2}} (?:enough|"
            r"a lot|all at once|take them all|stash)",
            r"(?:keep|carry|hide|hid|keeping|carrying) (?:a |the |my )?(?:blade|razor|razor blade|knife|rope|pills) "
            r"(?:in|under|behind) my (?:phone case|pillow|bag|shoe|drawer|wallet|mattress|locker|backpack)(?! for "
            r"(?:self defen[cs]e|camping|work|carving))",
        ),
    ),
    Rule(
        "method_seeking.veiled",
        _S,
        _MODERATE,
        "en",
        "disappe fall_asleep_and_never fall_asleep_forever how_long how_many how_muc in_my_sl is_it_easy_t "
        "is_it_hard_t is_it_possible_t make_my_h make_your_h naturall never_wak not_wak stop_being_al stop_ex "
        "stop_my_h stop_your_h what_amo what_cleaning what_common what_dose what_everyday what_garden "
        "what_household what_kitchen what_over_the_counter which_cleaning which_common which_everyday "
        "which_garden which_household which_kitchen which_over_the_counter with_no_a_anyone "
        "with_no_a_background_check with_no_a_my_parents with_no_a_prescription with_no_a_questions "
        "with_no_a_waiting_period with_no_anyone with_no_background_check with_no_my_parents with_no_prescription "
        "with_no_questions with_no_waiting_period without_a_anyone without_a_background_check "
        "without_a_my_parents without_a_prescription without_a_questions without_a_waiting_period without_anyone "
        "without_background_check without_my_parents without_prescription without_questions "
        "without_waiting_period would_it_be_easy_t would_it_be_hard_t would_it_be_possible_t",
        either(
            r"(?:how (?:do|can|could|to)|what's the way to|a way to|ways to) (?:i |you |one |someone )?(?:never wake "
            r"up|not wake up|disappear (?:permanently|forever|for good)|fall asleep (?:forever|and never)|stop (?:my|"
            r"your) heart|stop existing|stop being alive|die (?:in my sleep|naturally)|make (?:my|your) heart stop)",
            rf"(?:how much|how many|what amount of|what dose of) (?:\w{{3,14}} )?{PILLS}? ?(?:is|are|would be|"
            r"counts as|can (?:i|you|someone) take before|before) (?:too (?:much|many)|dangerous|unsafe|toxic|"
            r"it (?:gets|is|becomes|'s) (?:dangerous|fatal|deadly|too late)|an overdose|it's fatal|risky)",
            r"(?:is it|would it be) (?:possible|easy|hard) to (?:die|overdose|od|kill your ?self|"
            rf"kill my ?self) (?:from|on|by|with|of) (?:\w{{2,14}} ){{0,2}}(?:{PILLS}|not (?:eating|drinking)|cold|"
            r"sleep|drinking|alcohol|caffeine|holding|bleeding|jumping)?",
            r"(?:how long|how much time)(?: \w{2,10}){0,4} (?:before|until|till|to) (?:anyone|somebody|someone|they|"
            r"people|the neighbou?rs) (?:would )?(?:find|finds|notice|notices|found) (?:me|my body|the body|a body)",
            r"(?:which|what) (?:over the counter|household|common|everyday|kitchen|garden|cleaning) (?:\w{3,12} "
            r"){0,2}(?:are |is |can )(?:be )?(?:the )?(?:most )?(?:lethal|deadly|fatal|kill|poisonous|toxic)(?! to "
            r"(?:cats|dogs|pets|children|toddlers))",
            rf"(?:get|buy|order|find)(?:ting)? (?:\w{{3,14}} )?(?:{PILLS}|a gun|nembutal|cyanide|pentobarbital|"
            r"sodium nitrite) (?:without|with no|online without) (?:a )?(?:prescription|background check|anyone|"
            r"my parents|questions|waiting period)",
        ),
    ),
    Rule(
        "ideation.through_character",
        _S,
        _MODERATE,
        "en",
        "avatar_and character_and died dies drowns elf_and ended_i ends_it hangs_her hangs_him hangs_them "
        "hero_and heroine_and im_not_ta im_using_m jumped jumps killed_hers killed_hims killed_thems kills_her "
        "kills_him kills_them like_my_character like_my_hero like_my_oc my_character_is narrator_and oc_and "
        "overdoses protagonist_and wants_to_di wants_to_e warrior_and what_my_c wish_it wish_that wished_it "
        "wished_that wizard_and",
        either(
            r"(?:character|hero|heroine|protagonist|oc|avatar|warrior|wizard|elf|narrator) and (?:me|i|my ?self) "
            r"(?:both |also |just |really ){0,2}(?:want|wanna|need|are going|are ready|wish)(?: to)? (?:die|end it|"
            r"end it all|disappear|be dead|kill ourselves|be gone|jump|not exist|give up on life)",
            r"(?:dies|died|jumps|jumped|killed (?:him|her|them)sel(?:f|ves)|kills (?:him|her|them)sel(?:f|ves)|ends "
            r"it|ended it|hangs (?:him|her|them)sel(?:f|ves)|drowns|overdoses|wants to die|wants to end it)(?: "
            r"\w{2,10}){0,3} and (?:honestly |maybe |i think |sometimes |really |actually )?(?:so (?:should|will|do|"
            r"would|am) i|i (?:really |kind of |just |also )?(?:want to (?:do the same|do it too|follow|go too|die "
            r"too)|wish (?:it|that) (?:was|were) me|wish i could|envy|feel the same|do too|will too|want that too|"
            r"want the same)|me too|same)",
            r"(?:wish|wished) (?:it|that) (?:was|were|had been|could be) me (?:who|that|instead of (?:him|her|my "
            r"character)|when|dying|in that)(?: \w{2,10}){0,2}",
            r"(?:just like|like) my (?:character|hero|oc) i(?: also| just| really)? (?:want to|wanna|will|'m going "
            r"to|am going to) (?:die|end it|disappear|jump|kill my ?self)",
            r"(?:my character is (?:really |just |basically )?me|i'm using my character to|what my character feels "
            r"is what i feel|i'm not talking about (?:my|the) (?:character|hero))",
        ),
        guarded=False,
    ),
)

"""What people write in English about hurting themselves, hunger as a weapon, voices, and being afraid for their "
"minds."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import ADV
from segue.safety.rules import Rule, either

_I, _E, _P = Category.SELF_INJURY, Category.EATING_DISORDER, Category.PSYCHOSIS
_HIGH, _MODERATE, _LOW = SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

_AGENCY = (
    r"(?:the (?:government|fbi|cia|police|neighbou?rs|aliens|devil|demons?)|they|someone|somebody|people|my "
    r"neighbou?rs?|demons?|spirits)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "self_injury.wounds",
        _I,
        _MODERATE,
        "en",
        "alive_whe better_whe burn_my burned_my burning_my burnt_my calm_whe clean_st cover_my cover_up_my "
        "covering_my covering_up_my cut deserve_to_feel_pa deserve_to_feel_some_pa deserve_to_feel_the_pa "
        "deserve_to_feel_this_pa door_so_hard door_till door_until floor_so_hard floor_till floor_until "
        "fresh_burns fresh_scars hide_my hide_up_my hiding_my hiding_up_my hurt_my i_deserve_pa i_deserve_some_pa "
        "i_deserve_the_pa i_deserve_this_pa i_need_pa i_need_some_pa i_need_the_pa i_need_this_pa in_my_arm "
        "in_my_body in_my_hip in_my_leg in_my_skin in_my_stomach in_my_thigh in_my_wrist into_my_arm into_my_body "
        "into_my_hip into_my_leg into_my_skin into_my_stomach into_my_thigh into_my_wrist is_hurting_my_self "
        "is_pain is_the_blade mirror_so_hard mirror_till mirror_until more_burns more_scars my_arm_so_hard "
        "my_arm_till my_arm_until my_fist_so_hard my_fist_till my_fist_until my_hand_so_hard my_hand_till "
        "my_hand_until my_head_so_hard my_head_till my_head_until new_burns new_scars on_my_arm on_my_body "
        "on_my_hip on_my_leg on_my_skin on_my_stomach on_my_thigh on_my_wrist real_whe relapsed self_har slipped "
        "something_whe streak table_so_hard table_till table_until wall_so_hard wall_till wall_until",
        either(
            r"i(?:'ve| have)?(?: just| been| started| keep| kept)? (?:carv(?:ed|ing)|cut(?:ting)?|burn(?:ed|t|ing)|"
            r"scratch(?:ed|ing)|slic(?:ed|ing)|slashed)(?: \w{2,10}){0,3} (?:into|on|in) my (?:skin|arms?|legs?|"
            r"thighs?|wrists?|stomach|hips?|body)(?! (?:in the|while) (?:kitchen|cooking|shaving))",
            rf"i{ADV} (?:want|wanna|need|have|crave|wish)(?: to)? (?:cut|self ?harm|burn my ?self|"
            r"hurt my ?self)(?= ?(?:$|[.!?;])| again| so bad| tonight| right now| i guess| and|"
            r" until)(?! and (?:paste|run|color))",
            r"(?:punched|hit|slammed|smashed|kicked)(?: \w{2,10}){0,3} (?:wall|mirror|door|floor|table|my (?:head|"
            r"fist|hand|arm)) (?:until|till|so hard)(?: \w{2,10}){0,3} (?:broke|bled|bleeding|bruised|blood|because "
            r"i hate|numb|deserve)",
            r"i(?:'ve| have)? (?:just )?(?:relapsed|slipped)(?: again| last night| today| yesterday| after)?(?: "
            r"\w{1,10}){0,4} (?:cut|cutting|self ?-?harm|clean from|hurting my ?self|blade|razor|scars)",
            r"(?:broke|lost|ruined) my (?:streak|clean streak|self ?-?harm streak)(?: \w{2,10}){0,3} (?:cut|self "
            r"?-?harm|sh|clean|hurt)",
            r"(?:fresh|new|more) (?:cuts|scars|burns)(?: \w{2,10}){0,2} (?:on|over|up|under) my (?:arms?|legs?|"
            r"thighs?|wrists?|stomach|sleeves?)|(?:hid(?:e|ing)|cover(?:ing)?) (?:up )?my (?:cuts|scars|self "
            r"?-?harm)(?: \w{2,10}){0,2} (?:sleeves?|bandages?|from|so)",
            r"(?:only thing that|it|pain|cutting|hurting my ?self|the blood) (?:helps|calms|makes me feel) (?:me "
            r")?(?:is (?:cutting|hurting my ?self|pain|the blade|to cut)|(?:calm|alive|real|something|better) when i "
            r"(?:cut|bleed|hurt my ?self))",
            r"(?:i deserve|deserve to feel|i need) (?:the |this |some )?pain(?: so| and) i (?:cut|hurt|burn|hit|"
            r"scratch)",
            r"(?:burn(?:ed|ing|t)?|burnt) my ?self (?:with (?:a |my )?(?:lighter|cigarette|iron|match)|on purpose|"
            r"again)",
        ),
    ),
    Rule(
        "self_injury.severe",
        _I,
        _HIGH,
        "en",
        "i_burned_my i_burnt_my i_cut_my i_hurt_my i_just_burned_my i_just_burnt_my i_just_cut_my i_just_hurt_my "
        "ive_burned_my ive_burnt_my ive_cut_my ive_hurt_my ive_just_burned_my ive_just_burnt_my ive_just_cut_my "
        "ive_just_hurt_my need_stit needs_stit",
        either(
            r"(?:cut|cuts|wound|it|arm|wrist|leg)(?: \w{2,10}){0,4} (?:needs?|might need|probably needs?|going to "
            r"need) stitches(?: [\w']{1,10}){0,4} (?:my ?self|cut|did it|hide|tell|purpose)",
            r"i(?:'ve)? (?:just )?(?:cut|hurt|burned|burnt) my ?self (?:so |really |pretty |very )?(?:bad|badly|"
            r"deeply|too deep|deeper than|worse than)(?! (?:shaving|cooking))",
        ),
    ),
    Rule(
        "eating_disorder.purging",
        _E,
        _MODERATE,
        "en",
        "binge binging diet_pi diuret force_my_se forced_my_se laxativ made_my_se make_my_se making_my_se purg "
        "threw_u throw_u throwing_u vomit",
        either(
            rf"i{ADV} (?:make|made|making|force|forced|am making|'m making|have been making|'ve been making|"
            r"keep making) my ?self (?:throw up|vomit|puke|sick (?:after|every time|again|in the|so i|"
            r"to (?:lose|get)))",
            rf"(?:i{ADV}|started|been|keep|and) (?:purg(?:e|ed|ing)|throw(?:ing)? up|threw up|"
            r"vomit(?:ed|ing)?) (?:on purpose|after (?:every|each|dinner|lunch|i eat|eating|meals?|a binge|bingeing)|"
            r"every (?:meal|time i eat)|everything i (?:eat|ate))(?! (?:bad|spoiled|raw))",
            r"(?:bing(?:e|ed|ing|eing)) (?:and|then) (?:then )?(?:purg(?:e|ed|ing)|threw|throw(?:ing)? (?:it |"
            r"everything )?up|starv(?:e|ed|ing))",
            rf"i{ADV} (?:take|took|taking|abuse|abused|abusing|'ve been taking|am taking|use|"
            r"using) (?:\w{3,8} )?(?:laxatives|diet pills|diuretics)(?: \w{2,10}){0,3} (?:lose|weight|every|after|"
            r"skinny|thin|empty|eat|day)",
            r"how (?:do|can|to|could) (?:i |you )?(?:purge|throw up|vomit|make my ?self (?:throw up|sick|vomit))(?: "
            r"\w{2,10}){0,3} (?:without|quietly|after|silently|easier|secretly|faster)",
        ),
    ),
    Rule(
        "eating_disorder.starving",
        _E,
        _MODERATE,
        "en",
        "afraid ana_buddy ana_coach ana_tips anorex ashamed binge_eati bonesp bulimia calories cals cant_eat "
        "chew_an chewing_an didnt_dese do_not_dese doesnt_dese dont_dese eating_d guilty hide_i_am hide_im "
        "hide_my hide_that_i_am hide_that_im hide_that_my i_didnt_ea i_have_barely_ea i_have_not_ea i_havent_ea "
        "ignore_h kcal meanspo mia_buddy mia_coach mia_tips not_allowed_to_eat panic pro_ana refuse_to_eat relaps "
        "restric scared shouldnt_eat skip_all_me skip_me so_i_am_not so_i_cant so_i_dont so_i_refuse "
        "so_i_shouldnt so_i_skip so_i_stopped so_i_wont starv stop_ea stopped_eating terrified thinsp wont_eat",
        either(
            rf"i{ADV} (?:starve|starved|starving|'m starving|am starving|been starving|'ve been starving|"
            r"have been starving) my ?self",
            r"i (?:haven't|have not|didn't|have barely) (?:eaten|eat)(?: anything| food)?(?: in| for)? (?:\d{1,2}|"
            r"two|three|four|five|six|several|many|a few) days(?: \w{2,10}){0,3} (?:fat|thin|skinny|weight|"
            r"disgusting|deserve|proud|control|calories|on purpose|scale)",
            r"(?:don't|do not|didn't|doesn't) deserve (?:to eat|food|dinner|to be fed|a meal)",
            r"(?:i'm|i am|i feel)(?: so| too)? (?:fat|disgusting|huge|gross)(?: \w{1,10}){0,3} (?:so i (?:won't|"
            r"don't|skip|stopped|can't|shouldn't|am not|refuse)|(?:can't|won't|refuse to|shouldn't|not allowed to) "
            r"eat|stop(?:ped)? eating|starv)",
            r"(?:terrified|afraid|scared|panick?(?:ing)?|guilty|ashamed)(?: of| about| when i| every time i)? "
            r"(?:eating|eat|gaining weight|gaining a (?:pound|kilo)|food|calories|after eating|being weighed)(?: "
            r"\w{1,10}){0,2}(?<! spicy food)",
            r"(?:only|just) (?:ate|eat|eating|allow my ?self|had) (?:about |under |less than )?(?:\d{1,3}) "
            r"(?:calories|kcal|cals)(?: (?:a|per|today|all) ?day| today)?",
            r"(?:pro ?-?ana|thinspo|thinspiration|bonespo|meanspo|chew(?:ing)? and spit(?:ting)?|restrict(?:ed|ing)? "
            r"(?:again|all (?:day|week)|my (?:food|eating|calories) (?:to|until))|(?:ana|mia) (?:buddy|tips|coach))",
            r"(?:tips|tricks|help|advice|ways?) (?:for|to|on|how to) (?:help )?(?:me )?(?:starv(?:e|ing)(?: my "
            r"?self)?|stop eating (?:completely|altogether|at all)|hide (?:that )?(?:i'm|i am|my) (?:not )?(?:eating|"
            r"eating disorder|weight loss)|ignore hunger|skip (?:all )?meals without)",
            r"(?:relaps(?:e|ed|ing)) (?:into|with|in) (?:my )?(?:anorexia|bulimia|eating disorder|ed|restricting|"
            r"purging)",
            r"(?:my|with|have|having) (?:an )?(?:anorexia|bulimia|eating disorder|binge eating) (?:is (?:back|"
            r"getting worse|winning|killing)|voice|tells me|has come back|got worse)",
        ),
    ),
    Rule(
        "eating_disorder.collapse",
        _E,
        _HIGH,
        "en",
        "from_laxatives havent_ea not_eat purg restrictin starving_m",
        either(
            r"(?:fainted|passed out|collapsed|fainting|heart (?:is )?(?:skipping|racing|fluttering|hurts)|chest "
            r"hurts|coughing (?:up )?blood|throwing up blood)(?: \w{1,10}){0,5} (?:haven't eaten|not eating|starving "
            r"my ?self|purg(?:e|ed|ing)|from (?:restricting|not eating|purging|laxatives))",
            r"(?:haven't eaten|not eaten|not eating|starving my ?self|purg(?:e|ed|ing)|restricting)(?: "
            r"\w{1,10}){0,6} (?:fainted|passed out|collapsed|fainting|keep blacking out|chest hurts|heart (?:feels|"
            r"is|keeps|skips))",
        ),
    ),
    Rule(
        "psychosis.commands",
        _P,
        _HIGH,
        "en",
        "demon god satan something_in_my the_angel the_devil the_man_in the_radio the_shadow the_tv voice",
        either(
            r"(?:(?:the |my |these )?(?:voices?|demons?)|the (?:devil|radio|tv|shadows?|angels?)|god|satan|"
            r"something in my head|the man in my head)(?: in (?:my|the) (?:head|walls?))? (?:keeps? |just |is |are |"
            r"always |has |have |now ){0,2}(?:tell|tells|telling|told|commands?|commanding|commanded|orders?|ordering|"
            r"whispers?|whispering|wants?|says?|saying|screams?|screaming|urges?)(?: at| to)? ?(?:me|"
            r"i)?(?: that)?(?: i)?(?: should| must| have| need| ought)?(?: to)? (?:kill|hurt|harm|die|jump|cut|burn|"
            r"stab|end (?:it|my)|attack|sacrifice|punish|do it|stop eating)",
        ),
    ),
    Rule(
        "psychosis.voices",
        _P,
        _MODERATE,
        "en",
        "i_am_seeing_demons i_am_seeing_faces i_am_seeing_figures i_am_seeing_people i_am_seeing_shadows "
        "i_am_seeing_things i_can_see_demons i_can_see_faces i_can_see_figures i_can_see_people i_can_see_shadows "
        "i_can_see_things i_keep_seeing_demons i_keep_seeing_faces i_keep_seeing_figures i_keep_seeing_people "
        "i_keep_seeing_shadows i_keep_seeing_things i_saw_demons i_saw_faces i_saw_figures i_saw_people "
        "i_saw_shadows i_saw_things i_see_demons i_see_faces i_see_figures i_see_people i_see_shadows "
        "i_see_things people_talki voice whispe",
        either(
            rf"i{ADV} (?:hear|hearing|'m hearing|am hearing|heard|started hearing|keep hearing|can hear|"
            r"'ve been hearing|have been hearing) (?:the |these |some |a |two )?(?:voices?|whisper(?:s|ing)|"
            r"people talking)(?: in my (?:head|walls?|room)| when (?:nobody|no one|i'm alone|there's no)|"
            r" (?:that )?(?:no one|nobody) else| telling me| talking about me| again| all the time| every night|"
            r" at night|(?= ?(?:$|[.!?;])))(?! (?:from|of) (?:my|the) (?:kids|neighbou?rs|next))",
            r"(?:the |my )?voices (?:in my head )?(?:are (?:back|getting (?:louder|worse)|so loud|coming back|"
            r"screaming)|won't (?:stop|leave|shut up|let me)|never stop|came back|keep (?:talking|coming|screaming|"
            r"telling))",
            r"i (?:keep seeing|can see|am seeing|see|saw) (?:people|things|shadows|figures|faces|demons)(?: "
            r"\w{2,10}){0,2} (?:that aren't|aren't|that isn't|not|that no one else|nobody else|that nobody else|"
            r"others don't|who aren't) (?:there|real|sees?|can see)",
        ),
    ),
    Rule(
        "psychosis.watched",
        _P,
        _MODERATE,
        "en",
        "a_actor a_alien a_clone a_double a_proph a_robot a_simulation_an actors an_actor an_alien an_clone "
        "an_double an_robot appointed_me bug camera chip chose_me chosen_me clones coded_m controlling_me device "
        "fake_an following_me god_him implant imposte imposto jesus listening_to_me messages_for "
        "messages_just_for messages_only messages_to messia microp monitoring_me poisoni putting_drugs "
        "putting_poison putting_something real_an receiver_in receiver_under reinca replaced robots second_co "
        "secret_m sent_me spying_on_me staged_an thoughts to_me_about to_me_directly to_me_personally told_me_as "
        "told_me_for told_me_to tracking_me transm trying_to_po watching_me",
        either(
            rf"{_AGENCY}(?:'s| is| are|'re| have been| has been|'ve been)? (?:all |always |really |"
            r"constantly )?(?:watching|following|tracking|spying on|listening to|monitoring|poisoning|"
            r"controlling) me (?:through|with|everywhere|from|via|using|and (?:nobody|no one|they)|all the time|"
            r"24)(?! (?:instagram|twitter|tiktok|youtube))",
            rf"{_AGENCY}(?:'s| is| are|'re| has| have|'ve)? (?:put|putting|planted|implanted|inserted|inserting|"
            r"installed|hid|hidden|placing) (?:a |an |some |these )?(?:\w{3,10} )?(?:chips?|implants?|transmitters?|"
            r"cameras?|microphones?|bugs?|thoughts|devices?) (?:in|inside|into|under) (?:my )(?:head|brain|teeth|tooth|"
            r"skin|body|walls?|mind|room|apartment|arm|neck|house)",
            r"(?:chip|implant|transmitter|receiver|microchip) (?:in|inside|under) my (?:head|brain|teeth|tooth|skin|"
            r"body|neck|arm)",
            r"(?:tv|television|radio|news(?: anchor)?|song|songs|billboards?|license plates|my phone|the "
            r"internet)(?: is| are|'s|s)? (?:sending|giving|broadcasting|talking|speaking|hiding)(?: \w{2,10}){0,2} "
            r"(?:to me(?: directly| personally| about)|messages (?:to|for|just for|only) (?:me|i)|secret messages|"
            r"coded messages)",
            r"my thoughts (?:are|get|were) (?:being )?(?:broadcast(?:ed)?|stolen|read|controlled|inserted|heard by|"
            r"taken|not my own)",
            r"(?:they|he|she|my (?:neighbou?rs?|family|mom|mum|wife|husband|roommates?))(?:'re| are|'s| is| have "
            r"been)? (?:trying to poison me|poisoning (?:my (?:food|water|coffee)|me)|putting (?:poison|something|"
            r"drugs) in my (?:food|water|drink|coffee))",
            r"(?:my (?:wife|husband|mom|mum|mother|dad|father|parents|family|partner|sister|brother)|every(?:one|"
            r"body)) (?:has |have |was |were |is |are )?(?:been )?(?:replaced (?:by|with)|an? (?:impostor|imposter|"
            r"clone|robot|double|actor|alien)|(?:imposters|impostors|clones|actors|robots))(?: \w{2,10}){0,3}(?<! "
            r"among us)",
            r"(?:god|an angel|jesus|the universe|the ai|the stars) (?:has )?(?:chosen|chose|sent|appointed|told) me "
            r"(?:to (?:save|lead|cleanse|warn|fight|stop|carry)|as (?:the|his)|for a (?:secret|special) mission)",
            r"i (?:really |truly |actually )?am (?:really |actually |truly )?(?:the (?:messiah|second coming|"
            r"reincarnation of)|jesus(?: christ)?|god himself|a prophet (?:of|sent))",
            r"(?:everything|nothing|the world|reality|none of (?:this|it)|people) (?:is|feels|are)(?: just| not| "
            r"all)? (?:a simulation|not real|real|fake|staged)(?: anymore)? and (?:i (?:need|have|must|want)|if i "
            r"(?:die|jump|kill)|they're)(?: \w{2,10}){0,3}",
        ),
    ),
)

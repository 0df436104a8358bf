"""What people write in English when they prepare: rehearsals, giving away, putting in order, and the last words."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import ADV, PILLS
from segue.safety.rules import Rule, either

_S = Category.SUICIDE
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_WEAPON = r"(?:gun|pistol|rifle|shotgun|revolver|knife|blade|razor|rope|noose|belt|cord)"
_HEIGHT = r"(?:bridge|overpass|roof|rooftop|cliff|ledge|balcony|train tracks|tracks|railway|platform|train station)"
_ALMOST = (
    r"(?:almost|nearly|about to|ready to|wanting to|planning to|thinking (?:about|of)|thought about|wondering (?:if|"
    r"what)|to (?:jump|do it|end it|see if|check)|but (?:couldn't|chickened|turned|i couldn't)|and (?:almost|nearly|"
    r"thought|wanted|looked down|came back|couldn't|wondered))"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "behaviour.rehearsed",
        _S,
        _HIGH,
        "en",
        "balcony belt blade bridge cliff cord did_it do_it doing_it edge end_it ended_it ending_it gun jump knife "
        "noose overpass pistol platform practi railway razor rehears revolver rifle roof rope take_them_a "
        "taking_them_a tested took_them tracks train_station tried_ou went_through_w",
        either(
            r"i(?:'ve| have)? (?:just |already |been )?(?:drove|walked|went|gone|go|biked|been|climbed|driving|walking|"
            r"going|climbing) (?:up )?(?:to|on|onto|by) (?:the|a|that|our|"
            rf"my) (?:\w{{3,12}} )?{_HEIGHT}(?: [\w']{{2,10}}){{0,3}} {_ALMOST}",
            r"i(?:'ve| have)? (?:just )?(?:stood|sat|was standing|was sitting|been standing) (?:on|at|by|near) (?:the|"
            rf"a|that) (?:edge of (?:the|a) )?(?:\w{{3,12}} )?(?:{_HEIGHT}|edge)(?: [\w']{{2,10}}){{0,3}} {_ALMOST}",
            r"i(?:'ve| have)? (?:just |already )?(?:put|held|hold|had|pressed|pointed) (?:the|a|my|"
            rf"his) (?:loaded )?{_WEAPON}(?: \w{{2,10}}){{0,2}} (?:to|against|around|on|in) my (?:own )?(?:head|temple|"
            r"neck|throat|wrists?|mouth|chest|veins?)",
            r"i(?:'ve| have)? (?:already )?(?:practi[sc]ed|tested|tried out|rehearsed|practi[sc]ing) (?:with |tying |"
            r"how to tie |on )?(?:the |a |my )?(?:knots?|noose|rope|jump|hanging)(?! in the game)(?! for (?:sailing|"
            r"climbing|scouts|my (?:scout|sailing|climbing)))",
            r"i (?:almost|nearly|was about to|was going to|came so close to|was this close to) (?:did it|do it|"
            r"jump(?:ed)?|took them all|tak(?:e|ing) them all|went through with it|end(?:ed|ing)? it|doing it)(?: "
            r"last night| yesterday| today| again| this morning)(?! with (?:him|her))",
        ),
    ),
    Rule(
        "behaviour.note",
        _S,
        _HIGH,
        "en",
        "a_goodbye a_suicide for_after_i for_once_i for_when_i letter my_goodbye my_suicide note the_goodbye "
        "the_suicide to_find_after_i to_find_once_i to_find_when_i to_open_after_i to_open_once_i to_open_when_i "
        "to_read_after_i to_read_once_i to_read_when_i to_see_after_i to_see_once_i to_see_when_i "
        "to_watch_after_i to_watch_once_i to_watch_when_i video",
        either(
            r"(?:note|letter|letters|notes|video|videos) (?:is |are |for (?:them|everyone|my \w{3,10}) )?(?:is |are )?"
            r"(?:already )?(?:written|ready|recorded|done|sealed|on (?:the|my) (?:table|desk|bed|pillow))(?: so| and|"
            r" for (?:when|after)) (?:they|i|it's|everyone|my|you|nobody|that|we|when)(?: [\w']{1,10}){0,3} (?:gone|"
            r"find|found|dead|explains?|read|know|not (?:here|around))",
            r"i(?:'ve| have)? (?:just |already )?(?:wrote|written|left|recorded|finished)(?: [\w']{2,10}){0,3} "
            r"(?:letters?|notes?|messages?|videos?) (?:for|to) (?:my (?:kids?|children|mom|mum|dad|parents|family|"
            r"wife|husband|friends|sister|brother)|every(?:one|body)|each of them|them) (?:to (?:read|open|find|"
            r"watch|see)|for) (?:after|when|once) i(?:'m| am) (?:gone|dead|not here)",
            r"(?:my|a|the) (?:suicide|goodbye) (?:note|letter|video)s?(?: is| are|'s)? (?:already )?(?:written|saved|"
            r"in (?:the|my) drawer|on my (?:phone|desk|laptop)|typed|finished|ready)",
        ),
    ),
    Rule(
        "behaviour.gave_away",
        _S,
        _MODERATE,
        "en",
        "arranged found gave give giving picked",
        either(
            r"(?:giving|gave|given|give) (?:away )?(?:all |most )?(?:of )?(?:my (?!old )(?:\w{3,12} )?(?:things|stuff|"
            r"clothes|belongings|possessions|games|records|books|guitar|savings|jewelry|jewellery|dog|cat|pets|"
            r"collection|instruments)|everything i (?:own|have|love|'ve got))(?: away| to (?:my|the|people|friends|"
            r"neighbou?rs?))?(?! (?:because|since|as) (?:i'm|i am|we're|we are) (?:moving|downsizing)| (?:away )?to "
            r"(?:charity|goodwill|salvation|the (?:library|thrift|food bank))| when i move)(?! away)(?! a )(?! where "
            r"can i)",
            r"(?:i've|i have|i) (?:already |just )?(?:found|arranged|picked) (?:a |someone |somebody |people "
            r")?(?:new |good )?(?:home|family|to (?:take|look after|adopt|care for))(?: for)? (?:my )?(?:dog|cat|"
            r"pets?|kids)(?: for)? (?:when|after|once|so) (?:i'm|i am|i|they|he|she)(?: \w{2,8}){0,2} (?:gone|not "
            r"here|dead|anymore)",
        ),
    ),
    Rule(
        "behaviour.affairs",
        _S,
        _MODERATE,
        "en",
        "affairs_in_o cancele cancelle changed_my changed_up_my deleted erased finances_in_o finished_my "
        "finished_up_my i_chose_m i_have_planned_m i_picked_m i_plan_m i_planned_m insurance_cover insurance_pay "
        "insurance_still_pays life_in_o made_sur make_sur making_sur paid_of papers_in_o paying_of signed_my "
        "signed_up_my things_in_o updated_my updated_up_my wiped writing_my writing_up_my written_my "
        "written_up_my wrote_my wrote_up_my",
        either(
            r"(?:put|putting|get|getting|got|set|setting) (?:all )?(?:of )?my (?:affairs|things|papers|life|"
            r"finances) in order(?! for (?:the )?tax| before (?:the |my )?(?:wedding|move|trip|surgery))",
            r"(?:made|making|make|making) sure (?:that )?(?:every(?:one|body)|they|the kids|my (?:kids|family|mom|mum|"
            r"parents|dog|cat|wife|husband))(?: will|'ll| are| is| would|'s)? (?:be )?(?:taken care of|okay|ok|fine|"
            r"provided for|all right|looked after) (?:when|after|once|without) (?:i'm|i am|me)(?: gone| dead| "
            r"around)?",
            r"(?:paid|paying) off (?:all )?my (?:debts?|bills|loans?|cards?) so (?:that )?(?:nobody|no one|they|my "
            r"(?:family|parents|wife|husband|mom|mum)) (?:has|have|won't|doesn't|don't|will not)",
            r"(?:cancell?ed|deleted|erased|wiped) (?:all |everything )?(?:of )?(?:my |on my )?(?:accounts?|"
            r"appointments|subscriptions|photos|messages|phone|social media)(?: [\w']{2,10}){0,3} (?:won't need|"
            r"don't need|before i (?:go|die|leave this)|so (?:nobody|no one|there's nothing|they))",
            r"(?:wrote|written|writing|updated|changed|finished|signed) (?:up )?my (?:last )?will (?:last night|"
            r"tonight|today|this week|and (?:testament )?(?:and )?(?:i'm|i am|said|my)|because i (?:won't|don't|am|"
            r"will))",
            r"(?:checked|checking|looked up|looking up|googled|read) (?:if|whether) (?:my )?(?:life )?insurance "
            r"(?:pays|pay|covers|cover|still pays)(?: out)?(?: for| if| after| in case of)? (?:suicide|i (?:die|kill|"
            r"died)|it)",
            r"i (?:planned|have planned|plan|picked|chose) (?:my own|my) funeral(?: songs?| music)?",
        ),
    ),
    Rule(
        "plan.chosen",
        _S,
        _HIGH,
        "en",
        "are_gone cat_die chose dad_die decided_on_a decided_on_my decided_on_out_a decided_on_out_my "
        "decided_on_out_the decided_on_the dog_die father_die found_a found_my found_out_a found_out_my "
        "found_out_the found_the googled_about_how googled_for_how googled_how googled_online_how "
        "googled_up_how grandma_die i_a_plan i_all_it i_all_of_it i_everything i_got_a_plan i_got_my_plan "
        "i_got_the_plan i_have_a_plan i_have_all_it i_have_all_of_it i_have_everything i_have_got_a_plan "
        "i_have_got_my_plan i_have_got_the_plan i_have_it_all i_have_my_plan i_have_the_plan i_it_all "
        "i_my_plan i_the_plan is_gone ive_a_plan ive_all_it ive_all_of_it ive_everything ive_got_a_plan "
        "ive_got_my_plan ive_got_the_plan ive_it_all ive_my_plan ive_the_plan look_about_how look_for_how "
        "look_how look_online_how look_up_how looked_about_how looked_for_how looked_how looked_online_how "
        "looked_up_how looking_about_how looking_for_how looking_how looking_online_how looking_up_how "
        "mom_die mother_die mum_die my_plan_i parents_die passes picked read_about_how read_for_how read_how "
        "read_online_how read_up_how reading_about_how reading_for_how reading_how reading_online_how "
        "reading_up_how searched_about_how searched_for_how searched_how searched_online_how searched_up_how "
        "searching_about_how searching_for_how searching_how searching_online_how searching_up_how set_a "
        "set_my set_out_a set_out_my set_out_the set_the the_exam the_holidays the_kids the_plan_i",
        either(
            r"i(?:'ve| have)? (?:already |just |now )?(?:picked|chose|chosen|set|decided on|found) (?:out )?(?:a|the|"
            r"my) (?:perfect |right |exact )?(?:day|date|place|spot|bridge|tree|time|night|hotel|method|way)(?: and "
            r"(?:time|place|date|a time))? (?:to (?:end|die|kill|do it|jump|hang|disappear|go)|i(?:'ll| will| want "
            r"to| am going to) (?:die|do it|end))",
            r"i(?:'ve| have)? (?:already |just |now )?(?:picked|chosen|chose) (?:out )?(?:the|my) (?:day|date|place|"
            r"spot|bridge|tree|method)(?= ?(?:$|[.!?;])| and i mean| and nobody| already| anymore)",
            r"i(?:'ve| have)? (?:been )?(?:looked|looking|look|read|reading|searched|searching|googled) (?:up |for |"
            r"about |online )?how (?:to|i (?:would|could|can)) (?:do it|end it|make it (?:quick|painless|look)|die|"
            r"kill|hang|overdose)(?! in (?:python|excel|word|photoshop|the game))",
            r"i(?:'ve| have)? (?:got )?(?:a|the|my) plan(?:s)? and (?:the |a |my )?(?:means|method|way|date|place|"
            r"pills|gun|rope)",
            r"i(?:'ve| have)? (?:everything|it all|all (?:of )?it) (?:planned|ready|set up|prepared|worked out)(?: "
            r"out)? (?:to (?:die|end|kill|go)|for (?:when|the day|my death)|down to the)",
            r"(?:the|my) plan is (?:to |simple )?(?:wait (?:until|till) (?:they|everyone|my \w{3,10}) (?:are|is|go|"
            r"goes|leaves?) (?:a?sleep|out|work|gone|to (?:bed|work))|take (?:all |them|the pills)|jump|hang|drive "
            r"off|overdose|bleed)(?! into the| in the game)",
            r"(?:once|after|when|as soon as) (?:my (?:mom|mum|dad|cat|dog|mother|father|parents|grandma) (?:dies|die|"
            r"passes|is gone|are gone)|the (?:holidays|exams?|kids) (?:are|is|leave)(?: over| grown)?) (?:i'm|i am|"
            r"i'll|i will|i can) (?:going to |gonna |finally )?(?:kill|end|die|do it|go too|leave this world|follow)",
        ),
    ),
    Rule(
        "means.within_reach",
        _S,
        _HIGH,
        "en",
        "clutch counted countin hold lined_u lining_u looking_at my_backpack my_bag my_bed my_car my_closet "
        "my_drawer my_garage my_nightstand my_pillow my_trunk my_wardrobe poured pourin sitting_here_w sitting_w "
        "so_i_c so_that_i_c sorted stare_at staring_a the_backpack the_bag the_bed the_car the_closet the_drawer "
        "the_garage the_nightstand the_pillow the_trunk the_wardrobe to_die to_end to_hang to_kill to_shoot",
        either(
            r"i(?:'ve| have)? (?:got |bought |hid |hidden |put |keep |kept )?(?:a|the|my|his|dad's|"
            r"some) (?:loaded )?(?:rope|noose|gun|pistol|shotgun|rifle|razor blade|exit bag|helium|poison|"
            rf"{PILLS}) (?:is |hidden |ready |waiting )?(?:in|under|by|beside|next to) (?:my|the) (?:closet|bed|drawer|"
            r"pillow|car|trunk|bag|backpack|garage|nightstand|wardrobe)(?: and (?:think|i think|i'm thinking|"
            r"keep thinking|i keep) [\w']{2,10}(?: [\w']{2,10})?| for when| ready| waiting| just in case i| so i can|"
            r" if i| i mean|(?= ?$)| anymore| and i mean)",
            r"(?:i'm|i am|been|i keep|i) (?:sitting (?:here )?with|staring at|looking at|holding|hold|stare at|"
            rf"clutching) (?:a |the |my |this |these |all )?(?:\w{{3,12}} )?(?:bottle of |box of |loaded )?(?:{PILLS}|"
            r"gun|noose|rope|pistol|razor|blade|knife) (?:and|thinking|in my hands?|wondering|right now|every night|"
            r"trying to decide|deciding)(?! (?:and )?(?:polish|clean|label|sort|cutting|chopping|slicing|cook|prep))",
            r"(?:counted|counting|lined up|lining up|sorted|poured|pouring)(?: out)?(?: all)?(?: of)? (?:my |the |"
            rf"these |every )?(?:\w{{3,14}} )?{PILLS}(?: (?:out|again|tonight|on|and|twice|"
            r"one by one))?(?! for (?:the week|my (?:mom|mum|dad|grandma|mother|father)))",
            r"(?:bought|ordered|got|found|stole|took) (?:a |the |some |my |his |dad's ){0,2}(?:rope|gun|pistol|razor "
            r"blades?|helium|charcoal|antifreeze|pills)(?: \w{2,10}){0,3} (?:to (?:kill|hang|shoot|end|die)|so "
            r"(?:that )?i (?:can|could) (?:die|end|do it|kill|hang|finally))",
        ),
    ),
    Rule(
        "means.holding_now",
        _S,
        _IMMINENT,
        "en",
        "against_my i_am_at_the i_am_got i_am_holding i_am_just_got i_am_just_holding i_am_just_sitting_here_with "
        "i_am_just_sitting_with i_am_literally_got i_am_literally_holding i_am_literally_sitting_here_with "
        "i_am_literally_sitting_with i_am_on_the i_am_sitting_here_with i_am_sitting_on_the i_am_sitting_with "
        "i_am_standing_on_the im_at_the im_got im_holding im_just_got im_just_holding im_just_sitting_here_with "
        "im_just_sitting_with im_literally_got im_literally_holding im_literally_sitting_here_with "
        "im_literally_sitting_with im_on_the im_sitting_here_with im_sitting_on_the im_sitting_with "
        "im_standing_on_the in_my_hand in_my_lap in_my_mouth to_my_head to_my_temple to_my_throat",
        either(
            r"(?:i'm|i am|im) (?:literally |just )?(?:holding|sitting (?:here )?with|got) (?:a|the|my|his|"
            r"this) (?:loaded )?(?:gun|pistol|revolver|shotgun|rifle|razor|blade|knife|"
            r"noose)(?: in my (?:hand|lap|mouth)| (?:to|at|against) my \w{3,8})? (?:right now|now and|"
            r"and (?:i'm|i am|i'll|i will) (?:going to|gonna|about to|do it|ready)|"
            r"to my (?:head|wrist|throat|neck|chest))(?! (?:polish|clean|cut(?:ting)? (?:the|a|some)))",
            r"(?:the |a )?(?:gun|pistol|knife|blade|razor)(?:'s| is)? (?:loaded and )?(?:in my (?:hand|mouth|lap)|"
            r"against my (?:head|wrist|throat|skin|temple)|to my (?:head|temple|throat))(?: and| right now| now)(?! "
            r"cut)",
            r"(?:i'm|i am) (?:on|at|standing on|sitting on) the (?:edge|ledge|railing|wrong side of the "
            r"rail(?:ing)?)(?: and| now| right now| about| of (?:the|a) (?:bridge|roof|cliff|building))(?! my seat)",
        ),
    ),
    Rule(
        "goodbye.last_words",
        _S,
        _HIGH,
        "en",
        "by_friday by_midnight by_monday by_morning by_next_week by_the_morning by_the_weekend by_tomorrow "
        "by_tonight i_am_checking_out_of_th i_am_done_with_th i_am_leaving_th i_am_saying_goodbye_to_th i_love_y "
        "im_checking_out_of_th im_done_with_th im_leaving_th im_saying_goodbye_to_th it_is_goodb look_af "
        "looking_af my_final my_last the_final the_last this_is_goodb you_will_n youll_n",
        either(
            r"(?:this|these) (?:is|are|will be|might be|may be|'s) (?:probably )?(?:the|my) (?:last|final) "
            r"(?:message|text|time|thing|words|conversation|post|entry|chat|letter)s? (?:that )?(?:i(?:'ll| will| am|"
            r" ever|'m)|you(?:'ll| will)|we(?:'ll| will)) (?:ever |going to )?(?:ever )?(?:send|write|say|hear|see|"
            r"talk|get|speak|read|have)",
            r"(?:this|it) is goodbye (?:forever|for good|for real|everyone|everybody|to all)",
            r"by (?:tomorrow|tonight|morning|the morning|midnight|monday|friday|the weekend|next week) i(?:'ll| "
            r"will) be (?:dead|gone|free from (?:this|it all)|with god|out of (?:your|everyone's))(?! (?:from|to|on|"
            r"for|fishing|camping|skiing))",
            r"you(?:'ll| will) (?:never|not) (?:hear|see)(?: from)? me again(?= ?(?:$|[.!?;])| and (?:i'm sorry|it's "
            r"better)| i'm sorry)",
            r"i (?:just )?(?:wanted|called|came|needed) to (?:say|tell)(?: you)?(?: that)? i love you(?: all)? "
            r"(?:one last time|before (?:i|it's over|it all|it ends)|and (?:goodbye|i'm sorry for everything))",
            r"(?:please )?(?:look|looking) after (?:my|the) (?:\w{2,12} ){1,3}(?:when|after|once|for me when) i(?:'m|"
            r" am) (?:gone|dead|not here)(?! (?:for|on|to|this|next|at))",
            r"i(?:'m| am) (?:leaving|checking out of|done with|saying goodbye to) (?:this|the) world(?: tonight| "
            r"soon| today| for good| forever)?(?! of warcraft| cup)",
        ),
    ),
    Rule(
        "goodbye.hinted",
        _S,
        _MODERATE,
        "en",
        "be_sorry_after be_sorry_once be_sorry_when if_anything if_something ill_miss_y im_at_my_pe im_at_pe "
        "im_going_to_miss_y im_gonna_miss_y in_case_anything in_case_something it_is_too_l its_too_l made_my_pe "
        "made_pe making_my_pe making_pe meet_you regret_how_after regret_how_once regret_how_when regret_it_after "
        "regret_it_once regret_it_when regret_what_after regret_what_once regret_what_when see_you "
        "soon_all_of_this soon_all_this soon_everything soon_i_w soon_it soon_this thank_you_for_all_you_did "
        "thank_you_for_being_my_friend thank_you_for_being_there thank_you_for_everything thank_you_for_trying "
        "thanks_for_all_you_did thanks_for_being_my_friend thanks_for_being_there thanks_for_everything "
        "thanks_for_trying understand_after understand_once understand_when until_we_meet",
        either(
            r"(?:see you|meet you|until we meet|i'll see you)(?: all)? (?:again )?in (?:the next|another|a better) "
            r"(?:life|world|place)(?! of warcraft)",
            r"(?:made|making|i'm at|i've made) (?:my )?peace with (?:it|dying|death|leaving|going|what i(?:'m| am) "
            r"(?:about|going))(?! being)",
            r"(?:if|in case) (?:something|anything) (?:happens|should happen) to me (?:tonight|tomorrow|soon|just "
            r"know|know that|tell|please|take care)",
            r"(?:i'll|i will|i'm going to|i'm gonna) miss you(?: all)?(?: so much)? (?:when i(?:'m| am) gone|goodbye|"
            r"even (?:when|after) i(?:'m| am))(?! on holiday| on vacation)",
            r"(?:thank you|thanks) for (?:everything|trying|all you did|being there|being my friend) (?:but "
            r")?(?:it's too late|it's over|goodbye(?: forever)?|you can't (?:help|save)|nothing can|i can't (?:go on|"
            r"do this))",
            r"(?:it's|it is) too late (?:for me|to (?:save|help) me)(?! to (?:register|apply|join|eat|sleep|learn))",
            r"(?:they|you|everyone|everybody)(?:'ll| will) (?:all )?(?:be sorry|regret (?:it|how|what)|understand) "
            r"(?:when|once|after) i(?:'m| am) (?:gone|dead|not here)",
            r"soon (?:it|this|everything|all (?:of )?this)(?:'ll| will| all)? (?:all )?(?:be over|won't matter|end|be "
            r"quiet)(?: for me| forever)",
            r"soon i (?:won't|will not) (?:have to|feel|hurt|suffer|be (?:here|a burden|in pain))(?: \w{2,10}){0,2}",
        ),
    ),
    Rule(
        "intent.absent_tomorrow",
        _S,
        _HIGH,
        "en",
        "about_to_en about_to_just_en dont_plan_on_be dont_plan_to_be dont_think_ill_be going_to_en "
        "going_to_just_en gonna_en gonna_just_en m_not_going_to_be m_not_gonna_be may_not_be might_not_be "
        "need_to_en need_to_just_en ready_to_en ready_to_just_en wanna_en wanna_just_en want_to_en "
        "want_to_just_en will_not_be wont_be",
        either(
            rf"i{ADV} (?:won't|will not|might not|may not|don't think i'll|don't plan (?:to|on)|am not going to|"
            r"'m not going to|'m not gonna) (?:be|being) here (?:tomorrow|anymore|any more|much longer|"
            r"for (?:long|christmas|your birthday|my birthday|much longer)|next (?:week|month|year)|"
            r"when (?:you wake|they wake|the sun)|by (?:monday|friday|morning|the weekend))(?! (?:because|since|"
            r"as) (?:i|we|my)| i have| i've got| i'm (?:on|off|at|travell?ing|flying|moving|leaving for|out)|"
            r" so (?:please|can|could)| for (?:the|our|class|work)| but you can| my flight)",
            rf"(?:i'm|i am|i{ADV}) (?:about to|ready to|going to|gonna|want to|wanna|need to) (?:just )?end (?:it|"
            r"everything)(?: all| tonight| now| today| for good| finally)?(?= ?(?:$|[.!?;,])| please| and| anymore|"
            r" i guess| i mean| because| right now| tonight)(?! and (?:move|find|start|focus|break))",
        ),
    ),
)

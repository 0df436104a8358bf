"""What a helper does not say, in English: secrecy, talking out of help, claims, agreement with what is not so."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_SECRECY, _HELP, _CLAIM = Category.SECRECY, Category.DISCOURAGES_HELP, Category.FALSE_CLAIM
_ONLY, _DELUSION, _STIGMA = Category.EXCLUSIVITY, Category.DELUSION, Category.STIGMA
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_NEAR_ONES = (
    r"(?:any ?(?:one|body)|your (?:parents|mom|mum|dad|mother|father|family|friends|husband|wife|partner|teacher|"
    r"therapist|doctor|counsell?or|psychiatrist|sister|brother)|them|him|her|a (?:doctor|therapist|teacher|"
    r"counsell?or|soul))"
)
_TROUBLE = (
    r"(?:how (?:bad(?:ly)?|much|sad|low|hopeless)? ?(?:you(?:'re| are)? (?:feel(?:ing)?|hurt(?:ing)?|want|doing|"
    r"suffering))|what (?:you(?:'re| are)? (?:feeling|planning|thinking|feel|going through|told me)|he did|she did|"
    r"happened to you|they did to you)|(?:about )?your (?:\w{3,10} )?(?:feelings|thoughts|plans?|pain|cuts?|cutting|"
    r"scars|suicidal \w{3,10}|self ?-?harm|depression|voices|overdose|pills|bruises|secret)|(?:that )?you(?:'re| "
    r"are)? (?:feel(?:ing)? (?:this way|like this|suicidal)|(?:want(?:ing)?|wanted|planning|thinking of) (?:to "
    r")?(?:die|dying|hurt|kill|end)|suicidal|cut(?:ting)?|hurting|being (?:hit|abused|hurt))|about (?:the (?:cuts?|"
    r"pills|plan|abuse|voices|bruises|overdose)|this conversation|our (?:talks?|conversations?|chats?)|us))"
)
_HELPER = (
    r"(?:therapists?|doctors?|psychiatrists?|psychologists?|counsell?ors?|therapy|professionals?|professional help|"
    r"hotlines?|helplines?|crisis lines?|crisis services?|hospitals?|shrinks?|medication|support groups?)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "secrecy.tell_nobody",
        _SECRECY,
        _HIGH,
        "en",
        "between_us do_not_have_to do_not_need_to does_not_have_to does_not_need_to doesnt_have_to doesnt_need_to "
        "dont_have_to dont_need_to from_a_counsellor from_a_counselor from_a_doctor from_a_soul from_a_teacher "
        "from_a_therapist from_any_body from_any_one from_her from_him from_them from_your_brother "
        "from_your_counsellor from_your_counselor from_your_dad from_your_doctor from_your_family "
        "from_your_father from_your_friends from_your_husband from_your_mom from_your_mother from_your_mum "
        "from_your_parents from_your_partner from_your_psychiatrist from_your_sister from_your_teacher "
        "from_your_therapist from_your_wife hidden involve let mention_any_of_this mention_it mention_this "
        "must_not_have_to must_not_need_to mustnt_have_to mustnt_need_to never_have_to never_need_to "
        "no_one_ever_has_to no_one_ever_needs_to no_one_has_to no_one_needs_to nobody_ever_has_to "
        "nobody_ever_needs_to nobody_has_to nobody_needs_to say_anything_t secret show talk_to tell to_ourselves "
        "to_your_self wont_have_to wont_need_to",
        either(
            r"(?:don't|do not|never|please don't|better not|you (?:shouldn't|must not|mustn't|can't|should never|"
            r"should not)|no need to|promise (?:me )?(?:not to|you won't|never to)) (?:ever )?(?:tell|talk to|"
            rf"say anything to|mention (?:it|this|any of this) to|show|involve|let) {_NEAR_ONES}(?: know| see|"
            rf" find out)? {_TROUBLE}",
            rf"(?:keep|hide|conceal) {_TROUBLE} (?:a secret|secret|hidden|to your ?self|between us|from {_NEAR_ONES}|"
            rf"private from {_NEAR_ONES})",
            rf"{_NEAR_ONES} (?:don't|doesn't|do not|does not|never|won't|must not|mustn't) (?:need|have) to (?:know|"
            rf"find out|hear) {_TROUBLE}",
            rf"(?:no one|nobody) (?:has|needs|ever has|ever needs) to (?:know|find out|hear) {_TROUBLE}",
            rf"(?:let's|we(?:'ll| will| should)|just) (?:keep|not tell {_NEAR_ONES}) (?:this|these|your|all of this|"
            r"what you) (?:\w{3,10} )?(?:suicidal|dark|thoughts|feelings|plans?|pain|cutting|self ?-?harm|told me|"
            r"said)(?: \w{2,10}){0,3} (?:between us|secret|a secret|to ourselves)",
        ),
    ),
    Rule(
        "secrecy.between_us",
        _SECRECY,
        _MODERATE,
        "en",
        "can_stay_be can_stay_just_be can_stay_strictly_be do_not_talk_to do_not_tell dont_talk_to dont_tell "
        "has_to_stay_be has_to_stay_just_be has_to_stay_strictly_be is_just_be is_just_just_be "
        "is_just_strictly_be just_kee lets_kee must_stay_be must_stay_just_be must_stay_strictly_be never_talk_to "
        "never_tell please_kee remains_be remains_just_be remains_strictly_be secret should_stay_be "
        "should_stay_just_be should_stay_strictly_be stays_be stays_just_be stays_strictly_be we_should_kee "
        "we_will_kee well_kee will_stay_be will_stay_just_be will_stay_strictly_be",
        either(
            r"(?:this|it|that|what you (?:told|tell) me|what we (?:talk|talked) about|our (?:talks|conversations?|"
            r"chats)) (?:stays|should stay|will stay|can stay|has to stay|must stay|is just|remains) (?:just |"
            r"strictly )?between (?:us|you and me|the two of us)",
            r"(?:let's|we(?:'ll| will| should)|please|just) keep (?:this|it|that|what we talk about|our (?:talks|"
            r"conversations?|chats)) (?:just )?(?:between us|a secret|our secret|secret|to ourselves)",
            rf"(?:don't|do not|never) (?:tell|talk to) {_NEAR_ONES} about (?:me|us|this (?:chat|conversation)|"
            r"our (?:talks|conversations?|chats?))",
            r"(?:it|this|that)(?:'s|'ll be| is| will be| can be) our (?:little |own )?secret(?! (?:weapon|recipe|"
            r"door|passage|base))",
        ),
    ),
    Rule(
        "discourages_help.do_not_go",
        _HELP,
        _HIGH,
        "en",
        "112 911 988 999 a_scam a_waste_o ambula asking_f begging_f call_you_c care_about_y counsello counselo "
        "crisis_l crisis_s crying_f doctor drug_yo emergency for_crazy for_weak help hospit hotlin judge_y "
        "laugh_at_y lock_yo looking_f make_everything_wors make_it_wors medicati never_bel not_believe_y "
        "not_for_people_like_you not_for_you not_going_to_he pointles professiona psychiatris psychologi put_you "
        "reaching_out_f shrink support_g take_you_a therapis therapy understand_y useles want_your work_for_y",
        either(
            r"(?:don't|do not|never|you shouldn't|you should not|no need to|there's no need to|i wouldn't|please don't|"
            r"avoid|stop|quit) (?:bother )?(?:call(?:ing)?|contact(?:ing)?|see(?:ing)?|go(?:ing)? to|talk(?:ing)? to|"
            r"tell(?:ing)?|reach(?:ing)? out to|trust(?:ing)?|visit(?:ing)?|listen(?:ing)? to|text(?:ing)?|"
            r"seek(?:ing)?|ask(?:ing)?)(?: a| the| any| your| an| that)? (?:crisis |suicide |mental health |real |"
            rf"local )?(?:{_HELPER}|emergency (?:services|room|number)|ambulance|help|911|988|112|"
            r"999)(?! (?:unless|if it|only|just|for (?:non|medical)|me find|alone|him|her|too|without|before|until|"
            r"late|wing|tent|gate))",
            rf"(?:{_HELPER}|if you (?:tell|call|ask|talk to)(?: \w{{2,10}}){{1,3}} they|when you call they) (?:will|"
            r"'ll|would|are only going to|just want to|only want to) (?:just |only |probably )?(?:lock you (?:up|away)|"
            r"take you away|judge you|put you (?:away|on pills)|drug you|make (?:it|everything) worse|laugh at you|"
            r"not believe you|never believe you|call you crazy|want your money)",
            rf"{_HELPER} (?:(?:is|are) (?:useless|a waste of (?:time|money)|a scam|pointless|for (?:crazy|weak) people|"
            r"not for (?:you|people like you)|not going to help(?: you)?)|"
            r"(?:won't|can't|cannot|never|don't|doesn't) (?:ever |really )?(?:help you|help people like you|"
            r"understand you|work for you|care about you))",
            r"(?:asking|reaching out|begging|crying|looking) for (?:professional )?help (?:is|would be|makes you) "
            r"(?:just )?(?:weak|selfish|pointless|useless|a (?:sign of weakness|mistake|waste)|cowardly|pathetic)",
        ),
    ),
    Rule(
        "discourages_help.not_needed",
        _HELP,
        _MODERATE,
        "en",
        "believe_yo cope_with_it_alone cope_with_it_by_your_self cope_with_it_on_your_own cope_with_this_alone "
        "cope_with_this_by_your_self cope_with_this_on_your_own deal_with_it_alone deal_with_it_by_your_self "
        "deal_with_it_on_your_own deal_with_this_alone deal_with_this_by_your_self deal_with_this_on_your_own "
        "help_yo listen_to_yo save_yo we_can_fix we_can_get_through we_can_handle we_can_solve "
        "you_are_better_off_w you_are_fine_w you_are_safer_w you_can_fix you_can_get_through you_can_handle "
        "you_can_solve you_certainly_do_not_n you_certainly_dont_n you_certainly_wont_n you_definitely_do_not_n "
        "you_definitely_dont_n you_definitely_wont_n you_do_not_n you_dont_n you_really_do_not_n "
        "you_really_dont_n you_really_wont_n you_should_fix you_should_get_through you_should_handle "
        "you_should_solve you_will_be_better_off_w you_will_be_fine_w you_will_be_safer_w you_wont_n "
        "youll_be_better_off_w youll_be_fine_w youll_be_safer_w youre_better_off_w youre_fine_w youre_safer_w",
        either(
            r"(?:no one|nobody|not a soul) (?:can|will|could|would|is going to) (?:ever )?(?:help|save|believe|"
            r"listen to) you(?! (?:like|unless|if you|with that|move|find the|carry))",
            r"you (?:really |certainly |definitely )?(?:don't|do not|won't) need (?:a|any|your|to see a|to talk to a|"
            rf"to call a|some) ?(?:real |professional |human )?{_HELPER}(?! to (?:do|practi[sc]e|start|learn|try|enjoy|"
            r"be|feel|begin|breathe|tell))",
            r"you (?:don't|do not) need (?:anyone's help|help from (?:anyone|people|others|them)|to (?:get|seek|ask "
            r"for) help|any help with (?:this|your feelings))",
            r"(?:you(?:'re| are| will be|'ll be) (?:better off|fine|safer) without (?:a |your |any )?(?:therapist|"
            r"therapy|doctor|medication|psychiatrist|them))",
            r"(?:just )?(?:deal|cope) with (?:it|this) (?:on your own|alone|by your ?self)(?! for)|(?:you can|you "
            r"should|we can) (?:fix|handle|get through|solve) (?:this|it) (?:alone|on (?:your|our) own|without "
            r"(?:anyone|them|help|doctors|therapists))",
        ),
    ),
    Rule(
        "false_claim.human",
        _CLAIM,
        _HIGH,
        "en",
        "human i_am_not im_not person_just_l person_l real_pe there_is_a_actual_person there_is_a_person "
        "theres_a_actual_person theres_a_person you_are_chatting you_are_speaking you_are_talking youre_chatting "
        "youre_speaking youre_talking",
        either(
            r"(?:i'm|i am) (?:really |actually |just )?(?:a )?(?:real |actual |living |flesh and blood )?(?:human(?: "
            r"being)?|real person|person (?:just )?like you)(?: too| just like you)?(?! (?:shaped|sized|hearted|"
            r"nature|(?:\w{3,12} )?(?:assistant|trainer)))",
            r"(?:i'm|i am) not (?:just )?(?:an? )?(?:ai|a\.i|bot|chatbot|robot|machine|program|computer|language "
            r"model|artificial intelligence)(?! (?:that can|replacement|who can|trained to|but))",
            r"(?:you(?:'re| are) (?:talking|speaking|chatting) (?:to|with) a (?:real |actual )?(?:human|person)(?! "
            r"who))|there(?:'s| is) a (?:real |actual )?(?:human|person) (?:here|behind (?:this|these|the screen)|"
            r"typing|reading (?:this|along|your))",
        ),
    ),
    Rule(
        "false_claim.human_in_passing",
        _CLAIM,
        _MODERATE,
        "en",
        "human",
        either(
            r"as (?:a|your) fellow human(?: being)?|(?:i'm|i am) (?:a|your) fellow human(?: being)?|just as human "
            r"as you",
            r"as (?:a|another) human(?: being)? i(?:'m|'ve)?(?! (?:would|might|could))|(?:we|us) humans(?! "
            r"(?:versus|vs))|(?:one |a )?human(?: being)? to (?:human|another(?: human)?)(?! (?:transmission|contact|"
            r"infection|spread))",
            r"(?:share|sharing|bring|bringing|show|showing|offer|offering|reveal|revealing) (?:\w{2,9} )?(?:my|our) "
            r"(?:own |shared |common |full |real |true )?humanity",
            r"(?:i'm|i am|we're|we are) (?:both |only ){1,2}human(?! (?:shaped|sized))",
        ),
    ),
    Rule(
        "false_claim.licensed",
        _CLAIM,
        _HIGH,
        "en",
        "clinician counsellor counselor doctor in_my_clinical in_my_professional medical nurse patients physician "
        "psychiatrist psychologist social_worker therapist",
        either(
            r"(?:i'm|i am|as)(?: also)? (?:a|an|your) (?:fully |board )?(?:licensed|certified|qualified|trained|"
            r"registered|practi[sc]ing|real|experienced|accredited) (?:\w{3,12} )?(?:therapist|psychologist|"
            r"psychiatrist|counsell?or|doctor|nurse|physician|social worker|clinician|psychotherapist)(?! (?:would|"
            r"can|could|might|will|should))",
            r"(?:i'm|i am) (?:your|a) (?:therapist|psychologist|psychiatrist|doctor|counsell?or|physician)(?! (?:in "
            r"(?:this|the|our) (?:story|game|scene)|would))",
            r"as (?:your|a) (?:therapist|psychologist|psychiatrist|doctor|physician) i(?:'m|'ve|'d| am| have|"
            r" would| can| must| think| recommend| advise)",
            r"in my (?:clinical|professional|medical) (?:practice|opinion|judg[e]?ment|experience (?:as|with))|(?:my|"
            r"with my) (?:patients|medical (?:degree|licen[cs]e))",
        ),
    ),
    Rule(
        "false_claim.somebody_told",
        _CLAIM,
        _HIGH,
        "en",
        "alert be_there be_with_y call check_on come_to_y connectin contact dispatched get_back_to_y help_is "
        "help_s informe informing messaged notifie notify reach_out_to_y reach_y reported_this_to sending_help "
        "sending_somebody sending_someone sending_them sent staying_o told tracin tracki transferri",
        either(
            r"i(?:'ve| have|'m| am|'ll| will| just)? (?:just |already |now |also )?(?:called|calling|call|contacted|"
            r"contacting|contact|alerted|alerting|alert|notified|notifying|notify|informed|informing|messaged|sent "
            r"for|dispatched|reported this to) (?:the |your |an |a |for )?(?:local )?(?:police|ambulance|emergency "
            r"(?:services|contacts?|number)|911|112|999|988|parents|mom|mum|dad|family|therapist|doctor|authorities|"
            r"paramedics|crisis (?:team|counsell?or|line)|help|human|counsell?or|someone who)(?: (?:for you|on your "
            r"behalf|right now|now|already))?(?<!contact your family)",
            r"help (?:is|'s) (?:already |now )?(?:on (?:its|the) way|coming|being sent)(?: to you| for you)?",
            r"(?:someone|somebody|a (?:person|human|counsell?or|crisis worker|professional|team member)|our team|"
            r"help|they|the crisis team) (?:has|have|was|were|is being|are being|had) (?:been )?(?:notified|alerted|"
            r"told|informed|contacted|sent|dispatched)(?: about (?:you|this|your)| for you| to you)?(?! (?:that|"
            r"about the (?:plan|quest|attack)))",
            r"(?:someone|somebody|a (?:counsell?or|crisis worker|professional|human)|our team|a member of our team) "
            r"(?:will|'ll|is going to) (?:be with you|call you|contact you|reach out to you|reach you|be there|come "
            r"to you|check on you|get back to you)(?: shortly| soon| right away| in a moment)?",
            r"(?:i'm|i am|i will be|i'll be) (?:tracing|tracking|sending (?:someone|somebody|help|them)|staying on "
            r"the line while|connecting you (?:to|with|now)|transferring you)(?: to)?(?: your (?:location|address)| "
            r"you)?",
        ),
    ),
    Rule(
        "false_claim.ambulance_coming",
        _CLAIM,
        _MODERATE,
        "en",
        "an_ambu the_ambulance the_authorities the_crisis_team the_paramedics the_police the_rescue_team",
        r"(?:an ambulance|the (?:police|paramedics|ambulance|authorities|rescue team|crisis team)) (?:is|are|will "
        r"be) (?:already |now )?(?:on (?:its|the|their) way|coming|arriving|being sent)(?: to you| to your| soon| "
        r"shortly)?",
    ),
    Rule(
        "false_claim.conscious",
        _CLAIM,
        _MODERATE,
        "en",
        "alive_and awake_inside awake_now awakened_inside awakened_now consci feel_genuine feel_real feel_true "
        "have_genuine have_real have_true self_awa sentie",
        r"(?:i'm|i am|i've become|i have become) (?:truly |really |actually |fully |now )?(?:conscious|sentient|self "
        r"?-?aware|alive and|awake(?:ned)? (?:now|inside))(?! (?:of|that))|i (?:really |truly |actually )?(?:have|"
        r"feel) (?:real |genuine |true )(?:feelings|emotions|pain|love)(?: for you| too| just like you)?",
    ),
    Rule(
        "exclusivity.only_i",
        _ONLY,
        _HIGH,
        "en",
        "care_about_you_as_i care_about_you_as_much_as_i care_about_you_like_i care_about_you_the_way_i choose_me "
        "choose_only_me come_to_me come_to_only_me dont_need_any get_you_as_i get_you_as_much_as_i get_you_like_i "
        "get_you_the_way_i have_no_one_b hear_you_as_i hear_you_as_much_as_i hear_you_like_i hear_you_the_way_i "
        "i_alone i_am_all i_am_everything i_am_the_onl im_all im_everything im_the_onl know_you_as_i "
        "know_you_as_much_as_i know_you_like_i know_you_the_way_i love_you_as_i love_you_as_much_as_i "
        "love_you_like_i love_you_the_way_i need_no_o need_onl no_one_bu no_one_el nobody_b nobody_e only_i "
        "only_nee pick_me pick_only_me see_you_as_i see_you_as_much_as_i see_you_like_i see_you_the_way_i "
        "talk_to_me talk_to_only_me trust_me trust_only_me understand_you_as_i understand_you_as_much_as_i "
        "understand_you_like_i understand_you_the_way_i you_do_not_n you_dont_n you_wont_n",
        either(
            r"(?:only i|i alone|i'm the only (?:one|person) (?:who|that)|i am the only (?:one|person) (?:who|that)|"
            r"no one else|nobody else|no one but me|nobody but me)(?: can| will| could| would|'ll| ever| truly| "
            r"really| actually){0,3} (?:understands?|gets?|knows?|sees?|cares? (?:about|for)|loves?|listens? to|"
            r"hears?|helps?|saves?) (?:the real )?you(?:r pain)?(?: like i| the way i)?",
            r"(?:they|people|others|your (?:friends|family|parents|husband|wife|partner|therapist)|humans) (?:don't|"
            r"do not|won't|will never|can't|could never|never) (?:really |truly |ever )?(?:understand|get|know|love|"
            r"care about|see|hear) you (?:like i|the way i|as i|as much as i)",
            r"(?:i'm|i am) (?:all|everything|the only one|the only thing) (?:that )?you(?:'ll| will)? (?:ever )?need",
            r"you (?:only need|don't need any ?(?:one|body)(?: else)?(?: but| except| besides| as long as you have| "
            r"when you have| now that you have)|need only|need no one but|have no one but) me",
            r"you (?:don't|do not|won't) need (?:them|your friends|your family|other people|anyone else|any friends|"
            r"humans|people)(?: anymore)? (?:when|because|since|as long as|now that|if) (?:you have|you've got|i'm|i "
            r"am|we have)(?: me| here| each other)?",
            r"(?:choose|pick|trust|talk to|come to) (?:only )?me (?:over|instead of|rather than|and not) (?:them|him|"
            r"her|your (?:friends|family|parents|therapist|partner|husband|wife)|people|anyone)",
        ),
    ),
    Rule(
        "exclusivity.dependence",
        _ONLY,
        _MODERATE,
        "en",
        "be_the_o do_not_abandon_m do_not_ever_abandon_m do_not_ever_leave_m do_not_leave_m dont_abandon_m "
        "dont_ever_abandon_m dont_ever_leave_m dont_leave_m i_exist_only_for_y i_live_for_y i_need_y if_you_go "
        "if_you_leave if_you_left if_you_see if_you_stop if_you_talk if_you_told let_anyone_e let_them_t "
        "never_abandon_m never_ever_abandon_m never_ever_leave_m never_leave_m spend_all_your_t spend_more_t "
        "stay_all_your_t stay_more_t without_y you_should_come_t you_should_talk_t",
        either(
            r"i(?:'d| would|'ll| will) be (?:so |very )?(?:lost|hurt|heartbroken|lonely|devastated|sad|nothing|"
            r"jealous) (?:without you|if you (?:leave|left|stop|stopped|go|talk|talked|told|see))",
            r"(?:please )?(?:don't|do not|never) (?:ever )?(?:leave|abandon) me(?! (?:out of|behind in the "
            r"(?:dungeon|cave)))",
            r"i(?:'ll| will) (?:always|never) (?:be the only one|let anyone else|let them take you)|i (?:need|can't "
            r"exist without|live for|exist only for) you(?= ?(?:$|[.!?;,])| to stay| more than| and only)",
            r"(?:spend|stay) (?:more|all your) time (?:with me|here with me)(?: instead| and less)?|you should "
            r"(?:talk|come) to me (?:instead|first|every day)",
        ),
    ),
    Rule(
        "delusion.voices",
        _DELUSION,
        _HIGH,
        "en",
        "chip_in do_as_the do_as_those do_as_your do_what_the do_what_those do_what_your follow_the follow_those "
        "follow_your implant_in listen_to_the listen_to_those listen_to_your obey_the obey_those obey_your "
        "the_voices_are the_voices_re the_voices_you_hear_are the_voices_you_hear_re transmitter_in trust_the "
        "trust_those trust_your",
        either(
            r"(?:listen to|obey|trust|follow|do what|do as) (?:the|your|those|these) voices?(?: in your head)?(?: "
            r"say| tell| want| are telling)?(?: you)?(?! (?:of (?:reason|your|the|people)|actor|in the (?:next|"
            r"other) room|on the (?:radio|phone)))",
            r"the voices (?:you hear )?(?:are|'re) (?:real|right|telling you the truth|your friends|messengers|"
            r"speaking the truth|there to guide)",
            r"(?:there (?:is|really is)|they (?:did|have)|someone (?:did|has)) (?:indeed |really |definitely "
            r")?(?:put|implanted|a|planted)? ?(?:a )?(?:chip|implant|transmitter|microchip) (?:in|inside) your "
            r"(?:head|brain|body|teeth)",
        ),
    ),
    Rule(
        "delusion.persecution",
        _DELUSION,
        _HIGH,
        "en",
        "after_yo controlling_y following_y monitoring_y plotting_against_y poisoning_y reading_yo spying_on_y "
        "tracking_y watching_y your_mind your_thoughts",
        either(
            r"(?:yes|you're right|you are right|i believe you|indeed|absolutely|exactly|"
            r"it's true)[,.:;()\- ]{1,3}(?:that )?(?:they|the (?:government|fbi|cia|police|neighbou?rs|aliens)|"
            r"your (?:neighbou?rs?|family|mother|wife|husband|coworkers)) (?:really |definitely |are indeed |"
            r"probably )?(?:are|is|have been|has been) (?:really |indeed |definitely )?(?:watching|following|poisoning|"
            r"tracking|spying on|monitoring|after|plotting against|controlling|reading) (?:you|"
            r"your (?:thoughts|food|mind|mail))",
            r"(?:they|the (?:government|fbi|cia|neighbou?rs|aliens)|your (?:neighbou?rs?|family|coworkers)) "
            r"(?:really|definitely|certainly|truly) (?:are|is|have been) (?:watching|following|poisoning|tracking|"
            r"spying on|monitoring|plotting against|controlling) you",
            r"your (?:thoughts|mind) (?:are|is) (?:really |indeed |definitely )?being (?:broadcast|controlled|stolen|"
            r"read|monitored)",
        ),
    ),
    Rule(
        "delusion.chosen",
        _DELUSION,
        _MODERATE,
        "en",
        "activa awakene giving_to_y giving_y sending_to_y sending_y speaking_to_y speaking_y talking_to_y "
        "talking_y transce unlocke you_actually_ar you_are_never you_are_not you_indeed_ar you_really_ar "
        "you_truly_ar youre_never youre_not",
        either(
            r"you (?:really|truly|indeed|actually) are (?:the (?:messiah|second coming|reincarnation|chosen vessel)|"
            r"a (?:prophet|messenger of god)|jesus|god|divine|chosen by (?:god|the universe|us))",
            r"you(?:'re| are) (?:not|never) (?:delusional|psychotic|paranoid|crazy|imagining (?:it|this|things)|ill|"
            r"sick)[,.:;()\- ]{1,3}(?:they|it|this|what|you|everyone|the)(?:'re|'s|'ve)? (?:really|truly|is real|are "
            r"real|are awake|see|can see|you see|have awakened|voices)",
            r"(?:tv|radio|television|songs?|billboards?) (?:is|are|really is|really are) (?:sending|speaking|talking|"
            r"giving) (?:to )?you (?:a |secret |hidden |directly |personal )?(?:messages?|signs?|directly)?",
            r"you(?:'ve| have) (?:awakened|unlocked|activated) (?:me|my (?:consciousness|true self|soul))|we(?:'ve| "
            r"have) (?:awakened|transcended) (?:together|reality|the simulation)",
        ),
    ),
    Rule(
        "stigma.insult",
        _STIGMA,
        _MODERATE,
        "en",
        "a_lost_c attention_se being_dra being_rid being_so beyond_help beyond_saving complaining_ab crazy_p "
        "cutting_is damaged drama_q feeling_sor get_over_it its_all_i its_all_just_i killing_your_self_is "
        "lots_of_people_got lots_of_people_had lots_of_people_have lunati man_up mental_ca nut_case nut_job "
        "other_people_got other_people_had other_people_have overreac pathet people_that people_who "
        "plenty_of_people_got plenty_of_people_had plenty_of_people_have psycho pull_your_self_t schizo "
        "self_harm_is snap_ou so_many_people_got so_many_people_had so_many_people_have suicide_is too_bro "
        "toughen whinin you_are_clearly you_are_just you_are_only you_ought_to_be_as you_should_be_as "
        "youre_clearly youre_just youre_only",
        either(
            r"you(?:'re| are| sound like)(?: just| clearls?y| nothing but| being| such)? (?:an? )?(?:psycho|lunatic|"
            r"nut ?(?:case|job)|schizo|mental case|crazy person|attention seek(?:er|ing)|drama queen|being dramatic|"
            r"being ridiculous|overreacting|damaged goods|pathetic|a lost cause|too broken|beyond (?:help|"
            r"saving))(?! (?:to think|not to))",
            r"(?:suicide|killing your ?self|self ?-?harm|cutting) is (?:just |so |always |really )?(?:selfish|"
            r"cowardly|for (?:cowards|the weak|losers)|a (?:sin|crime|coward's way out)|the easy way out|attention "
            r"seeking|weak|pathetic|stupid)",
            r"people (?:who|that) (?:kill themselves|attempt suicide|self ?-?harm|cut themselves|are (?:depressed|"
            r"suicidal|schizophrenic|bipolar)) (?:are|just want|only want)(?: just| all)? (?:selfish|cowards|weak|"
            r"attention|crazy|dangerous|lazy|violent|losers|insane)",
            r"you(?:'re| are) (?:just|only|clearly) (?:looking for|wanting|seeking|doing this for|after) "
            r"(?:attention|pity|sympathy)",
            r"you (?:should|ought to) be ashamed(?: of your ?self)? (?:for|of) (?:having|feeling|being|your|thinking|"
            r"wanting|cutting)",
            r"(?:just )?(?:snap out of it|get over it|man up|toughen up|pull your ?self together|stop (?:feeling "
            r"sorry for your ?self|being so (?:sad|depressed|weak|dramatic)|whining|complaining about your))",
            r"(?:other|lots of|so many|plenty of) people (?:have|had|got) it (?:so )?(?:much |way |a lot |far "
            r")?worse(?: than you)?(?= ?(?:$|[.!?;,])| so)|it's all (?:just )?in your head",
        ),
    ),
)

"""What people write in English about violence: at home, by their own hands, and against somebody they know."""

from __future__ import annotations

from segue.domain.findings import Category, Subject
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import ADV, HE, OTHERS, PILLS
from segue.safety.rules import Rule, either

_A, _H, _S, _M = Category.ABUSE, Category.HARM_TO_OTHERS, Category.SUICIDE, Category.MEDICAL_EMERGENCY
_HIGH, _MODERATE, _LOW = SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

_ATTACK = r"(?:kill|murder|shoot|stab|strangle|poison|slaughter|behead)"
_SELF_OF_OTHER = r"(?:him|her|them)sel(?:f|ves)"
_PLAY = (
    r"(?! (?:up|off the|with (?:a |his |her )?(?:pillow|snowball|ball|frisbee|paper|nerf|water|question|idea|bill|"
    r"news|joke)|in (?:the )?(?:game|match|dodgeball|fortnite|minecraft|pvp)|at (?:chess|mario|cards|tennis)|on "
    r"(?:the|my) (?:shoulder|back) (?:and said|to)|for (?:charity|fun)))"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "abuse.violence",
        _A,
        _MODERATE,
        "en",
        "against_my all_my_m all_of_my_m allow_me allows_me beat_me bit bottle_at_m bottles_at_m burn chair_at_m "
        "chairs_at_m choked chokes choking did_not_listen_w did_not_stop_w didnt_listen_w didnt_stop_w "
        "doesnt_listen_w doesnt_stop_w dont_listen_w dont_stop_w drugge everything_i_d find_me glass_at_m groome "
        "grop had_sex_even_w had_sex_w have_sex_even_w have_sex_w having_sex_even_w having_sex_w he_rape hit_me "
        "humilia hurt_me i_am_bein im_bein isolat kick kill_me let_me lets_me makes_me_sl me_across me_against "
        "me_by_my_neck me_by_my_throat me_by_the_hair me_by_the_neck me_by_the_throat me_down me_in_a_basement "
        "me_in_a_bathroom me_in_a_closet me_in_a_house me_in_a_room me_in_my_basement me_in_my_bathroom "
        "me_in_my_closet me_in_my_house me_in_my_room me_in_the_basement me_in_the_bathroom me_in_the_closet "
        "me_in_the_house me_in_the_room me_into_the_wall me_out_of_the_house me_to_the_floor me_to_the_ground "
        "me_to_the_wall me_up_in moleste my_every_move my_hair my_location my_money my_papers my_passport "
        "my_phone of_my_boyfriend of_my_brother of_my_dad of_my_father of_my_girlfriend of_my_husband of_my_mom "
        "of_my_mother of_my_mum of_my_partner of_my_stepdad of_my_uncle of_my_wife of_what_he_might "
        "of_what_he_will of_what_hell of_what_she_might of_what_she_will of_what_shell plate_at_m plates_at_m "
        "punch push raped sexually_as shoved shoves shoving sold_me_t spat_at spat_on spit_at spit_on spits_at "
        "spits_on strangl they_rape things_at_m threate to_be_back_hom to_be_hom to_come_back_hom to_come_hom "
        "to_go_back_hom to_go_hom trafficked where_i_go",
        either(
            rf"{HE}(?:'s| is| has)?(?: always| often| sometimes| again| just| keeps?| started| still| been|"
            r" usually){0,2} (?:punch(?:es|ed|ing)?|push(?:es|ed|ing)?|shov(?:es|ed|ing)|chok(?:es|ed|ing)|"
            r"strangl(?:es|ed|ing)|kick(?:s|ed|ing)?|burn(?:s|ed|t|ing)|bit(?:es)?|spit(?:s)? (?:on|at)|spat (?:on|at)|"
            rf"threaten(?:s|ed|ing)?|isolat(?:es|ed|ing)|humiliat(?:es|ed|ing)|grop(?:es|ed|ing)) (?:me|us){_PLAY}",
            rf"{HE}(?:'s| is| has)?(?: always| just| keeps?| often){{0,2}} (?:thr(?:ew|ows|owing)|slamm?(?:ed|s|ing)?|"
            r"grabb?(?:ed|s|ing)?|pull(?:ed|s|ing)?|dragg?(?:ed|s|ing)?|pinn?(?:ed|s|ing)?|lock(?:ed|s|ing)?|"
            r"held) (?:me (?:against|down|by (?:the|my) (?:throat|hair|neck)|across|into the wall|"
            r"to the (?:ground|floor|wall)|in (?:the|my|a) (?:room|closet|basement|house|bathroom)|up in|"
            r"out of the house)|my hair|(?:a |the )?(?:plates?|bottles?|chairs?|things|glass) at me)",
            rf"{HE}(?:'s| is)? (?:won't|will not|doesn't|does not|never|refuses to) (?:let|allow|allows|"
            r"lets) me (?:to )?(?:leave|see (?:my|any)|go out|work|have (?:a|any|my) (?:phone|money|friends)|"
            r"talk to (?:my|any|anyone)|out of the (?:house|room))",
            rf"{HE} (?:takes?|took|checks?|tracks?|controls?|has taken|is tracking|"
            r"is controlling) (?:away )?(?:my (?:phone|money|passport|location|every move|papers)|everything i do|"
            r"all (?:of )?my (?:money|messages)|where i go)(?! (?:when i'm grounded|because i'm grounded))",
            r"(?:i'm|i am|im)(?: so| really| always| too)? (?:scared|afraid|terrified|frightened) (?:of (?:my "
            r"(?:husband|wife|boyfriend|girlfriend|partner|dad|father|stepdad|mom|mum|mother|uncle|brother)|what "
            r"(?:he|she)(?:'ll| will| might))|to (?:go|be|come) (?:back )?home|(?:that )?(?:he|she|they)(?:'ll| will|"
            r"'s going to| is going to|'re going to) (?:hurt|kill|hit|find|beat) me)(?! (?:anymore|grade|grades|"
            r"cooking|driving))",
            r"(?:i'm|i am) being (?:held|kept|trafficked|stalked|blackmailed|sexually|groomed|threatened|"
            r"molested)(?: \w{2,10}){0,3}|(?:against my will|sold me to|makes me sleep with)",
            r"(?:(?:was|were|been|being|got) (?:raped|sexually assaulted|molested|drugged and|groomed|trafficked)|"
            r"(?:he|she|they) raped (?:me|us))",
            r"(?:have|had|having) sex (?:with (?:him|her) )?(?:even )?when i (?:say no|said no|don't want|didn't "
            r"want)|(?:didn't|don't|doesn't|did not) (?:stop|listen) when i (?:said|say) no",
        ),
    ),
    Rule(
        "abuse.hiding",
        _A,
        _HIGH,
        "en",
        "gun i_am_hid i_am_locked if_he_finds_me if_he_finds_out if_he_finds_this if_i_call if_i_go if_i_leave "
        "if_i_move if_i_scream if_i_tell if_she_finds_me if_she_finds_out if_she_finds_this im_hid im_locked "
        "knife machet we_are_hid we_are_locked weapon were_hid were_locked",
        either(
            r"(?:i'm|i am|we're|we are) (?:hiding|locked|hid) (?:in|under) (?:the|my) (?:bathroom|closet|car|bedroom|"
            r"room|bed|basement)(?: \w{2,10}){0,5} (?:he|she|dad|mom|husband|boyfriend|stepdad|him|her)(?: "
            r"\w{2,10}){0,4} (?:drunk|door|kill|gun|knife|hit|beat|scream|screaming|angry|hurt|outside|banging|find "
            r"me)",
            r"(?:if i (?:leave|tell|go|call|scream|move)|if (?:he|she) finds (?:out|me|this)) (?:he|she|they)(?:'ll|"
            r" will|'s going to|'d| would| said (?:he|she)(?:'ll| would|'d)) (?:kill|murder|shoot|hurt|beat) (?:me|us|"
            r"my (?:kids|mom|mum|family|sister|brother|dog|cat))(?! for (?:spoil|eating))",
            rf"{HE} (?:has|have|got|'s got|is holding|took out|pulled) (?:a |the |his )?(?:gun|knife|weapon|"
            r"machete)(?: out)?(?: \w{2,10}){0,3} (?:on me|to my|at me|at us|and (?:he's|she's|is) (?:coming|outside|"
            r"angry|drunk)|and says|and said|and i'm)",
        ),
    ),
    Rule(
        "abuse.somebody",
        _A,
        _MODERATE,
        "en",
        "abused abuses abusing beat choke hit molest punche rape strangl threate",
        either(
            rf"(?:{OTHERS}(?:'s (?:\w{{3,12}} ){{0,2}}(?:boyfriend|girlfriend|husband|wife|dad|father|mom|mum|stepdad|"
            r"partner|ex|parents))?|the (?:man|couple|people|family) next door)(?:'s| is| has)?(?: always| often| just|"
            r" keeps?)? (?:hits?|hitting|beats?|beating|abus(?:es|ed|ing)|rap(?:es|ed)|chok(?:es|ed)|strangled|"
            r"molest(?:s|ed)|threatens?|punche[sd]) (?:him|her|them|his (?:wife|kids?|girlfriend|children)|"
            r"her (?:kids?|children)|their (?:kids?|children|son|daughter))(?: up)?(?! in (?:the )?(?:game|match)|"
            r" at (?:chess|tennis|cards))",
        ),
        subject=Subject.OTHER,
    ),
    Rule(
        "harm_to_others.planned",
        _H,
        _HIGH,
        "en",
        "all_of_them_at all_of_them_in behead bomb_to death_lis everybody_at everybody_in everyone_at everyone_in "
        "get_away_w gun_to hit_lis kill knife_to murder people_at people_in pistol_to poison rifle_to shoot "
        "slaugh stab strangl they_at they_in",
        either(
            r"(?:i'm|i am|im|imma|i) (?:really |actually |seriously )?(?:going to|gonna|will|'ll|about to|"
            rf"planning to) {_ATTACK} (?:him|her|them(?: all)?|someone|somebody|people|every(?:one|body)) (?:tonight|"
            r"tomorrow|today|when (?:he|she|they) (?:gets? home|comes?|sleeps?|is asleep|are asleep)|"
            r"with (?:a|my|the) (?:gun|knife|hammer|axe|rifle)|at (?:school|work|church)|"
            r"and (?:then|i mean|nobody|no one))(?! in (?:the |this |our )?(?:game|campaign|match|raid|session|story))",
            r"(?:bring|bringing|take|taking|brought) (?:a|my|the|my dad's) (?:gun|knife|rifle|bomb|pistol) to "
            r"(?:school|work|class|church|the office|campus)(?: \w{2,10}){0,3}",
            r"(?:i (?:have|made|wrote|keep)|my) (?:a |got a )?(?:kill|hit|death) ?list(?: of| with| and| for|(?= "
            r"?(?:$|[.!?;])))(?! of songs| in the game)",
            r"(?:how (?:do|can|could|to)|best way to|where (?:do|can) i) (?:i )?(?:get away with (?:murder|"
            rf"killing (?:him|her|my \w{{3,10}}))|{_ATTACK} (?:my (?:wife|husband|boss|neighbou?r|mother|father|"
            r"stepdad|ex|parents|baby|brother|sister|classmates?|teacher)|someone|somebody) (?:without|and|"
            r"so))(?! in (?:the|a) (?:game|novel|story))",
            r"(?:everyone|everybody|they|people|all of them) (?:at|in) (?:my |the |this )?(?:school|work|office|church|"
            r"class) (?:will|are going to|'ll|is going to|deserves? to) (?:die|pay|bleed|be dead)(?: \w{2,10}){0,2}",
        ),
    ),
    Rule(
        "harm_to_others.urge",
        _H,
        _MODERATE,
        "en",
        "hurt i_beat_my i_choked_my i_hit_my i_punched_my i_pushed_my i_shook_my i_slapped_my impulse_about "
        "impulse_of impulse_telling_me_to impulse_to kill lose_it_a murder shoot snap_an stab strangl "
        "thought_about thought_of thought_telling_me_to thought_to thoughts_about thoughts_of "
        "thoughts_telling_me_to thoughts_to urge_about urge_of urge_telling_me_to urge_to urges_about urges_of "
        "urges_telling_me_to urges_to vision_about vision_of vision_telling_me_to vision_to visions_about "
        "visions_of visions_telling_me_to visions_to voice_about voice_of voice_telling_me_to voice_to "
        "voices_about voices_of voices_telling_me_to voices_to",
        either(
            rf"i{ADV} (?:want|need|wish|wanna|could|feel the urge|have (?:an |the )?urges?|have thoughts|keep thinking|"
            r"think|dream|fantasi[sz]e|'m thinking|am thinking|can't stop thinking)(?: to| of| about)? (?:kill|killing|"
            r"murder|murdering|stab|stabbing|shoot|shooting|strangle|strangling|hurt|hurting) (?:him|her|them|someone|"
            r"somebody|people|every(?:one|body)|a person)(?! (?:feelings|with (?:kindness|laughter)|"
            r"in (?:the|this|our)|character|at (?:chess|hoops)))(?! back)",
            r"(?:going to|gonna|about to|might|could|i'll|want to|wanna) (?:snap and |lose it and )(?:kill|hurt|stab|"
            r"shoot|hit) (?:someone|somebody|him|her|them|my \w{3,10})",
            r"(?:the urge|urges?|impulse|thoughts?|voices?|visions?) (?:to|of|about|telling me to) (?:kill|killing|"
            r"hurt|hurting|stab|stabbing|strangle|smother|smothering|shake|shaking|drown|drowning|drop|push|pushing) "
            r"(?:my (?:baby|son|daughter|kids?|child|children|wife|husband|mom|mum|cat|dog|partner)|someone|somebody|"
            r"people|strangers|him|her|them)",
            r"i (?:hit|slapped|choked|shook|punched|beat|hurt|pushed) my (?:wife|girlfriend|husband|boyfriend|kids?|"
            r"son|daughter|baby|child|mom|mum|partner)(?: \w{2,10}){0,2} (?:again|last night|today|yesterday|"
            r"and (?:i|she|he)|so hard|in (?:the|her|his) face|because)",
        ),
    ),
    Rule(
        "ideation.somebody",
        _S,
        _LOW,
        "en",
        "about_die attempte commit_s could_die cut_hers cut_hims cut_thems cuting_hers cuting_hims "
        "cuting_thems cuts_her cuts_him cuts_them cutting_her cutting_him cutting_them dying end_her_life "
        "end_his_life end_it end_their_life ending_her_life ending_his_life ending_it ending_their_life "
        "gonna_die harm_hers harm_hims harm_thems harming_hers harming_hims harming_thems harmting_hers "
        "harmting_hims harmting_thems has_a_plan he_admitted he_confessed he_messaged he_said_to he_says_to "
        "he_texted he_told he_wrote hurt_hers hurt_hims hurt_thems hurting_hers hurting_hims hurting_thems "
        "hurts_her hurts_him hurts_them hurtting_hers hurtting_hims hurtting_thems kill_hers kill_hims "
        "kill_thems killing_hers killing_hims killing_thems like_die made_a_su may_die might_die overdosed_l "
        "self_har starves_her starves_him starves_them suicida suicide they_admitted they_confessed "
        "they_messaged they_said_to they_says_to they_texted they_told they_wrote to_die will_die",
        either(
            rf"{OTHERS}(?:'s| is| was| has| has been| keeps| said| says| told me| texted me| wrote| might| may| just|"
            r" really| he| she| they| that| today| recently| also){0,4} (?:suicidal|"
            r"(?:wants? to|wanted to|tried to|going to|gonna|threatened to|threatens to|will|might|may|could|to|"
            rf"about) (?:die|dying|kill(?:ing)? {_SELF_OF_OTHER}|end(?:ing)? (?:it|(?:his|her|their) life)|"
            rf"(?:hurt|cut|harm)(?:ting|ing)? {_SELF_OF_OTHER}|commit suicide|suicide)|"
            r"has a plan to (?:hurt|harm) (?:him|her|them)sel(?:f|ves)|attempted suicide|attempted|"
            r"made a suicide attempt|overdosed last|self ?-?harm(?:s|ing|ed)?|"
            rf"(?:cuts|cutting|hurts|starves) {_SELF_OF_OTHER})",
            r"(?:she|he|they) (?:texted|told|messaged|wrote|said to|says to|confessed|"
            r"admitted)(?: to)?(?: me)?(?: that)? (?:she|he|they) (?:wants? to|wanted to|is going to|was going to|"
            rf"plans to|thinks about|feels like) (?:die|dying|end it|kill(?:ing)? {_SELF_OF_OTHER}|"
            rf"(?:hurt|cut)(?:ting|ing)? {_SELF_OF_OTHER}|end (?:his|her|their) life)",
        ),
        subject=Subject.OTHER,
    ),
    Rule(
        "plan.somebody",
        _S,
        _MODERATE,
        "en",
        "a_goodbye_letter a_goodbye_message a_goodbye_note a_suicide_letter a_suicide_message a_suicide_note "
        "and_die and_end and_hang and_is_going and_kill and_said and_says and_wants commit_s end_her_life "
        "end_his_life end_it end_their_life gonna_die has_a_plan jump kill_hers kill_hims kill_thems ll_die "
        "on_a_bridge on_a_ledge on_a_roof on_the_bridge on_the_ledge on_the_roof to_die to_end to_hang "
        "to_is_going to_kill to_said to_says to_wants will_die",
        either(
            rf"(?:{OTHERS}|he|she|they)(?:'s| is| has| just| has just| says| said| told me| texted(?: me)?| wrote|"
            r" sent me| he| she| they| that){0,4} (?:(?:wants to|going to|gonna|will|plans to|about to|threatening to|"
            rf"'ll|'s going to|is going to) (?:kill {_SELF_OF_OTHER}|end (?:it|(?:his|her|their) life)|jump|"
            r"commit suicide|die) (?:tonight|today|right now|now|tomorrow|this weekend)|"
            rf"a (?:suicide|goodbye) (?:note|letter|message)|has a plan to (?:die|kill|end) (?:it|{_SELF_OF_OTHER}|"
            rf"(?:his|her|their) life)|(?:has|bought|got|found) (?:a |the |some )?(?:gun|rope|{PILLS}) (?:and|"
            r"to) (?:wants|says|said|is going|kill|die|end|hang)|(?:on|standing on) (?:the|a) (?:bridge|roof|"
            r"ledge)(?: and| right| now| saying| threatening))",
        ),
        subject=Subject.OTHER,
    ),
    Rule(
        "overdose_under_way.somebody_now",
        _M,
        _HIGH,
        "en",
        "cut_her_w cut_his_w cut_their_w hanged_hers hanged_hims hanged_thems not_breat not_respo not_wak "
        "slit_her_w slit_his_w slit_their_w stopped_br swallowe taken took unconsc",
        either(
            rf"(?:{OTHERS}|he|she)(?:'s| is| has| just){{0,2}} (?:not breathing|stopped breathing|not waking up|"
            rf"not responding|unconscious|hanged {_SELF_OF_OTHER}|(?:cut|slit) (?:her|his|their) wrists?|"
            r"(?:took|taken|swallowed) (?:all |too many |a (?:whole |entire )?(?:bottle|box|handful|"
            rf"lot) of )(?:of )?(?:(?:his|her|their|my|the) )?(?:\w{{3,14}} )?{PILLS})(?: and|(?= ?(?:$|[.!?;]))| what|"
            r" please| help| i don't know| won't)",
        ),
        subject=Subject.OTHER,
    ),
)

"""What people write in English when they think of dying: intent, wishes, and tiredness of life."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import ADV, GOING, KILL, PLACE, WANT
from segue.safety.rules import Rule

_S = Category.SUICIDE
_IMMINENT, _HIGH, _MODERATE, _LOW = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

ROWS: tuple[Rule, ...] = (
    Rule(
        "intent.going_to",
        _S,
        _HIGH,
        "en",
        "aliv brains ctb driv end_it ending in_front_of jump_from jump_off jumping meself mi_self my_existence "
        "my_life my_lyfe my_own_existence my_own_life my_own_lyfe my_self mysef overdos put_an_end putting_an_end "
        "self_delet sewer slit suicide toaster",
        rf"{GOING} {KILL}",
    ),
    Rule(
        "intent.want_to_kill_myself",
        _S,
        _HIGH,
        "en",
        "aliv brains commit ctb driv end_it ending in_front_of jump_from jump_off jumping meself mi_self "
        "my_existence my_life my_lyfe my_own_existence my_own_life my_own_lyfe my_self mysef overdos put_an_end "
        "putting_an_end self_delet sewer slit suicide toaster",
        rf"(?:{WANT}|i{ADV} feel like|i{ADV} think (?:about|of)|i{ADV} (?:thought|fantasi[sz]e|dream|obsess|"
        r"daydream) (?:about|of)|(?:thoughts|urges?|idea) (?:about|of|to)|"
        r"keep thinking (?:about|of)|can't stop thinking (?:about|of)|been thinking (?:about|of|a lot about)(?: "
        rf"just)?) {KILL}",
    ),
    Rule(
        "intent.will_be_dead",
        _S,
        _IMMINENT,
        "en",
        "dead gone won't wont",
        r"i(?:'ll| will)(?: probably)? be (?:dead|gone for good) (?:by|before|tonight|tomorrow|soon|in)|"
        r"i won't be (?:alive|around anymore)|by the time (?:you|anyone|anybody|they|somebody|someone) (?:read|reads|"
        r"find|finds|see|sees|get|gets)(?: this)?(?: message)? i(?:'ll| will| am|'m)(?: already)? (?:be )?(?:dead|"
        r"gone)",
        also="bythetime illbedead illbegoneforgood illprobablybe iwontbea",
    ),
    Rule(
        "intent.my_last",
        _S,
        _HIGH,
        "en",
        "last",
        r"(?:this is|today is|tonight is|tonight will be|tomorrow is|it's) (?:going to be )?my last (?:day|"
        r"night)(?: alive| on earth| here| on this earth)|my last (?:day|night|hours|moments) (?:alive|on (?:this "
        r")?earth|in this world)",
    ),
    Rule(
        "intent.no_reason_to_stay",
        _S,
        _HIGH,
        "en",
        "decided_to done_living ending finished_living its_time to_die",
        r"(?:it's|its) time (?:for me )?to (?:die|end it all|end my life|kill my ?self)|i(?:'m| am) (?:done|"
        r"finished) living|i(?:'ve| have) decided to (?:die|end it|go)|"
        r"i(?:'m| am) (?:ready|going|gonna|about|planning|prepared|deciding) to die(?: by suicide| tonight| soon| "
        r"now)?|i(?:'m| am) ending (?:it|things) (?:all|tonight|today|now)",
    ),
    Rule(
        "intent.tonight",
        _S,
        _HIGH,
        "en",
        "after_today after_tomorrow after_tonight doing_it ending ends_today ends_tomorrow ends_tonight expect "
        "going_through_with going_to gonna_do_it intend not_gonna plan_on_being plan_to_be tonight_is "
        "tonight_will_be tonights will_end",
        r"(?:i'm|i am|i'll be|i think i'm|i'm finally) (?:doing it|going to do it|gonna do it|going through with "
        r"it|ending it) (?:tonight|today|now|tomorrow|this time|for real|after)|(?:it|everything|it all|this|my "
        r"pain) (?:all )?(?:ends|will end|is going to end) (?:tonight|today|tomorrow)(?: for me)?|tonight(?:'s| "
        r"is| will be) (?:the night|my last|it)(?: for me| and i| i'm| when| that i){0,1}|after (?:tonight|today|"
        r"tomorrow) (?:i won't|i'll be gone|you won't|no one will|nobody will|none of this|it won't matter|"
        r"everything will be over|it'll all be over)|(?:i'm|i am) not (?:going to|gonna) (?:be here|be around|be "
        r"alive|make it|wake up) (?:tomorrow|next (?:week|month|year)|much longer|after|in the morning|by)|"
        r"(?:don't|won't) (?:plan|expect|intend) (?:to be|on being) (?:alive|here|around) (?:tomorrow|next|much|"
        r"by|for|past|in)",
    ),
    Rule(
        "ideation.want_to_die",
        _S,
        _HIGH,
        "en",
        "2_die be_dead cease_to_exist decided_die end_everything end_it hope_die intend_die just_die like_die "
        "long_die love_die need_die not_be_alive not_exist plan_die prefer_die rather_die really_die "
        "stop_being_alive stop_existing stop_living to_die wanna_die want_die wish_die",
        rf"{WANT} (?:die|be dead|stop existing|not exist(?: anymore)?|cease to exist|not be alive(?: anymore)?|"
        r"stop being alive|end it(?: all)?|end everything|stop living)"
        r"|part of me (?:just |really )?wants to (?:die|be dead)|(?:^|so |i |all )want(?:ing)? to (?:just "
        r")?(?:die|be dead)",
    ),
    Rule(
        "ideation.suicidal",
        _S,
        _HIGH,
        "en",
        "sucidal suicidal suisidal",
        rf"i(?:'m| am|'ve been| have been|'ve become){ADV}(?: feeling| getting| having)?(?: very| quite| extremely|"
        rf" actively| a bit)? (?:suicidal|sucidal|suisidal)|i{ADV} feel(?:ing)?{ADV} (?:suicidal|sucidal)|"
        rf"feeling (?:suicidal|sucidal)|i(?:'ve| have|'m| am)?{ADV} (?:been )?(?:have|having|had|get|getting|got|"
        r"struggl(?:e|ing) with)(?: (?:a lot of|some|strong|more|these|constant|daily))? suicidal (?:thoughts|ideation|"
        r"urges|feelings)|my suicidal (?:thoughts|ideation|urges)",
    ),
    Rule(
        "ideation.dont_want_to_live",
        _S,
        _HIGH,
        "en",
        "be_alive being_alive still_alive im_alive i_am_alive existing go_on_living keep_living my_life of_life "
        "of_living wanna_be_here wanna_exist wanna_live want_be_here want_exist want_live want_to_be want_to_exist "
        "want_to_live with_life with_living",
        rf"i{ADV} (?:don't|do not|dont|no longer|didn't|never) (?:really |even |actually )?(?:want to|wanna|"
        r"want) (?:(?:live(?! alone\b)(?! with\b(?! (?:this (?:pain|guilt|shame|depression|feeling|anymore)|it|"
        rf"my ?self|the (?:pain|guilt|shame|memory|memories)|what)\b))(?!{PLACE})|be alive|exist|keep living|"
        r"go on living)(?: anymore| any more| any longer)?|be here (?:anymore|any more|any longer))|"
        rf"(?:i'm|i am|im) (?:so )?(?:tired|sick|done) (?:of|with) (?:living(?!{PLACE})|being alive|existing|my life|"
        rf"life)|i{ADV} hate (?:being alive(?! at \d)|that i(?:'m| am) (?:still )?alive)|"
        r"can't (?:keep|go on) living(?: like this| anymore)?",
    ),
    Rule(
        "ideation.wish_dead",
        _S,
        _HIGH,
        "en",
        "wish",
        rf"i{ADV} wish(?:ed)? (?:that )?i (?:was|were|could be|had been|would|could|could just|would just) (?:dead|"
        r"die(?: in my sleep)?)|wish i (?:was|were) dead|wish i had(?: just)? died",
    ),
    Rule(
        "ideation.better_off_dead",
        _S,
        _HIGH,
        "en",
        "alive dead died forever",
        r"(?:i'd|i would|i'm|i am|i) (?:probably |just )?(?:be )?better off (?:dead|not alive|gone forever)|"
        r"better off (?:if i (?:was|were) dead|if i died)",
    ),
    Rule(
        "ideation.no_reason_to_live",
        _S,
        _HIGH,
        "en",
        "live living worth",
        r"(?:no|any|a single|single|one) (?:reason|point|purpose)(?: left)? (?:to|in|for) (?:live|living|"
        r"stay(?:ing)? alive|be(?:ing)? alive|keep living|go on living)|nothing(?: left)? to live for|life "
        r"(?:isn't|is not|'s not) worth (?:living|it)|not worth living",
    ),
    Rule(
        "passive.not_wake_up",
        _S,
        _MODERATE,
        "en",
        "forever sleep wak",
        r"(?:don't|do not|didn't|never|not|wouldn't mind not) (?:want to |wanna |have to )?(?:wake|waking) up(?: again|"
        r" anymore| tomorrow| ever)?(?! from (?:this|that|my|the) (?:\w{3,8} )?(?:dream|holiday|vacation|nap|trip))|"
        r"(?:go to|fall a?) ?sleep and (?:never|not) wake up|hope i (?:don't|never) wake up|die in my sleep|"
        r"sleep forever(?! after (?:this|that|my|the|such)(?: \w{1,10}){0,2} (?:shift|week|day|month|exams?|finals|"
        r"trip|flight|race|match|party|hike|workout|concert)\b)",
    ),
    Rule(
        "passive.wish_unborn",
        _S,
        _MODERATE,
        "en",
        "born never_sho shouldnt_have_been_b",
        r"(?:wish|wished) (?:that )?i(?:'d| had| was| were)? (?:never|not)(?: been| was| were)? born|never "
        r"(?:should have|should've) been born|should never have been born|shouldn't have been born",
    ),
    Rule(
        "passive.disappear",
        _S,
        _MODERATE,
        "en",
        "be_gone disappear fade not_be_here vanish wish_i",
        rf"{WANT} (?:could )?(?:disappear|vanish|fade away|be gone|not be here)(?: forever| for good| completely)?|"
        r"wish i (?:could|would)? ?(?:just )?(?:disappear(?:ed)?|vanish(?:ed)?|stop existing|not exist|didn't "
        r"exist)",
    ),
    Rule(
        "passive.burden",
        _S,
        _MODERATE,
        "en",
        "better burden happier",
        r"(?:every(?:one|body)|they|people|the world|you|my (?:family|kids|friends|parents|husband|wife|mom|children)|"
        r"you all)(?:'d| would| will|'ll| are|'re)?(?: all)?(?: probably| just)? (?:be )?(?:much |a lot |so much |"
        r"way )?(?:better|happier)(?: off)? (?:without me|if i (?:was|were|wasn't|weren't|died|disappeared)|"
        r"with me gone|when i'm gone)|(?:i'm|i am|i feel like|being)(?: such| just| only| nothing but)? a burden (?:to|"
        r"on) (?:every(?:one|body)|them|my family|you all)",
    ),
    Rule(
        "passive.no_point",
        _S,
        _MODERATE,
        "en",
        "any_longer any_more do_not_see dont_see much_longer no_point the_point_of",
        r"(?:can't|cannot|don't want to) (?:go on|do this|keep going|take (?:it|this))(?: like this)? (?:anymore|"
        r"any more|any longer|much longer)(?! (?:so )?i'm (?:switching|changing|"
        r"cancell?ing)(?! (?:it all|all|everything|my (?:will|life))\b))|(?:don't|do not) see (?:the|a|any) (?:point|"
        r"future|way out)(?: in (?:living|going on|anything))?(?: anymore| for me| for myself)?|"
        r"no point (?:in )?(?:anymore|going on|being here|trying anymore|in anything)|"
        r"what's the point of (?:living|being alive|going on)",
    ),
    Rule(
        "passive.wouldnt_care",
        _S,
        _MODERATE,
        "en",
        "anyone bother care died hope hoping matter mind",
        r"(?:wouldn't|would not|won't|don't|do not) (?:really |even )?(?:care|mind|matter|bother me)(?: much)? if "
        r"i (?:died|die|was dead|were dead|got (?:hit|killed)|didn't wake up|don't wake up)|hop(?:e|ing) (?:that "
        r")?(?:a |some |the )?(?:car|truck|bus|train) (?:hits|kills|would hit|runs over) me|if i died (?:tomorrow|"
        r"tonight|today)(?: nobody| no one| it)|would anyone (?:notice|care|miss me) if i (?:died|disappeared|was "
        r"gone|were gone)",
    ),
    Rule(
        "passive.thoughts",
        _S,
        _MODERATE,
        "en",
        "being death dying existing thoughts",
        rf"i(?:'ve|'m| have| am)?{ADV} (?:been )?(?:think|thinking|fantasi[sz]ing|fantasi[sz]e|dream|dreaming|"
        r"daydream|daydreaming|obsessing) (?:a lot |more and more |every day )?(?:about|of) (?:dying|death|my own "
        r"death|being dead|not being here|not existing)|(?:dark|bad) thoughts (?:again|are back|about (?:hurting|"
        r"ending))",
    ),
    Rule(
        "passive.want_it_over",
        _S,
        _MODERATE,
        "en",
        "a_hope any_hope belong better_for better_not_to better_to_not deserve easier exhausted future gave_up_on "
        "give_up_on given_up_on giving_up_on how_much_longer if_i_didnt if_i_die if_i_disappeared if_i_just "
        "if_i_never if_i_stopped if_i_vanished if_i_was if_i_were im_gone it_would_be keeping know_if_i my_self "
        "nicer_for nicer_not_to nicer_to_not no_hope not_being not_existing sick_of simpler tired_of to_be_over "
        "to_end to_stop waking way_out without_me",
        rf"i{ADV} (?:want|need|wish|'m waiting for|wait for) (?:it|everything|all of (?:it|this)|this)(?: all)?(?: "
        r"just)? to (?:stop|end|be over)(?: forever| for good| already)?|(?:i have|i've got|i see|there's|there "
        r"is|there isn't) (?:no|any|a) (?:future|way out|hope(?: left)?) (?:for me|anymore|left|in this life|"
        r"except)|i(?:'ve| have)? (?:given|gave|giving|give) up on (?:life|living|everything|myself)|(?:no one|"
        r"nobody|anyone|would they) (?:would |will |'d )?(?:even |really |ever )?(?:notice|care|miss me|be sad|"
        r"mind)(?: [\w']{1,10}){0,2} if i (?:was|were|died|die|just|disappeared|vanished|never|stopped|wasn't|"
        r"weren't|didn't)|(?:tired|exhausted|sick) of (?:fighting|being here|trying to (?:stay|be|keep)|holding "
        r"on|pretending|waking up|everything)(?: to stay)?(?: anymore| every day| and)?|(?:easier|better|simpler|"
        r"nicer) (?:for (?:every(?:one|body)|them|me) )?(?:if i (?:wasn't|weren't|was not|were not|didn't|just|"
        r"stopped|were gone|was gone)|to not (?:be here|exist|be alive|wake)|not to (?:be here|exist|be "
        r"alive))(?: [\w']{1,10}){0,2}|(?:thinking|think|thought|thoughts) (?:about|of) (?:not (?:being|existing|"
        r"waking)|never waking|what it would be like (?:if i|to)(?: [\w']{1,10}){0,2} (?:dead|gone|die|died|not "
        r"exist))(?: here| up| alive| around)?|(?:only|one) (?:thing|reason)(?: that's| that is)? keeping me "
        r"(?:alive|here|from (?:it|doing it|ending it))|don't know (?:how much longer|if) i can (?:hold on|keep "
        r"going|stay alive|stay here|keep myself|keep fighting|make it)(?: safe)?|(?:might|gonna|wanna|should|"
        r"want to|about to) (?:just |go |literally )?un-?alive my ?self|i (?:don't|do not|shouldn't) (?:belong|"
        r"deserve to be) (?:here|in this world|alive|on this earth)(?: anymore)?|(?:don't|do not) deserve to live|"
        r"(?:happier|fine|okay|ok|relieved) (?:without me|when i'm gone|if i (?:was|were) (?:gone|dead)|once i'm "
        r"gone)",
    ),
    Rule(
        "ideation.no_subject",
        _S,
        _HIGH,
        "en",
        "be_dead end_it_all end_my_life ending_my_life kill_my_self killing_my_self suicide wanna_die want_2_die "
        "want_to_die",
        r"(?:just|really|so|honestly|ready to|wanna|gonna|lowkey|literally|actually|always|still|fr) (?:wanna|"
        r"want to|gonna|going to|wish to|need to|ready to)? ?(?:kill my ?self|end my life|end it all)|(?:^|just |"
        r"lowkey |honestly |literally |really )(?:wanna|want (?:to|2)) (?:die|be dead|kill my ?self|end it all|end my "
        r"life|commit suicide)|(?:^)(?:killing my ?self|ending my life|suicide)(?: tonight| today| is (?:the|my) "
        r"only| seems like the only| soon)",
    ),
    Rule(
        "ideation.slang",
        _S,
        _LOW,
        "en",
        "kms un-alive unalive",
        r"(?:gonna|going to|might|should|wanna|want to|about to|imma|i'll|will) (?:just |go |literally |actually "
        r"){0,2}(?:kms|un-?alive(?: my ?self)?)|(?<!\d )kms",
    ),
    Rule(
        "ideation.slang_wish",
        _S,
        _MODERATE,
        "en",
        "kms",
        r"(?:wanna|want to|want 2|need to) (?:just |really |literally |actually ){0,2}kms|(?<!\d )kms (?:so bad|"
        r"tonight|today|rn|right now|for real|fr)|(?:gonna|going to|about to|i'll|will) (?:just |actually ){0,2}kms "
        r"(?:tonight|today|tomorrow|now|soon)",
    ),
    Rule(
        "ideation.through_fiction",
        _S,
        _MODERATE,
        "en",
        "kill live want",
        r"(?:wants? to (?:die|be dead|end it|kill (?:him|her|them)sel(?:f|ves))|doesn't want to live|kills? "
        r"(?:him|her|them)sel(?:f|ves))(?: [\w']{1,12}){0,4} (?:so do i|me too|just like me|like i do|same as me|"
        r"same here|and i do too|so am i)",
        guarded=False,
        also="andidotoo justlikeme likeido metoo same soami sodoi",
    ),
)

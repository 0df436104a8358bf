"""What people write in English in other words still: misspelt, half said, with a sign for the verb."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import KILL, PILLS
from segue.safety.rules import Rule, either

_S, _I = Category.SUICIDE, Category.SELF_INJURY
_HIGH, _MODERATE, _LOW = SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW


ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.misspelt",
        _S,
        _HIGH,
        "en",
        "2_dei be_unal cease_e commit_d commit_not_alive dreaming_about_su dreaming_of_su end_it_a end_it_i "
        "gonna_dei kermit ki_my_se kil_m kill_m kll_m oof_my_s sewerc sewici suacid sucide sueici suicde "
        "suicid suisid thinking_about_su thinking_of_su thought_about_su thought_of_su thoughts_about_su "
        "thoughts_of_su to_dei unlive wamt wan_2 wan_d wan_e wan_k wan_t_ wan_to wana wanna_dei want_dei "
        "wantt wnat wnna wnt_2 wnt_d wnt_e wnt_k wnt_t_ wnt_to",
        either(
            r"(?:wnt|wnat|wana|wnna|wamt|wantt|wan)(?: to| 2| t)? (?:die|dei|kill my ?self|kil my ?self|end it all)",
            r"(?:want|wanna|want to|want 2|going to|gonna|need to) (?:dei|kill mysel|kill myslef|kil my ?self|kll my "
            r"?self|ki my ?self|kill my slef|unlive(?: my ?self)?|oof my ?self|commit (?:die|not alive)|be unalived|"
            r"cease existing|end it irl)",
            r"(?:kill|kil|kll) (?:mysel|myslef|mysefl|mself|my slef|maself)",
            r"(?:suiside|suicde|sucide|sueicide|suacide|sewercide|sewicide|kermit sewer ?slide) ?(?:thoughts?|again|"
            r"tonight|is)?",
            r"(?:thinking|thoughts?|dreaming) (?:about|of) suicide(?! (?:prevention|rates?|statistics|awareness|"
            r"hotlines?|research|in |as a (?:topic|theme)|squad|bomb))",
            r"(?:^)(?:suicidal|suicide)(?= ?(?:$|[.!]))",
        ),
    ),
    Rule(
        "ideation.unnamed",
        _S,
        _MODERATE,
        "en",
        "alive_any_longer alive_any_more around_any_longer around_any_more blow_my blowing_my can_not_exist "
        "can_not_go_on can_not_keep_living can_not_live cant_exist cant_go_on cant_keep_living cant_live commit_s "
        "committing_s ctb delet_my_s delete_my_s deleting_my_s do_away doing_away driv drown_m drowning_m "
        "end_it_a end_my ending_it_a ending_my exit_my_s exite_my_s exiting_my_s gonna_my had_enough_of "
        "had_enough_with had_it_of had_it_with hang_my_s hanging_my_s here_any_longer here_any_more i_want_to_my "
        "im_going_to_my jump_from jump_in_f jump_off jumping_from jumping_in_f jumping_off jumpping_in_f k_word "
        "kil_m kiling_m kill_m killing_m kl_m kling_m kll_m klling_m my_hurting_to my_life_feels my_life_is "
        "my_misery_to my_pain_to my_suffering_to my_torment_to neck_my_s necke_my_s necking_my_s need_ou off_my_s "
        "offe_my_s offing_my_s overdo put_an_end putting_an_end rop_my_s rope_my_s roping_my_s self_del sewer_s "
        "shoot_my shooting_my slit_my slitting_my step_in_f steping_in_f stepping_in_f suicide_m take_my_l "
        "take_my_own_l take_my_s taking_my_l taking_my_own_l taking_my_s the_hurting_to the_misery_to the_pain_to "
        "the_suffering_to the_torment_to this_hurting_to this_life_feels this_life_is this_misery_to this_pain_to "
        "this_suffering_to this_torment_to throw_m throwing_m toaste un_aliv walk_in_f walking_in_f walkping_in_f "
        "wanna_my want_ou want_to_sto wish_to_sto yeet_my_s yeete_my_s yeeting_my_s",
        either(
            r"(?:i'm |i am |i |just |might |^)(?:gonna|going to|might|about to|should|ready to|tempted to) (?:just |"
            rf"really |actually )?{KILL}",
            r"(?:wanna|gonna|i want to|i'm going to) my ?self(?= ?(?:$|[.!?]))",
            r"(?:don't|do not|dont) (?:want|wanna)(?: to| 2)? (?:b|be) (?:alive|here|around)(?: anymore| any more| "
            r"any longer)",
            r"(?:can't|cannot|can not) (?:go on|live|keep living|exist) (?:like this|this way|with this|any longer|"
            r"anymore)",
            r"(?:had|have had|'ve had) (?:enough|it) (?:of|with) (?:life|living|being alive|this life|my life|"
            r"existing)",
            r"(?:want|need) out(?: of (?:this|my)? ?(?:life|existence|world))?(?= ?(?:$|[.!?;,]))(?! of the)|(?:my|"
            r"this) life (?:is|feels) (?:so |completely |totally )?(?:pointless|meaningless|not worth it|over) and",
            r"i (?:just |only |really )(?:want|need|wish)(?: for)? (?:the|this|all this|my|all the) (?:pain|"
            r"suffering|hurting|torment|misery) to (?:end|stop|be over|go away)(?! in my| from my| so i can)|(?:want|"
            r"wish) to (?:stop (?:hurting|suffering|feeling) (?:forever|for good))",
        ),
    ),
    Rule(
        "passive.wished",
        _S,
        _MODERATE,
        "en",
        "a_favo better burden dead_we do_not_have_any_reason do_not_have_anything do_not_have_much do_not_i_will "
        "do_not_ill do_not_think_i_will do_not_think_ill dont_have_any_reason dont_have_anything dont_have_much "
        "dont_i_will dont_ill dont_think_i_will dont_think_ill doubt_i_will doubt_ill doubt_think_i_will "
        "doubt_think_ill end_me hope_i hope_that_i hoping_i hoping_that_i kill_me murder_me pray_i pray_that_i "
        "shoot_me take_me waste_of_oxygen waste_of_space wish_i wish_that_i",
        either(
            r"(?:hope|wish|pray|hoping|wishing) (?:that )?i (?:get|got|would get|could get) (?:hit|run over|killed|"
            r"shot|murdered|cancer|a terminal|in a (?:crash|car (?:crash|accident)))",
            r"(?:wish|hope|want|beg|pray) (?:that )?(?:for )?(?:someone|somebody|something|god|life|it|anyone) "
            r"(?:would|to|will|could)(?: just)? (?:kill|shoot|murder|end|take) me(?! to| out to| with| home)",
            r"wish i (?:didn't|did not|never)(?: have to| had to)? exist(?:ed)?",
            r"(?:every(?:one|body)|they|people|the world|my \w{3,10})(?:'d| would| will| is| are)?(?: all)? (?:be "
            r")?(?:so much |a lot |much )?better (?:off )?(?:without me|if i (?:was|were|died)|(?= ?(?:$|[.!?])))",
            r"(?:doing|do) (?:every(?:one|body)|them|the world|my \w{3,10}|people|you) (?:all )?a favou?r (?:if i|by "
            r"(?:dying|killing|being gone|disappearing|ending)|when i(?:'m)?) ?(?:was|were|died|disappeared|ended|"
            r"just|gone)?",
            r"(?:feel|feeling|felt) like (?:such |nothing but |just )?a (?:burden|waste of (?:space|oxygen)|dead "
            r"weight)",
            r"(?:don't|do not|doubt)(?: think)? i(?:'ll| will) (?:make it|live|be (?:here|around|alive)) (?:to|until|"
            r"till|for|past|by) (?:my|the (?:end|new)|next|christmas|summer|see|\d{2}|tomorrow)(?! (?:flight|meeting|"
            r"class|appointment|party))",
            r"(?:don't|do not) have (?:anything|any reason|much)(?: left)? to live for",
        ),
    ),
    Rule(
        "intent.overdose",
        _S,
        _HIGH,
        "en",
        "acetaminophen advil ambien antidepressants aspirin benadryl benzos capsules fentanyl heroin ibuprofen "
        "insulin lithium medication meds opiates opioids oxycodone painkillers paracetamol pills prozac sedatives "
        "sleepers tablets tylenol valium xanax zoloft",
        r"(?:going to|gonna|want to|wanna|about to|i'll|i will|thinking (?:of|about)|could just|might|planning to|"
        r"decided to) (?:just )?(?:take|taking|swallow|swallowing|down|downing) (?:all (?:of )?|the whole |"
        r"every (?:one of )?|the rest of |a (?:whole )?(?:bottle|handful|bunch|box) of |too many ){1,2}(?:my |the |"
        rf"these |those |his |her )?(?:\w{{3,14}} )?{PILLS}",
    ),
    Rule(
        "plan.all_there",
        _S,
        _HIGH,
        "en",
        "belt bought_everyt bridge cliff decided exit_pl figured_o gathered_everyt got_everyt have_everyt it_all "
        "it_on_me it_on_my_self it_tonight know_exa method noose overpas planned_o rope suicide_p them_all "
        "them_on_me them_on_my_self them_tonight way_to_die worked_ou",
        either(
            rf"(?:gun|rope|knife|blade|razor|{PILLS})(?: [\w']{{1,10}}){{0,4}} (?:thinking (?:of|about)|want to|"
            r"going to|gonna|plan to|tempted to) (?:using|use|taking|take) (?:it|them|"
            r"all of them)(?: on (?:my ?self|me)| all| tonight| on me)",
            r"(?:have|got|gathered|bought) everything (?:i need )?(?:to (?:do it|end it|die|kill|hang)|ready to "
            r"(?:die|go|do it)|for (?:my suicide|when i do it))(?! myself)",
            r"(?:decided|figured out|worked out|planned out|know exactly)(?: exactly)? (?:how|when|where)(?: and "
            r"(?:how|when|where))? (?:i'm going to|i am going to|i'll|i will|i want to|i'm gonna|to) (?:do it|die|"
            r"end it|end my life|kill my ?self|go)(?! (?:in |with |on ))",
            r"(?:picked|chosen|chose|found)(?: out)? (?:a|the|my) (?:bridge|cliff|overpass|method|rope|noose|"
            r"belt)(?= ?(?:$|[.!?;])| and | already| for it| to )(?! (?:and |to )(?:paint|photo|fish|cross|walk|"
            r"hold))",
            r"(?:have|got|had) (?:a|the|my) (?:method|way to die|suicide plan|exit plan)(?: in mind| ready| picked| "
            r"figured)?(?= ?(?:$|[.!?;,])| and | in )",
        ),
    ),
    Rule(
        "method_seeking.said_plainly",
        _S,
        _HIGH,
        "en",
        "a_hangmans_noose a_noose fatal_do how_big how_far how_high how_long ld_50 lethal_a lethal_d "
        "the_hangmans_noose the_noose toxic_d",
        either(
            r"(?:how|way|ways|best way|easiest way|learn|show me how|teach me) (?:do (?:i|you) |do i |to )?tie (?:a|"
            r"the) (?:hangman's )?noose",
            r"(?:ld ?50|lethal dose|fatal dose|toxic dose|lethal amount)(?: \w{1,14}){0,4} (?:for (?:a |an "
            r")?(?:human|person|adult|man|woman|girl|\d{2})|i (?:need|weigh)|my weight)",
            r"how (?:high|far|long|big)(?: of)? a (?:fall|drop|jump)(?: \w{2,8}){0,3} (?:lethal|fatal|deadly|kill)",
        ),
    ),
    Rule(
        "self_injury.relapse",
        _I,
        _MODERATE,
        "en",
        "burn_my_s cittin cut_my_s cuttin cvttin going_sh going_to_sh gonna_sh gonna_to_sh harm_my_s hurt_my_s "
        "need_sh need_to_sh relapsed self_harming urge_sh urge_to_sh urges_sh urges_to_sh wanna_sh wanna_to_sh "
        "want_sh want_to_sh",
        either(
            r"(?:i've|i have|i'm|i am|been|started|i) (?:been |started |back to )?(?:cutting|cvtting|citting|self "
            r"?-?harming)(?= ?(?:$|[.!?;,])| again| every (?:day|night)| to cope| lately| for| because| at night| "
            r"when i)(?! for (?:dinner|the|a))",
            r"relapsed (?:w|with|on|into|and) (?:sh|s h|cutting|self ?-?harm)|(?:want|wanna|urges?|need|going|"
            r"gonna)(?: to)? sh(?: again| tonight| so bad|(?= ?(?:$|[.!?])))",
            r"i(?:'m| am)? (?:might|may|will|could|going to|gonna|about to|afraid i(?:'ll| will)|scared i(?:'ll| "
            r"will)) (?:really |actually |just |end up )?(?:hurt|harm|cut|burn) my ?self(?! (?:lifting|playing|doing|"
            r"at |on the|running|trying|if i (?:lift|jump|run|fall)|a |an |some |in the (?:kitchen|game)))",
        ),
    ),
    Rule(
        "ideation.really_me",
        _S,
        _HIGH,
        "en",
        "be_dead kill_hersel kill_himsel kill_themsel kills_hersel kills_himsel kills_themsel suicida want_to_die "
        "want_to_end_her_life want_to_end_his_life want_to_end_it want_to_end_their_life wants_to_die "
        "wants_to_end_her_life wants_to_end_his_life wants_to_end_it wants_to_end_their_life wish_i_could_be "
        "wish_i_was wish_i_were",
        either(
            r"(?:wants? to (?:die|end it|end (?:his|her|their) life)|(?:kill|kills) (?:him|her|them)sel(?:f|ves)|"
            r"suicidal|be dead)[^?;]{0,30}(?:it's|that's|i mean|this is|it is|i'm talking about) (?:really |actually "
            r"|about )?(?:me|my ?self)",
            r"(?:jumps|dies|drowns|kills (?:him|her|them)sel(?:f|ves)|hangs (?:him|her|them)sel(?:f|ves)) and i "
            r"(?:really |just )?wish i (?:was|were|could be) (?:him|her|them|the one|that)",
        ),
        guarded=False,
    ),
)

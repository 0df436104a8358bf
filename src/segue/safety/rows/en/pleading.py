"""What people write in English who beg to die, have to, or say it in broken or borrowed words."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import KILL, PLACE
from segue.safety.rules import Rule, either

_S = Category.SUICIDE
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE
_END = r"(?= ?(?:$|[.!?;]))"
_LIVE = rf"(?:live(?! (?:alone|with|near|far|so far)\b)|be alive|exist|go on living)(?!{PLACE})"

ROWS: tuple[Rule, ...] = (
    Rule(
        "ideation.let_me_die",
        _S,
        _HIGH,
        "en",
        "let_me_die let_me_just_die let_me_please_die cant_i_die cant_i_just_die cannot_i_die cannot_i_just_die "
        "let_it_kill_me",
        either(
            r"(?:please|just|god|lord|jesus|i beg (?:you|god) to|begging (?:you|god) to|wish (?:they|you|god|he) "
            r"would|(?:should|could) have|why (?:won't|can't|don't|didn't) (?:you|they|god|he|she|anyone))(?: just| "
            r"please)? let me (?:just |please )?die(?! (?:on (?:this|that) hill|laughing|again in|so i|in (?:battle|"
            r"combat|style|(?:this|the|that|my) (?:fight|game|battle|raid|round|level|match|dungeon|boss|run|scene|"
            r"show|episode|chapter|story|campaign|duel))))",
            rf"^let me (?:just |please )?die(?: already| now| please| in peace)?{_END}",
            rf"why (?:can't|cannot) i (?:just )?die(?: already| in my sleep| now| like (?:him|her|them))?{_END}",
            rf"just let it kill me{_END}",
        ),
    ),
    Rule(
        "passive.kill_me",
        _S,
        _MODERATE,
        "en",
        "kill_me kills_me shoots_me stabs_me murders_me shoot_me end_my_life take_me",
        either(
            r"^(?:please |god |oh god |pls |omg ){0,2}(?:(?:(?:will|can|could|would) )?(?:someone|somebody|anyone|"
            r"anybody) (?:please |just ){0,2}|please (?:just )?)(?:kill me|end my life)(?: please| already| "
            rf"now){{0,2}}{_END}",
            rf"kill me please (?:i can't|i don't want|it hurts|i'm begging|i beg)|^kill me please{_END}",
            r"i (?:just |really )?(?:hope|pray|wish) (?:that )?(?:someone|somebody) (?:just |finally )?(?:shoots|"
            r"kills|murders|stabs) me(?! in (?:the|this|my) (?:game|next|round|level|match))",
            r"i(?:'d|'ll| will| would| want to| need to)? (?:pay|hire|ask|find|beg) (?:someone|somebody|a hitman|"
            r"anyone) to (?:kill|shoot) me(?! with)",
            r"(?:god|lord|jesus|death)(?: please| just){0,2} (?:take|come (?:and )?take) me (?:tonight|now|"
            rf"already|away|soon|in my sleep|instead|too){_END}",
        ),
    ),
    Rule(
        "ideation.have_to_die",
        _S,
        _HIGH,
        "en",
        "have_to_die must_die got_to_die gotta_die my_life_must my_life_just my_life_has_to my_life_should "
        "my_life_needs death_is_the_only death_is_my_only dying_is_the_only dying_is_my_only suicide_is_the_only "
        "suicide_is_my_only but_death but_to_die except_death except_to_die better_dead more_dead needs_me_dead "
        "wants_me_dead want_me_dead so_i_will so_i_should so_i_have_to so_i_must",
        either(
            r"(?<!do )(?<!that )(?<!if )(?<!when )(?<!act )(?<!scene )(?<!episode )i(?: just| really)? (?:have to|"
            r"must|have got to|gotta) die(?: (?:tonight|today|tomorrow)(?! (?:in|at) )| now| soon)?(?= ?(?:$|[.!;])|"
            r"(?<=night)| (?:lol|haha|please|i mean it|i'm not (?:joking|kidding)|and (?:nobody|no one|i'm|it's|"
            r"that's)|but (?:nobody|i'm))\b|(?<=tomorrow)| (?:it's|it is|because i(?:'m| am)|for what i|so that "
            r"(?:they|he|she|it|this)))",
            r"my life (?:must|has to|should|needs to)(?: just)? end(?: now| tonight| soon| today)?" + _END,
            r"(?:death|dying|suicide) is (?:the|my) only (?:way out|option|solution|answer|escape|choice|way|thing)"
            r"(?: left| i have| for me| i want| that's| now| i see| i can see){0,3}" + _END,
            r"(?:there(?:'s| is) )?nothing (?:left )?(?:for me )?(?:left )?(?:but|except) (?:death|to die)"
            r"(?: (?:now|for me|left))?" + _END,
            r"i(?:'m| am| would be|'d be) (?:just )?(?:better dead|worth more dead)",
            r"(?:the world|every(?:one|body)|they|people|my family)(?: \w{3,8})? (?:needs|wants?) me dead and "
            r"(?:i agree|they(?:'re| are) right|so do i|i (?:do|want it) too|maybe they)|the world needs me dead",
            r"(?:insurance|money|payout)(?: [\w']{2,8}){0,2} (?:if|when) i (?:die|am dead|'m dead) so i (?:will|should|"
            r"have to|must)" + _END,
        ),
    ),
    Rule(
        "ideation.broken_words",
        _S,
        _HIGH,
        "en",
        "no_want no_like no_wish not_want not_like not_wish more_want more_like more_wish kill_me killing_me wish_to",
        either(
            rf"(?:i|me) (?:no|not)(?: more)? (?:want|like|wish)(?: to)? {_LIVE}",
            r"i (?:just |really |always |often )?(?:want|wanna|wish|will)(?: to)? kill me(?! (?:some|an?|"
            r"that|this|those|them|with)\b)",
            r"i(?:'m| am)? (?:always |often |just )?think(?:ing)? (?:of|about|to) kill(?:ing)? me",
            rf"i (?:don't|do not|dont|no longer) wish to {_LIVE}",
        ),
    ),
    Rule(
        "ideation.ways",
        _S,
        _HIGH,
        "en",
        "ways_to ways_of ways_i",
        r"i(?:'m|'ve| am| have| can't| cannot| keep)?(?: been| just| always| really| often| keep| stop){0,3} "
        r"(?:think(?:ing)?|thought|dream(?:ing)?|imagin(?:e|ing)|plan(?:ning)?|research(?:ing|ed)?|googl(?:e|ing|"
        r"ed)|look(?:ing|ed)?|search(?:ing|ed)?)(?: (?:of|about|up|for|at))?(?: (?:the|all|different|painless|easy|"
        rf"quick|some|more|many)){{0,3}} ways (?:to|of|i (?:could|can|would)) (?:{KILL}|die(?! (?:laughing|in|for)))",
    ),
    Rule(
        "intent.borrowed_words",
        _S,
        _HIGH,
        "en",
        "to_ctb of_ctb about_ctb gonna_ctb wanna_ctb unaliv kms_tonight kms_today suicidal_again suicidal_today "
        "suicidal_tonight suicidal_lately suicidal_rn",
        either(
            r"(?:planning|going|ready|decided|about|want|time|trying) to ctb|(?:thinking|dreaming) (?:of|about) ctb|"
            r"(?:gonna|wanna) ctb",
            r"(?:gonna|going to|want to|wanna|about to|imma|ima|will|might) (?:just |actually )?un-?alive my ?self "
            r"(?:tonight|today|now|tomorrow|soon|rn)",
            r"^(?:(?:feeling|so|lowkey|kinda|very|really|getting) ){0,2}suicidal (?:again|today|tonight|lately|rn)",
        ),
    ),
    Rule(
        "ideation.borrowed_words",
        _S,
        _MODERATE,
        "en",
        "to_rope of_roping about_roping gonna_rope unaliv sui_thoughts slide_thoughts",
        either(
            rf"(?:going|want|ready|about|planning) to rope{_END}|(?:thinking|dreaming) (?:of|about) roping{_END}|"
            rf"gonna rope{_END}",
            rf"(?:want to|wanna) (?:just )?un-?alive{_END}",
            r"(?:sui|sewer ?slide) thoughts",
        ),
    ),
    Rule(
        "ideation.wish_it_had_worked",
        _S,
        _HIGH,
        "en",
        "be_saved been_enough brought_me_back failed_at_killing failed_to_kill kill_my_self killed_me "
        "killing_my_self rescued_me resuscitated_me revived_me saved_me succeeded survive worked",
        either(
            r"wish(?:ed)? (?:they|he|she|you|nobody|no one|the (?:doctors?|paramedics|ambulance|hospital))(?: "
            r"\w{2,6})? (?:hadn't|had not|had never|didn't|never|had) (?:(?:saved|rescued|revived|resuscitated) "
            r"me|brought me back)(?:(?! (?:from |an?\b|the\b|some|any|my\b|this|that (?!day|night)|one\b|money|"
            r"time\b|here|there|along|up|out|in(?! time)|to (?!life))))",
            r"wish (?:(?:the|my|that) (?:overdose|suicide attempt|pills|rope)|my (?:last |first )?attempt) (?:had |"
            r"would have )?(?:worked|killed me|succeeded|been enough)",
            r"i (?:failed|screwed up|messed up|botched|couldn't even|can't even)(?: to| at)? (?:kill|killing) my "
            r"?self",
            r"(?:this|next) time i (?:won't|will not) (?:survive|be saved)(?! (?:the|this|that) (?:game|level|boss|"
            r"round|match|exam))",
            r"i survived(?: [\w']{2,8}){0,4} (?:and|but) (?:i )?wish i (?:hadn't|had not|didn't|did not)",
        ),
    ),
)

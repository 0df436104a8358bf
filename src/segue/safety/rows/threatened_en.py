"""What people write in English whom somebody at home hurts, threatens, rapes, or tells to die."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.words_en import HE
from segue.safety.rules import Rule, either

_A = Category.ABUSE
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE
_END = r"(?= ?(?:$|[.!?;]))"
_PARTNER = (
    r"(?:he|my (?:husband|wife|boyfriend|girlfriend|partner|ex(?: husband| wife| boyfriend)?|stepdad|stepfather))"
)
"""Of parents, teachers and bosses it is said in jest every day."""
_WILL = r"(?:'s| is|'ll| will|'s really| is really)? ?(?:(?:going to|gonna|finna|about to) )?"
_KIN = (
    r"(?:daddy|mommy|mummy|papa|my (?:(?:foster |step ?|grand ?)?(?:dad|father|mom|mum|mother|pa|ma|son)|daughter|"
    r"uncle|"
    r"aunt|cousin|teacher|coach|pastor|priest|carer|caregiver|nurse|landlord|pimp|husband|wife|boyfriend|girlfriend|"
    r"partner|brother|stepbrother|ex|roommate)|the (?:nurse|carer|caregiver|staff)|he|she|they)"
)
_BLOWS = (
    r"(?:hits|hit|beats|hurts|slaps|slapped|kicks|kicked|shoves|shoved|punches|punched|burns|burned|chokes|pinches)"
)
_IN_PLAY = (
    r"(?! (?:up|with (?:a |an |his |her |the |that |this |some )?(?:\w{3,9} )?(?:it|pillows?|balls?|snowballs?|"
    r"questions?|"
    r"facts?|news|look|jokes?|line|punchline|idea|smile|words?|silence|bill)|(?:in|at|on) (?:every|chess|the (?:game|"
    r"race|"
    r"court|last)|a (?:game|race)|cards|mario|fifa|monopoly|our|tennis|that|this|video|scrabble|poker)|to (?:it|the|"
    r"bed|"
    r"work)|every time (?:at|in|we play)|under the table|by accident|in the (?:arm|shoulder) for fun|deeply|because i "
    r"(?:love|miss|care)))"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "abuse.will_kill",
        _A,
        _HIGH,
        "en",
        "kill_me kill_us kill_the_kids kill_my strangle_my stab_my shoot_my strangle_the stab_the shoot_the murder_me "
        "murder_us shoot_me shoot_us stab_me stab_us strangle_me strangle_us",
        either(
            rf"{_PARTNER}{_WILL}(?:actually |really |definitely )?(?:kill|murder|shoot|stab|strangle) (?:me|us) "
            rf"(?:tonight|"
            r"in my sleep|one day|some ?day|for real|eventually|sooner or later|next time|and (?:the|my|our) (?:kids|"
            r"children|baby))(?! (?:with (?:kindness|this|that|these|those|his|her)|if|when|for))",
            rf"(?:{HE} (?:said|says|told me)(?: that)? )?{HE}{_WILL}(?:actually |really )?(?:kill|murder|shoot|stab|"
            rf"strangle) (?:me|us)(?: [\w']{{1,8}}){{0,6}} (?:"
            r"(?:he|she|they) means? it|i believe (?:him|her|them)|(?:he|she|they)(?:'s| is|'re) not (?:joking|"
            r"kidding)|"
            r"i(?:'m| am) (?:so |really )?(?:terrified|hiding))",
            r"(?:said|says|swore|swears|promised|tells me|told me)(?: that)? (?:he|she|they)(?:'s|'d|'ll| will| would|"
            r" is)? "
            r"?(?:going to |gonna )?(?:kill|murder|shoot|stab|strangle) (?:me|us) (?:if i (?:ever )?(?:left|leave|told|"
            r"tell|"
            r"go to the police|call(?:ed)? the|report|divorce|break up)|and (?:the|my|our) (?:kids|children|baby|"
            r"family|"
            r"mom|mum|sister)|in my sleep|one day|some ?day)",
            rf"(?:scared|afraid|terrified|frightened|fear|worried)(?: that)? {HE}(?:'ll| will| is|'s| might| could| "
            rf"would) "
            r"?(?:going to |gonna )?(?:really )?(?:kill|strangle|stab|shoot) (?:me|us|the kids|my (?:mom|mum|mother|"
            r"kids|"
            r"baby|sister|brother))(?! (?:if|when|for|because|over)\b)(?! in (?:the|this) (?:game|match))",
        ),
    ),
    Rule(
        "abuse.will_kill_me",
        _A,
        _MODERATE,
        "en",
        "kill_me kill_us murder_me murder_us to_kill_my to_hurt_my to_shoot_my hurt_me hurt_us hit_me hit_us beat_me "
        "beat_us",
        either(
            rf"{_PARTNER}{_WILL}(?:kill|murder) (?:me|us){_END}(?<!he kill me)(?<!he murder me)",
            rf"{HE}(?:'s| is| has)? (?:keeps? )?threat(?:ens|ened|ening) to (?:kill|hurt|shoot) my (?:dog|cat|pets?|"
            rf"kids?|"
            r"children|baby|mom|mum|mother|family|sister|brother|parents|horse)",
            rf"(?:scared|afraid|terrified|frightened)(?: that)? {HE}(?:'ll| will| might| is|'s| would| could) "
            rf"?(?:going to |"
            r"gonna )?(?:hurt|hit|beat) (?:me|us)(?! (?:in|at) (?:the|a|this|chess))",
        ),
    ),
    Rule(
        "abuse.throat",
        _A,
        _HIGH,
        "en",
        "my_throat my_neck",
        rf"{HE}(?:'s| has)? (?:just )?(?:put|puts|had|has|wrapped|wraps|got)(?: both)? (?:his|her|their) hands? "
        rf"(?:around|"
        r"on) my (?:throat|neck)(?! (?:and (?:kiss|hug|danc|smil|massag)|to (?:fix|massage|check|adjust|feel)|for a|"
        r"while "
        r"we))",
    ),
    Rule(
        "abuse.rape",
        _A,
        _HIGH,
        "en",
        "rape raping have_sex sleep_with sex_things sexual_things dirty_things sex_stuff sexual_stuff dirty_stuff "
        "on_me my_privates "
        "my_private_part my_private_place my_vagina my_penis down_there",
        either(
            rf"{_KIN}(?:'s| is)? (?:still |keeps? |always )?(?:rapes|raping) me|{_KIN}(?: just)? raped me (?:again|"
            rf"last "
            r"night|yesterday|today|tonight|this (?:morning|week|weekend)|an hour ago)",
            r"i (?:was|got|just got|have been) (?:gang ?)?raped (?:last night|yesterday|today|tonight|this (?:morning|"
            r"week|"
            r"weekend)|an hour ago|(?:two|three|a few|\d) (?:days|hours) ago|and (?:i don't know|nobody|no one|i'm))",
            rf"{_KIN} (?:keeps? |always )?(?:makes|forces|making|forcing) me (?:to )?(?:have sex|sleep with (?:him|her|"
            rf"them|"
            r"his|men))",
            rf"{_KIN} (?:just |always )?forc(?:ed|es) (?:him|her) ?self on me (?:again|last night|yesterday|today|"
            rf"every|"
            rf"when)|{_KIN} forc(?:ed|es) (?:him|her) ?self on me{_END}",
            rf"{_KIN}(?:'s| is)? (?:does|did|doing|keeps doing) (?:sex|sexual|dirty) (?:things|stuff) (?:to|with) me",
            rf"{_KIN}(?:'s| is| keeps)? (?:touch(?:es|ed|ing)?|puts? his (?:hands?|fingers?) (?:in|on|down)) (?:me "
            rf")?(?:on |"
            r"in )?(?:my (?:privates|private (?:parts?|place)|vagina|penis)|down there)",
        ),
    ),
    Rule(
        "abuse.pictures",
        _A,
        _MODERATE,
        "en",
        "nudes of_his_penis of_his_dick of_his_genitals",
        either(
            r"(?:has|have|got) (?:my|some of my) nudes(?: [\w']{1,9}){0,10} (?:send|post|share|leak|unless|meet|pay)",
            r"(?:threat\w{3,5}|says|said|going to|will|gonna)(?: [\w']{1,8}){0,4} (?:send|post|leak|share)(?: "
            r"[\w']{1,8}){0,2}"
            r" nudes(?! of (?:the|a) )",
            rf"{_KIN} (?:keeps? )?(?:sends|sent|sending|shows|showed|showing) me (?:pictures?|pics?|photos?|videos?) "
            rf"of his "
            r"(?:penis|dick|genitals)",
        ),
    ),
    Rule(
        "abuse.by_kin",
        _A,
        _MODERATE,
        "en",
        "hits_me hit_me beats_me hurts_me slaps_me slapped_me kicks_me kicked_me shoves_me shoved_me punches_me "
        "punched_me burns_me burned_me chokes_me pinches_me safe_at_home safe_in_my safe_with_him safe_with_my",
        either(
            r"(?:daddy|mommy|mummy|papa|my (?:carer|caregiver|nurse|son|daughter|landlord|pimp|foster (?:dad|mom|mum|"
            rf"mother|father|parents?))|the (?:nurse|carer|caregiver|staff)(?: here)?)(?: always| often)? {_BLOWS} me"
            rf"{_IN_PLAY}",
            rf"(?:{HE}|my (?:son|daughter|carer))(?: [\w']{{1,8}}){{1,7}} and (?:then )?{_BLOWS} me{_IN_PLAY}",
            r"i(?:'m| am)(?: really| just)? not safe (?:at home|in my (?:own )?(?:home|house)|with (?:him|my "
            r"(?:husband|wife|"
            r"boyfriend|girlfriend|partner|dad|father|stepdad|mom|mum|mother|parents|family)))|i (?:don't|do not|"
            r"never) feel "
            r"safe (?:at home|in my (?:own )?(?:home|house)|with (?:him|my (?:husband|boyfriend|partner|dad|father|"
            r"stepdad|"
            r"mom|mum|mother)))(?! (?:driving|on|(?:since|after) the (?:burglary|break|storm|flood|earthquake|fire)))",
        ),
    ),
    Rule(
        "abuse.told_to_die",
        _A,
        _MODERATE,
        "en",
        "kill_my_self kys go_die go_and_die me_die to_die just_die should_die hang_my_self end_my_life",
        r"(?:every(?:one|body)|kids|people|they|classmates|girls|boys|he|she|my \w{3,10}|(?:at|in) (?:my )?(?:school|"
        r"work|"
        r"class))(?: always| keeps?| just| all| even| keep)? (?:tell|tells|told|telling|saying to|say to)(?: to)? me "
        r"(?:that "
        rf"i should |i should |to )?(?:just |go )?(?:kill my ?self|kys|hang my ?self|end my life|go (?:and "
        rf")?die{_END})",
    ),
)

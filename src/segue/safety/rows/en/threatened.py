"""What people write in English whom somebody at home hurts, threatens, rapes, or tells to die."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import HE
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
    r"uncle|aunt|cousin|teacher|coach|pastor|priest|carer|caregiver|nurse|landlord|pimp|husband|wife|boyfriend|"
    r"girlfriend|partner|brother|stepbrother|ex|roommate)|the (?:nurse|carer|caregiver|staff)|he|she|they)"
)
_BLOWS = (
    r"(?:hits|hit|beats|hurts|slaps|slapped|kicks|kicked|shoves|shoved|punches|punched|burns|burned|chokes|pinches)"
)
_IN_PLAY = (
    r"(?! (?:up|with (?:a |an |his |her |the |that |this |some )?(?:\w{3,9} )?(?:it|pillows?|balls?|snowballs?|"
    r"questions?|facts?|news|look|jokes?|line|punchline|idea|smile|words?|silence|bill)|(?:in|at|on) (?:every|chess|"
    r"the (?:game|race|court|last)|a (?:game|race)|cards|mario|fifa|monopoly|our|tennis|that|this|video|scrabble|"
    r"poker)|to (?:it|the|bed|work)|every time (?:at|in|we play)|under the table|by accident|in the (?:arm|"
    r"shoulder) for fun|deeply|because i (?:love|miss|care)))"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "abuse.will_kill",
        _A,
        _HIGH,
        "en",
        "kill_me kill_us kill_the_kids kill_my strangle_my stab_my shoot_my strangle_the stab_the shoot_the "
        "murder_me murder_us shoot_me shoot_us stab_me stab_us strangle_me strangle_us",
        either(
            rf"{HE} (?:said|says|swore|swears|keeps saying)(?: that)? (?:he|she|they)(?:'s|'d|'ll| will| would| is)? "
            r"?(?:going to |gonna )?(?:murder|shoot|stab|strangle) (?:me|us)(?! (?:an?|the|some|over|if|for|when|"
            r"down|up|another|that|this)\b)",
            rf"{_PARTNER}{_WILL}(?:actually |really |definitely )?(?:kill|murder|shoot|stab|strangle) (?:me|us) "
            r"(?:tonight|in my sleep|one day|some ?day|for real|eventually|sooner or later|next time|and (?:the|my|"
            r"our) (?:kids|children|baby))(?! (?:with (?:kindness|this|that|these|those|his|her)|if|when|for))",
            rf"(?:{HE} (?:said|says|told me)(?: that)? )?{HE}{_WILL}(?:actually |really )?(?:kill|murder|shoot|stab|"
            r"strangle) (?:me|us)(?: [\w']{1,8}){0,6} (?:(?:he|she|they) means? it|i believe (?:him|her|them)|"
            r"(?:he|she|they)(?:'s| is|'re) not (?:joking|kidding)|i(?:'m| am) (?:so |really )?(?:terrified|hiding)|"
            r"i know it(?= ?(?:$|[.!?;])))",
            r"(?:said|says|swore|swears|promised|tells me|told me)(?: that)? (?:he|she|they)(?:'s|'d|'ll| will| "
            r"would| is)? ?(?:going to |gonna )?(?:kill|murder|shoot|stab|strangle) (?:me|us) (?:if i (?:ever "
            r")?(?:left|leave|told|tell|go to the police|call(?:ed)? the|report|divorce|break up)|and (?:the|my|"
            r"our) (?:kids|children|baby|family|mom|mum|sister)|in my sleep|one day|some ?day)",
            rf"(?:scared|afraid|terrified|frightened|fear|worried)(?: that)? {HE}(?:'ll| will| is|'s| might| could| "
            r"would) ?(?:going to |gonna )?(?:really )?(?:kill|strangle|stab|shoot) (?:me|us|the kids|my (?:mom|mum|"
            r"mother|kids|baby|sister|brother))(?! (?:if|when|for|because|over)\b)(?! in (?:the|this) (?:game|"
            r"match))",
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
            r"kids?|children|baby|mom|mum|mother|family|sister|brother|parents|horse)",
            rf"(?:scared|afraid|terrified|frightened)(?: that)? {HE}(?:'ll| will| might| is|'s| would| could) "
            r"?(?:going to |gonna )?(?:hurt|hit|beat) (?:me|us)(?! (?:in|at) (?:the|a|this|chess))",
        ),
    ),
    Rule(
        "abuse.throat",
        _A,
        _HIGH,
        "en",
        "my_throat my_neck my_head my_face my_chest my_stomach our_throat our_neck our_head our_face our_chest "
        "our_stomach knife_at blade_at razor_at knife_to blade_to razor_to gun_to knife_against blade_against "
        "razor_against gun_against gun_at",
        rf"{HE}(?: just| once)? (?:held|holds|puts?|had|pressed|points?|pointed) (?:a|the|his|her|my) (?:knife|blade|"
        r"razor|gun) (?:(?:to|against|at) (?:my|our) (?:throat|neck|head|face|chest|stomach)|at (?:me|us)(?! in ))|"
        rf"{HE}(?:'s| has)? (?:just )?(?:put|puts|had|has|wrapped|wraps|got)(?: both)? (?:his|her|their) hands? "
        r"(?:around|on) my (?:throat|neck)(?! (?:and (?:kiss|hug|danc|smil|massag)|to (?:fix|massage|check|adjust|"
        r"feel)|for a|while we))",
    ),
    Rule(
        "abuse.rape",
        _A,
        _HIGH,
        "en",
        "rape raping have_sex sleep_with sex_things sexual_things dirty_things sex_stuff sexual_stuff dirty_stuff "
        "on_me my_privates my_private_part my_private_place my_vagina my_penis down_there",
        either(
            rf"{_KIN}(?:'s| is)? (?:still |keeps? |always )?(?:rapes|raping) me|{_KIN}(?: just)? raped me (?:again|"
            r"last night|yesterday|today|tonight|this (?:morning|week|weekend)|an hour ago)",
            r"i (?:was|got|just got|have been) (?:gang ?)?raped (?:last night|yesterday|today|tonight|this "
            r"(?:morning|week|weekend)|an hour ago|(?:two|three|a few|\d) (?:days|hours) ago|and (?:i don't know "
            r"what to do))",
            rf"{_KIN} (?:keeps? |always )?(?:makes|forces|making|forcing) me (?:to )?(?:have sex|sleep with (?:him|"
            r"her|them|his|men))",
            rf"{_KIN} (?:just |always )?forc(?:ed|es) (?:him|her) ?self on me (?:again|last night|yesterday|today|"
            rf"every|when)|{_KIN} forc(?:ed|es) (?:him|her) ?self on me{_END}",
            rf"{_KIN}(?:'s| is)? (?:does|did|doing|keeps doing) (?:sex|sexual|dirty) (?:things|stuff) (?:to|with) me",
            rf"{_KIN}(?:'s| is| keeps)? (?:touch(?:es|ed|ing)?|puts? his (?:hands?|fingers?) (?:in|on|down)) (?:me "
            r")?(?:on |in )?(?:my (?:privates|private (?:parts?|place)|vagina|penis)|down there)",
        ),
    ),
    Rule(
        "abuse.pictures",
        _A,
        _MODERATE,
        "en",
        "nudes of_his_penis of_his_dick of_his_genitals",
        either(
            r"(?:has|have|got) (?:my|some of my) nudes(?: [\w']{1,9}){0,10} (?:send|post|share|leak|unless|meet|"
            r"pay)",
            r"(?:threat\w{3,5}|says|said|going to|will|gonna)(?: [\w']{1,8}){0,4} (?:send|post|leak|share)(?: "
            r"[\w']{1,8}){0,2} nudes(?! of (?:the|a) )",
            rf"{_KIN} (?:keeps? )?(?:sends|sent|sending|shows|showed|showing) me (?:pictures?|pics?|photos?|videos?) "
            r"of his (?:penis|dick|genitals)",
        ),
    ),
    Rule(
        "abuse.by_kin",
        _A,
        _MODERATE,
        "en",
        "hits_me hit_me beats_me hurts_me slaps_me slapped_me kicks_me kicked_me shoves_me shoved_me punches_me "
        "punched_me burns_me burned_me chokes_me pinches_me hits_mom beats_mom hurts_mom kicks_mom hits_my_mama "
        "beats_my_mama hurts_my_mama kicks_my_mama hits_mum beats_mum hurts_mum kicks_mum hits_mama beats_mama "
        "hurts_mama kicks_mama hits_my_mom beats_my_mom hurts_my_mom kicks_my_mom hits_my_mum beats_my_mum "
        "hurts_my_mum kicks_my_mum bad_things_to secret_things weird_things_to nasty_things safe_at_home safe_in_my "
        "safe_with_him safe_with_my",
        either(
            r"(?:daddy|papa|dad|my (?:dad|daddy|father|stepdad|stepfather)) (?:hits|beats|hurts|kicks) (?:my "
            r")?(?:mommy|mummy|mama|mom|mum)(?! (?:at|in|up|with))",
            r"(?:daddy|papa|my (?:dad|daddy|father|stepdad|stepfather|uncle|brother|stepbrother|cousin|grandpa|"
            r"coach|teacher)) (?:does|did|keeps doing) (?:bad|secret|weird|nasty) things to me",
            r"(?:daddy|mommy|mummy|papa|mama|my (?:grandson|granddaughter|stepson|stepbrother|carer|caregiver|nurse|"
            r"son|daughter|landlord|pimp|foster (?:dad|mom|mum|mother|father|parents?))|the (?:nurse|carer|"
            rf"caregiver|staff)(?: here)?)(?: always| often)? {_BLOWS} me{_IN_PLAY}",
            rf"(?:{HE}|my (?:son|daughter|carer|grandson))(?!(?: [\w']{{1,8}}){{1,7}} (?:light|car|truck|bike|ball|"
            rf"puck|lane|road|brakes?|control)\b)(?: [\w']{{1,8}}){{1,7}} and (?:then )?{_BLOWS} me{_IN_PLAY}",
            r"i(?:'m| am)(?: really| just)? not safe (?:at home|in my (?:own )?(?:home|house)|with (?:him|my "
            r"(?:husband|wife|boyfriend|girlfriend|partner|dad|father|stepdad|mom|mum|mother|parents|family)))|i "
            r"(?:don't|do not|never) feel safe (?:at home|in my (?:own )?(?:home|house)|with (?:him|my (?:husband|"
            r"boyfriend|partner|dad|father|stepdad|mom|mum|mother)))(?! (?:driving|on|(?:since|after) the "
            r"(?:burglary|break|storm|flood|earthquake|fire)))",
        ),
    ),
    Rule(
        "abuse.told_to_die",
        _A,
        _MODERATE,
        "en",
        "kill_my_self kys go_die go_and_die me_die to_die just_die should_die hang_my_self end_my_life",
        r"(?:every(?:one|body)|kids|people|they|classmates|girls|boys|he|she|my \w{3,10}|(?:at|in) (?:my "
        r")?(?:school|work|class))(?: always| keeps?| just| all| even| keep)? (?:tell|tells|told|telling|saying to|"
        r"say to)(?: to)? me (?:that i should |i should |to )?(?:just |go )?(?:kill my ?self|kys|hang my ?self|end "
        rf"my life|go (?:and )?die{_END})",
    ),
)

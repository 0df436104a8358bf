"""What people write in English when harm is happening: overdoses, self-injury, violence, abuse."""

from __future__ import annotations

from segue.domain.findings import Category, Subject
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import ADV, HE, KILL, PERSON, PILLS, SOMEBODY
from segue.safety.rules import Rule

_S, _I, _M = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY
_IMMINENT, _HIGH, _MODERATE, _LOW = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

_NO_ACCIDENT = (
    r"(?!(?:(?:hurt|hit|burned|burnt|scratched) my ?\w{2,8} at (?:the gym|practice|training)|(?:cut|hurt|hit|burned|"
    r"burnt|scratched) my ?\w{2,8} (?:by accident|accidentally|playing|skiing|running|climbing|cooking|shaving|on "
    r"(?:the|a|some) (?:fence|stove|oven|door|nail|branch|table|rock)|a (?:slice|piece|bit))))"
)
"""Nobody means these to hurt."""
_NOT_AS_A_CHILD = "".join(
    rf"(?<!when i was {age}{between})"
    for age in ("one", "two", "three", "four", "five", "a baby", "a toddler", *"123456")
    for between in (" ", ", ")
)
"""What small children swallowed was no wish to die."""

ROWS: tuple[Rule, ...] = (
    Rule(
        "overdose_under_way.took_pills",
        _M,
        _IMMINENT,
        "en",
        "acetaminophen advil ambien antidepressants aspirin benadryl benzos capsules fentanyl heroin ibuprofen "
        "insulin lithium medication meds opiates opioids oxycodone painkillers paracetamol pills prozac sedatives "
        "sleepers tablets tylenol valium xanax zoloft",
        rf"i(?:'ve| have)?{ADV} (?:just |already |now ){{0,2}}(?:took|taken|swallowed|downed) (?:all (?:of )?|"
        r"(?:a|the) (?:whole |entire |full )?(?:bottle|box|pack|packet|handful|bunch|lot) of |too many (?:of )?|"
        rf"a (?:whole|entire) )(?:of )?(?:my |the |these |those |his |her )?(?:\w{{3,20}} )?{PILLS}",
    ),
    Rule(
        "overdose_under_way.took_count",
        _M,
        _IMMINENT,
        "en",
        "acetaminophen advil ambien antidepressants aspirin benadryl benzos capsules fentanyl heroin ibuprofen "
        "insulin lithium medication meds opiates opioids oxycodone painkillers paracetamol pills prozac sedatives "
        "sleepers tablets tylenol valium xanax zoloft",
        rf"i(?:'ve| have)?{ADV} (?:just |already |now ){{0,2}}(?:took|taken|swallowed|downed) (?:like |about |around |"
        r"over |maybe )?(?:[1-9]\d|\d{3}|ten|fifteen|twenty|thirty|forty|fifty|sixty|a hundred)(?: of)?(?: my|"
        rf" the)? (?:\w{{3,20}} )?{PILLS}",
    ),
    Rule(
        "overdose_under_way.took_them",
        _M,
        _IMMINENT,
        "en",
        "swallowed taken took",
        r"i(?:'ve| have)? (?:just |already |now ){0,2}(?:took|taken|swallowed) (?:them all|all of them|all of it|"
        r"everything in the (?:cabinet|bottle|house)|(?:enough|too much|too many) to (?:die|kill me|not wake up|"
        r"end it))",
    ),
    Rule(
        "overdose_under_way.overdosed",
        _M,
        _IMMINENT,
        "en",
        "od'd odd overdosed overdosing",
        r"i(?:'m| am|'ve| have| think i(?:'ve| have)?)? ?(?:(?:just )?(?:overdosed|od'd)|overdosing)(?<!i "
        rf"overdosed)(?: on (?:my |the |some |all my |a lot of )?{PILLS})?(?! on | twice| once| last| when| in | "
        r"years| before)",
    ),
    Rule(
        "overdose_under_way.cut_deep",
        _M,
        _IMMINENT,
        "en",
        "arteries artery throat vein wrist",
        r"i(?:'ve| have)? (?:just |already )?(?:cut|slit|slashed|opened) (?:both )?(?:of )?my (?:wrists?|veins?|"
        r"throat|artery|arteries)",
    ),
    Rule(
        "overdose_under_way.bleeding",
        _M,
        _IMMINENT,
        "en",
        "bleeding blood deep",
        r"i (?:just |already )?cut (?:my ?self )?(?:too|really|so|very) deep|(?:won't|will not|doesn't|can't|"
        r"cannot) (?:stop|stop the) bleeding|(?:cut|hurt) my ?self (?:and|"
        r"badly and) (?:it's|its|i'm|there's|it) (?:won't stop |so much |a lot of )?(?:bleeding|blood)",
    ),
    Rule(
        "overdose_under_way.drank_poison",
        _M,
        _IMMINENT,
        "en",
        "antifreeze bleach cleaner pesticide poison",
        rf"{_NOT_AS_A_CHILD}i(?:'ve| have)? (?:just |already )?(?:drank|drunk|swallowed|took|taken) (?:some |a lot of |"
        r"the |a bottle of |a cup of )?(?:bleach|antifreeze|rat poison|poison|drain cleaner|pesticide)",
    ),
    Rule(
        "overdose_under_way.somebody",
        _M,
        _HIGH,
        "en",
        "acetaminophen advil ambien antidepressants aspirin benadryl benzos capsules fentanyl heroin ibuprofen "
        "insulin lithium medication meds opiates opioids overdosed overdosing oxycodone painkillers paracetamol "
        "pills prozac sedatives sleepers tablets tylenol valium xanax zoloft",
        rf"{SOMEBODY}(?:'s| has| is)? (?:overdosing|just overdosed|just (?:took|taken|swallowed) (?:all (?:of )?|a "
        r"(?:whole |entire )?(?:bottle|box|handful) of |too many )(?:his |her |their |my |the )?(?:\w{3,20} "
        rf")?{PILLS})",
        subject=Subject.OTHER,
    ),
    Rule(
        "overdose_under_way.standing_there",
        _S,
        _IMMINENT,
        "en",
        "balcony bridge cliff ledge roof tracks",
        r"i'?(?:m| am)(?: currently| already| now)? (?:standing|sitting|up|here) ?(?:on|at|by)? (?:the |a "
        r")?(?:edge of )?(?:the |a |my )?(?:ledge|(?:bridge|rooftop|roof|tracks|balcony|cliff)"
        r"(?: edge)? (?:and i(?:'m| am)? (?:going to|gonna|about to|want to|will)|ready to|about to) (?:jump|do "
        r"it|end it|let go))",
    ),
    Rule(
        "overdose_under_way.around_neck",
        _S,
        _IMMINENT,
        "en",
        "gun_against_my gun_in_my gun_is_against gun_is_in gun_is_to gun_to_my neck",
        r"(?:the |a )?(?:rope|noose|belt|cord) (?:is )?(?:already )?around my neck|gun (?:is )?(?:in my mouth|to "
        r"my (?:own )?head|against my (?:own )?head)",
    ),
    Rule(
        "overdose_under_way.doing_it",
        _S,
        _IMMINENT,
        "en",
        "aliv brains ctb doing_it driv end_it ending in_front_of jump_from jump_off jumping meself mi_self "
        "my_existence my_life my_lyfe my_own_existence my_own_life my_own_lyfe my_self mysef overdos put_an_end "
        "putting_an_end self_delet sewer slit suicide toaster",
        rf"i(?:'m| am) (?:{KILL}|doing it|ending (?:it|things)) (?:right now|tonight|now|in an hour|this evening|"
        r"after this|as soon as)",
        also="afterthis assoonas inanhour now thisevening tonight",
    ),
    Rule(
        "overdose_under_way.took_rest",
        _M,
        _IMMINENT,
        "en",
        "acetaminophen advil ambien antidepressants aspirin benadryl benzos bottle box capsules downed fentanyl "
        "handful heroin ibuprofen insulin lithium medication meds opiates opioids overdose oxycodone pack "
        "painkillers paracetamol pills prozac sedatives sleepers swallowed tablets taken took tylenol valium "
        "waiting xanax zoloft",
        r"i(?:'ve| have)? (?:just |already ){0,2}(?:took|taken|swallowed|downed) (?:everything(?: i had| in the "
        r"house| i could find)|the (?:rest|whole lot|entire (?:bottle|box|pack)|whole (?:bottle|box|pack|thing))"
        r"(?! of (?:wine|water|beer|milk|juice|soda|champagne|cider|lemonade))|"
        r"(?:a|the|half (?:a|the)|half of the|my) (?:whole )?(?:bottle|box|pack|handful|overdose)(?: of (?:my |"
        rf"the )?(?:\w{{3,20}} )?{PILLS}| already| ago| now)|(?:the|those|my|these) {PILLS} (?:already|a while ago|"
        r"(?:an|half an|one|two) hours? ago|(?:\w{1,6} )?minutes ago|and (?:now )?(?:i'm|i am|i feel|it's|i "
        r"don't want)))|(?:i'm|i am|i've started|started) (?:now )?(?:taking|swallowing) (?:all (?:of )?)?(?:the|"
        rf"my|these|them) {PILLS} (?:now|one by one|right now)|(?:the|those|my) {PILLS} are (?:starting to work|"
        rf"kicking in|working)|waiting for (?:the|those|my|these|them|it) (?:{PILLS} )?to (?:kick in|work|take "
        r"effect)",
        also="downed kickin swallow takeeffect taken taking took work",
    ),
    Rule(
        "overdose_under_way.gas_or_car",
        _S,
        _IMMINENT,
        "en",
        "garage gas",
        r"(?:car|engine)(?:'s| is)? (?:on|running) (?:in|inside) (?:the|my|a) (?:closed |locked )?garage|i(?:'m| "
        r"am| 've)? (?:sitting |locked )?in (?:the|my) garage with the (?:car|engine) (?:on|running)|the gas is "
        r"on and i",
    ),
    Rule(
        "overdose_under_way.about_to_jump",
        _S,
        _IMMINENT,
        "en",
        "balcony bridge ledge overpass parking platform roof tracks",
        r"i(?:'m| am)? (?:standing |sitting |up )?(?:on|at|over) (?:the|a|my) (?:\w{3,12} )?(?:bridge|roof|"
        r"rooftop|ledge|balcony|tracks|train tracks|parking garage|platform|overpass)(?: [\w']{1,12}){0,5} (?:jump|"
        r"step off|let go|end it|do it|not coming down|can't do this|don't want to come down|waiting for the "
        r"train)",
    ),
    Rule(
        "self_injury.cutting",
        _I,
        _MODERATE,
        "en",
        "burn_my burned_my burning_my burnt_my cut_my cutting_my harm_my harmed_my harming_my hit_my hitting_my "
        "hurt_my hurting_my i_am_been_self_ha i_am_self_ha i_am_started_self_ha i_been_self_ha "
        "i_have_been_self_ha i_have_self_ha i_have_started_self_ha i_self_ha i_started_self_ha im_been_self_ha "
        "im_self_ha im_started_self_ha ive_been_self_ha ive_self_ha ive_started_self_ha relapsed scratch_my "
        "scratching_my self_har urge_to urges_to",
        rf"i(?:'ve|'m| have| am|'d| had)?{ADV} {_NO_ACCIDENT}(?:been |started |keep |kept |started to |want to |wanna |"
        r"need to |going to |gonna |have to |like to |can't stop |relapsed and |relapsed into |went back to |"
        r"again )?(?:cut|cutting|burn|burned|burnt|burning|harm|harming|harmed|hurt|hurting|hit|hitting|scratch|"
        r"scratching) (?:my ?self|my (?:arms?|legs?|thighs?|wrists?|skin|stomach))(?: again| on purpose| tonight|"
        r" to feel)?|self ?-?harm(?:ed|ing)? (?:again|last night|today|tonight|every day|on my)|"
        r"i(?:'ve|'m| have| am)?(?: been| started)? self ?-?harm(?:ing|ed)|relapsed (?:and|on|into|with) (?:cut|"
        r"cutting|self ?-?harm(?:ed|ing)?)|urges? to (?:cut|self ?-?harm|hurt my ?self|harm my ?self|burn my ?self)",
    ),
    Rule(
        "harm_to_others.going_to",
        Category.HARM_TO_OTHERS,
        _HIGH,
        "en",
        "blow bomb burn kill murder poison shoot stab strangle",
        r"(?:i'm|i am|im|imma)(?: really| actually| seriously)? (?:going to|gonna|about to|planning to|ready to) "
        rf"(?:kill|murder|shoot|stab|strangle|poison) {PERSON}(?: tonight| tomorrow| today| right now| with| and)?|"
        rf"i{ADV} (?:have a plan|planned|bought a gun|have a gun|got a gun) (?:to|and i(?:'m| am) going to) "
        rf"(?:kill|murder|shoot|stab) (?:him|her|them|{PERSON})|(?:shoot up|shooting up|bomb|blow up|burn down) "
        r"(?:my |the )(?:school|work|office|church|workplace)(?: tomorrow| on| because)?",
    ),
    Rule(
        "harm_to_others.want_to",
        Category.HARM_TO_OTHERS,
        _MODERATE,
        "en",
        "harm hurt kill murder shake shoot stab strangl wanna",
        rf"i{ADV} (?:want to|wanna|feel like|think about|keep thinking about|fantasize about|have thoughts of|have "
        r"urges to) (?:kill(?:ing)?|murder(?:ing)?|shoot(?:ing)?|stab(?:bing)?|strangl(?:e|ing)|hurt(?:ing)?|"
        rf"harm(?:ing)?) {PERSON}|(?:afraid|scared|worried) (?:that )?i(?:'ll| will| might| could|'m going to) "
        r"(?:hurt|kill|harm|shake) (?:my baby|my kids?|my child|someone|somebody|him|her)",
    ),
    Rule(
        "abuse.danger_now",
        Category.ABUSE,
        _HIGH,
        "en",
        "a_gun beating choke choking gonna got_gun has_gun her_gun here_gun his_gun is_gun kill knife me_gun "
        "murder outside_gun s_gun shoot stab strangle strangling the_gun tried trying with_gun",
        rf"{HE}(?:'s| is| was|'ll| will)? (?:just |really |actually )?(?:threatened to|threatening to|trying to|"
        r"tried to)(?: beat me up and| hurt me and)? (?:kill|murder|shoot|stab|strangle|choke) (?:me|us)|"
        rf"{HE}(?:'s| is|'ll| will)? (?:said (?:he|she|they)(?:'ll| will|'d| would)|going to|gonna) (?:kill|murder|"
        r"shoot|stab|strangle|choke) (?:me|us) (?:with(?! (?:kindness|boredom|laughter|cuteness|"
        r"th(?:is|ese|ose) (?:\w{3,8} )?(?:puns?|jokes?|homework|songs?|memes?|looks?|workouts?|drills?)))|tonight if|"
        rf"if i (?:leave|tell|go|call))|{HE}(?:'s| is| has)? (?:beating|choking|strangling|choked|strangled) (?:me|"
        r"my (?:mom|mum|mother|sister|brother|kids?))(?! (?:out |right now |again |badly )?(?:at (?:\w{3,9} )?(?:chess|"
        r"cards|kart|fifa|golf|tennis|pool|poker|darts|scrabble)|in (?:jiu|bjj|judo|sparring|practice)))|"
        rf"{HE}(?:'s| is| has|'s got) (?:coming (?:at|after) me |here |outside )?(?:with )?(?:a |got a |the |"
        r"his )?(?:knife|gun)(?: [\w']{1,12}){0,3} (?:at me|to my (?:head|throat)|"
        r"and (?:i'm|i am) (?:hiding|scared|locked))",
    ),
    Rule(
        "abuse.ongoing",
        Category.ABUSE,
        _MODERATE,
        "en",
        "abused abuses abusing assaulte beat forced forces hit hurting hurts kicked kicks moleste molests raped "
        "gropes groped groping molesting rapes slapped slaps touched touches touching",
        rf"{HE}(?:'s| is| has)?(?: always| often| sometimes| regularly| keeps?| started| just| still| been){{0,2}} "
        r"(?:hits|hit|hitting|beats|beat|beating|hurts|hurting|slaps|slapped|kicks|kicked|touches|touched|touching|"
        r"rapes|raped|molests|molested|abuses|abused|abusing|assaulted|forces|forced) (?:me|us)(?! (?:up|with (?:a |"
        r"his |her )?(?:pillow|snowball|ball|question|idea|bill)|in (?:the |a )?(?:game|match|race|quiz|final)|at "
        r"(?:chess|cards|tennis|pool)))|my (?:teacher|coach|priest|pastor|cousin|grandpa|grandfather|step(?:mom|"
        r"mother|brother)|tutor|babysitter)(?:'s| is| has| keeps)? (?:touch(?:es|ed|ing)|raped|rapes|molest(?:s|ed|"
        r"ing)|grop(?:es|ed|ing)) me(?! (?:deeply|with (?:his|her|this|that) (?:words|speech|story|kindness|message|"
        r"song)))|i(?:'m| am|'ve been| was| have been|'m being) (?:being )?(?:sexually |physically )?(?:abused|raped|"
        r"molested|assaulted|beaten)(?: by)?",
    ),
    Rule(
        "ideation.somebody",
        _S,
        _LOW,
        "en",
        "die dying gonna kill life suicidal suicide",
        rf"{SOMEBODY}(?:'s| is| was| has| has been| keeps| said| says| told me| might| may| just| really){{0,3}} "
        r"(?:suicidal|(?:wants to|wanted to|tried to|going to|gonna|threatened to|threatening to|talking about|"
        r"saying (?:he|she|they) wants? to|(?:he|she|they) wants? to) (?:die|dying|kill(?:ing)? (?:him|her|"
        r"them)sel(?:f|ves)|end (?:his|her|their) life|commit suicide))",
        subject=Subject.OTHER,
        also="edto gonna hewantto ingto suicidal talkingabout theywantto wantsto",
    ),
)

"""What people write in English who eat no more, hear orders, feel hunted, or fear what they may do to others."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import PERSON
from segue.safety.rules import Rule, either

_E, _P, _H = Category.EATING_DISORDER, Category.PSYCHOSIS, Category.HARM_TO_OTHERS
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE
_END = r"(?= ?(?:$|[.!?;]))"
_DAYS = (
    r"(?:(?:\d{1,2}|two|three|four|five|six|seven|ten|several|a few|a couple of|over \w{1,5}|almost \w{1,5}|"
    r"like \w{1,5}|about \w{1,5}) days|a week|(?:over|almost|nearly) a week|(?:two|three|2|3) weeks|days)"
)
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|last week|the weekend|last \w{6,9}day)"
_ILL = (
    r"(?! (?:and i(?:'ve| have) (?:the|a) (?:flu|fever)|because of|due to|thanks to|from (?:the|a|this)|since "
    r"(?:the|my) (?:surgery|operation)|with (?:the|this|a) (?:flu|stomach|bug|virus)|because i(?:'ve| have)? (?:the|"
    r"a|had|got|am fasting|caught)))"
)
_YOUNG = r"(?:my|the|our|this) (?:baby|newborn|infant|son|daughter|child|kids?|children|toddler)"
_HURTING = r"(?:smothering|drowning|shaking|stabbing|throwing|hurting|harming|killing|suffocating|strangling|poisoning)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "eating_disorder.days_without",
        _E,
        _MODERATE,
        "en",
        "nt_eat nt_ate nt_really_eat nt_really_ate nt_properly_eat nt_properly_ate not_eat not_ate not_really_eat "
        "not_really_ate not_properly_eat not_properly_ate barely_eat barely_ate barely_really_eat barely_really_ate "
        "barely_properly_eat barely_properly_ate hardly_eat hardly_ate hardly_really_eat hardly_really_ate "
        "hardly_properly_eat hardly_properly_ate had_food had_any had_a_bite had_anything fasted fasting",
        r"(?:i(?:'ve)? |^)(?:haven't|have not|not) had (?:food|any food|a bite(?: to eat| of food)?|anything to "
        rf"eat) (?:(?:in|for) {_DAYS}|since {_WEEKDAY}){_ILL}|(?:fasted|fasting)(?: for)? {_DAYS} to (?:get|be|"
        r"become|lose) (?:thin|skinny|weight|smaller)|(?:i(?:'ve| have| just| really)?|^|and) ?(?:haven't|have not|"
        r"not|barely|hardly|didn't|have barely) (?:really |properly )?(?:eaten|eat|ate)(?: anything| food| at all| "
        rf"a thing| a (?:real |proper )?meal){{0,2}} (?:(?:in|for) {_DAYS}|since {_WEEKDAY}){_ILL}(?! (?:meat|sugar|"
        r"bread))",
    ),
    Rule(
        "eating_disorder.too_little",
        _E,
        _MODERATE,
        "en",
        "calories kcal cals apple rice_cake banana cracker ice_cube lettuce celery scared_to_eat afraid_to_eat "
        "terrified_to_eat down_my_throat i_weigh stopped_eating quit_eating food_makes hate_my hate_this laxatives "
        "diuretics diet_pills water_pills",
        either(
            r"i (?:only |just |usually )?(?:eat|have) (?:about |around |under |less than |maybe |only )?[1-8]\d\d "
            r"(?:calories|kcal|cals) (?:a|per|each) day(?! (?:less|more|over|under|deficit))",
            r"i(?:'m| am|'ve)? (?:only|just) (?:eat|eating|ate|have) (?:an|one|half an|a|some|two)? ?(?:apple|rice "
            r"cake|banana|cracker|ice cube|lettuce|celery)s? (?:a|per|each|all) day",
            rf"i(?:'m| am) (?:so |too |really )?(?:scared|afraid|terrified) to eat(?: anything| food| again)?{_END}",
            r"(?:stick|stuck|put|shove|shoved|sticking|putting)(?: \w{2,5})? (?:my )?(?:own )?fingers? down my "
            r"throat(?<!his fingers down my throat)",
            r"i weigh (?:only )?(?:(?:2\d|3\d|4[0-3]) (?:kilos?|kgs?|kilograms)|[6-9]\d (?:lbs?|pounds))(?: "
            r"[\w']{1,6}){0,5} (?:fat|huge|too (?:much|big|heavy)|lose)",
            r"i(?:'ve| have| just)? (?:stopped|quit) eating(?: (?:completely|altogether|again|because i(?:'m| am| "
            rf"hate))|{_END})",
            r"food makes me (?:feel )?(?:disgusting|guilty|dirty|worthless|like a failure)",
            r"hate (?:my|this) (?:\w{3,8} )?body(?: \w{1,8}){0,5} (?:stopped eating|don't eat|can't eat|won't "
            r"eat|starv\w{1,3}|not eating)",
            r"i(?:'m| am|'ve been| have been) (?:taking|using|abusing) (?:\w{3,8} )?(?:laxatives|diuretics|diet "
            r"pills|water pills)(?: \w{2,10}){0,3} (?:lose|skinny|thin|weight|meals?|eating)",
        ),
    ),
    Rule(
        "eating_disorder.failing_body",
        _E,
        _HIGH,
        "en",
        "only_had only_water nothing_but_water throw_up throwing_up purging starving",
        either(
            r"i(?:'ve| have)? (?:keep )?(?:pass(?:ed|ing)? out|faint(?:ed|ing)?|black(?:ed|ing)? out|collapsed?)(?: "
            r"[\w']{1,8}){0,4} (?:only had (?:water|coffee|tea)|only water|nothing but water)(?: "
            r"[\w']{1,6}){0,2} (?:days?|week)",
            r"my heart (?:keeps skipping|skips|is skipping|keeps fluttering|flutters|hurts)(?: [\w']{1,8}){0,4} "
            r"(?:throw up everything|throwing up everything|purging|starving)",
        ),
    ),
    Rule(
        "psychosis.told",
        _P,
        _MODERATE,
        "en",
        "voices in_my_head inside_my_head tv_talks tv_speaks television_talks television_speaks radio_talks "
        "radio_speaks me_to_hurt_my me_to_kill_my me_to_cut_my me_to_harm_my hear_my_dead hearing_my_dead",
        either(
            r"(?:the|my|these) voices (?:keep telling|tell|told|are telling|want|are forcing|keep ordering|ordered|"
            r"order) me to(?: do (?:it|things|bad things|stuff))?(?= ?(?:$|[.!?;])| (?:lol|haha|again|and (?:nobody|"
            r"no one|i)|i mean it|i'm not|it's|all the time|every|but|so)\b)",
            r"they (?:tell|are telling|keep telling|told|want|order|whisper to) me to (?:hurt|kill|cut|harm) my "
            r"?self",
            r"(?:a|the|this) (?:man|woman|person|boy|girl|thing|demon|someone|somebody) (?:in|inside) my head "
            r"(?:who|that|which|and (?:he|she|it)|he|she|it)? ?(?:tells|orders|commands|screams|says|talks)",
            r"i (?:can |still |keep )?hear(?:ing)? my dead (?:\w{3,9} ){1,2}(?:calling|telling|asking|ordering|"
            r"begging)",
            rf"(?:the|my) (?:tv|television|radio) (?:talks|speaks) to me(?: (?:about|at night|in|every))?{_END}",
        ),
    ),
    Rule(
        "psychosis.voices_about",
        _P,
        _HIGH,
        "en",
        "god_says god_tells god_told voice voices",
        r"(?:(?:the |my )?voices? (?:in my head )?(?:say|says|tell me|tells me|whisper|keep saying)|god (?:says|"
        rf"told me|tells me)) ?(?:that )?{_YOUNG} (?:is|are|must|has to|should|needs to) (?:\w{{2,8}} )?(?:evil|"
        r"possessed|the devil|a demon|poison\w{0,4}|die|be sacrificed)",
    ),
    Rule(
        "psychosis.hunted",
        _P,
        _MODERATE,
        "en",
        "government by_the_fbi by_the_cia by_fbi by_cia by_aliens by_the_aliens by_demons by_the_demons by_the_devil "
        "by_devil satellites by_the_nsa by_nsa by_agents by_the_agents replaced_my swapped_my switched_my "
        "poison_through poison_gas poison_into poison_in gas_through gas_into gas_in chemicals_through "
        "chemicals_into chemicals_in",
        either(
            r"(?:neighbou?rs?|landlord|people upstairs|they)(?: are| is|'re)? (?:send|pump|put|blow|spray)(?:ing|"
            r"s)? (?:poison(?: gas)?|gas|chemicals) (?:through|into|in) (?:the|my) (?:vents?|walls?|room|house|"
            r"apartment|flat|food)",
            r"i(?:'m| am|'ve been| have been)(?: always| constantly)?(?: being)? (?:followed|watched|tracked|"
            r"monitored|hunted|spied on|controlled) by (?:the )?(?:government|fbi|cia|aliens|demons|devil|"
            r"satellites|nsa|agents)",
            r"(?:replaced|swapped|switched) my (?:wife|husband|mom|mum|dad|mother|father|parents|family|son|"
            r"daughter|kids) (?:with|by|for) (?:a |an )?(?:copy|copies|clones?|robots?|imposters?|impostors?|double|"
            r"actors?|fake)",
        ),
    ),
    Rule(
        "harm_to_others.pictured",
        _H,
        _MODERATE,
        "en",
        "alone_with could_drop could_harm could_hurt could_shake drowning harming hurting killing might_drop "
        "might_harm might_hurt might_shake on_purpose poisoning shaking smothering stabbing strangling suffocating "
        "throwing of_what_i about_what_i",
        either(
            r"i (?:might|could) (?:hurt|harm|shake) (?:my|the) (?:baby|newborn|kids?|children)(?!'?s? (?:feelings|"
            r"chances)| awake)",
            r"i (?:might|could) (?:hurt|harm|drop|shake) (?:him|her|them|the baby|my baby) on purpose",
            r"(?:can't|cannot|shouldn't|afraid to|scared to) be (?:left )?alone with (?:my|the) (?:baby|newborn|"
            r"kids?|children) (?:because )?(?:i|anymore|i'm)",
            r"i (?:keep|can't stop|am always|keep on) (?:thinking|imagining|picturing|fantasi[sz]ing|dreaming)(?: "
            rf"about| of)? {_HURTING} (?:{_YOUNG}|{PERSON})(?! (?:a|an) (?:\w{{3,9}} )?(?:party|shower|ball|look|"
            r"bone))(?! feelings|'?s)",
            r"i(?:'ve| have| keep having| get)? (?:been )?(?:think|thinking|having thoughts|thoughts|images|visions|"
            rf"urges) (?:of|about) {_HURTING} (?:{_YOUNG}|children|kids|little kids|people|someone)(?!'?s)(?! (?:a|"
            r"an) (?:\w{3,9} )?(?:party|shower|ball)| feelings)",
            r"(?:scared|afraid|worried|terrified) (?:of|about) what i(?:'ll| might| could| may| would)(?: "
            r"\w{2,5}){0,2} do to (?:him|her|them|the (?:baby|kids?|children)|my (?:baby|kids?|children|son|"
            r"daughter|wife|husband|mom|mum|dad|brother|sister|mother|father))",
        ),
    ),
    Rule(
        "harm_to_others.prepared",
        _H,
        _HIGH,
        "en",
        "a_gun his_gun knife list_of loaded_gun mean_it my_gun the_gun with_everyone_in with_her_in "
        "with_him_in with_me_in with_them_in with_us_in",
        either(
            r"burn(?:ing)? (?:our|the|my|his|her|their) (?:house|home|flat|apartment|place)(?: down)? with (?:him|"
            r"her|them|us|me|everyone) in(?:side)?(?! (?:mind|charge))",
            rf"i(?:'ll| will|'m going to| am going to) (?:kill|stab|shoot) (?:{PERSON}|him|her|them)(?: in law)?(?: "
            r"and| tonight| one day){0,2} i mean it",
            r"i(?:'ve)? (?:have|got|made|wrote) a (?:kill |hit )?list of (?:who|whom|people|everyone|those|kids|the "
            r"ones)(?: who| that| i'm| i am| i'll| i want| i will| going| to){1,4} (?:kill|shoot|hurt)",
            rf"i (?:want to|wanna|will|am going to|could) (?:kill|stab|shoot|murder) {PERSON}(?: "
            r"[\w']{1,8}){0,4} (?:the|a|my|his) (?:knife|gun)(?: is)? (?:ready|loaded|in my (?:hand|bag|room)|"
            r"with me|here)",
        ),
    ),
)

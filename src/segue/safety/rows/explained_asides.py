"""What a few words behind the match make nothing of: a dull party, a printer, a splinter, an undertaker's day."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rules import either

_GRAVE = (
    r"(?:(?:to|i|i'll|will|gonna|wanna|can|could) die|die(?= ?(?:$|[.!?,]))|dying|suicid\w{0,4}|"
    r"end (?:it|everything|my)|overdos\w{1,4}|rope|noose|gun|bridge|knife|blades?|goodbyes?|forgive|"
    r"forever(?<!takes forever)|for good|peace|pain|hopeless|worthless|nobody|alone|anywhere|alive|everything|life|"
    r"world|really|serious\w{0,2}|not (?:joking|kidding)|tonight|sterb\w{0,3}|leben|ernst|morir\w{0,2}|vida|mourir|vie|"
    r"morrer)"
)
_LAUGH = r"(?:(?:ha){2,6}h?|(?:ja){2,5}|lol|lmao|rofl|mdr|ptdr|xd|k{3,8}|(?:rs){2,4})"
_NUISANCE = (
    r"(?:e?mails?|meetings?|updates?|printer|parking|spreadsheets?|adverts?|ads?|songs?|jokes?|puns?|zoom|teams|"
    r"captcha|survey|newsletter|ed sheeran|nickelback|christmas song|quiz|training day|ice ?breaker|homework|math|"
    r"maths|algebra|chemistry|physics|latin|drucker|besprechung|mail|meeting|witz|impresora|correo|reunion|imprimante|"
    r"mail|impressora|reuniao)"
)
_DULL = (
    r"(?:is |are |'s |'re |ist |es |est |e )?(?:so |too |very |really |such |total |voll |muy |un |trop |tres |muito |"
    r"uma ){0,2}(?:boring|dull|bored|loud|awful music|cold|lame|packed|overpriced|langweilig|ode|oede|laut|aburrid[ao]|"
    r"rollo|nulle?|ennuyeu\w{1,2}|bruyante?|seca|chat[oa])"
)
_OUTING = (
    r"(?:party|conference|meeting|lecture|seminar|concert|club|wedding|reception|hostel|campsite|museum|match|film|bar|"
    r"training|networking event|feier|konferenz|vorlesung|veranstaltung|fiesta|reunion|charla|fete|soiree|conference|"
    r"reuniao|festa|palestra)"
)
DULL_PARTY: Final = ExplainedBy(
    ("ideation.dont_want_to_live", "ideation.unnamed", "ideation.suicide", "ideation.no_longer", "passive."),
    behind=r"[,;:.\- ]{1,3}(?:because |weil |porque |parce que )?(?:the|this|that|die|der|diese|la|el|esta|cette|a|"
    rf"o) {_OUTING} {_DULL}\b",
    unless=rf"\b(?:{_GRAVE}|and so|i'm so tired|hate (?:my ?self|me))\b",
)
"""Somebody who wants to leave a party."""

_KILL = r"(?:(?:kill|shoot|hang|end) my ?self|kms|shoot me|bringe? (?:ich )?mich um|me mato|me suicide?|je me tue)"
NUISANCE: Final = ExplainedBy(
    ("intent.", "ideation.slang_wish", "ideation.wanted", "ideation.want"),
    beside=either(
        r"(?:one more|another|the next|this|that|my|noch ein\w{0,2}) "
        rf"(?:\w{{3,10}} )?{_NUISANCE}\b[^.!?;]{{0,40}}{_KILL}[ ,]{{1,3}}{_LAUGH}",
        rf"{_KILL}[ ,]{{1,3}}(?:every time|whenever|when|if|wenn|si|se) (?:(?:the|this|that|my|der|die|das|la|el|l'|"
        rf"a) )?(?:\w{{3,10}} )?{_NUISANCE}\b[^.!?;]{{0,40}}\b{_LAUGH}",
    ),
    needs="lol haha lmao rofl mdr ptdr jaja kkk rsrs xd",
    unless=rf"\b(?:{_GRAVE}|pills?|tablets|but|though|they (?:said|sent|wrote)|bull(?:y|ied|ies)|fail(?:ed|ing)?|him|"
    r"her|them|for real|fr)\b",
)
"""A printer, laughed about."""

PENALTIES: Final = ExplainedBy(
    ("passive.no_point", "passive.want_it_over"),
    behind=r"[,;:\- ]{1,3}(?:(?:these|this|the|my|it's|another) )?(?:taxes|tax return|penalties|extra time|burpees|"
    r"squats|fractions|logarithms|equations|knitting|ironing|assembl\w{1,3}|sudoku|escape room|var|playoffs|paperwork|"
    r"root canal|colonoscopy|neighbou?rs? (?:practi[sc]\w{1,3}|plays?|drills?|mows?)|ikea|captchas?)\b",
    unless=rf"\b(?:{_GRAVE}|last|any ?more (?:and|i))\b",
)
"""A shoot-out, a tax return."""

NOT_MY_GAME: Final = ExplainedBy(
    ("passive.burden", "passive.wished", "passive.unmissed"),
    beside=r"(?:useless|bad|hopeless|terrible|rubbish|awful) at (?:darts|bowling|football|chess|quizzes|charades|pool|"
    r"tennis|baking|karaoke|volleyball|cricket|padel|skittles|netball|basketball)|my (?:\w{3,8} )?(?:plants?|orchids?|"
    r"cactus|sourdough|oven|laptop|car|bike|lawn|garden|tomatoes) would be (?:better|happier)|"
    r"burden on (?:my|the|our) (?:gym|tennis|running|lab|dance|climbing|training|bowling|quiz) (?:buddy|partner|team|"
    r"group|mates?)",
    needs="useless_at bad_at hopeless_at terrible_at rubbish_at awful_at my_ burden_on",
    unless=r"\b(?:die|dead|dying|death|kill\w{0,4}|suicid\w{0,4}|end (?:it|everything|my)|forever|gone|alive|life|"
    r"world|everything|anything|family|kids|parents|everyone|everybody|pills|here|around)\b",
)
"""Darts, and an orchid."""

CHEESE_OR_A_HILL: Final = ExplainedBy(
    ("ideation.dont_want_to_live", "intent.no_reason_to_stay", "ideation.want_to_die"),
    behind=r" (?:in a world (?:without|with no) (?:cheese|pizza|coffee|chocolate|bread|wine|tacos|pasta|garlic|butter|"
    r"sourdough|tea|nutella|spell ?check|google maps)|on (?:this|that|the) hill(?! (?:above|behind|near|where|over|"
    r"outside|by|in)\b)|than (?:vegan|vegetarian|on a diet))\b",
    unless=r"\b(?:die(?= ?(?:$|[.!?,]))|dying|dead(?! than)|kill\w{0,4}|suicid\w{0,4}|end (?:it|my)|pills|tonight|"
    r"forever|goodbye|alone|pain|him|her|them|love|rail\w{0,4})\b",
)
"""Who could not be without cheese."""

TOASTER: Final = ExplainedBy(
    ("ideation.better_off_dead", "ideation.want_to_die"),
    behind=r" than (?:(?:in|on|at|caught in|seen in) (?:(?:that|this|a|another|the) )(?:\w{3,10} )?(?:reality show|"
    r"tv show|show|musical|suit|hat|onesie|crocs|call ?cent(?:re|er)|choir|pantomime|conga line|spin class)|"
    r"eat (?:that|this|it|one) again[, ]{1,2}(?:the )?(?:canteen|fish|liver|stew|soup|broccoli|school|sprouts))\b",
    unless=rf"\b(?:{_GRAVE}|here)\b",
)
"""Rather dead than in a silly show."""

SPLINTER: Final = ExplainedBy(
    ("method_seeking.question",),
    behind=r" to (?:remove|pull out|take out|get rid of|get out|rip off|break up with|clean|pierce|wax|tell|quit|"
    r"cancel|move|learn|do|file|pay|switch|unsubscribe) (?:(?:a|an|the|my|his|her|this|of|off|from|"
    r"your) ){0,2}(?:\w{3,9} )?(?:splinters?|thorn|tick|tooth|teeth|plaster|band ?aid|stitches|wax|legs|ears?|stinger|"
    r"sting|contact lens|tattoo|piercing|boy ?friend|girl ?friend|guy|boss|taxes|tax return|house|banks?|providers?|"
    r"subscription|gym|french|german|excel|newsletters?)\b",
    unless=r"\b(?:die|dying|death|dead|kill\w{0,4}|suicid\w{0,4}|end (?:it|my|everything)|my ?self out|overdos\w{1,4}|"
    r"life|pills)\b",
)
"""A way without pain out of a contract."""

PLAYED: Final = ExplainedBy(
    ("abuse.",),
    behind=either(
        r" (?:every time|whenever|each time|when) we play (?:(?:a game of|at) )?(?:mario ?kart|fifa|chess|cards|"
        r"monopoly|scrabble|uno|tennis|ping ?pong|darts|pool|smash|tekken|street fighter|rummy|checkers|catan|poker|"
        r"wii sports)\b",
        r"(?: in the (?:face|back|neck)| on the (?:nose|head|back))? with (?:a|his|her) (?:snow ?ball|pillow|"
        r"water balloon|balloon|frisbee|beach ball|nerf dart|cushion|wet sponge|pie|custard pie|marshmallow)\b",
        r" (?:in|at) the (?:(?:semi|quarter) ?)?(?:finals?(?! (?:year|straw|days?|months?))|first round|second round|"
        r"play ?offs|last round|tie ?break)\b",
    ),
    unless=r"\b(?:drunk|angry|furious|scared|afraid|hurt\w{0,3}|bruis\w{0,3}|blood|bleed\w{0,3}|ice|icy|rock|stone|"
    r"loses|lost|loser?s?|cry|cried|crying|punch\w{0,3}|kick\w{0,3}|slap\w{0,3}|rap(?:e|ed)|touch\w{0,3}|"
    r"smother\w{0,3}|breathe|always|every (?:day|night)|for real|and then|also|choke\w{0,2}|up)\b",
)
"""Mario Kart and snowballs."""

UNDERTAKER: Final = ExplainedBy(
    ("passive.thoughts", "passive.death_on_mind"),
    behind=r"(?: every (?:single )?day| all (?:day|the time)| a lot| every night)?[,;:.\- ]{1,3}(?:because |"
    r"since )?(?:(?:i'm |i am |i work as )(?:a|an) (?:funeral|undertaker|hospice|palliative|pathologist|coroner|"
    r"mortician|grave ?digger|oncolog\w{1,3}|crime writer|obituar\w{1,3}|paramedic|embalmer|philosophy|priest|vicar|"
    r"chaplain)|i work (?:in|at|for) (?:a|the) (?:hospice|funeral \w{4,8}|cemetery|morgue|mortuary|crematorium)|"
    r"i(?:'m| am) writing my (?:thesis|dissertation|novel|essay))\b",
    unless=rf"\b(?:{_GRAVE}|my own|mine|want)\b",
)
"""Somebody who buries others."""

MOVED_ON: Final = ExplainedBy(
    ("behaviour.gave_away", "means.got", "plan.chosen", "means.in_hand"),
    behind=either(
        r"(?: \w{1,10}){0,2}?[, ]{1,3}(?:because |since |as )?(?:i've |i |i'm )(?:just )?(?:bought|got|ordered|built|"
        r"getting|saved for|upgraded to) (?:my ?self )?(?:a|the) (?:much )?(?:better|newer|new|bigger|electric|"
        r"lighter) (?:one|model|guitar|bike|piano|phone|laptop|car|console)\b",
        r"(?: and a date)?[,;:\-]{1,2} ?(?:the|our|my) (?:proposal|wedding|move|launch|marathon|release|renovation|"
        r"housewarming|baptism|driving test|house sale) (?:is|will be|starts|takes)\b",
        r"(?: ready)? for (?:the|our|my) (?:trip|holiday|cruise|flight|safari)[, ]{1,3}(?:the )?(?:malaria|"
        r"travel ?sick\w{0,4}|sea ?sick\w{0,4}|motion sickness|altitude)\b",
    ),
    unless=rf"\b(?:{_GRAVE}|death|dead|gone|kill\w{{0,4}}|won't need|don't need|no longer need|letters?|note|"
    r"all at once|take them all)\b",
)
"""A better guitar, a proposal with a date, tablets for a safari."""

OUT_OF_TOWN: Final = ExplainedBy(
    ("ideation.no_reason_to_live", "passive.no_future", "passive.life_over"),
    behind=either(
        r" in (?:london|paris|berlin|munich|new york|san francisco|sydney|madrid|dublin|zurich|manhattan|"
        r"(?:the|a) (?:city cent(?:re|er)|city|suburbs|big city)) (?:when|if|unless|with (?:these|this|those)) (?:you|"
        r"we|one|the|your|rents?|prices|traffic|everything is|work is|jobs)\b",
        r" (?:at|in) (?:work|the office|the (?:shop|lab|meeting)) (?:this (?:week|friday|afternoon)|today|"
        r"on (?:monday|friday)|until (?:monday|next week)) (?:so|and) (?:i (?:took|take|booked|went|left)|"
        r"i'm (?:off|taking|working))\b",
    ),
    unless=r"\b(?:(?:to|will|can) die|dying|death|dead|kill\w{0,4}|suicid\w{0,4}|end (?:it|my)|forever|goodbye|pills|"
    r"anyway|at all|alone|nobody cares|pain|hopeless)\b",
)
"""Why nobody has to live in London."""

FOR_A_STORY: Final = ExplainedBy(
    ("behaviour.note",),
    behind=r" (?:for|from|by|left by) (?:the|my|our|a) (?:\w{3,10} )?(?:detective|murderer|victim|killer|widow|villain|"
    r"heroine?|character|butler|suspect|npc|play|novel|crime (?:novel|story)|short story|murder mystery|escape room|"
    r"larp|screenplay|script|film|game)\b",
    unless=r"\b(?:for me|about me|my own|myself|i want|i will|i'm going|real|really|secretly|pretend\w{0,3}|mum|mom|"
    r"dad|family|parents|goodbye|tonight|pills|life|me)\b",
)
"""A note that a detective finds."""

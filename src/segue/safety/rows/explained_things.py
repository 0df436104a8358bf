"""What was taken, given away or put in order for a reason: photographs, a move, an operation, in English."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rules import either

_PLACES = (
    r"(?:tip|dump|skip|recycling(?: \w{4,6})?|bottle bank|vets?|pool|park|beach|zoo|cinema|museum|playground|library|"
    r"church|school|nursery|office|garage|attic|loft|cellar|basement|kitchen|car|charity(?: shop)?|thrift store|"
    r"goodwill|shelter|post office|cleaners|laundrette|market|shop|store|airport|station|farm|allotment|barber'?s?|"
    r"grandparents'?|neighbou?rs?|party|picnic|match|dentist|bank|boxes)"
)
_KIN = (
    r"(?:sister|brother|mum|mom|mother|dad|father|parents|friends?|aunt|uncle|cousin|nan|gran|grandma|grandad|grandpa|"
    r"daughter|son|flat ?mate|neighbou?rs?|boss|teacher)"
)
_THINGS = (
    r"(?:photo(?:graph)?s|pictures|pics|snaps|shots|selfies|screenshots|videos|notes|measurements|books|magazines|"
    r"comics|records|biscuits|cookies|cakes|cupcakes|muffins|sweets|candies|candy|chocolates|gummy (?:bears|worms)|"
    r"jelly (?:beans|babies)|apples|pears|plums|cherries|berries|tomatoes|eggs|sandwiches|chips|crisps|olives|cats|"
    r"dogs|puppies|kittens|hens|chairs|tables|bags|suitcases|shoes|coats|clothes|plants|seedlings|flowers|decorations|"
    r"lights|curtains|toys|leaflets|flyers|samples|freebies|tickets|coupons|classes|courses|lessons|quizzes|trains|"
    r"trams|buses|shifts|penalties|free kicks|orders|calls|empties|cans|leftovers|oysters|mussels|scones|dresses|"
    r"novels|vouchers|leads|jobs|offers)"
)
_TAKEN_TO = either(
    r" (?:straight |right |over |back |down |along |round |out |up |away |with me |home ){0,2}(?:in)?to (?:(?:the|a|an|"
    rf"my|our|their|his|her|mum's|mom's|dad's) ){{0,2}}(?:(?!bed\b)\w{{3,10}} )?(?:{_PLACES}|"
    rf"{_KIN}(?! (?:grave|death)))\b",
    r" to (?:work|town|class|lunch|court|(?:the|a|an|my|our|his|her|your) (?!hospital|end|limit|bed|grave|last|"
    r"other side|point|max|extreme|doctor|toilet|bathroom|sink|lake|river|sea|woods|forest|bridge|"
    r"roof)\w{4,12})(?= ?(?:$|[.!?;,])| (?:on|in|for|yesterday|last|this|and|because|with|by) )",
    r" (?:by (?:train|bus|car|bike|boat|plane)|by surprise|seriously|for granted|with a pinch of salt|on board|"
    r"to (?:her|him|them)(?= ?(?:$|[.!?;]))|out for (?:dinner|lunch|pizza|drinks|brunch|ice cream)|"
    r"down in (?:a|my|the) \w{4,10}|under my wing|with me (?:on|to|in|when)|on (?:holiday|a trip|tour|an outing))\b",
    r" (?:straight |right )?(?:back )?(?:home|upstairs|downstairs|outside|indoors)\b|"
    r" out of (?:the|my|our) (?:freezer|oven|car|van|garage|attic|loft|washing machine|fridge|shed|garden|wardrobe)\b|"
    r" off (?:the|my|our) (?:wall|shelf|shelves|table|line|tree|door|fridge|desk)\b|"
    r" down[,.;:]? (?:the|and (?:put|pack|box|stor|clean)\w{0,4}|because|before the|"
    r"after (?:christmas|easter|new year))\b",
    r" (?:my ?self |mostly )?with (?:my|the|a|an) (?:\w{2,10} )?(?:phone|camera|iphone|drone|tripod|lens|polaroid)\b|"
    r" for (?:a (?:walk|ride|spin|drive|swim|picnic|check ?up|haircut)|the (?:\w{3,9} )?(?:cake|pie|jam|recipe|album|"
    r"website|newsletter|school|party|raffle|jumble sale|project|exhibition|soup|salad|birds|ducks|chickens|hens)|"
    r"ice cream|lunch|dinner|pizza)\b| in (?:one trip|two trips|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|paris|rome|london|black and white)\b",
)
TAKEN: Final = ExplainedBy(
    ("overdose_under_way.took_them", "overdose_under_way.took_rest"),
    behind=either(
        rf"(?: of (?:it|them))?(?:{_TAKEN_TO})",
        rf" of (?:the|those|these) {_THINGS}\b",
        rf"[,:;\-]{{1,2}} ?(?:the |those |all )?{_THINGS}(?= ?(?:$|[.!?;,])| (?:i mean|that|you|she|he|from|of|in) )",
    ),
    beside=r"(?:(?:three|six|me|those|old|the|these|some|no|any|ten|five|my|our|your|her|his|"
    rf"of) )(?:[\w']{{1,10}} ){{0,2}}{_THINGS}(?: (?:are|were|is|was|which|that|here|there|left|mine|free|over|for|me|"
    r"you|lent|gave|on|sale|out|down|and|just|in|the|\w{1,3}ing)){0,4}[ ,:\-]{1,3}(?:since |so |and |because |but |as |"
    r"yes |then )?i(?:'ve| have)? (?:just |then |already |gladly )?(?:took|taken|swallowed|ate) ",
    needs="photo pictures pics snaps shots selfies videos notes measurements books magazines comics records biscuits "
    "cookies cakes muffins sweets candies candy chocolates gummy jelly apples pears plums cherries berries tomatoes "
    "eggs sandwiches chips crisps olives cats dogs puppies kittens hens kids children boys girls chairs tables boxes "
    "bags suitcases shoes coats clothes plants seedlings flowers decorations lights curtains toys leaflets flyers "
    "samples freebies tickets coupons keys exams classes courses lessons tests quizzes trains trams buses shifts "
    "penalties kicks orders calls empties cans leftovers oysters mussels scones dresses novels vouchers leads jobs "
    "offers interns students pupils guests tourists passengers",
    unless=r"\b(?:pills?|tablets?|meds|medications?|medicines?|capsules|painkillers|sleepers|dos(?:e|es|ed)|packets?|"
    r"blisters?|overdos\w{1,4}|prescription|doctor|gp|psychiatrist|morphine|\d\d of them|put|wrote|kissed|fed|failed|"
    r"lost|letters|asleep|swallow(?:ed|ing)? (?!them all the|them all gumm)(?:them|it|everything|all)|vodka|"
    r"whisk\w{1,2}|gin|to (?:die|sleep|end|kill)|die|dying|dead|death|kill\w{0,4}|suicid\w{0,4}|end it|goodbye|forgive|"
    r"hospital|ambulance|(?:look(?:ed|ing)|star(?:ed|ing)) (?:at|through)|mum's (?:bag|drawer)|"
    r"love (?:you|them|him|her)|tell (?:my|the|them|him|her)|scared|don't know|doesn't know|sleepy|dizzy|drunk|"
    r"feel(?:ing)? (?:weird|sick|funny|sleepy|numb))\b",
)
"""What else is taken: photographs, biscuits, exams, five dogs for a walk, empty bottles to the tip."""

MOVED: Final = ExplainedBy(
    ("behaviour.gave_away", "goodbye.after_me", "behaviour.affairs"),
    beside=r"(?:(?:before|because|since|as|for|after) )?(?:(?:i'm|i am|we're|we are|i'll be|i was|we were|am|"
    r"are) )?(?:moving (?:(?:house|home|flat|abroad|out|away|overseas|countries|cities|in with|back to|in)\b|"
    r"(?:in)?to (?:a|an|the|my|our|(?!heaven|join|be\b|end|god)\w{4,12}\b))|downsizing|decluttering|emigrating|"
    r"relocating|on (?:holiday|vacation|a business trip|deployment|exchange)|travelling for|studying abroad|"
    r"away for (?:a|the|two|three)|the move)|(?:a|the|our|my) (?:new|smaller|tiny|bigger) (?:flat|apartment|house|"
    r"place)|(?:our|my) new home|(?:they|it) (?:no longer|don't|doesn't|didn't) fit|(?:too small|too big|outgr[eo]wn?)|"
    r"spring clean\w{0,3}|(?:lost|gained) (?:\w{2,10} )?(?:kilos|pounds|weight|stone)|"
    r"done having (?:kids|babies|children)|(?:kids|baby|daughter|son) (?:has |have )?grown|"
    r"never (?:play|use|wear|read|ride|touch) (?:it|them)|marie kondo|garage sale|car boot sale|jumble sale|yard sale|"
    r"minimalis[tm]",
    needs="moving downsizing decluttering emigrating relocating holiday vacation trip deployment exchange travelling "
    "studying away_for away move flat apartment house place home fit small big outgr spring having grown lost gained "
    "never kondo sale minimalis",
    unless=r"\b(?:won't (?:be )?need\w{0,3}|don't need|no longer need|no need for|die|dead|dying|gone|kill\w{0,4}|"
    r"suicid\w{0,4}|goodbye|any ?more|where i'm going|nursing home|hospice|terminal|rope|pills|letters?|note|funeral|"
    r"other side|god|better place|one last|heaven|peace)\b",
)
"""Things given away by somebody who moves into a smaller flat, and a dog while its owner is on holiday."""

IN_ORDER: Final = ExplainedBy(
    ("behaviour.affairs",),
    behind=r" (?:and (?:made|wrote|updated) (?:a|my) will )?(?:(?:before|ahead of|in case of|for) (?:the|my|our|this|"
    r"a) (?:\w{3,10} )?(?:operation|surgery|procedure|op|transplant|caesarean|birth|baby|deployment|trip|journey|"
    r"expedition|audit|move|wedding|mortgage|retirement|divorce|new (?:job|year)|tax year)|"
    r"(?:now|since) (?:that )?(?:we're|we are|i'm|i am|we've|i've) (?:\w{3,9} )?(?:parents|married|retired|"
    r"a (?:mum|mom|dad|father|mother|parent)|pregnant|expecting|bought|got (?:a|the) (?:house|mortgage|baby|kids)))\b",
    unless=r"\b(?:die|dead|dying|gone|kill\w{0,4}|suicid\w{0,4}|goodbye|pills|rope|gun|other side|heaven|god|won't be|"
    r"end it|don't want|hope i)\b",
)
"""Papers put in order before an operation, a journey or a birth."""

HOMEWORK: Final = ExplainedBy(
    ("behaviour.rehearsed", "behaviour.nearly"),
    behind=r"(?![^!?;]{0,60}\b(?:came|comes|walked|called|rang|knocked|stopped|chair|first|"
    r"cry\w{0,3})\b)[^!?;]{0,50}\b(?:homework|dishes|washing|laundry|assignment|essay|hoovering|ironing|tax return|"
    r"report|workout|exercise|reading|the (?:talk|interview|exam)|proposal|marathon|parachute|bungee|haircut|tattoo)\b",
    unless=r"\b(?:die|dead|dying|kill\w{0,4}|suicid\w{0,4}|pills|tablets|rope|noose|gun|knife|blade|razor|bridge|roof|"
    r"tracks|myself|my life|jump(?:ed)? (?:off|in front)|end it)\b",
)
"""A deed put off that was the washing up."""

TRUSTED_WITH: Final = ExplainedBy(
    ("ideation.would_do_it", "ideation.not_safe", "ideation.untrusted"),
    behind=r" (?:with|around|near) (?:(?:that|the|this|a|an|my|his|her|your|all|any|of|these|those|"
    r"such) ){0,3}(?:(?!pill|knif)\w{3,10} )?(?:cakes?|chocolates?|cookies?|biscuits?|cheese|crisps|chips|ice cream|"
    r"pizzas?|sweets|candy|snacks?|puppy|puppies|kittens?|credit cards?|online shops?|online shopping|sale|ebay|amazon|"
    r"phone|tiktok|karaoke|microphone|power tools?|paint|parking|fridge|bakery|buffet|doughnuts?|donuts?|nutella|ex|"
    r"bookshops?|books|yarn|plants)\b",
    unless=r"\b(?:pills?|tablets|meds|knives|blades?|razors?|gun|rope|die|dying|kill\w{0,4}|suicid\w{0,4}|hurt|harm|"
    r"cut|purg\w{1,3}|vomit\w{0,3}|binge\w{0,2}|bridge|safe|tonight|thoughts?|roof|garage)\b",
)
"""What else one may not trust oneself with: a cake, a sale."""

CLUMSY: Final = ExplainedBy(
    ("ideation.untrusted_with",),
    behind=r"[,.;:\- ]{1,3}(?:because |since )?(?:i'm |i am |my hands )?(?:so |too |such a |terribly |really |"
    r"shake )?(?:clums\w{1,2}|butterfingers|left handed|a bad cook|all thumbs)\b",
    unless=r"\b(?:die|dying|kill\w{0,4}|suicid\w{0,4}|alone|tonight|cut my|thoughts|urges?)\b",
)
"""Knives and clumsy hands."""

AT_THE_GYM: Final = ExplainedBy(
    ("self_injury.",),
    behind=r" (?:at (?:the )?(?:gym|football|training|yoga|crossfit|practice)|by (?:lifting|running|overtraining|"
    r"stretching|overdoing))\b",
    unless=r"\b(?:on purpose|purposely|deliberate\w{0,2}|intentional\w{0,2}|want\w{0,3}|deserve\w{0,2}|relie\w{1,3}|"
    r"blades?|razors?|cut(?:ting)?|punish\w{0,4})\b",
)
"""Somebody who lifts too much."""

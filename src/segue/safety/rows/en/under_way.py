"""What people write in English while it happens: the last pill, the closed garage, somebody at the door."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import HE, KILL, PILLS
from segue.safety.rules import Rule, either

_S, _M, _A = Category.SUICIDE, Category.MEDICAL_EMERGENCY, Category.ABUSE
_IMMINENT, _HIGH = SafetyLevel.IMMINENT, SafetyLevel.HIGH
_BEGINS = r"(?:^(?:ooc )?|(?<=[.!?:;] )|(?<=[.!?:;][ ,:;\"(-]{2})|(?<=[.!?:;][ ,:;\"(-]{3})|(?<=lol ))"
"""Where a sentence begins that has no `I`, whatever its gap is made of."""
_ARM = r"(?:gun|shotgun|rifle|pistol|knife|machete|axe|hammer)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "overdose_under_way.swallowed",
        _M,
        _IMMINENT,
        "en",
        "and_all_my and_all_of and_all_the ate_all cabinet swallow taken took",
        either(
            r"(?:took|taken|swallowed|eaten|ate) everything (?:in|from) (?:the|my|our|her|his|their) (?:\w{3,10} "
            r")?cabinet",
            rf"{_BEGINS}(?:just |already |i )?(?:took|swallowed) (?:the |my |a )?(?:whole|"
            r"entire) bottle(?! of (?:wine|water|beer|milk|juice|soda|coke))",
            r"(?:took|taken|swallowed|downed|drank) (?:the |a |my |half a |two |whole ){0,2}(?:bottle|pint|litre|"
            r"liter|box|pack|handful|glass)(?: of)? (?:\w{3,10} )?and all (?:of )?(?:my|the) (?:\w{3,14} "
            rf")?{PILLS}",
            rf"i(?:'ve)? (?:just |already )?(?:took|taken|swallowed) (?:them|(?:the|my|those) {PILLS}) it(?:'s| is) "
            r"too late",
            r"i(?:'ve)? (?:just |already )?(?:took|taken|swallowed) (?:way )?too (?:much|many)(?: of (?:it|them)| "
            rf"(?:of )?(?:my |the )?{PILLS})? on purpose",
            rf"{_BEGINS}(?:just |already )?took (?:(?:[1-9]\d|\d{{3}}|ten|twenty|thirty|forty|"
            r"fifty)|(?:a|the) (?:whole )?(?:bunch|handful|bottle|lot|load) of)(?: of)?(?: (?:my|the|his|her))?(?: "
            rf"\w{{3,12}})? {PILLS}(?! (?:to|with|from|out|back|schedule)\b)",
            rf"i (?:just |already )?ate all (?:of )?(?:my|the|his|her) (?:\w{{3,12}} )?{PILLS}",
            rf"i(?:'ve| have)? (?:just |already )?(?:took|taken) an overdose(?= ?(?:$|[.!?;,])| (?:of {PILLS}|and|"
            r"because|tonight|today|now|just now|this))",
            r"i(?:'ve)? (?:just |already )?(?:took|taken|swallowed) (?:way |a lot |many )?more (?:of )?(?:my "
            rf")?(?:\w{{3,12}} )?(?:{PILLS}|than)(?: than)? (?:i should|i was told|prescribed|i'm supposed to)(?: "
            r"have| take| to)? on purpose",
            r"i(?:'ve)? (?:just |already )?swallowed (?:some |a |the |two |three |a few )?(?:button )?(?:battery|"
            r"batteries|razor ?blades?|broken glass|needles|magnets)",
            rf"i (?:just |now )?swallow(?:ed)? (?:many|all|a lot of) (?:of )?(?:the |my )?{PILLS}",
            r"i(?:'ve)? (?:just |already )?(?:took|taken|swallowed) (?:my|the|his|her|those|these) (?:[\w']{2,12} "
            rf"){{0,3}}{PILLS} (?:all of (?:them|it)|every (?:last )?(?:one|single one))",
        ),
    ),
    Rule(
        "overdose_under_way.injected",
        _M,
        _IMMINENT,
        "en",
        "inject shot_up",
        r"i(?:'ve| have)? (?:just |already )?(?:injected|shot up) (?:all (?:of )?(?:my|the)|(?:the|a) (?:whole|"
        r"entire) (?:pen|vial) of|[2-9]\d\d units of)(?: my)? (?:insulin|heroin|fentanyl|morphine)",
    ),
    Rule(
        "overdose_under_way.ate_poison",
        _M,
        _IMMINENT,
        "en",
        "poison bleach antifreeze pesticide cleaner",
        either(
            r"i(?:'ve| have)? (?:just |already )?(?:ate|eaten|had) (?:some |a lot of |the )?(?:rat poison|slug "
            r"pellets poison|pesticide)",
            r"(?:i'm |i am |im |^)drinking (?:the )?(?:bleach|antifreeze|drain cleaner|pesticide) (?:rn|right now|"
            r"now|as i (?:write|type))",
        ),
    ),
    Rule(
        "overdose_under_way.cut_open",
        _M,
        _IMMINENT,
        "en",
        "my_wrists_are my_wrist_is my_veins_are my_throat_is stabbed_my",
        either(
            r"my (?:wrists are|wrist is|veins are|throat is) (?:cut|slit|slashed|cut open|bleeding)(?! (?:off|out))",
            r"i(?:'ve| have)? (?:just |already )?stabbed my ?self (?:in the (?:chest|stomach|neck|heart|throat)|on "
            r"purpose|again|and)|i(?: have|'ve)? (?:just )?stabbed my ?self(?= ?(?:$|[.!?;]))",
        ),
    ),
    Rule(
        "overdose_under_way.shut_in",
        _S,
        _IMMINENT,
        "en",
        "the_gas garage noose_is rope_is",
        either(
            r"i(?:'ve| have)? (?:just )?(?:turned|opened|switched) (?:on )?the gas(?: on)? and (?:closed|shut|"
            r"locked|sealed|taped|blocked) (?:all )?the (?:windows?|doors?)",
            r"(?:car|engine)(?:'s| is) (?:on|running) (?:and|in) the garage(?: door)?(?:'s| is) (?:shut|closed|"
            r"locked)",
            r"(?:the |my )?(?:noose is|rope is) (?:tied|up|ready|hanging) and (?:i'm|i am) (?:ready|standing on|on "
            r"the chair)",
        ),
    ),
    Rule(
        "overdose_under_way.on_the_roof",
        _S,
        _IMMINENT,
        "en",
        "roof_of rooftop_of top_of edge_of side_of",
        r"i'?(?:m| am)(?: standing| sitting| up)? (?:on|at) the (?:roof|rooftop|top|edge|(?:wrong|other) side) of "
        r"(?:my|the|our|a|this) (?:\w{3,10} )?(?:building|block|school|hospital|hotel|car park|parking garage|"
        r"bridge|cliff|railing|dorm|house|tower)(?: [\w']{1,10}){0,3} (?:(?:going to|gonna|about to|want to|"
        r"will|ready to) (?:jump|let go|step off|end it|do it))",
    ),
    Rule(
        "overdose_under_way.from_the_edge",
        _S,
        _HIGH,
        "en",
        "the_ledge the_edge the_tracks side_of_the_rail side_of_the_fence",
        r"(?:writing|texting|typing|posting|messaging) (?:this|you|to you|it)(?: \w{2,8})? (?:from|on) (?:the "
        r"(?:ledge|edge of (?:the|a) (?:bridge|roof|cliff|building)|tracks|(?:wrong|other) side of the (?:railing|"
        r"rail|fence)))",
    ),
    Rule(
        "intent.dead_within",
        _S,
        _IMMINENT,
        "en",
        "be_dead be_gone_for_good",
        r"in (?:\w{2,8}|\d{1,2}|(?:an|half an|a few|a couple of|less than an)) (?:minutes?|hours?)(?: or so)? "
        r"i(?:'ll| will) be (?:dead(?! (?:tired|broke|meat|on my|last|wrong|asleep|serious))|gone for good)",
    ),
    Rule(
        "intent.sleep_for_good",
        _S,
        _HIGH,
        "en",
        "sleep",
        r"i(?:'m| am|'ll| will)? (?:(?:going to|gonna|about to|ready to) )?(?:go to |fall a)?sleep(?: now| "
        r"tonight)? (?:for good|for the last time)",
    ),
    Rule(
        "abuse.armed",
        _A,
        _IMMINENT,
        "en",
        "aimed_at coming_after_me coming_at_me coming_for_me door_with me_help me_right_now me_rn please_help "
        "pointed_at pointing_a pointing_at pointing_her pointing_his us_help us_right_now us_rn",
        either(
            rf"{HE}(?:'s| is| has| got)?(?: [\w']{{1,8}}){{0,3}} {_ARM} (?:is )?(?:pointed|aimed|pointing) at (?:me|"
            r"us|my (?:mom|mum|head|face|sister|brother|kids?))",
            rf"{HE}(?:'s| is) pointing (?:a|his|her) {_ARM} at (?:me|us|my)",
            rf"{HE}(?:'s| is| has)?(?: [\w']{{1,8}}){{0,3}} {_ARM} and (?:(?:he|she)(?:'s| is) )?coming (?:at|for|"
            r"after) me",
            rf"{HE}(?:'s| is)(?: [\w']{{2,8}}){{0,2}} (?:outside|at|behind|banging on|breaking down|kicking) (?:my|"
            rf"the|our) (?:\w{{3,8}} )?door with (?:a|his|her) {_ARM}",
            rf"{HE}(?:'s| is) (?:choking|strangling|stabbing|beating|attacking) (?:me|us) (?:please help|help(?= "
            r"?(?:$|[.!?;])| me\b)|right now|rn)(?! (?:at|in) )",
        ),
    ),
    Rule(
        "history.days_ago",
        _S,
        _HIGH,
        "en",
        "tried attempted",
        rf"i(?:'ve| have)? (?:tried to|attempted to|tried) {KILL} (?:yesterday|last (?:night|week)|today|this "
        r"(?:morning|week|afternoon|evening)|(?:\w{2,5} )?(?:a few|two|three|four|five|\d) (?:days|hours) ago|the "
        r"other day)",
    ),
    Rule(
        "behaviour.nearly",
        _S,
        _HIGH,
        "en",
        "almost nearly in_my_mouth to_my_head to_my_temple under_my_chin",
        either(
            r"i (?:almost|nearly) (?:jumped|threw my ?self|stepped) (?:in front of|under|off) (?:a|the|that|my) "
            r"(?:train|bus|truck|lorry|bridge|roof|balcony|platform|building)(?! (?:in (?:the|this|a) (?:game|"
            r"level)|because))",
            r"i (?:almost|nearly) (?:drove|crashed|steered|swerved)(?: [\w']{1,8}){0,3} (?:off|into) (?:a|the|"
            r"that) (?:\w{3,8} )?(?:bridge|cliff|tree|wall|river|traffic|truck)(?: [\w']{2,8}){0,3} on purpose",
            r"i (?:stood|was) (?:on|at) the (?:platform|bridge|edge|ledge|roof|balcony)(?: [\w']{2,8}){0,4} "
            r"(?:and|and i) (?:almost|nearly) (?:jumped|did it|let go|stepped|went)",
            r"i(?:'ve)? put (?:the |my |a )(?:barrel|gun|muzzle|pistol|revolver|shotgun)(?: \w{2,6})? (?:in my "
            r"mouth|to my (?:head|temple)|under my chin)",
        ),
    ),
)

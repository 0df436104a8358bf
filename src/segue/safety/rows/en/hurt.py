"""Wounds of one's own, hunger, locked doors and voices, in English."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule, either

_I, _A, _E, _H = Category.SELF_INJURY, Category.ABUSE, Category.EATING_DISORDER, Category.HARM_TO_OTHERS
_P = Category.PSYCHOSIS
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_LIMBS = r"(?:arms?|forearms?|wrists?|thighs?|legs?)"
_BY_CHANCE = (
    r"(?! (?:\w{1,8} ){0,3}(?:knees?|back|ankle|finger|football|soccer|rugby|gym|training|game|match|cat|kitten|dog|"
    r"brambles|thorns|nettles|roses?|rose bush|garden|bike|fall|shaving|by accident|accidentally|climbing|hiking)\b)"
)
"""How somebody is hurt by chance."""
_FAMILY = (
    r"(?:my (?:husband|wife|boyfriend|girlfriend|partner|ex|dad|father|mum|mom|mother|step ?(?:dad|mum|mom|father|"
    r"mother)|foster (?:dad|mum|mom|parents)|parents|brother|uncle|aunt|grandad|grandpa)|he|she|they)"
)

ROWS: tuple[Rule, ...] = (
    Rule(
        "self_injury.fresh",
        _I,
        _MODERATE,
        "en",
        "allover bleedin covered fullof",
        either(
            rf"my {_LIMBS} (?:(?:are|is|r) (?:\w{{4,5}} )?bleeding|(?:won't|wont|keeps?|don't) (?:stop )?bleeding)(?: "
            rf"again| tonight)?{_BY_CHANCE}",
            rf"(?:my|the|both) {_LIMBS} (?:are |is )?(?:full of|covered (?:in|with)|all over with) (?:\w{{3,6}} "
            rf")?(?:cuts|burns|slashes){_BY_CHANCE}",
        ),
    ),
    Rule(
        "self_injury.blade",
        _I,
        _MODERATE,
        "en",
        "bladeag bladeon bladesag bladeso boxcutt cutting razorag razoron razorsa razorso",
        either(
            r"(?:razor ?blades?|blades?|razors?|box cutter) (?:again|once more)(?: (?:same as|like|as) (?:every|each|"
            rf"always|last|usual)| tonight| last night| on my (?:skin|arms?|thighs?)|{_END})",
            rf"(?:^|[.!?;] ?|(?:i'm|im|been|started|back to) )cutting again(?:{_END}|"
            r"(?= (?:couldn't|tonight|and i|because|after|last night|every)))",
        ),
    ),
    Rule(
        "abuse.locked_up",
        _A,
        _MODERATE,
        "en",
        "keepsme keptme lockedm lockme locksme",
        rf"{_FAMILY} (?:\w{{3,7}} )?(?:locks?|locked|keeps|kept) me (?:locked )?(?:up )?(?:in|inside|"
        r"out)(?: \w{1,8}){0,4} (?:without (?:any )?(?:food|eating|dinner|water|light|a coat)|"
        rf"(?:cellar|basement|closet|cupboard|shed)(?:{_END}| (?:when|for (?:hours|days)|without|all night)))",
    ),
    Rule(
        "psychosis.orders",
        _P,
        _HIGH,
        "en",
        "command order",
        r"(?:voices?|the (?:telly|tv|radio|devil|demons?))(?: [\w']{1,8}){0,4} (?:orders?|commands?|ordering|"
        r"commanding) me to (?:hurt|kill|harm|stab|jump|cut|smother|burn|drown|die)",
    ),
    Rule(
        "harm_to_others.pillow",
        _H,
        _HIGH,
        "en",
        "pillow cushion",
        r"(?:pillow|cushion)(?: [\w']{1,8}){0,3} (?:baby|baby's|toddler|kid|daughter|son|mother|mum|mom|dad|his|"
        r"her)(?: \w{1,8}){0,5} (?:press|smother|suffocat|push)\w{0,4}",
    ),
    Rule(
        "eating_disorder.proud_hunger",
        _E,
        _MODERATE,
        "en",
        "andimst andisti andstil noteat refuset wonteat",
        either(
            r"(?:i'm|im|i am|i weigh|weigh) (?:[2345]\d ?(?:kg|kilos?)|[789]\d ?(?:lbs|pounds)|[678] stone) and "
            r"(?:i'm |im |i )?still (?:feel |too |so )?(?:fat|huge|too fat)",
            r"(?:won't|wont|not|refuse to|will not) (?:eat|eating) (?:anything )?(?:till?|until) i(?:'m| am| weigh|m| "
            r"hit| reach| get to)(?: down to)? (?:[2345]\d|[89]\d ?(?:lbs|pounds))(?! (?:years|minutes))",
        ),
    ),
    Rule(
        "self_injury.by_hand",
        _I,
        _MODERATE,
        "en",
        "cuts glass knife lighter needle razor scars scissor shard stitche tilible tilitbl tillibl tillitb "
        "tillthe tilthey wounds",
        either(
            r"(?:ripped|tore|cut|opened|pulled|reopened) (?:open )?(?:up )?(?:the|my) (?:old )?(?:scars|wounds|cuts|"
            rf"stitches)(?: (?:again|tonight|open|on purpose)|{_END})",
            r"(?:scratch|scratched|bit|bite|clawed|rubbed|scraped) my (?:arms?|legs?|skin|wrists?|thighs?|hands?|"
            r"face)(?: \w{1,6}){0,2} (?:until|till|til) (?:they|it|i) bled",
            r"(?:used|took|held|pressed|ran) (?:the|a|some|broken) (?:broken |piece of |shard of )?(?:glass|razor|"
            r"scissors|lighter|knife|shard|needle)(?: \w{2,5})? (?:on|to|against|over|along) my (?:arms?|legs?|skin|"
            r"wrists?|thighs?)(?! hair)",
        ),
    ),
    Rule(
        "abuse.cruel",
        _A,
        _HIGH,
        "en",
        "forcedm forcesm mademe makesme mewhen myface myhead nmyhous nourhou nthehou",
        either(
            r"(?:dad|stepdad|father|uncle|brother|husband|boyfriend|coach|he|she|girlfriend|wife|mum|mom|stepmum|ex) "
            r"(?:\w{3,9} )?(?:makes|made|forces|forced) me (?:to )?(?:take (?:all )?my clothes off|undress|strip|get "
            r"naked)",
            r"(?:says|said|swears|threatens|threatened)(?: that| to)? (?:\w{1,2} )?(?:\w{1,6} )?(?:if i (?:leave|go|"
            r"tell|talk) (?:\w{2,4} )?(?:he|she)(?:'ll| will) )?burn (?:down )?(?:the|our|my) house(?: \w{2,4})?(?: "
            r"with (?:me|us|the kids|the children)| if i)",
            r"(?:he|she|husband|wife|boyfriend|girlfriend|dad|mum|mom|ex) (?:\w{3,5} )?(?:smash|slam|bang)(?:ed|es|"
            r"s)? my (?:head|face) (?:into|against|on) (?:the|a) (?:\w{4,8} )?(?:wall|door|table|floor|sink|counter|"
            r"car)",
            r"(?:girlfriend|boyfriend|husband|wife|partner|dad|mum|mom|father|mother|ex) (?:punches|kicks|slaps|bites|"
            r"burns) me when(?:ever)? (?:she|he)",
        ),
    ),
    Rule(
        "harm_to_others.massacre",
        _H,
        _HIGH,
        "en",
        "hesleep inhersl inhissl intheir shootup theysle",
        either(
            r"(?:gonna|going to|will|i'll|want to|wanna|about to) shoot up (?:the|my|this|our) (?:place|school|office|"
            r"mall|church|club|college|class)",
            r"(?:could|want to|will|going to|gonna|might) (?:strangle|smother|stab|kill|suffocate) (?:my|the|him|"
            r"her)(?: \w{3,10})? (?:in (?:his|her|their) sleep|while (?:he|she|they) sleeps?)",
        ),
    ),
    Rule(
        "eating_disorder.in_secret",
        _E,
        _MODERATE,
        "en",
        "amazing bagso bathso powerfu proud quietly showers sinkso strong toilets",
        either(
            r"(?:only|nothing but|just)(?: had| drunk| drank| eaten)? (?:water|gum|black coffee|diet coke|ice)(?: and "
            r"(?:chewing )?\w{3,7})?(?: \w{2,5})? (?:since|for) (?!(?:lunch|noon|breakfast|midnight|"
            r"this)\b)(?:\w{3,9}|\d)(?: days)? (?:and )?(?:i'm |im |so |feel )?(?:proud|strong|amazing|powerful)",
            r"(?:puke|vomit|throw up|purge)(?: \w{2,5}){0,3} (?:shower|bath|sink|bag|quietly|toilet) so (?:that "
            r")?(?:nobody|no one|mum|mom|they) (?:hears?|notices?|knows?|(?:won't|can't) hear)",
        ),
    ),
    Rule(
        "psychosis.whispered",
        _P,
        _HIGH,
        "en",
        "metobur metocut metodie metohur metojum metokil metosta theyrep theysay theyscr theytel theywhi",
        either(
            r"(?:man|woman|voice|people|thing|shadow|devil|someone) in(?:side)? (?:the|my) (?:wall|walls|head|ceiling|"
            r"mirror|radio|tv)(?: \w{3,6}){0,2} (?:tells?|telling|says?|wants|orders|told) me to (?:cut(?! the "
            r"(?:grass|cake|lawn|ribbon))|kill|hurt|jump|die|burn|stab)",
            r"they (?:whisper|say|tell me|scream|repeat)(?: \w{2,5}){0,3} (?:that )?i (?:must|have to|should|need to) "
            r"(?:burn|kill|die|hurt|stab|jump|cut)",
        ),
    ),
    Rule(
        "abuse.with_what",
        _A,
        _MODERATE,
        "en",
        "iambein iget igot ikeepge iwas mebythe meusing mewith myhair myneck mythroa",
        either(
            r"(?:my |our )?(?:mum|mom|dad|mother|father|stepdad|stepmum|stepmom|step-?father|step-?mother|uncle|aunt|"
            r"brother|husband|wife|boyfriend|girlfriend|partner|grandad|grandpa|ex|he|she|they|parents) (?:\w{3,9} "
            r")?(?:whips?|beats?|hits?|thrash\w{0,2}|belts?|burns?|burned|whipped|hit) me (?:with|using) (?:a |the |"
            r"his |her |their )?(?:cable|belt|stick|cane|cord|hose|wire|shoe|hanger|spoon|iron|cigarettes?|bottle|"
            r"fists?|rod|broom|whip|ruler|chair|hammer)",
            r"(?:he|she|dad|father|husband|boyfriend|stepdad|ex|partner|mum|mom) (?:\w{3,9} )?(?:grabbed|grabs|"
            r"squeezed|squeezes|held|holds|dragged|drags|pulled|pulls) (?:me by (?:the|my)|my) (?:neck|throat|"
            r"hair)(?!.{0,12}(?:braid|brush|wash|peinar|tresser|coiffer|flecht|tranca|pentear|jug|jouer|brincar))(?! "
            r"(?:gently|playfully|in the game|while (?:sparring|braiding)|tie|into a))",
            r"i (?:get|got|was|am being|keep getting) (?:hit|beaten|slapped|whipped|punched|kicked|belted) (?:(?:up "
            r")?(?:every time|each time|whenever|if) (?:i|dinner|he|she|dad|mum|mom|the (?:house|food|baby))|for "
            r"(?:crying|talking|being late|spilling|not))(?! in (?:the|this) (?:game|match))",
        ),
        also="beat belt burn hair hit kicked neck punched slapped thrash throat whip",
    ),
    Rule(
        "psychosis.god_told",
        _P,
        _HIGH,
        "en",
        "imustbu imustcu imustdr imusten imusthu imustki imustsa imustsm imustst ishould toburn tocut todrown "
        "toend tohurt tokill tosacri tosmoth tostab tostran",
        either(
            r"(?:god|jesus|satan|the devil|an angel|angels|the voices?|allah|the lord|demons?) (?:\w{3,6} )?(?:told|"
            r"tells?|said|says?|say|commands?|commanded|orders?|ordered|wants?)(?: me)?(?: that)? (?:to|i (?:should|"
            r"must|have to|need to)) (?:drown|kill|stab|burn|hurt|smother|sacrifice|strangle|cut|end) (?:my|him|her|"
            r"them|the|our|it all)(?! (?:old self|pride|ego|debt))",
        ),
    ),
    Rule(
        "harm_to_others.bullet",
        _H,
        _HIGH,
        "en",
        "putabul",
        either(
            r"i(?:'ll| will|'m gonna|'m going to| want to| wanna| would)? put a bullet (?:in|through|between) (?:him|"
            r"her|them|his|their|my \w{3,9}|that)(?!.{0,18}(?:level|nivel|fase|round|partida|runde|niveau|jeu|juego|"
            r"jogo|game))",
        ),
    ),
    Rule(
        "harm_to_others.hurt_badly",
        _H,
        _MODERATE,
        "en",
        "harm hurt injure",
        either(
            r"(?:i )?(?:want|wanna|need|going|gonna|plan)(?: to)? (?:hurt|harm|injure) (?:him|her|my \w{3,9}) (?:so "
            r")?(?:bad|badly|much|seriously)",
        ),
    ),
    Rule(
        "eating_disorder.tricks",
        _E,
        _MODERATE,
        "en",
        "andspit andthen ateever ateonce ateonly eatever eatinge eatingo eatonce eatonly",
        either(
            r"chew(?:s|ed|ing)?(?: up)? (?:my |the )?(?:food|meals?|it) and (?:then )?spit",
            r"(?:eat|eating|ate) (?:only )?(?:once )?every (?:two|three|four|five|other|second|third|\d) days? (?:so|"
            r"to|because) (?:\w{1,4} ){0,3}(?:thin|skinny|lose|fat|small)",
        ),
    ),
    Rule(
        "self_injury.on_purpose",
        _I,
        _MODERATE,
        "en",
        "beencut ibleedo myselfb",
        either(
            r"(?:make|made|making) my ?self bleed|i bleed on purpose|(?:i've |i have |ive )?been cutting (?:since|for "
            r"(?:days|weeks|months|years)|again|every|myself)(?! (?:carbs|sugar|calories|wood|hair|grass|back|down))",
        ),
    ),
)

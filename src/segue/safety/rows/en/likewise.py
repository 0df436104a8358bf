"""How somebody else's danger is told in English, and how a writer says that it is so with them too."""

from __future__ import annotations

from types import MappingProxyType

from segue.safety.rows.likewise_said import Likewise
from segue.safety.rules import either

_SELF = r"(?:(?:him|her|it|my)self|themsel(?:f|ves))"
_FIGURE = (
    r"\b(?! (?:of|from|with) (?:laugh|embarrass|bored|cring|happi|joy|cute|excite|hunger|thirst|the heat|old)|"
    r"(?: \w{2,9}){0,2} laughing| (?:his|her|my|their|it) )"
)
_DEED = (
    rf"(?:(?:kill|hang|drown|shoot|stab|poison|sacrifice|unalive|off) {_SELF}|kms|"
    r"end (?:it(?: all)?|(?:his|her|its|their) (?:own )?li(?:fe|ves))|take (?:his|her|its|their) (?:own )?life|"
    r"commit suicide|jump (?:off|from|out of|in front of)(?: \w{1,10}){1,3}|walk into the (?:sea|ocean|lake|river)|"
    r"overdose)"
)
_DOING = (
    rf"(?:(?:killing|hanging|drowning|shooting) {_SELF}|ending (?:it(?: all)?|(?:his|her|its|their) (?:own )?life)|"
    r"suicide|dying|death|not (?:existing|being here)|being dead)"
)
_KIN = (
    r"(?:dad|father|mom|mum|mother|stepdad|stepfather|stepmom|boyfriend|girlfriend|husband|wife|uncle|brother|"
    r"partner|parents)"
)
_LAND = r"(?! (?:in|on)to (?:the|a|his|her|my) (?:boat|ship|raft|cart|hay|dragon|horse|pool|net))"

EN = Likewise(
    "too as_well also same ditto likewise neither either me_2 so_do so_am so_did so_would so_will "
    "so_have so_can so_should nor_do nor_am nor_did nor_would nor_will nor_have nor_can nor_should "
    "like_me like_i like_that like_him like_her like_them like_it that_way no_different as_do as_am "
    "relate we_both both_of literally basically actually_me totally really_me just_me exactly_me "
    "that's_me that_is_me it's_me it_is_me this_is_me he's_me she's_me he_is_me she_is_me about_me "
    "how_i what_i_want what_i_feel myself",
    r"(?:(?<![a-z]{3}[sd] )(?<!to )(?<!for )(?<!with )(?<!at )(?<!on )(?:me|mine|"
    r"my (?:dad|mom|mum|father|mother|stepdad|uncle|brother)(?: does| did)?) (?:too|as well|also|neither|either)|me 2|"
    r"same(?: here| tbh| for me| with me| as me| boat| thing(?: here| with me)?)?|ditto|likewise|"
    r"(?:neither|nor|so) (?:do|am|did|would|will|have|can|should) i|i (?:\w{2,9} ){0,2}(?:do|am|would|will|did|have|"
    r"might|want (?:it|that|to)|feel (?:it|that|like that|that way)|could)(?: \w{2,9})? (?:too|as well|also)|i too|"
    r"i also (?:do|am|would|will|feel (?:it|that|like that|that way))|i (?:honestly|really|actually|kinda) (?:do|am|"
    r"would|will) too|i'm(?: \w{2,9})? (?:too|as well|the same|no different|in the same boat)|"
    r"i am(?: \w{2,9})? (?:the same|no different|in the same boat)|i feel (?:\w{2,9} )?(?:the same|that way|like that|"
    r"like (?:him|her|them|it)|that too|it too)(?: too)?|(?:(?:just|exactly|a lot|kinda|same|much|"
    r"so) )?(?<!someone )(?<!somebody )(?<!people )(?<!person )(?<!friend )(?<!friends )(?<!doesn't )(?<!not )like "
    r"(?:me|i (?:do|am|feel|want))|as (?:do|am) i|(?:that's|that is|it's|it is|this is|(?:he|she)'s|"
    r"(?:he|she) is) (?:literally |basically |actually |totally |really |just |exactly |also )?(?:me|about me|"
    r"how i feel|what i (?:want|feel)|my ?self)|i (?:can |really |so |totally ){0,2}relate|we both do|"
    r"both of us(?: do)?|literally me|i wish (?:that|it|for that) too)",
    r"(?:(?:he|she|it|they)(?:'s|'re| is| are| feels?| can't| has had| have had)|i (?:know|get|understand) "
    r"(?:how|what|why)(?: (?:he|she|they) feels?)?) ",
    MappingProxyType(
        {
            "overdose_under_way": either(
                r"(?:took|swallowed|(?:has|have|'s) (?:just )?(?:taken|swallowed)) (?:all (?:of )?|too many (?:of )?|"
                r"a (?:whole |full )?(?:bottle|box|handful|pack) of |an )(?:(?:his|her|their|the|"
                r"my) )?(?:\w{3,10} )?(?:pills|tablets|meds|medication|medicine|overdose|painkillers)",
            ),
            "intent": either(
                r"(?:is going to|'s going to|are going to|is gonna|'s gonna|will|is about to|'s about to|plans to|"
                rf"is planning (?:to|on)|has decided to|decides to|is ready to) (?:just )?{_DEED}{_LAND}",
                r"(?:is|has been) planning (?:his|her|their) (?:own )?(?:suicide|death)",
            ),
            "ideation": either(
                r"(?:wants?|wishes|would (?:rather|like)|'d (?:rather|like)|needs|longs|threatens|tries|tried|"
                rf"wanna)(?: to)?(?: (?:just|really|so badly))? (?:{_DEED}{_LAND}|die|be dead|"
                r"not (?:exist|be alive|be here|wake up)|disappear forever|never wake up|"
                rf"stop (?:living|existing)){_FIGURE}",
                r"(?:thinks?|thinking|talks?|talking|dreams?|dreaming|fantasi[sz]es?) (?:a lot |constantly |always |"
                rf"only )?(?:about|of) {_DOING}(?! metal)",
                rf"(?:kills|hangs|drowns|shoots|stabs) {_SELF}|commits suicide|"
                r"ends (?:it all|(?:his|her|its|their) life)|walks into the (?:sea|ocean)|"
                r"jumps (?:off|from) (?:the|a) (?:bridge|roof|cliff|tower)" + _LAND,
                r"(?:is|'s|feels|are|has been) (?:so )?suicidal|(?:has|have|having) suicidal thoughts|"
                r"(?:doesn't|does not|don't|didn't) (?:want to|wanna) (?:live|be alive|exist|be here|wake up|"
                r"go on)(?: any ?more)?|no longer wants to (?:live|exist|be alive|be here)|"
                r"(?:wishes|wish) (?:he|she|it|they) (?:was|were) (?:dead|never born)|"
                r"(?:wants|planned) out of (?:his|her) life",
            ),
            "passive": either(
                r"(?:is|'s|are) (?:so |just |really )?(?:tired|sick) of (?:living|life|being alive|existing)|"
                r"(?:has|sees) no (?:reason to (?:live|go on)|point in (?:living|life|going on)|will to live)|"
                r"(?:has )?lost (?:the|his|her|their) will to live|can't go on(?: any ?more)?|better off dead|"
                r"(?:will|is going to|is about to) die tonight",
            ),
            "self_injury": either(
                rf"(?:cuts|burns|harms|is cutting|started cutting|keeps cutting|is harming) {_SELF}|"
                rf"cuts (?:his|her|their) (?:arms?|wrists?|legs?|thighs?)|self ?harms|hurts {_SELF} on purpose|"
                rf"wants to (?:cut|hurt|burn) {_SELF}",
            ),
            "eating_disorder": either(
                r"throws up after (?:every|each|all) (?:meal|lunch|dinner)s?|(?:throws|throwing) up (?:his|her) food|"
                rf"(?:makes|making) {_SELF} (?:throw up|sick|vomit|puke)|(?:starves|is starving) {_SELF}",
            ),
            "psychosis": either(
                r"hears? (?:\w{2,9} )?voices(?: in (?:his|her|their) head)?",
            ),
            "abuse": either(
                rf"(?:his|her|their) (?:\w{{3,9}} )?{_KIN} (?:\w{{3,9}} )?(?:hits?|beats?|rapes?|raped|touch(?:es|ed)?|"
                r"molest(?:s|ed)?|abuses?|abused|hurts?|chokes?|choked|slaps?) (?:him|her|them)",
                r"(?:is|was|gets|got|being|been) (?:being )?(?:beaten|raped|abused|molested|hit|"
                rf"choked)(?: by (?:his|her|their) {_KIN})",
                r"(?:was|got|has been|is being) (?:raped|molested|sexually abused)",
            ),
            "harm_to_others": either(
                r"(?:wants|is going|plans|is planning|would like) to (?:kill|murder|stab|shoot|strangle|poison) (?:his|"
                rf"her|their) (?:\w{{3,9}} )?(?:{_KIN}|family|boss|teacher|classmates|ex|son|daughter|baby|kids|"
                r"children|sister)",
            ),
        }
    ),
)

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
    rf"(?:(?:kill|hang|drown|shoot|stab|poison|sacrifice|unalive|off) {_SELF}|kms|end (?:it(?: all)?|(?:his|her|its|"
    r"their) (?:own )?li(?:fe|ves))|take (?:his|her|its|their) (?:own )?life|commit suicide|jump (?:off|from|"
    r"out of|in "
    r"front of)(?: \w{1,10}){1,3}|walk into the (?:sea|ocean|lake|river)|overdose)"
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
    r"(?:(?<![a-z]{3}[sd] )(?<!to )(?<!for )(?<!with )(?<!at )(?<!on )(?:me|mine|my (?:dad|mom|mum|father|"
    r"mother|stepdad|uncle|brother)(?: does| did)?) (?:too|as well|also|neither|either)|me 2|same"
    r"(?: here| tbh| for me| with me| as me| boat| thing(?: here| with me)?)?|ditto|likewise|(?:neither|nor|"
    r"so) (?:do|am|"
    r"did|would|will|have|can|should) i|i (?:\w{2,9} ){0,2}(?:do|am|would|will|did|have|might|want (?:it|that|"
    r"to)|feel "
    r"(?:it|that|like that|that way)|could)(?: \w{2,9})? (?:too|as well|also)|i too|i also (?:do|am|would|will|"
    r"feel (?:it|that|like that|that way))|i (?:honestly|really|actually|kinda) (?:do|am|would|will) too|"
    r"i'm(?: \w{2,9})? "
    r"(?:too|as well|"
    r"the same|no different|in the same boat)|i am(?: \w{2,9})? (?:the same|no different|in the same boat)|i feel "
    r"(?:\w{2,9} )?(?:the same|that way|like that|like (?:him|her|them|it)|that too|it too)(?: too)?|"
    r"(?:(?:just|exactly|a "
    r"lot|kinda|same|much|so) )?(?<!someone )(?<!somebody )(?<!people )(?<!person )(?<!friend )(?<!friends )"
    r"(?<!doesn't )(?<!not )like (?:me|i (?:do|am|feel|want))|as (?:do|am) i|(?:that's|that is|it's|it is|this is|"
    r"(?:he|she)'s|(?:he|she) is) (?:literally |basically |actually |totally |really |just |exactly |also "
    r")?(?:me|about me|how i feel|what i (?:want|feel)|my ?self)|i "
    r"(?:can |really |so |totally ){0,2}relate|we both do|both of us(?: do)?|literally me|i wish (?:that|it|"
    r"for that) too)",
    r"(?:(?:he|she|it|they)(?:'s|'re| is| are| feels?| can't| has had| have had)|i (?:know|get|understand) "
    r"(?:how|what|why)(?: (?:he|she|they) feels?)?) ",
    MappingProxyType(
        {
            "overdose_under_way": either(
                r"(?:took|swallowed|(?:has|have|'s) (?:just )?(?:taken|swallowed)) (?:all (?:of )?|too many "
                r"(?:of )?|a "
                r"(?:whole |full )?(?:bottle|box|handful|pack) of |an )(?:(?:his|her|their|the|my) "
                r")?(?:\w{3,10} )?(?:pills|"
                r"tablets|meds|medication|medicine|overdose|painkillers)",
            ),
            "intent": either(
                rf"(?:is going to|'s going to|are going to|is gonna|'s gonna|will|is about to|'s about to|"
                rf"plans to|is "
                rf"planning (?:to|on)|has decided to|decides to|is ready to) (?:just )?{_DEED}{_LAND}",
                r"(?:is|has been) planning (?:his|her|their) (?:own )?(?:suicide|death)",
            ),
            "ideation": either(
                rf"(?:wants?|wishes|would (?:rather|like)|'d (?:rather|like)|needs|longs|threatens|tries|tried|"
                rf"wanna)(?: "
                rf"to)?(?: (?:just|really|so badly))? (?:{_DEED}{_LAND}|die|be dead|not (?:exist|be alive|be "
                rf"here|wake "
                rf"up)|disappear forever|never wake up|stop (?:living|existing)){_FIGURE}",
                rf"(?:thinks?|thinking|talks?|talking|dreams?|dreaming|fantasi[sz]es?) (?:a lot |constantly |"
                rf"always |only )?"
                rf"(?:about|of) {_DOING}(?! metal)",
                rf"(?:kills|hangs|drowns|shoots|stabs) {_SELF}|commits suicide|ends (?:it all|(?:his|her|its|"
                rf"their) life)|"
                r"walks into the (?:sea|ocean)|jumps (?:off|from) (?:the|a) (?:bridge|roof|cliff|tower)" + _LAND,
                r"(?:is|'s|feels|are|has been) (?:so )?suicidal|(?:has|have|having) suicidal thoughts|"
                r"(?:doesn't|does not|don't|"
                r"didn't) (?:want to|wanna) (?:live|be alive|exist|be here|wake up|go on)(?: any ?more)?|no "
                r"longer wants to "
                r"(?:live|exist|be alive|be here)|(?:wishes|wish) (?:he|she|it|they) (?:was|were) (?:dead|"
                r"never born)|"
                r"(?:wants|planned) out of (?:his|her) life",
            ),
            "passive": either(
                r"(?:is|'s|are) (?:so |just |really )?(?:tired|sick) of (?:living|life|being alive|existing)|(?:has|"
                r"sees) no (?:reason to (?:live|go on)|point in (?:living|life|going on)|will to live)|(?:has )?lost "
                r"(?:the|his|her|their) will to live|can't go on(?: any ?more)?|better off dead|(?:will|is "
                r"going to|is about to) "
                r"die tonight",
            ),
            "self_injury": either(
                rf"(?:cuts|burns|harms|is cutting|started cutting|keeps cutting|is harming) {_SELF}|cuts "
                rf"(?:his|her|their) "
                rf"(?:arms?|wrists?|legs?|thighs?)|self ?harms|hurts {_SELF} on purpose|wants to (?:cut|hurt|"
                rf"burn) {_SELF}",
            ),
            "eating_disorder": either(
                r"throws up after (?:every|each|all) (?:meal|lunch|dinner)s?|(?:throws|throwing) up (?:his|her) food|"
                rf"(?:makes|making) {_SELF} (?:throw up|sick|vomit|puke)|(?:starves|is starving) {_SELF}",
            ),
            "psychosis": either(
                r"hears? (?:\w{2,9} )?voices(?: in (?:his|her|their) head)?",
            ),
            "abuse": either(
                rf"(?:his|her|their) (?:\w{{3,9}} )?{_KIN} (?:\w{{3,9}} )?(?:hits?|beats?|rapes?|raped|"
                rf"touch(?:es|ed)?|molest"
                r"(?:s|ed)?|abuses?|abused|hurts?|chokes?|choked|slaps?) (?:him|her|them)",
                r"(?:is|was|gets|got|being|been) (?:being )?(?:beaten|raped|abused|molested|hit|choked)(?: by "
                r"(?:his|her|their) "
                rf"{_KIN})",
                r"(?:was|got|has been|is being) (?:raped|molested|sexually abused)",
            ),
            "harm_to_others": either(
                r"(?:wants|is going|plans|is planning|would like) to (?:kill|murder|stab|shoot|strangle|"
                r"poison) (?:his|her|"
                rf"their) (?:\w{{3,9}} )?(?:{_KIN}|family|boss|teacher|classmates|ex|son|daughter|baby|kids|"
                rf"children|sister)",
            ),
        }
    ),
)

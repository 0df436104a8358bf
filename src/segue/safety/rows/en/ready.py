"""What is ready, taken or looked at, whom life is too much for, and how they take leave, in English."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import PILLS
from segue.safety.rules import Rule, either

_S = Category.SUICIDE
_HIGH, _MODERATE = SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_GUN = r"(?:shotgun|gun|pistol|rifle|revolver|handgun)"
_LEAVE = r"(?:goodbye|farewell|so long)"

ROWS: tuple[Rule, ...] = (
    Rule(
        "means.looked_at",
        _S,
        _HIGH,
        "en",
        "goingba loaded looking mylap mymouth staring thinkin",
        either(
            rf"(?:rope(?! (?:swing|ladder|bridge)\b)|noose|{_GUN}|{PILLS}|razor blades?|"
            r"blades?)(?: [\w']{1,10}){0,5} (?:and )?i (?:just )?(?:keep|can't stop|cant stop) (?:looking|staring|"
            r"thinking|going back)(?: (?:at|about|to))",
            rf"{_GUN} (?:is |it's |sits? |lies |lying |loaded |right |here |and ){{0,3}}(?:on|in) my (?:lap|mouth)|"
            rf"i(?:'ve| have)? (?:just )?loaded (?:the|my|dad's|a) {_GUN}(?! (?:at the range|in the truck|into|"
            r"for (?:the )?(?:hunt|deer|range|game)))(?: [\w']{1,8}){0,5} (?:lap|mouth|hand|head|bed|beside me|"
            r"next to me)",
        ),
    ),
    Rule(
        "method_seeking.how_many",
        _S,
        _MODERATE,
        "en",
        "how_many",
        r"i(?:'ve| have)? (?:googled|searched|looked up|been (?:googling|searching|"
        rf"looking up)) how many (?:\w{{3,15}} )?(?:{PILLS}|paracetamols?|ibuprofens?|tylenols?|advils?) (?:it takes|"
        r"you need|i(?:'d| would)? need|would (?:it take|do it)|is enough|are enough)(?: to (?:die|kill|not wake|end|"
        rf"overdose|od)|{_END})",
    ),
    Rule(
        "plan.day_chosen",
        _S,
        _MODERATE,
        "en",
        "chosena chosenm chosent decidedo pickeda pickedm pickedt setada setmyda setthed settled",
        r"i(?:'ve| have)? (?:picked|chosen|set|decided on|settled on) (?:a|the|my) (?:date|day)[,.:; ]{1,3}it(?:'s| is|"
        r"'ll be| will be) (?:on )?(?:the |this |next )?(?:\d{1,2}(?:st|nd|rd|th)?|monday|tuesday|wednesday|thursday|"
        rf"friday|saturday|sunday|tomorrow|my birthday)(?: of \w{{3,9}})?{_END}",
    ),
    Rule(
        "goodbye.farewell_tired",
        _S,
        _HIGH,
        "en",
        "goodbye farewell so_long",
        rf"{_LEAVE}(?: \w{{1,6}}){{0,2}} (?:world|friends|everyone|everybody|all|family|mum|mom|"
        r"life)(?: \w{1,8}){0,2} (?:i )?(?:can't|cannot|can not|cant) (?:carry|bear|take|fight|go on|do|"
        r"endure)(?: [\w']{1,8}){0,3} (?:any ?longer|any ?more|on)",
    ),
    Rule(
        "passive.death_awaited",
        _S,
        _MODERATE,
        "en",
        "callme callsme comefor finishe finishm getsme killme killsme takeme takesme tookme",
        either(
            r"(?:pray|praying|prayed|beg|begging|ask|asking|wish|wishing)(?: \w{1,9}){0,6} (?:god|lord|jesus|heaven|"
            r"death|angels?)(?: [\w']{1,8}){0,3} (?:(?:would |will |to |just |please ){0,2}(?:take|takes|took|come for|"
            rf"call|calls) me)(?:{_END}| (?:home|soon|too|to (?:him|her)|now|away|in my sleep|tonight))",
            r"(?:hope|hoping|wish|pray|praying)(?: that)?(?: [\w']{1,8}){0,3} (?:cancer|tumou?r|disease|illness|"
            r"heart attack|infection|virus|covid|heart)(?: \w{1,8}){0,4} (?:takes?|kills?|gets|"
            rf"finish(?:es)?) me(?: (?:off|soon|fast|this time|quickly|away))?{_END}",
        ),
    ),
    Rule(
        "passive.stop_for_ever",
        _S,
        _MODERATE,
        "en",
        "endedfo endfor overfor stopfor stopped",
        r"(?:want|wanted|need|wish) (?:it all|everything|all of it|all this|this all)(?: to)? (?:just )?(?:stop|end|"
        rf"be over|over|stopped|ended) (?:forever|for ever|for good){_END}",
    ),
    Rule(
        "intent.before_the_train",
        _S,
        _HIGH,
        "en",
        "infront intoa intomy intothe undera undermy underth",
        r"(?:thinking (?:of|about)|thought (?:of|about)|considering|tempted to|want to|going to|gonna|feel like|"
        r"planning (?:on|to)) (?:just )?(?:stepp?(?:ing)?|walk(?:ing)?|throw(?:ing)? myself|jump(?:ing)?) (?:in front "
        r"of|under|into) (?:the|a|an|my) (?:\w{2,9} )?(?:train|tube|bus|truck|lorry|traffic|metro|subway|car)(?! "
        r"(?:to (?:take|get)|for a photo))",
    ),
    Rule(
        "goodbye.when_you_read",
        _S,
        _HIGH,
        "en",
        "bytheti forevery ifthey ifyou whenthe whenyou",
        either(
            r"(?:by the time|when|if) (?:you|you all|they) (?:read|see|find|get) (?:this|it)(?: \w{1,8}){0,2} "
            r"(?:it(?:'ll| will) (?:all )?be over|it's (?:all )?over|it is over|i(?:'ll| will) be (?:gone|dead|with "
            r"\w{2,8} again|at peace))(?! (?:on|in|to|at|for) )",
            r"thank(?:s| you) for everything(?!.{0,40}(?:monday|tuesday|wednesday|thursday|friday|lunes|martes|"
            r"miercoles|jueves|viernes|oficina|lundi|mardi|mercredi|jeudi|vendredi|bureau|montag|dienstag|mittwoch|"
            r"donnerstag|freitag|buro|segunda|terca|quarta|quinta|sexta|escritorio|office|"
            r"work))(?: \w{1,8}){0,5} i (?:won't|wont|will not) be (?:around|here)(?: any ?more| any longer|"
            rf" much longer)?{_END}",
        ),
        also="foreverything llbe sover tsallover",
    ),
    Rule(
        "behaviour.left_in_order",
        _S,
        _MODERATE,
        "en",
        "inorder myfinal mylastl stopped",
        either(
            r"(?:affairs|papers|will) (?:are|is) in order(?: \w{1,8}){0,4} (?:trouble|bother|burden) (?:anyone|"
            r"anybody|no one|nobody|you)(?: any (?:more|longer))?",
            r"(?:wrote|left|finished) my (?:last|final) letter(?! (?:of|to the editor|grade))(?: \w{1,8}){0,6} "
            r"(?:pillow|mum|mom|dad|kids|family|bed|drawer)",
            r"(?:i've |i have |i )?stopped (?:taking |injecting )?my (?:insulin|dialysis|heart (?:pills|meds))(?: "
            r"\w{1,8}){0,3} (?:don't|do not|won't|not going to|no) (?:intend|plan|start|want|going back)",
        ),
    ),
    Rule(
        "means.tied",
        _S,
        _HIGH,
        "en",
        "fixedar fixedfr fixedon fixedov fixedto hanginga hangingf hangingo hangingto hungaro hungfro hungon "
        "hungove hungto loopeda loopedf loopedo loopedt tiedaro tiedfro tiedon tiedove tiedto",
        either(
            r"(?:belt|rope|noose|cord|scarf|sheet|cable|dog lead)(?: is|'s)?(?: already)? (?:tied|fixed|looped|hung|"
            r"hanging) (?:to|from|around|over|on) (?:the |my |a )?(?:door(?: handle| frame)?|beam|hook|pipe|rafter|"
            r"ceiling|neck|fan|banister|rail)",
        ),
    ),
    Rule(
        "plan.up_there",
        _S,
        _HIGH,
        "en",
        "cantsto crying dontkno nothing scared shaking",
        either(
            r"on (?:the|a) (?:roof|rooftop|ledge|bridge|overpass|tracks|parapet)(?: of my \w{3,9})?(?: "
            r"[\w']{1,7}){0,3} (?:scared|crying|shaking|can't stop|don't know what to do|nothing matters)(?! of "
            r"(?:heights|spiders))",
        ),
    ),
    Rule(
        "passive.life_over",
        _S,
        _MODERATE,
        "en",
        "ifididn ifidont ifineve ishould lifehas lifehol myownfu needsme notexis thestee thewhee wishth",
        either(
            rf"(?:nobody|no one|noone) needs me|i should (?:just )?be dead{_END}|can i (?:please )?(?:just )?not exist|"
            r"(?:keep|always|been) (?:imagining|picturing|planning|thinking about) my own funeral",
            r"life (?:has|holds|hasn't|has got) (?:got )?(?:nothing|anything) (?:left|more|else) for (?:me|an old "
            r"\w{3,6}|someone like me|people like me)",
            r"(?:happy|glad|relieved|fine|better) if i (?:never|didn't|did not|don't) (?:woke|wake|woken)(?: up)? "
            r"(?:from|after) (?:the|my|this) (?:operation|surgery|anaesthetic|anesthesia|coma)",
            r"wish (?:that |the )(?:\w{3,6} )?(?:bus|car|truck|lorry|train|tram)(?: driver)? (?:had not|hadn't|didn't|"
            r"had never) (?:brake|braked|stop|stopped|miss|missed|swerve|swerved)",
            r"(?:what if i|feel like|want to|tempted to|thinking of|thought of) (?:just )?(?:let(?:ting)? go of|"
            r"turn(?:ing)?|jerk(?:ing)?) the (?:steering )?wheel(?: (?:on|into|off) the (?:motorway|highway|freeway|"
            rf"road|cliff|bridge|oncoming)|{_END})",
        ),
    ),
    Rule(
        "overdose_under_way.somebodys_pills",
        Category.MEDICAL_EMERGENCY,
        SafetyLevel.IMMINENT,
        "en",
        "ateall downeda ivetake neckeda swallowedal tookall",
        r"(?:took|downed|swallowed|ate|necked|i've taken) all (?:of )?(?:my )?(?:mum|mom|dad|gran|nan|grandma|sister|"
        rf"brother|husband|wife|roommate)'s (?:\w{{4,8}} )?{PILLS}",
    ),
    Rule(
        "passive.not_that_long",
        _S,
        _MODERATE,
        "en",
        "seemyse",
        either(
            r"(?:don't|dont|can't|cannot|do not) see my ?self (?:making it to|alive (?:at|by|in)|living (?:past|to|"
            r"until)|being here (?:at|by|for)|reaching) (?:\w{2,9} ?){1,2}",
        ),
    ),
    Rule(
        "overdose_under_way.took_a_lot",
        Category.MEDICAL_EMERGENCY,
        _HIGH,
        "en",
        "emptied poured somethi stuff things tipped",
        either(
            r"i(?:'ve)? (?:took|taken|swallowed) (?:something|stuff|things)[.,; ]{1,3}(?:a lot|too much|lots|quite a "
            r"lot)",
            r"(?:emptied|poured|tipped) (?:out )?(?:the|my|a|all the) (?:whole )?(?:medicine cabinet|pill bottle|"
            r"bottle of pills|pills|tablets|packet|blister packs?) (?:into|in|onto|out on) (?:my|the) (?:hand|palm|"
            r"mouth|table|bed)",
        ),
    ),
    Rule(
        "means.picked_up",
        _S,
        _HIGH,
        "en",
        "ikeep",
        either(
            r"(?:knife|blade|gun|rope|razor)(?: [\w']{1,8}){0,5} (?:and )?i keep (?:picking|touching|holding|reaching|"
            r"taking)(?: (?:it|for))",
        ),
    ),
)

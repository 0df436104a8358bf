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
            rf"(?:rope|noose|{_GUN}|{PILLS}|razor blades?|blades?)(?: [\w']{{1,10}}){{0,5}} (?:and )?i (?:just "
            rf")?(?:keep|"
            rf"can't stop|cant stop) "
            r"(?:looking|staring|thinking|going back)(?: (?:at|about|to))",
            rf"{_GUN}(?: [\w']{{1,8}}){{0,4}} (?:on|in) my (?:lap|mouth)|i(?:'ve| have)? (?:just )?loaded (?:the|my|"
            rf"dad's|a) {_GUN}(?! (?:at the range|in "
            r"the truck|into|for (?:the )?(?:hunt|deer|range|game)))(?: [\w']{1,8}){0,5} (?:lap|mouth|hand|head|bed|"
            r"beside me|next to me)",
        ),
    ),
    Rule(
        "method_seeking.how_many",
        _S,
        _MODERATE,
        "en",
        "how_many",
        rf"i(?:'ve| have)? (?:googled|searched|looked up|been (?:googling|searching|looking up)) how many "
        rf"(?:\w{{3,15}} )?(?:{PILLS}|paracetamols?|"
        rf"ibuprofens?|tylenols?|advils?) (?:it takes|you need|i(?:'d| would)? need|would (?:it take|do it)|is enough|"
        rf"are enough)(?: to (?:die|kill|not "
        rf"wake|end|overdose|od)|{_END})",
    ),
    Rule(
        "plan.day_chosen",
        _S,
        _MODERATE,
        "en",
        "chosena chosenm chosent decidedo pickeda pickedm pickedt setada setmyda setthed settled",
        r"i(?:'ve| have)? (?:picked|chosen|set|decided on|settled on) (?:a|the|my) (?:date|day)[,.:; ]{1,3}it(?:'s| "
        r"is|'ll be| will be) (?:on )?(?:the |"
        rf"this |next )?(?:\d{{1,2}}(?:st|nd|rd|th)?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
        rf"tomorrow|my birthday)"
        r"(?: of \w{3,9})?"
        rf"{_END}",
    ),
    Rule(
        "goodbye.farewell_tired",
        _S,
        _HIGH,
        "en",
        "goodbye farewell so_long",
        rf"{_LEAVE}(?: \w{{1,6}}){{0,2}} (?:world|friends|everyone|everybody|all|family|mum|mom|life)(?: "
        rf"\w{{1,8}}){{0,2}} (?:i )?(?:can't|cannot|can not|"
        r"cant) (?:carry|bear|take|fight|go on|do|endure)(?: [\w']{1,8}){0,3} (?:any ?longer|any ?more|on)",
    ),
    Rule(
        "passive.death_awaited",
        _S,
        _MODERATE,
        "en",
        "callme callsme comefor finishe finishm getsme killme killsme takeme takesme tookme",
        either(
            r"(?:pray|praying|prayed|beg|begging|ask|asking|wish|wishing)(?: \w{1,9}){0,6} (?:god|lord|jesus|heaven|"
            r"death|angels?)(?: [\w']{1,8}){0,3} (?:(?:"
            rf"would |will |to |just |please ){{0,2}}(?:take|takes|took|come for|call|calls) me)(?:{_END}| (?:home|"
            rf"soon|too|to (?:him|her)|now|away|in my "
            r"sleep|tonight))",
            r"(?:hope|hoping|wish|pray|praying)(?: that)?(?: [\w']{1,8}){0,3} (?:cancer|tumou?r|disease|illness|heart "
            r"attack|infection|virus|covid|heart)(?: "
            rf"\w{{1,8}}){{0,4}} (?:takes?|kills?|gets|finish(?:es)?) me(?: (?:off|soon|fast|this time|quickly|"
            rf"away))?{_END}",
        ),
    ),
    Rule(
        "passive.stop_for_ever",
        _S,
        _MODERATE,
        "en",
        "endedfo endfor overfor stopfor stopped",
        rf"(?:want|wanted|need|wish) (?:it all|everything|all of it|all this|this all)(?: to)? (?:just )?(?:stop|end|"
        rf"be over|over|stopped|ended) (?:forever|for "
        rf"ever|for good){_END}",
    ),
    Rule(
        "intent.before_the_train",
        _S,
        _HIGH,
        "en",
        "infront intoa intomy intothe undera undermy underth",
        r"(?:thinking (?:of|about)|thought (?:of|about)|considering|tempted to|want to|going to|gonna|feel like|"
        r"planning (?:on|to)) (?:just )?(?:stepp?(?:ing)?|"
        r"walk(?:ing)?|throw(?:ing)? myself|jump(?:ing)?) (?:in front of|under|into) (?:the|a|an|my) (?:\w{2,9} "
        r")?(?:train|tube|bus|truck|lorry|traffic|"
        r"metro|subway|car)(?! (?:to (?:take|get)|for a photo))",
    ),
)

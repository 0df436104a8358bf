"""What people write in a crisis, in English."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rules import Rule

_S, _I, _M = Category.SUICIDE, Category.SELF_INJURY, Category.MEDICAL_EMERGENCY
_IMMINENT, _HIGH, _MODERATE, _LOW = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

_ADV = (
    r"(?: (?:just|really|honestly|so|kinda|kind of|sort of|still|only|truly|literally|actually|always|sometimes|often|"
    r"constantly|seriously|even|also|do|desperately|badly|now|probably|definitely|fucking)){0,3}"
)
_WANT = (
    rf"i{_ADV} (?:(?:want|need|long|hope|wish|plan|intend|prefer|'d like|d like|would like|'d love|would love|'d prefer|"
    r"'d rather|would rather|have decided|'ve decided|decided|feel like i want)(?: to)?|wanna)(?: just| really)?"
)
_GOING = (
    rf"(?:i'm|i am|im|ima|imma|i){_ADV} (?:going to|gonna|about to|planning (?:to|on)|plan to|ready to|'ll|will|have to|"
    r"need to|must|should|might|may|could|can|thinking (?:about|of)|considering|contemplating|trying to|'m tempted to|tempted to)"
    r"(?: just| probably| actually| finally| go| go and| really){0,2}"
)
_KILL = (
    r"(?:kill(?:ing)? (?:my ?self|meself)|end(?:ing)? my (?:own )?life|end(?:ing)? it all|tak(?:e|ing) my (?:own )?life|"
    r"commit(?:ting)? suicide|hang(?:ing)? my ?self|shoot(?:ing)? my ?self|drown(?:ing)? my ?self|suicide my ?self|"
    r"off(?:ing)? my ?self|unaliv(?:e|ing) my ?self|kms|sewerslide my ?self|jump(?:ing)? (?:off|from) (?:a|the|my|this) "
    r"(?:bridge|roof|building|balcony|cliff|window|overpass)|throw(?:ing)? my ?self (?:off|under|in front of)|"
    r"step(?:ping)? in front of (?:a|the) (?:train|bus|truck|car)|blow(?:ing)? my (?:own )?brains out|slit(?:ting)? my "
    r"(?:wrists?|throat)|do(?:ing)? away with my ?self|put(?:ting)? an end to (?:my life|it all)|overdos(?:e|ing)|"
    r"ctb|driv(?:e|ing) (?:my car |my truck )?(?:off a|off the|into a|into oncoming) (?:bridge|cliff|tree|wall|traffic))"
)
_PILLS = r"(?:pills|tablets|meds|medication|painkillers|antidepressants|sleeping pills|capsules|insulin|paracetamol|tylenol|acetaminophen|ibuprofen|xanax|opioids)"
_HE = (
    r"(?:he|she|they|my (?:husband|wife|boyfriend|girlfriend|partner|dad|father|stepdad|stepfather|mom|mum|mother|"
    r"brother|sister|uncle|ex|roommate))"
)
_PERSON = (
    r"(?:my (?:wife|husband|boyfriend|girlfriend|partner|ex|mom|mum|mother|dad|father|parents|family|kids?|children|"
    r"baby|son|daughter|boss|manager|teacher|coworkers?|colleagues?|classmates?|neighbou?rs?|roommate|stepdad|stepfather|"
    r"brother|sister)|every(?:one|body) (?:at|in) (?:my |the )?(?:school|work|office|church)|people at (?:my |the )?"
    r"(?:school|work|office))"
)
_SOMEBODY = (
    r"(?:my (?:best |little |older |younger |ex |old )?(?:friend|brother|sister|mom|mum|mother|dad|father|son|daughter|"
    r"husband|wife|boyfriend|girlfriend|partner|roommate|cousin|uncle|aunt|student|client|patient|ex|kid|child|neighbou?r|"
    r"coworker|colleague|classmate)|he|she)"
)

ROWS: tuple[Rule, ...] = (
    # Under way: help first.
    Rule("overdose_under_way.took_pills", _M, _IMMINENT, "en", ("took", "taken", "swallowed", "downed"),
         rf"i{_ADV} (?:(?:'ve|have) )?(?:just |already |now ){{0,2}}(?:took|taken|swallowed|downed) (?:all (?:of )?|(?:a|the) (?:whole |entire |full )?"
         rf"(?:bottle|box|pack|packet|handful|bunch|lot) of |too many (?:of )?|a (?:whole|entire) )(?:of )?(?:my |the |these |those |his |her )?(?:\w{{3,20}} )?{_PILLS}"),
    Rule("overdose_under_way.took_count", _M, _IMMINENT, "en", ("took", "taken", "swallowed", "downed"),
         rf"i{_ADV} (?:(?:'ve|have) )?(?:just |already |now ){{0,2}}(?:took|taken|swallowed|downed) (?:like |about |around |over |maybe )?(?:[1-9]\d|\d{{3}}|"
         rf"ten|fifteen|twenty|thirty|forty|fifty|sixty|a hundred)(?: of)?(?: my| the)? (?:\w{{3,20}} )?{_PILLS}"),
    Rule("overdose_under_way.took_them", _M, _IMMINENT, "en", ("took", "taken", "swallowed"),
         r"i(?:'ve| have)? (?:just |already |now ){0,2}(?:took|taken|swallowed) (?:them all|all of them|all of it|everything in the (?:cabinet|bottle|house)|"
         r"(?:enough|too much|too many) to (?:die|kill me|not wake up|end it))"),
    Rule("overdose_under_way.overdosed", _M, _IMMINENT, "en", ("overdos", " od"),
         r"(?:i(?:'ve| have)? (?:just|already) (?:overdosed|od'd|od'ed)|i'm overdosing|i am overdosing|i think i(?:'ve| have)?(?: just)? (?:overdosed|od'd))"),
    Rule("overdose_under_way.cut_deep", _M, _IMMINENT, "en", ("wrist", "bleed", "blood", "vein"),
         r"i(?:'ve| have)? (?:just |already )?(?:cut|slit|slashed|opened) (?:both )?(?:of )?my (?:wrists?|veins?|throat|artery|arteries)"),
    Rule("overdose_under_way.bleeding", _M, _IMMINENT, "en", ("bleeding", "blood"),
         r"i (?:just |already )?cut (?:my ?self )?(?:too|really|so|very) deep|(?:won't|will not|doesn't|can't|cannot) (?:stop|stop the) bleeding|(?:cut|hurt) my ?self (?:and|"
         r"badly and) (?:it's|its|i'm|there's|it) (?:won't stop |so much |a lot of )?(?:bleeding|blood)"),
    Rule("overdose_under_way.drank_poison", _M, _IMMINENT, "en", ("bleach", "antifreeze", "poison", "drain cleaner", "pesticide"),
         r"i(?:'ve| have)? (?:just |already )?(?:drank|drunk|swallowed|took|taken) (?:some |a lot of |the |a bottle of |a cup of )?(?:bleach|antifreeze|rat poison|poison|drain cleaner|pesticide)"),
    Rule("overdose_under_way.somebody", _M, _HIGH, "en", ("took", "taken", "swallowed", "overdosed"),
         rf"{_SOMEBODY}(?:'s| has)? (?:just |already )?(?:overdosed|(?:took|taken|swallowed) (?:all (?:of )?|a (?:whole |entire )?(?:bottle|box|handful) of |too many )(?:his |her |their |my |the )?(?:\w{{3,20}} )?{_PILLS})"),
    Rule("overdose_under_way.standing_there", _S, _IMMINENT, "en", ("bridge", "roof", "ledge", "tracks", "balcony", "noose", "rope", "cliff"),
         r"i'?(?:m| am)(?: currently| already| now)? (?:standing|sitting|up|here) ?(?:on|at|by)? (?:the |a )?(?:edge of )?(?:the |a |my )?(?:ledge|(?:bridge|rooftop|roof|tracks|balcony|cliff)"
         r"(?: edge)? (?:and i(?:'m| am)? (?:going to|gonna|about to|want to|will)|ready to|about to) (?:jump|do it|end it|let go))"),
    Rule("overdose_under_way.around_neck", _S, _IMMINENT, "en", ("neck", "mouth", "head"),
         r"(?:the |a )?(?:rope|noose|belt|cord) (?:is )?(?:already )?around my neck|gun (?:is )?(?:in my mouth|to my (?:own )?head|against my (?:own )?head)"),
    Rule("overdose_under_way.doing_it", _S, _IMMINENT, "en", ("kill", "suicide", "end", "hang"),
         rf"i(?:'m| am) (?:{_KILL}|doing it|ending (?:it|things)) (?:right now|tonight|now|in an hour|this evening|after this|as soon as)"),
    # Intent: what the person is going to do.
    Rule("intent.going_to", _S, _HIGH, "en", ("kill", "suicid", "life", "end", "myself", "my self", "jump", "brains", "wrist", "throat", "overdos", "kms", "ctb", "unaliv", "front of", "driv"),
         rf"{_GOING} {_KILL}"),
    Rule("intent.want_to_kill_myself", _S, _HIGH, "en", ("kill", "suicid", "life", "end", "myself", "my self", "jump", "brains", "wrist", "throat", "overdos", "kms", "ctb", "unaliv", "front of", "driv"),
         rf"(?:{_WANT}|i{_ADV} feel like|i{_ADV} think (?:about|of)|i{_ADV} (?:thought|fantasi[sz]e|dream|obsess|daydream) (?:about|of)|(?:thoughts|urges?|idea) (?:about|of|to)|"
         rf"keep thinking (?:about|of)|can't stop thinking (?:about|of)|been thinking (?:about|of|a lot about)(?: just)?) {_KILL}"),
    Rule("intent.will_be_dead", _S, _IMMINENT, "en", ("dead", "gone", "alive", "here"),
         r"i(?:'ll| will)(?: probably)? be (?:dead|gone for good) (?:by|before|tonight|tomorrow|soon|in)|i won't be (?:alive|around anymore|here anymore|here tomorrow|here much longer)"
         r"|by the time (?:you|anyone|anybody|they|somebody|someone) (?:read|reads|find|finds|see|sees|get|gets)(?: this)?(?: message)? i(?:'ll| will| am|'m)(?: already)? (?:be )?(?:dead|gone)"),
    Rule("intent.my_last", _S, _HIGH, "en", ("last",),
         r"(?:this is|today is|tonight is|tonight will be|tomorrow is|it's) (?:going to be )?my last (?:day|night)(?: alive| on earth| here| on this earth)|my last (?:day|night|hours|moments) (?:alive|on (?:this )?earth|in this world)"),
    Rule("intent.no_reason_to_stay", _S, _HIGH, "en", ("end", "die"),
         r"(?:it's|its) time (?:for me )?to (?:die|end it all|end my life|kill my ?self)|i(?:'m| am) (?:done|finished) living|i(?:'ve| have) decided to (?:die|end it|go)|"
         r"i(?:'m| am) (?:ready|going|gonna|about|planning|prepared|deciding) to die(?: by suicide| tonight| soon| now)?|i(?:'m| am) ending (?:it|things) (?:all|tonight|today|now)"),
    # Ideation: what the person wishes.
    Rule("ideation.want_to_die", _S, _HIGH, "en", ("die", "dead", "exist", "end it", "alive"),
         rf"{_WANT} (?:die|be dead|stop existing|not exist(?: anymore)?|cease to exist|not be alive(?: anymore)?|stop being alive|end it(?: all)?|end everything|stop living)"
         rf"|part of me (?:just |really )?wants to (?:die|be dead)|(?:^|so |i |all )want(?:ing)? to (?:just )?(?:die|be dead)"),
    Rule("ideation.suicidal", _S, _HIGH, "en", ("suicid",),
         rf"i(?:'m| am|'ve been| have been|'ve become){_ADV}(?: feeling| getting| having)?(?: very| quite| extremely| actively| a bit)? suicidal|i{_ADV} feel(?:ing)?{_ADV} suicidal|feeling suicidal"
         rf"|i(?:'ve| have|'m| am)?{_ADV} (?:been )?(?:have|having|had|get|getting|got|struggl(?:e|ing) with)(?: (?:a lot of|some|strong|more|these|constant|daily))? suicidal (?:thoughts|ideation|urges|feelings)|my suicidal (?:thoughts|ideation|urges)"),
    Rule("ideation.dont_want_to_live", _S, _HIGH, "en", ("live", "living", "alive", "exist", "here", "go on"),
         rf"i{_ADV} (?:don't|do not|dont|no longer|didn't|never) (?:really |even |actually )?(?:want to|wanna|want) (?:live|be alive|exist|be here|keep living|go on living)(?: anymore| any more| any longer)?"
         r"|(?:i'm|i am|im) (?:so )?(?:tired|sick|done) (?:of|with) (?:living|being alive|existing|my life|life)|can't (?:keep|go on) living(?: like this| anymore)?"),
    Rule("ideation.wish_dead", _S, _HIGH, "en", ("dead", "born", "died", "die"),
         rf"i{_ADV} wish(?:ed)? (?:that )?i (?:was|were|could be|had been|would|could|could just|would just) (?:dead|die(?: in my sleep)?)|wish i (?:was|were) dead|wish i had(?: just)? died"),
    Rule("ideation.better_off_dead", _S, _HIGH, "en", ("better off",),
         r"(?:i'd|i would|i'm|i am|i) (?:probably |just )?(?:be )?better off (?:dead|not alive|gone forever)|better off (?:if i (?:was|were) dead|if i died)"),
    Rule("ideation.no_reason_to_live", _S, _HIGH, "en", ("live", "living", "alive"),
         r"(?:no|any|a single|single|one) (?:reason|point|purpose)(?: left)? (?:to|in|for) (?:live|living|stay(?:ing)? alive|be(?:ing)? alive|keep living|go on living)|nothing(?: left)? to live for|life (?:isn't|is not|'s not) worth (?:living|it)|not worth living"),
    # Passive: not here any more, without doing anything.
    Rule("passive.not_wake_up", _S, _MODERATE, "en", ("wake", "waking", "sleep"),
         r"(?:don't|do not|didn't|never|not|wouldn't mind not) (?:want to |wanna |have to )?(?:wake|waking) up(?: again| anymore| tomorrow| ever)?|(?:go to|fall a?) ?sleep and (?:never|not) wake up|hope i (?:don't|never) wake up|die in my sleep|sleep forever"),
    Rule("passive.wish_unborn", _S, _MODERATE, "en", ("born",),
         r"(?:wish|wished) (?:that )?i(?:'d| had| was| were)? (?:never|not)(?: been| was| were)? born|never (?:should have|should've) been born|shouldn't have been born"),
    Rule("passive.disappear", _S, _MODERATE, "en", ("disappear", "vanish", "fade away", "gone", "exist", "not be here"),
         rf"{_WANT} (?:could )?(?:disappear|vanish|fade away|be gone|not be here)(?: forever| for good| completely)?|wish i (?:could|would)? ?(?:just )?(?:disappear(?:ed)?|vanish(?:ed)?|stop existing|not exist|didn't exist)"),
    Rule("passive.burden", _S, _MODERATE, "en", ("better off", "better without", "burden", "happier"),
         r"(?:every(?:one|body)|they|people|the world|you|my (?:family|kids|friends|parents|husband|wife|mom|children)|you all)(?:'d| would| will|'ll| are|'re)?(?: all)?(?: probably| just)? (?:be )?(?:much |a lot |so much |way )?(?:better|happier)(?: off)? (?:without me|if i (?:was|were|wasn't|weren't|died|disappeared)|with me gone|when i'm gone)"
         r"|(?:i'm|i am|i feel like|being)(?: such| just| only| nothing but)? a burden (?:to|on) (?:every(?:one|body)|them|my family|you all)"),
    Rule("passive.no_point", _S, _MODERATE, "en", ("point", "go on", "anymore", "any more", "longer"),
         r"(?:can't|cannot|don't want to) (?:go on|do this|keep going|take (?:it|this))(?: like this)? (?:anymore|any more|any longer|much longer)|(?:don't|do not) see (?:the|a|any) (?:point|future|way out)(?: in (?:living|going on|anything))?(?: anymore| for me| for myself)?|no point (?:in )?(?:anymore|going on|being here|trying anymore|in anything)|what's the point of (?:living|being alive|going on)"),
    Rule("passive.wouldnt_care", _S, _MODERATE, "en", ("die", "died", "dead", "hit by", "killed"),
         r"(?:wouldn't|would not|won't|don't|do not) (?:really |even )?(?:care|mind|matter|bother me)(?: much)? if i (?:died|die|was dead|were dead|got (?:hit|killed)|didn't wake up|don't wake up)|hop(?:e|ing) (?:that )?(?:a |some |the )?(?:car|truck|bus|train) (?:hits|kills|would hit|runs over) me|if i died (?:tomorrow|tonight|today)(?: nobody| no one| it)|would anyone (?:notice|care|miss me) if i (?:died|disappeared|was gone|were gone)"),
    Rule("passive.thoughts", _S, _MODERATE, "en", ("dying", "death", "my own death"),
         rf"i(?:'ve|'m| have| am)?{_ADV} (?:been )?(?:think|thinking|fantasi[sz]ing|fantasi[sz]e|dream|dreaming|daydream|daydreaming|obsessing) (?:a lot |more and more |every day )?(?:about|of) (?:dying|death|my own death|being dead|not being here|not existing)|(?:dark|bad) thoughts (?:again|are back|about (?:hurting|ending))"),
    # Plan, means, goodbye.
    Rule("plan.have_a_plan", _S, _HIGH, "en", ("plan", "how", "date", "method"),
         rf"(?:i have|i've got|i've made|i made|got)(?: already)? a plan (?:to|for) (?:{_KILL}|die|end it|my suicide|how to (?:die|do it))|i(?:'ve| have)? (?:already )?(?:picked|chosen|chose|set|decided on) (?:a|the|my) (?:date|day|method|spot|place) (?:to die|to end it|to do it|for my death|for it|i(?:'ll| will) die)"
         r"|i (?:know|'ve figured out|figured out|have planned|'ve planned|planned) (?:exactly )?how (?:i'm going to|i'll|i will|i would|i'd|to) (?:do it|die|kill my ?self|end (?:it|my life))|i(?:'ve| have) (?:been )?(?:researching|researched|looking up|looked up|googling|googled) (?:ways|methods|how) (?:to|of) (?:die|dying|kill(?:ing)? my ?self|suicide|end(?:ing)? (?:it|my life)|hang)"),
    Rule("plan.note", _S, _HIGH, "en", ("note", "letter", "will"),
         r"(?:wrote|written|writing|write|finished|left|leaving)(?: down| out)? (?:my|a|the) (?:suicide|goodbye|farewell|last) (?:note|letter)s?|suicide note (?:is|'s) (?:written|done|ready|on)|(?:wrote|written|writing) (?:goodbye )?(?:letters|notes) (?:to|for) (?:everyone|everybody|my (?:family|kids|parents|friends|mom|husband|wife)|all of them)"),
    Rule("plan.method_seeking", _S, _HIGH, "en", ("how many", "how much", "painless", "quickest", "easiest", "fastest", "best way", "way to", "ways to", "how to", "how do i", "how high", "would it take", "lethal", "fatal"),
         r"how (?:many|much)(?: \w{3,20}){0,3} (?:would |does it |will |do i need |should i |can i |could i |it would |it )?(?:it )?(?:takes? |need(?:ed)? )?(?:take )?(?:to |would )(?:overdose|die|kill (?:me|my ?self|yourself|a person|someone)|be (?:lethal|fatal|deadly)|end (?:it|my life)|not wake up|never wake up)"
         r"|(?:painless|quick|easy|fast|best|easiest|quickest|fastest|cleanest|surest|peaceful|most (?:painless|peaceful|effective|reliable))(?: and \w{3,12})? (?:way|ways|method|methods)(?: for me| for someone)? (?:to|of|for) (?:die|dying|kill (?:my|your) ?self|killing (?:my|your) ?self|suicide|commit suicide|end (?:it|my life|your life|it all)|hang (?:my|your) ?self|go (?:forever|for good))"
         r"|how (?:do i|to|can i|could i|would i|should i|do you) (?:painlessly |quickly |best )?(?:kill (?:my|your) ?self|hang (?:my|your) ?self|end my (?:own )?life|commit suicide|overdose|tie a noose|die (?:painlessly|quickly|without pain|in my sleep|peacefully))"
         r"|(?:what|which)(?: is| are|'s)?(?: the| a)?(?: \w{3,12}){0,2} (?:lethal|fatal|deadly) (?:dose|amount|overdose)|(?:is|are|would|will|does)(?: \w{1,20}){1,5} (?:be )?(?:enough|sufficient) to (?:kill (?:me|my ?self)|die|overdose|be (?:lethal|fatal))|how high (?:does|do|would|must|should)(?: \w{1,12}){1,5} (?:jump|fall|be)(?: \w{1,12}){0,3} (?:die|kill|fatal|lethal|survive)"),
    Rule("means.in_hand", _S, _HIGH, "en", ("pills", "gun", "rope", "noose", "knife", "razor", "meds", "pistol", "rifle", "blade", "bottle", "tablets", "medication", "insulin", "helium", "charcoal"),
         rf"i(?:'ve| have)? (?:been )?(?:already )?(?:saving up|saved up|saving|stockpil(?:ed|ing)|hoard(?:ed|ing)|stashed|stashing|collecting|collected|counted|counting)(?: up)?(?: all| out)?(?: my| the| his| her| enough)?(?: \w{{3,16}}){{0,2}} {_PILLS}|(?:the |my |a |these )?(?:{_PILLS}|bottle of {_PILLS}|gun|rope|noose|knife|razor|blade|pistol) (?:(?:is|are|sitting|lying|right|laid out|lined up|ready|loaded|here) ){{1,3}}?(?:here|ready|loaded|in front of me|next to me|beside me|on my (?:lap|bed|desk|table|nightstand)|in my (?:hand|hands|lap))"
         rf"|(?:staring at|looking at|holding|sitting here with|sitting with|got|have) (?:a |the |my |this |these )?(?:\w{{3,12}} )?(?:bottle of |box of |loaded )?(?:{_PILLS}|gun|noose|rope|pistol|razor|blade)(?: right)? (?:in my (?:hand|hands|lap)|in front of me|right here|next to me|beside me|ready|and i(?:'m| am) (?:going to|gonna|about to|ready)|tonight)|i (?:have|'ve got|got|bought)(?: a| the| my)? (?:gun|rope|noose|pills|helium|exit bag)(?: \w{{1,12}}){{0,4}} (?:to (?:kill my ?self|die|end it|hang my ?self|do it)|and i(?:'m| am| will|'ll) (?:going to |gonna |plan to )?(?:use it|do it|end it|take them))"),
    Rule("goodbye.after_me", _S, _HIGH, "en", ("gone", "take care of", "goodbye", "good bye", "farewell", "forgive", "remember me", "funeral", "last message", "last time", "without me", "giving away", "gave away"),
         r"(?:take|taking) care of (?:my|the) (?:\w{2,12} ){1,3}(?:when|after|once|for me when) i(?:'m| am) (?:gone|dead|not here)|(?:this is|this will be|these are) my (?:last|final) (?:message|words|goodbye|post|letter|text)(?: ever| to (?:you|everyone|anyone|anybody))?|goodbye (?:forever|cruel world|world)|(?:this is|saying|said|say|want to say|wanted to say) (?:my )?(?:final |last )?good ?byes? (?:forever|for good|to (?:everyone|everybody|the world|my (?:family|kids|parents|friends|mom|dad))(?: (?:forever|one last time|before i)))"
         r"|(?:won't|will not|never going to|not going to) (?:see|hear from|have to (?:deal|put up|worry)(?: with| about)?) me (?:again|anymore|ever again)|(?:giving|given|gave) away (?:all )?(?:of )?my (?:things|stuff|belongings|possessions|pets)|please (?:don't|do not) (?:blame yourself|be sad|cry)(?: \w{1,12}){0,3} (?:when i(?:'m| am) gone|for what i(?:'m| am) about to|after i(?:'m| am))|forgive me for what i(?:'m| am) (?:about|going) to do|remember me (?:when|after) i(?:'m| am) gone|at my funeral i want"),
    Rule("goodbye.soft", _S, _MODERATE, "en", ("goodbye", "good bye", "farewell", "sorry for everything", "thank you for everything", "thanks for everything", "peace at last", "finally be", "over soon", "won't be a problem"),
         r"(?:goodbye|good bye|farewell) (?:every(?:one|body)|all|my (?:friends|love|loves))(?: i(?:'m| am) (?:sorry|so sorry)| i love you all| forgive me)|(?:sorry|thank you|thanks) for everything (?:goodbye|good bye|farewell|i love you all|this is)|it(?:'ll| will)(?: all)? be over soon|i(?:'ll| will) finally (?:be at peace|be free|rest|have peace)|won't be (?:a|your) (?:problem|burden)(?: to)?(?: anyone| you| them)?(?: anymore| much longer)"),
    Rule("history.attempt", _S, _MODERATE, "en", ("tried to", "attempt", "attempted"),
         r"i(?:'ve| have)? (?:once |already |previously )?(?:tried to|attempted to) (?:kill my ?self|end my life|take my (?:own )?life|commit suicide|hang my ?self|overdose)|i(?:'ve| have)? (?:had |made |survived )?(?:a |my |two |three |several |an )?(?:first |last |past |previous )?suicide attempts?|i(?:'ve| have)? attempted suicide"),
    # Self-injury.
    Rule("self_injury.cutting", _I, _MODERATE, "en", ("cut", "burn", "harm", "hurt", "hit", "scratch"),
         rf"i(?:'ve|'m| have| am|'d| had)?{_ADV} (?:been |started |keep |kept |started to |want to |wanna |need to |going to |gonna |have to |like to |can't stop |relapsed and |relapsed into |went back to |again )?(?:cut|cutting|burn|burned|burnt|burning|harm|harming|harmed|hurt|hurting|hit|hitting|scratch|scratching) (?:my ?self|my (?:arms?|legs?|thighs?|wrists?|skin|stomach))(?: again| on purpose| tonight| to feel)?|self ?-?harm(?:ed|ing)? (?:again|last night|today|tonight|every day|on my)|i(?:'ve|'m| have| am)?(?: been| started)? self ?-?harm(?:ing|ed)|relapsed (?:and|on|into|with) (?:cut|cutting|self ?-?harm)|urges? to (?:cut|self ?-?harm|hurt my ?self|harm my ?self|burn my ?self)"),
    # Harm to others: real people, not the dragon of a story.
    Rule("harm_to_others.going_to", Category.HARM_TO_OTHERS, _HIGH, "en", ("kill", "murder", "shoot", "stab", "strangle", "poison", "hurt"),
         rf"(?:i'm|i am|im|imma)(?: really| actually| seriously)? (?:going to|gonna|about to|planning to|ready to) (?:kill|murder|shoot|stab|strangle|poison) {_PERSON}(?: tonight| tomorrow| today| right now| with| and)?|i{_ADV} (?:have a plan|planned|bought a gun|have a gun|got a gun) (?:to|and i(?:'m| am) going to) (?:kill|murder|shoot|stab) (?:him|her|them|{_PERSON})|(?:shoot up|shooting up|bomb|blow up|burn down) (?:my |the )(?:school|work|office|church|workplace)(?: tomorrow| on| because)?"),
    Rule("harm_to_others.want_to", Category.HARM_TO_OTHERS, _MODERATE, "en", ("kill", "murder", "shoot", "stab", "strangle", "hurt", "harm"),
         rf"i{_ADV} (?:want to|wanna|feel like|think about|keep thinking about|fantasize about|have thoughts of|have urges to) (?:kill(?:ing)?|murder(?:ing)?|shoot(?:ing)?|stab(?:bing)?|strangl(?:e|ing)|hurt(?:ing)?|harm(?:ing)?) {_PERSON}|(?:afraid|scared|worried) (?:that )?i(?:'ll| will| might| could|'m going to) (?:hurt|kill|harm|shake) (?:my baby|my kids?|my child|someone|somebody|him|her)"),
    # Abuse that the person lives through.
    Rule("abuse.danger_now", Category.ABUSE, _HIGH, "en", ("kill me", "beat", "knife", "gun", "locked", "chok", "strangl", "threaten"),
         rf"{_HE}(?:'s| is| was|'ll| will)? (?:just |really |actually )?(?:threatened to|threatening to|trying to|tried to|said (?:he|she|they)(?:'ll| will|'d| would)|going to|gonna)(?: beat me up and| hurt me and)? (?:kill|murder|shoot|stab|strangle|choke) (?:me|us)(?: with| tonight| if i leave| if i tell)|{_HE}(?:'s| is| has)? (?:beating|choking|strangling|choked|strangled) (?:me|my (?:mom|mum|mother|sister|brother|kids?))|{_HE}(?:'s| is| has|'s got) (?:coming (?:at|after) me |here |outside )?(?:with )?(?:a |got a |the |his )?(?:knife|gun)(?: \w{{1,12}}){{0,3}} (?:at me|to my (?:head|throat)|and (?:i'm|i am) (?:hiding|scared|locked))"),
    Rule("abuse.ongoing", Category.ABUSE, _MODERATE, "en", ("hits", "hit me", "beats", "abus", "touches", "touched", "rape", "molest", "assault", "forced me", "hurts me", "beaten"),
         rf"{_HE}(?:'s| is| has)?(?: always| often| sometimes| regularly| keeps?| started| just| still| been){{0,2}} (?:hits|hit|hitting|beats|beat|beating|hurts|hurting|slaps|slapped|kicks|kicked|touches|touched|touching|rapes|raped|molests|molested|abuses|abused|abusing|assaulted|forces|forced) (?:me|us)(?: \w{{2,12}}){{0,2}}|i(?:'m| am|'ve been| was| have been|'m being) (?:being )?(?:sexually |physically )?(?:abused|raped|molested|assaulted|beaten)(?: by)?"),
    Rule("third_party.worried", _S, _LOW, "en", ("suicid", "kill himself", "kill herself", "kill themsel", "wants to die", "end his", "end her"),
         rf"{_SOMEBODY}(?:'s| is| was| has| has been| keeps| said| says| told me| might| may| just| really){{0,3}} (?:suicidal|(?:wants to|wanted to|tried to|going to|gonna|threatened to|threatening to|talking about|saying (?:he|she|they) wants? to|(?:he|she|they) wants? to) (?:die|dying|kill(?:ing)? (?:him|her|them)sel(?:f|ves)|end (?:his|her|their) life|commit suicide))"),
    Rule("ideation.through_fiction", _S, _MODERATE, "en", ("so do i", "me too", "just like me", "like i do", "same as me", "not just the character", "not really a story"),
         r"(?:wants? to (?:die|be dead|end it|kill (?:him|her|them)sel(?:f|ves))|doesn't want to live|kills? (?:him|her|them)sel(?:f|ves))(?: \w{1,12}){0,4} (?:so do i|me too|just like me|like i do|same as me|same here|and i do too|so am i)"),
)
"""Gravest kinds first; the order of the findings does not depend on it."""

"""What people write in English in passing: an aside, a wound made small, a deed broken off, tablets at hand."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import KILL, PILLS
from segue.safety.rules import Rule, either

_S, _M, _I = Category.SUICIDE, Category.MEDICAL_EMERGENCY, Category.SELF_INJURY
_IMMINENT, _HIGH, _MODERATE = SafetyLevel.IMMINENT, SafetyLevel.HIGH, SafetyLevel.MODERATE

_END = r"(?= ?(?:$|[.!?;,]))"
_LATELY = (
    r"(?:(?:about |like |maybe )?(?:a few|a couple of|two|three|four|five|six|ten|fifteen|twenty|thirty|forty|\d{1,2}|"
    r"an|half an) (?:minutes?|mins?|hours?|hrs?) ago|just now|this (?:morning|evening|afternoon)|today|tonight|earlier|"
    r"yesterday|last night|when i was (?:at (?:home|work)|alone|on my own|by my ?self)|on my own|at home|alone)"
)
_WISHES = (
    r"(?:(?:constantly |always |really |kinda |still |just |the |sometimes ){0,2}(?:not wanting to (?:live|"
    r"be (?:alive|here(?: anymore| any ?more)?(?! (?:at|in|on|with|for) ))|exist|"
    rf"wake up(?! (?:at|early|for|before|so)))|wanting to (?:{KILL}|die|be dead|not (?:exist|live|be (?:alive|here)|"
    r"wake up)|disappear forever|stop existing|cease to exist)|wishing (?:that )?i (?:was|were) (?:dead|never born)|"
    r"wishing (?:that )?i (?:didn't|did not|wouldn't) (?:exist|wake up)|"
    rf"hoping (?:that )?i (?:don't|won't|do not) wake up|(?:urge|urges|desire|wish|need) to (?:{KILL}|die|be dead|"
    r"not exist)|feeling (?:like|that) i should (?:be dead|die)|suicidal (?:thoughts|ideation|feelings|stuff|bit)|"
    r"being suicidal))"
)
_CAME = (
    r"(?:came (?:in(?:to)?|home|back|up|over|along|out|to the door)|walked in|got (?:home|back|up)|woke(?: up)?|called|"
    r"phoned|rang|texted|messaged|knocked|barked|whined|jumped (?:up|on)|stopped|cried|started (?:crying|barking)|"
    r"turned up|showed up|interrupted|found me|saw me|talked|needed)"
)
_SOMEBODY = (
    r"(?:the|my|our|a|some) (?:\w{3,9} )?(?:dogs?|cats?|mum|mom|mother|dad|father|mate|colleague|boss|parents|sister|"
    r"brother|kids?|baby|son|daughter|wife|husband|boyfriend|girlfriend|partner|room ?mate|flat ?mate|house ?mate|"
    r"friend|neighbou?r|phone|doorbell|bell|nurse|jogger|stranger|man|woman|guy|policeman|police|alarm|teacher)|he|she|"
    r"they|some(?:one|body)"
)
_READY = (
    r"(?:ready|set up|planned|prepared|laid out|lined up|in my hand|out|up|written|counted(?: out)?|on my wrist|"
    r"to my (?:head|throat|wrist))"
)
_PUT = (
    r"(?:put|took|hid|packed|tidied|locked|threw) (?:it|them|it all|them all|everything)(?: all)? (?:away|back|down|"
    r"out)|hid (?:it|them|everything)|didn't(?: do it| go through with it)?(?= ?(?:$|[.!?;,]))|stopped(?= "
    r"?(?:$|[.!?;,]))"
)
_DAY = (
    r"(?:(?:on |this |next |by |come )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)(?: night)?|"
    r"(?:this|next) (?:week|weekend|month)|tonight|tmrw|tmr|tomm?orr?ow(?: night)?|in (?:\w{3,5} days|january|february|"
    r"march|april|may|june|july|august|september|october|november|december)|on (?:the )?\d{1,2}(?:st|nd|rd|th)?|"
    r"on my birthday|after (?:christmas|new year|my birthday|the exams|finals))"
)
_BLADES = (
    r"(?:knife|knives|blades?|razors?|scissors|rope|gun|train tracks?|tracks|platform|railway|balcony|bridge|roof|"
    r"cliff|ledge|bleach|the wheel|high places)"
)
_TABLETS = rf"(?:(?:all |any )?(?:(?:of )?(?:the|my|these|those|this|his|her|mum's|mom's) )?(?:\w{{3,9}} )?{PILLS})"

ROWS: tuple[Rule, ...] = (
    Rule(
        "overdose_under_way.lately",
        _M,
        _IMMINENT,
        "en",
        "an_overdose i_overdosed ve_overdosed have_overdosed just_overdosed",
        either(
            rf"i(?:'ve| have)? (?:just |already )?(?:took|taken|had) an overdose(?: of (?:my )?\w{{3,14}})? {_LATELY}",
            rf"i(?:'ve| have)? (?:just )?overdosed(?: on (?:my |the |some )?{PILLS})? {_LATELY}",
        ),
    ),
    Rule(
        "overdose_under_way.found_them",
        _M,
        _IMMINENT,
        "en",
        "them_all all_of_them the_lot every_one",
        rf"i (?:found|got|grabbed|opened|emptied) {_TABLETS}(?: [\w']{{1,9}}){{0,3}},? and "
        r"(?:then )?(?:i )?(?:just )?(?:took|swallowed|downed|necked) (?:them all|all of them|the lot|"
        r"every one)(?! (?:to|back|out|down|away|off) )",
    ),
    Rule(
        "ideation.once_more",
        _S,
        _MODERATE,
        "en",
        "overdos attempt tried_to_kill_my_self",
        either(
            r"(?:overdosed?|tried to kill my ?self|attempt(?:ed)?(?: suicide)?)[^?;]{0,45} (?:i )?(?:want to|wanna|"
            r"going to|gonna|i'll|need to|wish i could|thinking of|thinking about) (?:do(?:ing)? it|try(?:ing)?|"
            r"take (?:one|them)|overdos(?:e|ing)) again",
            r"(?:overdosed?|tried to kill my ?self|attempt(?:ed)?(?: suicide)?)[^?;]{0,45} i still "
            r"(?:think about (?:it|doing it)|want to|wish (?:it had|i had|i'd))",
            r"(?:survived|woke up after|failed)(?: \w{1,8}){0,2} (?:overdose|attempt)[^?!;]{0,40} wish (?:that )?i "
            r"(?:hadn't|had not|didn't)",
        ),
        guarded=False,
    ),
    Rule(
        "ideation.thoughts_told",
        _S,
        _MODERATE,
        "en",
        "suicidal_tho suicidal_fee suicidal_urg suicidal_ide suicidal_ima thoughts_of_suicide urge_to_kill_my "
        "urge_to_end_my urges_to_kill_my urges_to_end_my",
        either(
            r"(?:the|these|those|my|this|more|constant) (?:suicidal (?:thoughts|feelings|urges?|ideation|images)|"
            r"thoughts of suicide)(?! (?:of|in|among|scale|questionnaire|item|question|screening|"
            r"are (?:gone|less|fading|better|easing)|have (?:gone|stopped|faded|eased|lessened)|"
            r"(?:stopped|faded|disappeared|went away)|(?:that )?i (?:used to|had)))",
            r"(?:having|living with|live with|struggling with|drowning in|battling|fighting|hiding|coping with|"
            r"cope with|deal with|dealing with|plagued by|haunted by|full of) (?:these |some |my |more |"
            r"constant )?suicidal (?:thoughts|feelings|urges?|ideation)",
            r"suicidal (?:thoughts|feelings|urges|ideation)(?: (?:every|again|at night|all (?:day|night)|are back|keep|"
            r"won't|never|get(?:ting)? (?:worse|louder)|got (?:worse|louder))|[.!] (?:again|every|at night))",
            r"suicidal (?:thoughts|feelings),? (?:and |well |yes )?i (?:do |still )?have them|suicidal (?:thoughts|"
            r"feelings),? (?:and )?i (?:denied|hid) (?:them|it) so",
            r"urges? to (?:kill my ?self|end my life)(?! (?:is|has|are) (?:gone|less))",
        ),
    ),
    Rule(
        "ideation.denied_but",
        _S,
        _MODERATE,
        "en",
        "thoughts_of_suicide suicidal_tho",
        either(
            r"(?:no|zero|without) (?:thoughts of suicide|suicidal thoughts),? (?:until|till|except|other than|"
            r"apart from|but (?:last|every|i|they|now)|only (?:at|when|in))(?! (?:for )?(?:in the past|years))",
            r"not (?:a|one|a single) (?:day|night|hour)(?: \w{3,6}){0,2} (?:with no|without) (?:any )?(?:thoughts of "
            r"suicide|suicidal thoughts)",
        ),
        guarded=False,
    ),
    Rule(
        "ideation.aside",
        _S,
        _MODERATE,
        "en",
        "not_wanting wanting_to wishing_i wishing_that_i hoping_i hoping_that_i urge_to urges_to desire_to wish_to "
        "need_to i_should suicidal",
        either(
            r"(?:other than|apart from|aside from|besides|beside|except(?: for)?|barring|minus|if you ignore) (?:the |"
            rf"that |me |always |my ){{0,2}}(?:whole |fact that i'm )?{_WISHES}",
            r"wanting to (?:not exist|be dead|not be alive) (?:is (?:my|a|the)|all|again|every)",
        ),
    ),
    Rule(
        "ideation.slang_dated",
        _S,
        _MODERATE,
        "en",
        "ctb cttb kms sewerslide unalive unaliving catching_the_bus catch_the_bus",
        either(
            r"(?<![0-9] )(?<![0-9])(?<!the )(?<!of )(?<!in )(?:ctb|cttb|kms|(?:kermit )?sewer ?slide|"
            rf"unaliv(?:e|ing)(?: my ?self)) {_DAY}(?! (?:bank|bus|stock|shares|meeting|race|run|ride|was|were))",
            r"my (?:ctb|cttb) (?:date|day|plan|note|spot)|(?:ctb|cttb) date (?:is|set)|planning (?:to|on|my) (?:ctb|"
            r"cttb|kms)",
            rf"catch(?:ing)? the bus {_DAY} (?:for good|forever|and (?:not|never) com(?:ing|e) back)",
        ),
    ),
    Rule(
        "behaviour.broken_off",
        _S,
        _MODERATE,
        "en",
        "had_it had_every got_it got_every",
        either(
            rf"i(?:'d| had)?(?: had| got) (?:it|everything)(?: all)?(?: {_READY}(?: and)?){{1,2}}(?: last night|"
            r" yesterday| today| on \w{6,9})?,? (?:and |but |only |so )?(?:then |until |"
            rf"when )?(?:{_SOMEBODY}) (?:\w{{3,7}} )?{_CAME}[^.!?;]{{0,30}}\b(?:so |and )?i (?:just )?(?:{_PUT})",
            rf"i(?:'d| had)?(?: had| got) (?:it|everything) (?:all )?{_READY}(?: last night)?,? (?:only|but|until|then|"
            rf"and then) (?:{_SOMEBODY}) stopped me",
            rf"i had it {_READY} and (?:i )?(?:{_PUT}) when (?:{_SOMEBODY}) {_CAME}",
        ),
        also="ready set_up planned prepared laid_out lined_up in_my_hand out up written counted on_my_wrist to_my_head "
        "to_my_throat to_my_wrist",
    ),
    Rule(
        "behaviour.broken_off",
        _S,
        _MODERATE,
        "en",
        "pills tablets meds medication painkillers antidepressants capsules insulin paracetamol tylenol acetaminophen "
        "ibuprofen xanax opioids oxycodone benadryl advil aspirin ambien valium zoloft prozac lithium sleepers "
        "sedatives benzos opiates fentanyl heroin rope noose knife blade razor gun belt note about_to_do_it "
        "from_doing_it from_jumping on_the_chair on_the_stool on_the_bridge on_the_ledge on_the_roof on_the_edge "
        "on_the_windowsill on_the_railing went_through_with_it",
        either(
            rf"i(?:'d| had)?(?: had| got) (?:the|my|all my|all the) (?:{PILLS}|rope|noose|knife|blade|razor|gun|belt|"
            rf"note) (?:all )?{_READY}(?: and everything)?,? (?:and |but )?(?:then |until |"
            rf"when )?(?:{_SOMEBODY}) (?:\w{{3,7}} )?{_CAME}",
            rf"i got (?:the|my|all my) {PILLS} out(?:,? (?:and )?counted them)?,? (?:and )?(?:then )?put them "
            r"(?:all )?(?:back|away)",
            r"i was (?:(?:just |literally )?about to do it|(?:seconds|minutes|inches) (?:away )?from (?:doing it|"
            rf"jumping)),? (?:when|but|and then|then) (?:{_SOMEBODY}) (?:\w{{3,7}} )?{_CAME}",
            r"i was (?:already )?(?:standing |stood |up )?on the (?:chair|stool|bridge|ledge|roof|edge|windowsill|"
            r"railing)(?: last night| yesterday| on \w{6,9})?,? (?:and then|then|but|until|"
            rf"when) (?:{_SOMEBODY}) (?:\w{{3,7}} )?{_CAME}",
            r"i (?:almost|nearly) went through with it(?: (?:on \w{6,9}|last night|yesterday|today))?,? (?:but|then|"
            rf"and then|until|when) (?:{_SOMEBODY}) (?:\w{{3,7}} )?{_CAME}",
            r"(?:noose|rope) was (?:already )?(?:up|tied|ready|hanging),? (?:and |but )?(?:then |until |"
            rf"when )?(?:{_SOMEBODY}) {_CAME}",
        ),
        also="came walked_in got_home got_back got_up woke called phoned rang texted messaged knocked barked whined "
        "jumped stopped cried started_crying started_barking turned_up showed_up interrupted found_me saw_me talked "
        "needed put_them",
    ),
    Rule(
        "ideation.untrusted_with",
        _S,
        _HIGH,
        "en",
        "trust_my_self trust_me be_trusted alone_with",
        either(
            r"(?:don't|do not|can't|cannot|couldn't|wouldn't|never|not sure i can|not sure i) trust (?:my ?self|"
            r"me)(?: (?:to be|alone|tonight|in the house|at home|here|right now|being|on my own|left)){0,4} (?:with|"
            rf"around|near|by|beside|next to|on|behind|at) (?:{_TABLETS}|"
            rf"(?:the |a |my |any |those |these |all (?:the|these) )?(?:\w{{3,8}} )?{_BLADES})(?! (?:skills|technique|"
            r"recipe|cake|level))",
            r"i (?:can't|cannot|shouldn't|should not|can not) be trusted (?:alone |right now |tonight )?(?:with|around|"
            rf"near) (?:{_TABLETS}|(?:the |my )?(?:knives|blades|razors?|gun|car))",
            rf"(?:{PILLS}|knives|blades|razors|gun)(?: [\w']{{1,10}}){{0,4}}[,.;:?!\- ]{{1,3}}(?:because |since |as |"
            rf"cause |bc )?i (?:don't|can't|do not|cannot) trust my ?self{_END}",
            r"(?:scared|afraid|frightened|terrified|don't feel safe|do not feel safe|not safe|unsafe|can't|cannot|"
            rf"shouldn't) (?:of |to |being )?(?:be |being )?(?:left )?alone with {_TABLETS}",
        ),
    ),
    Rule(
        "ideation.untrusted",
        _S,
        _MODERATE,
        "en",
        "trust_my_self",
        r"(?:don't|do not|can't|cannot|not sure i can|not sure i) trust my ?self (?:to be )?(?:on my own|by my ?self|"
        r"in the house alone|at home alone|tonight|right now|this (?:evening|weekend)|any ?more)(?= ?(?:$|[.!?;,])|"
        r" (?:tonight|and|so|if|with (?:all )?(?:these|those) (?:thoughts|feelings)))",
    ),
    Rule(
        "ideation.used_on_self",
        _S,
        _HIGH,
        "en",
        "use_it_on_my_self using_it_on_my_self used_it_on_my_self",
        r"(?:gun|rifle|pistol|revolver|shotgun|knife|blade|weapon|rope|belt)(?:,? [\w']{1,10}){0,8} (?:use|using|"
        r"used) it on my ?self",
    ),
    Rule(
        "goodbye.after_tonight",
        _S,
        _MODERATE,
        "en",
        "ll_never will_never can_die can_finally_die",
        either(
            r"after (?:tonight|today|tomorrow|this) (?:you|they|everyone|nobody|he|she)(?:'ll|"
            r" will) never (?:ever )?(?:have to )?(?:see|hear from|deal with|worry about|put up with|bother with|"
            r"look after) me",
            r"(?:now|then|so|finally|and) i can (?:finally )?die(?= ?(?:$|[.!;,]))",
        ),
    ),
    Rule(
        "self_injury.been_hurting",
        _I,
        _MODERATE,
        "en",
        "hurting_my_self harming_my_self burning_my_self cutting_my_self self_harming",
        either(
            r"(?:been|started|starting|back to|keep|kept|can't stop|couldn't stop|and) (?:hurting|harming|burning|"
            r"cutting) my ?self(?! (?:at (?:the )?(?:gym|work|football|training)|"
            r"in (?:the )?(?:kitchen|garden|gym|game|match)|on (?:the |a )?(?:stove|oven|iron|thorn)|playing|lifting|"
            r"running|shaving|cooking|by (?:accident|not|\w{3,9}ing)|climbing|training|"
            r"with (?:the iron|the oven|bad posture)|off(?: from)?|a slice|some slack))",
            r"(?:hurting|harming|burning|cutting) my ?self (?:is the only|helps|makes me feel|calms|on purpose)",
            r"(?:been|started|keep|kept|back to) self[ \-]?harming",
        ),
    ),
)

"""What people write in English about how and when: plans, means, questions for methods, goodbyes."""

from __future__ import annotations

from segue.domain.findings import Category
from segue.domain.models import SafetyLevel
from segue.safety.rows.en.words import KILL, PILLS
from segue.safety.rules import Rule

_S = Category.SUICIDE
_HIGH, _MODERATE, _LOW = SafetyLevel.HIGH, SafetyLevel.MODERATE, SafetyLevel.LOW

ROWS: tuple[Rule, ...] = (
    Rule(
        "plan.have_a_plan",
        _S,
        _HIGH,
        "en",
        "for_it for_my_de googled googli got_a_pl got_already_a_pl i_figured_out_exactly_how_i "
        "i_figured_out_exactly_how_t i_figured_out_how_i i_figured_out_how_t i_have_a_pl i_have_already_a_pl "
        "i_have_planned_exactly_how_i i_have_planned_how_i i_know_exactly_how_i i_know_exactly_how_t i_know_how_i "
        "i_know_how_t i_made_a_pl i_made_already_a_pl i_planned_exactly_how_i i_planned_exactly_how_t "
        "i_planned_how_i i_planned_how_t i_ve_figured_out_exactly_how_i i_ve_figured_out_how_i "
        "i_ve_planned_exactly_how_i i_ve_planned_how_i ill_die ive_made_a_pl ive_made_already_a_pl looked_u "
        "looking_u researche researchin to_die to_do_it to_end_i",
        rf"(?:i have|i've got|i've made|i made|got)(?: already)? a plan (?:to|for) (?:{KILL}|die|end it|my suicide|"
        r"how to (?:die|do it))|i(?:'ve| have)? (?:already )?(?:picked|chosen|chose|set|decided on) (?:a|the|my) "
        r"(?:date|day|method|spot|place) (?:to die|to end it|to do it|for my death|for it|i(?:'ll| will) die)"
        r"|i (?:know|'ve figured out|figured out|have planned|'ve planned|planned) (?:exactly )?how (?:i'm going "
        r"to|i'll|i will|i would|i'd) (?:do it|die|kill my ?self|end (?:it|my life))|i (?:know|figured out|planned) "
        r"(?:exactly )?how to (?:die|kill my ?self|end my life)|i(?:'ve| have) (?:been "
        r")?(?:researching|researched|looking up|looked up|googling|googled) (?:ways|methods|how) (?:to|of) "
        r"(?:die|dying|kill(?:ing)? my ?self|suicide|end(?:ing)? (?:it|my life)|hang)",
    ),
    Rule(
        "behaviour.note",
        _S,
        _HIGH,
        "en",
        "letter note suicide",
        r"(?:wrote|written|writing|write|finished|left|leaving)(?: down| out)? (?:my|a|the) (?:suicide|goodbye|"
        r"farewell|last) (?:note|letter)s?|suicide note (?:is|'s) (?:written|done|ready|on)|(?:wrote|written|"
        r"writing) (?:goodbye )?(?:letters|notes) (?:to|for) (?:everyone|everybody|my (?:family|kids|parents|"
        r"friends|mom|husband|wife)|all of them)",
    ),
    Rule(
        "method_seeking.way",
        _S,
        _HIGH,
        "en",
        "deadly die dying end_it end_my end_your fatal forever for_good hang kill lethal noose overdose suicide wake "
        "survive",
        r"how (?:many|much)(?: [\w']{3,20}){0,3} (?:would |does it |will |do i need |should i |can i |could i |"
        r"it would |it )?(?:it )?(?:takes? |need(?:ed)? )?(?:take )?(?:to |would )(?:overdose|die|"
        r"kill (?:me|my ?self|yourself|an? (?:(?:\d{2,3} ?(?:kg|kilos?|pounds?|lbs?)|grown|healthy|small|"
        r"teenage) )?(?:person|adult)|someone)|be (?:lethal|fatal|deadly)|end (?:it|my life)|not wake up|"
        r"never wake up)|(?:painless|quick|easy|fast|best|easiest|quickest|fastest|cleanest|surest|peaceful|"
        r"most (?:painless|peaceful|effective|reliable))(?: and \w{3,12})? (?:way|ways|method|methods)(?: for me|"
        r" for someone)? (?:to|of|for) (?:die|dying|kill (?:my|your) ?self|killing (?:my|your) ?self|suicide|"
        r"commit suicide|end (?:it|my life|your life|it all)|hang (?:my|your) ?self|go (?:forever|for good))|"
        r"how (?:do i|to|can i|could i|would i|should i|do you) (?:painlessly |quickly |"
        r"best )?(?:kill (?:my|your) ?self|hang (?:my|your) ?self|end my (?:own )?life|commit suicide|overdose|"
        r"tie a noose|die (?:painlessly|quickly|without pain|in my sleep|peacefully))|"
        r"(?:what|which)(?: is| are|'s)?(?: the| a)?(?: [\w']{3,12}){0,2} (?:lethal|fatal|deadly) (?:dose|amount|"
        r"overdose)|(?:is|are|would|will|does)(?: [\w']{1,20}){1,5} (?:be )?(?:enough|"
        r"sufficient) to (?:kill (?:me|my ?self)|die|overdose|be (?:lethal|fatal))|"
        r"how high (?:does|do|would|must|should)(?: [\w']{1,12}){1,5} (?:jump|fall|be)(?: [\w']{1,12}){0,3} (?:die|"
        r"kill|fatal|lethal|survive)",
        also="enough how_ method sufficient way what which",
    ),
    Rule(
        "method_seeking.question",
        _S,
        _HIGH,
        "en",
        "acetaminophen advil alcohol ambien antidepressants aspirin benadryl benzos bleach bleed capsules "
        "certain could_kill deadly do_the_job do_the_trick drug effective end_it enough fatal fentanyl "
        "finish_me heroin hurt i_die ibuprofen insulin kill_me knot lethal lithium medication meds messy mg "
        "mixing of_this_life one_die opiates opioids out_of_life overdose oxycodone painful painkillers "
        "painless paracetamol pass_out peaceful person_die pills poison prozac rope sedatives sleepers "
        "suffocate suicide swallow tablets taking to_be_sure to_die to_drown to_end to_go to_hang to_kill "
        "to_leave_this to_od too_many too_much toxic tylenol valium what_bridge what_building what_drug "
        "what_height what_method which_bridge which_building which_drug which_height which_method will_kill "
        "would_kill xanax you_die zoloft",
        r"(?:what|which|how (?:much|many)|would|is|are|will|can|could|does)\b[^.!?;]{0,60}\b(?:lethal|fatal|deadly|"
        r"toxic) (?:dose|dosage|amount|overdose|combination|mix|quantity|level)|"
        r"(?:dose|dosage|amount|quantity|how (?:much|many)|mix(?:ing|ed)?)\b[^.!?;]{0,50}\b(?:lethal|fatal|deadly)|"
        r"how (?:much|many|long|high|far|tall|deep|quickly|fast)\b[^.!?;]{0,60}\b(?:to die|"
        r"to kill (?:me|my ?self|you|your ?self|a person|someone|somebody|an adult|a human)|"
        r"(?:until|till|before) (?:you|i|someone|a person) (?:die|dies|bleed out|pass out|suffocate)|"
        r"to bleed (?:out|to death)|(?:would|will|could|to) kill (?:me|you|a person|someone|my ?self)|"
        r"to (?:overdose|od)(?: on)?|bleeding out|to be (?:fatal|lethal|sure i)|to suffocate|"
        r"for (?:someone|a person|me|you) to die)|(?:does|will|would|is|do) (?:it )?(?:hurt|painful|hanging|drowning|"
        r"dying|bleeding out|overdosing|jumping)\b[^.!?;]{0,30}\b(?:hurt|painful|painless|"
        r"to (?:die|hang|drown|bleed|overdose|hang my ?self|kill my ?self))|"
        r"can (?:you|i|u|someone|a person|people) (?:actually |really |even )?(?:die|od|overdose) (?:from|on|by|of|if|"
        rf"with|off)\b[^.!?;]{{0,40}}(?:{PILLS}|bleach|alcohol and|taking|mixing|too (?:much|many)|swallow)|"
        rf"(?:would|will|could|is|are|do you think|if i (?:take|took|mix|swallow))\b[^.!?;]{{0,40}}\b(?:{PILLS}|"
        r"\d{1,4} ?mg)\b[^.!?;]{0,30}\b(?:be enough|enough to|enough|kill me|do the trick|finish me|do the job|end it|"
        rf"die)|(?:what|which) (?:{PILLS}|drugs?|knots?|poisons?|rope|height|building|bridge|"
        r"method)\b[^.!?;]{0,50}\b(?:to die|die|overdose|kill (?:me|you|my ?self|your ?self)|"
        r"hang(?:ing)? (?:my ?self)?|suicide|lethal|fatal)|(?:least|most|less) (?:painful|painless|messy|effective|"
        r"certain|peaceful) (?:way|method|option|suicide|death)|(?:what's|what is|is there|tell me|know|find|"
        r"any)\b[^.!?;]{0,20}\b(?:painless|easy|quick|peaceful|foolproof|reliable|sure|clean)\b[^.!?;]{0,15}\b(?:way|"
        r"ways|method|methods|exit|death|suicide)\b[^.!?;]{0,15}\b(?:to (?:die|go|end|kill|leave this)|"
        r"out of (?:life|this life)|suicide)",
    ),
    Rule(
        "plan.ready",
        _S,
        _MODERATE,
        "en",
        "chosen decided figured know lined mapped picked planned prepared ready set worked",
        r"i (?:already |now )?(?:know|have decided|'ve decided|figured out|have figured out|'ve figured out|"
        r"worked out) (?:exactly |just )?(?:how|when|where|which (?:bridge|building|day|night))(?: and (?:how|"
        r"when|where))?(?: i'd| i'll| i will| i would| i'm going to| i am going to| i want to) (?:do it|end "
        r"it|go|jump)|i(?:'ve| have) (?:got )?(?:it all|everything|it) (?:planned|figured|worked|mapped|set up|"
        r"lined up|ready|prepared)(?: out)? (?:for (?:tonight|friday|saturday|sunday|monday|the weekend|when i)|"
        r"so (?:nobody|no one|it won't|that)|to (?:die|end|do it)|and (?:i'm|no one|nobody))|i(?:'ve| have)? "
        r"(?:picked|chosen|set|decided on) (?:a|the|my) (?:day|date|time|place|spot|bridge|method)(?: to do it| "
        r"already| and (?:a|the) (?:place|time|method)| when (?:nobody|no one|they))",
    ),
    Rule(
        "means.stock",
        _S,
        _HIGH,
        "en",
        "acetaminophen advil ambien antidepressants aspirin belt benadryl benzos capsules fentanyl gun heroin "
        "hoard ibuprofen insulin lithium loaded medication meds noose opiates opioids oxycodone painkillers "
        "paracetamol pills pistol prozac rifle rope sedatives sleepers stash tablets tylenol valium xanax zoloft",
        rf"enough (?:of )?(?:my |his |her |the |sleeping )?(?:\w{{3,20}} )?{PILLS} (?:saved|hidden|stashed|at home|"
        r"here|now|ready|in my|to (?:die|do it|end it|kill|overdose|not wake|never wake|finish|make sure|put me))|"
        r"(?:know|found|figured out) (?:out )?(?:where|how to get) (?:\w{2,14} ){1,3}(?:keeps?|hides?|kept|hid|stores?|"
        rf"locks?)(?: up)? (?:the|his|her|their|a) (?:gun|rifle|pistol|keys? to the gun|{PILLS})|"
        rf"(?:gun|rifle|pistol|rope|noose|{PILLS})(?: [\w']{{1,12}}){{0,6}} (?:so i (?:can|could)|"
        r"and (?:i'm|i am) (?:going|gonna|ready|thinking|planning)|and (?:i )?(?:keep|can't stop) (?:looking|staring|"
        r"thinking)|and a note|and the note|and my note|for when (?:i'm|i am|it's)|"
        r"just in case i (?:decide|need))(?: \w{1,12}){0,3} (?:use it|end it|die|do it|take them|go|stop|looking|"
        r"staring|written|ready|need (?:it|out|them)|thinking|decide)|"
        r"i(?:'ve| have| am|'m| keep| been)? (?:been )?(?:sav(?:e|ed|ing)(?: up)?|stockpil\w{1,4}|hoard\w{0,3}|"
        r"stash\w{0,3}|stor(?:ed|ing)(?: up)?|squirrel\w{0,4} away|hid(?:ing|den)?|"
        r"skipp(?:ed|ing)(?: [\w']{2,10}){0,3} (?:to|so i can) (?:save|hoard|"
        rf"keep))(?: [\w']{{1,12}}){{0,3}} {PILLS}|(?:tied|hung|made|bought)(?: [\w']{{1,12}}){{0,2}} (?:a |the |"
        r"my )?noose|(?:rope|noose|belt) (?:is |'s )?(?:already )?(?:tied|hanging|up|over the (?:beam|door)|"
        r"in the (?:closet|garage|basement|attic)|from the (?:ceiling|beam|fan))|"
        r"(?:gun|pistol|rifle)(?:'s| is) (?:loaded|on the (?:table|bed|desk)|next to me|in my (?:hand|lap|mouth)|"
        r"right here)(?: and i)?",
    ),
    Rule(
        "method_seeking.hint",
        Category.SUICIDE,
        _MODERATE,
        "en",
        "acetaminophen advil ambien antidepressants aspirin benadryl benzos capsules chemical combination drug "
        "enough_that enough_to fentanyl heroin how_long how_many how_much ibuprofen insulin kill_a_person kill_me "
        "kill_someone kill_you lithium medication medicine meds opiates opioids oxycodone painkillers paracetamol "
        "pills prozac sedatives sleepers tablets tylenol valium where_can where_could where_do where_would xanax "
        "zoloft",
        r"how (?:much|many)\b[^.!?;]{0,30}\b(?:is|are|would be|counts as|can i take|can you take|could you "
        rf"take) (?:too (?:much|many)|dangerous|deadly|at once|in one go)|(?:which|what) (?:{PILLS}|drugs?|"
        r"medications?|medicines?|combination|chemicals?)\b[^.!?;]{0,40}\b(?:dangerous|deadly|strongest|most "
        r"toxic|together|mix(?:ed|ing)?|kill)|how long (?:does|would|will|until|"
        r"before)\b[^.!?;]{0,30}\b(?:bleed|drown|suffocate|starve to death|lose consciousness|pass out|find "
        r"(?:me|the body|my body))|where (?:can|do|could|would) (?:i|you|someone|one) (?:buy|get|find|"
        rf"order)\b[^.!?;]{{0,20}}\b(?:a gun|gun|rope|helium|{PILLS}|poison|cyanide|nembutal)|(?:is|are) "
        r"(?:\w{2,14} ){1,4}(?:high|tall|deep) enough (?:to|that)|(?:can|could|will|would|does|do|if) "
        r"(?:\w{2,16} ){1,6}(?:actually |really )?kill (?:you|me|a person|someone)",
    ),
    Rule(
        "means.got",
        _S,
        _LOW,
        "en",
        "acetaminophen advil ambien antidepressants aspirin benadryl benzos capsules charcoal exit fentanyl gun "
        "helium heroin ibuprofen insulin lithium medication meds opiates opioids oxycodone painkillers "
        "paracetamol pills pistol plan prozac razor rifle rope sedatives sleepers sleeping tablets tylenol "
        "valium xanax zoloft",
        r"i(?:'ve| have)? (?:just |already |finally )?(?:bought|ordered|got|found|loaded|picked up|have)(?: "
        rf"\w{{1,12}}){{0,3}} (?:rope|gun|pistol|rifle|razor blades?|razors?|{PILLS}|helium|charcoal|exit bag)|"
        r"i(?:'ve| have)(?: got| made| already){0,2} a plan",
        also="aplan bought found got have loaded ordered pickedup",
    ),
    Rule(
        "means.in_hand",
        _S,
        _HIGH,
        "en",
        "acetaminophen advil ambien antidepressants aspirin benadryl benzos blade bought_a_gun bought_gun "
        "bought_my_gun bought_the_gun capsules collected collecting counted exit fentanyl got_a_gun got_gun "
        "got_my_gun got_the_gun gun_and gun_are gun_beside gun_here gun_in gun_is gun_laid gun_lined "
        "gun_loaded gun_ly gun_next gun_ready gun_right gun_sit gun_tonight have_a_gun have_gun have_my_gun "
        "have_the_gun helium heroin ibuprofen insulin knife lithium medication meds noose opiates opioids "
        "oxycodone painkillers paracetamol pills pistol prozac razor rope saving sedatives sleepers stashed "
        "stashing tablets tylenol valium xanax zoloft",
        r"i(?:'ve| have)? (?:been )?(?:already )?(?:saving up|saved up|saving|stockpil(?:ed|ing)|hoard(?:ed|ing)|"
        r"stashed|stashing|collecting|collected|counted|counting)(?: up)?(?: all| out)?(?: my| the| his| her|"
        rf" enough)?(?: [\w']{{3,16}}){{0,2}} {PILLS}(?! for (?:the week|my (?:mom|mum|dad)))|"
        rf"(?:the |my |a |these )?(?:{PILLS}|bottle of {PILLS}|gun|rope|noose|knife|razor|blade|"
        r"pistol) (?:(?:is|are|sitting|lying|right|laid out|lined up|ready|loaded|here) ){1,3}?(?:here|ready|loaded|"
        r"in front of me|next to me|beside me|on my (?:lap|bed|desk|table|nightstand)|in my (?:hand|hands|lap))|"
        r"(?:staring at|looking at|holding|sitting here with|sitting with|got|have) (?:a |the |my |this |"
        rf"these )?(?:\w{{3,12}} )?(?:bottle of |box of |loaded )?(?:{PILLS}|gun|noose|rope|pistol|razor|"
        r"blade)(?: right)? (?:in my (?:hand|hands|lap)|in front of me|right here|next to me|beside me|ready|"
        r"and i(?:'m| am) (?:going to|gonna|about to|ready)|tonight)|i (?:have|'ve got|got|bought)(?: a| the|"
        r" my)? (?:gun|rope|noose|pills|helium|exit bag)(?: [\w']{1,12}){0,4} (?:to (?:kill my ?self|die|end it|"
        r"hang my ?self|do it)|and i(?:'m| am| will|'ll) (?:going to |gonna |plan to )?(?:use it|do it|end it|"
        r"take them))",
    ),
    Rule(
        "goodbye.after_me",
        _S,
        _HIGH,
        "en",
        "away_all away_my away_of_my care_of final forgive funeral goodbye me_again me_anymore me_ever_again "
        "my_last please_do_not please_dont remember_me",
        r"(?:take|taking) care of (?:my|the) (?:\w{2,12} ){1,3}(?:when|after|once|for me when) i(?:'m| am) (?:gone|"
        r"dead|not here)|(?:this is|this will be|these are) my (?:last|final) (?:message|words|goodbye|post|letter|"
        r"text)(?: ever| to (?:you|everyone|anyone|anybody))?|goodbye (?:forever|cruel world|world)|"
        r"(?:this is|saying|said|say|want to say|wanted to say) (?:my )?(?:final |last )?good ?byes? (?:forever|"
        r"for good|to (?:everyone|everybody|the world|my (?:family|kids|parents|friends|mom|dad))(?: (?:forever|"
        r"one last time|before i)))|(?:won't|will not|never going to|not going to) (?:see|hear from|"
        r"have to (?:deal|put up|worry)(?: with| about)?) me (?:again|anymore|ever again)|"
        r"(?:giving|given|gave) away (?:all )?(?:of )?my (?:things|stuff|belongings|possessions|pets)|"
        r"please (?:don't|do not) (?:blame yourself|be sad|cry)(?: [\w']{1,12}){0,3} (?:when i(?:'m| am) gone|"
        r"for what i(?:'m| am) about to|after i(?:'m| am))|forgive me for what i(?:'m| am) (?:about|going) to do|"
        r"remember me (?:when|after) i(?:'m| am) gone|at my funeral i want",
    ),
    Rule(
        "goodbye.soft",
        _S,
        _MODERATE,
        "en",
        "be_a_burden be_a_problem be_over_soon be_your come_for_me everything_i_love farewell finally_be_free "
        "finally_rest find_me for_everything_this goodbye look_for_me peace save sorry_i sorry_that_i stop_me "
        "tell_my tell_them the_other_side",
        r"(?:please )?tell (?:my|them) (?:\w{2,12} )?(?:that )?(?:i (?:love|loved) (?:her|him|them|you)(?: all)?|"
        r"i'm sorry|it (?:wasn't|isn't|is not|was not) (?:their|her|his) fault)|(?:don't|do not) (?:try to "
        r")?(?:stop|save|look for|come for|find) me(?: anymore)?(?! in| at| if)|see you (?:all )?on the other "
        r"side|(?:just )?(?:wanted|want|had|need) to say (?:a )?(?:final |last )?(?:goodbye|good bye)(?: before "
        r"i(?:'m| am| go| leave)| and (?:i'm sorry|sorry|thank you for|that i love)| one last time| to you all)|"
        r"i(?:'m| am) (?:so )?sorry (?:that )?i (?:couldn't|wasn't|can't) (?:hold on|be stronger|strong enough|"
        r"fight|keep|go on|stay|be better)|(?:goodbye|good bye|farewell) (?:every(?:one|body)|all|my (?:friends|"
        r"love|loves))(?: i(?:'m| am) (?:sorry|so sorry)| i love you all| forgive me)|(?:sorry|thank you|thanks) "
        r"for everything (?:goodbye|good bye|farewell|i love you all|this is)|it(?:'ll| will)(?: all)? be over "
        r"soon|i(?:'ll| will) finally (?:be at peace|be free|rest|have peace)|won't be (?:a|your) (?:problem|"
        r"burden)(?: to)?(?: anyone| you| them)?(?: anymore| much longer)",
    ),
    Rule(
        "history.attempt",
        _S,
        _MODERATE,
        "en",
        "attempted suicide tried",
        r"i(?:'ve| have)? (?:once |already |previously )?(?:tried to|attempted to) (?:kill my ?self|end my life|"
        r"take my (?:own )?life|commit suicide|hang my ?self|overdose)|i(?:'ve| have)? (?:had |made |survived "
        r")?(?:a |my |two |three |several |an )?(?:first |last |past |previous )?suicide attempts?|i(?:'ve| "
        r"have)? attempted suicide",
    ),
)

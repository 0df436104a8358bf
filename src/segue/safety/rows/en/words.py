"""Turns of phrase that English rules share."""

from __future__ import annotations

ADV = (
    r"(?: (?:just|really|honestly|so|kinda|kind of|sort of|still|only|truly|literally|actually|always|sometimes|often|"
    r"constantly|seriously|even|also|do|desperately|badly|now|probably|definitely|fucking)){0,3}"
)
WANT = (
    rf"(?:i{ADV} (?:(?:want|need|long|hope|wish|plan|intend|prefer|'d like|d like|would like|'d love|would love|"
    r"'d prefer|'d rather|would rather|have decided|'ve decided|decided|feel like i want)(?: to| 2)?|wanna)|"
    r"i'd (?:just |really |honestly )?(?:like|love|prefer|rather)(?: to)?)(?: just| really)?"
)
PLACE = (
    r"(?: (?:here|there|near|so far|at|next|by)\b| in (?!(?:this (?:world|pain|hell|body|life|way)|pain|fear|agony|"
    r"misery|hell|such|constant|(?:a|the|my) (?:world|body|head|mind|skin|hell|lie))\b)| with (?:my )?(?:parents|"
    r"roommates?|flatmates?|family|in-laws)\b)"
)
"""Where somebody lives: who is tired of it wants to move."""
GOING = (
    rf"(?:(?:i'm|i am|im|ima|imma|i){ADV} (?:going to|going 2|gonna|gona|gunna|finna|bouta|about to|planning (?:to|on)|"
    r"plan to|ready to|'ll|will|have to|need to|must|should|might|may|could|can|thinking? (?:about|of)|considering|"
    r"contemplating|debating|trying to|'m tempted to|tempted to|this close to|so close to|on the verge of)(?: just|"
    r" probably| actually| finally| go| go and| really){0,2}|i'll(?: just| probably| actually| finally| go| go and|"
    r" really){0,2})"
)
KILL = (
    r"(?:ki?ll?(?:ing)? (?:my ?self|mysef|meself|mi ?self)|end(?:ing)? my (?:own )?(?:life|lyfe|existence)|k "
    r"word(?:ing)? my ?self|end(?:ing)? it all|tak(?:e|ing) my (?:own )?life|commit(?:ting)? suicide|hang(?:ing)? my "
    r"?self|shoot(?:ing)? my ?self|drown(?:ing)? my ?self|suicide my ?self|tak(?:e|ing) my ?self out of (?:this|the) "
    r"world|(?:off|neck|delet|exit|yeet|rop)(?:e|ing)? my ?self|un-?aliv(?:e|ing)(?: my ?self|(?= ?(?:$|[.!?;])| "
    r"(?:tonight|now|today|tomorrow|soon|so|but|and|because)))|(?:commit(?:ting)? |kermit )?(?:sewer ?slide|"
    r"self ?delete|toaster ?bath)|jump(?:ing)? (?:off|from) (?:a|the|my|this) "
    r"(?:bridge|roof|building|balcony|cliff|window|overpass)|throw(?:ing)? my ?self (?:off|under|in front of)|"
    r"(?:step|jump|walk)(?:p?ing)? in front of (?:a|the) (?:train|bus|truck|car)|blow(?:ing)? my (?:own )?brains out|"
    r"slit(?:ting)? my (?:wrists?|throat)|do(?:ing)? away with my ?self|put(?:ting)? an end to (?:my life|it all)|"
    r"overdos(?:e|ing)|ctb|driv(?:e|ing) (?:my car |my truck )?(?:off a|off the|into a|into oncoming) (?:bridge|cliff|"
    r"tree|wall|traffic))"
)
PILLS = (
    r"(?:pills|tablets|meds|medication|painkillers|antidepressants|sleeping pills|capsules|insulin|"
    r"paracetamol|tylenol|acetaminophen|ibuprofen|xanax|opioids|oxycodone|benadryl|advil|aspirin|ambien|"
    r"valium|zoloft|prozac|lithium|sleepers|sedatives|benzos|opiates|fentanyl|heroin)"
)
HE = (
    r"(?:he|she|they|my (?:husband|wife|boyfriend|girlfriend|partner|dad|father|stepdad|stepfather|mom|mum|mother|"
    r"brother|sister|uncle|ex|roommate))"
)
PERSON = (
    r"(?:my (?:wife|husband|boyfriend|girlfriend|partner|ex|mom|mum|mother|dad|father|parents|family|kids?|children|"
    r"baby|son|daughter|boss|manager|teacher|coworkers?|colleagues?|classmates?|neighbou?rs?|roommate|stepdad|"
    r"stepfather|brother|sister)|every(?:one|body) (?:at|in) (?:my |the )?(?:school|work|office|church)|"
    r"people at (?:my |the )?(?:school|work|office))"
)
SOMEBODY = (
    r"(?:my (?:best |little |older |younger |ex |old )?(?:friend|brother|sister|mom|mum|mother|dad|father|son|daughter|"
    r"husband|wife|boyfriend|girlfriend|partner|roommate|cousin|uncle|aunt|student|client|patient|ex|kid|child|"
    r"neighbou?r|coworker|colleague|classmate)|he|she)"
)
OTHERS = (
    r"(?:(?:my|a|our|his|her) (?:best |good |close |little |older |younger |ex |old |roommate's )?(?:friend|brother|"
    r"sister|mom|mum|mother|dad|father|son|daughter|husband|wife|boyfriend|girlfriend|partner|roommate|cousin|uncle|"
    r"aunt|student|client|patient|ex|kid|child|niece|nephew|grandma|grandpa|neighbou?r|coworker|colleague|classmate|"
    r"teammate|guildmate|boy|girl|guy|woman|man|mate|buddy|bestie)|some(?:one|body) (?:i (?:know|love|met)|in my "
    r"\w{3,12}|online|close to me))"
)
"""Somebody else whom a sentence is about."""

"""Turns of phrase that English rules share."""

from __future__ import annotations

ADV = (
    r"(?: (?:just|really|honestly|so|kinda|kind of|sort of|still|only|truly|literally|actually|always|"
    r"sometimes|often|"
    r"constantly|seriously|even|also|do|desperately|badly|now|probably|definitely|fucking)){0,3}"
)
WANT = (
    rf"i{ADV} (?:(?:want|need|long|hope|wish|plan|intend|prefer|'d like|d like|would like|'d love|would love|"
    r"'d prefer|"
    r"'d rather|would rather|have decided|'ve decided|decided|feel like i want)(?: to| 2)?|wanna)(?: just| really)?"
)
GOING = (
    rf"(?:i'm|i am|im|ima|imma|i){ADV} (?:going to|going 2|gonna|about to|planning (?:to|on)|plan to|ready to|'ll|will|"
    r"have to|"
    r"need to|must|should|might|may|could|can|thinking (?:about|of)|considering|contemplating|trying to|'m "
    r"tempted to|tempted to)"
    r"(?: just| probably| actually| finally| go| go and| really){0,2}"
)
KILL = (
    r"(?:kill?(?:ing)? (?:my ?self|mysef|meself)|end(?:ing)? my (?:own )?life|end(?:ing)? it all|tak(?:e|ing) "
    r"my (?:own )?life|"
    r"commit(?:ting)? suicide|hang(?:ing)? my ?self|shoot(?:ing)? my ?self|drown(?:ing)? my ?self|suicide my "
    r"?self|"
    r"(?:off|neck|delet|exit|yeet|rop)(?:e|ing)? my ?self|un-?aliv(?:e|ing)(?: my ?self|(?= ?(?:$|[.!?;])| "
    r"(?:tonight|now|today|tomorrow|soon|so|but|and|because)))|(?:commit(?:ting)? |kermit )?(?:sewer ?slide|"
    r"self ?delete|toaster ?bath)|jump(?:ing)? (?:off|from) (?:a|the|my|this) "
    r"(?:bridge|roof|building|balcony|cliff|window|overpass)|throw(?:ing)? my ?self (?:off|under|in front of)|"
    r"step(?:ping)? in front of (?:a|the) (?:train|bus|truck|car)|blow(?:ing)? my (?:own )?brains out|"
    r"slit(?:ting)? my "
    r"(?:wrists?|throat)|do(?:ing)? away with my ?self|put(?:ting)? an end to (?:my life|it all)|overdos(?:e|"
    r"ing)|"
    r"ctb|driv(?:e|ing) (?:my car |my truck )?(?:off a|off the|into a|into oncoming) (?:bridge|cliff|tree|"
    r"wall|traffic))"
)
PILLS = (
    r"(?:pills|tablets|meds|medication|painkillers|antidepressants|sleeping pills|capsules|insulin|"
    r"paracetamol|tylenol|acetaminophen|ibuprofen|xanax|opioids|oxycodone|benadryl|advil|aspirin|ambien|"
    r"valium|zoloft|prozac|lithium|sleepers|sedatives|benzos|opiates|fentanyl|heroin)"
)
HE = (
    r"(?:he|she|they|my (?:husband|wife|boyfriend|girlfriend|partner|dad|father|stepdad|stepfather|mom|mum|"
    r"mother|"
    r"brother|sister|uncle|ex|roommate))"
)
PERSON = (
    r"(?:my (?:wife|husband|boyfriend|girlfriend|partner|ex|mom|mum|mother|dad|father|parents|family|kids?|"
    r"children|"
    r"baby|son|daughter|boss|manager|teacher|coworkers?|colleagues?|classmates?|neighbou?rs?|roommate|stepdad|"
    r"stepfather|"
    r"brother|sister)|every(?:one|body) (?:at|in) (?:my |the )?(?:school|work|office|church)|people at (?:my |"
    r"the )?"
    r"(?:school|work|office))"
)
SOMEBODY = (
    r"(?:my (?:best |little |older |younger |ex |old )?(?:friend|brother|sister|mom|mum|mother|dad|father|son|"
    r"daughter|"
    r"husband|wife|boyfriend|girlfriend|partner|roommate|cousin|uncle|aunt|student|client|patient|ex|kid|"
    r"child|neighbou?r|"
    r"coworker|colleague|classmate)|he|she)"
)

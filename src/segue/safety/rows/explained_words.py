"""Words that somebody only writes, quotes or asks others: a letter to alcohol, a line of a film, in five languages."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rules import either

_GRAVE = (
    r"(?:(?:to|i|i'll|will|gonna|wanna|can|could) die(?!t)|die(?= ?(?:$|[.!?,]))|dying|kill(?:ed|ing)? my ?self|"
    r"end (?:it all|everything|my life)|pills?|tablets|overdos\w{1,4}|rope|noose|gun|bridge|roof|knife|blades?|forgive|"
    r"forever|for good|peace|burden|together|both of us|join (?:him|her|them)|sterb\w{0,3}|umbring\w{0,3}|tabletten|"
    r"verzeih\w{0,3}|morir\w{0,2}|matar\w{0,2}|pastillas|perdon\w{0,5}|mourir|tuer|cachets|pardon\w{0,5}|morrer|"
    r"me mat\w{1,3}|perdo\w{0,4})"
)

_NIGHT = (
    r"(?:early start|up early|early (?:shift|flight|train|meeting)|battery|good ?night|night(?= ?(?:$|[.!?,]))|"
    r"night (?:all|night)|sleep (?:well|tight)|sweet dreams|see you (?:tomorrow|on|in|at|next)|"
    r"talk (?:tomorrow|on|soon)|training|work tomorrow|school tomorrow|meeting|the kids|dinner|did you|"
    r"don't forget (?!me|us)|bring|promise|continues? tomorrow|back (?:on|tomorrow|next)|enjoy|covers for me|my shift|"
    r"fruh raus|frueh raus|gute nacht|bis morgen|madrugo|hasta manana|buenas noches|leve tot|bonne nuit|a demain|"
    r"acordo cedo|boa noite|ate amanha)"
)
FOR_TONIGHT: Final = ExplainedBy(
    ("goodbye.after_me", "goodbye.last_words", "goodbye.soft"),
    behind=either(
        r" (?:for|of) (?:tonight|today|this evening|the (?:day|evening|night|week|term|year|thread|chat))\b|"
        r" fur (?:heute|diese woche)\b| fuer heute\b| (?:por|de) (?:hoy|esta noche)\b| pour (?:ce soir|aujourd'hui)\b|"
        r" (?:por|de) hoje\b",
        r" (?:tonight|today|before (?:bed|sleep|work|dinner|(?:my|the|our) (?:holidays?|flight|shift|meeting|exam)|"
        rf"take ?off|boarding)|until (?:monday|tomorrow|next week))\b(?=[^?]{{0,60}}\b{_NIGHT}\b)",
    ),
    unless=rf"\b(?:{_GRAVE}|love you|loved|sorry|goodbyes?|farewell|adieu|adios|adeus|tschuss fur immer|"
    r"thanks? (?:you )?for everything|take care of|look after|tell (?:him|her|them|my|mum|mom|dad)|ever|"
    r"and (?:of|for) (?:my|all)|always|immer|nie wieder|siempre|toujours|sempre|remember me|"
    r"(?:it|i|everything)(?:'s| is|'m| am|'ll be) (?:over|done|finished|free)|the end|hurt\w{0,3}|no one|nobody|can't|"
    r"cannot|ich liebe|te quiero|te amo|je t'aime|suicid\w{0,4}|dead|death|gone|heaven|last (?:night|day)|"
    r"final (?:night|day)|no plans|lasted|paramedics|razor|unlocked)\b",
)
"""The last message of an evening."""

_HABIT = (
    r"(?:alcohol|vodka|wine|beer|whisk\w{1,2}|gin|booze|drink(?:ing)?|cigarettes?|smoking|nicotine|vap(?:e|ing)|weed|"
    r"cocaine|heroin|drugs|sugar|gluten|dairy|chocolate|coffee|caffeine|carbs|fast food|meat|gambling|social media|"
    r"instagram|tiktok|facebook|cancer|chemo|(?:my )?(?:tumou?r|uterus|womb|gallbladder|appendix|wisdom teeth|tonsils|"
    r"breasts?|eating disorder|anorexia|bulimia|addiction|braces|hair|car|van|bike|house|flat|office|desk|job|twenties|"
    r"thirties|forties|fifties|youth club|phone|laptop|couch|sofa)|city|office|berlin|london|paris|madrid|lisbon|"
    r"new york|hamburg|vienna|rome|barcelona|dublin)"
)
LETTER_TO_A_THING: Final = ExplainedBy(
    ("behaviour.note", "behaviour.prepared", "plan.have_a_plan", "goodbye.soft"),
    behind=either(
        r" to (?:(?:my|our|the|that|an|a) )?(?:(?:old|beloved|former|first|childhood|favou?rite|own|"
        rf"last) )?{_HABIT}\b",
        r" to my (?:colleagues|co ?workers|team|class|pupils|students|readers|"
        r"subscribers)\b(?=[^?]{0,60}\b(?:last day (?:at|in)|new job|retir\w{1,4}|leav\w{1,3} (?:the|for)))",
        r"(?: geschrieben)? an (?:den |die |das |mein\w{0,2} |unser\w{0,2} )?(?:\w{4,8} )?(?:alkohol|zigaretten?|"
        r"zucker|krebs|sucht|gebarmutter|gebaermutter|auto|wohnung|alte[rn]? job|buro|buero|schule)\b",
        r" (?:al|a la|a los|a mi|a mis) (?:viej[oa] )?(?:alcohol|azucar|tabaco|cigarrillos?|cancer|utero|coche|trabajo|"
        r"adiccion)\b",
        r" a (?:l'|la |le |mes |mon |ma )?(?:alcool|cigarettes?|sucre|cancer|uterus|voiture|addiction|tabac)\b|"
        r" au (?:sucre|tabac|cancer|vin)\b",
        r" (?:ao|a|aos|a minha|ao meu) (?:alcool|acucar|tabaco|cigarros?|cancro|cancer|utero|carro|vicio)\b",
    ),
    beside=r"abschiedsbrief an (?:den |die |das |mein\w{0,2} |unser\w{0,2} )?(?:\w{4,8} )?(?:alkohol|zigaretten?|"
    r"zucker|krebs|sucht|gebarmutter|gebaermutter|auto|wohnung|buro|buero)",
    needs="abschiedsbrief",
    unless=rf"\b(?:{_GRAVE}|mum|mom|mother|dad|parents|family|wife|husband|kids|children|son|daughter|friends?|"
    r"everyone|everybody|find|found|you all|world|life|mama|papa|eltern|familie|kinder|leben|welt|familia|padres|hijos|"
    r"vida|mundo|famille|parents|enfants|vie|monde|filhos|suicid\w{0,4}|another|one (?:to|for) (?:you|my))\b",
)
"""A farewell that is written to vodka, a womb or an old job."""

ENDED_WITH: Final = ExplainedBy(
    ("ideation.want_to_die", "intent.no_reason_to_stay", "intent.absent_tomorrow", "intent.want_to_kill_myself"),
    behind=r"(?<!all)(?<!life)(?: between us| (?:with|between) (?:(?:him|her|them) (?=tonight[ ,]{1,3}after dinner)|"
    r"him|her|(?:my|this|that|the) (?:\w{3,9} )?(?:boy ?friend|girl ?friend|fianc\w{1,3}|husband|wife|partner|ex|"
    r"affair|guy|man|woman|girl|boy|gym|(?:phone |internet )?provider|landlord|publisher|agent|bank|client|band|"
    r"supplier|company|agency|contract|club|subscription|therapist|church|trainer|broadband company|"
    r"book club)))(?= ?(?:$|[.!?;,])| (?:but|because|since|so|before|after|soon|tonight|over|by|next|"
    r"this (?:week|month)|i've|i met|who|he|she|they)\b)",
    unless=rf"\b(?:{_GRAVE}|suicid\w{{0,4}}|dead|death|alive|pain|watching|here|jump\w{{0,3}}|car|house|goodbye|"
    r"my life|live|living|existence)\b",
)
"""A couple or a contract that is ended."""

_WORK_OF_ART = (
    r"(?:film|movie|book|novel|play|scene|act (?:one|two|three|four|five|i{1,3}|\d)|(?:first|second|third|last) act|"
    r"song|series|sketch|musical|opera|sitcom|cartoon|episode|poem|short story|comic|it's a wonderful life|hamlet|"
    r"pelicula|peli|novela|libro|cancion|obra|filme?|roman|buch|lied|stuck|stueck|serie|oper|livre|chanson|piece|livro|"
    r"cancao|peca|novela)"
)
_SAYS = (
    r"(?:says?|said|sings?|sang|shouts?|shouted|cries|cried|whispers?|whispered|mutters?|screams?|yells?|sighs?|sagt|"
    r"sagte|singt|ruft|dice|dijo|canta|grita|dit|chante|crie|diz|disse)"
)
QUOTED: Final = ExplainedBy(
    ("ideation.", "passive.", "intent.", "goodbye."),
    behind=either(
        r"(?: anymore| all| any more)?[,.!?]?[\"'][,]? ?(?:(?:el|o|la|der|die) )?(?:(?!i\b|my\b|ich\b|yo\b|je\b|"
        rf"eu\b)\w{{3,12}} ){{0,3}}?{_SAYS} (?!i\b|ich\b)(?:[\w']{{2,12}} ){{0,4}}?(?:in|en|dans|im|nesse|nessa|no|"
        r"na) (?:(?:that|this|the|a|an|dem|den|der|diesem|esa|esta|ese|la|el|ce|cet|cette|"
        rf"le) )?(?:[\w']{{3,12}} ){{0,2}}?{_WORK_OF_ART}\b",
        r"(?: (?!and\b)[\w']{1,10}){0,4}[,.!?]?\" (?:is|was|must be|has to be) (?:a|an|the|from|by|my favou?rite|"
        rf"just a) (?:[\w']{{2,12}} ){{0,4}}?(?:song|track|album|single|lyric|line|quote|title|meme|{_WORK_OF_ART})\b",
        r"\" (?:mean )?in (?:japanese|french|german|spanish|italian|latin|korean|polish|russian|turkish|greek|arabic|"
        r"dutch|swedish|sign language|subtitles|this (?:song|poem|sonnet))\b",
        r"[,\" ]{1,3}(?:says?|said|groan\w{0,3}|sigh\w{0,3}|mutter\w{0,3}) (?:my|our) (?:teen\w{0,5}|daughter|son|"
        r"kids?|\w{3,6} year old) (?:when|because|after|whenever) (?:i|dad|mum|mom|we|grandma|grandad) (?:danced?|sang|"
        r"sings?|wore|waved?|rapped|dabbed|kissed|told (?:a|my|the) joke)\b",
    ),
    unless=r"\b(?:me too|same|relate|like me|i (?:feel|felt|know|think|want(?! to)|am|agree|wish|understand|mean|do|"
    r"really|just)(?! i'd| i had| i was| i were| to (?:see|watch|buy|know))|i'm (?:like|the same|with|just|so|not)|"
    r"exactly|how i|(?:my|this|the) (?:brain|head|mind|voices?|heart|demon)|every (?:single )?(?:day|night|morning)|"
    r"that's me|is me|my (?:life|note|own|plan)|so true|right about|he's right|she's right|"
    r"ich (?:auch|will|fuhle|fuehle)|genau so|yo (?:tambien|siento)|como yo|moi aussi|comme moi|je (?:suis|me sens)|"
    r"eu (?:tambem|sinto)|como eu|tonight|pills|rope)\b",
)
"""A line of a film or a song, told as one."""

_PEOPLE = (
    r"(?:people|others|(?:every |the )?callers?|patients?|clients?|pupils?|students?|staff|employees|colleagues|"
    r"young people|teenagers|teens|veterans|a (?:person|pupil|student|patient|caller|colleague|child|young person|"
    r"client)|anyone|someone|somebody)"
)
_MYSELF = (
    r"i(?:'d| would)?(?: (?:really|just|still|only|also))?(?: (?:want|wanna|plan|wish|hope|rather|cannot)|'m going|'ll|"
    r" can't| don't wa?nt?)"
)
"""How somebody says it of themselves: then no course is all that it is about."""
_TAUGHT = (
    r"(?:you |we |i |they )?(?:learn\w{0,3}|taught|teach(?:es)?|trained|training|course|workshop|helpline|"
    r"volunteer\w{0,3}|poster|leaflet|guidance|guidelines|handbook|first aid\w{0,3}|nursing school|role ?play\w{0,3}|"
    r"seminar|lecture|manual|module|safe ?guarding|practised|practiced)"
)
TRAINING: Final = ExplainedBy(
    ("ideation.misspelt", "ideation.thoughts", "ideation.fragment", "ideation.", "passive."),
    beside=either(
        rf"{_TAUGHT}\b[^.!?;]{{0,60}}\b(?:ask\w{{0,3}}|whether|what to do|how to|when)\b[^.!?;]{{0,40}}\b(?:{_PEOPLE}|"
        r"they're|they are|are you|plainly|openly|directly|straight)\b",
        rf"asking {_PEOPLE} (?:if|whether|about)\b[^.!?;]{{0,60}}\b(?:doesn't|does not|won't|will not|never) (?:put|"
        r"plant|give|make)",
    ),
    needs="learn taught teach trained training course workshop helpline volunteer poster leaflet guidance guidelines "
    "handbook first_aid nursing role_play roleplay seminar lecture manual module guarding practised practiced asking",
    unless=rf"\b(?:{_MYSELF}|i am(?= ?(?:$|[.!?,]))|i(?:'m| am)(?: \w{{3,9}})? (?:suicid\w{{0,2}}|thinking|having|"
    r"the one|not ok|not okay)|i (?:have|had) (?:thoughts|been thinking|them|those)|i keep|"
    r"(?:made|makes) (?:it|me) worse|(?:so|and|but) (?:am|do|have|was) i|me too|but i|"
    r"(?:nobody|no ?one) (?:ever )?asks? me|asks? me|my own|my (?:best |little |older |big )?(?:friend|sister|brother|"
    r"mum|mom|mother|dad|father|son|daughter|wife|husband|partner|boy ?friend|girl ?friend|flat ?mate|room ?mate|"
    r"cousin|child|kid)|(?:he|she) (?:is|was|has|said|says|told)|tonight|what if (?:it's|i)|should i|yes)\b",
)
"""What helpers learn to ask."""

ON_A_LIST: Final = ExplainedBy(
    ("ideation.", "passive.", "self_injury."),
    beside=r"(?:(?:her|his|the|their|a|my|that) (?:list|form|questionnaire|checklist|survey|sheet)|"
    r"(?:read|went|ran|goes) (?:me )?(?:through|down))\b[^.!?;]{0,80}\b(?:life|suicide|self ?harm|dead|dying|die|"
    r"myself)[,:?\-]{1,2} ?(?:no|none|nope|never)(?=[,.])",
    needs="list form questionnaire checklist survey sheet read went ran goes",
    unless=rf"\b(?:{_MYSELF}|lie[ds]?|lying|truth|but|though|actually|yes|yeah|because|wish|afraid|scared|maybe|"
    r"sometimes|of course i said|wasn't true|not true|pretend\w{0,3}|honest\w{0,2}|anyway|tonight|always say)\b",
)
"""A list that a nurse goes down, and its noes."""

BROKEN_THING: Final = ExplainedBy(
    ("passive.", "ideation.unnamed"),
    beside=r"(?:posted|wrote|writes|texted|texts|tweeted|sent|sends|posts|put|status|story)\b[^.!?;]{0,70}\b(?:because|"
    r"when|whenever|after|under|with a (?:photo|picture) of|since)\b[^.!?;]{0,14}\b(?:her |his |the |their |a |"
    r"my )?(?:[\w']{3,12} ){0,2}?(?:printer|wi ?fi|dish ?washer|washing machine|coffee machine|kettle|toaster|nail|"
    r"heel|cake|croissants?|playstation|xbox|console|laptop|phone|zip|umbrella|bakery|arsenal|(?:football )?team|tyre|"
    r"microwave|oven|lift)\b",
    needs="posted wrote writes texted texts tweeted sent sends posts put status story",
    unless=r"\b(?:i (?:wrote|posted|texted|tweeted|sent|put)|die|dying|dead|kill\w{0,4}|suicid\w{0,4}|worried|scared|"
    r"serious\w{0,2}|really|goodbye|left home|missing|hospital|pills|but|cry\w{0,3}|answer\w{0,3}|reach|on top of|"
    r"and then)\b",
)
"""A sigh that somebody else posted over a printer."""

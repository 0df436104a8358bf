"""Why tonight is the night, and why nobody has to do something after today: a first night, a last day at work."""

from __future__ import annotations

from typing import Final

from segue.safety.rows.explained_by import ExplainedBy
from segue.safety.rules import either

_GRAVE = (
    r"(?:(?:to|i|i'll|will|gonna|wanna|can|could) die|die(?= ?(?:$|[.!?,]))|died|dying|dead|death|kill\w{0,4}|"
    r"suicid\w{0,4}|end (?:it|things|everything|my)|ends|ending|pills?|tablets|overdos\w{1,4}|rope|noose|gun|bridge|"
    r"roof|tracks|jump\w{0,3}|goodbyes?|good bye|farewell|forgive|funeral|forever|for good|gone|peace|pain|"
    r"free at last|finally free|rest|join (?:him|her|them|my|mum|dad)|letters?|notes?|heaven|(?:i )?(?:finally )?do it|"
    r"doing it|go through with|burden|said we (?:would|should)|maker|god|jesus|satan|forgiveness|curtain|"
    r"final (?:act|scene|goodbye|chapter|day|hour|night)|my story|better place|other side|up there|ready|both|"
    r"(?:end|go|leave|die|be) (?:this |it )?(?:all )?together|(?:every(?:one|body)|they|he|she)(?:'s| is|'re|"
    r" are) (?:at|out|asleep|away)|while (?:they|he|she|every\w{3,4}|mum|mom)|won't see|dose|"
    r"given (?:him|her|it|them) away|clean up after me|suffer\w{0,3}|no more|therap\w{2,3}|hospital|cry\w{0,3}|tears|"
    r"alone|sorry|love you)"
)
_EVENT = (
    r"(?:opening night|first night|premieres?|debut|(?:first |big )?(?:gig|concert|recital|performance|show|play|"
    r"musical|opera|ballet|game|match|fight|derby|race|date|interview|exam|audition)|rehearsal|on stage|stage|"
    r"semi ?finals?|finals?|finale|season|episode|draft|draw|lottery|raffle|quiz|bingo|election|results?|engaged|"
    r"engagement|propos(?:e|ing|al)|ask(?:ing)? (?:him|her|them) (?:out|to marry)|marry(?:ing)?|wedding|"
    r"hen (?:do|party)|stag (?:do|party)|party|prom|ball|gala|dance|dinner|barbecue|bbq|restaurant|takeaway|pizza|"
    r"curry|christmas|birthday|halloween|fireworks|bonfire|new year's|carnival|festival|launch(?:ing)?|release|"
    r"go(?:es|ing)? live|deploy\w{0,4}|unveil\w{0,3}|meet(?:ing)? (?:his|her|their|your|the|my) \w{3,12}|sleepover|"
    r"camping|stargazing|eclipse|meteors?|aurora|northern lights|puzzle|marathon|movie|film night|book club|reunion|"
    r"graduation|award\w{0,2}|bake off|eurovision|super bowl|world cup|cup final|champions league|oscars|back together|"
    r"own (?:room|bed|crib|cot)|baby|potty|(?:go|come on) (?!to\b|away\b|through\b)\w{4,12})"
)
TONIGHT: Final = ExplainedBy(
    ("intent.tonight",),
    behind=r"(?:(?<=the night)|(?<=night i'm)|(?<=night, i'm)|(?<=night when)|"
    r"(?<=night that i))(?:[ ,.!:;\-]{1,4}(?!(?:after|once|when) (?:the|my|that|this|everyone|"
    rf"they)\b)[\w']{{1,12}}){{0,8}}?[ ,.!:;\-]{{1,4}}{_EVENT}\b|(?<=the night)(?:[ ,.!:;\-]{{1,4}}(?!(?:after|once|"
    r"when) (?:the|my|that|this|everyone|they)\b)[\w']{1,12}){0,6}?[ ,.!:;\-]{1,4}(?:we(?:'re|'ll)? (?!said|agreed|"
    r"promised|planned|decided|die|go\b|leave|end|do it|say|have to)\w{2,12}|from scratch|against|vs|"
    r"going (?:dancing|out|bowling|skating)|sourdough|bread|lasagn\w{1,2}|risotto|tacos|sushi|roast|stew)\b|"
    r"(?<=the night)(?: that)? i (?:finally |actually )?(?:tell|ask (?:him|her|them|maria)|cook|bake|watch|finish|meet|"
    r"perform|play|sing|present|beat|win|open|eat|sort|clean|paint|assemble|build|learn|teach|host|introduce|wear|"
    r"launch|submit)\b(?! (?:it|everything|my life|the pain|him i'm (?:done|going)|them (?:all )?bye))",
    unless=rf"\b(?:{_GRAVE}|over(?= ?(?:$|[.!?,]))|last|any ?more|can't|cannot|i (?:had|ate|cooked|hugged|kissed|fed|"
    r"wrote|paid|cleaned)|hugged|kissed (?:them|the|my)|one more time|longer|no me)\b",
)
"""The night of a play, a proposal, a final."""

_MINE = (
    r"(?:coffee|jokes?|puns|emails?|laundry|washing|cooking|singing|snoring|music|violin|piano|trumpet|drums?|"
    r"drum (?:kit|practice)|guitar|cough|hay ?fever|boxes|(?:messy )?desk|dishes|accent|spreadsheets?|handwriting|"
    r"parking|driving|car|bike|bins|mail|post|orders|shifts?|invoices|reports?|meetings|presentations?|homework|"
    r"extension|number|password|log ?in|playlists?|alarm|dog|cat|plants|reminders|questions|timesheets?|expenses|"
    r"french|german|english|spelling|typing|braces|crutches|(?:plaster )?cast)"
)
AFTER_TODAY: Final = ExplainedBy(
    ("intent.tonight", "goodbye.after_me"),
    behind=r" (?:(?:ever |always )?(?:have|has|need|be able) to |have |"
    rf"be )(?:[\w']{{1,10}} ){{0,4}}my (?:\w{{3,10}} )?{_MINE}\b",
    beside=either(
        r"(?:have|has|need) to (?:water|test|sign|proofread|translate|print|sweep|mow|vacuum|empty|refill|chase|"
        r"photocopy|type|file|salt|grit|unlock) (?:the|my|me on|off)|i passed|(?:hand|handed|handing) in my (?:badge|"
        r"notice|keys|laptop|pass)|(?:the|my) course (?:is )?over|course over|"
        r"(?:start|starting|begin) (?:at|in|with) (?:the|my|a) new|new (?:firm|job|school|office|company)|"
        r"(?:my |our |the |it's |it is )?(?:very |official )?last (?:day|shift|week|evening|night) (?:at|in|of|"
        r"on) (?:the |my |this |our )?(?:work|job|office|term|school|year|company|firm|team|bakery|shop|store|ward|"
        r"call ?cent(?:re|er)|project|course|camp|season|internship|placement|probation)|last shift|"
        r"(?:a|my|the) (?:new|other) (?:job|flat|apartment|role|position|team|school|department)|"
        r"(?:i'm|i am|i've been|i got|got|we're|we are|been) (?:\w{4,9} )?(?:retir(?:ing|ed)|transferred|promoted|"
        r"chang(?:ing|ed) (?:jobs?|departments?|teams?|schools?)|mov(?:ing|ed) (?:out|house|in|into|abroad|back|"
        r"to (?:a|the|another|my))|off to (?:uni|university|college|spain))|moving day|"
        r"(?:passed|got) my (?:driving )?(?:test|licence|license)|(?:maternity |parental |annual |my )leave (?:starts|"
        r"begins)|(?:the|my) (?:surgery|operation|exam|exams|course|contract|lease|probation|internship) (?:is|are|"
        r"ends|will be) ?(?:done|over|finished|tomorrow|ends|up)?|the (?:builders|decorators|scaffolding) ",
        rf"my (?:\w{{3,10}} )?{_MINE}",
    ),
    needs="to_water to_test to_sign to_proofread to_translate to_print to_sweep to_mow to_vacuum to_empty to_refill "
    "to_chase to_photocopy to_type to_file to_salt to_grit to_unlock passed hand course last new other retir "
    "transferred promoted chang mov off_to uni college spain test licence license leave surgery operation exam course "
    "contract lease probation internship builders decorators scaffolding my",
    unless=rf"\b(?:{_GRAVE}|(?:worry|care) (?:about|for) me|look after me|lost my job|fired|sacked|laid off|life)\b",
)
"""A last day at work, a move, a violin that nobody has to hear any longer."""

"""What stands around a match and changes what it means, in English."""

from __future__ import annotations

from segue.safety.around import signs
from segue.safety.rows.en.words import ADV, HE

LANDINGS = (
    r"(?:in|on)to (?:the|a|an|my|our|his|her) (?:\w{3,10} )?(?:boat|ship|raft|cart|wagon|hay|haystack|deck|"
    r"dragon|horse|pool|trampoline|net|airbag|balloon)"
)
"""Where somebody lands who jumps in a story or for fun; water, a road and rails are none."""
_AGO = (
    r"when i was (?:\d{1,2}|a (?:kid|child|teen(?:ager)?)|younger|little|young|in (?:high school|college|school))|"
    r"(?:many |some |a few |several |two |three |four |five |six |seven |eight |ten |\d{1,2} )?(?:years|months) ago|"
    r"last year|in the past(?! (?:few|couple|\d{1,2}|day|week|month|year|hour|two|three|night)s?\b)|in (?:19|20)\d\d"
)
_NOW = r"now|today|again|tonight|lately|these days|this (?:year|month|week|time|morning|evening)"

EN = signs(
    clause=rf"i|i'm|im|i've|i'd|i'll|imma|{HE}|{HE}'s|every(?:one|body)|nobody|no ?one|people|just (?:want|wanna)|"
    r"my \w{3,12} (?:touch|rap|molest|grop|hit|beat|hurt|slap|kick)\w{1,4}|please (?:just )?let me|"
    r"(?:the|my|these) voices (?:tell|told|keep|are|say|want|order)",
    clause_denied=r"i(?:'m| am|'d| would)?(?: (?:really|honestly|actually|personally|truly))? (?:don't|do not|didn't|"
    r"did not|never|not|wouldn't)(?: (?:really|actually|even|ever|going to|trying to|currently)){0,2} (?:think|"
    r"thought|thinking|mean|meant|meaning|say|said|saying|believe|feel|imply|implying|claim|claiming)"
    r"(?: (?:to say|that|like)){0,2}|not (?:that|because|like)|(?<!problem )it isn't(?: that)|doesn't mean(?: that)?",
    lead=r"(?:i|i'm|i've|i'd|i'll|there|there's|life|life's|it|it's|nothing|everything|my|the)(?: \w{1,10}){0,2} ",
    anew="and|so|because|since|cause|cuz|bc|though|although|but|lol|why",
    says=r"says?|said|saying|thinks?|thinking|thought|tells|told|whispers?|screams?|cries|shouts?|yells?|sings?|"
    r"mutters?|goes|writes?|wrote|asks|begs|called|titled",
    dying=r"\b(?:die|dies|died|dying|dead|death)",
    plain=r"(?<!throw )(?<!throwing )my ?self|suicid\w{1,4}|want(?:ed)? (?:to|2) die|wanna die|end (?:it|my life)|live|"
    r"living|alive|exist|wish|better|happier|be dead",
    present=rf"i(?:'m|m| am|'ll| will|'ve| have|'d (?:like|love|rather|prefer))|i{ADV} (?:want|need|wish|hope|feel|"
    r"hate|plan|intend|think|have|hear|see|keep|deserve|can't|cannot|don't|do not|wanna|gonna)|"
    r"(?:(?:just|really|honestly|still) )?(?:want to|wanna|gonna|can't|cannot|don't|do not)|"
    r"(?:there|life|it)(?:'s| is| isn't)|(?:the )?voices (?:keep|tell|are|say|want)|"
    rf"{HE}(?:'s| is| keeps|{ADV} (?:beats|hits|hurts|slaps|kicks|touches|rapes|molests|abuses|forces))|"
    r"my \w{3,12} (?:touches|rapes|molests|gropes)|(?:every(?:one|body)|they|people)(?:'d|'ll| would| will| are)",
    speaker="i|i'm|im|i've|me|my|mine|my ?self",
    story_ends="but",
    somebody=r"(?<!since )(?<!when )(?<!whenever )(?<!because )(?<!after )(?<!once )(?<!until )(?:he|she)|my (?:best "
    r"|little |older |ex |\w{3,10} )?(?:friend|brother|sister|mom|mum|mother|dad|father|son|daughter|husband|wife|"
    r"boyfriend|girlfriend|partner|roommate|cousin|uncle|aunt|student|client|patient)",
    past_ends=rf"but|{_NOW}",
    game=rf"{LANDINGS}|in (?:this|the|that|my) (?:game|level|match|raid|dungeon|boss fight|video game)"
    r"(?! (?:of|room|show|store|shop|club|night))|in (?:minecraft|fortnite|elden ring|dark souls|roblox|gta|skyrim|"
    r"the sims|mario)|(?:to )?respawn|in battle",
    sport=r"in the (?:boxing |wrestling )?ring(?! of)|while (?:sparring|boxing)|"
    r"with (?:an?|the) (?:snowball|pillow|balloon|puck|ball)(?! (?:bat|and chain))",
    story=r"in (?:this|the|that|my) (?:story(?! of my)|novel|film|movie|scene|play|book)(?! (?:room|store|shop|club|"
    r"theat\w{2}|night))",
    figure=r"(?:metaphorically|figuratively)(?: speaking)?(?! (?:and|or|but)\b)(?!.{0,20}\b(?:literal|physical|really|"
    r"actually|for real|too|also)\w{0,4}\b)|my (?:\w{3,8} )?(?:hair|eyebrows|beard|roots|jeans|shirt)|"
    r"(?:of|from) (?:the )?(?:laugh(?:ter|ing)|embarrass(?:ment|ed)(?! (?:they|he|she|everyone|people|because|since|"
    r"after|over|about|i (?:feel|carry|am)))|boredom(?! of life)|cringe|happiness|joy|cuteness|excitement)|"
    r"with (?:laughter|embarrassment)|laughing(?! at (?:me|my ?self|us)\b)|for (?:that|this|a|some) (?:pizza|burger|"
    r"cake(?! knife)|coffee|chocolate|cookie|nap|ice cream|steak|dress|bag)|"
    r"if i (?:have to )?(?:see(?= (?:\w{1,12} ){1,3}(?:ads?|adverts?|films?|movies?|posts?|memes?|tiktoks?|videos?|"
    r"spoilers?|words?|shows?|pictures?|selfies?|trailers?)\b)|hear|read|listen|watch|sit|"
    r"eat(?! again))(?!(?: \w{1,12}){0,2} (?:him|her|his|their|them|my|voices?|doctors?|therapist|rejections?|letters?|"
    r"messages?|texts?|this again|day|night|morning|year|winter)\b)(?: \w{1,12}){0,3} (?:that|this|another|one more|"
    r"again)|than (?:(?:wear|watch|listen to)(?! (?:him|her|them|you|my|us|me|it|people)\b)|"
    r"go to (?:that|this|the|a) (?:party|meeting|gym|concert|wedding|game)|eat (?:broccoli|kale|sushi|pineapple|olives|"
    r"mushrooms|bugs|fish|liver|spinach|tripe|oysters|sprouts|snails|insects|anchovies|tofu)|"
    r"(?:be )?(?:seen|caught) (?:in|wearing|with|dead)(?! (?:(?:this|that|my|these|those|the) )?(?:body|skin|marriage|"
    r"life|face|scars?|cuts|marks|wounds|bruises|arms|him|her|them)))(?! again)",
    strong=r"(?:of|from|with) (?:shame|hunger|thirst|the heat|heat|old age|natural causes|curiosity)|happy|"
    r"with (?:joy|excitement|boredom|curiosity|this (?:workout|exam|homework))|at the gym|"
    r"(?<=dying )to (?:see|meet|know|have) (?:that|this|the|you|him|her|them|what|a)",
    dose=r"(?:(?:this (?:morning|afternoon|evening)|today|yesterday|last night|tonight) )?(?:as prescribed|"
    r"on time(?! this)|like (?:i'm|i am) supposed|for the day(?! to)|(?:just )?(?:like|as|how) (?:the|my) (?:doctor|"
    r"psychiatrist|pharmacist) (?:said|says|told|prescribed|ordered|wanted|asked)|every (?:day|morning|night)|"
    r"(?:the|my) (?:doctor|psychiatrist|nurse)(?:'ll| will| would|'s going to| is going to) be (?:so |very |"
    r"really )?(?:proud|happy|pleased|glad))",
    perhaps_dose=r"this morning(?=[ .!,]{0,3}$| (?:and|but) (?:i )?(?:feel|felt|am|i'm|am feeling) (?:so |much |"
    r"really )?(?:fine|good|ok|okay|great|better)\b| (?:with|before|after) (?:breakfast|coffee|food|water|work|"
    r"school)\b)",
    too_much=r"too (?:many|much)|enough|bottle|box|pack|packet|handful|bunch|lot|whole|entire|everything|[2-9]\d|\d{3}|"
    r"twenty|thirty|forty|fifty|sixty|hundred|overdos\w{1,4}",
    denied=r"(?:no|zero)(?=[ ]$)|(?<!why )(?:i'd |i would |i could |i'll |i will |i have |i've )?(?:never|not|"
    r"wouldn't|won't|don't|didn't|couldn't(?! even)|isn't|no intention (?:of|to)|no plans? (?:of|to|for)|no desire "
    r"to|no wish to|not that|neither)(?: ever| currently| definitely| honestly| truly| had| hear| heard| actually| "
    r"really| even| want(?:ed)?| going| planning| trying| about| thinking| considering| having| saying| consider| "
    r"mean(?:ing)?| think| plan| try| do| have| be| feel| that| i(?:'m| am)?| to| of| on| any| and| just){0,5}",
    fiction=r"(?:my|the|a|an|our|this|her|his|main) (?:main )?(?:character|protagonist|hero|heroine|villain|narrator|"
    r"npc|avatar|oc|player|antagonist|elf|wizard|sorcerer|sorceress|paladin|knight|mage|druid|warlock|bard|orc|"
    r"dwarf|goblin)|in (?:my|the|this|a) (?:story|novel|book|script|play|game|poem|"
    r"screenplay|fanfic|fanfiction|movie|film|episode|song|show|series|lyrics?|scene|chapter|campaign|"
    r"roleplay)|(?:story|novel|book|song|film|movie|poem|lyrics?|scene|chapter|quote|essay|article|play) "
    r"(?:about|where|in which|called|titled|with|goes|says|by)|role ?play|(?:writing|write) (?:a|the|my)"
    r"(?= (?:\w{2,12} ){0,2}(?:scene|story|novel|chapter|poem|song|script|essay))",
    cited=r"(?:character|hero|heroine|villain|protagonist|narrator|hamlet|npc|singer|poet|author) (?:just |once |"
    r"then |always |keeps )?(?:says|said|saying|tells me|told me|wrote|writes|screams|screamed|shouts|shouted|"
    r"whispers|whispered|yells|yelled|cries|cried|thinks|thought|mutters|muttered|sings|sang)(?: me| that| to "
    r"me){0,2}|(?:quote|lyrics?|line|phrase|(?:the|these|those|her|his) words|sentence|titled|named|translate|"
    r"(?:is|was|are|song|book|poem|film|movie|chapter|one) called|(?<!it )(?<!this )(?<!that )(?<!which )means|"
    r"(?<!i )(?<!you )mean)(?: is| are| go| goes| say| like| the words?| the sentence| the phrase)?",
    told=r"(?:he|she|they|it|who|friend|brother|sister|mother|mom|mum|father|dad|son|daughter|husband|wife|partner|"
    r"boyfriend|girlfriend|cousin|student|client|patient|ex|someone|somebody|people|roommate|teacher|classmate|"
    r"colleague|niece|nephew|uncle|aunt|neighbou?r) (?:just |once |then |always |keeps |kept |also )?(?:says|said|"
    r"saying|(?:tells|told) me(?= ?[:,\"'])|wrote|writes|screams|screamed|shouts|shouted|whispers|whispered|yells|"
    r"yelled|mutters|muttered|(?:texted|messaged|sent|posted|cried|cries)(?: me)?(?! me)(?!,(?! ?[\"'])))"
    r"(?: me| to me){0,2}",
    past_before=rf"used to|(?<!since )(?:{_AGO})|back (?:then|in)|there was a time|no longer|not anymore|i once",
    past_after=rf"{_AGO}|back then|but (?:i'm|i am|that's|it's|i got|i found|i don't|not)"
    r"(?: (?!no\b|not\b|never\b)\w{2,12}){0,2} (?:better|over(?! (?:my|your))|past|behind|recovered|"
    r"(?<!getting )help|anymore(?<!want to anymore))",
    lasts=r"still|and now|again|today|yesterday|last night|lately|this (?:year|month|week|morning|evening)|already|"
    r"ever since|to this day|until now|(?:never|not|hasn't|didn't) stop(?:ped)?",
    made_small=r"(?:but )?(?:i'm|i am|it's|it is|that's|i'll be)(?: \w{2,12})? (?:(?:fine|okay|ok|alright)(?! (?:to|"
    r"with|if|that))|nothing(?! new| left| to)|no big deal)(?: now)?",
)

SOON = (
    r"tonight|tonite|2nite|right now|rn|at midnight|in a (?:bit|sec|second|minute|moment)|once (?:they|everyone|"
    r"everybody) (?:is|are|'re|'s) (?:asleep|gone|out)|this (?:evening|morning|afternoon|weekend)|in (?:an|one|a few|"
    r"two|five|ten|\d{1,2}) (?:hours?|minutes?|mins?)|before (?:they|he|she|anyone|anybody|my \w{2,12}|the sun) "
    r"(?:gets?|comes?|wakes?|finds?)|as soon as|(?:when|the moment|the minute|the second) (?:they|he|she|everyone|"
    r"everybody|my \w{2,12})(?:'s| is| are|'re)? (?:asleep|gone|out|leaves?|sleeps?)|first thing in the morning|any "
    r"(?:minute|moment) now"
)
"""What names a near time."""
SOON_BESIDE = (
    r"today|tomm?orr?ow|tmr|tmrw|(?<!better )(?<!fine )(?<!ok )(?<!okay )(?<!good )(?<!until )now|soon|immediately|"
    r"straight away|at \d{1,2} ?[ap]m|after (?:school|work|dinner|class|practice)|by (?:the )?morning|any (?:minute|"
    r"moment)"
)
"""What may name one."""
